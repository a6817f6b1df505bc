"""The days of the summit, and dates of the news completed from the day of publication."""

import datetime as dt
import re
from collections.abc import Callable, Sequence

from oic_summits.model import ActKind, Modality, PartialDate, Summit
from oic_summits.parser.dates import DateMention, complete, find_dates
from oic_summits.parser.header import Header, fields_of
from oic_summits.parser.lexicon import DETERMINERS, verb_forms
from oic_summits.parser.mentions import Kind
from oic_summits.parser.page import BlockKind, Page
from oic_summits.parser.reading_order import Unit

_OPENING = frozenset("open opens opened begin begins began start starts started".split())
_CLOSING = frozenset(
    "closes closed ends ended concludes concluded finishes finished wraps wrapped wrapping wound winding".split()
)
_MEETING = frozenset("assembled gathered met convened opened begun started".split())
_COUNT = {"two": 2, "three": 3, "four": 4, "five": 5, "2": 2, "3": 3, "4": 4, "5": 5}
_LENGTH = re.compile(
    rf"\b(?P<count>{'|'.join(_COUNT)})[- ]days? (?:[\w-]+ ){{0,3}}(?:summit|session|conference|gathering|meeting)\b"
    rf"|\b(?:over|during|after|in|throughout) (?:the |its |their )?(?P<days>{'|'.join(_COUNT)}) days\b"
    rf"|\b(?P<of>{'|'.join(_COUNT)}) days of\b",
    re.IGNORECASE,
)
_Found = tuple[PartialDate, tuple[int, int]]


