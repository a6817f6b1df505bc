"""The body that all plain formats share: headings, items, numbered paragraphs, posts, captions, credits, prose."""

import re

from oic_summits.parser.formats._leads import lead_of
from oic_summits.parser.formats._lines import Line, heading_level, heading_text, item_start, number_of
from oic_summits.parser.formats._sheet import Sheet
from oic_summits.parser.page import BlockKind

__all__ = ["add_heading", "add_item", "is_aside", "read_body", "signature_start"]

# "— Name (@handle) December 13, 2017", at the start of a line or after the text of the post.
_SIGNATURE = re.compile(r"(?:(?<=\s)|^|(?<=\n))[-–—]{1,2}\s?[^()\n]{1,80}\s\(@\w{1,30}\)")
_CAPTION = re.compile(
    r"[(\[]?(?:file\s+)?(?:photo(?:graph)?s?|images?|picture|pic|video|caption|graphic|map|illustration)"
    r"(?:\s+(?:by|credit|courtesy(?:\s+of)?|caption))?\s*(?::|/|\|)\s*\S|[(\[](?:photo|image|file|video)\b[^\n]{0,200}[)\]]\Z"
    r"|\[(?:photo(?:graph)?|image|picture|video|graphic|map)\]\s",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r"(?:(?:read|see|watch|listen)\s+(?:more|also|next|now)\b|(?:also|must)\s+(?:read|watch|see)\b|more\s+(?:on|from)\b[^.]*\Z"
    r"|related(?:\s+\w+)?\s*(?::|\Z)|(?:recommended|trending|most\s+read|advertisement|sponsored|newsletter)\b[^.]{0,60}\Z"
    r"|(?:follow|like|join)\s+us\b|(?:sign\s+up|subscribe)\b|click\s+here\b|share\s+(?:this|on)\b|(?:source|credit|via|tags?|filed\s+under"
    r"|topics?|category|editor|author)\s*:"
    r"|[*_]?[^.\n]{0,60}\bmin read\b|(?:copyright|©|\(c\)\s+\d{4})"
    r"|all\s+rights\s+reserved|comments?\s*(?:\(\d+\))?\Z|continue\s+reading)",
    re.IGNORECASE,
)
_BYLINE = re.compile(
    r"(?i:by)\s+(?:[A-ZÀ-Þİ][\w'’.-]*)(?:,?\s+(?:and\s+|of\s+|in\s+|[|/&]\s*)?[A-ZÀ-Þİ(][\w'’.)-]*){0,8}\Z"
)
_EMBED = re.compile(
    r"\[(?:embed|video|image|photo|tweet|caption|gallery)[^\]\n]*\]|https?://\S+\Z|pic\.twitter\.com/\S+\Z",
    re.IGNORECASE,
)


def read_body(sheet: Sheet, lines: list[Line], *, official: bool = False) -> None:
    """Lay out lines that are no head of a document.

    Args:
        sheet: What to write on.
        lines: Logical lines, in order.
        official: Whether numbered paragraphs are operative ones; elsewhere they are items of a list.
    """
    for index, line in enumerate(lines):
        start, end, _, _ = line
        level = heading_level(sheet.text, start, end)
        if level:
            add_heading(sheet, line, level)
        elif signature_start(sheet.text, start, end) is not None:
            _add_post(sheet, line)
        elif index + 1 < len(lines) and _signs(sheet, line, lines[index + 1]):
            sheet.add(BlockKind.POST, start, end)
        elif _is_listed(sheet.text, lines, index):
            add_item(sheet, item_start(sheet.text, start, end) or start, end)
        else:
            _add_plain(sheet, line, official=official)


_ENDS_ITEM = (";", "; and", "; or", ", and")


def _is_listed(text: str, lines: list[Line], index: int) -> bool:
    """Whether a line is an item without a mark: a semicolon ends it or the one before, and a lead stands above them."""
    after = index > 0 and text[lines[index - 1].start : lines[index - 1].end].endswith(_ENDS_ITEM)
    if after and text[lines[index].start].islower():
        return True
    first = index
    while first > 0 and text[lines[first - 1].start : lines[first - 1].end].endswith(_ENDS_ITEM):
        first -= 1
    ends = text[lines[index].start : lines[index].end].endswith(_ENDS_ITEM)
    if first == 0 or (first == index and not ends):
        return False
    return text[lines[first - 1].end - 1] in ":,"


def add_heading(sheet: Sheet, line: Line, level: int) -> None:
    """Add a heading line, its marks left out."""
    sheet.head(BlockKind.HEADING, *heading_text(sheet.text, line.start, line.end, level), level, line.start)


def signature_start(text: str, start: int, end: int) -> int | None:
    """Where the signature of a social-media post begins in a line, or None."""
    match = _SIGNATURE.search(text, start, end) if "(@" in text[start:end] else None
    return match.start() if match else None


def is_aside(text: str, start: int, end: int) -> BlockKind | None:
    """The kind of a line that is no prose (a caption, a credit, navigation), or None."""
    if _CAPTION.match(text, start, end):
        return BlockKind.CAPTION
    if _EMBED.fullmatch(text, start, end):
        return BlockKind.OTHER
    short = end - start <= 200
    return BlockKind.OTHER if short and (_ASIDE.match(text, start, end) or _BYLINE.match(text, start, end)) else None


def add_item(sheet: Sheet, start: int, end: int) -> None:
    """Add a list item without its mark and its lead."""
    lead = lead_of(sheet.text, start, end)
    sheet.add(BlockKind.ITEM, lead.start, end, lead_state=lead.state, lead_lost=lead.lost)


def _add_post(sheet: Sheet, line: Line) -> None:
    signed = signature_start(sheet.text, line.start, line.end)
    assert signed is not None
    sheet.add(BlockKind.POST, line.start, signed)
    sheet.add(BlockKind.POST_SIGNATURE, signed, line.end)


def _signs(sheet: Sheet, line: Line, following: Line) -> bool:
    """Whether the next line is nothing but the signature of this one."""
    signed = signature_start(sheet.text, following.start, following.end)
    return signed == following.start and not is_aside(sheet.text, line.start, line.end)


def _add_plain(sheet: Sheet, line: Line, *, official: bool) -> None:
    start, end, _, _ = line
    aside = is_aside(sheet.text, start, end)
    if aside:
        sheet.add(aside, start, end)
        return
    numbered = number_of(sheet.text, start, end)
    if numbered:
        number, after = numbered
        if official:
            sheet.add(BlockKind.NUMBERED, after, end, number=number)
        else:
            lead = lead_of(sheet.text, after, end)
            if lead.state is None and number.isdigit() and end - after > 80 and sheet.text[end - 1] in '.”"':
                sheet.add(BlockKind.PARAGRAPH, after, end, number=number)  # a press release numbers its paragraphs
                return
            sheet.add(BlockKind.ITEM, lead.start, end, number=number, lead_state=lead.state, lead_lost=lead.lost)
        return
    after_mark = item_start(sheet.text, start, end)
    if after_mark is not None:
        add_item(sheet, after_mark, end)
        return
    lead = lead_of(sheet.text, start, end)
    if lead.state is not None and sheet.text[lead.start].isupper():  # "Egypt – President X" on a line of its own
        sheet.add(BlockKind.ITEM, lead.start, end, lead_state=lead.state)
        return
    sheet.add(BlockKind.PARAGRAPH, start, end)
