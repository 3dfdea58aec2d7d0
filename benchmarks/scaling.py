"""This file holds how the time of rank acceptability grows, beside what the machine cannot beat.

The floor is one matrix product (the scores) and, from 25 alternatives on, one sort of every draw.
With `--full` it also streams 1,000 alternatives x 50 criteria x 100,000 draws and tells the memory.
"""

from __future__ import annotations

import os
import resource
import sys
import time
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
from bw_mcda.engine.robustness.draws import Draws
from bw_mcda.engine.robustness.rank_acceptability import acceptability_of_any_weights
from bw_mcda.engine.robustness.streamed_acceptability import streamed_acceptability
from bw_mcda.engine.robustness.tally import FEW
from bw_mcda.engine.scoring.sampling import ValueDraws
from bw_mcda.problem.analysis_plan import AnalysisPlan
from bw_mcda.problem.performance import Between
from simple_scenario import simple_scenario

ONE_CORE = dict.fromkeys(("OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "OMP_NUM_THREADS"), "1")
SIZES = ((14, 20, 10_000), (14, 20, 100_000), (100, 20, 10_000), (100, 20, 100_000))
LARGE = (1000, 50, 10_000)
UNCERTAIN = 0.1
FULL = 100_000


def milliseconds(work, repeats=3):
    taken = []
    for _ in range(repeats):
        start = time.process_time()
        work()
        taken.append(1000 * (time.process_time() - start))
    return sorted(taken)[repeats // 2]


def floors(values, weights):
    """Return the time of the matrix product, and of the sort where there has to be one."""
    product = milliseconds(lambda: values @ weights)
    if len(values) <= FEW:
        return product, 0.0
    by_draw = np.ascontiguousarray((values @ weights).T)
    return product, milliseconds(lambda: np.argsort(by_draw, axis=1))


def scaling():
    print("processor time on one core, any weights, values certain")
    print("alternatives x criteria x draws        all   product      sort   all/floor")
    for m, n_criteria, n_draws in (*SIZES, LARGE):
        rng = np.random.default_rng(1)
        values = rng.random((m, n_criteria))
        weights = rng.dirichlet(np.ones(n_criteria), n_draws).T.copy()
        problem = simple_scenario(values.tolist()).problem
        certain = ValueDraws(certain=values, varying=(), draws=np.empty((0, n_draws)))
        draws = Draws(values=certain, noise=weights, any_weights=weights, seed=0)
        every = milliseconds(lambda p=problem, d=draws: acceptability_of_any_weights(p, d))
        product, sort = floors(values, weights)
        size = f"{m:,} x {n_criteria} x {n_draws:,}"
        print(f"{size:<32}{every:>8.0f} ms{product:>7.1f} ms{sort:>7.0f} ms", end="")
        print(f"{every / (product + sort):>12.1f}")


def stream(n_draws):
    m, n_criteria, _ = LARGE
    rng = np.random.default_rng(2026)
    low = (rng.random((m, n_criteria)) * 0.8).tolist()
    doubt = rng.random((m, n_criteria)) < UNCERTAIN
    doubt[0] = False
    table = [
        [Between(v, v + 0.2) if d else v for v, d in zip(*row, strict=True)]
        for row in zip(low, doubt.tolist(), strict=True)
    ]
    scenario = simple_scenario(table, plan=AnalysisPlan(horizon=0.0, seed=1))
    start, start_processor, told = time.perf_counter(), time.process_time(), [0.0]

    def progress(done, wanted):
        if time.perf_counter() - told[0] > 10 or done == wanted:
            told[0] = time.perf_counter()
            print(f"  {done:,} of {wanted:,} draws after {told[0] - start:.0f} s")

    print(f"{m:,} x {n_criteria} x {n_draws:,} streamed, {UNCERTAIN:.0%} of values uncertain")
    streamed_acceptability(scenario, n_draws, on_progress=progress)
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    used = time.process_time() - start_processor
    print(f"  processor time {used:.0f} s; most memory of the whole process {most:.0f} MB")


if __name__ == "__main__":
    if not os.environ.items() >= ONE_CORE.items():  # numpy looks at them once, when it is loaded
        os.execve(sys.executable, [sys.executable, *sys.argv], {**os.environ, **ONE_CORE})
    stream(FULL if "--full" in sys.argv else FULL // 10)
    scaling()
