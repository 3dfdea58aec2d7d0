"""This file holds how much each area counts when areas are averaged."""

from __future__ import annotations

from typing import assert_never

import numpy as np

from bw_mcda.problem.analysis_plan import AreaRule
from bw_mcda.problem.area import Area
from bw_mcda.results.read_only import FloatArray


def area_weights(areas: tuple[Area, ...], rule: AreaRule) -> FloatArray:
    """Return the weight of each area, shape (areas,), together 1."""
    match rule:
        case AreaRule.INHABITANTS:
            counts: FloatArray = np.array([area.inhabitants for area in areas], dtype=np.float64)
        case AreaRule.EQUAL:
            counts = np.ones(len(areas))
        case _:
            assert_never(rule)
    counts /= counts.sum()
    return counts
