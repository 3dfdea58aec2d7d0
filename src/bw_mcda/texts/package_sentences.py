"""This file holds the words for packages: what is in, what is out, and by which rule."""

from __future__ import annotations

import math
from typing import assert_never

from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.label import Language
from bw_mcda.problem.package_goal import GOAL_IDS
from bw_mcda.results.portfolio import (
    Chosen,
    LeftOut,
    Portfolio,
    Reason,
    Rule,
    RuleKind,
    SolveStatus,
    Unit,
)
from bw_mcda.texts.naming import (
    SMALLEST_SHOWN,
    alternatives_in_words,
    label_of,
    list_in_words,
    organisation_in_words,
    points_in_words,
    points_number,
)
from bw_mcda.texts.number_format import euros, percent
from bw_mcda.texts.rule_sentences import rules_in_words
from bw_mcda.texts.words import words

NOTHING = 1e-6
"""Points below which a difference is the solver's rounding, not a difference."""

OWN = "own"
"""Goal of a package that people put together themselves."""


def left_out_in_words(left_out: LeftOut, problem: DecisionProblem, language: Language) -> str:
    """Return why an alternative is not in the package, in sentences without its name."""
    match left_out.reason:
        case Reason.NO_GAIN:
            if left_out.loss <= NOTHING:
                return words(language, "sentences.left_out_no_gain")
            loss = amount_in_words(left_out.loss, left_out.unit, language)
            return words(language, _in_unit("left_out_worse", left_out.unit), loss=loss)
        case Reason.DISPLACES:
            unfit = _unfit(left_out.clashing_rules, problem, language)
            return f"{unfit} {_displaces(left_out, problem, language)}".lstrip()
        case Reason.IMPOSSIBLE:
            if not left_out.clashing_rules:
                return words(language, "sentences.left_out_impossible")
            rules = rules_in_words(left_out.clashing_rules, problem, language)
            return words(language, "sentences.left_out_impossible_rules", rules=rules)
        case _:
            assert_never(left_out.reason)


def chosen_in_words(chosen: Chosen, problem: DecisionProblem, language: Language) -> str:  # noqa: ARG001
    """Return why an alternative is in the package, in sentences without its name.

    ``problem`` is not needed now; it is there so that every result is put into words alike.
    """
    gain = points_in_words(chosen.gain, language)
    if chosen.gain > NOTHING:
        own = words(language, "sentences.chosen_gain", gain=gain)
    elif chosen.gain < -NOTHING:
        own = words(language, "sentences.chosen_costs", gain=gain)
    else:
        own = words(language, "sentences.chosen_no_gain")
    if chosen.cost_of_leaving_out <= NOTHING:
        return f"{own} {words(language, 'sentences.chosen_not_needed')}"
    loss = amount_in_words(chosen.cost_of_leaving_out, chosen.unit, language)
    return f"{own} {words(language, _in_unit('chosen_needed', chosen.unit), loss=loss)}"


def package_name(goal: str, language: Language) -> str:
    """Return what the package of a goal is called: ``Het evenwichtige pakket``."""
    if goal in GOAL_IDS or goal == OWN:
        return words(language, f"sentences.package_{goal}")
    return words(language, "sentences.package_other", goal=goal)


def package_sentence(portfolio: Portfolio, problem: DecisionProblem, language: Language) -> str:
    """Return what a package holds, costs and brings, or that there is none and why."""
    if portfolio.status is SolveStatus.INFEASIBLE:
        return infeasible_in_words(portfolio, problem, language)
    name = package_name(portfolio.goal, language)
    if not portfolio.chosen:
        sentences = [words(language, "sentences.package_empty", package=name)]
    else:
        sentences = [
            words(
                language,
                "sentences.package_one" if len(portfolio.chosen) == 1 else "sentences.package_many",
                package=name,
                count=len(portfolio.chosen),
                cost=euros(portfolio.total_cost, language),
                value=signed_points(portfolio.value, language),
            )
        ]
        sentences += _weakest(portfolio, problem, language)
    if portfolio.status is SolveStatus.STOPPED:
        sentences.append(_stopped(portfolio, language))
    return " ".join(sentences)


