"""This file holds the time of rankings under many weights, beside three other Python packages.

pymcdm, scikit-criteria and pyDecision score and rank one set of weights at a time; here they do so
in a loop over draws of weights, as their users would. They need other versions than bw_mcda does,
so they get an environment of their own: `python benchmarks/peers.py --install` makes it (about 0.7
GB). The places of all packages are compared, draw by draw, before any time is told.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
import venv
import warnings
from functools import partial
from pathlib import Path

REPOSITORY = Path(__file__).parents[1]
PLACE = REPOSITORY / ".venv-bench"
PYTHON = PLACE / "bin" / "python"
PEERS = ("pymcdm==1.4.0", "scikit-criteria==0.10", "pyDecision==5.1.8")
ONE_CORE = dict.fromkeys(("OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "OMP_NUM_THREADS"), "1")
N_ALTERNATIVES, N_CRITERIA, N_DRAWS = 14, 20, 10_000
LOOPED = 300
"""Draws that the loops are measured on; a loop takes as long for every draw."""
REPEATS = 7


def table():
    """Return values above 0, higher is better: what every package accepts as it is."""
    import numpy as np

    return 0.1 + 0.9 * np.random.default_rng(2026).random((N_ALTERNATIVES, N_CRITERIA))


def scaled(method, values):
    """Return the values as the packages scale them for ``method``."""
    import numpy as np

    if method == "topsis":
        return values / np.sqrt((values**2).sum(axis=0))
    if method == "vikor":
        return (values - values.min(axis=0)) / np.ptp(values, axis=0)
    return values / values.max(axis=0)


def own(method, values, weights):
    """Return the result of bw_mcda and the processor time it takes, in seconds."""
    import numpy as np

    sys.path.insert(0, str(REPOSITORY / "tests"))
    from bw_mcda.engine.robustness.draws import Draws
    from bw_mcda.engine.robustness.method_acceptability import acceptability_by
    from bw_mcda.engine.scoring.sampling import ValueDraws
    from simple_scenario import simple_scenario

    problem = simple_scenario(values.tolist()).problem
    certain = ValueDraws(
        certain=scaled(method, values), varying=(), draws=np.empty((0, weights.shape[1]))
    )
    draws = Draws(values=certain, noise=weights, any_weights=weights, seed=0)
    taken = []
    for _ in range(REPEATS):
        start = time.process_time()
        found = acceptability_by(method, problem, draws, weights, "any")
        taken.append(time.process_time() - start)
    return found.acceptability, sorted(taken)[REPEATS // 2]


def places_of(scores):
    """Return places from 0, the highest first; scores from continuous numbers have no ties."""
    return (-scores).argsort().argsort()


def pymcdm_ranker(method, values):
    import numpy as np
    from pymcdm import methods, normalizations

    ranker = {
        "additive": lambda: methods.WSM(normalization_function=normalizations.linear_normalization),
        "topsis": lambda: methods.TOPSIS(
            normalization_function=normalizations.vector_normalization
        ),
        "vikor": methods.VIKOR,
    }[method]()
    types = np.ones(N_CRITERIA)
    return lambda weights: ranker.rank(ranker(values, weights, types)) - 1


def scikit_criteria_ranker(method, values):
    import skcriteria
    from skcriteria.agg.simple import WeightedSumModel
    from skcriteria.agg.topsis import TOPSIS
    from skcriteria.agg.vikor import VIKOR

    ranker = {
        "additive": WeightedSumModel,
        "topsis": TOPSIS,
        "vikor": partial(VIKOR, use_compromise_set=False),
    }[method]()
    matrix = skcriteria.mkdm(scaled(method, values), [max] * N_CRITERIA)
    return lambda weights: ranker.evaluate(matrix.replace(weights=weights)).rank_ - 1


def pydecision_ranker(method, values):
    from pyDecision.algorithm import saw_method, topsis_method, vikor_method

    types = ["max"] * N_CRITERIA
    silent = {"graph": False, "verbose": False}
    if method == "additive":
        return lambda w: places_of(saw_method(values, types, w, **silent)[:, 1])
    if method == "topsis":
        return lambda w: places_of(topsis_method(values, w, types, **silent))
    # It returns the numbers of the alternatives, best first.
    return lambda w: vikor_method(values, w, types, **silent)[2][:, 0].argsort()


RANKERS = {
    "pymcdm": pymcdm_ranker,
    "scikit-criteria": scikit_criteria_ranker,
    "pyDecision": pydecision_ranker,
}


def looped(rank, weights):
    """Return the shares of places and the processor time per draw, in seconds."""
    import numpy as np

    counts = np.zeros((N_ALTERNATIVES, N_ALTERNATIVES))
    rows = np.arange(N_ALTERNATIVES)
    rank(weights[:, 0])  # what is made once is no part of the loop
    start = time.process_time()
    for n in range(weights.shape[1]):
        counts[rows, np.asarray(rank(weights[:, n]), dtype=int)] += 1
    per_draw = (time.process_time() - start) / weights.shape[1]
    return counts / weights.shape[1], per_draw


def compare(method):
    import numpy as np

    values = table()
    weights = np.random.default_rng(1).dirichlet(np.ones(N_CRITERIA), N_DRAWS).T.copy()
    few = weights[:, :LOOPED].copy()
    expected, _ = own(method, values, few)
    _, taken = own(method, values, weights)
    print(f"{method}: bw_mcda {1000 * taken:.1f} ms for {N_DRAWS:,} draws")
    for package, ranker in RANKERS.items():
        shares, per_draw = looped(ranker(method, values), few)
        worst = np.abs(shares - expected).max()
        assert worst < 1e-9, f"{package}: places differ by {worst}"
        whole = N_DRAWS * per_draw
        print(
            f"  {package:<16} {1e6 * per_draw:7.0f} µs a draw, {whole:6.2f} s for all: "
            f"{whole / taken:7.0f} times as long"
        )


def main():
    warnings.simplefilter("ignore")
    print(f"{N_ALTERNATIVES} x {N_CRITERIA}, processor time on one core, places equal in {LOOPED}")
    print(f"draws; bw_mcda also counts who wins from whom and central weights. {', '.join(PEERS)}")
    for method in ("additive", "topsis", "vikor"):
        compare(method)


def install():
    venv.create(PLACE, with_pip=True)
    subprocess.run([PYTHON, "-m", "pip", "install", "--quiet", *PEERS], check=True)


if __name__ == "__main__":
    if "--install" in sys.argv:
        install()
    if not PYTHON.exists():
        print("skipped: the other packages are not installed")
        print("python benchmarks/peers.py --install makes .venv-bench and measures")
    elif Path(sys.prefix) != PLACE:
        environment = {**os.environ, **ONE_CORE, "PYTHONPATH": str(REPOSITORY / "src")}
        os.execve(PYTHON, [str(PYTHON), __file__], environment)
    else:
        main()
