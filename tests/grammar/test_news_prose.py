"""Turns of phrase of news prose: inverted speech, minor speakers, verbs inside quotation marks, unnamed subjects."""

from typing import Any

import pytest

from oic_summits.parser import parse
from tests.grammar.sentences import acts, counts, declarations, events, news, people, presence, provisions, quotations

_SPEAKERS = [
    ('"We came as guests," shrugged Lim Siew-Tan, who teaches politics in Penang.', ["Lim Siew-Tan"]),
    (
        (
            '"We heard two speeches," murmured Alpha Kaba-Sylla, an adviser in the Malian delegation. '
            '"The second was easier on the ear."'
        ),
        ["Alpha Kaba-Sylla", "Alpha Kaba-Sylla"],
    ),
    ('"Read the text," said a spokeswoman for the Malaysian foreign ministry, Noraini Wahab.', ["Noraini Wahab"]),
    ('"We came as petitioners," one of its diplomats, Anwar Chowdhury, wrote long afterwards.', ["Anwar Chowdhury"]),
    ('"We came for one hour," sighed a West African delegate, Bakary Diop.', ["Bakary Diop"]),
    ('In London, Gulf analyst Henrik Holm was cautious: "A guest list is no policy."', ["Henrik Holm"]),
    ('According to Rawya Nasr, who follows the talks, the text was "a bridge on one leg".', ["Rawya Nasr"]),
    ('The communiqué "condemns in the strongest terms" the attack.', ["communique"]),
    ('"A bad day, and a long one" was the verdict of Nawaf Huwaidi, who teaches politics.', ["Nawaf Huwaidi"]),
    ('A protocol officer, Isatou Njie, admitted that her team "slept under the desks".', ["Isatou Njie"]),
    ('By then, reckons Rania Nasr, who follows the talks, "not a soul will recall it".', ["Rania Nasr"]),
    ('"We came for lorries," sighed a member of the Malian delegation, Boubacar Sako.', ["Boubacar Sako"]),
    ('The communiqué also "repudiates the raid", a reference to January 2, when a crowd overran it.', ["communique"]),
    ('The kingdom ignored it. The text rejects "every demand of the rebels", lays the blame on them.', ["communique"]),
    ('"Strong on words, thin on deeds" is how Nadine Khal, a Lebanese analyst, sums it up.', ["Nadine Khal"]),
    ('"Kings have to pray as well" was all that Bilal Sek, a pilgrim, had to say.', ["Bilal Sek"]),
]
_ACTS = [
    ("Sudan and Iran, which deny backing the rebels, left.", [("Sudan", "leave"), ("Sudan", "deny"), ("Iran", "deny")]),
    ("Sudan, whose delegation had objected to a draft, abstained.", [("Sudan", "abstain"), ("Sudan", "object")]),
    (
        "Oman's leader, Ahmed Said, and Iraqi premier Ali Hassan were there; the latter urged a pact.",
        [("Ali Hassan", "urge")],
    ),
    ("The text was put forward on the second day by Guinean president Sekou Bah.", [("Sekou Bah", "put")]),
    (
        (
            "Kuwait's emir, Hamad Noor, presided.\n\nFor President Ali Barre of Somalia it was the first such meeting. "
            "The talk of the day came when he met Yemen's Saleh Nasr."
        ),
        [("Hamad Noor", "preside"), ("Ali Barre", "meet")],
    ),
    (
        "King Talal of Jordan opened the debate. Mali's Modibo Tall followed. His Majesty thanked him.",
        [("Talal", "open"), ("Modibo Tall", "follow"), ("Talal", "thank")],
    ),
    ("First came Hafez Nasr, the Syrian president, by whom the raid was condemned.", [("Hafez Nasr", "condemn")]),
    ("In November the General Assembly, by its resolution 3237 (XXIX), granted it.", [("General Assembly", "grant")]),
    (
        "Prime Minister Ali Khan landed in an aircraft which Houari Saad, president of Algeria, had lent him.",
        [("Ali Khan", "land"), ("Houari Saad", "lend")],
    ),
    (
        (
            "Egypt's president, Ahmed Fathi, spoke. Mali's Modibo Tall followed. Unlike him the Egyptian had been "
            "critical. In his address he deplored the raid."
        ),
        [("Ahmed Fathi", "speak"), ("Modibo Tall", "follow"), ("Ahmed Fathi", "deplore")],
    ),
    ("Their leader, Moaz Nur, had a week earlier offered to talk.", [("Moaz Nur", "offer")]),
    ("Algeria and Iraq have long opposed the plan.", [("Algeria", "oppose"), ("Iraq", "oppose")]),
    (
        "Qatar's emir, Sheikh Tamim Noor - his government is mediating - asked how long it would last.",
        [("Tamim Noor", "ask")],
    ),
    ("The charter, which Khaled Jar, a minister of Kuwait, read out, is long.", [("Khaled Jar", "read")]),
    ("The date, said Mohamed Amr, Egypt's foreign minister, would be fixed.", [("Mohamed Amr", "say")]),
    (
        "King Ali of Chad was received by the imam, Ahmed Tay, who asked him to go. He conferred on Mali.",
        [("Ahmed Tay", "ask"), ("Ali", "confer")],
    ),
    (
        "The prime minister of Mali, Ali Tall, was followed by Chad's Idriss Saro. The premier urged peace.",
        [("Ali Tall", "urge")],
    ),
    ("Syria, which the Arab League readmitted on May 7, was there.", [("Arab League", "readmit")]),
    ("Israel and the United States say Hamas is to blame.", [("Israel", "say"), ("United States", "say")]),
    ("Taking the floor, President Ali Tall of Mali said so.", [("Ali Tall", "say")]),
    ("A door, Chad's Omar Nur argued, would settle nothing.", [("Omar Nur", "argue")]),
    ("The leaders met in Doha, Qatar, in the small hours, and Iran boycotted them.", [("Iran", "boycott")]),
    ("Silence breeds crime, argued the Arab League's Amin Fares.", [("Amin Fares", "argue")]),
    (
        "Mali's Ali Tall is next. The Malian foreign minister, who stood beside him, promised support.",
        [("Ali Tall", "promise")],
    ),
    (
        "Absent were Ali Tall of Mali and Chad's Omar Nur. The latter sent a deputy; the former wrote a letter.",
        [("Omar Nur", "send"), ("Ali Tall", "write")],
    ),
    (
        "The kingdom's speech was delivered by HRH Prince Salim of Oman. His Royal Highness condemned the raid.",
        [("Salim", "condemn")],
    ),
    ("Prince Omar of Oman met Queen Salma of Brunei. She thanked him.", [("Omar", "meet"), ("Salma", "thank")]),
]
_PROVISIONS = [
    ('The communiqué "condemns in the strongest terms" the attack and warns of more.', ["condemn", "warn"]),
    ("The declaration condemned the raid. States that had envoys there were invited to recall them.", 2),
    (
        "The final statement condemned the raid. The five ministers were mandated to start talks.",
        ["condemn", "mandate"],
    ),
    ("Turkish officials condemned the raid. The five ministers were invited to start talks.", []),
    ("The 25-point text condemns the raid.", ["condemn"]),
    ("Gaza dominates the final communiqué. It demands a truce and rejects any delay.", ["demand", "reject"]),
    (
        "The communiqué welcomed resolution 67/19, which had pleased Mali; supported Chad; and urged Sudan to act.",
        ["welcome", "support", "urge"],
    ),
    ("The communiqué condemned the raid. A donors' conference was agreed upon.", ["condemn", "agree"]),
    ('The communiqué held the rebels "chiefly answerable for the killing".', ["hold"]),
    ("Leaders approved the plan and urged calm.", ["approve", "urge"]),
    ("The summit demanded that Armenia pull its forces back in keeping with the text.", ["demand"]),
    ("The summit set up a committee and admitted Chad to the organisation.", ["set", "admit"]),
    ("Muslim nations accused Chad of meddling.", ["accuse"]),
    ("Also adopted were a resolution on Mali and the Mecca Declaration.", ["adopt"]),
    ('The communiqué laid "full responsibility for this" at the door of Mali.', ["lay"]),
    ("A shorter text, the Mecca Declaration, rejects the plan.", ["reject"]),
    ("The final communiqué\n• condemned the raid;\n• named Omar Nur as envoy.", ["condemn", "name"]),
    ("What was agreed\n\n• Calls on all countries to help\n• Demands a halt", ["call", "demand"]),
    (
        "The Mecca Declaration, read out on Friday,\nrejected the raid;\ncalled upon Chad to help;\nbound its members.",
        ["reject", "call", "bind"],
    ),
]
_PEOPLE = [
    ("Indian foreign minister Sunil Rao spoke.", {"Sunil Rao": ("foreign minister", "IND")}),
    ("Guinean president Sekou Bah spoke.", {"Sekou Bah": ("president", None)}),
    ('"It is late!" cried Salma Nur of the Sudanese delegation.', {"Salma Nur": (None, "SDN")}),
    ('"It is late," said Karim Dadu, a delegate from Niger.', {"Karim Dadu": ("delegate", "NER")}),
    ("President Bill Clay of Chad spoke.", {"Bill Clay": ("president", "TCD")}),
    ("Taha Ramadan, the Iraqi vice-president, spoke.", {"Taha Ramadan": ("vice-president", "IRQ")}),
    ("Foreign Minister Shah Mahmood Tariq of Pakistan spoke.", {"Shah Mahmood Tariq": ("foreign minister", "PAK")}),
    (
        "Prime Minister Ali Khan of Pakistan was assisted by Foreign Minister Shah Tariq.",
        {"Ali Khan": ("prime minister", "PAK"), "Shah Tariq": ("foreign minister", "PAK")},
    ),
    ("The Speaker, Ali Nur, chairman of the Palestine Liberation Organization, spoke.", 1),
    ("Ariel Nof, leader of the Israeli opposition, spoke.", {"Ariel Nof": ("leader of the opposition", "ISR")}),
    ("Fatou Sanneh, an adviser at the Gambian justice ministry, spoke.", {"Fatou Sanneh": ("adviser", "GMB")}),
    ("The crown prince, His Royal Highness Prince Omar of Oman, spoke.", {"Omar": ("crown prince", "OMN")}),
    (
        "Anders Holm, the Danish scholar who had been secretary-general of the Arab League, spoke.",
        {"Anders Holm": ("secretary-general", "Arab League")},
    ),
    (
        "So are Kenan Ev and Gen. Zia Haq, the presidents of Turkey and Pakistan.",
        {"Kenan Ev": ("president", "TUR"), "Zia Haq": ("president", "PAK")},
    ),
    (
        "Present were the presidents of Chad and Sudan -- Omar Nur and Ali Bash.",
        {"Omar Nur": ("president", "TCD"), "Ali Bash": ("president", "SDN")},
    ),
    (
        "Officials of the Arab League, whose secretary general is Sharif Pir of Egypt, were there.",
        {"Sharif Pir": ("secretary-general", "Arab League")},
    ),
    ('President Joko "Joki" Wido of Indonesia spoke.', {'Joko "Joki" Wido': ("president", "IDN")}),
    ("An Australian sheep-shearer, Denis Rohn, set fire to it.", {"Denis Rohn": (None, "AUS")}),
    ("Hadda Lam, a retired Moroccan teacher, shrugged.", {"Hadda Lam": (None, "MAR")}),
    ("UN Secretary-General Kofi Annan spoke.", {"Kofi Annan": ("secretary-general", "UN")}),
    ("Jordan's monarch, King Talal, spoke.", {"Talal": ("king", "JOR")}),
    (
        "Taha Hissein, secretary-general of the OIC, and Amin Fares, his counterpart at the Arab League, spoke.",
        {"Taha Hissein": ("secretary-general", "OIC"), "Amin Fares": ("secretary-general", "Arab League")},
    ),
]


