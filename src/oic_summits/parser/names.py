"""The shape of personal names and of office titles."""

from collections.abc import Mapping, Sequence

import attrs

from oic_summits.parser.gazetteer import Known
from oic_summits.parser.lexicon import COORDINATORS
from oic_summits.parser.text import Token
from oic_summits.parser.wordlists import (
    CALENDAR_WORDS,
    FUNCTION_WORDS,
    HONORIFIC_WORDS,
    NAME_HONORIFICS,
    PARTICLES,
    ROMAN,
    THINGS,
    office_titles,
    portfolios,
)

_STATUS = frozenset(
    "former outgoing then late current new visiting incoming newly ailing exiled embattled veteran fellow ex "
    "incumbent long-time longtime host".split()
)
_PROVISIONAL = frozenset("interim acting transitional caretaker".split())
_STARTING_PARTICLES = frozenset("al el abu abd bin ibn van von".split())


class Line:
    """The tokens of a sentence with the known names among them."""

    __slots__ = ("covered", "dates", "implied", "known", "tokens")

    def __init__(
        self, tokens: Sequence[Token], known: Sequence[Known | None], dates: Mapping[int, int] | None = None
    ) -> None:
        self.tokens = tokens
        self.known = known
        self.implied = False  # whether the sentence may lack its subject, as a lettered item does
        self.dates: Mapping[int, int] = dates or {}
        covered = [False] * len(tokens)
        for entry in known:
            if entry is not None:
                for index in range(entry.start, entry.end):
                    covered[index] = True
        self.covered = covered

    def __len__(self) -> int:
        return len(self.tokens)

    def lower(self, i: int) -> str:
        """The word at i in lower case, or an empty string beyond the end."""
        return self.tokens[i].lower if 0 <= i < len(self.tokens) else ""

    def possessive(self, i: int) -> bool:
        """Whether a possessive mark stands at i."""
        if not 0 <= i < len(self.tokens):
            return False
        token = self.tokens[i]
        if token.kind == "possessive":
            return True
        before = self.tokens[i - 1] if i else None
        return (
            token.text in ("'", "’") and before is not None and before.end == token.start and before.lower.endswith("s")
        )


def is_initial(line: Line, i: int) -> bool:
    """Whether an initial with its full stop stands at i ("W.")."""
    tokens = line.tokens
    if i + 1 >= len(tokens):
        return False
    token = tokens[i]
    return (
        len(token.text) == 1 and token.text.isupper() and tokens[i + 1].text == "." and tokens[i + 1].start == token.end
    )


def name_end(line: Line, i: int) -> int | None:
    """The token index after the personal name that begins at i, or None where none does."""
    tokens = line.tokens
    j, words, thing = i, 0, False
    while j < len(tokens) and j - i < 9:
        token = tokens[j]
        if token.kind != "word":
            break
        if words and token.text in ROMAN:
            j += 1
            break
        if is_initial(line, j) and (words or _is_name_word(line, j + 2)):
            words, j = words + 1, j + 2
            continue
        particle = token.lower in PARTICLES and (words > 0 or token.lower in _STARTING_PARTICLES)
        if particle and j + 1 < len(tokens) and _is_name_word(line, j + 1):
            j += 1
            continue
        if not _is_name_word(line, j) or (j > i and _office_at(line, j)):
            break
        thing = thing or token.lower in THINGS
        words, j = words + 1, j + 1
    if words == 0 or thing or (j == i + 1 and tokens[i].text in ROMAN):
        return None
    return j


def _is_name_word(line: Line, i: int) -> bool:
    if i >= len(line.tokens):
        return False
    token = line.tokens[i]
    if token.kind != "word" or not token.capital or line.covered[i]:
        return False
    lower = token.lower
    if lower in CALENDAR_WORDS or (lower in FUNCTION_WORDS and lower not in PARTICLES):
        return False
    return not token.text[0].isdigit() and "." not in token.text


def skip_honorifics(line: Line, i: int) -> int:
    """The index after honorifics such as "H.E. Prof." or "Dato' Seri"; those that belong to the name are kept."""
    tokens = line.tokens
    j = i
    while j < len(tokens):
        token = tokens[j]
        lower = token.lower.rstrip(".")
        if lower not in HONORIFIC_WORDS and token.lower not in HONORIFIC_WORDS:
            break
        if not (token.text[0].isupper()):
            break
        j += 1
        while j < len(tokens) and tokens[j].text in (".", "'", "’") and tokens[j].start == tokens[j - 1].end:
            j += 1
    if j > i and tokens[j - 1].lower in NAME_HONORIFICS:
        end = name_end(line, j)
        # "Sheikh Tamim bin Hamad" is Tamim bin Hamad; a mere "Sheikh Tamim" too
        return j if end is not None else i
    return j


