"""Dated happenings around the summit."""

from collections.abc import Sequence

import attrs

from oic_summits.errors import InvalidValueError
from oic_summits.model import ActKind, Basis, DocumentKind, Inference, PartialDate, evolve
from oic_summits.parser.clauses import Chunk
from oic_summits.parser.dates import DateMention, complete
from oic_summits.parser.days import lies_ahead, resolve_day, story_anchor
from oic_summits.parser.deeds import Deed, deeds_by_unit
from oic_summits.parser.discourse import Ref
from oic_summits.parser.mentions import Kind, Mention
from oic_summits.parser.offsets import Offset, find_offsets
from oic_summits.parser.page import Block, BlockKind, Page
from oic_summits.parser.reading_order import Unit
from oic_summits.parser.resolve import Resolver


@attrs.frozen(kw_only=True)
class Happening:
    """A dated happening: its date, who did it, and view offsets of the words."""

    date: PartialDate
    ref: Ref | None
    start: int
    end: int
    inferred: tuple[Inference, ...] = ()


def find_happenings(
    page: Page,
    units: Sequence[Unit],
    deeds: Sequence[Deed],
    resolver: Resolver,
    days: tuple[PartialDate | None, PartialDate | None],
) -> tuple[list[Happening], list[DateMention]]:
    """Each date of the prose that is not the summit's own, with the clause around it; and dates that cannot exist."""
    by_unit = deeds_by_unit(deeds)
    found: list[Happening] = []
    impossible = [mention for unit in units for mention in unit.dates if mention.impossible is not None]
    calendar = _Calendar(page, days)
    for unit in units:
        calendar.turn_to(unit)
        if unit.block.kind in (BlockKind.TITLE, BlockKind.ROW, BlockKind.POST) or not unit.parsed.clauses:
            continue
        own = by_unit.get(id(unit), [])
        for mention, resolved in calendar.dates_of(unit):
            if _is_event(unit, mention, resolved, deeds=own, days=days, published=page.document.published):
                found.append(_happening(unit, mention, resolved[0], own, resolver))
    return found, impossible


_Span = tuple[PartialDate, PartialDate]


class _Calendar:
    """Completes the dates of a text while it is read: each from the day of writing, the summit or the day told last."""

    def __init__(self, page: Page, days: tuple[PartialDate | None, PartialDate | None]) -> None:
        self.page = page
        self.days = days
        base, exact = story_anchor(page, days[0]) if page.document.kind is DocumentKind.NEWS else (None, False)
        self.base, self.exact = base or days[0], exact
        self.block: Block | None = None
        self.anchor: PartialDate | None = None  # the last day of the paragraph that is printed with its year
        self.told: PartialDate | None = None  # the last day of the paragraph, however printed

    def turn_to(self, unit: Unit) -> None:
        """Forget the days of the paragraph before."""
        if unit.block is not self.block:
            self.anchor = self.told = None
            self.block = unit.block

    def dates_of(self, unit: Unit) -> list[tuple[DateMention, _Span]]:
        """The dates of a sentence outside quotations, then the days counted from them."""
        found: list[tuple[DateMention, _Span]] = []
        counted = {mention.start: (mention, span) for mention, span in self._counted(unit)}
        for mention in unit.dates:
            if _is_name(unit, mention) or any(q.start <= mention.start < q.end for q in unit.quotations):
                continue
            resolved = self._resolve(unit, mention)
            if resolved is not None and resolved[0].month is not None:
                self.told = resolved[0]
                later = self._counted(unit, after=mention.end)  # the date nearest before counts
                counted.update((each.start, (each, span)) for each, span in later)
            if mention.first is not None and mention.first.day is not None:
                self.anchor = mention.first
            if resolved is not None and mention.first is None and mention.weekday is None:
                resolved = _not_ahead(resolved, self.page.document.published, unit)
            if resolved is not None:
                found.append((mention, resolved))
        return found + list(counted.values())

    def _resolve(self, unit: Unit, mention: DateMention) -> _Span | None:
        if mention.weekday is not None:
            return resolve_day(mention, self.base, self.exact, ahead=lies_ahead(unit, mention))
        that = self.page.view.text[: mention.start][-5:].lower() == "that "
        if self.told is not None and mention.month is not None and mention.day is None and that:
            return _next_month(self.told, mention.month)
        behind = None if _before_that(unit) else self.anchor
        return _following(complete(mention, self.anchor or self.base), behind, mention)

    def _counted(self, unit: Unit, *, after: int | None = None) -> list[tuple[DateMention, _Span]]:
        """Days counted from the last one told, behind a place of the sentence: "two days later", "a day after it"."""
        counted: list[tuple[DateMention, _Span]] = []
        start = unit.sentence.start if after is None else after
        for offset in find_offsets(self.page.view.text, start, unit.sentence.end):
            if offset.of_another and _of_summit(unit, offset):
                day = offset.on((self.days[1] or self.days[0]) if offset.days > 0 else self.days[0])
            else:
                day = offset.on(self.told, back=offset.of_another and after is not None)
            if day is not None:
                mention = DateMention(start=offset.start, end=offset.end, month=day.month, day=day.day)
                counted.append((mention, (day, day)))
        return counted


