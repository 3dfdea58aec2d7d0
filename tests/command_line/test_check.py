from __future__ import annotations

import json

KEYS = ["ready", "scenario", "findings"]
FINDING_KEYS = ["severity", "place", "found", "allowed", "code", "about", "sentence", "accepted"]


def test_a_good_scenario_is_summed_up_and_ends_with_0(run, minimal):
    ended = run("check", minimal)
    assert ended.code == 0
    assert ended.err == ""
    assert "maatregelen" in ended.out.splitlines()[-1]


def test_every_error_is_told_at_once_with_place_found_and_allowed(run, contradictory):
    ended = run("check", contradictory)
    assert ended.code == 1
    assert ended.out == ""
    assert "2 fouten. Daarmee kan het niet verder." in ended.err
    assert "start_year" in ended.err
    assert "direction" in ended.err
    assert ended.err.count("  gevonden  ") == 2
    assert ended.err.count("  mag zijn  ") == 2
    assert "Traceback" not in ended.err


def test_json_of_a_good_scenario_has_the_promised_keys(run, minimal):
    ended = run("check", minimal, "--json")
    content = json.loads(ended.out)
    assert list(content) == KEYS
    assert content["ready"] is True
    assert list(content["scenario"]) == ["id", "label", "fingerprint"]
    assert ended.err == ""


def test_json_of_a_bad_scenario_has_the_same_keys_and_ends_with_1(run, contradictory):
    for command in ("check", "analyse", "portfolio"):
        ended = run(command, contradictory, "--json")
        assert (ended.code, ended.err) == (1, "")
        content = json.loads(ended.out)
        assert list(content) == KEYS
        assert content["ready"] is False
        assert content["scenario"] is None
        assert len(content["findings"]) == 2
        assert all(list(finding) == FINDING_KEYS for finding in content["findings"])


def test_a_caution_comes_with_a_sentence_in_the_language_asked_for_and_stops_nothing(
    run, minimal, tmp_path
):
    text = (minimal / "performances.csv").read_text(encoding="utf-8")
    folder = tmp_path / "cautious"
    folder.mkdir()
    (folder / "performances.csv").write_text(text, encoding="utf-8")
    scenario = (minimal / "scenario.yaml").read_text(encoding="utf-8")
    assert "start_year: " in scenario
    start = scenario.index("start_year: ")
    line = scenario[start : scenario.index("\n", start)]
    (folder / "scenario.yaml").write_text(scenario.replace(line, "start_year: 2999"), "utf-8")
    dutch = run("check", folder)
    assert dutch.code == 0
    assert "vóór de start van het besluit" in dutch.out
    assert "before the start of the decision" in run("check", folder, "--lang", "en").out
    content = json.loads(run("check", folder, "--json").out)
    assert content["ready"] is True
    codes = {finding["code"] for finding in content["findings"]}
    assert "cost_before_start" in codes
    assert all(f["sentence"] for f in content["findings"] if f["code"] == "cost_before_start")
