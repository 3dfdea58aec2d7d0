"""This file holds what one should know of answers on weights, as cautions."""

from __future__ import annotations

from collections.abc import Iterator

from bw_mcda.engine.weighting.changed_ranges import weight_reviews
from bw_mcda.engine.weighting.consistency import answer_consistency
from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.finding import Finding, caution
from bw_mcda.problem.weighing.answers import DirectPoints
from bw_mcda.problem.weighing.openness import parts_of
from bw_mcda.results.answer_consistency import BETWEEN_THEMES, AnswerConsistency


def weight_cautions(problem: DecisionProblem) -> Iterator[Finding]:
    """Yield the answers that contradict themselves, less suitable ones, and outdated ones."""
    for stakeholder in problem.stakeholders:
        place = f"stakeholders.{stakeholder.id}.weights"
        answer = stakeholder.weights.answer
        for found in answer_consistency(answer):
            if not found.good_enough:
                yield _contradiction(f"{place}{_level(found.theme)}", stakeholder.id, found)
        if any(isinstance(part, DirectPoints) for part in parts_of(answer)):
            yield caution(
                place,
                "points for importance as such",
                "swing points: people give these with the step from worst to best before them",
                "direct_points",
                stakeholder.id,
            )
    for review in weight_reviews(problem):
        for changed in review.changed:
            asked = changed.asked
            yield caution(
                f"stakeholders.{review.stakeholder}.weights.{asked.criterion}",
                f"a weight for the step from {asked.worst:g} to {asked.best:g}",
                f"one for {changed.worst:g} to {changed.best:g}; the same judgement would give a "
                f"share of {changed.proposed:.3f} instead of {changed.share:.3f}",
                "ranges_changed",
                review.stakeholder,
                asked.criterion,
            )


def _level(theme: str) -> str:
    if theme == BETWEEN_THEMES:
        return ".between"
    return f".within.{theme}" if theme else ""


def _contradiction(place: str, group: str, found: AnswerConsistency) -> Finding:
    """Name the one judgement that fits least, or none when several fit equally badly."""
    limit = f"at most {found.limit:.2f}" if found.limit is not None else "0"
    told = f"answers that contradict each other: consistency ratio {found.ratio:.2f}"
    worst = found.most_inconsistent
    if len(worst) != 1:
        return caution(place, told, limit, "answers_contradict_alike", group)
    (one,) = worst
    allowed = f"{limit}; most of it comes from {one.heavier} against {one.lighter}"
    return caution(place, told, allowed, "answers_contradict", group, one.heavier, one.lighter)
