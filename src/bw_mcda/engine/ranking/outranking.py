"""This file holds how well it can be said that one is at least as good as another (ELECTRE)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from bw_mcda.engine.ranking.preference import ROUNDING
from bw_mcda.problem.thresholds import Thresholds
from bw_mcda.results.read_only import FloatArray


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Limits:
    """Thresholds as arrays of shape (criteria,), or (rows, criteria) when they vary with a value.

    ``veto`` is infinite where nothing is refused.
    """

    indifference: FloatArray
    preference: FloatArray
    veto: FloatArray


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Outranking:
    """What is said for and against "the row is at least as good as the column".

    ``concordance`` and ``credibility`` have shape (rows, columns), ``discordance`` (rows, columns,
    criteria); all run from 0 to 1.
    """

    concordance: FloatArray
    discordance: FloatArray
    credibility: FloatArray


def limits_of(thresholds: Sequence[Thresholds]) -> Limits:
    """Return the thresholds of each criterion as arrays."""
    return Limits(
        indifference=np.array([own.indifference for own in thresholds]),
        preference=np.array([own.preference for own in thresholds]),
        veto=np.array([np.inf if own.veto is None else own.veto for own in thresholds]),
    )


def outranking(
    rows: FloatArray, columns: FloatArray, shares: FloatArray, limits: Limits
) -> Outranking:
    """Weigh what speaks for each row being at least as good as each column.

    Roy 1978; in the notation of Figueira, Mousseau & Roy 2005, doi:10.1007/0-387-23081-5_4.
    A criterion agrees in full when the row is behind by no more than the indifference threshold,
    and not at all from the preference threshold on. It objects in proportion between the preference
    threshold and the veto. Objections only count as far as they are stronger than the agreement; a
    full objection ends all credibility.

    Parameters
    ----------
    rows, columns
        Values, higher is better, shapes (rows, criteria) and (columns, criteria).
    shares
        Shape (criteria,), together 1.
    limits
        In the unit of the values; where they vary, they are those at the value of the row.
    """
    behind = columns[None, :, :] - rows[:, None, :]
    start, end, veto = (
        np.atleast_2d(limit)[:, None, :]
        for limit in (limits.indifference, limits.preference, limits.veto)
    )
    concordance = agreement_of(behind, start, end) @ shares
    objections = objection_of(behind, end, veto)
    return Outranking(
        concordance=concordance,
        discordance=objections,
        credibility=weakened(concordance, objections),
    )


def agreement_of(behind: FloatArray, start: FloatArray, end: FloatArray) -> FloatArray:
    """Return how far a criterion agrees, 0 to 1, for being ``behind``; shapes broadcast."""
    line = np.clip((end - behind) / np.maximum(end - start, ROUNDING), 0, 1)
    return np.where(end - start > ROUNDING, line, behind <= start + ROUNDING)


def objection_of(behind: FloatArray, end: FloatArray, veto: FloatArray) -> FloatArray:
    """Return how far a criterion objects, 0 to 1, for being ``behind``; shapes broadcast."""
    return np.clip((behind - end) / np.maximum(veto - end, ROUNDING), 0, 1)


def weakened(concordance: FloatArray, objections: FloatArray) -> FloatArray:
    """Return the credibility that objections leave.

    ``concordance`` has shape (rows, columns) or (rows, columns, draws), ``objections`` one axis
    more, that of the criteria, in the third place.
    """
    agreed = concordance[:, :, None]
    stronger = objections > agreed + ROUNDING
    left = np.where(stronger, (1 - objections) / np.maximum(1 - agreed, ROUNDING), 1.0)
    return np.asarray(concordance * left.prod(axis=2))
