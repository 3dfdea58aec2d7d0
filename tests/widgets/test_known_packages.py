from __future__ import annotations

from dataclasses import replace

import pytest

from bw_mcda.engine.portfolio.certified_set import certified_set
from bw_mcda.engine.portfolio.pareto_front import pareto_front
from bw_mcda.engine.robustness.draws import draw
from bw_mcda.engine.scoring.value_table import value_table
from bw_mcda.problem.label import Label
from bw_mcda.problem.task import Task
from bw_mcda.widgets import known_packages as module
from bw_mcda.widgets.known_packages import known_packages
from bw_mcda.widgets.seen import Seen


@pytest.fixture(scope="module")
def seen(scenario):
    tasks = tuple(Task(id=f"t{c}", label=Label(nl=f"t{c}"), criteria=(f"c{c}",)) for c in range(3))
    scenario = replace(scenario, problem=replace(scenario.problem, tasks=tasks))
    return Seen(
        scenario=scenario,
        values=value_table(scenario),
        weights=scenario.problem.stakeholders[0].weights,
        draws=draw(scenario),
    )


def test_the_room_gets_every_package_that_nothing_beats_the_few_that_stand_for_them_first(seen):
    known = known_packages(seen)
    few = certified_set(seen.problem, seen.values, seen.weights)
    front = pareto_front(seen.problem, seen.values, seen.weights)
    points = [tuple(package[1]) for package in known["packages"]]
    assert points[: known["few"]] == [package.points for package in few.packages]
    assert set(points) == {package.points for package in front.packages}
    assert len(points) == len(set(points)) > 1
    names = seen.problem.alternative_ids
    for members, scores, value, euros in known["packages"]:
        same = next(package for package in front.packages if package.points == tuple(scores))
        assert (value, euros) == (same.value, same.euros)
        assert {names[member] for member in members} == set(same.alternatives)
    assert f"{len(points)} pakketten" in known["said"]["nl"]


def test_of_too_many_packages_only_the_few_go_along_with_what_is_proven_of_the_rest(
    seen, monkeypatch
):
    monkeypatch.setattr(module, "MOST_SENT", 0)
    known = known_packages(seen)
    assert len(known["packages"]) == known["few"]
    assert set(known["said"]) == {"nl", "en"}


def test_without_tasks_there_is_nothing_to_walk_through(seen):
    bare = replace(seen.scenario, problem=replace(seen.problem, tasks=()))
    assert known_packages(replace(seen, scenario=bare)) is None
