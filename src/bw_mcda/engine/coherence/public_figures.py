"""This file holds which public figures on broad welfare move together over municipalities."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from bw_mcda.problem.criterion import Criterion, Direction


@dataclass(frozen=True, slots=True, kw_only=True)
class PairOfFigures:
    """Two indicators by CBS code, with Spearman's rank correlation over municipalities.

    ``correlation`` (-1 to 1) is of the figures as they are published, without turning them so that
    more is better. ``years`` are those of the two figures, ``municipalities`` how many have both.
    """

    codes: tuple[str, str]
    names: tuple[str, str]
    correlation: float
    municipalities: int
    years: tuple[int, int]


def _pair(
    codes: tuple[str, str],
    names: tuple[str, str],
    correlation: float,
    municipalities: int,
    years: tuple[int, int],
) -> PairOfFigures:
    return PairOfFigures(
        codes=codes,
        names=names,
        correlation=correlation,
        municipalities=municipalities,
        years=years,
    )


SOURCE = "CBS, Regionale Monitor Brede Welvaart, download of late 2024, municipalities of 2024"
"""Where the figures come from; the correlations are our own, over municipalities unweighted."""

PAIRS: tuple[PairOfFigures, ...] = (
    _pair(
        ("R_HN_AV_01", "09_E_V_12"),
        ("Brutoarbeidsparticipatie", "Nettoarbeidsparticipatie"),
        0.99,
        342,
        (2022, 2022),
    ),
    _pair(
        ("01_KL_H_36", "18_FIN_32"),
        ("Mediaan besteedbaar inkomen", "Gemiddelde schuld per huishouden"),
        0.91,
        342,
        (2021, 2022),
    ),
    _pair(
        ("01_KL_OK_30", "R_L_NK_03"),
        ("Emissies van fijnstof naar lucht", "Bebouwd terrein"),
        0.90,
        342,
        (2021, 2017),
    ),
    _pair(
        ("01_07_NW", "01_KL_H_36"),
        ("Mediaan vermogen van huishoudens", "Mediaan besteedbaar inkomen"),
        0.85,
        342,
        (2021, 2021),
    ),
    _pair(
        ("15_15_NW", "R_L_NK_03"),
        ("Groen-blauwe ruimte, exclusief reguliere landbouw", "Bebouwd terrein"),
        -0.83,
        342,
        (2021, 2017),
    ),
    _pair(
        ("01_KL_OK_14", "R_HN_MIL_02"),
        ("Natuur- en bosgebieden", "Natuurgebied per inwoner"),
        0.80,
        332,
        (2017, 2017),
    ),
)
"""Every pair from 0.8 in size with figures for at least 100 municipalities, rounded to hundredths.

Pairs that were measured in a few dozen municipalities only are left out: satisfaction with the home
(31), social cohesion and reported crimes (52). Income and wealth reach 0.8 since 2019 only.
"""


def figures_that_move_together(
    criteria: Sequence[Criterion],
) -> Iterator[tuple[Criterion, Criterion, float]]:
    """Yield the pairs of criteria whose public figures move together, both being better at once.

    Figures of places say how places differ, not what measures do: a warning and no proof. Figures
    that pull opposite ways are a trade-off and are not told.

    Parameters
    ----------
    criteria
        Those with an ``indicator`` are looked at.

    Yields
    ------
    tuple
        The two criteria and the correlation from 0.8 to 1, turned so that more is better for both.
    """
    known = {frozenset(pair.codes): pair.correlation for pair in PAIRS}
    for first, second in combinations(criteria, 2):
        correlation = known.get(frozenset((first.indicator, second.indicator)), 0.0)
        same_way = (first.direction is Direction.MAXIMISE) == (
            second.direction is Direction.MAXIMISE
        )
        turned = correlation if same_way else -correlation
        if turned > 0:
            yield first, second, turned
