"""Cues of attendance in one sentence or clause: lists, absences, other occasions, invitations."""

from collections.abc import Collection
from itertools import pairwise

from oic_summits.parser.deeds import Deed
from oic_summits.parser.mentions import Kind
from oic_summits.parser.reading_order import Unit

_OCCASIONS = frozenset(
    "trip visit summit meeting journey conference gathering session invitation participation attendance".split()
)


_STAND_INS = frozenset("deputy deputies representatives substitutes stand-ins underlings subordinates".split())


def says_absent(deed: Deed, words: list[str]) -> bool:
    """Whether a clause says that its subject was not there; words are those of the clause."""
    lemma = deed.verb.sense.lemma
    if deed.reported:
        return False
    if deed.verb.negated and (
        lemma in ("attend", "come", "participate", "travel", "invite", "go")
        or (lemma == "make" and {"trip", "journey"} & set(words))
        or (lemma == "take" and "part" in words)
    ):
        return True
    behind = words[max(0, deed.verb.main - deed.start) :]
    if lemma == "be" and deed.verb.negated and {"here", "there"} & set(behind[:4]):
        return True
    if lemma == "set" and "foot" in behind[:4] and (deed.verb.negated or {"not", "never"} & set(words)):
        return True
    if lemma == "leave" and "to" in behind and {"journey", "trip", "seat", "speech"} & set(behind[:5]):
        return True
    if lemma == "send" and "word" in behind[:3]:
        return not deed.verb.passive
    if lemma in ("fly", "turn", "go") and not deed.verb.passive and "back" in behind[:3] and _OCCASIONS & set(words):
        return True
    if lemma in ("stay", "keep", "remain") and {"away", "home"} & set(words):
        return True
    if lemma == "call" and "off" in words and _OCCASIONS & set(words):
        return True
    if lemma in ("send", "dispatch") and _STAND_INS & set(words):
        return not deed.verb.passive  # "all sent deputies"
    if lemma in ("cancel", "skip", "boycott", "miss", "decline", "refuse") and _OCCASIONS & set(words):
        return lemma != "miss" or "summit" in words
    return deed.verb.copula and "absent" in words


def is_of_absentees(unit: Unit) -> bool:
    """Whether the section is about who stayed away."""
    section = (unit.block.section or "").casefold()
    return any(word in section for word in ("absent", "absence", "stayed away", "missing", "did not come"))


_ELSEWHERE_SECTIONS = "background context origin aftermath history prelude preparat".split()


def is_elsewhere(unit: Unit) -> bool:
    """Whether the sentence is about another occasion."""
    section = (unit.block.section or "").casefold()
    return any(
        word in section for word in ("background", "context", "origin", "aftermath", "history", "prelude", "preparat")
    )


_OUTSIDE_SECTIONS = (
    *("reaction", "background", "context", "origin", "aftermath", "history", "verdict", "legacy", "response"),
    *(
        "reception",
        "subsequent",
        "afterward",
        "see also",
        "stamp",
        "controvers",
        "criticism",
        "prelude",
        "lead-up",
        "preparat",
    ),
)


def is_outside(unit: Unit) -> bool:
    """Whether the section is about what lies around the summit: what is done there is not done at it."""
    section = (unit.block.section or "").casefold()
    return any(word in section for word in _OUTSIDE_SECTIONS)


def is_gapped_arrival(unit: Unit) -> bool:
    """As in "King X came from Riyadh, Y from Cairo, Z from Damascus"."""
    words = [token.lower for token in unit.sentence.tokens]
    return bool({"came", "flew", "arrived", "travelled", "traveled"} & set(words))


_GATHERED = frozenset(
    "guests participants attendees leaders heads delegates present attendance attending delegations dignitaries "
    "speakers representatives presidents host figures monarchs kings "
    "heard speak spoke spoken those absent missing".split()
)


