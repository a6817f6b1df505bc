"""What a text says of a summit that its place and time make known, and where it is left open."""

import pytest

from oic_summits.model import Basis, Summit
from oic_summits.parser import parse
from oic_summits.reference import roster


def _summit(text: str) -> Summit:
    summit = parse(text, id="x").summit
    assert summit is not None
    return summit


def _told(text: str) -> tuple[str, str | None, str | None, str | None]:
    summit = _summit(text)
    days = [None if day is None else str(day) for day in (summit.start, summit.end)]
    return str(summit.id), days[0], days[1], "; ".join(summit.cities) or None


_READ = {
    "date line without a year": (
        "ISTANBUL, May 18 - Leaders of the Organisation of Islamic Cooperation came to a summit here for Palestine.",
        ("oic-2018-05-18", "2018-05-18", "2018-05-18", "Istanbul"),
    ),
    "days without a year": (
        (
            "TEHRAN, December 15, 1997 - The summit of the Organisation of the Islamic Conference, which filled "
            "the halls from 9 to 11 December, was a success, a spokesman told reporters."
        ),
        ("oic-1997-12-09", "1997-12-09", "1997-12-11", "Tehran"),
    ),
    "the nth time": (
        (
            "JAKARTA, March 7, 2016 - For only the fifth time in its history the Organisation of Islamic Cooperation "
            "called its leaders to an emergency meeting. The summit opened on Sunday."
        ),
        ("oic-extraordinary-5", "2016-03-06", None, "Jakarta"),
    ),
    "only day told is the last one": (
        "CAIRO, 8 February 2013 - Leaders of the OIC spoke at a summit in Cairo on Thursday.",
        ("oic", None, "2013-02-07", "Cairo"),
    ),
    "city of another subject": (
        (
            "RIYADH, 12 November 2024 - War in Gaza filled the summit of the OIC on Monday. Gaza, said the leaders, "
            "must live. In Gaza there was no comment on the meeting in Riyadh."
        ),
        ("oic-2024-11-11", "2024-11-11", "2024-11-11", "Riyadh"),
    ),
    "words against the roster": (
        "The 13th Islamic Summit was held in Istanbul on 20 and 21 April 2016.",
        ("oic-ordinary-13", "2016-04-20", "2016-04-21", "Istanbul"),
    ),
    "several years": (
        "The summit of the OIC in Istanbul in 2016, unlike those of 2017 and 2018, was held on 14 and 15 April.",
        ("oic", None, None, "Istanbul"),
    ),
    "number of another body": (
        "DAKAR, Dec 12, 1991 - The OIC summit in Dakar recalled the sixth Arab League summit.",
        ("oic", None, None, "Dakar"),
    ),
    "number of something else": (
        "DAKAR, Dec 12, 1991 - On the sixth floor of the hotel the OIC summit in Dakar went on.",
        ("oic", None, None, "Dakar"),
    ),
}


@pytest.mark.parametrize(("text", "expected"), list(_READ.values()), ids=list(_READ))
def test_a_known_summit(text: str, expected: tuple[str, str | None, str | None, str | None]) -> None:
    assert _told(text) == expected


def test_a_year_from_the_roster_says_so() -> None:
    summit = _summit("ISTANBUL, May 18 - Leaders of the Organisation of Islamic Cooperation came to a summit here.")
    (start,) = [claim for claim in summit.claims if claim.field == "start"]
    assert start.basis is Basis.REFERENCE
    assert start.evidence is not None
    assert start.evidence.text == "May 18"


def test_meetings_of_ministers_are_no_known_summit() -> None:
    assert parse("The foreign ministers of the OIC met in Istanbul on 18 May 2018.", id="x").summit is None


@pytest.mark.parametrize("known", roster(), ids=lambda summit: str(summit.id))
def test_days_alone_never_give_a_number(known: Summit) -> None:
    """Whichever summit it is: the roster fills in nothing that the text does not print."""
    city = known.cities[0]
    summit = _summit(
        f"{city}, {known.start} - Leaders of the Organisation of Islamic Cooperation met for a summit in {city}."
    )
    assert (summit.id.ordinal, summit.id.series) == (None, None)
    assert all(claim.evidence is not None for claim in summit.claims if claim.field in ("start", "end", "cities"))
