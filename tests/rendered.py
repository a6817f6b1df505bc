"""Texts to read: summits together with the article they came from, paragraphs about something else, hostile strings.

Names are put together from invented parts, so that nobody who ever held an office is among them.
"""

import datetime as dt
from functools import cache
from typing import TypedDict

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from oic_summits.model import Series, State
from oic_summits.model.ordinals import ORDINAL_WORDS, ordinal_text

__all__ = ["RenderedSummit", "host_states", "hostile_texts", "noise_paragraphs", "person_names", "rendered_summits"]

_GIVEN = ("Tarvik", "Selmin", "Oumar", "Jalhan", "Béchira", "Çetinay", "Idrissou", "Nurzhal", "Abdul Mukrim")
_SURNAMES = (
    "Velmarov",
    "Doruşan",
    "Ouldabré",
    "Kabranzadeh",
    "al-Zarwami",
    "Al-Tarhouda",
    "El-Shabraoui",
    "bin Saqrun Al Mirdasi",
    "ibn Talhoun",
    "Sahriyözlü",
    "Mbakané",
)
_WORDS = {number: word for word, number in ORDINAL_WORDS.items() if " " not in word}
_MONTHS = "January February March April May June July August September October November December".split()


class RenderedParticipant(TypedDict):
    """Somebody whom a rendered article lists."""

    name: str
    office: str
    state: str
    capacity: str


class RenderedSummit(TypedDict):
    """What a rendered article says, for a test to compare with what was read."""

    series: str
    ordinal: int
    start: str
    end: str
    city: str
    country: str
    follows: int | None
    precedes: int
    participants: list[RenderedParticipant]


def person_names() -> SearchStrategy[str]:
    """Names with particles, diacritics, or a Roman number behind a given name."""
    common = st.builds("{} {}".format, st.sampled_from(_GIVEN), st.sampled_from(_SURNAMES))
    return common | st.builds("{} {}".format, st.sampled_from(_GIVEN), st.sampled_from(("II", "III", "VI")))


@cache
def host_states() -> tuple[tuple[State, str], ...]:
    """States with a capital that belongs to them alone, and that their adjective names without doubt."""
    from oic_summits.reference import city_state, find_state, states

    return tuple(
        (state, state.capital)
        for state in states()
        if state.capital
        and state.demonyms
        and any(membership.status == "member" for membership in state.memberships)
        and find_state(state.demonyms[0]) == state
        and find_state(state.name) == state
        and city_state(state.capital) == state
        and not any(letter in state.capital + state.name for letter in ",(;")
    )


def _date_forms(first: dt.date, last: dt.date) -> tuple[list[str], list[str]]:
    """The forms of a date in a box and in a sentence."""
    month = f"{_MONTHS[first.month - 1]} {first.year}"
    if first == last:
        return [first.isoformat(), f"{first.day} {month}"], [f"on {first.day} {month}"]
    if (first.year, first.month) == (last.year, last.month):
        box = [f"{first.day}–{last.day} {month}", f"{first.day}-{last.day} {month}"]
        return [*box, f"{first} to {last}"], [
            f"on {first.day}–{last.day} {month}",
            f"from {first.day} to {last.day} {month}",
        ]
    end = f"{last.day} {_MONTHS[last.month - 1]} {last.year}"
    return [f"{first} to {last}"], [f"from {first.day} {month} to {end}"]


@st.composite
def _participants(draw: st.DrawFn, host: State) -> tuple[str, list[RenderedParticipant]]:
    """A sentence that lists who came, and the same as data."""
    others = draw(
        st.lists(st.sampled_from([state for state, _ in host_states() if state != host]), max_size=4, unique=True)
    )
    given, surnames = draw(st.permutations(_GIVEN)), draw(st.permutations(_SURNAMES))
    phrases: list[str] = []
    people: list[RenderedParticipant] = []
    for number, state in enumerate((host, *others)):
        name = f"{given[number]} {surnames[number]}"
        if number and draw(st.booleans()):
            office = "king"
            name = f"{given[number]} {draw(st.sampled_from(('II', 'III', 'VI')))}"
            phrases.append(f"{state.name}'s King {name}")
        else:
            office = draw(st.sampled_from(("president", "prime minister")))
            phrases.append(f"{'host leader ' if not number else ''}{state.demonyms[0]} {office} {name}")
        capacity = "member" if number else "host"
        people.append({"name": name, "office": office, "state": state.alpha3, "capacity": capacity})
    listed = phrases[0] if len(phrases) == 1 else f"{', '.join(phrases[:-1])} and {phrases[-1]}"
    verb = "was" if len(phrases) == 1 else "were"
    return f"Amongst the heads of state {verb} {listed}.", people


