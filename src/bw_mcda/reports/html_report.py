"""This file holds the advice as one page of HTML that asks nothing of the network."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from bw_mcda.reports.document import (
    Bullets,
    DataTable,
    Document,
    Paragraph,
    Picture,
    Section,
)
from bw_mcda.reports.pictures import svg_for_page
from bw_mcda.reports.plain_text import printable
from bw_mcda.reports.wording import said


def html_of(document: Document) -> str:
    """Return ``document`` as a complete page: pictures and looks inside, nothing from outside.

    Every text is escaped by the template; only the pictures we drew ourselves go in as they are.
    """
    environment = Environment(
        autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=StrictUndefined
    )
    environment.filters["printable"] = printable
    environment.tests["paragraph"] = lambda block: isinstance(block, Paragraph)
    environment.tests["bullets"] = lambda block: isinstance(block, Bullets)
    environment.tests["table"] = lambda block: isinstance(block, DataTable)
    environment.tests["picture"] = lambda block: isinstance(block, Picture)
    environment.globals.update(
        said=lambda key: said(document.language, key),
        svg=lambda picture: Markup(_labelled(picture)),  # noqa: S704  (drawn by us, text escaped)
        identity=id,
        numbers=_numbers(document),
        css=Markup(_part("advice.css")),  # noqa: S704  (our own file)
    )
    return environment.from_string(_part("advice.html")).render(document=document)


def _labelled(picture: Picture) -> str:
    """Return the SVG as one image with its alt text, that grows and shrinks with the page."""
    alt = Markup.escape(printable(picture.chart.alt))
    return svg_for_page(picture.chart).replace("<svg ", f'<svg role="img" aria-label="{alt}" ', 1)


def _numbers(document: Document) -> dict[int, int]:
    """Return the number of every table and picture by the identity of its block."""
    numbers: dict[int, int] = {}
    counts = {DataTable: 0, Picture: 0}
    for block in _walk(document.sections):
        if isinstance(block, DataTable | Picture):
            counts[type(block)] += 1
            numbers[id(block)] = counts[type(block)]
    return numbers


def _walk(sections: tuple[Section, ...]) -> Iterator[object]:
    for section in sections:
        yield from section.blocks
        yield from _walk(section.parts)


def _part(name: str) -> str:
    return files("bw_mcda.reports").joinpath("page", name).read_text(encoding="utf-8")
