"""This file holds the annexes: what a critical reader wants to look up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from bw_mcda.charts.value_cost_chart import value_cost_chart
from bw_mcda.charts.who_pays_chart import who_pays_chart
from bw_mcda.problem.label import Language
from bw_mcda.reports.annex_sections import effects_section, method_section, provenance_section
from bw_mcda.reports.choice_sections import annex_parts
from bw_mcda.reports.document import Bullets, DataTable, Item, Picture, Section
from bw_mcda.reports.doubt_sections import any_weights_section, fictional_table, places_section
from bw_mcda.reports.package_section import package_details
from bw_mcda.reports.panel import Panel
from bw_mcda.reports.ranking_sections import others_section
from bw_mcda.reports.weight_section import weights_part
from bw_mcda.reports.wording import paragraph, said
from bw_mcda.results.analysis import Analysis
from bw_mcda.texts.sentences import alternative_label

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def annexes(
    analysis: Analysis, panels: Mapping[str, Panel], language: Language
) -> tuple[Section, ...]:
    """Return every annex with something in it, each with its letter."""
    found = [
        *_annex("package_details", _packages(analysis, panels, language), language),
        *_annex("sharing_details", _sharing(analysis, panels, language), language),
        *_annex("group_details", _groups(analysis, panels, language), language),
        *_annex("doubt_details", _doubt(analysis, panels, language), language),
        *_annex("years_details", _years(analysis, panels, language), language),
        *_annex("coherence", annex_parts(panels, "coherence", "checklist"), language),
        method_section(analysis, language),
        effects_section(analysis, language),
        provenance_section(analysis, language),
    ]
    return tuple(
        replace(section, title=annex_title(number, section.title, language), annex=True)
        for number, section in enumerate(found)
    )


def annex_title(number: int, title: str, language: Language) -> str:
    """Return the title of the annex that comes after ``number`` others."""
    return said(language, "annex", letter=LETTERS[number], title=title)


def _annex(id_: str, parts: Iterable[Section], language: Language) -> Iterator[Section]:
    told = tuple(parts)
    if told:
        yield Section(
            id=id_.replace("_", "-"),
            title=said(language, f"sec_{id_}"),
            blocks=(paragraph(language, f"sec_{id_}_text"),),
            parts=told,
        )


def _packages(
    analysis: Analysis, panels: Mapping[str, Panel], language: Language
) -> Iterator[Section]:
    picture = Picture(chart=value_cost_chart(analysis, language))
    yield Section(id="value-cost", title=said(language, "value_cost"), blocks=(picture,))
    yield from package_details(analysis, language)
    yield from annex_parts(
        panels, "schedule", "tension", "balance", "certified", "robust", "silos", "sectors"
    )


def _sharing(
    analysis: Analysis, panels: Mapping[str, Panel], language: Language
) -> Iterator[Section]:
    if "who_pays" in panels and analysis.sharing.who_pays is not None:
        chart = who_pays_chart(analysis.sharing.who_pays, analysis.scenario.problem, language)
        title = said(language, "who_pays_where")
        yield Section(id="pays-where", title=title, blocks=(Picture(chart=chart),))
    yield from annex_parts(panels, "gains", "distribution", "group_gains", "population")


def _groups(
    analysis: Analysis, panels: Mapping[str, Panel], language: Language
) -> Iterator[Section]:
    yield weights_part(analysis, language)
    yield from annex_parts(panels, "disagreement", "group_choice", "group_packages")


def _doubt(
    analysis: Analysis, panels: Mapping[str, Panel], language: Language
) -> Iterator[Section]:
    yield places_section(analysis, language)
    yield any_weights_section(analysis, language)
    yield from annex_parts(panels, "place_ranges", "tornado", "variance", "compensation")
    yield others_section(analysis, language)
    yield from annex_parts(
        panels, "methods", "reversals", "smaa", "dominance", "sorting", "requirements"
    )
    yield from fictional_table(analysis, language)


def _years(
    analysis: Analysis, panels: Mapping[str, Panel], language: Language
) -> Iterator[Section]:
    yield from annex_parts(panels, "horizon", "swaps")
    problem, moments = analysis.scenario.problem, analysis.learning.evaluation_moments
    if moments.moments:
        table = DataTable(
            caption=said(language, "evaluation_table"),
            headers=tuple(said(language, key) for key in ("alternative", "from_year", "to_year")),
            rows=tuple(
                (
                    alternative_label(problem, own.alternative, language),
                    "–" if own.first_year is None else str(own.first_year),
                    "–" if own.last_year is None else str(own.last_year),
                )
                for own in moments.moments
            ),
            widths=(0.5, 0.25, 0.25),
            numeric=frozenset({1, 2}),
            small=True,
        )
        yield Section(
            id="evaluation",
            title=said(language, "evaluation"),
            blocks=(
                table,
                Bullets(items=(Item(text=said(language, "evaluation_dash")),)),
            ),
        )
