"""This file holds a front grown measure by measure, for rules that only say how much there is."""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bw_mcda.engine.portfolio.audit import AuditError
from bw_mcda.engine.portfolio.every_package import Whole
from bw_mcda.engine.portfolio.linear_row import LinearForm, LinearModel, LinearRow, Sense

MOST_VARIABLES = 62
"""A package is one whole number of 64 bits."""
MOST_STATES = 60_000
"""With more half-made packages than this a solver is sooner there."""
MOST_ROWS = 2
GREEDY = 200
"""So many packages are filled greedily, to know early what will be beaten."""
BLOCK = 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Grown:
    """All points that nothing beats, each with the values of the variables that reach it."""

    points: tuple[tuple[int, ...], ...]
    values: tuple[dict[str, int], ...]


def growing_front(
    model: LinearModel, forms: tuple[LinearForm, ...], *, time_limit: float
) -> Grown | None:
    """Return all points that no other beats; None when this way does not fit or takes too long.

    ``time_limit`` is in seconds of computing, whatever else the machine does.

    It fits when every variable is 0 or 1 and there are at most ``MOST_ROWS`` rows, each a sum of
    costs of 0 or more that stays under a limit.

    Formula: ``N_k = unbeaten(N_{k-1} + {v + item k : v in N_{k-1}, used + cost_k <= limit})`` with
    v = (minus what is used of each limit, points); the front is what of N_n no point beats
    (dynamic programming: Bazgan, Hugot & Vanderpooten 2009, Computers & Operations Research 36,
    260-279).

    In words: take the measures one by one. Of two half-made packages the one that uses no less and
    reaches no more can be forgotten, because whatever is added to both, it stays behind.
    """
    names = [variable.name for variable in model.variables]
    if not _fits(model, names):
        return None
    deadline = time.thread_time() + time_limit
    costs = np.array([_of(row.coefficients, names) for row in model.rows], dtype=np.int64)
    costs = costs.reshape(len(model.rows), len(names))
    worth = np.array([_of(form.coefficients, names) for form in forms], dtype=np.int64)
    room = np.array([row.right_side for row in model.rows], dtype=np.int64)
    if (room < 0).any():
        return Grown(points=(), values=())
    known = _known(costs, worth, room)
    states = np.zeros((1, len(room) + len(forms)), dtype=np.int64)
    states[0, : len(room)] = room
    chosen = np.zeros(1, dtype=np.int64)
    step = np.vstack([-costs, worth])
    sequence = _order(costs, worth)
    for done, place in enumerate(sequence, start=1):
        grown = states + step[:, place]
        fits = (grown[:, : len(room)] >= 0).all(axis=1)
        states = np.vstack([states, grown[fits]])
        chosen = np.concatenate([chosen, chosen[fits] | (1 << place)])
        hopeful = _hopeful(states, costs[:, sequence[done:]], worth[:, sequence[done:]], known)
        states, chosen = states[hopeful], chosen[hopeful]
        unbeaten = unbeaten_places(states)
        states, chosen = states[unbeaten], chosen[unbeaten]
        if len(states) > MOST_STATES or time.thread_time() >= deadline:
            return None
    points = states[:, len(room) :]
    front = unbeaten_places(points)
    highest_first = front[np.lexsort(points[front].T[::-1])][::-1]
    values = tuple(
        {name: int(chosen[at] >> place & 1) for place, name in enumerate(names)}
        for at in highest_first
    )
    return Grown(points=audited_points(model, forms, values), values=values)


def audited_points(
    model: LinearModel, forms: tuple[LinearForm, ...], values: tuple[dict[str, int], ...]
) -> tuple[tuple[int, ...], ...]:
    """Return what each solution reaches, computed again from the model, after checking each row.

    Raises
    ------
    AuditError
        When a solution breaks a row.
    """
    for reached in values:
        if broken := [row.name for row in model.rows if not row.holds(reached)]:
            raise AuditError(f"a listed package breaks {', '.join(broken)}")
    return tuple(tuple(form.at(reached) for form in forms) for reached in values)


def unbeaten_places(points: Whole) -> Whole:
    """Return the places of the points that no other beats, of equal points one.

    Blocks of points with the highest sums are compared first: what they beat is never looked at
    again.
    """
    order = np.argsort(-points.sum(axis=1), kind="stable")
    left = points[order]
    front: list[Whole] = []
    while len(left):
        block, size = left[:BLOCK], min(BLOCK, len(left))
        within = _beaten_or_repeated(block)
        kept = block[~within]
        front.append(order[:size][~within])
        order, left = order[size:], left[size:]
        for start in range(0, len(kept), 64):
            rivals = kept[start : start + 64]
            free = ~np.any(_at_least(rivals, left), axis=0)
            order, left = order[free], left[free]
    places: Whole = np.sort(np.concatenate(front)) if front else np.arange(0)
    return places


