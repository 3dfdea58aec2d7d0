"""This file holds what must be true of the ELECTRE methods."""

import itertools
import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bw_mcda.engine.ranking import partial_orders
from bw_mcda.engine.ranking.distillation import distilled
from bw_mcda.engine.ranking.electre_one import agreement_and_loss, electre_i, kernel
from bw_mcda.engine.ranking.outranking import Limits, limits_of, outranking
from bw_mcda.engine.ranking.partial_orders import (
    electre_iii,
    median_ranking,
    order_of_credibilities,
    promethee_i,
)
from bw_mcda.engine.ranking.sorting import classes_by_bounds, sorted_in_classes
from bw_mcda.problem.class_bounds import ClassBounds
from bw_mcda.problem.thresholds import Thresholds
from bw_mcda.problem.weights import Weights
from bw_mcda.results.class_sorting import ActionClass
from bw_mcda.results.partial_order import Relation
from bw_mcda.results.value_table import ValueTable
from simple_scenario import numeric as plain


def numeric(id_, **own):
    return replace(plain(id_), **own)


laws = settings(max_examples=60, deadline=None)
CASES = {
    path.stem: json.loads(path.read_text(encoding="utf-8"))
    for path in sorted(
        (Path(__file__).parents[2] / "published_cases" / "outranking").glob("*.json")
    )
}
tables = st.integers(1, 3).flatmap(
    lambda n: st.lists(st.lists(st.integers(0, 20), min_size=n, max_size=n), min_size=2, max_size=6)
)


@st.composite
def decisions(draw):
    """Return a value table, weights and criteria with thresholds and bounds of their own."""
    table = np.array(draw(tables)) / 20
    n = table.shape[1]
    points = draw(st.lists(st.integers(0, 10), min_size=n, max_size=n).filter(any))
    criteria = []
    for c in range(n):
        q, p, v = sorted(draw(st.lists(st.integers(0, 20), min_size=3, max_size=3, unique=True)))
        veto = v / 20 if draw(st.booleans()) else None
        low, high = sorted(draw(st.lists(st.integers(0, 20), min_size=2, max_size=2, unique=True)))
        criteria.append(
            numeric(
                f"c{c}",
                thresholds=Thresholds(indifference=q / 20, preference=p / 20, veto=veto),
                classes=ClassBounds(discuss=low / 20, do=high / 20),
            )
        )
    weights = Weights.from_points({f"c{c}": point for c, point in enumerate(points)})
    return as_values(table), weights, tuple(criteria)


def as_values(table):
    return ValueTable(
        alternatives=tuple(f"a{a}" for a in range(len(table))),
        criteria=tuple(f"c{c}" for c in range(table.shape[1])),
        expected=table,
        low=table,
        high=table,
        unknown=np.zeros(table.shape),
    )


def with_second_nowhere_better(values):
    table = values.expected.copy()
    table[1] = np.minimum(table[0], table[1])
    return as_values(table)


@pytest.mark.parametrize("method", [promethee_i, electre_iii])
@laws
@given(decision=decisions())
def test_every_pair_stands_in_one_relation_seen_from_both_sides(method, decision):
    order = method(*decision)
    mirrored = {Relation.PREFERRED: Relation.BEHIND, Relation.BEHIND: Relation.PREFERRED}

    for one, other in itertools.permutations(order.alternatives, 2):
        there, back = order.relation(one, other), order.relation(other, one)
        assert back is mirrored.get(there, there)
    n_pairs = len(order.alternatives) * (len(order.alternatives) - 1) // 2
    assert n_pairs == sum(
        len(order.pairs(relation))
        for relation in (Relation.PREFERRED, Relation.INDIFFERENT, Relation.INCOMPARABLE)
    )
    assert order.unbeaten


@pytest.mark.parametrize("method", [promethee_i, electre_iii])
@laws
@given(decision=decisions())
def test_nobody_goes_before_who_is_nowhere_worse(method, decision):
    values, weights, criteria = decision

    order = method(with_second_nowhere_better(values), weights, criteria)

    assert order.at_least[0, 1]


