"""This file holds one finding as every place shows it: sentences, then the charts that show it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bw_mcda.charts.chart_spec import ChartSpec
from bw_mcda.problem.label import Language
from bw_mcda.reports.document import Block, Bullets, Item, Paragraph, Picture, Section
from bw_mcda.reports.wording import paragraph, said
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
    """Return a panel; a chart that does not exist is left out."""
    drawn = tuple(chart for chart in charts if chart is not None)
    return Panel(id=id_, language=language, sentences=tuple(sentences), charts=drawn)


def none_panel(id_: str, language: Language, why: str) -> Panel:
    """Return that there is nothing to find; ``why`` is a text, ``panels.<why>``."""
    return panel(id_, language, (words(language, f"panels.{why}"),))


def panel_section(shown: Panel) -> Section:
    """Return a panel as a part of the document."""
    first, *rest = shown.sentences
    blocks: list[Block] = [Paragraph(text=first, lead=True)]
    if rest:
        blocks.append(Bullets(items=tuple(Item(text=sentence) for sentence in rest)))
    blocks.extend(Picture(chart=chart) for chart in shown.charts)
    return Section(
        id=f"found-{shown.id.replace('_', '-')}", title=shown.title, blocks=tuple(blocks)
    )


def panels_section(id_: str, language: Language, panels: Iterable[Panel]) -> Section:
    """Return a heading with panels under it; title and first lines are the document's texts."""
    return Section(
        id=id_,
        title=said(language, f"sec_{id_}"),
        blocks=(paragraph(language, f"sec_{id_}_text"),),
        parts=tuple(panel_section(shown) for shown in panels),
    )
