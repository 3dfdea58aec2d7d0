"""This file holds when measures start, in sentences."""

from __future__ import annotations

from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.label import Language
from bw_mcda.results.portfolio import SolveStatus
from bw_mcda.results.schedule import Schedule, ScheduledMeasure
from bw_mcda.texts.naming import alternative_label, list_in_words
from bw_mcda.texts.number_format import percent
from bw_mcda.texts.package_sentences import NOTHING, amount_in_words, signed_points
from bw_mcda.texts.words import words


def schedule_sentences(
    schedule: Schedule, problem: DecisionProblem, language: Language
) -> tuple[str, ...]:
    """Return a sentence per year in which something starts, then what choosing when brings.

    ``problem`` is the one the schedule was made for, with its own alternatives.
    """
    if schedule.status is SolveStatus.INFEASIBLE:
        return (words(language, "schedules.infeasible"),)
    stopped = schedule.status is SolveStatus.STOPPED
    last = (words(language, "schedules.stopped"),) if stopped else ()
    if not schedule.measures:
        return (words(language, "schedules.empty"), *last)
    return (*starts_in_words(schedule, problem, language), _worth(schedule, language), *last)


def starts_in_words(
    schedule: Schedule, problem: DecisionProblem, language: Language
) -> tuple[str, ...]:
    """Return what starts, a sentence per year."""
    said = []
    for year in dict.fromkeys(measure.start for measure in schedule.measures):
        names = [
            _name(measure, problem, language)
            for measure in schedule.measures
            if measure.start == year
        ]
        key = "schedules.start_many" if len(names) > 1 else "schedules.start"
        said.append(words(language, key, year=year, names=list_in_words(names, language)))
    return tuple(said)


def _name(measure: ScheduledMeasure, problem: DecisionProblem, language: Language) -> str:
    name = alternative_label(problem, measure.alternative, language)
    if measure.size == 1:
        return name
    return words(language, "schedules.part", name=name, share=percent(measure.size, language))


def _worth(schedule: Schedule, language: Language) -> str:
    """Return what the package brings, then what choosing when, with how much, is worth."""
    brings = words(language, "schedules.brings", value=signed_points(schedule.value, language))
    plain = schedule.objective_without_choice
    if plain is None:
        return f"{brings} {words(language, 'schedules.not_at_once')}"
    if schedule.objective - plain <= NOTHING:
        return f"{brings} {words(language, 'schedules.same')}"
    gain = amount_in_words(schedule.objective - plain, schedule.unit, language)
    return f"{brings} {words(language, 'schedules.gain', gain=gain)}"
