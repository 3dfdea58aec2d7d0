"""This file holds how the content of a file becomes a scenario."""

from __future__ import annotations

from bw_mcda.problem.accepted_finding import AcceptedFinding
from bw_mcda.problem.alternative import Alternative, Cost, Synergy
from bw_mcda.problem.analysis_plan import AnalysisPlan, AreaRule, UnknownRule
from bw_mcda.problem.area import Area
from bw_mcda.problem.asked_range import AskedRange
from bw_mcda.problem.class_bounds import ClassBounds
from bw_mcda.problem.compensation import CompensationBetween, Interaction, ThemeFloor
from bw_mcda.problem.consistency import inconsistencies
from bw_mcda.problem.criteria_checklist import CriteriaAnswer, CriteriaQuality
from bw_mcda.problem.criteria_tree import CriteriaTree, Dimension, Theme
from bw_mcda.problem.criterion import (
    Anchors,
    ClassesValue,
    Criterion,
    CriterionKind,
    Direction,
    ExponentialValue,
    LinearValue,
    LogisticValue,
    MkbaPart,
    OrdinalValue,
    PiecewiseValue,
    SaturatingValue,
    ValueFunction,
)
from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.effect_path import EffectPath
from bw_mcda.problem.finding import Finding, ScenarioError
from bw_mcda.problem.organisation import Organisation
from bw_mcda.problem.performance import PerformanceTable
from bw_mcda.problem.population_group import Members, PopulationGroup
from bw_mcda.problem.scenario import Provenance, Scenario
from bw_mcda.problem.shared_doubt import SharedDoubt
from bw_mcda.problem.stakeholder import Stakeholder
from bw_mcda.problem.task import Task
from bw_mcda.problem.thresholds import PreferenceShape, Thresholds
from bw_mcda.problem.value_answers import ValueAnswers, ValueQuestion
from bw_mcda.problem.weights import Weights
from bw_mcda.scenario_files.file_schema import (
    AlternativePart,
    CriterionPart,
    PlanPart,
    PopulationGroupPart,
    ScenarioFile,
    StakeholderPart,
)
from bw_mcda.scenario_files.goal_of_file import goal_of_part
from bw_mcda.scenario_files.performance_rows import Frame, PerformanceRows
from bw_mcda.scenario_files.rules_of import label, need_of, rules_of, size_of, start_of
from bw_mcda.scenario_files.schema_findings import checked
from bw_mcda.scenario_files.source import Source
from bw_mcda.scenario_files.value_schema import (
    AnswersPart,
    ExponentialPart,
    OrdinalPart,
    PiecewisePart,
    SaturatingPart,
    SShapePart,
    ThresholdPart,
    ValueClassesPart,
)
from bw_mcda.scenario_files.weight_answer_of import weight_answer_of


def scenario_of(source: Source) -> Scenario:
    """Return the scenario that a file describes.

    Raises
    ------
    ScenarioError
        With every finding: of the file's shape, its rows, and how its parts fit together.
    """
    findings = list(source.findings)
    shape = checked(source, findings)
    if shape is None:
        raise ScenarioError(findings)
    file = shape.file
    problem, told = _problem(file, source, findings)
    plan = _plan(file.plan)
    # A row that could not be read is told already: the empty cell it leaves is no second mistake.
    findings += [
        finding
        for finding in inconsistencies(problem, plan)
        if shape.is_own(finding) and not (told and finding.place.startswith("performances."))
    ]
    if findings:
        raise ScenarioError(findings)
    return Scenario(
        problem=problem,
        plan=plan,
        provenance=Provenance(
            authors=tuple(file.provenance.authors),
            date=file.provenance.date,
            licence=file.provenance.licence,
            remarks=tuple(file.provenance.remarks),
            accepted=tuple(
                AcceptedFinding(code=part.code, about=tuple(part.about), reason=part.reason)
                for part in file.provenance.accepted
            ),
            checklist=tuple(
                CriteriaAnswer(
                    quality=CriteriaQuality(part.quality), holds=part.holds, comment=part.comment
                )
                for part in file.provenance.checklist
            ),
        ),
    )


