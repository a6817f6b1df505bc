"""What is known of the summit while a document is read: claims with their evidence, and the record made of them."""

import attrs

from oic_summits.model import Basis, Claim, PartialDate, Series, Summit, SummitId
from oic_summits.parser.formats._keys import box_key
from oic_summits.parser.page import Block, BlockKind, Page

Value = Series | PartialDate | int | str | tuple[str, ...]
"""What a field of the summit can be."""


@attrs.define
class Header:
    """What is known of the summit while a document is read; claims keep their evidence."""

    page: Page
    claims: list[Claim] = attrs.field(factory=list[Claim])
    impossible: list[tuple[int, int]] = attrs.field(factory=list[tuple[int, int]])  # days that do not exist
    values: dict[str, Value] = attrs.field(factory=dict[str, Value])
    places: dict[str, tuple[int, int]] = attrs.field(factory=dict[str, tuple[int, int]])  # view spans of the values

    def claim(
        self,
        field: str,
        value: Value,
        span: tuple[int, int] | None,
        rule: str,
        *,
        basis: Basis = Basis.TEXT,
        qualifier: str | None = None,
    ) -> None:
        """Keep a claim; the first value of a field is the one the summit gets."""
        if field not in self.values and span is not None:
            self.places[field] = span
        self.values.setdefault(field, value)
        evidence = None
        if span is not None:
            evidence = self.page.view.evidence(self.page.document.id, *span, rule)
        claim = Claim(
            field=field,
            value=_value_text(value),
            source=self.page.document.id,
            qualifier=qualifier,
            basis=basis,
            evidence=evidence,
        )
        if claim not in self.claims:
            self.claims.append(claim)


def _value_text(value: Value) -> str:
    if isinstance(value, tuple):
        return "; ".join(value)
    return str(value)


def fields_of(page: Page) -> dict[str, Block]:
    """The fields of the information box by the name under which their key is read; the first of each."""
    found: dict[str, Block] = {}
    for block in page.blocks:
        if block.kind is BlockKind.FIELD and block.key is not None:
            found.setdefault(box_key(block.key) or block.key.casefold().strip(), block)
    return found


def block_text(page: Page, block: Block) -> str:
    """The words of a block."""
    return page.view.text[block.start : block.end]


def build_header(header: Header, organisation: str, title: str | None) -> Summit:
    """The summit as far as the document states it, without its records."""
    values = header.values
    start, end = values.get("start"), values.get("end")
    series, ordinal = values.get("series"), values.get("ordinal")
    identity = SummitId(
        organisation=organisation,
        series=series if isinstance(series, Series) else None,
        ordinal=ordinal if isinstance(ordinal, int) else None,
        date=start if isinstance(start, PartialDate) and not isinstance(ordinal, int) else None,
    )

    def neighbour(field: str) -> SummitId | None:
        number = values.get(field)
        return (
            SummitId(organisation=organisation, series=identity.series, ordinal=number)
            if isinstance(number, int)
            else None
        )

    cities, venues = values.get("cities"), values.get("venues")
    country, motto = values.get("country"), values.get("motto")
    return Summit(
        id=identity,
        title=title,
        start=start if isinstance(start, PartialDate) else None,
        end=end if isinstance(end, PartialDate) else None,
        country=country if isinstance(country, str) else None,
        cities=cities if isinstance(cities, tuple) else (),
        venues=venues if isinstance(venues, tuple) else (),
        motto=motto if isinstance(motto, str) else None,
        follows=neighbour("follows"),
        precedes=neighbour("precedes"),
        claims=tuple(header.claims),
    )
