from __future__ import annotations

import json
from dataclasses import replace

import pytest

from bw_mcda.command_line.analyse import _ranking_lines
from bw_mcda.engine.analyse import analyse
from bw_mcda.scenario_files.read_scenario import read_scenario

KEYS = [
    "format",
    "scenario",
    "perspective",
    "weights",
    "stakeholders",
    "values",
    "ranking",
    "second_opinions",
    "by_stakeholder",
    "robustness",
    "portfolios",
    "rule_repairs",
    "schedules",
    "requirements",
    "coherence",
    "doubt",
    "together",
    "puzzle",
    "working",
    "sharing",
    "learning",
    "findings",
    "made_with",
]


@pytest.fixture
def problem(minimal):
    return read_scenario(minimal).problem


def test_every_measure_has_its_place_in_the_printed_ranking(run, minimal, problem):
    ended = run("analyse", minimal)
    assert ended.code == 0
    lines = ended.out.splitlines()
    header = next(
        place for place, line in enumerate(lines) if line.split()[:2] == ["plaats", "punten"]
    )
    table = "\n".join(lines[header + 1 : header + 1 + len(problem.alternatives)])
    for alternative in problem.alternatives:
        assert alternative.label.nl in table
    assert [int(line.split()[0].rstrip("=")) for line in table.splitlines()] == sorted(
        int(line.split()[0].rstrip("=")) for line in table.splitlines()
    )


def test_how_sure_the_ranking_is_is_told_in_words(run, minimal):
    out = run("analyse", minimal).out
    assert "Hoe zeker is dat?" in out
    assert "van de gevallen" in out or "in alle gevallen" in out


def test_english_is_printed_when_asked_for(run, minimal):
    out = run("analyse", minimal, "--lang", "en").out
    assert "How sure is that?" in out
    assert "Hoe zeker" not in out


def test_json_has_the_promised_keys_in_order(run, minimal):
    content = json.loads(run("analyse", minimal, "--json").out)
    assert list(content) == KEYS


def test_json_is_the_same_as_the_json_report_byte_for_byte(run, minimal, tmp_path):
    printed = run("analyse", minimal, "--json").out
    assert run("report", minimal, "--to", tmp_path / "advies.json").code == 0
    assert printed == (tmp_path / "advies.json").read_text(encoding="utf-8")


def test_one_stakeholder_gives_that_stakeholders_ranking(run, minimal, problem):
    everybody = json.loads(run("analyse", minimal, "--json").out)
    for stakeholder in problem.stakeholders:
        own = json.loads(run("analyse", minimal, "--json", "--stakeholder", stakeholder.id).out)
        assert own["perspective"] == stakeholder.id
        assert own["ranking"] == everybody["by_stakeholder"][stakeholder.id]
        printed = run("analyse", minimal, "--stakeholder", stakeholder.id).out
        assert f"Gewichten van: {stakeholder.label.nl}" in printed


@pytest.mark.parametrize("command", ["analyse", "portfolio"])
def test_a_stakeholder_that_does_not_exist_is_wrong_use_and_names_those_that_do(
    run, minimal, problem, command
):
    ended = run(command, minimal, "--stakeholder", "nobody")
    assert ended.code == 2
    assert ended.out == ""
    assert "'nobody'" in ended.err
    for stakeholder in problem.stakeholders:
        assert stakeholder.id in ended.err


def test_the_worked_example_prints_its_second_opinions(run, example):
    out = run("analyse", example).out
    assert "Andere rekenwijzen" in out
    for method in read_scenario(example).plan.methods:
        assert method == "additive" or method.split("_")[0].upper() in out.upper()


def test_measures_that_share_a_place_are_marked_and_the_mark_is_explained(minimal):
    analysis = analyse(read_scenario(minimal))
    names = analysis.ranking.alternatives
    assert "1=" not in "\n".join(_ranking_lines(analysis, "nl"))
    tied = replace(
        analysis.ranking,
        scores=[50.0] * len(names),
        places=(1,) * len(names),
        ties=(names,),
        contributions=None,
    )
    lines = _ranking_lines(replace(analysis, ranking=tied), "nl")
    assert sum(line.split()[:2] == ["1=", "50,0"] for line in lines) == len(names)
    assert "  = deelt deze plaats met een andere maatregel" in lines


def test_every_other_step_is_told_in_one_line_and_in_full_when_asked(run, minimal):
    short, full = run("analyse", minimal), run("analyse", minimal, "--full")
    assert (short.code, full.code) == (0, 0)
    for question in ("Telt iets dubbel", "Waarover moet u praten?", "Verandert de volgorde"):
        assert question in short.out
        assert question in full.out
    assert "Wie gaat voor wie" in full.out
    assert "Wie gaat voor wie" not in short.out
    assert len(full.out) > 2 * len(short.out)
