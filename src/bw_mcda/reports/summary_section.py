"""This file holds the first page: the findings, before the figures."""

from __future__ import annotations

from collections.abc import Iterator

from bw_mcda.problem.analysis_plan import UnknownRule
from bw_mcda.problem.label import Language
from bw_mcda.reports.dissent import agreement_sentence, contested_sentence
from bw_mcda.reports.document import Bullets, Item, Paragraph, Section
from bw_mcda.reports.evidence import invented, unknown_effects
from bw_mcda.reports.wording import null_sentence, paragraph, said, whose_weights
from bw_mcda.results.analysis import Analysis
from bw_mcda.results.portfolio import Portfolio, SolveStatus
from bw_mcda.texts.number_format import euros
from bw_mcda.texts.sentences import (
    alternatives_in_words,
    indistinguishable_sentence,
    label_of,
    list_in_words,
    package_name,
    package_sentence,
    ranking_sentence,
    robustness_sentences,
)


def summary_section(analysis: Analysis, language: Language) -> Section:
    """Return what comes first, how sure that is, what it costs and what is contested."""
    problem = analysis.scenario.problem
    fiction = invented(problem)
    warning = (
        [paragraph(language, "summary_fictional", count=fiction.count, all=fiction.total)]
        if fiction.count
        else []
    )
    return Section(
        id="summary",
        title=said(language, "summary"),
        blocks=(
            Paragraph(text=ranking_sentence(analysis.ranking, problem, language), lead=True),
            Paragraph(
                text=f"{null_sentence(analysis, language)} {whose_weights(analysis, language)}"
            ),
            Bullets(items=tuple(_items(analysis, language))),
            *warning,
        ),
    )


def _items(analysis: Analysis, language: Language) -> Iterator[Item]:
    yield Item(strong=said(language, "summary_sure"), text=_sureness(analysis, language))
    yield from _package_items(analysis, language)
    contested = contested_sentence(analysis, language)
    yield Item(
        strong=said(language, "summary_contested" if contested else "summary_agreed"),
        text=f"{agreement_sentence(analysis, language)} {contested}".rstrip(),
    )
    yield Item(strong=said(language, "summary_unknown"), text=_unknown(analysis, language))


def _sureness(analysis: Analysis, language: Language) -> str:
    problem, top = analysis.scenario.problem, analysis.scenario.plan.top_places
    around, any_weights = analysis.around_weights, analysis.any_weights
    sentences = list(robustness_sentences(around, problem, top, language)[:2])
    in_top = sorted(around.alternatives, key=lambda name: -around.share_in_top(name, top))[:top]
    level = [pair for pair in around.indistinguishable() if set(pair) <= set(in_top)]
    if len(level) == 1:
        sentences.append(indistinguishable_sentence(around, problem, level[0], language))
    elif level:
        pairs = "; ".join(alternatives_in_words(pair, problem, language) for pair in level)
        sentences.append(said(language, "summary_level", pairs=pairs))
    loosest = robustness_sentences(any_weights, problem, top, language)[0]
    sentences.append(said(language, "summary_any", sentence=loosest))
    return " ".join(sentences)


def _package_items(analysis: Analysis, language: Language) -> Iterator[Item]:
    problem = analysis.scenario.problem
    if not analysis.portfolios:
        return
    first, *others = analysis.portfolios
    text = package_sentence(first, problem, language)
    if first.status is SolveStatus.INFEASIBLE:
        yield Item(strong=said(language, "summary_package"), text=text)
        return
    if first.chosen:
        names = alternatives_in_words(first.alternatives, problem, language)
        text = f"{text} {said(language, 'summary_chosen', names=names)}"
    yield Item(strong=said(language, "summary_package"), text=text)
    yield Item(strong=said(language, "summary_cost"), text=_who_pays(first, analysis, language))
    for other in others:
        if other.status is not SolveStatus.INFEASIBLE:
            yield Item(
                strong=said(language, "summary_other"),
                text=_difference(first, other, analysis, language),
            )


def _who_pays(package: Portfolio, analysis: Analysis, language: Language) -> str:
    organisations = analysis.scenario.problem.organisations
    paid = sorted(
        (item for item in package.spending if item.year is None and item.euros > 0),
        key=lambda item: -item.euros,
    )
    if not paid:
        return said(language, "summary_cost_none")
    payers = [
        said(
            language,
            "summary_cost_one",
            payer=label_of(organisations, item.payer, language),
            euros=euros(item.euros, language),
        )
        for item in paid
    ]
    total = euros(package.total_cost, language)
    return said(language, "summary_cost_text", total=total, payers=list_in_words(payers, language))


def _difference(first: Portfolio, other: Portfolio, analysis: Analysis, language: Language) -> str:
    """Return how the balanced package differs from the one with the most value."""
    problem = analysis.scenario.problem
    if set(first.alternatives) == set(other.alternatives):
        name = package_name(other.goal, language)
        return said(language, "summary_same", package=name)
    sentences = [package_sentence(other, problem, language)]
    for key, have, lack in (("in", other, first), ("out", first, other)):
        names = [a for a in have.alternatives if a not in lack.alternatives]
        if names:
            shown = alternatives_in_words(names, problem, language)
            sentences.append(said(language, f"summary_differs_{key}", names=shown))
    return " ".join(sentences)


def _unknown(analysis: Analysis, language: Language) -> str:
    count = len(unknown_effects(analysis.scenario.problem))
    if not count:
        return said(language, "summary_known")
    key = "summary_unknown_one" if count == 1 else "summary_unknown_many"
    if analysis.scenario.plan.unknown_rule is UnknownRule.NO_CHANGE:
        key += "_no_change"
    return said(language, key, count=count)
