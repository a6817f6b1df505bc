"""Broken encoding, mended in the view: UTF-8 that was once read as Windows-1252 (``ÅŸ`` for ``ş``).

Whole lines cannot be decoded again, because most texts are broken in part only (``ÇavuÅŸoÄŸlu`` begins with a sound
``Ç``). So each sequence that can have been one UTF-8 character is looked at alone, and mended only where the outcome
is likelier than what is printed: ``COMMUNIQUÉ”`` stays, although its last two characters would decode to ``ɔ``.
"""

import re
from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from oic_summits.model import Repair

__all__ = ["Edit", "mend", "repairs"]


class Edit(NamedTuple):
    """Other words for a stretch of the source; offsets in code points, end exclusive."""

    start: int
    end: int
    text: str


def _sloppy_table() -> dict[str, int]:
    """Character to byte as Windows-1252 has it, the five bytes it leaves open and the C1 controls as Latin-1."""
    table = {chr(byte): byte for byte in range(0x80, 0x100)}
    for byte in range(0x80, 0xA0):
        try:
            table[bytes([byte]).decode("cp1252")] = byte
        except UnicodeDecodeError:  # 81, 8D, 8F, 90 and 9D stand for nothing
            continue
    return table


_BYTES = _sloppy_table()
_TAIL = "".join(sorted(re.escape(char) for char, byte in _BYTES.items() if 0x80 <= byte <= 0xBF))
# Sequences by their first byte: two, three and four characters that were one.
_SEQUENCE = f"(?:[Â-ß][{_TAIL}]|[à-ï][{_TAIL}]{{2}}|[ð-ô][{_TAIL}]{{3}})"
_RUN = re.compile(f"{_SEQUENCE}+|â€(?![{_TAIL}\\w])")
_ONE = re.compile(_SEQUENCE)
_LETTERS_IN_PAIRS = "ÎÏÐÑÒÓÖ×ØÙÚÛ"  # first bytes of Greek, Cyrillic, Hebrew and Arabic
_CLOSING = "”’»…–—™›\u00a0"  # printed after a sound capital as well: "COMMUNIQUÉ”"
_PASSES = 3


def mend(text: str) -> tuple[Edit, ...]:
    r"""Find broken characters and say what they mean.

    Args:
        text: Any text.

    Returns:
        One edit for each broken stretch, in order and disjoint. Sound text gives none.

    Example:
        >>> mend("Mevlüt ÇavuÅŸoÄŸlu")
        (Edit(start=11, end=13, text='ş'), Edit(start=14, end=16, text='ğ'))
        >>> mend("FINAL “COMMUNIQUÉ” naïve İstanbul")
        ()
    """
    edits: list[Edit] = []
    for match in _RUN.finditer(text):
        edits.extend(_mend_run(text, match.start(), match.end()))
    return tuple(edits)


def repairs(text: str, edits: Iterable[Edit]) -> tuple[Repair, ...]:
    r"""Turn edits into repairs of whole words; broken punctuation is a repair of its own.

    Args:
        text: The text that the edits belong to.
        edits: Edits of `mend`, in order.

    Returns:
        Repairs in order, each with the word as printed and as meant.

    Example:
        >>> text = "Mevlüt ÇavuÅŸoÄŸlu"
        >>> [(repair.printed, repair.meant) for repair in repairs(text, mend(text))]
        [('ÇavuÅŸoÄŸlu', 'Çavuşoğlu')]
    """
    ordered = list(edits)
    found: list[Repair] = []
    position = 0
    while position < len(ordered):
        start, end, meant = ordered[position]
        position += 1
        if _is_word(meant):
            left = start
            floor = found[-1].end if found else 0
            while left > floor and _is_word(text[left - 1]):
                left -= 1
            start, meant = left, text[left:start] + meant
            while True:  # to the end of the word, over the other broken letters in it
                if position < len(ordered) and ordered[position].start == end and _is_word(ordered[position].text):
                    meant += ordered[position].text
                    end = ordered[position].end
                    position += 1
                elif end < len(text) and _is_word(text[end]) and not _begins(ordered, position, end):
                    meant += text[end]
                    end += 1
                else:
                    break
        found.append(Repair(start=start, end=end, printed=text[start:end], meant=meant))
    return tuple(found)


