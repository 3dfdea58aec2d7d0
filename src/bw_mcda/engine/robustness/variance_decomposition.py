"""This file holds where the uncertainty about who comes first, and by how much, comes from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bw_mcda.engine.ranking.additive import POINTS, share_array
from bw_mcda.engine.ranking.catalogue import METHODS, many_scores_by
from bw_mcda.engine.robustness.method_acceptability import LARGEST_TABLE
from bw_mcda.engine.robustness.sobol_indices import sobol_indices
from bw_mcda.engine.scoring.sampling import Drawable, ValueDraws, drawable, drawn
from bw_mcda.engine.scoring.value_table import value_table
from bw_mcda.engine.weighting.weight_draws_for import weight_draws_for
from bw_mcda.problem.criterion import ClassesValue, OrdinalValue
from bw_mcda.problem.scenario import Scenario
from bw_mcda.problem.thresholds import Thresholds
from bw_mcda.problem.weights import Weights
from bw_mcda.results.read_only import FloatArray
from bw_mcda.results.variance_decomposition import (
    GroupShare,
    InputGroup,
    Outcome,
    VarianceDecomposition,
)

LEVEL = 1e-9
"""Scores this near, as a share of the largest score in size or of 1, are equal."""
CHUNK = 4096
Taken = Mapping[InputGroup, int]
"""From which of two samples (0 or 1) each group is taken."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Samples:
    """Two independent samples of each group; values by (performances, shapes)."""

    weights: tuple[FloatArray, FloatArray]
    values: Mapping[tuple[int, int], ValueDraws]
    methods: tuple[NDArray[np.intp], NDArray[np.intp]]
    method_ids: tuple[str, ...]
    thresholds: Sequence[Thresholds]
    leader: int


def variance_decompositions(
    scenario: Scenario, weights: Weights, methods: Sequence[str] | None = None
) -> tuple[VarianceDecomposition, ...]:
    """Return where the uncertainty about who comes first, and about the lead, comes from.

    Parameters
    ----------
    scenario
        Gives what is uncertain, the spread of weights, draws and seed.
    weights
        What was answered: exact weights scatter by the plan's spread, open ones are drawn from all
        that keep to the answer.
    methods
        Methods that are all as likely to be used; those of the plan when not given. Methods that
        score one draw at a time only do not take part. The lead is that of the additive method.

    Returns
    -------
    tuple of VarianceDecomposition
        Sobol indices of groups of inputs, estimated by ``sobol_indices``. Who comes first counts
        as one 0-or-1 outcome per alternative; those who share the first place share the 1.
    """
    wanted = scenario.plan.methods if methods is None else tuple(methods)
    fast = tuple(method for method in wanted if METHODS[method].many_scores is not None)
    fast = fast or ("additive",)
    ready = drawable(scenario)
    samples = _samples(scenario, weights, ready, fast)
    groups = [group for group in InputGroup if _can_vary(group, scenario, weights, ready, fast)]
    return tuple(
        _decomposition(scenario, samples, outcome, groups)
        for outcome in (Outcome.WHO_IS_FIRST, Outcome.LEAD)
    )


def _decomposition(
    scenario: Scenario, samples: _Samples, outcome: Outcome, groups: list[InputGroup]
) -> VarianceDecomposition:
    of_outcome = _firsts if outcome is Outcome.WHO_IS_FIRST else _leads
    if outcome is Outcome.LEAD:
        groups = [group for group in groups if group is not InputGroup.METHODS]
    base = dict.fromkeys(InputGroup, 0)
    one, other = of_outcome(samples, base), of_outcome(samples, dict.fromkeys(InputGroup, 1))
    mixed = [of_outcome(samples, {**base, group: 1}) for group in groups]
    # The last stream of the seed: those before make the samples.
    rng = np.random.default_rng(_streams(scenario)[-1])
    found = sobol_indices(one, other, np.array(mixed).reshape(len(groups), *one.shape), rng)
    varies = found.variance > LEVEL**2
    return VarianceDecomposition(
        outcome=outcome,
        leader=scenario.problem.alternative_ids[samples.leader],
        groups=tuple(
            GroupShare(
                group=group,
                first=float(found.first[g]),
                first_error=float(found.first_error[g]),
                total=float(found.total[g]),
                total_error=float(found.total_error[g]),
            )
            for g, group in enumerate(groups)
            if varies
        ),
        variance=found.variance if varies else 0.0,
        draws=scenario.plan.draws,
        seed=scenario.plan.seed,
    )


