"""Outcome documents of the summit, and outside instruments that the text refers to."""

import re
from collections.abc import Collection, Sequence
from itertools import pairwise

import attrs

from oic_summits.model import DeclarationKind, InstrumentReference
from oic_summits.parser.deeds import Deed, deeds_by_unit
from oic_summits.parser.lexicon import verb_forms
from oic_summits.parser.mentions import Kind, Mention
from oic_summits.parser.page import Block, BlockKind, Page
from oic_summits.parser.reading_order import Unit
from oic_summits.parser.wordlists import resolution_body

_ADOPTING = frozenset(
    "adopt approve issue release produce result endorse publish conclude sign close announce unveil circulate agree "
    "pass".split()
)
_FINAL_WORDS = frozenset("final closing concluding".split())


@attrs.define(eq=False)
class Outcome:
    """An outcome document while the text is read: kind, title, and view spans of its mentions."""

    kind: DeclarationKind
    title: str | None
    spans: list[tuple[int, int]] = attrs.field(factory=list[tuple[int, int]])


def find_outcomes(
    page: Page, units: Sequence[Unit], deeds: Sequence[Deed], places: Collection[str] = ()
) -> list[Outcome]:
    """Documents that the summit adopted: by title where one is printed, else by kind."""
    found: list[Outcome] = []
    by_unit = deeds_by_unit(deeds)
    for unit in units:
        if unit.block.kind in (BlockKind.POST, BlockKind.PREAMBLE):
            continue
        own = by_unit.get(id(unit), [])
        for mention in unit.mentions:
            if mention.kind is Kind.DOCUMENT and mention.document is not None:
                _take(found, page, unit, mention, deeds=own, places=places)
    for outcome in found:  # a title in quotation marks has been read as plain words
        if outcome.title is not None:
            outcome.title = outcome.title.strip(' "“”.,')
    return found


def _take(
    found: list[Outcome],
    page: Page,
    unit: Unit,
    mention: Mention,
    *,
    deeds: Sequence[Deed],
    places: Collection[str],
) -> None:
    assert mention.document is not None
    kind = DeclarationKind(mention.document)
    words = [token.lower for token in unit.sentence.tokens[mention.start : mention.end]]
    span = unit.offsets(0, len(unit.sentence.tokens))
    final = bool(set(words) & _FINAL_WORDS)
    if mention.name is None and kind is DeclarationKind.DECLARATION and final and "declaration" not in words:
        kind = DeclarationKind.FINAL_COMMUNIQUE
    subject = any(m is mention for deed in deeds for k in deed.clause.subjects for m in [unit.parsed.pieces[k].mention])
    titled = _quoted_title(page, unit, mention) if mention.name is None else None
    adopted = _adopted(unit, mention, deeds) or _listed(unit, mention) or _adopted_aside(unit, mention)
    name = mention.name or titled
    known = _same(found, kind, name)
    if known is not None:
        known.spans.append(span)
        if known.title is None and name is not None and not _generic_title(name):
            known.title = name
        return
    official = page.document.kind.value == "communique"
    if name is not None:
        cited = (
            unit.parsed.line.lower(mention.start - 1) == "to"
            and unit.parsed.line.lower(mention.start - 2) == "according"
        )
        placed = _bears_place(unit, mention, name, places)
        if adopted or subject or final or cited or placed or unit.block.kind is BlockKind.TITLE:
            found.append(Outcome(kind, name, [span]))
        return
    if kind is DeclarationKind.FINAL_COMMUNIQUE or final:
        if not official and words[0] != "draft":
            found.append(Outcome(kind, None, [span]))
    elif (
        (adopted or subject)
        and (
            bool({"separate", "a"} & set(words)) or kind is DeclarationKind.RESOLUTION or _of_the_summit(unit, mention)
        )
        and not mention.plural
        and not official
    ):
        found.append(Outcome(kind, None, [span]))


def _bears_place(unit: Unit, mention: Mention, name: str, places: Collection[str]) -> bool:
    """As in "the Kuwait Declaration" in a text on the summit in Kuwait, where no other year is printed behind it."""
    following = [unit.parsed.line.lower(mention.end + k).strip("()") for k in range(3)]
    dated = any(word.isdigit() and len(word) == 4 for word in following)
    return not dated and any(name.casefold().startswith(f"{place.casefold()} ") for place in places)


