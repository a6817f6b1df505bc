"""Whose summit it is and which: organisation, series, number and neighbours."""

import re
from collections import Counter
from collections.abc import Sequence

from oic_summits.model import PartialDate, Series
from oic_summits.model.ordinals import ORDINAL_PATTERN, ordinal_number
from oic_summits.parser.gazetteer import Known
from oic_summits.parser.header import Header, block_text, fields_of
from oic_summits.parser.line import Line
from oic_summits.parser.page import Block, BlockKind, Page
from oic_summits.parser.reading_order import Unit

_EXTRA = r"extraordinary|emergency|special|exceptional|urgent"
_NAME = r"islamic|arab[- ]islamic|arab and islamic|arab|oic|gulf|gcc|african|au|league|[a-z]+"
_SESSION = re.compile(
    rf"\b(?P<ordinal>{ORDINAL_PATTERN})\s+"
    rf"(?:(?P<before>joint|{_EXTRA}|ordinary|regular)\s+)?"
    r"(?:(?P<name>organi[sz]ation of (?:the )?islamic (?:cooperation|conference)(?: \(oic\))?"
    r"|islamic(?: conference)?|arab[- ]islamic|arab(?: league)?|oic|gcc|au"
    r"|gulf(?: cooperation council)?|african(?: union)?|annual|muslim"
    r"|heads[- ]of[- ]state(?: and government)?|leaders['’]?)\s+)*"
    rf"(?:(?P<extra2>{_EXTRA}|ordinary)\s+)?(?:islamic\s+)?"
    rf"(?P<head>session|summit|meeting of (?:the )?(?:heads|kings))\b",
    re.IGNORECASE,
)
_UNNUMBERED = re.compile(
    rf"\b(?P<extra>{_EXTRA})\s+(?:(?:joint|{_NAME})\s+){{0,2}}(?P<head>summit|session)\b", re.IGNORECASE
)
_OTHER = re.compile(r"\b(?:next|previous|last|earlier|coming|former|hosted|since)\s+(?:the\s+|its\s+)?$", re.IGNORECASE)
_JOINT = re.compile(rf"\barab[- ]islamic (?:(?:{_EXTRA}|joint) )*summit\b", re.IGNORECASE)
_ARAB = re.compile(r"\barab (?:summit\b|(?:leaders|heads of state)\b[^.;\n]{0,40}\bsummit\b)", re.IGNORECASE)
_OIC_NAMES = re.compile(r"\bislamic summit\b|\borgani[sz]ation of (?:the )?islamic\b|\boic\b", re.IGNORECASE)


def find_organisation(page: Page, units: Sequence[Unit]) -> tuple[str, tuple[int, int]] | None:
    """The organisation whose summit the document is about, with the words that say so."""
    votes: Counter[str] = Counter()
    places: dict[str, tuple[int, int]] = {}
    text = page.view.text
    for weight, start, end in _name_places(page):
        match = _OIC_NAMES.search(text, start, end)
        if match is not None:
            votes["OIC"] += weight
            places.setdefault("OIC", match.span())
    for unit in units:
        for known in unit.parsed.line.known:
            if known is None or known.organisation is None:
                continue
            short, bonus = _summit_owner(unit, known)
            if short is None:
                continue
            votes[short] += bonus
            places.setdefault(short, unit.offsets(known.start, known.end))
    for block in _ranked_blocks(page)[1]:
        joint = _JOINT.search(text, block.start, block.end)
        if joint is not None:
            votes["OIC"] += 3
            places.setdefault("OIC", joint.span())
    for block in _ranked_blocks(page)[1][:4]:
        arab = _ARAB.search(text, block.start, block.end)
        if arab is not None:
            votes["Arab League"] += 3
            places.setdefault("Arab League", arab.span())
    if not votes:
        return None
    best = max(votes, key=lambda name: (votes[name], name == "OIC", -places[name][0]))  # a joint summit is the OIC's
    return (best, places[best]) if votes[best] >= 3 else None


def _name_places(page: Page) -> list[tuple[int, int, int]]:
    """Titles and box titles, with the weight of what they say."""
    return [(6, block.start, block.end) for block in page.blocks if block.kind is BlockKind.TITLE]


