"""This file holds the time of a robustness analysis (SMAA-2) beside a plain loop over pymcdm.

Both score and rank the same 12 alternatives on the same 12 criteria in the same draws of
weights and values; the places are compared before any time is told.
"""

from __future__ import annotations

import statistics
import sys
import time
import warnings
from pathlib import Path

import numpy as np
import pymcdm

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
from bw_mcda.engine.robustness.draws import draw
from bw_mcda.engine.robustness.rank_acceptability import acceptability_of_any_weights
from bw_mcda.problem.analysis_plan import AnalysisPlan
from bw_mcda.problem.performance import Between
from simple_scenario import simple_scenario

N_ALTERNATIVES, N_CRITERIA, N_DRAWS = 12, 12, 10_000
UNCERTAIN_SHARE = 0.25
REPEATS = 9


def scenario(uncertain_share):
    rng = np.random.default_rng(2026)
    low = rng.random((N_ALTERNATIVES, N_CRITERIA)) * 0.8
    uncertain = rng.random((N_ALTERNATIVES, N_CRITERIA)) < uncertain_share
    table = [
        [Between(value, value + 0.2) if doubt else value for value, doubt in zip(*row, strict=True)]
        for row in zip(low.tolist(), uncertain.tolist(), strict=True)
    ]
    return simple_scenario(table, plan=AnalysisPlan(draws=N_DRAWS, horizon=0.0, seed=1))


def as_it_is(column, cost=False):  # noqa: ARG001, FBT002 (pymcdm calls it so)
    """Leave values as they are: they run from 0 to 1 on fixed anchors already."""
    return column


def peer(draws, *, validation):
    """Return the acceptability from pymcdm's weighted sum, one draw at a time."""
    method = pymcdm.methods.WSM(normalization_function=as_it_is)
    types = np.ones(N_CRITERIA)
    counts = np.zeros((N_ALTERNATIVES, N_ALTERNATIVES))
    rows = np.arange(N_ALTERNATIVES)
    for n in range(N_DRAWS):
        scores = method(draws.values.at(n), draws.any_weights[:, n], types, validation=validation)
        places = method.rank(scores).astype(int) - 1
        counts[rows, places] += 1
    return counts / N_DRAWS


def seconds(work, repeats=REPEATS):
    taken = []
    for _ in range(repeats):
        start = time.perf_counter()
        found = work()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken), found


def compare(uncertain_share):
    problem_scenario = scenario(uncertain_share)
    drawing, draws = seconds(lambda: draw(problem_scenario))
    own, found = seconds(lambda: acceptability_of_any_weights(problem_scenario.problem, draws))
    print(
        f"{N_ALTERNATIVES} x {N_CRITERIA} x {N_DRAWS:,}, {uncertain_share:.0%} of values uncertain"
    )
    print(f"  bw_mcda: draw once {1000 * drawing:8.1f} ms, score and rank {1000 * own:8.1f} ms")
    for validation in (True, False):
        taken, counts = seconds(lambda v=validation: peer(draws, validation=v), repeats=1)
        worst = np.abs(counts - found.acceptability).max()
        assert worst < 1e-12, f"places differ by {worst}"
        checked = "with" if validation else "without"
        print(
            f"  pymcdm loop, {checked} its checks {1000 * taken:8.0f} ms: "
            f"{taken / own:6.0f} times as long ({taken / (own + drawing):.0f} times with drawing)"
        )


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    for share in (0.0, UNCERTAIN_SHARE):
        compare(share)
