"""Bad input: a clear result or an error of ours, problems with their places, nothing lost."""

from pathlib import Path

import pytest

from oic_summits.errors import EmptyTextError, EncodingError, OicSummitsError, TextTooLargeError
from oic_summits.model import Extraction
from oic_summits.parser import MAX_CHARACTERS, parse

BOX = """= Ninth Extraordinary Session of the Islamic Summit Conference =

Ninth Extraordinary Session of the Islamic Summit Conference
- Country: QAT Qatar
- Date: {date}
- Cities: Doha
- Follows: {follows}
- Weather: fair

The Ninth Extraordinary Session of the Islamic Summit was organised by the Organisation of Islamic Cooperation (OIC).
"""


def article(*, date: str = "2030-03-05", follows: str = "8th", body: str = "") -> str:
    """An article of the kind the encyclopedia prints, about a summit that has not been."""
    return BOX.format(date=date, follows=follows) + body


def kinds(extraction: Extraction) -> list[str]:
    """The kinds of problems, in order."""
    return [problem.kind for problem in extraction.problems]


@pytest.mark.parametrize("text", ["", " \n\t ", "\ufeff\n"])
def test_an_empty_text_is_an_error_of_its_own(text: str) -> None:
    with pytest.raises(EmptyTextError, match=r"there is no word in it|empty|no text"):
        parse(text, id="empty")


def test_bytes_that_are_no_utf8_say_where() -> None:
    with pytest.raises(EncodingError, match="0xFF at offset 13"):
        parse(b"Leaders met. " + b"\xff\xfe", id="broken")


def test_a_text_about_no_summit_gives_an_extraction_without_one() -> None:
    extraction = parse("The harvest was good. Farmers said that rain had come in time.", id="farm")
    assert extraction.summit is None
    assert extraction.header is None
    assert extraction.declarations == ()


def test_an_unknown_key_of_the_box_is_kept_and_listed() -> None:
    extraction = parse(article(), id="box")
    assert ("Weather", "fair") in [(field.key, field.value) for field in extraction.document.fields]
    problem = next(problem for problem in extraction.problems if problem.kind == "unknown key")
    assert extraction.document.text[problem.start : problem.end].startswith("Weather")
    assert problem.line == extraction.document.text[: problem.start].count("\n") + 1


def test_an_impossible_date_is_listed_and_not_invented() -> None:
    extraction = parse(article(body="\n==Background==\nOn 31 February 2029 ministers met in Jeddah.\n"), id="date")
    problem = next(problem for problem in extraction.problems if problem.kind == "impossible date")
    assert problem.text == "31 February 2029"
    assert all(str(milestone.date)[:7] != "2029-02" for milestone in extraction.milestones)
    assert extraction.summit is not None
    assert str(extraction.summit.start) == "2030-03-05"


def test_an_impossible_date_in_the_box_leaves_the_days_open() -> None:
    extraction = parse(article(date="31 February 2030"), id="date")
    assert extraction.summit is not None
    assert (extraction.summit.start, extraction.summit.end) == (None, None)
    assert "impossible date" in kinds(extraction)


def test_follows_none_names_no_summit() -> None:
    extraction = parse(article(follows="none"), id="first")
    assert extraction.summit is not None
    assert extraction.summit.follows is None
    assert extraction.summit.id.ordinal == 9


def test_repeated_sections_are_both_kept_and_listed() -> None:
    body = "\n==Outcome==\nThe summit condemned hunger.\n\n==Outcome==\nThe summit rejected despair.\n"
    extraction = parse(article(body=body), id="twice")
    assert [provision.verb for provision in extraction.provisions] == ["condemned", "rejected"]
    assert [section.title for section in extraction.document.sections].count("Outcome") == 2
    assert "repeated heading" in kinds(extraction)


def test_an_unbalanced_quotation_mark_loses_nothing_and_is_listed() -> None:
    body = '\n==Reactions==\n- : President Ali Khan said "we stand firm. He urged all states to help.\n'
    extraction = parse(article(body=body), id="marks")
    assert "unbalanced quotation mark" in kinds(extraction)
    verbs = [act.verb for reaction in extraction.reactions for act in reaction.acts]
    assert verbs == ["said", "urged"]


@pytest.mark.parametrize("ends", ["\r\n", "\n"])
def test_line_ends_are_never_changed(ends: str) -> None:
    text = article().replace("\n", ends)
    extraction = parse(text.encode(), id="ends")
    assert extraction.document.text == text
    assert extraction.summit is not None
    assert extraction.summit.cities == ("Doha",)
    assert all(claim.evidence is None or claim.evidence.holds_in(text) for claim in extraction.summit.claims)


@pytest.mark.parametrize("mark", ["\ufeff", "\u200f", "\u202b", "\ud800"])
def test_marks_and_lone_surrogates_pass_through(mark: str) -> None:
    text = mark + article()
    extraction = parse(text, id="marks")
    assert extraction.document.text == text
    assert extraction.summit is not None
    assert extraction.summit.country == "QAT"


def test_text_in_another_script_passes_through_unharmed() -> None:
    text = article(body="\n==Names==\nمؤتمر القمة الإسلامي الأول انعقد في الرباط.\n")
    extraction = parse(text, id="script")
    assert extraction.document.text == text
    assert extraction.document.repairs == ()


def test_over_the_cap_is_an_error_of_its_own() -> None:
    with pytest.raises(TextTooLargeError, match=f"{MAX_CHARACTERS:,}"):
        parse("a" * (MAX_CHARACTERS + 1), id="long")


@pytest.mark.parametrize("unit", ["a", "a ", "said, ", '"', "[[", "{{", "King X of Jordan, ", "(", "and who "])
def test_one_long_line_gives_a_clear_result(unit: str) -> None:
    text = unit * (60_000 // len(unit))
    extraction = parse(text, id="line")
    assert extraction.document.text == text
    assert all(evidence.holds_in(text) for person in extraction.people for evidence in person.evidence)


def test_a_missing_file_says_what_to_try(tmp_path: Path) -> None:
    with pytest.raises(OicSummitsError, match=r"missing\.txt"):
        parse(tmp_path / "missing.txt")
