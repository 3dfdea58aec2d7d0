from __future__ import annotations

import json

import pytest

import bw_mcda
from bw_mcda.command_line.shipped_files import shipped_scenario
from bw_mcda.scenario_files.file_schema import json_schema


def test_a_new_scenario_can_be_checked_at_once(run, tmp_path):
    folder = tmp_path / "mijn-gebied"
    made = run("new", folder)
    assert made.code == 0
    assert f"bw-mcda check {folder}" in made.out
    assert run("check", folder).code == 0


def test_a_new_scenario_can_start_from_the_worked_example(run, tmp_path, example):
    folder = tmp_path / "copy"
    assert run("new", folder, "--from", "zeeuws-vlaanderen").code == 0
    assert {path.name for path in folder.iterdir()} == {path.name for path in example.iterdir()}


def test_what_exists_is_never_overwritten(run, tmp_path):
    (tmp_path / "scenario.yaml").write_text("mine", encoding="utf-8")
    for existing in (tmp_path, tmp_path / "scenario.yaml"):
        ended = run("new", existing)
        assert ended.code == 2
        assert str(existing) in ended.err
    assert [path.name for path in tmp_path.iterdir()] == ["scenario.yaml"]
    assert (tmp_path / "scenario.yaml").read_text(encoding="utf-8") == "mine"


def test_shipped_scenarios_are_found_inside_an_installed_package_too(monkeypatch, tmp_path):
    package = tmp_path / "site-packages" / "bw_mcda"
    shipped = package / "shipped" / "scenarios" / "minimal"
    shipped.mkdir(parents=True)
    (shipped / "scenario.yaml").touch()
    monkeypatch.setattr(bw_mcda, "__file__", str(package / "__init__.py"))
    assert shipped_scenario("minimal") == shipped
    with pytest.raises(FileNotFoundError, match="did not come with bw_mcda"):
        shipped_scenario("zeeuws-vlaanderen")


def test_the_schema_is_printed_or_written_as_it_is(run, tmp_path):
    path = tmp_path / "scenario.schema.json"
    assert json.loads(run("schema").out) == json_schema()
    assert run("schema", "--to", path).code == 0
    assert json.loads(path.read_text(encoding="utf-8")) == json_schema()
