"""Look-up by name and by day: what resolves, what does not, and what the errors say."""

import datetime as dt
import pickle
from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest

from oic_summits.errors import AmbiguousNameError, NotFoundError
from oic_summits.model import Basis, Office, PartialDate, Series, SummitId
from oic_summits.reference import (
    StateForm,
    canonical_office,
    city_state,
    find_city,
    find_organisation,
    find_state,
    fold,
    former_names,
    holders,
    organisation,
    organisation_forms,
    organisation_state,
    person_forms,
    persons,
    roster,
    roster_candidates,
    roster_titles,
    same_office,
    state,
    state_forms,
    states,
    terms_of,
)


class TestStates:
    @pytest.mark.parametrize(
        ("name", "code"),
        [
            ("TUR", "TUR"),
            ("TR", "TUR"),
            ("Turkey", "TUR"),
            ("Türkiye", "TUR"),
            ("TÜRKIYE", "TUR"),
            ("Turkish", "TUR"),
            ("Turks", "TUR"),
            ("Republic of Turkey", "TUR"),
            ("the United States", "USA"),
            ("U.S.", "USA"),
            ("US", "USA"),
            ("Americans", "USA"),
            ("Britain", "GBR"),
            ("UK", "GBR"),
            ("the UK", "GBR"),
            ("The U.S.", "USA"),
            ("UAE", "ARE"),
            ("uae", "ARE"),
            ("State of Palestine", "PSE"),
            ("Palestinians", "PSE"),
            ("Iraqis", "IRQ"),
            ("Saudis", "SAU"),
            ("Saudi", "SAU"),
            ("Israelis", "ISR"),
            ("Egyptians", "EGY"),
            ("Frenchmen", "FRA"),
            ("Cote d’Ivoire", "CIV"),
            ("Ivory Coast", "CIV"),
            ("Guinea Bissau", "GNB"),
            ("Guinea", "GIN"),
            ("Nigerien", "NER"),
            ("Nigerian", "NGA"),
            ("Zaire", "COD"),
            ("Burma", "MMR"),
            ("Upper Volta", "BFA"),
            ("Islamic Republic of Iran", "IRN"),
            ("Iran, Islamic Republic of", "IRN"),
            ("  jordan ", "JOR"),
            ("CAR", "CAF"),
        ],
    )
    def test_resolves(self, name: str, code: str) -> None:
        assert state(name).alpha3 == code
        assert find_state(name) is state(name)

    def test_a_state_is_given_back(self) -> None:
        niger = state("NER")
        assert state(niger) is niger
        assert find_state(niger) is niger

    @pytest.mark.parametrize(
        "name",
        ["Guinean", "Guineans", "Congolese", "Congo", "Korean", "Korea", "Dominican", "the Kingdom", "PLO", "Soviet"],
    )
    def test_ambiguous_forms_never_resolve(self, name: str) -> None:
        assert find_state(name) is None
        with pytest.raises(AmbiguousNameError, match="fits more than one state; say which: "):
            state(name)

    @pytest.mark.parametrize("name", ["", " ", "tur", "tr", "us", "car", "Ruritania", "-", "\ud800"])
    def test_unknown_names_are_not_found(self, name: str) -> None:
        assert find_state(name) is None
        with pytest.raises(NotFoundError, match="no state is called"):
            state(name)

    def test_what_the_errors_say(self) -> None:
        with pytest.raises(NotFoundError) as unknown:
            state("Turky")
        assert str(unknown.value) == "no state is called 'Turky'; the nearest is: Turkey"
        with pytest.raises(AmbiguousNameError) as ambiguous:
            state("Congolese")
        assert (
            str(ambiguous.value) == "'Congolese' fits more than one state; say which: DR Congo, Republic of the Congo"
        )
        with pytest.raises(AmbiguousNameError) as body:
            state("PLO")
        assert body.value.candidates == ("Palestine", "the Palestine Liberation Organization, as a body")

    def test_a_city_is_no_state_but_leads_to_one(self) -> None:
        with pytest.raises(NotFoundError, match="no state is called 'Istanbul'; the nearest is: Türkiye"):
            state("Istanbul")

    def test_forms_say_what_they_are(self) -> None:
        assert [(form.state.alpha3, form.kind, form.plural) for form in state_forms()["israelis"]] == [
            ("ISR", "demonym", True)
        ]
        assert {form.kind for form in state_forms()["tur"]} == {"code"}
        assert all(form.cased for form in state_forms()["us"])
        assert {form.state.alpha3 for form in state_forms()["guinean"]} == {"GIN", "GNB", "GNQ", "PNG"}
        assert all(form.weak for form in state_forms()["persian"])
        assert not any(form.weak for form in state_forms()["turkey"])
        assert {(form.state.alpha3, form.kind) for form in state_forms()["jerusalem"]} == {
            ("ISR", "capital"),
            ("PSE", "city"),
        }

    def test_forms_cover_every_name_of_every_state(self) -> None:
        for each in states():
            for text in (each.alpha2, each.alpha3, each.name, each.official_name, *each.demonyms, *each.aliases):
                assert each in [form.state for form in state_forms()[fold(text)]], (each, text)

    def test_membership_is_dated(self) -> None:
        syria = state("SYR").memberships
        assert [(part.status, str(part.start)) for part in syria] == [
            ("member", "1972"),
            ("suspended", "2012-08-15"),
            ("member", "2025-03-07"),
        ]


