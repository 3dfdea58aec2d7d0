"""This file holds whether the criteria hang together: what counts twice and what can be done."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from bw_mcda.problem.finding import Finding
from bw_mcda.results.ranking import Ranking
from bw_mcda.results.read_only import FloatArray, read_only
from bw_mcda.results.repair import Repair

if TYPE_CHECKING:
    import pandas as pd


class OverlapKind(StrEnum):
    """Why two criteria may count one thing twice, the strongest reason first."""

    SAME_INDICATOR = "same_indicator"
    SAME_NAME = "same_name"
    SAME_MEASUREMENT = "same_measurement"
    """One source, one unit, one scale."""
    INSIDE_MKBA = "inside_mkba"
    """The balance of a cost-benefit analysis, and what it already counts."""
    MEANS_AND_GOAL = "means_and_goal"
    MOVES_TOGETHER = "moves_together"
    """The alternatives stand in nearly the same order on both."""
    MOVES_TOGETHER_IN_FIGURES = "moves_together_in_figures"
    """Municipalities do, in public figures."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlap:
    """Two criteria that may count one thing twice; ``correlation`` (0 to 1) where there is one."""

    kind: OverlapKind
    criteria: tuple[str, str]
    correlation: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeShare:
    """What a theme weighs beside the share of the criteria that it holds (both 0 to 1)."""

    theme: str
    n_criteria: int
    share: float
    leaf_share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Splitting:
    """Whether themes weigh what their number of criteria makes them weigh.

    ``from_leaves`` and ``index`` (0 to 1) are defined in ``engine.coherence.splitting``;
    ``index`` is None when groups did not answer in both ways. ``follows_leaves`` tells that the
    weights lie very near the number of criteria, while themes differ in that number.
    """

    themes: tuple[ThemeShare, ...]
    from_leaves: float
    index: float | None
    follows_leaves: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CountedTogether:
    """Criteria linked by overlaps: what they weigh together beside the heaviest of them alone.

    When they are one thing, ``intended`` is what people meant it to weigh at most, and
    ``counted`` what it weighs now (both 0 to 1).
    """

    criteria: tuple[str, ...]
    counted: float
    intended: float


@dataclass(frozen=True, slots=True, kw_only=True)
class RepairOutcome:
    """A repair with the ranking it leads to; ``tau`` is tau-b with the ranking before.

    ``tau`` is None where one of the two puts all level. ``n_moves`` counts the alternatives that
    change place.
    """

    repair: Repair
    ranking: Ranking
    tau: float | None
    n_moves: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoherence:
    """One finding about the criteria, its reason when people accepted it, and possible repairs."""

    finding: Finding
    repairs: tuple[RepairOutcome, ...]

    @property
    def is_accepted(self) -> bool:
        """Whether people left it as it is, with a written reason."""
        return bool(self.finding.accepted)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Coherence:
    """How the criteria hang together, before any result is read.

    ``correlations`` has shape (criteria, criteria): Spearman's rank correlation over the
    alternatives that move on either, not a number where fewer than five do or one of the two is
    level. ``n_weighted`` counts the criteria with weight, ``by_weight`` is how many evenly weighted
    criteria the weights alone amount to, ``effective`` how many separate things are counted when
    the correlations are taken in as well. ``ranking`` is the present one.
    """

    criteria: tuple[str, ...]
    ranking: Ranking
    incoherences: tuple[Incoherence, ...]
    clusters: tuple[CountedTogether, ...]
    splitting: Splitting
    correlations: FloatArray
    n_weighted: int
    by_weight: float
    effective: float

    def __post_init__(self) -> None:
        object.__setattr__(self, "correlations", read_only(self.correlations))

    @property
    def open(self) -> tuple[Incoherence, ...]:
        """Those that nobody has accepted."""
        return tuple(own for own in self.incoherences if not own.is_accepted)

    def to_frame(self) -> pd.DataFrame:
        """Return one row per finding and repair: who is first after it and how many move."""
        import pandas as pd

        columns = ["code", "about", "accepted", "repair", "criteria", "first", "moved", "tau"]
        rows: list[dict[str, str | float | None]] = []
        for own in self.incoherences:
            told: dict[str, str | float | None] = {
                "code": own.finding.code,
                "about": ", ".join(own.finding.about),
                "accepted": own.finding.accepted,
            }
            rows += [
                {
                    **told,
                    "repair": outcome.repair.kind.value,
                    "criteria": ", ".join(outcome.repair.criteria),
                    "first": ", ".join(outcome.ranking.first),
                    "moved": outcome.n_moves,
                    "tau": outcome.tau,
                }
                for outcome in own.repairs
            ] or [told]
        return pd.DataFrame(rows, columns=columns)
