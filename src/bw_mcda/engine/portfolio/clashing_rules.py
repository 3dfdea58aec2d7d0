"""This file holds the answer to why no package keeps to all rules."""

from __future__ import annotations

import time
from dataclasses import replace

from bw_mcda.engine.portfolio.audit import broken_rows
from bw_mcda.engine.portfolio.linear_row import LinearModel
from bw_mcda.engine.portfolio.package_scores import PackageScores
from bw_mcda.engine.portfolio.solve import SolverSettings, solve
from bw_mcda.results.portfolio import Rule, SolveStatus


def clashing_rules(
    model: LinearModel, scores: PackageScores, settings: SolverSettings
) -> tuple[Rule, ...]:
    """Return a smallest set of rules that no package keeps to together.

    Deletion filter (Chinneck & Dravnieks 1991, ORSA Journal on Computing 3, 157-168), in ever
    smaller blocks: leave a block of rules out, and put it back only when without it the rest can be
    kept. The last round leaves the rules out one by one, which is what makes the set smallest.

    In words: drop any one of these rules and the others can be kept; there can be other such sets.
    Rows that stand for no rule are always kept. Empty when the rules can be kept, or when that is
    not known within the time limit; a rule that could not be tested in time stays in the set.
    """
    deadline = time.monotonic() + settings.time_limit
    if _can_be_kept(model, scores, settings) is not False:
        return ()
    size = max(1, len(model.rules) // 2)
    while True:
        rules = model.rules
        for start in range(0, len(rules), size):
            left = replace(settings, time_limit=max(0.0, deadline - time.monotonic()))
            without = model.without_rules(rules[start : start + size])
            if _can_be_kept(without, scores, left) is False:
                model = without
        if size == 1:
            return model.rules
        size //= 2


def _can_be_kept(
    model: LinearModel, scores: PackageScores, settings: SolverSettings
) -> bool | None:
    """Tell whether some package keeps to all rows; None when the time was too short to know."""
    if not scores.measures:
        return not broken_rows((), model.rows, scores)
    answer = solve(model, settings)
    if answer.values is not None:
        return True
    return False if answer.status is SolveStatus.INFEASIBLE else None
