"""This file holds which tasks go together, which only seem to clash, and which really do."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from bw_mcda.results.portfolio import Rule, RuleKind, SolveStatus

if TYPE_CHECKING:
    import pandas as pd


class Tension(StrEnum):
    """What is between two tasks: seen measure by measure, and when a package is chosen freely."""

    COHERENT = "coherent"
    """Samenhangend: no measure sets them against each other, and one package serves both."""
    APPARENT = "apparent"
    """Schijnbaar tegenstrijdig: measures set them against each other, one package serves both."""
    REAL = "real"
    """Echt tegenstrijdig: measures set them against each other, and no package serves both."""
    HIDDEN = "hidden"
    """Verborgen tegenstrijdig: no measure hurts the other task, yet no package serves both."""
    OUT_OF_REACH = "out_of_reach"
    """No package brings one of the two any further, so there is nothing to compare."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opposing:
    """A measure that helps one task and hurts the other, with what it adds to each in points."""

    alternative: str
    first: float
    second: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Cause:
    """A rule without which less of the conflict would stay: the share that then remains."""

    rule: Rule
    conflict_without: float


@dataclass(frozen=True, slots=True, kw_only=True)
class KindOfCause:
    """A kind of rule without which, all of that kind set aside at once, less would stay."""

    kind: RuleKind
    conflict_without: float


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskPair:
    """Two tasks with the tension between them and the numbers behind it.

    ``first_best`` and ``second_best`` are the points each task can reach when it alone counts.
    ``package`` serves both best: there the tasks reach ``first_points`` and ``second_points``.
    ``conflict`` is the share that at least one of them then misses (0: none; 1: one of them stays
    where it is today; above 1: it gets worse). ``conflict_without_rules`` is what stays when money
    and all other rules are set aside: that lies in the measures themselves. ``causes`` are single
    rules and ``kinds`` all rules of one kind together, the one that matters most first; both are
    empty where there is no conflict to explain.
    """

    first: str
    second: str
    tension: Tension
    opposing: tuple[Opposing, ...]
    first_best: float
    second_best: float
    package: tuple[str, ...]
    first_points: float
    second_points: float
    conflict: float
    conflict_without_rules: float
    causes: tuple[Cause, ...]
    kinds: tuple[KindOfCause, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TensionMap:
    """The tension between every two tasks.

    A measure counts as opposing from ``noticeable_points`` on both tasks; a conflict counts as one
    from ``noticeable_share``. When the search was stopped, pairs are missing; when no package keeps
    to the rules there are none.
    """

    tasks: tuple[str, ...]
    pairs: tuple[TaskPair, ...]
    noticeable_points: float
    noticeable_share: float
    status: SolveStatus
    clashing_rules: tuple[Rule, ...] = ()

    def between(self, one: str, other: str) -> TaskPair:
        """Return the pair of two tasks, in whichever order; ``KeyError`` when it is not there."""
        for pair in self.pairs:
            if {pair.first, pair.second} == {one, other}:
                return pair
        raise KeyError((one, other))

    def to_frame(self) -> pd.DataFrame:
        """Return one row per pair: the tension, the conflict, the measures and rules behind it."""
        import pandas as pd

        columns = [
            *("first", "second", "tension", "conflict", "conflict_without_rules"),
            *("first_best", "first_points", "second_best", "second_points"),
            *("opposing", "causes"),
        ]
        rows = [
            (
                pair.first,
                pair.second,
                pair.tension.value,
                pair.conflict,
                pair.conflict_without_rules,
                pair.first_best,
                pair.first_points,
                pair.second_best,
                pair.second_points,
                ", ".join(opposing.alternative for opposing in pair.opposing),
                ", ".join(_in_short(cause.rule) for cause in pair.causes),
            )
            for pair in self.pairs
        ]
        return pd.DataFrame(rows, columns=columns)


def _in_short(rule: Rule) -> str:
    year = "" if rule.year is None else f" {rule.year}"
    return f"{rule.kind.value} {' '.join(rule.subjects)}{year}"
