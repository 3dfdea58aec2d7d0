"""This file holds how an analyst makes a scenario out of a table."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from bw_mcda.problem.alternative import Alternative, Cost
from bw_mcda.problem.analysis_plan import AnalysisPlan
from bw_mcda.problem.area import Area
from bw_mcda.problem.criteria_tree import CriteriaTree, Dimension, Theme
from bw_mcda.problem.criterion import Criterion, Direction, LinearValue, OrdinalValue
from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.finding import Finding, ScenarioError
from bw_mcda.problem.label import Label
from bw_mcda.problem.organisation import Organisation
from bw_mcda.problem.performance import (
    ORDINAL_SIGNS,
    Assessment,
    Between,
    CellKey,
    Confidence,
    CountsFrom,
    Evidence,
    Exact,
    Level,
    Performance,
    PerformanceTable,
    Triangular,
    Unknown,
)
from bw_mcda.problem.scenario import Scenario
from bw_mcda.problem.stakeholder import Stakeholder
from bw_mcda.problem.weights import Weights

if TYPE_CHECKING:
    import pandas as pd

AREA = "area"
PAYER = "payer"
SOURCE = "given by the analyst"
ALLOWED = "a number, (low, high), (low, likely, high), -- - 0 + ++, or ?"
YEAR = 2026


def scenario_from_frame(
    frame: pd.DataFrame,
    *,
    null: str,
    anchors: Mapping[str, tuple[float, float]],
    weights: Mapping[str, float] | Mapping[str, Mapping[str, float]] | None = None,
    costs: Mapping[str, int] | None = None,
    plan: AnalysisPlan | None = None,
    year: int = YEAR,
) -> Scenario:
    """Make a scenario of one area out of a table.

    Parameters
    ----------
    frame
        A row per alternative and a column per criterion; labels become ids (small letters, digits
        and _). A cell is the level an alternative brings about: a number, ``(low, high)``,
        ``(low, likely, high)``, an ordinal sign (``--`` to ``++``), or ``?`` for unknown. In an
        ordinal column every known cell is a sign.
    null
        Label of the row in which nothing changes: every decision has a null alternative.
    anchors
        Worst and best per numeric column; best below worst means that less is better. There is no
        default: anchors taken from the table would move when a row is added or left out.
    weights
        Swing points (0 to 100) per column, or such points per group. By default equal points.
    costs
        Whole euros per row, in the first year.
    plan
        How to analyse; by default at once (horizon 0), because a table says nothing about time.
    year
        First year of the decision.

    Raises
    ------
    ScenarioError
        With every finding: cells that cannot be read, unknown labels, anchors in disorder.

    Examples
    --------
    >>> import pandas as pd
    >>> table = pd.DataFrame({"homes": [0, 120], "nature": ["0", "-"]}, index=["nothing", "build"])
    >>> scenario = scenario_from_frame(table, null="nothing", anchors={"homes": (0, 200)})
    >>> scenario.problem.alternative_ids
    ('nothing', 'build')
    """
    findings: list[Finding] = []
    cells = {
        (str(row), str(column)): frame.iloc[r, c]
        for r, row in enumerate(frame.index)
        for c, column in enumerate(frame.columns)
    }
    rows, columns = [str(row) for row in frame.index], [str(column) for column in frame.columns]
    findings += _unknown_labels(rows, columns, null, anchors, costs or {})
    ordinal = {
        column for column in columns if any(_is_sign(cells[row, column]) for row in rows)
    } - set(anchors)
    criteria = [_criterion(column, anchors, ordinal, findings) for column in columns]
    performances = _performances(cells, ordinal, findings, year)
    groups = _groups(weights, columns)
    if findings:
        raise ScenarioError(findings)
    problem = DecisionProblem(
        id="table",
        label=Label(nl="Tabel", en="Table"),
        question=Label(nl="Welke maatregel?", en="Which measure?"),
        start_year=year,
        areas=(Area(id=AREA, label=Label(nl="Gebied", en="Area"), inhabitants=1, source=SOURCE),),
        organisations=(Organisation(id=PAYER, label=Label(nl="Betaler", en="Payer")),),
        tasks=(),
        tree=CriteriaTree(
            themes=(
                Theme(
                    id="theme",
                    label=Label(nl="Alle criteria", en="All criteria"),
                    dimension=Dimension.HERE_AND_NOW,
                    criteria=tuple(criteria),
                ),
            )
        ),
        alternatives=tuple(_alternative(row, null, costs or {}, year) for row in rows),
        performances=PerformanceTable(cells=performances),
        stakeholders=tuple(
            Stakeholder(
                id=_id(group),
                label=Label(nl=group),
                weights=Weights.from_points({_id(c): points for c, points in given.items()}),
                source=SOURCE,
            )
            for group, given in groups.items()
        ),
    )
    return Scenario(problem=problem, plan=plan or AnalysisPlan(horizon=0.0))


def _id(label: str) -> str:
    """Return a label as an id; one that starts with a digit gets a letter in front."""
    text = re.sub(r"[^a-z0-9]+", "_", label.strip().lower()).strip("_")
    return text if text[:1].isalpha() else f"x{text}"


def _is_sign(value: object) -> bool:
    return isinstance(value, str) and value.strip() in ORDINAL_SIGNS


def _unknown_labels(
    rows: list[str],
    columns: list[str],
    null: str,
    anchors: Mapping[str, tuple[float, float]],
    costs: Mapping[str, int],
) -> Iterator[Finding]:
    if null not in rows:
        yield Finding(place="null", found=repr(null), allowed=f"one of: {', '.join(rows)}")
    for name, given, known in (("anchors", anchors, columns), ("costs", costs, rows)):
        for label in given:
            if label not in known:
                yield Finding(place=name, found=repr(label), allowed=f"one of: {', '.join(known)}")


def _criterion(
    column: str,
    anchors: Mapping[str, tuple[float, float]],
    ordinal: set[str],
    findings: list[Finding],
) -> Criterion:
    last = len(ORDINAL_SIGNS) - 1
    worst, best = anchors.get(column, (0.0, float(last)))
    if column not in anchors and column not in ordinal:
        findings.append(
            Finding(place=f"anchors.{column}", found="nothing", allowed="(worst, best)")
        )
    return Criterion(
        id=_id(column),
        label=Label(nl=column),
        unit=Label(nl="oordeel" if column in ordinal else "eenheden"),
        direction=Direction.MINIMISE if best < worst else Direction.MAXIMISE,
        worst=float(worst),
        best=float(best),
        value_function=OrdinalValue(len(ORDINAL_SIGNS)) if column in ordinal else LinearValue(),
        source=SOURCE,
    )


def _alternative(row: str, null: str, costs: Mapping[str, int], year: int) -> Alternative:
    euros = int(costs.get(row, 0))
    paid = (Cost(payer=PAYER, year=year, euros=euros, source=SOURCE),) if euros else ()
    return Alternative(
        id=_id(row),
        label=Label(nl=row),
        summary=Label(nl=row),
        is_null=row == null,
        costs=paid,
        areas=(AREA,),
    )


def _performances(
    cells: Mapping[tuple[str, str], object],
    ordinal: set[str],
    findings: list[Finding],
    year: int,
) -> dict[CellKey, Assessment]:
    evidence = Evidence(source=SOURCE, year=year, confidence=Confidence.C)
    table = {}
    for (row, column), value in cells.items():
        performance = _performance(value, is_ordinal=column in ordinal)
        if performance is None:
            place = f"row {row}, column {column}"
            findings.append(Finding(place=place, found=repr(value), allowed=ALLOWED))
            continue
        table[_id(row), _id(column), AREA] = Assessment(
            performance=performance, counts_from=CountsFrom.LEVEL, evidence=evidence
        )
    return table


def _performance(value: object, *, is_ordinal: bool) -> Performance | None:
    if isinstance(value, str) and value.strip() == "?":
        return Unknown("not known to the analyst")
    if is_ordinal:
        return Level(ORDINAL_SIGNS.index(str(value).strip())) if _is_sign(value) else None
    numbers = _numbers(value)
    match numbers:
        case (level,):
            return Exact(level)
        case (low, high):
            return Between(low, high)
        case (low, likely, high):
            return Triangular(low, likely, high)
        case _:
            return None


def _numbers(value: object) -> tuple[float, ...]:
    """Return the finite numbers of a cell; nothing when one of them is none."""
    parts = value if isinstance(value, tuple | list) else (value,)
    try:
        numbers = tuple(float(part) for part in parts)
    except (TypeError, ValueError):
        return ()
    return numbers if all(math.isfinite(number) for number in numbers) else ()


def _groups(
    weights: Mapping[str, float] | Mapping[str, Mapping[str, float]] | None, columns: list[str]
) -> dict[str, dict[str, float]]:
    if weights is None:
        return {"everybody": dict.fromkeys(columns, 100.0)}
    per_group: dict[str, dict[str, float]] = {}
    everybody: dict[str, float] = {}
    for key, given in weights.items():
        if isinstance(given, Mapping):
            per_group[str(key)] = {str(c): float(points) for c, points in given.items()}
        else:
            everybody[str(key)] = float(given)
    return per_group or {"everybody": everybody}
