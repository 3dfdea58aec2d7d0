"""This file holds how consistent answers in pairs and best-worst answers are."""

from __future__ import annotations

import numpy as np

from bw_mcda.problem.weighing.answers import (
    BestWorst,
    FlatAnswer,
    Pairwise,
    PerTheme,
    WeightAnswer,
)
from bw_mcda.problem.weighing.pairwise_shares import (
    group_shares,
    judged_ids,
    judgement_matrix,
    linked_groups,
    principal_eigenvector,
)
from bw_mcda.results.answer_consistency import (
    BETWEEN_THEMES,
    AnswerConsistency,
    DoubtfulJudgement,
)

PAIRWISE_LIMIT = 0.1
RANDOM_INDEX = (0.0, 0.0, 0.0, 0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49)
"""Mean inconsistency of random matrices of 0 to 10 ids (Saaty 1980)."""
BEST_WORST_LIMITS = {
    3: (0.1667, 0.1667, 0.1667, 0.1667, 0.1667, 0.1667, 0.1667),
    4: (0.1121, 0.1529, 0.1898, 0.2206, 0.2527, 0.2577, 0.2683),
    5: (0.1354, 0.1994, 0.2306, 0.2546, 0.2716, 0.2844, 0.2960),
    6: (0.1330, 0.1990, 0.2643, 0.3044, 0.3144, 0.3221, 0.3262),
    7: (0.1294, 0.2457, 0.2819, 0.3029, 0.3144, 0.3251, 0.3403),
    8: (0.1309, 0.2521, 0.2958, 0.3154, 0.3408, 0.3620, 0.3657),
    9: (0.1359, 0.2681, 0.3062, 0.3337, 0.3517, 0.3620, 0.3662),
}
"""By how many times the best is as heavy as the worst, for 3 to 9 ids (Liang et al. 2020)."""


def answer_consistency(answer: WeightAnswer) -> tuple[AnswerConsistency, ...]:
    """Return the consistency of every answer in pairs and every best-worst answer in ``answer``.

    An order, points and ranges cannot contradict themselves once they are read.
    """
    if not isinstance(answer, PerTheme):
        return _flat("", answer)
    levels = ((BETWEEN_THEMES, answer.between), *answer.within)
    return tuple(found for theme, part in levels for found in _flat(theme, part))


def _flat(theme: str, answer: FlatAnswer) -> tuple[AnswerConsistency, ...]:
    if isinstance(answer, Pairwise):
        return (_pairwise(theme, answer),)
    return (_best_worst(theme, answer),) if isinstance(answer, BestWorst) else ()


def _pairwise(theme: str, answer: Pairwise) -> AnswerConsistency:
    """Return Saaty's consistency ratio, of the least consistent of the groups that are linked.

    Formula: ``((lambda_max - n) / (n - 1)) / RI``, with RI less in proportion to the judgements
    that are missing (Agoston & Csato 2022, arXiv:2102.10558).

    In words: how much more the judgements contradict each other than they must, as a share of what
    they would do if they were given at random. A judgement is off by how many times it differs from
    the ratio of the weights, minus 1 (Saaty 2003, doi:10.1016/S0377-2217(02)00227-8).
    """
    ids = judged_ids(answer)
    matrix = judgement_matrix(answer)
    shares: dict[str, float] = {}
    ratios = [0.0]
    for group in linked_groups(answer):
        shares |= group_shares(answer, group)
        places = [ids.index(id_) for id_ in group]
        own = matrix[np.ix_(places, places)]
        n, missing = len(own), int((own == 0).sum()) // 2
        index = _random_index(n, missing)
        if index > 0:
            _, value = principal_eigenvector(own)
            ratios.append(max(value - n, 0.0) / (n - 1) / index)
    judged = [
        _judgement(one, other, times, shares[one] / shares[other])
        for one, other, times in answer.judgements
    ]
    return AnswerConsistency(
        theme=theme,
        ratio=max(ratios),
        limit=PAIRWISE_LIMIT,
        judgements=tuple(sorted(judged, key=_worst_first)),
    )


def _worst_first(judgement: DoubtfulJudgement) -> float:
    # Rounded, so that judgements that are equally far off stay in the order in which they came.
    return -round(judgement.off, 9)


def _judgement(one: str, other: str, times: float, implied: float) -> DoubtfulJudgement:
    off = max(times / implied, implied / times) - 1
    return DoubtfulJudgement(heavier=one, lighter=other, times=times, implied=implied, off=off)


def _random_index(n: int, missing: int) -> float:
    """Return Saaty's random index; above 10 ids the line of Alonso & Lamata 2006.

    doi:10.1142/S0218488506004114. It is 0 where judgements cannot contradict each other: for less
    than 3 ids, or when no pair is judged that others link already.
    """
    if n < 3:
        return 0.0
    full = RANDOM_INDEX[n] if n < len(RANDOM_INDEX) else (1.7699 * n - 4.3513) / (n - 1)
    return full * (1 - 2 * missing / ((n - 1) * (n - 2)))


def _best_worst(theme: str, answer: BestWorst) -> AnswerConsistency:
    """Return the input-based consistency ratio and its limit.

    Formula: ``max_j |a_j b_j - a_w| / (a_w**2 - a_w)`` with a_j how many times the best is as heavy
    as j, b_j how many times j is as heavy as the worst, a_w the best against the worst (Liang,
    Brunelli & Rezaei 2020, doi:10.1016/j.omega.2019.102175).

    In words: by way of each other id the best should be as many times as heavy as the worst as was
    said directly.
    """
    over_worst = dict(answer.over_worst)
    times = dict(answer.best_over)
    most = times[answer.worst]
    room = most * most - most
    judged = []
    for id_, under in over_worst.items():
        gap = abs(times[id_] * under - most)
        judged.append(
            DoubtfulJudgement(
                heavier=answer.best,
                lighter=id_,
                times=times[id_],
                implied=most / under,
                off=gap / room if room > 0 else gap,
            )
        )
    judged.sort(key=_worst_first)
    return AnswerConsistency(
        theme=theme,
        ratio=judged[0].off if judged else 0.0,
        limit=_best_worst_limit(most, len(over_worst) + 2),
        judgements=tuple(judged),
    )


def _best_worst_limit(most: float, n: int) -> float | None:
    """Return the published limit; None outside the table, 0 up to 2 times."""
    row = round(most)
    if row <= 2 or n < 3:
        return 0.0
    return BEST_WORST_LIMITS[row][n - 3] if n <= 9 else None
