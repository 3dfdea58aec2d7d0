"""This file holds one cell of the performance table, ready to be averaged or drawn."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from bw_mcda.engine.scoring.areas import area_weights
from bw_mcda.engine.scoring.average_value import UncertainLevel, average_value, average_values
from bw_mcda.engine.scoring.distributions import extent, is_uncertain, known_as, nodes
from bw_mcda.engine.scoring.horizon import effect_share
from bw_mcda.engine.scoring.local_anchors import stretched
from bw_mcda.engine.scoring.value_functions import class_of, value_of
from bw_mcda.problem.analysis_plan import AnalysisPlan, UnknownRule
from bw_mcda.problem.criteria_tree import CriteriaTree
from bw_mcda.problem.criterion import Anchors, ClassesValue, Criterion
from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.performance import CountsFrom, Exact, Level, Performance, Unknown
from bw_mcda.results.read_only import FloatArray


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What one alternative does on one criterion in one area.

    The level at the horizon is ``x0 + share * (x - x0)`` with ``x0`` drawn from ``null`` and ``x``
    from ``own``; when ``own`` counts as a change it is ``x0 + share * x``. On an ordinal criterion
    the same holds for values instead of levels.
    """

    criterion: Criterion
    null: Performance
    own: Performance
    counts_from: CountsFrom
    share: float
    weight: float
    is_null: bool

    @property
    def is_unknown(self) -> bool:
        """Whether the level this cell ends at is unknown."""
        return isinstance(self.null, Unknown) or (isinstance(self.own, Unknown) and self.share > 0)

    @property
    def varies(self) -> bool:
        """Whether one draw of the value can differ from the next."""
        return (
            _varies(self.null, self.criterion)
            or (self.own_share > 0 and _varies(self.own, self.criterion))
            or self._in_a_class_of_unknown_value
        )

    @property
    def is_uncertain(self) -> bool:
        """Whether a performance behind it is uncertain, whatever levels and classes are worth."""
        return is_uncertain(self.null) or (self.own_share > 0 and is_uncertain(self.own))

    @property
    def _in_a_class_of_unknown_value(self) -> bool:
        """Whether a level that is certain falls in a class between the first and the last."""
        function = self.criterion.value_function
        if not isinstance(function, ClassesValue) or function.values:
            return False
        own = Exact(0.0) if self.own_share == 0 else self.own
        level = self.levels(nodes(self.null)[0][:1], nodes(own)[0][:1])
        return bool(0 < class_of(self.criterion, function, level)[0] < len(function.bounds))

    @property
    def null_stays(self) -> float:
        """The share (0 to 1) of the null alternative's level that is still there."""
        return 1.0 if self.is_null or self.counts_from is CountsFrom.CHANGE else 1.0 - self.share

    @property
    def own_share(self) -> float:
        """The share (0 to 1) of its own performance that is there: none for the null alternative.

        What the null alternative does is in ``null`` already.
        """
        return 0.0 if self.is_null else self.share

    def levels(self, x0: FloatArray, x: FloatArray) -> FloatArray:
        """Return the levels at ``x0`` of the null alternative and ``x`` of this one."""
        if self.is_null:
            return x0
        if self.counts_from is CountsFrom.CHANGE:
            return x0 + self.share * x
        return x0 + self.share * (x - x0)

    def values(self, x0: FloatArray, x: FloatArray) -> FloatArray:
        """Return the values at levels ``x0`` of the null alternative and ``x`` of this one."""
        return value_of(self.criterion, self.levels(x0, x))

    def expected(self) -> float:
        """Return the value averaged over what is uncertain."""
        return self._average(
            known_as(self.null, self.criterion), known_as(self.own, self.criterion)
        )

    def at_anchor(self, anchor: float) -> float:
        """Return the value when everything unknown stands at ``anchor``."""
        return self._average(
            Exact(anchor) if isinstance(self.null, Unknown) else self.null,
            Exact(anchor) if isinstance(self.own, Unknown) else self.own,
        )

    @property
    def extent(self) -> tuple[float, float] | None:
        """The lowest and highest level worth looking at; None for levels and what is unknown."""
        null = extent(self.null)
        own = extent(Exact(0.0) if self.own_share == 0 else self.own)
        if null is None or own is None:
            return None
        low, high = (
            self.null_stays * base + self.own_share * change
            for base, change in zip(null, own, strict=True)
        )
        return low, high

    def expected_at(self, shares: FloatArray) -> FloatArray:
        """Return the value averaged over what is uncertain at each share of the effect.

        Parameters
        ----------
        shares
            Shape (n,), from 0 to 1: they take the place of ``share``.
        """
        return self._averages(
            known_as(self.null, self.criterion), known_as(self.own, self.criterion), shares
        )

    def at_anchor_at(self, anchor: float, shares: FloatArray) -> FloatArray:
        """Return the value at each share when everything unknown stands at ``anchor``."""
        return self._averages(
            Exact(anchor) if isinstance(self.null, Unknown) else self.null,
            Exact(anchor) if isinstance(self.own, Unknown) else self.own,
            shares,
        )

    @property
    def depends_on_share(self) -> bool:
        """Whether the value can be another one when more of the effect is there."""
        nothing = self.counts_from is CountsFrom.CHANGE and self.own == Exact(0.0)
        return not self.is_null and not nothing

    def _averages(self, null: Performance, own: Performance, shares: FloatArray) -> FloatArray:
        if not self.depends_on_share:
            return np.full(shares.shape, self._average(null, own))
        level = UncertainLevel(null=null, own=own, stays=1.0, share=0.0)
        stays = np.ones(shares.shape) if self.counts_from is CountsFrom.CHANGE else 1.0 - shares
        return average_values(self.criterion, level, stays, shares)

    def _average(self, null: Performance, own: Performance) -> float:
        level = UncertainLevel(
            null=null,
            own=Exact(0.0) if self.is_null else own,
            stays=self.null_stays,
            share=self.own_share,
        )
        return average_value(self.criterion, level)


