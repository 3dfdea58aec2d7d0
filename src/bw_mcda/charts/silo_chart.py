"""This file holds the picture of what each task reaches when tasks choose apart or together."""

from __future__ import annotations

from bw_mcda.charts.chart_spec import ChartSpec, ChartTable
from bw_mcda.charts.row_labels import row_labels
from bw_mcda.charts.task_bars import task_bars
from bw_mcda.charts.theme import complete
from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.label import Language
from bw_mcda.results.price_of_silos import PriceOfSilos
from bw_mcda.texts.naming import label_of, points_number
from bw_mcda.texts.number_format import euros, number
from bw_mcda.texts.silo_sentences import silo_sentences
from bw_mcda.texts.words import words

KEYS = {"sectoral": "silos_sectoral", "own_money": "silos_own", "pooled": "silos_pooled"}


def silo_chart(silos: PriceOfSilos, problem: DecisionProblem, language: Language) -> ChartSpec:
    """Return a bar per task and way of choosing, from today (0) to the goal (100)."""
    finding = silo_sentences(silos, problem, language)[0]
    alt = words(language, "packages_tradeoffs.silos_alt", finding=finding)
    tasks = [label_of(problem.tasks, task, language) for task in silos.tasks]
    labels = row_labels(tasks, 24)
    packages = {
        words(language, f"packages_tradeoffs.{KEYS[name]}"): outcome.package
        for name, outcome in silos.outcomes
    }
    values = [
        {
            "task": label,
            "package": name,
            "points": points,
            "goal": 100,
            "text": number(round(points), language, 0),
        }
        for name, package in packages.items()
        for label, points in zip(labels, package.points, strict=True)
    ]
    axis = words(language, "packages_tradeoffs.silos_axis")
    totals = (
        ("silos_total", [points_number(p.value, language) for p in packages.values()]),
        ("silos_costs", [euros(p.euros, language) for p in packages.values()]),
    )
    return ChartSpec(
        name="silos",
        title=words(language, "packages_tradeoffs.silos_title"),
        alt=alt,
        vega_lite=complete(task_bars(values, labels, list(packages), axis), alt, language),
        table=ChartTable(
            headers=(words(language, "packages_tradeoffs.silos_task"), *packages),
            rows=(
                *(
                    (task, *(points_number(p.points[place], language) for p in packages.values()))
                    for place, task in enumerate(tasks)
                ),
                *((words(language, f"packages_tradeoffs.{key}"), *cells) for key, cells in totals),
            ),
        ),
    )
