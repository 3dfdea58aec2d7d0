"""This file holds the classes of pymcdm that are not called, and why."""

from __future__ import annotations

OUR_OWN = {
    "WSM": "the weighted sum: that is `additive`, with its contributions",
    "COPRAS": "pymcdm 1.4 leaves the sums out of the cost term",
    "VIKOR": "pymcdm 1.4 fails on criteria that do not differ and on ties",
    "PROMETHEE_II": "pymcdm 1.4 has one preference function for all criteria, no bell curve, and an"
    " object that works once",
    "CODAS": "pymcdm 1.4 reads a bound exactly, so that rounding noise can decide",
    "COCOSO": "pymcdm 1.4 divides by the score of the worst alternative, also when that is 0",
    "ERVD": "pymcdm 1.4 refuses a value of 0, an ordinary one here",
    "LoPM": "pymcdm 1.4 divides by values, and a value of 0 is an ordinary one here",
    "PROBID": "one form for one and for many weight vectors",
    "SPROBID": "pymcdm 1.4 divides by the distance to the ideal, which is 0 for an alternative that"
    " is best everywhere, and takes rows for columns below four alternatives",
}
"""The classes in whose stead there is a method of our own, checked on published figures."""

NOT_OFFERED = {
    "BalancedSPOTIS": "needs an expected point per criterion that nobody has been asked for; with"
    " the best anchors as that point it is SPOTIS",
    "COMET": "needs judgements on 2 to the power of the number of criteria imagined alternatives:"
    " over a million for twenty criteria",
}
"""The classes that are not offered at all."""
