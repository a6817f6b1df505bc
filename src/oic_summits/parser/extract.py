"""From a page to an extraction: the stages of the grammar in their order."""

from collections.abc import Sequence
from pathlib import Path

from oic_summits.model import (
    Act,
    ActKind,
    Declaration,
    DeclarationKind,
    DocumentKind,
    Evidence,
    Extraction,
    Medium,
    Milestone,
    Participant,
    PartialDate,
    Provision,
    Quotation,
    Reaction,
    Summit,
    evolve,
)
from oic_summits.parser.clauses import Chunk
from oic_summits.parser.counting import find_attendance
from oic_summits.parser.dates import complete
from oic_summits.parser.discourse import Entity, People
from oic_summits.parser.happenings import find_happenings
from oic_summits.parser.header import (
    Header,
    build_header,
    days_of_news,
    fields_of,
    find_days,
    find_neighbours,
    find_organisation,
    find_places,
    find_session,
    news_anchor,
)
from oic_summits.parser.mentions import Kind
from oic_summits.parser.narrative import Deed, Spoken, attribute, tell
from oic_summits.parser.operative import Operative, operatives
from oic_summits.parser.outcomes import find_instruments, find_outcomes
from oic_summits.parser.page import BlockKind, Page
from oic_summits.parser.participation import Attending, Presence, capacity_of, settle
from oic_summits.parser.posts import post_authors, read_posts
from oic_summits.parser.reading import read_page
from oic_summits.parser.reading_order import Unit, problem, read_units
from oic_summits.parser.resolve import Ref, Resolver, complete_people, gather_people, person_actor


def parse(source: Path | str | bytes, *, id: str | None = None, kind: DocumentKind | str | None = None) -> Extraction:
    """Read a text about a summit and extract what it says.

    Args:
        source: A path, the text itself, or its bytes in UTF-8. A string is a path where it names an existing file.
        id: Name for evidence to refer to; by default the stem of the file, else one made from the text.
        kind: ``encyclopedia``, ``wikitext``, ``news`` or ``communique``; by default it is detected.

    Returns:
        Records with evidence, and problems with their places. A text about no summit gives one without a summit.

    Raises:
        ParseInputError: the text is empty, no UTF-8, too large, or cannot be opened (see its subclasses).
        NotFoundError: the string looks like a path, and no such file exists.

    Example:
        >>> extraction = parse(
        ...     "DOHA, March 5, 2003 - The Islamic summit of the OIC met in Doha on Wednesday. "
        ...     'Qatari foreign minister Ali Khan said: "We want peace."',
        ...     id="note",
        ... )
        >>> [(q.speaker.name, q.text) for q in extraction.quotations]
        [('Ali Khan', 'We want peace.')]
    """
    return extract(read_page(source, id=id, kind=kind))


def extract(page: Page) -> Extraction:
    """Extract what a page says."""
    units, problems = read_units(page)
    header, organisation = _scalars(page, units)
    own = organisation or "OIC"
    people = gather_people(units, own)
    first, last = header.values.get("start"), header.values.get("end")
    day = first if isinstance(first, PartialDate) else page.document.published
    complete_people(people, day)
    resolver = Resolver(people, own, _state_names(units))
    resolver.day = day or news_anchor(page)[0]
    deeds = tell(units, resolver)
    if page.document.kind is DocumentKind.NEWS and "start" not in header.values:
        days_of_news(page, units, header, lambda unit: _summit_acts(unit, deeds))
        first, last = header.values.get("start"), header.values.get("end")
    posts = read_posts(page, resolver)
    complete_people(people, day)
    _post_day(page, header)
    first, last = header.values.get("start"), header.values.get("end")
    spoken = attribute(units, deeds, resolver)
    outcomes = find_outcomes(page, units, deeds)
    provisions = operatives(page, units, deeds, own)
    days = (first if isinstance(first, PartialDate) else None, last if isinstance(last, PartialDate) else None)
    happenings, impossible = find_happenings(page, units, deeds, resolver, days)
    problems += [
        problem(page, "impossible date", d.start, d.end, "no such day exists; it is left out") for d in impossible
    ]
    about = organisation is not None and _is_about_summit(page, units, header)
    presences = _presences(page, units, deeds, resolver, header, own) if about else {}
    quotations = [_quotation(page, item, resolver) for item in spoken]
    declarations = _declarations(page, outcomes, provisions, resolver)
    free = tuple(_provision(page, item, spoken, quotations) for item in provisions)
    declarations, rest = _share_out(declarations, free)
    summit = _header(page, header, own, units, presences, resolver) if about else None
    return Extraction(
        document=page.document,
        header=summit,
        people=_people(page, people, presences, own, header),
        declarations=declarations,
        provisions=rest,
        reactions=(*_reactions(page, units, deeds, resolver, spoken, quotations), *posts),
        quotations=tuple(quotations),
        milestones=tuple(
            Milestone(
                date=h.date,
                actor=resolver.actor(h.ref) if h.ref is not None else None,
                content=_clean(page, h.start, h.end),
                inferred=h.inferred,
                evidence=page.view.evidence(page.document.id, h.start, h.end, "dated clause"),
            )
            for h in happenings
        ),
        instruments=tuple(find_instruments(page, units)),
        problems=tuple(sorted((*page.problems, *problems), key=lambda p: (p.start, p.kind))),
    )


