"""What several sources say of one summit, brought together record by record. Nothing is lost."""

import re
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from oic_summits.archive.people import actor_key, identify, name_words, words_of
from oic_summits.model import (
    Actor,
    ActorKind,
    Attendance,
    Capacity,
    Declaration,
    DeclarationKind,
    Evidence,
    Inference,
    PartialDate,
    Participant,
    Person,
    Provision,
    evolve,
)

T = TypeVar("T")

_BRACKETS = re.compile(r"\([^()]*\)")
_CAPACITIES = (
    Capacity.HOST,
    Capacity.CHAIR,
    Capacity.GUEST,
    Capacity.OBSERVER,
    Capacity.ORGANISATION,
    Capacity.MEMBER,
)
_ORGANISED_TITLES = {
    DeclarationKind.FINAL_COMMUNIQUE: ("final communique", "communique"),
    DeclarationKind.DECLARATION: ("declaration", "final declaration"),
    DeclarationKind.RESOLUTION: ("resolution",),
}


def in_order(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Evidence without repetition, by document and place."""
    return tuple(sorted(dict.fromkeys(evidence), key=lambda e: (e.document, e.start, e.end, e.rule)))


def place(evidence: Sequence[Evidence]) -> tuple[str, int, int]:
    """Where a record stands, for sorting: the document and the place of its first evidence."""
    first = min(evidence, key=lambda e: (e.document, e.start, e.end), default=None)
    return (first.document, first.start, first.end) if first else ("", 0, 0)


def union(records: Iterable[T], evidence: Callable[[T], Sequence[Evidence]]) -> tuple[T, ...]:
    """Records of several documents: identical ones once, in the order of documents and of each text."""
    return tuple(sorted(dict.fromkeys(records), key=lambda record: place(evidence(record))))


def most_agreed(values: Iterable[T | None], key: Callable[[T], object] = lambda value: value) -> T | None:
    """The value that most sources give; among equals the first in the order of the sources. None where none gives any.

    Example:
        >>> most_agreed([None, "Istanbul", "Ankara", "Ankara"])
        'Ankara'
        >>> most_agreed(["Istanbul", "Ankara"])
        'Istanbul'
    """
    counts: dict[object, int] = {}
    firsts: dict[object, T] = {}
    for value in values:
        if value is None:
            continue
        counts[key(value)] = counts.get(key(value), 0) + 1
        firsts.setdefault(key(value), value)
    if not counts:
        return None
    return firsts[max(counts, key=lambda found: counts[found])]


def merge_actors(actors: Sequence[Actor]) -> Actor:
    """One actor out of several mentions of the same one: the fullest name, the office most texts give, every form."""
    fullest = min(actors, key=lambda a: (-len(name_words(a.name)), -len(a.name), a.name))
    forms = dict.fromkeys(
        form for actor in actors for form in (actor.name, *((actor.person.aliases) if actor.person else ()))
    )
    forms.pop(fullest.name, None)
    person = fullest.person
    if fullest.kind is ActorKind.PERSON and (forms or person):
        surname = next((a.person.surname for a in actors if a.person and a.person.surname), None)
        person = Person(name=fullest.name, aliases=tuple(forms), surname=surname)
    office = most_agreed((a.office for a in actors), key=lambda office: office.title)
    state = most_agreed(a.state for a in actors)
    organisation = most_agreed(a.organisation for a in actors)
    inferred = dict.fromkeys(inference for actor in actors for inference in actor.inferred)
    return evolve(
        fullest,
        person=person,
        office=office,
        state=state,
        organisation=organisation,
        inferred=tuple(i for i in inferred if _still_inferred(i, actors)),
    )


def _still_inferred(inference: Inference, actors: Sequence[Actor]) -> bool:
    """Whether no text says outright what another leaves to be inferred."""
    return not any(
        getattr(actor, inference.field, None) == inference.value
        and all(other.field != inference.field for other in actor.inferred)
        for actor in actors
    )


def grouped(records: Iterable[Participant], day: PartialDate | None) -> list[list[Participant]]:
    """Records of the same person, or of the same collective, together."""
    found = tuple(dict.fromkeys(records))
    identities = identify((record.actor, day) for record in found)
    owner = {key: number for number, identity in enumerate(identities) for key in identity.actors}
    groups: dict[object, list[Participant]] = {}
    for record in found:
        key = actor_key(record.actor)
        person = record.actor.kind is ActorKind.PERSON
        groups.setdefault(owner[key] if person else (record.actor.kind, key), []).append(record)
    return list(groups.values())


def _merged(group: Sequence[Participant], whole: Sequence[Participant]) -> Participant:
    """One participant out of a group of records, named as the whole group names them."""
    capacities = {record.capacity for record in group}
    attended = {record.attended for record in group}
    return Participant(
        actor=merge_actors([record.actor for record in whole]) if len(whole) > 1 else whole[0].actor,
        attended=True if True in attended else False if False in attended else None,
        capacity=next((capacity for capacity in _CAPACITIES if capacity in capacities), None),
        evidence=in_order(e for record in group for e in record.evidence),
    )


def _sorted(participants: Iterable[Participant]) -> tuple[Participant, ...]:
    return tuple(sorted(participants, key=lambda p: (place(p.evidence), p.actor.name, p.actor.state or "")))


def merge_people(records: Iterable[Participant], day: PartialDate | None) -> tuple[Participant, ...]:
    """Each person once, with the evidence of every text that names them; attendance and capacity merged.

    "Attended" in one text outweighs silence and "did not attend" in another; the contradiction is reported by the
    checks. Collectives are one where name, state and organisation are the same.

    Args:
        records: people and collectives as the texts name them, in the order of documents.
        day: first day of the summit, which tells namesakes apart.
    """
    return _sorted(_merged(group, group) for group in grouped(records, day))


def attending(records: Iterable[Participant], day: PartialDate | None) -> tuple[Participant, ...]:
    """Who attended, resting only on texts that say so; name, office and state may come from the others."""
    there: list[Participant] = []
    for group in grouped(records, day):
        present = [record for record in group if record.attended]
        if present:
            there.append(_merged(present, group))
    return _sorted(there)


def _is_untitled(declaration: Declaration) -> bool:
    """Whether a declaration bears no title of its own: none, or the mere name of its kind."""
    title = " ".join(words_of(declaration.title or ""))
    return not title or title in _ORGANISED_TITLES[declaration.kind]


def _title_words(declaration: Declaration) -> tuple[str, ...]:
    title = _BRACKETS.sub(" ", declaration.title or "")
    return tuple(word for word in words_of(title) if word not in {"the", "a", "an", "of"})


def _title_group(declaration: Declaration, titles: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """The title under which a declaration is known: the one fuller title that begins like its own, else its own."""
    words = _title_words(declaration)
    longer = {title for title in titles if len(title) > len(words) and title[: len(words)] == words}
    # Of several fuller titles that begin alike, the fullest is meant only if the others are beginnings of it.
    fullest = max(longer, key=lambda title: (len(title), title), default=words)
    return fullest if all(fullest[: len(title)] == title for title in longer) else words


def merge_declarations(records: Iterable[Declaration]) -> tuple[Declaration, ...]:
    """Each outcome document once, with the evidence of every text that speaks of it.

    Two records are one document when kind and title agree (a title may be a beginning of the other), or when one has
    no title and there is no second document of that kind.
    """
    found = tuple(dict.fromkeys(records))
    groups: dict[tuple[DeclarationKind, tuple[str, ...]], list[Declaration]] = {}
    for kind in DeclarationKind:
        titled = [d for d in found if d.kind is kind and not _is_untitled(d)]
        titles = sorted({_title_words(d) for d in titled})
        for declaration in titled:
            groups.setdefault((kind, _title_group(declaration, titles)), []).append(declaration)
        known = [group for group_kind, group in groups if group_kind is kind]
        home = known[0] if len(known) == 1 else ()
        for declaration in found:
            if declaration.kind is kind and _is_untitled(declaration):
                groups.setdefault((kind, home), []).append(declaration)
    merged = [_merge_declaration(group) for group in groups.values()]
    return tuple(sorted(merged, key=lambda d: (place(d.evidence), d.kind.value, d.title or "")))


def _merge_declaration(group: Sequence[Declaration]) -> Declaration:
    if len(group) == 1:
        return group[0]
    titles = [d.title for d in group if d.title and not _is_untitled(d)] or [d.title for d in group if d.title]
    provisions: dict[Provision, None] = dict.fromkeys(p for d in group for p in d.provisions)
    return Declaration(
        kind=group[0].kind,
        title=min(titles, key=lambda title: (-len(words_of(title)), title)) if titles else None,
        provisions=tuple(sorted(provisions, key=lambda p: place(p.evidence))),
        evidence=in_order(e for d in group for e in d.evidence),
    )


def merge_attendance(parts: Sequence[Attendance]) -> Attendance:
    """The counts that most sources give, and every claim of every source."""
    claims = dict.fromkeys(claim for part in parts for claim in part.claims)
    return Attendance(
        representatives=most_agreed(part.representatives for part in parts),
        member_states=most_agreed(part.member_states for part in parts),
        heads_of_state=most_agreed(part.heads_of_state for part in parts),
        claims=tuple(claims),
    )
