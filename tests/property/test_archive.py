"""Laws of the archive: order and repetition do not matter, filters only leave out, neighbours are mutual."""

import pickle
from collections.abc import Callable
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from oic_summits.archive import Archive, Records
from oic_summits.archive.people import identify, name_words, short_for
from oic_summits.errors import OicSummitsError
from oic_summits.model import Actor, ActorKind, Extraction, PartialDate, Person, Series, Summit, SummitId, evolve
from oic_summits.reference import roster
from tests.strategies import any_text, extractions, persons

_DAYS = ["2017-12-13", "2017-12-14", "2018-05-18", "2017-12"]
_CITIES = ["Istanbul", "İstanbul", "Mecca", "Makkah", "Baku"]
_PEOPLE = {
    "Recep Tayyip Erdoğan": "TUR",
    "Erdogan": "TUR",
    "Hassan Rouhani": "IRN",
    "Rouhani": "IRN",
    "Ali Karim": "IRQ",
    "Omar Karim": "IRQ",
    "Karim": "IRQ",
}


@st.composite
def headers(draw: st.DrawFn) -> Summit | None:
    """Headers that often speak of the same few summits, or of none."""
    if draw(st.integers(0, 5)) == 0:
        return None
    name = SummitId(
        organisation=draw(st.sampled_from(["OIC", "OIC", "Arab League"])),
        series=draw(st.sampled_from([None, *Series])),
        ordinal=draw(st.sampled_from([None, None, 6, 7, 16])),
    )
    return Summit(
        id=name,
        start=draw(st.none() | st.sampled_from(_DAYS).map(PartialDate.parse)),
        cities=draw(st.sampled_from([(), *((city,) for city in _CITIES)])),
    )


@st.composite
def told(draw: st.DrawFn, name: str) -> Extraction:
    """What a document tells, about one of a few summits and by a few people."""
    made: Extraction = draw(extractions(id=name))
    people = tuple(
        evolve(
            participant,
            actor=Actor(
                name=(who := draw(st.sampled_from(list(_PEOPLE)))),
                kind=ActorKind.PERSON,
                person=Person(name=who),
                state=draw(st.sampled_from([None, _PEOPLE[who]])),
            ),
        )
        for participant in made.people
    )
    # The id stands in the text, so that two documents never are the same text.
    document = evolve(made.document, text=f"{made.document.text}\n{name}")
    return evolve(made, document=document, header=draw(headers()), people=people)


def documents() -> SearchStrategy[list[Extraction]]:
    """A few documents under different names."""
    names = st.lists(st.sampled_from("abcde"), unique=True, max_size=4)
    return names.flatmap(lambda chosen: st.tuples(*(told(name) for name in chosen)).map(list))


@given(documents(), st.randoms(use_true_random=False))
def test_documents_in_any_order_give_the_same_archive(told: list[Extraction], random: Any) -> None:
    together = Archive(roster=roster(), extractions=tuple(told))
    shuffled = list(told)
    random.shuffle(shuffled)
    one_by_one = Archive(roster=roster())
    for extraction in shuffled:
        one_by_one = one_by_one.add(extraction)
    assert one_by_one == together
    assert hash(one_by_one) == hash(together)
    assert one_by_one.groups == together.groups
    assert Archive(roster=tuple(reversed(roster())), extractions=together.extractions).groups == together.groups
    assert one_by_one.check() == together.check()


@given(documents())
def test_adding_again_changes_nothing(told: list[Extraction]) -> None:
    once = Archive(roster=roster()).add(told)
    assert once.add(told) == once
    assert once.add(once.extractions[:1]).groups == once.groups


@given(documents())
def test_nothing_is_lost_and_nothing_invented(told: list[Extraction]) -> None:
    archive = Archive(roster=roster(), extractions=tuple(told))
    for name in ("reactions", "quotations", "milestones"):
        assert set(getattr(archive, name)) == {record for e in told for record in getattr(e, name)}
    assert len(archive.documents) == len(told)
    assert sum(len(group.members) for group in archive.groups) == sum(e.header is not None for e in told)
    people = {e for extraction in told for p in (*extraction.people, *extraction.collectives) for e in p.evidence}
    assert {e for p in archive.people for e in p.evidence} == people
    present = {e for x in told for p in (*x.people, *x.collectives) if p.attended for e in p.evidence}
    assert {e for p in archive.participants for e in p.evidence} == present


