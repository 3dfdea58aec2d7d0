"""This file holds the check of a best package by a method that did not find it."""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping
from dataclasses import replace

from bw_mcda.engine.portfolio.audit import broken_rows
from bw_mcda.engine.portfolio.every_package import EVERY_PACKAGE_TRIED
from bw_mcda.engine.portfolio.levels import Level, as_floor, as_objective
from bw_mcda.engine.portfolio.linear_row import LinearModel
from bw_mcda.engine.portfolio.package_finder import ListingFinder
from bw_mcda.engine.portfolio.package_question import PackageQuestion
from bw_mcda.engine.portfolio.package_variables import measure_variable
from bw_mcda.engine.portfolio.search import Found
from bw_mcda.engine.portfolio.solve import (
    CBC,
    SolverError,
    SolverSettings,
    cbc_is_there,
    highs_is_there,
    solve,
)
from bw_mcda.results.portfolio import SolveStatus
from bw_mcda.results.second_key import SecondKey, Verdict


def second_key(
    question: PackageQuestion,
    levels: Iterable[Level],
    found: Found,
    *,
    relative_gap: float,
    time_limit: float,
    list_up_to: int,
) -> SecondKey:
    """Return whether another method than ``found.solver`` finds anything better.

    Level after level, with the levels before it no lower than they are for the package: what is the
    highest another method reaches? A list is checked by a solver, a solver by a list where that is
    short enough, and by CBC where it is not.

    In words: whatever is called best has been looked for twice, in ways that share no search.

    Parameters
    ----------
    relative_gap
        How much better, as a share, something may be without the package being beaten.
    time_limit
        Seconds.
    list_up_to
        With so many measures or fewer a list is short enough.
    """
    levels, package = tuple(levels), found.package or ()
    few = len(question.scores.measures) <= list_up_to
    if found.solver != EVERY_PACKAGE_TRIED and few and question.scores.measures:
        return _by_listing(question, levels, package, relative_gap)
    only = "" if found.solver == EVERY_PACKAGE_TRIED and highs_is_there() else CBC
    if (only == CBC and not cbc_is_there()) or found.solver.startswith("CBC"):
        return SecondKey(method="", levels=0, verdict=Verdict.OPEN)
    settings = SolverSettings(relative_gap=relative_gap, time_limit=time_limit, only=only)
    return _by_solving(question, levels, package, settings)


def _by_listing(
    question: PackageQuestion,
    levels: tuple[Level, ...],
    package: tuple[str, ...],
    relative_gap: float,
) -> SecondKey:
    finder = ListingFinder(question)
    best = finder.best(levels) or ()
    verdict = Verdict.AGREES
    for level in levels:
        height, other = question.height(level, package), question.height(level, best)
        if other > height + relative_gap * abs(height):
            verdict = Verdict.BEATEN
        if other != height:
            break
    return SecondKey(method=EVERY_PACKAGE_TRIED, levels=len(levels), verdict=verdict)


def _by_solving(
    question: PackageQuestion,
    levels: tuple[Level, ...],
    package: tuple[str, ...],
    settings: SolverSettings,
) -> SecondKey:
    deadline = time.monotonic() + settings.time_limit
    kept: tuple[tuple[Level, int], ...] = ()
    method = settings.only
    for number, level in enumerate(levels):
        left = replace(settings, time_limit=max(0.0, deadline - time.monotonic()))
        try:
            answer = solve(_above(question.model, kept, level), left)
        except SolverError:
            return SecondKey(method=method, levels=number, verdict=Verdict.OPEN)
        if answer.status is not SolveStatus.OPTIMAL or answer.values is None:
            return SecondKey(method=method, levels=number, verdict=Verdict.OPEN)
        method = answer.solver
        height = question.height(level, package)
        other = _exact_height(question, kept, level, answer.values)
        if other is not None and other > height + settings.relative_gap * abs(height):
            return SecondKey(method=method, levels=number + 1, verdict=Verdict.BEATEN)
        kept = (*kept, (level, height))
    return SecondKey(method=method, levels=len(levels), verdict=Verdict.AGREES)


def _exact_height(
    question: PackageQuestion,
    kept: tuple[tuple[Level, int], ...],
    level: Level,
    values: Mapping[str, float],
) -> int | None:
    """Return what a solver's answer is worth after rounding; None when it then breaks a rule."""
    scores = question.scores
    package = tuple(m for m in scores.measures if round(values[measure_variable(m)]) == 1)
    if broken_rows(package, question.model.rows, scores):
        return None
    if any(question.height(before, package) < floor for before, floor in kept):
        return None
    return question.height(level, package)


def _above(model: LinearModel, kept: tuple[tuple[Level, int], ...], level: Level) -> LinearModel:
    """Return the model of one level, with the levels before it no lower than they were."""
    parts = [as_floor(before, model.variables, height) for before, height in kept]
    goal = as_objective(level, model.variables)
    added = {v.name: v for part in (*parts, goal) for v in part.variables}
    rows = {row.name: row for part in (*parts, goal) for row in part.rows}
    return replace(
        model,
        variables=(*model.variables, *added.values()),
        rows=(*model.rows, *rows.values()),
        maximise=goal.form,
    )
