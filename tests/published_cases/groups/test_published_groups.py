from __future__ import annotations

import tomllib
from pathlib import Path

import numpy as np
import pytest

from bw_mcda.engine.insight.kemeny import kemeny_consensus
from bw_mcda.engine.insight.medoids import mean_silhouette, medoids, nearest_medoid
from bw_mcda.engine.ranking.concordance import concordance
from bw_mcda.engine.ranking.votes import borda_ranking, copeland_ranking, preferences

HERE = Path(__file__).parent


def cases(name):
    return tomllib.loads((HERE / name).read_text(encoding="utf-8"))


ELECTIONS = cases("elections.toml")
CONCORDANCE = cases("concordance.toml")


def ballots_of(election):
    names = sorted(election["ballots"][0][1])
    votes = [
        [order.index(name) + 1 for name in names]
        for count, order in election["ballots"]
        for _ in range(count)
    ]
    return names, votes


@pytest.mark.parametrize("name", ELECTIONS)
def test_kemeny_borda_and_copeland_agree_with_published_elections(name):
    election = ELECTIONS[name]
    names, votes = ballots_of(election)
    nearest = kemeny_consensus(names, votes)
    assert nearest.orders == (tuple(election["kemeny"]),)
    assert nearest.unique
    pairs = len(names) * (len(names) - 1) // 2
    assert len(votes) * pairs - nearest.disagreements == election["agreements"]
    borda, copeland = borda_ranking(names, votes), copeland_ranking(names, votes)
    assert [[name, borda.score_of(name)] for name in borda.in_order] == election["borda"]
    assert [[name, copeland.score_of(name)] for name in copeland.in_order] == election["copeland"]


def test_the_duels_of_condorcet_come_out():
    names, votes = ballots_of(ELECTIONS["condorcet_young_1988"])
    assert names == ["a", "b", "c"]
    assert preferences(votes).tolist() == [[0, 33, 25], [27, 0, 42], [35, 18, 0]]


@pytest.mark.parametrize("name", CONCORDANCE)
def test_the_concordance_of_textbooks_comes_out(name):
    published = CONCORDANCE[name]
    ranks = np.array(published["ranks"])
    found = concordance([str(n) for n in range(len(ranks))], ranks)
    assert found.w == pytest.approx(published["w"], abs=0.005 if published["w"] == 0.16 else 5e-4)


def test_the_silhouettes_of_the_twelve_countries_come_out():
    published = cases("clusters.toml")["twelve_countries"]
    n = len(published["names"])
    distances = np.zeros((n, n))
    for row, values in enumerate(published["dissimilarities"], start=1):
        distances[row, :row] = distances[:row, row] = values
    for k, silhouette in published["silhouettes"].items():
        labels = nearest_medoid(distances, medoids(distances, int(k)))
        assert mean_silhouette(distances, labels) == pytest.approx(silhouette, abs=0.005)
