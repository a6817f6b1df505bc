"""What becomes of each format: title, box, sections, items, posts, numbered paragraphs, tables."""

import pytest

from oic_summits.model import DocumentKind
from oic_summits.parser.detect import detect_kind
from oic_summits.parser.formats import read_layout
from oic_summits.parser.formats._lines import logical_lines, number_of
from oic_summits.parser.formats._numbering import Numbering
from oic_summits.parser.page import Page
from oic_summits.parser.reading import read_page


def blocks(page: Page) -> list[tuple[str, str]]:
    """Kind and words of every block."""
    return [(block.kind.value, page.view.text[block.start : block.end]) for block in page.blocks]


def leads(page: Page) -> list[tuple[str, str | None, bool]]:
    """Words, state and lost flag of every item and row."""
    return [
        (page.view.text[block.start : block.end], block.lead_state, block.lead_lost)
        for block in page.blocks
        if block.kind.value in ("item", "row")
    ]


ARTICLE = """= Sixth Session =

Sixth Session of the Conference
- Country: TUR Turkey
- Date: 2017-12-13
- Weather: cold

It met in Istanbul.

==Reactions==
- : President Hassan Rouhani agreed.
- SAU Saudi Arabia: It agreed too.
- Indonesia: It did not.
- PSE President Mahmoud Abbas spoke.
- The chair closed it: with thanks.

===Muslim world===
They wrote.
"""


def test_article_box_sections_and_items() -> None:
    page = read_page(ARTICLE, id="x")
    assert page.document.kind is DocumentKind.ENCYCLOPEDIA
    assert page.document.title == "Sixth Session"
    assert [(field.key, field.value) for field in page.document.fields] == [
        ("Country", "TUR Turkey"),
        ("Date", "2017-12-13"),
        ("Weather", "cold"),
    ]
    assert [(section.title, section.level) for section in page.document.sections] == [
        ("Sixth Session", 1),
        ("Reactions", 2),
        ("Muslim world", 3),
    ]
    assert blocks(page)[:2] == [("title", "Sixth Session"), ("title", "Sixth Session of the Conference")]
    assert page.blocks[-1].headings == ("Reactions", "Muslim world")
    assert page.blocks[-1].section == "Muslim world"


def test_leads_of_items() -> None:
    assert leads(read_page(ARTICLE, id="x")) == [
        ("President Hassan Rouhani agreed.", None, True),
        ("It agreed too.", "SAU", False),
        ("It did not.", "IDN", False),
        ("President Mahmoud Abbas spoke.", "PSE", False),
        ("The chair closed it: with thanks.", None, False),
    ]


def test_an_unknown_key_is_kept_and_listed() -> None:
    (problem,) = read_page(ARTICLE, id="x").problems
    assert str(problem) == "x:6:3: unknown key: the key 'Weather' is unknown; its value is kept as a field"


def test_a_repeated_heading_is_listed_and_both_sections_stay() -> None:
    page = read_page("= T =\n\n==Outcome==\nOne.\n\n==Outcome==\nTwo.\n", id="x")
    assert [section.title for section in page.document.sections] == ["T", "Outcome", "Outcome"]
    assert [str(problem) for problem in page.problems] == [
        "x:6:3: repeated heading: the heading 'Outcome' stands again; both sections are kept"
    ]


def test_items_with_colons_are_no_box() -> None:
    page = read_page("= T =\n\nIt met.\n\n- Indonesia: It agreed.\n- Malaysia: It did not.\n", id="x")
    assert page.document.fields == ()
    assert [state for _, state, _ in leads(page)] == ["IDN", "MYS"]


def test_headline_dateline_and_publication_date() -> None:
    page = read_page("Leaders meet in Dakar\n\nDAKAR, March 14, 2008 - They met.\n\nThey left.", id="x")
    assert blocks(page) == [
        ("title", "Leaders meet in Dakar"),
        ("dateline", "DAKAR, March 14, 2008 -"),
        ("paragraph", "They met."),
        ("paragraph", "They left."),
    ]
    assert str(page.document.published) == "2008-03-14"
    assert page.document.title == "Leaders meet in Dakar"


@pytest.mark.parametrize(
    ("line", "dateline"),
    [
        ("MECCA: Leaders met.", "MECCA:"),
        ("ISTANBUL (AP) — Leaders met.", "ISTANBUL (AP) —"),
        ("Istanbul (Reuters) - Leaders met.", "Istanbul (Reuters) -"),
        ("JEDDAH, Saudi Arabia, May 19 (Reuters) - Leaders met.", "JEDDAH, Saudi Arabia, May 19 (Reuters) -"),
        ("KUALA LUMPUR, 19 May 2003 – Leaders met.", "KUALA LUMPUR, 19 May 2003 –"),
        ("BANGKOK, Oct. 21, 2003 — Leaders met.", "BANGKOK, Oct. 21, 2003 —"),
    ],
)
def test_datelines(line: str, dateline: str) -> None:
    assert blocks(read_page(line, id="x")) == [("dateline", dateline), ("paragraph", "Leaders met.")]


