"""This file holds what the starts of alternatives must keep to, with their sizes."""

from __future__ import annotations

from collections.abc import Iterator

from bw_mcda.problem.alternative import Alternative
from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.execution import SizeRange
from bw_mcda.problem.finding import Finding
from bw_mcda.problem.known_ids import unknown_ids

MAX_SIZE = 10
MOST_WAYS = 60


def execution_findings(problem: DecisionProblem, alternative: Alternative) -> Iterator[Finding]:
    """Yield every error in when an alternative starts, how large it is and what it waits for."""
    place = f"alternatives.{alternative.id}"
    others = [id_ for id_ in problem.alternative_ids if id_ != alternative.id]
    for some in alternative.requires_one_of:
        yield from unknown_ids(f"{place}.requires_one_of", some, others, "an alternative")
        if not some:
            yield Finding(
                place=f"{place}.requires_one_of", found="none", allowed="at least one alternative"
            )
    start, size = alternative.start, alternative.size
    if start is not None and not problem.start_year <= start.first <= start.last:
        yield Finding(
            place=f"{place}.start",
            found=f"{start.first} to {start.last}",
            allowed=f"years from {problem.start_year} on, the first one first",
        )
        return
    if size is not None and not _fits(size):
        yield Finding(
            place=f"{place}.size",
            found=f"{size.least:g} to {size.most:g} by {size.step:g}",
            allowed=f"0.001 <= least <= most <= {MAX_SIZE}, by a step of 0.001 or more",
        )
        return
    ways = (1 if start is None else len(start.years)) * (1 if size is None else len(size.sizes))
    if ways > MOST_WAYS:
        yield Finding(place=place, found=f"{ways} starts and sizes", allowed=f"{MOST_WAYS} at most")
    yield from _in_time(problem, alternative)


def _fits(size: SizeRange) -> bool:
    return 0.001 <= size.least <= size.most <= MAX_SIZE and size.step >= 0.001


def _in_time(problem: DecisionProblem, alternative: Alternative) -> Iterator[Finding]:
    """Yield what is required and cannot have started when this one can."""
    first = {
        a.id: problem.start_year if a.start is None else a.start.first for a in problem.alternatives
    }
    own = problem.start_year if alternative.start is None else alternative.start.first
    asked = [*((other,) for other in alternative.requires), *alternative.requires_one_of]
    for others in asked:
        earliest = min((first.get(other, own) for other in others), default=own)
        if earliest > own:
            yield Finding(
                place=f"alternatives.{alternative.id}.start",
                found=f"a start in {own}, and {', '.join(others)} from {earliest} on",
                allowed="what is required can start as early",
            )
