"""This file holds one finding as every place shows it: sentences, then the charts that show it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from bw_mcda.charts.chart_spec import ChartSpec
from bw_mcda.problem.label import Language
from bw_mcda.reports.document import Block, Bullets, Item, Paragraph, Picture, Section
from bw_mcda.texts.words import words


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """What was found, in one language: the finding first, then the rest, then what shows it.

    The title is a text, ``panels.<id>``. The screen, the document and the notebook show the same.
    """

    id: str
    language: Language
    sentences: tuple[str, ...]
    charts: tuple[ChartSpec, ...] = ()

    @property
    def title(self) -> str:
        """The question that the finding answers."""
        return words(self.language, f"panels.{self.id}")


def panel(
    id_: str, language: Language, sentences: Iterable[str], *charts: ChartSpec | None
) -> Panel:
    """Return a panel; a chart that does not exist is left out.

    Where nothing was found it says so: a title without a word under it looks like a mistake.
    """
    told = tuple(sentences) or (words(language, "panels.nothing_found"),)
    drawn = tuple(chart for chart in charts if chart is not None)
    return Panel(id=id_, language=language, sentences=told, charts=drawn)


def none_panel(id_: str, language: Language, why: str) -> Panel:
    """Return that there is nothing to find; ``why`` is a text, ``panels.<why>``."""
    return panel(id_, language, (words(language, f"panels.{why}"),))


def first_part(shown: Panel, lines: int, charts: int = 0) -> Section:
    """Return the first ``lines`` sentences and ``charts`` charts of a panel, for the main part."""
    cut = replace(shown, sentences=shown.sentences[:lines], charts=shown.charts[:charts])
    return panel_section(cut)


def other_part(shown: Panel, lines: int = 0, charts: int = 0) -> Section | None:
    """Return what ``first_part`` left for an annex; None when it left nothing."""
    rest = replace(shown, sentences=shown.sentences[lines:], charts=shown.charts[charts:])
    if not rest.sentences and not rest.charts:
        return None
    section = panel_section(rest, lead=not lines)
    if not lines:
        return section
    # Its own name: who listens to headings must be able to tell the two apart.
    title = words(shown.language, "report.continued", title=shown.title)
    return replace(section, id=section.id.replace("found-", "more-"), title=title)


def panel_section(shown: Panel, *, lead: bool = True) -> Section:
    """Return a panel as a part of the document, by default with its first sentence set apart."""
    told, blocks = shown.sentences, list[Block]()
    if lead:
        blocks.append(Paragraph(text=told[0], lead=True))
        told = told[1:]
    if told:
        blocks.append(Bullets(items=tuple(Item(text=sentence) for sentence in told)))
    blocks.extend(Picture(chart=chart) for chart in shown.charts)
    return Section(
        id=f"found-{shown.id.replace('_', '-')}", title=shown.title, blocks=tuple(blocks)
    )
