"""This file holds the time of everything that follows a slider, on one core.

14 alternatives on 20 criteria with 10,000 draws, after the values were drawn once: the ranking,
how often each takes each place, how much weight must move to change the first place. One frame of
a screen is 16 ms. Wall time is told beside processor time: on a shared machine only the second
says what the work costs.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
from bw_mcda.engine.ranking.additive import additive_ranking, share_array
from bw_mcda.engine.robustness.break_even import break_evens
from bw_mcda.engine.robustness.draws import draw
from bw_mcda.engine.robustness.rank_acceptability import acceptability_around
from bw_mcda.engine.robustness.weight_stability import weight_stability
from bw_mcda.engine.scoring.value_table import value_table
from bw_mcda.problem.analysis_plan import AnalysisPlan
from bw_mcda.problem.performance import Between
from bw_mcda.problem.weights import Weights
from simple_scenario import simple_scenario

ONE_CORE = dict.fromkeys(("OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "OMP_NUM_THREADS"), "1")
FRAME = 16.0
N_ALTERNATIVES, N_CRITERIA, N_DRAWS = 14, 20, 10_000
MOVES = 200


def scenario(uncertain_share):
    rng = np.random.default_rng(2026)
    low = rng.random((N_ALTERNATIVES, N_CRITERIA)) * 0.8
    uncertain = rng.random((N_ALTERNATIVES, N_CRITERIA)) < uncertain_share
    uncertain[0] = False
    table = [
        [Between(value, value + 0.2) if doubt else value for value, doubt in zip(*row, strict=True)]
        for row in zip(low.tolist(), uncertain.tolist(), strict=True)
    ]
    plan = AnalysisPlan(draws=N_DRAWS, horizon=0.0, seed=1)
    return simple_scenario(table, plan=plan)


def moves(criteria):
    """Yield weights as a slider gives them: one criterion a step up or down."""
    rng = np.random.default_rng(3)
    points = dict.fromkeys(criteria, 50.0)
    for _ in range(MOVES):
        criterion = criteria[int(rng.integers(len(criteria)))]
        points[criterion] = float(np.clip(points[criterion] + rng.choice([-5, 5]), 0, 100))
        yield Weights.from_points(points)


def timed(work, settings):
    """Return wall and processor time of each setting in ms, sorted."""
    wall, processor = [], []
    for setting in settings:
        start, start_processor = time.perf_counter(), time.process_time()
        work(setting)
        processor.append(1000 * (time.process_time() - start_processor))
        wall.append(1000 * (time.perf_counter() - start))
    return sorted(wall), sorted(processor)


def report(name, wall, processor):
    half, most = len(wall) // 2, int(0.95 * len(wall))
    fits = "fits" if processor[most] <= FRAME else "DOES NOT FIT"
    print(
        f"  {name:<34} wall median {wall[half]:6.2f} p95 {wall[most]:6.2f} ms   "
        f"processor median {processor[half]:6.2f} p95 {processor[most]:6.2f} ms   {fits}"
    )


def main():
    print(
        f"{N_ALTERNATIVES} x {N_CRITERIA}, {N_DRAWS:,} draws, {MOVES} moves of a slider, one core"
    )
    for share in (0.0, 0.25, 1.0):
        asked = scenario(share)
        problem, values, draws = asked.problem, value_table(asked), draw(asked)
        spread = asked.plan.weight_spread

        def places(weights, problem=problem, values=values, draws=draws, spread=spread):
            return acceptability_around(
                problem, draws, share_array(weights, values.criteria), spread
            )

        def every(weights, values=values, places=places):
            additive_ranking(values, weights)
            places(weights)
            weight_stability(values, weights)

        print(f"{share:.0%} of values uncertain")
        settings = list(moves(values.criteria))
        report("ranking", *timed(lambda w, v=values: additive_ranking(v, w), settings))
        report("places in all draws", *timed(places, settings))
        report(
            "weight that changes the first",
            *timed(lambda w, v=values: weight_stability(v, w), settings),
        )
        report("all of these", *timed(every, settings))
        unknowns = timed(lambda w, s=asked, v=values: break_evens(s, v, w), settings[:20])
        report("break-even of unknowns (after it)", *unknowns)


if __name__ == "__main__":
    if not os.environ.items() >= ONE_CORE.items():  # numpy looks at them once, when it is loaded
        os.execve(sys.executable, [sys.executable, *sys.argv], {**os.environ, **ONE_CORE})
    main()
