"""Collections: immutable sequences whose filters give the same type."""

import pickle
from typing import Any

import pytest

from oic_summits.archive import (
    Archive,
    Declarations,
    Documents,
    Milestones,
    Participants,
    Provisions,
    Quotations,
    Reactions,
    Records,
    Summits,
)
from oic_summits.archive.mentions import state_mentions
from oic_summits.errors import AmbiguousNameError, InvalidValueError, NotFoundError
from oic_summits.model import Medium, PartialDate, SummitId, evolve
from oic_summits.reference import roster
from tests.unit.archive_texts import SIXTH, Text, person
from tests.unit.test_archive_queries import six


@pytest.fixture(scope="module")
def archive() -> Archive:
    return Archive(roster=roster(), extractions=(six(),))


COLLECTIONS = (
    "summits",
    "participants",
    "people",
    "declarations",
    "provisions",
    "reactions",
    "quotations",
    "milestones",
    "documents",
)


@pytest.mark.parametrize("name", COLLECTIONS)
def test_every_collection_is_a_value(archive: Archive, name: str) -> None:
    found: Records[Any] = getattr(archive, name)
    assert len(found) > 0
    assert found[0] in found
    assert found[-1] == list(found)[-1]
    assert type(found[:1]) is type(found)
    assert found[:] == found
    assert hash(found[:]) == hash(found)
    assert found[:0] != found
    assert found != tuple(found)
    assert found.first() == found[0]
    assert found[:0].first() is None
    assert pickle.loads(pickle.dumps(found)) == found
    assert found.where(lambda record: record == found[0])[0] == found[0]
    with pytest.raises(IndexError):
        found[len(found)]
    with pytest.raises(AttributeError, match=f"{type(found).__name__} is immutable; its filters give new collections"):
        setattr(found, "anything", 1)  # noqa: B010


@pytest.mark.parametrize("name", COLLECTIONS)
def test_every_collection_shows_itself(archive: Archive, name: str) -> None:
    found: Records[Any] = getattr(archive, name)
    assert repr(found).startswith(f"<{type(found).__name__}: {len(found)} ")
    assert len(repr(found)) < 250
    rows = found.to_dicts()
    assert len(rows) == len(found)
    assert {tuple(row) for row in rows} == {tuple(rows[0])}
    assert "<table>" in found._repr_html_()
    assert found[:0]._repr_html_().startswith("<p>0 ")


def test_html_is_escaped() -> None:
    text = Text("<b>", "x")
    assert "<b>" not in Documents([text.document])._repr_html_()
    assert "&lt;b&gt;" in Documents([text.document])._repr_html_()


def test_a_long_table_says_what_it_leaves_out(archive: Archive) -> None:
    assert "… and 5 more" in archive.summits._repr_html_()


def test_filters_of_summits(archive: Archive) -> None:
    found = archive.summits.hosted_by("TUR").after("2017-01-01").attended_by("Rouhani")
    assert [s.id for s in found] == [SIXTH]
    assert isinstance(found, Summits)
    assert found == archive.summits.on("2017-12-13").in_city("İstanbul").of_series("extraordinary")
    assert found == archive.summits.documented().of_organisation("oic")
    assert found == archive.summits.attended_by("Iran") == archive.summits.attended_by("PAK")
    assert [s.id.label for s in archive.summits.before("1975")] == ["1st ordinary", "2nd ordinary"]
    assert [s.id.label for s in archive.summits.on("2016")] == ["13th ordinary", "5th extraordinary"]
    assert len(archive.summits.before("2017-12-13").on("2017-12-13")) == 0
    assert len(archive.summits.after("2017-12-13").on("2017-12-13")) == 0
    assert [s.id.label for s in archive.summits.in_city("Makkah")] == [
        "3rd ordinary",
        "14th ordinary",
        "3rd extraordinary",
        "4th extraordinary",
    ]


def test_filters_of_participants(archive: Archive) -> None:
    assert [p.actor.name for p in archive.participants.in_capacity("host")] == ["Recep Tayyip Erdoğan"]
    assert [p.actor.name for p in archive.participants.of_state("Iran").in_capacity("member")] == ["Hassan Rouhani"]
    assert len(archive.participants.of_state("Iran").in_capacity("guest")) == 0
    assert [p.actor.name for p in archive.participants.in_office("King")] == ["Abdullah II"]
    assert archive.participants.named("ERDOGAN") == archive.participants.of_state("TUR")
    assert [p.actor.name for p in archive.people.attended(False)] == ["Donald Trump"]
    assert [p.actor.name for p in archive.people.attended(None)] == ["Benjamin Netanyahu"]
    assert archive.participants.at("extraordinary-6") == archive.participants
    assert archive.participants.at(archive.summit(SIXTH), SummitId(ordinal=9)) == archive.participants
    assert len(archive.participants.of_organisation("OIC")) == 0


def test_filters_of_reactions(archive: Archive) -> None:
    quoting = archive.reactions.by("Rouhani").about("United States").quoting()
    assert isinstance(quoting, Reactions)
    assert [r.actor.name for r in quoting] == ["Hassan Rouhani"]
    assert [r.actor.name for r in archive.reactions.about("Iran")] == ["Benjamin Netanyahu"]
    assert [r.actor.name for r in archive.reactions.about("Palestine")] == ["Hassan Rouhani"]
    assert len(archive.reactions.of_kind("say")) == 2
    assert len(archive.reactions.with_modality("planned")) == len(archive.reactions.with_polarity("for")) == 0
    assert len(archive.reactions.in_medium("tweet")) == 0
    assert len(archive.reactions.addressed_to("Israel")) == 0
    assert [r.actor.name for r in archive.reactions.containing("no RESPECT")] == ["Hassan Rouhani"]
    assert len(archive.reactions.containing("no respec")) == 0
    assert [r.actor.state for r in archive.reactions.of_state("Israeli")] == ["ISR"]


