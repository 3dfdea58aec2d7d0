"""This file holds land, nitrogen space, staff as linear rows over measures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction

from bw_mcda.engine.portfolio.exact_decimals import as_written, whole_together
from bw_mcda.engine.portfolio.linear_row import LinearRow, Sense
from bw_mcda.engine.portfolio.package_variables import measure_variable
from bw_mcda.problem.alternative import Alternative
from bw_mcda.problem.capacity import Capacity, CapacityKind
from bw_mcda.results.portfolio import Rule, RuleKind


def capacity_rows(capacity: Capacity, measures: Iterable[Alternative]) -> Iterator[LinearRow]:
    """Yield a row per year in which something of a capacity is needed or added.

    Formula, for a stock: ``sum over a and years up to y of need_a * x_a <= amount + what is added
    up to y``; for a yearly capacity: ``sum over a of need_a,y * x_a <= amount_y``.

    In words: what the chosen measures need is there at every moment. A measure that makes room
    (a need below 0) helps from the year on in which it does, and not before. Needs without a year
    are there from the start. Without any year it is one row.
    """
    measures = tuple(measures)
    for year in _years(capacity, measures) or (None,):
        needs = {measure.id: need_in(capacity, measure, year) for measure in measures}
        yield _row(capacity, needs, room_in(capacity, year), year)


def need_in(capacity: Capacity, measure: Alternative, year: int | None) -> Fraction:
    """Return what a measure needs in a year; of a stock: what it has needed by then."""
    amounts = [
        as_written(need.amount)
        for need in measure.needs
        if need.capacity == capacity.id and _counts(capacity, need.year, year)
    ]
    return sum(amounts, Fraction(0))


def room_in(capacity: Capacity, year: int | None) -> Fraction:
    """Return what there is in a year; of a stock: what has been there by then, used or not."""
    amount = as_written(capacity.amount)
    listed = [as_written(item.amount) for item in capacity.years if item.year == year]
    if capacity.kind is CapacityKind.YEARLY:
        return sum(listed, Fraction(0)) if listed else amount
    added = [
        as_written(item.amount) for item in capacity.years if _counts(capacity, item.year, year)
    ]
    return sum(added, amount)


def _counts(capacity: Capacity, of_year: int | None, year: int | None) -> bool:
    if of_year is None or year is None:
        return True
    return of_year <= year if capacity.kind is CapacityKind.STOCK else of_year == year


def _years(capacity: Capacity, measures: Iterable[Alternative]) -> tuple[int, ...]:
    needs = (need for measure in measures for need in measure.needs)
    years = {need.year for need in needs if need.capacity == capacity.id and need.year is not None}
    return tuple(sorted(years | {item.year for item in capacity.years}))


def _row(
    capacity: Capacity, needs: Mapping[str, Fraction], room: Fraction, year: int | None
) -> LinearRow:
    (right_side, *factors), units = whole_together((room, *needs.values()))
    return LinearRow(
        name=f"capacity.{capacity.id}.{'all_years' if year is None else year}",
        coefficients=tuple(
            (measure_variable(name), factor)
            for name, factor in zip(needs, factors, strict=True)
            if factor
        ),
        sense=Sense.AT_MOST,
        right_side=right_side,
        rule=Rule(kind=RuleKind.CAPACITY, subjects=(capacity.id,), limit=float(room), year=year),
        units=units,
    )
