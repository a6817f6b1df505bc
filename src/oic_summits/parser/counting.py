"""How many took part: figures of a sentence on attendance, never the size of the organisation alone."""

import re
from collections.abc import Callable, Sequence

from oic_summits.model import Attendance, Claim
from oic_summits.parser.header import block_text, fields_of
from oic_summits.parser.page import BlockKind, Page
from oic_summits.parser.reading_order import Unit

_UNITS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_NUMBER_WORDS = {
    "a dozen": 12,
    "two dozen": 24,
    **{word: n for n, word in enumerate(_UNITS, 1)},
    **{word: 10 * n for n, word in enumerate(_TENS, 2)},
    **{f"{ten}-{unit}": 10 * n + m for n, ten in enumerate(_TENS, 2) for m, unit in enumerate(_UNITS[:9], 1)},
}
_NUMBER = r"(?P<{0}>\d{{1,3}}|" + "|".join(sorted(_NUMBER_WORDS, key=len, reverse=True)) + ")"
_QUALIFIER = (
    r"(?P<qualifier>at least|more than|over|some|about|around|nearly|almost|up to|as many as|fewer than|only)?\s*"
)
_STATES = (
    r"(?:governments|member[- ]states?|member countries|states|countries|nations|members"
    r"|muslim (?:states|countries|nations)|islamic (?:states|countries))"
)
_TOTAL = r"(?:\s+of\s+(?:the\s+|its\s+)?(?:\w+'s\s+|\w+’s\s+)?(?:\d{1,3}|[a-z]+(?:-[a-z]+)?))?"
_HEADS = (
    r"(?:(?:monarchs|kings|presidents|emirs|heads)(?:,? (?:and|or) (?:heads|presidents|kings))? of state"
    r"|heads? of state|kings and presidents|leaders|presidents and kings)"
)
_DELEGATED = re.compile(
    rf"\b{_QUALIFIER}{_NUMBER.format('n')}{_TOTAL}\s+(?:(?:oic|islamic|muslim|arab|the|organi[sz]ation's)\s+)?{_STATES}\b",
    re.IGNORECASE,
)
_DELEGATIONS = re.compile(rf"\bdelegations (?:from|of) {_QUALIFIER}{_NUMBER.format('n')}\b", re.IGNORECASE)
_OF_THE = re.compile(
    rf"\bof the {_NUMBER.format('n')} (?:member states|states|countries|members)"
    r" (?:that|which|who) (?:took part|attended|participated|came)",
    re.IGNORECASE,
)
_REPRESENTATIVES = re.compile(
    rf"\b{_QUALIFIER}{_NUMBER.format('n')}\s+(?:representatives|delegations)\b", re.IGNORECASE
)
_LEADERS = re.compile(
    rf"\b{_QUALIFIER}{_NUMBER.format('n')}{_TOTAL}\s+(?:(?:representatives|delegations|delegates)\s+(?:are|were|being)\s+)?{_HEADS}\b",
    re.IGNORECASE,
)
_LED = re.compile(
    rf"\b{_QUALIFIER}{_NUMBER.format('n')}\s+(?:of (?:them|which|whom|the delegations)\s+)?(?:were\s+|being\s+)?"
    r"(?:headed|led|represented|under)\s+(?:at the level of |by )?(?:their )?(?:own )?"
    rf"(?:{_HEADS}|heads of (?:state|government)|(?:a )?(?:kings?|presidents?)\b)",
    re.IGNORECASE,
)
_AT_LEVEL = re.compile(
    rf"\b{_QUALIFIER}{_NUMBER.format('n')} of (?:them|these|which|whom) at the level of (?:{_HEADS}|heads? of)",
    re.IGNORECASE,
)
_OF_WHOM = re.compile(
    r"\bof (?:the|its) (?:\d{1,3}|[a-z]+(?:-[a-z]+)?) (?:member states|members|states|countries),? "
    rf"{_QUALIFIER}{_NUMBER.format('n')} (?:took part|attended|were (?:present|represented)|participated|sent|came)",
    re.IGNORECASE,
)
_HEADS_FROM = re.compile(
    rf"\bheads of state(?: (?:and|or)(?: of)? government)? (?:from|of) {_QUALIFIER}{_NUMBER.format('n')} "
    r"(?:member )?(?:states|countries|nations)",
    re.IGNORECASE,
)
_BY_HEADS = re.compile(
    rf"\b{_QUALIFIER}{_NUMBER.format('n')}{_TOTAL}\s+by\s+(?:their\s+)?(?:own\s+)?"
    rf"(?:{_HEADS}|heads of (?:state|government))",
    re.IGNORECASE,
)
_CUE = re.compile(
    r"\b(?:accepted|turned up|showed up|attend\w*|took part|take part|participa\w+|sent"
    r"|answered|came|gather\w*|present|represented|"
    r"brought|were (?:in|there|on hand)|assembled|met|joined|flew|delegations|sat)\b",
    re.IGNORECASE,
)
_NOT_PRESENT = re.compile(r"\b(?:has|have|with|comprises|groups|its)\s+(?:the\s+)?$", re.IGNORECASE)
_ABSENT = re.compile(r"\b(?:absent|stayed away|boycott\w*|did not attend|were missing|suspended)\b", re.IGNORECASE)


