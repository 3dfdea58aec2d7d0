"""This file holds a package with the year in which each measure starts, as far as it is done."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bw_mcda.results.portfolio import Rule, SolveStatus, Spending, TaskScore, Unit
from bw_mcda.results.second_key import SecondKey

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True, kw_only=True)
class ScheduledMeasure:
    """An alternative of the package: its first year, the part carried out (1 is all), its cost."""

    alternative: str
    start: int
    size: float
    euros: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """The best package when starts and sizes are chosen too.

    ``measures`` by start, then in the order of the scenario. ``value`` is the weighted gain at the
    horizon in points, ``objective`` and ``bound`` are about the goal, in ``unit``.
    ``objective_without_choice`` is what the best package reaches when everything starts in the
    first year in full; None when there is none.
    """

    goal: str
    status: SolveStatus
    measures: tuple[ScheduledMeasure, ...]
    task_scores: tuple[TaskScore, ...]
    spending: tuple[Spending, ...]
    clashing_rules: tuple[Rule, ...]
    value: float
    objective_without_choice: float | None
    objective: float
    bound: float
    unit: Unit
    solver: str
    second_key: SecondKey | None

    @property
    def alternatives(self) -> tuple[str, ...]:
        """Ids of the alternatives in the package."""
        return tuple(measure.alternative for measure in self.measures)

    def to_frame(self) -> pd.DataFrame:
        """Return one row per measure."""
        import pandas as pd  # noqa: PLC0415  (the analyst's view only)

        rows = [(m.alternative, m.start, m.size, m.euros) for m in self.measures]
        columns = ["alternative", "start", "size", "euros"]
        return pd.DataFrame(rows, columns=columns).set_index("alternative")
