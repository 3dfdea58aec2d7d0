"""This file holds the part for a decision: what clashes, what apart costs, who pays, and when."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.label import Language
from bw_mcda.reports.document import Block, Bullets, DataTable, Item, Paragraph, Section
from bw_mcda.reports.panel import Panel, first_part, other_part
from bw_mcda.reports.wording import paragraph, said
from bw_mcda.results.analysis import Analysis
from bw_mcda.results.price_of_silos import PriceOfSilos, SectorVerdict
from bw_mcda.results.who_pays import WhoPays
from bw_mcda.texts.number_format import euros, percent
from bw_mcda.texts.sentences import label_of, list_in_words

MAIN: dict[str, tuple[int, int]] = {
    "requirements": (7, 0),
    "dominance": (2, 0),
    "sorting": (7, 1),
    "schedule": (4, 0),
    "tension": (6, 1),
    "balance": (4, 1),
    "robust": (4, 0),
    "silos": (5, 1),
    "gains": (3, 1),
    "distribution": (4, 0),
    "group_gains": (1, 0),
    "population": (4, 0),
    "disagreement": (7, 0),
    "group_packages": (7, 1),
    "tornado": (4, 0),
    "horizon": (3, 0),
    "swaps": (2, 1),
}
"""So many sentences and charts of a panel stand in the main part; the rest is for an annex."""


def main_parts(panels: Mapping[str, Panel], *ids: str) -> Iterator[Section]:
    """Yield what the main part tells of these panels, as far as they are there."""
    for id_ in ids:
        if id_ in panels:
            lines, charts = MAIN[id_]
            yield first_part(panels[id_], lines, charts)


def annex_parts(panels: Mapping[str, Panel], *ids: str) -> Iterator[Section]:
    """Yield what the main part leaves of these panels."""
    for id_ in ids:
        if id_ in panels:
            lines, charts = MAIN.get(id_, (0, 0))
            rest = other_part(panels[id_], lines, charts)
            if rest is not None:
                yield rest


def panels_section(
    id_: str, panels: Mapping[str, Panel], ids: tuple[str, ...], language: Language
) -> Iterator[Section]:
    """Yield a section of the main part with these panels under it; none without any."""
    parts = tuple(main_parts(panels, *ids))
    if parts:
        yield Section(
            id=id_,
            title=said(language, f"sec_{id_}"),
            blocks=(paragraph(language, f"sec_{id_}_text"),),
            parts=parts,
        )


def years_section(analysis: Analysis, panels: Mapping[str, Panel], language: Language) -> Section:
    """Return who leads when, and what can be judged; each measure's own years are in an annex."""
    shown = panels["evaluation"]
    moments = analysis.learning.evaluation_moments.moments
    return Section(
        id="learning",
        title=said(language, "sec_learning"),
        blocks=(paragraph(language, "sec_learning_text"),),
        parts=(
            *main_parts(panels, "horizon", "swaps"),
            first_part(shown, len(shown.sentences) - len(moments)),
        ),
    )


def working_section(
    analysis: Analysis, panels: Mapping[str, Panel], language: Language
) -> Iterator[Section]:
    """Yield what apart costs, which task may go alone, who pays and who gains."""
    problem, who = analysis.scenario.problem, analysis.sharing.who_pays
    parts = list(main_parts(panels, "silos"))
    if parts and analysis.working is not None:
        parts += _sectors(analysis.working.price_of_silos, problem, language)
    if "who_pays" in panels and who is not None:
        parts.append(_who_pays(panels["who_pays"], who, problem, language))
    if parts:
        yield Section(
            id="working",
            title=said(language, "sec_working"),
            blocks=(paragraph(language, "sec_working_text"),),
            parts=tuple(parts),
        )


def _sectors(
    silos: PriceOfSilos, problem: DecisionProblem, language: Language
) -> Iterator[Section]:
    """Yield which tasks may be decided on apart, in three lines at most."""
    items = []
    for verdict in SectorVerdict:
        tasks = [
            label_of(problem.tasks, own.task, language)
            for own in silos.sectors
            if own.verdict is verdict
        ]
        if tasks:
            items.append(
                Item(
                    strong=said(language, f"sector_{verdict.value}"),
                    text=f"{list_in_words(tasks, language)}.",
                )
            )
    if items:
        title = said(language, "sectors")
        yield Section(id="sectors", title=title, blocks=(Bullets(items=tuple(items)),))


def _who_pays(shown: Panel, who: WhoPays, problem: DecisionProblem, language: Language) -> Section:
    """Return what each pays and gains in a table, and what that asks for in words."""
    told = shown.sentences[len(who.partners) :]
    table = DataTable(
        caption=said(language, "who_pays_table"),
        headers=tuple(
            said(language, header) for header in ("payer", "pays", "pays_share", "gains_share")
        ),
        rows=tuple(
            (
                label_of(problem.organisations, partner.organisation, language),
                euros(partner.paid, language),
                percent(partner.share_of_cost, language),
                percent(partner.share_of_benefit, language),
            )
            for partner in who.partners
        ),
        widths=(0.4, 0.2, 0.2, 0.2),
        numeric=frozenset({1, 2, 3}),
        small=True,
    )
    lead, *rest = told
    blocks: list[Block] = [Paragraph(text=lead, lead=True), table]
    if rest:
        blocks.append(Bullets(items=tuple(Item(text=sentence) for sentence in rest)))
    return Section(id="found-who-pays", title=shown.title, blocks=tuple(blocks))