def _of_summit(unit: Unit, offset: Offset) -> bool:
    """As in "a day after the summit"."""
    tokens = unit.sentence.tokens
    behind = next((i for i, token in enumerate(tokens) if token.start >= offset.end), len(tokens))
    return any(m.kind is Kind.SUMMIT and behind <= m.start <= behind + 1 for m in unit.mentions)


def _is_name(unit: Unit, mention: DateMention) -> bool:
    """As in "the September 11 attacks": a date that has become a name."""
    tokens = [token for token in unit.sentence.tokens if token.start >= mention.end][:1]
    return mention.first is None and bool(tokens) and tokens[0].lower in ("attacks", "attack", "movement", "war")


def _next_month(told: PartialDate, month: int) -> tuple[PartialDate, PartialDate]:
    """As in "the war ended in February 1991; that March": the first such month from the date told on."""
    later = told.month is not None and month < told.month
    day = PartialDate(year=told.year + later, month=month)
    return day, day


def _before_that(unit: Unit) -> bool:
    """Whether a sentence goes back in time: "had taken place there on 30 May"."""
    return any(token.lower == "had" for token in unit.sentence.tokens)


def _following(
    resolved: tuple[PartialDate, PartialDate] | None, anchor: PartialDate | None, mention: DateMention
) -> tuple[PartialDate, PartialDate] | None:
    """A date without a year that follows one with a year in its paragraph lies behind it: what is told goes on."""
    if resolved is None or anchor is None or mention.first is not None or resolved[0].last_day >= anchor.first_day:
        return resolved
    try:
        return evolve(resolved[0], year=resolved[0].year + 1), evolve(resolved[1], year=resolved[1].year + 1)
    except InvalidValueError:
        return resolved


def _not_ahead(
    resolved: tuple[PartialDate, PartialDate], published: PartialDate | None, unit: Unit
) -> tuple[PartialDate, PartialDate]:
    """A date without a year that would lie ahead of news told in the past is that of the year before."""
    verbs = [piece.verb for piece in unit.parsed.pieces if piece.verb is not None]
    past = bool(verbs) and all(verb.tense == "past" for verb in verbs)
    if published is None or not past or resolved[0].first_day <= published.last_day:
        return resolved
    try:
        return evolve(resolved[0], year=resolved[0].year - 1), evolve(resolved[1], year=resolved[1].year - 1)
    except InvalidValueError:
        return resolved


def _is_event(
    unit: Unit,
    mention: DateMention,
    resolved: tuple[PartialDate, PartialDate],
    *,
    deeds: Sequence[Deed],
    days: tuple[PartialDate | None, PartialDate | None],
    published: PartialDate | None,
) -> bool:
    first, last = days
    date = resolved[0]
    if first is not None and resolved == (first, last or first):
        return False
    line = unit.parsed.line
    i = next(
        (
            index
            for index, end in line.dates.items()
            if line.tokens[index].start <= mention.start < line.tokens[end - 1].end
        ),
        None,
    )
    if (
        i is not None
        and date.month is None
        and (line.lower(i - 1) in ("(", "-", "–") or line.lower(i - 1).startswith("resolution"))
    ):
        return False
    of_summit = i is not None and line.lower(i - 1) == "of" and line.lower(i - 2) in ("summit", "session", "conference")
    if date.month is None and of_summit and first is not None and date.covers(first):
        return False  # "the Islamic summit of 1974"
    if unit.block.kind is BlockKind.NUMBERED and date.month is None and i is not None and line.lower(i - 1) == "since":
        return False
    if first is None:
        return mention.weekday is None
    span_end = last or first
    if date.day is None:
        return not (date.covers(first) and _about_summit(unit, deeds) and _held(deeds))
    holder = _holding(deeds, mention)
    if not (first <= date <= span_end):
        return mention.weekday is None or date != published
    if mention.weekday is not None:
        return (
            holder is not None
            and holder.verb.sense.kind is ActKind.DECIDE
            and bool(holder.refs)
            and not holder.refs[0].voice
        )
    return not _about_summit(unit, deeds) and _other_actor(deeds)


