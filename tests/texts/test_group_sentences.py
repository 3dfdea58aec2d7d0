from __future__ import annotations

import pytest

from bw_mcda.engine.insight.group_choice import group_choice
from bw_mcda.engine.insight.kemeny import kemeny_consensus
from bw_mcda.engine.scoring.value_table import value_table
from bw_mcda.problem.weights import Weights
from bw_mcda.results.group_choice import KemenyConsensus
from bw_mcda.texts.group_sentences import group_sentences, nearest_order_sentences

IDS = ("nothing", "neighbours", "conversion", "buffer", "forest")


@pytest.fixture
def choice_of(small):
    def make(**points):
        weights = {group: Weights.from_points(own) for group, own in points.items()}
        scenario = small.small_scenario().with_weights(weights)
        return group_choice(scenario.problem.stakeholders, value_table(scenario))

    return make


def test_groups_that_differ_are_told_with_what_each_wants_and_what_the_compromise_costs(
    choice_of, problem
):
    assert group_sentences(choice_of(), problem, "nl") == (
        "De groepen zetten niet dezelfde maatregel bovenaan.",
        "Inwoners: Wijkaanpak.",
        "Boeren: Zoetwaterbuffer.",
        "De volgordes van de groepen lijken veel op elkaar: 75 van de 100 op de schaal van eensgezindheid.",
        "Wie bovenaan komt, hangt af van de manier waarop u de groepen samenneemt.",
        "Wijkaanpak komt bovenaan bij het gemiddelde van de gewichten, het product van de gewichten en het middelste gewicht.",
        "Wijkaanpak, Leegstand ombouwen en Zoetwaterbuffer komen samen bovenaan bij punten naar plaats, gewonnen tweegevechten en de volgorde die het best bij iedereen past.",
        "Leegstand ombouwen komt bovenaan bij het kleinste verlies voor wie het meest inlevert.",
        "Het kleinste verlies voor wie het meest inlevert geeft Leegstand ombouwen: geen groep komt daarmee meer dan 9,7 punten onder haar eigen eerste keus.",
        "Het meest levert dan in: Boeren.",
    )


def test_groups_that_agree_are_told_that_no_mixture_changes_the_first(choice_of, problem):
    water = {"lonely": 0, "homes": 0, "water": 100, "nature": 0}
    mostly = {"lonely": 1, "homes": 0, "water": 100, "nature": 0}
    assert group_sentences(choice_of(residents=water, farmers=mostly), problem, "nl") == (
        "Alle groepen zetten Zoetwaterbuffer bovenaan. Hoe u hun gewichten ook mengt, Zoetwaterbuffer blijft bovenaan.",
        "De volgordes van de groepen lijken veel op elkaar: 94 van de 100 op de schaal van eensgezindheid.",
    )


@pytest.mark.parametrize(
    ("votes", "sentences"),
    [
        (
            [[5, 1, 2, 3, 4]],
            (
                "Eén volgorde past het best bij de volgordes van alle groepen. Bovenaan staat Wijkaanpak.",
            ),
        ),
        (
            [[5, 1, 2, 3, 4], [5, 2, 1, 3, 4]],
            (
                "2 volgordes passen even goed bij de volgordes van alle groepen. Bovenaan kan staan: Wijkaanpak of Leegstand ombouwen.",
            ),
        ),
    ],
)
def test_orders_that_fit_equally_well_are_counted(problem, votes, sentences):
    nearest = kemeny_consensus(IDS, votes)
    assert nearest_order_sentences(nearest, problem, "nl") == sentences
    assert len(nearest_order_sentences(nearest, problem, "en")) == len(sentences)


def nearest(**told):
    return KemenyConsensus(
        alternatives=IDS,
        disagreements=3,
        orders=(IDS,),
        places=((1, 2), (1, 2), (3, 3), (4, 4), (5, 5)),
        n_orders=None,
        unique=False,
        **told,
    )


def test_orders_that_were_not_counted_are_told_as_more_than_one(problem):
    (sentence,) = nearest_order_sentences(nearest(proven=True), problem, "nl")
    assert sentence == (
        "Meer dan één volgorde past even goed bij de volgordes van alle groepen. Bovenaan kan onder andere staan: Niets extra's doen of Wijkaanpak."
    )


def test_a_search_that_ran_out_of_time_says_so(problem):
    assert nearest_order_sentences(nearest(proven=False), problem, "nl")[1] == (
        "De rekentijd was op. Misschien past een andere volgorde beter."
    )