@pytest.mark.parametrize("method", [promethee_i, electre_iii])
@laws
@given(decision=decisions(), data=st.data())
def test_the_order_in_which_alternatives_are_listed_changes_no_relation(method, decision, data):
    values, weights, criteria = decision
    order = data.draw(st.permutations(range(len(values.alternatives))))

    found = method(as_values(values.expected[order]), weights, criteria)

    expected = method(values, weights, criteria).at_least[np.ix_(order, order)]
    assert found.at_least.tolist() == expected.tolist()


@laws
@given(decision=decisions())
def test_who_is_nowhere_worse_is_at_least_as_good_beyond_doubt(decision):
    values, weights, criteria = decision
    table = with_second_nowhere_better(values).expected
    shares = np.array([weights.shares[id_] for id_ in values.criteria])

    found = outranking(table, table, shares, limits_of([c.thresholds for c in criteria]))

    assert found.credibility[0, 1] == pytest.approx(1)
    assert ((found.credibility >= 0) & (found.credibility <= found.concordance + 1e-12)).all()


def test_an_objection_weakens_and_a_veto_ends_credibility():
    # worked out by hand: agreement 0.6, objection 4/6; then a full objection
    rows, columns = np.array([[10.0, 0.0]]), np.array([[8.0, 7.0]])
    one, three = np.ones(2), np.full(2, 3.0)

    found = [
        outranking(
            rows,
            columns,
            np.array([0.6, 0.4]),
            Limits(indifference=one, preference=three, veto=np.array([20.0, veto])),
        ).credibility[0, 0]
        for veto in (9.0, 7.0)
    ]

    assert found == pytest.approx([0.6 * (1 - 4 / 6) / (1 - 0.6), 0])


def test_credibilities_of_a_published_case_come_out():
    case = CASES["electre_iii_wang_triantaphyllou_2008"]
    found = credibility_of(case, np.array(case["matrix"]))

    for row, key in ((0, "credibility_row_1"), (8, "credibility_row_9")):
        printed = np.array(case["expected"][key], dtype=float)
        known = ~np.isnan(printed)
        assert found[row, known] == pytest.approx(printed[known], abs=case["tolerance"])


def credibility_of(case, matrix):
    signed = matrix * np.where(case["costs"], -1.0, 1.0)
    q, p = (
        np.array(case[key]) + np.array(case[f"{key}_share"]) * np.abs(matrix) for key in ("q", "p")
    )
    limits = Limits(indifference=q, preference=p, veto=np.full(matrix.shape, np.inf))
    return outranking(signed, signed, np.array(case["weights"]), limits).credibility


def test_the_printed_distillations_come_out():
    case = CASES["electre_iii_wang_triantaphyllou_2008"]
    names = tuple(f"A{a}" for a in range(1, 12))
    printed = case["expected"]

    order = order_of_credibilities(credibility_of(case, np.array(case["matrix"])), names)

    assert order.first.tolist() == printed["from_the_top"]
    assert order.second.tolist() == printed["from_the_bottom"]
    assert list(order.unbeaten) == printed["unbeaten"]
    assert order.relation("A7", "A9") is Relation.INCOMPARABLE


def test_the_published_rank_reversal_of_electre_iii_comes_out():
    case = CASES["electre_iii_wang_triantaphyllou_2008"]
    matrix = np.array(case["matrix"], dtype=float)
    matrix[0] = case["worse_first_row"]

    order = order_of_credibilities(
        credibility_of(case, matrix), tuple(f"A{a}" for a in range(1, 12))
    )

    assert order.second.tolist() == case["expected"]["worse_from_the_bottom"]
    assert list(order.unbeaten) == case["expected"]["worse_unbeaten"]


@laws
@given(decision=decisions())
def test_the_median_ranking_keeps_every_preference_of_the_partial_order(decision):
    order = electre_iii(*decision)

    ranking = median_ranking(order)

    for one, other in order.pairs(Relation.PREFERRED):
        assert ranking.place_of(one) < ranking.place_of(other)
    for one, other in order.pairs(Relation.INDIFFERENT):
        assert ranking.place_of(one) == ranking.place_of(other)


