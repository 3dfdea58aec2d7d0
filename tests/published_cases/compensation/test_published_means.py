from __future__ import annotations

import tomllib
from pathlib import Path

import numpy as np
import pytest

from bw_mcda.engine.ranking.power_mean import power_mean, power_of

CASES = tomllib.loads(Path(__file__).with_name("power_mean.toml").read_text(encoding="utf-8"))[
    "case"
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_the_printed_means_come_out_to_the_printed_digits(case):
    found = power_mean(
        np.array(case["values"], dtype=float),
        np.array(case["weights"], dtype=float),
        power_of(case["compensation"]),
    )
    assert found == pytest.approx(case["means"], abs=case["tolerance"])
    assert case["citation"]
    assert case["figures_from"]
