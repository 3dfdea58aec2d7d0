"""This file holds what has to give when no package keeps to all rules."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bw_mcda.results.portfolio import Rule, SolveStatus

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleChange:
    """A rule that gives way: ``amount`` more (or less) than ``rule.limit``, in the limit's unit.

    ``share`` is the amount compared with the size of the rule: of the limit for money and
    capacities, of 100 for points, of the measures it counts for counts, of the limit's 100 % for
    shares; 1 for a measure that need not be in or out any more.
    """

    rule: Rule
    amount: float
    share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleRepair:
    """Changes with which a package keeps to the rules, and the best package that then does.

    ``value`` is its weighted gain in points, ``euros`` what it costs.
    """

    changes: tuple[RuleChange, ...]
    package: tuple[str, ...]
    value: float
    euros: int

    @property
    def share(self) -> float:
        """The shares of all changes, added up."""
        return sum(change.share for change in self.changes)


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleRepairs:
    """The smallest repairs, smallest first; none when the rules can be kept as they are.

    No repair changes fewer rules than the first one, nor as few by less. The others do not change
    all rules that an earlier one changes. ``status`` is stopped when time was up before all that
    were asked for were proven.
    """

    repairs: tuple[RuleRepair, ...]
    status: SolveStatus
    solver: str

    def to_frame(self) -> pd.DataFrame:
        """Return one row per change of every repair."""
        import pandas as pd  # noqa: PLC0415  (the analyst's view only)

        rows = [
            {
                "repair": number,
                "rule": change.rule.kind.value,
                "about": ", ".join(change.rule.subjects),
                "year": change.rule.year,
                "limit": change.rule.limit,
                "amount": change.amount,
                "share": change.share,
            }
            for number, repair in enumerate(self.repairs, start=1)
            for change in repair.changes
        ]
        columns = ["repair", "rule", "about", "year", "limit", "amount", "share"]
        return pd.DataFrame(rows, columns=columns)
