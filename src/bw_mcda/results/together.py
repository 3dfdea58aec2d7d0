"""This file holds what was found about groups that choose together."""

from __future__ import annotations

from dataclasses import dataclass

from bw_mcda.results.disagreement import Disagreement
from bw_mcda.results.group_choice import GroupChoice


@dataclass(frozen=True, slots=True, kw_only=True)
class Together:
    """What the groups choose apart and together, and which differences of opinion change that."""

    group_choice: GroupChoice
    disagreement: Disagreement
