"""This file holds the organisations that lead or pay for an alternative."""

from __future__ import annotations

from dataclasses import dataclass

from bw_mcda.problem.label import Label


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """A government, water board, company or association."""

    id: str
    label: Label
