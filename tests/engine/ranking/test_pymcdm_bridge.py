"""This file holds what must be true of the door to pymcdm."""

import inspect

import numpy as np
import pytest
from pymcdm import methods
from pymcdm.methods.mcda_method import MCDA_method

from bw_mcda.engine.ranking import pymcdm_bridge
from bw_mcda.engine.ranking.catalogue import METHODS, scores_by
from bw_mcda.engine.ranking.copras import copras
from bw_mcda.engine.ranking.not_offered import NOT_OFFERED
from bw_mcda.engine.ranking.not_offered import OUR_OWN as INSTEAD
from bw_mcda.engine.ranking.pymcdm_bridge import pymcdm_scores
from bw_mcda.problem.thresholds import Thresholds

N_CRITERIA = 4
UNIT_BOUNDS = np.array([[0.0, 1.0]] * N_CRITERIA)


def identity(column, cost=False):  # noqa: FBT002
    return column


AS_PYMCDM_HAS_IT = {
    "topsis": lambda: methods.TOPSIS(identity),
    "spotis": lambda: methods.SPOTIS(UNIT_BOUNDS),
    "rim": lambda: methods.RIM(UNIT_BOUNDS),
    "waspas": lambda: methods.WASPAS(identity),
    "wpm": lambda: methods.WPM(identity),
    "marcos": lambda: methods.MARCOS(identity),
    "aras": lambda: methods.ARAS(identity),
    "mabac": lambda: methods.MABAC(identity),
    "mairca": lambda: methods.MAIRCA(identity),
    "ocra": lambda: methods.OCRA(identity),
    "rafsi": lambda: methods.RAFSI(np.ones(N_CRITERIA), np.zeros(N_CRITERIA)),
    "ram": lambda: methods.RAM(identity),
    "edas": methods.EDAS,
    "lmaw": methods.LMAW,
    "aroman": methods.AROMAN,
}
OUR_OWN = {
    "additive",
    "vikor",
    "copras",
    "promethee_ii",
    "codas",
    "cocoso",
    "ervd",
    "lopm",
    "probid",
    "sprobid",
}


def some_table(seed=4):
    rng = np.random.default_rng(seed)
    shares = rng.dirichlet(np.ones(N_CRITERIA))
    return rng.uniform(0.05, 0.95, (6, N_CRITERIA)).round(6), shares


def test_every_method_is_compared_with_pymcdm_or_is_our_own():
    assert set(METHODS) == {*AS_PYMCDM_HAS_IT, *OUR_OWN, "moora"}


@pytest.mark.parametrize("method", AS_PYMCDM_HAS_IT)
@pytest.mark.parametrize("seed", range(3))
def test_scores_equal_those_of_pymcdm_on_the_same_input(method, seed):
    values, shares = some_table(seed)

    theirs = AS_PYMCDM_HAS_IT[method]()(values, shares, np.ones(N_CRITERIA), validation=False)

    assert scores_by(method, values, shares) == pytest.approx(theirs, abs=1e-12)


@pytest.mark.parametrize("method", AS_PYMCDM_HAS_IT)
def test_the_direction_is_that_of_pymcdm(method):
    assert METHODS[method].higher_is_better == AS_PYMCDM_HAS_IT[method]()._reverse_ranking


def test_moora_equals_pymcdm_when_there_is_a_cost():
    values, shares = some_table()
    costs = np.array([True, False, False, True])

    theirs = methods.MOORA()(values, shares, np.where(costs, -1, 1), validation=False)

    assert METHODS["moora"].scores(values, shares, costs=costs) == pytest.approx(theirs)


def test_moora_without_costs_is_the_weighted_sum_of_columns_over_their_length():
    values, shares = some_table()

    assert scores_by("moora", values, shares) == pytest.approx(
        values / np.sqrt((values**2).sum(axis=0)) @ shares
    )


def test_vikor_equals_pymcdm_on_columns_that_run_from_0_to_1():
    values, shares = some_table()
    values[0], values[1] = 0.0, 1.0
    values[0, 0], values[1, 0], values[2, 0], values[3, 0] = 0.4, 0.6, 0.0, 1.0

    theirs = methods.VIKOR()(values, shares, np.ones(N_CRITERIA), validation=False)

    assert scores_by("vikor", values, shares) == pytest.approx(theirs)


@pytest.mark.parametrize("seed", range(3))
def test_promethee_equals_pymcdm_with_the_same_thresholds(seed):
    values, shares = some_table(seed)
    declared = Thresholds()

    theirs = methods.PROMETHEE_II(
        "vshape_2", q=[declared.indifference] * N_CRITERIA, p=[declared.preference] * N_CRITERIA
    )(values, shares, np.ones(N_CRITERIA), validation=False)

    assert scores_by("promethee_ii", values, shares) == pytest.approx(theirs, abs=1e-12)


