"""Titles of offices: the longest one that the tables know at a place, and ministers by their portfolio."""

from oic_summits.parser.line import Line
from oic_summits.parser.wordlists import office_titles, portfolios, title_openers


def title_at(line: Line, i: int) -> tuple[int, str, bool] | None:
    """The longest office title at i: end, title, and whether it is plural."""
    tokens = line.tokens
    if line.lower(i) not in title_openers():
        return None
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
    """As in "foreign minister", "minister of foreign affairs", "deputy oil minister"."""
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


def office_at(line: Line, i: int) -> bool:
    """Whether a capitalised office title begins at i."""
    found = title_at(line, i)
    return found is not None and line.tokens[i].text[0].isupper()
