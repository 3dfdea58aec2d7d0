"""This file holds the fair division of what players reach together, after Shapley."""

from __future__ import annotations

from collections.abc import Mapping
from math import factorial


def shapley_values(
    players: tuple[str, ...], worth: Mapping[frozenset[str], float]
) -> dict[str, float]:
    """Return the Shapley value of every player of a game given by the worth of every coalition.

    Shapley (1953), A value for n-person games, Contributions to the Theory of Games II, 307-317.
    The values add up to the worth of all minus the worth of none.
    """
    n = len(players)
    shares = dict.fromkeys(players, 0.0)
    for coalition, before in worth.items():
        size = len(coalition)
        if size == n:
            continue
        part = factorial(size) * factorial(n - size - 1) / factorial(n)
        for player in players:
            if player not in coalition:
                shares[player] += part * (worth[coalition | {player}] - before)
    return shares
