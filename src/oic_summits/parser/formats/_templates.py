"""What templates of the encyclopedia show: which parameter is their text, and which show nothing."""

__all__ = [
    "BREAKS",
    "DATES",
    "FLAGS",
    "FLAG_ICONS",
    "LISTS",
    "QUOTES",
    "SIGNS",
    "TEXT",
    "is_infobox",
    "iso_date",
    "shows_nothing",
    "template_name",
]


def _names(text: str) -> frozenset[str]:
    return frozenset(name.strip() for name in text.split(","))


FLAGS = _names("flag, flagcountry, flagu, flag country, flag+link, flagg, country, country data, flaglink")
FLAG_ICONS = _names("flagicon, flag icon, flagdeco, flagicon image, flagicon2, flagicon/core")
LISTS = _names(
    "plainlist, plain list, flatlist, flat list, collapsible list, ubl, unbulleted list, ublist, ubt, hlist, "
    "bulleted list, blist, cslist, comma separated entries, flowlist, vunblist"
)
DATES = _names(
    "start date, end date, start-date, end-date, date, dts, start date and age, end date and age, start and end dates"
)
QUOTES = _names(
    "quote, blockquote, cquote, quotation, bquote, quote box, centered pull quote, rquote, pull quote, quote frame"
)
BREAKS = _names("br, break, clear, -, pb, paragraph break, crlf")
# Position of the parameter that is shown, from 1.
TEXT = {
    "nowrap": 1,
    "nobr": 1,
    "nobreak": 1,
    "no wrap": 1,
    "small": 1,
    "smaller": 1,
    "big": 1,
    "larger": 1,
    "nobold": 1,
    "center": 1,
    "centre": 1,
    "resize": 2,
    "lang": 2,
    "transl": 2,
    "transliteration": 2,
    "abbr": 1,
    "abbrv": 1,
    "tooltip": 1,
    "sort": 2,
    "sortname": 1,
    "font color": 2,
    "color": 2,
    "colour": 2,
    "ill": 1,
    "interlanguage link": 1,
    "strong": 1,
    "em": 1,
    "nbhyph": 1,
    "visible anchor": 1,
    "vanchor": 1,
    "anchored": 1,
    "nowrap begin": 1,
    "bold": 1,
    "italic": 1,
    "ordinal": 1,
    "number": 1,
    "formatnum": 1,
    "circa": 1,
    "not a typo": 1,
    "sic": 1,
    "as written": 1,
    "proper name": 1,
    "noitalic": 1,
    "normal": 1,
    "legend": 2,
    "cquotetext": 1,
    "audio": 2,
    "linktext": 1,
    "wikt-lang": 2,
    "langx": 2,
    "tq": 1,
    "gregorian": 1,
    "underline": 1,
    "highlight": 1,
    "flagathlete": 1,
}
SIGNS = {
    "snd": " – ",
    "spaced ndash": " – ",
    "spnd": " – ",
    "ndash": "–",
    "mdash": "—",
    "spaced en dash": " – ",
    "en dash": "–",
    "em dash": "—",
    "·": " · ",
    "•": " • ",
    "dot": " · ",
    "bullet": " • ",
    "bull": " • ",
    "middot": " · ",
    "!": "|",
    "=": "=",
    "nbsp": " ",
    "spaces": " ",
    "space": " ",
    "'": "'",
    "' \"": "'\"",
    "okina": "ʻ",
    "hamza": "ʼ",
    "ayin": "ʽ",
    "shy": "",
    "pipe": "|",
}

# Citations, notes to editors, navigation and the like, by the beginnings of their names and by whole names.
_SILENT_BEGINNINGS = _names(
    "align, anchor, arab league, archive, authority control, better source, blp, by whom, campaignbox, category, "
    "circular, cit-, citation, cite, clarify, cleanup, col-, commons, coord, copy edit, current, dead link, "
    "defaultsort, displaytitle, div col, doi, dubious, efn, end-, engvar, excerpt, expand, external, failed ver, "
    "featured, float, foreign relations, further, gallery, good article, harv, hatnote, history of, image, imdb, "
    "in use, ipa, isbn, issn, italic title, lead, listen, lowercase, main, more citations, multiple image, "
    "multiple issues, navbox, no footnotes, nocat, notelist, official, organisation of, organization of, orphan, "
    "page needed, politics of, portal, pov, pp-, primary, pronunciation, protected, redirect, refbegin, refend, "
    "reflist, refn, respell, see also, self-, sfn, short desc, sidebar, sister, subject bar, toc, under "
    "construction, unreferenced, update, use american, use british, use dmy, use mdy, verif, webarchive, wide "
    "image, wikinews, wikiquote, wikisource"
)
_SILENT = _names(
    "about, cn, commonscat, default, details, end, facebook, fact, for, history, notes, oic, other uses, r, ref, "
    "rp, section, stub, summit, twitter, update, when, which, who, youtube"
)
_BEGINNINGS = ("#", *_SILENT_BEGINNINGS)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def template_name(printed: str) -> str:
    """The name of a template as all its spellings share it."""
    name = " ".join(printed.replace("_", " ").split()).casefold()
    return name.removeprefix("template:").strip()


def is_infobox(name: str) -> bool:
    """Whether a template is an information box."""
    return name.startswith(("infobox", "taxobox")) or name.endswith(" infobox")


def shows_nothing(name: str) -> bool:
    """Whether a template is a citation, a note to editors, navigation or the like, and no part of the prose."""
    return (
        name in _SILENT or name.startswith(_BEGINNINGS) or ":" in name or name.endswith((" stub", "-stub", "-inline"))
    )


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