class TestCities:
    @pytest.mark.parametrize(
        ("city", "code"),
        [
            ("Istanbul", "TUR"),
            ("İstanbul", "TUR"),
            ("Makkah Al-Mukarramah", "SAU"),
            ("Jiddah", "SAU"),
            ("Casablanca", "MAR"),
            ("Fès", "MAR"),
            ("Sharm el-Sheikh", "EGY"),
            ("Kuala Lumpur", "MYS"),
            ("Putrajaya", "MYS"),
            ("New York", "USA"),
            ("Geneva", "CHE"),
            ("Gaza", "PSE"),
            ("Ramallah", "PSE"),
            ("Tel Aviv", "ISR"),
            ("Sana'a", "YEM"),
            ("the Gaza Strip", "PSE"),
        ],
    )
    def test_city_lies_in_a_state(self, city: str, code: str) -> None:
        found = city_state(city)
        assert found is not None
        assert found.alpha3 == code

    @pytest.mark.parametrize("city", ["Jerusalem", "Al-Quds", "Hyderabad", "Atlantis", ""])
    def test_disputed_shared_and_unknown_places_lie_nowhere(self, city: str) -> None:
        assert city_state(city) is None

    def test_spellings_give_one_city(self) -> None:
        names = {found.name for found in map(find_city, ["Makkah", "MECCA", "Mekka"]) if found}
        assert names == {"Mecca"}

    def test_every_capital_lies_in_its_state_or_is_disputed(self) -> None:
        for each in states():
            found = city_state(each.capital) if each.capital else None
            assert found in (None, each), each


class TestOrganisations:
    @pytest.mark.parametrize(
        ("name", "short"),
        [
            ("OIC", "OIC"),
            ("Organisation of Islamic Cooperation", "OIC"),
            ("the Organization of the Islamic Conference", "OIC"),
            ("Islamic Conference Organisation", "OIC"),
            ("UN", "UN"),
            ("U.N. Security Council", "UNSC"),
            ("nato", "NATO"),
            ("League of Arab States", "Arab League"),
            ("WHO", "WHO"),
            ("the WHO", "WHO"),
            ("Dail", "Dáil"),
        ],
    )
    def test_resolves(self, name: str, short: str) -> None:
        assert organisation(name).short_name == short

    @pytest.mark.parametrize("name", ["who", "un", "is", "", "Organisation"])
    def test_not_found(self, name: str) -> None:
        assert find_organisation(name) is None
        with pytest.raises(NotFoundError, match="no organisation is called"):
            organisation(name)

    def test_former_names_are_dated(self) -> None:
        ended = {each.name: str(each.end) for each in former_names()["OIC"]}
        assert ended["Organisation of the Islamic Conference"] == "2011-06-28"
        assert {form.kind for form in organisation_forms()["organisation of the islamic conference"]} == {"former"}

    def test_organs_of_states(self) -> None:
        assert organisation_state("Iranian parliament") == state("IRN")
        assert organisation_state("OIC") is None


class TestOffices:
    @pytest.mark.parametrize(
        ("asked", "title", "kind"),
        [
            ("emir", "emir", "head of state"),
            ("Amir", "emir", "head of state"),
            ("premier", "caretaker prime minister", "head of government"),
            ("minister of foreign affairs", "foreign minister", "minister"),
            ("foreign minister", "secretary of state", "minister"),
            ("secretary of state", "secretary of state", "minister"),
            ("president", "acting president of North Yemen", "head of state"),
            ("chairman", "chairman of the presidential council", "head of state"),
            ("Prime Minister of Pakistan", "prime minister", "head of government"),
            ("Secretary-General", "acting secretary-general", "official"),
            ("head of state", "sultan", "head of state"),
            ("leader", "king", "head of state"),
        ],
    )
    def test_the_same(self, asked: str, title: str, kind: str) -> None:
        assert same_office(asked, Office(title=title, kind=kind))

    @pytest.mark.parametrize(
        ("asked", "title"),
        [
            ("president", "vice president"),
            ("prime minister", "deputy prime minister"),
            ("prince", "crown prince"),
            ("chairman of the PLO", "chairman of the presidential council"),
            ("king", "president"),
            ("", "president"),
        ],
    )
    def test_not_the_same(self, asked: str, title: str) -> None:
        assert not same_office(asked, Office(title=title, kind=None))

    def test_canonical_titles_stay(self) -> None:
        for title in ("Minister of External Affairs", "interim president", "crown prince", "acting caretaker premier"):
            assert canonical_office(canonical_office(title)) == canonical_office(title)


