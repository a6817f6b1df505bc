"""The page with marks: the whole text, escaped, in order, with every piece of evidence marked."""

import re
from html import unescape

import pytest
from hypothesis import given

from oic_summits.errors import InvalidValueError
from oic_summits.export import html
from oic_summits.export._common import printable
from oic_summits.model import Document, DocumentKind, Extraction
from tests.strategies import extractions
from tests.unit.made import made_document, made_extraction, other_extraction

BODY = re.compile(r'<pre dir="auto">\n(.*)</pre>', re.DOTALL)


def body(page: str) -> str:
    found = BODY.search(page)
    assert found is not None
    return found[1]


def text_of(page: str) -> str:
    """What a reader sees: the body without tags."""
    return unescape(re.sub(r"</?mark[^>]*>", "", body(page)))


def test_the_text_is_whole_and_escaped() -> None:
    page = html(made_document(), made_extraction())
    assert text_of(page) == made_document().text.replace("\r\n", " \n")
    assert "<script" not in page
    assert "<h1>A &lt;b&gt; session</h1>" in page


def test_marks_say_what_the_words_prove() -> None:
    page = body(html(made_document(), made_extraction()))
    assert '<mark class="instrument" data-n="1" title="instruments: UNSC 478">UNSC 478</mark>' in page
    quotation = re.search(r'<mark class="quotation" data-n="(\d)" title="([^"]*)">peace &amp; quiet</mark>', page)
    assert quotation is not None
    assert quotation[1] == "2"
    assert unescape(quotation[2]) == "quotations: Ada Örnek\nacts: Ada Örnek · said (say)"


def test_overlaps_are_cut_and_never_nest() -> None:
    page = body(html(made_document(), made_extraction()))
    assert "<mark" not in re.sub(r"<mark[^>]*>[^<]*</mark>", "", page)


def test_a_text_of_another_extraction_is_refused() -> None:
    with pytest.raises(
        InvalidValueError, match=r"^the extraction is of 'note', not of 'made'; pass extraction\.document$"
    ):
        html(made_document(), other_extraction())


def test_characters_that_html_forbids_are_replaced_one_for_one() -> None:
    document = Document(id="odd", kind=DocumentKind.NEWS, text="a\x00b\ud800c\x85d")
    page = html(document, Extraction(document=document))
    assert "a�b�c�d" in page
    assert page.encode()


@given(extractions())
def test_any_extraction_gives_a_page_with_its_whole_text(extraction: Extraction) -> None:
    page = html(extraction.document, extraction)
    assert text_of(page) == printable(extraction.document.text).replace("\r\n", " \n").replace("\r", "\n")
    assert page.encode()
