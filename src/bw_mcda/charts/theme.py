"""This file holds the one look of every chart: colours, letters and the decimal comma."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bw_mcda.problem.criteria_tree import CriteriaTree, Dimension
from bw_mcda.problem.label import Language

VEGA_LITE = "https://vega.github.io/schema/vega-lite/v5.json"
FONT = "Arial, Liberation Sans, Helvetica, sans-serif"
FONT_SIZE = 12
INK = "#1b1b1b"
QUIET = "#595959"
TRACK = "#e6e6e6"
DARKEST = (23, 74, 135)
"""The full tone of heat maps; white letters on it have a contrast of 8.8:1."""
DARKEST_LOSS = (150, 60, 0)
"""The full tone of losses in heat maps: 7:1 for white letters, and no green or red beside it."""

# Every colour is at least 4.5:1 against white, so that white numbers on it can be read. Each
# dimension has its own family: blue and violet for here and now, green and earth for later, red
# for elsewhere.
_FAMILIES: dict[Dimension, tuple[str, ...]] = {
    Dimension.HERE_AND_NOW: (
        "#1f5fa8",
        "#7a4bb0",
        "#00768c",
        "#3b3f9e",
        "#a3407f",
        "#45698a",
        "#4a6cc0",
        "#8a5a8f",
    ),
    Dimension.LATER: ("#2f7d32", "#8a5a13", "#5f6f12", "#00796b", "#70513c"),
    Dimension.ELSEWHERE: ("#b3391f", "#8f2f4a", "#a34a00"),
}


def theme_colours(tree: CriteriaTree) -> dict[str, str]:
    """Return a colour (``#rrggbb``) per theme id, the same for the same tree on every view.

    A dimension with more themes than colours starts its family again: the number beside the colour
    still tells them apart.
    """
    used = dict.fromkeys(Dimension, 0)
    colours = {}
    for theme in tree.themes:
        family = _FAMILIES[theme.dimension]
        colours[theme.id] = family[used[theme.dimension] % len(family)]
        used[theme.dimension] += 1
    return colours


def theme_numbers(tree: CriteriaTree) -> dict[str, int]:
    """Return the number per theme id that stands beside its colour, counted from 1."""
    return {theme.id: number for number, theme in enumerate(tree.themes, start=1)}


def tone(share: float, darkest: tuple[int, int, int] = DARKEST) -> str:
    """Return the heat map colour of a share: white at 0, the full tone at 1."""
    return "#" + "".join(f"{round(255 + (dark - 255) * share):02x}" for dark in darkest)


def letters_on(colour: str) -> str:
    """Return white or black, whichever reads best: one of the two is always at least 4.5:1."""
    return max("#ffffff", "#000000", key=lambda letters: contrast(colour, letters))


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, 1 to 21 (WCAG 2.1, 1.4.3)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def complete(content: Mapping[str, Any], description: str, language: Language) -> dict[str, Any]:
    """Return ``content`` with the look that all charts share."""
    return {
        "$schema": VEGA_LITE,
        "description": description,
        "background": "white",
        "config": _config(language),
        **content,
    }


def _config(language: Language) -> dict[str, Any]:
    comma = {"decimal": ",", "thousands": "."}
    point = {"decimal": ".", "thousands": ","}
    letters = {"labelFontSize": FONT_SIZE, "titleFontSize": FONT_SIZE, "titleFontWeight": "normal"}
    return {
        "aria": False,  # the page around the picture says it in one sentence instead
        "font": FONT,
        "locale": {
            "number": {
                **(comma if language == "nl" else point),
                "grouping": [3],
                "currency": ["€", ""],
            }
        },
        "view": {"stroke": None},
        "text": {"fontSize": FONT_SIZE, "color": INK},
        "axis": {
            **letters,
            "labelColor": INK,
            "titleColor": INK,
            "labelLimit": 400,
            "titleLimit": 600,
            "gridColor": TRACK,
            "domainColor": QUIET,
            "tickColor": QUIET,
        },
        "legend": {**letters, "labelLimit": 300, "labelColor": INK, "titleColor": INK},
        "header": {**letters, "labelColor": INK, "labelLimit": 300},
    }


def _luminance(colour: str) -> float:
    """Return the relative luminance of ``#rrggbb``."""
    parts = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