def cells_of(
    problem: DecisionProblem, plan: AnalysisPlan
) -> Iterator[tuple[int, int, tuple[Cell, ...]]]:
    """Yield (alternative index, criterion index, one cell per area), alternative by alternative.

    Criteria with local anchors come with the anchors that were found.
    """
    return _cells(with_found_anchors(problem, plan), plan)


def with_found_anchors(problem: DecisionProblem, plan: AnalysisPlan) -> DecisionProblem:
    """Return ``problem`` with local anchors set to the levels found at the plan's horizon.

    In all areas and with every alternative, the null alternative too; what is unknown finds
    nothing.
    """
    if not any(criterion.anchors is Anchors.LOCAL for criterion in problem.criteria):
        return problem
    found: dict[str, list[float]] = {}
    for _, _, cells in _cells(problem, plan):
        for cell in cells:
            found.setdefault(cell.criterion.id, []).extend(cell.extent or ())
    themes = (
        replace(theme, criteria=tuple(_anchored(c, found[c.id]) for c in theme.criteria))
        for theme in problem.tree.themes
    )
    return replace(problem, tree=CriteriaTree(themes=tuple(themes)))


def _anchored(criterion: Criterion, levels: list[float]) -> Criterion:
    if criterion.anchors is Anchors.FIXED:
        return criterion
    if not levels:
        return replace(criterion, anchors=Anchors.FIXED)
    return stretched(criterion, min(levels), max(levels))


def _cells(
    problem: DecisionProblem, plan: AnalysisPlan
) -> Iterator[tuple[int, int, tuple[Cell, ...]]]:
    weights = area_weights(problem.areas, plan.area_rule)
    null = problem.null_alternative.id
    for a, alternative in enumerate(problem.alternatives):
        share = effect_share(alternative.effect_path, plan.horizon)
        for c, criterion in enumerate(problem.criteria):
            cells = []
            for area, weight in zip(problem.areas, weights, strict=True):
                baseline = problem.performances[null, criterion.id, area.id].performance
                assessment = problem.performances[alternative.id, criterion.id, area.id]
                own, counts_from = assessment.performance, assessment.counts_from
                if isinstance(own, Unknown):
                    counts_from = CountsFrom.LEVEL
                    if plan.unknown_rule is UnknownRule.NO_CHANGE and not alternative.is_null:
                        own, counts_from = Exact(0.0), CountsFrom.CHANGE
                cells.append(
                    Cell(
                        criterion=criterion,
                        null=baseline,
                        own=own,
                        counts_from=counts_from,
                        share=share,
                        weight=float(weight),
                        is_null=alternative.is_null,
                    )
                )
            yield a, c, tuple(cells)


def _varies(performance: Performance, criterion: Criterion) -> bool:
    if isinstance(performance, Level):
        return 0 < performance.step < performance.steps - 1
    return is_uncertain(known_as(performance, criterion))


def mean_over_areas(cells: tuple[Cell, ...], values: list[FloatArray]) -> FloatArray:
    """Return the average of ``values`` (one array per area) by the weight of the areas."""
    weights = np.array([cell.weight for cell in cells])
    return np.tensordot(weights, np.array(values), axes=1)
