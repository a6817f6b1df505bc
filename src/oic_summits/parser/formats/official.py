"""Official texts: capital title lines, motto, place and date, preamble, numbered and lettered paragraphs."""

import re

from oic_summits.parser.formats._body import read_body
from oic_summits.parser.formats._dates import DATE, HIJRI, full_date
from oic_summits.parser.formats._lines import Line, heading_level, item_start, logical_lines, number_of
from oic_summits.parser.formats._numbering import Numbering
from oic_summits.parser.formats._sheet import Sheet
from oic_summits.parser.page import BlockKind

__all__ = ["official_part", "read_official", "read_official_part"]

_HEAD_LINES = 24
_WORDS = re.compile(
    r"\b(?:COMMUNIQU[EÉ]|DECLARATION|RESOLUTIONS?|STATEMENT|CHARTER|PROGRAMME\s+OF\s+ACTION|DOCUMENT|CONFERENCE|SESSION|SUMMIT"
    r"|ORGANI[SZ]ATION|MEETING)\b",
    re.IGNORECASE,
)
_OUTCOME = re.compile(
    r"\b(?:COMMUNIQU[EÉ]|DECLARATION|RESOLUTIONS?|STATEMENT|CHARTER|PROGRAMME\s+OF\s+ACTION)\b", re.IGNORECASE
)
_SITTING = re.compile(r"\b(?:SESSION|SUMMIT)\b", re.IGNORECASE)
_ROMAN = re.compile(r"(?P<number>[IVX]{1,6})\.\s+(?=\S)")
_GOES_ON = re.compile(r"(?:OF|ON|ADOPTED|ISSUED|BY|FOR|AND|TO|AT|THE|IN)\b", re.IGNORECASE)
_MOTTO = re.compile(r"[(\[“\"«‘].*[)\]”\"»’]\Z", re.DOTALL)
_SYMBOL = re.compile(
    r"(?:[A-Z]+[\w.-]*(?:/[\w().-]+){1,6}|(?:Original|Distr(?:ibution)?|Doc(?:ument)?|Ref)\b[^\n]{0,60})\Z",
    re.IGNORECASE,
)
# what stands above the title of a document that is annexed to another one
_ANNEXED = re.compile(
    r"(?:(?:english|french|arabic|page \d+|annex(?: [ivx\d]+)?|appendix(?: [ivx\d]+)?|general)"
    r"|\[(?:original|translated|translation)[^\n\]]*\]|\d\d-\w{4,}(?: \(\w\))?|[^\n]*(?: » | › | > )[^\n]*)\Z",
    re.IGNORECASE,
)
_BY_SESSION = re.compile(r"(?:Adopted|Issued|Approved|Endorsed)\s+(?:by|at)\s", re.IGNORECASE)
_DATES_ONLY = re.compile(rf"{HIJRI}[^\w\n]*(?:{DATE})?[^\w\n]*\Z")
_HAS_DATE = re.compile(rf"{HIJRI}|{DATE}")
_DONE = re.compile(r"(?:Done|Issued|Adopted|Signed|Given|Made)\s+(?:at|in|on|this)\b")
_PREAMBLE = re.compile(
    r"(?:(?:Also|Further|Deeply|Gravely|Fully|Firmly|Strongly|Seriously|Keenly|Profoundly|Bearing)\s+)?"
    r"(?:[A-Z][a-z]+ing\b|[A-Z]{4,}ING\b|[a-z]+ing\b|[Mm]indful|[Cc]onscious|[Aa]ware|[Cc]onvinced|[Cc]oncerned|[Aa]larmed|[Gg]uided|[Ii]nspired"
    r"|[Dd]etermined|[Dd]isturbed|[Dd]esirous|[Dd]eeply|[Gg]ravely|[Pp]ursuant|[Ii]n\s+(?:pursuance|accordance|compliance|response)|[Cc]ognizant"
    r"|[Cc]ommitted|[Ee]ncouraged|[Pp]roud|[Ff]aithful|[Hh]eartened|[Aa]pprehensive|[Ii]ndignant|[Oo]utraged|[Tt]roubled|[Aa]ppalled"
    r"|MINDFUL|CONSCIOUS|AWARE|CONVINCED|CONCERNED|ALARMED|GUIDED|INSPIRED|DETERMINED|DEEPLY|PURSUANT|COGNIZANT|COMMITTED)\b"
)
_WE = re.compile(r",\s+we\s")  # "Deeply troubled by …, we insist": no preamble
_ENACTS = re.compile(r"[A-Z][A-Z]{3,}S\b(?:\s+[A-Z]{2,})?,?\s+(?=[a-z])|(?:DO(?:ES)?\s+)?HEREBY\b")
_PAGE_NUMBER = re.compile(r"(?:[-–—]\s*)?(?:page\s+)?\d{1,3}(?:\s*(?:/|of)\s*\d{1,3})?(?:\s*[-–—])?\Z", re.IGNORECASE)
_BARE_NUMBER = re.compile(r"\(?(?P<number>\d{1,3}(?:\.\d{1,3})*)[.)]\Z")
_SHORT = 200


