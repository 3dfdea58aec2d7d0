"""This file holds which differences of opinion about weights change the choice."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from bw_mcda.engine.insight.package_disagreement import OtherWeights
from bw_mcda.engine.ranking.additive import POINTS, share_array
from bw_mcda.engine.ranking.concordance import kendall_w
from bw_mcda.engine.ranking.places import places
from bw_mcda.engine.robustness.weight_stability import weight_stability
from bw_mcda.engine.scoring.synergy import SynergyGain
from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.stakeholder import Stakeholder
from bw_mcda.problem.weights import mean_weights
from bw_mcda.results.disagreement import Disagreement, DisputedWeight
from bw_mcda.results.read_only import FloatArray
from bw_mcda.results.value_table import ValueTable
from bw_mcda.results.weight_stability import StableInterval

Indices = NDArray[np.intp]

LEVEL = 1e-9
"""Values (0 to 1) and slopes this near each other are equal."""


def disagreement(stakeholders: Sequence[Stakeholder], values: ValueTable) -> Disagreement:
    """Return for each criterion whether what the groups say about its weight changes who is first.

    Parameters
    ----------
    stakeholders
        One or more groups; ``w_sc`` is the share group s gives criterion c.
    values
        Expected values, shape (alternatives, criteria).

    Returns
    -------
    Disagreement
        Our own measure. The present choice A is first with the mean weights w. For criterion c the
        share t runs from ``min over s of w_sc`` to ``max over s of w_sc`` and every other criterion
        keeps its proportion to the others: ``w_d(t) = w_d (1 - t) / (1 - w_c)``. The dispute is the
        length of that range. Its consequence is
        ``loss_c = 100 max over t of (max over b of V_b(t) - V_A(t))``: what A misses at worst.
        A score is a straight line in t, so the highest score minus that of A is convex and
        largest at an end: two points decide, without a grid. ``loss_c = 0`` is exactly "A stays
        first whatever the groups settle on", and that is when the range lies within the stable
        interval of ``weight_stability``. In words: heat is how far people are apart, consequence
        is what it costs to go on without talking; only the second is a reason to talk.

        One criterion at a time: several together may change what each alone does not. Where one
        alternative is first for every group, no mixture of their weights changes it
        (``GroupChoice.agreed_first``). Where several lead now, one of them has to stay first.
    """
    weights = mean_weights(group.weights for group in stakeholders)
    together = share_array(weights, values.criteria)
    said = np.array([share_array(group.weights, values.criteria) for group in stakeholders])
    stability = weight_stability(values, weights)
    first = np.array([values.alternatives.index(name) for name in stability.first])
    return Disagreement(
        first=stability.first,
        concordance=_concordance(values, said),
        criteria=tuple(
            _disputed(values, together, said, first, interval, [s.id for s in stakeholders])
            for interval in stability.intervals
        ),
    )


def package_disagreement(
    found: Disagreement,
    problem: DecisionProblem,
    values: ValueTable,
    synergies: Iterable[SynergyGain] = (),
    *,
    time_limit: float = 20.0,
) -> Disagreement:
    """Return ``found`` with the best package at both ends of what the groups say.

    The rules of the package are held as they are with the mean weights. The value of a package is
    then a straight line in the share, so that the present package, best at both ends, is best in
    between as well: two searches decide.

    Parameters
    ----------
    found
        The disagreement about who comes first.
    problem, values, synergies
        What packages are made of and worth, as for ``best_package``.
    time_limit
        Seconds for all searches together; what is not reached in time is left out.
    """
    weights = mean_weights(group.weights for group in problem.stakeholders)
    question = OtherWeights(problem, values, weights, synergies, time_limit)
    together = share_array(weights, values.criteria)
    return replace(
        found,
        criteria=tuple(
            replace(
                own,
                packages=question.at(
                    [(end, shares_with(together, c, end)) for end in (own.low, own.high)]
                ),
            )
            for c, own in enumerate(found.criteria)
        ),
    )


def shares_with(shares: FloatArray, c: int, share: float) -> FloatArray:
    """Return weights in which criterion ``c`` has ``share`` and the others keep their proportions.

    Where ``c`` had all the weight, the others share alike (as in ``weight_stability``).
    """
    others = np.delete(shares, c)
    total = float(others.sum())
    kept = others / total if total > 0 else np.full(len(others), 1 / max(len(others), 1))
    return np.insert((1 - share) * kept, c, share if len(others) else 1.0)


def _disputed(  # noqa: PLR0913, PLR0917  (what is said, what follows, and the names)
    values: ValueTable,
    together: FloatArray,
    said: FloatArray,
    first: Indices,
    interval: StableInterval,
    groups: Sequence[str],
) -> DisputedWeight:
    c = values.criteria.index(interval.criterion)
    column = said[:, c]
    low, high = float(column.min()), float(column.max())
    ends = [values.expected @ shares_with(together, c, end) for end in (low, high)]
    losses = [float(end.max() - end[first].max()) for end in ends]
    leading = _leading_along(ends[0], ends[1])
    settled = np.array([shares_with(own, c, float(together[c])) for own in said])
    return DisputedWeight(
        criterion=interval.criterion,
        share=interval.share,
        low=low,
        high=high,
        lowest=tuple(groups[s] for s in np.flatnonzero(column <= low + LEVEL).tolist()),
        highest=tuple(groups[s] for s in np.flatnonzero(column >= high - LEVEL).tolist()),
        stable_low=interval.low,
        stable_high=interval.high,
        rivals=tuple(values.alternatives[a] for a in leading if a not in first)
        if max(losses) > LEVEL
        else (),
        loss=POINTS * max(*losses, 0.0) if max(losses) > LEVEL else 0.0,
        concordance=_concordance(values, settled),
    )


def _leading_along(start: FloatArray, end: FloatArray) -> tuple[int, ...]:
    """Return who leads somewhere on the way, in order, when scores run straight from one to other.

    Those that only draw level at a single point in between, and lead nowhere, are not told.
    """
    slope = end - start
    at = 0.0
    leader = max(range(len(start)), key=lambda a: (round(float(start[a]), 9), float(slope[a])))
    leading = [leader]
    while True:
        steeper = np.flatnonzero(slope > slope[leader] + LEVEL)
        if not len(steeper):
            return tuple(leading)
        behind = start[leader] - start[steeper]
        meets = np.maximum(behind / (slope[steeper] - slope[leader]), at)
        at = float(meets.min())
        if at >= 1 - LEVEL:
            return tuple(leading)
        level = steeper[meets <= at + LEVEL]
        leader = int(level[np.argmax(slope[level])])
        leading.append(leader)


def _concordance(values: ValueTable, said: FloatArray) -> float | None:
    """Return Kendall's W of the orders that weights of shape (groups, criteria) lead to."""
    ballots = [
        places(values.expected @ own, higher_is_better=True, tolerance=LEVEL)[0] for own in said
    ]
    return kendall_w(np.array(ballots, dtype=np.float64))