def infeasible_in_words(portfolio: Portfolio, problem: DecisionProblem, language: Language) -> str:
    """Return that no package will do, with the rules that clash where they are known."""
    if not portfolio.clashing_rules:
        return words(language, "sentences.infeasible")
    key = "infeasible_rule" if len(portfolio.clashing_rules) == 1 else "infeasible_rules"
    rules = rules_in_words(portfolio.clashing_rules, problem, language)
    return words(language, f"sentences.{key}", rules=rules)


def _in_unit(key: str, unit: Unit) -> str:
    """Return the key of a sentence about a loss, by what is lost: points, euros or a share."""
    return f"sentences.{key}" if unit is Unit.POINTS else f"goals.{key}_{unit.value}"


def amount_in_words(amount: float, unit: Unit, language: Language) -> str:
    """Return what a goal is counted in: ``1,3 punt``, ``€ 350.000``, ``12 % van de gewichten``."""
    match unit:
        case Unit.POINTS:
            return points_in_words(amount, language)
        case Unit.EUROS:
            return euros(abs(amount), language)
        case Unit.SHARE:
            share = percent(abs(amount), language)
            return words(language, "goals.share_of_draws", share=share)
        case _:
            assert_never(unit)


def signed_points(value: float, language: Language) -> str:
    """Return points with a minus sign where they are lost."""
    text = points_in_words(value, language)
    return f"\u2212{text}" if value <= -SMALLEST_SHOWN else text


def _unfit(rules: tuple[Rule, ...], problem: DecisionProblem, language: Language) -> str:
    """Return in which budgets or rules an alternative does not fit; nothing when not known."""
    if not rules:
        return ""
    budgets = [rule for rule in rules if rule.kind is RuleKind.BUDGET]
    others = [rule for rule in rules if rule.kind is not RuleKind.BUDGET]
    clauses = rules_in_words(others, problem, language)
    if not budgets:
        return words(language, "sentences.left_out_unfit_rules", rules=clauses)
    payers = [_payer(rule, problem, language) for rule in budgets]
    shown = words(
        language,
        "sentences.budgets_of" if len(payers) > 1 else "sentences.budget_of",
        payers=list_in_words(payers, language),
    )
    if not others:
        return words(language, "sentences.left_out_unfit", budgets=shown)
    return words(language, "sentences.left_out_unfit_both", budgets=shown, rules=clauses)


def _payer(budget: Rule, problem: DecisionProblem, language: Language) -> str:
    """Return who pays, with the year when the budget is for one year only."""
    payer = organisation_in_words(problem, budget.subjects[0], language)
    if budget.year is None:
        return payer
    return words(language, "sentences.payer_in_year", payer=payer, year=budget.year)


def _displaces(left_out: LeftOut, problem: DecisionProblem, language: Language) -> str:
    many = "_many" if len(left_out.displaced) > 1 else ""
    if not left_out.displaced:
        many = "_none"
    equal = left_out.loss <= NOTHING and left_out.displaced
    key = f"sentences.left_out_displaces{many}{'_equal' if equal else ''}"
    if left_out.unit is not Unit.POINTS and not equal:
        # In euros and shares one sentence serves for one and for many.
        none = "" if left_out.displaced else "_none"
        key = _in_unit(f"left_out_displaces{none}", left_out.unit)
    return words(
        language,
        key,
        displaced=alternatives_in_words(left_out.displaced, problem, language),
        loss=amount_in_words(left_out.loss, left_out.unit, language),
    )


def _weakest(portfolio: Portfolio, problem: DecisionProblem, language: Language) -> list[str]:
    """Return the task that gains least; the ones level with it beside it."""
    if not portfolio.task_scores:
        return []
    least = min(score.points for score in portfolio.task_scores)
    weakest = [s.task for s in portfolio.task_scores if s.points <= least + NOTHING]
    tasks = list_in_words([label_of(problem.tasks, task, language) for task in weakest], language)
    many = "_many" if len(weakest) > 1 else ""
    if least <= -SMALLEST_SHOWN:
        points = points_in_words(least, language)
        return [words(language, f"sentences.package_worse{many}", task=tasks, points=points)]
    key = f"package_weakest{many}"
    points = points_number(least, language)
    return [words(language, f"sentences.{key}", task=tasks, points=points)]


def _stopped(portfolio: Portfolio, language: Language) -> str:
    room = abs(portfolio.bound - portfolio.objective)
    if not math.isfinite(room):
        return words(language, "sentences.package_stopped_open")
    return words(
        language, "sentences.package_stopped", room=amount_in_words(room, portfolio.unit, language)
    )
