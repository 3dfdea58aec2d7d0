"""This file holds the record of every method: what it assumes and where it was published."""

from __future__ import annotations

from bw_mcda.engine.ranking.copras import copras
from bw_mcda.engine.ranking.method import InputScale, Method, Source
from bw_mcda.engine.ranking.pymcdm_bridge import (
    aras,
    aroman,
    edas,
    lmaw,
    mabac,
    mairca,
    marcos,
    moora,
    ocra,
    promethee_ii,
    rafsi,
    ram,
    rim,
    spotis,
    topsis,
    waspas,
    wpm,
)
from bw_mcda.engine.ranking.vikor import vikor
from bw_mcda.results.read_only import FloatArray

NOTHING = "none: values are taken as they are"
RATIO = "the method divides each criterion by its {} over the alternatives; cannot be had without"


def weighted_sum(table: FloatArray, shares: FloatArray) -> FloatArray:
    """Return the weighted sum of values, 0 to 1."""
    return table @ shares


RECORDS = (
    Method(
        id="additive",
        scores=weighted_sum,
        scale=InputScale.UTILITIES,
        preparation=NOTHING,
        compensatory=True,
        rank_reversal=False,
        additive_order=True,
        source=Source(author="Keeney & Raiffa", year=1976, doi="10.1017/CBO9781139174084"),
    ),
    Method(
        id="topsis",
        scores=topsis,
        scale=InputScale.UTILITIES,
        preparation=NOTHING,
        compensatory=True,
        rank_reversal=True,
        all_equal=0.5,
        source=Source(author="Hwang & Yoon", year=1981, doi="10.1007/978-3-642-48318-9"),
    ),
    Method(
        id="vikor",
        scores=vikor,
        scale=InputScale.UTILITIES,
        preparation=NOTHING + "; losses count from the best found on each criterion",
        compensatory=False,
        rank_reversal=True,
        higher_is_better=False,
        source=Source(author="Opricovic & Tzeng", year=2004, doi="10.1016/S0377-2217(03)00020-1"),
    ),
    Method(
        id="promethee_ii",
        scores=promethee_ii,
        scale=InputScale.UTILITIES,
        preparation=NOTHING + "; thresholds are shares of the way from worst to best anchor",
        compensatory=False,
        rank_reversal=True,
        source=Source(author="Brans & Vincke", year=1985, doi="10.1287/mnsc.31.6.647"),
    ),
    Method(
        id="spotis",
        scores=spotis,
        scale=InputScale.UTILITIES,
        preparation=NOTHING + "; the bounds are the anchors",
        compensatory=True,
        rank_reversal=False,
        additive_order=True,
        higher_is_better=False,
        source=Source(
            author="Dezert, Tchamova, Han & Tacnet",
            year=2020,
            doi="10.23919/FUSION45008.2020.9190347",
        ),
    ),
    Method(
        id="rim",
        scores=rim,
        scale=InputScale.UTILITIES,
        preparation=NOTHING + "; range and ideal are the anchors",
        compensatory=True,
        rank_reversal=False,
        source=Source(
            author="Cables, Lamata & Verdegay", year=2016, doi="10.1016/j.ins.2015.12.011"
        ),
    ),
    Method(
        id="waspas",
        scores=waspas,
        scale=InputScale.UTILITIES,
        preparation=NOTHING,
        compensatory=False,
        rank_reversal=False,
        source=Source(
            author="Zavadskas, Turskis, Antucheviciene & Zakarevicius",
            year=2012,
            doi="10.5755/j01.eee.122.6.1810",
        ),
    ),
    Method(
        id="wpm",
        scores=wpm,
        scale=InputScale.UTILITIES,
        preparation=NOTHING + "; one value of 0 makes the score 0",
        compensatory=False,
        rank_reversal=False,
        source=Source(author="Triantaphyllou", year=2000, doi="10.1007/978-1-4757-3157-6"),
    ),
    Method(
        id="marcos",
        scores=marcos,
        scale=InputScale.UTILITIES,
        preparation=NOTHING,
        compensatory=True,
        rank_reversal=False,
        additive_order=True,
        all_equal=2 / 3,
        source=Source(
            author="Stević, Pamučar, Puška & Chatterjee",
            year=2020,
            doi="10.1016/j.cie.2019.106231",
        ),
    ),
    Method(
        id="aras",
        scores=aras,
        scale=InputScale.UTILITIES,
        preparation=NOTHING,
        compensatory=True,
        rank_reversal=False,
        additive_order=True,
        all_equal=1.0,
        source=Source(author="Zavadskas & Turskis", year=2010, doi="10.3846/tede.2010.10"),
    ),
    Method(
        id="mabac",
        scores=mabac,
        scale=InputScale.UTILITIES,
        preparation=NOTHING,
        compensatory=True,
        rank_reversal=False,
        additive_order=True,
        source=Source(author="Pamučar & Ćirović", year=2015, doi="10.1016/j.eswa.2014.11.057"),
    ),
    Method(
        id="mairca",
        scores=mairca,
        scale=InputScale.UTILITIES,
        preparation=NOTHING,
        compensatory=True,
        rank_reversal=False,
        additive_order=True,
        higher_is_better=False,
        source=Source(author="Pamučar, Vasin & Lukovac", year=2014),
    ),
    Method(
        id="ocra",
        scores=ocra,
        scale=InputScale.UTILITIES,
        preparation=NOTHING,
        compensatory=True,
        rank_reversal=False,
        additive_order=True,
        source=Source(author="Parkan", year=1994, doi="10.1002/mde.4090150303"),
    ),
    Method(
        id="rafsi",
        scores=rafsi,
        scale=InputScale.UTILITIES,
        preparation="the anchors become 1 and 6, as the authors advise",
        compensatory=True,
        rank_reversal=False,
        additive_order=True,
        source=Source(
            author="Žižović, Pamučar, Albijanić, Chatterjee & Pribićević",
            year=2020,
            doi="10.3390/math8061015",
        ),
    ),
    Method(
        id="ram",
        scores=ram,
        scale=InputScale.UTILITIES,
        preparation=NOTHING,
        compensatory=True,
        rank_reversal=False,
        additive_order=True,
        source=Source(author="Sotoudeh-Anvari", year=2023, doi="10.1016/j.jclepro.2023.138695"),
    ),
    Method(
        id="copras",
        scores=copras,
        scale=InputScale.RAW,
        preparation=RATIO.format("total"),
        compensatory=True,
        rank_reversal=True,
        all_equal=1.0,
        source=Source(author="Zavadskas, Kaklauskas & Sarka", year=1994),
    ),
    Method(
        id="edas",
        scores=edas,
        scale=InputScale.RAW,
        preparation=RATIO.format("average"),
        compensatory=True,
        rank_reversal=True,
        all_equal=0.5,
        source=Source(
            author="Keshavarz Ghorabaee, Zavadskas, Olfat & Turskis",
            year=2015,
            doi="10.15388/Informatica.2015.57",
        ),
    ),
    Method(
        id="moora",
        scores=moora,
        scale=InputScale.RAW,
        preparation=RATIO.format("length (root of the sum of squares)"),
        compensatory=True,
        rank_reversal=True,
        all_equal=0.0,
        source=Source(author="Brauers & Zavadskas", year=2006),
    ),
    Method(
        id="lmaw",
        scores=lmaw,
        scale=InputScale.RAW,
        preparation=RATIO.format("highest value"),
        compensatory=True,
        rank_reversal=True,
        all_equal=0.0,
        source=Source(
            author="Pamučar, Žižović, Biswas & Božanić",
            year=2021,
            doi="10.22190/FUME210214031P",
        ),
    ),
    Method(
        id="aroman",
        scores=aroman,
        scale=InputScale.RAW,
        preparation=RATIO.format("length, and by its range, and averages the two"),
        compensatory=True,
        rank_reversal=True,
        all_equal=0.0,
        source=Source(
            author="Bošković, Švadlenka, Jovčić, Dobrodolac, Simić & Bacanin",
            year=2023,
            doi="10.1109/ACCESS.2023.3265818",
        ),
    ),
)

NOT_OFFERED = {
    "WSM": "the weighted sum: that is `additive`, with its contributions",
    "COPRAS": "our own instead: pymcdm 1.4 leaves the sums out of the cost term",
    "VIKOR": "our own instead: pymcdm 1.4 fails on criteria that do not differ and on ties",
    "COCOSO": "divides by the score of the worst alternative, 0 when it is worst everywhere",
    "CODAS": "uses one distance up to a threshold and two beyond it, so that what is worse on one"
    " criterion and equal on all others can end higher",
    "PROBID": "counts any distance to the average as a gain, so that what is worse on everything"
    " can end higher",
    "SPROBID": "divides by the distance to the ideal, which is 0 for an alternative that is best"
    " everywhere; and pymcdm 1.4 takes rows for columns below four alternatives",
    "ERVD": "refuses a value of 0",
    "LoPM": "divides by values, and a value of 0 is an ordinary one here",
    "BalancedSPOTIS": "needs an expected point per criterion that nobody has been asked for",
    "COMET": "needs judgements on 2 to the power of the number of criteria imagined alternatives",
}
"""The classes of pymcdm 1.4 that are not offered through the door, and why."""
