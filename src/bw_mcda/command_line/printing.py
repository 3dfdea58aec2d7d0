"""This file holds how commands write: text, JSON and findings."""

from __future__ import annotations

import json
import sys
import textwrap
from collections.abc import Iterable, Mapping, Sequence

from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.finding import Finding, Severity
from bw_mcda.problem.label import Language
from bw_mcda.problem.scenario import Scenario
from bw_mcda.texts.finding_words import finding_in_words
from bw_mcda.texts.words import words

WIDTH = 96
"""Letters on a line of running text."""


def write_lines(*lines: str) -> None:
    """Write lines for people."""
    sys.stdout.write("".join(f"{line}\n" for line in lines))


def write_json(content: Mapping[str, object]) -> None:
    """Write one JSON object for programs; NaN and infinity do not exist in it."""
    text = json.dumps(content, ensure_ascii=False, indent=2, allow_nan=False)
    sys.stdout.write(f"{text}\n")


def heading(text: str) -> tuple[str, str, str]:
    """Return ``text`` as the lines of a heading."""
    return ("", text, "─" * len(text))


def wrapped(text: str, indent: str = "", first: str | None = None) -> list[str]:
    """Return ``text`` as lines that a terminal does not break in the middle of a word.

    Every line starts with ``indent``, the first one with ``first`` where that is given.
    """
    start = indent if first is None else first
    return textwrap.wrap(text, width=WIDTH, initial_indent=start, subsequent_indent=indent)


def in_bullets(texts: Iterable[str]) -> list[str]:
    """Return texts as a list with a bullet each."""
    return [line for text in texts for line in wrapped(text, indent="    ", first="  • ")]


def in_columns(rows: Sequence[Sequence[str]], right: Iterable[int] = ()) -> list[str]:
    """Return rows as lines with columns under each other; ``right`` are aligned to the right."""
    right = set(right)
    widths = [max(len(cell) for cell in column) for column in zip(*rows, strict=True)]
    lines = []
    for row in rows:
        cells = [
            cell.rjust(width) if place in right else cell.ljust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        lines.append("  " + "  ".join(cells).rstrip())
    return lines


def print_findings(findings: Sequence[Finding], language: Language) -> None:
    """Write findings that stop to where errors go."""
    sys.stderr.write("".join(f"{line}\n" for line in finding_lines(findings, language)))


def finding_lines(
    findings: Sequence[Finding], language: Language, problem: DecisionProblem | None = None
) -> list[str]:
    """Return every finding with its place, what was found and what may stand there.

    Errors come first. With a ``problem`` a finding that has a sentence begins with it.
    """
    found = words(language, "command_line.found")
    allowed = words(language, "command_line.allowed")
    width = max(len(found), len(allowed))
    lines: list[str] = []
    for severity in (Severity.ERROR, Severity.CAUTION):
        of_kind = [finding for finding in findings if finding.severity is severity]
        if not of_kind:
            continue
        many = "many" if len(of_kind) > 1 else "one"
        key = f"command_line.{severity.value}_{many}"
        lines.append(words(language, key, count=len(of_kind)))
        for finding in of_kind:
            lines.append(f"  {finding.place}")
            if finding.code and problem is not None:
                lines.append(f"    {finding_in_words(finding, problem, language)}")
            lines.append(f"    {found.ljust(width)}  {finding.found}")
            lines.append(f"    {allowed.ljust(width)}  {finding.allowed}")
        lines.append("")
    return lines


def findings_as_json(
    findings: Sequence[Finding], language: Language, scenario: Scenario | None
) -> dict[str, object]:
    """Return what ``check --json`` prints, also where another command stops on findings."""
    return {
        "ready": not any(finding.severity is Severity.ERROR for finding in findings),
        "scenario": None
        if scenario is None
        else {
            "id": scenario.problem.id,
            "label": scenario.problem.label.text(language),
            "fingerprint": scenario.fingerprint,
        },
        "findings": [
            {
                "severity": finding.severity.value,
                "place": finding.place,
                "found": finding.found,
                "allowed": finding.allowed,
                "code": finding.code,
                "about": list(finding.about),
                "sentence": finding_in_words(finding, scenario.problem, language)
                if scenario is not None and finding.code
                else "",
                "accepted": finding.accepted,
            }
            for finding in findings
        ],
    }