_TITLED = frozenset("titled entitled called named dubbed".split())


def _quoted_title(page: Page, unit: Unit, mention: Mention) -> str | None:
    """As in 'a declaration titled "Hand in Hand"': the words between the marks."""
    tokens = unit.sentence.tokens
    k = mention.end
    if k + 2 >= len(tokens) or tokens[k].lower not in _TITLED or tokens[k + 1].text not in ('"', "“", "‘", "'", "«"):
        return None
    closing = next((j for j in range(k + 2, len(tokens)) if tokens[j].text in ('"', "”", "’", "'", "»")), None)
    if closing is None:
        return None
    return page.view.text[tokens[k + 2].start : tokens[closing - 1].end]


def _of_the_summit(unit: Unit, mention: Mention) -> bool:
    """As in "the declaration of the conference"."""
    words = {token.lower for token in unit.sentence.tokens[mention.start : mention.end]}
    return "of" in words and bool(words & {"conference", "summit", "session"})


def _generic_title(name: str) -> bool:
    return len(name.split()) <= 2 and name.split(maxsplit=1)[0].casefold() in _FINAL_WORDS


def _same(found: Sequence[Outcome], kind: DeclarationKind, title: str | None) -> Outcome | None:
    for outcome in found:
        if title is not None and outcome.title is not None:
            if _alike(outcome.title, title):
                return outcome
        elif outcome.kind is kind and (kind is DeclarationKind.FINAL_COMMUNIQUE or title is None):
            return outcome
    return None


def _alike(one: str, other: str) -> bool:
    x, y = one.casefold().split(), other.casefold().split()
    return x == y or (len(x) >= 2 and len(y) >= 2 and (set(x) <= set(y) or set(y) <= set(x)))


_BY_WHOM = frozenset("leaders summit conference participants acclamation consensus unanimity heads".split())


def _adopted_aside(unit: Unit, mention: Mention) -> bool:
    """As in "a resolution adopted at dawn", "Also adopted were a resolution, the X Declaration and a plan"."""
    line = unit.parsed.line
    k = mention.end + (line.lower(mention.end) == ",")
    form = verb_forms().get(line.lower(k))
    if form is not None and form.participle and form.sense.lemma in _ADOPTING:
        whom = k + 2 + (line.lower(k + 2) == "the")
        return line.lower(k + 1) != "by" or line.lower(whom) in _BY_WHOM
    opening = [line.lower(i) for i in range(min(3, mention.start))]
    for word, following in pairwise([*opening, ""]):
        first = verb_forms().get(word)
        if first is not None and first.participle and first.sense.lemma in _ADOPTING:
            return following in ("was", "were") or mention.start <= 8
    return False


def _listed(unit: Unit, mention: Mention) -> bool:
    """Whether the document stands in a list with a final one: "a Final Communiqué and the X Declaration"."""
    for other in unit.mentions:
        if other is mention or other.kind is not Kind.DOCUMENT or other.document is None:
            continue
        words = {token.lower for token in unit.sentence.tokens[other.start : other.end]}
        if words & _FINAL_WORDS and not other.possessive:
            return True
    return False


def _adopted(unit: Unit, mention: Mention, deeds: Sequence[Deed]) -> bool:
    for deed in deeds:
        if deed.verb.sense.lemma not in _ADOPTING or deed.verb.negated:
            continue
        if deed.verb.passive:
            subjects = [unit.parsed.pieces[k].mention for k in deed.clause.subjects]
            if any(m is mention for m in subjects) or mention.start > deed.verb.main:
                return True
        elif mention.start > deed.verb.main and (not deed.refs or deed.refs[0].voice):
            return True
    return False