def test_vikor_answers_where_pymcdm_refuses():
    values = np.array([[0.2, 0.5], [0.9, 0.5]])
    shares = np.array([0.5, 0.5])

    with pytest.raises(ValueError, match="equal values"):
        methods.VIKOR()(values, shares, np.ones(2), validation=False)
    assert scores_by("vikor", values, shares).tolist() == [1.0, 0.0]


def test_copras_of_pymcdm_rewards_costs_and_ours_does_not():
    cheap_and_dear = np.array([[1.0, 1.0], [1.0, 2.0]])
    shares, costs = np.array([0.5, 0.5]), np.array([False, True])

    theirs = pymcdm_scores("COPRAS", cheap_and_dear, shares, costs=costs)
    ours = copras(cheap_and_dear, shares, costs)

    assert theirs[0] < theirs[1], "mended in pymcdm: COPRAS can come through the door again"
    assert ours[0] > ours[1]


def test_what_is_no_number_does_not_come_through_the_door():
    equal = np.array([[0.5, 0.5], [0.5, 0.5]])

    with pytest.raises(ValueError, match=r"pymcdm TOPSIS: got \[nan, nan\]; allowed: finite"):
        pymcdm_scores("TOPSIS", equal, np.array([0.5, 0.5]))


def test_marcos_takes_its_limit_where_the_worst_found_is_nothing():
    shares = np.array([0.6, 0.4])
    nearly, exactly = (np.array([[low, 0.7], [0.9, low], [0.4, 0.3]]) for low in (1e-7, 0.0))

    assert scores_by("marcos", exactly, shares) == pytest.approx(
        scores_by("marcos", nearly, shares), abs=1e-5
    )


def test_every_class_of_pymcdm_is_offered_or_left_out_with_a_reason():
    classes = {
        name
        for name, thing in inspect.getmembers(methods, inspect.isclass)
        if issubclass(thing, MCDA_method)
    }
    bridge = inspect.getsource(pymcdm_bridge)
    offered = {name for name in classes if f'"{name}"' in bridge}

    assert offered | set(INSTEAD) | set(NOT_OFFERED) == classes
    assert not offered & (set(INSTEAD) | set(NOT_OFFERED))
    assert {name.lower() for name in INSTEAD if name != "WSM"} == OUR_OWN - {"additive"}


SAME_AS_OURS = {
    "codas": (lambda: methods.CODAS(identity), lambda scores: scores),
    "cocoso": (lambda: methods.COCOSO(identity), lambda scores: scores),
    "ervd": (lambda: methods.ERVD(np.full(N_CRITERIA, 0.5)), lambda scores: scores),
    "lopm": (
        lambda: methods.LoPM(np.ones(N_CRITERIA), np.ones(N_CRITERIA)),
        lambda scores: 1 / scores,
    ),
    "probid": (methods.PROBID, lambda scores: scores),
    "sprobid": (methods.SPROBID, lambda scores: scores / (1 + scores)),
}


@pytest.mark.parametrize("method", SAME_AS_OURS)
@pytest.mark.parametrize("seed", range(3))
def test_our_own_equal_pymcdm_where_pymcdm_answers(method, seed):
    values, shares = some_table(seed)
    make, in_our_terms = SAME_AS_OURS[method]

    theirs = make()(values, shares, np.ones(N_CRITERIA), validation=False)

    assert scores_by(method, values, shares) == pytest.approx(in_our_terms(theirs), abs=1e-10)


WITH_THE_WORST = np.array([[0.0, 0.0], [0.4, 0.9], [1.0, 1.0], [0.7, 0.2]])
HALVES = np.array([0.5, 0.5])


@pytest.mark.parametrize(
    ("theirs", "ours", "settings"),
    [
        ("COCOSO", "cocoso", {"normalization_function": identity}),
        ("LoPM", "lopm", {}),
        ("SPROBID", "sprobid", {}),
    ],
)
def test_ours_answer_where_a_worst_or_best_alternative_is_too_much_for_pymcdm(
    theirs, ours, settings
):
    with pytest.raises(ValueError, match="allowed: finite numbers"):
        pymcdm_scores(theirs, WITH_THE_WORST, HALVES, **settings)
    assert scores_by(ours, WITH_THE_WORST, HALVES).argmax() == 2


def test_ours_takes_a_value_of_0_where_ervd_of_pymcdm_refuses_it():
    with pytest.raises(ValueError, match="all positive values"):
        pymcdm_scores("ERVD", WITH_THE_WORST, HALVES, ref_point=HALVES)
    assert scores_by("ervd", WITH_THE_WORST, HALVES).tolist()[2] == 1
