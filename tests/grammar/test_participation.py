"""Who attended, in what capacity, and how many."""

import pytest

from tests.grammar.sentences import article, counts, presence

KERIM = "Sami Kerim"


@pytest.mark.parametrize(
    ("text", "attended", "capacity"),
    [
        ("Tunisian president Sami Kerim attended the summit.", True, "member"),
        ("Tunisian president Sami Kerim was among the participants.", True, "member"),
        ("Among the participants was Tunisian president Sami Kerim.", True, "member"),
        ("Tunisian president Sami Kerim took part in the summit.", True, "member"),
        ("Tunisian president Sami Kerim addressed the summit.", True, "member"),
        ("Tunisian president Sami Kerim told the summit that time was short.", True, "member"),
        ("Tunisian president Sami Kerim arrived in Mecca for the summit.", True, "member"),
        ("Tunisian president Sami Kerim led the delegation of his country.", True, "member"),
        ("Tunisia was represented by its president, Sami Kerim.", True, "member"),
        ("The summit was attended by Tunisian president Sami Kerim.", True, "member"),
        ("Leaders attending the summit included Tunisian president Sami Kerim.", True, "member"),
        ("Tunisian president Sami Kerim was present at the opening session.", True, "member"),
        ("Speaking at the summit, Tunisian president Sami Kerim urged patience.", True, "member"),
        ("In his speech at the summit, Tunisian president Sami Kerim urged patience.", True, "member"),
        ("Tunisian president Sami Kerim chaired the summit.", True, "chair"),
        ("The summit was chaired by Tunisian president Sami Kerim.", True, "chair"),
        ("Under the chairmanship of Tunisian president Sami Kerim, the summit ended early.", True, "chair"),
        ("Saudi king Faisal bin Turki hosted the summit.", True, "host"),
        ("The summit was hosted by Saudi king Faisal bin Turki.", True, "host"),
        ("Brazilian president Sami Kerim was invited as a special guest and attended the summit.", True, "guest"),
        ("Brazilian president Sami Kerim attended the summit as an observer.", True, "observer"),
        ("UN Secretary-General Sami Kerim attended the summit.", True, "organisation"),
        ("Tunisian president Sami Kerim did not attend the summit.", False, None),
        ("Tunisian president Sami Kerim was absent.", False, None),
        ("Tunisian president Sami Kerim was absent from the summit.", False, None),
        ("Tunisian president Sami Kerim stayed away from the summit.", False, None),
        ("Tunisian president Sami Kerim boycotted the summit.", False, None),
        ("Tunisian president Sami Kerim skipped the summit.", False, None),
        ("Tunisian president Sami Kerim missed the summit.", False, None),
        ("Tunisian president Sami Kerim declined the invitation.", False, None),
        ("Tunisian president Sami Kerim cancelled his trip to the summit.", False, None),
        ("Absent were Tunisian president Sami Kerim and his ministers.", False, None),
        ("Tunisian president Sami Kerim was not invited.", False, None),
        ("Tunisian president Sami Kerim will attend the next summit.", False, None),
        ("Tunisian president Sami Kerim was expected to attend the summit but fell ill.", False, None),
        ("Tunisian president Sami Kerim criticised the summit from Tunis.", False, None),
        ("Tunisian president Sami Kerim had attended the thirteenth summit in 2016.", False, None),
        ("The plan of Tunisian president Sami Kerim was rejected.", False, None),
    ],
)
def test_one_person(text: str, attended: bool, capacity: str | None) -> None:
    assert list(presence(article(text, "Overview")).values()) == [(attended, capacity)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Tunisian president Sami Kerim stayed at home and was represented by foreign minister Nabil Farag.",
            {KERIM: (False, None), "Nabil Farag": (True, "member")},
            id="represented by",
        ),
        pytest.param(
            "Tunisian foreign minister Nabil Farag attended in place of President Sami Kerim.",
            {KERIM: (False, None), "Nabil Farag": (True, "member")},
            id="in place of",
        ),
        pytest.param(
            "Tunisian president Sami Kerim sent his foreign minister Nabil Farag.",
            {KERIM: (False, None), "Nabil Farag": (True, "member")},
            id="sent",
        ),
        pytest.param(
            "Tunisian president Sami Kerim attended the summit, but Malian president Bakary Traore did not.",
            {KERIM: (True, "member"), "Bakary Traore": (False, None)},
            id="did not",
        ),
        pytest.param(
            "Tunisian president Sami Kerim met Malian president Bakary Traore on the sidelines of the summit.",
            {KERIM: (True, "member"), "Bakary Traore": (True, "member")},
            id="on the sidelines",
        ),
        pytest.param(
            "The summit was attended by Tunisian president Sami Kerim, Malian president Bakary Traore and Yemeni "
            "foreign minister Hadi Saleh.",
            {KERIM: (True, "member"), "Bakary Traore": (True, "member"), "Hadi Saleh": (True, "member")},
            id="list",
        ),
        pytest.param("All leaders came except Tunisian president Sami Kerim.", {KERIM: (False, None)}, id="except"),
        pytest.param(
            "Tunisian president Sami Kerim attended the summit and denounced US President Ann Bell.",
            {KERIM: (True, "member"), "Ann Bell": (False, None)},
            id="who is spoken of",
        ),
    ],
)
def test_two_people(text: str, expected: dict[str, tuple[bool, str | None]]) -> None:
    assert presence(article(text, "Overview")) == expected


