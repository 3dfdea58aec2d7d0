"""This file holds the picture of what balance between tasks costs."""

from __future__ import annotations

from typing import Any

from bw_mcda.charts.chart_spec import ChartSpec, ChartTable
from bw_mcda.charts.theme import INK, complete
from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.label import Language
from bw_mcda.results.balance_curve import BalanceCurve
from bw_mcda.results.scored_package import ScoredPackage
from bw_mcda.texts.balance_sentences import balance_sentences
from bw_mcda.texts.naming import alternatives_in_words, points_number
from bw_mcda.texts.number_format import euros, percent
from bw_mcda.texts.words import words

WIDTH, HEIGHT = 470, 280
LINE = "#1f5fa8"
ROOM = 0.25
"""Share of each axis left free beside the curve, so that the names of its ends fit."""


def balance_chart(curve: BalanceCurve, problem: DecisionProblem, language: Language) -> ChartSpec:
    """Return a line of packages: right the weakest task comes further, down the total falls."""
    finding = balance_sentences(curve, problem, language)[0]
    alt = words(language, "packages_tradeoffs.balance_alt", finding=finding)
    names = _names(curve, language)
    return ChartSpec(
        name="balance",
        title=words(language, "packages_tradeoffs.balance_title"),
        alt=alt,
        vega_lite=complete(_picture(curve, names, language), alt, language),
        table=ChartTable(
            headers=tuple(
                words(language, f"packages_tradeoffs.{key}")
                for key in ("package", "weakest", "total", "given_up", "costs", "measures")
            ),
            rows=tuple(
                _row(number, package, curve, problem, names, language)
                for number, package in enumerate(curve.packages, start=1)
            ),
        ),
    )


def _names(curve: BalanceCurve, language: Language) -> dict[int, str]:
    """Return the places of the packages that have a name of their own."""
    if not curve.packages:
        return {}
    keys = {0: "balance_most"}
    if curve.ends_known and len(curve.packages) > 1:
        keys[len(curve.packages) - 1] = "balance_last"
    if curve.bend is not None:
        keys[curve.packages.index(curve.bend)] = "balance_bend_label"
    return {place: words(language, f"packages_tradeoffs.{key}") for place, key in keys.items()}


def _row(
    number: int,
    package: ScoredPackage,
    curve: BalanceCurve,
    problem: DecisionProblem,
    names: dict[int, str],
    language: Language,
) -> tuple[str, ...]:
    price = curve.price_of(package)
    return (
        f"{number}  {names[number - 1]}" if number - 1 in names else str(number),
        points_number(package.weakest, language),
        points_number(package.value, language),
        "" if price is None else percent(price, language),
        euros(package.euros, language),
        alternatives_in_words(package.alternatives, problem, language),
    )


def _picture(curve: BalanceCurve, names: dict[int, str], language: Language) -> dict[str, Any]:
    values = [
        {
            "weakest": package.weakest,
            "value": package.value,
            "name": names.get(place, ""),
            "align": "right" if place and place == len(curve.packages) - 1 else "left",
        }
        for place, package in enumerate(curve.packages)
    ]
    numbers = {
        "weakest": [package.weakest for package in curve.packages],
        "value": [package.value for package in curve.packages],
    }
    axes = {
        key: {
            "field": key,
            "type": "quantitative",
            "scale": {"domain": _domain(of_key), "nice": False},
            "title": words(language, f"packages_tradeoffs.balance_axis_{key}"),
            "axis": {"tickCount": 6},
        }
        for key, of_key in numbers.items()
    }
    encoding = {"x": axes["weakest"], "y": axes["value"]}
    named: dict[str, Any] = {"filter": "datum.name !== ''"}
    return {
        "width": WIDTH,
        "height": HEIGHT,
        "data": {"values": values},
        "encoding": encoding,
        "layer": [
            {"mark": {"type": "line", "interpolate": "step-before", "color": LINE}},
            {"mark": {"type": "point", "filled": True, "size": 30, "color": LINE, "opacity": 1}},
            {
                "transform": [named],
                "mark": {"type": "point", "size": 130, "color": INK, "opacity": 1},
            },
            *(
                {
                    "transform": [named, {"filter": f"datum.align === '{align}'"}],
                    "mark": {"type": "text", "align": align, "dx": dx, "dy": dy},
                    "encoding": {"text": {"field": "name", "type": "nominal"}},
                }
                for align, dx, dy in (("left", 9, -12), ("right", 0, 19))
            ),
        ],
    }


def _domain(numbers: list[float]) -> list[float]:
    """Return an axis that holds the numbers with room beside them, also when there are none."""
    low, high = min(numbers, default=0.0), max(numbers, default=1.0)
    room = ROOM * (high - low) or 1.0
    return [low - room, high + room]
