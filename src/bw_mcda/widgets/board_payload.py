"""This file holds what the screen needs to know of a scenario, as plain data for the browser."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any, TypeVar

from bw_mcda.charts.theme import theme_colours
from bw_mcda.engine.scoring.cells import with_found_anchors
from bw_mcda.problem.alternative import Alternative
from bw_mcda.problem.area import Area
from bw_mcda.problem.criterion import Criterion
from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.finding import Finding
from bw_mcda.problem.label import Label, Language
from bw_mcda.problem.performance import CountsFrom, Exact, Unknown
from bw_mcda.problem.scenario import Scenario
from bw_mcda.results.value_table import ValueTable
from bw_mcda.texts.finding_words import finding_in_words
from bw_mcda.texts.package_sentences import OWN, package_name
from bw_mcda.texts.sentences import performance_in_words, swing_in_words
from bw_mcda.texts.words import all_words, words

LANGUAGES: tuple[Language, ...] = ("nl", "en")
SHARED_TEXTS = (
    *(f"packages_tradeoffs.more_{name}" for name in ("step", "step_free", "loss", "none")),
    *(f"sentences.{name}" for name in ("point", "points", "little")),
)
"""Texts with which the page says what our sentences say elsewhere."""

Said = TypeVar("Said")

Payload = dict[str, Any]
"""Data that JSON can carry: dicts, lists, texts, numbers, booleans."""


def board_payload(
    scenario: Scenario, values: ValueTable, findings: Iterable[Finding] = ()
) -> Payload:
    """Return everything of ``scenario`` that does not change while people weigh.

    Parameters
    ----------
    scenario
        Its texts go along in both languages, so that the switch needs no server.
    values
        Values from 0 to 1, shape (alternatives, criteria): the browser adds them up itself.
    findings
        Cautions, told in words.

    Returns
    -------
    dict
        ``values.expected[a][c]``, its companions and ``effects[a][c]`` are in the order of
        ``alternatives`` and ``criteria``; ``start`` holds the points per group that the scenario
        starts from.
    """
    problem, plan = scenario.problem, scenario.plan
    return {
        "id": problem.id,
        "label": both(problem.label),
        "question": both(problem.question),
        "themes": _themes(problem),
        "criteria": [
            _criterion(problem, criterion)
            for criterion in with_found_anchors(problem, plan).criteria
        ],
        "alternatives": [
            _alternative(problem, alternative) for alternative in problem.alternatives
        ],
        "tasks": [
            {"id": task.id, "label": both(task.label), "criteria": list(task.criteria)}
            for task in problem.tasks
        ],
        "groups": [
            {"id": group.id, "label": both(group.label), "source": group.source}
            for group in problem.stakeholders
        ],
        "start": {group.id: dict(group.weights.points) for group in problem.stakeholders},
        "values": {name: getattr(values, name).tolist() for name in ("expected", "unknown")},
        "effects": [
            [_effects(problem, alternative, criterion) for criterion in problem.criteria]
            for alternative in problem.alternatives
        ],
        "cautions": [_caution(problem, finding) for finding in findings],
        "words": in_both(_words),
        "own_package": in_both(lambda language: package_name(OWN, language)),
        "plan": {
            "draws": plan.draws,
            "seed": plan.seed,
            "horizon": plan.horizon,
            "top_places": plan.top_places,
            "compensation": plan.compensation,
            "compensation_between": plan.compensation_between.value,
            "floors": _floors(scenario),
            "start_year": problem.start_year,
        },
        "fingerprint": scenario.fingerprint,
    }


def both(label: Label) -> dict[str, str]:
    """Return a label in every language of the screen."""
    return {language: label.text(language) for language in LANGUAGES}


def in_both(say: Callable[[Language], Said]) -> dict[str, Said]:
    """Return what ``say`` says in every language of the screen."""
    return {language: say(language) for language in LANGUAGES}


def _words(language: Language) -> dict[str, str]:
    """Return the texts of the page, those that it shares with the sentences under their own key."""
    shared = {key: words(language, key) for key in SHARED_TEXTS}
    return {**all_words(language, "screen"), **shared}


def _caution(problem: DecisionProblem, finding: Finding) -> Payload:
    """Return a caution without the reason for which it may stay: that is in the record."""
    bare = replace(finding, accepted="")
    return {
        "code": finding.code,
        "about": list(finding.about),
        "said": in_both(lambda language: finding_in_words(bare, problem, language)),
    }


def _themes(problem: DecisionProblem) -> list[Payload]:
    colours = theme_colours(problem.tree)
    return [
        {
            "id": theme.id,
            "number": number,
            "label": both(theme.label),
            "dimension": theme.dimension.value,
            "colour": colours[theme.id],
        }
        for number, theme in enumerate(problem.tree.themes, start=1)
    ]


def _floors(scenario: Scenario) -> list[float]:
    """Return the points per theme below which nothing else makes up for it, in their order."""
    points = {floor.theme: floor.points for floor in scenario.plan.theme_floors}
    return [points.get(theme.id, 0.0) for theme in scenario.problem.tree.themes]


def _criterion(problem: DecisionProblem, criterion: Criterion) -> Payload:
    return {
        "id": criterion.id,
        "label": both(criterion.label),
        "unit": both(criterion.unit),
        "theme": problem.tree.theme_of(criterion.id).id,
        "kind": criterion.kind.value,
        "swing": in_both(lambda language: swing_in_words(criterion, language)),
        "qualitative": criterion.is_ordinal,
        "source": criterion.source,
    }


def _alternative(problem: DecisionProblem, alternative: Alternative) -> Payload:
    organisations = {organisation.id: organisation.label for organisation in problem.organisations}
    areas = {area.id: area.label for area in problem.areas}
    payers: dict[str, int] = {}
    for cost in alternative.costs:
        payers[cost.payer] = payers.get(cost.payer, 0) + cost.euros
    return {
        "id": alternative.id,
        "label": both(alternative.label),
        "summary": both(alternative.summary),
        "lead": both(organisations[alternative.lead]) if alternative.lead else None,
        "is_null": alternative.is_null,
        "cost": alternative.total_cost,
        "payers": [
            {"label": both(organisations[payer]), "euros": euros} for payer, euros in payers.items()
        ],
        "areas": [both(areas[area]) for area in alternative.areas],
        "tasks": list(alternative.tasks),
        "requires": list(alternative.requires),
        "excludes": list(alternative.excludes),
    }


def _effects(
    problem: DecisionProblem, alternative: Alternative, criterion: Criterion
) -> list[Payload]:
    """Return what is said of each area that is touched; once where all areas say the same.

    That nothing changes in an area is not said.
    """
    touched = [
        area
        for area in problem.areas
        if area.id in alternative.areas
        and (alternative.is_null or not _changes_nothing(problem, alternative, criterion, area))
    ]
    effects = [_effect(problem, alternative, criterion, area) for area in touched]
    said = {effect["text"]["nl"] + effect["source"] for effect in effects}
    if len(touched) == len(problem.areas) and len(said) == 1:  # the same everywhere
        return [{**effects[0], "area": None}]
    return effects


def _changes_nothing(
    problem: DecisionProblem, alternative: Alternative, criterion: Criterion, area: Area
) -> bool:
    """Return whether the figure itself says that all stays as in the null alternative."""
    null = problem.performances[problem.null_alternative.id, criterion.id, area.id].performance
    own = problem.performances[alternative.id, criterion.id, area.id]
    if own.counts_from is CountsFrom.CHANGE:
        return own.performance == Exact(0.0)
    return own.performance == null and not isinstance(null, Unknown)


def _effect(
    problem: DecisionProblem, alternative: Alternative, criterion: Criterion, area: Area
) -> Payload:
    assessment = problem.performances[alternative.id, criterion.id, area.id]
    return {
        "area": both(area.label),
        "text": in_both(lambda language: performance_in_words(assessment, criterion, language)),
        "source": assessment.evidence.source,
        "year": assessment.evidence.year,
        "confidence": assessment.evidence.confidence.value,
        "unknown": isinstance(assessment.performance, Unknown),
    }