def _clean(page: Page, start: int, end: int) -> str:
    return " ".join(page.view.text[start:end].split()).strip(" ,;")


# --- the summit -------------------------------------------------------------------------------------------------------


def _scalars(page: Page, units: Sequence[Unit]) -> tuple[Header, str | None]:
    header = Header(page)
    found = find_organisation(page, units)
    if found is None:
        return header, None
    organisation, span = found
    header.claim("organisation", organisation, span, "name of the organisation")
    find_session(page, header)
    find_neighbours(page, header)
    find_places(page, units, header)
    find_days(page, units, header)
    return header, organisation


def _is_about_summit(page: Page, units: Sequence[Unit], header: Header) -> bool:
    """Whether the document is about one summit: it names a session, or a summit is spoken of with a day or a city."""
    if "ordinal" in header.values or "series" in header.values:
        return True
    spoken = any(m.kind is Kind.SUMMIT for unit in units for m in unit.mentions)
    return spoken and ("start" in header.values or "cities" in header.values)


def _summit_acts(unit: Unit, deeds: Sequence[Deed]) -> bool:
    """Whether the summit, its leaders or somebody speaking to them acts in a sentence."""
    own = [deed for deed in deeds if deed.unit is unit]
    if any(ref.voice and not deed.reported for deed in own for ref in deed.refs):
        return True
    summit = any(m.kind is Kind.SUMMIT for m in unit.mentions) or any(token.lower == "summit" for token in unit.sentence.tokens)
    return summit and any(ref.kind == "person" and not deed.reported for deed in own for ref in deed.refs)


def _post_day(page: Page, header: Header) -> None:
    """Where no sentence gives a day, that of an embedded post from the summit: one day of it, its end unknown."""
    if "start" in header.values:
        return
    from oic_summits.parser.dates import find_dates

    for block in page.blocks:
        if block.kind is BlockKind.POST_SIGNATURE:
            for mention in find_dates(page.view.text, block.start, block.end):
                if mention.first is not None and mention.first.day is not None:
                    header.claim("start", mention.first, (mention.start, mention.end), "day of an embedded post")
                    return


def _state_names(units: Sequence[Unit]) -> dict[str, str]:
    """The name that the document prints for each state."""
    names: dict[str, str] = {}
    for unit in units:
        for mention in unit.mentions:
            if (
                mention.kind is Kind.STATE
                and mention.state
                and mention.name
                and not mention.demonym
                and not mention.place
                and not mention.owner
            ):
                if not mention.name.isupper() or len(mention.name) < 3 or mention.name in ("UAE",):
                    names.setdefault(mention.state, mention.name)
    return names


def _header(
    page: Page,
    header: Header,
    organisation: str,
    units: Sequence[Unit],
    presences: dict[int, Presence],
    resolver: Resolver,
) -> Summit:
    attendance = find_attendance(page, units, header)
    summit = build_header(header, organisation, page.document.title)
    chair = host = convener = None
    for entity in resolver.people.entities:
        presence = presences.get(id(entity))
        if presence is None or not presence.attended:
            continue
        if "chair" in presence.hints and chair is None:
            chair = person_actor(entity)
        if "host" in presence.hints and host is None:
            host = person_actor(entity)
        if "convener" in presence.hints and convener is None:
            convener = person_actor(entity)
    return evolve(
        summit, attendance=attendance, chair=chair, host=host, convener=convener, occasion=_occasion(page, units)
    )


def _occasion(page: Page, units: Sequence[Unit]) -> str | None:
    """ "was organised in response to …": the words after it."""
    for unit in units:
        line = unit.parsed.line
        for i in range(len(line) - 2):
            if line.lower(i) == "response" and line.lower(i + 1) == "to" and line.lower(i - 1) in ("in", "direct"):
                if any(m.kind is Kind.SUMMIT for m in unit.mentions if m.end <= i):
                    start = line.tokens[i + 2].start if i + 2 < len(line) else unit.sentence.end
                    return _clean(page, start, unit.sentence.end).rstrip(".")
    return None


# --- people -----------------------------------------------------------------------------------------------------------


