"""This file holds the first page: the findings, before the figures."""

from __future__ import annotations

from collections.abc import Iterator

from bw_mcda.problem.label import Language
from bw_mcda.reports.document import Bullets, Item, Paragraph, Section
from bw_mcda.reports.evidence import invented
from bw_mcda.reports.summary_lines import (
    balance_line,
    dependence_line,
    groups_line,
    package_line,
    payers_line,
    silo_line,
    sure_line,
    tension_line,
    unknown_line,
    years_line,
)
from bw_mcda.reports.wording import paragraph, said, whole, whose_weights
from bw_mcda.results.analysis import Analysis
from bw_mcda.results.portfolio import SolveStatus
from bw_mcda.texts.sentences import package_sentence, ranking_sentence


def summary_section(analysis: Analysis, language: Language) -> Section:
    """Return on one page what comes first, how sure that is, what it costs and who disagrees."""
    problem = analysis.scenario.problem
    fiction = invented(problem)
    warning = (
        [paragraph(language, "summary_fictional", count=fiction.count, all=fiction.total)]
        if fiction.count
        else []
    )
    null = problem.null_alternative
    beside = said(
        language,
        "summary_null",
        name=null.label.text(language),
        score=whole(analysis.ranking.score_of(null.id), language),
    )
    items = [
        Item(strong=said(language, f"summary_{key}"), text=text)
        for key, text in _lines(analysis, language)
        if text
    ]
    return Section(
        id="summary",
        title=said(language, "summary"),
        blocks=(
            Paragraph(text=ranking_sentence(analysis.ranking, problem, language), lead=True),
            Paragraph(text=f"{beside} {whose_weights(analysis, language)}"),
            Bullets(items=tuple(items)),
            *warning,
        ),
    )


def _lines(analysis: Analysis, language: Language) -> Iterator[tuple[str, str]]:
    """Yield each question with its answer; an empty answer is not shown."""
    yield "sure", sure_line(analysis, language)
    yield "depends", dependence_line(analysis, language)
    yield from _package_lines(analysis, language)
    yield "groups", groups_line(analysis, language)
    yield "years", years_line(analysis, language)
    yield "unknown", unknown_line(analysis, language)


def _package_lines(analysis: Analysis, language: Language) -> Iterator[tuple[str, str]]:
    """Yield what is told of packages; only which rules clash when there is none."""
    if not analysis.portfolios:
        return
    first = analysis.portfolios[0]
    if first.status is SolveStatus.INFEASIBLE:
        yield "package", package_sentence(first, analysis.scenario.problem, language)
        return
    yield "package", package_line(first, analysis, language)
    yield "cost", payers_line(first, analysis, language)
    yield "tension", tension_line(analysis, language)
    yield "balance", balance_line(analysis, language)
    yield "silos", silo_line(analysis, language)
