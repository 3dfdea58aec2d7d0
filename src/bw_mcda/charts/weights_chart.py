"""This file holds the picture of what each group weighs."""

from __future__ import annotations

from bw_mcda.charts.chart_spec import ChartSpec, ChartTable
from bw_mcda.charts.heat_map import HeatCell, heat_map
from bw_mcda.charts.row_labels import column_labels, row_labels
from bw_mcda.charts.theme import complete, theme_numbers
from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.label import Language
from bw_mcda.problem.weights import mean_weights
from bw_mcda.results.analysis import Analysis
from bw_mcda.texts.number_format import percent
from bw_mcda.texts.sentences import label_of
from bw_mcda.texts.words import words

CELL_WIDTH = 66
LETTERS_PER_LINE = 9


def weights_chart(analysis: Analysis, language: Language) -> ChartSpec:
    """Return the weight of every criterion for every group, and for all together."""
    problem = analysis.scenario.problem
    shares = group_shares(problem)
    groups = column_labels(
        [group_name(problem, group, language) for group in shares], LETTERS_PER_LINE
    )
    criteria = [_criterion_name(problem, id_, language) for id_ in problem.criterion_ids]
    labels = row_labels(criteria)
    most = max(share for group in shares.values() for share in group.values())
    cells = [
        HeatCell(
            row=label,
            column=group,
            share=own[criterion] / most,
            text=percent(own[criterion], language),
        )
        for criterion, label in zip(problem.criterion_ids, labels, strict=True)
        for group, own in zip(groups, shares.values(), strict=True)
    ]
    alt = words(language, "charts.weights_alt", finding=weights_finding(problem, language))
    return ChartSpec(
        name="weights",
        title=words(language, "charts.weights_title"),
        alt=alt,
        vega_lite=complete(heat_map(cells, labels, groups, cell_width=CELL_WIDTH), alt, language),
        table=ChartTable(
            headers=(
                words(language, "charts.criterion"),
                *(group_name(problem, group, language) for group in shares),
            ),
            rows=tuple(
                (name, *(percent(own[criterion], language) for own in shares.values()))
                for criterion, name in zip(problem.criterion_ids, criteria, strict=True)
            ),
        ),
    )


def group_shares(problem: DecisionProblem) -> dict[str, dict[str, float]]:
    """Return the weight per criterion of every group, and of all together under an empty id."""
    shares = {group.id: group.weights.shares for group in problem.stakeholders}
    if len(shares) > 1:
        shares[""] = mean_weights(group.weights for group in problem.stakeholders).shares
    return shares


def group_name(problem: DecisionProblem, group: str, language: Language) -> str:
    """Return the name of a group; an empty id is all together."""
    if not group:
        return words(language, "charts.together")
    return label_of(problem.stakeholders, group, language)


def weights_finding(problem: DecisionProblem, language: Language) -> str:
    """Return about which criterion the groups differ most."""
    shares = {group.id: group.weights.shares for group in problem.stakeholders}
    spread = {
        criterion: max(own[criterion] for own in shares.values())
        - min(own[criterion] for own in shares.values())
        for criterion in problem.criterion_ids
    }
    if len(shares) == 1:
        own = next(iter(shares.values()))
        heaviest = max(own, key=lambda criterion: own[criterion])
        return words(
            language,
            "charts.weights_finding_one",
            criterion=label_of(problem.criteria, heaviest, language),
            high=percent(own[heaviest], language),
        )
    disputed = max(spread, key=lambda criterion: spread[criterion])
    if spread[disputed] <= 0:
        return words(language, "charts.weights_finding_same")
    by_weight = sorted(shares, key=lambda group: shares[group][disputed])
    lowest, highest = by_weight[0], by_weight[-1]
    return words(
        language,
        "charts.weights_finding",
        criterion=label_of(problem.criteria, disputed, language),
        low=percent(shares[lowest][disputed], language),
        high=percent(shares[highest][disputed], language),
        lowest=group_name(problem, lowest, language),
        highest=group_name(problem, highest, language),
    )


def _criterion_name(problem: DecisionProblem, criterion: str, language: Language) -> str:
    number = theme_numbers(problem.tree)[problem.tree.theme_of(criterion).id]
    return f"{number}  {label_of(problem.criteria, criterion, language)}"
