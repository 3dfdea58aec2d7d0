"""This file holds which pairs of criteria to ask about before their values are added up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True, kw_only=True)
class InteractionQuestion:
    """One pair of criteria, and what is at stake when the value of one hangs on the other.

    ``stake`` is the most points (0 to 100) by which it can change the distance between two
    alternatives. ``first_if_needed`` comes first when the two need each other as much as their
    weights allow, ``first_if_either`` when either of them will do.
    """

    first: str
    second: str
    stake: float
    first_if_needed: tuple[str, ...]
    first_if_either: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class InteractionQuestions:
    """Every pair that can change a score, those that can change the first place in front.

    ``leads`` comes first when criteria are simply added up.
    """

    leads: tuple[str, ...]
    questions: tuple[InteractionQuestion, ...]

    @property
    def changing(self) -> tuple[InteractionQuestion, ...]:
        """The pairs that can change who comes first, each by itself."""
        return tuple(question for question in self.questions if self.changes_first(question))

    def changes_first(self, question: InteractionQuestion) -> bool:
        """Return whether the answer to ``question`` can change who comes first."""
        return {question.first_if_needed, question.first_if_either} != {self.leads}

    def to_frame(self) -> pd.DataFrame:
        """Return one row per pair, the most important first."""
        import pandas as pd

        columns = ["first", "second", "stake", "changes_first", "if_needed", "if_either"]
        rows = [
            (
                question.first,
                question.second,
                question.stake,
                self.changes_first(question),
                ", ".join(question.first_if_needed),
                ", ".join(question.first_if_either),
            )
            for question in self.questions
        ]
        return pd.DataFrame(rows, columns=columns)
