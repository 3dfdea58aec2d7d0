"""This file holds whether themes weigh what their number of criteria makes them weigh."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bw_mcda.problem.criteria_tree import CriteriaTree
from bw_mcda.problem.weighing.answers import PerTheme
from bw_mcda.problem.weights import Weights, mean_weights
from bw_mcda.results.coherence import Splitting, ThemeShare

LIKE_LEAVES = 0.05
"""A distance to the number of criteria below this share of all weight is told as following it."""


def splitting(tree: CriteriaTree, voices: Sequence[Weights]) -> Splitting:
    """Return what each theme weighs beside the share of the criteria it holds.

    Parameters
    ----------
    tree
        Themes with their criteria.
    voices
        The weights of each group, one or more.

    Returns
    -------
    Splitting
        People give a theme more weight in total when it is split into more criteria (Weber,
        Eisenführ & von Winterfeldt 1988, doi:10.1287/mnsc.34.4.431). ``from_leaves`` is
        ``sum over themes of |share - share of the criteria| / 2``: near 0 the themes weigh what
        their number of criteria makes them weigh. ``index`` is
        ``sum over themes of |flat share - share when themes were weighed first| / 2`` between the
        groups that weighed criteria at once and those that weighed themes first; None when not both
        kinds are there. Both run from 0 to 1, as the weight that would have to move.
    """
    together = mean_weights(voices).theme_shares(tree)
    leaves = leaf_shares(tree)
    flat = [own for own in voices if not isinstance(own.answer, PerTheme)]
    first = [own for own in voices if isinstance(own.answer, PerTheme)]
    top_down = mean_weights(first).theme_shares(tree) if first else None
    index = None
    if flat and top_down is not None:
        index = weight_that_moves(mean_weights(flat).theme_shares(tree), top_down)
    return Splitting(
        themes=tuple(
            ThemeShare(
                theme=theme.id,
                n_criteria=len(theme.criteria),
                share=together[theme.id],
                leaf_share=leaves[theme.id],
            )
            for theme in tree.themes
        ),
        from_leaves=weight_that_moves(together, leaves),
        index=index,
        follows_leaves=bool(flat) and _follows(tree, together, leaves),
    )


def leaf_shares(tree: CriteriaTree) -> dict[str, float]:
    """Return per theme id the share of all criteria that it holds."""
    return {theme.id: len(theme.criteria) / len(tree.criteria) for theme in tree.themes}


def weight_that_moves(shares: Mapping[str, float], others: Mapping[str, float]) -> float:
    """Return half the sum of absolute differences, 0 to 1."""
    return sum(abs(share - others[theme]) for theme, share in shares.items()) / 2


def _follows(tree: CriteriaTree, shares: Mapping[str, float], leaves: Mapping[str, float]) -> bool:
    """Tell whether unequal themes weigh in proportion to their number of criteria."""
    n = len(tree.themes)
    uneven = weight_that_moves(leaves, dict.fromkeys(leaves, 1 / n))
    # Where themes hold nearly as many criteria each, weighing alike is no sign of anything.
    return uneven >= 2 * LIKE_LEAVES and weight_that_moves(shares, leaves) < LIKE_LEAVES
