"""This file holds the search for all packages that may be best under incomplete weights."""

from __future__ import annotations

import math
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from bw_mcda.engine.portfolio.every_package import EVERY_PACKAGE_TRIED, EveryPackage, Flags, Whole
from bw_mcda.engine.portfolio.linear_row import LinearForm, LinearRow, Sense
from bw_mcda.engine.portfolio.package_finder import SolvingFinder, StoppedError
from bw_mcda.engine.portfolio.package_model import measure_variable, score_form
from bw_mcda.engine.portfolio.package_question import (
    LIST_UP_TO,
    PackageQuestion,
    package_question,
)
from bw_mcda.engine.portfolio.package_scores import UNITS_PER_POINT, PackageScores
from bw_mcda.engine.portfolio.pareto_front import every_solution
from bw_mcda.engine.portfolio.score_intervals import never_beaten
from bw_mcda.engine.portfolio.settling import settling_of
from bw_mcda.engine.scoring.synergy import SynergyGain
from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.weights import Weights
from bw_mcda.results.core_index import Belonging
from bw_mcda.results.portfolio import SolveStatus
from bw_mcda.results.read_only import FloatArray
from bw_mcda.results.robust_packages import RobustMeasure, RobustPackages
from bw_mcda.results.value_table import ValueTable


def robust_packages(  # noqa: PLR0913  (a question has as many parts)
    problem: DecisionProblem,
    values: ValueTable,
    corners: Iterable[Weights] = (),
    *,
    synergies: Iterable[SynergyGain] = (),
    count_unknowns: bool = True,
    draws: int = 500,
    seed: int = 1,
    time_limit: float = 20.0,
    list_up_to: int = LIST_UP_TO,
) -> RobustPackages:
    """Return every package that no other beats for all weights between ``corners``.

    Formula: all P such that no P' has ``V(P', w) >= V(P, w)`` for every corner w and more for one
    (robust portfolio modelling: Liesiö, Mild & Salo 2007, European Journal of Operational Research
    181, 1488-1505). The core index of measure j is ``#{P : j in P} / #{P}``.

    In words: any mix of the corners is possible. A package stays when, for all that is known, it
    may be the best. A measure in all that stay belongs in whatever is decided; one in none does
    not; the others are worth talking about. Packages that are worth the same for every weight all
    stay.

    Parameters
    ----------
    corners
        Sets of weights of which any mix is possible; by default those of the stakeholders.
    count_unknowns
        Whether a score that nobody knows may be anything from its lowest to its highest; otherwise
        it is as expected.
    draws, seed
        Weights drawn from all mixes, to find what would settle the border cases.
    time_limit
        Seconds.
    list_up_to
        With so many measures or fewer every package is tried instead of a solver being asked. A
        solver takes every score as expected.

    Raises
    ------
    ValueError
        When there are no corners.
    """
    given = tuple(corners) or tuple(group.weights for group in problem.stakeholders)
    if not given:
        raise ValueError("robust packages need weights: give corners, or stakeholders")
    synergies = tuple(synergies)
    questions = [package_question(problem, values, weights, synergies) for weights in given]
    shares = np.array([[w.shares[c] for c in values.criteria] for w in given])
    deadline = time.monotonic() + time_limit
    if len(questions[0].scores.measures) <= list_up_to:
        ends = _ends(questions[0].scores, problem, values, shares) if count_unknowns else None
        seen = _by_listing(questions, ends)
    else:
        seen = _by_solving(questions, deadline)
    rng = np.random.default_rng(seed)
    mixes = rng.dirichlet(np.ones(len(given)), draws)
    return _result(questions[0], seen, values.criteria, mixes, shares)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Seen:
    """What was found: ``worth`` is the value per package and corner, in units."""

    packages: tuple[tuple[str, ...], ...]
    inside: Flags
    worth: Whole
    loss_out: Sequence[tuple[float, float] | None]
    loss_in: Sequence[tuple[float, float] | None]
    unknowns_counted: bool
    status: SolveStatus
    solver: str


def _by_listing(questions: Sequence[PackageQuestion], ends: tuple[Whole, Whole] | None) -> _Seen:
    scores = questions[0].scores
    every = EveryPackage(scores)
    kept = np.ones(every.size, dtype=np.bool_)
    for question in questions:  # a minimum for a task asks another thing for other weights
        kept &= every.kept(question.model)
    numbers = every.numbers[kept]
    every = EveryPackage(scores, numbers)
    inside = (numbers[:, None] >> np.arange(len(scores.measures)) & 1).astype(np.bool_)
    worth = np.column_stack([every.heights(score_form(q.scores.value)) for q in questions])
    expected = np.array(
        [[q.scores.value.gains[measure] for q in questions] for measure in scores.measures]
    ).reshape(len(scores.measures), len(questions))
    # What is known for sure is as in the scores themselves, to the unit.
    low, high = ends or (expected, expected)
    low, high = np.minimum(low, expected), np.maximum(high, expected)
    extra = worth - inside.astype(np.int64) @ expected
    places = never_beaten(inside, extra, low, high) if len(numbers) else np.arange(0)
    return _Seen(
        packages=tuple(every.members(int(place)) for place in places),
        inside=inside[places],
        worth=worth[places],
        loss_out=[_loss(worth, ~inside[:, m]) for m in range(len(scores.measures))],
        loss_in=[_loss(worth, inside[:, m]) for m in range(len(scores.measures))],
        unknowns_counted=bool((high > low).any()),
        status=SolveStatus.OPTIMAL if len(numbers) else SolveStatus.INFEASIBLE,
        solver=EVERY_PACKAGE_TRIED,
    )


