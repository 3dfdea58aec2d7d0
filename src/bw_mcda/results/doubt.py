"""This file holds what was found about how firm the ranking is, and on what it depends."""

from __future__ import annotations

from dataclasses import dataclass

from bw_mcda.results.class_sorting import ClassSorting
from bw_mcda.results.compensation_dial import CompensationDial
from bw_mcda.results.dominance import Dominance
from bw_mcda.results.method_acceptability import MethodAcceptability
from bw_mcda.results.place_ranges import PlaceRanges
from bw_mcda.results.rank_reversal import RankReversals
from bw_mcda.results.smaa import Smaa
from bw_mcda.results.tornado import Tornado
from bw_mcda.results.variance_decomposition import VarianceDecomposition


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """What the first place depends on: inputs, methods, and how far a gain makes up for a loss.

    ``dominance`` and ``sorting`` look without letting gains make up for losses; ``sorting`` in do,
    discuss and do not is None when the scenario sets no bounds for the classes.
    """

    place_ranges: PlaceRanges
    smaa: Smaa
    methods: MethodAcceptability
    rank_reversals: RankReversals
    tornado: Tornado
    variance: tuple[VarianceDecomposition, ...]
    compensation: CompensationDial
    dominance: Dominance
    sorting: ClassSorting | None
