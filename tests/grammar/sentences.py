"""One sentence, put where a document would have it, and what the parser makes of it, in few words."""

from functools import cache

import pytest
from _pytest.mark.structures import ParameterSet

from oic_summits.model import Actor, ActorKind, Extraction
from oic_summits.parser import parse

_ARTICLE = """= Fourteenth Session of the Islamic Summit Conference =

14th Islamic Summit
- Country: Saudi Arabia
- Date: 2019-05-31
- Cities: Mecca
- Follows: 13th
- Precedes: 15th

The Fourteenth Session of the Islamic Summit Conference was a meeting of the Organisation of Islamic Cooperation (OIC).

=={section}==
{text}
"""
_NEWS = """MECCA, June 1, 2019 - The summit of the Organisation of Islamic Cooperation (OIC) met in Mecca on Friday.

{text}
"""


def rare(*values: object, reason: str, name: str | None = None) -> ParameterSet:
    """A rare case that a careful reader gets right and the grammar does not, yet."""
    return pytest.param(*values, marks=pytest.mark.xfail(strict=True, reason=reason), id=name)


@cache
def article(text: str, section: str = "Reactions") -> Extraction:
    """What the parser finds in an article on one summit that ends with this text."""
    return parse(_ARTICLE.format(section=section, text=text), id="article")


@cache
def news(text: str) -> Extraction:
    """What the parser finds in a report that ends with this text."""
    return parse(_NEWS.format(text=text), id="news")


def people(found: Extraction) -> dict[str, tuple[str | None, str | None]]:
    """Office and state, or organisation, of everybody."""
    return {
        person.actor.name: (
            person.actor.office.title if person.actor.office else None,
            person.actor.state or person.actor.organisation,
        )
        for person in found.people
    }


def presence(found: Extraction) -> dict[str, tuple[bool, str | None]]:
    """Whether everybody attended, and in what capacity."""
    return {
        person.actor.name: (bool(person.attended), person.capacity.value if person.capacity else None)
        for person in found.people
    }


def quotations(found: Extraction) -> list[tuple[str | None, str]]:
    """Speaker and words of every quotation; an organisation goes by its short name."""
    return [(_voice(q.speaker), q.text) for q in found.quotations]


def _voice(speaker: Actor | None) -> str | None:
    if speaker is None:
        return None
    return speaker.organisation if speaker.kind is ActorKind.ORGANISATION and speaker.organisation else speaker.name


def acts(found: Extraction) -> list[tuple[str, str]]:
    """Actor and verb, in its dictionary form, of every act, in the order of the text."""
    pairs = [
        (act.evidence.start, reaction.actor.name, act.lemma) for reaction in found.reactions for act in reaction.acts
    ]
    return [(actor, lemma) for _, actor, lemma in sorted(pairs, key=lambda pair: pair[0])]


def modes(found: Extraction) -> list[tuple[str, str]]:
    """Verb, in its dictionary form, and modality of every act."""
    return [(act.lemma, act.modality.value) for reaction in found.reactions for act in reaction.acts]


def events(found: Extraction) -> list[tuple[str, str | None]]:
    """Date and actor of every milestone."""
    return [(str(m.date), m.actor.name if m.actor else None) for m in found.milestones]


def instruments(found: Extraction) -> list[tuple[str, str]]:
    """Body and number of every instrument."""
    return [(i.body, i.number) for i in found.instruments]


def provisions(found: Extraction) -> list[str]:
    """The verbs, in their dictionary form, of all that the summit, its organisation and its documents say."""
    return [p.lemma for d in found.declarations for p in d.provisions] + [p.lemma for p in found.provisions]


def declarations(found: Extraction) -> list[tuple[str, str | None]]:
    """Kind and title of every outcome document."""
    return [(d.kind.value, d.title) for d in found.declarations]


def counts(found: Extraction) -> tuple[int | None, int | None, int | None]:
    """Representatives, member states and heads of state."""
    assert found.header is not None
    attendance = found.header.attendance
    return attendance.representatives, attendance.member_states, attendance.heads_of_state


def offices(found: Extraction) -> dict[str, str | None]:
    """The office of everybody."""
    return {name: office for name, (office, _) in people(found).items()}


def rules(found: Extraction, name: str, field: str) -> str | None:
    """On what a field of somebody rests where the words beside the name leave it out."""
    actor = next(person.actor for person in found.people if person.actor.name == name)
    return next((one.basis.value for one in actor.inferred if one.field == field), None)
