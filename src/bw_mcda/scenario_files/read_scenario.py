"""This file holds how a scenario is read from a folder or a workbook: the one way in."""

from __future__ import annotations

from pathlib import Path

from bw_mcda.problem.finding import Finding, ScenarioError
from bw_mcda.problem.scenario import Scenario
from bw_mcda.scenario_files.csv_rows import read_csv
from bw_mcda.scenario_files.file_schema import DEFAULT_PERFORMANCES, FORMAT
from bw_mcda.scenario_files.scenario_of import scenario_of
from bw_mcda.scenario_files.source import Row, Source, decoded, read_bytes
from bw_mcda.scenario_files.yaml_text import YamlText

SCENARIO_YAML = "scenario.yaml"
WORKBOOK_SUFFIXES = (".xlsx", ".xlsm")
LARGEST = 10_000_000


def read_scenario(path: str | Path) -> Scenario:
    """Read a scenario.

    Parameters
    ----------
    path
        A folder with ``scenario.yaml`` and its CSV file of performances, the YAML file itself, or
        an Excel workbook (.xlsx) with the same content.

    Raises
    ------
    ScenarioError
        With every finding at once: where, what was found, what may stand there.
    """
    path = Path(path)
    if path.suffix.lower() in WORKBOOK_SUFFIXES:
        from bw_mcda.scenario_files.workbook_source import workbook_source

        source = workbook_source(path)
    else:
        source = _folder_source(path / SCENARIO_YAML if path.is_dir() else path)
    found = source.content.get("format")
    if isinstance(found, int) and found > FORMAT:
        raise ScenarioError(
            [
                Finding(
                    place=source.place(("format",)),
                    found=f"{found}, made for a newer version",
                    allowed=f"{FORMAT}, or install a newer bw_mcda",
                )
            ]
        )
    return scenario_of(source)


def _folder_source(path: Path) -> Source:
    what = f"a folder with {SCENARIO_YAML}, that file itself, or an Excel workbook (.xlsx)"
    yaml = YamlText(decoded(read_bytes(path, LARGEST, what), path.name), path.name)
    if not isinstance(yaml.content, dict):
        raise ScenarioError(
            yaml.findings
            or [Finding(place=path.name, found="no keys", allowed="key: value, as in the example")]
        )
    rows: tuple[Row, ...] | None = None
    findings = list(yaml.findings)
    name = yaml.content.get("performances", DEFAULT_PERFORMANCES)
    if isinstance(name, str) and Path(name).name != name:
        allowed = f"the name of a file beside {path.name}"
        findings.append(
            Finding(place=yaml.place(("performances",)), found=repr(name), allowed=allowed)
        )
    elif isinstance(name, str):
        try:
            rows, wrong = read_csv(path.parent / name)
            findings += wrong
        except ScenarioError as refused:
            findings += refused.findings
    return Source(content=yaml.content, place=yaml.place, rows=rows, findings=tuple(findings))
