"""This file holds what each group finds important, and who sees it differently."""

from __future__ import annotations

from bw_mcda.charts.weights_chart import weights_chart, weights_finding
from bw_mcda.problem.label import Language
from bw_mcda.reports.dissent import (
    agreement_sentence,
    contested_sentence,
    first_of,
    minority_items,
)
from bw_mcda.reports.document import Bullets, DataTable, Paragraph, Picture, Section
from bw_mcda.reports.wording import paragraph, said
from bw_mcda.results.analysis import Analysis
from bw_mcda.texts.number_format import percent
from bw_mcda.texts.sentences import alternatives_in_words, label_of

TOLD = 3


def weight_section(analysis: Analysis, language: Language) -> Section:
    """Return the weights per group with their top three, and the dissenting views."""
    problem = analysis.scenario.problem
    dissent = minority_items(analysis, language)
    minority = Section(
        id="minority",
        title=said(language, "minority"),
        blocks=(Bullets(items=dissent) if dissent else paragraph(language, "minority_none"),),
    )
    agreement = agreement_sentence(analysis, language, short=True)
    contested = contested_sentence(analysis, language)
    return Section(
        id="weights",
        title=said(language, "weights"),
        blocks=(
            Paragraph(text=f"{agreement} {contested}".rstrip(), lead=True),
            Paragraph(text=weights_finding(problem, language)),
            paragraph(language, "weights_text"),
            _top_table(analysis, language),
            Picture(chart=weights_chart(analysis, language)),
        ),
        parts=(minority,),
    )


def _top_table(analysis: Analysis, language: Language) -> DataTable:
    problem = analysis.scenario.problem
    rankings = dict(analysis.by_stakeholder)
    rows = []
    for group in problem.stakeholders:
        shares = group.weights.shares
        heaviest = sorted(shares, key=lambda criterion: -shares[criterion])[:TOLD]
        told = [
            f"{label_of(problem.criteria, criterion, language)} "
            f"({percent(shares[criterion], language)})"
            for criterion in heaviest
            if shares[criterion] > 0
        ]
        rows.append(
            (
                group.label.text(language),
                "; ".join(told),
                alternatives_in_words(first_of(rankings[group.id]), problem, language),
                group.source,
            )
        )
    headers = ("group", "weights_top", "first_place", "weights_source")
    return DataTable(
        caption=said(language, "weights_table"),
        headers=tuple(said(language, header) for header in headers),
        rows=tuple(rows),
        widths=(0.18, 0.34, 0.2, 0.28),
        small=True,
    )