def _presences(
    page: Page, units: Sequence[Unit], deeds: Sequence[Deed], resolver: Resolver, header: Header, organisation: str
) -> dict[int, Presence]:
    cities = header.values.get("cities")
    country = header.values.get("country")
    news = page.document.kind is DocumentKind.NEWS
    attending = Attending(
        resolver,
        [str(c) for c in cities] if isinstance(cities, tuple) else [],
        country if isinstance(country, str) else None,
        news=news,
        official=page.document.kind is DocumentKind.COMMUNIQUE,
    )
    attending.read(units, deeds)
    _convener(deeds, attending)
    _box_chair(page, resolver, attending)
    members = _members(organisation)
    for reaction_entity, span in post_authors(page, resolver, [c.casefold() for c in attending.cities]):
        presence = attending.presence(reaction_entity)
        presence.posted = presence.attended is None
        presence.yes(span)
    for entity in resolver.people.entities:
        settle(entity, attending.presence(entity), news=news, members=members, absent_states=attending.absent_states)
    return attending.of


def _members(organisation: str) -> frozenset[str]:
    from oic_summits.reference import states

    if organisation == "OIC":
        return frozenset(s.alpha3 for s in states() if any(m.status == "member" for m in s.memberships))
    arab = "DZA BHR COM DJI EGY IRQ JOR KWT LBN LBY MRT MAR OMN PSE QAT SAU SOM SDN SYR TUN ARE YEM".split()
    return frozenset(arab) if organisation in ("Arab League",) else frozenset(s.alpha3 for s in states())


def _convener(deeds: Sequence[Deed], attending: Attending) -> None:
    for deed in deeds:
        if deed.verb.sense.lemma == "convene" and not deed.reported:
            summit = any(m.kind is Kind.SUMMIT for m in deed.unit.mentions)
            for ref in deed.refs:
                if ref.entity is not None and summit:
                    attending.presence(ref.entity).hints.add("convener")


def _box_chair(page: Page, resolver: Resolver, attending: Attending) -> None:
    from oic_summits.parser.mentions import find_mentions, make_line
    from oic_summits.parser.text import tokenise

    fields = fields_of(page)
    for key in ("chair", "chairperson", "chairman", "chaired by", "presided by", "president"):
        block = fields.get(key)
        if block is None:
            continue
        line = make_line(tuple(tokenise(page.view.text, block.start, block.end)))
        for mention in find_mentions(line, page.view.text):
            if mention.name is not None and mention.kind in (Kind.PERSON, Kind.NAME):
                known = resolver.people.find(mention.name, state=mention.state)
                several = mention.name_end - mention.name_start >= 2
                if known is None and not several:
                    continue
                entity = resolver.people.note(
                    mention.name, office=mention.office, state=mention.state, organisation=None
                )
                presence = attending.presence(entity)
                presence.hints.add("chair")
                presence.yes((block.start, block.end))


def _people(
    page: Page, people: People, presences: dict[int, Presence], organisation: str, header: Header
) -> tuple[Participant, ...]:
    from oic_summits.reference import states

    members = _members(organisation)
    observers = frozenset(s.alpha3 for s in states() if any(m.status == "observer" for m in s.memberships))
    host = header.values.get("country")
    found = []
    for entity in people.entities:
        presence = presences.get(id(entity)) or Presence()
        capacity = capacity_of(
            entity,
            presence,
            organisation=organisation,
            host_state=host if isinstance(host, str) else None,
            observers=observers,
            members=members,
        )
        found.append(
            Participant(
                actor=person_actor(entity),
                attended=presence.attended,
                capacity=capacity,
                evidence=_proofs(page, entity, presence),
            )
        )
    return tuple(found)


def _proofs(page: Page, entity: Entity, presence: Presence) -> tuple[Evidence, ...]:
    spans = [(*span, "mention of a person") for span in entity.places[:6]]
    spans += [(*span, "attendance") for span in presence.spans[:6]]
    unique = dict.fromkeys(spans)
    made = [page.view.evidence(page.document.id, start, end, rule) for start, end, rule in unique]
    return tuple(sorted(dict.fromkeys(made), key=lambda e: (e.start, e.end, e.rule)))


# --- what is said and done --------------------------------------------------------------------------------------------


def _quotation(page: Page, item: Spoken, resolver: Resolver) -> Quotation:
    return Quotation(
        text=_clean_quote(page, item.start, item.end),
        speaker=resolver.actor(item.ref) if item.ref is not None else None,
        evidence=page.view.evidence(page.document.id, item.start, item.end, "quotation marks"),
    )


def _clean_quote(page: Page, start: int, end: int) -> str:
    return " ".join(page.view.text[start:end].split())


def _within(spoken: Sequence[Spoken], quotations: Sequence[Quotation], start: int, end: int) -> tuple[Quotation, ...]:
    return tuple(q for item, q in zip(spoken, quotations, strict=True) if start <= item.start and item.end <= end)


