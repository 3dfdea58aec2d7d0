"""This file holds the format of ``scenario.yaml``; the docstrings are its manual."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field

from bw_mcda.problem.analysis_plan import AnalysisPlan
from bw_mcda.problem.class_bounds import ClassBounds
from bw_mcda.problem.thresholds import Thresholds
from bw_mcda.scenario_files.file_part import FilePart, Filled, Number, Text
from bw_mcda.scenario_files.goal_schema import GoalPart
from bw_mcda.scenario_files.rules_schema import (
    CapacityPart,
    NeedPart,
    RulesPart,
    SizePart,
    StartPart,
)
from bw_mcda.scenario_files.value_schema import AnswersPart, Value
from bw_mcda.scenario_files.weight_schema import GroupAnswerPart

FORMAT = 1
DEFAULT_PERFORMANCES = "performances.csv"
_PLAN = AnalysisPlan()
_THRESHOLDS = Thresholds()
_CLASSES = ClassBounds()


class AreaPart(FilePart):
    """An area (gebied) the decision is about."""

    label: Text
    """Name of the area as people know it."""
    inhabitants: int
    """Number of inhabitants, above 0; it weighs the area when areas are averaged."""
    source: Filled
    """Where the number of inhabitants comes from, with the year."""


class MembersPart(FilePart):
    """How many people of a group live in one area."""

    area: str
    """Id of the area."""
    people: int
    """Number of people, 0 or more and no more than the area has inhabitants."""


class PopulationGroupPart(FilePart):
    """A group of inhabitants (bevolkingsgroep) for whom effects can differ."""

    label: Text
    """Name of the group, such as 65-plussers."""
    members: list[MembersPart]
    """How many people of the group live in which area; people may be in several groups."""
    source: Filled
    """Where these numbers come from, with the year."""


class TaskPart(FilePart):
    """A task (opgave) the areas face."""

    label: Text
    """Name of the task."""
    criteria: list[str]
    """Ids of the criteria that tell how far the task has been solved."""


class ThresholdsPart(FilePart):
    """How large a difference must be to count (PROMETHEE, ELECTRE), as shares of the scale."""

    indifference: Number = _THRESHOLDS.indifference
    """A difference up to this share (0 to 1) of the way from worst to best does not count."""
    preference: Number = _THRESHOLDS.preference
    """A difference from this share on counts in full."""
    veto: Number | None = None
    """Who stays this share or more behind is refused; nobody is when left out."""
    shape: Literal["usual", "u_shape", "v_shape", "level", "linear", "gaussian"] = "linear"
    """How preference grows with the difference (PROMETHEE)."""
    inflection: Number = _THRESHOLDS.inflection
    """Where a gaussian grows fastest, as a share of the scale."""


class ClassesPart(FilePart):
    """Where sorting into do, discuss and do not draws its lines (ELECTRE TRI)."""

    discuss: Number = _CLASSES.discuss
    """Value (0 worst, 1 best) from which this criterion speaks for discussing."""
    do: Number = _CLASSES.do
    """Value from which it speaks for doing."""


class CriterionPart(FilePart):
    """A criterion on which the alternatives are judged."""

    label: Text
    """Name of the criterion."""
    unit: Text
    """Unit in which performances are given, such as ``%`` or ``woningen``."""
    direction: Literal["maximise", "minimise"]
    """Whether more is better (maximise) or less is better (minimise)."""
    worst: Number | None = None
    """Performance that gets value 0; leave out for an ordinal criterion."""
    best: Number | None = None
    """Performance that gets value 1; leave out for an ordinal criterion."""
    value: Value = "linear"
    """Shape between worst and best: ``linear``, ``{piecewise: [[x, v], …]}``,
    ``{exponential: k}``, ``{s_shape: {middle: x, steepness: s}}``, ``{saturating: {enough: x}}``,
    ``{threshold: x}``, ``{classes: {bounds: [x, …], values: [v, …]}}`` or ``{ordinal: 5}``."""
    anchors: Literal["fixed", "local"] = "fixed"
    """Whether worst and best stand fixed, or follow the alternatives that take part (local)."""
    kind: Literal["goal", "means", "process", "constraint"] = "goal"
    """What the criterion is for; only goals are valued for their own sake."""
    serves: list[str] = []
    """Ids of the goals that a means helps to reach."""
    limit: Number | None = None
    """Level that an alternative has to reach on a constraint; one that misses it is marked."""
    answers: AnswersPart | None = None
    """What people answered when they were asked for the shape; kept beside the value function."""
    reach: Annotated[int, Field(ge=0)] = 0
    """Number of people the step from worst to best is about; 0 when nobody can say."""
    source: str = ""
    """Where the anchors come from."""
    indicator: str = ""
    """Code of the public figure it is measured with, such as the CBS code ``09_E_V_12``."""
    mkba: Literal["none", "balance", "inside"] = "none"
    """Whether it is the balance of a cost-benefit analysis (MKBA), or an effect inside it."""
    thresholds: ThresholdsPart = ThresholdsPart()
    """How large a difference must be to count; only for PROMETHEE and ELECTRE."""
    classes: ClassesPart = ClassesPart()
    """Where sorting into do, discuss and do not draws its lines."""


class ThemePart(FilePart):
    """A theme of broad welfare with its criteria."""

    label: Text
    """Name of the theme."""
    dimension: Literal["here_and_now", "later", "elsewhere"]
    """Dimension of broad welfare (CBS): here_and_now, later or elsewhere."""
    criteria: dict[str, CriterionPart]
    """The criteria of this theme by id."""


class CostPart(FilePart):
    """What one payer pays in one year."""

    payer: str
    """Id of the organisation that pays."""
    year: int
    """Calendar year in which it pays."""
    euros: int
    """Whole euros, 0 or more."""
    source: Filled
    """Where the amount comes from."""


class SynergyPart(FilePart):
    """An extra change when two alternatives are carried out together."""

    other: Annotated[str, Field(alias="with")]
    """Id of the other alternative."""
    criterion: str
    """Id of the criterion on which the change is seen."""
    change: Number
    """Extra change in the unit of the criterion, above what the two add up to."""
    source: Filled
    """Where this comes from."""
    others: list[str] = []
    """Ids of alternatives that must be carried out as well, when it takes more than two."""


class EffectPart(FilePart):
    """How effects grow and fade over the years."""

    delay: Number = 0.0
    """Years before anything happens."""
    ramp_up: Number = 0.0
    """Years of straight rise to the full effect."""
    decay: Number = 0.0
    """Share (0 to 1) of the effect that is lost each year after that."""
    size: Number = 1.0
    """Part of the alternative that is carried out; effects are so many times as large."""


class AlternativePart(FilePart):
    """An alternative (maatregel) that can be chosen."""

    label: Text
    """Name of the alternative."""
    summary: Text | None = None
    """What is done, in one or two sentences."""
    null_alternative: bool = False
    """True for the one alternative that changes nothing (nulalternatief)."""
    lead: str = ""
    """Id of the organisation that leads."""
    tasks: list[str] = []
    """Ids of the tasks it serves."""
    areas: list[str] | None = None
    """Ids of the areas it touches; all areas when left out."""
    costs: list[CostPart] = []
    """Who pays what in which year."""
    requires: list[str] = []
    """Ids of alternatives without which it cannot be chosen."""
    excludes: list[str] = []
    """Ids of alternatives it cannot be combined with."""
    strengthens: list[SynergyPart] = []
    """Extra changes together with other alternatives."""
    effect: EffectPart = EffectPart()
    """How its effects grow and fade over the years."""
    needs: list[NeedPart] = []
    """What it needs of the capacities; below 0 it makes room."""
    family: str = ""
    """One word for all versions (small, large) of a measure: at most one of them is chosen."""
    requires_one_of: list[list[str]] = []
    """Sets of ids: of each set at least one must be chosen too."""
    start: StartPart | None = None
    """The years in which it can start; the first year of the plans when left out."""
    size: SizePart | None = None
    """The parts of it that can be carried out; all of it when left out."""


class StakeholderPart(GroupAnswerPart):
    """A group of people with a stake (belanghebbenden), and its one answer to what weighs most."""

    label: Text
    """Name of the group."""
    source: Filled
    """Where its weights come from."""


class SharedDoubtPart(FilePart):
    """Estimates that are likely to turn out too rosy, or too gloomy, together."""

    criteria: list[str]
    """The criteria it is about."""
    alternatives: list[str] = []
    """The alternatives it is about; every one but the null alternative when left out."""
    correlation: Number
    """How much they go together: above 0, and 1 when they are all equally far off."""


class InteractionPart(FilePart):
    """Two criteria whose value hangs on each other (Choquet)."""

    first: str
    """Id of a criterion."""
    second: str
    """Id of another criterion."""
    strength: Number
    """From -1 to 1: above 0 they need each other, below 0 either of them will do."""


class PlanPart(FilePart):
    """Every choice of method that can change a number."""

    methods: list[str] = list(_PLAN.methods)
    """Ids of the ranking methods; the first one is the main one, the others are second opinions."""
    draws: int = _PLAN.draws
    """Number of random draws in the robustness analysis, 1 to 1000000."""
    seed: int = _PLAN.seed
    """Seed of the random numbers, 0 or more; the same seed gives the same result."""
    horizon: Number = _PLAN.horizon
    """Number of years after the start at which effects are read."""
    weight_spread: Number = _PLAN.weight_spread
    """Factor by which a weight may well be higher or lower; 1 is no doubt."""
    unknown_rule: Literal["full_range", "no_change"] = "full_range"
    """What an unknown performance counts as: anything (full_range) or as today (no_change)."""
    area_rule: Literal["inhabitants", "equal"] = "inhabitants"
    """Whether areas count by their inhabitants or all the same."""
    package_goals: list[GoalPart] = ["most_value", "balanced"]
    """What the best package is best in: ``most_value``, ``balanced``, or a goal with settings."""
    top_places: int = _PLAN.top_places
    """How many places count as the top."""
    horizons: list[Number] = list(_PLAN.horizons)
    """Numbers of years after the start at which rankings are compared, in rising order."""
    period: int = _PLAN.period
    """Number of years of which the value is averaged."""
    discount_rate: Number = _PLAN.discount_rate
    """Share by which a year counts for less than the one before; 0 when all years count the same,
    0.0225 for the standard rate of Dutch public investment."""
    evaluation_share: Number = _PLAN.evaluation_share
    """Share (0 to 1) of an effect that must be there before it can be judged."""
    inequality_aversion: Number = _PLAN.inequality_aversion
    """How much more a step counts for an area that stands lower: 0 not at all, 1 in proportion."""
    majority: Number = _PLAN.majority
    """Share (0.5 to 1) of the weight that must agree before one is at least as good (ELECTRE)."""
    shared_doubts: list[SharedDoubtPart] = []
    """Which estimates are likely to be wrong together; all others are independent."""
    compensation: Number = _PLAN.compensation
    """How far strong parts make up for weak ones: 1 is the weighted sum, 0.5 the weighted product,
    0 the weakest part alone. The main method stays as it is: this is shown beside it."""
    compensation_between: Literal["themes", "criteria"] = "themes"
    """What makes up for what: themes, or criteria."""
    theme_floors: dict[str, Number] = {}
    """Points (0 to 100) per theme id below which nothing else makes up for that theme."""
    interactions: list[InteractionPart] = []
    """Criteria whose value hangs on each other."""


class AcceptedPart(FilePart):
    """A caution that people looked at and left as it is."""

    code: Filled
    """Code of the caution, such as ``moves_together``."""
    about: list[str] = []
    """What the caution is about, as it tells it."""
    reason: Filled
    """Why it may stay."""


class ChecklistPart(FilePart):
    """What people answered about the criteria as a whole."""

    quality: Literal[
        "complete",
        "not_redundant",
        "operational",
        "independent",
        "not_double",
        "manageable",
        "over_time",
    ]
    """The question: is everything in it, can nothing be left out, can all be judged, does a step
    not hang on other levels, does nothing count twice, can one overlook it, and are now and later
    both in it."""
    holds: bool = False
    """Whether the answer is yes."""
    comment: str = ""
    """What is to be said about it."""


class ProvenancePart(FilePart):
    """Who made the scenario and what one must know of it."""

    authors: list[str] = []
    """Who made it."""
    date: str = ""
    """When, such as 2026-01-31."""
    licence: str = ""
    """Under which licence it may be used."""
    remarks: list[str] = []
    """What a reader must know, such as which figures are made up (fictief)."""
    accepted: list[AcceptedPart] = []
    """Cautions that people accepted, each with a written reason; they stay visible."""
    checklist: list[ChecklistPart] = []
    """Answers about the criteria as a whole."""


class ScenarioFile(FilePart):
    """A decision about broad welfare in an area, with the plan to analyse it."""

    format: Literal[1]
    """Version of this file format: 1."""
    id: Filled
    """Short name in small letters, digits and _."""
    label: Text
    """Title of the decision."""
    question: Text
    """The question the decision answers."""
    start_year: int
    """First calendar year of the plans."""
    areas: dict[str, AreaPart]
    """The areas (gebieden) by id."""
    population_groups: dict[str, PopulationGroupPart] = {}
    """The groups of inhabitants (bevolkingsgroepen) by id; their own effects stand in the rows of
    performances that name them under ``group``."""
    organisations: dict[str, Text] = {}
    """Names of the organisations that lead or pay, by id."""
    tasks: dict[str, TaskPart] = {}
    """The tasks (opgaven) by id."""
    themes: dict[str, ThemePart]
    """The themes of broad welfare by id, with their criteria."""
    alternatives: dict[str, AlternativePart]
    """The alternatives (maatregelen) by id; exactly one has ``null_alternative: true``."""
    stakeholders: dict[str, StakeholderPart]
    """The groups of people with a stake (belanghebbenden) by id, with their weights."""
    capacities: dict[str, CapacityPart] = {}
    """What there is a limited amount of beside money (land, nitrogen space, staff), by id."""
    rules: RulesPart = RulesPart()
    """The rules a package of alternatives keeps to."""
    plan: PlanPart = PlanPart()
    """Every choice of method that can change a number."""
    provenance: ProvenancePart = ProvenancePart()
    """Who made the scenario and what one must know of it."""
    performances: str = DEFAULT_PERFORMANCES
    """Name of the CSV file with the performances, in the same folder."""


def json_schema() -> dict[str, Any]:
    """Return the JSON schema of ``scenario.yaml``, with which editors complete and check."""
    schema = ScenarioFile.model_json_schema()
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