def test_reactions_by_date_and_medium() -> None:
    text = Text("t", "Erdogan said that it was late.")
    reaction = evolve(
        text.reaction(person("Erdogan"), "said", "that it was late"),
        date=PartialDate.parse("2017-12-13"),
        medium=Medium.SPEECH,
    )
    found = Archive(extractions=(text.extraction(reactions=(reaction,)),)).reactions
    assert found.after("2017-12-12") == found.before("2017-12-14") == found.on("2017-12") == found.in_medium("speech")
    assert len(found.after("2017-12-13")) == len(found.before("2017-12-13")) == len(found.on("2018")) == 0


def test_filters_of_the_other_collections(archive: Archive) -> None:
    assert [p.verb for p in archive.provisions.addressed_to("U.S.").of_kind("demand").issued_by("Summit")] == [
        "called on"
    ]
    assert archive.provisions.about("USA") == archive.provisions.containing("revoke its decision")
    assert len(archive.provisions.about("Iran")) == 0
    assert isinstance(archive.provisions[:1], Provisions)
    assert (
        archive.quotations.by("Rouhani") == archive.quotations.containing("respect") == archive.quotations.about("US")
    )
    assert isinstance(archive.quotations.of_state("IR"), Quotations)
    assert archive.milestones.after("2017-12-13") == archive.milestones.by("Iranian Parliament")
    assert archive.milestones.on("2017-12-27") == archive.milestones.before("2018")
    assert isinstance(archive.milestones.containing("bill"), Milestones)
    assert archive.documents.of_kind("news") == archive.documents.containing("stayed away")
    assert archive.documents.called("article") == archive.documents[0]
    assert len(archive.declarations.of_kind("final communiqué")) == len(
        archive.declarations.of_kind("final communique")
    )
    assert [d.title for d in archive.declarations.at(SIXTH).titled("al-quds")] == [
        "Istanbul Declaration on Freedom for Al Quds"
    ]
    assert len(archive.declarations.about("Iran")) == 0
    assert isinstance(archive.declarations[:1], Declarations)
    assert isinstance(archive.people[:1], Participants)


@pytest.mark.parametrize(
    ("ask", "error", "message"),
    [
        (lambda a: a.summits.hosted_by("Turky"), NotFoundError, "no state is called 'Turky'; the nearest is: Turkey"),
        (lambda a: a.summits.attended_by("Ruhani Xyz"), NotFoundError, "no leader, state or organisation is called"),
        (
            lambda a: a.summits.in_city("Istambul"),
            NotFoundError,
            "no city is called 'Istambul'; the nearest .*Istanbul",
        ),
        (lambda a: a.summits.of_series("special"), InvalidValueError, "'special' is no series; give one of: ordinary"),
        (lambda a: a.summits.after("soon"), InvalidValueError, "'soon' is no date; write it as 2017"),
        (lambda a: a.participants.in_capacity("boss"), InvalidValueError, "'boss' is no capacity; give one of: host"),
        (lambda a: a.participants.named("Erdogam"), NotFoundError, "'Erdogam'; the nearest are: Erdoğan"),
        (lambda a: a.reactions.by("Sharif"), AmbiguousNameError, "'Sharif' fits more than one leader"),
        (
            lambda a: a.reactions.about("Jeruzalem"),
            NotFoundError,
            r"no state, organisation or leader is called 'Jeruzalem' \(any other words are found by containing\(\)\)",
        ),
        (lambda a: a.documents.called("x"), NotFoundError, "no document is called 'x'; the nearest is: article"),
        (lambda a: a.documents.of_kind("poem"), InvalidValueError, "'poem' is no kind of document; give one of"),
    ],
)
def test_a_slip_raises_instead_of_giving_nothing(
    archive: Archive, ask: Any, error: type[Exception], message: str
) -> None:
    with pytest.raises(error, match=message):
        ask(archive)


def test_a_collection_made_by_hand_knows_its_own_people(archive: Archive) -> None:
    assert Participants(archive.participants).named("Rouhani")[0].actor.name == "Hassan Rouhani"
    assert Reactions(archive.reactions).by("Netanyahu").entries[0].summit is None
    assert len(Summits(archive.summits).attended_by("Rouhani")) == 1


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Iranians and the United States", ["IRN", "USA"]),
        ("the US, the U.S. and USA; us and Us", ["USA", "USA", "USA"]),
        ("Guinea-Bissau is not Guinea", ["GNB", "GIN"]),
        ("Niger or Nigeria", ["NER", "NGA"]),
        ("the Democratic Republic of the Congo", ["COD"]),
        ("Israel's embassy", ["ISR"]),
        ("the state of things, turkey on the table", []),
        ("Ankara said", []),
        ("", []),
    ],
)
def test_states_in_a_text(text: str, codes: list[str]) -> None:
    assert [mention.state for mention in state_mentions(text)] == codes