def _reactions(
    page: Page,
    units: Sequence[Unit],
    deeds: Sequence[Deed],
    resolver: Resolver,
    spoken: Sequence[Spoken],
    quotations: Sequence[Quotation],
) -> tuple[Reaction, ...]:
    """Acts of people, states and bodies; those of one actor that follow each other in one block make one reaction."""
    found: list[Reaction] = []
    last: tuple[int, str] | None = None
    for deed in deeds:
        if not _is_act(deed):
            continue
        for ref in deed.refs:
            if not _acts_here(deed, ref):
                continue
            act = _act(page, deed, spoken, quotations)
            actor = resolver.actor(ref)
            here = (deed.unit.block.start, actor.name)
            if last == here and len(deed.refs) == 1:
                previous = found[-1]
                found[-1] = evolve(previous, acts=(*previous.acts, act), evidence=(*previous.evidence, act.evidence))
            else:
                found.append(
                    Reaction(actor=actor, acts=(act,), medium=_medium(deed), date=act.date, evidence=(act.evidence,))
                )
            last = here
    return tuple(found)


def _is_act(deed: Deed) -> bool:
    if (
        not deed.refs
        or deed.verb.copula
        or deed.reported
        or deed.unit.block.kind in (BlockKind.TITLE, BlockKind.PREAMBLE, BlockKind.POST)
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


def _act(page: Page, deed: Deed, spoken: Sequence[Spoken], quotations: Sequence[Quotation]) -> Act:
    start, end = deed.view_span()
    tokens = deed.unit.sentence.tokens
    behind = tokens[deed.verb.main].end
    content = _clean(page, behind, end) if end > behind else _clean(page, start, end)
    date = None
    inside = next((d for d in deed.unit.dates if start <= d.start < end), None)
    if inside is not None:
        resolved = complete(inside, page.document.published)
        date = resolved[0] if resolved is not None else None
    return Act(
        verb=deed.word,
        lemma=deed.verb.sense.lemma,
        kind=deed.verb.sense.kind,
        content=content,
        addressee=_addressee(deed),
        polarity=deed.verb.sense.polarity,
        modality=deed.verb.modality,
        date=date,
        quotations=_within(spoken, quotations, start, end),
        evidence=page.view.evidence(page.document.id, start, end, "clause with subject and finite verb"),
    )


_ADDRESSING = frozenset(
    "tell urge ask remind assure inform warn exhort invite press implore advise instruct order request beg call appeal thank accuse criticise criticize".split()
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
    while (
        k < len(pieces)
        and pieces[k].kind in (Chunk.NOUN, Chunk.MENTION)
        or (k < len(pieces) and pieces[k].word in ("of", "and", "outside") and k > begin)
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


# --- provisions and documents -----------------------------------------------------------------------------------------


def _provision(page: Page, item: Operative, spoken: Sequence[Spoken], quotations: Sequence[Quotation]) -> Provision:
    start, end = item.content
    return Provision(
        issuer=item.issuer,
        verb=item.word,
        lemma=item.sense.lemma,
        kind=item.sense.kind,
        content=_clean(page, start, end) if end > start else "",
        number=item.number,
        polarity=item.sense.polarity,
        modality=item.modality,
        quotations=_within(spoken, quotations, item.start, item.end),
        evidence=(page.view.evidence(page.document.id, item.start, item.end, item.rule),),
    )


def _declarations(
    page: Page, outcomes: Sequence[object], provisions: Sequence[Operative], resolver: Resolver
) -> tuple[Declaration, ...]:
    from oic_summits.parser.outcomes import Outcome

    made = []
    for outcome in outcomes:
        assert isinstance(outcome, Outcome)
        spans = dict.fromkeys(outcome.spans)
        made.append(
            Declaration(
                kind=outcome.kind,
                title=outcome.title,
                evidence=tuple(
                    page.view.evidence(page.document.id, start, end, "outcome document") for start, end in spans
                ),
            )
        )
    return tuple(made)


def _share_out(
    declarations: tuple[Declaration, ...], provisions: tuple[Provision, ...]
) -> tuple[tuple[Declaration, ...], tuple[Provision, ...]]:
    """Give each provision to the one document of its issuer's kind; what no single document can claim stays outside."""
    by_issuer = {
        "communique": DeclarationKind.FINAL_COMMUNIQUE,
        "declaration": DeclarationKind.DECLARATION,
        "resolution": DeclarationKind.RESOLUTION,
    }
    rest = list(provisions)
    shared = []
    for declaration in declarations:
        alone = sum(1 for other in declarations if other.kind is declaration.kind) == 1
        own = tuple(p for p in rest if alone and by_issuer.get(p.issuer) is declaration.kind)
        rest = [p for p in rest if p not in own]
        shared.append(evolve(declaration, provisions=own))
    return tuple(shared), tuple(rest)
