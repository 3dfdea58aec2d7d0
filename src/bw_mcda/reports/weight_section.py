"""This file holds what each group finds important, and who sees it differently."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bw_mcda.charts.weights_chart import weights_chart, weights_finding
from bw_mcda.problem.label import Language
from bw_mcda.reports.choice_sections import main_parts
from bw_mcda.reports.dissent import (
    agreement_sentence,
    contested_sentence,
    first_of,
    minority_items,
)
from bw_mcda.reports.document import Bullets, DataTable, Paragraph, Picture, Section
from bw_mcda.reports.panel import Panel
from bw_mcda.reports.wording import paragraph, said
from bw_mcda.results.analysis import Analysis
from bw_mcda.texts.number_format import percent
from bw_mcda.texts.sentences import alternatives_in_words, label_of

TOLD = 3


def weight_section(analysis: Analysis, panels: Mapping[str, Panel], language: Language) -> Section:
    """Return the dissenting views first, then what groups weigh, and what it is worth to settle."""
    dissent = minority_items(analysis, language)
    minority = Section(
        id="minority",
        title=said(language, "minority"),
        blocks=(Bullets(items=dissent) if dissent else paragraph(language, "minority_none"),),
    )
    agreement = agreement_sentence(analysis, language, short=True)
    return Section(
        id="weights",
        title=said(language, "weights"),
        blocks=(
            Paragraph(text=agreement, lead=True),
            Paragraph(text=" ".join(_spread(analysis, language))),
            _top_table(analysis, language),
        ),
        parts=(minority, *main_parts(panels, "disagreement", "group_packages")),
    )


def _spread(analysis: Analysis, language: Language) -> Iterator[str]:
    """Yield which place and which weight groups differ on most."""
    contested = contested_sentence(analysis, language)
    if contested:
        yield contested
    yield weights_finding(analysis.scenario.problem, language)


def weights_part(analysis: Analysis, language: Language) -> Section:
    """Return every weight of every group, in a picture."""
    return Section(
        id="all-weights",
        title=said(language, "weights_all"),
        blocks=(
            paragraph(language, "weights_text"),
            Picture(chart=weights_chart(analysis, language)),
        ),
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
