from __future__ import annotations

import tomllib
from pathlib import Path

import numpy as np
import pytest

from bw_mcda.engine.scoring.inequality import atkinson, gini

CASES = tomllib.loads(Path(__file__).with_name("inequality.toml").read_text(encoding="utf-8"))[
    "case"
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_indices_come_out_as_published(case):
    values = np.array(case["values"], dtype=float)
    people = np.array(case["people"], dtype=float)
    weights, within = people / people.sum(), 0.6 * 10 ** -case["digits"]
    assert case["source"]
    assert "gini" in case or "atkinson" in case
    if "gini" in case:
        assert gini(values, weights) == pytest.approx(case["gini"], abs=within)
    for aversion, index in case.get("atkinson", {}).items():
        assert atkinson(values, weights, float(aversion)) == pytest.approx(index, abs=within)
