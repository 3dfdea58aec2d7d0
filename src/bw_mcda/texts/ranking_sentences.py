"""This file holds the words for which alternative comes first and how sure that is."""

from __future__ import annotations

from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.label import Language
from bw_mcda.results.rank_acceptability import RankAcceptability
from bw_mcda.results.ranking import Ranking
from bw_mcda.texts.naming import alternative_label, alternatives_in_words, list_in_words
from bw_mcda.texts.number_format import number, percent
from bw_mcda.texts.words import words

ADDITIVE = "additive"
"""The method whose scores are points from 0 to 100."""
TOLD_PLACES = 3
OFTEN = 0.5
SURE = 1.0


def ranking_sentence(ranking: Ranking, problem: DecisionProblem, language: Language) -> str:
    """Return who comes first and who comes next, with ties named as ties.

    Points are told only for the additive method: other scores have no scale one can read.
    """
    groups = _places(ranking)
    first, *others = groups
    told = [*first]
    scored = ranking.method == ADDITIVE
    key = "first_many" if len(first) > 1 else "first_one"
    sentences = [
        words(
            language,
            f"sentences.{key}" if scored else f"sentences.{key}_plain",
            names=alternatives_in_words(first, problem, language),
            score=_score(ranking, first[0], language),
        )
    ]
    then = []
    for group in others:
        if len(told) >= TOLD_PLACES:
            break
        told += group
        then.append(_next_group(ranking, group, problem, language))
    if then:
        many = len(told) - len(first) > 1
        sentences.append(
            words(
                language,
                "sentences.then_many" if many else "sentences.then_one",
                names=list_in_words(then, language),
            )
        )
    return " ".join(sentences)


def robustness_sentences(
    acceptability: RankAcceptability,
    problem: DecisionProblem,
    top_places: int,
    language: Language,
) -> tuple[str, ...]:
    """Return how firm the top is: who comes first most often, who is in the top, who is level.

    Told are the ``top_places`` alternatives that are most often in the top, and every other one
    that is there in at least half of the cases; of the top also the pairs that no one can tell
    apart.
    """
    shares = {
        name: acceptability.share_in_top(name, top_places) for name in acceptability.alternatives
    }
    by_share = sorted(shares, key=lambda name: -shares[name])
    told = [
        name
        for place, name in enumerate(by_share)
        if (place < top_places and shares[name] > 0) or shares[name] >= OFTEN
    ]
    sentences = [_most_often_first(acceptability, problem, language)]
    sentences += [
        in_top_sentence(acceptability, problem, name, top_places, language) for name in told
    ]
    pairs = [
        pair for pair in acceptability.indistinguishable() if set(pair) <= set(told[:top_places])
    ]
    sentences += [
        indistinguishable_sentence(acceptability, problem, pair, language) for pair in pairs
    ]
    return tuple(sentences)


def in_top_sentence(
    acceptability: RankAcceptability,
    problem: DecisionProblem,
    alternative: str,
    top_places: int,
    language: Language,
) -> str:
    """Return in which share of the cases ``alternative`` is in the top."""
    share = acceptability.share_in_top(alternative, top_places)
    key = "in_top"
    if share <= 0:
        key = "in_top_never"
    elif _is_all(share):
        key = "in_top_always"
    return words(
        language,
        f"sentences.{key}",
        name=alternative_label(problem, alternative, language),
        share=percent(share, language),
        places=top_places,
    )


def indistinguishable_sentence(
    acceptability: RankAcceptability,
    problem: DecisionProblem,
    pair: tuple[str, str],
    language: Language,
) -> str:
    """Return that a pair cannot be told apart, the one that scores higher more often first."""
    row, column = (acceptability.alternatives.index(name) for name in pair)
    above = float(acceptability.pairwise[row, column])
    below = float(acceptability.pairwise[column, row])
    first, second = pair
    if below > above:
        first, second, above, below = second, first, below, above
    return words(
        language,
        "sentences.indistinguishable" if above > 0 else "sentences.indistinguishable_equal",
        first=alternative_label(problem, first, language),
        second=alternative_label(problem, second, language),
        above=percent(above, language),
        below=percent(below, language),
    )


def _most_often_first(
    acceptability: RankAcceptability, problem: DecisionProblem, language: Language
) -> str:
    first = acceptability.acceptability[:, 0]
    most = float(first.max())
    names = [
        name for name, share in zip(acceptability.alternatives, first, strict=True) if share == most
    ]
    if len(names) > 1:
        return words(
            language,
            "sentences.most_often_first_tied",
            names=alternatives_in_words(names, problem, language),
            share=percent(most, language),
        )
    return words(
        language,
        "sentences.always_first" if _is_all(most) else "sentences.most_often_first",
        name=alternative_label(problem, names[0], language),
        share=percent(most, language),
    )


def _is_all(share: float) -> bool:
    """Whether a sum of shares is all of them, but for the rounding of the sum."""
    return share >= SURE - 1e-9


def _places(ranking: Ranking) -> list[list[str]]:
    """Return the alternatives per place, best place first."""
    groups: list[list[str]] = []
    for name in ranking.in_order:
        if groups and ranking.place_of(groups[-1][0]) == ranking.place_of(name):
            groups[-1].append(name)
        else:
            groups.append([name])
    return groups


def _next_group(
    ranking: Ranking, group: list[str], problem: DecisionProblem, language: Language
) -> str:
    """Return the alternatives of one place, with their score where it is in points."""
    names = alternatives_in_words(group, problem, language)
    score = _score(ranking, group[0], language)
    tied = len(group) > 1
    if ranking.method == ADDITIVE:
        key = "tied_with_score" if tied else "with_score"
    elif tied:
        key = "tied"
    else:
        return names
    return words(language, f"sentences.{key}", names=names, score=score)


def _score(ranking: Ranking, alternative: str, language: Language) -> str:
    return number(round(ranking.score_of(alternative)), language, 0)
