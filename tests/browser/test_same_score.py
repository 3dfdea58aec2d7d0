from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from bw_mcda.engine.portfolio.more_of import more_of
from bw_mcda.engine.portfolio.package_scores import in_points, package_scores
from bw_mcda.engine.ranking.additive import additive_ranking
from bw_mcda.engine.robustness.compensation_dial import compensation_ranking
from bw_mcda.engine.scoring.value_table import value_table
from bw_mcda.problem.analysis_plan import AnalysisPlan
from bw_mcda.problem.compensation import CompensationBetween, ThemeFloor
from bw_mcda.problem.criteria_tree import CriteriaTree, Dimension, Theme
from bw_mcda.problem.label import Label
from bw_mcda.problem.task import Task
from bw_mcda.problem.weights import mean_weights
from bw_mcda.results.scored_package import ScoredPackage
from bw_mcda.texts.certified_sentences import more_of_sentences
from bw_mcda.widgets.board_payload import board_payload
from bw_mcda.widgets.workshop_board import joined
from simple_scenario import numeric, simple_scenario

pytestmark = pytest.mark.browser

CASES = 200
IN_PAGE = """
cases => cases.map(({values, groups, tasks, themes, floors, between}) => {
  const score = globalThis.bwMcdaScore;
  const shares = score.meanShares(groups.map(score.sharesOf));
  const scores = score.scoresOf(values, shares);
  const columns = values[0].map((_, c) => [c]);
  return {
    scores, places: score.placesOf(scores), percents: score.wholePercents(shares),
    gains: score.gainsOf(values, shares, 0, columns).map(row => row.reduce((a, b) => a + b, 0)),
    tasks: tasks.map(criteria => score.taskScores(values, shares, 0, criteria)),
    dial: [1, 0.7, 0.5, 0.2, 0].map(at =>
      score.dialScores(values, shares, themes, at, floors, between === "criteria")),
  };
})
"""


def random_case(rng):
    n_alternatives, n_criteria = rng.integers(2, 8), rng.integers(1, 8)
    values = rng.random((n_alternatives, n_criteria))
    if rng.random() < 0.4:  # tenths give ties
        values = np.round(values, 1)
    points = rng.integers(0, 101, (rng.integers(1, 5), n_criteria))
    points[:, 0] = np.maximum(points[:, 0], 1)
    tasks = [sorted({int(c) for c in rng.integers(0, n_criteria, 3)}) for _ in range(2)]
    cut = int(rng.integers(0, n_criteria))
    themes = [part for part in (list(range(cut)), list(range(cut, n_criteria))) if part]
    return {
        "values": values.tolist(),
        "groups": points.tolist(),
        "tasks": tasks,
        "themes": themes,
        "floors": [int(floor) for floor in rng.choice([0, 0, 30], len(themes))],
        "between": str(rng.choice(["themes", "criteria"])),
    }


def in_python(case):
    groups = {f"g{g}": points for g, points in enumerate(case["groups"])}
    tasks = tuple(
        Task(id=f"t{t}", label=Label(nl="t"), criteria=tuple(f"c{c}" for c in criteria))
        for t, criteria in enumerate(case["tasks"])
    )
    scenario = simple_scenario(
        case["values"], groups=groups, tasks=tasks, plan=AnalysisPlan(draws=1, horizon=0.0)
    )
    problem, values = scenario.problem, value_table(scenario)
    weights = mean_weights(group.weights for group in problem.stakeholders)
    scores = package_scores(problem, values, weights)
    return additive_ranking(values, weights), [
        [0.0, *(in_points(task.of((measure,))) for measure in scores.measures)]
        for task in scores.tasks
    ]


def dial_in_python(case):
    criteria = [numeric(f"c{c}") for c in range(len(case["values"][0]))]
    tree = CriteriaTree(
        themes=tuple(
            Theme(
                id=f"h{t}",
                label=Label(nl="h"),
                dimension=Dimension.LATER,
                criteria=tuple(criteria[c] for c in theme),
            )
            for t, theme in enumerate(case["themes"])
        )
    )
    groups = {f"g{g}": points for g, points in enumerate(case["groups"])}
    scenario = simple_scenario(
        case["values"], groups=groups, plan=AnalysisPlan(draws=1, horizon=0.0)
    )
    problem = replace(scenario.problem, tree=tree)
    weights = mean_weights(group.weights for group in problem.stakeholders)
    floors = tuple(
        ThemeFloor(theme=f"h{t}", points=float(points)) for t, points in enumerate(case["floors"])
    )
    scores = []
    for position in (1.0, 0.7, 0.5, 0.2, 0.0):
        plan = replace(
            scenario.plan,
            compensation=position,
            compensation_between=CompensationBetween(case["between"]),
            theme_floors=floors,
        )
        turned = replace(scenario, problem=problem, plan=plan)
        scores.append(compensation_ranking(turned, value_table(turned), weights).scores)
    return scores


