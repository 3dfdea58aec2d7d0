from __future__ import annotations

from dataclasses import replace

import pytest

from bw_mcda.engine.insight.disagreement import disagreement, package_disagreement
from bw_mcda.engine.scoring.value_table import value_table
from bw_mcda.problem.weights import Weights
from bw_mcda.results.disagreement import PackageAtEnd
from bw_mcda.results.like_minded import LikeMinded, LikeMindedCluster
from bw_mcda.texts.disagreement_sentences import disagreement_sentences, package_dispute_sentences
from bw_mcda.texts.like_minded_sentences import like_minded_sentences

NB = "\u00a0"


def found_with(small, **points):
    weights = {group: Weights.from_points(own) for group, own in points.items()}
    scenario = small.small_scenario().with_weights(weights)
    return disagreement(scenario.problem.stakeholders, value_table(scenario))


def test_what_is_worth_talking_about_is_told_with_the_edge_and_the_stakes(small, problem):
    sentences = disagreement_sentences(found_with(small), problem, "nl")
    assert sentences == (
        "Van de 4 criteria zijn er 2 waarover praten de moeite waard is.",
        f"Over “Zoet water” praten verandert de keuze. De groepen geven er 10{NB}% tot 77{NB}% van het gewicht aan, samen 43{NB}%. Boven 53{NB}% komt Zoetwaterbuffer bovenaan. "
        "Wie dan bij Wijkaanpak blijft, loopt hoogstens 9,6 punten mis.",
        f"Over “Eenzaamheid” praten verandert de keuze. De groepen geven er 8{NB}% tot 50{NB}% van het gewicht aan, samen 29{NB}%. Onder 22{NB}% komt Zoetwaterbuffer bovenaan. "
        "Wie dan bij Wijkaanpak blijft, loopt hoogstens 7,4 punten mis.",
        "Hierover hoeft u niet te praten om te weten wat bovenaan staat: “Woningen voor ouderen” en “Natuur elders”.",
        "Dit geldt per criterium. Verandert het gewicht van meer criteria tegelijk, dan kan de keuze wel anders worden.",
    )
    assert len(disagreement_sentences(found_with(small), problem, "en")) == len(sentences)


def test_groups_that_weigh_alike_are_told_so(small, problem):
    same = {"lonely": 40, "homes": 20, "water": 100, "nature": 10}
    found = found_with(small, residents=same, farmers=same)
    assert disagreement_sentences(found, problem, "nl") == (
        "Alle groepen geven dezelfde gewichten. Er is niets om over te praten.",
    )


def test_where_no_dispute_changes_the_first_that_is_the_finding(small, problem):
    one = {"lonely": 5, "homes": 0, "water": 100, "nature": 0}
    other = {"lonely": 0, "homes": 5, "water": 100, "nature": 0}
    found = found_with(small, residents=one, farmers=other)
    sentences = disagreement_sentences(found, problem, "nl")
    assert sentences[0] == (
        "Geen enkel meningsverschil over één gewicht verandert wie bovenaan staat: dat blijft Zoetwaterbuffer."
    )
    assert sentences[-1].startswith("Dit geldt per criterium.")
    assert len(disagreement_sentences(found, problem, "en")) == len(sentences)


def package(share, loss, comes_in=(), goes_out=()):
    return PackageAtEnd(share=share, loss=loss, comes_in=comes_in, goes_out=goes_out)


def test_a_dispute_that_changes_the_package_is_told_with_what_comes_in_and_goes_out(small, problem):
    found = found_with(small)
    assert package_dispute_sentences(found, problem, "nl") == ()
    same = (package(0.1, 0.0), package(0.7, 0.0))
    other = (package(0.1, 0.0), package(0.7, 2.0, ("buffer",), ()))
    first, *rest = found.criteria
    nowhere = replace(found, criteria=(replace(first, packages=same), *rest))
    assert package_dispute_sentences(nowhere, problem, "nl") == (
        "Het beste pakket blijft hetzelfde, welk gewicht de groepen ook kiezen voor één criterium.",
    )
    somewhere = replace(found, criteria=(replace(first, packages=other), *rest))
    assert package_dispute_sentences(somewhere, problem, "nl") == (
        "Voor het beste pakket maakt het wel uit welk gewicht deze criteria krijgen: “Eenzaamheid”.",
        f"Krijgt “Eenzaamheid” 70{NB}% van het gewicht, dan is een ander pakket beter. Erin: Zoetwaterbuffer. Eruit: niets.",
    )


def clusters(*members, names=(), smallest=10):
    shares = ((0.7, 0.1, 0.1, 0.1), (0.1, 0.1, 0.7, 0.1))
    firsts = ("neighbours", "buffer")
    return LikeMinded(
        criteria=("lonely", "homes", "water", "nature"),
        n_voices=sum(members),
        smallest=smallest,
        clusters=tuple(
            LikeMindedCluster(
                n_members=n,
                members=names[c] if names else (),
                shares=shares[c],
                first=(firsts[c],),
            )
            for c, n in enumerate(members)
        ),
        silhouette=0.6 if len(members) > 1 else None,
        tried=(),
    )


@pytest.mark.parametrize(
    ("found", "sentences"),
    [
        (
            clusters(),
            (
                "Er deden minder dan 10 mensen mee. Te weinig om groepen van gelijkgestemden te laten zien.",
            ),
        ),
        (
            clusters(40),
            (
                "Er zijn geen duidelijke groepen van gelijkgestemden onder de 40 deelnemers.",
                "Een groep van minder dan 10 mensen wordt nooit apart getoond.",
            ),
        ),
        (
            clusters(40, 12),
            (
                "De 52 deelnemers vallen uiteen in 2 groepen van gelijkgestemden.",
                "Groep 1: 40 mensen. Zij wegen “Eenzaamheid” zwaarder dan de anderen en zetten Wijkaanpak bovenaan.",
                "Groep 2: 12 mensen. Zij wegen “Zoet water” zwaarder dan de anderen en zetten Zoetwaterbuffer bovenaan.",
                "Een groep van minder dan 10 mensen wordt nooit apart getoond.",
            ),
        ),
        (
            clusters(1, 1, names=(("residents",), ("farmers",)), smallest=1),
            (
                "De 2 groepen vallen uiteen in 2 kampen.",
                "Inwoners: wegen “Eenzaamheid” zwaarder dan de anderen en zetten Wijkaanpak bovenaan.",
                "Boeren: wegen “Zoet water” zwaarder dan de anderen en zetten Zoetwaterbuffer bovenaan.",
            ),
        ),
    ],
)
def test_people_who_weigh_alike_are_told_without_naming_participants(problem, found, sentences):
    assert like_minded_sentences(found, problem, "nl") == sentences
    assert len(like_minded_sentences(found, problem, "en")) == len(sentences)


def test_the_package_question_and_the_sentences_fit_together(small, problem):
    scenario = small.small_scenario()
    values = value_table(scenario)
    found = package_disagreement(
        disagreement(scenario.problem.stakeholders, values), scenario.problem, values
    )
    assert all(len(own.packages) == 2 for own in found.criteria)
    assert package_dispute_sentences(found, problem, "nl")
