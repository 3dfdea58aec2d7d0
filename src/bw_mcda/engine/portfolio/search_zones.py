"""This file holds where points that nothing beats may still lie, while they are being found."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.int64]


class SearchZones:
    """The corners of zones that together hold every point that is not yet found.

    A zone with corner c holds the points y with ``y_k > c_k`` for every objective k (all are
    maximised). The corners are local lower bounds (Klamroth, Lacour & Vanderpooten 2015,
    European Journal of Operational Research 245, 767-778; they minimise): none of the zones lies
    inside another. A zone can have a bound on what lies in it, which its parts keep.
    """

    def __init__(self, lowest: Points, highest: Points) -> None:
        self._corners = lowest[None, :] - 1
        self._lowest, self._highest = lowest, highest
        self._bounds = np.full(1, np.inf)

    def __len__(self) -> int:
        return len(self._corners)

    def largest(self) -> tuple[Points, int]:
        """Return the corner and the direction to search in next.

        That is where the zone seen along the direction is largest, so that an answer, also an empty
        one, says most about other zones (Tamby & Vanderpooten 2021, INFORMS Journal on Computing
        33, 72-85).
        """
        sides = np.maximum(self._highest - self._corners, 1).astype(np.float64)
        logs = np.log(sides)
        seen = logs.sum(axis=1, keepdims=True) - logs
        zone, direction = np.unravel_index(int(np.argmax(seen)), seen.shape)
        return self._corners[zone].copy(), int(direction)

    def split(self, point: Points) -> None:
        """Take out what ``point`` beats: each zone that holds it becomes one zone per objective."""
        holds = (self._corners < point).all(axis=1)
        kept = self._corners[~holds]
        children = np.repeat(self._corners[holds], len(point), axis=0)
        every = np.tile(np.arange(len(point)), int(holds.sum()))
        children[np.arange(len(children)), every] = point[every]
        inherited = np.repeat(self._bounds[holds], len(point))
        children, parent = np.unique(children, axis=0, return_inverse=True)
        bounds = np.full(len(children), np.inf)
        np.minimum.at(bounds, parent.ravel(), inherited)
        free = _not_inside(children, kept)
        self._corners = np.vstack([kept, children[free]])
        self._bounds = np.concatenate([self._bounds[~holds], bounds[free]])

    def close(self, corner: Points, direction: int, height: int | None) -> None:
        """Take out the zones in which a search from ``corner`` proved that nothing lies.

        Nothing that is above ``corner`` in all other directions is above ``height`` in this one; a
        height of None says that nothing is there at all.
        """
        empty = corner.copy()
        empty[direction] = np.iinfo(np.int64).min if height is None else height
        self._keep(~np.all(self._corners >= empty, axis=1))

    def widest(self) -> tuple[Points, NDArray[np.bool_], float]:
        """Return the zone with the highest bound: its corner, where a point set it, the bound."""
        zone = int(np.argmax(self._bounds))
        corner = self._corners[zone].copy()
        return corner, corner >= self._lowest, float(self._bounds[zone])

    def bound_by(self, ideal: Points, scale: Points) -> None:
        """Lower every bound to how far ``ideal`` is ahead of the corner, where a point set it."""
        ahead = np.where(self._corners >= self._lowest, (ideal - self._corners) / scale, np.inf)
        self._bounds = np.minimum(self._bounds, ahead.min(axis=1))

    def bound(self, corner: Points, bound: float) -> None:
        """Lower the bound of the zone with this corner."""
        here = (self._corners == corner).all(axis=1)
        self._bounds[here] = np.minimum(self._bounds[here], bound)

    def drop(self, corner: Points) -> None:
        """Take out the zone with this corner: nothing lies in it."""
        self._keep(~np.all(self._corners == corner, axis=1))

    def _keep(self, zones: NDArray[np.bool_]) -> None:
        self._corners, self._bounds = self._corners[zones], self._bounds[zones]


def _not_inside(children: Points, kept: Points) -> NDArray[np.bool_]:
    """Tell for each child whether it lies in none of the kept zones and in no other child."""
    zones = np.vstack([kept, children])
    free = np.ones(len(children), dtype=np.bool_)
    for number, child in enumerate(children):
        # A zone always lies in itself, and no two are equal.
        free[number] = (zones <= child).all(axis=1).sum() == 1
    return free
