"""This file holds the rules that doubts which are shared keep."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from bw_mcda.problem.analysis_plan import AnalysisPlan
from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.finding import Finding


def shared_doubt_findings(problem: DecisionProblem, plan: AnalysisPlan) -> Iterator[Finding]:
    """Yield every error in ``plan.shared_doubts``: ids, correlations, estimates named twice."""
    measures = tuple(a.id for a in problem.alternatives if not a.is_null)
    taken: dict[tuple[str, str], int] = {}
    for number, doubt in enumerate(plan.shared_doubts, start=1):
        place = f"plan.shared_doubts.{number}"
        if not doubt.criteria:
            yield Finding(place=f"{place}.criteria", found="none", allowed="at least one criterion")
        if not 0 < doubt.correlation <= 1:
            yield Finding(
                place=f"{place}.correlation",
                found=f"{doubt.correlation:g}",
                allowed="above 0, up to 1",
            )
        yield from _ids(f"{place}.criteria", doubt.criteria, problem.criterion_ids)
        yield from _ids(f"{place}.alternatives", doubt.alternatives, measures)
        for cell in product(doubt.alternatives or measures, doubt.criteria):
            if cell in taken:
                yield Finding(
                    place=place,
                    found=f"{'.'.join(cell)}, which is in {taken[cell]} already",
                    allowed="each estimate once",
                )
            taken.setdefault(cell, number)


def _ids(place: str, ids: tuple[str, ...], known: tuple[str, ...]) -> Iterator[Finding]:
    for id_ in ids:
        if id_ not in known:
            yield Finding(
                place=place, found=repr(id_), allowed=f"one of: {', '.join(known) or 'none'}"
            )