@attrs.frozen(kw_only=True)
class OfficePhrase:
    """An office as a text names it.

    Attributes:
        start, end: token indexes.
        title: in lower case, without what it belongs to.
        state: alpha-3 code, or None.
        organisation: short name, or None; ``self`` where only "the organisation" is printed.
        plural: whether several holders are named ("the presidents of Chad and Sudan").
        states: for a plural, the states in order.
    """

    start: int
    end: int
    title: str
    state: str | None = None
    organisation: str | None = None
    plural: bool = False
    states: tuple[str, ...] = ()


_SECTS = frozenset("orthodox catholic christian shia shiite sunni coptic maronite anglican druze greek".split())


def _sect(line: Line, j: int) -> bool:
    return line.lower(j) in _SECTS and _title_at(line, j + 1) is not None


def _title_at(line: Line, i: int) -> tuple[int, str, bool] | None:
    """The longest office title at i: end, title, and whether it is plural."""
    tokens = line.tokens
    titles = office_titles()
    words: list[str] = []
    best: tuple[int, str, bool] | None = None
    for j in range(i, min(i + 7, len(tokens))):
        token = tokens[j]
        if token.kind != "word":
            break
        words.append(token.lower)
        singular = _singular(words)
        if tuple(words) in titles:
            best = (j + 1, titles[tuple(words)], False)
        elif singular is not None and singular in titles:
            best = (j + 1, titles[singular], True)
    portfolio = _portfolio_minister(line, i)
    if portfolio is not None and (best is None or portfolio[0] > best[0]):
        return portfolio
    return best


def _singular(words: list[str]) -> tuple[str, ...] | None:
    last = words[-1]
    if not last.endswith("s") or len(last) < 4:
        return None
    if last.endswith("men"):
        return (*words[:-1], last[:-3] + "man")
    return (*words[:-1], last[:-1])


def _portfolio_minister(line: Line, i: int) -> tuple[int, str, bool] | None:
    """ "foreign minister", "minister of foreign affairs", "deputy oil minister"."""
    tokens = line.tokens
    j = i
    words: list[str] = []
    while j < len(tokens) and j - i < 7 and tokens[j].kind == "word":
        lower = tokens[j].lower
        if lower in ("minister", "ministers") and words and words[-1] != "and":
            return j + 1, " ".join([*words, "minister"]), lower.endswith("s")
        if lower not in portfolios() and lower not in ("and", "deputy", "prime", "first", "acting"):
            return None
        if lower == "and" and not words:
            return None
        words.append(lower)
        j += 1
    return None


def _office_at(line: Line, i: int) -> bool:
    found = _title_at(line, i)
    return found is not None and line.tokens[i].text[0].isupper()


def parse_office(line: Line, i: int) -> OfficePhrase | None:
    """The office phrase at i: premodifiers, title, and what it belongs to.

    ``[state | organisation | status]* title (of|for what)*``
    """
    tokens = line.tokens
    j = i
    state: str | None = None
    organisation: str | None = None
    provisional = ""
    while j < len(tokens):
        known = line.known[j]
        if known is not None and not known.is_place and _title_at(line, j) is None:
            if known.state is not None:
                state = known.state.alpha3
            elif known.organisation is not None:
                state, organisation = owner_of(known, state)
            j = known.end
            if line.possessive(j):
                j += 1
            continue
        if tokens[j].lower in _PROVISIONAL and _title_at(line, j + 1) is not None:
            provisional = tokens[j].lower
            j += 1
            continue
        if tokens[j].lower in _STATUS or _sect(line, j):
            j += 1
            continue
        break
    found = _title_at(line, j) if j < len(tokens) else None
    if found is None:
        return None
    end, title, plural = found
    if provisional:
        title = f"{provisional} {title}"
    if line.possessive(end):
        return None
    phrase = OfficePhrase(start=i, end=end, title=title, state=state, organisation=organisation, plural=plural)
    if title in ("king", "prince", "emir", "sultan") and title_is_name(line, end):
        return phrase
    return _complement(line, phrase)


def title_is_name(line: Line, end: int) -> bool:
    """Whether a name follows directly, so that no "of" phrase belongs to the office."""
    return name_end(line, skip_honorifics(line, end)) is not None


def owner_of(known: Known, state: str | None) -> tuple[str | None, str | None]:
    """The state behind a government body ("State Department"), or the organisation."""
    from oic_summits.reference import find_state

    organisation = known.organisation
    assert organisation is not None
    parent = organisation.parent or ""
    if parent.endswith(" government"):
        owner = find_state(parent.removesuffix(" government"))
        if owner is not None:
            return owner.alpha3, None
    return state, organisation.short_name


_GENERIC_BODIES = frozenset("organisation organization league bloc union body group conference".split())