def inverted_list(unit: Unit) -> int | None:
    """Where the list of "Among the guests were A, B and C" or "The leaders present included …" begins."""
    pieces = unit.parsed.pieces
    for clause in unit.parsed.clauses:
        verb = pieces[clause.verb].verb
        if verb is None:
            continue
        lead = [token.lower for token in unit.sentence.tokens[: pieces[clause.verb].start]]
        gathered = set(lead) & _GATHERED
        after = [token.lower for token in unit.sentence.tokens[pieces[clause.verb].end :][:3]]
        if verb.copula and after and after[0] in ("among", "amongst") and set(after) & _GATHERED:
            return 0  # "X was among the participants"
        if verb.sense.lemma == "sit" and {"table", "hall", "room", "row"} & set(lead):
            return pieces[clause.verb].end  # "Around the table sat A, B and C"
        if lead and lead[0] in ("heading", "leading") and "delegation" in lead and verb.copula:
            return pieces[clause.verb].end
        if not gathered or len(lead) > 14:
            continue
        if (
            verb.copula
            and lead
            and (
                lead[0]
                in (
                    *("among", "amongst", "also", "present", "the", "other", "others", "in", "prominent", "notable"),
                    *("first", "last", "next", "absent", "missing"),
                )
                or "present" in lead
            )
        ):
            return pieces[clause.verb].end
        if verb.sense.lemma == "include" and not verb.passive:
            return pieces[clause.verb].end
    return None


_ATTENDING = frozenset(
    "attended attending participants participated part present represented delegations guests came".split()
)


def announces_list(unit: Unit) -> bool:
    """As in "The meeting was attended by:": whether those named in the items that follow were there."""
    words = [token.lower for token in unit.sentence.tokens]
    absent = {"absent", "absentees", "missing", "not"} & set(words)
    return words[-1] == ":" and bool(_ATTENDING & set(words)) and not absent and not is_elsewhere(unit)


_HERE = frozenset("here there present attending".split())


def colon_list(unit: Unit) -> int | None:
    """Where the list of "the guests were driven there: A, B of C, D" or "Also here: A; B" begins."""
    words = [token.lower for token in unit.sentence.tokens]
    if ":" not in words:
        return None
    colon = words.index(":")
    if colon <= 4 and set(words[:colon]) & _HERE and "not" not in words[:colon]:
        return colon + 1
    return colon + 1 if set(words[:colon]) & _GATHERED and words[colon + 1 :].count(",") >= 2 else None


def including_list(words: list[str]) -> int | None:
    """Where the list of "was attended by 30 leaders, including A and B" or "attended the summit, with …" begins."""
    cue = next(
        (
            i
            for i, word in enumerate(words)
            if word in ("attended", "attending", "participation", "presence", "participated")
        ),
        None,
    )
    if cue is None:
        return _among_them(words)
    if (
        "including" in words[cue:]
        or "by" in words[cue : cue + 3]
        or "with" in words[cue:]
        or "of" in words[cue : cue + 2]
    ):
        return cue
    return None


_COMING = frozenset("gathered came city met hall present arrived were joined assembled brought attended sat".split())


def _among_them(words: list[str]) -> int | None:
    """Where the list of "30 heads of state were in the city, among them A and B" begins."""
    place = next((i for i, pair in enumerate(pairwise(words)) if pair == ("among", "them")), None)
    place = place or next((i for i, word in enumerate(words) if word == "including" and i > 2), None)
    if place is None or not (set(words[:place]) & _GATHERED and set(words[:place]) & _COMING):
        return None
    return place


def is_invited(words: list[str], start: int) -> bool:
    """Whether "invited" or "special guest" stands right before a token."""
    near = words[max(0, start - 5) : start + 1]
    return "invited" in near or any(one == "special" and two.startswith("guest") for one, two in pairwise(near))


