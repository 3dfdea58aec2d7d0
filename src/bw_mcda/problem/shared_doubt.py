"""This file holds which estimates are likely to be wrong together."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedDoubt:
    """Uncertain performances that turn out too rosy, or too gloomy, together.

    It holds for every one of ``alternatives`` (all but the null alternative when empty) on every
    one of ``criteria``. ``correlation`` is above 0 and at most 1: with 1, when one of them turns
    out at the best end of what is possible so do all; estimates that are not named are independent.
    """

    criteria: tuple[str, ...]
    correlation: float
    alternatives: tuple[str, ...] = ()
