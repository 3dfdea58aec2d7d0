"""This file holds how sure the outcome is, what was unknown and what it does not say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from bw_mcda.charts.acceptability_chart import acceptability_chart
from bw_mcda.problem.accepted_finding import AcceptedFinding
from bw_mcda.problem.analysis_plan import UnknownRule
from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.label import Language
from bw_mcda.problem.performance import Unknown
from bw_mcda.reports.choice_sections import main_parts
from bw_mcda.reports.document import (
    Block,
    Bullets,
    DataTable,
    Item,
    Paragraph,
    Picture,
    Section,
)
from bw_mcda.reports.evidence import Effect, Invented, effects_of, invented, unknown_effects
from bw_mcda.reports.panel import Panel
from bw_mcda.reports.wording import paragraph, said
from bw_mcda.results.analysis import Analysis
from bw_mcda.texts.finding_words import finding_in_words
from bw_mcda.texts.number_format import number, percent
from bw_mcda.texts.sentences import (
    alternative_label,
    break_even_sentences,
    label_of,
    list_in_words,
    quantification_bias_sentences,
    robustness_sentences,
    stability_sentences,
)

LIMITS = ("decision", "small", "scale", "sum", "missing", "people", "time")


def robustness_section(
    analysis: Analysis, panels: Mapping[str, Panel], language: Language
) -> Section:
    """Return how firm the ranking is, and on what it depends."""
    problem, plan = analysis.scenario.problem, analysis.scenario.plan
    around = analysis.around_weights
    first, *others = robustness_sentences(around, problem, plan.top_places, language)
    margin = 200 * float(around.standard_error.max())
    return Section(
        id="robustness",
        title=said(language, "robustness"),
        blocks=(
            Paragraph(text=first, lead=True),
            paragraph(language, "robustness_text", draws=number(around.draws, language, 0)),
            Bullets(
                items=tuple(
                    Item(text=sentence)
                    for sentence in (
                        *others[: plan.top_places],
                        *_beside_null(analysis, language),
                    )
                )
            ),
            paragraph(
                language,
                "robustness_sampling",
                margin=number(max(1, round(margin)), language, 0),
            ),
        ),
        parts=(_turning_section(analysis, language), *main_parts(panels, "tornado")),
    )


def places_section(analysis: Analysis, language: Language) -> Section:
    """Return how often each place is taken, and who cannot be told apart."""
    problem, top = analysis.scenario.problem, analysis.scenario.plan.top_places
    told = robustness_sentences(analysis.around_weights, problem, top, language)[1 + top :]
    blocks: list[Block] = [Picture(chart=acceptability_chart(analysis, language))]
    if told:
        blocks.insert(0, Bullets(items=tuple(Item(text=sentence) for sentence in told)))
    return Section(id="places", title=said(language, "places"), blocks=tuple(blocks))


def any_weights_section(analysis: Analysis, language: Language) -> Section:
    """Return how firm the ranking is when every weight is possible."""
    problem, top = analysis.scenario.problem, analysis.scenario.plan.top_places
    loose = robustness_sentences(analysis.any_weights, problem, top, language)
    return Section(
        id="any-weights",
        title=said(language, "robustness_any"),
        blocks=(
            paragraph(language, "robustness_any_text"),
            Bullets(items=tuple(Item(text=sentence) for sentence in loose[: 1 + top])),
            Picture(chart=acceptability_chart(analysis, language, analysis.any_weights)),
        ),
    )


def _turning_section(analysis: Analysis, language: Language) -> Section:
    """Return what would put another alternative first: weights, unknowns, only numbers."""
    problem = analysis.scenario.problem
    sentences = (
        *stability_sentences(analysis.stability, problem, language),
        *break_even_sentences(analysis.break_evens, problem, language),
        *quantification_bias_sentences(analysis.quantification_bias, problem, language),
    )
    return Section(
        id="turning",
        title=said(language, "turning"),
        blocks=(Bullets(items=tuple(Item(text=sentence) for sentence in sentences)),),
    )


def _beside_null(analysis: Analysis, language: Language) -> Iterator[str]:
    """Yield how often the first of the ranking beats doing nothing."""
    problem, around = analysis.scenario.problem, analysis.around_weights
    null, first = problem.null_alternative.id, analysis.ranking.in_order[0]
    if first != null:
        row, column = (around.alternatives.index(name) for name in (first, null))
        yield said(
            language,
            "robustness_null",
            name=alternative_label(problem, first, language),
            share=percent(float(around.pairwise[row, column]), language),
        )


def unknown_section(analysis: Analysis, language: Language) -> Section:
    """Return every unknown effect with its reason, and everything that was made up."""
    problem, plan = analysis.scenario.problem, analysis.scenario.plan
    unknown = unknown_effects(problem)
    blocks: list[Block] = []
    if unknown:
        key = "full" if plan.unknown_rule is UnknownRule.FULL_RANGE else "no_change"
        draws = number(plan.draws, language, 0)
        blocks.append(paragraph(language, f"unknown_{key}", draws=draws))
        blocks.append(_unknown_table(unknown, problem, language))
    else:
        blocks.append(paragraph(language, "unknown_none"))
    return Section(
        id="unknown",
        title=said(language, "unknown"),
        blocks=tuple(blocks),
        parts=(_fictional_section(problem, language),),
    )


def _unknown_table(
    unknown: tuple[Effect, ...], problem: DecisionProblem, language: Language
) -> DataTable:
    rows = []
    for effect in unknown:
        performance = effect.assessment.performance
        rows.append(
            (
                alternative_label(problem, effect.alternative, language),
                label_of(problem.criteria, effect.criterion, language),
                areas_in_words(effect.areas, problem, language),
                performance.reason if isinstance(performance, Unknown) else "",
            )
        )
    return DataTable(
        caption=said(language, "unknown_table"),
        headers=tuple(
            said(language, header) for header in ("alternative", "criterion", "where", "why")
        ),
        rows=tuple(rows),
        widths=(0.24, 0.24, 0.16, 0.36),
    )


def areas_in_words(areas: tuple[str, ...], problem: DecisionProblem, language: Language) -> str:
    """Return the names of areas; all of them when there are none."""
    if not areas:
        return said(language, "everywhere")
    return list_in_words([label_of(problem.areas, area, language) for area in areas], language)


def _fictional_section(problem: DecisionProblem, language: Language) -> Section:
    fiction = invented(problem)
    title = said(language, "fictional")
    if not fiction.count:
        blocks: tuple[Block, ...] = (paragraph(language, "fictional_none"),)
        return Section(id="fictional", title=title, blocks=blocks)
    text = paragraph(language, "fictional_text", count=fiction.count, all=fiction.total)
    return Section(id="fictional", title=title, blocks=(text,))


def fictional_table(analysis: Analysis, language: Language) -> Iterator[Section]:
    """Yield what was made up, alternative by alternative and thing by thing."""
    problem = analysis.scenario.problem
    fiction = invented(problem)
    table = _fictional_table(fiction, problem, language)
    items = tuple(_fictional_items(fiction, problem, language))
    blocks: list[Block] = [table] if table.rows else []
    if items:
        blocks.append(Bullets(items=items))
    if blocks:
        yield Section(
            id="fictional-all", title=said(language, "fictional_all"), blocks=tuple(blocks)
        )


def _fictional_table(fiction: Invented, problem: DecisionProblem, language: Language) -> DataTable:
    """Return per alternative how much of it was made up; the annex marks each effect."""
    rows = []
    for alternative in problem.alternatives:
        known = [
            effect
            for effect in effects_of(problem, alternative.id)
            if not isinstance(effect.assessment.performance, Unknown)
        ]
        counts = (
            (fiction.costs.count(alternative.id), len(alternative.costs)),
            (sum(e.alternative == alternative.id for e in fiction.effects), len(known)),
            (sum(a == alternative.id for a, _ in fiction.synergies), len(alternative.strengthens)),
        )
        if any(count for count, _ in counts):
            cells = (
                said(language, "fictional_of", count=count, all=total) if total else "–"
                for count, total in counts
            )
            rows.append((alternative.label.text(language), *cells))
    headers = ("alternative", "fictional_costs", "fictional_effects", "fictional_synergies")
    return DataTable(
        caption=said(language, "fictional_table"),
        headers=tuple(said(language, header) for header in headers),
        rows=tuple(rows),
        widths=(0.46, 0.18, 0.18, 0.18),
        numeric=frozenset({1, 2, 3}),
        small=True,
    )


def _fictional_items(
    fiction: Invented, problem: DecisionProblem, language: Language
) -> Iterator[Item]:
    """Yield what else was made up: weights, inhabitants, scales."""
    for kind, ids, things in (
        ("weights", fiction.groups, problem.stakeholders),
        ("areas", fiction.areas, problem.areas),
        ("criteria", fiction.criteria, problem.criteria),
    ):
        if ids:
            names = "; ".join(label_of(things, id_, language) for id_ in ids)
            yield Item(strong=f"{said(language, f'fictional_{kind}')}:", text=f"{names}.")


def caution_section(
    analysis: Analysis, language: Language, accepted: tuple[AcceptedFinding, ...] = ()
) -> Section:
    """Return what the program found odd in the input; what the room ``accepted``, with why."""
    problem = analysis.scenario.problem
    reasons = {(own.code, own.about): own.reason for own in accepted}
    found = [
        finding_in_words(
            replace(own, accepted=reasons.get((own.code, own.about), own.accepted)),
            problem,
            language,
        )
        for own in analysis.findings
    ]
    blocks: tuple[Block, ...] = (paragraph(language, "cautions_none"),)
    if found:
        items = tuple(Item(text=text) for text in found)
        blocks = (paragraph(language, "cautions_text"), Bullets(items=items))
    return Section(id="cautions", title=said(language, "cautions"), blocks=blocks)


def limits_section(analysis: Analysis, language: Language) -> Section:
    """Return what this analysis does not say."""
    problem, plan = analysis.scenario.problem, analysis.scenario.plan
    facts = {
        "horizon": number(plan.horizon, language),
        "year": problem.start_year,
        "robustness": said(language, "robustness"),
    }
    items = tuple(
        Item(
            strong=said(language, f"limit_{limit}"),
            text=said(language, f"limit_{limit}_text", **facts),
        )
        for limit in LIMITS
    )
    return Section(id="limits", title=said(language, "limits"), blocks=(Bullets(items=items),))
