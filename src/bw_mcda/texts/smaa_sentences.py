"""This file holds sentences about SMAA-2: for whom each alternative is first, how sure that is."""

from __future__ import annotations

import numpy as np

from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.label import Language
from bw_mcda.results.rank_acceptability import RankAcceptability
from bw_mcda.results.share_precision import draws_needed
from bw_mcda.results.smaa import Smaa
from bw_mcda.texts.naming import alternative_label, alternatives_in_words, label_of, list_in_words
from bw_mcda.texts.number_format import number, percent
from bw_mcda.texts.words import words

TOLD = 3
"""At most so many alternatives, and criteria of each, are told: those that matter most."""
LOW = 0.5
"""Below this confidence too little is known to choose (Lahdelma & Salminen 2001)."""
ALL = 1 - 1e-9
MARGIN = 0.01
"""A share that is known to one hundredth is known well enough for a choice."""


def smaa_sentences(found: Smaa, problem: DecisionProblem, language: Language) -> tuple[str, ...]:
    """Return who does best over all places, for whom each comes first, and who never does."""
    shares = found.acceptability
    first = shares.acceptability[:, 0]
    often = [shares.alternatives[a] for a in np.argsort(-first, kind="stable")[:TOLD] if first[a]]
    never = [name for name, share in zip(shares.alternatives, first, strict=True) if share == 0]
    sentences = [_best_overall(found, problem, language)]
    for name in often:
        sentences.append(_first_for(shares, name, problem, language))
        sentences.append(_confidence(found, name, problem, language))
    if never:
        sentences.append(
            words(
                language,
                "robustness.never_first_one" if len(never) == 1 else "robustness.never_first_many",
                names=alternatives_in_words(never, problem, language),
                draws=number(shares.draws, language, 0),
            )
        )
    return tuple(sentences)


def precision_sentences(
    shares: RankAcceptability,
    problem: DecisionProblem,
    alternative: str,
    places: int,
    language: Language,
) -> tuple[str, ...]:
    """Return between what bounds a share in the top lies, and how many draws would be enough."""
    share = min(1.0, shares.share_in_top(alternative, places))
    low, high = shares.range_in_top(alternative, places)
    needed = draws_needed(share, MARGIN)
    return (
        words(
            language,
            "robustness.precision_first" if places == 1 else "robustness.precision",
            name=alternative_label(problem, alternative, language),
            share=_known(share, language),
            places=places,
            low=_known(low, language),
            high=_known(high, language),
        ),
        words(
            language,
            "robustness.precision_enough"
            if needed <= shares.draws
            else "robustness.precision_more",
            draws=number(shares.draws, language, 0),
            margin=number(100 * MARGIN, language),
            needed=number(float(f"{needed:.2g}"), language, 0),
        ),
    )


def _best_overall(found: Smaa, problem: DecisionProblem, language: Language) -> str:
    best = found.holistic.max()
    names = [
        name
        for name, index in zip(found.acceptability.alternatives, found.holistic, strict=True)
        if index >= best - 1e-12
    ]
    if len(names) > 1:
        listed = alternatives_in_words(names, problem, language)
        return words(language, "robustness.best_overall_tied", names=listed)
    name = alternative_label(problem, names[0], language)
    return words(language, "robustness.best_overall", name=name)


def _first_for(
    shares: RankAcceptability, name: str, problem: DecisionProblem, language: Language
) -> str:
    """Return the criteria whose mean weight is higher where ``name`` is first than over all."""
    a = shares.alternatives.index(name)
    label = alternative_label(problem, name, language)
    if shares.acceptability[a, 0] >= ALL:
        return words(language, "robustness.first_for_all", name=label)
    central = shares.central_weights[a]
    heavy = [c for c in np.argsort(-central, kind="stable")[:TOLD] if central[c] > 1 / len(central)]
    told = heavy or [int(np.argmax(central))]
    listed = [
        words(
            language,
            "robustness.weighs",
            criterion=label_of(problem.criteria, shares.criteria[c], language),
            share=percent(float(central[c]), language),
        )
        for c in told
    ]
    return words(
        language, "robustness.first_for", name=label, criteria=list_in_words(listed, language)
    )


def _confidence(found: Smaa, name: str, problem: DecisionProblem, language: Language) -> str:
    share = float(found.confidence[found.acceptability.alternatives.index(name)])
    key = "confidence_all" if share >= ALL else "confidence" if share >= LOW else "confidence_low"
    return words(
        language,
        f"robustness.{key}",
        name=alternative_label(problem, name, language),
        share=percent(share, language),
    )


def _known(share: float, language: Language) -> str:
    """Write a share with one decimal where it is nearly all or nothing."""
    return percent(share, language, 1 if 0 < share < 0.02 or 0.98 < share < 1 else 0)
