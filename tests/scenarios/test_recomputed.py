"""This file holds the worked example worked out a second time, from its files.

``Example`` and ``Packages`` use the standard library, numpy and a YAML reader, and nothing of
bw_mcda. Expected values are averages over a fine grid of quantiles; packages are all 2^15 of them.
"""

from __future__ import annotations

import csv
import itertools
import math
from pathlib import Path

import numpy as np
import pytest
import yaml

from bw_mcda.engine.portfolio.listed_packages import listed_packages
from bw_mcda.engine.portfolio.package_question import package_question
from bw_mcda.engine.scoring.synergy import synergy_gains
from bw_mcda.engine.scoring.value_table import value_table
from bw_mcda.engine.weighting.perspective import weights_of
from bw_mcda.results.analysis import TOGETHER

FOLDER = Path(__file__).parents[2] / "scenarios" / "zeeuws-vlaanderen"
SIGNS = ("--", "-", "0", "+", "++")
GRID = (np.arange(1_000) + 0.5) / 1_000
POINTS = 0.01
"""How far a figure from the grid may be from the exact one, in points of 100."""


def normal_quantiles(share):
    """Return the standard normal quantiles, by bisection of the error function."""
    low, high = np.full(share.shape, -9.0), np.full(share.shape, 9.0)
    for _ in range(60):
        middle = (low + high) / 2
        below = 0.5 * (1 + np.vectorize(math.erf)(middle / math.sqrt(2)))
        low, high = np.where(below < share, middle, low), np.where(below < share, high, middle)
    return low


NORMAL = normal_quantiles(GRID)


def quantiles(row, criterion):
    """Return what a row says as levels at every share of the grid."""
    if row["value"] == "?":
        ends = sorted((criterion["worst"], criterion["best"]))
        return ends[0] + GRID * (ends[1] - ends[0])
    number = {name: float(row[name]) for name in ("value", "low", "high", "sd") if row[name]}
    if set(number) == {"value"}:
        return np.full(GRID.shape, number["value"])
    if set(number) == {"low", "high"}:
        return number["low"] + GRID * (number["high"] - number["low"])
    if set(number) == {"value", "sd"}:
        return number["value"] + number["sd"] * NORMAL
    low, mode, high = number["low"], number["value"], number["high"]
    wide = high - low
    return np.where(
        GRID * wide < mode - low,
        low + np.sqrt(GRID * wide * (mode - low)),
        high - np.sqrt((1 - GRID) * wide * (high - mode)),
    )


def value_of(criterion, levels):
    """Return the value (0 to 1) of levels."""
    shape = criterion.get("value", "linear")
    if isinstance(shape, dict) and "piecewise" in shape:
        knots = sorted(shape["piecewise"])
        return np.interp(levels, [x for x, _ in knots], [v for _, v in knots])
    way = (levels - criterion["worst"]) / (criterion["best"] - criterion["worst"])
    way = np.clip(way, 0, 1)
    if isinstance(shape, dict):
        bend = shape["exponential"]
        return (1 - np.exp(-bend * way)) / (1 - np.exp(-bend))
    return way


def grown(effect, years):
    """Return which part of an effect is there."""
    delay, ramp, decay = (effect.get(name, 0) for name in ("delay", "ramp_up", "decay"))
    if years < delay:
        return 0.0
    if years < delay + ramp:
        return (years - delay) / ramp
    return (1 - decay) ** (years - delay - ramp)


