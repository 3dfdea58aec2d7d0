"""This file holds how many of a set may be chosen as linear rows over measures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bw_mcda.engine.portfolio.linear_row import LinearRow, Sense
from bw_mcda.engine.portfolio.package_variables import measure_variable
from bw_mcda.problem.alternative import Alternative
from bw_mcda.problem.portfolio_rules import SetCount
from bw_mcda.results.portfolio import Rule, RuleKind


def count_rows(counts: Iterable[SetCount]) -> Iterator[LinearRow]:
    """Yield ``least <= sum over a in the set of x_a <= most``.

    In words: at least, and at most, so many measures of the set are in.
    """
    for number, count in enumerate(counts, start=1):
        coefficients = tuple((measure_variable(name), 1) for name in count.measures)
        sides = (
            (count.least or None, Sense.AT_LEAST, RuleKind.COUNT_LEAST),
            (count.most, Sense.AT_MOST, RuleKind.COUNT_MOST),
        )
        for side, sense, kind in sides:
            if side is not None:
                yield LinearRow(
                    name=f"{kind.value}.{number}",
                    coefficients=coefficients,
                    sense=sense,
                    right_side=side,
                    rule=Rule(kind=kind, subjects=count.measures, limit=float(side)),
                )


def version_rows(measures: Iterable[Alternative]) -> Iterator[LinearRow]:
    """Yield ``sum over a in the family of x_a <= 1`` for every family of two or more.

    In words: of several versions of a measure, a small one and a large one, at most one is in.
    """
    families: dict[str, list[str]] = {}
    for measure in measures:
        if measure.family:
            families.setdefault(measure.family, []).append(measure.id)
    for family, members in families.items():
        if len(members) > 1:
            yield LinearRow(
                name=f"versions.{family}",
                coefficients=tuple((measure_variable(name), 1) for name in members),
                sense=Sense.AT_MOST,
                right_side=1,
                rule=Rule(kind=RuleKind.VERSIONS, subjects=tuple(members), limit=1.0),
            )