def _ends(
    scores: PackageScores, problem: DecisionProblem, values: ValueTable, shares: FloatArray
) -> tuple[Whole, Whole]:
    """Return what each measure adds at least and at most, shape (measures, corners), in units."""
    rows = [values.alternatives.index(measure) for measure in scores.measures]
    null = values.expected[values.alternatives.index(problem.null_alternative.id)]
    low, high = (
        np.rint(100 * UNITS_PER_POINT * (table[rows] - null) @ shares.T).astype(np.int64)
        for table in (values.low, values.high)
    )
    doubtful = (values.low[rows] < values.high[rows]) @ (shares.T > 0)
    expected = np.rint(100 * UNITS_PER_POINT * (values.expected[rows] - null) @ shares.T).astype(
        np.int64
    )
    return np.where(doubtful, low, expected), np.where(doubtful, high, expected)


def _loss(worth: Whole, allowed: Flags) -> tuple[float, float] | None:
    """Return the lowest and highest loss over the corners when only some packages are allowed."""
    if not len(worth):
        return None
    if not allowed.any():
        return math.inf, math.inf
    losses = (worth.max(axis=0) - worth[allowed].max(axis=0)) / UNITS_PER_POINT
    return float(losses.min()), float(losses.max())


def _by_solving(questions: Sequence[PackageQuestion], deadline: float) -> _Seen:
    first = questions[0]
    measures = first.scores.measures
    forms = tuple(
        LinearForm(name=f"corner_{n}", coefficients=score_form(q.scores.value).coefficients)
        for n, q in enumerate(questions)
    )
    model = first.model
    for number, question in enumerate(questions[1:], start=1):
        model = model.with_rows(
            *(
                LinearRow(
                    name=f"{row.name}.{number}",
                    coefficients=row.coefficients,
                    sense=row.sense,
                    right_side=row.right_side,
                    rule=row.rule,
                )
                for row in question.model.rows
                if row not in model.rows
            )
        )
    found = every_solution(model, forms, time_limit=max(0.0, deadline - time.monotonic()))
    inside = np.array(
        [[bool(reached[measure_variable(m)]) for m in measures] for reached in found.values],
        dtype=np.bool_,
    ).reshape(len(found.values), len(measures))
    return _Seen(
        packages=tuple(
            tuple(m for m, is_in in zip(measures, row, strict=True) if is_in) for row in inside
        ),
        inside=inside,
        worth=np.array(found.points, dtype=np.int64).reshape(len(found.points), len(forms)),
        loss_out=[_solved_loss(questions, m, deadline, inside=False) for m in measures],
        loss_in=[_solved_loss(questions, m, deadline, inside=True) for m in measures],
        unknowns_counted=False,
        status=found.status,
        solver=found.solver,
    )


def _solved_loss(
    questions: Sequence[PackageQuestion], measure: str, deadline: float, *, inside: bool
) -> tuple[float, float] | None:
    forced = LinearRow(
        name="forced",
        coefficients=((measure_variable(measure), 1),),
        sense=Sense.EQUAL,
        right_side=int(inside),
    )
    losses = []
    try:
        for question in questions:
            finder = SolvingFinder(question, deadline)
            best = finder.best(question.most_value.levels)
            if best is None:
                return None
            other = finder.best(question.most_value.levels, rows=(forced,))
            if other is None:
                return math.inf, math.inf
            value = question.scores.value.of
            losses.append((value(best) - value(other)) / UNITS_PER_POINT)
    except StoppedError:
        return None
    return min(losses), max(losses)


def _result(
    question: PackageQuestion,
    seen: _Seen,
    criteria: tuple[str, ...],
    mixes: FloatArray,
    shares: FloatArray,
) -> RobustPackages:
    counts = seen.inside.sum(axis=0)
    best = (
        seen.inside[np.argmax(seen.worth @ mixes.T, axis=0)]
        if len(seen.packages)
        else np.zeros((len(mixes), len(question.scores.measures)), dtype=np.bool_)
    )
    drawn = mixes @ shares
    measures = []
    for place, measure in enumerate(question.scores.measures):
        belonging = _belonging(int(counts[place]), len(seen.packages))
        border = belonging is Belonging.BORDERLINE
        measures.append(
            RobustMeasure(
                measure=measure,
                packages=int(counts[place]),
                belonging=belonging,
                loss_out=seen.loss_out[place],
                loss_in=seen.loss_in[place],
                settling=settling_of(criteria, drawn, best[:, place]) if border else None,
            )
        )
    infeasible = seen.status is SolveStatus.INFEASIBLE
    return RobustPackages(
        packages=seen.packages,
        measures=tuple(measures),
        corners=len(shares),
        unknowns_counted=seen.unknowns_counted,
        status=seen.status,
        solver=seen.solver,
        clashing_rules=question.clash() if infeasible else (),
    )


def _belonging(count: int, total: int) -> Belonging:
    if count == 0:
        return Belonging.EXTERIOR
    return Belonging.CORE if count == total else Belonging.BORDERLINE