@pytest.mark.parametrize(
    "line",
    [
        "OIC: Leaders met.",
        "BREAKING: Leaders met.",
        "He had one request: that they meet.",
        "Turkey - like Iran - agreed.",
        "Erdoğan (left) - like others - agreed.",
    ],
)
def test_no_datelines(line: str) -> None:
    assert blocks(read_page(line, id="x")) == [("paragraph", line)]


def test_posts_captions_and_credits() -> None:
    text = (
        "It said so.\nWe are in #Istanbul\n— Mevlüt ÇavuÅŸoÄŸlu (@MevlutCavusoglu) December 13, 2017\n"
        "Read more: Another story\n"
        "(Photo: AFP)\nBy John Smith\nIt left."
    )
    assert blocks(read_page(text, id="x", kind="news")) == [
        ("paragraph", "It said so."),
        ("post", "We are in #Istanbul"),
        ("post signature", "— Mevlüt Çavuşoğlu (@MevlutCavusoglu) December 13, 2017"),
        ("other", "Read more: Another story"),
        ("caption", "(Photo: AFP)"),
        ("other", "By John Smith"),
        ("paragraph", "It left."),
    ]


def test_a_signature_behind_its_post() -> None:
    page = read_page("It said so.\nWe are in Istanbul — A B (@ab) May 1, 2019\nIt left.", id="x", kind="news")
    assert blocks(page)[1:3] == [("post", "We are in Istanbul"), ("post signature", "— A B (@ab) May 1, 2019")]


def test_a_post_without_text_takes_no_heading_along() -> None:
    page = read_page("==Posts==\n— A B (@ab) May 1, 2019", id="x", kind="news")
    assert blocks(page) == [("heading", "Posts"), ("post signature", "— A B (@ab) May 1, 2019")]


def test_tokenised_text_is_joined_and_offsets_hold() -> None:
    text = "`` We agree , '' he said -LRB- in Cairo -RRB- . It did n't end ."
    page = read_page(text, id="x")
    assert page.view.text == "“We agree,” he said (in Cairo). It didn't end."
    start = page.view.text.index("(in Cairo)")
    assert page.view.evidence("x", start, start + 10, "law").text == "-LRB- in Cairo -RRB-"


def test_invisible_characters_and_odd_spaces() -> None:
    page = read_page("\ufeffThe \u200fking\u200e spoke\u00a0in Cai\u00adro.\r\n\r\nThen.\u2028He left.", id="x")
    assert page.view.text == "The king spoke in Cairo.\n\nThen.\nHe left."
    assert read_page("می\u200cخواهم", id="x").view.text == "می\u200cخواهم"


def test_a_lone_surrogate_is_shown_as_a_replacement_and_listed() -> None:
    page = read_page("The king\ud800 spoke.", id="x")
    assert page.view.text == "The king\ufffd spoke."
    assert [(problem.kind, problem.start) for problem in page.problems] == [("lone surrogate", 8)]


def test_wrapped_paragraphs_are_one() -> None:
    text = (
        "The leaders met in a city of Istanbul on\nFriday to speak about the situation in the\nregion, then they went."
        "\n\nNext.\nOne."
    )
    assert [text for _, text in blocks(read_page(text, id="x", kind="news"))] == [
        "The leaders met in a city of Istanbul on Friday to speak about the situation in the region, then they went.",
        "Next.",
        "One.",
    ]


OFFICIAL = """FINAL COMMUNIQUÉ
OF THE THIRD SESSION
OF THE ISLAMIC SUMMIT CONFERENCE
(SOLIDARITY IN ACTION)
MAKKAH, KINGDOM OF SAUDI ARABIA
5-6 DHUL QA'DAH 1426H
(7-8 DECEMBER 2005)

Mindful of the challenges of the century,

I. POLITICAL AFFAIRS

1. The Conference condemned terrorism:
   (a) in the region;
   (b) elsewhere.
2. The Conference:
- thanked the host,
- left.

3)
It closed.

Done at Makkah, 8 December 2005.
"""


