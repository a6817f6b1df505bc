"""Which summit a text is about: its organisation, session, days and city, and what names another one."""

import pytest

from oic_summits.parser import parse
from tests.grammar.sentences import article, provisions

_SESSIONS = {
    "at the nth session": (
        (
            "Leaders met at the 8th extraordinary session of the Organisation of Islamic Cooperation in Riyadh on "
            "11 November 2023."
        ),
        ("oic-extraordinary-8", "2023-11-11", "2023-11-11", "Riyadh"),
    ),
    "for the nth summit": (
        (
            "Ministers gathered in Tehran on 9 December 1997 for the 8th summit of the Organisation of the Islamic "
            "Conference."
        ),
        ("oic-ordinary-8", "1997-12-09", "1997-12-09", "Tehran"),
    ),
    "hosted": (
        "Malaysia hosted the tenth Islamic summit from October 16 to 17, 2003 in Putrajaya.",
        ("oic-ordinary-10", "2003-10-16", "2003-10-17", "Putrajaya"),
    ),
    "opened": (
        "ISTANBUL — The 13th Islamic Summit opened in Istanbul on Thursday, 14 April 2016 with calls for unity.",
        ("oic-ordinary-13", "2016-04-14", None, "Istanbul"),
    ),
    "last day of two": (
        "DAKAR, March 15, 2008 - Muslim leaders wrapped up a two-day summit of the OIC in Dakar on Friday.",
        ("oic-2008-03-13", "2008-03-13", "2008-03-14", "Dakar"),
    ),
    "first day of two": (
        "DAKAR, March 13, 2008 - A two-day summit of the OIC opened in Dakar on Thursday.",
        ("oic-2008-03-13", "2008-03-13", "2008-03-14", "Dakar"),
    ),
    "last day of an unknown number": (
        "DAKAR, March 15, 2008 - The 11th Islamic summit of the OIC ended in Dakar on Friday.",
        ("oic-ordinary-11", None, "2008-03-14", "Dakar"),
    ),
    "numbered behind an unnumbered name": (
        (
            "ISTANBUL, May 18, 2018 - Leaders met on Friday for an emergency summit of the OIC, the seventh "
            "extraordinary session in its history."
        ),
        ("oic-extraordinary-7", "2018-05-18", "2018-05-18", "Istanbul"),
    ),
    "when the nth opens": (
        "CAIRO, 4 February 2013 - When the 12th Islamic summit of the OIC opens in Cairo on Wednesday, few will come.",
        ("oic-ordinary-12", "2013-02-06", None, "Cairo"),
    ),
    "brought together": (
        "RIYADH, 12 November 2024 - The kingdom on Monday brought together leaders of the OIC for a summit in Riyadh.",
        ("oic-2024-11-11", "2024-11-11", "2024-11-11", "Riyadh"),
    ),
    "number in apposition": (
        "DAKAR, March 14, 2008 - Leaders met at an OIC summit, the eleventh, in Dakar on Thursday and Friday.",
        ("oic-ordinary-11", "2008-03-13", "2008-03-14", "Dakar"),
    ),
    "number of a neighbouring body's summit": (
        (
            "CAIRO, 8 February 2013 - The OIC summit in Cairo on Wednesday and Thursday echoed the 20th African Union "
            "summit."
        ),
        ("oic-2013-02-06", "2013-02-06", "2013-02-07", "Cairo"),
    ),
    "another day in a sentence on the summit": (
        (
            "DOHA, 14 November 2000 - The OIC summit met in Doha on Monday.\n\nThe conference heard that judges had "
            "ordered a halt on 23 January 1999."
        ),
        ("oic", None, "2000-11-13", "Doha"),
    ),
    "the city of another session": (
        (
            "LAHORE, 25 February 1974 - The second Islamic summit of the OIC met here on 22 February 1974. The first "
            "summit had met in Rabat. The third summit is to meet in Mecca."
        ),
        ("oic-ordinary-2", "1974-02-22", "1974-02-22", "Lahore"),
    ),
    "opens on a weekday": (
        (
            "Ministers arrived in Istanbul for the 13th Islamic Summit Conference, which opens on Thursday.\n\n"
            "ISTANBUL, April 13, 2016"
        ),
        ("oic-ordinary-13", "2016-04-14", None, "Istanbul"),
    ),
    "will meet on a weekday": (
        "RIYADH, Nov. 10, 2024 - Leaders of the OIC will meet on Monday for an extraordinary summit in Riyadh.",
        ("oic-extraordinary-2024-11-11", "2024-11-11", "2024-11-11", "Riyadh"),
    ),
    "met on a weekday": (
        "RIYADH, Nov. 13, 2024 - Leaders of the OIC met on Monday for an extraordinary summit in Riyadh.",
        ("oic-extraordinary-2024-11-11", "2024-11-11", "2024-11-11", "Riyadh"),
    ),
    "joint": (
        (
            "Muslim leaders met in Riyadh on Nov. 11, 2024 for a joint extraordinary summit of the Arab League "
            "and the Organization of Islamic Cooperation."
        ),
        ("oic-extraordinary-2024-11-11", "2024-11-11", "2024-11-11", "Riyadh"),
    ),
    "Arab-Islamic": (
        "Saudi Arabia hosted a joint Arab-Islamic extraordinary summit in Riyadh on November 11, 2023.",
        ("oic-extraordinary-2023-11-11", "2023-11-11", "2023-11-11", "Riyadh"),
    ),
    "another one had been held": (
        "The OIC summit met in Mecca on 31 May 2019. Its leaders had met at the 13th OIC summit in Istanbul.",
        ("oic-2019-05-31", "2019-05-31", "2019-05-31", "Mecca"),
    ),
    "who hosted another one": (
        "The OIC summit met in Mecca on 31 May 2019 to review what Turkey, which hosted the 13th OIC summit, had done.",
        ("oic-2019-05-31", "2019-05-31", "2019-05-31", "Mecca"),
    ),
    "plans of another one": (
        "OIC leaders met at an extraordinary summit in Mecca on 31 May 2019 to study plans of the 13th OIC summit.",
        ("oic-extraordinary-2019-05-31", "2019-05-31", "2019-05-31", "Mecca"),
    ),
    "one of another year": (
        "OIC summit met in Mecca on 31 May 2019, faithful to the pledge made at the 10th OIC summit in 2003.",
        ("oic-2019-05-31", "2019-05-31", "2019-05-31", "Mecca"),
    ),
    "of another organisation": (
        "The Arab League held its 29th summit in Dhahran, Saudi Arabia, on 15 April 2018.",
        ("arab-league-ordinary-29", "2018-04-15", "2018-04-15", "Dhahran"),
    ),
}


