"""Hypothesis strategies for every record of the model, shared by all property tests.

Small functions that compose: those for records take a strategy for their evidence, so that a whole extraction can be
built whose every span slices back to its quote.
"""

from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from oic_summits.archive import Archive
from oic_summits.model import (
    Act,
    ActKind,
    Actor,
    ActorKind,
    Attendance,
    Basis,
    Capacity,
    Claim,
    Declaration,
    DeclarationKind,
    Document,
    DocumentKind,
    Evidence,
    Extraction,
    Field,
    Finding,
    Inference,
    InstrumentReference,
    Medium,
    Membership,
    Milestone,
    Modality,
    Office,
    Organisation,
    PartialDate,
    Participant,
    Person,
    Polarity,
    Problem,
    Provision,
    Quotation,
    Reaction,
    Repair,
    Section,
    Series,
    Source,
    State,
    Summit,
    SummitId,
    Term,
)
from oic_summits.reference import roster
from tests.rendered import RenderedSummit, hostile_texts, noise_paragraphs, person_names, rendered_summits

__all__ = [
    "RECORDS",
    "RenderedSummit",
    "actors",
    "acts",
    "any_text",
    "archives",
    "attendances",
    "claims",
    "declarations",
    "documents",
    "evidences",
    "extractions",
    "findings",
    "hostile_texts",
    "inferences",
    "instruments",
    "milestones",
    "noise_paragraphs",
    "offices",
    "organisations",
    "partial_dates",
    "participants",
    "person_names",
    "persons",
    "problems",
    "provisions",
    "quotations",
    "reactions",
    "rendered_summits",
    "sources",
    "states",
    "summit_ids",
    "summits",
    "terms",
]

Proof = SearchStrategy[Evidence]

_SENTENCES = (
    "The summit condemned the decision.",
    "Mevlüt ÇavuÅŸoÄŸlu spoke of “a red line”.",
    "قال الأمين العام إن القدس",
    "137 states\r\nvoted 🕊 for it; none against",
)
_STATE_CODES = ("TUR", "PSE", "SAU", "MYS", "SEN")
_BODIES = ("OIC", "UNSC", "Arab League", "G20", "Non-Aligned Movement", "Conseil de l'Entente", "a-ordinary-b")
_VERBS = (("condemned", "condemn"), ("has urged", "urge"), ("said", "say"), ("will not attend", "attend"))


def any_text(*, min_size: int = 0) -> SearchStrategy[str]:
    """Any string at all, lone surrogates included, and often one that a document could hold."""
    wild = st.text(st.characters(), min_size=min_size, max_size=30)
    return st.one_of(st.sampled_from(_SENTENCES), wild)


def tuples_of(items: SearchStrategy[Any], *, max_size: int = 2) -> SearchStrategy[Any]:
    """A tuple of a few items."""
    return st.lists(items, max_size=max_size).map(tuple)


def maybe(items: SearchStrategy[Any]) -> SearchStrategy[Any]:
    """None or an item."""
    return st.none() | items


@st.composite
def partial_dates(draw: st.DrawFn) -> PartialDate:
    """A day, a month or a year."""
    day = draw(st.dates())
    month = draw(st.none() | st.just(day.month))
    return PartialDate(year=day.year, month=month, day=draw(st.none() | st.just(day.day)) if month else None)


@st.composite
def summit_ids(draw: st.DrawFn, *, complete: bool = False) -> SummitId:
    """The name of a summit; `complete` asks for a series and a number."""
    if complete:
        return SummitId(series=draw(st.sampled_from(Series)), ordinal=draw(st.integers(1, 99)))
    numbered = draw(st.sampled_from(("number", "date", "nothing")))
    free = st.text(min_size=1, max_size=12).map(lambda text: " ".join(text.split())).filter(bool)
    return SummitId(
        organisation=draw(st.sampled_from(_BODIES) | free),
        series=draw(maybe(st.sampled_from(Series))),
        ordinal=draw(st.integers(1, 999)) if numbered == "number" else None,
        date=draw(partial_dates()) if numbered == "date" else None,
    )


@st.composite
def evidences(draw: st.DrawFn, text: str | None = None, *, document: str = "note") -> Evidence:
    """A slice of a text with its words; without a text, words at some place of one that is not at hand."""
    rule = draw(st.sampled_from(("box", "participants", "clause")))
    if text is None:
        words = draw(any_text(min_size=1))
        start = draw(st.integers(0, 10**6))
    else:
        start = draw(st.integers(0, len(text) - 1))
        words = text[start : draw(st.integers(start + 1, len(text)))]
    return Evidence(document=document, start=start, end=start + len(words), text=words, rule=rule)


