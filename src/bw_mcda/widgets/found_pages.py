"""This file holds which findings each page of the screen shows, in order."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from bw_mcda.widgets.doubt_page import DOUBT_PAGE, LOADS_MUCH
from bw_mcda.widgets.finding_panel import Makers
from bw_mcda.widgets.learning_page import LEARNING_PAGE, swaps
from bw_mcda.widgets.looking_page import LOOKING_PAGE
from bw_mcda.widgets.puzzle_page import PUZZLE_PAGE
from bw_mcda.widgets.seen import Seen
from bw_mcda.widgets.sharing_page import SHARING_PAGE
from bw_mcda.widgets.together_page import TOGETHER_PAGE
from bw_mcda.widgets.working_page import WORKING_PAGE, silos

Search = Callable[[Seen], Makers]
"""Finds what panels tell."""

PAGES: Mapping[str, tuple[Search, ...]] = MappingProxyType(
    {
        "look": LOOKING_PAGE,
        "doubt": DOUBT_PAGE,
        "together": TOGETHER_PAGE,
        "puzzle": PUZZLE_PAGE,
        "work": (*WORKING_PAGE, *SHARING_PAGE),
        "learn": LEARNING_PAGE,
    }
)
"""Per page the searches that make its panels; each is asked once per set of weights."""

APART: frozenset[Search] = LOADS_MUCH | {swaps, silos}
"""Searches that are done in a process of their own: they load or need much memory."""
