"""Broken encoding is mended where the words say so, and sound text is never touched."""

import pytest

from oic_summits.parser.encoding import mend, repairs


def mended(text: str) -> str:
    """The text with all edits applied."""
    for edit in reversed(mend(text)):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("Mevlüt ÇavuÅŸoÄŸlu", "Mevlüt Çavuşoğlu"),
        ("ErdoÄŸan", "Erdoğan"),
        ("â€œWe reaffirmâ€\x9d, he said", "“We reaffirm”, he said"),
        ("â€œWe reaffirmâ€ he said", "“We reaffirm” he said"),
        ("â€œWe reaffirmâ€", "“We reaffirm”"),
        ("â€œWe reaffirmâ€.", "“We reaffirm”."),
        ("Saudi Arabiaâ€™s", "Saudi Arabia’s"),
        ("final communiquÃ©,", "final communiqué,"),
        ("2017â€“2018", "2017–2018"),
        ("â€˜red lineâ€™", "‘red line’"),
        ("Turgut Ã–zal", "Turgut Özal"),
        ("Ä°stanbul", "İstanbul"),
        ("Ãœlker, TÃ¼rkiye", "Ülker, Türkiye"),
        ("DÃ¡il", "Dáil"),
        ("MÉ™mmÉ™dov", "Məmmədov"),
        ("BÄƒsescu, IonuÈ›", "Băsescu, Ionuț"),
        ("Ø§Ù„Ù‚Ø¯Ø³", "القدس"),
        ("Ã\xa0 la carte", "à la carte"),
        ("ðŸ˜€", "😀"),
        ("Ã¢â‚¬â„¢", "’"),
    ],
)
def test_broken_text_is_mended(printed: str, meant: str) -> None:
    assert mended(printed) == meant


@pytest.mark.parametrize(
    "sound",
    [
        "Ç",
        "é",
        "İstanbul",
        "Âge",
        "naïve Ã ",
        "القدس الشريف",
        "Çavuşoğlu",
        "“FINAL COMMUNIQUÉ”",
        "«LIBERTÉ»",
        "SÃO PAULO",
        "the communiqué—“We agree”",
        "‘CAFÉ’",
        "CAFÉ™",
        "LA MARÉ…",
        "Österreich – Ägypten",
        "ABBÄ’s",
        "naïve… “à” «é»",
        "Ñ",
        "×”",
        "50 °C ± 2",
        "FINAL COMMUNIQUÃ”",
    ],
)
def test_sound_text_is_left_alone(sound: str) -> None:
    assert mend(sound) == ()


def test_a_repair_is_a_whole_word() -> None:
    text = "Then ÇavuÅŸoÄŸlu's â€œredâ€ line, communiquÃ©."
    found = [(repair.printed, repair.meant) for repair in repairs(text, mend(text))]
    assert found == [("ÇavuÅŸoÄŸlu", "Çavuşoğlu"), ("â€œ", "“"), ("â€", "”"), ("communiquÃ©", "communiqué")]


def test_broken_punctuation_is_a_repair_of_its_own() -> None:
    text = "Arabiaâ€™s"
    (repair,) = repairs(text, mend(text))
    assert (repair.start, repair.end, repair.printed, repair.meant) == (6, 9, "â€™", "’")