ANYWHERE: Proof = evidences()
"""Evidence from a text that is not at hand."""


def memberships() -> SearchStrategy[Membership]:
    return st.builds(
        Membership,
        status=st.sampled_from(("member", "observer", "suspended", "withdrawn")),
        start=maybe(partial_dates()),
        end=maybe(partial_dates()),
        note=maybe(any_text()),
    )


def states() -> SearchStrategy[State]:
    letters = st.characters(min_codepoint=ord("A"), max_codepoint=ord("Z"))
    return st.builds(
        State,
        alpha2=st.text(letters, min_size=2, max_size=2),
        alpha3=st.text(letters, min_size=3, max_size=3),
        name=any_text(),
        official_name=any_text(),
        demonyms=tuples_of(any_text()),
        aliases=tuples_of(any_text()),
        capital=maybe(any_text()),
        memberships=tuples_of(memberships()),
    )


def organisations() -> SearchStrategy[Organisation]:
    return st.builds(
        Organisation,
        short_name=st.sampled_from(_BODIES),
        name=any_text(),
        aliases=tuples_of(any_text()),
        kind=maybe(any_text()),
        parent=maybe(st.sampled_from(_BODIES)),
        note=maybe(any_text()),
    )


@st.composite
def persons(draw: st.DrawFn) -> Person:
    """A person with particles, diacritics or a number behind the name, as the press prints them."""
    name = draw(person_names())
    surname = draw(maybe(st.just(name.split()[-1])))
    return Person(name=name, aliases=draw(tuples_of(person_names())), surname=surname)


def offices() -> SearchStrategy[Office]:
    titles = ("president", "prime minister", "king", "emir", "foreign minister", "secretary-general")
    return st.builds(Office, title=st.sampled_from(titles), kind=maybe(st.sampled_from(("head of state", "minister"))))


def terms() -> SearchStrategy[Term]:
    return st.builds(
        Term,
        person=persons(),
        office=offices(),
        state=maybe(st.sampled_from(_STATE_CODES)),
        organisation=maybe(st.sampled_from(_BODIES)),
        start=maybe(partial_dates()),
        end=maybe(partial_dates()),
        confidence=st.sampled_from(("high", "medium", "low")),
        note=maybe(any_text()),
        source=maybe(any_text()),
    )


def inferences() -> SearchStrategy[Inference]:
    return st.builds(Inference, field=any_text(), value=any_text(), basis=st.sampled_from(Basis), reason=any_text())


def claims(evidence: Proof = ANYWHERE) -> SearchStrategy[Claim]:
    return st.builds(
        Claim,
        field=st.sampled_from(("start", "country", "cities", "representatives")),
        value=any_text(),
        source=st.sampled_from(("note", "roster")),
        qualifier=maybe(st.sampled_from(("at least", "at most", "about"))),
        basis=st.sampled_from(Basis),
        evidence=maybe(evidence),
    )


@st.composite
def actors(draw: st.DrawFn) -> Actor:
    """A person with an office, or a body, a state or a collective."""
    kind = draw(st.sampled_from(ActorKind))
    person = draw(persons()) if kind is ActorKind.PERSON else None
    return Actor(
        name=person.name if person else draw(any_text(min_size=1)),
        kind=kind,
        person=person,
        office=draw(maybe(offices())) if person else None,
        state=draw(maybe(st.sampled_from(_STATE_CODES))),
        organisation=draw(maybe(st.sampled_from(_BODIES))),
        inferred=draw(tuples_of(inferences(), max_size=1)),
    )


def participants(evidence: Proof = ANYWHERE) -> SearchStrategy[Participant]:
    return st.builds(
        Participant,
        actor=actors(),
        attended=maybe(st.booleans()),
        capacity=maybe(st.sampled_from(Capacity)),
        evidence=tuples_of(evidence),
    )


def attendances(evidence: Proof = ANYWHERE) -> SearchStrategy[Attendance]:
    count = maybe(st.integers(0, 200))
    return st.builds(
        Attendance,
        representatives=count,
        member_states=count,
        heads_of_state=count,
        claims=tuples_of(claims(evidence)),
    )


def quotations(evidence: Proof = ANYWHERE) -> SearchStrategy[Quotation]:
    return st.builds(Quotation, text=any_text(), speaker=maybe(actors()), evidence=evidence)


