"""This file holds sentences about how the criteria hang together."""

from __future__ import annotations

from collections.abc import Iterable

from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.label import Language
from bw_mcda.results.coherence import Coherence, CountedTogether, Incoherence, RepairOutcome
from bw_mcda.results.ranking import Ranking
from bw_mcda.results.repair import RepairKind
from bw_mcda.texts.finding_words import finding_in_words
from bw_mcda.texts.naming import alternatives_in_words, label_of, list_in_words
from bw_mcda.texts.number_format import number, percent
from bw_mcda.texts.words import words


def coherence_sentences(
    found: Coherence, problem: DecisionProblem, language: Language
) -> tuple[str, ...]:
    """Return how many cautions there are, how many things are counted, and what counts double."""
    sentences = [_count(found, language)]
    accepted = len(found.incoherences) - len(found.open)
    if accepted:
        shown = number(accepted, language)
        sentences.append(words(language, "coherence.count_accepted", accepted=shown))
    sentences += _effective(found, language)
    sentences += [cluster_sentence(own, problem, language) for own in found.clusters]
    if found.splitting.index is not None:
        index = percent(found.splitting.index, language)
        sentences.append(words(language, "coherence.splitting", index=index))
    return tuple(sentences)


def incoherence_sentences(
    own: Incoherence, found: Coherence, problem: DecisionProblem, language: Language
) -> tuple[str, ...]:
    """Return the finding, then a sentence per repair with what it does to the ranking.

    Where it was accepted the reason stands with the finding, and only then no repair is proposed.
    """
    told = finding_in_words(own.finding, problem, language)
    if own.is_accepted:
        return (told,)
    return (
        told,
        *(repair_sentence(outcome, found.ranking, problem, language) for outcome in own.repairs),
        words(language, "coherence.repair_accept"),
    )


def repair_sentence(
    outcome: RepairOutcome, before: Ranking, problem: DecisionProblem, language: Language
) -> str:
    """Return what a repair does to the weights, and then to the ranking."""
    criteria = [
        label_of(problem.criteria, criterion, language) for criterion in outcome.repair.criteria
    ]
    effect = _outcome(outcome, before, problem, language)
    if outcome.repair.kind is RepairKind.MERGE:
        gone = f"” {words(language, 'sentences.and')} “".join(criteria[1:])
        return words(
            language, "coherence.repair_merge", kept=criteria[0], gone=gone, outcome=effect
        )
    return words(
        language,
        f"coherence.repair_{outcome.repair.kind.value}",
        criteria=_quoted(criteria, language),
        outcome=effect,
    )


def cluster_sentence(own: CountedTogether, problem: DecisionProblem, language: Language) -> str:
    """Return what criteria that hang together weigh, and what was meant if they are one thing."""
    names = [label_of(problem.criteria, criterion, language) for criterion in own.criteria]
    return words(
        language,
        "coherence.cluster",
        criteria=_quoted(names, language),
        counted=percent(own.counted, language),
        intended=percent(own.intended, language),
    )


def _count(found: Coherence, language: Language) -> str:
    count = len(found.incoherences)
    if not count:
        return words(language, "coherence.nothing")
    key = "count_one" if count == 1 else "count_many"
    return words(language, f"coherence.{key}", count=number(count, language))


def _effective(found: Coherence, language: Language) -> tuple[str, ...]:
    if found.effective == 0:
        return (words(language, "coherence.effective_none"),)
    return (
        words(
            language,
            "coherence.effective",
            n=number(found.n_weighted, language),
            effective=number(round(found.effective, 1), language),
        ),
        words(
            language,
            "coherence.effective_weights",
            by_weight=number(round(found.by_weight, 1), language),
        ),
    )


def _outcome(
    outcome: RepairOutcome, before: Ranking, problem: DecisionProblem, language: Language
) -> str:
    first = alternatives_in_words(outcome.ranking.first, problem, language)
    if outcome.n_moves == 0:
        return words(language, "coherence.same")
    if outcome.ranking.first == before.first:
        return words(
            language,
            "coherence.same_first",
            first=first,
            moves=number(outcome.n_moves, language),
            all=number(len(before.alternatives), language),
        )
    key = "other_first" if len(outcome.ranking.first) == 1 else "other_first_many"
    old = alternatives_in_words(before.first, problem, language)
    return words(language, f"coherence.{key}", first=first, before=old)


def _quoted(names: Iterable[str], language: Language) -> str:
    return list_in_words([f"“{name}”" for name in names], language)
