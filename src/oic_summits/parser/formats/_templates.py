"""What templates of the encyclopedia show: which parameter is their text, and which show nothing."""

import re

__all__ = [
    "BREAKS",
    "DATES",
    "FLAGS",
    "FLAG_ICONS",
    "LISTS",
    "PLAIN_LISTS",
    "QUOTES",
    "SIGNS",
    "TEXT",
    "is_infobox",
    "iso_date",
    "shows_nothing",
    "template_name",
]  # fmt: skip

FLAGS = frozenset(
    ("flag", "flagcountry", "flagu", "flag country", "flag+link", "flagg", "country", "country data", "flaglink")
)
FLAG_ICONS = frozenset(("flagicon", "flag icon", "flagdeco", "flagicon image", "flagicon2", "flagicon/core"))
PLAIN_LISTS = frozenset(("plainlist", "plain list", "flatlist", "flat list", "startplainlist", "collapsible list"))
LISTS = frozenset(
    (
        "ubl",
        "unbulleted list",
        "ublist",
        "ubt",
        "hlist",
        "bulleted list",
        "blist",
        "cslist",
        "comma separated entries",
        "flowlist",
        "vunblist",
    )
)
DATES = frozenset(
    (
        "start date",
        "end date",
        "start-date",
        "end-date",
        "date",
        "dts",
        "start date and age",
        "end date and age",
        "film date",
        "start and end dates",
    )
)
QUOTES = frozenset(
    ("quote", "blockquote", "cquote", "quotation", "bquote", "quote box", "centered pull quote", "rquote", "pull quote")
)
# Position of the parameter that is shown, from 1.
TEXT = {
    "nowrap": 1, "nobr": 1, "nobreak": 1, "no wrap": 1, "small": 1, "smaller": 1, "big": 1, "larger": 1, "nobold": 1, "center": 1,
    "centre": 1, "resize": 2, "lang": 2, "transl": 2, "transliteration": 2, "abbr": 1, "abbrv": 1, "tooltip": 1, "sort": 2, "sortname": 1,
    "font color": 2, "color": 2, "colour": 2, "ill": 1, "interlanguage link": 1, "strong": 1, "em": 1, "nbhyph": 1, "visible anchor": 1,
    "vanchor": 1, "anchored": 1, "nowrap begin": 1, "bold": 1, "italic": 1, "ordinal": 1, "number": 1, "formatnum": 1, "circa": 1,
    "not a typo": 1, "sic": 1, "as written": 1, "proper name": 1, "noitalic": 1, "normal": 1, "legend": 2, "cquotetext": 1, "audio": 2,
    "linktext": 1, "wikt-lang": 2, "langx": 2, "tq": 1, "gregorian": 1, "underline": 1, "highlight": 1, "flagathlete": 1,
}  # fmt: skip
SIGNS = {
    "snd": " – ", "spaced ndash": " – ", "spnd": " – ", "ndash": "–", "mdash": "—", "spaced en dash": " – ", "en dash": "–",
    "em dash": "—", "·": " · ", "•": " • ", "dot": " · ", "bullet": " • ", "bull": " • ", "middot": " · ", "!": "|", "=": "=",
    "nbsp": " ", "spaces": " ", "space": " ", "'": "'", "' \"": "'\"", "okina": "ʻ", "hamza": "ʼ", "ayin": "ʽ", "shy": "", "pipe": "|",
}  # fmt: skip
BREAKS = frozenset(("br", "break", "clear", "-", "pb", "paragraph break", "crlf"))

_NOTHING = re.compile(
    r"(?:cite|cit|citation|sfn|efn|refn|ref|r$|rp$|reflist|notelist|notes|refbegin|refend|harv|main|see also|further|details|about|redirect"
    r"|for\b|other|short desc|use |engvar|good article|featured|pp[- ]|coord|authority|portal|commons|sister|official|webarchive|dead|better"
    r"|clarify|when|who|which|by whom|cn$|fact|citation needed|update|unreferenced|more citations|multiple|orphan|stub|cleanup|copy edit|pov"
    r"|infobox|navbox|sidebar|toc|defaultsort|displaytitle|default|lowercase|italic title|image|multiple image|wide image|gallery|div col"
    r"|col[- ]|end\b|legend|anchor|hatnote|expand|section|no footnotes|lead|blp|dubious|page needed|verify|failed|primary|self|circular"
    r"|excerpt|transcluded|organi[sz]ation of|organi[sz]ation\b|summit|arab league|foreign relations|politics|oic|history|campaignbox|subject bar"
    r"|wikisource|wikinews|wikiquote|external|isbn|doi|issn|archive|imdb|twitter|youtube|facebook|under construction|current|tfd|in use|rfd|afd"
    r"|protected|use$|nocat|category|commonscat|ipa|pronunciation|respell|audio|listen|jct|align|clear|float)",
    re.IGNORECASE,
)
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()


def template_name(printed: str) -> str:
    """The name of a template as all its spellings share it."""
    name = " ".join(printed.replace("_", " ").split()).casefold()
    return name.removeprefix("template:").strip()


def is_infobox(name: str) -> bool:
    """Whether a template is an information box."""
    return name.startswith(("infobox", "taxobox")) or name.endswith(" infobox")


def shows_nothing(name: str) -> bool:
    """Whether a template is a citation, a note to editors, navigation or the like, and no part of the prose."""
    return _NOTHING.match(name) is not None or name.startswith("#") or ":" in name


def iso_date(values: list[str]) -> str | None:
    """The date in the parameters of a date template, in ISO form, or None where they hold none.

    Example:
        >>> iso_date(["2013", "02", "6"]), iso_date(["2013", "Feb"]), iso_date(["6 March 2016"])
        ('2013-02-06', '2013-02', None)
    """
    if not values or not (values[0].isdecimal() and len(values[0]) == 4):
        return None
    parts = [values[0]]
    for value in values[1:3]:
        number = _MONTHS.index(value[:3].casefold()) + 1 if value[:3].casefold() in _MONTHS else value
        if not str(number).isdecimal() or not 1 <= int(number) <= 31:
            break
        parts.append(f"{int(number):02}")
    return "-".join(parts)
