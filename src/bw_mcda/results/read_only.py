"""This file holds the way in which results keep their arrays from being changed."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

FloatArray = NDArray[np.float64]


def read_only(values: ArrayLike) -> FloatArray:
    """Return a float copy of ``values`` that refuses to be written to."""
    array = np.array(values, dtype=np.float64)
    array.flags.writeable = False
    return array
