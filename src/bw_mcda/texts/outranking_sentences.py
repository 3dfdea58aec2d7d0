"""This file holds the sentences on what comparing two at a time found."""

from __future__ import annotations

from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.label import Language
from bw_mcda.results.class_acceptability import ClassAcceptability
from bw_mcda.results.class_sorting import ActionClass, ClassSorting
from bw_mcda.results.compromise import Compromise
from bw_mcda.results.dominance import Dominance
from bw_mcda.results.outranking_graph import OutrankingGraph
from bw_mcda.results.partial_order import PartialOrder, Relation
from bw_mcda.texts.naming import (
    alternative_label,
    alternatives_in_words,
    label_of,
    list_in_words,
)
from bw_mcda.texts.number_format import percent
from bw_mcda.texts.words import words

MOST_NAMES = 5
"""Names in a circle; a longer one is counted."""
SURE_ENOUGH = 0.8
"""A class found in a smaller share of the draws is called uncertain."""
MOST_PAIRS = 3
"""Pairs told one by one; the rest is counted."""


def partial_order_sentences(
    order: PartialOrder, problem: DecisionProblem, language: Language
) -> tuple[str, ...]:
    """Return who has nobody before it, and how much cannot be compared."""
    unbeaten = order.unbeaten
    names = alternatives_in_words(unbeaten, problem, language)
    others = [other for other in order.alternatives if other != unbeaten[0]]
    if len(unbeaten) > 1:
        first = words(language, "outranking.order_unbeaten_many", names=names)
    elif others and all(
        order.relation(unbeaten[0], other) is Relation.PREFERRED for other in others
    ):
        first = words(language, "outranking.order_one_over_all", name=names)
    else:
        first = words(language, "outranking.order_unbeaten_one", name=names)
    incomparable = order.pairs(Relation.INCOMPARABLE)
    among_first = [pair for pair in incomparable if set(pair) <= set(unbeaten)]
    told = [
        words(
            language,
            "outranking.order_pair",
            one=alternative_label(problem, one, language),
            other=alternative_label(problem, other, language),
        )
        for one, other in among_first[:MOST_PAIRS]
    ]
    n_pairs = len(order.alternatives) * len(others) // 2
    if not incomparable:
        rest = words(language, "outranking.order_comparable")
    elif len(incomparable) == 1:
        rest = words(language, "outranking.order_incomparable_one", pairs=n_pairs)
    else:
        rest = words(
            language, "outranking.order_incomparable", pairs=n_pairs, count=len(incomparable)
        )
    return (first, *told, rest)


def outranking_graph_sentences(
    graph: OutrankingGraph, problem: DecisionProblem, language: Language
) -> tuple[str, ...]:
    """Return among whom to choose, who stands in a circle, and what outranking means."""
    names = alternatives_in_words(graph.kernel, problem, language)
    if len(graph.kernel) == 1:
        first = words(language, "outranking.graph_kernel_one", name=names)
    elif len(graph.kernel) == len(graph.alternatives):
        first = words(language, "outranking.graph_kernel_all")
    else:
        first = words(language, "outranking.graph_kernel_many", names=names)
    circles = [
        words(language, "outranking.graph_circle_long", count=len(circle))
        if len(circle) > MOST_NAMES
        else words(
            language,
            "outranking.graph_circle",
            names=alternatives_in_words(circle, problem, language),
        )
        for circle in graph.circles
    ]
    rule = words(
        language,
        "outranking.graph_rule",
        majority=percent(graph.majority, language),
        loss=percent(graph.largest_loss, language),
    )
    return (first, *circles, rule)


