"""This file holds the way in which results keep their arrays from being changed."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

FloatArray = NDArray[np.float64]
BoolArray = NDArray[np.bool_]


def read_only(values: ArrayLike) -> FloatArray:
    """Return a float copy of ``values`` that refuses to be written to."""
    array = np.array(values, dtype=np.float64)
    array.flags.writeable = False
    return array


def read_only_answers(values: ArrayLike) -> BoolArray:
    """Return a copy of ``values``, each yes or no, that refuses to be written to."""
    array = np.array(values, dtype=np.bool_)
    array.flags.writeable = False
    return array
