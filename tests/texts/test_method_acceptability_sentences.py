from __future__ import annotations

import numpy as np

from bw_mcda.results.method_acceptability import MethodAcceptability
from bw_mcda.results.rank_acceptability import RankAcceptability
from bw_mcda.texts.method_acceptability_sentences import method_acceptability_sentences


def by_method(problem, **firsts):
    return MethodAcceptability(
        by_method=tuple(
            RankAcceptability(
                alternatives=problem.alternative_ids,
                criteria=problem.criterion_ids,
                acceptability=np.eye(5)[[first]].T @ np.eye(5)[[0]],
                central_weights=np.zeros((5, 4)),
                central_error=np.zeros((5, 4)),
                pairwise=np.zeros((5, 5)),
                mean_scores=np.zeros(5),
                draws=10,
                seed=1,
                weights="any",
                method=method,
            )
            for method, first in firsts.items()
        ),
        left_out=(),
    )


def test_methods_that_disagree_are_told_the_most_common_answer_first(problem):
    found = by_method(problem, topsis=2, additive=1, vikor=1)
    assert method_acceptability_sentences(found, problem, "nl") == (
        "Volgens 2 van de 3 rekenwijzen komt Wijkaanpak het vaakst bovenaan.",
        "Het vaakst bovenaan komt Leegstand ombouwen volgens TOPSIS.",
    )
    assert method_acceptability_sentences(found, problem, "en")[1] == (
        "Convert empty shops comes first most often by TOPSIS."
    )


def test_methods_that_agree_are_told_in_one_sentence(problem):
    assert method_acceptability_sentences(by_method(problem, topsis=1, vikor=1), problem, "nl") == (
        "Volgens alle 2 rekenwijzen komt Wijkaanpak het vaakst bovenaan.",
    )
    assert method_acceptability_sentences(by_method(problem, vikor=1), problem, "nl") == (
        "Volgens deze rekenwijze komt Wijkaanpak het vaakst bovenaan.",
    )