def test_the_page_and_the_engine_score_rank_and_judge_tasks_alike(browser):
    rng = np.random.default_rng(20261124)
    cases = [random_case(rng) for _ in range(CASES)]
    page = browser.new_page()
    page.add_script_tag(content=joined(".js"), type="module")
    page.wait_for_function("globalThis.bwMcdaScore")
    found = page.evaluate(IN_PAGE, cases)
    page.close()
    for case, shown in zip(cases, found, strict=True):
        ranking, tasks = in_python(case)
        assert shown["scores"] == pytest.approx(ranking.scores, abs=1e-9)
        assert tuple(shown["places"]) == ranking.places
        assert sum(shown["percents"]) == 100
        gains = ranking.scores - ranking.scores[0]
        assert shown["gains"] == pytest.approx(gains, abs=1e-9)
        for one, other in zip(shown["dial"], dial_in_python(case), strict=True):
            assert one == pytest.approx(other, abs=1e-7)
        for one, other in zip(shown["tasks"], tasks, strict=True):
            assert one == pytest.approx(other, abs=1e-4)


STEPS_IN_PAGE = """
({cases, words, names}) => cases.map(({points, place, language}) => {
  const app = {payload: {words}, language};
  const steps = globalThis.bwMcdaScore.moreOf(points, points[0], place);
  const told = (steps.length ? steps : [null]).map(step =>
    globalThis.bwMcdaScore.stepInWords(app, names[language], points[0], place, step));
  return {steps: steps.map(step => [step.at, step.gain, step.worst]), told};
})
"""
TASKS = ("t0", "t1", "t2")


def random_steps(rng):
    finest = rng.choice([1, 0.5, 0.25, 0.1, 1e-6])
    points = np.round(np.round(rng.uniform(-20, 60, (rng.integers(1, 12), 3)) / finest) * finest, 6)
    if rng.random() < 0.3:
        points[1:] = points[0] + np.round(rng.uniform(-0.3, 2.5, points[1:].shape), 6)
    return {
        "points": np.round(points, 6).tolist(),
        "place": int(rng.integers(0, 3)),
        "language": str(rng.choice(["nl", "en"])),
    }


def test_the_page_and_the_engine_take_the_same_steps_to_more_of_a_task_and_tell_them_alike(browser):
    rng = np.random.default_rng(20261125)
    tasks = tuple(Task(id=name, label=Label(nl=name), criteria=("c0",)) for name in TASKS)
    scenario = simple_scenario([[0.2], [0.5]], tasks=tasks)
    payload = board_payload(scenario, value_table(scenario))
    cases = [random_steps(rng) for _ in range(CASES)]
    page = browser.new_page()
    page.add_script_tag(content=joined(".js"), type="module")
    page.wait_for_function("globalThis.bwMcdaScore")
    asked = {
        "cases": cases,
        "words": payload["words"],
        "names": {language: list(TASKS) for language in ("nl", "en")},
    }
    shown = page.evaluate(STEPS_IN_PAGE, asked)
    page.close()
    n_steps = 0
    for case, found in zip(cases, shown, strict=True):
        packages = [
            ScoredPackage(alternatives=(f"p{p}",), points=tuple(points), value=0.0, euros=0)
            for p, points in enumerate(case["points"])
        ]
        more = more_of(TASKS, packages, packages[0], TASKS[case["place"]])
        assert [packages[at] for at, _, _ in found["steps"]] == [
            step.package for step in more.steps
        ]
        for step, (_, gain, worst) in zip(more.steps, found["steps"], strict=True):
            assert (gain, worst) == pytest.approx((step.gain, step.worst_loss), abs=1e-9)
        told = more_of_sentences(more, scenario.problem, case["language"])
        assert found["told"] == list(told)
        n_steps += len(more.steps)
    assert n_steps > CASES
