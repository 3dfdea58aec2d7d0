"""This file holds the value of packages by weights that people might as well have given."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from bw_mcda.engine.portfolio.package_scores import PackageScore, package_scores
from bw_mcda.engine.scoring.synergy import SynergyGain
from bw_mcda.engine.weighting.weight_draws import weights_around
from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.weights import Weights
from bw_mcda.results.value_table import ValueTable


def value_draws(  # noqa: PLR0913  (a draw has as many parts)
    problem: DecisionProblem,
    values: ValueTable,
    weights: Weights,
    synergies: Sequence[SynergyGain],
    draws: int,
    *,
    spread: float,
    rng: np.random.Generator,
) -> tuple[PackageScore, ...]:
    """Return the value of packages for weights drawn around ``weights``.

    Parameters
    ----------
    draws
        How many weights are drawn.
    spread
        The factor by which a weight may well be higher or lower (68 % of the draws).
    """
    given = np.array([weights.shares[criterion] for criterion in values.criteria])
    drawn = weights_around(given, spread, rng.standard_normal((len(given), draws)))
    # Scores of tasks, areas, groups are not asked for: without them a draw costs little.
    plain = replace(problem, tasks=(), stakeholders=())
    values = replace(values, by_area=None)
    return tuple(
        package_scores(
            plain,
            values,
            Weights.from_points(dict(zip(values.criteria, draw.tolist(), strict=True))),
            synergies,
        ).value
        for draw in drawn.T
    )