def _problem(
    file: ScenarioFile, source: Source, findings: list[Finding]
) -> tuple[DecisionProblem, bool]:
    """Return the problem, and whether mistakes in its rows of performances were told."""
    areas = tuple(file.areas)
    tree = CriteriaTree(
        themes=tuple(
            Theme(
                id=id_,
                label=label(theme.label),
                dimension=Dimension(theme.dimension),
                criteria=tuple(_criterion(key, part) for key, part in theme.criteria.items()),
            )
            for id_, theme in file.themes.items()
        )
    )
    alternatives = tuple(_alternative(id_, part, areas) for id_, part in file.alternatives.items())
    rows = PerformanceRows(
        source.rows or (),
        Frame(
            touched={alternative.id: alternative.areas for alternative in alternatives},
            criteria={criterion.id: criterion for criterion in tree.criteria},
            areas=areas,
            start_year=file.start_year,
            groups=tuple(file.population_groups),
        ),
    )
    findings += rows.findings
    problem = DecisionProblem(
        id=file.id,
        label=label(file.label),
        question=label(file.question),
        start_year=file.start_year,
        areas=tuple(
            Area(id=id_, label=label(part.label), inhabitants=part.inhabitants, source=part.source)
            for id_, part in file.areas.items()
        ),
        organisations=tuple(
            Organisation(id=id_, label=label(text)) for id_, text in file.organisations.items()
        ),
        tasks=tuple(
            Task(id=id_, label=label(part.label), criteria=tuple(part.criteria))
            for id_, part in file.tasks.items()
        ),
        tree=tree,
        alternatives=alternatives,
        performances=PerformanceTable(cells=rows.cells, of_groups=rows.of_groups),
        stakeholders=tuple(
            _stakeholder(id_, part, tree) for id_, part in file.stakeholders.items()
        ),
        rules=rules_of(file.rules, file.capacities),
        population_groups=tuple(
            _population_group(id_, part) for id_, part in file.population_groups.items()
        ),
    )
    return problem, bool(rows.findings) or source.rows is None


def _population_group(id_: str, part: PopulationGroupPart) -> PopulationGroup:
    return PopulationGroup(
        id=id_,
        label=label(part.label),
        members=tuple(Members(area=own.area, people=own.people) for own in part.members),
        source=part.source,
    )


def _criterion(id_: str, part: CriterionPart) -> Criterion:
    function = _value_function(part)
    direction = Direction(part.direction)
    worst, best = part.worst, part.best
    if isinstance(function, OrdinalValue):
        ends = (0.0, float(function.steps - 1))
        first, last = ends if direction is Direction.MAXIMISE else ends[::-1]
        worst = first if worst is None else worst
        best = last if best is None else best
    nowhere = float("nan")
    return Criterion(
        id=id_,
        label=label(part.label),
        unit=label(part.unit),
        direction=direction,
        worst=nowhere if worst is None else float(worst),
        best=nowhere if best is None else float(best),
        value_function=function,
        kind=CriterionKind(part.kind),
        reach=part.reach,
        source=part.source,
        thresholds=Thresholds(
            indifference=float(part.thresholds.indifference),
            preference=float(part.thresholds.preference),
            veto=None if part.thresholds.veto is None else float(part.thresholds.veto),
            shape=PreferenceShape(part.thresholds.shape),
            inflection=float(part.thresholds.inflection),
        ),
        classes=ClassBounds(discuss=float(part.classes.discuss), do=float(part.classes.do)),
        anchors=Anchors(part.anchors),
        serves=tuple(part.serves),
        limit=None if part.limit is None else float(part.limit),
        answers=None if part.answers is None else _value_answers(part.answers),
        indicator=part.indicator,
        mkba=MkbaPart(part.mkba),
    )


def _value_answers(part: AnswersPart) -> ValueAnswers:
    return ValueAnswers(
        question=ValueQuestion(part.question),
        points_at=tuple((float(level), float(points)) for level, points in part.points),
    )


