"""Verb groups: a finite verb with its auxiliaries, its modality and its voice.

No tagger is needed: the lexicon says what a form can be, and its neighbours decide what it is.
"""

import attrs

from oic_summits.model import ActKind, Modality, Polarity
from oic_summits.parser.clauses import NOMINAL, Piece, VerbGroup, last_content
from oic_summits.parser.finite import plain_verb
from oic_summits.parser.lexicon import BE, DO, FUTURE, HAVE, MODALS, VerbForm, VerbSense, guess_verb, verb_forms
from oic_summits.parser.line import Line
from oic_summits.parser.mentions import Mention
from oic_summits.parser.neighbours import noun_before, open_word, skip_adverbs

_EXPECTING = frozenset("expected due set scheduled likely about supposed bound slated poised tipped ready".split())
_PLANNING = frozenset("planned intended meant".split())


def verb_group(line: Line, at: dict[int, Mention], pieces: list[Piece], i: int) -> tuple[int, VerbGroup] | None:
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
    return plain_verb(line, pieces, i)


def _with_auxiliary(line: Line, at: dict[int, Mention], i: int) -> tuple[int, VerbGroup] | None:
    first = line.lower(i)
    tense = "modal" if first in MODALS else "past" if first in ("had", "was", "were", "did") else "present"
    modality = Modality.EXPECTED if first in FUTURE else Modality.DONE
    negated = False
    be = first in BE
    have = first in HAVE
    j = i + 1
    while True:
        j, not_here = skip_adverbs(line, j)
        negated = negated or not_here
        if j >= len(line) or j in at:
            return _copula(i, j, first, tense, negated)
        lower = line.lower(j)
        if lower in BE:
            be, j = True, j + 1
            continue
        if lower in HAVE and first in MODALS and line.lower(j - 1) in MODALS:
            have, j = True, j + 1
            continue
        break
    if lower == "to" or (lower in _EXPECTING | _PLANNING and line.lower(j + 1) == "to" and be):
        return _prospective(line, i, j, tense, negated, be=be, have=have)
    if lower == "yet" and line.lower(j + 1) == "to":
        return _prospective(line, i, j + 1, tense, True, be=be, have=have)
    form = verb_forms().get(lower) or guess_verb(lower)
    if form is None and first in MODALS | DO and not be and not have and open_word(line, j) and lower.isalpha():
        form = VerbForm(VerbSense(lower, ActKind.DO, Polarity.NEUTRAL, operative=False), base=True)
    if form is None:
        return _copula(i, j, first, tense, negated)
    group = VerbGroup(
        main=j,
        sense=form.sense,
        negated=negated,
        modality=Modality.NOT_DONE if negated else modality,
        tense=tense,
        bare=False,
    )
    if be and form.participle and (not form.gerund):
        if lower in _ADJECTIVE_PARTICIPLES and line.lower(j + 1) != "by":
            return _copula(i, j, first, tense, negated)
        return j + 1, attrs.evolve(group, passive=True)
    if be and form.gerund:
        return j + 1, group
    if have and form.participle:
        return j + 1, group
    if (first in MODALS or first in DO) and form.base and not be:
        return j + 1, group
    return _copula(i, j, first, tense, negated)


_ADJECTIVE_PARTICIPLES = frozenset(
    "united concerned determined convinced interested pleased satisfied worried eager".split()
)


def _copula(i: int, j: int, first: str, tense: str, negated: bool) -> tuple[int, VerbGroup] | None:
    lemma = "be" if first in BE or first in MODALS else "have" if first in HAVE else "do"
    sense = VerbSense(lemma, ActKind.DO, Polarity.NEUTRAL, operative=False)
    return i + 1 if j == i + 1 else j, VerbGroup(
        main=i, sense=sense, copula=True, negated=negated, tense=tense, bare=False
    )


def _prospective(
    line: Line, i: int, j: int, tense: str, negated: bool, *, be: bool, have: bool
) -> tuple[int, VerbGroup] | None:
    """As in "is to open", "is expected to reaffirm", "has yet to recognise"."""
    k = j if line.lower(j) == "to" else j + 1
    k, _ = skip_adverbs(line, k + 1)
    form = verb_forms().get(line.lower(k))
    if form is None or not form.base or not (be or have):
        return _copula(i, j, line.lower(i), tense, negated)
    if have:
        modality = Modality.NOT_DONE if line.lower(j - 1) == "yet" or negated else Modality.EXPECTED
    else:
        modality = Modality.PLANNED if line.lower(j) in _PLANNING or line.lower(j) == "to" else Modality.EXPECTED
    if negated and be:
        modality = Modality.NOT_DONE
    return k + 1, VerbGroup(main=k, sense=form.sense, negated=negated, modality=modality, tense="modal", bare=False)
