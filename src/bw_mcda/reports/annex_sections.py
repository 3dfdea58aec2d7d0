"""This file holds how it was computed, all effects, and where everything comes from."""

from __future__ import annotations

from collections.abc import Iterator

from bw_mcda.problem.alternative import Alternative
from bw_mcda.problem.analysis_plan import AreaRule
from bw_mcda.problem.label import Language
from bw_mcda.reports.document import Block, Bullets, DataTable, Item, Section
from bw_mcda.reports.doubt_sections import areas_in_words
from bw_mcda.reports.evidence import Effect, effects_of, is_as_null, is_invented, source_counts
from bw_mcda.reports.wording import paragraph, perspective_name, said
from bw_mcda.results.analysis import Analysis
from bw_mcda.results.portfolio import SolveStatus
from bw_mcda.texts.number_format import number
from bw_mcda.texts.sentences import performance_in_words, swing_in_words
from bw_mcda.texts.words import words


def method_section(analysis: Analysis, language: Language) -> Section:
    """Return in plain words how the outcome was computed, with the scale of each criterion."""
    problem, plan = analysis.scenario.problem, analysis.scenario.plan
    draws = number(plan.draws, language, 0)
    by_inhabitants = plan.area_rule is AreaRule.INHABITANTS
    stopped = any(p.status is SolveStatus.STOPPED for p in analysis.portfolios)
    steps = ["method_1", f"method_2_{'inhabitants' if by_inhabitants else 'equal'}", "method_3"]
    steps += ["method_4"] if any(c.is_ordinal for c in problem.criteria) else []
    steps += [f"method_5{'_stopped' if stopped else ''}"] if analysis.portfolios else []
    steps += ["method_6"] if any(p.goal == "balanced" for p in analysis.portfolios) else []
    scales = DataTable(
        caption=said(language, "method_table"),
        headers=tuple(
            said(language, header) for header in ("criterion", "theme", "method_scale", "source")
        ),
        rows=tuple(
            (
                criterion.label.text(language),
                problem.tree.theme_of(criterion.id).label.text(language),
                swing_in_words(criterion, language),
                criterion.source or "–",
            )
            for criterion in problem.criteria
        ),
        widths=(0.22, 0.18, 0.26, 0.34),
        small=True,
    )
    return Section(
        id="method",
        title=said(language, "method"),
        blocks=(
            paragraph(language, "method_steps"),
            Bullets(
                items=tuple(Item(text=said(language, step, draws=draws)) for step in steps),
                numbered=True,
            ),
            scales,
        ),
        parts=tuple(_other_methods(analysis, language)),
    )


def _other_methods(analysis: Analysis, language: Language) -> Iterator[Section]:
    if analysis.second_opinions:
        items = tuple(
            Item(
                strong=f"{words(language, f'methods.{ranking.method}')}:",
                text=words(language, f"methods.{ranking.method}_how"),
            )
            for ranking in analysis.second_opinions
        )
        yield Section(
            id="other-methods",
            title=said(language, "method_others"),
            blocks=(Bullets(items=items),),
        )


def effects_section(analysis: Analysis, language: Language) -> Section:
    """Return every effect in its own unit, with its source, alternative by alternative."""
    problem = analysis.scenario.problem
    null = problem.null_alternative
    order = [null, *(a for a in problem.alternatives if not a.is_null)]
    return Section(
        id="effects",
        title=said(language, "effects"),
        blocks=(
            paragraph(language, "effects_text"),
            paragraph(language, "effects_confidence"),
            *(_effects_block(analysis, alternative, language) for alternative in order),
        ),
    )


def _effects_block(analysis: Analysis, alternative: Alternative, language: Language) -> Block:
    name = alternative.label.text(language)
    rows = effect_rows(analysis, alternative.id, language)
    if not rows:
        return paragraph(language, "effects_none", name=name)
    measured = "level" if alternative.is_null else "effect"
    return DataTable(
        caption=said(
            language, "effects_null_table" if alternative.is_null else "effects_table", name=name
        ),
        headers=tuple(said(language, header) for header in ("criterion", measured, "source")),
        rows=rows,
        widths=(0.22, 0.42, 0.36),
        small=True,
    )


