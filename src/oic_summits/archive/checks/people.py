"""Checks of people: in office on the day, in the office that is said, each once."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from oic_summits.archive.assembly import Group
from oic_summits.archive.people import NameIndex, find_terms, short_for
from oic_summits.model import ActorKind, Document, Evidence, Finding, Office, PartialDate, Participant, Term
from oic_summits.reference import find_organisation, find_state, holders, same_office, terms

_HEADS_OF_STATE = re.compile(r"\bheads? of states?\b(?! (?:and|or|/) (?:heads? of )?governments?\b)", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?][\"”’']?\s+(?=[A-Z])|\n")


def _present(group: Group) -> Iterator[tuple[Participant, Office, PartialDate]]:
    """Persons who attended, with the office they are given and the day of the summit."""
    day = group.summit.start or group.summit.end
    if day is None:
        return
    for participant in group.summit.participants:
        office = participant.actor.office
        if participant.actor.kind is ActorKind.PERSON and office is not None:
            yield participant, office, day


def _held(participant: Participant, office: Office, day: PartialDate) -> tuple[Term, ...]:
    """The known terms of a participant in the stated office; empty where the tables do not know them in it."""
    actor = participant.actor
    found = find_terms(actor, None) or find_terms(actor, day)
    return tuple(
        term
        for term in found
        if same_office(office.title, term.office)
        and (actor.state is None or term.state == actor.state)
        and (actor.organisation is None or actor.state is not None or term.organisation == actor.organisation)
    )


def _owner(term: Term) -> str:
    state = find_state(term.state) if term.state else None
    return state.name if state else term.organisation or ""


def not_in_office(group: Group) -> Iterator[Finding]:
    """Participants whose known terms in the office they are given do not include the summit."""
    for participant, office, day in _present(group):
        held = _held(participant, office, day)
        days = (day, group.summit.end or day)
        if not held or any(term.may_include(one) for term in held for one in days):
            continue
        near = min(held, key=lambda term: _distance(term, day))
        holding = [term for term in _holders(near, office, day) if term.person != near.person]
        instead = f"; {_names(holding)} held the office" if holding else "; nobody is known to have held the office"
        yield Finding(
            kind="leader not in office",
            message=f"{participant.actor.name} was not {office.title} of {_owner(near)} on {day}: "
            f"the term {_when(near, day)}{instead}",
            summit=group.id,
            evidence=participant.evidence,
        )


def _distance(term: Term, day: PartialDate) -> int:
    if term.end is not None and term.end.last_day < day.first_day:
        return (day.first_day - term.end.last_day).days
    return (term.start.first_day - day.last_day).days if term.start is not None else 0


def _when(term: Term, day: PartialDate) -> str:
    if term.end is not None and term.end.last_day < day.first_day:
        return f"ended on {term.end}" if term.end.exact else f"ended in {term.end}"
    return f"began on {term.start}" if term.start is not None and term.start.exact else f"began in {term.start}"


def _holders(term: Term, office: Office, day: PartialDate) -> tuple[Term, ...]:
    if term.state is not None and find_state(term.state) is not None:
        return holders(day=day, state=term.state, office=office.title)
    if term.organisation is not None and find_organisation(term.organisation) is not None:
        return holders(day=day, organisation=term.organisation, office=office.title)
    return ()


def _names(held: Sequence[Term]) -> str:
    return " and ".join(dict.fromkeys(term.person.name for term in held))


def other_offices(group: Group) -> Iterator[Finding]:
    """Participants given an office while the tables know them in another one, and only there, on that day."""
    for participant, office, day in _present(group):
        if _held(participant, office, day):
            continue
        actor = participant.actor
        known = tuple(
            term
            for term in find_terms(actor, day)
            if term.may_include(day) and (actor.state is None or term.state in (None, actor.state))
        )
        if not known or not _comparable(office, known):
            continue
        offices = " and ".join(dict.fromkeys(f"{term.office.title} of {_owner(term)}" for term in known))
        yield Finding(
            kind="another office",
            message=f"{actor.name} is called {office.title}, and was {offices} on {day}",
            summit=group.id,
            evidence=participant.evidence,
        )


def _comparable(office: Office, known: Sequence[Term]) -> bool:
    """Whether a stated office is one the tables keep, so that its absence there means something."""
    kinds = {"head of state", "head of government"}
    state = next((term.state for term in known if term.state), None)
    if state is None or find_state(state) is None:
        return False
    # An office that nobody of the state is known to have held is one that the tables leave out.
    return office.kind in kinds or any(
        term.office.kind in kinds for term in holders(day=known[0].start or "1969", state=state, office=office.title)
    )


def not_heads_of_state(group: Group) -> Iterator[Finding]:
    """Participants named among heads of state who were heads of government on that day."""
    texts = {member.extraction.document.id: member.extraction.document for member in group.members}
    for participant, office, day in _present(group):
        known = find_terms(participant.actor, day)
        kinds = {t.office.kind for t in known if t.may_include(day) and same_office(office.title, t.office)}
        kinds = kinds or {office.kind}
        if kinds != {"head of government"} or not _means_government(office.title):
            continue
        for evidence in participant.evidence:
            document = texts.get(evidence.document)
            if document is not None and _HEADS_OF_STATE.search(_sentence(document, evidence)):
                yield Finding(
                    kind="not a head of state",
                    message=f"{participant.actor.name}, {office.title}, is named among heads of state",
                    summit=group.id,
                    evidence=(evidence,),
                )
                break


@cache
def _means_government(title: str) -> bool:
    """Whether most known holders of such an office led a government, as prime ministers do and presidents do not."""
    held = [term.office.kind for term in terms() if same_office(title, term.office)]
    return held.count("head of government") >= held.count("head of state")


def _sentence(document: Document, evidence: Evidence) -> str:
    """The sentence around a piece of evidence."""
    start = max((m.end() for m in _SENTENCE_END.finditer(document.text, 0, evidence.start + 1)), default=0)
    end = _SENTENCE_END.search(document.text, evidence.end)
    return document.text[start : end.start() if end else len(document.text)]


def two_in_one_office(group: Group) -> Iterator[Finding]:
    """Two people in one office of one state, where only one can hold it at a time."""
    seats: dict[tuple[str, str], list[Participant]] = {}
    for participant, office, day in _present(group):
        state = participant.actor.state
        if state is None or find_state(state) is None:
            continue
        known = holders(day=day, state=state, office=office.title)
        if len({term.person.name for term in known}) == 1 and known[0].office.kind in {
            "head of state",
            "head of government",
        }:
            seats.setdefault((state, office.title), []).append(participant)
    for (state, title), people in sorted(seats.items()):
        if len(people) > 1:
            names = " and ".join(participant.actor.name for participant in people)
            yield Finding(
                kind="two in one office",
                message=f"{names} are both called {title} of {state}",
                summit=group.id,
                evidence=tuple(evidence for participant in people for evidence in participant.evidence),
            )


def duplicate_participants(group: Group) -> Iterator[Finding]:
    """Names that may be one person and were kept apart because they fit more than one."""
    people = [p for p in group.summit.participants if p.actor.kind is ActorKind.PERSON]
    index = NameIndex()
    for number, one in enumerate(people):
        for earlier in index.near(one.actor.name):
            other = people[earlier]
            if _may_be_one(one, other):
                yield Finding(
                    kind="duplicate participants",
                    message=f"{other.actor.name} and {one.actor.name} may be one person",
                    summit=group.id,
                    evidence=(*other.evidence, *one.evidence),
                )
        index.add(number, (one.actor.name,))


def _may_be_one(one: Participant, other: Participant) -> bool:
    if one.actor.state and other.actor.state and one.actor.state != other.actor.state:
        return False
    return short_for(one.actor.name, other.actor.name) or short_for(other.actor.name, one.actor.name)
