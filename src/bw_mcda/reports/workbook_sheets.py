"""This file holds what stands on each sheet of the workbook: numbers as numbers."""

from __future__ import annotations

from collections.abc import Iterator

from bw_mcda.charts.tasks_chart import goal_name
from bw_mcda.charts.weights_chart import group_name, group_shares
from bw_mcda.problem.label import Language
from bw_mcda.reports.advice import advice
from bw_mcda.reports.annex_sections import provenance_rows
from bw_mcda.reports.document import Bullets, Section
from bw_mcda.reports.doubt_sections import areas_in_words
from bw_mcda.reports.evidence import effects_of, source_counts
from bw_mcda.reports.finding_sheets import finding_sheets
from bw_mcda.reports.sheet import Cell, Sheet
from bw_mcda.reports.wording import said
from bw_mcda.results.analysis import Analysis
from bw_mcda.results.portfolio import Portfolio
from bw_mcda.sessions.room_record import RoomRecord
from bw_mcda.texts.sentences import (
    alternative_label,
    chosen_in_words,
    left_out_in_words,
    package_sentence,
    performance_in_words,
)
from bw_mcda.texts.words import words


def sheets_of(
    analysis: Analysis, language: Language, record: RoomRecord | None = None
) -> Iterator[Sheet]:
    """Yield every sheet, in order."""
    found = dict(finding_sheets(analysis, language))
    yield _read_me(analysis, language, record, tuple(found))
    yield _ranking(analysis, language)
    yield _effects(analysis, language)
    yield _values(analysis, language)
    yield _weights(analysis, language)
    yield _robustness(analysis, language)
    yield _packages(analysis, language)
    yield from found.values()
    yield _provenance(analysis, language)
    if record is not None:
        yield _room(analysis, language, record)


def _read_me(
    analysis: Analysis, language: Language, record: RoomRecord | None, found: tuple[str, ...]
) -> Sheet:
    document = advice(analysis, language, record)
    sections = {section.id: section for section in document.sections}
    sheets = ["ranking", "effects", "values", "weights", "robustness", "packages", *found]
    sheets += ["provenance"]
    sheets += ["room"] if record is not None else []
    lines = [
        (document.subtitle, ""),
        (document.note, ""),
        *_lines(sections["summary"]),
        (said(language, "read_me_sheets"), ""),
        *((said(language, f"sheet_{id_}"), said(language, f"read_me_{id_}")) for id_ in sheets),
        (sections["limits"].title, ""),
        *_lines(sections["limits"]),
    ]
    return Sheet(
        name=said(language, "sheet_read_me"),
        headers=(document.title, ""),
        rows=tuple(lines),
        kinds=("", ""),
        frozen_columns=0,
    )


def _lines(section: Section) -> Iterator[tuple[str, str]]:
    for block in section.blocks:
        if isinstance(block, Bullets):
            yield from ((item.strong, item.text) for item in block.items)
        else:
            yield getattr(block, "text", ""), ""


def _criteria(analysis: Analysis, language: Language) -> tuple[str, ...]:
    return tuple(criterion.label.text(language) for criterion in analysis.scenario.problem.criteria)


def _ranking(analysis: Analysis, language: Language) -> Sheet:
    problem, ranking = analysis.scenario.problem, analysis.ranking
    rows = []
    for alternative in ranking.in_order:
        a = ranking.alternatives.index(alternative)
        contributions = () if ranking.contributions is None else ranking.contributions[a]
        rows.append(
            (
                alternative_label(problem, alternative, language),
                float(ranking.places[a]),
                float(ranking.scores[a]),
                None if ranking.low is None else float(ranking.low[a]),
                None if ranking.high is None else float(ranking.high[a]),
                *(float(points) for points in contributions),
                *(float(other.place_of(alternative)) for other in analysis.second_opinions),
            )
        )
    criteria = () if ranking.contributions is None else _criteria(analysis, language)
    methods = tuple(words(language, f"methods.{r.method}") for r in analysis.second_opinions)
    fixed = ("alternative", "place", "score", "low", "high")
    return Sheet(
        name=said(language, "sheet_ranking"),
        headers=(
            *(said(language, header) for header in fixed),
            *criteria,
            *(f"{said(language, 'place')}: {method}" for method in methods),
        ),
        rows=tuple(rows),
        kinds=("", "", *("points",) * (3 + len(criteria)), *("",) * len(methods)),
    )


def _effects(analysis: Analysis, language: Language) -> Sheet:
    problem = analysis.scenario.problem
    criteria = {criterion.id: criterion for criterion in problem.criteria}
    rows = []
    for alternative in problem.alternatives:
        for effect in effects_of(problem, alternative.id):
            criterion, evidence = criteria[effect.criterion], effect.assessment.evidence
            rows.append(
                (
                    alternative.label.text(language),
                    criterion.label.text(language),
                    areas_in_words(effect.areas, problem, language),
                    performance_in_words(effect.assessment, criterion, language),
                    criterion.unit.text(language),
                    evidence.source,
                    float(evidence.year) if evidence.year else None,
                    evidence.confidence.value,
                )
            )
    headers = (
        "alternative",
        "criterion",
        "where",
        "effect",
        "unit",
        "source",
        "year",
        "confidence",
    )
    return Sheet(
        name=said(language, "sheet_effects"),
        headers=tuple(said(language, header) for header in headers),
        rows=tuple(rows),
        kinds=("",) * len(headers),
    )