def _streams(scenario: Scenario) -> list[np.random.SeedSequence]:
    # A key of its own: not the streams of ``draw``.
    return np.random.SeedSequence(scenario.plan.seed, spawn_key=(0x50B01,)).spawn(9)


def _samples(
    scenario: Scenario, weights: Weights, ready: Drawable, methods: tuple[str, ...]
) -> _Samples:
    problem, plan = scenario.problem, scenario.plan
    shares = share_array(weights, problem.criterion_ids)
    streams = _streams(scenario)

    def drawn_weights(sample: int) -> FloatArray:
        rng = np.random.default_rng(streams[sample])
        noise = rng.standard_normal((len(shares), plan.draws))
        return weight_draws_for(weights, problem.criterion_ids, plan.weight_spread, noise, rng)

    def values(performances: int, shapes: int) -> ValueDraws:
        # A generator is made anew for each: equal streams give equal draws.
        rngs = [np.random.default_rng(streams[stream]) for stream in (2 + performances, 4 + shapes)]
        return drawn(ready, plan.draws, *rngs)

    def choices(sample: int) -> NDArray[np.intp]:
        rng = np.random.default_rng(streams[6 + sample])
        return rng.integers(0, len(methods), plan.draws)

    return _Samples(
        weights=(drawn_weights(0), drawn_weights(1)),
        values={(p, s): values(p, s) for p, s in ((0, 0), (0, 1), (1, 0), (1, 1))},
        methods=(choices(0), choices(1)),
        method_ids=methods,
        thresholds=[criterion.thresholds for criterion in problem.criteria],
        leader=int(np.argmax(value_table(scenario).expected @ shares)),
    )


def _can_vary(
    group: InputGroup,
    scenario: Scenario,
    weights: Weights,
    ready: Drawable,
    methods: tuple[str, ...],
) -> bool:
    shaped = [
        isinstance(c.value_function, OrdinalValue)
        or (isinstance(c.value_function, ClassesValue) and not c.value_function.values)
        for c in scenario.problem.criteria
    ]
    places = {c for _, c in ready.varying}
    uncertain = any(cell.is_uncertain for cells in ready.cells for cell in cells)
    return {
        InputGroup.WEIGHTS: len(shaped) > 1
        and (weights.is_open or scenario.plan.weight_spread > 1),
        InputGroup.PERFORMANCES: uncertain,
        InputGroup.VALUE_SHAPES: any(shaped[c] for c in places),
        InputGroup.METHODS: len(methods) > 1,
    }[group]


def _scores(samples: _Samples, taken: Taken, method: str, rows: NDArray[np.intp]) -> FloatArray:
    """Return scores in the draws of ``rows``, shape (alternatives, rows), higher is better."""
    values = samples.values[taken[InputGroup.PERFORMANCES], taken[InputGroup.VALUE_SHAPES]]
    weights = samples.weights[taken[InputGroup.WEIGHTS]]
    size = min(CHUNK, max(64, LARGEST_TABLE // values.certain.size))
    sign = 1.0 if METHODS[method].higher_is_better else -1.0
    parts = [
        sign * many_scores_by(method, values.table(part), weights[:, part], samples.thresholds)
        for part in (rows[start : start + size] for start in range(0, len(rows), size))
    ]
    return np.concatenate(parts, axis=1)


def _firsts(samples: _Samples, taken: Taken) -> FloatArray:
    """Return who comes first in each draw, shape (draws, alternatives), each row together 1."""
    choice = samples.methods[taken[InputGroup.METHODS]]
    firsts = np.empty((len(choice), len(samples.values[0, 0].certain)))
    for m, method in enumerate(samples.method_ids):
        rows = np.flatnonzero(choice == m)
        if not len(rows):
            continue
        scores = _scores(samples, taken, method, rows)
        near = LEVEL * max(1.0, float(np.abs(scores).max()))
        first = scores >= scores.max(axis=0) - near
        firsts[rows] = (first / first.sum(axis=0)).T
    return firsts


def _leads(samples: _Samples, taken: Taken) -> FloatArray:
    """Return the lead (points) of today's first over the best of the others, shape (draws, 1)."""
    rows = np.arange(len(samples.methods[0]))
    scores = POINTS * _scores(samples, taken, "additive", rows)
    others = np.delete(scores, samples.leader, axis=0)
    best = others.max(axis=0) if len(others) else np.zeros(len(rows))
    leads: FloatArray = scores[samples.leader] - best
    return leads[:, None]