@pytest.mark.parametrize(("text", "expected"), list(_SESSIONS.values()), ids=list(_SESSIONS))
def test_which_summit(text: str, expected: tuple[str, str, str | None, str]) -> None:
    summit = parse(text, id="x").summit
    assert summit is not None
    days = [None if day is None else str(day) for day in (summit.start, summit.end)]
    assert (str(summit.id), *days, *summit.cities) == expected


_DATED_ACTS = {
    "own": ("Ali Khan, the Pakistani foreign minister, arrived in Istanbul on 4 April 2016.", "2016-04-04"),
    "of another verb": (
        "Ali Khan, the Pakistani foreign minister, arrived in Istanbul for the summit, which opens on 4 April 2016.",
        None,
    ),
}


@pytest.mark.parametrize(("text", "expected"), list(_DATED_ACTS.values()), ids=list(_DATED_ACTS))
def test_date_of_an_act(text: str, expected: str | None) -> None:
    summit = parse(f"The 13th Islamic Summit was held in Istanbul.\n\n{text}", id="x").summit
    assert summit is not None
    (act,) = [act for reaction in summit.reactions for act in reaction.acts if act.lemma == "arrive"]
    assert (None if act.date is None else str(act.date)) == expected


def test_attendance_that_is_implied_says_so() -> None:
    text = (
        "The 13th Islamic Summit was held in Istanbul on 14 April 2016.\n\n"
        '"We want peace," Iranian President Ali Khan said. Pakistani President Omar Shah attended the summit.'
    )
    summit = parse(text, id="x").summit
    assert summit is not None
    rules = {p.actor.name: {e.rule for e in p.evidence if "attendance" in e.rule} for p in summit.participants}
    assert rules == {"Ali Khan": {"attendance implied by an act there"}, "Omar Shah": {"attendance"}}


_PARTICIPLES = {
    "time": ("The conference welcomed the Rabat pact, adopted late on Sunday.", ["welcome"]),
    "date": ("The conference welcomed the Rabat pact, adopted on 4 April 2016.", ["welcome"]),
    "place": ("The conference welcomed the pact, adopted in Rabat.", ["welcome"]),
    "row of verbs": (
        "The conference welcomed the pact, adopted in Rabat its budget and elected a bureau.",
        ["welcome", "adopt", "elect"],
    ),
}


@pytest.mark.parametrize(("text", "expected"), list(_PARTICIPLES.values()), ids=list(_PARTICIPLES))
def test_a_participle_behind_its_noun_is_no_act(text: str, expected: list[str]) -> None:
    assert provisions(article(text)) == expected
