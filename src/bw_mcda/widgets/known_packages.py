"""This file holds the packages that a room can walk through, as plain data for the browser."""

from __future__ import annotations

from itertools import chain

from bw_mcda.engine.scoring.synergy import synergy_gains
from bw_mcda.results.certified_set import CertifiedSet
from bw_mcda.results.front import Front
from bw_mcda.results.portfolio import SolveStatus
from bw_mcda.results.scored_package import ScoredPackage
from bw_mcda.texts.certified_sentences import certified_sentences, front_sentence
from bw_mcda.widgets.board_payload import Payload, in_both
from bw_mcda.widgets.seen import Seen

PATIENCE = 3.0
"""Seconds that a room waits for each of the two searches."""
MOST_SENT = 2_000
"""Packages: some 150 kB for the page. Of more only the few that stand for all go along."""


def known_packages(seen: Seen) -> Payload | None:
    """Return the packages that nothing beats, first the few that stand for them.

    Returns
    -------
    dict or None
        ``packages`` holds per package the places of its alternatives in the scenario, its points
        per task in the order of ``tasks``, its value and its euros; the first ``few`` are the
        packages of the certified set, in its order. ``said`` tells in words how many there are.
        None when there is no task or no package.
    """
    if not seen.problem.tasks:
        return None
    from bw_mcda.engine.portfolio.certified_set import certified_set
    from bw_mcda.engine.portfolio.pareto_front import pareto_front

    asked = (seen.problem, seen.values, seen.weights)
    synergies = synergy_gains(seen.scenario)
    few = certified_set(*asked, synergies=synergies, time_limit=PATIENCE)
    if not few.packages:
        return None
    front = pareto_front(*asked, synergies=synergies, time_limit=PATIENCE)
    return _payload(seen, few, front)


def _payload(seen: Seen, few: CertifiedSet, front: Front) -> Payload:
    problem = seen.problem
    places = {name: place for place, name in enumerate(problem.alternative_ids)}
    whole = front.status is SolveStatus.OPTIMAL and len(front.packages) <= MOST_SENT
    others = front.packages if len(front.packages) <= MOST_SENT else ()
    # Of packages with the same scores one is enough: a step goes from scores to scores.
    known: dict[tuple[float, ...], ScoredPackage] = {}
    for package in chain(few.packages, others):
        known.setdefault(package.points, package)
    return {
        "tasks": list(few.tasks),
        "few": len(few.packages),
        "packages": [
            [
                [places[name] for name in package.alternatives],
                list(package.points),
                package.value,
                package.euros,
            ]
            for package in known.values()
        ],
        "said": in_both(
            lambda language: (
                front_sentence(front, problem, language)
                if whole
                else " ".join(certified_sentences(few, problem, language))
            )
        ),
    }
