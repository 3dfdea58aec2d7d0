"""This file holds how the order changes along the dial of compensation."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import numpy as np

from bw_mcda.engine.ranking.compensated import Compensated
from bw_mcda.engine.ranking.places import places_of_rows
from bw_mcda.engine.ranking.scored import ranking_of
from bw_mcda.problem.scenario import Scenario
from bw_mcda.problem.weights import Weights
from bw_mcda.results.compensation_dial import CompensationDial, DialStretch
from bw_mcda.results.ranking import Ranking
from bw_mcda.results.read_only import FloatArray
from bw_mcda.results.value_table import ValueTable

STEPS = 200
"""Steps of the dial at which the order is read; between two that differ it is searched further."""
FINEST = 1e-7
"""Width (0 to 1) to which a switch is narrowed down."""
NARROWEST = 1e-6
"""A stretch narrower than this is no stretch but the point at which two are level."""

Places = tuple[int, ...]


def compensation_dial(scenario: Scenario, values: ValueTable, weights: Weights) -> CompensationDial:
    """Return scores and places at every position of the dial, and where they change.

    The score is the weighted power mean of the plan's parts (themes, or criteria). The order is
    read at 201 positions and each change between two of them is narrowed down by bisection; a pair
    that swaps and swaps back within one two-hundredth of the dial is not seen.

    Floors: an alternative below the floor under a theme scores no more than it does on that theme,
    whatever the weight of the theme and the position of the dial. In words: below a floor nothing
    makes up for it (a non-compensatory rule; Munda 2008, doi:10.1007/978-3-540-73703-2).

    Parameters
    ----------
    scenario
        Gives the themes, and from its plan the position, the parts and the floors.
    values
        Expected values, shape (alternatives, criteria).
    weights
        The weights to rank with.
    """
    dial = Compensated(scenario, values, weights)
    positions = np.linspace(1.0, 0.0, STEPS + 1)
    scores = dial.scores(positions)
    return CompensationDial(
        alternatives=values.alternatives,
        between=scenario.plan.compensation_between,
        now=scenario.plan.compensation,
        positions=tuple(positions.tolist()),
        scores=scores,
        stretches=tuple(_stretches(_bounds(dial, positions, scores), values.alternatives)),
        zeroed=dial.zeroed,
        shortfalls=tuple(dial.shortfalls()),
    )


def compensation_ranking(scenario: Scenario, values: ValueTable, weights: Weights) -> Ranking:
    """Rank at the position of the dial that the plan asks for, floors included."""
    dial = Compensated(scenario, values, weights)
    [scores] = dial.scores(np.array([scenario.plan.compensation]))
    return ranking_of("power_mean", values, scores)


def _bounds(
    dial: Compensated, positions: FloatArray, scores: FloatArray
) -> list[tuple[float, Places]]:
    """Return where each order begins, from position 1 down.

    All stretches in which the order changes are halved together, round by round.
    """
    orders = places_of_rows(scores)
    turns = np.any(orders[:-1] != orders[1:], axis=1)
    high, low = positions[:-1][turns], positions[1:][turns]
    before, after = orders[:-1][turns], orders[1:][turns]
    while high.size and np.max(high - low) > FINEST:
        middle = (high + low) / 2
        between = places_of_rows(dial.scores(middle))
        upper = np.any(before != between, axis=1)
        lower = np.any(between != after, axis=1)
        before, after = (
            np.concatenate([before[upper], between[lower]]),
            np.concatenate([between[upper], after[lower]]),
        )
        high, low = (
            np.concatenate([high[upper], middle[lower]]),
            np.concatenate([middle[upper], low[lower]]),
        )
    down = np.argsort(-low, kind="stable")
    found = [(float(low[i]), tuple(after[i].tolist())) for i in down]
    return [(1.0, tuple(orders[0].tolist())), *found]


def _stretches(
    bounds: list[tuple[float, Places]], alternatives: tuple[str, ...]
) -> Iterator[DialStretch]:
    """Yield the stretches that start at ``bounds``, without those too narrow to be one."""
    ends = [position for position, _ in bounds[1:]] + [0.0]
    wide = [
        (high, order)
        for (high, order), low in zip(bounds, ends, strict=True)
        if high - low >= NARROWEST
    ]
    # What lies on both sides of a point at which two are level may be one and the same order.
    kept = [wide[0], *(b for a, b in pairwise(wide) if a[1] != b[1])]
    lows = [position for position, _ in kept[1:]] + [0.0]
    for number, ((high, order), low) in enumerate(zip(kept, lows, strict=True)):
        yield DialStretch(
            high=1.0 if number == 0 else high,
            low=low,
            places=order,
            first=tuple(
                name for name, place in zip(alternatives, order, strict=True) if place == 1
            ),
        )
