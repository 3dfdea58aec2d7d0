"""This file holds how much of what is hard to put in numbers reaches the outcome."""

from __future__ import annotations

import numpy as np

from bw_mcda.engine.ranking.additive import share_array
from bw_mcda.engine.ranking.places import places
from bw_mcda.problem.criterion import Criterion
from bw_mcda.problem.weights import Weights
from bw_mcda.results.quantification_bias import QuantificationBias
from bw_mcda.results.read_only import FloatArray
from bw_mcda.results.value_table import ValueTable


def quantification_bias(
    criteria: tuple[Criterion, ...], values: ValueTable, weights: Weights
) -> QuantificationBias:
    """Return the weight and the influence of the qualitative criteria.

    Parameters
    ----------
    criteria
        In the order of ``values``; those with ordinal levels are the qualitative ones.
    values
        Expected values, shape (alternatives, criteria).
    weights
        The weights with which they are added up.

    Returns
    -------
    QuantificationBias
        ``influence_share = sum over the qualitative c of Cov(w_c v_c, S) / Var(S)`` with S the
        score, over the alternatives. In words: which part of the differences in score disappears
        with these criteria. Over all criteria these parts sum to 1 (the covariance decomposition
        that Saisana, Saltelli & Tarantola 2005, doi:10.1111/j.1467-985X.2005.00350.x, use for
        additive indices). Without differences in score the influence is 0.
    """
    shares = share_array(weights, values.criteria)
    qualitative = np.array([criterion.is_ordinal for criterion in criteria])
    scores = values.expected @ shares
    soft = values.expected[:, qualitative] @ shares[qualitative]
    spread = scores - scores.mean()
    variance = float(spread @ spread)
    even = variance <= np.finfo(np.float64).eps * len(scores)
    return QuantificationBias(
        criteria=tuple(c.id for c in criteria if c.is_ordinal),
        weight_share=float(shares[qualitative].sum()),
        influence_share=0.0 if even else float(spread @ (soft - soft.mean())) / variance,
        first=_first(values, scores),
        first_in_numbers=_first(values, scores - soft),
    )


def _first(values: ValueTable, scores: FloatArray) -> tuple[str, ...]:
    in_place, _ = places(scores, higher_is_better=True)
    return tuple(
        name for name, place in zip(values.alternatives, in_place, strict=True) if place == 1
    )
