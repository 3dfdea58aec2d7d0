"""This file holds sentences about places that hang on what is unknown."""

from __future__ import annotations

from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.label import Language
from bw_mcda.results.place_ranges import PlaceRanges
from bw_mcda.texts.naming import alternative_label, alternatives_in_words
from bw_mcda.texts.words import words

MOST_RANGES = 3
"""So many ranges are told, the widest; the table holds all."""


def place_range_sentences(
    ranges: PlaceRanges, problem: DecisionProblem, language: Language
) -> tuple[str, ...]:
    """Return whether the unknown decides who comes first, and whose place is most open."""
    if not ranges.open:
        return (words(language, "place_ranges.certain"),)
    first = ranges.can_be_first
    if len(first) > sum(place == 1 for place in ranges.places):
        alternatives = alternatives_in_words(first, problem, language)
        finding = words(language, "place_ranges.first_open", alternatives=alternatives)
    else:
        finding = words(language, "place_ranges.first_certain")
    ends = zip(ranges.alternatives, ranges.best, ranges.worst, strict=True)
    widest = sorted(
        (end for end in ends if end[0] in ranges.open), key=lambda end: (end[1] - end[2], end[1])
    )
    return (
        finding,
        *(
            words(
                language,
                "place_ranges.range",
                alternative=alternative_label(problem, name, language),
                best=best,
                worst=worst,
            )
            for name, best, worst in widest[:MOST_RANGES]
        ),
    )
