"""This file holds the check of a solver's answer in exact arithmetic."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from bw_mcda.engine.portfolio.goals import Level
from bw_mcda.engine.portfolio.linear_row import LinearRow
from bw_mcda.engine.portfolio.package_model import measure_variable, values_of
from bw_mcda.engine.portfolio.package_scores import PackageScores
from bw_mcda.engine.portfolio.solve import Solution
from bw_mcda.results.portfolio import SolveStatus

CLOSE_TO_WHOLE = 1e-4
OBJECTIVE_SHARE = 1e-6


class AuditError(RuntimeError):
    """A solver's answer that does not survive exact recomputation."""


def audited_package(
    solution: Solution,
    rows: Iterable[LinearRow],
    floors: Iterable[tuple[Level, int]],
    goal: Level,
    scores: PackageScores,
) -> tuple[str, ...]:
    """Return the measures of a solution after rounding and recomputing everything.

    Parameters
    ----------
    rows
        What the package must keep to.
    floors
        Levels with the height that was reached before and may not be lost.
    goal
        The level that was maximised.

    Raises
    ------
    AuditError
        When a 0/1 value is neither, a rule or floor is broken, or the objective is not what the
        solver says it is.
    """
    package = _rounded(solution.values or {}, scores.measures)
    if broken := broken_rows(package, rows, scores):
        raise AuditError(f"the solver's package breaks {', '.join(row.name for row in broken)}")
    values = values_of(package, scores.pairs)
    for level, floor in floors:
        if level.at(values) < floor:
            raise AuditError(
                f"the solver's package loses {level.name}: {level.at(values)} < {floor}"
            )
    exact = goal.at(values)
    allowed = max(1.0, OBJECTIVE_SHARE * abs(exact))
    # A search that was stopped may not have raised its bar as far as its package allows.
    too_low = exact > solution.objective + allowed and solution.status is SolveStatus.OPTIMAL
    if too_low or exact < solution.objective - allowed:
        raise AuditError(f"the solver says {solution.objective}, its package is worth {exact}")
    return package


def broken_rows(
    package: Iterable[str], rows: Iterable[LinearRow], scores: PackageScores
) -> tuple[LinearRow, ...]:
    """Return the rows that a package does not keep to, exactly."""
    values = values_of(package, scores.pairs)
    return tuple(row for row in rows if not row.holds(values))


def _rounded(values: Mapping[str, float], measures: Iterable[str]) -> tuple[str, ...]:
    package = []
    for measure in measures:
        value = values[measure_variable(measure)]
        if abs(value - round(value)) > CLOSE_TO_WHOLE:
            raise AuditError(f"{measure}: the solver says {value}, neither in nor out")
        if round(value) == 1:
            package.append(measure)
    return tuple(package)
