"""This file holds every package that keeps to the rules, with its scores as arrays."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from bw_mcda.engine.portfolio.every_package import EveryPackage, Whole, best_first
from bw_mcda.engine.portfolio.package_question import PackageQuestion
from bw_mcda.engine.portfolio.search import Package


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedPackages:
    """Packages that keep to the rules, the preferred one (most value, cheapest ...) first.

    ``points`` has shape (packages, tasks) and ``value`` (packages,), both in whole units.
    """

    every: EveryPackage
    points: Whole
    value: Whole

    def __len__(self) -> int:
        return self.every.size

    def members(self, place: int) -> Package:
        """Return the measures of the package at ``place``."""
        return self.every.members(place)


def listed_packages(question: PackageQuestion) -> ListedPackages:
    """Return every package of a question with few measures (``LIST_UP_TO``)."""
    whole = EveryPackage(question.scores)
    kept = np.flatnonzero(whole.kept(question.model))
    order = best_first([whole.heights(level.forms[0])[kept] for level in question.choice])
    every = EveryPackage(question.scores, whole.numbers[kept[order]])
    points = [every.heights(form) for form in question.task_forms]
    return ListedPackages(
        every=every,
        points=np.column_stack(points) if points else np.zeros((every.size, 0), dtype=np.int64),
        value=every.heights(question.choice[0].forms[0]),
    )
