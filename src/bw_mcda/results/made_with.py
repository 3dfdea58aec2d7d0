"""This file holds what a result was made with, so that it can be made again."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeWith:
    """Fingerprint of the scenario, seed, and the versions of what computed.

    ``versions`` are (name, version) pairs in alphabetical order.
    """

    fingerprint: str
    seed: int
    versions: tuple[tuple[str, str], ...]
