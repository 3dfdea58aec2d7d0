from __future__ import annotations

import ctypes
import sys

import psutil
import pytest

from bw_mcda.widgets.free_memory import give_back_free_memory

GLIBC = sys.platform.startswith("linux") and hasattr(ctypes.CDLL(None), "malloc_trim")


@pytest.mark.skipif(not GLIBC, reason="only glibc keeps what was freed")
def test_what_was_freed_between_things_that_stay_goes_back_to_the_system():
    me = psutil.Process()
    things = [bytes(2_000) for _ in range(100_000)]
    stay = things[::500]
    del things
    before = me.memory_info().rss
    give_back_free_memory()
    assert len(stay) == 200
    assert before - me.memory_info().rss > 100e6
