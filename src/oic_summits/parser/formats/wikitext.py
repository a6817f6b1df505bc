"""Raw wikitext: information box, links, references, flags, tables, lists; offsets address the raw source."""

import re

from oic_summits.parser.formats._balance import balance
from oic_summits.parser.formats._body import read_body
from oic_summits.parser.formats._cleaning import clean
from oic_summits.parser.formats._keys import box_key, is_box_key
from oic_summits.parser.formats._leads import Lead, lead_of
from oic_summits.parser.formats._lines import Line, heading_level, item_start, logical_lines
from oic_summits.parser.formats._sheet import Sheet
from oic_summits.parser.formats._walk import Flag, Piece, Walker
from oic_summits.parser.formats.article import read_boxed
from oic_summits.parser.page import BlockKind

__all__ = ["read_wikitext"]

_AFTER_FLAG = re.compile(r"\s*(?:[:–—-](?=\s))?\s*(?=\S)")


def read_wikitext(source: str, document: str) -> Sheet:
    """Lay out raw wikitext.

    Args:
        source: The text as published.
        document: Id of the document.

    Returns:
        A sheet that is written, ready to become a page.
    """
    import mwparserfromhell

    balanced = balance(source)
    cleaning = clean(source, tokens=False, dropped=balanced.dropped)
    code = mwparserfromhell.parse(balanced.text)
    if str(code) != balanced.text:  # no offset would be right: read the raw text instead
        sheet = Sheet(cleaning, cleaning.view(), document)
        sheet.source_problem(
            "unreadable markup", "the markup cannot be parsed; it is read as plain text", 0, len(source)
        )
        read_boxed(sheet, logical_lines(sheet.text), 0)
        return sheet
    walker = Walker(cleaning, balanced.text)
    walker.walk(code, 0)
    sheet = Sheet(cleaning, walker.builder.build(), document)
    for edit in balanced.dropped:
        mark = source[edit.start : edit.end]
        sheet.source_problem("unbalanced markup", f"{mark!r} has no partner; it is left out", edit.start, edit.end)
    for name, start, end in walker.unread:
        sheet.source_problem("unknown template", f"it is not known what {name!r} shows; it is left out", start, end)
    _write(sheet, walker)
    return sheet


def _write(sheet: Sheet, walker: Walker) -> None:
    """Bring known pieces and the lines between them onto the sheet, in order."""
    pieces = sorted(walker.pieces, key=lambda piece: piece.start)
    lines = _outside(pieces, logical_lines(sheet.text, joined=True))
    _find_title(sheet, walker)
    flags = {flag.start: flag for flag in reversed(walker.flags)}
    boxed = any(piece.kind is BlockKind.FIELD for piece in pieces)
    if not boxed and not pieces:  # a box that never closes is still a box to a reader
        read_boxed(sheet, lines, 0)
        return
    position = 0
    for piece in pieces:
        before = position
        while position < len(lines) and lines[position].start < piece.start:
            position += 1
        _write_lines(sheet, lines[before:position], flags)
        _write_piece(sheet, piece)
    _write_lines(sheet, lines[position:], flags)


def _outside(pieces: list[Piece], lines: list[Line]) -> list[Line]:
    """The lines that begin in no piece."""
    found: list[Line] = []
    index = 0
    for line in lines:
        while index < len(pieces) and pieces[index].end <= line.start:
            index += 1
        if index == len(pieces) or line.start < pieces[index].start:
            found.append(line)
    return found


def _find_title(sheet: Sheet, walker: Walker) -> None:
    """The title is the name in the box, else the first bold words before any heading."""
    named = next((piece for piece in walker.pieces if piece.kind is BlockKind.FIELD and _names(piece)), None)
    stretch = (named.start, named.end) if named else walker.bold
    if stretch is not None:
        sheet.title = " ".join(sheet.text[stretch[0] : stretch[1]].split()) or None


def _names(piece: Piece) -> bool:
    return piece.start < piece.end and box_key(piece.key or "") == "title" and "other" not in (piece.key or "")


def _write_piece(sheet: Sheet, piece: Piece) -> None:
    start, end = sheet.trimmed(piece.start, piece.end)
    if start >= end:  # an empty parameter says nothing
        return
    if piece.kind is BlockKind.OTHER and sheet.text[start] == "+":  # the mark of a table's caption
        start += 1
    if piece.kind is not BlockKind.FIELD:
        sheet.add(piece.kind, start, end, lead_state=piece.lead_state)
        return
    key = piece.key or ""
    sheet.field(key, start, end, start, kind=BlockKind.TITLE if _names(piece) else BlockKind.FIELD)
    if not is_box_key(key):
        message = f"the key {key!r} is unknown; its value is kept as a field"
        sheet.source_problem("unknown key", message, piece.key_start, piece.key_start + len(key))


def _write_lines(sheet: Sheet, lines: list[Line], flags: dict[int, Flag]) -> None:
    plain: list[Line] = []
    for line in lines:
        content = item_start(sheet.text, line.start, line.end)
        if content is None or heading_level(sheet.text, line.start, line.end):
            plain.append(line)
            continue
        read_body(sheet, plain)
        plain = []
        lead = _flagged(sheet.text, line, content, flags)
        sheet.add(BlockKind.ITEM, lead.start, line.end, lead_state=lead.state, lead_lost=lead.lost)
    read_body(sheet, plain)


def _flagged(text: str, line: Line, content: int, flags: dict[int, Flag]) -> Lead:
    """The lead of an item: its flag, else what the words say."""
    flag = next((flags[at] for at in range(line.start + 1, content + 1) if at in flags), None)
    if flag is None or flag.state is None:
        return lead_of(text, content, line.end)
    after = _AFTER_FLAG.match(text, flag.end, line.end)
    if after is not None and (after.group().strip() or flag.start == flag.end):
        return Lead(after.end(), flag.state)
    return Lead(content, flag.state)