def sorting_sentences(
    sorting: ClassSorting, problem: DecisionProblem, language: Language
) -> tuple[str, ...]:
    """Return what to do, to discuss and not to do, what falls between, and what holds back."""
    sentences = [_class(found, sorting, problem, language) for found in reversed(ActionClass)]
    for alternative, low, high in zip(
        sorting.alternatives, sorting.cautious, sorting.generous, strict=True
    ):
        name = alternative_label(problem, alternative, language)
        if low is not high:
            sentences.append(
                words(
                    language,
                    "outranking.sorting_between",
                    name=name,
                    cautious=class_name(low, language).lower(),
                    generous=class_name(high, language).lower(),
                )
            )
        if vetoes := sorting.vetoed_by(alternative):
            labels = [f"“{label_of(problem.criteria, c, language)}”" for c in vetoes]
            sentences.append(
                words(
                    language,
                    "outranking.sorting_veto_one",
                    name=name,
                    cautious=class_name(low, language).lower(),
                    criteria=list_in_words(labels, language),
                )
            )
    if sorting.declared_bounds:
        sentences.append(words(language, "outranking.sorting_declared"))
    return tuple(sentences)


def class_acceptability_sentences(
    acceptability: ClassAcceptability, problem: DecisionProblem, language: Language
) -> tuple[str, ...]:
    """Return in which class each alternative falls most often, and how sure that is."""
    sentences = []
    for alternative in acceptability.alternatives:
        found, share = acceptability.most_often(alternative)
        key = "always" if share == 1 else "often" if share >= SURE_ENOUGH else "unsure"
        sentences.append(
            words(
                language,
                f"outranking.acceptability_{key}",
                name=alternative_label(problem, alternative, language),
                found=class_name(found, language).lower(),
                share=percent(share, language),
            )
        )
    return tuple(sentences)


def class_name(found: ActionClass, language: Language) -> str:
    """Return the name of a class: ``Doen``, ``Bespreken`` or ``Niet doen``."""
    return words(language, f"outranking.class_{found.name.lower()}")


def dominance_sentences(
    dominance: Dominance, problem: DecisionProblem, language: Language
) -> tuple[str, ...]:
    """Return who is on no point better than another, and how sure that is."""
    pairs = dominance.pairs
    if not pairs:
        return (words(language, "outranking.dominance_none"),)
    sentences = [
        sentence
        for pair in pairs[:MOST_PAIRS]
        for sentence in _dominated(pair, dominance, problem, language)
    ]
    rest = len(pairs) - MOST_PAIRS
    if rest == 1:
        sentences.append(words(language, "outranking.dominance_rest_one"))
    elif rest > 1:
        sentences.append(words(language, "outranking.dominance_rest_many", count=rest))
    return tuple(sentences)


def compromise_sentence(
    compromise: Compromise, problem: DecisionProblem, language: Language
) -> str:
    """Return the compromise, and why it is not one alternative when it is not."""
    names = alternatives_in_words(compromise.proposed, problem, language)
    if len(compromise.proposed) == 1:
        return words(language, "outranking.compromise_one", name=names)
    key = "compromise_unstable" if compromise.advantage else "compromise_level"
    return words(language, f"outranking.{key}", names=names)


def _class(
    found: ActionClass, sorting: ClassSorting, problem: DecisionProblem, language: Language
) -> str:
    members = [
        alternative
        for alternative, own in zip(sorting.alternatives, sorting.cautious, strict=True)
        if own is found
    ]
    name = class_name(found, language)
    if not members:
        return words(language, "outranking.sorting_class_empty", name=name)
    if len(members) == len(sorting.alternatives):
        return words(language, "outranking.sorting_class_all", name=name)
    return words(
        language,
        "outranking.sorting_class",
        name=name,
        names=alternatives_in_words(members, problem, language),
    )


def _dominated(
    pair: tuple[str, str], dominance: Dominance, problem: DecisionProblem, language: Language
) -> tuple[str, str]:
    name, other = (alternative_label(problem, id_, language) for id_ in pair)
    a, b = (dominance.alternatives.index(id_) for id_ in pair)
    share = float(dominance.share[a, b])
    sure = dominance.always[a, b] and share == 1
    return (
        words(language, "outranking.dominance_pair", name=name, other=other),
        words(language, "outranking.dominance_always")
        if sure
        else words(language, "outranking.dominance_share", share=percent(share, language)),
    )
