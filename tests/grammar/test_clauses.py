"""Clauses and their subjects: relatives, breaks, gerunds in front, quantifiers, verbs in capitals, what is no verb."""

import pytest

from oic_summits.parser import parse
from tests.grammar.sentences import acts, article, instruments, news, offices, presence, provisions, rules

_ACTS = {
    "aside of an official": (
        "Nour Kamel, an official who deals with Turkey, told a radio station that it was nothing.",
        [("Nour Kamel", "tell"), ("Nour Kamel", "deal")],
    ),
    "day and time of day": (
        "President Omar Kamel on Thursday evening praised the hosts.",
        [("Omar Kamel", "praise")],
    ),
    "as and an office": (
        "In his last fortnight as prime minister, Omar Kamel, 78, praised the hosts.",
        [("Omar Kamel", "praise")],
    ),
    "both of whom": (
        "Next came King Talal of Jordan and President Omar Kamel of Egypt, both of whom praised the hosts.",
        [("Talal", "praise"), ("Omar Kamel", "praise")],
    ),
    "all before the verb": (
        "President Omar Kamel of Egypt and President Modibo Tall of Mali all praised the hosts.",
        [("Omar Kamel", "praise"), ("Modibo Tall", "praise")],
    ),
    "one of them": (
        '"It was late," grumbled one of them, Nour Kamel.',
        [("Nour Kamel", "grumble")],
    ),
    "objects between commas": (
        "Not so, objects Omar Kamel, a retired ambassador who came as an adviser.",
        [("Omar Kamel", "object"), ("Omar Kamel", "come")],
    ),
    "a gerund in front": (
        (
            "Egyptian president Omar Kamel came. Opening the session, he rejected the war on Mali, held the army "
            "responsible for it, and spoke of a failure."
        ),
        [("Omar Kamel", "come"), ("Omar Kamel", "reject"), ("Omar Kamel", "hold"), ("Omar Kamel", "speak")],
    ),
    "what nobody does without an object": (
        "King Omar of Libya assassinated, his heir an outcast, little was left.",
        [],
    ),
    "an adjective in -ed": ("Paraguay cut the ribbon, undeterred.", [("Paraguay", "cut")]),
    "behind a semicolon": (
        "Omar Kamel, who had come from Mali; Modibo Tall, treated for once as a guest, and others praised the hosts.",
        [],
    ),
    "nouns in -ing": ("The morning was long. Nothing came of it.", []),
}


@pytest.mark.parametrize(("text", "expected"), list(_ACTS.values()), ids=list(_ACTS))
def test_acts(text: str, expected: list[tuple[str, str]]) -> None:
    found = acts(news(text))
    assert sorted(set(found) & set(expected)) == sorted(set(expected))
    assert expected or not found or {lemma for _, lemma in found} <= {"praise", "come"}


_PROVISIONS = {
    "which between organisation and verb": (
        "The OIC, which groups 52 members from Senegal to Mali, asked for calm, called on Mali to wait, and left.",
        ["ask", "call"],
    ),
    "the resolution that followed": ("The resolution that followed asked for calm.", ["ask"]),
    "a resolution that": ("Its best known text is a resolution that proclaimed a boycott of Mali.", ["proclaim"]),
    "verbs behind semicolons": (
        "The declaration resolves to end the blockade; calls on all states to help; and charges the ministers with it.",
        ["resolve", "call", "charge"],
    ),
    "a clause of time": (
        "The summit condemned Mali over the deaths of 4 May, the day Chad opened its embassy. It asked for calm.",
        ["condemn", "ask"],
    ),
    "sided with": ("On Kashmir, the summit sided with Pakistan.", ["side"]),
    "the chair passes": ("The chairmanship was Egypt's. It passes to Mali for three years.", []),
    "sanctions to be kept": ("The summit asked for UN sanctions to be kept.", ["ask"]),
}


@pytest.mark.parametrize(("text", "expected"), list(_PROVISIONS.values()), ids=list(_PROVISIONS))
def test_provisions(text: str, expected: list[str]) -> None:
    assert provisions(article(text, "Decisions")) == expected


_OFFICIAL = {
    "We PLEDGE to spare no effort.": "pledge",
    "We INVITE governments, funds and private persons to finance the plan.": "invite",
    "Note was taken of the report of the Secretary General.": "take",
    "The Conference restated that the cause was its first concern.": "restate",
    "On Syria, it stood by the unity of the country.": "stand",
    "Mindful of Ankara, Baghdad and other cities lately struck, it offered condolences to the bereaved.": "offer",
    "In Yemen, legitimacy as embodied in the President was supported.": "support",
    "By resolution 4/10-P(IS) a commission of experts was set up.": "set",
}


@pytest.mark.parametrize(("text", "lemma"), list(_OFFICIAL.items()))
def test_operative_paragraphs(text: str, lemma: str) -> None:
    found = parse(
        f"FINAL COMMUNIQUÉ\nOF THE FIFTH ISLAMIC SUMMIT\n\nKuwait, 29 January 1987\n\n1. {text}",
        id="x",
        kind="communique",
    )
    assert provisions(found) == [lemma]


