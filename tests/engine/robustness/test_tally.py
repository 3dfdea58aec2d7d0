from __future__ import annotations

import numpy as np
import pytest

from bw_mcda.engine.robustness.tally import FEW, places_of_draws, tally

EQUAL = 1e-12


@pytest.mark.parametrize("n_alternatives", [2, FEW, FEW + 1, 70])
@pytest.mark.parametrize("n_draws", [1, 63, 64, 130])
def test_sorting_and_comparing_pairs_give_the_same_places_and_wins(n_alternatives, n_draws):
    rng = np.random.default_rng(n_alternatives + n_draws)
    # Whole tenths: many ties.
    scores = rng.integers(0, 10, (n_alternatives, n_draws)) / 10
    place, wins = places_of_draws(scores, EQUAL)
    beats = scores[:, None, :] > scores[None, :, :]
    assert np.array_equal(place, beats.sum(axis=0))
    assert np.array_equal(wins, beats.sum(axis=2))


def test_scores_that_differ_by_rounding_alone_share_a_place_however_many_there_are():
    for n_alternatives in (3, FEW + 5):
        scores = np.full((n_alternatives, 1), 0.3)
        scores[1] = 0.1 + 0.2
        scores[2] = 0.5
        place, wins = places_of_draws(scores, EQUAL)
        assert place[:, 0].tolist() == [1, 1, 0, *[1] * (n_alternatives - 3)]
        assert wins.sum() == n_alternatives - 1


def test_a_sum_of_tallies_is_the_tally_of_all_draws():
    rng = np.random.default_rng(0)
    scores, weights = rng.random((5, 100)), rng.dirichlet(np.ones(3), 100).T
    whole = tally(scores, weights, EQUAL)
    parts = [
        tally(scores[:, part], weights[:, part], EQUAL) for part in (slice(30), slice(30, 100))
    ]
    both = parts[0] + parts[1]
    assert both.draws == 100
    for name in ("counts", "wins", "central", "central_squares", "score_sums"):
        assert getattr(both, name) == pytest.approx(getattr(whole, name))
