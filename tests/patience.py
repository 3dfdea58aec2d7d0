"""This file holds how long tests wait for other processes, threads, pages."""

from __future__ import annotations

import time
from collections.abc import Callable

LONG = 120
"""Seconds to wait for what has to come before a test fails, also on a slow machine that is busy."""


def wait_until(is_so: Callable[[], object]) -> bool:
    """Return whether something becomes so before it has taken too long."""
    last = time.monotonic() + LONG
    while not (so := bool(is_so())) and time.monotonic() < last:
        time.sleep(0.05)
    return so
