"""This file holds what was found about tasks that seem to clash."""

from __future__ import annotations

from dataclasses import dataclass

from bw_mcda.results.alternatives import Alternatives
from bw_mcda.results.balance_curve import BalanceCurve
from bw_mcda.results.bottlenecks import Bottlenecks
from bw_mcda.results.certified_set import CertifiedSet
from bw_mcda.results.robust_packages import RobustPackages
from bw_mcda.results.tension_map import TensionMap
from bw_mcda.results.turning_points import TurningPoints


@dataclass(frozen=True, slots=True, kw_only=True)
class Puzzle:
    """How the tasks fit together, seen with one set of weights.

    ``turning_points`` are None when no package is possible, or when there are more measures than
    can all be tried; ``bottlenecks`` when no package is possible.
    """

    tension_map: TensionMap
    balance_curve: BalanceCurve
    certified_set: CertifiedSet
    robust_packages: RobustPackages
    alternatives: Alternatives
    turning_points: TurningPoints | None
    bottlenecks: Bottlenecks | None
