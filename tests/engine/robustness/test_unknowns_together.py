from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bw_mcda.engine.robustness.unknowns_together import unknowns_together
from bw_mcda.engine.scoring.value_table import value_table
from bw_mcda.problem.analysis_plan import AnalysisPlan, UnknownRule
from bw_mcda.problem.performance import Unknown
from simple_scenario import simple_scenario

NOT_KNOWN = Unknown("no study")


def found(table, rule=UnknownRule.FULL_RANGE):
    plan = AnalysisPlan(draws=10, horizon=0.0, unknown_rule=rule)
    scenario = simple_scenario(table, plan=plan)
    values = value_table(scenario)
    return unknowns_together(scenario, values, scenario.problem.stakeholders[0].weights), values


def test_two_unknowns_do_what_neither_does_alone():
    # a1 leads by (0.9 + 0.5 + 0.5 - 1.2) / 3; each unknown of its own can cost 0.5 / 3.
    result, _ = found([[0.4, 0.4, 0.4], [0.9, NOT_KNOWN, NOT_KNOWN]])
    (answer,) = result.answers
    assert (result.leader, answer.rival, answer.possible) == ("a1", "a0", True)
    assert answer.gap == pytest.approx(100 * 0.7 / 3)
    assert [(s.criterion, s.points) for s in answer.unknowns] == [
        ("c1", pytest.approx(100 * 0.5 / 3)),
        ("c2", pytest.approx(100 * 0.5 / 3)),
    ]
    assert result.fewest == answer
    assert len(result.to_frame()) == 2


def test_when_not_even_all_together_do_it_that_is_said():
    result, _ = found([[0.1, 0.1], [0.9, NOT_KNOWN]])
    assert [answer.possible for answer in result.answers] == [False]
    assert result.fewest is None


def test_without_unknowns_there_is_no_answer():
    assert found([[0.1, 0.1], [0.9, 0.5]])[0].answers == ()


cells = st.one_of(st.integers(0, 10).map(lambda n: n / 10), st.just(NOT_KNOWN))


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.lists(cells, min_size=3, max_size=3), min_size=1, max_size=3),
    st.sampled_from(UnknownRule),
)
def test_no_smaller_set_of_unknowns_does_it(rows, rule):
    result, values = found([[0.5, 0.5, 0.5], *rows], rule)
    leader = values.alternatives.index(result.leader)
    for answer in result.answers:
        rival = values.alternatives.index(answer.rival)
        every = [
            (a, c)
            for a in (leader, rival)
            for c in range(3)
            if a > 0 and rows[a - 1][c] is NOT_KNOWN
        ]

        def level(chosen, rival=rival):
            table = values.expected.copy()
            for a, c in chosen:
                table[a, c] = 0.0 if a == leader else 1.0
            scores = table.mean(axis=1)
            return scores[rival] >= scores[leader] - 1e-10

        sizes = [n for n in range(1, len(every) + 1) if any(map(level, combinations(every, n)))]
        if not answer.possible:
            assert not sizes
            assert len(answer.unknowns) == len(every)
            continue
        assert len(answer.unknowns) == min(sizes)
        chosen = [
            (values.alternatives.index(s.alternative), values.criteria.index(s.criterion))
            for s in answer.unknowns
        ]
        assert level(chosen)
        assert np.all([swing.points >= 0 for swing in answer.unknowns])
