"""This file holds from when to when an alternative can be judged by its effect."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True, kw_only=True)
class EvaluationMoment:
    """When enough of the effect of one alternative is there to judge it (evaluatie-rijp).

    From ``ready_from`` to ``ready_until`` (years after the start) at least ``share`` of the full
    effect is to be expected; ``ready_until`` is None when the effect does not fade below it.
    ``first_year`` and ``last_year`` are the first and the last calendar year on 1 January of which
    that is so. ``first_year`` is None when the effect comes and goes between two such days, and
    ``last_year`` when it stays or never is.
    """

    alternative: str
    share: float
    ready_from: float
    ready_until: float | None
    first_year: int | None
    last_year: int | None

    def is_ready(self, horizon: float) -> bool:
        """Return whether ``horizon`` (years after the start) lies within the ready time."""
        return self.ready_from <= horizon and (
            self.ready_until is None or horizon <= self.ready_until
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class EvaluationMoments:
    """The moment of every alternative that has an effect, in the order of the scenario."""

    share: float
    moments: tuple[EvaluationMoment, ...]

    def ready_at(self, horizon: float) -> tuple[str, ...]:
        """Return the alternatives that can be judged ``horizon`` years after the start."""
        return tuple(moment.alternative for moment in self.moments if moment.is_ready(horizon))

    def to_frame(self) -> pd.DataFrame:
        """Return a row per alternative."""
        import pandas as pd  # noqa: PLC0415  (the analyst's view only)

        return pd.DataFrame(
            {
                "ready_from": [moment.ready_from for moment in self.moments],
                "ready_until": [moment.ready_until for moment in self.moments],
                "first_year": pd.array([m.first_year for m in self.moments], dtype="Int64"),
                "last_year": pd.array([m.last_year for m in self.moments], dtype="Int64"),
            },
            index=pd.Index([moment.alternative for moment in self.moments], name="alternative"),
        )