def _speakers(found: Any) -> list[str | None]:
    return [speaker for speaker, _ in quotations(found)]


@pytest.mark.parametrize(("text", "expected"), _SPEAKERS)
def test_speakers(text: str, expected: list[str]) -> None:
    assert _speakers(news(text)) == expected


@pytest.mark.parametrize(("text", "expected"), _ACTS)
def test_acts(text: str, expected: list[tuple[str, str]]) -> None:
    found = acts(news(text))
    assert [pair for pair in found if pair in expected] == expected


@pytest.mark.parametrize(("text", "expected"), _PROVISIONS)
def test_provisions(text: str, expected: list[str] | int) -> None:
    found = provisions(news(text))
    assert (len(found) if isinstance(expected, int) else found) == expected


@pytest.mark.parametrize(("text", "expected"), _PEOPLE)
def test_people(text: str, expected: dict[str, tuple[str | None, str | None]] | int) -> None:
    found = people(news(text))
    assert (len(found) if isinstance(expected, int) else found) == expected


_PRESENCE = [
    ("Mali's president, Ali Tall, called off his journey.", {"Ali Tall": (False, None)}),
    ("King Abdul of Jordan stayed in Amman.", {"Abdul": (False, None)}),
    ("With President Ali Tall of Mali in the chair, the talks dragged on.", {"Ali Tall": (True, "chair")}),
    ("In the chair since Wednesday, President Ali Tall of Mali warned them.", {"Ali Tall": (True, "chair")}),
    ("President Ali Tall of Mali had received the chairmanship on Saturday.", {"Ali Tall": (True, "chair")}),
    ("The conference elected President Ali Tall of Mali chairman.", {"Ali Tall": (True, "chair")}),
    ("The conference elected Ali Tall of Mali secretary-general.", {"Ali Tall": (False, None)}),
    (
        "Chad's president, Idriss Saro, handed the chairmanship to President Ali Tall of Mali.",
        {"Idriss Saro": (True, "member"), "Ali Tall": (True, "chair")},
    ),
    ("President Ali Tall of Mali will inherit the chairmanship.", {"Ali Tall": (False, None)}),
    ("It was here that the guests were driven: Ali Tall of Mali, Omar Nur of Chad, Hamad Khan of Oman.", 3),
    ("More than 30 heads of state were in the city, among them Ali Tall of Mali and Omar Nur of Chad.", 2),
    ("First to speak was Hafez Nasr, the Syrian president.", {"Hafez Nasr": (True, "member")}),
    ('"It is late," said Karim Dadu, a member of the delegation of Mali.', {"Karim Dadu": (True, None)}),
    ("On the margins he met President Ali Tall of Mali.", {"Ali Tall": (True, "member")}),
    ("Brazil's Luis Prado, invited as a guest, spoke.", {"Luis Prado": (True, "guest")}),
    ("Presiding over the talks, President Ali Tall of Mali urged calm.", {"Ali Tall": (True, "chair")}),
    ("President Ali Tall of Mali, taking the chair from Turkey, urged calm.", {"Ali Tall": (True, "chair")}),
    ("The committee, chaired by President Ali Tall of Mali, met.", {"Ali Tall": (True, "member")}),
    ("Mali's Ali Tall is in the room; so are Chad's Omar Nur and Oman's Hamad Khan.", 3),
    (
        "King Talal of Jordan had stayed away; so had Chad's Omar Nur.",
        {"Talal": (False, None), "Omar Nur": (False, None)},
    ),
    ("The meeting was attended by:\n- Ali Tall, President of Mali;\n- Omar Nur, President of Chad.", 2),
    ("The king met the following participants:\n\nAli Tall, President of Mali;\nOmar Nur, President of Chad.", 2),
    ('"It is late," sighed Mounir Achour, a Tunisian delegate.', {"Mounir Achour": (True, "member")}),
    ("Around the table sat Ali Tall of Mali and Omar Nur of Chad.", 2),
    ("King Talal of Jordan is represented by his brother, Prince Hassan.", 1),
    ("He read the petition which Mali's Ali Tall filed in May.", {"Ali Tall": (False, None)}),
]


