"""This file holds how an effect grows and fades over the years."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class EffectPath:
    """Nothing during ``delay`` years, then a straight rise of ``ramp_up`` years to the full effect.

    After that the effect loses the share ``decay`` (0 to 1) of what is left each year. All of it is
    ``size`` times as large when that part of the alternative is carried out.
    """

    delay: float = 0.0
    ramp_up: float = 0.0
    decay: float = 0.0
    size: float = 1.0
