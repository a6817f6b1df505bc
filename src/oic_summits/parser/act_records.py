"""What is said and done, as records: quotations, acts, reactions."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

import attrs

from oic_summits.model import (
    Act,
    ActKind,
    Actor,
    DocumentKind,
    Medium,
    Modality,
    PartialDate,
    Quotation,
    Reaction,
    evolve,
)
from oic_summits.parser.clauses import Chunk
from oic_summits.parser.dates import DateMention, complete
from oic_summits.parser.days import lies_ahead, resolve_day, story_anchor
from oic_summits.parser.deeds import Deed
from oic_summits.parser.discourse import Ref
from oic_summits.parser.lexicon import verb_forms, verb_senses
from oic_summits.parser.page import BlockKind, Page, clean
from oic_summits.parser.reading_order import Unit
from oic_summits.parser.resolve import Resolver
from oic_summits.parser.speakers import Spoken


@attrs.frozen(kw_only=True)
class _Text:
    """What the acts of a document are made from, besides its clauses."""

    page: Page
    resolver: Resolver
    spoken: Sequence[Spoken]
    quotations: Sequence[Quotation]
    anchor: PartialDate | None  # the day from which weekdays are counted
    exact: bool  # whether that is the day of writing

    def day_of(self, unit: Unit, mention: DateMention) -> PartialDate | None:
        """A date within a clause: weekdays from the day of writing, years from the day of the summit."""
        if mention.weekday is not None:
            resolved = resolve_day(mention, self.anchor, self.exact, ahead=lies_ahead(unit, mention))
        else:
            resolved = complete(mention, self.anchor or self.resolver.day)
        return resolved[0] if resolved is not None else None


def quotation_record(page: Page, item: Spoken, resolver: Resolver) -> Quotation:
    """A quotation with its speaker, where one is known."""
    return Quotation(
        text=" ".join(page.view.text[item.start : item.end].split()),
        speaker=resolver.actor(item.ref) if item.ref is not None else None,
        evidence=page.view.evidence(page.document.id, item.start, item.end, "quotation marks"),
    )


def within(spoken: Sequence[Spoken], quotations: Sequence[Quotation], start: int, end: int) -> tuple[Quotation, ...]:
    """The quotations that stand between two view offsets."""
    first = bisect_left(spoken, start, key=lambda item: item.start)
    last = bisect_left(spoken, end, key=lambda item: item.start)
    return tuple(quotations[k] for k in range(first, last) if spoken[k].end <= end)


def reaction_records(
    page: Page,
    deeds: Sequence[Deed],
    resolver: Resolver,
    spoken: Sequence[Spoken],
    quotations: Sequence[Quotation],
) -> tuple[Reaction, ...]:
    """Acts of people, states and bodies; those of one actor that follow each other in one block make one reaction."""
    anchor, exact = story_anchor(page, resolver.day) if page.document.kind is DocumentKind.NEWS else (None, True)
    text = _Text(page=page, resolver=resolver, spoken=spoken, quotations=quotations, anchor=anchor, exact=exact)
    passages: list[tuple[Actor, Deed, list[Act]]] = []
    last: tuple[int, str] | None = None
    for deed in deeds:
        for ref, act in _acts(text, deed):
            actor = resolver.actor(ref)
            here = (deed.unit.block.start, actor.name)
            if last == here and len(deed.refs) == 1:
                passages[-1][2].append(act)
            else:
                passages.append((actor, deed, [act]))
            last = here
    return tuple(
        Reaction(
            actor=actor,
            acts=tuple(acts),
            medium=_medium(deed),
            date=acts[0].date,
            evidence=tuple(act.evidence for act in acts),
        )
        for actor, deed, acts in passages
    )


def _acts(text: _Text, deed: Deed) -> Iterator[tuple[Ref, Act]]:
    """What a clause says that somebody does, by its verb or by a noun that stands for one."""
    noun = _noun_of_act(deed, text.resolver)
    if noun is not None:
        ref, i, lemma = noun
        act = _act(text, deed)
        sense = verb_senses()[lemma]
        word = deed.unit.sentence.tokens[i].text
        yield ref, evolve(act, verb=word, lemma=lemma, kind=sense.kind, polarity=sense.polarity)
    elif _is_act(deed):
        for ref in deed.refs:
            if _acts_here(deed, ref):
                yield ref, _act(text, deed)


_NOUNS_OF_ACTS = {"recognition": "recognise", "support": "support", "backing": "back", "endorsement": "endorse"}


def _noun_of_act(deed: Deed, resolver: Resolver) -> tuple[Ref, int, str] | None:
    """As in "The state has recognition from 90 states": who acts, the token of the noun, and its verb."""
    if deed.verb.sense.lemma != "have" or not deed.verb.copula or deed.reported or deed.verb.negated:
        return None
    pieces = deed.unit.parsed.pieces
    k = deed.clause.verb + 1
    if k + 2 >= len(pieces) or pieces[k].kind is not Chunk.NOUN or pieces[k + 1].word != "from":
        return None
    lemma = _NOUNS_OF_ACTS.get(deed.unit.sentence.tokens[pieces[k].end - 1].lower)
    ref = resolver.piece(deed.unit, pieces[k + 2]) if lemma is not None else None
    return (ref, pieces[k].end - 1, lemma) if ref is not None and lemma is not None else None


def _is_act(deed: Deed) -> bool:
    if (
        not deed.refs
        or deed.verb.copula
        or deed.reported
        or deed.unit.block.kind in (BlockKind.TITLE, BlockKind.POST)
        or (deed.unit.block.kind is BlockKind.PREAMBLE and not (deed.clause.relative or deed.clause.subordinate))
    ):
        return False
    if deed.verb.passive and not deed.by_agent:
        return False
    if deed.verb.tense == "modal" and deed.unit.sentence.tokens[
        deed.unit.parsed.pieces[deed.clause.verb].start
    ].lower in ("must", "should"):
        return False  # what somebody ought to do is no act
    if deed.clause.subordinate in ("what", "if", "whether", "because", "how", "why", "unless"):
        return False
    if deed.verb.sense.lemma in ("include", "comprise", "remain", "seem", "appear", "number"):
        return False
    if deed.verb.sense.lemma == "take" and deed.unit.parsed.line.lower(deed.verb.main + 1) == "place":
        return False
    if deed.by_agent and deed.verb.sense.lemma in ("represent", "lead", "head", "accompany", "attend", "join", "flank"):
        return False
    return not deed.refs[0].voice


_SPEAKING = frozenset({ActKind.SAY, ActKind.SUPPORT, ActKind.CRITICISE, ActKind.DEMAND, ActKind.DECIDE, ActKind.PLEDGE})


def _acts_here(deed: Deed, ref: Ref) -> bool:
    """Whether this subject acts: the voice of the summit does not, and a crowd only by word or decision."""
    if ref.voice or ref.anonymous:
        return False
    if ref.kind == "collective":
        words = ref.name.split()
        return deed.verb.sense.kind in _SPEAKING and len(words) > 1
    return True


def _modality(deed: Deed, date: PartialDate | None, published: PartialDate | None) -> Modality:
    """As the verb says; what news tells in the present of a day to come is expected ("steps down on Oct. 31")."""
    ahead = date is not None and published is not None and date.first_day > published.last_day
    if ahead and deed.verb.tense == "present" and deed.verb.modality is Modality.DONE:
        return Modality.EXPECTED
    return deed.verb.modality


_OTHER_TIMES = frozenset("following after before since until by from".split())


def _dates_verb(deed: Deed, date: DateMention) -> bool:
    """Whether a date says when the verb happens, and not when something did that it follows or is by somebody else."""
    pieces = deed.unit.parsed.pieces
    tokens = deed.unit.sentence.tokens
    behind = [piece for piece in pieces[deed.clause.verb + 1 :] if tokens[piece.start].start < date.start]
    other = any(piece.verb is not None and piece.verb.tense in ("past", "present", "modal") for piece in behind)
    forms = (verb_forms().get(piece.word) for piece in behind if piece.kind is Chunk.NOUN)
    other = other or any(form is not None and form.participle for form in forms)  # "the text, adopted on Sunday"
    return not other and not any(piece.word in _OTHER_TIMES for piece in behind)


def _act(text: _Text, deed: Deed) -> Act:
    start, end = deed.view_span()
    tokens = deed.unit.sentence.tokens
    behind = tokens[deed.verb.main].end
    content = clean(text.page, behind, end) if end > behind else clean(text.page, start, end)
    inside = next((d for d in deed.unit.dates if start <= d.start < end), None)
    date = text.day_of(deed.unit, inside) if inside is not None and _dates_verb(deed, inside) else None
    return Act(
        verb=deed.word,
        lemma=deed.verb.sense.lemma,
        kind=deed.verb.sense.kind,
        content=content,
        addressee=_addressee(deed),
        polarity=deed.verb.sense.polarity,
        modality=_modality(deed, date, text.page.document.published),
        date=date,
        quotations=within(text.spoken, text.quotations, start, end),
        evidence=text.page.view.evidence(text.page.document.id, start, end, "clause with subject and finite verb"),
    )


_ADDRESSING = frozenset(
    "tell urge ask remind assure inform warn exhort invite press implore advise instruct order request beg call "
    "appeal thank accuse criticise criticize".split()
)


def _addressee(deed: Deed) -> str | None:
    """To whom: the noun after a verb that takes one."""
    if deed.verb.sense.lemma not in _ADDRESSING:
        return None
    pieces = deed.unit.parsed.pieces
    k = deed.clause.verb + 1
    while k < len(pieces) and (pieces[k].word in ("on", "upon", "to", "again") or pieces[k].kind is Chunk.ADVERB):
        k += 1
    begin = k
    while (k < len(pieces) and pieces[k].kind in (Chunk.NOUN, Chunk.MENTION)) or (
        k < len(pieces) and pieces[k].word in ("of", "and", "outside") and k > begin
    ):
        k += 1
    if k == begin:
        return None
    tokens = deed.unit.sentence.tokens[pieces[begin].start : pieces[k - 1].end]
    return " ".join(token.text for token in tokens) or None


def _medium(deed: Deed) -> Medium | None:
    words = {token.lower for token in deed.unit.sentence.tokens[deed.start : deed.end]}
    if deed.verb.sense.lemma == "vote":
        return Medium.VOTE
    if {"news", "conference"} <= words or {"press", "conference"} <= words:
        return Medium.NEWS_CONFERENCE
    for medium, cues in (
        (Medium.TWEET, {"tweet", "tweeted", "twitter"}),
        (Medium.LETTER, {"letter", "cable"}),
        (Medium.INTERVIEW, {"interview"}),
        (Medium.SPEECH, {"speech", "address", "addressed"}),
        (Medium.STATEMENT, {"statement"}),
    ):
        if words & cues:
            return medium
    return None