def test_official_text() -> None:
    page = read_page(OFFICIAL, id="x")
    assert page.document.kind is DocumentKind.COMMUNIQUE
    assert page.document.title == "FINAL COMMUNIQUÉ OF THE THIRD SESSION OF THE ISLAMIC SUMMIT CONFERENCE"
    assert str(page.document.published) == "2005-12-08"
    assert [(block.kind.value, block.number, page.view.text[block.start : block.end]) for block in page.blocks] == [
        ("title", None, "FINAL COMMUNIQUÉ OF THE THIRD SESSION OF THE ISLAMIC SUMMIT CONFERENCE"),
        ("field", None, "SOLIDARITY IN ACTION"),
        ("dateline", None, "MAKKAH, KINGDOM OF SAUDI ARABIA"),
        ("dateline", None, "5-6 DHUL QA'DAH 1426H"),
        ("dateline", None, "(7-8 DECEMBER 2005)"),
        ("preamble", None, "Mindful of the challenges of the century,"),
        ("heading", None, "I. POLITICAL AFFAIRS"),
        ("numbered", "1", "The Conference condemned terrorism:"),
        ("numbered", "1.a", "in the region;"),
        ("numbered", "1.b", "elsewhere."),
        ("numbered", "2", "The Conference:"),
        ("item", "2", "thanked the host,"),
        ("item", "2", "left."),
        ("numbered", "3", "It closed."),
        ("dateline", None, "Done at Makkah, 8 December 2005."),
    ]


def test_an_official_text_below_a_story_is_read_as_one() -> None:
    story = "Leaders met.\n\nThey agreed on this text.\n\n"
    text = story + "ISTANBUL DECLARATION\n\n1. They condemn it.\n\n2. They call for peace.\n"
    assert blocks(read_page(text, id="x", kind="news"))[2:] == [
        ("heading", "ISTANBUL DECLARATION"),
        ("numbered", "They condemn it."),
        ("numbered", "They call for peace."),
    ]


def test_a_numbered_list_in_news_is_a_list() -> None:
    page = read_page("Three points:\n\n1. Peace.\n2. Bread.\n", id="x", kind="news")
    assert [(block.kind.value, block.number) for block in page.blocks] == [
        ("paragraph", None),
        ("item", "1"),
        ("item", "2"),
    ]


@pytest.mark.parametrize(
    ("labels", "numbers"),
    [
        (("5.", "(a)", "(b)", "6."), ["5", "5.a", "5.b", "6"]),
        (("1)", "i.", "ii."), ["1", "1.i", "1.ii"]),
        (("1.", "a)", "i)", "ii)", "b)"), ["1", "1.a", "1.a.i", "1.a.ii", "1.b"]),
        (("7.", "h)", "i)", "j)"), ["7", "7.h", "7.i", "7.j"]),
        (("7.", "1)", "2)", "8."), ["7", "7.1", "7.2", "8"]),
        (("12.3", "12.4"), ["12.3", "12.4"]),
        (("(a)",), ["a"]),
    ],
)
def test_numbering(labels: tuple[str, ...], numbers: list[str]) -> None:
    numbering = Numbering()
    assert [numbering.next(label) for label in labels] == numbers


@pytest.mark.parametrize("line", ["1997 was hard.", "In 5. place", "57 states", "A. Ahmad spoke.", "is. This"])
def test_lines_without_a_number(line: str) -> None:
    assert number_of(line, 0, len(line)) is None


WIKITEXT = """{{Short description|x}}
{{Infobox summit meeting
| summit_name = '''Twelfth''' Session
| image = <!-- none -->
| country = {{flag|Egypt}}
| date = {{Start date|2013|02|06|df=yes}} – {{End date|2013|02|07|df=yes}}
| cities = {{ubl|[[Cairo]]|[[Giza|Gizeh]]}}
| follows = {{flagicon|SEN}} [[Dakar]]
| temperature = 20
}}
[[File:Hall.jpg|thumb|left|The [[Cairo|hall]]]]
The '''Twelfth Session'''<ref name=a>{{cite web|title=No prose}}</ref> met in [[Cairo]].<!-- no --> It&nbsp;ended
on 7&nbsp;February.<ref name=a />

== Attendance ==
* {{flagicon|SUD}} President [[Omar al-Bashir]]
* {{flag|Turkey}}: [[Abdullah Gül]] spoke.
* {{flag|Iran}} agreed.
** [[Ahmad]]
{| class="wikitable"
|+ Leaders
! State !! Leader
|-
| {{flag|Egypt}} || [[Mohamed Morsi]]
|-
| rowspan=2 | {{flag|Iraq}} || A
|-
| B
|}
{{quote|We agree.|Mohamed Morsi}}
{{lang|ar|x}} {{nowrap|and {{small|y}}}} {{TUR}} {{strange|z}}
== References ==
{{reflist}}
[[Category:Summits]]
[[ar:x]]
"""