class TestTerms:
    @pytest.mark.parametrize(
        ("forms", "name"),
        [
            (["Erdogan", "ERDOĞAN", "erdoğan", "Recep Tayyip Erdogan"], "Recep Tayyip Erdoğan"),
            (["Sisi", "al-Sisi", "El-Sisi", "Al Sisi", "Abdel Fattah el-Sisi", "Abdel Fattah Al-Sisi"], "Sisi"),
            (["Rouhani", "Hassan Rouhani", "ROUHANI"], "Hassan Rouhani"),
            (["Ihsanoglu", "İhsanoğlu"], "Ekmeleddin İhsanoğlu"),
            (["Gaddafi", "Qaddafi", "Gadhafi", "Kadhafi", "al-Gaddafi"], "Muammar Gaddafi"),
            (["King Salman", "Salman bin Abdulaziz"], "Salman bin Abdulaziz Al Saud"),
        ],
    )
    def test_any_spelling_gives_the_same_terms(self, forms: list[str], name: str) -> None:
        found = [terms_of(form) for form in forms]
        assert found[0]
        assert all(each == found[0] for each in found)
        assert name in {found[0][0].person.name, found[0][0].person.surname}

    def test_spellings_of_given_names_are_tried_last(self) -> None:
        assert {term.person.surname for term in terms_of("Muhamed Javad Zarif")} == {"Zarif"}
        assert {term.person.surname for term in terms_of("Abdelfattah Sisi")} == {"Sisi"}
        assert terms_of("Muhamad") == ()

    def test_a_surname_is_no_prefix(self) -> None:
        assert "Mahmoud Abbas" in {term.person.name for term in terms_of("Abbas")}
        assert {term.person.surname for term in terms_of("Abbas")} == {"Abbas"}

    def test_a_shared_surname_is_settled_by_state_and_day(self) -> None:
        assert len({term.person.name for term in terms_of("Sharif")}) > 1
        held = terms_of("Sharif", state="Pakistan", day="2017-03-01", office="prime minister")
        assert [term.person.name for term in held] == ["Nawaz Sharif"]

    def test_unknown_names_give_nothing(self) -> None:
        assert terms_of("Nobody At All") == ()
        assert terms_of("") == ()

    def test_an_unknown_state_is_an_error(self) -> None:
        with pytest.raises(NotFoundError, match="no state is called 'Ruritania'"):
            terms_of("Sisi", state="Ruritania")
        with pytest.raises(AmbiguousNameError, match="'Korean' fits more than one state"):
            holders(day="2017", state="Korean")

    @pytest.mark.parametrize(
        ("day", "where", "office", "name"),
        [
            ("2017-12-13", "TUR", "president", "Recep Tayyip Erdoğan"),
            ("2017-12-13", "QAT", "emir", "Tamim bin Hamad Al Thani"),
            ("2012-08-14", "QAT", "emir", "Hamad bin Khalifa Al Thani"),
            ("2017-12-13", "ISR", "prime minister", "Benjamin Netanyahu"),
            ("2017-12-13", "JOR", "king", "Abdullah II"),
            ("2017-12-13", "Saudi", "crown prince", "Mohammed bin Salman Al Saud"),
            ("2017-12-13", "Lebanese", "president", "Michel Aoun"),
            ("2017-12-13", "TUR", "minister of foreign affairs", "Mevlüt Çavuşoğlu"),
            ("1974-02-22", "PAK", "prime minister", "Zulfikar Ali Bhutto"),
            ("2024-05-04", "GMB", "head of state", "Adama Barrow"),
        ],
    )
    def test_who_held_an_office(self, day: str, where: str, office: str, name: str) -> None:
        assert [term.person.name for term in holders(day=day, state=where, office=office)] == [name]

    def test_days_in_any_form(self) -> None:
        asked: list[PartialDate | dt.date | str] = [
            "2017-12-13",
            dt.date(2017, 12, 13),
            PartialDate.parse("2017-12-13"),
        ]
        assert len({holders(day=day, state="TUR") for day in asked}) == 1

    def test_both_sides_of_a_handover(self) -> None:
        names = {term.person.name for term in holders(day="2013-06-25", state="QAT", office="emir")}
        assert names == {"Hamad bin Khalifa Al Thani", "Tamim bin Hamad Al Thani"}

    def test_by_kind(self) -> None:
        heads = holders(day="2017-12-13", state="ISR", kind="head of state")
        assert [term.person.surname for term in heads] == ["Rivlin"]

    def test_officers_of_organisations(self) -> None:
        held = holders(
            day="2005-12-07", organisation="Organisation of the Islamic Conference", office="Secretary General"
        )
        assert [term.person.name for term in held] == ["Ekmeleddin İhsanoğlu"]

    def test_surnames_that_are_words_are_marked(self) -> None:
        for word in ("May", "Brown", "Key", "English", "Straw", "Hunt", "Cook", "Rice"):
            assert all(form.word for form in person_forms()[fold(word)] if form.kind == "surname"), word
        assert not any(form.word for form in person_forms()["erdogan"])
        assert any(form.given for form in person_forms()["abdullah"])

    def test_every_form_of_a_person_is_indexed(self) -> None:
        for person in persons():
            for text in (person.name, *person.aliases, *([person.surname] if person.surname else [])):
                assert person in [form.person for form in person_forms()[fold(text)]], text


