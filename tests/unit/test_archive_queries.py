"""Asking an archive: one summit, its neighbours, a state, a leader."""

import datetime as dt
from typing import Any

import pytest

from oic_summits.archive import Archive
from oic_summits.errors import AmbiguousNameError, InvalidValueError, NotFoundError
from oic_summits.model import (
    Act,
    ActKind,
    Actor,
    ActorKind,
    Capacity,
    Extraction,
    Milestone,
    PartialDate,
    Provision,
    Quotation,
    SummitId,
)
from oic_summits.reference import roster, state
from tests.unit.archive_texts import SIXTH, Text, header, person

TEXT = Text(
    "article",
    "Host Recep Tayyip Erdoğan, Mahmoud Abbas, Shahid Khaqan Abbasi, Hassan Rouhani and Abdullah II came. "
    "Donald Trump stayed away. "
    'Rouhani stated that "the United States has no respect" for Palestinians. '
    "Benjamin Netanyahu said that the Iranians lie. "
    "On 27 December the Iranian parliament voted for a bill. "
    "The summit called on the United States to revoke its decision.",
)


def six() -> Extraction:
    rouhani = person("Hassan Rouhani", "president", "IRN")
    quoted = "the United States has no respect"
    act = Act(
        verb="stated",
        lemma="state",
        kind=ActKind.SAY,
        content=f'that "{quoted}" for Palestinians',
        quotations=(Quotation(text=quoted, speaker=rouhani, evidence=TEXT.proof(quoted)),),
        evidence=TEXT.proof("Rouhani stated"),
    )
    first = TEXT.reaction(person("Benjamin Netanyahu", "prime minister", "ISR"), "said", "that the Iranians lie")
    vote = Actor(name="Iranian parliament", kind=ActorKind.BODY, state="IRN")
    return TEXT.extraction(
        header(SIXTH, "2017-12-13", "2017-12-13", cities=("Istanbul",), country="TUR"),
        [
            TEXT.present(person("Recep Tayyip Erdoğan", "president", "TUR"), Capacity.HOST),
            TEXT.present(person("Mahmoud Abbas", "president", "PSE")),
            TEXT.present(person("Shahid Khaqan Abbasi", "prime minister", "PAK")),
            TEXT.present(rouhani),
            TEXT.present(person("Abdullah II", "king", "JOR")),
            TEXT.present(person("Donald Trump", "president", "USA"), None, False),
            TEXT.present(person("Benjamin Netanyahu", "prime minister", "ISR"), None, None),
        ],
        reactions=(first, type(first)(actor=rouhani, acts=(act,), evidence=(act.evidence,))),
        quotations=act.quotations,
        milestones=(
            Milestone(
                date=PartialDate.parse("2017-12-27"),
                actor=vote,
                content="voted for a bill",
                evidence=TEXT.proof("voted"),
            ),
        ),
        provisions=(
            Provision(
                issuer="summit",
                verb="called on",
                lemma="call on",
                kind=ActKind.DEMAND,
                content="to revoke its decision",
                addressee="the United States",
                evidence=(TEXT.proof("called on"),),
            ),
        ),
    )


@pytest.fixture(scope="module")
def archive() -> Archive:
    return Archive(roster=roster(), extractions=(six(),))


@pytest.mark.parametrize(
    ("key", "found"),
    [
        ("extraordinary-6", "oic-extraordinary-6"),
        ("oic-extraordinary-6", "oic-extraordinary-6"),
        (" 6th extraordinary ", "oic-extraordinary-6"),
        ("Sixth Extraordinary Session of the Islamic Summit Conference", "oic-extraordinary-6"),
        (SIXTH, "oic-extraordinary-6"),
        ("2017-12-13", "oic-extraordinary-6"),
        ("1974-02-23", "oic-ordinary-2"),
        (dt.date(2018, 5, 18), "oic-extraordinary-7"),
        (PartialDate.parse("2018-05"), "oic-extraordinary-7"),
        ("Lahore Summit", "oic-ordinary-2"),
        ("lahore summit", "oic-ordinary-2"),
        ("13th ordinary", "oic-ordinary-13"),
        ("13th", "oic-ordinary-13"),
        ("extraordinary-2024-11-11", "oic-extraordinary-2024-11-11"),
    ],
)
def test_a_summit_by_whatever_it_is_called(archive: Archive, key: Any, found: str) -> None:
    assert str(archive.summit(key).id) == found
    assert archive.summit(archive.summit(key)) == archive.summit(key)


