from __future__ import annotations

import re
import shutil
from itertools import pairwise

import pytest
import yaml

from bw_mcda.engine.readiness import cautions, must_be_ready
from bw_mcda.engine.scoring.value_table import value_table
from bw_mcda.scenario_files.file_schema import (
    AlternativePart,
    CriterionPart,
    PlanPart,
    ScenarioFile,
    StakeholderPart,
)
from bw_mcda.scenario_files.read_scenario import read_scenario
from bw_mcda.scenario_files.rules_schema import RulesPart
from bw_mcda.scenario_files.weight_schema import AnswerPart
from bw_mcda.scenario_files.yaml_text import YamlText

ANSWERS = {*AnswerPart.model_fields, "per_theme"}
# What the smallest scenario shows by itself, or what needs no example.
SHOWN_THERE = {
    ScenarioFile: {"format", "id", "label", "question", "start_year", "areas", "organisations"}
    | {"tasks", "performances"},
    CriterionPart: {"label", "unit", "direction", "worst", "best", "reach", "source"},
    AlternativePart: {"label", "summary", "null_alternative", "lead", "tasks", "areas", "costs"}
    | {"requires", "strengthens"},
    StakeholderPart: {"label", "source", "swing"},
    PlanPart: {"methods", "draws", "seed", "top_places"},
    RulesPart: {"must_exclude"},
}
# Told in words where they belong, or in the worked example.
TOLD_ELSEWHERE = {"indicator", "mkba", "weight_spread", "unknown_rule", "area_rule"} | {
    "evaluation_share",
    "inequality_aversion",
    "majority",
}


def plain(piece):
    """Return a piece as the reader of scenarios reads it: there, `on` is a word."""
    return YamlText(piece, "docs/scenario.md").content


def pieces(repository):
    page = (repository / "docs" / "scenario.md").read_text(encoding="utf-8")
    return re.findall(r"```yaml\n(.+?)```", page, re.DOTALL)


def put_into(whole, piece):
    """Return ``whole`` with ``piece`` in it; a new answer takes the place of the old one."""
    if isinstance(piece, dict) and ANSWERS & set(piece) and "label" in whole:
        whole = {key: value for key, value in whole.items() if key not in ANSWERS}
    if not (isinstance(whole, dict) and isinstance(piece, dict)):
        return piece
    return whole | {
        key: put_into(whole[key], value) if key in whole else value for key, value in piece.items()
    }


@pytest.fixture(scope="module")
def page(repository):
    return pieces(repository)


def test_every_example_of_the_page_is_a_scenario_that_can_be_analysed(repository, page, tmp_path):
    minimal = repository / "scenarios" / "minimal"
    before = read_scenario(minimal)
    content = yaml.safe_load((minimal / "scenario.yaml").read_text(encoding="utf-8"))
    for number, piece in enumerate(page):
        folder = tmp_path / str(number)
        shutil.copytree(minimal, folder)
        text = yaml.safe_dump(put_into(content, plain(piece)), allow_unicode=True)
        (folder / "scenario.yaml").write_text(text, encoding="utf-8")
        scenario = read_scenario(folder)
        must_be_ready(scenario)
        cautions(scenario, value_table(scenario))
        assert scenario.fingerprint != before.fingerprint, piece


def test_the_examples_are_short_and_all_different(page):
    assert len(page) > 30
    assert all(len(piece.splitlines()) <= 4 for piece in page)
    assert all(one != other for one, other in pairwise(sorted(page)))


@pytest.mark.parametrize("part", SHOWN_THERE, ids=lambda part: part.__name__)
def test_every_key_of_the_format_has_an_example(page, part):
    shown = "\n".join(page)
    keys = set(part.model_fields) - SHOWN_THERE[part] - TOLD_ELSEWHERE
    assert {key for key in keys if not re.search(rf"\b{key}\b", shown)} == set()
