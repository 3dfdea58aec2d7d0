from __future__ import annotations

from math import inf

import pytest

from bw_mcda.engine.portfolio.every_package import EVERY_PACKAGE_TRIED
from bw_mcda.results.portfolio import Portfolio, SolveStatus, Unit
from bw_mcda.results.second_key import SecondKey, Verdict
from bw_mcda.texts.proof_sentences import LISTED, proof_sentences


def portfolio(bound, key=None, status=SolveStatus.OPTIMAL, unit=Unit.POINTS):
    return Portfolio(
        goal="most_value",
        status=status,
        chosen=(),
        left_out=(),
        task_scores=(),
        spending=(),
        binding_rules=(),
        clashing_rules=(),
        value=10.0,
        objective=10.0,
        bound=bound,
        gap=0.0,
        solver="none",
        unit=unit,
        second_key=key,
    )


@pytest.mark.parametrize(
    ("result", "dutch"),
    [
        (portfolio(10.0), ["Bewezen: geen ander pakket is beter."]),
        (portfolio(13.0), ["Een ander pakket kan hooguit 3 punten beter zijn."]),
        (
            portfolio(2_010.0, unit=Unit.EUROS),
            ["Een ander pakket kan hooguit € 2.000 beter zijn."],
        ),
        (
            portfolio(inf, status=SolveStatus.STOPPED),
            ["Het zoeken is gestopt. Hoeveel beter een ander pakket kan zijn, is niet bekend."],
        ),
        (portfolio(10.0, status=SolveStatus.INFEASIBLE), []),
        (
            portfolio(10.0, SecondKey(method=LISTED, levels=1, verdict=Verdict.AGREES)),
            [
                "Bewezen: geen ander pakket is beter.",
                "Nagerekend in hele getallen, en gecontroleerd op een tweede manier "
                "(alle pakketten zijn nagelopen): die vindt niets beters.",
            ],
        ),
        (
            portfolio(10.0, SecondKey(method="CBC", levels=1, verdict=Verdict.BEATEN)),
            [
                "Bewezen: geen ander pakket is beter.",
                "Let op: een tweede manier (met CBC) vindt een beter pakket. "
                "Gebruik deze uitkomst niet.",
            ],
        ),
        (
            portfolio(10.0, SecondKey(method="", levels=0, verdict=Verdict.OPEN)),
            [
                "Bewezen: geen ander pakket is beter.",
                "Nagerekend in hele getallen. Een tweede controle is niet afgerond.",
            ],
        ),
    ],
)
def test_how_certain_it_is_is_told(result, dutch):
    assert [text.replace("\u00a0", " ") for text in proof_sentences(result, "nl")] == dutch
    assert len(proof_sentences(result, "en")) == len(dutch)


def test_a_list_is_called_what_the_engine_calls_it():
    assert LISTED == EVERY_PACKAGE_TRIED
