from __future__ import annotations

import numpy as np
import pytest

from bw_mcda.results.rank_acceptability import RankAcceptability
from bw_mcda.results.smaa import MetaWeights, Smaa
from bw_mcda.texts.smaa_sentences import precision_sentences, smaa_sentences

NB = "\u00a0"


def smaa_of(problem, shares, central, confidence, holistic=(0.1, 0.8, 0.5, 0.4, 0.2)):
    return Smaa(
        acceptability=RankAcceptability(
            alternatives=problem.alternative_ids,
            criteria=problem.criterion_ids,
            acceptability=np.array(shares, float),
            central_weights=np.array(central, float),
            central_error=np.zeros((5, 4)),
            pairwise=np.zeros((5, 5)),
            mean_scores=np.zeros(5),
            draws=1000,
            seed=1,
            weights="any",
        ),
        meta_weights_from=MetaWeights.LINEAR,
        meta_weights=np.array([1, 0.75, 0.5, 0.25, 0]),
        holistic=np.array(holistic),
        holistic_error=np.zeros(5),
        confidence=np.array(confidence),
        confidence_error=np.zeros(5),
    )


@pytest.fixture
def found(problem):
    never = [np.nan] * 4
    return smaa_of(
        problem,
        np.vstack([[0, 0.83, 0.17, 0, 0], np.zeros((4, 5))]).T,
        [never, [0.4, 0.3, 0.2, 0.1], [0.1, 0.1, 0.7, 0.1], never, never],
        [np.nan, 0.9, 0.4, np.nan, np.nan],
    )


def test_for_whom_each_comes_first_is_told_with_how_sure_that_is(found, problem):
    assert smaa_sentences(found, problem, "nl") == (
        "Over alle plaatsen samen gerekend staat Wijkaanpak er het best voor.",
        f"Wijkaanpak komt bovenaan als vooral “Eenzaamheid” (40{NB}%) en “Woningen voor ouderen” (30{NB}%) zwaar telt.",
        f"Wie er zo over denkt, ziet Wijkaanpak in 90{NB}% van de gevallen ook echt bovenaan: de rest is onzekerheid over de effecten.",
        f"Leegstand ombouwen komt bovenaan als vooral “Zoet water” (70{NB}%) zwaar telt.",
        f"Wie er zo over denkt, ziet Leegstand ombouwen maar in 40{NB}% van de gevallen ook echt bovenaan. Er is dan nog te weinig bekend over de effecten om daarop te kiezen.",
        "Niets extra's doen, Zoetwaterbuffer en Nieuw bos komen in geen van de 1.000 trekkingen bovenaan.",
    )
    assert len(smaa_sentences(found, problem, "en")) == 6


def test_who_is_always_first_and_who_ties_are_said(problem):
    shares = np.zeros((5, 5))
    shares[1, 0] = 1
    never = [np.nan] * 4
    always = smaa_of(
        problem,
        shares,
        [never, [0.25] * 4, never, never, never],
        [np.nan, 1, np.nan, np.nan, np.nan],
        holistic=(0, 1, 1, 0, 0),
    )
    assert smaa_sentences(always, problem, "nl")[:3] == (
        "Over alle plaatsen samen gerekend staan Wijkaanpak en Leegstand ombouwen er even goed voor.",
        "Wijkaanpak komt bovenaan, hoe zwaar de criteria ook tellen.",
        "Wie er zo over denkt, ziet Wijkaanpak altijd bovenaan, hoe de onzekere effecten ook uitvallen.",
    )


def test_a_share_is_told_with_its_range_and_the_draws_that_would_do(found, problem):
    shares = found.acceptability
    assert precision_sentences(shares, problem, "neighbours", 1, "nl") == (
        f"Dat Wijkaanpak in 83{NB}% van de gevallen bovenaan staat, is een schatting: het ligt tussen 81{NB}% en 85{NB}%.",
        "Daarvoor zijn 1.000 trekkingen gedaan. Voor een marge van 1 procentpunt zijn er ongeveer 5.400 nodig.",
    )
    assert precision_sentences(shares, problem, "buffer", 3, "nl") == (
        f"Dat Zoetwaterbuffer in 0{NB}% van de gevallen in de top 3 staat, is een schatting: het ligt tussen 0{NB}% en 0,4{NB}%.",
        "Daarvoor zijn 1.000 trekkingen gedaan. Meer is niet nodig: de marge is hooguit 1 procentpunt.",
    )
    assert "between 81" in precision_sentences(shares, problem, "neighbours", 1, "en")[0]