@st.composite
def acts(draw: st.DrawFn, evidence: Proof = ANYWHERE) -> Act:
    """One finite verb of an actor."""
    verb, lemma = draw(st.sampled_from(_VERBS))
    return Act(
        verb=verb,
        lemma=lemma,
        kind=draw(st.sampled_from(ActKind)),
        content=draw(any_text()),
        addressee=draw(maybe(any_text())),
        polarity=draw(st.sampled_from(Polarity)),
        modality=draw(st.sampled_from(Modality)),
        date=draw(maybe(partial_dates())),
        quotations=draw(tuples_of(quotations(evidence), max_size=1)),
        evidence=draw(evidence),
    )


def reactions(evidence: Proof = ANYWHERE) -> SearchStrategy[Reaction]:
    return st.builds(
        Reaction,
        actor=actors(),
        acts=tuples_of(acts(evidence)),
        medium=maybe(st.sampled_from(Medium)),
        date=maybe(partial_dates()),
        handle=maybe(st.just("@someone")),
        hashtags=tuples_of(st.just("#Summit"), max_size=1),
        evidence=tuples_of(evidence),
    )


@st.composite
def provisions(draw: st.DrawFn, evidence: Proof = ANYWHERE) -> Provision:
    """One operative verb of a summit or its documents."""
    verb, lemma = draw(st.sampled_from(_VERBS))
    return Provision(
        issuer=draw(st.sampled_from(("summit", "communique", "declaration", "OIC"))),
        verb=verb,
        lemma=lemma,
        kind=draw(st.sampled_from(ActKind)),
        content=draw(any_text()),
        addressee=draw(maybe(any_text())),
        number=draw(maybe(st.just("12.a"))),
        polarity=draw(st.sampled_from(Polarity)),
        modality=draw(st.sampled_from(Modality)),
        quotations=draw(tuples_of(quotations(evidence), max_size=1)),
        evidence=draw(tuples_of(evidence)),
    )


def declarations(evidence: Proof = ANYWHERE) -> SearchStrategy[Declaration]:
    return st.builds(
        Declaration,
        kind=st.sampled_from(DeclarationKind),
        title=maybe(any_text(min_size=1)),
        provisions=tuples_of(provisions(evidence)),
        evidence=tuples_of(evidence),
    )


def milestones(evidence: Proof = ANYWHERE) -> SearchStrategy[Milestone]:
    return st.builds(
        Milestone,
        date=partial_dates(),
        actor=maybe(actors()),
        content=any_text(),
        inferred=tuples_of(inferences(), max_size=1),
        evidence=evidence,
    )


def instruments(evidence: Proof = ANYWHERE) -> SearchStrategy[InstrumentReference]:
    numbers = st.sampled_from(("478", "66/253 B", "2/EX-CFM"))
    return st.builds(InstrumentReference, body=st.just("UNSC"), number=numbers, evidence=evidence)


def sources() -> SearchStrategy[Source]:
    return st.builds(
        Source, id=st.sampled_from(("note", "roster")), reason=any_text(), addresses=tuples_of(any_text(), max_size=1)
    )


@st.composite
def summits(draw: st.DrawFn, evidence: Proof = ANYWHERE, *, header: bool = False) -> Summit:
    """A summit with any of its fields; `header` leaves out the records, as an extraction does."""
    days = sorted(draw(st.lists(partial_dates(), max_size=2)))
    records: dict[str, Any] = {
        "participants": participants(evidence),
        "declarations": declarations(evidence),
        "provisions": provisions(evidence),
        "reactions": reactions(evidence),
        "quotations": quotations(evidence),
        "milestones": milestones(evidence),
        "instruments": instruments(evidence),
    }
    return Summit(
        id=draw(summit_ids()),
        title=draw(maybe(any_text())),
        start=days[0] if days else None,
        end=days[-1] if days else None,
        country=draw(maybe(st.sampled_from(_STATE_CODES))),
        cities=draw(tuples_of(any_text(min_size=1))),
        venues=draw(tuples_of(any_text(min_size=1), max_size=1)),
        motto=draw(maybe(any_text())),
        follows=draw(maybe(summit_ids())),
        precedes=draw(maybe(summit_ids(complete=True))),
        convener=draw(maybe(actors())),
        chair=draw(maybe(actors())),
        host=draw(maybe(actors())),
        occasion=draw(maybe(any_text())),
        attendance=draw(attendances(evidence)),
        claims=draw(tuples_of(claims(evidence))),
        sources=draw(tuples_of(sources())),
        **{name: () if header else draw(tuples_of(items, max_size=1)) for name, items in records.items()},
    )


@st.composite
def _spans(draw: st.DrawFn, text: str) -> tuple[int, int]:
    start = draw(st.integers(0, len(text)))
    return start, draw(st.integers(start, len(text)))


@st.composite
def _sections(draw: st.DrawFn, text: str) -> Section:
    start, end = draw(_spans(text))
    return Section(title=draw(maybe(any_text())), level=draw(st.integers(0, 3)), start=start, end=end)