@pytest.mark.parametrize(
    ("key", "message"),
    [
        ("6th", "'6th' fits more than one summit; say which: oic-ordinary-6, oic-extraordinary-6"),
        ("Mecca Summit", "'Mecca Summit' fits more than one summit; say which: oic-ordinary-3, oic-ordinary-14, "),
        ("2016", "'2016' fits more than one summit; say which: oic-ordinary-13, oic-extraordinary-5"),
        (SummitId(), "'oic' fits more than one summit; say which: oic-ordinary-1, .* and 15 more"),
    ],
)
def test_an_unclear_name_lists_what_it_fits(archive: Archive, key: Any, message: str) -> None:
    with pytest.raises(AmbiguousNameError, match=f"^{message}"):
        archive.summit(key)


@pytest.mark.parametrize(
    ("key", "message"),
    [
        ("Lahore Sumit", "no summit is called 'Lahore Sumit'; the nearest are: Lahore Summit, "),
        ("ordinary-16", "no summit is called 'ordinary-16'; the nearest are: ordinary-"),
        (SummitId.parse("ordinary-16"), "no summit is called 'oic-ordinary-16'; the nearest are: oic-ordinary-13, "),
        ("2017-12-14", r"no summit is called '2017-12-14'; the nearest are: oic-extraordinary-6 \(2017-12-13\), "),
        ("2017-02-31", "no summit is called '2017-02-31'; nothing comes near it: check the spelling"),
        ("", "no summit is called ''; nothing comes near it: check the spelling"),
        ("qqqq", "no summit is called 'qqqq'; nothing comes near it: check the spelling"),
    ],
)
def test_an_unknown_name_lists_the_nearest(archive: Archive, key: Any, message: str) -> None:
    with pytest.raises(NotFoundError, match=f"^{message}"):
        archive.summit(key)


def test_the_chain_runs_over_summits_without_documents(archive: Archive) -> None:
    sixth = archive.summit(SIXTH)
    fifth, seventh = archive.predecessor(sixth), archive.successor(sixth)
    assert fifth is not None
    assert fifth.from_roster_only
    assert seventh == archive.summit("7th extraordinary")
    assert archive.chain(sixth) == archive.chain(series="extraordinary")
    assert [s.id.label for s in archive.chain(sixth)][-3:] == [
        "8th extraordinary",
        "2024-11-11 extraordinary",
        "2025-09-15 extraordinary",
    ]
    assert archive.predecessor("ordinary-1") is None
    assert archive.successor("extraordinary-2025-09-15") is None


def test_beside_a_gap_there_is_no_neighbour() -> None:
    made = Archive(roster=tuple(s for s in roster() if s.id != SummitId.parse("extraordinary-7")))
    assert made.successor("extraordinary-6") is None
    assert made.predecessor("extraordinary-8") is None
    assert [f.message for f in made.check() if f.kind == "chain gap"] == [
        "between the 6th extraordinary and the 8th extraordinary the 7th is missing"
    ]


def test_a_chain_is_named_once(archive: Archive) -> None:
    with pytest.raises(InvalidValueError, match="a chain is named by a summit or by a series"):
        archive.chain()
    with pytest.raises(InvalidValueError, match="'special' is no series; give one of: ordinary, extraordinary"):
        archive.chain(series="special")


@pytest.mark.parametrize("form", ["Türkiye", "Turkey", "TUR", "TR", "Turkish", "turkey", state("TUR")])
def test_a_state_by_any_form(archive: Archive, form: Any) -> None:
    view = archive.by_state(form)
    assert view.state.alpha3 == "TUR"
    assert [s.id.label for s in view.hosted] == ["13th ordinary", "6th extraordinary", "7th extraordinary"]
    assert [s.id.label for s in view.attended] == ["6th extraordinary"]
    assert [p.actor.name for p in view.participants] == ["Recep Tayyip Erdoğan"]


def test_what_is_known_of_a_state(archive: Archive) -> None:
    iran = archive.by_state("Iran")
    assert [r.actor.name for r in iran.reactions] == ["Hassan Rouhani"]
    assert [m.content for m in iran.milestones] == ["voted for a bill"]
    assert [e.text for e in iran.mentions] == ["Iranians", "Iranian"]
    assert all(e.holds_in(TEXT.text) for e in iran.mentions)
    assert "Hassan Rouhani" in {term.person.name for term in iran.terms}
    assert [p.verb for p in archive.by_state("US").provisions] == ["called on"]
    assert [p.attended for p in archive.by_state("US").people] == [False]
    assert len(archive.by_state("US").attended) == 0
    assert repr(iran) == "<StateView IRN Iran: 1 hosted, 1 attended, 1 reactions>"


