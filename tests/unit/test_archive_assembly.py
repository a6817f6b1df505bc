"""Documents joined to summits, and what several of them say merged."""

import itertools
import pickle

import pytest

from oic_summits.archive import Archive
from oic_summits.archive.people import identify, short_for
from oic_summits.errors import InvalidValueError
from oic_summits.model import (
    Attendance,
    Capacity,
    Declaration,
    DeclarationKind,
    Extraction,
    PartialDate,
    Series,
    SummitId,
)
from oic_summits.reference import roster
from tests.unit.archive_texts import SIXTH, Text, header, person

ARTICLE = Text("article", "The Sixth Extraordinary Session met in Istanbul. Recep Tayyip Erdoğan hosted it.")
NEWS = Text("news", "The group has been meeting in Istanbul since 13 December, Erdogan said. A final communiqué came.")
OTHER = Text("other", "Somewhere a meeting was held.")


def article() -> Extraction:
    host = ARTICLE.present(person("Recep Tayyip Erdoğan", "president", "TUR"), Capacity.HOST)
    return ARTICLE.extraction(
        header(SIXTH, "2017-12-13", "2017-12-13", cities=("Istanbul",), country="TUR"),
        [host],
        declarations=(Declaration(kind=DeclarationKind.FINAL_COMMUNIQUE, evidence=(ARTICLE.proof("Session"),)),),
    )


def news() -> Extraction:
    return NEWS.extraction(
        header(SummitId(), "2017-12-13", cities=("İstanbul",)),
        [NEWS.present(person("Erdogan"), capacity=None, attended=None, words="Erdogan")],
        declarations=(Declaration(kind=DeclarationKind.FINAL_COMMUNIQUE, evidence=(NEWS.proof("final communiqué"),)),),
    )


def archive(*extractions: Extraction) -> Archive:
    return Archive(roster=roster(), extractions=extractions)


def test_a_document_joins_by_number_and_says_why() -> None:
    assert [(s.id, s.reason) for s in archive(article()).summit(SIXTH).sources][1:] == [
        ("article", "organisation, series and number agree: OIC, 6th extraordinary")
    ]


def test_a_document_joins_by_city_and_day_and_says_why() -> None:
    sixth = archive(article(), news()).summit(SIXTH)
    assert sixth.sources[-1].id == "news"
    assert sixth.sources[-1].reason == "organisation, city and day agree: OIC, İstanbul, 2017-12-13"
    assert len(archive(article(), news()).summits) == 25


@pytest.mark.parametrize(
    "loose",
    [
        header(SummitId(), "2017-12-14", cities=("Istanbul",)),
        header(SummitId(), "2017-12-13", cities=("Ankara",)),
        header(SummitId(), "2017-12", cities=("Istanbul",)),
        header(SummitId(organisation="Arab League"), "2017-12-13", cities=("Istanbul",)),
        header(SummitId(series=Series.ORDINARY), "2017-12-13", cities=("Istanbul",)),
        header(SummitId(ordinal=7), "2017-12-13", cities=("Istanbul",)),
        header(SummitId()),
    ],
    ids=["day", "city", "month", "organisation", "series", "number", "nothing"],
)
def test_a_document_that_disagrees_in_one_point_stands_alone(loose: object) -> None:
    made = archive(OTHER.extraction(loose))  # type: ignore[arg-type]
    assert len(made.summits) == 26
    assert made.summit(SIXTH).from_roster_only
    alone = next(s for s in made.summits if not s.from_roster_only)
    assert alone.sources[0].reason == "it fits no other summit"
    assert alone not in made.chain(series="extraordinary")
    assert alone not in made.chain(series="ordinary")
    assert made.successor(alone) is None


def test_number_and_day_without_series_are_enough() -> None:
    made = archive(OTHER.extraction(header(SummitId(ordinal=6), "2017-12-13")))
    assert made.summit(SIXTH).sources[-1].reason == "organisation, number and day agree: OIC, 6th, 2017-12-13"


def test_a_number_the_list_does_not_know_joins_by_place_and_day() -> None:
    ninth = header(SummitId.parse("extraordinary-9"), "2024-11-11", cities=("Riyadh",))
    plain = Text("plain", "The ninth extraordinary summit.").extraction(header(SummitId.parse("extraordinary-9")))
    made = archive(OTHER.extraction(ninth), plain)
    assert len(made.summits) == 25
    assert [s.id for s in made.summit("2024-11-11").sources] == ["roster", "other", "plain"]


def test_a_new_number_enters_the_chain() -> None:
    sixteenth = header(SummitId.parse("ordinary-16"), "2026-06-01", cities=("Baku",))
    made = archive(OTHER.extraction(sixteenth))
    assert str(made.chain(series="ordinary")[-1].id) == "oic-ordinary-16"
    assert made.predecessor("ordinary-16") == made.summit("ordinary-15")