@st.composite
def rendered_summits(draw: st.DrawFn) -> tuple[str, RenderedSummit]:
    """An article in the rendered form, and what it says."""
    host, city = draw(st.sampled_from(host_states()))
    series = draw(st.sampled_from(Series))
    ordinal = draw(st.integers(1, 20))
    first = draw(st.dates(dt.date(1969, 9, 22), dt.date(2030, 12, 31)))
    last = first + dt.timedelta(days=draw(st.integers(0, 3)))
    in_box, in_prose = _date_forms(first, last)
    kind = "Extraordinary Session" if series is Series.EXTRAORDINARY else "Session"
    title = f"{_WORDS[ordinal].capitalize()} {kind} of the Islamic Summit Conference"
    box = [
        f"- Country: {draw(st.sampled_from(('', host.alpha3 + ' ')))}{host.name}",
        f"- Date: {draw(st.sampled_from(in_box))}",
        f"- Cities: {city}",
        *([f"- Follows: {ordinal_text(ordinal - 1)}"] if ordinal > 1 else []),
        f"- Precedes: {ordinal_text(ordinal + 1)}",
    ]
    attended, people = draw(_participants(host))
    organized = "a conference organized by the Organisation of Islamic Cooperation (OIC)"
    text = "\n".join(
        (
            f"= {title} =\n",
            title,
            *box,
            f"\nThe {title} was {organized} in {city} {draw(st.sampled_from(in_prose))}.",
            f"\n==Participants==\n{attended}\n",
        )
    )
    expected: RenderedSummit = {
        "series": series.value,
        "ordinal": ordinal,
        "start": first.isoformat(),
        "end": last.isoformat(),
        "city": city,
        "country": host.alpha3,
        "follows": ordinal - 1 or None,
        "precedes": ordinal + 1,
        "participants": people,
    }
    return text, expected


_NOISE = (
    "Rain fell over the hills for most of the morning, and the wind turned colder towards the evening.",
    "The home side scored twice before the break and held on to the lead until the final whistle.",
    "Bread was cheaper this week than last, while the price of tomatoes hardly moved.",
    "A warm current keeps the bay free of ice, so small boats can leave the harbour all year round.",
    "The striker left the pitch with a sore ankle; the goalkeeper stayed on despite a cut above the eye.",
    "Clouds will clear overnight, leaving a light frost in the valleys.",
)


def noise_paragraphs() -> SearchStrategy[str]:
    """A paragraph on weather, sport or prices: no state, person, date, quotation or summit is in it."""
    return st.lists(st.sampled_from(_NOISE), min_size=1, max_size=4, unique=True).map(" ".join)


_FRAGMENTS = (
    *("= ", " =", "==", "=== x ===", "- Key: ", "- : ", "\n", "\r\n", "\n\n", "\r", "\t", "\f", "\v", "\0"),
    *("{{", "}}", "{{Infobox summit meeting|date=", "[[", "]]", "[[File:", "|", "<ref>", "</ref>", "<!--", "&nbsp;"),
    *(
        '"',
        "“",
        "”",
        "‘",
        "’",
        "«",
        "»",
        "'",
        "``",
        "''",
        "'''",
        "(",
        ")",
        "-LRB-",
        "[",
        "]",
        "â€œ",
        "â€",
        "ÇavuÅŸoÄŸlu",
    ),
    *("\u200f", "\u200e", "\u200b", "\ufeff", "\ud800", "\udc00", "\u2028", "\x85", "\U0001f54a", "é", "e\u0301", "ﷺ"),
    *(
        "- Follows: none",
        "- Date: 31 February 2017",
        "- Date: 2017-13-45",
        "99th",
        "0th",
        "13 December",
        "#",
        "@x",
        "— ",
    ),
    *(
        "The summit ",
        "He also said ",
        "President ",
        "King II ",
        "condemned ",
        "Turkey's ",
        "on 13 December 2017 ",
        "1. ",
        "(a) ",
    ),
    *(
        "calls upon ",
        "was convened by ",
        ", who ",
        " and ",
        "UNSC resolution ",
        "Mr. ",
        "U.S. ",
        "Al-",
        "bin ",
        "…",
        ".",
    ),
)


def hostile_texts() -> SearchStrategy[str]:
    """Strings made to break a reader: open marks and markup, control and direction signs, halves of characters."""
    fragments = st.lists(st.sampled_from(_FRAGMENTS) | st.text(st.characters(), max_size=4), max_size=40).map("".join)
    return fragments | st.builds(lambda piece, times: piece * times, st.sampled_from(_FRAGMENTS), st.integers(2, 200))