def _held(deeds: Sequence[Deed]) -> bool:
    return any(
        deed.verb.sense.lemma in ("hold", "take", "meet", "sit", "gather", "host", "convene", "be", "open")
        for deed in deeds
    )


def _about_summit(unit: Unit, deeds: Sequence[Deed]) -> bool:
    """Whether the sentence speaks of the summit itself: it, its documents or its leaders act or are acted on."""
    if any(m.kind in (Kind.SUMMIT, Kind.DOCUMENT) for m in unit.mentions):
        return True
    return any(ref.voice for deed in deeds for ref in deed.refs)


def _other_actor(deeds: Sequence[Deed]) -> bool:
    return any(ref.kind in ("person", "state", "organisation", "body") for deed in deeds for ref in deed.refs)


def _holding(deeds: Sequence[Deed], mention: DateMention) -> Deed | None:
    """The clause in which a date stands: the one with the smallest extent, or the one that it opens."""
    opened = next((deed for deed in deeds if 0 <= deed.view_span()[0] - mention.end <= 2), None)
    counted = mention.first is None and mention.day is not None and mention.last_day is None
    if opened is not None and counted:
        return opened  # "…; a day later the Council met"
    inside = [deed for deed in deeds if deed.view_span()[0] <= mention.start < deed.view_span()[1]]
    return min(inside, key=lambda deed: deed.view_span()[1] - deed.view_span()[0], default=None)


def _happening(
    unit: Unit, mention: DateMention, date: PartialDate, deeds: Sequence[Deed], resolver: Resolver
) -> Happening:
    holder = _holding(deeds, mention)
    inferred: tuple[Inference, ...] = ()
    if mention.first is None:
        inferred = (
            Inference(
                field="date",
                value=str(date),
                basis=Basis.DOCUMENT,
                reason="year or week taken from the nearest known date",
            ),
        )
    if holder is None:
        start, end = unit.offsets(0, len(unit.sentence.tokens))
        return Happening(
            date=date, ref=_nearest_actor(unit, mention, resolver), start=start, end=end, inferred=inferred
        )
    start, end = holder.view_span()
    start, end = min(start, mention.start), max(end, mention.end, _relative_end(unit, mention))
    noun_actor = _by_actor(unit, mention, resolver)
    ref = noun_actor or next((r for r in holder.refs if not r.voice), holder.refs[0] if holder.refs else None)
    if holder.verb.passive and not holder.by_agent and ref is not None and ref.kind != "person":
        ref = noun_actor
    return Happening(date=date, ref=ref, start=start, end=end, inferred=inferred)


def _relative_end(unit: Unit, mention: DateMention) -> int:
    """The end of ", when the ninth summit met in Doha" right behind a date."""
    tokens = unit.sentence.tokens
    after = [token for token in tokens if token.start >= mention.end][:2]
    if len(after) == 2 and after[0].text == "," and after[1].lower in ("when", "where"):
        return tokens[-1].start if tokens[-1].kind == "mark" else tokens[-1].end
    return mention.end


def _by_actor(unit: Unit, mention: DateMention, resolver: Resolver) -> Ref | None:
    """The actor of a noun right before the date: "the declaration of independence by the National Council on …"."""
    pieces = unit.parsed.pieces
    place = next(
        (
            k
            for k, p in enumerate(pieces)
            if unit.sentence.tokens[p.start].start <= mention.start < unit.sentence.tokens[p.end - 1].end
        ),
        None,
    )
    if place is None or place < 2:
        return None
    before = pieces[place - 1]
    if before.kind is Chunk.MENTION and before.mention is not None and pieces[place - 2].word == "by":
        return resolver.mention(before.mention)
    for k in range(place - 1, max(place - 6, 0), -1):
        piece = pieces[k]
        if (
            piece.kind is Chunk.NOUN
            and piece.mention is not None
            and piece.mention.possessive
            and piece.mention.kind is not Kind.PERSON
        ):
            return resolver.mention(piece.mention)
        if piece.kind not in (Chunk.NOUN, Chunk.PREPOSITION, Chunk.MENTION):
            return None
    return None


def _nearest_actor(unit: Unit, mention: DateMention, resolver: Resolver) -> Ref | None:
    found: Mention | None = None
    for candidate in unit.mentions:
        if (
            candidate.kind in (Kind.PERSON, Kind.STATE, Kind.ORGANISATION, Kind.BODY)
            and unit.offsets(candidate.start, candidate.end)[0] < mention.start
        ):
            found = candidate
    return resolver.mention(found) if found is not None else None