def effect_rows(
    analysis: Analysis, alternative: str, language: Language
) -> tuple[tuple[str, str, str], ...]:
    """Return (criterion, effect per area, source with confidence) of one alternative."""
    problem = analysis.scenario.problem
    by_criterion: dict[str, list[Effect]] = {}
    for effect in effects_of(problem, alternative):
        if not is_as_null(problem, effect):
            by_criterion.setdefault(effect.criterion, []).append(effect)
    return tuple(
        (
            criterion.label.text(language),
            "; ".join(
                said(
                    language,
                    "at_place",
                    where=areas_in_words(effect.areas, problem, language),
                    text=performance_in_words(effect.assessment, criterion, language),
                )
                for effect in by_criterion[criterion.id]
            ),
            "; ".join(
                dict.fromkeys(_evidence(effect, language) for effect in by_criterion[criterion.id])
            ),
        )
        for criterion in problem.criteria
        if criterion.id in by_criterion
    )


def _evidence(effect: Effect, language: Language) -> str:
    evidence = effect.assessment.evidence
    return said(language, "evidence", source=evidence.source, confidence=evidence.confidence.value)


def provenance_section(analysis: Analysis, language: Language) -> Section:
    """Return what is needed to make this analysis again, and every source."""
    provenance = analysis.scenario.provenance
    table = DataTable(
        caption=said(language, "provenance_table"),
        headers=(said(language, "provenance_what"), said(language, "provenance_value")),
        rows=provenance_rows(analysis, language),
        widths=(0.4, 0.6),
    )
    blocks: list[Block] = [paragraph(language, "provenance_text"), table]
    parts = []
    if provenance.remarks:
        remarks = Bullets(items=tuple(Item(text=remark) for remark in provenance.remarks))
        parts.append(Section(id="remarks", title=said(language, "remarks"), blocks=(remarks,)))
    counts = source_counts(analysis.scenario.problem)
    items = tuple(
        Item(text=_used(source, count, language))
        for source, count in counts.items()
        if not is_invented(source)
    )
    made_up = len(counts) - len(items)
    sources: list[Block] = [Bullets(items=items)] if items else []
    if made_up:
        key = "sources_invented_one" if made_up == 1 else "sources_invented"
        sources.append(paragraph(language, key, count=made_up))
    if sources:
        parts.append(Section(id="sources", title=said(language, "sources"), blocks=tuple(sources)))
    return Section(
        id="provenance",
        title=said(language, "provenance"),
        blocks=tuple(blocks),
        parts=tuple(parts),
    )


def provenance_rows(analysis: Analysis, language: Language) -> tuple[tuple[str, str], ...]:
    """Return what an analysis was made with, as names and values."""
    plan, made, provenance = (
        analysis.scenario.plan,
        analysis.made_with,
        analysis.scenario.provenance,
    )
    rows = [
        (said(language, "fingerprint"), made.fingerprint),
        (said(language, "seed"), str(made.seed)),
        (said(language, "draws"), number(plan.draws, language, 0)),
        (said(language, "perspective"), perspective_name(analysis, language)),
        (said(language, "horizon"), number(plan.horizon, language)),
        (said(language, "spread"), number(plan.weight_spread, language)),
        *((said(language, "version_of", name=name), version) for name, version in made.versions),
        (said(language, "authors"), "; ".join(provenance.authors)),
        (said(language, "date"), provenance.date),
        (said(language, "licence"), provenance.licence),
    ]
    return tuple((name, value) for name, value in rows if value)


def _used(source: str, count: int, language: Language) -> str:
    times = said(language, "sources_item_one" if count == 1 else "sources_item", count=count)
    return f"{source} ({times})"