def _values(analysis: Analysis, language: Language) -> Sheet:
    values = analysis.values
    return Sheet(
        name=said(language, "sheet_values"),
        headers=(said(language, "alternative"), *_criteria(analysis, language)),
        rows=tuple(
            (
                alternative_label(analysis.scenario.problem, alternative, language),
                *(float(value) for value in row),
            )
            for alternative, row in zip(values.alternatives, values.expected, strict=True)
        ),
        kinds=("", *("value",) * len(values.criteria)),
    )


def _weights(analysis: Analysis, language: Language) -> Sheet:
    problem = analysis.scenario.problem
    shares = group_shares(problem)
    return Sheet(
        name=said(language, "sheet_weights"),
        headers=(
            said(language, "criterion"),
            said(language, "theme"),
            *(group_name(problem, group, language) for group in shares),
        ),
        rows=tuple(
            (
                criterion.label.text(language),
                problem.tree.theme_of(criterion.id).label.text(language),
                *(own[criterion.id] for own in shares.values()),
            )
            for criterion in problem.criteria
        ),
        kinds=("", "", *("share",) * len(shares)),
    )


def _robustness(analysis: Analysis, language: Language) -> Sheet:
    problem, around = analysis.scenario.problem, analysis.around_weights
    top = analysis.scenario.plan.top_places
    null = around.alternatives.index(problem.null_alternative.id)
    rows = []
    for alternative in analysis.ranking.in_order:
        a = around.alternatives.index(alternative)
        rows.append(
            (
                alternative_label(problem, alternative, language),
                around.share_in_top(alternative, top),
                None if a == null else float(around.pairwise[a, null]),
                *(float(share) for share in around.acceptability[a]),
            )
        )
    places = range(1, len(around.alternatives) + 1)
    return Sheet(
        name=said(language, "sheet_robustness"),
        headers=(
            said(language, "alternative"),
            said(language, "in_top", places=top),
            said(language, "better_than_null"),
            *(said(language, "place_number", place=place) for place in places),
        ),
        rows=tuple(rows),
        kinds=("", *("share",) * (2 + len(around.alternatives))),
    )


def _packages(analysis: Analysis, language: Language) -> Sheet:
    rows: list[tuple[Cell, ...]] = []
    for portfolio in analysis.portfolios:
        rows += _package_rows(portfolio, analysis, language)
    headers = ("goal", "alternative", "in_package", "cost", "why")
    return Sheet(
        name=said(language, "sheet_packages"),
        headers=tuple(said(language, header) for header in headers),
        rows=tuple(rows),
        kinds=("", "", "", "euros", ""),
    )


def _package_rows(
    portfolio: Portfolio, analysis: Analysis, language: Language
) -> Iterator[tuple[Cell, ...]]:
    problem = analysis.scenario.problem
    costs = {alternative.id: float(alternative.total_cost) for alternative in problem.alternatives}
    goal = goal_name(portfolio.goal, language)
    yes, no = (words(language, f"charts.{key}") for key in ("yes", "no"))
    total = float(portfolio.total_cost)
    yield goal, "", "", total, package_sentence(portfolio, problem, language)
    for chosen in portfolio.chosen:
        name = alternative_label(problem, chosen.alternative, language)
        why = chosen_in_words(chosen, problem, language)
        yield goal, name, yes, costs[chosen.alternative], why
    for left in portfolio.left_out:
        name = alternative_label(problem, left.alternative, language)
        why = left_out_in_words(left, problem, language)
        yield goal, name, no, costs[left.alternative], why


def _provenance(analysis: Analysis, language: Language) -> Sheet:
    remarks = analysis.scenario.provenance.remarks
    sources = source_counts(analysis.scenario.problem)
    rows: list[tuple[Cell, ...]] = [
        *provenance_rows(analysis, language),
        *((said(language, "remarks"), remark) for remark in remarks),
        *((said(language, "source"), source) for source in sources),
    ]
    headers = ("provenance_what", "provenance_value")
    return Sheet(
        name=said(language, "sheet_provenance"),
        headers=tuple(said(language, header) for header in headers),
        rows=tuple(rows),
        kinds=("", ""),
    )


def _room(analysis: Analysis, language: Language, record: RoomRecord) -> Sheet:
    """Return the notes, choices and moments, each as one line with its time."""
    problem = analysis.scenario.problem
    rows: list[tuple[Cell, ...]] = [
        (said(language, "room_notes"), note.at, note.about, note.text) for note in record.notes
    ]
    rows += [
        (
            said(language, "room_choices"),
            choice.at,
            "; ".join(alternative_label(problem, a, language) for a in choice.alternatives),
            choice.reason,
        )
        for choice in record.choices
    ]
    rows += [
        (said(language, "room_snapshots"), snapshot.at, snapshot.name, snapshot.reason)
        for snapshot in record.snapshots
    ]
    headers = ("kind", "date", "provenance_what", "why")
    return Sheet(
        name=said(language, "sheet_room"),
        headers=tuple(said(language, header) for header in headers),
        rows=tuple(rows),
        kinds=("", "", "", ""),
    )
