"""This file holds the range a group had before it when it said what a criterion weighs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import isfinite

from bw_mcda.problem.criterion import Criterion
from bw_mcda.problem.finding import Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedRange:
    """The step that was weighed: from ``worst`` to ``best`` in the unit of the criterion."""

    criterion: str
    worst: float
    best: float


def asked_range_findings(
    place: str, ranges: Iterable[AskedRange], criteria: Iterable[Criterion]
) -> Iterator[Finding]:
    """Yield every error in the ranges a group was asked about."""
    numeric = {criterion.id: criterion for criterion in criteria if not criterion.is_ordinal}
    seen = set()
    for asked in ranges:
        where = f"{place}.{asked.criterion}"
        criterion = numeric.get(asked.criterion)
        if criterion is None:
            known = ", ".join(numeric) or "there is none"
            allowed = f"the id of a criterion with a numeric scale: {known}"
            yield Finding(place=place, found=repr(asked.criterion), allowed=allowed)
            continue
        if asked.criterion in seen:
            yield Finding(place=where, found="this criterion again", allowed="each criterion once")
        seen.add(asked.criterion)
        way = (asked.best - asked.worst) * (criterion.best - criterion.worst)
        if not (isfinite(asked.best - asked.worst) and way > 0):
            rising = criterion.best > criterion.worst
            yield Finding(
                place=where,
                found=f"from {asked.worst:g} to {asked.best:g}",
                allowed=f"finite numbers, best {'above' if rising else 'below'} worst",
            )