_UN = r"(?:(?:UN|U\.N\.|United Nations)\s+)?"
_BODIES = (
    (re.compile(rf"\b(?:{_UN}Security Council(?:'s|’s)?|UNSC|UNSCR|SC)\b"), "UNSC"),
    (re.compile(rf"\b(?:{_UN}General Assembly(?:'s|’s)?|UNGA)\b"), "UNGA"),
    (re.compile(r"\b(?:Human Rights Council|UNHRC)\b"), "UNHRC"),
    (re.compile(r"\bUNESCO\b"), "UNESCO"),
)
_BY_WHICH = re.compile(r"^,? (?:(?:by|in|with) )?which (?:the )?")
_NUMBER = r"(?:ES-\d+/\d+|S-\d+/\d+|\d{1,4}/(?:ES-)?\d{1,3}(?:\s[A-Z]\b)?|\d{2,4}(?:\s\([IVX]+\)|\s[A-Z]\b(?!\.))?)"
_DATED = rf"{_NUMBER}(?:\s*\(\d{{4}}\))?"
_JOINED = r"(?:\s*,\s*|\s*,?\s+and\s+|\s+or\s+)(?:resolution\s+)?"
_LIST = rf"{_DATED}(?:{_JOINED}{_DATED})*"
_ORGAN = r"(?:UN |United Nations )?(?:Security Council|General Assembly)"
_RESOLUTION = re.compile(
    rf"\b[Rr]esolutions?(?:\s+[Nn](?:os?|umbers?)\.?)?\s+(?P<list>{_LIST})"
    rf"|\b[Rr]esolutions? of the {_ORGAN}\s*\(?(?P<of>{_LIST})"
    rf"|\b[Rr]esolutions? of the {_ORGAN},? (?:in particular|notably|including|namely|especially)\s+(?P<among>{_LIST})"
    r"|\bRESOLUTIONS?\s+(?P<caps>\d{2,4})|\bUNSCR?\s+(?P<short>\d{3,4})"
)
_ONE = re.compile(_NUMBER + r"(?!\d)")
_YEAR_IN_BRACKETS = re.compile(r"\(\s*\d{4}\s*\)")


def find_instruments(page: Page) -> list[InstrumentReference]:
    """Numbered resolutions with the body that passed them, read from the words before or the form of the number."""
    found: dict[tuple[str, str], InstrumentReference] = {}
    text = page.view.text
    for block in page.blocks:
        if block.kind in (BlockKind.OTHER, BlockKind.HEADING, BlockKind.CAPTION):
            continue
        for match in _RESOLUTION.finditer(text, block.start, block.end):
            group = next(name for name in ("list", "of", "among", "caps", "short") if match[name])
            words = _YEAR_IN_BRACKETS.sub(lambda m: " " * len(m.group()), match[group])
            offset = match.start(group)
            for one in _ONE.finditer(words):
                number = " ".join(one.group().split())
                if text[offset + one.end() :].startswith(("-P(", "-C(", "-E(", "-POL", "-EX")):
                    continue  # a resolution of the summit's own
                if number.isdigit() and 1900 <= int(number) <= 2030 and f"({number}" in match.group():
                    continue
                body = _body(text, block, match, number)
                if body is None:
                    continue
                evidence = page.view.evidence(
                    page.document.id, offset + one.start(), offset + one.end(), "numbered resolution"
                )
                if evidence.length and (body, number) not in found:
                    found[body, number] = InstrumentReference(body=body, number=number, evidence=evidence)
    return list(found.values())


def _body(text: str, block: Block, match: re.Match[str], number: str) -> str | None:
    """The issuing body: the last one named before in the sentence; else told by the form of the number."""
    group = "of" if match["of"] else "among"
    inside = match.start(group) if match[group] else match.start()
    before = text[max(block.start, match.start() - 160) : inside]
    after = text[match.end() : min(block.end, match.end() + 60)]
    named = max(((m.end(), body) for pattern, body in _BODIES for m in pattern.finditer(before)), default=None)
    general = "/" in number or "(" in number
    if named is not None and ((named[1] == "UNGA") == general or named[1] in ("UNHRC", "UNESCO")):
        return named[1]
    own = re.search(r"\b(?:OIC|Islamic Conference|Council of Foreign Ministers)\b[^.;]{0,40}$", before)
    if own is not None and named is None:
        return "OIC"
    if match["short"]:
        return "UNSC"
    after = _BY_WHICH.sub("", after)
    for pattern, body in _BODIES:
        if pattern.match(after.lstrip(" ofthe")):
            return body
    if general:
        return "UNGA"
    # a number alone: commonly known, or some organ of the United Nations
    return named[1] if named is not None else resolution_body(number) or "UN"
