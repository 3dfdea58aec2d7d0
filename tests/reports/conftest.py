from __future__ import annotations

import importlib.util
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from bw_mcda.problem.alternative import Alternative
from bw_mcda.problem.area import Area
from bw_mcda.problem.criteria_tree import CriteriaTree, Dimension, Theme
from bw_mcda.problem.criterion import Criterion, Direction, LinearValue
from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.label import Label
from bw_mcda.problem.performance import (
    Assessment,
    Confidence,
    CountsFrom,
    Evidence,
    Exact,
    PerformanceTable,
)
from bw_mcda.problem.scenario import Scenario
from bw_mcda.problem.stakeholder import Stakeholder
from bw_mcda.problem.weights import Weights
from bw_mcda.sessions.entry import Entry, EntryKind
from bw_mcda.sessions.replay import replay

HERE = Path(__file__).parent.parent


def _load(name, path):
    if name not in sys.modules:
        spec = importlib.util.spec_from_file_location(name, path)
        sys.modules[name] = module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
    return sys.modules[name]


@pytest.fixture(scope="session")
def small():
    """Return the small decision; its file is loaded by path, as test folders are no packages."""
    return _load("small_decision", HERE / "texts" / "small_decision.py")


@pytest.fixture(scope="session")
def made(small):
    """Return the maker of analyses with packages made by hand."""
    return _load("made_analysis", HERE / "charts" / "made_analysis.py")


@pytest.fixture(scope="session")
def analysis(small, made):
    return made.analysis_of(small.small_scenario())


@pytest.fixture(scope="session")
def record(analysis):
    """Return what a session left in which people wrote, chose and changed weights."""

    def entry(number, kind, body):
        return Entry(
            session="hulst",
            kind=kind,
            author="facilitator",
            body=body,
            number=number,
            at="2026-03-01T10:05:00+00:00",
        )

    return replay(
        analysis.scenario,
        [
            entry(1, EntryKind.WEIGHTS, {"group": "farmers", "points": {"lonely": 90.0}}),
            entry(2, EntryKind.NOTE, {"text": "Denk aan de boeren", "about": "buffer"}),
            entry(3, EntryKind.NOTE, {"text": "Goede avond"}),
            entry(
                4,
                EntryKind.CHOICE,
                {"goal": "most_value", "alternatives": ["buffer"], "reason": "Water gaat voor"},
            ),
            entry(5, EntryKind.SNAPSHOT, {"name": "Na de pauze", "reason": "Eerste ronde klaar"}),
        ],
    )


@pytest.fixture(scope="session")
def minimal(made):
    """Return the smallest decision: two alternatives, one criterion, one group, no package."""
    return made.analysis_of(minimal_scenario(), ())


def minimal_scenario() -> Scenario:
    criterion = Criterion(
        id="homes",
        label=Label(nl="Woningen"),
        unit=Label(nl="woningen"),
        direction=Direction.MAXIMISE,
        worst=0,
        best=10,
        value_function=LinearValue(),
    )
    evidence = Evidence(source="telling", year=2024, confidence=Confidence.A)

    def level(value):
        return Assessment(performance=Exact(value), counts_from=CountsFrom.LEVEL, evidence=evidence)

    problem = DecisionProblem(
        id="minimal",
        label=Label(nl="Klein"),
        question=Label(nl="Bouwen of niet?"),
        start_year=2026,
        areas=(Area(id="village", label=Label(nl="Dorp"), inhabitants=900, source="CBS"),),
        organisations=(),
        tasks=(),
        tree=CriteriaTree(
            themes=(
                Theme(
                    id="living",
                    label=Label(nl="Wonen"),
                    dimension=Dimension.HERE_AND_NOW,
                    criteria=(criterion,),
                ),
            )
        ),
        alternatives=(
            Alternative(
                id="nothing", label=Label(nl="Niets"), summary=Label(nl="Nu"), is_null=True
            ),
            Alternative(id="build", label=Label(nl="Bouwen"), summary=Label(nl="Tien woningen")),
        ),
        performances=PerformanceTable(
            cells={
                ("nothing", "homes", "village"): level(0),
                ("build", "homes", "village"): level(10),
            }
        ),
        stakeholders=(
            Stakeholder(
                id="all",
                label=Label(nl="Iedereen"),
                weights=Weights.from_points({"homes": 100}),
                source="gesprek",
            ),
        ),
    )
    scenario = Scenario(problem=problem)
    return replace(scenario, plan=replace(scenario.plan, draws=50))


WICKED = '=HYPERLINK("http://evil.example","x")<script>alert(1)</script>\x0b'


@pytest.fixture(scope="session")
def wicked(small, made):
    """Return an analysis in which people wrote formulas and markup wherever they could."""
    scenario = small.small_scenario()
    problem = scenario.problem
    text = Label(nl=WICKED, en=WICKED)
    alternatives = tuple(
        replace(a, label=Label(nl=f"{WICKED} {a.id}"), summary=text) for a in problem.alternatives
    )
    groups = tuple(replace(g, label=text, source=WICKED) for g in problem.stakeholders)
    themes = tuple(
        replace(
            theme,
            label=text,
            criteria=tuple(
                replace(c, label=text, unit=text, source=WICKED) for c in theme.criteria
            ),
        )
        for theme in problem.tree.themes
    )
    problem = replace(
        problem,
        label=text,
        question=text,
        alternatives=alternatives,
        stakeholders=groups,
        tree=CriteriaTree(themes=themes),
        areas=tuple(replace(area, label=text) for area in problem.areas),
        tasks=tuple(replace(task, label=text) for task in problem.tasks),
        organisations=tuple(replace(o, label=text) for o in problem.organisations),
    )
    provenance = replace(scenario.provenance, authors=(WICKED,), remarks=(WICKED,))
    return made.analysis_of(replace(scenario, problem=problem, provenance=provenance))
