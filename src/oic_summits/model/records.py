"""What a text says: who took part, what was declared, who reacted and how. Every record carries its evidence."""

from oic_summits.model._base import frozen
from oic_summits.model.dates import PartialDate
from oic_summits.model.evidence import Evidence
from oic_summits.model.vocabulary import (
    ActKind,
    ActorKind,
    Basis,
    Capacity,
    DeclarationKind,
    Medium,
    Modality,
    Polarity,
)
from oic_summits.model.world import Office, Person


@frozen
class Inference:
    """A value that the words themselves leave out, what it was filled from, and why.

    Attributes:
        field: the field of the record that was filled.
        value: the value, as text.
        basis: document, archive or reference.
        reason: one sentence for people.
    """

    field: str
    value: str
    basis: Basis
    reason: str


@frozen
class Claim:
    """What one source says about one field of a summit.

    Attributes:
        field: name of the field of `Summit` or `Attendance`.
        value: the value as text, dates in ISO form, states by alpha-3 code.
        source: id of the document, or ``roster`` for the built-in list of summits.
        qualifier: ``at least``, ``at most``, ``about``, or None for a plain value.
        basis: what the value rests on.
        evidence: the words, or None where the source is not a text.
    """

    field: str
    value: str
    source: str
    qualifier: str | None = None
    basis: Basis = Basis.TEXT
    evidence: Evidence | None = None


@frozen
class Actor:
    """Who acts or takes part: a person, a state, an organisation, another body, or a collective.

    Attributes:
        name: fullest form of the name in the text, without office or honorific, mended.
        kind: person, state, organisation, body or collective.
        person: for a person, the name and the other forms in which the text names them.
        office: the office in which the text presents a person, or None.
        state: alpha-3 code of the state they belong to or speak for, or None.
        organisation: short name of the organisation they speak for, or None.
        inferred: which of these values the words leave out, and what each was filled from.
    """

    name: str
    kind: ActorKind
    person: Person | None = None
    office: Office | None = None
    state: str | None = None
    organisation: str | None = None
    inferred: tuple[Inference, ...] = ()


@frozen
class Participant:
    """Somebody a text names around a summit, whether they attended, and in what capacity.

    Attributes:
        actor: person or collective.
        attended: True or False where the text says or plainly implies it, None where it does not.
        capacity: host, chair, member, guest, observer or organisation; None for who is not said to have attended.
        evidence: each mention on which the record rests.
    """

    actor: Actor
    attended: bool | None = None
    capacity: Capacity | None = None
    evidence: tuple[Evidence, ...] = ()


@frozen
class Attendance:
    """How many took part. A count that the text does not give is None.

    Attributes:
        representatives: delegations or representatives present.
        member_states: member states that took part, never the size of the organisation alone.
        heads_of_state: heads of state (or of state and government) present.
        claims: each figure with its qualifier ("at least") and its evidence.
    """

    representatives: int | None = None
    member_states: int | None = None
    heads_of_state: int | None = None
    claims: tuple[Claim, ...] = ()


@frozen
class Quotation:
    """A direct quotation: the words between the marks, and who said them.

    Attributes:
        text: the quoted words, mended, without the marks.
        speaker: who said them, or None where the text leaves it open.
        evidence: the words between the marks, verbatim.
    """

    text: str
    speaker: Actor | None
    evidence: Evidence


@frozen
class Act:
    """One thing an actor does, says or decides: one finite verb.

    Attributes:
        verb: the verb as printed, such as ``criticized`` or ``has urged``.
        lemma: its dictionary form.
        kind: say, support, criticise, demand, decide, pledge, participate or do.
        content: what follows the verb, mended.
        addressee: to whom, or None.
        polarity: for, against or neutral.
        modality: done, planned, expected or not done.
        date: when, as exact as the text allows, or None.
        quotations: direct quotations within the clause.
        evidence: the clause, verbatim.
    """

    verb: str
    lemma: str
    kind: ActKind
    content: str
    addressee: str | None = None
    polarity: Polarity = Polarity.NEUTRAL
    modality: Modality = Modality.DONE
    date: PartialDate | None = None
    quotations: tuple[Quotation, ...] = ()
    evidence: Evidence


@frozen
class Reaction:
    """What one actor does in one passage: one or more acts.

    Attributes:
        actor: who.
        acts: what, in the order of the text.
        medium: speech, statement, tweet and so on, or None where the text does not say.
        date: when, or None.
        handle: account name of a social-media post, with its ``@``.
        hashtags: hashtags of a post, with their ``#``.
        evidence: the clauses.
    """

    actor: Actor
    acts: tuple[Act, ...]
    medium: Medium | None = None
    date: PartialDate | None = None
    handle: str | None = None
    hashtags: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()

    @property
    def quotations(self) -> tuple[Quotation, ...]:
        """Direct quotations of all acts, in order."""
        return tuple(quotation for act in self.acts for quotation in act.quotations)


@frozen
class Provision:
    """One operative verb of a summit, its organisation or its documents.

    Attributes:
        issuer: ``summit``, ``communique``, ``declaration``, ``resolution`` or the short name of an organisation.
        verb: the operative verb as printed.
        lemma: its dictionary form.
        kind: what sort of act it is.
        content: what is condemned, demanded and so on, mended.
        addressee: on whom the provision calls, or None.
        number: paragraph number as printed in an official text, or None.
        polarity: for, against or neutral.
        modality: done, planned, expected or not done.
        quotations: direct quotations within it.
        evidence: the clause or paragraph, verbatim.
    """

    issuer: str
    verb: str
    lemma: str
    kind: ActKind
    content: str
    addressee: str | None = None
    number: str | None = None
    polarity: Polarity = Polarity.NEUTRAL
    modality: Modality = Modality.DONE
    quotations: tuple[Quotation, ...] = ()
    evidence: tuple[Evidence, ...] = ()


@frozen
class Declaration:
    """An outcome document of a summit, as texts speak of it.

    Attributes:
        kind: declaration, final communique or resolution.
        title: its title, or None where a text only mentions it.
        provisions: what it says, in the order of the text.
        evidence: each mention.
    """

    kind: DeclarationKind
    title: str | None = None
    provisions: tuple[Provision, ...] = ()
    evidence: tuple[Evidence, ...] = ()


@frozen
class Milestone:
    """A dated happening around a summit: a vote, a recognition, an earlier declaration.

    Attributes:
        date: when, as exact as the text allows.
        actor: who did it, or None.
        content: what happened, mended.
        inferred: parts of the date that were completed from the document.
        evidence: the words, verbatim.
    """

    date: PartialDate
    actor: Actor | None
    content: str
    inferred: tuple[Inference, ...] = ()
    evidence: Evidence


@frozen
class InstrumentReference:
    """A numbered outside document that a text refers to, such as a resolution of the Security Council.

    Attributes:
        body: short name of the issuing body, such as ``UNSC``.
        number: as printed, such as ``478`` or ``66/253 B``.
        evidence: the words, verbatim.
    """

    body: str
    number: str
    evidence: Evidence
