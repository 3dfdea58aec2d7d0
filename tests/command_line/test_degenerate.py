from __future__ import annotations

import csv

import pytest
import yaml

from bw_mcda import tell
from bw_mcda.engine.analyse import analyse
from bw_mcda.engine.robustness.draws import draw
from bw_mcda.engine.scoring.value_table import value_table
from bw_mcda.engine.weighting.perspective import weights_of
from bw_mcda.reports.write_report import write_report
from bw_mcda.results.analysis import TOGETHER
from bw_mcda.scenario_files.read_scenario import read_scenario
from bw_mcda.sessions.memory_store import MemoryStore
from bw_mcda.widgets.finding_panel import makers_of
from bw_mcda.widgets.found_pages import PAGES
from bw_mcda.widgets.pages import workshop_page
from bw_mcda.widgets.seen import Seen

NULL = "nothing_extra"
ZERO = {"value": "0", "low": "", "high": "", "sd": "", "reason": "", "counts_from": "change"}
UNKNOWN = {"value": "?", "low": "", "high": "", "sd": "", "reason": "niemand weet het"}


# Scenarios that are legal and odd: every command has to give an answer.


def only(*names):
    """Keep some alternatives."""

    def change(content, rows):
        kept = content["alternatives"]
        content["alternatives"] = {name: kept[name] for name in kept if name in names}
        for alternative in content["alternatives"].values():
            alternative.pop("excludes", None)
        rows[:] = [row for row in rows if row["alternative"] in names]

    return change


def one_criterion(content, rows):
    content["themes"] = {"environment": content["themes"]["environment"]}
    content["tasks"] = {"climate": content["tasks"]["climate"]}
    for alternative in content["alternatives"].values():
        alternative["tasks"] = [task for task in alternative.get("tasks", []) if task == "climate"]
    for group in content["stakeholders"].values():
        group["swing"] = {"heat": 100}
    rows[:] = [row for row in rows if row["criterion"] == "heat"]


def no_tasks(content, rows):
    del content["tasks"]
    for alternative in content["alternatives"].values():
        alternative.pop("tasks", None)


def no_costs(content, rows):
    for alternative in content["alternatives"].values():
        alternative.pop("costs", None)


def one_group(content, rows):
    del content["stakeholders"]["residents"]


def all_weight_on_one(content, rows):
    for group in content["stakeholders"].values():
        group["swing"] = {"visitors": 0, "atmosphere": 0, "heat": 100}


def no_package_possible(content, rows):
    content["rules"]["must_include"] = ["market", "fountain"]


def no_money(content, rows):
    content["rules"]["budgets"] = [{"payer": "municipality", "euros": 0}]


def no_rules(content, rows):
    del content["rules"]


def no_effect_at_all(content, rows):
    for row in rows:
        row.update({} if row["alternative"] == NULL else ZERO)


def all_unknown(content, rows):
    for row in rows:
        row.update({} if row["alternative"] == NULL else UNKNOWN)


def plan(**settings):
    return lambda content, rows: content["plan"].update(settings)


CASES = {
    "one alternative": only(NULL),
    "two alternatives": only(NULL, "trees"),
    "one criterion": one_criterion,
    "no tasks": no_tasks,
    "no costs": no_costs,
    "one group": one_group,
    "all weight on one criterion": all_weight_on_one,
    "no package possible": no_package_possible,
    "no money": no_money,
    "no rules": no_rules,
    "no effect at all": no_effect_at_all,
    "all unknown": all_unknown,
    "one draw": plan(draws=1),
    "horizon 0": plan(horizon=0),
    "horizons that are all 0": plan(horizons=[0]),
    "no package goals": plan(package_goals=[]),
    "no other method": plan(methods=["additive"]),
    "no doubt about weights": plan(weight_spread=1),
}


@pytest.fixture(scope="module", params=CASES)
def odd(request, minimal, tmp_path_factory):
    content = yaml.safe_load((minimal / "scenario.yaml").read_text(encoding="utf-8"))
    content["plan"]["draws"] = 400
    with (minimal / "performances.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    columns = list(rows[0])
    CASES[request.param](content, rows)
    folder = tmp_path_factory.mktemp("odd")
    text = yaml.safe_dump(content, allow_unicode=True, sort_keys=False)
    (folder / "scenario.yaml").write_text(text, encoding="utf-8")
    with (folder / "performances.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns)
        writer.writeheader()
        writer.writerows(rows)
    return folder


@pytest.fixture(scope="module")
def analysis(odd):
    return analyse(read_scenario(odd))


def test_the_commands_give_an_answer(odd, run):
    for command, language in (("check", "nl"), ("analyse", "nl"), ("portfolio", "en")):
        ended = run(command, odd, "--lang", language)
        assert (ended.code, ended.err) == (0, ""), command
        assert "nan" not in ended.out.lower().split()


@pytest.mark.parametrize("suffix", [".docx", ".xlsx", ".json"])
def test_the_report_can_be_written(analysis, tmp_path, suffix):
    target = write_report(analysis, tmp_path / f"advies{suffix}")
    assert target.stat().st_size > 1_000


def test_the_notebook_has_words_for_everything(analysis):
    for language in ("nl", "en"):
        story = tell(analysis, language=language)
        assert all(told.panel.sentences for told in story.parts)
        assert "nan" not in str(story).lower().split()


def test_the_screen_opens_and_has_words_for_every_page(odd):
    assert workshop_page(odd, MemoryStore()).payload
    scenario = read_scenario(odd)
    seen = Seen(
        scenario=scenario,
        values=value_table(scenario),
        weights=weights_of(scenario.problem, TOGETHER),
        draws=draw(scenario),
    )
    for searches in PAGES.values():
        for find in searches:
            for maker in makers_of(find(seen)):
                assert maker("nl").sentences
                assert maker("en").sentences