@pytest.mark.parametrize(("text", "expected"), _PRESENCE)
def test_presence(text: str, expected: dict[str, tuple[bool, str | None]] | int) -> None:
    found = presence(news(text))
    assert (sum(there for there, _ in found.values()) if isinstance(expected, int) else found) == expected


_DECLARATIONS = [
    ("In a resolution adopted before dawn, the OIC called the annexation void.", [("resolution", None)]),
    (
        "Also adopted were a resolution on Mali and the Mecca Declaration.",
        [("resolution", None), ("declaration", "Mecca Declaration")],
    ),
    ("His argument found its way into the Mecca Declaration.", [("declaration", "Mecca Declaration")]),
    ("He recalled the Mecca Declaration of 1981.", []),
    ("He welcomed the Doha Declaration, adopted by the Arab League.", []),
]


@pytest.mark.parametrize(("text", "expected"), _DECLARATIONS)
def test_declarations(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert declarations(news(text)) == expected


@pytest.mark.parametrize(
    "text",
    ["Emergency summits of the Arab League had taken place there.", "No Iranian president had set foot in Mecca."],
)
def test_no_act(text: str) -> None:
    assert acts(news(text)) == []


def test_resolutions_are_no_years() -> None:
    assert events(news("Observers had come under resolutions 2042 and 2043, and under resolution 2085 (2012).")) == []


@pytest.mark.parametrize(
    ("text", "kings"),
    [
        ("Thirty states took part, 26 of them at the level of head of state.", 26),
        ("The summit brought a dozen heads of state to Mecca.", 12),
        ("More than 30 heads of state were in the city.", 30),
    ],
)
def test_counts(text: str, kings: int) -> None:
    assert counts(news(text))[2] == kings


def test_a_city_that_is_no_seat_of_government_does_not_act() -> None:
    assert acts(news("Gaza dominates the debate. Ankara suspended trade.")) == [("Turkey", "suspend")] or acts(
        news("Gaza dominates the debate. Ankara suspended trade.")
    ) == [("Türkiye", "suspend")]


def test_a_crown_prince_whose_given_name_another_one_bears_has_the_state_of_who_sends_him() -> None:
    found = people(
        parse("CAIRO, February 8, 2013 - The OIC summit met. King Ali of Oman sent Crown Prince Salman.", id="x")
    )
    assert found["Salman"] == ("crown prince", "OMN")


def test_a_text_on_an_old_summit_tells_of_the_days_around_it() -> None:
    text = (
        "A week in Lahore\n\nPublished: February 25, 2024\n\nBetween 22 and 24 February 1974 the Second Islamic "
        "Summit of the OIC met in Lahore. Egypt's president, Ahmed Fathi, was shot on 25 March 1975. His deputy, Omar "
        "Nasr, was murdered on 15 August of the same year."
    )
    assert [date for date, _ in events(parse(text, id="x"))] == ["1975-03-25", "1975-08-15"]
