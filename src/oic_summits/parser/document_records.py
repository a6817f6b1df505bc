"""Outcome documents and their provisions, as records."""

from collections.abc import Sequence

from oic_summits.model import Declaration, DeclarationKind, Provision, Quotation, evolve
from oic_summits.parser.act_records import within
from oic_summits.parser.operative import Operative
from oic_summits.parser.outcomes import Outcome
from oic_summits.parser.page import Page, clean
from oic_summits.parser.speakers import Spoken


def provision_record(
    page: Page, item: Operative, spoken: Sequence[Spoken], quotations: Sequence[Quotation]
) -> Provision:
    """A provision with its issuer, its words and the quotations in it."""
    start, end = item.content
    return Provision(
        issuer=item.issuer,
        verb=item.word,
        lemma=item.sense.lemma,
        kind=item.sense.kind,
        content=clean(page, start, end) if end > start else "",
        number=item.number,
        polarity=item.sense.polarity,
        modality=item.modality,
        quotations=within(spoken, quotations, item.start, item.end),
        evidence=(page.view.evidence(page.document.id, item.start, item.end, item.rule),),
    )


def declaration_records(page: Page, outcomes: Sequence[Outcome]) -> tuple[Declaration, ...]:
    """Outcome documents with the places that name them."""
    made: list[Declaration] = []
    for outcome in outcomes:
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


def share_out(
    declarations: tuple[Declaration, ...], provisions: tuple[Provision, ...], *, official: bool
) -> tuple[tuple[Declaration, ...], tuple[Provision, ...]]:
    """Give each provision to the one document of its issuer's kind; what no single document can claim stays outside.

    In an official text the document that its title names, which is the first one, has them all.
    """
    if official and declarations:
        return (evolve(declarations[0], provisions=provisions), *declarations[1:]), ()
    by_issuer = {
        "communique": DeclarationKind.FINAL_COMMUNIQUE,
        "declaration": DeclarationKind.DECLARATION,
        "resolution": DeclarationKind.RESOLUTION,
    }
    rest = list(provisions)
    shared: list[Declaration] = []
    for declaration in declarations:
        alone = sum(1 for other in declarations if other.kind is declaration.kind) == 1
        own = tuple(p for p in rest if alone and by_issuer.get(p.issuer) is declaration.kind)
        rest = [p for p in rest if not (alone and by_issuer.get(p.issuer) is declaration.kind)]
        shared.append(evolve(declaration, provisions=own))
    return tuple(shared), tuple(rest)
