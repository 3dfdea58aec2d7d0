"""This file holds sentences about what is settled when only something is known about weights."""

from __future__ import annotations

from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.label import Language
from bw_mcda.results.potential_optimality import PotentialOptimality
from bw_mcda.results.weight_flip import WeightFlip, WeightFlips
from bw_mcda.texts.naming import alternative_label, alternatives_in_words, label_of, list_in_words
from bw_mcda.texts.number_format import percent
from bw_mcda.texts.words import words

TOLD_CHANGES = 4
"""At most so many changes of share are told, the largest."""
LISTED = 5
"""More alternatives than this are counted, not named."""
SEEN = 0.005
"""A change of share of less than half a percentage point is not told."""


def potential_optimality_sentences(
    found: PotentialOptimality, problem: DecisionProblem, language: Language
) -> tuple[str, ...]:
    """Return who can still come first, who cannot, and of how many pairs the order is settled."""
    can, never = found.can_be_first, found.never_first
    if len(can) == 1:
        name = alternative_label(problem, can[0], language)
        sentences = [words(language, "robustness.only_first", name=name)]
    elif not never:
        sentences = [words(language, "robustness.all_can_be_first")]
    else:
        key = "cannot_be_first_one" if len(never) == 1 else "cannot_be_first_many"
        sentences = [
            words(
                language,
                "robustness.can_be_first" if len(can) <= LISTED else "robustness.many_can_be_first",
                names=alternatives_in_words(can, problem, language),
                count=len(can),
                total=len(can) + len(never),
            ),
            words(
                language,
                f"robustness.{key}",
                names=alternatives_in_words(never, problem, language),
            ),
        ]
    settled, pairs = len(found.always_above), len(found.pairs) // 2
    if pairs:
        key = "pairs_all_settled" if settled == pairs else "pairs_settled"
        sentences.append(words(language, f"robustness.{key}", settled=settled, all=pairs))
    return tuple(sentences)


def weight_flip_sentence(found: WeightFlips, problem: DecisionProblem, language: Language) -> str:
    """Return how much weight must move, within what was said, before another comes first."""
    flip = found.nearest
    if flip is None or flip.moved is None:
        return words(language, "robustness.region_flip_never")
    return words(
        language,
        "robustness.region_flip",
        moved=percent(flip.moved, language),
        rival=alternative_label(problem, flip.rival, language),
        changes=_changes(flip, problem, language),
    )


def _changes(flip: WeightFlip, problem: DecisionProblem, language: Language) -> str:
    largest = sorted(flip.shares, key=lambda share: -abs(share[2] - share[1]))[:TOLD_CHANGES]
    told = [share for share in largest if abs(share[2] - share[1]) >= SEEN] or largest[:2]
    return list_in_words(
        [
            words(
                language,
                "robustness.share_change",
                criterion=label_of(problem.criteria, criterion, language),
                before=percent(before, language),
                after=percent(after, language),
            )
            for criterion, before, after in told
        ],
        language,
    )
