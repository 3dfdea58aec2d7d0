"""This file holds how large a difference on a criterion must be to count."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class PreferenceShape(StrEnum):
    """How preference grows with a difference (the six generalised criteria of PROMETHEE).

    Brans, Vincke & Mareschal 1986, doi:10.1016/0377-2217(86)90044-5, types I to VI in this order.
    """

    USUAL = "usual"
    """Any difference counts in full."""
    U_SHAPE = "u_shape"
    """Nothing up to the indifference threshold, in full beyond it."""
    V_SHAPE = "v_shape"
    """In proportion up to the preference threshold, in full beyond it."""
    LEVEL = "level"
    """Nothing up to the indifference threshold, half up to the preference threshold, then full."""
    LINEAR = "linear"
    """Nothing up to the indifference threshold, then in proportion to the preference threshold."""
    GAUSSIAN = "gaussian"
    """Grows along a bell curve; ``inflection`` is where it grows fastest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Thresholds:
    """Differences on a criterion, as a share (0 to 1) of the way from worst to best anchor.

    A difference up to ``indifference`` does not count, from ``preference`` on it counts in full.
    An alternative that stays ``veto`` or more behind is refused whatever the other criteria say
    (ELECTRE only); None where nothing can be refused on this criterion.

    The defaults say that a twentieth of the scale is within the noise of an expert's estimate and
    a tenth is not.
    """

    indifference: float = 0.05
    preference: float = 0.10
    veto: float | None = None
    shape: PreferenceShape = PreferenceShape.LINEAR
    inflection: float = 0.10
