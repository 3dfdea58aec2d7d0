"""This file holds how often each alternative is to be done, discussed or not done (SMAA-TRI)."""

from __future__ import annotations

import numpy as np

from bw_mcda.engine.ranking.catalogue import DECIMALS
from bw_mcda.engine.ranking.outranking import (
    Limits,
    agreement_of,
    limits_of,
    objection_of,
    weakened,
)
from bw_mcda.engine.ranking.sorting import bounds_of, classes_of
from bw_mcda.engine.robustness.draws import Draws
from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.results.class_acceptability import ClassAcceptability
from bw_mcda.results.class_sorting import ActionClass
from bw_mcda.results.read_only import FloatArray

LARGEST_TABLE = 1_000_000
"""Comparisons at a time: an array of them has to stay in bounded memory."""


def class_acceptability(
    problem: DecisionProblem, draws: Draws, weights: FloatArray, kind: str, majority: float
) -> ClassAcceptability:
    """Sort every draw of values and weights together.

    Tervonen, Figueira, Lahdelma, Almeida Dias & Salminen 2009, doi:10.1016/j.ejor.2007.09.008.

    Parameters
    ----------
    problem
        Names the alternatives; its criteria hold thresholds and class bounds.
    draws
        Values per draw.
    weights
        Shape (criteria, draws); each column sums to 1. A criterion without weight in a draw does
        not object in it.
    kind
        What the weights stand for, told in the result.
    majority
        Least credibility (0.5 to 1) at which a bound is reached.
    """
    bounds = bounds_of([criterion.classes for criterion in problem.criteria])
    limits = limits_of([criterion.thresholds for criterion in problem.criteria])
    values = draws.values
    counts = np.zeros((2, len(problem.alternatives), len(ActionClass)))
    size = max(64, LARGEST_TABLE // (2 * values.certain.size))
    for start in range(0, values.n_draws, size):
        part = slice(start, start + size)
        table = np.round(values.table(part), DECIMALS)
        table = table if table.ndim == 3 else table[:, :, None]
        ahead = table[:, None] - bounds[None, :, :, None]
        found = classes_of(
            credibility_of_draws(-ahead, weights[:, part], limits),
            credibility_of_draws(ahead, weights[:, part], limits),
            majority,
        )
        for rule, classes in enumerate(found):
            for number in ActionClass:
                counts[rule, :, number] += (classes == number).sum(axis=1)
    cautious, generous = counts / values.n_draws
    return ClassAcceptability(
        alternatives=problem.alternative_ids,
        cautious=cautious,
        generous=generous,
        majority=majority,
        draws=values.n_draws,
        seed=draws.seed,
        weights=kind,
    )


def credibility_of_draws(behind: FloatArray, weights: FloatArray, limits: Limits) -> FloatArray:
    """Return credibilities, shape (rows, columns, draws).

    ``behind`` has shape (rows, columns, criteria, draws), or 1 in the place of the draws when it
    does not vary; ``weights`` has shape (criteria, draws).
    """
    start, end, veto = (
        limit[None, None, :, None]
        for limit in (limits.indifference, limits.preference, limits.veto)
    )
    agrees = agreement_of(behind, start, end)
    if behind.shape[3] == 1:
        concordance = np.asarray(agrees[..., 0] @ weights)
    else:
        concordance = np.einsum("abcn,cn->abn", agrees, weights)
    return weakened(concordance, objection_of(behind, end, veto) * (weights > 0))
