"""This file holds the picture of where things get better and where worse."""

from __future__ import annotations

import numpy as np

from bw_mcda.charts.chart_spec import ChartSpec, ChartTable
from bw_mcda.charts.heat_map import HeatCell, heat_map
from bw_mcda.charts.row_labels import column_labels, row_labels
from bw_mcda.charts.theme import DARKEST, DARKEST_LOSS, complete
from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.label import Language
from bw_mcda.results.population_gains import LEAST, PopulationGains
from bw_mcda.results.read_only import FloatArray
from bw_mcda.texts.distribution_sentences import part_label
from bw_mcda.texts.naming import alternative_label, points_in_words, points_number
from bw_mcda.texts.words import words

FOR_CELLS = 330
"""Pixels for the cells of all parts together."""
WIDEST, NARROWEST = 90, 34
LETTERS_PER_LINE = 12
BETTER, WORSE, SAME = "▲", "▼", "="


def gains_chart(gains: PopulationGains, problem: DecisionProblem, language: Language) -> ChartSpec:
    """Return a grid of gains (▲) and losses (▼): a row per alternative, a column per part.

    Parts are areas or groups of inhabitants. The last column is the mean over all inhabitants,
    which also gives the order of the rows.
    """
    totals = gains.totals
    columns = np.vstack([totals, gains.for_all])
    shown = [a for a, name in enumerate(gains.alternatives) if name != gains.null_alternative]
    shown.sort(key=lambda a: -columns[-1, a])
    parts = [
        *(part_label(gains, part, problem, language) for part in gains.parts),
        words(language, "distribution.gains_balance"),
    ]
    width = max(NARROWEST, min(WIDEST, FOR_CELLS // len(parts)))
    heads = column_labels(parts, LETTERS_PER_LINE)
    names = [alternative_label(problem, gains.alternatives[a], language) for a in shown]
    labels = row_labels(names)
    most = max(LEAST, float(np.abs(columns).max()))
    cells = [
        HeatCell(
            row=label,
            column=head,
            share=abs(float(columns[g, a])) / most,
            text=signed(float(columns[g, a]), language),
            darkest=DARKEST_LOSS if columns[g, a] < 0 else DARKEST,
        )
        for a, label in zip(shown, labels, strict=True)
        for g, head in enumerate(heads)
    ]
    finding = _finding(gains, totals, problem, language)
    alt = words(language, f"distribution.gains_alt_{gains.kind.value}", finding=finding)
    return ChartSpec(
        name=f"gains_of_{gains.kind.value}",
        title=words(language, f"distribution.gains_title_{gains.kind.value}"),
        alt=alt,
        vega_lite=complete(heat_map(cells, labels, heads, cell_width=width), alt, language),
        table=ChartTable(
            headers=(words(language, "charts.alternative"), *parts),
            rows=tuple(
                (name, *(signed(float(value), language) for value in columns[:, a]))
                for a, name in zip(shown, names, strict=True)
            ),
        ),
    )


def signed(points: float, language: Language) -> str:
    """Return a gain as ``▲ 4,5``, a loss as ``▼ −0,8`` and what is neither as ``=``."""
    if abs(points) < LEAST:
        return SAME
    return f"{BETTER if points > 0 else WORSE} {points_number(points, language)}"


def _finding(
    gains: PopulationGains, totals: FloatArray, problem: DecisionProblem, language: Language
) -> str:
    losses = totals <= -LEAST
    if not losses.any():
        return words(language, f"distribution.gains_finding_none_{gains.kind.value}")
    g, a = (int(at) for at in np.unravel_index(np.argmin(totals), totals.shape))
    return words(
        language,
        f"distribution.gains_finding_{gains.kind.value}",
        count=int(losses.sum()),
        total=losses.size - len(gains.parts),  # the null alternative is not drawn
        part=part_label(gains, gains.parts[g], problem, language),
        alternative=alternative_label(problem, gains.alternatives[a], language),
        points=points_in_words(float(totals[g, a]), language),
    )
