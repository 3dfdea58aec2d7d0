from __future__ import annotations

import pytest
import vl_convert

from bw_mcda.charts.value_function_chart import value_function_chart
from bw_mcda.engine.scoring.elicitation import value_curve, with_answers
from bw_mcda.problem.value_answers import ValueAnswers, ValueQuestion
from simple_scenario import numeric

ANSWERS = ValueAnswers(question=ValueQuestion.HALVING, points_at=((70, 50), (75, 25)))
NOISE = with_answers(numeric("geluid", 80, 40), ANSWERS)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_chart_is_drawn_without_a_word_of_warning(language, capfd):
    chart = value_function_chart(value_curve(NOISE), NOISE, language)
    svg = vl_convert.vegalite_to_svg(dict(chart.vega_lite), vl_version="5.20")
    assert svg.startswith("<svg")
    assert capfd.readouterr().err == ""


def test_the_chart_tells_the_ends_and_the_finding_and_its_table_holds_the_answers():
    chart = value_function_chart(value_curve(NOISE), NOISE, "nl")
    assert chart.alt == (
        "Lijn van 0 punten op 80 punten tot 100 punten op 40 punten. Bij “geluid” is de helft van de waarde al bereikt op 70 punten: de eerste stappen tellen het zwaarst."
    )
    assert chart.title == "Hoeveel is elke stand van “geluid” waard?"
    assert chart.table.rows[0] == ("80 punten", "0", "")
    assert ("70 punten", "50", "Antwoord") in chart.table.rows
    assert chart.table.rows[-1] == ("40 punten", "100", "")
    assert len(chart.table.rows) == 13


def test_worst_stands_at_the_left_and_answers_are_dots():
    line, dots = value_function_chart(value_curve(NOISE), NOISE, "nl").vega_lite["layer"]
    assert line["encoding"]["x"]["scale"]["domain"] == [80, 40]
    assert dots["data"]["values"] == [{"level": 70, "points": 50}, {"level": 75, "points": 25}]