def test_the_median_ranking_of_the_published_case_puts_the_two_unbeaten_first():
    case = CASES["electre_iii_wang_triantaphyllou_2008"]
    names = tuple(f"A{a}" for a in range(1, 12))

    order = order_of_credibilities(credibility_of(case, np.array(case["matrix"])), names)

    # by hand from the two printed orders: A9 1 and 2, A7 3 and 1, A4 2 and 3
    assert median_ranking(order).in_order[:3] == ("A9", "A7", "A4")
    assert median_ranking(order).score_of("A9") == 1.5


@laws
@given(decision=decisions(), majority=st.integers(10, 20))
def test_credibilities_and_classes_are_those_of_the_textbook_taken_word_for_word(
    decision, majority
):
    values, weights, criteria = decision
    counting = [c for c in range(len(criteria)) if weights.shares[f"c{c}"] > 0]
    found = sorted_in_classes(values, weights, criteria, majority / 20)

    def credibility(own, other):
        agrees, objections = 0.0, []
        for c in counting:
            limits, gap = criteria[c].thresholds, other[c] - own[c]
            if gap <= limits.indifference + 1e-9:
                agrees += weights.shares[f"c{c}"]
            elif gap < limits.preference:
                rise = limits.preference - limits.indifference
                agrees += weights.shares[f"c{c}"] * (limits.preference - gap) / rise
            if limits.veto is not None and gap > limits.preference:
                rise = limits.veto - limits.preference
                objections.append(min((gap - limits.preference) / rise, 1))
        for objection in objections:
            if objection > agrees + 1e-9:
                return agrees * np.prod(
                    [(1 - one) / (1 - agrees) for one in objections if one > agrees + 1e-9]
                )
        return agrees

    bounds = [[getattr(c.classes, name) for c in criteria] for name in ("discuss", "do")]
    least = majority / 20 - 1e-9
    for a, row in enumerate(values.expected):
        up = [credibility(row, bound) for bound in bounds]
        down = [credibility(bound, row) for bound in bounds]
        assert found.reached[a] == pytest.approx(up, abs=1e-9)
        cautious = 2 if up[1] >= least else 1 if up[0] >= least else 0
        above = [
            below >= least and reached < least for below, reached in zip(down, up, strict=True)
        ]
        generous = 0 if above[0] else 1 if above[1] else 2
        assert (found.cautious[a], found.generous[a]) == (cautious, generous)


def test_comparing_a_few_rows_at_a_time_changes_nothing(monkeypatch):
    table = np.random.default_rng(5).integers(0, 21, (9, 3)) / 20
    decision = (
        as_values(table),
        Weights.from_points({"c0": 50, "c1": 30, "c2": 20}),
        tuple(numeric(f"c{c}", thresholds=Thresholds(veto=0.6)) for c in range(3)),
    )
    at_once = electre_iii(*decision)

    monkeypatch.setattr(partial_orders, "LARGEST_TABLE", 60)

    assert electre_iii(*decision).to_frame().equals(at_once.to_frame())


def test_nothing_to_tell_apart_is_one_class():
    assert distilled(np.ones((3, 3)), from_the_top=True) == (1, 1, 1)
    assert distilled(np.ones((1, 1)), from_the_top=False) == (1,)


def test_the_graph_of_a_published_case_comes_out():
    case = CASES["electre1_cebrian_porcar_2009"]
    matrix = np.array(case["matrix"], dtype=float) / np.sum(case["matrix"], axis=0)
    values = matrix * np.where(case["costs"], -1, 1) / np.ptp(matrix, axis=0).max()

    concordance, discordance = agreement_and_loss(values, np.array(case["weights"]))

    others = ~np.eye(len(matrix), dtype=bool)
    for found, key in ((concordance, "concordance"), (discordance, "discordance")):
        printed = np.array(case["expected"][key], dtype=float)
        assert found[others] == pytest.approx(printed[others], abs=case["tolerance"])
    outranks = (concordance >= case["majority"]) & (discordance <= case["largest_loss"]) & others
    assert kernel(outranks)[0].tolist() == case["expected"]["kernel"]