def _begins(edits: list[Edit], position: int, offset: int) -> bool:
    return position < len(edits) and edits[position].start == offset


def _is_word(text: str) -> bool:
    return any(char.isalpha() for char in text)


def _mend_run(text: str, start: int, end: int) -> list[Edit]:
    run = text[start:end]
    if run == "â€":  # the third byte of a closing quotation mark got lost
        return [Edit(start, end, "”")]
    parts = [(start + match.start(), start + match.end()) for match in _ONE.finditer(run)]
    edits: list[Edit] = []
    for index, (first, last) in enumerate(parts):
        meant = _decoded(text[first:last])
        in_series = any(
            0 <= near < len(parts) and text[parts[near][0]] in _kin(text[first]) for near in (index - 1, index + 1)
        )
        if meant is not None and _plausible(text, first, last, meant, in_series=in_series):
            edits.append(Edit(first, last, meant))
    return _again(edits)


def _again(edits: list[Edit]) -> list[Edit]:
    """Mend what was broken twice (``Ã¢â‚¬â„¢``): neighbours that decode to broken text once more become one edit."""
    if len(edits) < 2 or any(before.end != after.start for before, after in pairwise(edits)):
        return edits
    whole = "".join(edit.text for edit in edits)
    for _ in range(_PASSES - 1):
        if not _RUN.search(whole):
            break
        inner = [edit for match in _RUN.finditer(whole) for edit in _mend_once(whole, match.start(), match.end())]
        if not inner:
            break
        whole = _applied(whole, inner)
        edits = [Edit(edits[0].start, edits[-1].end, whole)]
    return edits


def _mend_once(text: str, start: int, end: int) -> list[Edit]:
    if text[start:end] == "â€":
        return [Edit(start, end, "”")]
    found: list[Edit] = []
    for match in _ONE.finditer(text, start, end):
        meant = _decoded(match.group())
        if meant is not None and _plausible(text, match.start(), match.end(), meant, in_series=True):
            found.append(Edit(match.start(), match.end(), meant))
    return found


def _applied(text: str, edits: list[Edit]) -> str:
    pieces: list[str] = []
    position = 0
    for edit in edits:
        pieces += [text[position : edit.start], edit.text]
        position = edit.end
    return "".join([*pieces, text[position:]])


def _decoded(sequence: str) -> str | None:
    try:
        return bytes(_BYTES[char] for char in sequence).decode("utf-8")
    except UnicodeDecodeError:  # such as an overlong form
        return None


def _kin(first: str) -> str:
    """First characters that go with this one in a series of one script."""
    return _LETTERS_IN_PAIRS if first in _LETTERS_IN_PAIRS else first


def _plausible(text: str, start: int, end: int, meant: str, *, in_series: bool) -> bool:
    """Whether the decoded character is likelier than the characters that are printed."""
    first = text[start]
    if end - start == 4:
        return meant >= "\U0001f000"
    if end - start == 3:
        code = ord(meant)
        punctuation = 0x2000 <= code < 0x2300 or 0x1E00 <= code < 0x1F00 or code in (0xFEFF, 0xFFFD)
        return punctuation or in_series
    if first in _LETTERS_IN_PAIRS:
        return in_series
    if first not in "ÂÃÄÅÈÉ":
        return False
    if "\x80" <= meant < "\xa0":  # a control character is never meant
        return False
    if first == "È" and meant not in "ȘșȚț":
        return False
    if first == "É" and meant != "ə":
        return False
    return _breaks_word(text, start, end) if text[end - 1] in _CLOSING else True


def _breaks_word(text: str, start: int, end: int) -> bool:
    """Whether a capital and a closing mark stand where no writer puts them: after or before a small letter."""
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    if before.islower() or (text[start] in "ÂÃ" and text[end - 1] == "\u00a0"):
        return True
    return after.islower() and not (after == "s" and not text[end + 1 : end + 2].isalpha())
