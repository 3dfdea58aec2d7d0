"""This file holds the words for what has to give when no package keeps to all rules."""

from __future__ import annotations

from typing import assert_never

from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.label import Language
from bw_mcda.results.portfolio import RuleKind, SolveStatus
from bw_mcda.results.rule_repair import RuleChange, RuleRepair, RuleRepairs
from bw_mcda.texts.naming import (
    alternatives_in_words,
    label_of,
    list_in_words,
    organisation_in_words,
    points_in_words,
)
from bw_mcda.texts.number_format import euros, number, percent
from bw_mcda.texts.rule_sentences import name_of
from bw_mcda.texts.words import words


def rule_repair_sentences(
    repairs: RuleRepairs, problem: DecisionProblem, language: Language
) -> tuple[str, ...]:
    """Return how many small changes there are, then one sentence for each."""
    stopped = repairs.status is SolveStatus.STOPPED
    if not repairs.repairs:
        return (words(language, f"repairs.{'unknown' if stopped else 'none'}"),)
    count = len(repairs.repairs)
    first = words(language, "repairs.many", count=count) if count > 1 else ""
    said = [first or words(language, "repairs.one")]
    said += [repair_in_words(repair, problem, language) for repair in repairs.repairs]
    return (*said, words(language, "repairs.stopped")) if stopped else tuple(said)


def repair_in_words(repair: RuleRepair, problem: DecisionProblem, language: Language) -> str:
    """Return what changes, and the package that is possible then."""
    clauses = [change_in_words(change, problem, language) for change in repair.changes]
    changes = list_in_words(clauses, language)
    changes = f"{changes[:1].upper()}{changes[1:]}"
    if not repair.package:
        return words(language, "repairs.repair_empty", changes=changes)
    return words(
        language,
        "repairs.repair",
        changes=changes,
        cost=euros(repair.euros, language),
        names=alternatives_in_words(repair.package, problem, language),
    )


def change_in_words(change: RuleChange, problem: DecisionProblem, language: Language) -> str:
    """Return one change as a clause: ``€ 1,2 mln erbij voor het Rijk (12 %)``."""
    rule = change.rule
    match rule.kind:
        case RuleKind.BUDGET | RuleKind.BUDGET_THROUGH | RuleKind.EARMARK:
            return _money(change, problem, language)
        case RuleKind.CAPACITY:
            return _capacity(change, problem, language)
        case (
            RuleKind.TASK_MINIMUM
            | RuleKind.AREA_MINIMUM
            | RuleKind.LIMIT_LEAST
            | RuleKind.LIMIT_MOST
            | RuleKind.NOT_WORSE
        ):
            return _limit(change, problem, language)
        case RuleKind.AREA_SHARE | RuleKind.AREA_DIFFERENCE:
            return _spread(change, problem, language)
        case (
            RuleKind.MUST_INCLUDE
            | RuleKind.MUST_EXCLUDE
            | RuleKind.COUNT_LEAST
            | RuleKind.COUNT_MOST
            | RuleKind.REQUIRES
            | RuleKind.REQUIRES_ONE_OF
            | RuleKind.EXCLUDES
            | RuleKind.VERSIONS
        ):
            names = alternatives_in_words(rule.subjects, problem, language)
            places = {"names": names}
            if rule.kind in {RuleKind.COUNT_LEAST, RuleKind.COUNT_MOST}:
                places["amount"] = _measures(change.amount, language)
            return words(language, f"repairs.{rule.kind.value}", **places)
        case _:
            assert_never(rule.kind)


def _money(change: RuleChange, problem: DecisionProblem, language: Language) -> str:
    rule = change.rule
    payer, *purposes = rule.subjects
    amount = euros(change.amount, language)
    said_payer = organisation_in_words(problem, payer, language)
    if rule.kind is RuleKind.EARMARK:
        pairs = zip(purposes[::2], purposes[1::2], strict=True)
        names = [name_of(on, of, problem, language) for on, of in pairs]
        return words(
            language,
            "repairs.earmark",
            amount=amount,
            payer=said_payer,
            purposes=list_in_words(names, language),
        )
    places: dict[str, object] = {
        "amount": amount,
        "payer": said_payer,
        "share": percent(change.share, language),
    }
    if rule.year is None:
        return words(language, "repairs.budget", **places)
    key = "budget_through" if rule.kind is RuleKind.BUDGET_THROUGH else "budget_year"
    return words(language, f"repairs.{key}", year=rule.year, **places)


def _capacity(change: RuleChange, problem: DecisionProblem, language: Language) -> str:
    capacity = next(c for c in problem.rules.capacities if c.id == change.rule.subjects[0])
    places: dict[str, object] = {
        "capacity": capacity.label.text(language),
        "share": percent(change.share, language),
        "amount": f"{number(change.amount, language)} {capacity.unit.text(language)}".strip(),
    }
    if change.rule.year is None:
        return words(language, "repairs.capacity", **places)
    return words(language, "repairs.capacity_year", year=change.rule.year, **places)


def _limit(change: RuleChange, problem: DecisionProblem, language: Language) -> str:
    rule = change.rule
    match rule.kind:
        case RuleKind.TASK_MINIMUM:
            on, of = "task_points", rule.subjects[0]
        case RuleKind.AREA_MINIMUM:
            on, of = "area_measures", rule.subjects[0]
        case _:
            on, of = rule.subjects
    what, amount = _what(on, of, problem, language), _amount(on, change.amount, language)
    if rule.kind is RuleKind.NOT_WORSE:
        return words(language, "repairs.not_worse", what=what, amount=amount)
    way = "higher" if rule.kind is RuleKind.LIMIT_MOST else "lower"
    key = f"points_{way}" if on.endswith("points") else f"limit_{way}"
    return words(language, f"repairs.{key}", what=what, amount=amount)


def _spread(change: RuleChange, problem: DecisionProblem, language: Language) -> str:
    _, *areas = change.rule.subjects
    names = [label_of(problem.areas, area, language) for area in areas]
    if change.rule.kind is RuleKind.AREA_SHARE:
        value = number(100 * change.amount, language, 1)
        amount = words(language, "repairs.percent_points", value=value)
        return words(language, "repairs.area_share", amount=amount, area=names[0])
    amount = points_in_words(change.amount, language)
    return words(
        language, "repairs.area_difference", amount=amount, first=names[0], second=names[1]
    )


def _what(on: str, of: str, problem: DecisionProblem, language: Language) -> str:
    name = name_of(on, of, problem, language)
    kind = on if on.endswith(("measures", "euros")) else on.partition("_")[0].rstrip("s")
    return words(language, f"repairs.what_{kind}", name=name)


def _amount(on: str, amount: float, language: Language) -> str:
    if on.endswith("euros"):
        return euros(amount, language)
    return (
        _measures(amount, language)
        if on.endswith("measures")
        else points_in_words(amount, language)
    )


def _measures(amount: float, language: Language) -> str:
    count = round(amount)
    key = "measure_one" if count == 1 else "measure_many"
    return words(language, f"repairs.{key}", **({} if count == 1 else {"count": count}))
