"""Who takes the chair: by phrase ("with X in the chair"), by election, or because somebody hands it over."""

from collections.abc import Iterator

from oic_summits.model import Modality
from oic_summits.parser.cues import chairs, is_elsewhere
from oic_summits.parser.deeds import Deed
from oic_summits.parser.discourse import Entity
from oic_summits.parser.line import Line
from oic_summits.parser.mentions import Mention
from oic_summits.parser.reading_order import Unit
from oic_summits.parser.resolve import Resolver
from oic_summits.parser.wordlists import HONORIFIC_WORDS

_CHAIR = frozenset("chairman chair chairperson".split())
_ASSUMING = frozenset("received receiving taken taking assuming assumed".split())
_HELD = frozenset("summit session conference proceedings meeting".split())
_OTHER_BODIES = frozenset("committee council board group commission".split())
_PRESIDING = frozenset("conducted guided presided chaired".split())


def is_phrased_as_chair(line: Line, mention: Mention, *, official: bool) -> bool:
    """As in "under the chairmanship of X", "chaired by X", "with X in the chair"; "X presided" in an official text."""
    start = mention.start
    while line.lower(start - 1).rstrip(".") in HONORIFIC_WORDS or line.lower(start - 1) == ".":
        start -= 1
    before = [line.lower(start - k) for k in (1, 2, 3)]
    if {line.lower(start - k) for k in range(1, 8)} & _OTHER_BODIES:
        return False  # "the Al-Quds Committee, chaired by X"
    after = [line.lower(mention.end + k) for k in range(6)]
    led = before[0] == "of" and bool({"chairmanship", "presidency"} & set(before[1:]))
    led = led or (before[0] == "by" and before[1] in ("chaired", "presided", "over"))
    taking = after[:2] in ([",", "taking"], [",", "assuming"]) and bool({"chair", "chairmanship"} & set(after))
    seated = before[0] in ("was", "is", "sat") and [line.lower(start - k) for k in (4, 3, 2)] == ["in", "the", "chair"]
    passed = [w for w in after if w != ","][:3] == ["to", "whom", "the"] and bool(
        {"chair", "chairmanship"} & {line.lower(mention.end + k) for k in range(4, 8)}
    )
    return (
        led
        or taking
        or seated
        or passed
        or after[:3] == ["in", "the", "chair"]
        or (official and bool(_PRESIDING & set(after)))
    )


def chairs_of_clause(unit: Unit, deed: Deed, resolver: Resolver) -> Iterator[tuple[Entity, tuple[int, int]]]:
    """Whom a clause puts into the chair, each with the view span of the words."""
    people = [ref.entity for ref in deed.refs if ref.entity is not None]
    if not _is_done(deed) or is_elsewhere(unit):
        return
    words = [token.lower for token in unit.sentence.tokens[:6]]
    fronted = words[:3] == ["in", "the", "chair"] or words[0] in ("presiding", "chairing")
    fronted = fronted or _having_received(unit, deed)
    fronted = fronted or (words[0] in ("taking", "assuming") and bool({"chair", "chairmanship"} & set(words)))
    seated = deed.verb.sense.lemma == "be" and _words(unit, deed)[1:4] == ["in", "the", "chair"]
    if (fronted and not deed.clause.subordinate) or seated or _received(unit, deed) or _is_elected(unit, deed):
        for entity in people:
            yield entity, deed.view_span()
        return
    made = _object_in_chair(unit, deed, resolver)
    if made is not None:
        yield made


def _having_received(unit: Unit, deed: Deed) -> bool:
    """As in "opened the conference, having received the chairmanship from Y", "declared the session closed"."""
    words = _words(unit, deed)
    late = {"having", "after", "upon"} & set(words) and {"received", "receiving", "taken", "taking", "assuming"} & set(
        words
    )
    over = deed.verb.sense.lemma == "declare" and {"closed", "open", "opened"} & set(words[:8])
    return bool((late and "chairmanship" in words) or (over and set(words) & _HELD))


def _is_done(deed: Deed) -> bool:
    return deed.verb.modality is Modality.DONE and not deed.verb.negated and not deed.reported


def _words(unit: Unit, deed: Deed) -> list[str]:
    """The words of a clause from its verb on."""
    return [token.lower for token in unit.sentence.tokens[max(deed.start, deed.verb.main) : deed.end]]


def _received(unit: Unit, deed: Deed) -> bool:
    """As in "had received the chairmanship on Saturday"."""
    behind = _words(unit, deed)
    return "chairmanship" in behind and not deed.verb.passive and chairs(deed.verb.sense.lemma, behind)


def _is_elected(unit: Unit, deed: Deed) -> bool:
    """As in "X was elected chairman"."""
    return deed.verb.passive and deed.verb.sense.lemma in ("elect", "choose") and bool(_CHAIR & set(_words(unit, deed)))


def _object_in_chair(unit: Unit, deed: Deed, resolver: Resolver) -> tuple[Entity, tuple[int, int]] | None:
    """As in "the Conference elected X chairman", "Y handed the chairmanship to X"."""
    lemma, behind = deed.verb.sense.lemma, set(_words(unit, deed))
    elected = lemma in ("elect", "choose") and bool(deed.refs) and deed.refs[0].voice
    elected = elected and bool(behind & (_CHAIR | {"succeed", "preside"}))
    elected = elected and not behind & {"secretary", "secretary-general"}
    handed = lemma in ("hand", "pass", "transfer", "cede", "yield") and bool(
        behind & {"chairmanship", "chair", "gavel"}
    )
    if deed.verb.passive or not (elected or handed):
        return None
    for mention in unit.mentions:
        behind_to = unit.parsed.line.lower(mention.start - 1) == "to"
        if mention.start <= deed.verb.main or (handed and not behind_to):
            continue
        ref = resolver.mention(mention)
        if ref is not None and ref.entity is not None:
            return ref.entity, unit.offsets(deed.verb.main, mention.end)
    return None