def _summit_owner(unit: Unit, known: Known) -> tuple[str | None, int]:
    """The organisation of a mention if it can hold summits, and how strongly the words tie it to the summit."""
    organisation = known.organisation
    assert organisation is not None
    short = organisation.short_name
    if "Summit" in organisation.name and organisation.parent:
        short = organisation.parent
        return short, 3
    if organisation.kind not in ("intergovernmental organisation", "movement", "group"):
        return None, 0
    line = unit.parsed.line
    after = {line.lower(known.end + k) for k in range(4)}
    before = [line.lower(known.start - k) for k in range(1, 5)]
    if after & {"summit", "summits", "leaders"}:
        return short, 3
    if "of" in before and set(before) & {"summit", "session", "conference", "meeting", "leaders"}:
        return short, 3
    if _joined(line, known):
        return short, 3
    if short == "OIC":
        return short, 2
    return short, 1 if short not in ("UN", "EU") else 0


def _joined(line: Line, known: Known) -> bool:
    """As in "summit of the Arab League and the Organisation …": the second of two bodies that hold it together."""
    last = known.start - 1 - (line.lower(known.start - 1) == "the")
    first = next((k for k in line.known[max(0, last - 8) : max(0, last)] if k is not None and k.end == last), None)
    if line.lower(last) != "and" or first is None or first.organisation is None:
        return False
    before = [line.lower(first.start - k) for k in range(1, 5)]
    return "of" in before and bool(set(before) & {"summit", "session", "conference", "meeting"})


def find_session(page: Page, header: Header, *, to_come: bool = False) -> None:
    """Series and number: from the title, the box, the lead, then the first mention that is not of another summit.

    A session that is to come is left out, unless asked for: it may be the next one.
    """
    text = page.view.text
    for blocks in _ranked_blocks(page):
        for block in blocks:
            for match in _SESSION.finditer(text, block.start, block.end):
                if _OTHER.search(text[max(block.start, match.start() - 24) : match.start()]):
                    continue
                if _is_other_session(text, match, block) or _names_another_body(match, header):
                    continue
                if not to_come and block.kind is not BlockKind.TITLE and _TO_COME.match(text, match.end()):
                    continue
                if _follows_unnumbered(text, match, block):
                    break
                _claim_session(header, match)
                return
            plain = _UNNUMBERED.search(text, block.start, block.end)
            if plain is None or _OF_AN_ASSEMBLY.match(text, plain.end()):
                continue
            if block.kind is BlockKind.TITLE or _definite(text, plain, block):
                header.claim("series", Series.EXTRAORDINARY, plain.span("extra"), "session name")
                _claim_number_of_its_own(page, header, plain.end())
                return


_OF_AN_ASSEMBLY = re.compile(
    r"\s+of (?:the (?:general|un|united|security|council|arab league(?! and))|its own)\b", re.IGNORECASE
)
_TO_COME = re.compile(
    r"[^.;\n]{0,40}? (?:is|are) (?:due |set )?to (?:be|meet|sit|convene|follow|take)\b", re.IGNORECASE
)
_OF_ITS_OWN = re.compile(
    r"\s+(?:(?:summit|session)\s+)?(?:in its history|of its kind|of the organi[sz]ation|of the oic)\b", re.IGNORECASE
)


def _claim_number_of_its_own(page: Page, header: Header, start: int) -> None:
    """As in "met at an emergency summit …, the seventh extraordinary session in its history": the number of it."""
    lead = [b for b in page.blocks if b.kind is BlockKind.PARAGRAPH and b.end > start][:3]
    for block in lead:
        for match in _SESSION.finditer(page.view.text, max(start, block.start), block.end):
            number = ordinal_number(match["ordinal"])
            own = _OF_ITS_OWN.match(page.view.text, match.end()) is not None
            if own and number is not None and _series(match) is Series.EXTRAORDINARY:
                header.claim("ordinal", number, match.span("ordinal"), "session name")
                return