def test_loose_documents_that_agree_stand_together() -> None:
    one = Text("a", "A meeting in Baku.").extraction(header(SummitId(), "2030-05-01", cities=("Baku",)))
    two = Text("b", "That meeting in Baku.").extraction(header(SummitId(), "2030-05-01", cities=("Baku",)))
    made = archive(one, two)
    assert len(made.summits) == 26
    assert [s.id for s in made.summit("2030-05-01").sources] == ["a", "b"]


def test_loose_documents_stand_together_through_one_between_them() -> None:
    spans = {"a": ("2030-05-01", "2030-05-01"), "b": ("2030-05-01", "2030-05-02"), "c": ("2030-05-02", "2030-05-02")}
    told = [
        Text(name, f"A meeting, says {name}.").extraction(header(SummitId(), start, end, cities=("Baku",)))
        for name, (start, end) in spans.items()
    ]
    for order in itertools.permutations(told):
        assert [[s.id for s in summit.sources] for summit in Archive(extractions=order).summits] == [["a", "b", "c"]]
    assert len(Archive(extractions=(told[0], told[2])).summits) == 2


def test_other_organisations_have_their_own_chain() -> None:
    league = SummitId(organisation="Arab League", series=Series.ORDINARY, ordinal=32)
    made = archive(OTHER.extraction(header(league, "2023-05-19", cities=("Jeddah",))))
    assert [s.id for s in made.chain(league)] == [league]
    assert league not in [s.id for s in made.chain(series="ordinary")]
    assert made.summits[-1].id == league


def test_adding_twice_changes_nothing_and_order_does_not_matter() -> None:
    made = archive(article(), news())
    assert made.add(article()) == made
    for order in itertools.permutations([article(), news(), OTHER.extraction()]):
        built = Archive(roster=roster())
        for one in order:
            built = built.add(one)
        assert built == archive().add(order)
        assert built.groups == made.add(OTHER.extraction()).groups


def test_add_leaves_the_old_archive_alone() -> None:
    old = archive()
    assert old.add(article()) != old
    assert repr(old) == "<Archive: 25 summits, 0 documents>"


def test_two_texts_under_one_name_are_refused_in_any_order() -> None:
    one, two = Text("same", "One text.").extraction(), Text("same", "Another text.").extraction()
    message = r"two different texts are called 'same'; give one of them another id: parse\(text, id='...'\)"
    for order in ((one, two), (two, one)):
        with pytest.raises(InvalidValueError, match=message):
            Archive.empty().add(order)


def test_two_readings_of_one_text_are_refused() -> None:
    one = OTHER.extraction()
    with pytest.raises(InvalidValueError, match="the document 'other' was read in two ways that differ"):
        Archive(extractions=(one, OTHER.extraction(header())))


def test_one_text_under_two_names_counts_once() -> None:
    one, two = Text("b", "One text.").extraction(), Text("a", "One text.").extraction()
    assert Archive(extractions=(one, two)).extractions == (two,)
    assert Archive(extractions=(two, one)) == Archive(extractions=(one, two))


def test_the_list_of_summits_is_checked() -> None:
    with pytest.raises(InvalidValueError, match="oic-extraordinary-6 stands twice in the list of summits"):
        Archive(roster=(header(), header()))
    with pytest.raises(InvalidValueError, match="oic-6 in the list of summits is no complete name"):
        Archive(roster=(header(SummitId(ordinal=6)),))


def test_a_communique_in_two_texts_is_one_declaration() -> None:
    sixth = archive(article(), news()).summit(SIXTH)
    found = [d for d in sixth.declarations if d.kind is DeclarationKind.FINAL_COMMUNIQUE]
    assert [e.document for e in found[0].evidence] == ["article", "news"]
    assert len(found) == 1


def test_declarations_of_one_kind_with_other_titles_stay_apart() -> None:
    text = Text("t", "The Istanbul Declaration, the Istanbul Declaration on Unity, and the Ankara Declaration.")
    titles = ("Istanbul Declaration", "Istanbul Declaration on Unity", "Ankara Declaration")
    made = [Declaration(kind=DeclarationKind.DECLARATION, title=t, evidence=(text.proof(t),)) for t in titles]
    untitled = Declaration(kind=DeclarationKind.DECLARATION, evidence=(text.proof("The"),))
    found = Archive(extractions=(text.extraction(header(), declarations=(*made, untitled)),)).declarations
    assert sorted(d.title or "" for d in found) == ["", "Ankara Declaration", "Istanbul Declaration on Unity"]


