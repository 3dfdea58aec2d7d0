from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from bw_mcda.problem.label import Label
from bw_mcda.problem.population_group import Members, PopulationGroup
from bw_mcda.results.distribution import Distribution, DistributionView
from bw_mcda.results.population_gains import PartKind, PopulationGains
from bw_mcda.results.population_ranking import PopulationRanking
from bw_mcda.results.ranking import Ranking
from bw_mcda.texts.distribution_sentences import (
    fairness_sentences,
    gain_sentences,
    moved_sentence,
    population_sentences,
    spread_sentence,
)

NAMES = ("nothing", "neighbours", "conversion", "buffer", "forest")
AREAS = ("terneuzen", "hulst")


def ranking(places):
    return Ranking(
        method="view", alternatives=NAMES, criteria=(), scores=[0.0] * 5, places=places, ties=()
    )


def spread(scores=((10, 40, 30, 20, 25), (10, 20, 30, 20, 35)), **places):
    return Distribution(
        alternatives=NAMES,
        areas=AREAS,
        inhabitants=(55_000, 27_500),
        aversion=1.0,
        scores=np.array(scores, dtype=float),
        mean=np.zeros(5),
        equal_equivalent=np.zeros(5),
        atkinson=np.zeros(5),
        gini=np.zeros(5),
        worst_off=(AREAS, ("hulst",), AREAS, AREAS, ("terneuzen",)),
        rankings=tuple(
            (view, ranking(places.get(view.value, (5, 1, 2, 3, 4)))) for view in DistributionView
        ),
    )


def gains(rows, kind=PartKind.AREAS):
    """Give gains per part on ``lonely`` and ``homes`` for the neighbourhood work alone."""
    table = np.zeros((2, 5, 2))
    table[:, 1] = rows
    return PopulationGains(
        kind=kind,
        alternatives=NAMES,
        parts=AREAS if kind is PartKind.AREAS else ("elderly", "young"),
        criteria=("lonely", "homes"),
        null_alternative="nothing",
        people=(55_000, 27_500),
        gains=table,
        for_all=np.zeros(5),
    )


@pytest.fixture
def grouped(problem):
    """Return the small decision with two groups of inhabitants."""
    return replace(
        problem,
        population_groups=tuple(
            PopulationGroup(
                id=id_,
                label=Label(nl=dutch, en=english),
                members=(Members(area="terneuzen", people=10),),
                source="fictief",
            )
            for id_, dutch, english in (
                ("elderly", "65-plussers", "people over 65"),
                ("young", "jongeren", "young people"),
            )
        ),
    )


def test_a_first_place_that_no_view_changes_is_told_in_two_sentences(problem):
    assert fairness_sentences(spread(), problem, "nl") == (
        "Gerekend over alle inwoners staat Wijkaanpak bovenaan.",
        "Dat blijft zo, hoe zwaar verschillen tussen gebieden ook tellen.",
    )


def test_each_view_that_puts_another_first_is_told(problem):
    found = spread(worst_off=(5, 2, 1, 3, 4), areas=(5, 1, 1, 3, 4), gini=(5, 2, 1, 3, 4))
    assert fairness_sentences(found, problem, "nl") == (
        "Gerekend over alle inwoners staat Wijkaanpak bovenaan.",
        "Telt elk gebied even zwaar, dan staan Wijkaanpak en Leegstand ombouwen samen bovenaan.",
        "Telt alleen het gebied dat er het slechtst voor staat, dan staat Leegstand ombouwen bovenaan.",
        "Gaan er punten af voor verschillen tussen gebieden, dan staat Leegstand ombouwen bovenaan.",
    )
    atkinson = fairness_sentences(spread(atkinson=(5, 3, 2, 1, 4)), problem, "en")
    assert atkinson[1:] == (
        "If a step counts for more in an area that is worse off, Fresh water buffer comes first.",
    )


def test_who_moves_under_a_view_is_told_the_longest_way_first(problem):
    found = spread(worst_off=(1, 5, 4, 2, 3))
    assert moved_sentence(found, DistributionView.WORST_OFF, problem, "nl") == (
        "Slechtste gebied telt. Omhoog: Niets extra's doen (van plaats 5 naar 1), Zoetwaterbuffer (van plaats 3 naar 2) en Nieuw bos (van plaats 4 naar 3). Omlaag: Wijkaanpak (van plaats 1 naar 5) en Leegstand ombouwen (van plaats 2 naar 4)."
    )
    assert moved_sentence(found, DistributionView.GINI, problem, "nl") == (
        "Aftrek voor verschil: geen maatregel wisselt van plaats."
    )


def test_more_movers_than_can_be_named_are_counted(problem):
    found = spread(areas=(4, 5, 1, 2, 3))
    assert "en nog 1 andere." in moved_sentence(found, DistributionView.AREAS, problem, "nl")
    assert "and 1 other." in moved_sentence(found, DistributionView.AREAS, problem, "en")


