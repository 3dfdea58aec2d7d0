"""This file holds the listing of all yes/no choices that keep to given rows."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from bw_mcda.engine.portfolio.every_package import Whole

TOGETHER = 16_384
"""So many half-made choices are looked at in one go; the others wait."""
BITS = 62
"""So many choices are kept in one whole number."""


def every_choice(factors: Whole, limits: Whole, *, most: int) -> Whole | None:
    """Return all x of zeros and ones with ``factors @ x <= limits``; None when it takes too long.

    Formula: a half-made choice goes on as long as ``limits - factors @ x >= 0`` can still come
    true on every row, each open variable going the way that is best for that row (implicit
    enumeration: Balas 1965, Operations Research 13, 517-546).

    In words: decide the variables one by one, those that weigh most on the first row first, and
    drop what can no longer keep to a row. All is counted in whole numbers, so nothing is lost by
    rounding. The first row is best one that follows from the others and is hard to keep to.

    Parameters
    ----------
    factors
        Whole, shape (rows, variables).
    limits
        Whole, shape (rows,).
    most
        How many half-made choices to look at before giving up.

    Returns
    -------
    Whole
        Shape (choices, variables), without order. A variable that is on no row stays 0.
    """
    n_variables = factors.shape[1]
    used = np.flatnonzero(np.abs(factors).sum(axis=0))
    order = used[np.argsort(-np.abs(factors[0, used]), kind="stable")].tolist()
    room = limits - np.minimum(factors, 0).sum(axis=1)
    if (room < 0).any():
        return np.empty((0, n_variables), dtype=np.int64)
    words = -(-n_variables // BITS)
    waiting = [(0, room[:, None], np.zeros((words, 1), dtype=np.int64))]
    ready: list[Whole] = []
    looked_at = 0
    while waiting:
        depth, room, chosen = waiting.pop()
        while depth < len(order) and room.shape[1]:
            half = room.shape[1] // 2
            if room.shape[1] > TOGETHER:
                waiting.append((depth, room[:, half:], chosen[:, half:]))
                room, chosen = room[:, :half], chosen[:, :half]
            room, chosen = _decided(factors[:, order[depth]], order[depth], room, chosen)
            depth += 1
            looked_at += room.shape[1]
            if looked_at > most:
                return None
        ready.append(chosen)
    return _unpacked(np.concatenate(ready, axis=1), n_variables)


def _decided(factor: Whole, place: int, room: Whole, chosen: Whole) -> tuple[Whole, Whole]:
    """Return what goes on after one variable is left out, or taken in."""
    without, without_fits = _left(room, np.maximum(-factor, 0))
    within, within_fits = _left(room, np.maximum(factor, 0))
    taken = chosen[:, within_fits]
    taken[place // BITS] |= 1 << (place % BITS)
    return (
        np.concatenate([without, within], axis=1),
        np.concatenate([chosen[:, without_fits], taken], axis=1),
    )


def _left(room: Whole, lost: Whole) -> tuple[Whole, NDArray[np.bool_]]:
    """Return what is left of each row where all of it is 0 or more, and where that is."""
    fits = np.ones(room.shape[1], dtype=np.bool_)
    for row in np.flatnonzero(lost):
        fits &= room[row] >= lost[row]
    return room[:, fits] - lost[:, None], fits


def _unpacked(chosen: Whole, n_variables: int) -> Whole:
    places = np.arange(n_variables)
    unpacked: Whole = chosen[places // BITS].T >> (places % BITS) & 1
    return unpacked
