"""Folding: one key for all spellings of a name that differ in case, diacritics, apostrophes, hyphens or spacing."""

import unicodedata

# Letters that Unicode does not decompose, and marks that transliteration adds or leaves out at will.
_LETTERS = {
    "ı": "i",
    "ø": "o",
    "ł": "l",
    "đ": "d",
    "ð": "d",
    "ħ": "h",
    "ŧ": "t",
    "þ": "th",
    "ə": "e",
    "ǝ": "e",
    "æ": "ae",
    "œ": "oe",
    "ß": "ss",
}
_DROPPED = "'’‘‛ʼʻʽʾʿˈʹʺʽ`´′＇ˋˊ‵ʔʕ.·"
_SPACES = "-‐‑‒–—―−﹣－⁃_/"
_TABLE = str.maketrans(_LETTERS | dict.fromkeys(_DROPPED, "") | dict.fromkeys(_SPACES, " "))
_ASCII_TABLE = str.maketrans({"'": "", "`": "", ".": "", "-": " ", "_": " ", "/": " "})
_LEFT_OUT = frozenset({"Mn", "Me", "Cf"})


def fold(text: str) -> str:
    """The key under which a name is looked up.

    Case and diacritics are dropped (``ı``, ``ø``, ``ł``, ``ə`` and their like become plain letters), apostrophes of
    every sort and full stops vanish, hyphens, dashes, underscores and slashes become spaces, and white space is
    collapsed. Letters of other scripts stay. Folding a folded text changes nothing.

    Example:
        >>> fold("Al-Sisi") == fold("al Sisi") == "al sisi"
        True
        >>> fold("Sana’a"), fold("U.S."), fold("İHSANOĞLU"), fold("Da'wa")
        ('sanaa', 'us', 'ihsanoglu', 'dawa')
    """
    if text.isascii():
        return " ".join(text.lower().translate(_ASCII_TABLE).split())
    folded = _step(text)
    # A compatibility form can decompose into something that folds once more; plain ASCII cannot.
    while not folded.isascii() and (again := _step(folded)) != folded:
        folded = again
    return folded


def _step(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.casefold()).casefold().translate(_TABLE)
    if not plain.isascii():
        plain = "".join(character for character in plain if unicodedata.category(character) not in _LEFT_OUT)
    return " ".join(plain.split())