def test_resolutions_behind_their_organ() -> None:
    text = "It recalled the resolutions of the Security Council, in particular 242 (1967), 338 (1973) and 478 (1980)."
    assert instruments(article(text)) == [("UNSC", "242"), ("UNSC", "338"), ("UNSC", "478")]
    assert instruments(article("By resolution 45/10-P(IS) it set up a commission.")) == []


_PRESENCE = {
    "sent deputies": ("Egyptian president Omar Kamel and Mali's Modibo Tall all sent deputies.", False),
    "cancelled his participation": ("Egyptian president Omar Kamel cancelled his participation in the summit.", False),
    "seat of a state": ("Egyptian president Omar Kamel took the Egyptian chair.", True),
    "in the seat": ("For Egypt, Vice-President Omar Kamel was in the seat.", True),
    "given the floor": ("Egyptian president Omar Kamel was given the floor.", True),
    "minutes": ("Egyptian president Omar Kamel was given 25 minutes.", True),
    "spoken for": ("Egypt was spoken for by foreign minister Omar Kamel.", True),
    "had told the summit": (
        "It was the prime minister of Egypt, Omar Kamel, who had told the summit of his fears.",
        True,
    ),
    "in the city": ("Egyptian president Omar Kamel, who in Mecca had pressed his peers to act, flew home.", True),
    "according to": ("No capital is safe, according to Egypt's president, Omar Kamel.", True),
    "from him came": ("From Omar Kamel, the president of Egypt, came a warning.", True),
    "also here": ("Also here: Egyptian president Omar Kamel; and, at the back, Mali's Modibo Tall.", True),
    "he warns": ("The raid cannot stand, Egyptian president Omar Kamel warns.", True),
    "due tomorrow": ("American secretary of state Omar Kamel is due in Mecca tomorrow.", False),
    "a former minister": ('"It was late," said Omar Kamel, a former Egyptian minister.', False),
    "since another year": (
        "It was the first visit of its kind since Egyptian president Omar Kamel came in 2012.",
        False,
    ),
}


@pytest.mark.parametrize(("text", "attended"), list(_PRESENCE.values()), ids=list(_PRESENCE))
def test_presence_in_news(text: str, attended: bool) -> None:
    assert presence(news(text))["Omar Kamel"][0] is attended


def test_what_others_should_do_is_no_audience() -> None:
    found = article("- Chad: President Omar Kamel said the same evening that Arab leaders should stand up.")
    assert presence(found)["Omar Kamel"] == (False, None)


def test_so_did_others() -> None:
    found = presence(news("The emir of Qatar, on the other hand, came in person. So did Omar Kamel of Egypt."))
    assert found["Omar Kamel"][0] is True


def test_a_section_on_absentees() -> None:
    text = "Egyptian president Omar Kamel gave up the journey. Mali's Modibo Tall cancelled as well."
    assert set(presence(article(text, "Absentees")).values()) == {(False, None)}
    assert presence(article(text, "Opening session"))["Omar Kamel"][0] is True


def test_the_leader_of_the_host_state_is_host_unless_somebody_presides() -> None:
    text = "Saudi king Omar bin Kamel urged calm. Saudi prince Ali bin Kamel praised him."
    assert presence(news(text))["Omar bin Kamel"] == (True, "host")
    chaired = "Saudi king Omar bin Kamel urged calm. Saudi prince Ali bin Kamel presided."
    assert presence(news(chaired))["Ali bin Kamel"] == (True, "chair")
    assert presence(news(chaired))["Omar bin Kamel"] == (True, "member")


_CHAIRS = [
    "In the chair was H.E. Mr. Omar Kamel, President of the Republic of Egypt.",
    "President Omar Kamel of Egypt opened the conference, having received the chairmanship from Mali.",
    "President Omar Kamel of Egypt declared closed the proceedings of the summit.",
    "Mali saw President Omar Kamel of Egypt, to whom the OIC chair passed from Mali's king.",
]


@pytest.mark.parametrize("text", _CHAIRS)
def test_in_the_chair(text: str) -> None:
    assert presence(news(text))["Omar Kamel"][1] == "chair"


def test_offices_by_which_a_text_calls_somebody_elsewhere() -> None:
    found = news("Recep Tayyip Erdogan urged calm. Hours later reporters saw the Turkish president leave.")
    assert offices(found)["Recep Tayyip Erdogan"] == "president"
    assert rules(found, "Recep Tayyip Erdogan", "office") == "reference"
    assert offices(news("Recep Tayyip Erdogan urged calm. The Malian president left."))["Recep Tayyip Erdogan"] is None


def test_what_somebody_does_for_a_living_is_no_office() -> None:
    found = news('For the historian Nour Kamel, "it was a show". The analyst Omar Saleh said "it was not".')
    assert offices(found) == {"Nour Kamel": None, "Omar Saleh": "analyst"}
