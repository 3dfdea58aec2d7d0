from __future__ import annotations

import re

import pytest
import vl_convert

from bw_mcda.charts.class_acceptability_chart import class_acceptability_chart
from bw_mcda.charts.dominance_chart import dominance_chart
from bw_mcda.charts.outranking_graph_chart import outranking_graph_chart
from bw_mcda.charts.partial_order_chart import partial_order_chart
from bw_mcda.charts.sorting_chart import sorting_chart
from bw_mcda.engine.ranking.dominance import dominance
from bw_mcda.engine.ranking.electre_one import electre_i
from bw_mcda.engine.ranking.partial_orders import electre_iii, promethee_i
from bw_mcda.engine.ranking.sorting import sorted_in_classes
from bw_mcda.engine.robustness.class_acceptability import class_acceptability
from bw_mcda.engine.robustness.draws import draw
from bw_mcda.texts.outranking_sentences import (
    class_acceptability_sentences,
    dominance_sentences,
    outranking_graph_sentences,
    partial_order_sentences,
    sorting_sentences,
)

NAMES = (
    "promethee_i",
    "electre_iii",
    "electre_i",
    "sorting",
    "class_acceptability",
    "dominance",
)
EVERY = pytest.mark.parametrize("name", NAMES)


@pytest.fixture(scope="module")
def found(analysis):
    """Return each result with how it is told and drawn, by the name of its chart."""
    scenario = analysis.scenario
    values, weights, criteria = analysis.values, analysis.weights, scenario.problem.criteria
    majority = scenario.plan.majority
    order = (partial_order_sentences, partial_order_chart)
    return {
        "promethee_i": (promethee_i(values, weights, criteria), *order),
        "electre_iii": (electre_iii(values, weights, criteria), *order),
        "electre_i": (
            electre_i(values, weights, majority),
            outranking_graph_sentences,
            outranking_graph_chart,
        ),
        "sorting": (
            sorted_in_classes(values, weights, criteria, majority),
            sorting_sentences,
            sorting_chart,
        ),
        "class_acceptability": (
            class_acceptability(
                scenario.problem, draw(scenario), draw(scenario).any_weights, "any", majority
            ),
            class_acceptability_sentences,
            class_acceptability_chart,
        ),
        "dominance": (
            dominance(values, draw(scenario).values, weights),
            dominance_sentences,
            dominance_chart,
        ),
    }


def drawn(chart):
    return vl_convert.vegalite_to_svg(dict(chart.vega_lite), vl_version="5.20")


@EVERY
@pytest.mark.parametrize("language", ["nl", "en"])
def test_it_is_drawn_without_a_word_of_warning_within_the_margins(
    found, problem, name, language, capfd
):
    result, _, chart_of = found[name]
    chart = chart_of(result, problem, language)
    svg = drawn(chart)

    assert chart.name == name
    assert svg.startswith("<svg")
    assert capfd.readouterr().err == ""
    assert float(re.search(r' width="([\d.]+)"', svg).group(1)) <= 16.6 / 2.54 * 96


@EVERY
def test_the_alt_text_says_the_finding(found, problem, name):
    result, sentences_of, chart_of = found[name]

    assert " ".join(sentences_of(result, problem, "nl")) in chart_of(result, problem, "nl").alt


@EVERY
def test_every_cell_drawn_stands_in_the_table(found, problem, name):
    result, _, chart_of = found[name]
    chart = chart_of(result, problem, "nl")
    three = name in {"sorting", "class_acceptability"}
    n_columns = 3 if three else len(problem.alternatives)

    cells = [cell["text"] for cell in chart.vega_lite["data"]["values"]]
    assert cells == [text for row in chart.table.rows for text in row[1 : 1 + n_columns]]
    assert any(cells)
    assert {len(row) for row in chart.table.rows} == {len(chart.table.headers)}
    assert len(chart.table.rows) == len(problem.alternatives)


def test_every_sign_of_the_grid_is_mirrored(found, problem):
    result, _, chart_of = found["promethee_i"]
    rows = [row[1:] for row in chart_of(result, problem, "nl").table.rows]
    mirror = {"+": "−", "−": "+"}

    for a, row in enumerate(rows):
        for b, sign in enumerate(row):
            assert rows[b][a] == mirror.get(sign, sign)
