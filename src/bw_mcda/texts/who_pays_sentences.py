"""This file holds sentences about who pays for a package and who gains by it."""

from __future__ import annotations

from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.label import Language
from bw_mcda.results.who_pays import WhoPays
from bw_mcda.texts.naming import label_of, list_in_words, organisation_in_words
from bw_mcda.texts.number_format import euros, percent
from bw_mcda.texts.words import words

NOTHING = 0.005
"""A smaller share of the money that is with the wrong payer is told as none."""
WORTH_TELLING = 0.01
"""Payments below this share of all money are left out of the sentence."""


def who_pays_sentences(
    who: WhoPays, problem: DecisionProblem, language: Language
) -> tuple[str, ...]:
    """Return what each partner pays and gains, the mismatch, who is worse off, and payments."""
    if not who.partners:
        return (words(language, "packages_tradeoffs.pays_nobody"),)
    sentences = [
        words(
            language,
            "packages_tradeoffs.pays_partner",
            payer=label_of(problem.organisations, partner.organisation, language),
            paid=percent(partner.share_of_cost, language),
            gained=percent(partner.share_of_benefit, language),
        )
        for partner in who.partners
    ]
    if who.mismatch < NOTHING:
        sentences.append(words(language, "packages_tradeoffs.pays_no_mismatch"))
    else:
        share = percent(who.mismatch, language)
        sentences.append(words(language, "packages_tradeoffs.pays_mismatch", share=share))
    worse = [p.organisation for p in who.partners if p.alone > p.benefit and not p.is_better_off]
    if worse:
        names = [organisation_in_words(problem, name, language) for name in worse]
        many = "_many" if len(names) > 1 else ""
        shown = list_in_words(names, language)
        sentences.append(words(language, f"packages_tradeoffs.pays_worse{many}", names=shown))
    elif all(partner.is_better_off for partner in who.partners):
        sentences.append(words(language, "packages_tradeoffs.pays_all_better"))
    return (*sentences, *_payments(who, problem, language))


def _payments(who: WhoPays, problem: DecisionProblem, language: Language) -> list[str]:
    """Return who pays more and who gets back, when all pay by what they gain."""
    least = WORTH_TELLING * sum(partner.paid for partner in who.partners)
    sentences = []
    for key, sign in (("more", 1), ("back", -1)):
        names = [
            words(
                language,
                "packages_tradeoffs.pays_amount",
                payer=organisation_in_words(problem, partner.organisation, language),
                euros=euros(abs(partner.by_benefit), language),
            )
            for partner in who.partners
            if sign * partner.by_benefit >= max(least, 1)
        ]
        if names:
            shown = list_in_words(names, language)
            sentences.append(words(language, f"packages_tradeoffs.pays_{key}", names=shown))
    return sentences