def test_where_an_alternative_leaves_people_worst_off_is_told(problem):
    assert spread_sentence(spread(), "neighbours", problem, "nl") == (
        "Met Wijkaanpak staat Hulst het laagst, met 20 van de 100 punten. Het hoogst staat Terneuzen, met 40."
    )
    assert spread_sentence(spread(), "conversion", problem, "nl") == (
        "Met Leegstand ombouwen staan alle gebieden gelijk, met 30 van de 100 punten."
    )


@pytest.mark.parametrize(
    ("rows", "sentences"),
    [
        ([[0, 0], [0, 0]], ["Wijkaanpak verandert niets, in geen enkel gebied."]),
        (
            [[4, 1], [2, 0]],
            [
                "Met Wijkaanpak gaat het overal vooruit: in Terneuzen en Hulst (samen 82.500 inwoners)."
            ],
        ),
        (
            [[4, 0], [0, 0]],
            [
                "Met Wijkaanpak gaat het vooruit in Terneuzen (55.000 inwoners).",
                "In Hulst (27.500 inwoners) verandert er vrijwel niets.",
            ],
        ),
        (
            [[4, 0], [0.3, -1.5]],
            [
                "Met Wijkaanpak gaat het vooruit in Terneuzen (55.000 inwoners).",
                "In Hulst (27.500 inwoners) gaat het achteruit, met 1,2 punt. Dat komt het meest door “Woningen voor ouderen”.",
            ],
        ),
        (
            [[4, -1], [2, -1]],
            [
                "Met Wijkaanpak gaat het overal vooruit: in Terneuzen en Hulst (samen 82.500 inwoners).",
                "Daar gaat het achteruit op “Woningen voor ouderen”, maar alles bij elkaar vooruit.",
            ],
        ),
        (
            [[-2, -1], [1, -1]],
            [
                "Met Wijkaanpak gaat het nergens vooruit.",
                "In Terneuzen (55.000 inwoners) gaat het achteruit, met 3 punten. Dat komt het meest door “Eenzaamheid” en “Woningen voor ouderen”.",
                "In Hulst (27.500 inwoners) gaat het achteruit op “Woningen voor ouderen”, maar alles bij elkaar blijft het gelijk.",
            ],
        ),
        (
            [[-0.04, -0.04], [0, 0]],
            [
                "Met Wijkaanpak gaat het nergens vooruit.",
                "In Terneuzen (55.000 inwoners) gaat het achteruit, met minder dan 0,1 punt, door veel kleine verschillen.",
                "In Hulst (27.500 inwoners) verandert er vrijwel niets.",
            ],
        ),
    ],
)
def test_gains_and_losses_are_told_with_the_number_of_people(problem, rows, sentences):
    assert gain_sentences(gains(rows), "neighbours", problem, "nl") == tuple(sentences)
    assert len(gain_sentences(gains(rows), "neighbours", problem, "en")) == len(sentences)


def test_groups_are_counted_one_by_one_because_people_may_be_in_several(grouped):
    better = gain_sentences(gains([[4, 1], [2, 0]], PartKind.GROUPS), "neighbours", grouped, "nl")
    assert better == (
        "Met Wijkaanpak gaat elke groep vooruit. Dat geldt voor 65-plussers (55.000 mensen) en jongeren (27.500 mensen).",
    )
    worse = gain_sentences(gains([[-3, 0], [2, -1]], PartKind.GROUPS), "neighbours", grouped, "nl")
    assert worse == (
        "Met Wijkaanpak gaat het vooruit voor jongeren (27.500 mensen).",
        "Voor 65-plussers (55.000 mensen) gaat het achteruit, met 3 punten. Dat komt het meest door “Eenzaamheid”.",
        "Voor jongeren (27.500 mensen) gaat het achteruit op “Woningen voor ouderen”, maar alles bij elkaar vooruit.",
    )
    nothing = gain_sentences(gains([[0, 0], [0, 0]], PartKind.GROUPS), "neighbours", grouped, "nl")
    assert nothing == ("Wijkaanpak verandert niets, voor geen enkele groep.",)


def test_what_is_best_for_whom_is_told_beside_what_is_best_for_all(grouped):
    usual, other = ranking((5, 1, 2, 3, 4)), ranking((5, 2, 1, 3, 4))
    found = PopulationRanking(
        groups=("elderly", "young"), for_all=usual, rankings=(usual, other), by_worst_off=other
    )
    assert population_sentences(found, grouped, "nl") == (
        "Voor alle inwoners samen staat Wijkaanpak bovenaan.",
        "Dat geldt ook voor 65-plussers.",
        "Voor jongeren staat Leegstand ombouwen bovenaan.",
        "Telt alleen de groep die er het slechtst voor staat, dan staat Leegstand ombouwen bovenaan.",
    )
    assert population_sentences(found, grouped, "en")[1:3] == (
        "That also holds for people over 65.",
        "For young people Convert empty shops comes first.",
    )
