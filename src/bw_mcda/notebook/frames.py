"""This file holds tables of what has no table of its own: weights of groups, unknown effects."""

from __future__ import annotations

from dataclasses import asdict, fields
from typing import TYPE_CHECKING

from bw_mcda.charts.weights_chart import group_shares
from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.results.analysis import TOGETHER
from bw_mcda.results.break_even import BreakEven

if TYPE_CHECKING:
    import pandas as pd


def weights_frame(problem: DecisionProblem) -> pd.DataFrame:
    """Return shares, criteria down and groups across."""
    import pandas as pd

    frame = pd.DataFrame(group_shares(problem)).rename(columns={"": TOGETHER})
    return frame.rename_axis(index="criterion")


def unknowns_frame(break_evens: tuple[BreakEven, ...]) -> pd.DataFrame:
    """Return one row per unknown effect: at what level it changes who comes first."""
    import pandas as pd

    names = [field.name for field in fields(BreakEven)]
    return pd.DataFrame([asdict(own) for own in break_evens], columns=names)
