"""Formats: one module for each way in which texts about summits are laid out."""

from oic_summits.model import DocumentKind, PartialDate
from oic_summits.parser.formats._cleaning import clean
from oic_summits.parser.formats._sheet import Sheet
from oic_summits.parser.formats.article import read_article
from oic_summits.parser.formats.news import read_news
from oic_summits.parser.formats.official import read_official
from oic_summits.parser.page import Page

__all__ = ["read_layout"]


def read_layout(
    text: str, document: str, kind: DocumentKind, *, published: PartialDate | None = None, language: str = "en"
) -> Page:
    """Lay out a text of a given format. Any text at all gives a page.

    Args:
        text: The text as published.
        document: Id of the document.
        kind: Its format.
        published: Day of publication, where it is known from elsewhere.
        language: ISO 639-1 code.

    Returns:
        The page.
    """
    if kind is DocumentKind.WIKITEXT:
        from oic_summits.parser.formats.wikitext import read_wikitext

        return read_wikitext(text, document).page(kind, language=language, published=published)
    cleaning = clean(text)
    sheet = Sheet(cleaning, cleaning.view(), document)
    _READERS[kind](sheet)
    return sheet.page(kind, language=language, published=published)


_READERS = {
    DocumentKind.ENCYCLOPEDIA: read_article,
    DocumentKind.NEWS: read_news,
    DocumentKind.COMMUNIQUE: read_official,
}
