"""Operative clauses: finite verbs with which the summit, its organisation or its documents lay something down."""

import re

import attrs

from oic_summits.model import ActKind, Modality
from oic_summits.parser.clauses import Piece
from oic_summits.parser.deeds import Deed
from oic_summits.parser.discourse import Ref
from oic_summits.parser.lexicon import VerbSense
from oic_summits.parser.mentions import Kind
from oic_summits.parser.page import BlockKind
from oic_summits.parser.reading_order import Unit


@attrs.frozen(kw_only=True)
class Operative:
    """An operative verb with its place.

    Attributes:
        issuer: who lays it down.
        word: the verb as printed.
        sense: what it does.
        start, end: view offsets of the evidence.
        content: view offsets of what follows the verb.
        number: paragraph number, or None.
        modality: done or not.
        unit: the sentence.
        rule: the rule of grammar.
    """

    issuer: str
    word: str
    sense: VerbSense
    start: int
    end: int
    content: tuple[int, int]
    number: str | None = None
    modality: Modality = Modality.DONE
    unit: Unit
    rule: str


_WORD = re.compile(r"\w+")
# verbs that are operative in one construction only: with a voice as subject and these words behind
_WITH_OBJECT = {
    "take": ("note",),
    "make": ("clear",),
    "hold": (),
    "put": (),
    "give": ("its",),
    "lay": ("blame", "down", "responsib"),
    "bring": (),
    "set": ("up",),
    "turn": ("down",),
    "admit": (),
    "stand": ("by", "behind", "with", "firm"),
    "side": ("with",),
    "speak": ("of",),
}
_MEMBERS = frozenset("members states countries governments parties nations ministers".split())
_OUTSIDE = ("background", "context", "origin", "history", "prelude", "reaction", "aftermath", "legacy", "preparation")


def is_operative(deed: Deed, *, goes_on: bool = False) -> bool:
    """Whether the clause lays something down: a voice as subject and a verb that summits lay things down with.

    ``goes_on`` says that the sentence before in the same paragraph does.
    """
    if is_agentless(deed, goes_on=goes_on):
        return True
    if (
        not deed.refs
        or not deed.refs[0].voice
        or deed.verb.copula
        or deed.clause.subordinate in ("what", "if", "whether")
    ):
        return False
    if deed.verb.passive and (not deed.by_agent or _on_summit(deed)):
        return False
    if deed.verb.sense.lemma == "pass" and deed.unit.parsed.line.lower(deed.verb.main + 1) in ("to", "from"):
        return False  # "It passes to the host"
    if deed.verb.sense.operative or (_in_first_person(deed) and deed.verb.sense.kind in _LAYING_DOWN):
        return True
    return deed.verb.sense.lemma in _WITH_OBJECT and _object_fits(deed)


_LAYING_DOWN = (ActKind.SAY, ActKind.SUPPORT, ActKind.CRITICISE, ActKind.DEMAND, ActKind.DECIDE, ActKind.PLEDGE)


def _in_first_person(deed: Deed) -> bool:
    """As in "we hold fast to Islam": those who issue the document speak."""
    mentions = [deed.unit.parsed.pieces[k].mention for k in deed.clause.subjects]
    return any(mention is not None and mention.name == "we" for mention in mentions)


def is_agentless(deed: Deed, *, goes_on: bool = False) -> bool:
    """As in "Members were asked to …", "it was decided to …": the summit acts without being named."""
    if not deed.verb.passive or deed.by_agent or deed.verb.negated or deed.reported:
        return False
    if not deed.verb.sense.operative:
        return _takes_note(deed)
    section = (deed.unit.block.section or "").casefold()
    official = deed.unit.block.kind is BlockKind.NUMBERED
    if (
        not official
        and not goes_on
        and not _by_resolution(deed)
        and (not section or any(word in section for word in _OUTSIDE))
    ):
        return False
    if _by_resolution(deed):
        return True
    pieces = deed.unit.parsed.pieces
    heads = [_head(deed, pieces[k]) for k in deed.clause.subjects]
    if official and not deed.clause.relative and not deed.clause.subordinate and not _on_summit(deed):
        return True
    if heads == ["it"]:
        return deed.verb.sense.lemma in ("decide", "agree", "resolve", "recommend")
    if deed.verb.sense.lemma in ("agree", "decide") and deed.unit.parsed.line.lower(deed.verb.main + 1) in _UPON:
        return True
    outcome = any(word in section for word in _OUTCOMES) or official
    held = any(word in section for word in ("proceeding", "session", "summit", "meeting", "debate"))
    if held and deed.verb.sense.lemma in ("demand", "condemn", "reject", "denounce", "deplore"):
        return True  # "the departure of foreign troops was again demanded"
    if outcome and deed.verb.sense.kind is ActKind.CRITICISE and deed.verb.sense.lemma != "accuse":
        return True  # "Any settlement that … was rejected"
    asked = deed.verb.sense.kind is ActKind.DEMAND or deed.verb.sense.lemma in _CHARGING
    return asked and bool(heads) and (heads[0] in _MEMBERS or _called_for(deed))


