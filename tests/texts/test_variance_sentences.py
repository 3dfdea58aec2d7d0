from __future__ import annotations

from bw_mcda.results.variance_decomposition import (
    GroupShare,
    InputGroup,
    Outcome,
    VarianceDecomposition,
)
from bw_mcda.texts.variance_sentences import variance_sentences

NB = "\u00a0"


def found(outcome, **parts):
    return VarianceDecomposition(
        outcome=outcome,
        leader="conversion",
        groups=tuple(
            GroupShare(
                group=InputGroup(group), first=one, first_error=0.01, total=two, total_error=0.01
            )
            for group, (one, two) in parts.items()
        ),
        variance=0.4 if parts else 0.0,
        draws=1000,
        seed=1,
    )


def test_the_heaviest_source_is_told_with_what_knowing_it_would_do(problem):
    result = found(Outcome.WHO_IS_FIRST, weights=(0.2, 0.3), performances=(0.62, 0.75))
    assert variance_sentences(result, problem, "nl") == (
        f"De onzekerheid over wie bovenaan staat, komt vooral door de onzekere effecten: bij 75{NB}% daarvan spelen die mee.",
        f"Zouden de effecten vaststaan, dan verdwijnt gemiddeld 62{NB}% van die onzekerheid.",
        "Voor de rest gaat het om hoe die samen uitpakken met wat er verder onzeker is.",
    )
    assert len(variance_sentences(result, problem, "en")) == 3


def test_an_estimate_beyond_what_can_be_is_told_as_all_or_nothing(problem):
    result = found(Outcome.LEAD, weights=(1.01, 1.02), methods=(-0.01, 0.0))
    assert variance_sentences(result, problem, "nl") == (
        f"De onzekerheid over de voorsprong van Leegstand ombouwen komt vooral door de gewichten: bij 100{NB}% daarvan spelen die mee.",
        f"Zouden de gewichten vaststaan, dan verdwijnt gemiddeld 100{NB}% van die onzekerheid.",
    )


def test_that_nothing_is_uncertain_is_said(problem):
    assert variance_sentences(found(Outcome.WHO_IS_FIRST), problem, "nl") == (
        "Wie bovenaan staat, is niet onzeker: het is in elke trekking dezelfde maatregel.",
    )
    assert variance_sentences(found(Outcome.LEAD), problem, "nl") == (
        "De voorsprong van Leegstand ombouwen is niet onzeker.",
    )