def read_official(sheet: Sheet) -> None:
    """Lay out an official text: its head, then preamble and operative paragraphs."""
    read_official_part(sheet, logical_lines(sheet.text), BlockKind.TITLE)


def read_official_part(sheet: Sheet, lines: list[Line], kind: BlockKind) -> None:
    """Lay out an official text that is a document or, with a heading as its title, a part of one."""
    done = _read_head(sheet, lines, kind)
    numbering = Numbering()
    index = done
    while index < len(lines):
        line = lines[index]
        bare = _BARE_NUMBER.match(sheet.text, line.start, line.end)
        if bare and index + 1 < len(lines) and number_of(sheet.text, *lines[index + 1][:2]) is None:
            index += 1
            sheet.add(BlockKind.NUMBERED, *lines[index][:2], number=numbering.next(bare.group()))
        else:
            _add_line(sheet, line, numbering)
        index += 1


def official_part(text: str, lines: list[Line], first: int) -> int | None:
    """Index of the line with which the text of an outcome document begins inside another text, or None."""
    for index in range(first, len(lines)):
        line = lines[index]
        if line.end - line.start > _SHORT or not _OUTCOME.search(text, line.start, line.end):
            continue
        following = lines[index + 1 : index + 12]
        if (
            text[line.start : line.end].isupper()
            and sum(number_of(text, *one[:2]) is not None for one in following) >= 2
        ):
            return index
    return None


def _read_head(sheet: Sheet, lines: list[Line], kind: BlockKind) -> int:
    """Read title, motto, place and date; returns the index of the first line of the body."""
    titled: list[Line] = []
    rest: list[tuple[BlockKind, Line]] = []
    index = 0
    while index < min(len(lines), _HEAD_LINES):
        role = _head_role(sheet.text, lines, index, titled)
        if role is None:
            break
        if role is BlockKind.TITLE and titled and rest and _names_outcome(sheet.text, titled, lines[index]):
            for line in titled:  # the name of the organisation stands above the title of its document
                _add_head(sheet, BlockKind.OTHER, line)
            for kept in rest:
                _add_head(sheet, *kept)
            titled, rest = [lines[index]], []
        elif role is BlockKind.TITLE and not rest:
            titled.append(lines[index])
        else:
            rest.append((BlockKind.OTHER if role is BlockKind.TITLE else role, lines[index]))
            if not titled and role is BlockKind.OTHER:
                _add_head(sheet, *rest.pop())
        index += 1
    if titled:
        start, end = titled[0].start, titled[-1].end
        if kind is BlockKind.TITLE:
            sheet.title = " ".join(sheet.text[start:end].split())
            level = heading_level(sheet.text, start, end)
            sheet.head(BlockKind.TITLE, start + level, end - level, 1, start)
        else:
            sheet.head(kind, start, end, 2, start)
    for role, line in rest:
        _add_head(sheet, role, line)
    return index


def _names_outcome(text: str, titled: list[Line], line: Line) -> bool:
    """Whether a line names the document, and the title read so far does not."""
    return bool(_OUTCOME.search(text, line.start, line.end)) and not any(
        _OUTCOME.search(text, one.start, one.end) or _SITTING.search(text, one.start, one.end) for one in titled
    )


def _add_head(sheet: Sheet, role: BlockKind, line: Line) -> None:
    if role is BlockKind.FIELD:
        sheet.field("motto", line.start + 1, line.end - 1, line.start)
        return
    sheet.add(role, line.start, line.end)


