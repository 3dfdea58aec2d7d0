"""This file holds how scores become a ranking."""

from __future__ import annotations

from bw_mcda.engine.ranking.places import places
from bw_mcda.results.ranking import Ranking
from bw_mcda.results.read_only import FloatArray
from bw_mcda.results.value_table import ValueTable


def ranking_of(method: str, values: ValueTable, scores: FloatArray) -> Ranking:
    """Return the ranking by ``scores``, shape (alternatives,), the highest first."""
    in_place, ties = places(scores, higher_is_better=True)
    return Ranking(
        method=method,
        alternatives=values.alternatives,
        criteria=values.criteria,
        scores=scores,
        places=in_place,
        ties=tuple(tuple(values.alternatives[a] for a in group) for group in ties),
    )
