"""This file holds that scoring with many weights at once is scoring with each of them."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bw_mcda.engine.ranking import catalogue
from bw_mcda.engine.ranking.catalogue import METHODS, many_scores_by, scores_by

laws = settings(max_examples=60, deadline=None)
FAST = [method.id for method in METHODS.values() if method.many_scores]


@st.composite
def drawn_decisions(draw, n_tables=1):
    """Return tables in steps of 0.05 and the shares of some draws, some of them 0."""
    n_alternatives, n_criteria = draw(st.integers(1, 6)), draw(st.integers(1, 5))
    n_draws = draw(st.integers(1, 4))
    cells = n_tables * n_draws if n_tables > 1 else 1
    size = n_alternatives * n_criteria * cells
    values = draw(st.lists(st.integers(0, 20), min_size=size, max_size=size))
    row = st.lists(st.integers(0, 10), min_size=n_criteria, max_size=n_criteria).filter(any)
    points = np.array(draw(st.lists(row, min_size=n_draws, max_size=n_draws)), dtype=float)
    table = np.array(values).reshape(n_alternatives, n_criteria, cells) / 20
    return table, (points / points.sum(axis=1, keepdims=True)).T


@pytest.mark.parametrize("method", FAST)
@laws
@given(decision=drawn_decisions())
def test_many_weights_at_once_are_each_of_them(method, decision):
    tables, shares = decision
    table = tables[:, :, 0]

    found = many_scores_by(method, table, shares)

    assert found.shape == (len(table), shares.shape[1])
    one_by_one = np.column_stack([scores_by(method, table, column) for column in shares.T])
    assert found == pytest.approx(one_by_one, abs=1e-10)


@pytest.mark.parametrize("method", FAST)
@laws
@given(decision=drawn_decisions(n_tables=2), data=st.data())
def test_many_tables_at_once_are_each_of_them(method, decision, data):
    tables, shares = decision
    tables = tables[:, :, : shares.shape[1]]

    found = many_scores_by(method, tables, shares)

    one_by_one = np.column_stack(
        [scores_by(method, tables[:, :, n], column) for n, column in enumerate(shares.T)]
    )
    assert found == pytest.approx(one_by_one, abs=1e-10)


def test_a_method_without_the_form_says_so(monkeypatch):
    without = {**METHODS, "rim": replace(METHODS["rim"], many_scores=None)}
    monkeypatch.setattr(catalogue, "METHODS", without)

    with pytest.raises(ValueError, match=r"method: got 'rim'; allowed: additive, topsis"):
        many_scores_by("rim", np.ones((2, 1)), np.ones((1, 1)))
