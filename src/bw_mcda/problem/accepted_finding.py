"""This file holds what people accepted about their scenario, with the reason they wrote down."""

from __future__ import annotations

from dataclasses import dataclass

from bw_mcda.problem.finding import Finding, ScenarioError


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptedFinding:
    """A caution that people looked at and left as it is.

    ``code`` and ``about`` are those of the caution; ``reason`` says why it may stay. The caution is
    shown all the same, as accepted.

    Raises
    ------
    ScenarioError
        Without a reason: accepting is done in words.
    """

    code: str
    about: tuple[str, ...]
    reason: str

    def __post_init__(self) -> None:
        if not self.reason.strip():
            place = f"provenance.accepted.{self.code}.reason"
            raise ScenarioError([Finding(place=place, found="nothing", allowed="a written reason")])

    def is_about(self, finding: Finding) -> bool:
        """Tell whether this is the caution that was accepted."""
        return bool(finding.code) and (self.code, self.about) == (finding.code, finding.about)
