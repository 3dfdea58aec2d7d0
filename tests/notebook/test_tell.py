from __future__ import annotations

import json
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from bw_mcda import tell
from bw_mcda.engine.analyse import analyse
from bw_mcda.notebook.tell import STEPS
from bw_mcda.notebook.told import VEGA_LITE
from bw_mcda.reports.advice import advice

# The steps whose findings the document shows too, as panels.
SHARED = ("coherence", "doubt", "together", "puzzle", "working", "sharing", "learning")
# Told in words only: the table stands at the other finding of the step.
WITHOUT_FRAME = {"weighing", "silos"}


@pytest.fixture
def displayed(monkeypatch):
    """Return what IPython was asked to show, in order."""
    shown = []
    monkeypatch.setattr("IPython.display.display", lambda thing, **_: shown.append(thing))
    return shown


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("step", STEPS)
def test_every_step_tells_its_findings_with_sentences_and_tables(analysis, step, language):
    story = tell(analysis, step, language=language)
    assert story.parts
    for told in story.parts:
        assert told.panel.language == language
        assert told.panel.title
        assert told.panel.sentences
        assert all(sentence.strip() for sentence in told.panel.sentences)
        assert told.frames or told.panel.id in WITHOUT_FRAME, told.panel.id
        assert all(isinstance(frame, pd.DataFrame) for frame in told.frames)


def findings_of(sections):
    """Yield the id and the first sentence of every finding in the document, however deep."""
    for section in sections:
        if section.id.startswith("found-"):
            yield section.id, section.blocks[0].text
        yield from findings_of(section.parts)


@pytest.mark.parametrize("step", SHARED)
def test_what_the_document_tells_too_it_tells_in_the_same_words(analysis, step):
    in_document = dict(findings_of(advice(analysis, "nl").sections))
    told = {
        f"found-{told.panel.id.replace('_', '-')}": told.panel.sentences
        for told in tell(analysis, step).parts
    }
    both = told.keys() & in_document.keys()
    assert both
    assert {id_: in_document[id_] for id_ in both if in_document[id_] not in told[id_]} == {}


def test_without_steps_everything_is_told_once_in_order(analysis):
    everything = [told.panel.id for told in tell(analysis).parts]
    assert everything == [told.panel.id for step in STEPS for told in tell(analysis, step).parts]
    assert len(set(everything)) == len(everything)


def test_printing_gives_titles_and_sentences(analysis):
    story = tell(analysis, "ranking", language="nl")
    assert str(story) == repr(story)
    assert str(story).splitlines()[0] == "Wat is de volgorde?"
    assert "  • Leegstand wordt seniorenwoning staat bovenaan met 42 van de 100 punten." in str(
        story
    )


def test_a_notebook_shows_sentences_then_pictures_then_tables(analysis, displayed):
    story = tell(analysis, "ranking")
    story._ipython_display_()
    first, second = story.parts
    assert [type(thing).__name__ for thing in displayed] == [
        "dict",
        "dict",
        "DataFrame",
        "DataFrame",
        "dict",
        "DataFrame",
    ]
    assert displayed[0]["text/plain"] == f"{first.text}\n"
    assert first.panel.title in displayed[0]["text/html"]
    assert displayed[1]["text/plain"] == first.panel.charts[0].alt
    assert displayed[4]["text/plain"] == f"{second.text}\n"


def test_every_picture_is_plain_vega_lite_that_a_message_can_carry(analysis):
    charts = [chart for charts in tell(analysis).charts.values() for chart in charts]
    assert len(charts) > 20
    for chart in charts:
        sent = json.loads(json.dumps(dict(chart.vega_lite), allow_nan=False))
        assert "/vega-lite/v5" in sent["$schema"]
        assert chart.alt
    assert VEGA_LITE == "application/vnd.vegalite.v5+json"


def test_names_with_signs_of_a_page_stay_names(minimal_scenario, displayed):
    problem = minimal_scenario.problem
    label = replace(problem.alternatives[1].label, nl="<b>Bus & trein</b>")
    renamed = replace(problem.alternatives[1], label=label)
    alternatives = (problem.alternatives[0], renamed, *problem.alternatives[2:])
    changed = replace(minimal_scenario, problem=replace(problem, alternatives=alternatives))
    tell(analyse(changed), "ranking")._ipython_display_()
    assert "&lt;b&gt;Bus &amp; trein&lt;/b&gt;" in displayed[0]["text/html"]
    assert "<b>" not in displayed[0]["text/html"]


def test_tables_hold_what_the_results_hold(analysis):
    frames = tell(analysis, "weights", "ranking", "packages").frames
    shares = frames["weights"][0]
    np.testing.assert_allclose(shares.sum(), 1.0)
    assert shares["together"].to_dict() == pytest.approx(analysis.weights.shares)
    assert frames["ranking"][0].index[0] == analysis.ranking.first[0]
    chosen = frames["packages"][0]
    assert set(chosen.index[chosen["chosen"]]) == set(analysis.portfolios[0].alternatives)


def test_an_unknown_step_is_named_beside_those_that_exist(analysis):
    with pytest.raises(ValueError, match="tell: got ranks, moods; allowed: coherence, weights"):
        tell(analysis, "ranks", "ranking", "moods")


def test_the_step_two_by_two_is_about_the_weights_of_the_analysis(minimal_scenario):
    groups = [own.id for own in minimal_scenario.problem.stakeholders]
    told = [
        tell(analyse(minimal_scenario, group), "two_by_two").frames["promethee_i"][0]
        for group in groups[:2]
    ]
    assert not told[0].equals(told[1])


def test_without_tasks_and_package_goals_the_rest_is_told(minimal_scenario):
    problem = minimal_scenario.problem
    bare = replace(
        problem,
        tasks=(),
        rules=replace(problem.rules, task_minimums=()),
        alternatives=tuple(replace(own, tasks=()) for own in problem.alternatives),
    )
    plan = replace(minimal_scenario.plan, package_goals=())
    story = tell(analyse(replace(minimal_scenario, problem=bare, plan=plan)))
    assert not {"tension", "silos"} & set(story.frames)
    assert "Het plan vraagt niet om een pakket." in str(story)
