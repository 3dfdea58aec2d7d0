from __future__ import annotations

import pytest

from bw_mcda.results.portfolio import SolveStatus, Unit
from bw_mcda.results.schedule import Schedule, ScheduledMeasure
from bw_mcda.texts.schedule_sentences import schedule_sentences

FOREST = ScheduledMeasure(alternative="forest", start=2026, size=0.6, euros=1)
BUFFER = ScheduledMeasure(alternative="buffer", start=2026, size=1.0, euros=1)
NEIGHBOURS = ScheduledMeasure(alternative="neighbours", start=2028, size=1.0, euros=1)


def schedule(*measures, status=SolveStatus.OPTIMAL, plain=9.0):
    return Schedule(
        goal="most_value",
        status=status,
        measures=measures,
        task_scores=(),
        spending=(),
        clashing_rules=(),
        value=12.0,
        objective_without_choice=plain,
        objective=12.0,
        bound=12.0,
        unit=Unit.POINTS,
        solver="none",
        second_key=None,
    )


@pytest.mark.parametrize(
    ("result", "dutch"),
    [
        (
            schedule(FOREST, BUFFER, NEIGHBOURS),
            [
                "In 2026 beginnen: Nieuw bos (voor 60 %) en Zoetwaterbuffer.",
                "In 2028 begint: Wijkaanpak.",
                "Zo levert het pakket 12 punten op. "
                "Zelf kiezen wanneer en hoeveel scheelt 3 punten op het doel van dit pakket.",
            ],
        ),
        (
            schedule(BUFFER, plain=None, status=SolveStatus.STOPPED),
            [
                "In 2026 begint: Zoetwaterbuffer.",
                "Zo levert het pakket 12 punten op. "
                "Alles meteen en helemaal doen past niet binnen de regels.",
                "Dit is nog niet bewezen: het zoeken is gestopt.",
            ],
        ),
        (
            schedule(BUFFER, plain=12.0),
            [
                "In 2026 begint: Zoetwaterbuffer.",
                "Zo levert het pakket 12 punten op. "
                "Later beginnen of minder doen maakt het niet beter.",
            ],
        ),
        (schedule(), ["Het beste is om niets te doen."]),
        (
            schedule(status=SolveStatus.INFEASIBLE),
            ["Geen enkel pakket voldoet, ook niet met een latere start of een kleinere maatregel."],
        ),
    ],
)
def test_a_schedule_says_what_starts_when_and_what_that_brings(problem, result, dutch):
    said = [text.replace("\u00a0", " ") for text in schedule_sentences(result, problem, "nl")]
    assert said == dutch
    assert len(schedule_sentences(result, problem, "en")) == len(dutch)
