"""This file holds the words for the rules that a package keeps to."""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.label import Language
from bw_mcda.results.portfolio import Rule, RuleKind
from bw_mcda.texts.naming import (
    alternatives_in_words,
    label_of,
    list_in_words,
    organisation_in_words,
)
from bw_mcda.texts.number_format import euros, number, percent
from bw_mcda.texts.words import words


def rule_in_words(rule: Rule, problem: DecisionProblem, language: Language) -> str:
    """Return a rule as a clause without capital or full stop, fit for a list."""
    match rule.kind:
        case RuleKind.BUDGET | RuleKind.BUDGET_THROUGH | RuleKind.EARMARK:
            return _money_rule(rule, problem, language)
        case RuleKind.CAPACITY:
            return _capacity_rule(rule, problem, language)
        case (
            RuleKind.TASK_MINIMUM
            | RuleKind.AREA_MINIMUM
            | RuleKind.LIMIT_LEAST
            | RuleKind.LIMIT_MOST
        ):
            return _limit_rule(rule, problem, language)
        case RuleKind.NOT_WORSE | RuleKind.AREA_SHARE | RuleKind.AREA_DIFFERENCE:
            return _fairness_rule(rule, problem, language)
        case (
            RuleKind.REQUIRES
            | RuleKind.REQUIRES_ONE_OF
            | RuleKind.EXCLUDES
            | RuleKind.MUST_INCLUDE
            | RuleKind.MUST_EXCLUDE
            | RuleKind.VERSIONS
            | RuleKind.COUNT_LEAST
            | RuleKind.COUNT_MOST
        ):
            return _measures_rule(rule, problem, language)
        case _:
            assert_never(rule.kind)


def rules_in_words(rules: Iterable[Rule], problem: DecisionProblem, language: Language) -> str:
    """Return rules as one list of clauses, parted by semicolons."""
    return "; ".join(rule_in_words(rule, problem, language) for rule in rules)


def name_of(on: str, of: str, problem: DecisionProblem, language: Language) -> str:
    """Return the name of the part that a limit is about; ``on`` starts with the kind of part."""
    kind = on.partition("_")[0].rstrip("s")
    if kind in {"lead", "payer"}:
        return organisation_in_words(problem, of, language)
    if kind == "area":
        return label_of(problem.areas, of, language)
    if kind == "task":
        return label_of(problem.tasks, of, language)
    if kind == "theme":
        return label_of(problem.tree.themes, of, language)
    return label_of(problem.stakeholders, of, language)


def _measures_rule(rule: Rule, problem: DecisionProblem, language: Language) -> str:
    """Return a rule that is about measures only."""
    names = alternatives_in_words(rule.subjects, problem, language)
    match rule.kind:
        case RuleKind.REQUIRES:
            first = alternatives_in_words(rule.subjects[:1], problem, language)
            others = alternatives_in_words(rule.subjects[1:], problem, language)
            return words(language, "sentences.rule_requires", first=first, others=others)
        case RuleKind.REQUIRES_ONE_OF:
            first = alternatives_in_words(rule.subjects[:1], problem, language)
            others = alternatives_in_words(rule.subjects[1:], problem, language)
            return words(language, "rules.requires_one_of", first=first, others=others)
        case RuleKind.EXCLUDES:
            return words(language, "sentences.rule_excludes", names=names)
        case RuleKind.MUST_INCLUDE | RuleKind.MUST_EXCLUDE:
            many = "_many" if len(rule.subjects) > 1 else "_one"
            return words(language, f"sentences.rule_{rule.kind.value}{many}", names=names)
        case _:
            limit = number(rule.limit, language)
            return words(language, f"rules.{rule.kind.value}", names=names, limit=limit)


def _money_rule(rule: Rule, problem: DecisionProblem, language: Language) -> str:
    payer, *purposes = rule.subjects
    places: dict[str, object] = {
        "payer": organisation_in_words(problem, payer, language),
        "limit": euros(rule.limit, language),
    }
    year = "" if rule.year is None else "_year"
    if rule.year is not None:
        places["year"] = rule.year
    if rule.kind is RuleKind.EARMARK:
        pairs = zip(purposes[::2], purposes[1::2], strict=True)
        names = [name_of(on, of, problem, language) for on, of in pairs]
        places["purposes"] = list_in_words(names, language)
        return words(language, f"rules.earmark{year}", **places)
    if rule.kind is RuleKind.BUDGET_THROUGH:
        return words(language, "rules.budget_through", **places)
    return words(language, f"sentences.rule_budget{year}", **places)


def _capacity_rule(rule: Rule, problem: DecisionProblem, language: Language) -> str:
    capacity = next(c for c in problem.rules.capacities if c.id == rule.subjects[0])
    places: dict[str, object] = {
        "capacity": capacity.label.text(language),
        "limit": f"{number(rule.limit, language)} {capacity.unit.text(language)}".strip(),
    }
    if rule.year is None:
        return words(language, "rules.capacity", **places)
    key = f"rules.capacity_{capacity.kind.value}_year"
    return words(language, key, year=rule.year, **places)


def _limit_rule(rule: Rule, problem: DecisionProblem, language: Language) -> str:
    limit = number(rule.limit, language)
    if rule.kind is RuleKind.TASK_MINIMUM:
        task = label_of(problem.tasks, rule.subjects[0], language)
        return words(language, "sentences.rule_task_minimum", task=task, limit=limit)
    if rule.kind is RuleKind.AREA_MINIMUM:
        area = label_of(problem.areas, rule.subjects[0], language)
        one = "_one" if rule.limit == 1 else ""
        return words(language, f"sentences.rule_area_minimum{one}", area=area, limit=limit)
    on, of = rule.subjects
    if on.endswith("euros"):
        limit = euros(rule.limit, language)
    name = name_of(on, of, problem, language)
    return words(language, f"rules.{rule.kind.value}_{on}", name=name, limit=limit)


def _fairness_rule(rule: Rule, problem: DecisionProblem, language: Language) -> str:
    what, *ids = rule.subjects
    if rule.kind is RuleKind.NOT_WORSE:
        return words(
            language, f"rules.not_worse_{what}", name=name_of(what, ids[0], problem, language)
        )
    areas = [label_of(problem.areas, area, language) for area in ids]
    if rule.kind is RuleKind.AREA_SHARE:
        limit = percent(rule.limit, language)
        return words(language, f"rules.area_share_{what}", area=areas[0], limit=limit)
    limit = number(rule.limit, language)
    return words(language, "rules.area_difference", first=areas[0], second=areas[1], limit=limit)
