"""This file holds which versions computed a result."""

from __future__ import annotations

from functools import cache
from importlib.metadata import PackageNotFoundError, version

from bw_mcda.problem.scenario import Scenario
from bw_mcda.results.made_with import MadeWith

COMPUTING = ("bw-mcda", "highspy", "numpy", "pulp", "pymcdm")
"""What can change a number; packages that only draw or write are left out."""


def made_with(scenario: Scenario) -> MadeWith:
    """Return the fingerprint, the seed and the versions behind an analysis of ``scenario``."""
    return MadeWith(fingerprint=scenario.fingerprint, seed=scenario.plan.seed, versions=_versions())


@cache
def _versions() -> tuple[tuple[str, str], ...]:
    return tuple((name, _version(name)) for name in COMPUTING)


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "not installed"
