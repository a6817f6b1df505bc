"""Turns of phrase of news prose: inverted speech, minor speakers, verbs inside quotation marks, unnamed subjects."""

from typing import Any

import pytest

from tests.grammar.sentences import acts, news, people, provisions, quotations

_SPEAKERS = [
    ('"We came as guests," shrugged Lim Siew-Tan, who teaches politics in Penang.', ["Lim Siew-Tan"]),
    (
        (
            '"We heard two speeches," murmured Alpha Kaba-Sylla, an adviser in the Malian delegation. '
            '"The second was easier on the ear."'
        ),
        ["Alpha Kaba-Sylla", "Alpha Kaba-Sylla"],
    ),
    ('"Read the text," said a spokeswoman for the Malaysian foreign ministry, Noraini Wahab.', ["Noraini Wahab"]),
    ('"We came as petitioners," one of its diplomats, Anwar Chowdhury, wrote long afterwards.', ["Anwar Chowdhury"]),
    ('"We came for one hour," sighed a West African delegate, Bakary Diop.', ["Bakary Diop"]),
    ('In London, Gulf analyst Henrik Holm was cautious: "A guest list is no policy."', ["Henrik Holm"]),
    ('According to Rawya Nasr, who follows the talks, the text was "a bridge on one leg".', ["Rawya Nasr"]),
    ('The communiqué "condemns in the strongest terms" the attack.', ["communique"]),
]
_ACTS = [
    ("Sudan and Iran, which deny backing the rebels, left.", [("Sudan", "leave"), ("Sudan", "deny"), ("Iran", "deny")]),
    ("Sudan, whose delegation had objected to a draft, abstained.", [("Sudan", "abstain"), ("Sudan", "object")]),
    (
        "Oman's leader, Ahmed Said, and Iraqi premier Ali Hassan were there; the latter urged a pact.",
        [("Ali Hassan", "urge")],
    ),
    ("The text was put forward on the second day by Guinean president Sekou Bah.", [("Sekou Bah", "put")]),
    (
        (
            "Kuwait's emir, Hamad Noor, presided.\n\nFor President Ali Barre of Somalia it was the first such meeting. "
            "The talk of the day came when he met Yemen's Saleh Nasr."
        ),
        [("Hamad Noor", "preside"), ("Ali Barre", "meet")],
    ),
    (
        "King Talal of Jordan opened the debate. Mali's Modibo Tall followed. His Majesty thanked him.",
        [("Talal", "open"), ("Modibo Tall", "follow"), ("Talal", "thank")],
    ),
]
_PROVISIONS = [
    ('The communiqué "condemns in the strongest terms" the attack and warns of more.', ["condemn", "warn"]),
    ("The declaration condemned the raid. States that had envoys there were invited to recall them.", 2),
    (
        "The final statement condemned the raid. The five ministers were mandated to start talks.",
        ["condemn", "mandate"],
    ),
    ("Turkish officials condemned the raid. The five ministers were invited to start talks.", []),
    ("The 25-point text condemns the raid.", ["condemn"]),
]
_PEOPLE = [
    ("Indian foreign minister Sunil Rao spoke.", {"Sunil Rao": ("foreign minister", "IND")}),
    ("Guinean president Sekou Bah spoke.", {"Sekou Bah": ("president", None)}),
    ('"It is late!" cried Salma Nur of the Sudanese delegation.', {"Salma Nur": (None, "SDN")}),
    ('"It is late," said Karim Dadu, a delegate from Niger.', {"Karim Dadu": ("delegate", "NER")}),
]


def _speakers(found: Any) -> list[str | None]:
    return [speaker for speaker, _ in quotations(found)]


@pytest.mark.parametrize(("text", "expected"), _SPEAKERS)
def test_speakers(text: str, expected: list[str]) -> None:
    assert _speakers(news(text)) == expected


@pytest.mark.parametrize(("text", "expected"), _ACTS)
def test_acts(text: str, expected: list[tuple[str, str]]) -> None:
    found = acts(news(text))
    assert [pair for pair in found if pair in expected] == expected


@pytest.mark.parametrize(("text", "expected"), _PROVISIONS)
def test_provisions(text: str, expected: list[str] | int) -> None:
    found = provisions(news(text))
    assert (len(found) if isinstance(expected, int) else found) == expected


@pytest.mark.parametrize(("text", "expected"), _PEOPLE)
def test_people(text: str, expected: dict[str, tuple[str | None, str | None]]) -> None:
    assert people(news(text)) == expected
