"""This file holds the variables of a package: what they are called, worth and equal to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from bw_mcda.engine.portfolio.linear_row import LinearForm
from bw_mcda.engine.portfolio.package_scores import PackageScore, Pair


def measure_variable(measure: str) -> str:
    """Return the name of the variable that is 1 when ``measure`` is in the package."""
    return f"x.{measure}"


def pair_variable(pair: Pair) -> str:
    """Return the name of the variable that is 1 when all of ``pair`` are in the package."""
    return f"z.{'.'.join(pair)}"


def values_of(package: Iterable[str], pairs: Iterable[Pair]) -> Mapping[str, int]:
    """Return what every variable is in a package: 1 for what is in it, 0 by being absent."""
    inside = frozenset(package)
    return {measure_variable(measure): 1 for measure in inside} | {
        pair_variable(pair): 1 for pair in pairs if inside.issuperset(pair)
    }


def score_form(score: PackageScore) -> LinearForm:
    """Return a score as a sum over variables: what each measure adds and what each pair adds."""
    return LinearForm(
        name=score.name,
        coefficients=(
            *((measure_variable(name), gain) for name, gain in score.gains.items() if gain),
            *((pair_variable(pair), gain) for pair, gain in score.pair_gains.items() if gain),
        ),
    )
