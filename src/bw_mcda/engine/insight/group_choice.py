"""This file holds what groups choose together: read this one first about groups."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from bw_mcda.engine.insight.kemeny import kemeny_consensus
from bw_mcda.engine.ranking.additive import additive_ranking
from bw_mcda.engine.ranking.concordance import concordance
from bw_mcda.engine.ranking.votes import borda_ranking, copeland_ranking
from bw_mcda.engine.weighting.group_weights import group_weights
from bw_mcda.problem.stakeholder import Stakeholder
from bw_mcda.results.group_choice import GroupChoice, GroupRegret, GroupWeightRule
from bw_mcda.results.ranking import Ranking
from bw_mcda.results.read_only import FloatArray
from bw_mcda.results.value_table import ValueTable

LEVEL = 1e-9
"""Points: losses this near each other are level."""


def group_choice(stakeholders: Sequence[Stakeholder], values: ValueTable) -> GroupChoice:
    """Return what the groups choose apart, and together by every rule there is here.

    Parameters
    ----------
    stakeholders
        One or more groups with their weights.
    values
        Expected values, shape (alternatives, criteria): the same for all, groups differ in weights.

    Returns
    -------
    GroupChoice
        No rule is the right one (Arrow 1951): where they put the same alternative first the choice
        does not hang on the rule, and where they do not, the rule is a choice to be made openly.
    """
    groups = tuple(group.id for group in stakeholders)
    voices = [group.weights for group in stakeholders]
    own = tuple(additive_ranking(values, weights) for weights in voices)
    ballots = np.array([ranking.places for ranking in own])
    together = [(rule, group_weights(voices, rule)) for rule in GroupWeightRule]
    return GroupChoice(
        groups=groups,
        own=own,
        by_weights=tuple(
            (rule, additive_ranking(values, weights))
            for rule, weights in together
            if weights is not None
        ),
        by_votes=(
            borda_ranking(values.alternatives, ballots),
            copeland_ranking(values.alternatives, ballots),
        ),
        kemeny=kemeny_consensus(values.alternatives, ballots),
        regret=group_regret(groups, own),
        concordance=concordance(groups, ballots),
    )


def group_regret(groups: Sequence[str], own: Sequence[Ranking]) -> GroupRegret:
    """Return what each group loses with each alternative, and the smallest largest loss.

    Parameters
    ----------
    groups, own
        Names and rankings whose scores are points, in the same order.

    Returns
    -------
    GroupRegret
        Formula: ``min over a of max over s of (max over b of score_sb - score_sa)``
        (Savage 1951, doi:10.2307/2280094, with groups in the place of states of the world).
        In words: choose so that the group that loses most loses as little as can be.
    """
    scores = np.array([ranking.scores for ranking in own])
    absolute = scores.max(axis=1, keepdims=True) - scores
    widest = absolute.max(axis=1, keepdims=True)
    relative = np.divide(absolute, widest, out=np.zeros_like(absolute), where=widest > LEVEL)
    names = own[0].alternatives
    return GroupRegret(
        groups=tuple(groups),
        alternatives=names,
        absolute=absolute,
        relative=relative,
        compromise=_smallest(names, absolute),
        relative_compromise=_smallest(names, relative),
    )


def _smallest(names: tuple[str, ...], losses: FloatArray) -> tuple[str, ...]:
    largest = losses.max(axis=0)
    return tuple(
        name
        for name, loss in zip(names, largest, strict=True)
        if loss <= float(largest.min()) + LEVEL
    )
