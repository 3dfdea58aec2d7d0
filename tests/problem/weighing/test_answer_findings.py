from __future__ import annotations

import pytest

from bw_mcda.problem.weighing.answer_findings import answer_findings
from bw_mcda.problem.weighing.answers import (
    BestWorst,
    DirectPoints,
    Pairwise,
    PerTheme,
    RankedShares,
    SwingOrder,
    SwingPoints,
    SwingRange,
    SwingRatios,
)

THEMES = {"t": ("a", "b"), "u": ("c",)}
GOOD = BestWorst(best="a", worst="c", best_over=(("b", 2.0), ("c", 4.0)), over_worst=(("b", 2.0),))


@pytest.mark.parametrize(
    ("answer", "messages"),
    [
        (
            SwingPoints(points=(("a", 0.0), ("b", 0.0), ("z", 0.0))),
            [
                "w: got 'z'; allowed: the id of a criterion: a, b, c",
                "w.c: got no points; allowed: 0 to 100 points",
                "w: got 0 for every criterion; allowed: at least one above 0",
            ],
        ),
        (
            DirectPoints(points=(("a", 101.0), ("b", float("nan")), ("c", 1.0))),
            [
                "w.a: got 101; allowed: 0 to 100 points",
                "w.b: got nan; allowed: 0 to 100 points",
            ],
        ),
        (
            SwingRange(ranges=(("a", 80.0, 60.0), ("b", 0.0, 0.0), ("c", 0.0, 0.0))),
            ["w.a: got 80 to 60; allowed: from low to high, 0 to 100"],
        ),
        (
            SwingRange(ranges=(("a", 0.0, 0.0), ("b", 0.0, 0.0), ("c", 0.0, 0.0))),
            ["w: got 0 for every criterion; allowed: at least one above 0"],
        ),
        (
            SwingOrder(order=(("a", "b"), (), ("a",))),
            [
                "w.a: got this id 2 times; allowed: once",
                "w.c: got no place; allowed: one of each",
                "w: got an empty place; allowed: at least one id on each place",
            ],
        ),
        (
            RankedShares(order=(("a",), ("b",), ("c",)), exponent=-1.0),
            ["w.exponent: got -1; allowed: 0 to 10"],
        ),
        (
            SwingRatios(ratios=(("a", "b", 2.0, 3.0), ("b", "c", 2.0, 2.0), ("c", "a", 0.5, 1.0))),
            [
                "w: got c over a 0.5 to 1; allowed: what the pairs before it leave: 0.167 to 0.25",
            ],
        ),
        (
            SwingRatios(ratios=(("a", "b", 0.0, 3.0), ("b", "c", 2.0, 1.0))),
            [
                "w: got a over b 0 to 3; allowed: from low to high times, above 0",
                "w: got b over c 2 to 1; allowed: from low to high times, above 0",
            ],
        ),
        (
            Pairwise(judgements=(("a", "b", 0.5), ("b", "a", 2.0), ("a", "a", 1.0))),
            [
                "w.c: got in no pair; allowed: in at least one pair",
                "w: got a with itself; allowed: two different ids of a criterion",
                "w: got the pair a and b 2 times; allowed: each pair once",
                "w: got a over b 0.5 times; allowed: 1 to 9 times, the heavier one first",
            ],
        ),
        (
            BestWorst(best="a", worst="a", best_over=(), over_worst=()),
            ["w: got a as best and worst; allowed: two different ids"],
        ),
        (
            BestWorst(best="a", worst="c", best_over=(("b", 10.0),), over_worst=()),
            [
                "w.best_over.c: got no number; allowed: one of each",
                "w.over_worst.b: got no number; allowed: one of each",
                "w.best_over: got b 10 times; allowed: 1 to 9 times, the heavier one first",
            ],
        ),
        (GOOD, []),
        (
            PerTheme(
                between=SwingOrder(order=(("t",), ("a",))),
                within=(("t", SwingOrder(order=(("a",), ("c",)))), ("x", GOOD)),
            ),
            [
                "w.between: got 'a'; allowed: the id of a theme: t, u",
                "w.between.u: got no place; allowed: one of each",
                "w.within: got 'x'; allowed: the id of a theme: t, u",
                "w.within.u: got no answer; allowed: one of each",
                "w.within.t: got 'c'; allowed: the id of a criterion: a, b",
                "w.within.t.b: got no place; allowed: one of each",
            ],
        ),
    ],
)
def test_what_is_wrong_with_an_answer_is_told_as_facts(answer, messages):
    assert [str(finding) for finding in answer_findings("w", answer, THEMES)] == messages