def _head_role(text: str, lines: list[Line], index: int, titled: list[Line]) -> BlockKind | None:
    """The part that a line plays in the head, or None where the body begins."""
    line = lines[index]
    words = text[line.start : line.end]
    dated = _DATES_ONLY.match(words) is not None
    if len(words) > _SHORT * 2 or (number_of(text, line.start, line.end) is not None and not dated):
        return None
    if (_SYMBOL.match(words) and " " not in words.split(":")[0]) or (_ANNEXED.match(words) and not titled):
        return BlockKind.OTHER
    if titled and _BY_SESSION.match(words) and _SITTING.search(words) and not _HAS_DATE.search(words):
        return BlockKind.TITLE
    if _MOTTO.match(words):
        return BlockKind.DATELINE if _HAS_DATE.search(words) else BlockKind.FIELD
    if words[-1] in ".;:," and not words.isupper():
        return None
    if _is_date_line(words):
        return BlockKind.DATELINE
    if _names_title(words, index, titled):
        return BlockKind.TITLE
    near = [text[one.start : one.end] for one in lines[index + 1 : index + 3]]
    if titled and len(words) < 100 and any(_is_date_line(one) for one in near) and not _WORDS.search(words):
        return BlockKind.DATELINE
    if titled and words.isupper() and (not line.after_blank or _GOES_ON.match(words)):
        return BlockKind.TITLE
    return None


def _names_title(words: str, index: int, titled: list[Line]) -> bool:
    if not _WORDS.search(words) or _DONE.match(words):
        return False
    capitals = _OUTCOME.search(words) is not None and sum(w.isupper() for w in words.split()) * 2 >= len(words.split())
    opens = not titled and _OUTCOME.match(words) is not None  # "Resolution on Palestine"
    near = index == 0 or (bool(titled) and index < 4)
    return words.isupper() or (len(words) <= _SHORT and (near or capitals or opens))


def _is_date_line(words: str) -> bool:
    """Whether a short line is mainly a date, with a place or without."""
    match = _HAS_DATE.search(words) if len(words) <= 120 else None
    return match is not None and not _WORDS.search(words[: match.start()])


def _add_line(sheet: Sheet, line: Line, numbering: Numbering) -> None:
    text, (start, end) = sheet.text, line[:2]
    words = text[start:end] if end - start <= _SHORT else ""
    if words and _PAGE_NUMBER.match(words):
        sheet.add(BlockKind.OTHER, start, end)
    elif words and (_DONE.match(words) or _closes(words)):
        sheet.published = sheet.published or full_date(words)
        sheet.add(BlockKind.DATELINE, start, end)
    elif heading_level(text, start, end) or (words and _is_heading(words, line)):
        _add_heading(sheet, line, numbering)
    elif (numbered := number_of(text, start, end)) is not None:
        sheet.add(BlockKind.NUMBERED, numbered[1], end, number=numbering.next(text[start : numbered[1]]))
    elif (roman := _ROMAN.match(text, start, end)) is not None:
        sheet.add(BlockKind.NUMBERED, roman.end(), end, number=roman["number"])
    elif (item := item_start(text, start, end)) is not None:
        sheet.add(BlockKind.ITEM, item, end, number=numbering.current)
    elif (
        (_PREAMBLE.match(text, start, end) and not _WE.search(text, start, end))
        or text[end - 1] == ","
        or (text.startswith("We, ", start) and text[end - 1] != ".")
    ):
        sheet.add(BlockKind.PREAMBLE, start, end)
    elif _ENACTS.match(text, start, end):
        sheet.add(BlockKind.NUMBERED, start, end)
    else:
        read_body(sheet, [line])


def _closes(words: str) -> bool:
    """Whether a short line is a closing place and date: "Makkah Al-Mukarramah, 8 December 2005"."""
    return (
        len(words) <= 100
        and _is_date_line(words)
        and len(_HAS_DATE.sub("", words).split()) <= 8
        and not number_of(words, 0, len(words))
    )


def _is_heading(words: str, line: Line) -> bool:
    """Whether a line is a heading inside an official text: set apart, short, in capitals or in title case."""
    if not line.after_blank or len(words) > 120 or words[-1] in ".;,":
        return False
    if words.isupper() and len(words) > 3:
        return True
    long_words = [word for word in re.findall(r"[^\W\d_][\w'’-]*", words) if len(word) > 3]
    lettered = re.match(r"(?:[IVX]{1,5}|[A-H])[.)]\s", words)
    if number_of(words, 0, len(words)) is not None and not lettered:
        return False
    if lettered and line.before_blank and len(words) <= 80:
        return True  # "A. Faith and solidarity"
    return bool(long_words) and all(word[0].isupper() for word in long_words) and (bool(lettered) or len(words) <= 80)


def _add_heading(sheet: Sheet, line: Line, numbering: Numbering) -> None:
    level = heading_level(sheet.text, line.start, line.end)
    end = line.end - level if sheet.text[line.start] != "#" else line.end
    numbering.leave()
    sheet.head(BlockKind.HEADING, line.start + level, end - (sheet.text[end - 1] == ":"), max(2, level), line.start)
