"""This file holds the picture of how often each alternative takes each place."""

from __future__ import annotations

from bw_mcda.charts.chart_spec import ChartSpec, ChartTable
from bw_mcda.charts.heat_map import HeatCell, heat_map
from bw_mcda.charts.row_labels import row_labels
from bw_mcda.charts.theme import complete
from bw_mcda.problem.label import Language
from bw_mcda.results.analysis import Analysis
from bw_mcda.results.rank_acceptability import RankAcceptability
from bw_mcda.texts.number_format import number
from bw_mcda.texts.sentences import alternative_label, robustness_sentences
from bw_mcda.texts.words import words

CELL_WIDTH = 23


def acceptability_chart(
    analysis: Analysis, language: Language, acceptability: RankAcceptability | None = None
) -> ChartSpec:
    """Return the rank acceptabilities in the order of the ranking.

    ``acceptability`` is one of the two in ``analysis``: the one around its weights when not given.
    """
    shown = analysis.around_weights if acceptability is None else acceptability
    problem = analysis.scenario.problem
    order = analysis.ranking.in_order
    names = [alternative_label(problem, alternative, language) for alternative in order]
    rows = [shown.acceptability[shown.alternatives.index(alternative)] for alternative in order]
    labels = row_labels(names)
    places = [str(place) for place in range(1, len(order) + 1)]
    most = float(shown.acceptability.max())
    cells = [
        HeatCell(
            row=label,
            column=place,
            share=float(share) / most,
            text=_short(float(share), language) if share > 0 else "",
        )
        for label, row in zip(labels, rows, strict=True)
        for place, share in zip(places, row, strict=True)
    ]
    key = "acceptability_title" if shown.weights == "around" else "acceptability_any_title"
    finding = robustness_sentences(shown, problem, analysis.scenario.plan.top_places, language)[0]
    alt = words(language, "charts.acceptability_alt", finding=finding)
    picture = heat_map(
        cells,
        labels,
        places,
        cell_width=CELL_WIDTH,
        column_title=words(language, "charts.acceptability_axis"),
    )
    return ChartSpec(
        name=f"acceptability_{shown.weights}",
        title=words(language, f"charts.{key}"),
        alt=alt,
        vega_lite=complete(picture, alt, language),
        table=ChartTable(
            headers=(words(language, "charts.acceptability_row"), *places),
            rows=tuple(
                (name, *(_short(float(share), language) for share in row))
                for name, row in zip(names, rows, strict=True)
            ),
        ),
    )


def _short(share: float, language: Language) -> str:
    """Return a percentage without its sign, as narrow as its cell."""
    return "<1" if 0 < share < 0.005 else number(round(100 * share), language, 0)
