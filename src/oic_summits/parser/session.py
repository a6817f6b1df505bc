"""Whose summit it is and which: organisation, series, number and neighbours."""

import re
from collections import Counter
from collections.abc import Sequence

from oic_summits.model import Series
from oic_summits.model.ordinals import ORDINAL_PATTERN, ordinal_number
from oic_summits.parser.gazetteer import Known
from oic_summits.parser.header import Header, block_text, fields_of
from oic_summits.parser.page import Block, BlockKind, Page
from oic_summits.parser.reading_order import Unit

_EXTRA = r"extraordinary|emergency|special|exceptional|urgent"
_NAME = r"islamic|arab[- ]islamic|arab and islamic|arab|oic|gulf|gcc|african|au|league|[a-z]+"
_SESSION = re.compile(
    rf"\b(?P<ordinal>{ORDINAL_PATTERN})\s+"
    rf"(?:(?P<before>joint|{_EXTRA}|ordinary|regular)\s+)?"
    r"(?:(?P<name>organi[sz]ation of (?:the )?islamic (?:cooperation|conference)(?: \(oic\))?"
    r"|islamic|arab[- ]islamic|arab|oic|gcc|african|au|annual)\s+)*"
    rf"(?:(?P<extra2>{_EXTRA}|ordinary)\s+)?(?:islamic\s+)?"
    rf"(?P<head>session|summit|meeting of (?:the )?(?:heads|kings))\b",
    re.IGNORECASE,
)
_UNNUMBERED = re.compile(
    rf"\b(?P<extra>{_EXTRA})\s+(?:(?:joint|{_NAME})\s+){{0,2}}(?P<head>summit|session)\b", re.IGNORECASE
)
_OTHER = re.compile(r"\b(?:next|previous|last|earlier|coming|former|hosted|since)\s+(?:the\s+|its\s+)?$", re.IGNORECASE)
_OIC_NAMES = re.compile(r"\bislamic summit\b|\borgani[sz]ation of (?:the )?islamic\b|\boic\b", re.IGNORECASE)


def find_organisation(page: Page, units: Sequence[Unit]) -> tuple[str, tuple[int, int]] | None:
    """The organisation whose summit the document is about, with the words that say so."""
    votes: Counter[str] = Counter()
    places: dict[str, tuple[int, int]] = {}
    text = page.view.text
    for weight, start, end in _name_places(page):
        match = _OIC_NAMES.search(text, start, end)
        if match is not None:
            votes["OIC"] += weight
            places.setdefault("OIC", match.span())
    for unit in units:
        for known in unit.parsed.line.known:
            if known is None or known.organisation is None:
                continue
            short, bonus = _summit_owner(unit, known)
            if short is None:
                continue
            votes[short] += bonus
            places.setdefault(short, unit.offsets(known.start, known.end))
    if not votes:
        return None
    best = max(votes, key=lambda name: (votes[name], -places[name][0]))
    return (best, places[best]) if votes[best] >= 3 else None


def _name_places(page: Page) -> list[tuple[int, int, int]]:
    """Titles and box titles, with the weight of what they say."""
    return [(6, block.start, block.end) for block in page.blocks if block.kind is BlockKind.TITLE]


def _summit_owner(unit: Unit, known: Known) -> tuple[str | None, int]:
    """The organisation of a mention if it can hold summits, and how strongly the words tie it to the summit."""
    organisation = known.organisation
    assert organisation is not None
    short = organisation.short_name
    if "Summit" in organisation.name and organisation.parent:
        short = organisation.parent
        return short, 3
    if organisation.kind not in ("intergovernmental organisation", "movement", "group"):
        return None, 0
    line = unit.parsed.line
    after = {line.lower(known.end + k) for k in range(4)}
    before = [line.lower(known.start - k) for k in range(1, 5)]
    if after & {"summit", "summits", "leaders"}:
        return short, 3
    if "of" in before and set(before) & {"summit", "session", "conference", "meeting"}:
        return short, 3
    if short == "OIC":
        return short, 2
    return short, 1 if short not in ("UN", "EU") else 0


def find_session(page: Page, header: Header) -> None:
    """Series and number: from the title, the box, the lead, then the first mention that is not of another summit."""
    text = page.view.text
    for blocks in _ranked_blocks(page):
        for block in blocks:
            for match in _SESSION.finditer(text, block.start, block.end):
                if _OTHER.search(text[max(block.start, match.start() - 24) : match.start()]):
                    continue
                if _is_other_session(text, match, block):
                    continue
                _claim_session(header, match)
                return
            plain = _UNNUMBERED.search(text, block.start, block.end)
            if plain is not None and (block.kind is BlockKind.TITLE or _definite(text, plain, block)):
                header.claim("series", Series.EXTRAORDINARY, plain.span("extra"), "session name")
                return


def _definite(text: str, match: re.Match[str], block: Block) -> bool:
    """Whether the words before make it the summit of the text: "the emergency Arab-Islamic summit"."""
    return bool(
        re.search(r"\b(?:the|this|its|an) $", text[max(block.start, match.start() - 8) : match.start()], re.IGNORECASE)
    ) and not _OTHER.search(text[max(block.start, match.start() - 24) : match.start()])


def _ranked_blocks(page: Page) -> list[list[Block]]:
    titles = [b for b in page.blocks if b.kind is BlockKind.TITLE]
    prose = [b for b in page.blocks if b.kind in (BlockKind.PARAGRAPH, BlockKind.NUMBERED, BlockKind.DATELINE)]
    return [titles, prose]


def _is_other_session(text: str, match: re.Match[str], block: Block) -> bool:
    """Whether a numbered session is named in passing: "Chairman of the Tenth Islamic Summit", "since the ninth"."""
    before = text[max(block.start, match.start() - 60) : match.start()].lower()
    head = match["head"].lower()
    general_assembly = re.match(
        r"\s+of (?:the )?(?:un|united nations)", text[match.end() : match.end() + 30], re.IGNORECASE
    )
    if general_assembly or (head == "session" and "general assembly" in before):
        return True
    council = text[match.end() : match.end() + 60].lower()
    if re.match(r"\s+of the (?:islamic conference of|council of|oic council|human rights)", council):
        return True
    if block.kind is BlockKind.TITLE:
        return False
    return bool(
        re.search(r"\b(?:until|since|at|when|before|after|from|to|for|chairman of|hosted|chair of) the $", before)
    ) and not bool(re.search(r"\bat the (?:opening|close|end) of the $", before))


def _claim_session(header: Header, match: re.Match[str]) -> None:
    number = ordinal_number(match["ordinal"])
    words = f"{match['before'] or ''} {match['extra2'] or ''}".lower()
    series = Series.EXTRAORDINARY if re.search(_EXTRA, words) else Series.ORDINARY
    header.claim("series", series, match.span(), "session name")
    if number is not None:
        header.claim("ordinal", number, match.span("ordinal"), "session name")


def find_neighbours(page: Page, header: Header) -> None:
    """As in "Follows: 5th", "Precedes: 13th (Istanbul)" from the box."""
    fields = fields_of(page)
    for key, field in (
        ("follows", "follows"),
        ("preceded by", "follows"),
        ("precedes", "precedes"),
        ("followed by", "precedes"),
    ):
        block = fields.get(key)
        if block is None:
            continue
        match = re.search(rf"\b({ORDINAL_PATTERN})\b", block_text(page, block), re.IGNORECASE)
        number = ordinal_number(match.group(1)) if match else None
        if match is not None and number is not None:
            span = (block.start + match.start(1), block.start + match.end(1))
            header.claim(field, number, span, "information box")