def test_the_same_person_in_two_texts_is_one_participant() -> None:
    later = Text("later", "President Erdogan opened the summit.")
    second = later.extraction(header(), [later.present(person("Erdogan", "president", "TUR"))])
    found = archive(article(), second).summit(SIXTH).participants
    assert [p.actor.name for p in found] == ["Recep Tayyip Erdoğan"]
    assert found[0].capacity is Capacity.HOST
    assert [e.document for e in found[0].evidence] == ["article", "later"]
    assert archive(article(), second).participants.reported_by(2)[0] == found[0]


def test_attendance_rests_only_on_texts_that_say_so() -> None:
    made = archive(article(), news())
    assert [e.document for e in made.summit(SIXTH).participants[0].evidence] == ["article"]
    assert [e.document for e in made.people.named("Erdoğan")[0].evidence] == ["article", "news"]


def test_a_father_is_not_his_son() -> None:
    names = [person("Hamad bin Khalifa Al Thani", "emir", "QAT"), person("Khalifa bin Hamad Al Thani", "emir", "QAT")]
    assert len(identify((actor, PartialDate.parse("2017-12-13")) for actor in names)) == 2


@pytest.mark.parametrize(
    ("short", "long", "same"),
    [
        ("Sisi", "Abdel Fattah al-Sisi", True),
        ("Abdel Fattah El Sisi", "ABDEL FATTAH AL-SISI", True),
        ("Abbas", "Shahid Khaqan Abbasi", False),
        ("Abdullah", "Abdullah II", True),
        ("Abdul Hamid", "Mohammad Abdul Hamid", True),
        ("Mohammad", "Mohammad Abdul Hamid", False),
        ("Hamad", "Tamim bin Hamad Al Thani", False),
        ("Tamim", "Tamim bin Hamad Al Thani", True),
        ("Hussein", "Abdullah II bin Al-Hussein", False),
        ("", "Anybody", False),
    ],
)
def test_short_forms_of_names(short: str, long: str, same: bool) -> None:
    assert short_for(short, long) is same


def test_a_surname_that_fits_two_stays_apart() -> None:
    text = Text("t", "Ali Karim and Omar Karim came. Karim spoke.")
    people = [text.present(person(name)) for name in ("Ali Karim", "Omar Karim")]
    lone = text.present(person("Karim"), words="Karim spoke")
    made = Archive(extractions=(text.extraction(header(), [*people, lone]),))
    assert sorted(p.actor.name for p in made.participants) == ["Ali Karim", "Karim", "Omar Karim"]


def test_the_value_most_sources_give_is_preferred_and_every_claim_kept() -> None:
    texts = [
        Text(name, f"{name}: held in {city}") for name, city in [("a", "Ankara"), ("b", "Istanbul"), ("c", "Bursa")]
    ]
    made = archive(
        *(
            text.extraction(header(cities=(city := text.text.split()[-1],), claims=(text.claim("cities", city, city),)))
            for text in texts
        )
    )
    sixth = made.summit(SIXTH)
    assert sixth.cities == ("Istanbul",)  # b and the list of summits
    assert [(c.source, c.value) for c in sixth.claims if c.field == "cities"] == [
        ("a", "Ankara"),
        ("b", "Istanbul"),
        ("c", "Bursa"),
        ("roster", "Istanbul"),
    ]


def test_a_text_comes_before_the_list_and_a_vague_date_gives_way() -> None:
    made = archive(OTHER.extraction(header(start="2017-12-12")))
    assert str(made.summit(SIXTH).start) == "2017-12-12"
    assert str(archive(OTHER.extraction(header(start="2017-12"))).summit(SIXTH).start) == "2017-12-13"


def test_a_neighbour_without_series_is_of_the_same_series() -> None:
    made = Archive(extractions=(OTHER.extraction(header(follows=SummitId(ordinal=5))),))
    assert made.summit(SIXTH).follows == SummitId.parse("extraordinary-5")


def test_counts_come_from_the_texts_with_their_claims() -> None:
    text = Text("t", "57 member states")
    counts = Attendance(member_states=57, claims=(text.claim("member_states", "57", "57"),))
    assert archive(text.extraction(header(attendance=counts))).summit(SIXTH).attendance == counts


def test_records_of_a_text_about_no_summit_are_not_lost() -> None:
    text = Text("t", "Erdogan said that it was late.")
    made = archive(text.extraction(reactions=(text.reaction(person("Erdogan"), "said", "that it was late"),)))
    assert [(e.record.actor.name, e.summit) for e in made.reactions.entries] == [("Erdogan", None)]
    assert made.documents.entries[0].summit is None


def test_an_archive_pickles_hashes_and_compares() -> None:
    made = archive(article(), news())
    assert made.summits is not None
    again = pickle.loads(pickle.dumps(made))
    assert (again, hash(again), again.summits) == (made, hash(made), made.summits)
    assert len({made, again, Archive.empty()}) == 2
    assert "25 summits, 2 documents" in made._repr_html_()