_AUDIENCE = frozenset(
    "summit conference session gathering leaders delegates meeting peers audience participants guests members assembly "
    "plenary colleagues sitting".split()
)
# verbs whose object is whom one speaks to, receives or opens
_ADDRESSING = frozenset(
    "tell address open urge remind receive greet ask inaugurate close assure inform warn exhort appeal brief thank "
    "invite speak say declare announce call advise implore beseech read deliver present report plead".split()
)


_TELLING = ("that", ":", '"', "“", "‘")


def has_audience(behind: list[str]) -> bool:
    """Whether the words behind a verb soon name the summit or those assembled there."""
    near = behind[:9]
    told = next((i for i, word in enumerate(near) if word in _TELLING and near[i - 1] not in ("at", "in", "to")), 9)
    return bool(set(near[:told]) & _AUDIENCE)


def addresses(lemma: str, behind: list[str]) -> bool:
    """As in "told the summit", "opened the conference"."""
    return lemma in _ADDRESSING and has_audience(behind)


def chairs(lemma: str, behind: list[str]) -> bool:
    """As in "chaired the session", "took the chair", "received the chairmanship"; any meeting may have a chairman."""
    if {"preparatory", "ministerial", "ministers"} & set(behind[:9]):
        return False
    if lemma == "chair":
        return has_audience(behind) or "meeting" not in behind
    return (
        lemma == "preside"
        or (lemma == "take" and _takes_the_chair(behind[:5]))
        or (
            lemma in ("take", "receive", "inherit", "assume") and bool({"chairmanship", "presidency"} & set(behind[:5]))
        )
    )


def _takes_the_chair(behind: list[str]) -> bool:
    """As in "took over the chair", not "took the Iraqi chair", which is a seat."""
    return any(one in ("the", "its") and two == "chair" for one, two in pairwise(behind))


def attends(lemma: str, behind: list[str]) -> bool:
    """As in "attended", "took part", "participated"."""
    return lemma in ("attend", "participate") or (lemma == "take" and "part" in behind[:2])


def stays_elsewhere(unit: Unit, deed: Deed, cities: Collection[str]) -> bool:
    """As in "stayed in Riyadh": a city that is not that of the summit."""
    if deed.verb.sense.lemma not in ("stay", "remain"):
        return False
    line = unit.parsed.line
    places = [k for k in line.known[deed.verb.main : deed.end] if k is not None and k.is_place]
    return any(line.lower(k.start - 1) == "in" and line.tokens[k.start].text.casefold() not in cities for k in places)


def comes_along(unit: Unit, deed: Deed, behind: list[str]) -> bool:
    """As in "greeted the guests", "accompanied X", "represented Y", "took his seat", "used his speech to …"."""
    lemma = deed.verb.sense.lemma
    return (
        lemma == "accompany"
        or (lemma in ("lead", "head") and "delegation" in behind[:6])
        or (lemma in ("greet", "receive") and "guests" in behind)
        or "delegations" in behind[:4]
        or (lemma == "represent" and any(m.kind is Kind.STATE and m.start > deed.verb.main for m in unit.mentions))
        or (lemma in ("take", "occupy") and bool({"seat", "chair"} & set(behind[:4])))
        or (lemma == "leave" and "without" in behind)
        or (lemma == "use" and "speech" in behind[:8])
    )


def was_to_attend(unit: Unit) -> bool:
    """As in "was expected to attend the summit but fell ill"."""
    words = {token.lower for token in unit.sentence.tokens}
    return "attend" in words and bool(words & {"expected", "due", "supposed", "scheduled", "planned"})


def from_elsewhere(unit: Unit, deed: Deed, cities: Collection[str]) -> bool:
    """As in "criticised the summit from Tunis": a city that is not that of the summit stands behind "from"."""
    line = unit.parsed.line
    for known in line.known[deed.verb.main : deed.end]:
        if known is not None and known.is_place and line.lower(known.start - 1) == "from":
            name = line.tokens[known.start].text.casefold()
            return bool(cities) and name not in cities
    return False