@st.composite
def _repairs(draw: st.DrawFn, text: str) -> Repair:
    words = draw(evidences(text))
    return Repair(start=words.start, end=words.end, printed=words.text, meant=draw(any_text()))


@st.composite
def problems(draw: st.DrawFn, text: str = _SENTENCES[0], *, document: str = "note") -> Problem:
    """Something that could not be read, at some place of a text."""
    start, end = draw(_spans(text))
    return Problem(
        kind=draw(st.sampled_from(("unknown key", "impossible date"))),
        message=draw(any_text()),
        document=document,
        start=start,
        end=end,
        text=text[start:end][:200],
        line=text.count("\n", 0, start) + 1,
        column=start - (text.rfind("\n", 0, start) + 1) + 1,
    )


@st.composite
def documents(draw: st.DrawFn, text: str | None = None, *, id: str | None = None) -> Document:  # noqa: A002
    """A document whose fields, sections and repairs lie in its text."""
    name = draw(st.sampled_from(("note", "article", "نص"))) if id is None else id
    body = draw(any_text(min_size=1)) if text is None else text
    fields = st.builds(Field, key=any_text(), value=any_text(), evidence=evidences(body, document=name))
    return Document(
        id=name,
        kind=draw(st.sampled_from(DocumentKind)),
        text=body,
        title=draw(maybe(any_text())),
        language=draw(st.sampled_from(("en", "ar"))),
        published=draw(maybe(partial_dates())),
        fields=draw(tuples_of(fields)),
        sections=draw(tuples_of(_sections(body))),
        repairs=draw(tuples_of(_repairs(body), max_size=1)),
    )


@st.composite
def extractions(draw: st.DrawFn, *, id: str | None = None) -> Extraction:  # noqa: A002
    """What one document tells; every span in it slices back to its words."""
    document = draw(documents(id=id))
    proof = evidences(document.text, document=document.id)
    return Extraction(
        document=document,
        header=draw(maybe(summits(proof, header=True))),
        people=draw(tuples_of(participants(proof))),
        collectives=draw(tuples_of(participants(proof), max_size=1)),
        declarations=draw(tuples_of(declarations(proof), max_size=1)),
        provisions=draw(tuples_of(provisions(proof), max_size=1)),
        reactions=draw(tuples_of(reactions(proof), max_size=1)),
        quotations=draw(tuples_of(quotations(proof), max_size=1)),
        milestones=draw(tuples_of(milestones(proof), max_size=1)),
        instruments=draw(tuples_of(instruments(proof), max_size=1)),
        problems=draw(tuples_of(problems(document.text, document=document.id), max_size=1)),
    )


@st.composite
def archives(draw: st.DrawFn) -> Archive:
    """Some summits of the roster, and up to three documents with different names and texts."""
    known = draw(st.lists(st.sampled_from(roster()), max_size=3, unique=True))
    names = draw(st.lists(st.sampled_from(("article", "news", "note")), max_size=3, unique=True))
    found = [draw(extractions(id=name)) for name in names]
    texts = {extraction.document.text: extraction for extraction in found}
    return Archive(roster=tuple(known), extractions=tuple(texts.values()))


def findings() -> SearchStrategy[Finding]:
    return st.builds(
        Finding,
        kind=st.sampled_from(("contradiction", "gap")),
        message=any_text(),
        summit=maybe(summit_ids()),
        evidence=tuples_of(evidences()),
    )


def _fields() -> SearchStrategy[Field]:
    return st.builds(Field, key=any_text(), value=any_text(), evidence=evidences())


RECORDS: dict[type[Any], SearchStrategy[Any]] = {
    Act: acts(),
    Actor: actors(),
    Attendance: attendances(),
    Claim: claims(),
    Declaration: declarations(),
    Document: documents(),
    Evidence: evidences(),
    Extraction: extractions(),
    Field: _fields(),
    Finding: findings(),
    Inference: inferences(),
    InstrumentReference: instruments(),
    Membership: memberships(),
    Milestone: milestones(),
    Office: offices(),
    Organisation: organisations(),
    Participant: participants(),
    PartialDate: partial_dates(),
    Person: persons(),
    Problem: problems(),
    Provision: provisions(),
    Quotation: quotations(),
    Reaction: reactions(),
    Repair: _repairs(_SENTENCES[1]),
    Section: _sections(_SENTENCES[2]),
    Source: sources(),
    State: states(),
    Summit: summits(),
    SummitId: summit_ids(),
    Term: terms(),
}
"""A strategy for every record class of the model."""
