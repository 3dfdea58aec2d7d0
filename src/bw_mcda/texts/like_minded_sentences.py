"""This file holds sentences about people who weigh alike."""

from __future__ import annotations

import numpy as np

from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.label import Language
from bw_mcda.results.like_minded import LikeMinded, LikeMindedCluster
from bw_mcda.texts.naming import alternatives_in_words, label_of, list_in_words
from bw_mcda.texts.number_format import number
from bw_mcda.texts.words import words

MOST_NAMED = 2
"""Criteria that tell a cluster from the others."""


def like_minded_sentences(
    found: LikeMinded, problem: DecisionProblem, language: Language
) -> tuple[str, ...]:
    """Return in which clusters people fall apart, and what each weighs more than the others do."""
    named = any(cluster.members for cluster in found.clusters)
    groups = "_groups" if named else ""
    count = number(found.n_voices, language)
    smallest = number(found.smallest, language)
    if not found.clusters:
        return (words(language, "disagreement.clusters_none", smallest=smallest),)
    privacy = (
        () if named else (words(language, "disagreement.clusters_privacy", smallest=smallest),)
    )
    if len(found.clusters) == 1:
        return (words(language, f"disagreement.clusters_one{groups}", count=count), *privacy)
    return (
        words(
            language,
            f"disagreement.clusters{groups}",
            count=count,
            clusters=number(len(found.clusters), language),
        ),
        *(
            _cluster(found, place, cluster, problem, language)
            for place, cluster in enumerate(found.clusters, start=1)
        ),
        *privacy,
    )


def _cluster(
    found: LikeMinded,
    place: int,
    cluster: LikeMindedCluster,
    problem: DecisionProblem,
    language: Language,
) -> str:
    others = [other for other in found.clusters if other is not cluster]
    sizes = [other.n_members for other in others]
    rest = np.average([other.shares for other in others], axis=0, weights=sizes)
    heavier = np.argsort(rest - cluster.shares, kind="stable")[:MOST_NAMED]
    criteria = [
        label_of(problem.criteria, found.criteria[int(c)], language)
        for c in heavier
        if cluster.shares[c] > rest[c]
    ]
    first = alternatives_in_words(cluster.first, problem, language)
    between = f"” {words(language, 'sentences.and')} “"
    if cluster.members:
        names = [label_of(problem.stakeholders, id_, language) for id_ in cluster.members]
        return words(
            language,
            "disagreement.cluster_groups",
            members=list_in_words(names, language),
            criteria=between.join(criteria),
            first=first,
        )
    return words(
        language,
        "disagreement.cluster",
        number=place,
        members=number(cluster.n_members, language),
        criteria=between.join(criteria),
        first=first,
    )
