"""This file holds at which horizons two alternatives change places (kantelpunten)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, pairwise

import numpy as np

from bw_mcda.engine.ranking.additive import POINTS, share_array
from bw_mcda.engine.ranking.places import places
from bw_mcda.engine.robustness.curve_pieces import NARROWEST, STEPS, CurvePieces, curve_pieces
from bw_mcda.engine.robustness.pair_timeline import SHORTEST_LEVEL, Stretch, pair_timeline
from bw_mcda.engine.scoring.score_curve import ScoreCurve, score_curves
from bw_mcda.problem.scenario import Scenario
from bw_mcda.problem.weights import Weights
from bw_mcda.results.swap_points import Lead, SwapKind, SwapPoint, SwapPoints


def swap_points(scenario: Scenario, weights: Weights, until: float | None = None) -> SwapPoints:
    """Return every horizon at which two alternatives change places, for all pairs.

    Parameters
    ----------
    scenario
        Gives the performances and the paths of the effects.
    weights
        With which the additive score is made.
    until
        The last horizon, in years after the start, above 0. Without it the longest that the plan
        names: its horizon, its horizons or its period.

    Returns
    -------
    SwapPoints
        Horizons exact to 1e-9 years. The score of an alternative depends on the horizon only
        through the share of its effect, so the years are cut wherever an effect starts, is grown
        or brings a value function to a corner. Between two cuts the difference of two scores that
        are straight in that share turns at most once, where its slope ``m + p exp(r t) - q exp(s
        t)`` is 0, which is solved in closed form: between these moments a change of sign is one
        swap, and none is missed. Scores that bend in the share are looked at in ``STEPS`` steps
        per piece, and where they come closest.
    """
    plan = scenario.plan
    until = max(plan.horizon, *plan.horizons, float(plan.period)) if until is None else until
    curves = score_curves(scenario, POINTS * share_array(weights, scenario.problem.criterion_ids))
    return swaps_of_curves(curves, scenario.problem.alternative_ids, until)


def swaps_of_curves(
    curves: tuple[ScoreCurve, ...], alternatives: tuple[str, ...], until: float
) -> SwapPoints:
    """Return the swaps of curves that are at hand; see `swap_points`."""
    pieces = curve_pieces(curves, until)
    points: list[SwapPoint] = []
    edges = {0.0, until}
    for a, b in combinations(range(len(curves)), 2):
        timeline = pair_timeline(pieces, a, b)
        edges |= {stretch.end for stretch in timeline}
        points += _points(timeline, (alternatives[a], alternatives[b]))
    return SwapPoints(
        alternatives=alternatives,
        until=until,
        points=tuple(sorted(points, key=lambda point: (point.horizon, point.pair))),
        leads=_leads(pieces, alternatives, sorted(edges)),
        closed_form=bool(pieces.is_straight.all()),
        steps=STEPS,
    )


def _points(timeline: tuple[Stretch, ...], pair: tuple[str, str]) -> Iterator[SwapPoint]:
    """Yield what happens between neighbouring stretches in which the order is clear."""
    clear = [stretch for stretch in timeline if stretch.sign != 0]
    for before, after in pairwise(clear):
        turns = before.sign != after.sign
        if not turns:
            kind = SwapKind.TOUCHES
        elif after.start - before.end > SHORTEST_LEVEL:
            kind = SwapKind.LEVEL
        elif before.to_level or after.from_level:
            kind = SwapKind.CROSSES
        else:
            kind = SwapKind.JUMPS
        yield SwapPoint(
            pair=pair,
            horizon=float(before.end),
            level_until=float(after.start),
            above_before=pair[0 if before.sign > 0 else 1],
            above_after=pair[0 if after.sign > 0 else 1],
            kind=kind,
        )


def _leads(
    pieces: CurvePieces, alternatives: tuple[str, ...], edges: list[float]
) -> tuple[Lead, ...]:
    """Return who leads between two moments at which any pair changes its order."""
    kept = [edges[0], *(t for s, t in pairwise(edges[:-1]) if t - s > NARROWEST), edges[-1]]
    middles = (np.array(kept[:-1]) + np.array(kept[1:])) / 2
    scores = np.array([curve.at(middles) for curve in pieces.curves])
    leads: list[Lead] = []
    for (start, end), column in zip(pairwise(kept), scores.T, strict=True):
        in_place, _ = places(column, higher_is_better=True)
        first = tuple(
            name for name, place in zip(alternatives, in_place, strict=True) if place == 1
        )
        if leads and leads[-1].first == first:
            start = leads.pop().start  # noqa: PLW2901  (the lead goes on)
        leads.append(Lead(start=float(start), end=float(end), first=first))
    return tuple(leads)
