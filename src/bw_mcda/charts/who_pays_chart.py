"""This file holds the picture of who pays and where the benefits land."""

from __future__ import annotations

from bw_mcda.charts.chart_spec import ChartSpec, ChartTable
from bw_mcda.charts.heat_map import HeatCell, heat_map
from bw_mcda.charts.row_labels import column_labels, row_labels
from bw_mcda.charts.theme import complete
from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.label import Language
from bw_mcda.results.who_pays import WhoPays
from bw_mcda.texts.naming import label_of, points_number
from bw_mcda.texts.number_format import euros, percent
from bw_mcda.texts.who_pays_sentences import who_pays_sentences
from bw_mcda.texts.words import words

FOR_COLUMNS = 440
"""Pixels for the columns together."""


def who_pays_chart(who: WhoPays, problem: DecisionProblem, language: Language) -> ChartSpec:
    """Return a row per payer and a column per area: the darker the more of the payer's money."""
    sentences = who_pays_sentences(who, problem, language)
    finding = sentences[min(len(who.partners), len(sentences) - 1)]
    alt = words(language, "packages_tradeoffs.pays_alt", finding=finding)
    payers = [label_of(problem.organisations, p.organisation, language) for p in who.partners]
    shown = [n for n in range(len(who.areas) + 1) if n < len(who.areas) or who.to_areas[:, n].any()]
    names = [
        *(label_of(problem.areas, area, language) for area in who.areas),
        words(language, "packages_tradeoffs.pays_nowhere"),
    ]
    areas = [names[n] for n in shown]
    rows, columns = row_labels(payers, 24), column_labels(areas, 14)
    content = heat_map(
        [
            HeatCell(
                row=row,
                column=column,
                share=float(amounts[n]) / partner.paid,
                text=euros(float(amounts[n]), language),
            )
            for row, partner, amounts in zip(rows, who.partners, who.to_areas, strict=True)
            for column, n in zip(columns, shown, strict=True)
        ],
        rows,
        columns,
        cell_width=min(100, FOR_COLUMNS // max(1, len(columns))),
        column_title=words(language, "packages_tradeoffs.pays_axis"),
    )
    heads = ("cost_share", "benefit_share", "alone", "by_benefit", "by_shapley")
    return ChartSpec(
        name="who_pays",
        title=words(language, "packages_tradeoffs.pays_title"),
        alt=alt,
        vega_lite=complete(content, alt, language),
        table=ChartTable(
            headers=(
                words(language, "packages_tradeoffs.pays_payer"),
                *areas,
                words(language, "packages_tradeoffs.pays_total"),
                *(words(language, f"packages_tradeoffs.pays_{key}") for key in heads),
            ),
            rows=tuple(
                (
                    payer,
                    *(euros(float(amounts[n]), language) for n in shown),
                    euros(partner.paid, language),
                    percent(partner.share_of_cost, language),
                    percent(partner.share_of_benefit, language),
                    words(
                        language,
                        "packages_tradeoffs.tension_of",
                        points=points_number(partner.benefit, language),
                        best=points_number(partner.alone, language),
                    ),
                    euros(partner.by_benefit, language),
                    "–" if partner.by_shapley is None else euros(partner.by_shapley, language),
                )
                for payer, partner, amounts in zip(payers, who.partners, who.to_areas, strict=True)
            ),
        ),
    )