def _by_resolution(deed: Deed) -> bool:
    """As in "By the resolution Egypt was invited to return": the document in front, its issuer left out."""
    line, document = deed.unit.parsed.line, next((m for m in deed.unit.mentions if m.kind is Kind.DOCUMENT), None)
    fronted = document is not None and document.start == 1 and line.lower(0) in ("by", "under", "in")
    numbered = line.lower(0) == "by" and line.lower(1) in ("resolution", "decision")
    return (fronted or numbered) and deed.clause.governor is None and not deed.clause.subordinate


def _takes_note(deed: Deed) -> bool:
    """As in "Note was taken of the report" in an official text."""
    pieces = [deed.unit.parsed.pieces[k] for k in deed.clause.subjects]
    noted = [deed.unit.parsed.line.lower(piece.end - 1) for piece in pieces] == ["note"]
    return noted and deed.verb.sense.lemma == "take" and deed.unit.block.kind is BlockKind.NUMBERED


_CHARGING = frozenset("mandate task charge instruct direct encourage entrust commission".split())
_UPON = ("upon", "on", "to")
_OUTCOMES = (
    "outcome",
    "decision",
    "decided",
    "resolution",
    "declaration",
    "conclusion",
    "communiqu",
    "document",
    "result",
)


def _head(deed: Deed, piece: Piece) -> str:
    """The last noun of a subject, or the one that names members in "ministers of A, B and C"."""
    words = [token.lower for token in deed.unit.sentence.tokens[piece.start : piece.end]]
    return next((word for word in words if word in _MEMBERS), words[-1])


def _called_for(deed: Deed) -> bool:
    return deed.verb.sense.lemma == "call" and deed.unit.parsed.line.lower(deed.verb.main + 1) == "for"


def _on_summit(deed: Deed) -> bool:
    """Whether the subject of a passive is the summit itself: "was convened by the organisation"."""
    pieces = deed.unit.parsed.pieces
    mentions = [pieces[k].mention for k in deed.clause.subjects]
    return any(m is not None and (m.kind is Kind.SUMMIT or m.name == "it") for m in mentions)


def _object_fits(deed: Deed) -> bool:
    words = _WITH_OBJECT[deed.verb.sense.lemma]
    tokens = deed.unit.sentence.tokens
    after = [token.lower for token in tokens[deed.verb.main + 1 : deed.verb.main + 4]]
    if deed.verb.sense.lemma == "lay":
        return any(word in token.lower for token in tokens[deed.verb.main + 1 : deed.verb.main + 8] for word in words)
    if words:
        return any(word in after for word in words)
    if deed.verb.sense.lemma == "admit":
        return True
    behind = " ".join(token.lower for token in tokens[deed.verb.main + 1 : deed.end])
    blamed = {"responsible", "accountable", "answerable", "blame", "void", "liable"} & set(_WORD.findall(behind))
    holds_that = bool(after) and after[0] in ("that", "fast", "firm", "firmly")
    return deed.verb.sense.lemma == "hold" and (deed.reported or bool(blamed) or holds_that)


def finite_operative(deed: Deed, rule: str, *, issuer: str | None = None) -> Operative:
    """The provision of a clause with a finite operative verb; an issuer stands for who is left unnamed."""
    start, end = deed.view_span()
    tokens = deed.unit.sentence.tokens
    named = deed.refs and issuer is None and not is_agentless(deed)
    ref = deed.refs[0] if named else Ref(kind="voice", name=issuer or "summit")
    after = tokens[deed.verb.main].end
    return Operative(
        issuer=ref.name if ref.voice else (ref.organisation or ref.name),
        word=deed.word,
        sense=deed.verb.sense,
        start=start,
        end=end,
        content=(after, max(after, end)),
        modality=deed.verb.modality,
        unit=deed.unit,
        rule=rule,
    )
