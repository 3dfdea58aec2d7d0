"""This file holds sentences about what it costs when every task chooses on its own."""

from __future__ import annotations

import math

from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.label import Language
from bw_mcda.results.portfolio import SolveStatus
from bw_mcda.results.price_of_silos import PriceOfSilos, SectorTest, SectorVerdict
from bw_mcda.texts.balance_sentences import no_package_in_words
from bw_mcda.texts.naming import label_of, points_in_words
from bw_mcda.texts.number_format import euros, percent
from bw_mcda.texts.package_sentences import signed_points
from bw_mcda.texts.rule_sentences import rules_in_words
from bw_mcda.texts.words import words

NOTHING = 1e-6
"""Points below which a difference is rounding."""


def silo_sentences(
    silos: PriceOfSilos, problem: DecisionProblem, language: Language
) -> tuple[str, ...]:
    """Return what choosing apart costs in value and euros, how sure that is, and what causes it."""
    if silos.status is SolveStatus.INFEASIBLE:
        return (no_package_in_words(silos.clashing_rules, problem, language),)
    if silos.sectoral is None or silos.pooled is None or silos.price is None:
        return (words(language, "packages_tradeoffs.silos_stopped"),)
    sentences = [_price(silos, silos.price, language)]
    between = silos.price_between()
    if between is not None and between[1] > 0:
        low, high = (percent(max(share, 0.0), language) for share in between)
        sentences.append(words(language, "packages_tradeoffs.silos_between", low=low, high=high))
    if silos.euros_saved is not None and silos.euros_saved > 0:
        saved = euros(silos.euros_saved, language)
        sentences.append(words(language, "packages_tradeoffs.silos_for_less", euros=saved))
    if silos.sectoral.broken_rules:
        rules = rules_in_words(silos.sectoral.broken_rules, problem, language)
        sentences.append(words(language, "packages_tradeoffs.silos_broken", rules=rules))
    sentences.append(_own_money(silos, silos.pooled.package.value, language))
    return tuple(sentences)


def sector_sentence(sector: SectorTest, problem: DecisionProblem, language: Language) -> str:
    """Return whether a task can be decided on apart, and in what share of the cases."""
    key = f"silos_sector_{sector.verdict.value}"
    unknown = math.isnan(sector.loss_own_money)
    if sector.verdict is SectorVerdict.INTEGRAL and unknown:
        key += "_none"
    return words(
        language,
        f"packages_tradeoffs.{key}",
        task=label_of(problem.tasks, sector.task, language),
        share=percent(sector.verdict_share, language),
        loss="" if unknown else points_in_words(sector.loss_own_money, language),
    )


def _price(silos: PriceOfSilos, price: float, language: Language) -> str:
    values = {
        name: signed_points(outcome.package.value, language) for name, outcome in silos.outcomes
    }
    share = silos.price_share
    if share is None:
        key = "silos_no_value"
    elif price < -NOTHING:
        key = "silos_more"
    elif price <= NOTHING:
        key = "silos_free"
    elif share >= 1:
        key = "silos_price_all"
    else:
        key = "silos_price"
    shown = "" if share is None else percent(share, language)
    values.pop("own_money", None)
    return words(language, f"packages_tradeoffs.{key}", price=shown, **values)


def _own_money(silos: PriceOfSilos, pooled: float, language: Language) -> str:
    if silos.own_money is None:
        return words(language, "packages_tradeoffs.silos_own_money_none")
    lost = pooled - silos.own_money.package.value
    if lost <= NOTHING or pooled <= 0:
        return words(language, "packages_tradeoffs.silos_own_money_free")
    price = percent(lost / pooled, language)
    return words(language, "packages_tradeoffs.silos_own_money", price=price)
