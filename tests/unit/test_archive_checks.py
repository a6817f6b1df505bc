"""What the checks find, and what they leave alone."""

from collections.abc import Sequence

import pytest

from oic_summits.archive import Archive
from oic_summits.model import (
    Attendance,
    Document,
    DocumentKind,
    Evidence,
    Extraction,
    Finding,
    Modality,
    PartialDate,
    Summit,
    SummitId,
    evolve,
)
from oic_summits.reference import roster
from tests.unit.archive_texts import SIXTH, Text, header, person


def check(*extractions: Extraction, known: Sequence[Summit] | None = None) -> tuple[Finding, ...]:
    return Archive(roster=roster() if known is None else tuple(known), extractions=extractions).check()


def kinds(findings: Sequence[Finding]) -> list[str]:
    return [finding.kind for finding in findings]


def attended(name: str, office: str, state: str, sentence: str | None = None) -> Extraction:
    text = Text("t", sentence or f"Among those present was {office} {name}.")
    return text.extraction(header(start="2017-12-13"), [text.present(person(name, office, state))])


def test_the_list_of_summits_alone_is_sound() -> None:
    assert check() == ()


def test_a_leader_after_the_end_of_the_term_and_who_held_the_office() -> None:
    found = check(attended("Hamad bin Khalifa Al Thani", "emir", "QAT"))
    assert [str(f) for f in found] == [
        (
            "oic-extraordinary-6: leader not in office: Hamad bin Khalifa Al Thani was not emir of Qatar "
            "on 2017-12-13: the term ended on 2013-06-25; Tamim bin Hamad Al Thani held the office"
        )
    ]
    assert [e.text for e in found[0].evidence] == ["Hamad bin Khalifa Al Thani"]


def test_a_leader_before_the_start_of_the_term() -> None:
    found = check(attended("Ebrahim Raisi", "president", "IRN"))
    assert [f.message for f in found] == [
        (
            "Ebrahim Raisi was not president of Iran on 2017-12-13: the term began on 2021-08-03; "
            "Hassan Rouhani held the office"
        )
    ]


@pytest.mark.parametrize(
    ("name", "office", "state"),
    [
        ("Recep Tayyip Erdoğan", "president", "TUR"),
        ("Abdullah II", "king", "JOR"),
        ("Tamim bin Hamad Al Thani", "emir", "QAT"),
        ("Shahid Khaqan Abbasi", "prime minister", "PAK"),
        ("Somebody Unknown", "president", "TUR"),
        ("Mevlüt Çavuşoğlu", "foreign minister", "TUR"),
    ],
)
def test_leaders_in_office_and_people_no_table_knows_are_left_alone(name: str, office: str, state: str) -> None:
    assert check(attended(name, office, state)) == ()


def test_another_office() -> None:
    found = check(attended("Hassan Rouhani", "prime minister", "IRN"))
    assert [f.message for f in found if f.kind == "another office"] == [
        "Hassan Rouhani is called prime minister, and was president of Iran on 2017-12-13"
    ]


def test_a_head_of_government_among_heads_of_state() -> None:
    among = "Amongst the heads of state were Iranian president Hassan Rouhani and Shahid Khaqan Abbasi. All spoke."
    found = check(attended("Shahid Khaqan Abbasi", "prime minister", "PAK", among))
    assert [(f.kind, f.message) for f in found] == [
        ("not a head of state", "Shahid Khaqan Abbasi, prime minister, is named among heads of state")
    ]
    for fair in (
        "Among the heads of state and government was Shahid Khaqan Abbasi.",
        "Heads of state came. Shahid Khaqan Abbasi came too.",
    ):
        assert check(attended("Shahid Khaqan Abbasi", "prime minister", "PAK", fair)) == ()


def test_two_in_one_office() -> None:
    text = Text("t", "King Abdullah II and King Hussein came.")
    people = [text.present(person(name, "king", "JOR")) for name in ("Abdullah II", "Hussein")]
    found = check(text.extraction(header(start="2017-12-13"), people))
    assert "Abdullah II and Hussein are both called king of JOR" in [f.message for f in found]