def test_wikitext() -> None:
    page = read_page(WIKITEXT, id="x")
    assert page.document.kind is DocumentKind.WIKITEXT
    assert page.document.title == "Twelfth Session"
    assert [(field.key, field.value) for field in page.document.fields] == [
        ("summit_name", "Twelfth Session"),
        ("country", "Egypt"),
        ("date", "2013-02-06 – 2013-02-07"),
        ("cities", "Cairo; Gizeh"),
        ("follows", "SEN Dakar"),
        ("temperature", "20"),
    ]
    assert blocks(page)[6:] == [
        ("caption", "The hall"),
        ("paragraph", "The Twelfth Session met in Cairo. It ended on 7 February."),
        ("heading", "Attendance"),
        ("item", "President Omar al-Bashir"),
        ("item", "Abdullah Gül spoke."),
        ("item", "Iran agreed."),
        ("item", "Ahmad"),
        ("other", "Leaders"),
        ("other", "State | Leader"),
        ("row", "Egypt | Mohamed Morsi"),
        ("row", "Iraq | A"),
        ("row", "B"),
        ("paragraph", "“We agree.” — Mohamed Morsi"),
        ("paragraph", "x and y Türkiye"),
        ("heading", "References"),
    ]
    assert [state for _, state, _ in leads(page)] == ["SDN", "TUR", "IRN", None, "EGY", "IRQ", "IRQ"]
    assert [(problem.kind, problem.text) for problem in page.problems] == [
        ("unknown key", "temperature"),
        ("unknown template", "{{strange|z}}"),
    ]


def test_evidence_in_wikitext_is_the_raw_source() -> None:
    page = read_page(WIKITEXT, id="x")
    start = page.view.text.index("Omar al-Bashir")
    assert page.view.evidence("x", start, start + 14, "law").text == "Omar al-Bashir"
    start = page.view.text.index("met in Cairo.")
    assert page.view.evidence("x", start, start + 13, "law").text == "met in [[Cairo]]."
    start = page.view.text.index("2013-02-07")
    assert page.view.evidence("x", start, start + 10, "law").text == "{{End date|2013|02|07|df=yes}}"


def test_unbalanced_markup_is_left_out_and_listed() -> None:
    page = read_layout("The [[Cairo summit}} met.<ref>No end", "x", DocumentKind.WIKITEXT)
    assert page.view.text == "The Cairo summit met.No end"
    assert [str(problem) for problem in page.problems] == [
        "x:1:5: unbalanced markup: '[[' has no partner; it is left out",
        "x:1:19: unbalanced markup: '}}' has no partner; it is left out",
        "x:1:26: unbalanced markup: '<ref>' has no partner; it is left out",
    ]


def test_a_box_that_never_closes_is_still_a_box() -> None:
    page = read_page("{{Infobox summit meeting\n| country = {{flag|Egypt}}\n| cities = [[Cairo]]\n\nIt met.", id="x")
    assert [(field.key, field.value) for field in page.document.fields] == [("country", "Egypt"), ("cities", "Cairo")]
    assert blocks(page)[-1] == ("paragraph", "It met.")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (ARTICLE, "encyclopedia"),
        (OFFICIAL, "communique"),
        (WIKITEXT, "wikitext"),
        ("'''A''' met [[B]] in '''C'''.", "wikitext"),
        ("Leaders met. They agreed on a final communiqué.", "news"),
        ("He said: 1. nothing", "news"),
        ("Final Communiqué of the Fourth Session of the Conference\n\n1. It met.\n2. It left.", "communique"),
        ("Final communique adopted in Cairo after row\n\nLeaders met.\n\n1. It met.\n\n2. It left.", "news"),
        ("It met.\n\n== Outcome ==\n\nIt agreed.", "encyclopedia"),
    ],
)
def test_detection(text: str, kind: str) -> None:
    assert detect_kind(text).value == kind


def test_logical_lines_know_the_blank_lines_around_them() -> None:
    found = [(line.after_blank, line.before_blank) for line in logical_lines("One.\nTwo.\n\nThree.")]
    assert found == [(True, False), (False, True), (True, True)]


@pytest.mark.parametrize("start", ["A-B.C-D.", "A, B. ", "DAKAR, Ab Cd-", "5 March ", "AA'A.A "])
def test_a_line_of_capitals_without_end_is_a_paragraph(start: str) -> None:
    # Names and dates that go on and on are read once, not once for each way to part them.
    text = start * 2000
    assert blocks(read_page(text, id="x", kind="news")) == [("paragraph", text.strip())]