@given(documents())
def test_neighbours_are_mutual_and_chains_are_whole(told: list[Extraction]) -> None:
    archive = Archive(roster=roster(), extractions=tuple(told))
    for summit in archive.summits:
        after, before = archive.successor(summit), archive.predecessor(summit)
        assert after is None or archive.predecessor(after) == summit
        assert before is None or archive.successor(before) == summit
    for series in Series:
        chain = archive.chain(series=series)
        assert [s.id.ordinal for s in chain if s.id.ordinal] == sorted(s.id.ordinal for s in chain if s.id.ordinal)
        assert {summit.id for summit in roster() if summit.id.series is series} <= {summit.id for summit in chain}


@given(documents())
def test_what_is_derived_survives_pickling(told: list[Extraction]) -> None:
    archive = Archive(roster=roster(), extractions=tuple(told))
    assert archive.overview().startswith("Summit")
    again = pickle.loads(pickle.dumps(archive))
    assert again == archive
    assert again.summits == archive.summits


Filter = Callable[[Any], Records[Any]]

SUMMIT_FILTERS: tuple[Filter, ...] = (
    lambda s: s.hosted_by("TUR"),
    lambda s: s.after("2000"),
    lambda s: s.before("2018-05"),
    lambda s: s.on("2017"),
    lambda s: s.in_city("Istanbul"),
    lambda s: s.of_series("extraordinary"),
    lambda s: s.attended_by("Rouhani"),
    lambda s: s.attended_by("Iran"),
    lambda s: s.documented(),
    lambda s: s.at("extraordinary-6", "ordinary-16"),
)
PEOPLE_FILTERS: tuple[Filter, ...] = (
    lambda p: p.of_state("Iran"),
    lambda p: p.in_capacity("host"),
    lambda p: p.named("Erdoğan"),
    lambda p: p.attended(),
    lambda p: p.reported_by(2),
    lambda p: p.at("extraordinary-6"),
)
REACTION_FILTERS: tuple[Filter, ...] = (
    lambda r: r.by("Rouhani"),
    lambda r: r.about("United States"),
    lambda r: r.of_state("TUR"),
    lambda r: r.quoting(),
    lambda r: r.of_kind("say"),
    lambda r: r.after("2017"),
    lambda r: r.containing("the"),
)


@given(documents(), st.data())
def test_filters_commute_and_only_leave_out(told: list[Extraction], data: st.DataObject) -> None:
    archive = Archive(roster=roster(), extractions=tuple(told))
    collections: list[tuple[Records[Any], tuple[Filter, ...]]] = [
        (archive.summits, SUMMIT_FILTERS),
        (archive.people, PEOPLE_FILTERS),
        (archive.reactions, REACTION_FILTERS),
    ]
    for collection, filters in collections:
        one, other = data.draw(st.sampled_from(filters)), data.draw(st.sampled_from(filters))
        assert one(other(collection)) == other(one(collection))
        assert one(one(collection)) == one(collection)
        assert type(one(collection)) is type(collection)
        left = iter(collection.entries)
        assert all(entry in left for entry in one(collection).entries)  # a subsequence, in the same order


@given(persons(), persons())
def test_a_short_form_has_only_words_of_the_long_one(one: Person, other: Person) -> None:
    assert short_for(one.name, one.name)
    if short_for(one.name, other.name):
        assert set(name_words(one.name)) <= set(name_words(other.name))
    if short_for(one.name, other.name) and short_for(other.name, one.name):
        assert name_words(one.name) == name_words(other.name)


@given(st.lists(st.tuples(persons(), st.sampled_from([None, "TUR", "IRN"])), max_size=6), st.randoms())
def test_who_is_who_does_not_depend_on_order(found: list[tuple[Person, str | None]], random: Any) -> None:
    actors = [(Actor(name=p.name, kind=ActorKind.PERSON, person=p, state=state), None) for p, state in found]
    shuffled = list(actors)
    random.shuffle(shuffled)
    assert identify(shuffled) == identify(actors)
    keys = [key for identity in identify(actors) for key in identity.actors]
    assert len(keys) == len(set(keys))


@given(any_text())
def test_any_question_is_answered_or_refused_by_our_own_errors(question: str) -> None:
    archive = Archive(roster=roster())
    asks: tuple[Callable[[str], object], ...] = (
        archive.summit,
        archive.by_leader,
        archive.by_state,
        archive.reactions.about,
        archive.summits.in_city,
    )
    for ask in asks:
        try:
            answer = ask(question)
        except OicSummitsError as error:
            answer = str(error)
        assert answer is not None