def test_names_kept_apart_that_may_be_one_person() -> None:
    text = Text("t", "Ali Karim and Omar Karim came. Karim spoke.")
    people = [text.present(person(name)) for name in ("Ali Karim", "Omar Karim")]
    found = check(
        text.extraction(header(start="2017-12-13"), [*people, text.present(person("Karim"), words="Karim s")])
    )
    assert kinds(found) == ["duplicate participants", "duplicate participants"]


def claiming(name: str, field: str, value: str, qualifier: str | None = None) -> Extraction:
    text = Text(name, f"{name} says {value}")
    claim = text.claim(field, value, value, qualifier)
    if field == "representatives":
        counts = Attendance(representatives=int(value), claims=(claim,))
        return text.extraction(header(attendance=counts))
    return text.extraction(header(claims=(claim,)))


def test_contradictions_show_both_sides() -> None:
    found = check(claiming("a", "cities", "Ankara"))
    assert [str(f) for f in found] == ["oic-extraordinary-6: contradiction: cities: Ankara (a); Istanbul (roster)"]
    found = check(claiming("a", "representatives", "57"), claiming("b", "representatives", "48"))
    assert [f.message for f in found] == ["representatives: 48 (b); 57 (a)"]
    assert [(e.document, e.text) for e in found[0].evidence] == [("b", "48"), ("a", "57")]


@pytest.mark.parametrize(
    ("field", "one", "other"),
    [
        ("start", ("2017-12-13", None), ("2017-12", None)),
        ("cities", ("Istanbul", None), ("İstanbul", None)),
        ("representatives", ("57", None), ("50", "at least")),
        ("representatives", ("57", None), ("60", "at most")),
        ("representatives", ("57", None), ("50", "about")),
        ("follows", ("5th", None), ("oic-extraordinary-5", None)),
        ("chair", ("Recep Tayyip Erdoğan", None), ("Erdogan", None)),
        ("title", ("Sixth Session", None), ("Istanbul Summit", None)),
    ],
)
def test_values_that_can_both_be_true(field: str, one: tuple[str, str | None], other: tuple[str, str | None]) -> None:
    assert check(claiming("a", field, *one), claiming("b", field, *other)) == ()


@pytest.mark.parametrize(
    ("field", "one", "other"),
    [
        ("start", ("2017-12-13", None), ("2017-12-14", None)),
        ("country", ("TUR", None), ("QAT", None)),
        ("representatives", ("57", None), ("58", "at least")),
        ("follows", ("5th", None), ("4th", None)),
        ("chair", ("Recep Tayyip Erdoğan", None), ("Hassan Rouhani", None)),
    ],
)
def test_values_that_cannot_both_be_true(
    field: str, one: tuple[str, str | None], other: tuple[str, str | None]
) -> None:
    found = check(claiming("a", field, *one), claiming("b", field, *other))
    assert [f.kind for f in found if f.message.startswith(f"{field}: ")] == ["contradiction"]


def test_a_lone_day_within_a_longer_summit_is_no_contradiction() -> None:
    name = SummitId.parse("ordinary-13")
    text = Text("a", "The leaders met on 2016-04-15.")
    lone = header(name, "2016-04-15", claims=(text.claim("start", "2016-04-15", "2016-04-15"),))
    assert check(text.extraction(lone)) == ()
    assert kinds(check(text.extraction(evolve(lone, end=PartialDate.parse("2016-04-15"))))) == ["contradiction"]


def test_attended_against_not_attended() -> None:
    one, two = Text("a", "Hassan Rouhani came."), Text("b", "Rouhani did not come.")
    first = one.extraction(header(), [one.present(person("Hassan Rouhani"))])
    second = two.extraction(header(), [two.present(person("Rouhani"), None, False)])
    found = check(first, second)
    assert [f.message for f in found] == ["Hassan Rouhani is said to have attended and not to have attended"]
    assert [e.document for e in found[0].evidence] == ["a", "b"]


def counting(
    member_states: int | None = None, heads_of_state: int | None = None, representatives: int | None = None
) -> Extraction:
    counts = Attendance(member_states=member_states, heads_of_state=heads_of_state, representatives=representatives)
    return Text("t", "Many came.").extraction(header(start="2017-12-13", attendance=counts))


