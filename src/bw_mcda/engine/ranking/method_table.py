"""This file holds every method with what it assumes, those without scores included."""

from __future__ import annotations

from bw_mcda.engine.ranking.records import RECORDS
from bw_mcda.results.method_table import Answer, MethodFact, MethodTable

OTHER_ANSWERS = (
    MethodFact(
        id="promethee_i",
        answer=Answer.PARTIAL_ORDER,
        scale="utilities",
        compensatory=False,
        rank_reversal=True,
        keeps_dominance=True,
        additive_order=False,
        thresholds=True,
        author="Brans, Vincke & Mareschal",
        year=1986,
        doi="10.1016/0377-2217(86)90044-5",
    ),
    MethodFact(
        id="electre_i",
        answer=Answer.CHOICE,
        scale="utilities",
        compensatory=False,
        rank_reversal=True,
        keeps_dominance=True,
        additive_order=False,
        thresholds=False,
        author="Roy",
        year=1968,
        doi="10.1051/ro/196802V100571",
    ),
    MethodFact(
        id="electre_iii",
        answer=Answer.PARTIAL_ORDER,
        scale="utilities",
        compensatory=False,
        rank_reversal=True,
        keeps_dominance=True,
        additive_order=False,
        thresholds=True,
        author="Roy",
        year=1978,
    ),
    MethodFact(
        id="electre_tri",
        answer=Answer.CLASSES,
        scale="utilities",
        compensatory=False,
        rank_reversal=False,
        keeps_dominance=True,
        additive_order=False,
        thresholds=True,
        author="Yu; Mousseau, Słowiński & Zielniewicz",
        year=2000,
        doi="10.1016/S0305-0548(99)00117-3",
    ),
    MethodFact(
        id="vikor_compromise",
        answer=Answer.CHOICE,
        scale="utilities",
        compensatory=False,
        rank_reversal=True,
        keeps_dominance=True,
        additive_order=False,
        thresholds=False,
        author="Opricovic & Tzeng",
        year=2004,
        doi="10.1016/S0377-2217(03)00020-1",
    ),
    MethodFact(
        id="dominance",
        answer=Answer.PAIRS,
        scale="utilities",
        compensatory=False,
        rank_reversal=False,
        keeps_dominance=True,
        additive_order=False,
        thresholds=False,
        author="Keeney & Raiffa",
        year=1976,
        doi="10.1017/CBO9781139174084",
    ),
)
"""The methods that do not give a score per alternative; each has a function of its own."""


def method_table() -> MethodTable:
    """Return what every method assumes and where it was published."""
    scored = tuple(
        MethodFact(
            id=method.id,
            answer=Answer.SCORES,
            scale=method.scale.value,
            compensatory=method.compensatory,
            rank_reversal=method.rank_reversal,
            keeps_dominance=method.keeps_dominance,
            additive_order=method.additive_order,
            thresholds=method.reads_thresholds,
            author=method.source.author,
            year=method.source.year,
            doi=method.source.doi,
        )
        for method in RECORDS
    )
    return MethodTable(methods=(*scored, *OTHER_ANSWERS))
