"""This file holds sentences about which contradictions between tasks are real."""

from __future__ import annotations

from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.label import Language
from bw_mcda.results.portfolio import SolveStatus
from bw_mcda.results.tension_map import TaskPair, Tension, TensionMap
from bw_mcda.texts.balance_sentences import no_package_in_words
from bw_mcda.texts.naming import alternatives_in_words, label_of, list_in_words
from bw_mcda.texts.number_format import percent
from bw_mcda.texts.rule_sentences import rule_in_words
from bw_mcda.texts.words import words

CLASHES = (Tension.REAL, Tension.HIDDEN)
TELLING = 0.1
"""A rule is told when without it the conflict is lower by this share of itself or more."""
EQUAL = 1e-9


def tension_sentences(
    tensions: TensionMap, problem: DecisionProblem, language: Language
) -> tuple[str, ...]:
    """Return how many pairs of tasks clash, really or not, and the pair that clashes most."""
    if tensions.status is SolveStatus.INFEASIBLE:
        return (no_package_in_words(tensions.clashing_rules, problem, language),)
    sentences = _counts(tensions, language)
    hardest = hardest_pairs(tensions)
    if len(hardest) == 1:
        sentences.append(_hardest(hardest[0], problem, language))
        sentences += _causes(hardest[0], tensions, problem, language)
    elif hardest:
        pairs = "; ".join(pair_name(pair, problem, language) for pair in hardest)
        sentences.append(words(language, "packages_tradeoffs.tension_hardest_many", pairs=pairs))
    if tensions.status is SolveStatus.STOPPED:
        sentences.append(words(language, "packages_tradeoffs.tension_stopped"))
    return tuple(sentences)


def pair_sentences(
    pair: TaskPair, tensions: TensionMap, problem: DecisionProblem, language: Language
) -> tuple[str, ...]:
    """Return what is between two tasks and what it comes from."""
    key = pair.tension.value
    if pair.tension in CLASHES and pair.conflict >= 1:
        key += "_all"
    stuck = [
        label_of(problem.tasks, task, language)
        for task, best in ((pair.first, pair.first_best), (pair.second, pair.second_best))
        if best < tensions.noticeable_points
    ]
    sentence = words(
        language,
        f"packages_tradeoffs.tension_{key}",
        **_names(pair, problem, language),
        conflict=percent(pair.conflict, language),
        reached=percent(1 - pair.conflict, language),
        opposing=alternatives_in_words(
            (opposing.alternative for opposing in pair.opposing), problem, language
        ),
        stuck=list_in_words(stuck, language),
    )
    if pair.tension not in CLASHES:
        return (sentence,)
    return (sentence, *_causes(pair, tensions, problem, language))


def hardest_pairs(tensions: TensionMap) -> tuple[TaskPair, ...]:
    """Return the pair that misses most in one package, or those that miss equally much."""
    clashing = [pair for pair in tensions.pairs if pair.tension in CLASHES]
    most = max((pair.conflict for pair in clashing), default=0.0)
    return tuple(pair for pair in clashing if pair.conflict >= most - EQUAL)


def pair_name(pair: TaskPair, problem: DecisionProblem, language: Language) -> str:
    """Return both tasks as they stand in a table: ``Wonen – Natuur``."""
    return " – ".join(_names(pair, problem, language).values())


def _hardest(pair: TaskPair, problem: DecisionProblem, language: Language) -> str:
    return words(
        language,
        f"packages_tradeoffs.tension_hardest{'_all' if pair.conflict >= 1 else ''}",
        **_names(pair, problem, language),
        conflict=percent(pair.conflict, language),
    )


def _counts(tensions: TensionMap, language: Language) -> list[str]:
    total = len(tensions.pairs)
    if not total:
        return [words(language, "packages_tradeoffs.tension_no_pair")]
    sentences = []
    for tension in (Tension.REAL, Tension.HIDDEN, Tension.APPARENT, Tension.COHERENT):
        count = sum(pair.tension is tension for pair in tensions.pairs)
        if not count and tension is not Tension.REAL:
            continue
        form = {0: "_none", 1: "_one"}.get(count, "")
        key = f"packages_tradeoffs.tension_count_{tension.value}{form}"
        sentences.append(words(language, key, count=count, total=total))
    return sentences


def _causes(
    pair: TaskPair, tensions: TensionMap, problem: DecisionProblem, language: Language
) -> list[str]:
    """Return the rule, or the kind of rules, that matters most, and what no rule explains."""
    sentences, left = [], pair.conflict
    rule, kind = next(iter(pair.causes), None), next(iter(pair.kinds), None)
    if rule is not None and rule.conflict_without <= (1 - TELLING) * pair.conflict:
        left = rule.conflict_without
        clause = rule_in_words(rule.rule, problem, language)
        sentences.append(_relieved("cause", left, tensions, language, rule=clause))
    open_still = left > tensions.noticeable_share
    if open_still and kind is not None and kind.conflict_without <= (1 - TELLING) * left:
        left = kind.conflict_without
        name = words(language, f"packages_tradeoffs.tension_kind_{kind.kind.value}")
        sentences.append(_relieved("kind", left, tensions, language, kind=name))
    stays = pair.conflict_without_rules
    if stays > tensions.noticeable_share:
        key = "in_measures_only" if stays >= left - EQUAL else "in_measures"
        share = percent(stays, language)
        sentences.append(words(language, f"packages_tradeoffs.tension_{key}", conflict=share))
    return sentences or [words(language, "packages_tradeoffs.tension_unexplained")]


def _relieved(key: str, left: float, tensions: TensionMap, language: Language, **names: str) -> str:
    """Return what matters, with the conflict that is ``left`` without it."""
    gone = "_gone" if left <= tensions.noticeable_share else ""
    return words(
        language,
        f"packages_tradeoffs.tension_{key}{gone}",
        conflict=percent(left, language),
        **names,
    )


def _names(pair: TaskPair, problem: DecisionProblem, language: Language) -> dict[str, str]:
    return {
        "first": label_of(problem.tasks, pair.first, language),
        "second": label_of(problem.tasks, pair.second, language),
    }
