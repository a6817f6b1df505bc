"""Persons: their names, offices, and the states and bodies that they speak for."""

import pytest

from oic_summits.parser import parse
from tests.grammar.sentences import article, people, rare

Expected = dict[str, tuple[str | None, str | None]]


@pytest.mark.parametrize(
    ("subject", "name", "office", "state"),
    [
        ("Tunisian president Sami Kerim", "Sami Kerim", "president", "TUN"),
        ("Pakistani president Nadim Shah", "Nadim Shah", "president", "PAK"),
        ("Omani foreign minister Sami Sultan", "Sami Sultan", "foreign minister", "OMN"),
        ("Afghan prime minister Nadim Shah Barakzai", "Nadim Shah Barakzai", "prime minister", "AFG"),
        ("Tunisia's president Sami Kerim", "Sami Kerim", "president", "TUN"),
        ("Tunisia's President, Sami Kerim,", "Sami Kerim", "president", "TUN"),
        ("The president of Tunisia, Sami Kerim,", "Sami Kerim", "president", "TUN"),
        ("The President of the Republic of Tunisia, Sami Kerim,", "Sami Kerim", "president", "TUN"),
        ("President Sami Kerim of Tunisia", "Sami Kerim", "president", "TUN"),
        ("Sami Kerim, president of Tunisia,", "Sami Kerim", "president", "TUN"),
        ("Sami Kerim, the Tunisian president,", "Sami Kerim", "president", "TUN"),
        ("Sami Kerim, Tunisia's president,", "Sami Kerim", "president", "TUN"),
        ("Sami Kerim (Tunisia)", "Sami Kerim", None, "TUN"),
        ("Sami Kerim of Tunisia", "Sami Kerim", None, "TUN"),
        ("Tunisia's Sami Kerim", "Sami Kerim", None, "TUN"),
        ("Tunisian foreign minister Sami Kerim", "Sami Kerim", "foreign minister", "TUN"),
        ("Tunisian Minister of Foreign Affairs Sami Kerim", "Sami Kerim", "minister of foreign affairs", "TUN"),
        ("Tunisian Deputy Foreign Minister Sami Kerim", "Sami Kerim", "deputy foreign minister", "TUN"),
        (
            "Tunisian deputy prime minister and foreign minister Sami Kerim",
            "Sami Kerim",
            "deputy prime minister",
            "TUN",
        ),
        ("Tunisian defence minister Sami Kerim", "Sami Kerim", "defence minister", "TUN"),
        ("Tunisian vice president Sami Kerim", "Sami Kerim", "vice president", "TUN"),
        ("Tunisian interim president Sami Kerim", "Sami Kerim", "interim president", "TUN"),
        ("Tunisian ambassador Sami Kerim", "Sami Kerim", "ambassador", "TUN"),
        ("Tunisian government spokesman Sami Kerim", "Sami Kerim", "government spokesman", "TUN"),
        ("US Secretary of State Ann Bell", "Ann Bell", "secretary of state", "USA"),
        ("British Foreign Secretary Ann Bell", "Ann Bell", "foreign secretary", "GBR"),
        ("German Chancellor Ann Bell", "Ann Bell", "chancellor", "DEU"),
        ("Malaysian Prime Minister Dr Harun Osman", "Harun Osman", "prime minister", "MYS"),
        ("His Excellency Mr. Sami Kerim, President of Tunisia,", "Sami Kerim", "president", "TUN"),
        ("H.E. Sami Kerim, President of Tunisia,", "Sami Kerim", "president", "TUN"),
        ("His Majesty King Idris III of Morocco", "Idris III", "king", "MAR"),
        ("King Idris III of Morocco", "Idris III", "king", "MAR"),
        ("Morocco's King Idris III", "Idris III", "king", "MAR"),
        ("Moroccan King Idris III", "Idris III", "king", "MAR"),
        ("Kuwaiti emir Sheikh Jaber Al-Mutlaq Al-Sabah", "Jaber Al-Mutlaq Al-Sabah", "emir", "KWT"),
        ("The Emir of Kuwait, Sheikh Jaber Al-Mutlaq Al-Sabah,", "Jaber Al-Mutlaq Al-Sabah", "emir", "KWT"),
        (
            "Saudi Crown Prince Turki bin Nayef bin Khalid Al Saud",
            "Turki bin Nayef bin Khalid Al Saud",
            "crown prince",
            "SAU",
        ),
        ("Egyptian President Abdel Rahman el-Masri", "Abdel Rahman el-Masri", "president", "EGY"),
        ("Syrian vice-president Nizar ibn Ali al-Rashid", "Nizar ibn Ali al-Rashid", "vice-president", "SYR"),
        ("Iraqi prime minister Nuri K. Abbas", "Nuri K. Abbas", "prime minister", "IRQ"),
        ("Mauritanian president Mohamed Ould Brahim", "Mohamed Ould Brahim", "president", "MRT"),
        ("Côte d'Ivoire's president Yao Konan", "Yao Konan", "president", "CIV"),
        ("Ivorian president Yao Konan", "Yao Konan", "president", "CIV"),
        ("Guinea-Bissau's president Braima Mendes", "Braima Mendes", "president", "GNB"),
        ("Nigerien president Issa Maiga", "Issa Maiga", "president", "NER"),
        ("Niger's president Issa Maiga", "Issa Maiga", "president", "NER"),
        ("Nigerian president Bola Danjuma", "Bola Danjuma", "president", "NGA"),
        ("Chadian president Issa Maiga", "Issa Maiga", "president", "TCD"),
        ("President Issa Maiga of Chad", "Issa Maiga", "president", "TCD"),
        ("The president of Burkina Faso, Issa Maiga,", "Issa Maiga", "president", "BFA"),
        ("The president of the United Arab Emirates, Rashid Al Falasi,", "Rashid Al Falasi", "president", "ARE"),
        ("Emirati president Rashid Al Falasi", "Rashid Al Falasi", "president", "ARE"),
        rare(
            "Bangladeshi prime minister Begum Salma Huq",
            "Salma Huq",
            "prime minister",
            "BGD",
            reason="Begum is an honorific or a name",
        ),
        ("UN Secretary-General Ann Bell", "Ann Bell", "secretary-general", "UN"),
        ("The Secretary-General of the OIC, Dr. Harun Osman,", "Harun Osman", "secretary-general", "OIC"),
        ("OIC chief Harun Osman", "Harun Osman", "chief", "OIC"),
        ("Arab League Secretary-General Nabil Farag", "Nabil Farag", "secretary-general", "Arab League"),
        ("Ayatollah Reza Karimi, Iran's supreme leader,", "Reza Karimi", "supreme leader", "IRN"),
    ],
)
def test_who_it_is(subject: str, name: str, office: str | None, state: str | None) -> None:
    assert people(article(f"{subject} thanked the hosts.")) == {name: (office, state)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Tunisian foreign minister Sami Kerim met his Yemeni counterpart Hadi Saleh.",
            {"Sami Kerim": ("foreign minister", "TUN"), "Hadi Saleh": ("foreign minister", "YEM")},
            id="counterpart",
        ),
        pytest.param(
            "Tunisian foreign minister Sami Kerim met his counterpart from Yemen, Hadi Saleh.",
            {"Sami Kerim": ("foreign minister", "TUN"), "Hadi Saleh": ("foreign minister", "YEM")},
            id="counterpart from",
        ),
        pytest.param(
            "Presidents Sami Kerim of Tunisia and Bakary Traore of Mali shook hands.",
            {"Sami Kerim": ("president", "TUN"), "Bakary Traore": ("president", "MLI")},
            id="plural office",
        ),
        pytest.param(
            "The presidents of Tunisia and Mali, Sami Kerim and Bakary Traore, shook hands.",
            {"Sami Kerim": ("president", "TUN"), "Bakary Traore": ("president", "MLI")},
            id="plural office, states first",
        ),
        rare(
            "The foreign ministers of Tunisia (Sami Kerim) and Mali (Bakary Traore) spoke.",
            {"Sami Kerim": ("foreign minister", "TUN"), "Bakary Traore": ("foreign minister", "MLI")},
            name="names in brackets",
            reason="names in brackets behind the states of one plural office",
        ),
        pytest.param(
            "Among them were Tunisian president Sami Kerim, Mali's Bakary Traore and King Idris III of Morocco.",
            {"Sami Kerim": ("president", "TUN"), "Bakary Traore": (None, "MLI"), "Idris III": ("king", "MAR")},
            id="mixed list",
        ),
        pytest.param("The Tunisian, Malian and Yemeni foreign ministers met.", {}, id="offices without names"),
        pytest.param(
            "Tunisian president Sami Kerim spoke. Mr Kerim left. Kerim's plane was late. President Kerim slept.",
            {"Sami Kerim": ("president", "TUN")},
            id="second mentions",
        ),
        pytest.param(
            "Tunisian president Sami Kerim and his wife Leila attended.",
            {"Sami Kerim": ("president", "TUN")},
            id="no office",
        ),
        pytest.param(
            "Saudi king Faisal bin Turki Al Saud spoke. King Faisal left at noon.",
            {"Faisal bin Turki Al Saud": ("king", "SAU")},
            id="king by given name",
        ),
        pytest.param(
            "Tunisian President SAMI KERIM thanked the hosts.", {"SAMI KERIM": ("president", "TUN")}, id="capitals"
        ),
    ],
)
def test_several_people(text: str, expected: Expected) -> None:
    found = people(article(text))
    assert {name: found.get(name) for name in expected} == expected
    if not expected or "wife" not in text:
        assert found.keys() == expected.keys()