def number_of(text: str) -> int | None:
    """The number that digits or a word print.

    Example:
        >>> number_of("Fifty-four"), number_of("57"), number_of("few")
        (54, 57, None)
    """
    folded = text.casefold()
    return int(folded) if folded.isdigit() else _NUMBER_WORDS.get(folded)


def find_attendance(page: Page, units: Sequence[Unit]) -> Attendance:
    """Counts of the box and of the sentences that speak of attendance; the first figure of each kind is taken."""
    figures: dict[str, int] = {}
    claims: list[Claim] = []

    def take(field: str, match: re.Match[str], offset: int) -> None:
        number = number_of(match["n"])
        if number is None:
            return
        qualifier = _qualifier((match.groupdict().get("qualifier") or "").lower())
        figures.setdefault(field, number)
        evidence = page.view.evidence(
            page.document.id, offset + match.start(), offset + match.end(), "attendance figure"
        )
        claims.append(
            Claim(field=field, value=str(number), source=page.document.id, qualifier=qualifier, evidence=evidence)
        )

    box = fields_of(page).get("participants")
    for unit in units:
        if unit.block.kind in (BlockKind.TITLE, BlockKind.POST):
            continue
        start, end = unit.sentence.start, unit.sentence.end
        sentence = page.view.text[start:end]
        if _OTHER_OCCASION.search(sentence) or not _CUE.search(sentence) or _is_background(unit):
            continue
        _figures(sentence, start, take)
    if box is not None:
        match = _DELEGATED.match(block_text(page, box)) or _REPRESENTATIVES.match(block_text(page, box))
        if match is not None:
            take("member_states", match, box.start)
    return Attendance(
        representatives=figures.get("representatives"),
        member_states=figures.get("member_states"),
        heads_of_state=figures.get("heads_of_state"),
        claims=tuple(dict.fromkeys(claims)),
    )


_OTHER_OCCASION = re.compile(
    r"\b(?:next|previous|last|earlier) (?:islamic )?(?:summit|session|conference)\b|\bwill be\b"
    r"|\bthe (?:19|20)\d\d (?:summit|session|conference)\b",
    re.IGNORECASE,
)


def _is_background(unit: Unit) -> bool:
    section = (unit.block.section or "").casefold()
    return any(word in section for word in ("prelude", "origin", "prepar")) or section in (
        "background",
        "context",
        "origins",
        "aftermath",
        "reactions",
        "history",
        "see also",
        "references",
    )


def _qualifier(word: str) -> str | None:
    if word in ("at least", "more than", "over"):
        return "at least"
    if word in ("some", "about", "around", "nearly", "almost"):
        return "about"
    return "at most" if word in ("up to", "as many as", "fewer than") else None


def _figures(sentence: str, offset: int, take: Callable[[str, re.Match[str], int], None]) -> None:
    used: list[tuple[int, int]] = []

    def run(field: str, pattern: re.Pattern[str]) -> None:
        for match in pattern.finditer(sentence):
            span = match.span("n")
            if any(a <= span[0] < b for a, b in used) or _is_size(sentence, match):
                continue
            used.append(span)
            take(field, match, offset)

    run("heads_of_state", _LED)
    run("heads_of_state", _BY_HEADS)
    run("heads_of_state", _AT_LEVEL)
    run("heads_of_state", _HEADS_FROM)
    run("member_states", _OF_WHOM)
    run("heads_of_state", _LEADERS)
    run("member_states", _OF_THE)
    run("representatives", _REPRESENTATIVES)
    run("member_states", _DELEGATIONS)
    run("member_states", _DELEGATED)


def _is_size(sentence: str, match: re.Match[str]) -> bool:
    """Whether a figure is that of the organisation ("with 57 member states") or of those who stayed away."""
    before, after = sentence[: match.start()], sentence[match.end() :]
    if _NOT_PRESENT.search(before):
        return True
    if _ABSENT.match(after.strip()[:40]):
        return True
    return (
        bool(re.search(r"\bof\s+(?:the|its)\s+$", before))
        and not re.match(r"\s+(?:that|which|who)\b", after)
        and not re.match(r"\s*(?:sent|attended|took)", after)
        and bool(re.search(r"\d|-", before[-30:]))
    )
