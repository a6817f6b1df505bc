"""Laws of reading: any text gives a page, and the way from the view back to the source always holds."""

from itertools import pairwise

from hypothesis import example, given
from hypothesis import strategies as st

from oic_summits.errors import EmptyTextError
from oic_summits.model import DocumentKind
from oic_summits.parser.encoding import mend, repairs
from oic_summits.parser.formats import read_layout
from oic_summits.parser.formats._balance import balance
from oic_summits.parser.page import BlockKind, Page
from oic_summits.parser.reading import read_page

_FRAGMENTS = (
    "{{", "}}", "[[", "]]", "{|", "|}", "|-", "|", "||", "!", "!!", "|+", "'''", "''", "<ref>", "</ref>",
    "<ref name=a />", "<!--", "-->", "<b>", "</b>", "<nowiki>", "</nowiki>", "<br>", "<", ">", "&nbsp;", "&#x110000;",
    "&amp", "[http://a.b c]", "http://a.b", "= T =", "==S==", "===", "\n", "\n\n", "\r\n", "\r", "\f", "\u2028", "- ",
    "* ", ": ", "- Country: ", "- : ", "TUR Turkey: ", "PSE President ", "1. ", "(a) ", "ii. ", "12.3 ",
    "FINAL COMMUNIQUÉ\n", "(7 DECEMBER 2005)", "Mindful of ", "DAKAR, March 14, 2008 - ", "— A (@b) May 1, 2019",
    "Read more: ", "(Photo: x)", "``", "''", "-LRB-", "-RRB-", "Å\u0178", "â€œ", "â€", "Ã©", "É”", "Ã¢â‚¬â„¢",
    "\ufeff", "\u200f", "\u00ad", "\u200d", "\ud800", "\udc00",
    "{{Infobox summit meeting\n| country = {{flag|Egypt}}\n", "{{flagicon|PSE}}", "{{ubl|a|b}}",
    "{{start date|2013|02|06}}", "{{quote|a|b}}", "[[File:a|thumb|c]]", "[[Category:x]]", "{{{a|b}}}", "rowspan=2 |",
    "text", "Cairo", ".", " ", "\x00",
)  # fmt: skip
hostile_markup = st.lists(st.sampled_from(_FRAGMENTS), max_size=40).map("".join)
any_text = st.text(st.characters(codec=None), max_size=300)
kinds = st.sampled_from(DocumentKind)
plain_words = st.text(st.sampled_from("abc ABC éşğİ 123 ,;\n"), min_size=1, max_size=200)


def hold_laws(page: Page, source: str) -> None:
    """Everything that is true of every page."""
    view = page.view
    assert page.document.text == source
    assert len(view.text) == len(view.starts) == len(view.ends)
    assert all(one <= two for one, two in pairwise(view.starts))
    assert all(one <= two for one, two in pairwise(view.ends))
    assert all(0 <= one <= two <= len(source) for one, two in zip(view.starts, view.ends, strict=True))
    end = 0
    for block in page.blocks:
        assert end <= block.start < block.end <= len(view.text)
        assert not view.text[block.start].isspace()
        assert not view.text[block.end - 1].isspace()
        assert "\n" not in view.text[block.start : block.end]
        assert view.evidence("x", block.start, block.end, "law").holds_in(source)
        end = block.end
    for field in page.document.fields:
        assert field.evidence.holds_in(source)
    for repair in page.document.repairs:
        assert source[repair.start : repair.end] == repair.printed
    for problem in page.problems:
        assert source[problem.start : problem.end].startswith(problem.text)
        assert page.document.position(problem.start) == (problem.line, problem.column)
    assert all(section.end <= len(source) for section in page.document.sections)


@given(st.one_of(hostile_markup, any_text), kinds)
@example("\ud800", DocumentKind.NEWS)
@example("{|\n| a\n{|\n| b\n|}\n|}", DocumentKind.WIKITEXT)
@example("", DocumentKind.WIKITEXT)
def test_any_text_gives_a_page_in_any_format(source: str, kind: DocumentKind) -> None:
    hold_laws(read_layout(source, "x", kind), source)


@given(st.one_of(hostile_markup, any_text))
def test_any_text_is_read_or_refused_for_being_empty(source: str) -> None:
    try:
        page = read_page(source, id="x")
    except EmptyTextError:
        assert not source.strip("\ufeff\u200b\u200e\u200f") or source.isspace()
    else:
        hold_laws(page, source)


@given(plain_words, st.sampled_from((DocumentKind.NEWS, DocumentKind.ENCYCLOPEDIA, DocumentKind.COMMUNIQUE)))
def test_the_view_of_a_text_without_markup_is_the_text(source: str, kind: DocumentKind) -> None:
    page = read_layout(source, "x", kind)
    assert page.view.text.replace("\n", " ") == source.replace("\n", " ")
    assert list(page.view.starts) == list(range(len(source)))


@given(plain_words, kinds)
def test_every_word_of_a_plain_text_stands_in_a_block(source: str, kind: DocumentKind) -> None:
    page = read_layout(source, "x", kind)
    covered = "".join(page.view.text[block.start : block.end] for block in page.blocks)
    # The number, mark or key of a block is not part of it.
    assert sum(map(str.isalpha, covered)) + 6 * len(page.blocks) + 1 >= sum(map(str.isalpha, source))


@given(st.text(st.characters(min_codepoint=0xC0, max_codepoint=0x17F, categories=["L"]), max_size=20))
def test_words_broken_and_mended_are_as_they_were(letters: str) -> None:
    word = "a".join(["", *letters, ""])
    broken = word.encode().decode("latin-1")
    meant = broken
    for edit in reversed(mend(broken)):
        meant = meant[: edit.start] + edit.text + meant[edit.end :]
    assert meant == word


@given(st.one_of(hostile_markup, any_text))
def test_edits_and_repairs_are_ordered_and_disjoint(source: str) -> None:
    edits = mend(source)
    assert all(one.end <= two.start for one, two in pairwise(edits))
    found = repairs(source, edits)
    assert all(one.end <= two.start for one, two in pairwise(found))
    assert all(any(repair.start <= edit.start and edit.end <= repair.end for repair in found) for edit in edits)


@given(hostile_markup)
def test_balancing_moves_no_offset(source: str) -> None:
    balanced = balance(source)
    assert len(balanced.text) == len(source)
    assert all(one in (two, "\ue000") for one, two in zip(balanced.text, source, strict=True))
    assert balance(balanced.text).dropped == ()


@given(hostile_markup, st.sampled_from(("\n", "\r\n", "\r")))
def test_line_ends_of_any_sort_give_the_same_blocks(source: str, ending: str) -> None:
    lines = source.replace("\r\n", "\n").replace("\r", "\n")
    plain = read_layout(lines, "x", DocumentKind.NEWS)
    other = read_layout(lines.replace("\n", ending), "x", DocumentKind.NEWS)
    assert plain.view.text == other.view.text
    assert plain.blocks == other.blocks
    assert all(block.kind in BlockKind for block in plain.blocks)
