"""This file holds how estimates that are wrong together are drawn."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from bw_mcda.engine.scoring.distributions import standard_normal_quantiles
from bw_mcda.problem.scenario import Scenario
from bw_mcda.results.read_only import FloatArray

Place = tuple[int, int]
"""Index of an alternative, index of a criterion."""


def doubt_of_each(scenario: Scenario) -> Mapping[Place, tuple[int, float]]:
    """Return which doubt each estimate shares and how much: (number of the doubt, correlation).

    A correlation below 0 stands for a criterion on which lower is better: what is shared is how
    rosy an estimate is.
    """
    problem = scenario.problem
    alternatives = {alternative.id: a for a, alternative in enumerate(problem.alternatives)}
    criteria = {criterion.id: c for c, criterion in enumerate(problem.criteria)}
    return {
        (alternatives[alternative], criteria[criterion]): (
            number,
            doubt.correlation
            if problem.criteria[criteria[criterion]].best
            > problem.criteria[criteria[criterion]].worst
            else -doubt.correlation,
        )
        for number, doubt in enumerate(scenario.plan.shared_doubts)
        for alternative in doubt.alternatives or problem.alternative_ids
        for criterion in doubt.criteria
        if not problem.alternatives[alternatives[alternative]].is_null
    }


def with_shared_doubt(own: FloatArray, factor: FloatArray, correlation: float) -> FloatArray:
    """Return shares of probability that lean on a factor they have in common.

    Parameters
    ----------
    own
        Uniform between 0 and 1, shape (draws,).
    factor
        Standard normal, shape (draws,): the same for all who share the doubt.
    correlation
        Between the normal scores of any two who share it, -1 to 1; below 0 the factor counts the
        other way round.

    Returns
    -------
    ndarray
        Uniform between 0 and 1, shape (draws,): a Gaussian copula with one factor, so that every
        estimate keeps its own distribution (NORTA; Cario & Nelson 1997, Northwestern University;
        the rank correlation of two estimates is 6 / pi * arcsin(correlation / 2), Kruskal 1958,
        doi:10.1080/01621459.1958.10501481).
    """
    shared = np.copysign(np.sqrt(abs(correlation)), correlation)
    normal = shared * factor + np.sqrt(1 - abs(correlation)) * standard_normal_quantiles(own)
    return standard_normal_share_below(normal)


def standard_normal_share_below(at: FloatArray) -> FloatArray:
    """Return the probability that a standard normal draw lies below ``at``, same shape.

    Hart 1968 as given by West 2005, "Better approximations to cumulative normal functions" (Wilmott
    Magazine, May 2005); error below 1e-14. Ours, because scipy costs a kernel 40 MB for this.
    """
    size = np.minimum(np.abs(at), 37.0)
    bell = np.exp(-np.square(size) / 2)
    near = bell * np.polyval(_ABOVE, size) / np.polyval(_BELOW, size)
    fraction = size + 0.65
    for step in (4.0, 3.0, 2.0, 1.0):
        fraction = size + step / fraction
    far = bell / (fraction * np.sqrt(2 * np.pi))
    tail = np.where(size < _NEAR, near, far)
    below: FloatArray = np.where(at > 0, 1 - tail, tail)
    return below


_NEAR = 7.07106781186547
_ABOVE = (
    3.52624965998911e-02,
    0.700383064443688,
    6.37396220353165,
    33.912866078383,
    112.079291497871,
    221.213596169931,
    220.206867912376,
)
_BELOW = (
    8.83883476483184e-02,
    1.75566716318264,
    16.064177579207,
    86.7807322029461,
    296.564248779674,
    637.333633378831,
    793.826512519948,
    440.413735824752,
)