class Example:
    """The files of the example, with values, scores, packages."""

    def __init__(self, years=None):
        self.file = yaml.safe_load((FOLDER / "scenario.yaml").read_text(encoding="utf-8"))
        with (FOLDER / "performances.csv").open(encoding="utf-8", newline="") as file:
            self.rows = {
                (row["alternative"], row["criterion"], row["area"]): row
                for row in csv.DictReader(file)
                if not row.get("group")
            }
        self.years = self.file["plan"]["horizon"] if years is None else years
        self.criteria = {
            name: criterion
            for theme in self.file["themes"].values()
            for name, criterion in theme["criteria"].items()
        }
        self.alternatives = self.file["alternatives"]
        [self.null] = [n for n, a in self.alternatives.items() if a.get("null_alternative")]
        self.areas = list(self.file["areas"])
        people = np.array([area["inhabitants"] for area in self.file["areas"].values()], float)
        self.people = people / people.sum()
        self.values = np.array(
            [
                [[self.cell(a, c, area) for c in self.criteria] for area in self.areas]
                for a in self.alternatives
            ]
        )
        """Shape (alternatives, areas, criteria)."""
        self.mean = np.einsum("g,agc->ac", self.people, self.values)

    def row(self, alternative, criterion, area):
        own = self.rows.get((alternative, criterion, area))
        return own or self.rows[alternative, criterion, "*"]

    def cell(self, alternative, name, area):
        """Return the expected value of one alternative on one criterion in one area."""
        criterion = self.criteria[name]
        null = self.row(self.null, name, area)
        about = self.alternatives[alternative]
        stays = alternative == self.null or area not in about.get("areas", self.areas)
        own = null if stays else self.row(alternative, name, area)
        share = 0.0 if stays else grown(about.get("effect", {}), self.years)
        change = not stays and own["counts_from"] == "change"
        if own["value"] == "?":
            change = False
        if "ordinal" in str(criterion.get("value", "")):
            before, after = (
                0.5 if row["value"] == "?" else SIGNS.index(row["value"]) / 4 for row in (null, own)
            )
            return before + (0.0 if change else share * (after - before))
        x0, x = quantiles(null, criterion), quantiles(own, criterion)
        if stays or share == 0:
            return value_of(criterion, x0).mean()
        certain_null = np.ptp(x0) == 0
        levels = (x0[:1, None] if certain_null else x0[:, None]) * (
            1 if change else 1 - share
        ) + share * x[None, :]
        return value_of(criterion, levels).mean()

    def shares(self, group=None):
        """Return the weights of a group, or the mean over groups; together 1."""
        every = []
        for name, about in self.file["stakeholders"].items():
            if group in (None, name):
                points = np.array([about["swing"][c] for c in self.criteria], float)
                every.append(points / points.sum())
        return np.mean(every, axis=0)

    def synergies(self):
        """Yield pairs with the value they add per area, shape (areas, criteria)."""
        order = list(self.criteria)
        for first, about in self.alternatives.items():
            for extra in about.get("strengthens", []):
                other, name = extra["with"], extra["criterion"]
                both = (about, self.alternatives[other])
                share = min(grown(one.get("effect", {}), self.years) for one in both)
                added = np.zeros((len(self.areas), len(order)))
                for g, area in enumerate(self.areas):
                    if all(area in one.get("areas", self.areas) for one in both):
                        criterion = self.criteria[name]
                        x0 = quantiles(self.row(self.null, name, area), criterion)
                        after = value_of(criterion, x0 + share * extra["change"]).mean()
                        added[g, order.index(name)] = after - value_of(criterion, x0).mean()
                yield first, other, added


class Packages:
    """All packages of the example: which are allowed, and what they bring."""

    def __init__(self, example):
        self.example = example
        self.names = [name for name in example.alternatives if name != example.null]
        n = len(self.names)
        self.inside = (np.arange(2**n)[:, None] >> np.arange(n) & 1).astype(bool)
        at = {name: place for place, name in enumerate(self.names)}
        rows = list(example.alternatives)
        null = example.values[rows.index(example.null)]
        gains = np.array([example.values[rows.index(name)] - null for name in self.names])
        self.gains = np.einsum("pa,agc->pgc", self.inside.astype(float), gains)
        for first, other, added in example.synergies():
            both = self.inside[:, at[first]] & self.inside[:, at[other]]
            self.gains[both] += added
        self.mean = np.einsum("g,pgc->pc", example.people, self.gains)
        self.room = 1 - np.einsum("g,gc->c", example.people, null)
        self.shares = example.shares()
        self.value = 100 * self.mean @ self.shares
        self.tasks = {task: self._task(about) for task, about in example.file["tasks"].items()}
        self.allowed = self._allowed(at)

    def _task(self, about):
        counts = np.array([name in about["criteria"] for name in self.example.criteria])
        factors = self.shares * counts
        return 100 * self.mean @ factors / (factors @ self.room)

    def cost(self, payer=None, year=None):
        each = np.array(
            [
                sum(
                    cost["euros"]
                    for cost in self.example.alternatives[name].get("costs", [])
                    if payer in (None, cost["payer"]) and year in (None, cost["year"])
                )
                for name in self.names
            ]
        )
        return self.inside @ each

    def _allowed(self, at):
        fine = np.ones(len(self.inside), bool)
        for name, about in self.example.alternatives.items():
            for needed in about.get("requires", []):
                fine &= ~self.inside[:, at[name]] | self.inside[:, at[needed]]
            for barred in about.get("excludes", []):
                fine &= ~(self.inside[:, at[name]] & self.inside[:, at[barred]])
        rules = self.example.file["rules"]
        assert set(rules) == {"budgets", "tasks", "areas"}
        for budget in rules["budgets"]:
            fine &= self.cost(budget["payer"], budget.get("year")) <= budget["euros"]
        for task, least in rules["tasks"].items():
            fine &= self.tasks[task] >= least - 1e-6
        for area, least in rules["areas"].items():
            touch = [
                area in self.example.alternatives[name].get("areas", self.example.areas)
                for name in self.names
            ]
            fine &= self.inside @ np.array(touch, int) >= least
        return fine

    def named(self, place):
        return {name for name, is_in in zip(self.names, self.inside[place], strict=True) if is_in}


@pytest.fixture(scope="module")
def example():
    return Example()


@pytest.fixture(scope="module")
def packages(example):
    return Packages(example)


@pytest.mark.parametrize("group", ["farmers", "industry_and_port", None])
def test_the_scores_of_all_sixteen_alternatives(example, analysis, group):
    ranking = analysis.ranking if group is None else dict(analysis.by_stakeholder)[group]
    by_hand = 100 * example.mean @ example.shares(group)
    assert list(ranking.alternatives) == list(example.alternatives)
    np.testing.assert_allclose(ranking.scores, by_hand, atol=POINTS)


