from __future__ import annotations

from dataclasses import replace

from bw_mcda.engine.scoring.elicitation import Shape, value_curve, with_answers
from bw_mcda.problem.criterion import ExponentialValue
from bw_mcda.problem.value_answers import ValueAnswers, ValueQuestion
from bw_mcda.texts.value_function_sentences import halving_question, value_curve_sentences
from simple_scenario import numeric

NOISE = numeric("geluid", 80, 40)


def said(criterion, language="nl"):
    return value_curve_sentences(value_curve(criterion), criterion, language)


def test_the_question_names_both_steps():
    assert halving_question(80, 55.5, NOISE, "nl") == (
        "Denk aan “geluid”. Welke stand ligt voor u precies halverwege: de stap van 80 punten daarheen is even veel waard als de stap vandaar naar 55,5 punten?"
    )
    assert "halfway" in halving_question(80, 55.5, NOISE, "en")


def test_which_steps_count_most_is_said_with_the_halfway_level():
    first = replace(NOISE, value_function=ExponentialValue(3.0))
    assert said(first) == (
        "Bij “geluid” is de helft van de waarde al bereikt op 71,2 punten: de eerste stappen tellen het zwaarst.",
    )
    last = replace(NOISE, value_function=ExponentialValue(-3.0))
    assert "pas bereikt op 48,4 punten" in said(last)[0]
    assert said(NOISE) == ("Bij “geluid” telt elke stap ongeveer even zwaar.",)
    assert len(said(first, "en")) == 1


def test_how_near_the_line_is_to_the_answers_is_said():
    answers = ValueAnswers(question=ValueQuestion.POINTS, points_at=((70, 50), (50, 60)))
    assert said(with_answers(NOISE, answers))[1] == "De lijn loopt door alle antwoorden."
    gap = said(with_answers(NOISE, answers, Shape.SMOOTH))[1]
    assert gap.startswith("De lijn wijkt hooguit ")
    assert gap.endswith(" punten af van de antwoorden.")
