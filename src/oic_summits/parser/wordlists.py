"""Closed word lists by which the shape of a name is told from other capitalised words."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from oic_summits.parser.lexicon import (
    ADVERBS,
    BE,
    COORDINATORS,
    DETERMINERS,
    DO,
    HAVE,
    MODALS,
    MONTHS,
    PREPOSITIONS,
    PRONOUNS,
    SUBORDINATORS,
    WEEKDAYS,
)

FUNCTION_WORDS = (
    ADVERBS | BE | COORDINATORS | DETERMINERS | DO | HAVE | MODALS | PREPOSITIONS | PRONOUNS | SUBORDINATORS
) | frozenset(
    "not no yes mr mrs ms other others half part much one two three four five six seven eight nine ten eleven twelve "
    "thirteen fourteen fifteen twenty thirty forty fifty sixty hundred thousand million asked called speaking".split()
)
CALENDAR_WORDS = frozenset(MONTHS + WEEKDAYS) | frozenset("ad bc am pm gmt".split())
# lower-case words that may stand inside a personal name, before a capitalised one
PARTICLES = frozenset(
    "bin ibn bint binti bte ben ould wuld al el ul ud ur abu abd van von de der den da dos du di la le ibnu".split()
)
ROMAN = frozenset("I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XXIII".split())
HONORIFICS = frozenset(
    "royal "
    "mr mr. mrs mrs. ms ms. dr dr. prof prof. professor sir dame lord lady h.e. h.e h.h. h.m. h.r.h. hrh he. "
    "excellency majesty highness eminence his her their sheikh shaikh sheik shaykh mullah maulana mawlana ayatollah "
    "hojatoleslam colonel col. col general gen. gen lieutenant lt. lt major maj. captain capt. field marshal marshal "
    "admiral adm. brigadier tun tunku tengku dato' dato datuk seri sri haji hajji hadji syed_ sayyid sayed_ reverend "
    "rev. rev father comrade engineer eng. ambassador_ hon. hon honourable honorable right custodian_ late mufti_ "
    "imam_".split()
)
# honorifics that some people bear as a part of their printed name
NAME_HONORIFICS = frozenset("sheikh shaikh tunku tengku".split())
# capitalised words that head the names of things, never of persons
THING_NOUNS = frozenset(
    "declaration communique communiqué charter statement resolution programme program plan pact treaty agreement "
    "accord accords convention summit conference session meeting congress assembly parliament senate council "
    "committee commission ministry department office secretariat organisation organization union league community "
    "movement front party army forces force guard guards police court tribunal bank fund foundation institute "
    "institution university academy college school hospital centre center agency bureau authority administration "
    "government state states nation nations republic kingdom emirate emirates sultanate empire federation province "
    "governorate city town village camp airport palace hotel hall mosque church cathedral temple square street road "
    "avenue bridge gate tower park garden bay gulf sea ocean river lake island islands mountain mountains desert "
    "strip bank_ heights peninsula valley strait canal war wars day days week year years decade century times post "
    "news press tribune herald gazette journal daily guardian telegraph television tv radio channel network agency_ "
    "initiative group quartet process roadmap road_ map peace security_ award prize order medal cup games olympics "
    "act law bill article chapter paragraph section item embassy consulate mission delegation forum platform "
    "partnership alliance bloc coalition cooperation conference_ house cabinet bureau_ crescent cross compound "
    "esplanade basin territory territories region area zone east west north south eastern western northern southern "
    "central middle upper lower holy sacred noble al-sharif islamic muslim muslims christian christians jewish jews "
    "arab arabs african european asian western_ american_ international world global regional national federal royal "
    "general_ united special extraordinary ordinary emergency annual final joint first second third fourth fifth "
    "sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth contact high human rights "
    "quran qur'an koran prophet god allah ummah umma haram jihad intifada hijri vision strategy mechanism document "
    "report letter speech address message cause question issue crisis revolution uprising spring nakba ramadan eid "
    "photo image source sources read more related also twitter facebook instagram youtube reuters afp ap xinhua "
    "anadolu aljazeera bbc cnn getty reporting editing additional compass cultural economic political military social "
    "humanitarian trust zionist zionists".split()
)


def _clean(words: frozenset[str]) -> frozenset[str]:
    return frozenset(word.rstrip("_") for word in words)


THINGS = _clean(THING_NOUNS)
HONORIFIC_WORDS = _clean(HONORIFICS)
# lower-case heads of bodies that act: "the Iranian parliament"
BODY_HEADS = frozenset(
    "parliament army forces military police court courts senate assembly congress council committee commission "
    "ministry department opposition factions faction party parties movement militia militias rebels movement press "
    "media newspaper daily agency union federation group coalition alliance bank mosque church academy society "
    "association cabinet judiciary knesset majlis legislature house lawmakers mps diplomats troops soldiers settlers "
    "protesters negotiators analysts television radio broadcaster website institute organisation organization "
    "organisations organizations chamber tribunal mission post army navy air-force guard guards intelligence taliban "
    "secretariat presidency palace bloc quartet office bureau".split()
)
# heads by which a state itself acts: "the Palestinian leadership", "the US administration"
GOVERNMENT_HEADS = frozenset(
    "leadership government administration authorities authority regime side state republic kingdom delegation nation "
    "people leaders officials ministers diplomats representatives delegates government's".split()
)
# heads of groups of states or officials that act together
GROUP_HEADS = frozenset(
    "leaders ministers governments states countries nations members delegations delegates officials presidents kings "
    "heads rulers emirs envoys diplomats representatives participants monarchs premiers neighbours neighbors members "
    "parties sides powers guests chiefs speakers participants foreign-ministers allies".split()
)


# nouns that mean speech: "was the verdict of X"
WORDS_OF = frozenset(
    "verdict view message word words comment reply answer response reaction assessment conclusion advice judgement "
    "judgment description phrase".split()
)


@cache
def office_titles() -> Mapping[tuple[str, ...], str]:
    """Titles of offices by their words, each with the form that records use."""
    titles: dict[tuple[str, ...], str] = {}
    text = files("oic_summits.parser").joinpath("data", "offices.txt").read_text("utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            form = line.replace("secretary general", "secretary-general").replace(
                "director general", "director-general"
            )
            titles[tuple(line.split())] = form
    return titles


@cache
def portfolios() -> frozenset[str]:
    """Words that stand before "minister"."""
    text = files("oic_summits.parser").joinpath("data", "portfolios.txt").read_text("utf-8")
    return frozenset(w for line in text.splitlines() if not line.startswith("#") for w in line.split())


@cache
def title_openers() -> frozenset[str]:
    """Words with which a title of office can begin, in the singular or the plural."""
    singular = {words[0] for words in office_titles()} | portfolios() | {"and", "deputy", "prime", "first", "acting"}
    men = {f"{word[:-3]}men" for word in singular if word.endswith("man")}
    return frozenset(singular | men | {f"{word}s" for word in singular})


@cache
def honorary_titles() -> Mapping[str, tuple[str, str]]:
    """Honorary titles of one office, with the office and the state."""
    text = files("oic_summits.parser").joinpath("data", "titles.txt").read_text("utf-8")
    rows = [line.split(" | ") for line in text.splitlines() if line and not line.startswith("#")]
    return MappingProxyType({title: (office, state) for title, office, state in rows})


@cache
def _resolutions() -> Mapping[str, str]:
    text = files("oic_summits.parser").joinpath("data", "resolutions.txt").read_text("utf-8")
    rows = [line.split() for line in text.splitlines() if line and not line.startswith("#")]
    return {number: row[0] for row in rows for number in row[1:]}


def resolution_body(number: str) -> str | None:
    """The body of a resolution that is cited by its number alone, where the number is commonly known; else None."""
    return _resolutions().get(number)
