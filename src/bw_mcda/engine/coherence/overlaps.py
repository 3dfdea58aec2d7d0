"""This file holds the search for criteria that count one thing twice, for whatever reason."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from bw_mcda.engine.coherence.double_counting import criteria_that_move_together
from bw_mcda.engine.coherence.public_figures import figures_that_move_together
from bw_mcda.problem.criterion import Criterion, CriterionKind, MkbaPart
from bw_mcda.results.coherence import Overlap, OverlapKind
from bw_mcda.results.value_table import ValueTable


def overlaps(
    criteria: Sequence[Criterion], weighted: frozenset[str], values: ValueTable, null: str
) -> tuple[Overlap, ...]:
    """Return the pairs of criteria that may count one thing twice.

    Each pair is told once, by its strongest reason: the order of ``OverlapKind``.

    Parameters
    ----------
    criteria
        In the order of ``values``.
    weighted
        Ids of the criteria that somebody gives weight: only those can count double.
    values
        Expected values, shape (alternatives, criteria).
    null
        Id of the null alternative.
    """
    counting = [criterion for criterion in criteria if criterion.id in weighted]
    found: dict[frozenset[str], Overlap] = {}
    for overlap in (
        *_same(counting),
        *_inside_mkba(counting),
        *_means_and_goals(counting),
        *_moving(values, null, weighted),
        *_in_public_figures(counting),
    ):
        found.setdefault(frozenset(overlap.criteria), overlap)
    return tuple(found.values())


def _same(criteria: Sequence[Criterion]) -> Iterator[Overlap]:
    """Yield pairs with one indicator, or one name, or one source, unit and scale."""
    pairs = list(combinations(criteria, 2))
    for first, second in pairs:
        if first.indicator.strip() and _plain(first.indicator) == _plain(second.indicator):
            yield _overlap(OverlapKind.SAME_INDICATOR, first, second)
    for first, second in pairs:
        if _plain(first.label.nl) == _plain(second.label.nl):
            yield _overlap(OverlapKind.SAME_NAME, first, second)
    for first, second in pairs:
        measured = [(_plain(c.source), _plain(c.unit.nl), c.worst, c.best) for c in (first, second)]
        if first.source.strip() and not first.is_ordinal and measured[0] == measured[1]:
            yield _overlap(OverlapKind.SAME_MEASUREMENT, first, second)


def _inside_mkba(criteria: Sequence[Criterion]) -> Iterator[Overlap]:
    for balance in criteria:
        for inside in criteria:
            if balance.mkba is MkbaPart.BALANCE and inside.mkba is MkbaPart.INSIDE:
                yield _overlap(OverlapKind.INSIDE_MKBA, balance, inside)


def _means_and_goals(criteria: Sequence[Criterion]) -> Iterator[Overlap]:
    for means in criteria:
        for goal in criteria:
            if means.kind is CriterionKind.MEANS and goal.id in means.serves:
                yield _overlap(OverlapKind.MEANS_AND_GOAL, goal, means)


def _moving(values: ValueTable, null: str, weighted: frozenset[str]) -> Iterator[Overlap]:
    for pair in criteria_that_move_together(values, null):
        if {pair.first, pair.second} <= weighted:
            yield Overlap(
                kind=OverlapKind.MOVES_TOGETHER,
                criteria=(pair.first, pair.second),
                correlation=pair.correlation,
            )


def _in_public_figures(criteria: Sequence[Criterion]) -> Iterator[Overlap]:
    for first, second, correlation in figures_that_move_together(criteria):
        yield Overlap(
            kind=OverlapKind.MOVES_TOGETHER_IN_FIGURES,
            criteria=(first.id, second.id),
            correlation=correlation,
        )


def _overlap(kind: OverlapKind, first: Criterion, second: Criterion) -> Overlap:
    return Overlap(kind=kind, criteria=(first.id, second.id), correlation=None)


def _plain(text: str) -> str:
    """Return a text as it is compared: capitals and spaces do not count."""
    return " ".join(text.casefold().split())
