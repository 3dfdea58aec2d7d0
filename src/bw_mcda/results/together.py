"""This file holds what was found about groups that choose together."""

from __future__ import annotations

from dataclasses import dataclass

from bw_mcda.results.disagreement import Disagreement
from bw_mcda.results.group_choice import GroupChoice
from bw_mcda.results.group_packages import GroupPackages


@dataclass(frozen=True, slots=True, kw_only=True)
class Together:
    """What the groups choose apart and together, and which differences of opinion change that.

    ``packages`` is what each group would choose within the rules, and what hurts them least.
    """

    group_choice: GroupChoice
    disagreement: Disagreement
    packages: GroupPackages
