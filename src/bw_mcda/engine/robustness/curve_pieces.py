"""This file holds the years cut into pieces in which no score curve changes its form."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from bw_mcda.engine.scoring.score_curve import Phase, ScoreCurve
from bw_mcda.results.read_only import FloatArray

STEPS = 32
"""Steps per piece in which a bent curve is looked at, closer together towards its ends."""
BARYCENTRIC = np.array([0.5, *((-1.0) ** k for k in range(1, STEPS)), 0.5 * (-1.0) ** STEPS])
"""What each moment of the grid counts for in the polynomial through all of them."""
A_HAIR = 1e-9
"""Share of a piece that is no distance."""
NARROWEST = 1e-9
"""Years: edges that lie closer together are one edge."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class CurvePieces:
    """Curves over m pieces of time, looked at in each piece at ``STEPS`` + 1 moments.

    ``times`` has shape (m, STEPS + 1), in years after the start; the first and the last moment are
    the ends of the piece. ``scores`` has shape (alternatives, m, STEPS + 1); at the ends it is the
    limit from inside. ``phases`` gives the phase per alternative and piece. ``is_straight`` (shape
    (alternatives, m)) says where a score is a straight line of the share of the effect. There its
    slope over time is ``slope + push * exp(rate * t)``, t years after the start of the piece.
    """

    curves: tuple[ScoreCurve, ...]
    phases: tuple[tuple[Phase, ...], ...]
    times: FloatArray
    scores: FloatArray
    is_straight: np.typing.NDArray[np.bool_]
    slope: FloatArray
    push: FloatArray
    rate: FloatArray

    def score(self, a: int, piece: int, time: float) -> float:
        """Return the score of alternative ``a`` at a moment in a piece."""
        return float(self.curves[a].in_phase(self.phases[a][piece], np.array([time]))[0])

    def interpolate(self, piece: int, values: FloatArray, time: float) -> float:
        """Return the polynomial through ``values`` on the grid of a piece, at a moment in it.

        Barycentric (Berrut & Trefethen 2004, doi:10.1137/S0036144502417715): on these points as
        exact as a number can be for a smooth curve, and only a guess for one with corners.
        """
        apart = time - self.times[piece]
        nearest = int(np.abs(apart).argmin())
        if apart[nearest] == 0:
            return float(values[nearest])
        shares = BARYCENTRIC / apart
        return float(shares @ values / shares.sum())

    def turning_points(self, a: int, b: int) -> FloatArray:
        """Return, per piece, where the difference of two straight scores turns, shape (m,).

        NaN where it does not. Within a piece a straight score stands still, rises in a straight
        line or fades by a fixed share a year, so the difference of two turns at most once.
        """
        slope = self.slope[a] - self.slope[b]
        push, rate = (self.push[a], self.push[b]), (self.rate[a], self.rate[b])
        with np.errstate(divide="ignore", invalid="ignore"):
            after = np.where(
                push[0] == 0,
                np.log(slope / push[1]) / rate[1],
                np.where(
                    push[1] == 0,
                    np.log(-slope / push[0]) / rate[0],
                    np.log(push[1] / push[0]) / (rate[0] - rate[1]),
                ),
            )
        length = self.times[:, -1] - self.times[:, 0]
        inside = (after > 0) & (after < length) & self.is_straight[a] & self.is_straight[b]
        return np.where(inside, self.times[:, 0] + after, np.nan)


def curve_pieces(curves: tuple[ScoreCurve, ...], until: float) -> CurvePieces:
    """Cut the years from 0 to ``until`` (above 0) wherever one of ``curves`` changes its form."""
    turns = np.concatenate([curve.turns() for curve in curves])
    edges = np.unique(np.concatenate([turns[(turns > 0) & (turns < until)], [0.0, until]]))
    edges = edges[np.append(True, np.diff(edges) > NARROWEST)]
    edges[-1] = until
    starts, lengths = edges[:-1], np.diff(edges)
    # Chebyshev's points: a bend close to an end of a piece is seen as well as one in its middle.
    spread = (1.0 - np.cos(np.pi * np.arange(STEPS + 1) / STEPS)) / 2.0
    times = starts[:, None] + lengths[:, None] * spread
    times[:, -1] = edges[1:]
    phases = tuple(
        tuple(curve.phase_at(middle) for middle in (edges[:-1] + edges[1:]) / 2) for curve in curves
    )
    scores = np.array(
        [
            _scores(curve, own_phases, times)
            for curve, own_phases in zip(curves, phases, strict=True)
        ]
    )
    is_straight = np.array(
        [
            [not curve.bent or _stands_still(curve, phase) for phase in own_phases]
            for curve, own_phases in zip(curves, phases, strict=True)
        ]
    )
    rising = np.array([[phase is Phase.RISING for phase in own] for own in phases])
    fading = np.array([[phase is Phase.FADING for phase in own] for own in phases])
    rates = np.array([np.log1p(-curve.path.decay) for curve in curves])[:, None] * fading
    gain = scores[:, :, -1] - scores[:, :, 0]
    fades = rates != 0
    lost = np.expm1(rates * lengths, out=np.ones_like(gain), where=fades)
    return CurvePieces(
        curves=curves,
        phases=phases,
        times=times,
        scores=scores,
        is_straight=is_straight,
        slope=np.where(rising, gain / lengths, 0.0),
        push=np.where(fades, gain / lost * rates, 0.0),
        rate=rates,
    )


def _stands_still(curve: ScoreCurve, phase: Phase) -> bool:
    return phase is Phase.WAITING or (phase is Phase.FADING and curve.path.decay == 0)


def _scores(curve: ScoreCurve, phases: tuple[Phase, ...], times: FloatArray) -> FloatArray:
    inside = times
    if curve.jumps:
        # Just inside its ends a piece knows nothing of the jump that ends it.
        hair = A_HAIR * (times[:, -1:] - times[:, :1])
        inside = np.clip(times, times[:, :1] + hair, times[:, -1:] - hair)
    shares = np.array(
        [curve.share_in_phase(phase, row) for phase, row in zip(phases, inside, strict=True)]
    )
    distinct, at = np.unique(shares, return_inverse=True)
    return curve.at_shares(distinct)[at].reshape(times.shape)
