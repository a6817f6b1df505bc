"""Extractions made by hand from short texts, for the tests of the archive."""

from collections.abc import Sequence
from typing import Any

from oic_summits.model import (
    Act,
    ActKind,
    Actor,
    ActorKind,
    Capacity,
    Claim,
    Document,
    DocumentKind,
    Evidence,
    Extraction,
    Office,
    PartialDate,
    Participant,
    Person,
    Quotation,
    Reaction,
    Summit,
    SummitId,
)

SIXTH = SummitId.parse("extraordinary-6")
KINDS = {
    "president": "head of state",
    "king": "head of state",
    "emir": "head of state",
    "prime minister": "head of government",
}


def proof(document: str, text: str, words: str) -> Evidence:
    """The first place where the words stand in the text."""
    start = text.index(words)
    return Evidence(document=document, start=start, end=start + len(words), text=words, rule="test")


def person(name: str, office: str | None = None, state: str | None = None, organisation: str | None = None) -> Actor:
    """A person as a text names them."""
    return Actor(
        name=name,
        kind=ActorKind.PERSON,
        person=Person(name=name),
        office=Office(title=office, kind=KINDS.get(office)) if office else None,
        state=state,
        organisation=organisation,
    )


class Text:
    """A text under a name, from which records with evidence are made."""

    def __init__(self, name: str, text: str, kind: DocumentKind = DocumentKind.NEWS, **parts: Any) -> None:
        self.name = name
        self.text = text
        self.document = Document(id=name, kind=kind, text=text, **parts)

    def proof(self, words: str) -> Evidence:
        return proof(self.name, self.text, words)

    def present(
        self,
        actor: Actor,
        capacity: Capacity | None = Capacity.MEMBER,
        attended: bool | None = True,
        words: str | None = None,
    ) -> Participant:
        return Participant(
            actor=actor, attended=attended, capacity=capacity, evidence=(self.proof(words or actor.name),)
        )

    def claim(self, field: str, value: str, words: str, qualifier: str | None = None) -> Claim:
        return Claim(field=field, value=value, source=self.name, qualifier=qualifier, evidence=self.proof(words))

    def reaction(self, actor: Actor, verb: str, content: str, quoted: str | None = None, **act: Any) -> Reaction:
        quotations = (Quotation(text=quoted, speaker=actor, evidence=self.proof(quoted)),) if quoted else ()
        clause = self.proof(f"{verb} {content}")
        done = Act(
            verb=verb, lemma=verb, kind=ActKind.SAY, content=content, quotations=quotations, evidence=clause, **act
        )
        return Reaction(actor=actor, acts=(done,), evidence=(clause,))

    def extraction(
        self, header: Summit | None = None, people: Sequence[Participant] = (), **records: Any
    ) -> Extraction:
        return Extraction(document=self.document, header=header, people=tuple(people), **records)


def header(summit: SummitId = SIXTH, start: str | None = None, end: str | None = None, **parts: Any) -> Summit:
    """The header of a summit, with dates in ISO form."""
    return Summit(
        id=summit,
        start=PartialDate.parse(start) if start else None,
        end=PartialDate.parse(end) if end else None,
        **parts,
    )
