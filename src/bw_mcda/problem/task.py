"""This file holds the tasks (opgaven) an area faces."""

from __future__ import annotations

from dataclasses import dataclass

from bw_mcda.problem.label import Label


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A task and the criteria that tell how far it has been solved.

    A package scores 0 on a task when every one of its ``criteria`` stays as in the null
    alternative, and 100 when all of them reach their best anchor.
    """

    id: str
    label: Label
    criteria: tuple[str, ...]
