"""This file holds how weights follow when the ranges they were given for change."""

from __future__ import annotations

from bw_mcda.problem.asked_range import AskedRange
from bw_mcda.problem.criterion import Criterion, LinearValue
from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.stakeholder import Stakeholder
from bw_mcda.problem.weights import Weights
from bw_mcda.results.weight_review import ChangedRange, WeightReview

SAME = 1e-9


def weight_reviews(problem: DecisionProblem) -> tuple[WeightReview, ...]:
    """Return a review for each group that weighed other ranges than those of the criteria.

    Formula: ``w'_j = w_j (range'_j / range_j) / sum_k w_k (range'_k / range_k)`` (Keeney & Raiffa
    1976; von Nitzsch & Weber 1993, Management Science 39, 937-943).

    In words: a step twice as long is worth twice as much when value runs straight, so the criterion
    weighs twice as much beside the others.
    """
    reviews = (_review(problem, stakeholder) for stakeholder in problem.stakeholders)
    return tuple(review for review in reviews if review is not None)


def _review(problem: DecisionProblem, stakeholder: Stakeholder) -> WeightReview | None:
    shares = stakeholder.weights.shares
    asked = {range_.criterion: range_ for range_ in stakeholder.asked_on}
    factors = {
        criterion.id: (criterion.best - criterion.worst)
        / (asked[criterion.id].best - asked[criterion.id].worst)
        for criterion in problem.criteria
        if criterion.id in asked and criterion.best != criterion.worst
    }
    # A range that only moved weighs the same but is another step, so it is told as well.
    moved = [
        criterion
        for criterion in problem.criteria
        if criterion.id in factors and _moved(asked[criterion.id], criterion)
    ]
    raw = {id_: share * factors.get(id_, 1.0) for id_, share in shares.items()}
    total = sum(raw.values())
    if not moved or total <= 0:
        return None
    most = max(raw.values())
    return WeightReview(
        stakeholder=stakeholder.id,
        changed=tuple(
            ChangedRange(
                asked=asked[criterion.id],
                worst=criterion.worst,
                best=criterion.best,
                factor=factors[criterion.id],
                share=shares[criterion.id],
                proposed=raw[criterion.id] / total,
                is_linear=isinstance(criterion.value_function, LinearValue),
            )
            for criterion in moved
        ),
        proposal=Weights.from_points({id_: 100 * weight / most for id_, weight in raw.items()}),
    )


def _moved(asked: AskedRange, criterion: Criterion) -> bool:
    gaps = (asked.worst - criterion.worst, asked.best - criterion.best)
    return max(map(abs, gaps)) > SAME * abs(criterion.best - criterion.worst)