@pytest.mark.parametrize(
    "text",
    [
        "Saudi Arabia thanked the hosts.",
        "King Abdulaziz University welcomed the guests.",
        "They landed at Queen Alia International Airport.",
        "The King Hussein Bridge was closed.",
        "The Prime Minister's Office issued a note.",
        "The Foreign Ministry of Tunisia issued a note.",
        "The Holy Mosque in Mecca was full.",
        "The Palestinian Authority thanked the Gulf Cooperation Council.",
        "Eid al-Fitr and Ramadan were near.",
        "The Hajj Terminal at Jeddah was busy.",
        "On Friday, May saw the first rain.",
        "Al Jazeera and Reuters reported from Mecca.",
        "The White House, the Kremlin and the Élysée reacted.",
    ],
)
def test_nobody_is_named(text: str) -> None:
    assert people(article(text)) == {}


def test_rows_of_a_table_name_people() -> None:
    text = (
        "{| class=wikitable\n! Country !! Representative !! Office\n|-\n"
        "| {{flag|Tunisia}} || [[Sami Kerim]] || President\n|-\n"
        "| {{flag|Mali}} || [[Bakary Traore]] || Prime Minister\n|}"
    )
    found = parse(
        "{{Infobox summit meeting\n| title = 14th Islamic Summit\n| date = 31 May 2019\n| cities = [[Mecca]]\n}}\n"
        "The '''14th Islamic Summit''' of the [[Organisation of Islamic Cooperation]] was held in [[Mecca]].\n\n"
        f"== Participants ==\n{text}\n",
        id="table",
    )
    assert people(found) == {"Sami Kerim": ("president", "TUN"), "Bakary Traore": ("prime minister", "MLI")}
    assert all(person.attended for person in found.people)