def _at_least(rivals: Whole, points: Whole) -> NDArray[np.bool_]:
    """Tell for each rival and point whether the rival is as high everywhere."""
    high = np.ones((len(rivals), len(points)), dtype=np.bool_)
    for column in range(points.shape[1]):
        high &= rivals[:, column, None] >= points[None, :, column]
    return high


def _beaten_or_repeated(block: Whole) -> NDArray[np.bool_]:
    """Tell which points of a block another one beats, or an earlier one equals."""
    high = _at_least(block, block)
    equal = high & high.T
    earlier = np.triu(np.ones_like(equal), k=1)
    return np.asarray(np.any((high & ~equal) | (equal & earlier), axis=0))


def _known(costs: Whole, worth: Whole, room: Whole) -> Whole:
    """Return points of packages filled greedily for many mixes of the forms, shape (n, forms)."""
    rng = np.random.default_rng(1)
    mixes = np.vstack([np.eye(len(worth)), rng.dirichlet(np.ones(len(worth)), GREEDY)])
    scale = np.maximum(np.abs(worth).max(axis=1, initial=1), 1)
    weight = (costs / np.maximum(room, 1)[:, None]).sum(axis=0) + 1e-9
    ratio = (mixes @ (worth / scale[:, None])) / weight
    left = np.tile(room, (len(mixes), 1))
    points = np.zeros((len(mixes), len(worth)), dtype=np.int64)
    for places in np.argsort(-ratio, axis=1, kind="stable").T:
        fits = (left >= costs[:, places].T).all(axis=1)
        fits = fits & (ratio[np.arange(len(mixes)), places] > 0)
        left[fits] -= costs[:, places[fits]].T
        points[fits] += worth[:, places[fits]].T
    return points[unbeaten_places(points)]


def _hopeful(states: Whole, costs: Whole, worth: Whole, known: Whole) -> NDArray[np.bool_]:
    """Tell which half-made packages can still become one that no known package beats.

    Formula: each form can gain at most what the measures that are left bring it when a part of one
    may be taken too (a fractional knapsack), per limit; the least of these bounds counts.
    """
    rows = len(costs)
    bounds = np.empty((len(states), len(worth)))
    for form, gains in enumerate(worth):
        most = np.full(len(states), float(np.maximum(gains, 0).sum()))
        for row, cost in enumerate(costs):
            useful = gains > 0
            order = np.argsort(-gains[useful] / (cost[useful] + 1e-9), kind="stable")
            used = np.concatenate([[0], np.cumsum(cost[useful][order])])
            gained = np.concatenate([[0], np.cumsum(gains[useful][order])])
            most = np.minimum(most, np.interp(states[:, row], used, gained))
        bounds[:, form] = np.floor(states[:, rows + form] + most + 1e-6)
    hopeless: NDArray[np.bool_] = np.zeros(len(states), dtype=np.bool_)
    for start in range(0, len(known), 64):
        rivals = known[start : start + 64].astype(np.float64)
        high = np.ones((len(rivals), len(states)), dtype=np.bool_)
        more = np.zeros_like(high)
        for column in range(len(worth)):
            high &= rivals[:, column, None] >= bounds[None, :, column]
            more |= rivals[:, column, None] > bounds[None, :, column]
        hopeless |= np.any(high & more, axis=0)
    return ~hopeless


def _fits(model: LinearModel, names: list[str]) -> bool:
    whole = all(v.whole and v.low == 0 and v.high == 1 for v in model.variables)
    few = 0 < len(names) <= MOST_VARIABLES and len(model.rows) <= MOST_ROWS
    return whole and few and all(_is_limit(row) for row in model.rows)


def _is_limit(row: LinearRow) -> bool:
    return row.sense is Sense.AT_MOST and all(factor >= 0 for _, factor in row.coefficients)


def _of(coefficients: Iterable[tuple[str, int]], names: list[str]) -> list[int]:
    factors = dict(coefficients)
    return [factors.get(name, 0) for name in names]


def _order(costs: Whole, worth: Whole) -> list[int]:
    """Return the places of the measures, those that bring most for what they use first."""
    weight = costs / np.maximum(costs.max(axis=1, initial=1), 1)[:, None]
    brings = worth / np.maximum(np.abs(worth).max(axis=1, initial=1), 1)[:, None]
    ratio = brings.sum(axis=0) / (weight.sum(axis=0) + 1e-9)
    return [int(place) for place in np.argsort(-ratio, kind="stable")]
