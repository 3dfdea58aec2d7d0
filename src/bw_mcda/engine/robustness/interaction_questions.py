"""This file holds the search for pairs of criteria whose independence matters to the choice."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from bw_mcda.engine.ranking.additive import POINTS, share_array
from bw_mcda.problem.weights import Weights
from bw_mcda.results.interaction_questions import InteractionQuestion, InteractionQuestions
from bw_mcda.results.read_only import FloatArray
from bw_mcda.results.value_table import ValueTable

LEVEL = 1e-9
"""Scores (0 to 1) this near each other are level."""
NOTHING = 1e-9
"""Points below which nothing is at stake."""


def interaction_questions(values: ValueTable, weights: Weights) -> InteractionQuestions:
    """Return about which pairs to ask whether the value of one hangs on the level of the other.

    Adding up is right only when it does not (mutual preferential independence; Keeney & Raiffa
    1976). Asking of every pair takes too long, so that each is tried at its limits first: in the
    2-additive Choquet integral (Grabisch 1997, doi:10.1016/S0165-0114(97)00168-1) a single pair can
    be given a strength of at most twice the smaller weight, and then adds or takes away that weight
    times what the two values lie apart.

    Formula: ``score(a) -+ min(phi_i, phi_j) |v_i(a) - v_j(a)|``. In words: two that need each other
    cost as much as they lie apart; two of which either will do bring as much.

    Parameters
    ----------
    values
        Expected values, shape (alternatives, criteria).
    weights
        Their shares are the importance of the criteria.
    """
    shares = share_array(weights, values.criteria)
    scores = values.expected @ shares
    first, second = np.triu_indices(len(shares), k=1)
    apart = np.abs(values.expected[:, first] - values.expected[:, second])
    apart *= np.minimum(shares[first], shares[second])
    stakes = POINTS * (apart.max(axis=0) - apart.min(axis=0))
    leads = _leads(values, scores[:, None])[0]
    if_needed = _leads(values, scores[:, None] - apart)
    if_either = _leads(values, scores[:, None] + apart)
    questions = [
        InteractionQuestion(
            first=values.criteria[first[pair]],
            second=values.criteria[second[pair]],
            stake=float(stakes[pair]),
            first_if_needed=if_needed[pair],
            first_if_either=if_either[pair],
        )
        for pair in _in_order(stakes)
    ]
    found = InteractionQuestions(leads=leads, questions=tuple(questions))
    in_front = sorted(found.questions, key=lambda question: not found.changes_first(question))
    return InteractionQuestions(leads=leads, questions=tuple(in_front))


def _leads(values: ValueTable, scores: FloatArray) -> list[tuple[str, ...]]:
    """Return who comes first in each column of ``scores``."""
    level = scores >= scores.max(axis=0) - LEVEL
    return [tuple(values.alternatives[a] for a in np.flatnonzero(column)) for column in level.T]


def _in_order(stakes: FloatArray) -> NDArray[np.intp]:
    """Return the pairs at which something is at stake, the most first."""
    order = np.argsort(-stakes, kind="stable")
    return order[stakes[order] > NOTHING]
