"""This file holds how certain it is that a package is the best, in sentences."""

from __future__ import annotations

import math

from bw_mcda.problem.label import Language
from bw_mcda.results.portfolio import Portfolio, SolveStatus
from bw_mcda.results.second_key import SecondKey, Verdict
from bw_mcda.texts.package_sentences import amount_in_words
from bw_mcda.texts.words import words

LISTED = "every package tried"


def proof_sentences(portfolio: Portfolio, language: Language) -> tuple[str, ...]:
    """Return how much better another package can be, and what a second method says.

    Empty when there is no package.
    """
    if portfolio.status is SolveStatus.INFEASIBLE:
        return ()
    room = portfolio.bound - portfolio.objective
    if not math.isfinite(room):
        said = words(language, "proofs.open")
    elif room > 0:
        shown = amount_in_words(room, portfolio.unit, language)
        said = words(language, "proofs.within", room=shown)
    else:
        said = words(language, "proofs.proven")
    key = portfolio.second_key
    return (said,) if key is None else (said, _second(key, language))


def _second(key: SecondKey, language: Language) -> str:
    if key.verdict is Verdict.OPEN:
        return words(language, "proofs.not_checked")
    if key.method == LISTED:
        method = words(language, "proofs.by_list")
    else:
        method = words(language, "proofs.by_solver", solver=key.method)
    return words(language, f"proofs.{key.verdict.value}", method=method)