def test_items_under_participants_took_part() -> None:
    found = article("- TUN Tunisia: President Sami Kerim\n- MLI Mali: Prime Minister Bakary Traore", "Participants")
    assert presence(found) == {KERIM: (True, "member"), "Bakary Traore": (True, "member")}


def test_items_under_reactions_need_not_have() -> None:
    assert presence(article("- TUN Tunisia: President Sami Kerim praised it.")) == {KERIM: (False, None)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Representatives of 53 member states attended the summit.", (None, 53, None)),
        ("The summit was attended by 53 member states.", (None, 53, None)),
        ("At least 53 member states took part.", (None, 53, None)),
        ("Some 30 heads of state attended the summit.", (None, None, 30)),
        ("Thirty heads of state and government attended the summit.", (None, None, 30)),
        ("53 of the 57 member states took part.", (None, 53, None)),
        ("53 of the organisation's 57 members attended.", (None, 53, None)),
        ("The summit was attended by 53 member states, 30 of them represented by heads of state.", (None, 53, 30)),
        ("Delegations from 53 member states came.", (None, 53, None)),
        ("The summit brought together 53 delegations.", (53, None, None)),
        ("The OIC has 57 member states.", (None, None, None)),
        ("The 57-member organisation was founded in 1969.", (None, None, None)),
        ("The OIC groups 57 countries on four continents.", (None, None, None)),
        ("The summit of the 57-nation OIC ended.", (None, None, None)),
        ("About 53 journalists attended the summit.", (None, None, None)),
        ("The next summit will be attended by 53 member states.", (None, None, None)),
        ("The 1997 summit was attended by 53 member states.", (None, None, None)),
        ("The summit cost 53 million dollars.", (None, None, None)),
    ],
)
def test_attendance(text: str, expected: tuple[int | None, int | None, int | None]) -> None:
    assert counts(article(text, "Participants")) == expected


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("At least 53 member states took part.", "at least"),
        ("More than 53 member states took part.", "at least"),
        ("About 53 member states took part.", "about"),
        ("Some 53 member states took part.", "about"),
        ("53 member states took part.", None),
    ],
)
def test_a_figure_keeps_its_qualifier(text: str, qualifier: str | None) -> None:
    header = article(text, "Participants").header
    assert header is not None
    assert [claim.qualifier for claim in header.attendance.claims] == [qualifier]
