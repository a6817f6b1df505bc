"""Words of the grammar: verbs with their forms and kinds, auxiliaries, and the closed classes of English."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

import attrs

from oic_summits.model import ActKind, Polarity

_VOWELS = "aeiou"
_DOUBLING = frozenset(
    "readmit "
    "admit beg ban begin brag bid chat clap commit compel confer control defer deter drag drop equip expel fit forbid "
    "grab grip hit hug infer jam knit mob nod omit patrol permit plan plot plug prefer put quit rebut rebel refer "
    "regret remit rob rub run set shed shop shut sip sit skip slam slip snap stem step stop strip submit swap swim tap "
    "top transfer transmit trap trim wed win wrap cut dig get let rid split spin quip jar mar".split()
)
BE = frozenset("am is are was were be been being 's 're".split())
HAVE = frozenset("have has had having 've".split())
DO = frozenset("do does did".split())
MODALS = frozenset("will would shall should can could may might must ll 'll wo ca".split())
FUTURE = frozenset("will shall 'll ll wo".split())
PRONOUNS = frozenset("he she it they we i you this that these those both who which".split())
DETERMINERS = frozenset(
    "the a an this that these those his her its their our my your no every each all some any both another such "
    "several many most few either neither more other".split()
)
POSSESSIVES = frozenset("his her its their our my your".split())
PREPOSITIONS = frozenset(
    "of in on at by for with from to into onto over under against about among amongst between before after during "
    "since until till through throughout without within upon towards toward across behind beyond despite including "
    "concerning regarding per via amid beside besides near off out up down around alongside outside inside above below "
    "than like as because following except minus plus versus given owing due according mindful conscious "
    "desirous".split()
)
SUBORDINATORS = frozenset(
    "that whether if when where while although though because unless once as since until before after whereas why how "
    "what so lest whenever wherever".split()
)
RELATIVES = frozenset("who which whom whose that where".split())
COORDINATORS = frozenset("and but or nor &".split())
ADVERBS = frozenset(
    "also then later further again still already even just only not never always often once twice meanwhile however "
    "therefore thus moreover furthermore too well instead nevertheless nonetheless earlier soon now today yesterday "
    "tomorrow tonight recently together indeed rather quite very almost nearly previously "
    "afterwards afterward subsequently finally eventually since far first second ago apart as further else hereby "
    "likewise yet away back home abroad there here ever perhaps maybe abruptly briefly n't".split()
)
# verbs of speech that stand with their subject between commas: "The date, said X, would be fixed"
PARENTHETICAL = frozenset(
    "say reckon argue insist explain note observe maintain recall write complain warn object counter retort reply "
    "answer respond".split()
)
MONTHS = (
    "january february march april may june july august september october november december "
    "jan feb mar apr jun jul aug sep sept oct nov dec"
).split()
WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()


@attrs.frozen
class VerbSense:
    """What a verb of the lexicon does: lemma, kind of act, polarity, and whether a summit lays things down with it."""

    lemma: str
    kind: ActKind
    polarity: Polarity
    operative: bool


@attrs.frozen
class VerbForm:
    """One inflected form: its sense and what it can be."""

    sense: VerbSense
    base: bool = False
    third: bool = False
    past: bool = False
    participle: bool = False
    gerund: bool = False


def _third(lemma: str) -> str:
    if lemma.endswith(("s", "sh", "ch", "x", "z", "o")):
        return lemma + "es"
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        return lemma[:-1] + "ies"
    return lemma + "s"


def _stem_before_vowel(lemma: str) -> str:
    if lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")):
        return lemma[:-1]
    if lemma in _DOUBLING:
        return lemma + lemma[-1]
    if lemma.endswith("el") and lemma not in {"feel", "compel"} and lemma[-3] not in _VOWELS:
        return lemma + "l"
    return lemma


def _regular_past(lemma: str) -> str:
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        return lemma[:-1] + "ied"
    return lemma + "d" if lemma.endswith("e") else _stem_before_vowel(lemma) + "ed"


def _gerund(lemma: str) -> str:
    if lemma.endswith("ie"):
        return lemma[:-2] + "ying"
    return _stem_before_vowel(lemma) + "ing"


def _read(name: str) -> list[str]:
    text = files("oic_summits.parser").joinpath("data", name).read_text("utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


@cache
def verb_senses() -> Mapping[str, VerbSense]:
    """Each lemma of the lexicon with its sense."""
    senses: dict[str, VerbSense] = {}
    kind, polarity = ActKind.DO, Polarity.NEUTRAL
    for line in _read("verbs.txt"):
        if line.startswith("["):
            first, second = line.strip("[]").split()
            kind, polarity = ActKind(first), Polarity(second)
            continue
        for word in line.split():
            lemma = word.rstrip("*")
            senses.setdefault(lemma, VerbSense(lemma, kind, polarity, word.endswith("*")))
    return MappingProxyType(senses)


@cache
def verb_forms() -> Mapping[str, VerbForm]:
    """Each inflected form of the lexicon; where two verbs share a form, the flags are joined under the first."""
    irregular = {parts[0]: parts[1:] for parts in (line.split() for line in _read("irregular.txt"))}
    forms: dict[str, VerbForm] = {}

    def enter(form: str, made: VerbForm) -> None:
        known = forms.get(form, made)
        forms[form] = VerbForm(
            known.sense,
            base=known.base or made.base,
            third=known.third or made.third,
            past=known.past or made.past,
            participle=known.participle or made.participle,
            gerund=known.gerund or made.gerund,
        )

    for lemma, sense in verb_senses().items():
        parts = irregular.get(lemma, [])
        past = parts[0] if parts else _regular_past(lemma)
        participle = parts[1] if parts else past
        enter(lemma, VerbForm(sense, base=True))
        enter(parts[2] if len(parts) > 2 else _third(lemma), VerbForm(sense, third=True))
        enter(past, VerbForm(sense, past=True))
        enter(participle, VerbForm(sense, participle=True))
        enter(_gerund(lemma), VerbForm(sense, gerund=True))
        if lemma.endswith("l") and not parts and past == lemma + "led":
            enter(lemma + "ed", VerbForm(sense, past=True, participle=True))
            enter(lemma + "ing", VerbForm(sense, gerund=True))
    for lemma in ("learn", "dream", "burn"):
        if lemma in verb_senses():
            enter(lemma + "ed", VerbForm(verb_senses()[lemma], past=True, participle=True))
    return MappingProxyType(forms)


NOUNS_IN_ING = frozenset(
    "evening morning building wedding ceiling nothing something anything everything during sibling briefing".split()
)
_NO_VERBS_IN_ED = frozenset("hatred sacred naked wicked hundred kindred rugged ragged beloved crooked wretched".split())


_SILENT_E = (
    *("ated", "ized", "ised", "uced", "ired", "ured", "bled", "dled", "gled", "kled", "pled", "tled", "zled", "fled"),
    *("ived", "aved", "oved", "lved", "rved", "nced", "rced", "nged", "dged", "osed", "used", "ased"),
)


def _adjectival(word: str) -> bool:
    """As in "undeterred", "sacred": an adjective by its form."""
    return word in _NO_VERBS_IN_ED or (word.startswith("un") and not word.startswith(("under", "unit")))


def guess_verb(word: str) -> VerbForm | None:
    """A form that the lexicon lacks, by its ending alone: "-ed" after a subject is a past, "-ing" a gerund."""
    if len(word) > 4 and word.endswith("ed") and not word.endswith("eed") and not _adjectival(word):
        stem = word[:-1] if word.endswith(_SILENT_E) else word[:-2]
        sense = VerbSense(stem, ActKind.DO, Polarity.NEUTRAL, operative=False)
        return VerbForm(sense, past=True, participle=True)
    if len(word) > 5 and word.endswith("ing") and word not in NOUNS_IN_ING:
        return VerbForm(VerbSense(word[:-3], ActKind.DO, Polarity.NEUTRAL, operative=False), gerund=True)
    return None
