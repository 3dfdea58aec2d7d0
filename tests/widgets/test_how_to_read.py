from __future__ import annotations

import re
from pathlib import Path

import pytest

import bw_mcda.charts
from bw_mcda.results.variance_decomposition import Outcome
from bw_mcda.texts.words import all_words

CHARTS = Path(bw_mcda.charts.__file__).parent


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_hint_on_how_to_read_is_about_a_picture_that_exists(language):
    source = "".join(path.read_text(encoding="utf-8") for path in CHARTS.glob("*_chart.py"))
    names = set(re.findall(r'name="([a-z_]+)"', source))
    names |= {f"variance_{outcome.value}" for outcome in Outcome}
    hints = {
        key.removeprefix("read_")
        for key in all_words(language, "screen")
        if key.startswith("read_") and key != "read_title"
    }
    assert hints
    assert hints <= names
