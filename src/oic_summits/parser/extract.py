"""From a page to an extraction: the stages of the grammar in their order."""

from pathlib import Path

from oic_summits.model import DocumentKind, Extraction, Milestone, PartialDate
from oic_summits.parser.act_records import quotation_record, reaction_records
from oic_summits.parser.days import days_of_news, news_anchor
from oic_summits.parser.document_records import declaration_records, provision_record, share_out
from oic_summits.parser.gathering import complete_people, gather_people
from oic_summits.parser.happenings import find_happenings
from oic_summits.parser.narrative import tell
from oic_summits.parser.outcomes import find_instruments, find_outcomes
from oic_summits.parser.page import Page, clean
from oic_summits.parser.people_records import people_records, presences
from oic_summits.parser.posts import read_posts
from oic_summits.parser.provisions import operatives
from oic_summits.parser.reading import read_page
from oic_summits.parser.reading_order import problem, read_units
from oic_summits.parser.recognition import read_in_its_light, recognise
from oic_summits.parser.resolve import Resolver
from oic_summits.parser.session import find_session_in_apposition, find_session_of_lead
from oic_summits.parser.speakers import attribute
from oic_summits.parser.summit_record import (
    first_person,
    is_about_summit,
    place_names,
    post_day,
    scalars,
    state_names,
    summit_acts,
    summit_header,
)


def parse(
    source: Path | str | bytes,
    *,
    id: str | None = None,  # noqa: A002
    kind: DocumentKind | str | None = None,
) -> Extraction:
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
    page, header, organisation = scalars(page, units)
    own = organisation or "OIC"
    people = gather_people(units, own)
    first, last = header.values.get("start"), header.values.get("end")
    day = first if isinstance(first, PartialDate) else page.document.published
    complete_people(people, day)
    resolver = Resolver(people, own, state_names(page, units))
    resolver.day = day or news_anchor(page)[0]
    resolver.news = page.document.kind is DocumentKind.NEWS and own == "OIC"
    resolver.first_person = first_person(page)
    resolver.learn_offices(mention for unit in units for mention in unit.mentions)
    deeds = tell(units, resolver)
    if page.document.kind is DocumentKind.NEWS and "start" not in header.values:
        known = recognise(page, units, header)
        days_of_news(page, units, header, lambda unit: summit_acts(unit, deeds), known)
        first, last = header.values.get("start"), header.values.get("end")
    posts = read_posts(page, resolver)
    complete_people(people, day)
    post_day(page, header)
    find_session_of_lead(page, header)
    find_session_in_apposition(page, header)
    known = recognise(page, units, header)
    if known is not None:
        read_in_its_light(page, units, header, known)
    first, last = header.values.get("start"), header.values.get("end")
    spoken = attribute(units, deeds, resolver)
    outcomes = find_outcomes(page, units, deeds, place_names(header))
    provisions = operatives(page, units, deeds, own)
    days = (first if isinstance(first, PartialDate) else None, last if isinstance(last, PartialDate) else None)
    happenings, impossible = find_happenings(page, units, deeds, resolver, days)
    problems += [
        problem(page, "impossible date", start, end, "no such day exists; it is left out")
        for start, end in header.impossible
    ]
    problems += [
        problem(page, "impossible date", d.start, d.end, "no such day exists; it is left out") for d in impossible
    ]
    about = organisation is not None and is_about_summit(units, header)
    present = presences(page, units, deeds, resolver=resolver, header=header, organisation=own) if about else {}
    quotations = [quotation_record(page, item, resolver) for item in spoken]
    declarations = declaration_records(page, outcomes)
    free = tuple(provision_record(page, item, spoken, quotations) for item in provisions)
    declarations, rest = share_out(declarations, free, official=page.document.kind is DocumentKind.COMMUNIQUE)
    summit = summit_header(page, header, own, units=units, presences=present, resolver=resolver) if about else None
    return Extraction(
        document=page.document,
        header=summit,
        people=people_records(page, people, present, own, header),
        declarations=declarations,
        provisions=rest,
        reactions=(*reaction_records(page, deeds, resolver, spoken, quotations), *posts),
        quotations=tuple(quotations),
        milestones=tuple(
            Milestone(
                date=h.date,
                actor=resolver.actor(h.ref) if h.ref is not None else None,
                content=clean(page, h.start, h.end),
                inferred=h.inferred,
                evidence=page.view.evidence(page.document.id, h.start, h.end, "dated clause"),
            )
            for h in happenings
        ),
        instruments=tuple(find_instruments(page)),
        problems=tuple(sorted((*page.problems, *problems), key=lambda p: (p.start, p.kind))),
    )
