"""This file holds the rules that the parts of a problem must keep among each other."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from bw_mcda.problem.alternative import Synergy
from bw_mcda.problem.analysis_plan import AnalysisPlan
from bw_mcda.problem.asked_range import asked_range_findings
from bw_mcda.problem.compensation_consistency import compensation_findings
from bw_mcda.problem.criterion_consistency import criterion_findings
from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.execution_consistency import MAX_SIZE, execution_findings
from bw_mcda.problem.finding import Finding
from bw_mcda.problem.goal_consistency import goal_findings
from bw_mcda.problem.known_ids import unknown_ids
from bw_mcda.problem.performance_consistency import performance_findings
from bw_mcda.problem.population_group_consistency import population_group_findings
from bw_mcda.problem.rule_consistency import need_findings, rule_findings
from bw_mcda.problem.shared_doubt_consistency import shared_doubt_findings
from bw_mcda.problem.weighing.answer_findings import answer_findings

ID_PATTERN = re.compile(r"[a-z][a-z0-9_]*")
MAX_DRAWS = 1_000_000
MAY_BE_EMPTY = frozenset({"population_groups", "organisations", "tasks", "capacities"})
MAX_YEARS = 200
MAX_DISCOUNT_RATE = 0.2
MAX_AVERSION = 10


def inconsistencies(problem: DecisionProblem, plan: AnalysisPlan) -> tuple[Finding, ...]:
    """Return every error in how the parts of ``problem`` and ``plan`` fit together."""
    return (
        *_ids(problem),
        *_areas(problem),
        *_tasks(problem),
        *criterion_findings(problem),
        *_null_alternative(problem),
        *_alternatives(problem),
        *population_group_findings(problem),
        *performance_findings(problem),
        *_stakeholders(problem),
        *rule_findings(problem),
        *_plan(plan),
        *compensation_findings(problem, plan),
        *goal_findings(problem, plan),
        *shared_doubt_findings(problem, plan),
    )


def _ids(problem: DecisionProblem) -> Iterator[Finding]:
    groups: dict[str, list[str]] = {
        "areas": [area.id for area in problem.areas],
        "population_groups": [group.id for group in problem.population_groups],
        "organisations": [organisation.id for organisation in problem.organisations],
        "tasks": [task.id for task in problem.tasks],
        "themes": [theme.id for theme in problem.tree.themes],
        "criteria": list(problem.criterion_ids),
        "alternatives": list(problem.alternative_ids),
        "stakeholders": [stakeholder.id for stakeholder in problem.stakeholders],
        "capacities": [capacity.id for capacity in problem.rules.capacities],
    }
    for group, ids in groups.items():
        if not ids and group not in MAY_BE_EMPTY:
            yield Finding(place=group, found="none", allowed="at least one")
        for id_ in ids:
            if not ID_PATTERN.fullmatch(id_):
                yield Finding(
                    place=f"{group}.{id_}",
                    found=f"id {id_!r}",
                    allowed="small letters, digits and _, starting with a letter",
                )
        for id_, count in Counter(ids).items():
            if count > 1:
                yield Finding(
                    place=f"{group}.{id_}", found=f"this id {count} times", allowed="once"
                )


def _areas(problem: DecisionProblem) -> Iterator[Finding]:
    for area in problem.areas:
        if area.inhabitants <= 0:
            yield Finding(
                place=f"areas.{area.id}.inhabitants",
                found=str(area.inhabitants),
                allowed="a whole number above 0",
            )


def _tasks(problem: DecisionProblem) -> Iterator[Finding]:
    for task in problem.tasks:
        place = f"tasks.{task.id}.criteria"
        if not task.criteria:
            yield Finding(place=place, found="none", allowed="at least one criterion id")
        yield from unknown_ids(place, task.criteria, problem.criterion_ids, "a criterion")


def _null_alternative(problem: DecisionProblem) -> Iterator[Finding]:
    nulls = [alternative for alternative in problem.alternatives if alternative.is_null]
    if len(nulls) != 1:
        found = ", ".join(alternative.id for alternative in nulls) or "none"
        yield Finding(
            place="alternatives", found=f"null alternatives: {found}", allowed="exactly one"
        )
    for null in nulls:
        asks: tuple[object, ...] = (
            *(null.costs, null.requires, null.excludes, null.strengthens, null.needs, null.family),
            *(null.requires_one_of, null.start, null.size),
        )
        if any(asks):
            yield Finding(
                place=f"alternatives.{null.id}",
                found="costs, requires, excludes, strengthens, needs, family, start or size",
                allowed="none of these: the null alternative changes nothing",
            )


def _alternatives(problem: DecisionProblem) -> Iterator[Finding]:
    organisations = [organisation.id for organisation in problem.organisations]
    areas = [area.id for area in problem.areas]
    tasks = [task.id for task in problem.tasks]
    for alternative in problem.alternatives:
        place = f"alternatives.{alternative.id}"
        others = [id_ for id_ in problem.alternative_ids if id_ != alternative.id]
        if alternative.lead:
            yield from unknown_ids(
                f"{place}.lead", [alternative.lead], organisations, "an organisation"
            )
        yield from unknown_ids(f"{place}.areas", alternative.areas, areas, "an area")
        yield from unknown_ids(f"{place}.tasks", alternative.tasks, tasks, "a task")
        yield from unknown_ids(f"{place}.requires", alternative.requires, others, "an alternative")
        yield from unknown_ids(f"{place}.excludes", alternative.excludes, others, "an alternative")
        for cost in alternative.costs:
            where = f"{place}.costs.{cost.payer}.{cost.year}"
            yield from unknown_ids(where, [cost.payer], organisations, "an organisation")
            if cost.euros < 0:
                yield Finding(place=where, found=str(cost.euros), allowed="whole euros, 0 or more")
        yield from _synergies(problem, place, others, alternative.strengthens)
        yield from need_findings(problem, alternative)
        yield from execution_findings(problem, alternative)
        path = alternative.effect_path
        if not 0 < path.size <= MAX_SIZE:
            yield Finding(
                place=f"{place}.effect_path.size",
                found=f"{path.size:g}",
                allowed=f"above 0, up to {MAX_SIZE}",
            )
        if path.delay < 0 or path.ramp_up < 0 or not 0 <= path.decay < 1:
            yield Finding(
                place=f"{place}.effect_path",
                found=f"delay {path.delay:g}, ramp_up {path.ramp_up:g}, decay {path.decay:g}",
                allowed="delay and ramp_up 0 or more years, decay from 0 up to 1",
            )


def _synergies(
    problem: DecisionProblem, place: str, others: list[str], synergies: tuple[Synergy, ...]
) -> Iterator[Finding]:
    numeric = [criterion.id for criterion in problem.criteria if not criterion.is_ordinal]
    for synergy in synergies:
        where = f"{place}.strengthens.{synergy.other}"
        members = [synergy.other, *synergy.others]
        yield from unknown_ids(where, members, others, "an alternative")
        if len(set(members)) < len(members):
            yield Finding(place=where, found="an alternative twice", allowed="each one once")
        yield from unknown_ids(
            f"{where}.criterion", [synergy.criterion], numeric, "a criterion with a numeric scale"
        )
        if not math.isfinite(synergy.change):
            yield Finding(
                place=f"{where}.change", found=str(synergy.change), allowed="a finite number"
            )


def _stakeholders(problem: DecisionProblem) -> Iterator[Finding]:
    themes = {theme.id: tuple(c.id for c in theme.criteria) for theme in problem.tree.themes}
    for stakeholder in problem.stakeholders:
        place = f"stakeholders.{stakeholder.id}.weights"
        yield from answer_findings(place, stakeholder.weights.answer, themes)
        yield from asked_range_findings(
            f"stakeholders.{stakeholder.id}.asked_on", stakeholder.asked_on, problem.criteria
        )


def _plan(plan: AnalysisPlan) -> Iterator[Finding]:
    if not 1 <= plan.draws <= MAX_DRAWS:
        yield Finding(place="plan.draws", found=str(plan.draws), allowed=f"1 to {MAX_DRAWS}")
    if plan.seed < 0:
        yield Finding(place="plan.seed", found=str(plan.seed), allowed="0 or more")
    if not (math.isfinite(plan.horizon) and plan.horizon >= 0):
        yield Finding(place="plan.horizon", found=f"{plan.horizon:g}", allowed="0 or more years")
    if not 1 <= plan.weight_spread <= 10:
        yield Finding(
            place="plan.weight_spread", found=f"{plan.weight_spread:g}", allowed="1 to 10"
        )
    if plan.top_places < 1:
        yield Finding(place="plan.top_places", found=str(plan.top_places), allowed="1 or more")
    if not plan.methods:
        yield Finding(place="plan.methods", found="none", allowed="at least one method")
    yield from _years(plan)
    if not 0 <= plan.inequality_aversion <= MAX_AVERSION:
        yield Finding(
            place="plan.inequality_aversion",
            found=f"{plan.inequality_aversion:g}",
            allowed=f"0 to {MAX_AVERSION}",
        )
    if not 0.5 <= plan.majority <= 1:
        yield Finding(place="plan.majority", found=f"{plan.majority:g}", allowed="0.5 to 1")


def _years(plan: AnalysisPlan) -> Iterator[Finding]:
    horizons = plan.horizons
    if (
        not horizons
        or any(not 0 <= horizon <= MAX_YEARS for horizon in horizons)
        or any(later <= earlier for earlier, later in pairwise(horizons))
    ):
        yield Finding(
            place="plan.horizons",
            found=", ".join(f"{horizon:g}" for horizon in horizons) or "none",
            allowed=f"one or more numbers of years from 0 to {MAX_YEARS}, in rising order",
        )
    if not 1 <= plan.period <= MAX_YEARS:
        yield Finding(
            place="plan.period", found=str(plan.period), allowed=f"1 to {MAX_YEARS} years"
        )
    if not 0 <= plan.discount_rate <= MAX_DISCOUNT_RATE:
        yield Finding(
            place="plan.discount_rate",
            found=f"{plan.discount_rate:g}",
            allowed=f"0 to {MAX_DISCOUNT_RATE} (2.25 % is 0.0225)",
        )
    if not 0 < plan.evaluation_share <= 1:
        yield Finding(
            place="plan.evaluation_share",
            found=f"{plan.evaluation_share:g}",
            allowed="above 0, up to 1 (80 % is 0.8)",
        )
