"""Verb groups: a finite verb with its auxiliaries, its modality and its voice.

No tagger is needed: the lexicon says what a form can be, and its neighbours decide what it is.
"""

import attrs

from oic_summits.model import ActKind, Modality, Polarity
from oic_summits.parser.clauses import NOMINAL, Piece, VerbGroup, last_content
from oic_summits.parser.finite import plain_verb
from oic_summits.parser.lexicon import BE, DO, FUTURE, HAVE, MODALS, VerbForm, VerbSense, guess_verb, verb_forms
from oic_summits.parser.line import Line
from oic_summits.parser.mentions import Kind, Mention
from oic_summits.parser.neighbours import noun_before, open_word, skip_adverbs

_EXPECTING = frozenset("expected due set scheduled likely about supposed bound slated poised tipped ready".split())
_PLANNING = frozenset("planned intended meant going".split())


_POSSIBLE = frozenset("may might could can would should must".split())


def verb_group(line: Line, at: dict[int, Mention], pieces: list[Piece], i: int) -> tuple[int, VerbGroup] | None:
    """The verb group at i with the token index after it, or None where no finite verb begins."""
    lower = line.lower(i)
    if lower in MODALS or lower in HAVE or lower in BE or lower in DO:
        if lower == "be":
            last = last_content(pieces)
            return (
                _with_auxiliary(line, at, i)
                if last is not None and last.kind in NOMINAL and last.word != "modifier"
                else None
            )
        if lower in ("having", "being", "been") or (lower in ("will", "may", "might", "can") and noun_before(line, i)):
            return None
        return _with_auxiliary(line, at, i)
    after = at.get(i + 1)
    spoken = after is not None and after.kind in (Kind.PERSON, Kind.NAME, Kind.OFFICE)
    return plain_verb(line, pieces, i, before_person=spoken)


@attrs.frozen(kw_only=True)
class _Auxiliaries:
    """The auxiliaries of a verb group: where they begin and end, and what they amount to."""

    first: str
    start: int
    end: int
    be: bool
    have: bool
    negated: bool

    @property
    def tense(self) -> str:
        """Past, present or modal."""
        if self.first in MODALS:
            return "modal"
        return "past" if self.first in ("had", "was", "were", "did") else "present"


def _auxiliaries(line: Line, at: dict[int, Mention], i: int) -> _Auxiliaries:
    """Read "will not have been" from i on, with the adverbs between; they end before the main verb or a mention."""
    first = line.lower(i)
    be, have, negated = first in BE, first in HAVE, False
    j = i + 1
    while True:
        j, not_here = skip_adverbs(line, j)
        negated = negated or not_here
        lower = line.lower(j)
        if j in at or lower not in BE | HAVE:
            break
        if lower in BE:
            be = True
        elif first in MODALS and line.lower(j - 1) in MODALS:
            have = True
        else:
            break
        j += 1
    return _Auxiliaries(first=first, start=i, end=j, be=be, have=have, negated=negated)


def _with_auxiliary(line: Line, at: dict[int, Mention], i: int) -> tuple[int, VerbGroup]:
    """A verb group that begins with an auxiliary."""
    auxiliaries = _auxiliaries(line, at, i)
    j, be = auxiliaries.end, auxiliaries.be
    lower, following = line.lower(j), line.lower(j + 1)
    if j >= len(line) or j in at:
        return _copula(auxiliaries)
    if lower == "to" or (lower in _EXPECTING | _PLANNING and following == "to" and be):
        return _prospective(line, auxiliaries)
    if lower == "yet" and following == "to":
        return _prospective(line, attrs.evolve(auxiliaries, end=j + 1, negated=True))
    form = _main_form(line, auxiliaries)
    if form is None:
        return _copula(auxiliaries)
    passive = be and form.participle and not form.gerund
    if passive and lower in _ADJECTIVE_PARTICIPLES and following != "by":
        return _copula(auxiliaries)
    if be and lower == "going" and following == "to":
        return _prospective(line, auxiliaries)
    active = (be and form.gerund) or (auxiliaries.have and form.participle)
    plain = not be and form.base and auxiliaries.first in MODALS | DO
    if not (passive or active or plain):
        return _copula(auxiliaries)
    modality = Modality.EXPECTED if auxiliaries.first in FUTURE | _POSSIBLE and not auxiliaries.have else Modality.DONE
    return j + 1, VerbGroup(
        main=j,
        sense=form.sense,
        passive=passive,
        negated=auxiliaries.negated,
        modality=_modality(auxiliaries, form, modality),
        tense=auxiliaries.tense,
        bare=False,
    )


def _modality(auxiliaries: _Auxiliaries, form: VerbForm, modality: Modality) -> Modality:
    if auxiliaries.negated:
        return Modality.NOT_DONE
    return Modality.PLANNED if form.sense.lemma in ("plan", "intend") and modality is Modality.DONE else modality


def _main_form(line: Line, auxiliaries: _Auxiliaries) -> VerbForm | None:
    """The form of the main verb: of the lexicon, by its ending, or any open word after a modal."""
    j = auxiliaries.end
    lower = line.lower(j)
    form = verb_forms().get(lower) or guess_verb(lower)
    after_modal = auxiliaries.first in MODALS | DO and not auxiliaries.be and not auxiliaries.have
    if form is None and after_modal and open_word(line, j) and lower.isalpha():
        return VerbForm(VerbSense(lower, ActKind.DO, Polarity.NEUTRAL, operative=False), base=True)
    return form


_ADJECTIVE_PARTICIPLES = frozenset(
    "united concerned determined convinced interested pleased satisfied worried eager".split()
)


def _copula(auxiliaries: _Auxiliaries) -> tuple[int, VerbGroup]:
    """A group without a main verb: "was", "had", "did" alone."""
    first = auxiliaries.first
    lemma = "be" if auxiliaries.be or first in MODALS else "have" if first in HAVE else "do"
    return auxiliaries.end, VerbGroup(
        main=auxiliaries.start,
        sense=VerbSense(lemma, ActKind.DO, Polarity.NEUTRAL, operative=False),
        copula=True,
        negated=auxiliaries.negated,
        tense=auxiliaries.tense,
        bare=False,
    )


def _prospective(line: Line, auxiliaries: _Auxiliaries) -> tuple[int, VerbGroup]:
    """As in "is to open", "is expected to reaffirm", "has yet to recognise"."""
    j, negated = auxiliaries.end, auxiliaries.negated
    word = line.lower(j)
    k, _ = skip_adverbs(line, j + 1 if word == "to" else j + 2)
    form = verb_forms().get(line.lower(k))
    if form is None or not form.base or not (auxiliaries.be or auxiliaries.have):
        return _copula(auxiliaries)
    if auxiliaries.have:
        modality = Modality.NOT_DONE if line.lower(j - 1) == "yet" or negated else Modality.EXPECTED
    else:
        modality = Modality.PLANNED if word in _PLANNING or word == "to" else Modality.EXPECTED
    if negated and auxiliaries.be:
        modality = Modality.NOT_DONE
    return k + 1, VerbGroup(main=k, sense=form.sense, negated=negated, modality=modality, tense="modal", bare=False)
