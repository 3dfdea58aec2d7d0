"""This file holds linear rules and scores as data, before any solver sees them.

All numbers are whole: euros, counts and score units (see ``package_scores``), so that what a
package costs and scores can be recomputed without rounding.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from bw_mcda.results.portfolio import Rule


class Sense(StrEnum):
    """How the left side of a row compares with its right side."""

    AT_MOST = "<="
    AT_LEAST = ">="
    EQUAL = "="


@dataclass(frozen=True, slots=True, kw_only=True)
class Variable:
    """A quantity that a solver may choose between ``low`` and ``high``."""

    name: str
    low: float = 0.0
    high: float = 1.0
    whole: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LinearForm:
    """A constant, and a sum of coefficients times variables."""

    name: str
    coefficients: tuple[tuple[str, int], ...]
    constant: int = 0

    def at(self, values: Mapping[str, int]) -> int:
        """Return the exact sum; a variable that is not in ``values`` is 0."""
        return self.constant + sum(
            factor * values.get(name, 0) for name, factor in self.coefficients
        )

    def ends(self, variables: Mapping[str, Variable]) -> tuple[float, float]:
        """Return between which values the sum stays, each variable between its bounds."""
        low = high = float(self.constant)
        for name, factor in self.coefficients:
            ends = (factor * variables[name].low, factor * variables[name].high)
            low, high = low + min(ends), high + max(ends)
        return low, high


@dataclass(frozen=True, slots=True, kw_only=True)
class LinearRow:
    """A linear rule: coefficients, sense, right-hand side, and the rule it stands for.

    ``rule`` is None for rows that say what a variable means (a pair is there when both are).
    ``units`` of the row are 1 of what the rule's limit is in.
    """

    name: str
    coefficients: tuple[tuple[str, int], ...]
    sense: Sense
    right_side: int
    rule: Rule | None = None
    units: int = 1

    def holds(self, values: Mapping[str, int]) -> bool:
        """Tell whether ``values`` keep to this row, exactly."""
        left = sum(factor * values.get(name, 0) for name, factor in self.coefficients)
        match self.sense:
            case Sense.AT_MOST:
                return left <= self.right_side
            case Sense.AT_LEAST:
                return left >= self.right_side
            case Sense.EQUAL:
                return left == self.right_side


@dataclass(frozen=True, slots=True, kw_only=True)
class LinearModel:
    """Variables, the rows they keep to, and the form to make as large as possible."""

    variables: tuple[Variable, ...]
    rows: tuple[LinearRow, ...]
    maximise: LinearForm = LinearForm(name="nothing", coefficients=())

    def with_rows(self, *rows: LinearRow) -> LinearModel:
        """Return a copy that keeps to ``rows`` as well."""
        return replace(self, rows=(*self.rows, *rows))

    def without_rules(self, rules: Iterable[Rule]) -> LinearModel:
        """Return a copy without the rows that stand for ``rules``."""
        gone = frozenset(rules)
        return replace(self, rows=tuple(row for row in self.rows if row.rule not in gone))

    @property
    def rules(self) -> tuple[Rule, ...]:
        """Every rule that a row stands for, once, in order."""
        return tuple(dict.fromkeys(row.rule for row in self.rows if row.rule is not None))
