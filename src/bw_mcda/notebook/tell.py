"""This file holds the analyst's door to the findings: ``tell(analysis, "puzzle")``."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from bw_mcda.notebook.bundled_steps import doubt, learning, puzzle, sharing, together, working
from bw_mcda.notebook.first_steps import coherence, packages, ranking, robustness, weights
from bw_mcda.notebook.told import Story, Told
from bw_mcda.notebook.two_by_two import two_by_two
from bw_mcda.problem.label import Language
from bw_mcda.results.analysis import Analysis

STEPS: Mapping[str, Callable[[Analysis, Language], Iterator[Told]]] = MappingProxyType(
    {
        "coherence": coherence,
        "weights": weights,
        "ranking": ranking,
        "two_by_two": two_by_two,
        "robustness": robustness,
        "doubt": doubt,
        "together": together,
        "packages": packages,
        "puzzle": puzzle,
        "working": working,
        "sharing": sharing,
        "learning": learning,
    }
)
"""The steps of an analysis in the order in which they are best read."""


def tell(analysis: Analysis, *steps: str, language: Language = "nl") -> Story:
    """Return what was found in some steps of ``analysis``; without steps, all of it.

    ``print(tell(...))`` gives the sentences; in JupyterLab each finding has its picture and its
    tables as well, and ``tell(...).frames`` are those tables, for pandas. ``two_by_two`` holds the
    methods that stand beside the ranking: it is computed when it is asked.

    Raises
    ------
    ValueError
        When there is no such step; it names those that exist.
    """
    unknown = [step for step in steps if step not in STEPS]
    if unknown:
        raise ValueError(f"tell: got {', '.join(unknown)}; allowed: {', '.join(STEPS)}")
    return Story(
        parts=tuple(told for step in steps or STEPS for told in STEPS[step](analysis, language))
    )
