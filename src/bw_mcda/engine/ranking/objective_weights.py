"""This file holds weights by how much alternatives differ, for contrast with what people want."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from bw_mcda.engine.ranking.method import Source
from bw_mcda.engine.ranking.pymcdm_bridge import Costs, pymcdm_shares
from bw_mcda.results.objective_weights import ObjectiveWeights
from bw_mcda.results.read_only import FloatArray
from bw_mcda.results.value_table import ValueTable

TOLERANCE = 1e-9
Shares = Callable[[FloatArray, Costs], FloatArray | None]


def entropy_shares(table: FloatArray, costs: Costs) -> FloatArray | None:
    """Return shares by how unevenly each criterion is spread over the alternatives.

    Formula: ``1 + sum_a p_a log p_a / log m`` with p the parts of the column's total, and 0 for
    ``0 log 0``; pymcdm refuses a column with a 0 in it, and the worst value is 0.
    """
    del costs
    if np.any(table < 0) or len(table) < 2:
        return None
    parts = table / table.sum(axis=0)
    logs = np.log(np.where(parts > 0, parts, 1.0))
    uneven = 1 + (parts * logs).sum(axis=0) / np.log(len(table))
    shares: FloatArray = uneven / uneven.sum()
    return shares


def critic_shares(table: FloatArray, costs: Costs) -> FloatArray | None:
    """Return shares by contrast within a criterion and conflict with the others.

    pymcdm looks past the direction of criteria, as some papers do; here a cost is turned round.
    """
    if table.shape[1] < 2 or len(table) < 2:
        return None
    return pymcdm_shares("critic", np.where(costs, -table, table), costs)


def angle_shares(table: FloatArray, costs: Costs) -> FloatArray | None:
    """Return shares by the angle between each criterion and one on which all are the same.

    Formula: ``arccos(sum_a x_a / sqrt(m sum_a x_a**2))``. pymcdm refuses a 0.
    """
    del costs
    cosine = table.sum(axis=0) / np.sqrt(len(table) * (table**2).sum(axis=0))
    angles = np.arccos(np.clip(cosine, -1, 1))
    shares: FloatArray = angles / angles.sum()
    return shares


def cilos_shares(table: FloatArray, costs: Costs) -> FloatArray | None:
    """Return shares by impact of loss: what is lost elsewhere when one criterion is at its best.

    With ``p_ij`` the part of criterion j that is lost by who is best on i, weights solve
    ``sum_j p_ij q_j = q_i sum_j p_ji`` for each i. pymcdm refuses a 0.
    """
    if np.any(table < 0) or np.any(table[:, costs] == 0):
        return None
    best = table.copy()
    best[:, costs] = table[:, costs].min(axis=0) / table[:, costs]
    # Nobody said whose losses count when several are best.
    if np.any((best == best.max(axis=0)).sum(axis=0) > 1):
        return None
    lost = 1 - best[np.argmax(best, axis=0)] / best.max(axis=0)
    system = lost - np.diag(lost.sum(axis=0))
    _, sizes, ways = np.linalg.svd(system)
    # More than one solution, as when one alternative is best everywhere, is no answer.
    if np.sum(sizes <= TOLERANCE * max(1.0, float(sizes.max()))) != 1:
        return None
    shares: FloatArray = ways[-1] / ways[-1].sum()
    return shares


def idocriw_shares(table: FloatArray, costs: Costs) -> FloatArray | None:
    """Return the product of the shares by entropy and by impact of loss."""
    entropy, loss = entropy_shares(table, costs), cilos_shares(table, costs)
    if entropy is None or loss is None:
        return None
    both = entropy * loss
    shares: FloatArray = both / both.sum()
    return shares


def _through_pymcdm(method: str) -> Shares:
    def shares(table: FloatArray, costs: Costs) -> FloatArray | None:
        return pymcdm_shares(method, table, costs)

    return shares


OBJECTIVE_METHODS: dict[str, tuple[Shares, Source]] = {
    "entropy": (
        entropy_shares,
        Source(author="Zeleny", year=1982),
    ),
    "standard_deviation": (
        _through_pymcdm("standard_deviation"),
        Source(
            author="Diakoulaki, Mavrotas & Papayannakis",
            year=1995,
            doi="10.1016/0305-0548(94)00059-H",
        ),
    ),
    "critic": (
        critic_shares,
        Source(
            author="Diakoulaki, Mavrotas & Papayannakis",
            year=1995,
            doi="10.1016/0305-0548(94)00059-H",
        ),
    ),
    "merec": (
        _through_pymcdm("merec"),
        Source(author="Keshavarz-Ghorabaee et al.", year=2021, doi="10.3390/sym13040525"),
    ),
    "cilos": (
        cilos_shares,
        Source(author="Zavadskas & Podvezko", year=2016, doi="10.1142/S0219622016500036"),
    ),
    "idocriw": (
        idocriw_shares,
        Source(author="Zavadskas & Podvezko", year=2016, doi="10.1142/S0219622016500036"),
    ),
    "angle": (
        angle_shares,
        Source(author="Shuai et al.", year=2012),
    ),
}
"""Every method by id, with who published it."""


def objective_shares(
    method: str, table: FloatArray, costs: Costs | None = None
) -> FloatArray | None:
    """Return the shares of one method, together 1; None when it has no answer for this table.

    A criterion on which all alternatives are the same tells them apart in no way and gets 0.

    Parameters
    ----------
    table
        Shape (alternatives, criteria).
    costs
        Shape (criteria,): whether less is better; None when higher is better everywhere.
    """
    costs = np.zeros(table.shape[1], dtype=bool) if costs is None else np.asarray(costs)
    differs = np.ptp(table, axis=0) > 0
    if not differs.any():
        return None
    found = OBJECTIVE_METHODS[method][0](table[:, differs], costs[differs])
    if found is None or not np.isfinite(found).all() or found.min() < 0:
        return None
    shares = np.zeros(table.shape[1])
    shares[differs] = found
    return shares


def objective_weights(values: ValueTable) -> ObjectiveWeights:
    """Return the shares of every method for the expected values of a decision."""
    found = ((method, objective_shares(method, values.expected)) for method in OBJECTIVE_METHODS)
    return ObjectiveWeights(
        criteria=values.criteria,
        shares=tuple(
            (method, None if shares is None else tuple(shares.tolist())) for method, shares in found
        ),
    )
