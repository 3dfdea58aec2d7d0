"""This file holds the heavier results as plain data and sentences for the browser."""

from __future__ import annotations

from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.scenario import Scenario
from bw_mcda.results.break_even import BreakEven
from bw_mcda.results.portfolio import Chosen, LeftOut, Portfolio, Rule, Spending
from bw_mcda.results.quantification_bias import QuantificationBias
from bw_mcda.results.rank_acceptability import RankAcceptability
from bw_mcda.results.ranking import Ranking
from bw_mcda.results.rule_repair import RuleRepairs
from bw_mcda.results.weight_stability import WeightStability
from bw_mcda.texts.proof_sentences import proof_sentences
from bw_mcda.texts.rule_repair_sentences import rule_repair_sentences
from bw_mcda.texts.sentences import (
    break_even_sentences,
    chosen_in_words,
    label_of,
    left_out_in_words,
    package_name,
    package_sentence,
    quantification_bias_sentences,
    ranking_sentence,
    robustness_sentences,
    rule_in_words,
    stability_sentences,
)
from bw_mcda.widgets.board_payload import Payload, in_both


def robustness_payload(
    ranking: Ranking, acceptability: RankAcceptability, scenario: Scenario
) -> Payload:
    """Return the ranking in words and how often each alternative takes each place."""
    problem, places = scenario.problem, scenario.plan.top_places
    return {
        "ranking": {
            "sentence": in_both(lambda language: ranking_sentence(ranking, problem, language))
        },
        "robustness": {
            "alternatives": list(acceptability.alternatives),
            "acceptability": acceptability.acceptability.tolist(),
            "share_in_top": [
                acceptability.share_in_top(alternative, places)
                for alternative in acceptability.alternatives
            ],
            "sentences": in_both(
                lambda language: list(
                    robustness_sentences(acceptability, problem, places, language)
                )
            ),
        },
    }


def doubts_payload(
    stability: WeightStability,
    break_evens: tuple[BreakEven, ...],
    bias: QuantificationBias,
    problem: DecisionProblem,
) -> Payload:
    """Return in words what would change who comes first."""
    return {
        "doubts": in_both(
            lambda language: [
                *stability_sentences(stability, problem, language),
                *break_even_sentences(break_evens, problem, language),
                *quantification_bias_sentences(bias, problem, language),
            ]
        )
    }


def package_payload(
    package: Portfolio, problem: DecisionProblem, repairs: RuleRepairs | None = None
) -> Payload:
    """Return a package with its reasons, or what has to give when none is possible."""
    return {
        "goal": package.goal,
        "name": in_both(lambda language: package_name(package.goal, language)),
        "status": package.status.value,
        "sentence": in_both(lambda language: package_sentence(package, problem, language)),
        "value": package.value,
        "cost": package.total_cost,
        "chosen": [_chosen(chosen, problem) for chosen in package.chosen],
        "left_out": [_left_out(left_out, problem) for left_out in package.left_out],
        "tasks": [{"id": score.task, "points": score.points} for score in package.task_scores],
        "spending": [_spending(item, problem) for item in package.spending],
        "binding": _rules(package.binding_rules, problem),
        "clashing": _rules(package.clashing_rules, problem),
        "proof": in_both(lambda language: list(proof_sentences(package, language))),
        "repairs": in_both(
            lambda language: (
                list(rule_repair_sentences(repairs, problem, language)) if repairs else []
            )
        ),
    }


def _chosen(chosen: Chosen, problem: DecisionProblem) -> Payload:
    return {
        "id": chosen.alternative,
        "gain": chosen.gain,
        "text": in_both(lambda language: chosen_in_words(chosen, problem, language)),
    }


def _left_out(left_out: LeftOut, problem: DecisionProblem) -> Payload:
    return {
        "id": left_out.alternative,
        "reason": left_out.reason.value,
        "text": in_both(lambda language: left_out_in_words(left_out, problem, language)),
    }


def _spending(item: Spending, problem: DecisionProblem) -> Payload:
    return {
        "payer": in_both(lambda language: label_of(problem.organisations, item.payer, language)),
        "year": item.year,
        "euros": item.euros,
        "budget": item.budget,
    }


def _rules(rules: tuple[Rule, ...], problem: DecisionProblem) -> Payload:
    return in_both(lambda language: [rule_in_words(rule, problem, language) for rule in rules])
