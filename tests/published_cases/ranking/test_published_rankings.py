"""This file holds every published case a ranking method is checked on.

A case is a table of measurements with the scores that were printed. The catalogue ranks values, so
the measurements become values first, by the normalisation the paper itself uses; methods that
normalise by themselves get the measurements and are told which criteria are costs.
"""

import json
from pathlib import Path

import numpy as np
import pytest

from bw_mcda.engine.ranking.catalogue import METHODS, scores_by
from bw_mcda.engine.ranking.places import places

CASES = {
    path.stem: json.loads(path.read_text(encoding="utf-8"))
    for path in sorted(Path(__file__).parent.glob("*.json"))
}


def by_range(column, cost):
    share = (column - column.min()) / (column.max() - column.min())
    return 1 - share if cost else share


def by_largest(column, cost):
    return column.min() / column if cost else column / column.max()


def by_length(column, cost):
    share = column / np.sqrt((column**2).sum())
    return 1 - share if cost else share


def by_lead_over_lowest(column, cost):
    return (column.max() - column if cost else column - column.min()) / column.min()


def by_total_with_best(column, cost):
    assert not cost
    return column / (column.sum() + column.max())


def by_bounds(column, cost, bounds):
    share = (column - bounds[0]) / (bounds[1] - bounds[0])
    return 1 - share if cost else share


def by_ideal_interval(column, cost, bounds, ideal):
    assert not cost
    below = np.clip((ideal[0] - column) / max(ideal[0] - bounds[0], 1e-12), 0, None)
    above = np.clip((column - ideal[1]) / max(bounds[1] - ideal[1], 1e-12), 0, None)
    return 1 - below - above


def by_one_to_six(column, cost, bounds):
    """RAFSI maps to 1..6 and turns costs round by the harmonic mean; benefits run straight."""
    share = by_bounds(column, cost=False, bounds=bounds)
    return (6 / (5 * share + 1) - 1) / 5 if cost else share


def by_limits(column, cost, kind, limit):
    """LoPM adds limit over property, property over limit, or the distance to a target."""
    del cost
    if kind == "near":
        return 1 / np.abs(column / limit - 1)
    return column / limit if kind == "at least" else limit / column


BY = {
    "range": by_range,
    "largest": by_largest,
    "length": by_length,
    "lead_over_lowest": by_lead_over_lowest,
    "total_with_best": by_total_with_best,
    "bounds": by_bounds,
    "ideal_interval": by_ideal_interval,
    "one_to_six": by_one_to_six,
    "limits": by_limits,
    "as_given": lambda column, cost: column,
}


def scores_of(case):
    matrix = np.array(case["matrix"], dtype=float)
    weights, costs = np.array(case["weights"]), np.array(case["costs"])
    how = dict(case["values"])
    by = how.pop("by")
    if by == "measurements":
        size = matrix.sum(axis=0) if how.get("divided_by") == "total" else 1.0
        marked = {"costs": costs} if costs.any() else {}
        settings = {**marked, **case.get("settings", {})}
        return METHODS[case["method"]].scores(matrix / size, weights, **settings)
    if by == "signed":
        scores = METHODS[case["method"]].scores(matrix * np.where(costs, -1, 1), weights)
        return scores / (1 - scores) if case.get("scores_are") == "odds" else scores
    columns = [
        BY[by](column, costs[c], **{name: given[c] for name, given in how.items()})
        for c, column in enumerate(matrix.T)
    ]
    scores = scores_by(case["method"], np.column_stack(columns), weights)
    if case.get("scores_are") == "reciprocals":
        return 1 / scores
    return scores / scores[0] if case.get("scores_are") == "shares of the first" else scores


@pytest.mark.parametrize("name", CASES)
def test_the_printed_scores_come_out_to_the_printed_digits(name):
    case = CASES[name]

    # a printed digit may be rounded either way at exactly one half
    assert scores_of(case) == pytest.approx(case["scores"], abs=case["tolerance"] * 1.0001, rel=0)


@pytest.mark.parametrize("name", [name for name, case in CASES.items() if "ranks" in case])
def test_the_printed_ranks_come_out(name):
    case = CASES[name]

    found, _ = places(scores_of(case), higher_is_better=METHODS[case["method"]].higher_is_better)

    assert list(found) == case["ranks"]


@pytest.mark.parametrize("method", METHODS)
def test_every_method_has_a_published_case(method):
    assert [name for name, case in CASES.items() if case["method"] == method]


@pytest.mark.parametrize("name", CASES)
def test_every_case_says_where_it_was_published_and_where_its_figures_were_found(name):
    assert {"citation", "figures_from", "tolerance"} <= {
        key for key, text in CASES[name].items() if text
    }
