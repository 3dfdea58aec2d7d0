"""This file holds what there is to choose, in which order it comes, and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bw_mcda.charts.ranking_chart import ranking_chart
from bw_mcda.problem.label import Language
from bw_mcda.reports.choice_sections import main_parts
from bw_mcda.reports.dissent import first_of
from bw_mcda.reports.document import DataTable, Paragraph, Picture, Section
from bw_mcda.reports.panel import Panel
from bw_mcda.reports.wording import (
    null_sentence,
    paragraph,
    said,
    signed,
    whole,
)
from bw_mcda.results.analysis import Analysis
from bw_mcda.results.ranking import Ranking
from bw_mcda.texts.number_format import euros, number
from bw_mcda.texts.sentences import (
    alternative_label,
    alternatives_in_words,
    label_of,
    list_in_words,
)
from bw_mcda.texts.words import words

WORTH_TELLING = 0.1
"""Points: a smaller difference is told as nothing."""
TOLD = 3


def question_section(analysis: Analysis, language: Language) -> Section:
    """Return the question, the areas and tasks, and the alternatives with their cost."""
    problem = analysis.scenario.problem
    areas = [
        said(
            language,
            "question_area",
            area=area.label.text(language),
            inhabitants=number(area.inhabitants, language, 0),
        )
        for area in problem.areas
    ]
    tasks = "; ".join(task.label.text(language) for task in problem.tasks)
    texts = [
        said(language, "question_text", question=problem.question.text(language)),
        said(language, "question_areas", areas=list_in_words(areas, language)),
        *([said(language, "question_tasks", tasks=tasks)] if tasks else []),
        said(
            language,
            "question_choices",
            count=len(problem.alternatives) - 1,
            null=problem.null_alternative.label.text(language),
        ),
    ]
    rows = tuple(
        (
            alternative.label.text(language),
            alternative.summary.text(language),
            label_of(problem.organisations, alternative.lead, language)
            if alternative.lead
            else said(language, "none"),
            euros(alternative.total_cost, language),
        )
        for alternative in problem.alternatives
        if not alternative.is_null
    )
    headers = ("alternative", "summary_column", "lead", "cost")
    table = DataTable(
        caption=said(language, "question_table"),
        headers=tuple(said(language, header) for header in headers),
        rows=rows,
        widths=(0.26, 0.42, 0.18, 0.14),
        small=True,
        numeric=frozenset({3}),
    )
    return Section(
        id="question",
        title=said(language, "question"),
        blocks=(*(Paragraph(text=text) for text in texts), table),
    )


def ranking_section(analysis: Analysis, panels: Mapping[str, Panel], language: Language) -> Section:
    """Return the ranking in a picture, per alternative the reasons, and what falls out."""
    problem, ranking = analysis.scenario.problem, analysis.ranking
    null = problem.null_alternative
    blocks = [Paragraph(text=_why_first(analysis, language), lead=True)]
    text = null_sentence(analysis, language)
    below = [
        a
        for a in ranking.in_order
        if a != null.id and ranking.score_of(a) <= ranking.score_of(null.id)
    ]
    if below:
        key = "ranking_below_many" if len(below) > 1 else "ranking_below_one"
        names = alternatives_in_words(below, problem, language)
        text = f"{text} {said(language, key, names=names)}"
    blocks.append(Paragraph(text=text))
    reasons = Section(
        id="reasons",
        title=said(language, "reasons"),
        blocks=(
            paragraph(language, "reasons_text"),
            _reasons_table(analysis, language),
        ),
    )
    return Section(
        id="ranking",
        title=said(language, "ranking"),
        blocks=(*blocks, Picture(chart=ranking_chart(analysis, language))),
        parts=(reasons, *main_parts(panels, "requirements", "dominance", "sorting")),
    )


def _why_first(analysis: Analysis, language: Language) -> str:
    """Return what brings the first its place, and what it does worse than doing nothing."""
    problem, ranking = analysis.scenario.problem, analysis.ranking
    first = first_of(ranking)
    if len(first) > 1:
        names = alternatives_in_words(first, problem, language)
        return said(language, "ranking_why_level", names=names)
    name = alternative_label(problem, first[0], language)
    if first[0] == problem.null_alternative.id:
        return said(language, "ranking_why_null", name=name)
    gains = gains_over_null(analysis, first[0])
    most = [item for item in gains if item[1] >= WORTH_TELLING][:TOLD]
    least = [item for item in reversed(gains) if item[1] <= -WORTH_TELLING][:TOLD]
    if not most:
        return said(language, "ranking_why_small", name=name)
    told = _criteria_in_words(analysis, most, language)
    sentence = said(language, "ranking_why", name=name, criteria=told)
    key = "ranking_despite" if least else "ranking_despite_none"
    told = _criteria_in_words(analysis, least, language)
    return f"{sentence} {said(language, key, criteria=told)}"


def _criteria_in_words(
    analysis: Analysis, gains: list[tuple[str, float]], language: Language
) -> str:
    criteria = analysis.scenario.problem.criteria
    return list_in_words(
        [f"“{label_of(criteria, criterion, language)}”" for criterion, _ in gains], language
    )


def _reasons_table(analysis: Analysis, language: Language) -> DataTable:
    ranking = analysis.ranking
    rows = []
    for alternative in ranking.in_order:
        gains = gains_over_null(analysis, alternative)
        best = [item for item in gains if item[1] >= WORTH_TELLING][:TOLD]
        worst = [item for item in reversed(gains) if item[1] <= -WORTH_TELLING][:TOLD]
        is_null = alternative == analysis.scenario.problem.null_alternative.id
        rows.append(
            (
                alternative_label(analysis.scenario.problem, alternative, language),
                str(ranking.place_of(alternative)),
                whole(ranking.score_of(alternative), language),
                "–" if is_null else _reasons(analysis, best, "reasons_nothing", language),
                "–" if is_null else _reasons(analysis, worst, "reasons_nowhere", language),
            )
        )
    headers = ("alternative", "place", "score", "reasons_most", "reasons_least")
    return DataTable(
        caption=said(language, "reasons_table"),
        headers=tuple(said(language, header) for header in headers),
        rows=tuple(rows),
        widths=(0.23, 0.09, 0.09, 0.31, 0.28),
        numeric=frozenset({1, 2}),
        small=True,
    )


def gains_over_null(analysis: Analysis, alternative: str) -> list[tuple[str, float]]:
    """Return (criterion id, points above the null alternative), most first."""
    ranking = analysis.ranking
    if ranking.contributions is None:
        return []
    null = ranking.alternatives.index(analysis.scenario.problem.null_alternative.id)
    own = ranking.alternatives.index(alternative)
    gains = ranking.contributions[own] - ranking.contributions[null]
    pairs = zip(ranking.criteria, (float(gain) for gain in gains), strict=True)
    return sorted(pairs, key=lambda pair: -pair[1])


def _reasons(
    analysis: Analysis, gains: list[tuple[str, float]], otherwise: str, language: Language
) -> str:
    criteria = analysis.scenario.problem.criteria
    told = [
        said(
            language,
            "reason",
            criterion=label_of(criteria, criterion, language),
            points=signed(gain, language),
        )
        for criterion, gain in gains
    ]
    return "; ".join(told) or said(language, otherwise)


def others_section(analysis: Analysis, language: Language) -> Section:
    """Return what the other methods of the plan put first."""
    others = analysis.second_opinions
    if not others:
        blocks: tuple[Paragraph | DataTable, ...] = (paragraph(language, "others_none"),)
    else:
        key = "others_text_one" if len(others) == 1 else "others_text"
        blocks = (
            paragraph(language, key, count=len(others)),
            Paragraph(text=" ".join(_opinions(analysis, language))),
            _places_table(analysis, language),
            paragraph(language, "others_meaning"),
        )
    return Section(id="others", title=said(language, "others"), blocks=blocks)


def _opinions(analysis: Analysis, language: Language) -> Iterator[str]:
    """Yield how many methods agree on the first place, and what the others say."""
    problem, others = analysis.scenario.problem, analysis.second_opinions
    first = set(first_of(analysis.ranking))
    names = alternatives_in_words(first_of(analysis.ranking), problem, language)
    agree = [other for other in others if first & set(first_of(other))]
    if len(agree) == len(others):
        yield said(language, f"others_agree_all{'_one' if len(others) == 1 else ''}", names=names)
    elif agree:
        yield said(language, "others_agree_some", count=len(agree), all=len(others), names=names)
    else:
        yield said(language, "others_agree_none", names=names)
    differ: dict[tuple[str, ...], list[str]] = {}
    for other in others:
        if not first & set(first_of(other)):
            differ.setdefault(first_of(other), []).append(_method(other, language))
    for own, methods in differ.items():
        yield said(
            language,
            "others_differ_many" if len(own) > 1 else "others_differ",
            methods=list_in_words(methods, language),
            names=alternatives_in_words(own, problem, language),
        )
    yield from _biggest_move(analysis, language)


def _biggest_move(analysis: Analysis, language: Language) -> Iterator[str]:
    rankings = (analysis.ranking, *analysis.second_opinions)
    places = {
        name: [ranking.place_of(name) for ranking in rankings] for name in analysis.ranking.in_order
    }
    mover = max(places, key=lambda name: max(places[name]) - min(places[name]))
    best, worst = min(places[mover]), max(places[mover])
    if worst > best:
        name = alternative_label(analysis.scenario.problem, mover, language)
        yield said(language, "others_moves", name=name, best=best, worst=worst)


def _places_table(analysis: Analysis, language: Language) -> DataTable:
    rankings = (analysis.ranking, *analysis.second_opinions)
    share = 0.7 / len(rankings)
    return DataTable(
        caption=said(language, "others_table"),
        headers=(
            said(language, "alternative"),
            *(_method(ranking, language) for ranking in rankings),
        ),
        rows=tuple(
            (
                alternative_label(analysis.scenario.problem, name, language),
                *(str(ranking.place_of(name)) for ranking in rankings),
            )
            for name in analysis.ranking.in_order
        ),
        widths=(0.3, *(share for _ in rankings)),
        numeric=frozenset(range(1, len(rankings) + 1)),
        small=len(rankings) > 5,
    )


def _method(ranking: Ranking, language: Language) -> str:
    return words(language, f"methods.{ranking.method}")
