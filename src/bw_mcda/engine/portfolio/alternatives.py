"""This file holds the search for packages that are nearly as good and quite different."""

from __future__ import annotations

from collections.abc import Iterable
from math import floor

from bw_mcda.engine.portfolio.linear_row import LinearRow, Sense
from bw_mcda.engine.portfolio.package_finder import PackageFinder, StoppedError, package_finder
from bw_mcda.engine.portfolio.package_model import measure_variable, score_form
from bw_mcda.engine.portfolio.package_question import LIST_UP_TO, package_question
from bw_mcda.engine.portfolio.search import Package
from bw_mcda.engine.scoring.synergy import SynergyGain
from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.weights import Weights
from bw_mcda.results.alternatives import Alternatives
from bw_mcda.results.portfolio import SolveStatus
from bw_mcda.results.value_table import ValueTable


def diverse_packages(  # noqa: PLR0913  (a question has as many parts)
    problem: DecisionProblem,
    values: ValueTable,
    weights: Weights,
    *,
    synergies: Iterable[SynergyGain] = (),
    count: int = 4,
    within: float = 0.05,
    time_limit: float = 20.0,
    list_up_to: int = LIST_UP_TO,
) -> Alternatives:
    """Return the best package and ``count`` - 1 others, each as unlike those before as can be.

    Formula: ``max over P of min over Q shown of #{j in one of P and Q only}`` such that
    ``V(P) >= (1 - within) * V(best)``; then the highest value (modelling to generate alternatives:
    Brill, Chang & Hopkins 1982, Management Science 28, 221-235).

    In words: can it be done otherwise without losing much? Among all packages that lose at most
    this share, take the one that differs in most measures from every package shown; of equals the
    one with most value.

    Parameters
    ----------
    within
        Share of the best value that may be lost (0 to 1).
    time_limit
        Seconds; packages that are not found in time are missing.
    list_up_to
        With so many measures or fewer every package is tried instead of a solver being asked.

    Raises
    ------
    ValueError
        When ``count`` is below 1 or ``within`` is not a share.
    """
    if count < 1 or not 0 <= within <= 1:
        raise ValueError(f"needed are a count from 1 and a share from 0 to 1: {count}, {within}")
    question = package_question(problem, values, weights, synergies)
    finder = package_finder(question, time_limit=time_limit, list_up_to=list_up_to)
    shown: list[Package] = []
    distances: list[int] = []
    status = SolveStatus.OPTIMAL
    try:
        best = finder.best(question.choice)
        if best is None:
            status = SolveStatus.INFEASIBLE
        else:
            shown, distances = [best], [0]
        while shown and len(shown) < count:
            found = _furthest(finder, shown, within)
            if found is None:
                break
            shown.append(found[0])
            distances.append(found[1])
    except StoppedError:
        status = SolveStatus.STOPPED
    return Alternatives(
        tasks=question.task_names,
        packages=tuple(map(question.shown, shown)),
        distances=tuple(distances),
        within=within,
        status=status,
        solver=finder.solver,
        clashing_rules=question.clash() if status is SolveStatus.INFEASIBLE else (),
    )


def _furthest(
    finder: PackageFinder, shown: list[Package], within: float
) -> tuple[Package, int] | None:
    """Return the package furthest from those shown, with how far: by halving what is possible."""
    question = finder.question
    value = question.scores.value.of(shown[0])
    least = LinearRow(
        name="nearly_as_good",
        coefficients=score_form(question.scores.value).coefficients,
        sense=Sense.AT_LEAST,
        right_side=value - floor(within * abs(value)),
    )
    low, high, found = 1, len(question.scores.measures), None
    while low <= high:
        distance = (low + high + 1) // 2
        rows = [
            _differs(question.scores.measures, package, distance, number)
            for number, package in enumerate(shown)
        ]
        package = finder.best(question.choice, rows=(least, *rows))
        if package is None:
            high = distance - 1
        else:
            found, low = (package, distance), distance + 1
    return found


def _differs(measures: tuple[str, ...], package: Package, distance: int, number: int) -> LinearRow:
    """Return ``sum over P of (1 - x_j) + sum outside P of x_j >= distance``."""
    return LinearRow(
        name=f"differs.{number}",
        coefficients=tuple(
            (measure_variable(measure), -1 if measure in package else 1) for measure in measures
        ),
        sense=Sense.AT_LEAST,
        right_side=distance - len(package),
    )
