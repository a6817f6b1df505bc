"""Dates: their forms, what completes them, and what is none."""

import pytest

from oic_summits.model import PartialDate
from oic_summits.parser import parse
from oic_summits.parser.dates import complete, find_dates
from tests.grammar.sentences import article, events, news, rare


def spans(text: str, anchor: str | None = "2019-05-31") -> list[tuple[str, str]]:
    """First and last day of every date in a text."""
    day = PartialDate.parse(anchor) if anchor else None
    pairs = [complete(mention, day) for mention in find_dates(text, 0, len(text))]
    return [(str(pair[0]), str(pair[1])) for pair in pairs if pair is not None]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("on 7 August 1990", "1990-08-07", "1990-08-07"),
        ("on the 7th of August 1990", "1990-08-07", "1990-08-07"),
        ("on August 7, 1990", "1990-08-07", "1990-08-07"),
        ("on August 7th, 1990", "1990-08-07", "1990-08-07"),
        ("on Tuesday, 7 August 1990,", "1990-08-07", "1990-08-07"),
        ("on Tuesday, August 7, 1990,", "1990-08-07", "1990-08-07"),
        ("on 07 AUGUST 1990", "1990-08-07", "1990-08-07"),
        ("on Aug. 7, 1990", "1990-08-07", "1990-08-07"),
        ("on 1990-08-07", "1990-08-07", "1990-08-07"),
        ("in August 1990", "1990-08", "1990-08"),
        ("in August of 1990", "1990-08", "1990-08"),
        ("in 1990", "1990", "1990"),
        ("on 7-9 August 1990", "1990-08-07", "1990-08-09"),
        ("on 7–9 August 1990", "1990-08-07", "1990-08-09"),
        ("on 7 and 8 August 1990", "1990-08-07", "1990-08-08"),
        ("from 7 to 9 August 1990", "1990-08-07", "1990-08-09"),
        ("from August 7 to 9, 1990", "1990-08-07", "1990-08-09"),
        ("from August 7-9, 1990", "1990-08-07", "1990-08-09"),
        ("from 30 August to 2 September 1990", "1990-08-30", "1990-09-02"),
        ("from August 30 to September 2, 1990", "1990-08-30", "1990-09-02"),
        ("from 30 December 1990 to 2 January 1991", "1990-12-30", "1991-01-02"),
        ("1990-08-07 to 1990-08-09", "1990-08-07", "1990-08-09"),
        ("between 7 and 9 August 1990", "1990-08-07", "1990-08-09"),
        ("on 29 February 1992", "1992-02-29", "1992-02-29"),
    ],
)
def test_printed_in_full(text: str, first: str, last: str) -> None:
    assert spans(f"They met {text} in Fez.", anchor=None) == [(first, last)]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("on 2 June", "2019-06-02"),
        ("on 30 October", "2019-10-30"),
        ("on January 3", "2019-01-03"),
        ("in April", "2019-04"),
        ("on Friday", "2019-05-31"),
        ("on Thursday", "2019-05-30"),
        ("on Saturday", "2019-05-25"),
    ],
)
def test_a_missing_year_or_week_comes_from_the_nearest_day(text: str, first: str) -> None:
    assert spans(f"They met {text}.") == [(first, first)]
    assert spans(f"They met {text}.", anchor=None) == []


def test_a_month_that_is_a_verb_too() -> None:
    assert spans("3 May may be fine") == [("2019-05-03", "2019-05-03")]


def test_a_year_turns_between_a_day_and_the_summit() -> None:
    assert spans("on 28 December", anchor="2020-01-04") == [("2019-12-28", "2019-12-28")]
    assert spans("on 3 January", anchor="2019-12-29") == [("2020-01-03", "2020-01-03")]


@pytest.mark.parametrize(
    "text", ["31 February 1990", "31 April 1990", "29 February 1991", "February 30, 1990", "1990-13-01"]
)
def test_no_such_day_is_told_and_not_guessed(text: str) -> None:
    line = f"Its rival agreed on {text}."
    found = [mention.impossible for mention in find_dates(line, 0, len(line))]
    assert found == [text]


def test_an_impossible_day_is_a_problem_of_the_document() -> None:
    found = article("On 31 June 2019, Tunisia recalled its ambassador.")
    assert [p.kind for p in found.problems] == ["impossible date"]
    assert events(found) == []


@pytest.mark.parametrize(
    "text",
    [
        "at 20.30 hours",
        rare("for $1990 and 7.50 euros", reason="a sum of money that looks like a year"),
        "room 2019/7",
        "the 57 members",
        "they may 5 times",
        "march 12 miles",
        "14 Safar 1401 AH",
        "9 Ramadan 1389H",
        "the 1400s of the Hijra",
    ],
)
def test_numbers_that_are_no_dates(text: str) -> None:
    assert spans(text) == []


def test_years_of_the_hijra_leave_the_gregorian_day_alone() -> None:
    text = (
        "FINAL COMMUNIQUÉ OF THE SIXTH ISLAMIC SUMMIT CONFERENCE\n\n"
        "Dakar, Republic of Senegal\n3-5 Jumada Al-Akhira 1412H\n9-11 December 1991\n\n"
        "1. The Conference reaffirmed its unity.\n\n2. The Conference condemned terrorism.\n\n"
        "3. The Conference urged calm.\n"
    )
    header = parse(text, id="x").header
    assert header is not None
    assert (str(header.start), str(header.end)) == ("1991-12-09", "1991-12-11")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "On 4 June, Tunisia recalled its ambassador.", [("2019-06-04", "Tunisia")], id="day without a year"
        ),
        pytest.param("Tunisia recalled its ambassador in July 2018.", [("2018-07", "Tunisia")], id="month"),
        pytest.param("Tunisia joined the fund in 1983.", [("1983", "Tunisia")], id="year"),
        pytest.param(
            "The Tunisian parliament voted on 4 June 2019 and Algeria followed on 6 June.",
            [("2019-06-04", "Tunisian parliament"), ("2019-06-06", "Algeria")],
            id="two in one sentence",
        ),
        pytest.param(
            "In 1983 Tunisia joined the fund, and in 1990 it left.", [("1983", "Tunisia"), ("1990", "Tunisia")], id="it"
        ),
        pytest.param("The embassy was opened by Tunisia on 2 March 2015.", [("2015-03-02", "Tunisia")], id="passive"),
        pytest.param("The summit took place on 31 May 2019.", [], id="the summit itself"),
        pytest.param("The Islamic summit of 2019 was held on 31 May.", [], id="its year"),
        pytest.param("About 1,990 delegates and 2,019 guests came.", [], id="numbers"),
    ],
)
def test_milestones(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert events(article(text, "Aftermath")) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Tunisia recalled its ambassador on Wednesday.", "2019-05-29", id="the last one before the dateline"
        ),
        pytest.param("Tunisia had recalled its ambassador on May 3.", "2019-05-03", id="nearest"),
        rare(
            "Tunisia recalled its ambassador yesterday.",
            "2019-05-31",
            name="yesterday",
            reason="days told from the day of writing",
        ),
    ],
)
def test_days_of_news(text: str, expected: str) -> None:
    dates = [str(act.date) for reaction in news(text).reactions for act in reaction.acts]
    assert dates == [expected]


def test_the_dateline_gives_the_day_of_a_summit_in_the_news() -> None:
    header = news("The talks were short.").header
    assert header is not None
    assert (str(header.start), header.cities) == ("2019-05-31", ("Mecca",))
