"""This file holds a scenario as the content of a file: keys and values, nothing left out."""

from __future__ import annotations

from dataclasses import fields
from enum import Enum
from typing import Any, assert_never

from bw_mcda.problem.alternative import Alternative
from bw_mcda.problem.analysis_plan import AnalysisPlan
from bw_mcda.problem.class_bounds import ClassBounds
from bw_mcda.problem.criterion import (
    Anchors,
    ClassesValue,
    Criterion,
    ExponentialValue,
    LinearValue,
    LogisticValue,
    OrdinalValue,
    PiecewiseValue,
    SaturatingValue,
    ValueFunction,
)
from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.effect_path import EffectPath
from bw_mcda.problem.label import Label
from bw_mcda.problem.portfolio_rules import PortfolioRules
from bw_mcda.problem.scenario import Provenance, Scenario
from bw_mcda.problem.shared_doubt import SharedDoubt
from bw_mcda.problem.thresholds import Thresholds
from bw_mcda.scenario_files.file_schema import FORMAT

Content = dict[str, Any]


def content_of(scenario: Scenario) -> Content:
    """Return everything but the performances, in the order in which people read it."""
    problem = scenario.problem
    return _filled(
        {
            "format": FORMAT,
            "id": problem.id,
            "label": _text(problem.label),
            "question": _text(problem.question),
            "start_year": problem.start_year,
            "areas": {
                area.id: {
                    "label": _text(area.label),
                    "inhabitants": area.inhabitants,
                    "source": area.source,
                }
                for area in problem.areas
            },
            "organisations": {
                organisation.id: _text(organisation.label) for organisation in problem.organisations
            },
            "tasks": {
                task.id: {"label": _text(task.label), "criteria": list(task.criteria)}
                for task in problem.tasks
            },
            "themes": _themes(problem),
            "alternatives": {
                alternative.id: _alternative(alternative, problem)
                for alternative in problem.alternatives
            },
            "stakeholders": {
                group.id: {
                    "label": _text(group.label),
                    "source": group.source,
                    "swing": {c: number(points) for c, points in group.weights.points},
                }
                for group in problem.stakeholders
            },
            "rules": _rules(problem.rules),
            "plan": _plan(scenario.plan),
            "provenance": _provenance(scenario.provenance),
        }
    )


def number(value: float) -> float:
    """Return a whole number without a point, as people write it."""
    return int(value) if value == int(value) and abs(value) < 1e15 else value


def _filled(content: Content) -> Content:
    """Return ``content`` without keys that say nothing."""
    return {key: value for key, value in content.items() if value not in ({}, [], "", None)}


def _text(label: Label) -> str | Content:
    return {"nl": label.nl, "en": label.en} if label.en else label.nl


def _themes(problem: DecisionProblem) -> Content:
    return {
        theme.id: {
            "label": _text(theme.label),
            "dimension": theme.dimension.value,
            "criteria": {criterion.id: _criterion(criterion) for criterion in theme.criteria},
        }
        for theme in problem.tree.themes
    }


def _criterion(criterion: Criterion) -> Content:
    content: Content = {
        "label": _text(criterion.label),
        "unit": _text(criterion.unit),
        "direction": criterion.direction.value,
    }
    if not criterion.is_ordinal:
        content |= {"worst": number(criterion.worst), "best": number(criterion.best)}
    value = _value(criterion.value_function)
    if value != "linear":
        content["value"] = value
    if criterion.anchors is not Anchors.FIXED:
        content["anchors"] = criterion.anchors.value
    if criterion.kind.value != "goal":
        content["kind"] = criterion.kind.value
    content |= _filled({"serves": list(criterion.serves)})
    if criterion.limit is not None:
        content["limit"] = number(criterion.limit)
    if criterion.reach:
        content["reach"] = criterion.reach
    return content | _filled(
        {
            "source": criterion.source,
            "thresholds": _changed(criterion.thresholds, Thresholds()),
            "classes": _changed(criterion.classes, ClassBounds()),
        }
    )


def _changed(part: Thresholds | ClassBounds, declared: Thresholds | ClassBounds) -> Content:
    """Return what differs from the declared defaults."""
    content: Content = {}
    for field in fields(part):
        value = getattr(part, field.name)
        if value != getattr(declared, field.name):
            content[field.name] = value.value if isinstance(value, Enum) else number(value)
    return content


