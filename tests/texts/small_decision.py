"""This file holds a decision of five alternatives, made by hand, that tests put into words."""

from __future__ import annotations

from bw_mcda.problem.alternative import Alternative, Cost, Synergy
from bw_mcda.problem.analysis_plan import AnalysisPlan
from bw_mcda.problem.area import Area
from bw_mcda.problem.criteria_tree import CriteriaTree, Dimension, Theme
from bw_mcda.problem.criterion import Criterion, Direction, LinearValue, OrdinalValue
from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.label import Label
from bw_mcda.problem.organisation import Organisation
from bw_mcda.problem.performance import (
    Assessment,
    Between,
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
from bw_mcda.problem.portfolio_rules import AreaMinimum, Budget, PortfolioRules, TaskMinimum
from bw_mcda.problem.scenario import Provenance, Scenario
from bw_mcda.problem.stakeholder import Stakeholder
from bw_mcda.problem.task import Task
from bw_mcda.problem.weights import Weights

LONELY = Criterion(
    id="lonely",
    label=Label(nl="Eenzaamheid", en="Loneliness"),
    unit=Label(nl="% van de 65-plussers eenzaam", en="% of people over 65 lonely"),
    direction=Direction.MINIMISE,
    worst=52,
    best=46,
    value_function=LinearValue(),
    reach=2013,
    source="RIVM 2022",
)
HOMES = Criterion(
    id="homes",
    label=Label(nl="Woningen voor ouderen", en="Homes for the elderly"),
    unit=Label(nl="woningen", en="homes"),
    direction=Direction.MAXIMISE,
    worst=0,
    best=1200,
    value_function=LinearValue(),
    source="woonvisie 2023",
)
WATER = Criterion(
    id="water",
    label=Label(nl="Zoet water", en="Fresh water"),
    unit=Label(nl="mln m³ per jaar", en="m m³ a year"),
    direction=Direction.MAXIMISE,
    worst=0,
    best=2.5,
    value_function=LinearValue(),
)
NATURE = Criterion(
    id="nature",
    label=Label(nl="Natuur elders", en="Nature elsewhere"),
    unit=Label(nl="oordeel", en="judgement"),
    direction=Direction.MAXIMISE,
    worst=0,
    best=4,
    value_function=OrdinalValue(5),
)
THEMES = (
    Theme(
        id="wellbeing",
        label=Label(nl="Welzijn", en="Wellbeing"),
        dimension=Dimension.HERE_AND_NOW,
        criteria=(LONELY, HOMES),
    ),
    Theme(
        id="natural_capital",
        label=Label(nl="Natuurlijk kapitaal", en="Natural capital"),
        dimension=Dimension.LATER,
        criteria=(WATER,),
    ),
    Theme(
        id="elsewhere",
        label=Label(nl="Elders", en="Elsewhere"),
        dimension=Dimension.ELSEWHERE,
        criteria=(NATURE,),
    ),
)
CRITERIA = (LONELY, HOMES, WATER, NATURE)
AREAS = (
    Area(id="terneuzen", label=Label(nl="Terneuzen"), inhabitants=55_000, source="CBS 2023"),
    Area(id="hulst", label=Label(nl="Hulst"), inhabitants=27_500, source="CBS 2023"),
)
ORGANISATIONS = (
    Organisation(id="state", label=Label(nl="Rijk", en="State")),
    Organisation(id="province", label=Label(nl="Provincie Zeeland", en="Province of Zeeland")),
    Organisation(id="waterboard", label=Label(nl="Waterschap Scheldestromen", en="Water board")),
    Organisation(id="private", label=Label(nl="Private partijen", en="Private parties")),
    Organisation(id="dow", label=Label(nl="Dow")),
)
TASKS = (
    Task(
        id="living",
        label=Label(nl="Prettig wonen", en="Good living"),
        criteria=("lonely", "homes"),
    ),
    Task(
        id="freshwater", label=Label(nl="Genoeg zoet water", en="Fresh water"), criteria=("water",)
    ),
)
ALTERNATIVES = (
    Alternative(
        id="nothing",
        label=Label(nl="Niets extra's doen", en="Do nothing extra"),
        summary=Label(nl="Alles blijft zoals het nu gaat.", en="All stays as it is."),
        is_null=True,
    ),
    Alternative(
        id="neighbours",
        label=Label(nl="Wijkaanpak", en="Neighbourhood work"),
        summary=Label(nl="Buurtverbinders zoeken mensen op.", en="Connectors visit people."),
        lead="province",
        costs=(
            Cost(payer="province", year=2026, euros=900_000, source="fictief"),
            Cost(payer="state", year=2027, euros=600_000, source="fictief"),
        ),
        tasks=("living",),
        areas=("terneuzen", "hulst"),
        strengthens=(
            Synergy(other="conversion", criterion="lonely", change=-0.5, source="fictief"),
        ),
    ),
    Alternative(
        id="conversion",
        label=Label(nl="Leegstand ombouwen", en="Convert empty shops"),
        summary=Label(nl="Lege winkels worden woningen.", en="Empty shops become homes."),
        lead="province",
        costs=(Cost(payer="private", year=2026, euros=4_000_000, source="fictief"),),
        tasks=("living",),
        areas=("terneuzen",),
    ),
    Alternative(
        id="buffer",
        label=Label(nl="Zoetwaterbuffer", en="Fresh water buffer"),
        summary=Label(nl="Regenwater bewaren onder kreekruggen.", en="Keep rain water."),
        lead="waterboard",
        costs=(Cost(payer="waterboard", year=2027, euros=2_500_000, source="begroting 2024"),),
        tasks=("freshwater",),
        areas=("hulst",),
        excludes=("forest",),
    ),
    Alternative(
        id="forest",
        label=Label(nl="Nieuw bos", en="New forest"),
        summary=Label(nl="Landbouwgrond wordt bos.", en="Farmland becomes forest."),
        costs=(Cost(payer="state", year=2026, euros=1_200_000, source="fictief"),),
        tasks=("freshwater",),
        areas=("hulst",),
        requires=("neighbours",),
    ),
)


def assessed(
    performance: Performance,
    counts_from: CountsFrom = CountsFrom.CHANGE,
    *,
    source: str = "expertsessie 2024",
    confidence: Confidence = Confidence.C,
) -> Assessment:
    """Return a performance with evidence."""
    evidence = Evidence(source=source, year=2024, confidence=confidence)
    return Assessment(performance=performance, counts_from=counts_from, evidence=evidence)


NULL_LEVELS: dict[str, Performance] = {
    "lonely": Exact(52),
    "homes": Exact(300),
    "water": Exact(0.2),
    "nature": Level(2),
}
EFFECTS: dict[tuple[str, str, str], Performance] = {
    ("neighbours", "lonely", "terneuzen"): Triangular(-4, -3, -1),
    ("neighbours", "lonely", "hulst"): Between(-3, -1),
    ("neighbours", "nature", "terneuzen"): Level(2),
    ("neighbours", "nature", "hulst"): Level(2),
    ("conversion", "homes", "terneuzen"): Exact(450),
    ("conversion", "lonely", "terneuzen"): Exact(-1),
    ("conversion", "nature", "terneuzen"): Level(1),
    ("buffer", "water", "hulst"): Between(0.8, 2.0),
    ("buffer", "nature", "hulst"): Unknown("nog geen onderzoek naar de Vlaamse polders"),
    ("forest", "water", "hulst"): Exact(-0.1),
    ("forest", "nature", "hulst"): Level(4),
}


def small_cells() -> dict[tuple[str, str, str], Assessment]:
    """Return every cell: levels for the null alternative, effects, and untouched areas."""
    cells = {}
    for alternative in ALTERNATIVES:
        for criterion in CRITERIA:
            for area in AREAS:
                key = (alternative.id, criterion.id, area.id)
                if alternative.is_null:
                    performance = NULL_LEVELS[criterion.id]
                    cells[key] = assessed(
                        performance, CountsFrom.LEVEL, source="CBS", confidence=Confidence.A
                    )
                else:
                    performance = EFFECTS.get(key, Exact(0))
                    level = isinstance(performance, Level)
                    source = "fictief" if key in EFFECTS else "not touched"
                    confidence = Confidence.D if key in EFFECTS else Confidence.A
                    cells[key] = assessed(
                        performance,
                        CountsFrom.LEVEL if level else CountsFrom.CHANGE,
                        source=source,
                        confidence=confidence,
                    )
    return cells


def small_problem() -> DecisionProblem:
    """Return the decision."""
    return DecisionProblem(
        id="small",
        label=Label(nl="Kleine keuze", en="Small choice"),
        question=Label(nl="Wat doen we eerst?", en="What do we do first?"),
        start_year=2026,
        areas=AREAS,
        organisations=ORGANISATIONS,
        tasks=TASKS,
        tree=CriteriaTree(themes=THEMES),
        alternatives=ALTERNATIVES,
        performances=PerformanceTable(cells=small_cells()),
        stakeholders=(
            Stakeholder(
                id="residents",
                label=Label(nl="Inwoners", en="Residents"),
                weights=Weights.from_points(
                    {"lonely": 100, "homes": 60, "water": 20, "nature": 20}
                ),
                source="werksessie 2024",
            ),
            Stakeholder(
                id="farmers",
                label=Label(nl="Boeren", en="Farmers"),
                weights=Weights.from_points({"lonely": 10, "homes": 20, "water": 100, "nature": 0}),
                source="fictief",
            ),
        ),
        rules=PortfolioRules(
            budgets=(
                Budget(payer="province", euros=1_000_000),
                Budget(payer="waterboard", euros=3_000_000, year=2027),
            ),
            task_minimums=(TaskMinimum(task="living", points=10),),
            area_minimums=(AreaMinimum(area="hulst", measures=1),),
        ),
    )


def small_scenario() -> Scenario:
    """Return the decision with a plan of few draws and its provenance."""
    return Scenario(
        problem=small_problem(),
        plan=AnalysisPlan(draws=200, seed=7, methods=("additive", "topsis")),
        provenance=Provenance(
            authors=("A. Analist",),
            date="2024-05-01",
            licence="CC-BY-4.0",
            remarks=("De bedragen zijn verzonnen.",),
        ),
    )
