"""Direct quotations: what is one, where it ends, and who says it."""

import pytest

from tests.grammar.sentences import article, news, quotations, rare

SAMI = "Tunisian foreign minister Sami Kerim"


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        pytest.param('{who} said "the door stays open".', "the door stays open", id="straight"),
        pytest.param("{who} said “the door stays open”.", "the door stays open", id="curly"),
        pytest.param("{who} said 'the door stays open'.", "the door stays open", id="single"),
        pytest.param("{who} said ‘the door stays open’.", "the door stays open", id="single curly"),
        pytest.param("{who} said «the door stays open».", "the door stays open", id="guillemets"),
        pytest.param("{who} said « the door stays open ».", "the door stays open", id="spaced guillemets"),
        pytest.param("{who} said „the door stays open“.", "the door stays open", id="low marks"),
        pytest.param("{who} said `` the door stays open '' .", "the door stays open", id="tokenised"),
        pytest.param('{who} said "the door stays open."', "the door stays open", id="stop inside"),
        pytest.param('{who} said, "The door stays open!"', "The door stays open", id="exclamation inside"),
        pytest.param('"The door stays open," {who} said.', "The door stays open", id="before its speaker"),
        pytest.param('"The door stays open", said {who}.', "The door stays open", id="inverted"),
        pytest.param('{who}: "The door stays open."', "The door stays open", id="colon"),
        pytest.param('According to {who}, "the door stays open".', "the door stays open", id="according to"),
        pytest.param('{who} told reporters: "The door stays open."', "The door stays open", id="told reporters"),
        pytest.param('{who} described the talks as "fair and frank".', "fair and frank", id="object"),
        pytest.param('{who}, calling the talks "fair and frank", left early.', "fair and frank", id="participle"),
        pytest.param(
            "{who} said 'it isn't the states' fault at all'.",
            "it isn't the states' fault at all",
            id="inner apostrophes",
        ),
        pytest.param(
            "{who} said \"the so-called 'peace plan' is dead\".", "the so-called 'peace plan' is dead", id="nested"
        ),
        pytest.param(
            "{who} said 'the so-called \"peace plan\" is dead'.",
            'the so-called "peace plan" is dead',
            id="nested in single",
        ),
    ],
)
def test_marks_and_places(sentence: str, words: str) -> None:
    found = quotations(article(sentence.format(who=SAMI)))
    assert [(speaker, text.strip(" .,!")) for speaker, text in found] == [("Sami Kerim", words)]


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("The ministers' reply and the king's answer weren't known.", id="apostrophes"),
        pytest.param("The '90s and the summit of '81 were remembered.", id="years cut short"),
        pytest.param("Rock 'n' roll was played at Sana'a's airport.", id="elisions"),
        pytest.param("The delegates went to the Ka'ba and to Ta'if.", id="ayn"),
        pytest.param('The summit\'s motto was "Hand in Hand for the Future".', id="motto"),
        pytest.param('The magazine printed an essay called "The Long Road to Mecca".', id="title of an essay"),
        pytest.param('The summit issued the "Mecca Declaration on Solidarity".', id="title of a declaration"),
        pytest.param('Tunisian foreign minister Sami Kerim, known as "Abu Nur", smiled.', id="nickname"),
        pytest.param("The tower is 12' 6\" high.", id="feet and inches"),
        pytest.param('He called it "unjust".', id="one word"),
    ],
)
def test_no_quotation_of_two_words(sentence: str) -> None:
    assert [text for _, text in quotations(article(sentence)) if len(text.split()) > 1] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            '"We came in peace," {who} said, "and we leave in peace."',
            [("Sami Kerim", "We came in peace"), ("Sami Kerim", "and we leave in peace")],
            id="split",
        ),
        pytest.param(
            '{who} opened the debate. "We came in peace," he said. "We leave in peace."',
            [("Sami Kerim", "We came in peace"), ("Sami Kerim", "We leave in peace")],
            id="he, and a sentence that is all quotation",
        ),
        pytest.param(
            '{who} was blunt. "We came in peace."', [("Sami Kerim", "We came in peace")], id="after who was blunt"
        ),
        pytest.param(
            '"We came late," {who} said. Not so, replied Malian president Bakary Traore. "We came in peace."',
            [("Sami Kerim", "We came late"), ("Bakary Traore", "We came in peace")],
            id="after an answer without marks",
        ),
        pytest.param(
            'For {who} the text went too far. "We came in peace."',
            [("Sami Kerim", "We came in peace")],
            id="after the one named in front",
        ),
        pytest.param(
            '"We came in peace." That was how {who} put it.', [("Sami Kerim", "We came in peace")], id="pointed back at"
        ),
        pytest.param(
            '"We came in peace." The words are those of {who}.',
            [("Sami Kerim", "We came in peace")],
            id="the words are those of",
        ),
        pytest.param('"A vile crime" was {who}\'s verdict.', [("Sami Kerim", "A vile crime")], id="whose verdict"),
        pytest.param('"We came in peace" ({who}).', [("Sami Kerim", "We came in peace")], id="in brackets"),
        pytest.param(
            'The raid was called "a vile crime" in the communiqué.',
            [("communique", "a vile crime")],
            id="in a document",
        ),
        rare(
            '{who} said Malian president Bakary Traore had told him "nothing new at all".',
            [("Bakary Traore", "nothing new at all")],
            name="quotation inside reported speech",
            reason="reported speech inside reported speech",
        ),
        pytest.param(
            '{who} praised the hosts, while Malian president Bakary Traore spoke of "a wasted day".',
            [("Bakary Traore", "a wasted day")],
            id="nearest of two speakers",
        ),
        pytest.param(
            '{who} and Malian president Bakary Traore met. "We agreed on everything," Traore said.',
            [("Bakary Traore", "We agreed on everything")],
            id="by surname",
        ),
        pytest.param(
            '{who} left. "We agreed on everything," the Tunisian minister said.',
            [("Sami Kerim", "We agreed on everything")],
            id="by title",
        ),
        pytest.param('The summit called the attack "a vile crime".', [("summit", "a vile crime")], id="the summit"),
        pytest.param('Indonesia called the attack "a vile crime".', [("Indonesia", "a vile crime")], id="a state"),
        pytest.param('Jakarta called the attack "a vile crime".', [("Indonesia", "a vile crime")], id="a capital"),
        pytest.param('The Arab League called it "a vile crime".', [("Arab League", "a vile crime")], id="a body"),
        pytest.param(
            'The final communiqué called the attack "a vile crime".', [("communique", "a vile crime")], id="a document"
        ),
        pytest.param(
            'The attack was called "a vile crime" by {who}.', [("Sami Kerim", "a vile crime")], id="passive with by"
        ),
        pytest.param(
            '"A vile crime" was how {who} described it.', [("Sami Kerim", "A vile crime")], id="was how X described it"
        ),
        pytest.param(
            'In the words of {who}, it was "a vile crime".', [("Sami Kerim", "a vile crime")], id="in the words of"
        ),
    ],
)
def test_speakers(text: str, expected: list[tuple[str, str]]) -> None:
    found = quotations(article(text.format(who=SAMI)))
    assert [(speaker, words.strip(" ,.")) for speaker, words in found] == expected


@pytest.mark.parametrize("mark", ['"', "“", "«", "``"])
def test_an_unbalanced_mark_is_a_problem_and_takes_nothing_with_it(mark: str) -> None:
    found = article(f'{SAMI} said {mark}the door stays open.\n\nMalian president Bakary Traore said "we agree".')
    assert [p.kind for p in found.problems] == ["unbalanced quotation mark"]
    assert ("Bakary Traore", "we agree") in quotations(found)


def test_a_quotation_over_paragraphs_in_news_belongs_to_one_speaker() -> None:
    text = f'"The door stays open," {SAMI} told reporters.\n\n"It was never shut."\n\nThe talks go on.'
    assert [(speaker, words.strip(",.")) for speaker, words in quotations(news(text))] == [
        ("Sami Kerim", "The door stays open"),
        ("Sami Kerim", "It was never shut"),
    ]


def test_ends_of_sentences_inside_a_quotation_do_not_cut_it() -> None:
    found = quotations(article(f'{SAMI} said: "We came. We saw Dr. Omar. We left." Then he slept.'))
    assert [words for _, words in found] == ["We came. We saw Dr. Omar. We left."]
