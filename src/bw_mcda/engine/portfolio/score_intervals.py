"""This file holds which packages are beaten whatever the unknown scores of their measures are."""

from __future__ import annotations

import numpy as np

from bw_mcda.engine.portfolio.every_package import Flags, Whole

FIRST_RIVALS = 256
"""So many promising packages are compared with all others first: that is enough for most."""
BLOCK = 256


def never_beaten(inside: Flags, extra: Whole, low: Whole, high: Whole) -> Whole:
    """Return the places of packages that no other beats for every weight and every score.

    Formula: P beats Q when ``sum of low_je over j in P not in Q + extra_Pe`` is at least
    ``sum of high_je over j in Q not in P + extra_Qe`` for every corner e, and, with high and low
    changed over, more than that for some e (Liesiö, Mild & Salo 2007, European Journal of
    Operational Research 181, 1488-1505).

    In words: what both hold is the same in both, whatever it is worth. The rest is at its worst in
    the one and at its best in the other.

    Parameters
    ----------
    inside
        Which measures each package holds, shape (packages, measures).
    extra
        What pairs add, shape (packages, corners), in units.
    low, high
        What each measure adds at least and at most, shape (measures, corners), in units.
    """
    members = inside.astype(np.int64)
    worst, best = members @ low + extra, members @ high + extra
    left = np.arange(len(members))
    promising = np.argsort(-worst.sum(axis=1), kind="stable")[:FIRST_RIVALS]
    left = left[~_beaten(left, promising, members, worst, best, high - low)]
    # Beating passes on: what beats a package is itself among those left, or beaten by one of them.
    return left[~_beaten(left, left, members, worst, best, high - low)]


def _beaten(  # noqa: PLR0913  (all arrays of one comparison)
    places: Whole, rivals: Whole, members: Whole, worst: Whole, best: Whole, width: Whole
) -> Flags:
    """Tell for each of ``places`` whether one of ``rivals`` beats it."""
    beaten = np.zeros(len(places), dtype=np.bool_)
    for start in range(0, len(rivals), BLOCK):
        rival = rivals[start : start + BLOCK]
        never_less = np.ones((len(places), len(rival)), dtype=np.bool_)
        more = np.zeros_like(never_less)
        for corner in range(worst.shape[1]):
            shared = (members[places] * width[:, corner]) @ members[rival].T
            at_worst = worst[rival, corner] - best[places, corner][:, None] + shared
            at_best = best[rival, corner] - worst[places, corner][:, None] - shared
            never_less &= at_worst >= 0
            more |= at_best > 0
        beaten |= (never_less & more).any(axis=1)
    return beaten
