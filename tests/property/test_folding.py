"""Laws of folding and of look-up by folded names."""

import datetime as dt
import string
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from oic_summits.errors import AmbiguousNameError, NotFoundError
from oic_summits.model import PartialDate, Person, State
from oic_summits.reference import (
    StateForm,
    canonical_office,
    city_state,
    find_organisation,
    find_state,
    fold,
    holders,
    name_key,
    person_forms,
    persons,
    state,
    state_forms,
    states,
    terms_of,
    without_particles,
)

ANY_TEXT = st.text(st.characters(exclude_categories=()))
WORDS = st.text(string.ascii_letters + "ğüşıöçİÂéñ", min_size=1, max_size=12)
APOSTROPHES = st.sampled_from("'’‘ʼʻʾʿ`")
DASHES = st.sampled_from("-‐‑–— ")
EVERY_NAME = [(owner, text) for owner in states() for text in (owner.name, owner.official_name)]
EVERY_FORM = [form for group in state_forms().values() for form in group]


@given(ANY_TEXT)
@example("ŉ")
@example("ϓ")
@example("İİıI")
@example("ẞß")
@example("\ud800")
def test_folding_is_idempotent(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.slow
def test_every_character_folds_to_a_stable_form() -> None:
    for code in range(0x110000):
        character = chr(code)
        once = fold(character)
        assert fold(once) == once, hex(code)


@given(ANY_TEXT)
def test_folded_text_has_no_case_and_no_loose_space(text: str) -> None:
    folded = fold(text)
    assert folded == " ".join(folded.split())
    assert folded == folded.casefold()


@given(st.text(st.characters(max_codepoint=127)))
def test_plain_text_folds_as_it_does_beside_other_letters(text: str) -> None:
    assert fold(f"{text} é") == f"{fold(text)} e".strip()


@given(st.lists(WORDS, min_size=1, max_size=4), DASHES, DASHES)
def test_hyphens_dashes_and_spaces_are_one(words: list[str], one: str, other: str) -> None:
    assert fold(one.join(words)) == fold(other.join(words))


@given(WORDS, APOSTROPHES, WORDS)
def test_apostrophes_vanish(left: str, mark: str, right: str) -> None:
    assert fold(left + mark + right) == fold(left + right)


@given(WORDS)
def test_composed_and_decomposed_letters_are_one(word: str) -> None:
    assert fold(unicodedata.normalize("NFD", word)) == fold(unicodedata.normalize("NFC", word))


@given(st.text(string.ascii_letters, max_size=20))
def test_case_is_dropped(word: str) -> None:
    assert fold(word.upper()) == fold(word.lower()) == word.lower()


@given(ANY_TEXT)
def test_a_text_without_case_and_latin_letters_is_kept(text: str) -> None:
    kept = "".join(character for character in text if "\u0621" <= character <= "\u063a")
    assert fold(kept) == unicodedata.normalize("NFKD", kept).translate({0x653: None, 0x654: None, 0x655: None})


@given(st.sampled_from(EVERY_FORM))
def test_every_form_leads_back_to_its_state_or_is_ambiguous(form: StateForm) -> None:
    if form.kind in ("capital", "city"):
        assert city_state(form.text) in (form.state, None)
        return
    found = find_state(form.text)
    assert found in (form.state, None)
    if found is None:
        with pytest.raises(AmbiguousNameError, match="fits more than one state") as ambiguous:
            state(form.text)
        assert form.state.name in ambiguous.value.candidates


@given(st.sampled_from(EVERY_NAME), st.booleans(), DASHES)
def test_names_resolve_however_they_are_written(pair: tuple[State, str], shout: bool, dash: str) -> None:
    owner, name = pair
    written = name.replace(" ", f" {dash} " if dash != " " else "  ")
    written = written.upper() if shout else written
    assert find_state(written) == find_state(name)
    assert find_state(name) in (owner, None)


@given(st.sampled_from(states()))
def test_codes_round_trip(owner: State) -> None:
    assert state(owner.alpha2) == state(owner.alpha3) == owner
    assert find_state(owner.alpha3.lower()) in (None, *states())


@given(ANY_TEXT)
def test_looking_up_any_text_gives_an_answer_or_our_error(text: str) -> None:
    found = find_state(text)
    try:
        assert state(text) == found
    except (NotFoundError, AmbiguousNameError):
        assert found is None
    assert find_organisation(text) is None or fold(text)
    assert all(term.person for term in terms_of(text))
    assert canonical_office(canonical_office(text)) == canonical_office(text)


@given(st.sampled_from(persons()), st.sampled_from(["al-", "el-", "Al ", "EL ", ""]))
def test_surnames_resolve_with_and_without_particles(person: Person, particle: str) -> None:
    surname = person.surname or person.name
    assert person in {term.person for term in terms_of(surname)}
    bare = without_particles(fold(surname))
    assert person in {form.person for form in person_forms()[bare]}
    if bare not in ("al", "el"):
        assert terms_of(particle + bare) or not particle


@given(ANY_TEXT)
def test_the_key_of_a_name_is_its_own_key(text: str) -> None:
    assert name_key(name_key(text)) == name_key(text)
    assert name_key(fold(text)) == name_key(text)


@given(st.dates(), st.sampled_from(states()))
def test_holders_are_in_office(day: dt.date, owner: State) -> None:
    for term in holders(day=day, state=owner):
        assert term.state == owner.alpha3
        assert term.may_include(PartialDate.of(day))
