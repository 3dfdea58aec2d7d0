"""This file holds what can be wrong with input, told as facts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """An error cannot mean anything; a caution is legal but probably a mistake."""

    ERROR = "error"
    CAUTION = "caution"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One fact about the input: where, what was found, what may stand there.

    ``place`` is a path such as ``criteria.noise.direction`` or ``performances.csv row 12 value``.
    ``code`` names the sentence by which lay people are told, ``about`` the ids and figures in it.
    ``accepted`` is the reason people wrote down for leaving a caution as it is; empty when open.
    """

    place: str
    found: str
    allowed: str
    severity: Severity = Severity.ERROR
    code: str = ""
    about: tuple[str, ...] = ()
    accepted: str = ""

    def __str__(self) -> str:
        return f"{self.place}: got {self.found}; allowed: {self.allowed}"


def caution(place: str, found: str, allowed: str, code: str, *about: str) -> Finding:
    """Return a finding that is a caution, with the code of its sentence."""
    return Finding(
        place=place,
        found=found,
        allowed=allowed,
        severity=Severity.CAUTION,
        code=code,
        about=about,
    )


class ScenarioError(ValueError):
    """Input that cannot mean anything, with every finding at once."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = tuple(findings)
        super().__init__("\n".join(str(finding) for finding in self.findings))
