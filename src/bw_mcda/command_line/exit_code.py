"""This file holds how a command can end."""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum

from bw_mcda.problem.finding import Finding


class ExitCode(IntEnum):
    """What a terminal or a script learns from the way a command ended."""

    FINE = 0
    """Done; there may be cautions."""
    FINDINGS = 1
    """Findings that stop: the input cannot mean anything, or a file cannot be read or written."""
    WRONG_USE = 2
    """The command was not understood."""
    INTERRUPTED = 130
    """Somebody pressed Ctrl-C."""


class WrongUseError(ValueError):
    """An option that cannot mean anything for this scenario or on this machine."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = tuple(findings)
        super().__init__("\n".join(str(finding) for finding in self.findings))