def _complement(line: Line, phrase: OfficePhrase) -> OfficePhrase:
    """Read "of Malaysia", "of the OIC", "of the Revolutionary Command Council", "for foreign affairs"."""
    for _ in range(3):
        preposition = line.lower(phrase.end)
        posted = phrase.title.split()[-1] in ("ambassador", "envoy", "representative", "consul") and preposition in (
            "in",
            "to",
            "at",
        )
        if posted:
            k = phrase.end + 2 if line.lower(phrase.end + 1) == "the" else phrase.end + 1
            post = line.known[k] if k < len(line) else None
            if post is None:
                return phrase
            phrase = attrs.evolve(phrase, end=post.end)
            continue
        if preposition not in ("of", "for", "to"):
            return phrase
        k = phrase.end + 1
        article = line.lower(k) == "the"
        if article:
            k += 1
        if k >= len(line):
            return phrase
        known = line.known[k]
        if known is not None and known.form == "demonym":
            body = _title_words(line, known.end)
            if body is None or known.state is None:
                return phrase
            phrase = attrs.evolve(
                phrase, end=body[0], title=f"{phrase.title} of the {body[1]}", state=known.state.alpha3
            )
            continue
        if known is not None and known.state is not None:
            if phrase.plural and line.lower(known.end) in (",", "and"):
                return _plural_states(line, phrase, k)
            if preposition == "to" and phrase.title not in ("ambassador",):
                return phrase
            return attrs.evolve(phrase, end=known.end, state=known.state.alpha3)
        if known is not None and known.organisation is not None:
            state, organisation = owner_of(known, phrase.state)
            end = known.end
            if line.lower(end) == "(" and line.lower(end + 2) == ")":
                end += 3
            phrase = attrs.evolve(phrase, end=end, state=state, organisation=organisation)
            continue
        if article and line.lower(k) in _GENERIC_BODIES:
            own = "Arab League" if line.lower(k) == "league" else "self"
            return attrs.evolve(phrase, end=k + 1, organisation=own)
        if preposition == "to":
            return phrase
        body = _title_words(line, k)
        if body is None:
            return phrase
        phrase = _belonging(phrase, preposition, body, article=article)
    return phrase


_ORGANS = frozenset(
    "council senate presidency parliament assembly command cabinet committee congress house chamber majlis state interior "
    "justice defence staff court navy army police board bureau".split()
)


def _belonging(phrase: OfficePhrase, preposition: str, body: tuple[int, str], *, article: bool) -> OfficePhrase:
    """What follows "of": an organ or a portfolio belongs to the title; anything else is the body one is officer of."""
    end, words = body
    lower = {word.lower() for word in words.split()}
    if lower & (_ORGANS | portfolios()) and not words[:3].lower() == "al-":
        title = f"{phrase.title} {preposition} {'the ' if article else ''}{words}"
        return attrs.evolve(phrase, end=end, title=title)
    several = len(words.split()) > 1 or words[:3].lower() in ("al-", "el-")
    owner = (
        words
        if preposition == "of" and several and phrase.state is None and phrase.organisation is None
        else phrase.organisation
    )
    return attrs.evolve(phrase, end=end, organisation=owner)


def _title_words(line: Line, i: int) -> tuple[int, str] | None:
    """Words that complete a title: capitalised ones, or portfolios in small letters."""
    tokens = line.tokens
    j = i
    while j < len(tokens) and j - i < 9:
        token = tokens[j]
        if line.covered[j] and j > i and line.known[j] is not None:
            break
        nxt = tokens[j + 1] if j + 1 < len(tokens) else None
        if token.kind != "word":
            break
        if token.lower in portfolios() or (token.text[0].isupper() and token.lower not in FUNCTION_WORDS):
            j += 1
            continue
        joins = token.lower in ("and", "of", "for", "the") and nxt is not None and nxt.kind == "word" and j > i
        if (
            joins
            and nxt is not None
            and (nxt.text[0].isupper() or nxt.lower in portfolios())
            and not line.covered[j + 1]
        ):
            # "Minister of Justice and President X" ends before the next office
            if token.lower in COORDINATORS and _title_at(line, j + 1) is not None:
                break
            j += 1
            continue
        break
    if j == i:
        # lower-case parts of a title: "member of the presidency"
        if i < len(tokens) and tokens[i].lower in (
            "presidency",
            "senate",
            "parliament",
            "assembly",
            "cabinet",
            "church",
        ):
            return i + 1, tokens[i].lower
        return None
    original = [token.text for token in tokens[i:j]]
    return j, " ".join(original)


def _plural_states(line: Line, phrase: OfficePhrase, k: int) -> OfficePhrase:
    states: list[str] = []
    end = phrase.end
    while k < len(line):
        known = line.known[k]
        if known is not None and known.state is not None and not known.is_demonym:
            states.append(known.state.alpha3)
            k = end = known.end
        elif line.lower(k) in (",", "and", "the"):
            k += 1
        else:
            break
    return attrs.evolve(phrase, end=end, states=tuple(states))