class TestRoster:
    def test_25_summits_in_two_chains(self) -> None:
        chains = {series: [s for s in roster() if s.id.series is series] for series in Series}
        assert [len(chains[series]) for series in (Series.ORDINARY, Series.EXTRAORDINARY)] == [15, 10]
        for chain in chains.values():
            assert chain[0].follows is None
            assert chain[-1].precedes is None
            for earlier, later in pairwise(chain):
                assert earlier.precedes == later.id
                assert later.follows == earlier.id
                assert earlier.end is not None
                assert later.start is not None
                assert earlier.end < later.start
                assert earlier.id < later.id

    def test_numbers_count_up(self) -> None:
        ordinals = [summit.id.ordinal for summit in roster()]
        assert ordinals == [*range(1, 16), *range(1, 9), None, None]
        assert all(summit.id.complete and SummitId.parse(str(summit.id)) == summit.id for summit in roster())

    def test_every_city_lies_in_the_host_state(self) -> None:
        for summit in roster():
            assert summit.cities
            for city in summit.cities:
                found = city_state(city)
                assert found is not None
                assert found.alpha3 == summit.country

    def test_it_claims_without_evidence_and_names_its_pages(self) -> None:
        for summit in roster():
            assert summit.from_roster_only
            assert summit.sources[0].addresses
            assert {"title", "start", "end", "country", "cities"} <= {claim.field for claim in summit.claims}
            for claim in summit.claims:
                assert claim.evidence is None
                assert (claim.source, claim.basis) == ("roster", Basis.REFERENCE)
            assert summit.declarations
            assert all(declaration.title and not declaration.evidence for declaration in summit.declarations)

    def test_the_sixth_extraordinary(self) -> None:
        sixth = roster()[20]
        assert repr(sixth) == "<Summit oic-extraordinary-6 2017-12-13 Istanbul>"
        assert [(each.kind.value, each.title) for each in sixth.declarations] == [
            ("declaration", "Istanbul Declaration on Freedom for Al Quds"),
            ("final communique", "Final Communiqué"),
        ]

    @pytest.mark.parametrize(
        ("title", "expected"),
        [
            ("Lahore Summit", "oic-ordinary-2"),
            ("LAHORE SUMMIT", "oic-ordinary-2"),
            ("Third Islamic Summit Conference", "oic-ordinary-3"),
            ("Sixth Extraordinary Session of the Islamic Summit Conference", "oic-extraordinary-6"),
            ("Emergency Arab-Islamic Summit", "oic-extraordinary-2025-09-15"),
            ("Kuwait Summit", "oic-ordinary-5"),
        ],
    )
    def test_titles(self, title: str, expected: str) -> None:
        assert str(roster_titles()[fold(title)]) == expected

    def test_shared_titles_stay_open(self) -> None:
        for title in ("casablanca summit", "dakar summit", "istanbul summit", "mecca summit", "doha emergency summit"):
            assert title not in roster_titles()
            assert len(roster_candidates()[title]) > 1

    def test_every_title_leads_to_its_summit(self) -> None:
        for summit in roster():
            assert summit.title is not None
            assert roster_titles()[fold(summit.title)] == summit.id


@pytest.mark.parametrize("index", [state_forms, organisation_forms, person_forms, roster_titles, former_names])
def test_indexes_cannot_be_changed(index: Callable[[], Any]) -> None:
    found = index()
    assert index() is found
    with pytest.raises(TypeError, match="does not support item assignment"):
        found["x"] = ()


def test_forms_are_values() -> None:
    form = state_forms()["iraqis"][0]
    assert isinstance(form, StateForm)
    assert pickle.loads(pickle.dumps(form)) == form
    assert hash(form) == hash(pickle.loads(pickle.dumps(form)))