def _value_function(part: CriterionPart) -> ValueFunction:  # noqa: PLR0911  (one case per member)
    match part.value:
        case PiecewisePart(piecewise=points):
            return PiecewiseValue(tuple((float(x), float(value)) for x, value in points))
        case ExponentialPart(exponential=curvature):
            return ExponentialValue(float(curvature))
        case SShapePart(s_shape=shape):
            return LogisticValue(float(shape.middle), float(shape.steepness))
        case SaturatingPart(saturating=shape):
            return SaturatingValue(float(shape.enough), float(shape.curvature))
        case ThresholdPart(threshold=level):
            return ClassesValue((float(level),), (1.0,))
        case ValueClassesPart(classes=classes):
            bounds, values = classes.bounds, classes.values
            return ClassesValue(tuple(map(float, bounds)), tuple(map(float, values)))
        case OrdinalPart(ordinal=steps):
            return OrdinalValue(steps)
        case _:
            return LinearValue()


def _alternative(id_: str, part: AlternativePart, areas: tuple[str, ...]) -> Alternative:
    return Alternative(
        id=id_,
        label=label(part.label),
        summary=label(part.summary or ""),
        lead=part.lead,
        is_null=part.null_alternative,
        costs=tuple(
            Cost(payer=cost.payer, year=cost.year, euros=cost.euros, source=cost.source)
            for cost in part.costs
        ),
        tasks=tuple(part.tasks),
        areas=areas if part.areas is None else tuple(part.areas),
        requires=tuple(part.requires),
        excludes=tuple(part.excludes),
        strengthens=tuple(
            Synergy(
                other=synergy.other,
                criterion=synergy.criterion,
                change=float(synergy.change),
                source=synergy.source,
                others=tuple(synergy.others),
            )
            for synergy in part.strengthens
        ),
        effect_path=EffectPath(
            delay=float(part.effect.delay),
            ramp_up=float(part.effect.ramp_up),
            decay=float(part.effect.decay),
            size=float(part.effect.size),
        ),
        needs=tuple(need_of(need) for need in part.needs),
        family=part.family,
        requires_one_of=tuple(tuple(others) for others in part.requires_one_of),
        start=start_of(part.start),
        size=size_of(part.size),
    )


def _stakeholder(id_: str, part: StakeholderPart, tree: CriteriaTree) -> Stakeholder:
    return Stakeholder(
        id=id_,
        label=label(part.label),
        weights=Weights(answer=weight_answer_of(part, tree)),
        source=part.source,
        asked_on=tuple(
            AskedRange(criterion=r.criterion, worst=float(r.worst), best=float(r.best))
            for r in part.asked_on
        ),
    )


def _plan(part: PlanPart) -> AnalysisPlan:
    return AnalysisPlan(
        methods=tuple(part.methods),
        draws=part.draws,
        seed=part.seed,
        horizon=float(part.horizon),
        weight_spread=float(part.weight_spread),
        unknown_rule=UnknownRule(part.unknown_rule),
        area_rule=AreaRule(part.area_rule),
        package_goals=tuple(goal_of_part(goal) for goal in part.package_goals),
        top_places=part.top_places,
        majority=float(part.majority),
        horizons=tuple(float(horizon) for horizon in part.horizons),
        period=part.period,
        discount_rate=float(part.discount_rate),
        evaluation_share=float(part.evaluation_share),
        inequality_aversion=float(part.inequality_aversion),
        shared_doubts=tuple(
            SharedDoubt(
                criteria=tuple(doubt.criteria),
                alternatives=tuple(doubt.alternatives),
                correlation=float(doubt.correlation),
            )
            for doubt in part.shared_doubts
        ),
        compensation=float(part.compensation),
        compensation_between=CompensationBetween(part.compensation_between),
        theme_floors=tuple(
            ThemeFloor(theme=theme, points=float(points))
            for theme, points in part.theme_floors.items()
        ),
        interactions=tuple(
            Interaction(first=pair.first, second=pair.second, strength=float(pair.strength))
            for pair in part.interactions
        ),
    )
