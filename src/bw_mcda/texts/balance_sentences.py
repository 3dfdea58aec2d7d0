"""This file holds sentences about what balance between tasks costs."""

from __future__ import annotations

from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.label import Language
from bw_mcda.results.balance_curve import BalanceCurve
from bw_mcda.results.portfolio import Rule, SolveStatus
from bw_mcda.results.scored_package import ScoredPackage
from bw_mcda.texts.naming import label_of, list_in_words, points_number
from bw_mcda.texts.number_format import percent
from bw_mcda.texts.rule_sentences import rules_in_words
from bw_mcda.texts.words import words

EQUAL = 1e-6
"""Points below which two tasks are equally weak."""


def balance_sentences(
    curve: BalanceCurve, problem: DecisionProblem, language: Language
) -> tuple[str, ...]:
    """Return what balance costs and brings, a package in between, and which task is weakest."""
    if curve.status is SolveStatus.INFEASIBLE:
        return (no_package_in_words(curve.clashing_rules, problem, language),)
    if not curve.ends_known:
        return (words(language, "packages_tradeoffs.balance_stopped_open"),)
    sentences = [_price(curve, language)]
    if len(curve.packages) > 1:
        sentences += _bend(curve, language)
        sentences.append(_weakest(curve, problem, language))
    if curve.status is SolveStatus.STOPPED:
        sentences.append(words(language, "packages_tradeoffs.balance_stopped"))
    return tuple(sentences)


def no_package_in_words(
    clashing_rules: tuple[Rule, ...], problem: DecisionProblem, language: Language
) -> str:
    """Return that no package keeps to the rules, with those that clash where they are known."""
    if not clashing_rules:
        return words(language, "sentences.infeasible")
    key = "infeasible_rule" if len(clashing_rules) == 1 else "infeasible_rules"
    rules = rules_in_words(clashing_rules, problem, language)
    return words(language, f"sentences.{key}", rules=rules)


def weakest_tasks_in_words(
    package: ScoredPackage, tasks: tuple[str, ...], problem: DecisionProblem, language: Language
) -> str:
    """Return the names of the task, or the equally weak tasks, that gain least."""
    weakest = [
        task
        for task, points in zip(tasks, package.points, strict=True)
        if points <= package.weakest + EQUAL
    ]
    return list_in_words([label_of(problem.tasks, task, language) for task in weakest], language)


def _price(curve: BalanceCurve, language: Language) -> str:
    price = curve.price_of_balance
    ends = {
        "low": points_number(curve.packages[0].weakest, language),
        "high": points_number(curve.packages[-1].weakest, language),
    }
    if len(curve.packages) == 1:
        return words(language, "packages_tradeoffs.balance_free", high=ends["high"])
    if price is None:
        return words(language, "packages_tradeoffs.balance_no_value", **ends)
    if price > 1:
        return words(language, "packages_tradeoffs.balance_price_all", **ends)
    share = percent(price, language)
    return words(language, "packages_tradeoffs.balance_price", price=share, **ends)


def _bend(curve: BalanceCurve, language: Language) -> list[str]:
    bend = curve.bend
    price = None if bend is None else curve.price_of(bend)
    if bend is None or price is None:
        return []
    return [
        words(
            language,
            "packages_tradeoffs.balance_bend",
            price=percent(price, language),
            points=points_number(bend.weakest, language),
        )
    ]


def _weakest(curve: BalanceCurve, problem: DecisionProblem, language: Language) -> str:
    first, last = (
        weakest_tasks_in_words(package, curve.tasks, problem, language)
        for package in (curve.packages[0], curve.packages[-1])
    )
    key = "balance_weakest_same" if first == last else "balance_weakest"
    return words(language, f"packages_tradeoffs.{key}", first=first, last=last)