def _value(function: ValueFunction) -> str | Content:  # noqa: PLR0911  (one case per member)
    match function:
        case LinearValue():
            return "linear"
        case PiecewiseValue(points):
            return {"piecewise": [[number(x), number(value)] for x, value in points]}
        case ExponentialValue(curvature):
            return {"exponential": number(curvature)}
        case LogisticValue(middle, steepness):
            return {"s_shape": {"middle": number(middle), "steepness": number(steepness)}}
        case SaturatingValue(enough, curvature):
            shape = {"enough": number(enough)}
            return {"saturating": shape | ({"curvature": number(curvature)} if curvature else {})}
        case ClassesValue((level,), (1.0,)):
            return {"threshold": number(level)}
        case ClassesValue(bounds, values):
            lists = {"bounds": list(map(number, bounds)), "values": list(map(number, values))}
            return {"classes": _filled(lists)}
        case OrdinalValue(steps):
            return {"ordinal": steps}
        case _:
            assert_never(function)


def _alternative(alternative: Alternative, problem: DecisionProblem) -> Content:
    every_area = tuple(area.id for area in problem.areas)
    content: Content = {"label": _text(alternative.label)}
    content |= _filled({"summary": _text(alternative.summary)})
    if alternative.is_null:
        content["null_alternative"] = True
    content |= _filled({"lead": alternative.lead, "tasks": list(alternative.tasks)})
    if alternative.areas != every_area:
        content["areas"] = list(alternative.areas)
    path = alternative.effect_path
    return content | _filled(
        {
            "costs": [
                {
                    "payer": cost.payer,
                    "year": cost.year,
                    "euros": cost.euros,
                    "source": cost.source,
                }
                for cost in alternative.costs
            ],
            "requires": list(alternative.requires),
            "excludes": list(alternative.excludes),
            "strengthens": [
                {
                    "with": synergy.other,
                    "criterion": synergy.criterion,
                    "change": number(synergy.change),
                    "source": synergy.source,
                }
                for synergy in alternative.strengthens
            ],
            "effect": {}
            if path == EffectPath()
            else {
                "delay": number(path.delay),
                "ramp_up": number(path.ramp_up),
                "decay": number(path.decay),
            },
        }
    )


def _rules(rules: PortfolioRules) -> Content:
    return _filled(
        {
            "budgets": [
                {"payer": budget.payer, "euros": budget.euros}
                | ({} if budget.year is None else {"year": budget.year})
                for budget in rules.budgets
            ],
            "tasks": {minimum.task: number(minimum.points) for minimum in rules.task_minimums},
            "areas": {minimum.area: minimum.measures for minimum in rules.area_minimums},
            "must_include": list(rules.must_include),
            "must_exclude": list(rules.must_exclude),
        }
    )


def _plan(plan: AnalysisPlan) -> Content:
    return {
        "methods": list(plan.methods),
        "draws": plan.draws,
        "seed": plan.seed,
        "horizon": number(plan.horizon),
        "weight_spread": number(plan.weight_spread),
        "unknown_rule": plan.unknown_rule.value,
        "area_rule": plan.area_rule.value,
        "package_goals": [goal.value for goal in plan.package_goals],
        "top_places": plan.top_places,
        "horizons": [number(horizon) for horizon in plan.horizons],
        "period": plan.period,
        "discount_rate": number(plan.discount_rate),
        "evaluation_share": number(plan.evaluation_share),
        "inequality_aversion": number(plan.inequality_aversion),
        "majority": number(plan.majority),
        **_filled({"shared_doubts": [_shared_doubt(doubt) for doubt in plan.shared_doubts]}),
    }


def _shared_doubt(doubt: SharedDoubt) -> Content:
    about = _filled({"criteria": list(doubt.criteria), "alternatives": list(doubt.alternatives)})
    return {**about, "correlation": number(doubt.correlation)}


def _provenance(provenance: Provenance) -> Content:
    return _filled(
        {
            "authors": list(provenance.authors),
            "date": provenance.date,
            "licence": provenance.licence,
            "remarks": list(provenance.remarks),
        }
    )