def test_every_value_of_every_alternative(example, analysis):
    np.testing.assert_allclose(analysis.values.expected, example.mean, atol=POINTS / 100)


def test_the_package_with_most_value(packages, analysis):
    found = next(own for own in analysis.portfolios if own.goal == "most_value")
    best = np.argmax(np.where(packages.allowed, packages.value, -np.inf))
    assert set(found.alternatives) == packages.named(best)
    assert found.value == pytest.approx(packages.value[best], abs=POINTS)
    assert found.total_cost == packages.cost()[best]
    for spent in found.spending:
        assert spent.euros == packages.cost(spent.payer, spent.year)[best], spent
    for score in found.task_scores:
        assert score.points == pytest.approx(packages.tasks[score.task][best], abs=POINTS)


def test_the_balanced_package(packages, analysis):
    """The weakest task as far as it can come, then the two weakest together, and so on."""
    found = next(own for own in analysis.portfolios if own.goal == "balanced")
    scores = np.sort(np.column_stack(list(packages.tasks.values())), axis=1).cumsum(axis=1)
    left = packages.allowed.copy()
    for column in (*scores.T, packages.value):
        left &= column >= column[left].max() - 1e-6
    [best] = np.flatnonzero(left)
    assert set(found.alternatives) == packages.named(best)
    assert found.task_scores[0].points == pytest.approx(
        packages.tasks[found.task_scores[0].task][best], abs=POINTS
    )


def test_the_price_of_balance(packages, analysis):
    curve = analysis.puzzle.balance_curve
    lowest = np.column_stack(list(packages.tasks.values())).min(axis=1)
    value = np.where(packages.allowed, packages.value, -np.inf)
    highest = lowest[packages.allowed].max()
    balanced = value[lowest >= highest - 1e-6].max()
    assert curve.packages[-1].weakest == pytest.approx(highest, abs=POINTS)
    assert curve.price_of_balance == pytest.approx(1 - balanced / value.max(), abs=1e-3)


def test_how_many_packages_are_allowed(packages, zeeuws_vlaanderen):
    problem, values = zeeuws_vlaanderen.problem, value_table(zeeuws_vlaanderen)
    weights = weights_of(problem, TOGETHER)
    question = package_question(problem, values, weights, synergy_gains(zeeuws_vlaanderen))
    assert len(listed_packages(question)) == packages.allowed.sum()


def test_the_tension_between_every_two_tasks(packages, analysis):
    tensions = analysis.puzzle.tension_map
    reach = {task: scores[packages.allowed].max() for task, scores in packages.tasks.items()}
    for one, other in itertools.combinations(packages.tasks, 2):
        both = np.minimum(packages.tasks[one] / reach[one], packages.tasks[other] / reach[other])
        conflict = max(0.0, 1 - both[packages.allowed].max())
        assert tensions.between(one, other).conflict == pytest.approx(conflict, abs=1e-3)


def test_what_each_group_gives_up_with_each_alternative(example, analysis):
    regret = analysis.together.group_choice.regret
    for group, row in zip(regret.groups, regret.absolute, strict=True):
        scores = 100 * example.mean @ example.shares(group)
        np.testing.assert_allclose(row, scores.max() - scores, atol=POINTS)


def test_one_bar_of_the_tornado_by_doubting_one_weight(example, analysis):
    tornado = analysis.doubt.tornado
    rows, criteria = list(example.alternatives), list(example.criteria)
    spread = example.file["plan"]["weight_spread"]
    bars = {bar.criterion: bar for bar in tornado.changes if bar.kind.value == "weight"}
    assert len(bars) == len(criteria)
    for name, bar in bars.items():
        leads = []
        for factor in (1 / spread, spread):
            shares = example.shares()
            shares[criteria.index(name)] *= factor
            scores = 100 * example.mean @ (shares / shares.sum())
            own = scores[rows.index(tornado.leader)]
            rivals = np.delete(scores, rows.index(tornado.leader))
            leads.append(own - rivals.max())
        assert (bar.low, bar.high) == pytest.approx(tuple(leads), abs=POINTS)


def test_how_unevenly_one_alternative_leaves_the_areas(example, analysis):
    """Gini: half the mean difference between two people drawn at random, over the mean."""
    found = analysis.sharing.distribution
    scores = 100 * example.values @ example.shares()
    for alternative, own, gini in zip(found.alternatives, scores, found.gini, strict=True):
        apart = abs(own[:, None] - own[None, :])
        by_hand = example.people @ apart @ example.people / (2 * example.people @ own)
        assert gini == pytest.approx(by_hand, abs=1e-5), alternative


def test_the_order_after_four_years(analysis):
    soon = Example(years=4)
    ranking = analysis.learning.horizon_ranking
    place = list(ranking.horizons).index(4)
    by_hand = 100 * soon.mean @ soon.shares()
    np.testing.assert_allclose(ranking.rankings[place].scores, by_hand, atol=POINTS)
