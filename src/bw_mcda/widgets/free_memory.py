"""This file holds the giving back of memory that nobody uses any more."""

from __future__ import annotations

import ctypes
import sys


def give_back_free_memory() -> None:
    """Have the C library give free memory back to the system.

    After a search glibc keeps what it freed for a next time: some 15 MB in every kernel, and a
    room has many. Another C library than glibc does without.
    """
    if sys.platform.startswith("linux"):
        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
        if trim is not None:
            trim(0)