def _follows_unnumbered(text: str, match: re.Match[str], block: Block) -> bool:
    """As in "met at an extraordinary summit to review the plans of the 13th summit": the ordinary one is another."""
    plain = _UNNUMBERED.search(text, block.start, match.start())
    return plain is not None and _series(match) is Series.ORDINARY and _definite(text, plain, block)


_WHERE_THEY_MET = re.compile(r"(?<!which )(?<!that )(?<!who )\b(?:at|for|to|hosted|hosts|hosting) the $", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


_APPOSED = re.compile(
    rf"\b(?P<head>summit|session|conference|gathering)\b[^.;:\n]{{0,70}}?, the (?P<ordinal>{ORDINAL_PATTERN})"
    r"(?= ever\b| since\b| of (?:the )?(?:OIC|organi[sz]ation|its kind)\b| in its history\b| to be held\b| such\b"
    r"|\s*[,.])",
    re.IGNORECASE,
)
_EXTRA_WORD = re.compile(rf"\b(?:{_EXTRA})\b", re.IGNORECASE)


def find_session_in_apposition(page: Page, header: Header) -> None:
    """As in "an OIC summit, the eleventh, in Dakar", where nothing else gives the number."""
    text = page.view.text
    if "ordinal" in header.values:
        return
    for block in [b for b in page.blocks if b.kind is BlockKind.PARAGRAPH][:6]:
        for match in _APPOSED.finditer(text, block.start, block.end):
            before = text[max(block.start, match.start() - 60) : match.start()]
            number = ordinal_number(match["ordinal"])
            if number is None or re.search(
                r"\b(?:next|previous|last|earlier|arab)\b[^.]{0,12}$", before, re.IGNORECASE
            ):
                continue
            extra = _EXTRA_WORD.search(before[-30:]) or _EXTRA_WORD.search(match.group())
            series = Series.EXTRAORDINARY if extra else Series.ORDINARY
            if header.values.get("series", series) is not series:
                continue
            header.claim("series", series, match.span(), "session name")
            header.claim("ordinal", number, match.span("ordinal"), "session name")
            return


def find_session_of_lead(page: Page, header: Header) -> None:
    """The session for which people meet in the lead, where nothing else names one: "gathered for the 8th … summit"."""
    text = page.view.text
    start = header.values.get("start") or header.values.get("end")
    lead = next((b for b in page.blocks if b.kind is BlockKind.PARAGRAPH), None)
    if lead is None or not isinstance(start, PartialDate) or {"ordinal", "series"} & set(header.values):
        return
    match = _SESSION.search(text, lead.start, lead.end)
    before = text[max(lead.start, match.start() - 60) : match.start()] if match is not None else ""
    if match is None or not _WHERE_THEY_MET.search(before) or re.search(r"\bhad\b", before):
        return
    if not _OIC_NAMES.search(text[match.start() : match.end() + 60]) or _is_of_another_body(text, match, lead):
        return
    year = _YEAR.search(text, match.end(), min(lead.end, match.end() + 90))
    if year is None or int(year.group()) == start.year:
        _claim_session(header, match)


_ARTICLE = re.compile(r"\b(?:the|this|its|an?) (?:joint )?(?:arab[- ]islamic |islamic |oic )?$", re.IGNORECASE)


def _definite(text: str, match: re.Match[str], block: Block) -> bool:
    """Whether the words before make it the summit of the text: "the emergency Arab-Islamic summit"."""
    before = text[max(block.start, match.start() - 40) : match.start()]
    return bool(_ARTICLE.search(before)) and not _OTHER.search(
        text[max(block.start, match.start() - 24) : match.start()]
    )


def _ranked_blocks(page: Page) -> list[list[Block]]:
    titles = [b for b in page.blocks if b.kind is BlockKind.TITLE]
    prose = [b for b in page.blocks if b.kind in (BlockKind.PARAGRAPH, BlockKind.NUMBERED, BlockKind.DATELINE)]
    return [titles, prose]


_OPENS = re.compile(r"[^.;\n]{0,60}?\b(?:opens|begins|starts|convenes|meets|gets under way)\b", re.IGNORECASE)


def _is_other_session(text: str, match: re.Match[str], block: Block) -> bool:
    """Whether a numbered session is named in passing: "Chairman of the Tenth Islamic Summit", "since the ninth"."""
    if _is_of_another_body(text, match, block):
        return True
    if block.kind is BlockKind.TITLE:
        return False
    before = text[max(block.start, match.start() - 60) : match.start()].lower()
    if before.endswith("when the ") and _OPENS.match(text, match.end()):
        return False  # "when the fifth Islamic summit opens here on Monday"
    return bool(
        re.search(r"\b(?:until|since|at|when|before|after|from|to|for|chairman of|hosted|chair of) the $", before)
    ) and not bool(re.search(r"\bat the (?:opening|close|end) of the $", before))


_OTHERS = {
    "OIC": re.compile(r"\barab(?: league)? summit|\b(?:gcc|gulf|african|au|non-aligned)\b", re.IGNORECASE),
    "Arab League": re.compile(r"(?<!arab-)(?<!arab )\bislamic\b|\b(?:oic|gcc|gulf|african|au)\b", re.IGNORECASE),
}


def _names_another_body(match: re.Match[str], header: Header) -> bool:
    """As in "the sixth Arab League summit" in a text on a summit of the OIC."""
    others = _OTHERS.get(str(header.values.get("organisation")))
    return others is not None and others.search(match.group()) is not None


def _is_of_another_body(text: str, match: re.Match[str], block: Block) -> bool:
    """Whether it is a session of an assembly or a council, which is no summit."""
    before = text[max(block.start, match.start() - 60) : match.start()].lower()
    head = match["head"].lower()
    general_assembly = re.match(
        r"\s+of (?:the )?(?:un|united nations)", text[match.end() : match.end() + 30], re.IGNORECASE
    )
    if general_assembly or (head == "session" and "general assembly" in before):
        return True
    council = text[match.end() : match.end() + 60].lower()
    return bool(re.match(r"\s+of the (?:islamic conference of|council of|oic council|human rights)", council))


def _claim_session(header: Header, match: re.Match[str]) -> None:
    number = ordinal_number(match["ordinal"])
    header.claim("series", _series(match), match.span(), "session name")
    if number is not None:
        header.claim("ordinal", number, match.span("ordinal"), "session name")


def _series(match: re.Match[str]) -> Series:
    words = f"{match['before'] or ''} {match['extra2'] or ''}".lower()
    return Series.EXTRAORDINARY if re.search(_EXTRA, words) else Series.ORDINARY


def find_neighbours(page: Page, header: Header) -> None:
    """As in "Follows: 5th", "Precedes: 13th (Istanbul)" from the box; else the sessions before and after by number."""
    fields = fields_of(page)
    for key, field in (
        ("follows", "follows"),
        ("preceded by", "follows"),
        ("precedes", "precedes"),
        ("followed by", "precedes"),
    ):
        block = fields.get(key)
        if block is None:
            continue
        match = re.search(rf"\b({ORDINAL_PATTERN})\b", block_text(page, block), re.IGNORECASE)
        number = ordinal_number(match.group(1)) if match else None
        if match is not None and number is not None:
            span = (block.start + match.start(1), block.start + match.end(1))
            header.claim(field, number, span, "information box")
    _neighbours_in_prose(page, header)


def _neighbours_in_prose(page: Page, header: Header) -> None:
    """As in "since the 13th summit", "offered to host the 15th session" in a text on the 14th one."""
    number, series = header.values.get("ordinal"), header.values.get("series")
    if not isinstance(number, int):
        return
    beside = {number - 1: "follows", number + 1: "precedes"}
    for block in page.blocks:
        if block.kind not in (BlockKind.PARAGRAPH, BlockKind.NUMBERED, BlockKind.ITEM):
            continue
        for match in _SESSION.finditer(page.view.text, block.start, block.end):
            field = beside.get(ordinal_number(match["ordinal"]) or 0)
            other = _names_another_body(match, header) or _is_of_another_body(page.view.text, match, block)
            if field is not None and field not in header.values and _series(match) is series and not other:
                header.claim(field, number + (field == "precedes") - (field == "follows"), match.span(), "session name")
