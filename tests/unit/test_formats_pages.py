"""Pages as they are copied from the web: encyclopedia pages without markup, stamps of news pages, annexes."""

from itertools import pairwise

import pytest

from oic_summits.model import DocumentKind
from oic_summits.parser import parse
from oic_summits.parser.detect import detect_kind
from oic_summits.parser.reading import read_page
from tests.unit.test_formats import blocks, leads

RENDERED = """Ninth Islamic Summit

From the open encyclopedia
Jump to navigation Jump to search

9th Islamic Summit
  8th    4–5 March 2003    10th
Host country\tQatar
Cities\tDoha
Chair\tAli Khan (Emir)

The Ninth Islamic Summit of the Organisation of Islamic Cooperation (OIC) met in Doha.[1] It was short.[citation needed]

Contents  [hide]
  • Background 1
  • Attendance 2

Background[edit]

The eighth summit had met five years before, and nobody had been content with what came of it then.[2]

Attendance[edit]

Those who led delegations were:

Egypt – President Sami Kerim
Chad – Foreign Minister Idriss Saro

References
1. ^ "A note". The Daily. 3 March 2003.

Categories: 2003 conferences | Doha
"""


def test_a_page_without_markup_is_an_article() -> None:
    page = read_page(RENDERED, id="x")
    assert page.document.kind is DocumentKind.ENCYCLOPEDIA
    assert page.document.title == "Ninth Islamic Summit"
    assert [(field.key, field.value) for field in page.document.fields] == [
        ("Follows", "8th"),
        ("Date", "4–5 March 2003"),
        ("Precedes", "10th"),
        ("Host country", "Qatar"),
        ("Cities", "Doha"),
        ("Chair", "Ali Khan (Emir)"),
    ]
    titles = [section.title for section in page.document.sections]
    assert titles == ["Ninth Islamic Summit", "Background", "Attendance", "References"]
    assert leads(page) == [
        ("President Sami Kerim", "EGY", False),
        ("Foreign Minister Idriss Saro", "TCD", False),
    ]


def test_what_belongs_to_the_page_is_kept_apart() -> None:
    other = [words for kind, words in blocks(read_page(RENDERED, id="x")) if kind == "other"]
    assert other[0] == "From the open encyclopedia"
    assert other[2].startswith("Contents")
    assert other[-1].startswith("Categories:")


def test_reference_marks_are_no_words_and_evidence_keeps_them() -> None:
    page = read_page(RENDERED, id="x")
    assert "[1]" not in page.view.text
    start = page.view.text.index("met in Doha. It")
    assert page.view.evidence("x", start, start + 15, "law").text == "met in Doha.[1] It"


def test_the_box_of_a_page_names_neighbours_days_and_people() -> None:
    summit = parse(RENDERED, id="x").header
    assert summit is not None
    assert (str(summit.start), str(summit.end)) == ("2003-03-04", "2003-03-05")
    assert (summit.cities, summit.country) == (("Doha",), "QAT")


@pytest.mark.parametrize(
    "line",
    [
        "Previous: 11th ← → Next: 13th",
        "← 11th  13th →",
        "11th    6–7 February 2013    13th",
        "Preceded by: Eleventh   Followed by: Thirteenth",
    ],
)
def test_neighbours_on_one_line(line: str) -> None:
    fields = read_page(
        f"T\n\n{line}\nCountry: Egypt\nCities: Cairo\n\nIt met.", id="x", kind="encyclopedia"
    ).document.fields
    found = {field.key: field.value for field in fields}
    assert (found["Follows"].lower(), found["Precedes"].lower()) in [("11th", "13th"), ("eleventh", "thirteenth")]


@pytest.mark.parametrize(
    ("stamp", "day"),
    [
        ("Published: November 12, 2023 | 3 min read", "2023-11-12"),
        ("Headlines · May 6, 2024, 11:02 am", "2024-05-06"),
        ("Last updated: Saturday, 18 October, 2003, 06:20 GMT", "2003-10-18"),
        ("Sun Jun 2, 2019 12:00 AM Last update on: Sun Jun 2, 2019 01:37 AM", "2019-06-02"),
        ("By Our Correspondent in Cairo | Published: February 8, 2013 | Updated 09:14", "2013-02-08"),
        ("TEHRAN, Friday, December 12, 1997", "1997-12-12"),
    ],
)
def test_stamps(stamp: str, day: str) -> None:
    page = read_page(f"Leaders part in peace\n\n{stamp}\n\nLeaders met on Friday.", id="x")
    assert str(page.document.published) == day
    assert ("dateline", stamp) in blocks(page)


@pytest.mark.parametrize(
    "line",
    [
        "On 4 March 2003 the king said so.",
        "He had last been seen there on May 6, 2024, said the king.",
        "Leaders met on 4 March 2003 at Doha and left",
    ],
)
def test_a_sentence_with_a_date_is_no_stamp(line: str) -> None:
    page = read_page(f"Leaders part in peace\n\n{line}\n\nThey left.", id="x", kind="news")
    assert ("paragraph", line) in blocks(page)
    assert page.document.published is None


