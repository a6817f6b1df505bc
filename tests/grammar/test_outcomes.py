"""Outcome documents of the summit, documents of others, and numbers that are neither."""

import pytest

from oic_summits.parser import parse
from tests.grammar.sentences import acts, article, declarations, instruments, news, provisions, quotations, rare


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Security Council resolution 799 was recalled.", [("UNSC", "799")]),
        ("UN Security Council Resolution 799 (1992) was recalled.", [("UNSC", "799")]),
        ("UNSC resolution 799 was recalled.", [("UNSC", "799")]),
        ("UNSCR 799 was recalled.", [("UNSC", "799")]),
        ("Resolution 799 of the UN Security Council was recalled.", [("UNSC", "799")]),
        ("Security Council resolutions 338 and 799 were recalled.", [("UNSC", "338"), ("UNSC", "799")]),
        (
            "Security Council resolutions 338, 465 and 799 were recalled.",
            [("UNSC", "338"), ("UNSC", "465"), ("UNSC", "799")],
        ),
        ("Security Council resolutions 338 (1973) and 799 (1992) were recalled.", [("UNSC", "338"), ("UNSC", "799")]),
        ("General Assembly resolution 181 (II) was recalled.", [("UNGA", "181 (II)")]),
        ("UN General Assembly resolution 66/253 B was recalled.", [("UNGA", "66/253 B")]),
        ("General Assembly resolution ES-10/19 was recalled.", [("UNGA", "ES-10/19")]),
        ("UN General Assembly resolution 3379 was recalled.", [("UNGA", "3379")]),
        ("The resolution of the Security Council of 1992 was recalled.", []),
        ("The Security Council has 15 members.", []),
        ("The resolution was adopted with 128 votes.", []),
        ("Article 51 was recalled.", []),
        ("The Security Council met 799 times.", []),
    ],
)
def test_instruments(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(body, number.split(" (19")[0]) for body, number in instruments(article(text))] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The summit adopted the Mecca Declaration.", [("declaration", "Mecca Declaration")]),
        (
            "The summit issued the Mecca Declaration on Solidarity.",
            [("declaration", "Mecca Declaration on Solidarity")],
        ),
        ('The summit issued a declaration titled "Hand in Hand".', [("declaration", "Hand in Hand")]),
        ("The summit ended with a final communiqué.", [("final communique", None)]),
        ("The summit ended with a final communique.", [("final communique", None)]),
        ("The summit adopted a resolution on Kashmir.", [("resolution", None)]),
        ("The summit adopted a declaration on Kashmir.", [("declaration", None)]),
        ("The final communiqué condemned the attack.", [("final communique", None)]),
        ("The closing statement condemned the attack.", [("final communique", None)]),
        ("The Mecca Declaration was adopted by the summit.", [("declaration", "Mecca Declaration")]),
        (
            "The summit adopted the Mecca Declaration and a final communiqué.",
            [("declaration", "Mecca Declaration"), ("final communique", None)],
        ),
        ("They recalled the Universal Declaration of Human Rights.", []),
        ("They recalled the Balfour Declaration of 1917.", []),
        ("The independence declaration of 1988 was recalled.", []),
        ("Tunisia's declaration of war shocked the hosts.", []),
        ("The Security Council adopted a resolution on Kashmir.", []),
        ("The Tunisian parliament adopted a resolution on Kashmir.", []),
        ("The Tunisian president issued a statement.", []),
        rare("The Arab League issued a final communiqué in Amman.", [], reason="a document of another organisation"),
        ("The summit adopted no declaration.", []),
        ("Customs declarations were handed out.", []),
    ],
)
def test_declarations(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert declarations(article(text, "Outcome")) == expected


def test_one_document_named_twice_is_one() -> None:
    text = (
        "The summit adopted the Mecca Declaration. The Mecca Declaration condemned terrorism. "
        "The declaration urged calm."
    )
    (only,) = article(text, "Outcome").declarations
    assert (only.title, [p.lemma for p in only.provisions]) == ("Mecca Declaration", ["condemn", "urge"])


def test_posts_have_author_handle_day_and_hashtags() -> None:
    post = "Proud to be at #Mecca for the #OIC pic.twitter.com/abc\n— Sami Kerim (@samikerim) May 31, 2019"
    found = news(f"The mood was good.\n\n{post}\n\nTunisian foreign minister Sami Kerim left at noon.")
    posts = [r for r in found.reactions if r.medium == "tweet"]
    assert [(r.actor.name, r.handle, r.hashtags, str(r.date)) for r in posts] == [
        ("Sami Kerim", "@samikerim", ("#Mecca", "#OIC"), "2019-05-31")
    ]


@pytest.mark.parametrize(
    "line", ["READ MORE: Tunisia rejects the plan", "Read more: Mali blames the hosts", "Advertisement"]
)
def test_lines_between_paragraphs_are_no_news(line: str) -> None:
    found = news(f"Tunisian president Sami Kerim praised the hosts.\n\n{line}\n\nHe left.")
    assert [actor for actor, _ in acts(found)] == ["Sami Kerim", "Sami Kerim"]


def test_an_official_text_inside_an_article_is_read_by_its_paragraphs() -> None:
    text = (
        "The final communiqué reads:\n\n1. Condemns the attack on Tunis.\n\n2. Urges all states to help.\n\n"
        "3. Decides to meet again."
    )
    assert provisions(article(text, "Final communiqué")) == ["condemn", "urge", "decide"]


OFFICIAL = """FINAL COMMUNIQUÉ OF THE FOURTEENTH SESSION OF THE ISLAMIC SUMMIT CONFERENCE

Makkah Al-Mukarramah, Kingdom of Saudi Arabia
26 Ramadan 1440H
31 May 2019

The Conference, having reviewed the situation in the Muslim world, decided as follows:

1. The Conference REAFFIRMED the central place of the cause of Palestine.

2. It CONDEMNED the attack on the pipeline and CALLED UPON Member States to cooperate.

3. Recalls Security Council resolution 799 (1992);
   (a) urges Israel to take back those deported;
   (b) thanks Lebanon for its patience.

4. Expresses its thanks to His Majesty King Faisal bin Turki Al Saud, Custodian of the Two Holy Mosques.
"""


def test_an_official_text_numbers_its_provisions() -> None:
    found = parse(OFFICIAL, id="official")
    pairs = [(p.number, p.lemma) for d in found.declarations for p in d.provisions]
    assert ("1", "reaffirm") in pairs
    assert ("2", "condemn") in pairs
    assert {number for number, _ in pairs if number} >= {"1", "2", "3", "4"}
    assert instruments(found)[0][0] == "UNSC"
    assert [d.kind.value for d in found.declarations] == ["final communique"]
    assert found.header is not None
    assert (str(found.header.start), found.header.country) == ("2019-05-31", "SAU")


def test_links_templates_and_references_of_wikitext_do_not_hide_the_grammar() -> None:
    text = (
        "{{Infobox summit meeting\n| title = 14th Islamic Summit\n| country = {{flag|Saudi Arabia}}\n"
        "| date = {{start date|2019|5|31|df=y}}\n| cities = [[Mecca]]\n| follows = 13th\n| precedes = 15th\n}}\n"
        "The '''14th Islamic Summit''' of the [[Organisation of Islamic Cooperation|OIC]] was held in [[Mecca]]."
        "<ref>{{cite news|title=Mali rejects all|date=3 May 2001}}</ref>\n\n== Reactions ==\n"
        "* {{flag|Tunisia}}: [[President of Tunisia|President]] [[Sami Kerim]] said it was "
        '"a good&nbsp;day".<ref name=x/>\n'
        "<!-- * {{flag|Mali}}: rejected -->\n"
    )
    found = parse(text, id="wiki")
    assert acts(found) == [("Sami Kerim", "say")]
    assert quotations(found) == [("Sami Kerim", "a good day")]
    assert [p.actor.state for p in found.people] == ["TUN"]
    assert found.header is not None
    assert (str(found.header.start), found.header.country, found.header.cities) == ("2019-05-31", "SAU", ("Mecca",))
