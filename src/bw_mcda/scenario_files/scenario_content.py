"""This file holds a scenario as the content of a file: keys and values, nothing left out."""

from __future__ import annotations

from dataclasses import fields
from enum import Enum
from typing import assert_never

from bw_mcda.problem.alternative import Alternative
from bw_mcda.problem.analysis_plan import AnalysisPlan
from bw_mcda.problem.asked_range import AskedRange
from bw_mcda.problem.class_bounds import ClassBounds
from bw_mcda.problem.criterion import (
    Anchors,
    ClassesValue,
    Criterion,
    ExponentialValue,
    LinearValue,
    LogisticValue,
    MkbaPart,
    OrdinalValue,
    PiecewiseValue,
    SaturatingValue,
    ValueFunction,
)
from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.effect_path import EffectPath
from bw_mcda.problem.scenario import Provenance, Scenario
from bw_mcda.problem.shared_doubt import SharedDoubt
from bw_mcda.problem.thresholds import Thresholds
from bw_mcda.scenario_files.file_schema import FORMAT
from bw_mcda.scenario_files.goal_of_file import goal_content
from bw_mcda.scenario_files.plain_content import Content, filled, number, text_of
from bw_mcda.scenario_files.rules_content import (
    capacities_content,
    need_content,
    rules_content,
    size_content,
    start_content,
)
from bw_mcda.scenario_files.weight_content import weight_content

__all__ = ["Content", "content_of", "number"]


def content_of(scenario: Scenario) -> Content:
    """Return everything but the performances, in the order in which people read it."""
    problem = scenario.problem
    return filled(
        {
            "format": FORMAT,
            "id": problem.id,
            "label": text_of(problem.label),
            "question": text_of(problem.question),
            "start_year": problem.start_year,
            "areas": {
                area.id: {
                    "label": text_of(area.label),
                    "inhabitants": area.inhabitants,
                    "source": area.source,
                }
                for area in problem.areas
            },
            "population_groups": {
                group.id: {
                    "label": text_of(group.label),
                    "members": [
                        {"area": part.area, "people": part.people} for part in group.members
                    ],
                    "source": group.source,
                }
                for group in problem.population_groups
            },
            "organisations": {
                organisation.id: text_of(organisation.label)
                for organisation in problem.organisations
            },
            "tasks": {
                task.id: {"label": text_of(task.label), "criteria": list(task.criteria)}
                for task in problem.tasks
            },
            "themes": _themes(problem),
            "alternatives": {
                alternative.id: _alternative(alternative, problem)
                for alternative in problem.alternatives
            },
            "stakeholders": {
                group.id: {
                    "label": text_of(group.label),
                    "source": group.source,
                    **weight_content(group.weights.answer),
                    **filled({"asked_on": [_asked(range_) for range_ in group.asked_on]}),
                }
                for group in problem.stakeholders
            },
            "capacities": capacities_content(problem.rules),
            "rules": rules_content(problem.rules),
            "plan": _plan(scenario.plan),
            "provenance": _provenance(scenario.provenance),
        }
    )


def _asked(asked: AskedRange) -> Content:
    return {
        "criterion": asked.criterion,
        "worst": number(asked.worst),
        "best": number(asked.best),
    }


def _themes(problem: DecisionProblem) -> Content:
    return {
        theme.id: {
            "label": text_of(theme.label),
            "dimension": theme.dimension.value,
            "criteria": {criterion.id: _criterion(criterion) for criterion in theme.criteria},
        }
        for theme in problem.tree.themes
    }


def _criterion(criterion: Criterion) -> Content:
    content: Content = {
        "label": text_of(criterion.label),
        "unit": text_of(criterion.unit),
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
    content |= filled({"serves": list(criterion.serves)})
    if criterion.limit is not None:
        content["limit"] = number(criterion.limit)
    if criterion.answers is not None:
        content["answers"] = {
            "question": criterion.answers.question.value,
            "points": [[number(x), number(y)] for x, y in criterion.answers.points_at],
        }
    if criterion.reach:
        content["reach"] = criterion.reach
    if criterion.mkba is not MkbaPart.NONE:
        content["mkba"] = criterion.mkba.value
    return content | filled(
        {
            "source": criterion.source,
            "indicator": criterion.indicator,
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
            return {"classes": filled(lists)}
        case OrdinalValue(steps):
            return {"ordinal": steps}
        case _:
            assert_never(function)


def _alternative(alternative: Alternative, problem: DecisionProblem) -> Content:
    every_area = tuple(area.id for area in problem.areas)
    content: Content = {"label": text_of(alternative.label)}
    content |= filled({"summary": text_of(alternative.summary)})
    if alternative.is_null:
        content["null_alternative"] = True
    content |= filled({"lead": alternative.lead, "tasks": list(alternative.tasks)})
    if alternative.areas != every_area:
        content["areas"] = list(alternative.areas)
    path = alternative.effect_path
    return content | filled(
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
                | filled({"others": list(synergy.others)})
                for synergy in alternative.strengthens
            ],
            "effect": {}
            if path == EffectPath()
            else {
                "delay": number(path.delay),
                "ramp_up": number(path.ramp_up),
                "decay": number(path.decay),
            }
            | ({} if path.size == 1 else {"size": number(path.size)}),
            "needs": [need_content(need) for need in alternative.needs],
            "family": alternative.family,
            "requires_one_of": [list(others) for others in alternative.requires_one_of],
            "start": start_content(alternative.start),
            "size": size_content(alternative.size),
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
        "package_goals": [goal_content(goal) for goal in plan.package_goals],
        "top_places": plan.top_places,
        "horizons": [number(horizon) for horizon in plan.horizons],
        "period": plan.period,
        "discount_rate": number(plan.discount_rate),
        "evaluation_share": number(plan.evaluation_share),
        "inequality_aversion": number(plan.inequality_aversion),
        "majority": number(plan.majority),
        **filled({"shared_doubts": [_shared_doubt(doubt) for doubt in plan.shared_doubts]}),
        "compensation": number(plan.compensation),
        "compensation_between": plan.compensation_between.value,
        **_compensation(plan),
    }


def _compensation(plan: AnalysisPlan) -> Content:
    return filled(
        {
            "theme_floors": {floor.theme: number(floor.points) for floor in plan.theme_floors},
            "interactions": [
                {"first": pair.first, "second": pair.second, "strength": number(pair.strength)}
                for pair in plan.interactions
            ],
        }
    )


def _shared_doubt(doubt: SharedDoubt) -> Content:
    about = filled({"criteria": list(doubt.criteria), "alternatives": list(doubt.alternatives)})
    return {**about, "correlation": number(doubt.correlation)}


def _provenance(provenance: Provenance) -> Content:
    return filled(
        {
            "authors": list(provenance.authors),
            "date": provenance.date,
            "licence": provenance.licence,
            "remarks": list(provenance.remarks),
            "accepted": [
                {"code": own.code, **filled({"about": list(own.about)}), "reason": own.reason}
                for own in provenance.accepted
            ],
            "checklist": [
                filled({"quality": own.quality.value, "holds": own.holds, "comment": own.comment})
                for own in provenance.checklist
            ],
        }
    )