def test_counts() -> None:
    assert [f.message for f in check(counting(member_states=58))] == [
        "t: 58 member states attended, of an organisation of 57 on 2017-12-13"
    ]
    assert [str(f) for f in check(counting(member_states=57))] == [
        (
            "oic-extraordinary-6: suspended member counted: t: 57 of 57 member states attended, while suspended on "
            "2017-12-13: Syria"
        )
    ]
    assert check(counting(member_states=56)) == ()
    assert [f.message for f in check(counting(heads_of_state=31, representatives=30))] == [
        "t: 31 heads of state among 30 representatives"
    ]
    assert check(counting(heads_of_state=30, representatives=30)) == ()


def test_neighbours_that_are_not_beside_a_summit() -> None:
    text = Text("t", "Follows: 4th")
    said = header(
        follows=SummitId.parse("extraordinary-4"), claims=(text.claim("follows", "oic-extraordinary-4", "4th"),)
    )
    found = check(text.extraction(said))
    assert [f.message for f in found if f.kind == "chain asymmetry"] == [
        "follows: the 6th extraordinary names the 4th extraordinary, but its number is 6"
    ]
    assert [e.text for e in found[0].evidence] == ["4th"]


def test_several_missing_numbers() -> None:
    known = [header(SummitId.parse(f"ordinary-{number}")) for number in (1, 4)]
    assert [(f.kind, f.message) for f in check(known=known)] == [
        ("chain gap", "between the 1st ordinary and the 4th ordinary the 2nd, 3rd are missing")
    ]


def test_dates_that_cannot_be() -> None:
    assert [f.message for f in check(Text("t", "x").extraction(header(SIXTH, "2017-12-13", "2017-12-12")))][-1] == (
        "t: ends on 2017-12-12, before it starts on 2017-12-13"
    )
    text = Text("t", "Iran voted in 2018.", published=PartialDate.parse("2017-12-14"))
    told = text.reaction(person("Iran"), "voted", "in 2018", date=PartialDate.parse("2018"))
    ahead = text.reaction(person("Iran"), "voted", "in 2018", date=PartialDate.parse("2018"), modality=Modality.PLANNED)
    assert [f.message for f in check(text.extraction(header(), reactions=(told,)))] == [
        "t: told as done on 2018, after the text was published on 2017-12-14"
    ]
    assert check(text.extraction(header(), reactions=(ahead,))) == ()


def test_evidence_that_does_not_stand_in_its_text() -> None:
    document = Document(id="t", kind=DocumentKind.NEWS, text="One two three.")
    wrong = Evidence(document="t", start=0, end=3, text="two", rule="test")
    elsewhere = Evidence(document="gone", start=0, end=3, text="One", rule="test")
    people = tuple(
        Text("t", "One two three.")
        .present(person("One"))
        .__class__(actor=person(name), attended=True, evidence=(proof,))
        for name, proof in (("Two", wrong), ("One", elsewhere))
    )
    assert [f.message for f in check(Extraction(document=document, people=people))] == [
        "t: evidence at 0:3 of 'gone', which is not in the archive",
        "t: evidence at 0:3 of 't', which has other words there",
    ]


def test_a_summit_that_nobody_knows() -> None:
    found = check(Text("t", "x").extraction(header(SummitId(), "2017-12-14", cities=("Istanbul",))))
    assert [(f.kind, f.message) for f in found] == [
        ("unresolved summit", "t: a summit of OIC on 2017-12-14 in Istanbul could not be joined to a known one")
    ]


def test_findings_come_in_one_order() -> None:
    texts = [
        claiming("a", "cities", "Ankara"),
        counting(member_states=99),
        attended("Ebrahim Raisi", "president", "IRN"),
    ]
    renamed = [
        evolve(e, document=evolve(e.document, id=f"{n}", text=f"{n}{e.document.text}"), people=(), header=e.header)
        for n, e in enumerate(texts)
    ]
    archive = Archive(roster=roster(), extractions=tuple(renamed))
    assert archive.check() == Archive(roster=roster(), extractions=tuple(reversed(renamed))).check()
    assert list(archive.check()) == sorted(archive.check(), key=lambda f: (f.kind, f.message))