@laws
@given(
    n=st.integers(1, 6),
    arrows=st.sets(st.tuples(st.integers(0, 5), st.integers(0, 5)), max_size=12),
)
def test_a_kernel_holds_nobody_who_is_outranked_from_within_and_leaves_out_nobody_else(n, arrows):
    outranks = np.zeros((n, n), dtype=bool)
    for a, b in arrows:
        if a != b and max(a, b) < n:
            outranks[a, b] = True

    found, circles = kernel(outranks)
    circle_of = {a: set(circle.tolist()) for circle in circles for a in circle.tolist()}
    inside = set(found.tolist())

    for a in range(n):
        own = circle_of.get(a, {a})
        outranked = any(outranks[b, c] for b in inside - own for c in own)
        assert (a in inside) is not outranked


def test_the_kernel_without_circles_is_the_only_one_there_is():
    outranks = np.zeros((5, 5), dtype=bool)
    for a, b in ((0, 1), (1, 2), (0, 3), (3, 4), (2, 4)):
        outranks[a, b] = True

    def is_kernel(chosen):
        rest = set(range(5)) - set(chosen)
        stable = not outranks[np.ix_(chosen, chosen)].any()
        return stable and all(outranks[list(chosen), a].any() for a in rest)

    every = [c for size in range(6) for c in itertools.combinations(range(5), size)]
    assert [kernel(outranks)[0].tolist()] == [list(c) for c in every if is_kernel(c)]


@laws
@given(decision=decisions())
def test_who_is_nowhere_worse_outranks_in_the_graph(decision):
    values, weights, _ = decision

    graph = electre_i(with_second_nowhere_better(values), weights, 0.75)

    assert graph.outranks[0, 1]
    assert not graph.outranks.diagonal().any()
    assert len(graph.to_frame()) == len(values.alternatives) * (len(values.alternatives) - 1)


def test_the_classes_of_a_published_case_come_out():
    case = CASES["electre_tri_jsmaa"]
    limits = Limits(
        indifference=np.array(case["q"], dtype=float),
        preference=np.array(case["p"], dtype=float),
        veto=np.full(3, np.inf),
    )

    cautious, generous = classes_by_bounds(
        np.array(case["matrix"], dtype=float),
        np.array(case["bounds"], dtype=float),
        np.array(case["weights"]),
        limits,
        case["majority"],
    )

    assert list(cautious) == case["expected"]["cautious"]
    assert list(generous) == case["expected"]["generous"]


@laws
@given(decision=decisions(), majority=st.integers(10, 20))
def test_the_cautious_class_is_never_above_the_generous_one(decision, majority):
    found = sorted_in_classes(*decision, majority / 20)

    assert all(low <= high for low, high in zip(found.cautious, found.generous, strict=True))


@laws
@given(decision=decisions(), majority=st.integers(10, 20))
def test_who_is_nowhere_worse_is_in_no_lower_class(decision, majority):
    values, weights, criteria = decision

    found = sorted_in_classes(with_second_nowhere_better(values), weights, criteria, majority / 20)

    assert found.cautious[0] >= found.cautious[1]
    assert found.generous[0] >= found.generous[1]


@laws
@given(decision=decisions(), majority=st.integers(10, 20))
def test_sorting_looks_at_one_alternative_at_a_time(decision, majority):
    values, weights, criteria = decision

    alone = sorted_in_classes(as_values(values.expected[:1]), weights, criteria, majority / 20)
    together = sorted_in_classes(values, weights, criteria, majority / 20)

    assert alone.cautious[0] is together.cautious[0]
    assert alone.generous[0] is together.generous[0]


def test_a_veto_keeps_an_alternative_out_of_a_class_and_is_named():
    criteria = (
        numeric("c0", thresholds=Thresholds(veto=0.3)),
        numeric("c1"),
    )
    values = as_values(np.array([[0.2, 1.0], [0.9, 0.9]]))
    weights = Weights.from_points({"c0": 20, "c1": 80})

    found = sorted_in_classes(values, weights, criteria, 0.75)

    assert found.cautious == (ActionClass.DISCUSS, ActionClass.DO)
    assert found.vetoed_by("a0") == ("c0",)
    assert found.vetoed_by("a1") == ()
    assert found.declared_bounds
    assert found.to_frame().loc["a0", "vetoed_by"] == "c0"