@pytest.mark.parametrize(
    ("line", "dateline"),
    [
        ("KUWAIT (AP) _ Leaders met.", "KUWAIT (AP) _"),
        ("PUTRAJAYA (Malaysia) — Leaders met.", "PUTRAJAYA (Malaysia) —"),
        ("Makkah Al-Mukarramah, 1 June 2019: Leaders met.", "Makkah Al-Mukarramah, 1 June 2019:"),
    ],
)
def test_datelines(line: str, dateline: str) -> None:
    assert blocks(read_page(line, id="x")) == [("dateline", dateline), ("paragraph", "Leaders met.")]


ANNEX = """A/99/138
English
Page 21

ANNEX I

THE DOHA DECLARATION
issued by the
NINTH ISLAMIC SUMMIT CONFERENCE

Doha and Cairo, in fellowship
16 – 17 Sha'ban 1421 H.   12 – 13 November 2000

We, the Kings and Heads of State of the Organization of the Islamic Conference,

Convinced that unity is strength,

Guided by the Charter;

DECLARE AS FOLLOWS:

A.  Peace and war

We hold fast to peace.

Deeply troubled by the raid, we insist upon an inquiry.
"""


def test_an_annex_is_an_official_text() -> None:
    page = read_page(ANNEX, id="x")
    assert page.document.kind is DocumentKind.COMMUNIQUE
    assert page.document.title == "THE DOHA DECLARATION issued by the NINTH ISLAMIC SUMMIT CONFERENCE"
    assert [words for kind, words in blocks(page) if kind == "other"] == ["A/99/138", "English", "Page 21", "ANNEX I"]
    assert ("heading", "A.  Peace and war") in blocks(page)
    assert ("preamble", "Guided by the Charter;") in blocks(page)


def test_we_is_the_voice_of_the_document() -> None:
    found = parse(ANNEX, id="x")
    said = [(p.issuer, p.verb) for d in found.declarations for p in d.provisions]
    assert said == [("declaration", "hold"), ("declaration", "insist")]
    assert found.header is not None
    assert (str(found.header.start), found.header.cities) == ("2000-11-12", ("Doha", "Cairo"))


def test_we_is_nobody_in_the_news() -> None:
    assert parse("DOHA, March 4, 2003 - The OIC summit met. We hold fast to peace.", id="x").provisions == ()


def test_the_name_of_the_organisation_above_a_title_is_no_title() -> None:
    text = (
        "ORGANIZATION OF LEADERS\nIS/9-2000/FC\n\nFINAL COMMUNIQUÉ\nOF THE NINTH SESSION\n\n"
        "1. The Conference urged peace.\n"
    )
    assert read_page(text, id="x", kind="communique").document.title == "FINAL COMMUNIQUÉ OF THE NINTH SESSION"


RELEASE = """MINISTRY OF FOREIGN AFFAIRS
PRESS RELEASE

Makkah, 1 June 2019: Prime Minister Ali Khan of Pakistan led his delegation to the 14th Islamic Summit of the OIC.

2. Addressing the leaders, the Prime Minister:

(i) voiced concern at the raid, and asked the OIC to act;
(ii) rejected the plan.

3. He also met the Emir of Qatar, Hamad Noor, and thanked him at some length for all that he had done there.
"""


def test_a_press_release_is_news_and_its_items_belong_to_whom_they_name() -> None:
    assert detect_kind(RELEASE) is DocumentKind.NEWS
    found = parse(RELEASE, id="x")
    told = [(r.actor.name, act.verb) for r in found.reactions for act in r.acts]
    assert [verb for name, verb in told if name == "Ali Khan"] == [
        "led",
        "voiced",
        "asked",
        "rejected",
        "met",
        "thanked",
    ]
    assert found.provisions == ()


RESOLUTION = """16-03XXX (E)
Annex II
[Original: Arabic]

Resolution on Water

Adopted by the Fifth Extraordinary Session of the Islamic Summit Conference
Jakarta, Republic of Indonesia, 6-7 March 2016

The Islamic Summit Conference,

Having heard President Ali Tall of Mali, who asked for a plan,

Guided by its Charter,

1.   REAFFIRMS its resolve;

2.   CALLS UPON Chad:
     (a) to dig wells;
     (b) to share them.
"""


def test_the_head_of_an_annexed_resolution() -> None:
    page = read_page(RESOLUTION, id="x")
    assert page.document.title == (
        "Resolution on Water Adopted by the Fifth Extraordinary Session of the Islamic Summit Conference"
    )
    assert [words for kind, words in blocks(page) if kind == "other"] == [
        "16-03XXX (E)",
        "Annex II",
        "[Original: Arabic]",
    ]


def test_items_that_complete_their_paragraph_are_no_provisions_and_preambles_tell_acts() -> None:
    found = parse(RESOLUTION, id="x")
    assert [(p.number, p.lemma) for d in found.declarations for p in d.provisions] == [("1", "reaffirm"), ("2", "call")]
    assert [(r.actor.name, act.verb) for r in found.reactions for act in r.acts] == [("Ali Tall", "asked")]
    assert found.header is not None
    assert str(found.header.id) == "oic-extraordinary-5"


def test_blocks_of_every_head_stand_in_order() -> None:
    for text in (RESOLUTION, ANNEX, RENDERED, RELEASE):
        places = [(block.start, block.end) for block in read_page(text, id="x").blocks]
        assert places == sorted(places)
        assert all(one[1] <= two[0] for one, two in pairwise(places))
