"""This file holds a document before it is a file: sections with paragraphs, tables and pictures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bw_mcda.charts.chart_spec import ChartSpec
from bw_mcda.problem.label import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph; a ``lead`` is the finding that people must not miss."""

    text: str
    lead: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One line of a list: a few words that stand out, and the rest."""

    text: str
    strong: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bullets:
    """A list; ``numbered`` when the order is the order of steps."""

    items: tuple[Item, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DataTable:
    """A table with a caption. Every row is as long as ``headers``; its first cell names it.

    ``widths`` are shares of the page, one per column. Columns in ``numeric`` stand to the right.
    ``small`` is for tables of many columns.
    """

    caption: str
    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...]
    numeric: frozenset[int] = frozenset()
    small: bool = False

    def __post_init__(self) -> None:
        lengths = {len(self.headers), len(self.widths), *(len(row) for row in self.rows)}
        if len(lengths) > 1:
            raise ValueError(f"rows of different lengths in table {self.caption!r}: {lengths}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A chart with its caption: its title."""

    chart: ChartSpec


Block = Paragraph | Bullets | DataTable | Picture


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading with what stands under it; ``id`` is an anchor, equal in every language.

    An ``annex`` comes after all that people need for a decision.
    """

    id: str
    title: str
    blocks: tuple[Block, ...] = ()
    parts: tuple[Section, ...] = ()
    annex: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """All sections. ``note`` says on every page what this was made of."""

    title: str
    subtitle: str
    note: str
    language: Language
    sections: tuple[Section, ...]

    @property
    def pictures(self) -> tuple[Picture, ...]:
        """Every picture, in the order in which it is met."""
        return tuple(
            block
            for section in self.sections
            for block in _blocks(section)
            if isinstance(block, Picture)
        )


def _blocks(section: Section) -> Iterator[Block]:
    yield from section.blocks
    for part in section.parts:
        yield from _blocks(part)
