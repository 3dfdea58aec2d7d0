"""This file holds sentences about other packages that are nearly as good, and what would turn."""

from __future__ import annotations

from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.label import Language
from bw_mcda.results.alternatives import Alternatives, Swap
from bw_mcda.results.portfolio import SolveStatus
from bw_mcda.results.turning_points import TurningPoint
from bw_mcda.texts.balance_sentences import no_package_in_words
from bw_mcda.texts.naming import (
    SMALLEST_SHOWN,
    alternative_label,
    alternatives_in_words,
    label_of,
    list_in_words,
    organisation_in_words,
    points_in_words,
)
from bw_mcda.texts.number_format import euros, percent
from bw_mcda.texts.words import words

NOTHING = 1e-6
"""Points below which a difference is rounding."""


def alternatives_sentences(
    others: Alternatives, problem: DecisionProblem, language: Language
) -> tuple[str, ...]:
    """Return whether it can be done otherwise, and per other package what changes."""
    if others.status is SolveStatus.INFEASIBLE:
        return (no_package_in_words(others.clashing_rules, problem, language),)
    count = max(0, len(others.packages) - 1)
    within = percent(others.within, language)
    sentences = []
    if count:
        key = "others_count_one" if count == 1 else "others_count"
        sentences.append(words(language, f"packages_tradeoffs.{key}", count=count, within=within))
        sentences += [
            _swap(others, place, problem, language) for place in range(1, len(others.packages))
        ]
    if others.status is SolveStatus.STOPPED:
        sentences.append(words(language, "packages_tradeoffs.others_stopped"))
    elif not count:
        sentences.append(words(language, "packages_tradeoffs.others_none", within=within))
    return tuple(sentences)


def turning_sentences(
    point: TurningPoint, problem: DecisionProblem, language: Language
) -> tuple[str, ...]:
    """Return whether a measure is in, and at what cost, budget or weight that would turn."""
    side = "in" if point.inside else "out"
    measure = alternative_label(problem, point.measure, language)
    sentences = [words(language, f"packages_tradeoffs.turn_{side}", measure=measure)]
    if point.cost_now:
        if point.cost_turns_at is None:
            key = "turn_cost_never" if point.inside else "turn_cost_not"
        else:
            key = f"turn_cost_{side}"
        sentences.append(
            words(
                language,
                f"packages_tradeoffs.{key}",
                euros=euros(point.cost_turns_at or 0, language),
                now=euros(point.cost_now, language),
            )
        )
    nearest = min(point.budgets, key=lambda turn: abs(turn.euros), default=None)
    if nearest is not None:
        sentences.append(
            words(
                language,
                f"packages_tradeoffs.turn_{'more' if nearest.euros > 0 else 'less'}_{side}",
                euros=euros(abs(nearest.euros), language),
                payer=organisation_in_words(problem, nearest.payer, language),
            )
        )
    if point.weight is not None:
        sentences.append(
            words(
                language,
                f"packages_tradeoffs.turn_weight_{side}",
                criterion=label_of(problem.criteria, point.weight.criterion, language),
                turn=percent(point.weight.turns_at, language, 1),
                now=percent(point.weight.now, language, 1),
            )
        )
    return tuple(sentences)


def _swap(others: Alternatives, place: int, problem: DecisionProblem, language: Language) -> str:
    swap = others.swap(place)
    key = "swap" if swap.out and swap.into else ("out" if swap.out else "into")
    what = words(
        language,
        f"packages_tradeoffs.others_{key}",
        number=place + 1,
        out=alternatives_in_words(swap.out, problem, language),
        into=alternatives_in_words(swap.into, problem, language),
    )
    equal = "_equal" if -swap.value <= NOTHING else ""
    more = "more" if swap.euros >= 0 else "less"
    effect = words(
        language,
        f"packages_tradeoffs.others_effect{equal}",
        value=points_in_words(swap.value, language),
        euros=euros(abs(swap.euros), language),
        more=words(language, f"packages_tradeoffs.others_{more}"),
    )
    return " ".join((what, effect, *_per_task(swap, others.tasks, problem, language)))


def _per_task(
    swap: Swap, tasks: tuple[str, ...], problem: DecisionProblem, language: Language
) -> list[str]:
    """Return which tasks gain and which lose, with the points, the largest change first."""
    sentences = []
    for key, sign in (("up", 1), ("down", -1)):
        moved = sorted(
            (-sign * change, place)
            for place, change in enumerate(swap.changes)
            if sign * change >= SMALLEST_SHOWN
        )
        names = [
            words(
                language,
                "packages_tradeoffs.more_loss",
                task=label_of(problem.tasks, tasks[place], language),
                points=points_in_words(change, language),
            )
            for change, place in moved
        ]
        if names:
            shown = list_in_words(names, language)
            sentences.append(words(language, f"packages_tradeoffs.others_{key}", tasks=shown))
    return sentences