def find_days(page: Page, units: Sequence[Unit], header: Header, known: Summit | None = None) -> None:
    """First and last day: from the box, the prose, else a date line.

    Of several dates that the prose may mean, those of a known summit come first.
    """
    text = page.view.text
    block = fields_of(page).get("date") or fields_of(page).get("dates")
    if block is not None:
        mentions = list(find_dates(text, block.start, block.end))
        for mention in mentions:
            if mention.first is not None and mention.last is not None:
                end = mentions[-1].last or mention.last  # "2016-04-14 – 15 April 2016"
                last = end if mention.first.day is not None and mention.first <= end else mention.last
                _claim_days(header, mention.first, last, (mention.start, mentions[-1].end), "information box")
                return
            if mention.impossible is not None:
                header.impossible.append((mention.start, mention.end))
    early = [unit for unit in units if unit.block.start <= len(text) // 2]
    for own in (known, None) if known is not None else (None,):
        if any((u.block.section is None or u.index < 3) and _days_in_sentence(u, header, own) for u in early):
            return
    for block in page.blocks:
        if block.kind is BlockKind.DATELINE and page.document.kind.value == "communique":
            for mention in find_dates(text, block.start, block.end):
                if mention.first is not None and mention.last is not None and mention.first.day is not None:
                    _claim_days(header, mention.first, mention.last, (mention.start, mention.end), "date line")
                    return


def _days_in_sentence(unit: Unit, header: Header, known: Summit | None) -> bool:
    """A full date in a sentence that says when the summit itself was held; of a known summit only its own days."""
    own = [m for m in unit.mentions if m.kind is Kind.SUMMIT and not m.plural]
    own_pronoun = unit.index < 4 and any(
        m.kind is Kind.PRONOUN and m.name == "it" and m.start == 0 for m in unit.mentions
    )
    named = _names_session(unit, header)
    if not own and not named and not own_pronoun and unit.block.kind is not BlockKind.NUMBERED:
        return False
    words = {token.lower for token in unit.sentence.tokens}
    held = words & {
        "held",
        "took",
        "place",
        "convened",
        "organized",
        "organised",
        "sat",
        "met",
        "gathered",
        "hosted",
        "on",
        "between",
    }
    if not held:
        return False
    for mention in unit.dates:
        if _since(unit, mention.start) or not _dates_the_summit(unit, mention.start):
            continue
        if mention.first is not None and mention.last is not None and mention.first.day is not None:
            span = (mention.start, mention.end)
            if known is not None and not _meet(mention.first, mention.last, known):
                continue
            if mention.first == mention.last and words & _OPENING:
                header.claim("start", mention.first, span, "day of the opening")
            elif mention.first == mention.last and words & _CLOSING:
                header.claim("end", mention.first, span, "day of the close")
            else:
                _claim_days(header, mention.first, mention.last, span, "sentence on the summit")
            return True
    return False


def _meet(first: PartialDate, last: PartialDate, known: Summit) -> bool:
    """Whether some day from one date to another is a day of the summit."""
    assert known.start is not None
    return first <= (known.end or known.start) and known.start <= last


_HOLDING = frozenset(
    "hold take place convene organize organise sit meet gather host assemble open begin start run last bring "
    "summon schedule inaugurate end close conclude finish wrap wind fill".split()
)


def _dates_the_summit(unit: Unit, place: int) -> bool:
    """Whether the last verb before a date is one of holding a summit: "ordered on 23 January" dates something else."""
    line = unit.parsed.line
    for i in range(len(line) - 1, -1, -1):
        if line.tokens[i].start >= place:
            continue
        form = verb_forms().get(line.lower(i))
        if form is None or i in line.dates or not (form.past or form.participle or form.third):
            continue
        if line.lower(i) in ("set", "put") or form.gerund or line.lower(i - 1) in DETERMINERS:
            continue
        return form.sense.lemma in _HOLDING
    return True


def _names_session(unit: Unit, header: Header) -> bool:
    """Whether the series or the number of the summit was read in this sentence."""
    span = header.places.get("series")
    return span is not None and unit.sentence.start <= span[0] < unit.sentence.end


def _claim_days(header: Header, first: PartialDate, last: PartialDate, span: tuple[int, int], rule: str) -> None:
    header.claim("start", first, span, rule)
    header.claim("end", last, span, rule)


def days_of_news(
    page: Page, units: Sequence[Unit], header: Header, acts_on: Callable[[Unit], bool], known: Summit | None = None
) -> None:
    """Days of a summit in a news text: those on which the summit, its leaders or its hosts act, within a few days.

    Where only one day is told, a known summit says whether it is the first one, the last one or both.
    """
    days = _told_days(page, units, acts_on, known)
    if not days:
        return
    first = min(days, key=lambda pair: pair[0])
    last = max(days, key=lambda pair: pair[0])
    if first[0].exact is not None and last[0].exact is not None and (last[0].exact - first[0].exact).days > 6:
        return
    if first[0] != last[0]:
        _claim_first_and_last(header, first, last)
    else:
        _claim_one_day(page, units, header, first, known)


def _told_days(
    page: Page, units: Sequence[Unit], acts_on: Callable[[Unit], bool], known: Summit | None
) -> list[_Found]:
    """The days that sentences on the summit print, else those on which it acts; of a known summit its own first."""
    anchor, exact = news_anchor(page)
    near: list[_Found] = []
    printed: list[_Found] = []
    for unit in units:
        if unit.block.kind not in (BlockKind.PARAGRAPH, BlockKind.TITLE, BlockKind.ITEM):
            continue
        for mention in unit.dates:
            resolved = resolve_day(mention, anchor, exact, ahead=lies_ahead(unit, mention))
            if resolved is None or resolved[0].day is None or _past_perfect_before(unit, mention.start):
                continue
            told = [(day, (mention.start, mention.end)) for day in dict.fromkeys(resolved)]
            if mention.weekday is None:
                if any(m.kind is Kind.SUMMIT and not m.plural for m in unit.mentions) and not _since(
                    unit, mention.start
                ):
                    printed += told if mention.first is not None else _near(told, anchor)
            elif acts_on(unit):
                near += told
    near = _near(near, anchor)
    if near and exact and anchor is not None and anchor.exact is not None:
        printed = _near(printed, anchor, within=45)  # "the Mecca summit of 31 May 2019" is another one
        printed = [d for d in printed if any(_apart(d, other) <= 6 for other in near)]
    if known is not None and known.start is not None:
        printed, near = _near(printed, known.start), _near(near, known.start, within=4)
        printed = [d for d in printed + near if _is_its_day(d[0], known)] or printed
    return printed or near


def _is_its_day(day: PartialDate, known: Summit) -> bool:
    """Whether a day is the first or the last one of a known summit; one of one day may run into the next morning."""
    if known.start == known.end and known.start is not None and known.start.exact is not None:
        return day in (known.start, PartialDate.of(known.start.exact + dt.timedelta(days=1)))
    return day in (known.start, known.end)


def _apart(one: _Found, other: _Found) -> int:
    """Days between two dates; many where one is not exact."""
    if one[0].exact is None or other[0].exact is None:
        return 999
    return abs((one[0].exact - other[0].exact).days)


def _claim_first_and_last(header: Header, first: _Found, last: _Found) -> None:
    header.claim("start", first[0], first[1], "day on which the summit acts")
    header.claim("end", last[0], last[1], "day on which the summit acts")


def _claim_one_day(
    page: Page, units: Sequence[Unit], header: Header, found: _Found, known: Summit | None = None
) -> None:
    """The only day that is told: the first one if it tells of an opening, the last one if it tells of the close.

    The other one follows from the length that is printed: "wrapped up a two-day summit on Sunday" began on Saturday.
    """
    day, span = found
    further = dt.timedelta(days=_length(page) - 1)
    opens, closes = _tells(units, span, _OPENING), _tells(units, span, _CLOSING)
    if known is not None and known.start != known.end and day in (known.start, known.end):
        opens, closes = day == known.start, day == known.end
    if opens == closes or day.exact is None:
        _claim_first_and_last(header, found, found)
        return
    header.claim("start" if opens else "end", day, span, "day of the opening" if opens else "day of the close")
    if further:
        other = PartialDate.of(day.exact + further if opens else day.exact - further)
        header.claim("end" if opens else "start", other, span, "counted from the length of the summit")


def _tells(units: Sequence[Unit], span: tuple[int, int], verbs: frozenset[str]) -> bool:
    """Whether the sentence around a date has one of these verbs."""
    return any(
        unit.sentence.start <= span[0] < unit.sentence.end and any(t.lower in verbs for t in unit.sentence.tokens)
        for unit in units
    )


def _length(page: Page) -> int:
    """As in "two-day summit": its length in days where the text prints one and no other; else 1."""
    lengths = {
        _COUNT[(match["count"] or match["days"] or match["of"]).lower()]
        for block in page.blocks
        if block.kind is BlockKind.PARAGRAPH
        for match in _LENGTH.finditer(page.view.text, block.start, block.end)
    }
    return lengths.pop() if len(lengths) == 1 else 1


def _near(days: list[_Found], anchor: PartialDate | None, *, within: int = 7) -> list[_Found]:
    """The days within a week of the day of writing, where that is known; all of them where it is not."""
    if anchor is None or anchor.exact is None:
        return days
    return [d for d in days if d[0].exact is not None and abs((d[0].exact - anchor.exact).days) <= within]


def _since(unit: Unit, place: int) -> bool:
    """As in "since May", "since the Mecca summit of 31 May": the day of something else."""
    tokens = [token.lower for token in unit.sentence.tokens if token.start < place][-7:]
    reach = tokens if {"summit", "session", "conference"} & set(tokens[-2:]) else tokens[-2:]
    return bool({"since", "until", "after", "before"} & set(reach))


def _past_perfect_before(unit: Unit, place: int) -> bool:
    """Whether the date lies before the story: "had missed a meeting on Wednesday", not "had assembled on Thursday"."""
    tokens = [token.lower for token in unit.sentence.tokens if token.start < place][-8:]
    if "had" not in tokens:
        return False
    after = set(tokens[tokens.index("had") + 1 :])
    return not (after & _MEETING or {"received", "chairmanship"} <= after)


def news_anchor(page: Page) -> tuple[PartialDate | None, bool]:
    """The day from which weekdays are counted: that of publication (exact), else that of an embedded post."""
    if page.document.published is not None and page.document.published.day is not None:
        return page.document.published, True
    if page.written is not None:
        return page.written, True
    for block in page.blocks:
        if block.kind in (BlockKind.POST_SIGNATURE, BlockKind.DATELINE):
            for mention in find_dates(page.view.text, block.start, block.end):
                if mention.first is not None and mention.first.day is not None:
                    return mention.first, block.kind is BlockKind.DATELINE
    return None, False


def story_anchor(page: Page, first: PartialDate | None) -> tuple[PartialDate | None, bool]:
    """As `news_anchor`; a text written more than two months from the summit tells of the days around the summit."""
    anchor, exact = news_anchor(page)
    if first is None or first.exact is None or anchor is None or anchor.exact is None:
        return anchor, exact
    return (first, False) if abs((first.exact - anchor.exact).days) > 62 else (anchor, exact)


def lies_ahead(unit: Unit, mention: DateMention) -> bool:
    """Whether the verb before a weekday puts it into the future: "opens on Thursday", "will meet on Thursday"."""
    if mention.weekday is None:
        return False
    pieces, tokens = unit.parsed.pieces, unit.sentence.tokens
    verbs = [pieces[clause.verb].verb for clause in unit.parsed.clauses]
    before = [verb for verb in verbs if verb is not None and tokens[verb.main].end <= mention.start]
    if not before:
        return False
    verb = before[-1]
    words = {token.lower for token in tokens if token.end <= mention.start}
    if verb.copula and verb.tense == "present" and words & {"due", "expected", "scheduled"}:
        return True  # "is due in Riyadh on Friday"
    meant = verb.modality in (Modality.EXPECTED, Modality.PLANNED) and verb.tense in ("modal", "present")
    return meant or (
        verb.tense == "present"
        and verb.bare
        and verb.sense.kind in (ActKind.DO, ActKind.PARTICIPATE)
        and not verb.copula
    )


def resolve_day(
    mention: DateMention, anchor: PartialDate | None, exact: bool, *, ahead: bool = False
) -> tuple[PartialDate, PartialDate] | None:
    """A date completed from the anchor.

    A weekday is the last one before publication, the next one where it lies ahead, or the one nearest to a post.
    """
    if mention.weekday is None or anchor is None or anchor.exact is None or (exact and not ahead):
        return complete(mention, anchor)
    if exact:
        day = PartialDate.of(anchor.exact + dt.timedelta(days=(mention.weekday - anchor.exact.weekday()) % 7))
        return day, day
    offset = (mention.weekday - anchor.exact.weekday() + 3) % 7 - 3
    day = PartialDate.of(anchor.exact + dt.timedelta(days=offset))
    return day, day
