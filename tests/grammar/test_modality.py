"""What has happened, what is meant or expected to, and what has not."""

import pytest

from tests.grammar.sentences import article, modes, provisions


@pytest.mark.parametrize(
    ("verb", "lemma", "modality"),
    [
        ("opened", "open", "done"),
        ("has opened", "open", "done"),
        ("had already opened", "open", "done"),
        ("opens", "open", "done"),
        ("did open", "open", "done"),
        ("is opening", "open", "done"),
        ("will open", "open", "planned expected"),
        ("would open", "open", "planned expected"),
        ("is to open", "open", "planned expected"),
        ("is going to open", "open", "planned expected"),
        ("is due to open", "open", "planned expected"),
        ("is set to open", "open", "planned expected"),
        ("plans to open", "plan", "planned"),
        ("planned to open", "plan", "planned"),
        ("intends to open", "intend", "planned"),
        ("is expected to open", "open", "expected"),
        ("is likely to open", "open", "planned expected"),
        ("may open", "open", "expected"),
        ("might open", "open", "expected"),
        ("could open", "open", "expected"),
        ("did not open", "open", "not done"),
        ("didn't open", "open", "not done"),
        ("didn’t open", "open", "not done"),
        ("hasn't opened", "open", "not done"),
        ("won't open", "open", "not done"),
        ("has not opened", "open", "not done"),
        ("has never opened", "open", "not done"),
        ("never opened", "open", "not done"),
        ("has yet to open", "open", "not done"),
        ("will not open", "open", "not done"),
        ("refused to open", "refuse", "done"),
        ("declined to open", "decline", "done"),
    ],
)
def test_modality(verb: str, lemma: str, modality: str) -> None:
    """Where two readings are fair, both are given."""
    ((found, mode),) = modes(article(f"Tunisia {verb} an embassy."))
    assert found == lemma
    assert mode == modality or (modality == "planned expected" and mode in ("planned", "expected"))


@pytest.mark.parametrize(
    "text",
    [
        "The summit is expected to condemn the attack.",
        "The summit will condemn the attack.",
        "The summit was to condemn the attack.",
        "The summit did not condemn the attack.",
    ],
)
def test_a_summit_that_has_not_spoken_has_done_nothing(text: str) -> None:
    found = article(text)
    assert all(
        p.modality.value != "done" for p in (*found.provisions, *(q for d in found.declarations for q in d.provisions))
    )


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("Tunisia welcomed the plan.", "for"),
        ("Tunisia praised the plan.", "for"),
        ("Tunisia supported the plan.", "for"),
        ("Tunisia backs the plan.", "for"),
        ("Tunisia condemned the plan.", "against"),
        ("Tunisia rejected the plan.", "against"),
        ("Tunisia criticized the plan.", "against"),
        ("Tunisia denounced the plan.", "against"),
        ("Tunisia mentioned the plan.", "neutral"),
        ("Tunisia read the plan.", "neutral"),
    ],
)
def test_polarity(text: str, polarity: str) -> None:
    assert [act.polarity.value for r in article(text).reactions for act in r.acts] == [polarity]


@pytest.mark.parametrize(
    ("text", "verbs"),
    [
        ("The summit condemned the attack.", ["condemn"]),
        ("The summit condemned the attack and urged restraint.", ["condemn", "urge"]),
        ("The OIC called on all parties to show restraint.", ["call"]),
        ("The leaders expressed deep concern at the attack.", ["express"]),
        ("Leaders of the member states rejected the plan.", ["reject"]),
        ("The final communiqué condemned the attack. It urged restraint.", ["condemn", "urge"]),
        ("The conference decided to set up a fund.", ["decide"]),
        ("The attack was condemned by the summit.", ["condemn"]),
        ("In its final communiqué, the summit condemned the attack.", ["condemn"]),
        ("The organisation demanded an end to the siege.", ["demand"]),
        ("The summit opened at noon.", []),
        ("The summit was held in a tent.", []),
        ("The communiqué has ten pages.", []),
        ("Tunisia condemned the attack.", []),
        ("The Arab League condemned the attack.", []),
    ],
)
def test_provisions(text: str, verbs: list[str]) -> None:
    assert provisions(article(text)) == verbs
