from __future__ import annotations

import json

import pytest

from bw_mcda.scenario_files.read_scenario import read_scenario


@pytest.fixture
def scenario(minimal):
    return read_scenario(minimal)


def test_every_measure_is_in_or_out_with_a_reason_for_every_goal(run, minimal, scenario):
    ended = run("portfolio", minimal)
    assert ended.code == 0
    lines = ended.out.splitlines()
    for alternative in scenario.problem.alternatives:
        if alternative.is_null:
            continue
        told = [
            lines[place + 1]
            for place, line in enumerate(lines)
            if line.startswith(f"  • {alternative.label.nl} (€")
        ]
        assert len(told) == len(scenario.plan.package_goals)
        assert all(reason.startswith("    ") and reason.strip() for reason in told)


def test_who_pays_is_told_beside_the_budget(run, minimal):
    assert "Wie betaalt wat" in run("portfolio", minimal).out
    assert "Who pays what" in run("portfolio", minimal, "--lang", "en").out


def test_json_has_the_promised_keys_and_the_content_of_the_analysis(run, minimal):
    content = json.loads(run("portfolio", minimal, "--json").out)
    assert list(content) == [
        "format",
        "scenario",
        "perspective",
        "portfolios",
        "rule_repairs",
        "schedules",
        "made_with",
    ]
    analysis = json.loads(run("analyse", minimal, "--json").out)
    assert content == {key: analysis[key] for key in content}


def test_rules_that_clash_are_an_answer_and_not_an_error(run, minimal, scenario, tmp_path):
    folder = tmp_path / "clashing"
    folder.mkdir()
    text = (minimal / "scenario.yaml").read_text(encoding="utf-8")
    measure = next(a.id for a in scenario.problem.alternatives if not a.is_null)
    assert "\nrules:\n" in text
    both = f"\nrules:\n  must_include: [{measure}]\n  must_exclude: [{measure}]\n"
    (folder / "scenario.yaml").write_text(text.replace("\nrules:\n", both), encoding="utf-8")
    (folder / "performances.csv").write_bytes((minimal / "performances.csv").read_bytes())
    ended = run("portfolio", folder, "--json")
    if ended.code == 0:
        assert json.loads(ended.out)["portfolios"][0]["status"] == "infeasible"
        assert "botsen" in run("portfolio", folder).out
    else:  # a scenario that says both may be refused when it is read
        assert json.loads(ended.out)["findings"]
