"""This file holds the picture of how far each package brings each task."""

from __future__ import annotations

from bw_mcda.charts.chart_spec import ChartSpec, ChartTable
from bw_mcda.charts.row_labels import row_labels
from bw_mcda.charts.task_bars import task_bars
from bw_mcda.charts.theme import complete
from bw_mcda.problem.label import Language
from bw_mcda.problem.package_goal import GOAL_IDS
from bw_mcda.results.analysis import Analysis
from bw_mcda.results.portfolio import Portfolio, SolveStatus
from bw_mcda.texts.number_format import number
from bw_mcda.texts.sentences import label_of
from bw_mcda.texts.words import words


def tasks_chart(analysis: Analysis, language: Language) -> ChartSpec:
    """Return a bar per task and package, from today (0) to the goal (100)."""
    problem = analysis.scenario.problem
    packages = [p for p in analysis.portfolios if p.status is not SolveStatus.INFEASIBLE]
    names = [goal_name(package.goal, language) for package in packages]
    tasks = [label_of(problem.tasks, task.id, language) for task in problem.tasks]
    points = [{score.task: score.points for score in p.task_scores} for p in packages]
    alt = words(language, "charts.tasks_alt", finding=_finding(analysis, packages, language))
    labels = row_labels(tasks)
    values = [
        {
            "task": label,
            "package": name,
            "points": scores[task.id],
            "goal": 100,
            "text": number(round(scores[task.id]), language, 0),
        }
        for name, scores in zip(names, points, strict=True)
        for task, label in zip(problem.tasks, labels, strict=True)
    ]
    return ChartSpec(
        name="tasks",
        title=words(language, "charts.tasks_title"),
        alt=alt,
        vega_lite=complete(
            task_bars(values, labels, names, words(language, "charts.tasks_axis")), alt, language
        ),
        table=ChartTable(
            headers=(words(language, "charts.task"), *names),
            rows=tuple(
                (name, *(number(round(scores[task.id]), language, 0) for scores in points))
                for task, name in zip(problem.tasks, tasks, strict=True)
            ),
        ),
    )


def goal_name(goal: str, language: Language) -> str:
    """Return the short name of a package: ``Evenwichtig``."""
    return words(language, f"charts.package_{goal}") if goal in GOAL_IDS else goal


def _finding(analysis: Analysis, packages: list[Portfolio], language: Language) -> str:
    problem = analysis.scenario.problem
    sentences = []
    for package in packages:
        if not package.task_scores:
            continue
        weakest = min(package.task_scores, key=lambda score: score.points)
        worse = round(weakest.points) < 0
        sentences.append(
            words(
                language,
                "charts.tasks_finding_worse" if worse else "charts.tasks_finding",
                package=goal_name(package.goal, language),
                task=label_of(problem.tasks, weakest.task, language),
                points=number(round(weakest.points), language, 0),
            )
        )
    return " ".join(sentences) or words(language, "charts.tasks_finding_none")
