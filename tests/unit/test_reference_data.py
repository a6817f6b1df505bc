"""The data files themselves: every code valid, dates in order, nobody in one office beside another without a reason."""

import csv
import datetime as dt
import re
from collections import defaultdict
from importlib.resources import files
from io import StringIO
from itertools import combinations, pairwise

import pytest

from oic_summits.errors import DataFileError
from oic_summits.model import PartialDate, Term
from oic_summits.reference import (
    canonical_office,
    cities,
    find_organisation,
    fold,
    organisations,
    persons,
    roster,
    states,
    terms,
)
from oic_summits.reference._data import date, listed, rows

DATA = files("oic_summits.reference").joinpath("data")
TABLES = sorted(entry.name for entry in DATA.iterdir() if entry.name.endswith(".csv"))
CODES = {state.alpha3 for state in states()}


@pytest.mark.parametrize("name", TABLES)
def test_files_are_clean_text(name: str) -> None:
    raw = DATA.joinpath(name).read_bytes()
    text = raw.decode("utf-8")
    assert "\r" not in text
    assert not text.startswith("\ufeff")
    assert text.endswith("\n")
    for row in csv.reader(StringIO(text, newline="")):
        for cell in row:
            assert cell == cell.strip(), row
            assert "  " not in cell, row
            assert not cell.endswith(";"), row


def test_every_file_is_described() -> None:
    readme = DATA.joinpath("README.md").read_text(encoding="utf-8")
    assert [name for name in TABLES if name not in readme] == []


def test_codes_are_unique_and_complete() -> None:
    assert len(states()) == len(CODES) == len({state.alpha2 for state in states()}) == 250
    assert len({state.name for state in states()}) == 250


def test_every_code_that_a_table_uses_exists() -> None:
    used = {code for city in cities() for code in city.states}
    used |= {row["state"] for row in rows("terms.csv") if row["state"]}
    used |= {row["state"] for row in rows("memberships.csv") if row["state"]}
    used |= {row["state"] for row in rows("organisations.csv") if row["state"]}
    used |= {row["state"] for row in rows("overlaps.csv")}
    used |= {code for row in rows("ambiguous.csv") for code in listed(row["states"])}
    used |= {summit.country for summit in roster() if summit.country}
    assert used - CODES == set()


def test_57_members_and_their_observers() -> None:
    today = PartialDate.parse("2025-10")
    standing = defaultdict(set)
    for state in states():
        for membership in state.memberships:
            if membership.end is None:
                assert membership.start is not None
                assert membership.start < today
                standing[membership.status].add(state.alpha3)
    assert len(standing["member"]) == 57
    assert standing["observer"] == {"BIH", "CAF", "RUS", "THA"}
    assert standing["suspended"] == set()


def test_memberships_follow_each_other() -> None:
    for state in states():
        for earlier, later in pairwise(state.memberships):
            assert earlier.end is not None, state
            assert later.start is not None, state
            assert earlier.end <= later.start, state


def test_past_suspensions() -> None:
    suspended = {
        state.alpha3: (str(membership.start), str(membership.end))
        for state in states()
        for membership in state.memberships
        if membership.status == "suspended"
    }
    assert suspended == {
        "AFG": ("1980-01", "1989-03"),
        "EGY": ("1979-05", "1984"),
        "SYR": ("2012-08-15", "2025-03-07"),
    }


def test_every_term_has_one_owner_and_dates_in_order() -> None:
    for term in terms():
        assert (term.state is None) != (term.organisation is None), term
        assert term.start is not None, term
        assert term.end is None or term.start.first_day <= term.end.last_day, term
        assert term.confidence in {"high", "medium", "low"}, term
        assert term.office.kind in {"head of state", "head of government", "heir", "minister", "official"}, term
        if term.organisation:
            found = find_organisation(term.organisation)
            assert found is not None
            assert found.short_name == term.organisation


def test_nothing_lies_in_the_future() -> None:
    last = dt.date(2025, 11, 30)
    for term in terms():
        assert term.start is not None
        assert term.start.first_day <= last, term
        assert term.end is None or term.end.first_day <= last, term


def test_no_two_people_hold_one_office_but_where_they_did() -> None:
    """The pairs that overlap are exactly those listed with a reason: none is missing, none is superfluous."""
    by_office: dict[tuple[str, str], list[Term]] = defaultdict(list)
    for term in terms():
        by_office[term.state or term.organisation or "", canonical_office(term.office.title)].append(term)
    found = {
        (owner, office, frozenset({one.person.name, other.person.name}))
        for (owner, office), held in by_office.items()
        for one, other in combinations(held, 2)
        if one.person != other.person and surely_overlap(one, other)
    }
    reasons = rows("overlaps.csv")
    assert all(row["reason"] for row in reasons)
    assert found == {(row["state"], row["office"], frozenset({row["first"], row["second"]})) for row in reasons}


def surely_overlap(one: Term, other: Term) -> bool:
    """Whether two terms share more than the day of a handover, however their dates are read."""
    assert one.start is not None
    assert other.start is not None
    ends = [term.end.first_day for term in (one, other) if term.end]
    return max(one.start.last_day, other.start.last_day) < min(ends, default=dt.date.max)


def test_nobody_holds_one_office_twice_at_once() -> None:
    held: dict[tuple[str, str, str], list[Term]] = defaultdict(list)
    for term in terms():
        held[term.person.name, term.state or term.organisation or "", canonical_office(term.office.title)].append(term)
    for several in held.values():
        for one, other in combinations(several, 2):
            assert not surely_overlap(one, other), (one, other)


def test_a_person_has_one_row_and_at_least_one_term() -> None:
    names = [person.name for person in persons()]
    assert len(names) == len({fold(name) for name in names})
    assert {term.person.name for term in terms()} == set(names)


def test_secretaries_general_follow_each_other() -> None:
    held = [term for term in terms() if term.organisation == "OIC"]
    held.sort(key=lambda term: term.start.first_day if term.start else dt.date.min)
    assert len([term for term in held if not term.office.title.startswith("acting")]) == 12
    for earlier, later in pairwise(held):
        assert earlier.end is not None
        assert later.start is not None
        assert earlier.end.first_day <= later.start.last_day
    assert held[-1].end is None
    assert held[-1].person.surname == "Taha"
    assert all(term.source and term.source.startswith("http") for term in held)


def test_parents_within_the_organisation_are_listed() -> None:
    known = {organisation.short_name for organisation in organisations()}
    assert len(known) == len(organisations())
    for organisation in organisations():
        parent = organisation.parent
        plain = parent is None or re.search(r"government|crown|Oireachtas", parent) is not None
        assert plain or parent in known or parent in {state.name for state in states()}, organisation


def test_a_missing_or_damaged_file_says_so() -> None:
    with pytest.raises(DataFileError, match=r"the data file none\.csv cannot be read: .*; install the package again"):
        rows("none.csv")
    with pytest.raises(DataFileError, match=r"'1969-13' is no date \(terms\.csv\); install the package again"):
        date("1969-13", "terms.csv")


@pytest.mark.parametrize(
    ("table", "name", "also"), [("given-names.csv", "name", "also"), ("offices.csv", "office", "also")]
)
def test_synonyms_lead_to_one_name_in_one_step(table: str, name: str, also: str) -> None:
    names = [fold(row[name]) for row in rows(table)]
    synonyms = [fold(synonym) for row in rows(table) for synonym in listed(row[also])]
    assert len(set(names)) == len(names)
    assert len(set(synonyms)) == len(synonyms)
    assert set(names) & set(synonyms) == set()