def test_states_that_are_unknown_or_unclear(archive: Archive) -> None:
    with pytest.raises(NotFoundError, match="no state is called 'Turky'; the nearest is: Turkey"):
        archive.by_state("Turky")
    with pytest.raises(
        AmbiguousNameError, match="'Guinean' fits more than one state; say which: Guinea, Guinea-Bissau"
    ):
        archive.by_state("Guinean")


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("rouhani", "Hassan Rouhani"),
        ("Hassan Rouhani", "Hassan Rouhani"),
        ("erdogan", "Recep Tayyip Erdoğan"),
        ("ERDOĞAN", "Recep Tayyip Erdoğan"),
        ("Recep Erdogan", "Recep Tayyip Erdoğan"),
        ("Abbas", "Mahmoud Abbas"),
        ("Abbasi", "Shahid Khaqan Abbasi"),
        ("King Abdullah", "Abdullah II"),
        ("abdullah", "Abdullah II"),
        ("al-Sisi", "Abdel Fattah el-Sisi"),
        ("El-Sisi", "Abdel Fattah el-Sisi"),
        ("Sisi", "Abdel Fattah el-Sisi"),
        (person("Hassan Rouhani", "president", "IRN"), "Hassan Rouhani"),
    ],
)
def test_a_leader_by_any_spelling(archive: Archive, query: Any, name: str) -> None:
    assert archive.by_leader(query).person.name == name


def test_what_is_known_of_a_leader(archive: Archive) -> None:
    rouhani = archive.by_leader("rouhani")
    assert [s.id for s in rouhani.attended] == [SIXTH]
    assert [q.text for q in rouhani.quotations] == ["the United States has no respect"]
    assert len(rouhani.reactions) == 1
    assert [str(term.start) for term in rouhani.terms] == ["2013-08-03"]
    assert rouhani.states == ("IRN",)
    assert [s.id for s in archive.by_leader("Erdogan").hosted] == [SIXTH]
    assert len(archive.by_leader("Erdogan").chaired) == len(archive.by_leader("Erdogan").convened) == 0
    trump = archive.by_leader("Trump")
    assert len(trump.attended) == 0
    assert [p.attended for p in trump.participants] == [False]
    assert repr(rouhani) == "<LeaderView Hassan Rouhani (IRN): 1 attended, 1 reactions, 1 quotations>"


def test_leaders_that_are_unknown_or_unclear(archive: Archive) -> None:
    with pytest.raises(NotFoundError, match=r"^no leader is called 'Erdogam'; the nearest are: Erdoğan, "):
        archive.by_leader("Erdogam")
    with pytest.raises(
        AmbiguousNameError, match=r"^'Sharif' fits more than one leader; say which: .*Nawaz Sharif \(PAK\)"
    ):
        archive.by_leader("Sharif")
    with pytest.raises(NotFoundError, match="no leader is called 'Abba'"):
        archive.by_leader("Abba")
    with pytest.raises(NotFoundError, match="no leader is called ' '"):
        archive.by_leader(" ")


def test_somebody_no_table_knows_is_found_by_the_texts() -> None:
    text = Text("t", "Jane Q. Nobody of Utopia came.")
    made = Archive(extractions=(text.extraction(header(), [text.present(person("Jane Q. Nobody"))]),))
    view = made.by_leader("nobody")
    assert (view.person.name, view.terms, len(view.attended)) == ("Jane Q. Nobody", (), 1)


def test_the_overview_counts_what_the_archive_holds(archive: Archive) -> None:
    lines = archive.overview().splitlines()
    row = next(line for line in lines if line.startswith("6th extraordinary"))
    assert row.split() == "6th extraordinary 2017-12-13 Istanbul, Türkiye 5 2 2 1 text".split()
    assert lines[-1] == "25 summits, 1 of them told by 1 document."
    assert len({len(line) for line in lines if set(line) == {"-", " "}}) == 1


def test_an_empty_archive_answers_too() -> None:
    empty = Archive.empty()
    assert repr(empty) == "<Archive: 0 summits, 0 documents>"
    assert empty.check() == ()
    assert len(empty.chain(series="ordinary")) == 0
    assert empty.by_state("TUR").mentions == ()
    with pytest.raises(NotFoundError, match="no summit is called '6th'"):
        empty.summit("6th")
