"""This file holds the step from alternatives to every way in which they can be carried out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import product

from bw_mcda.engine.portfolio.exact_decimals import as_written
from bw_mcda.problem.alternative import Alternative, Cost, Synergy
from bw_mcda.problem.label import Label
from bw_mcda.problem.performance import PerformanceTable
from bw_mcda.problem.portfolio_rules import PortfolioRules, SetCount
from bw_mcda.problem.rule_consistency import MOST_DECIMALS
from bw_mcda.problem.scenario import Scenario


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """One way to carry out an alternative: from which year, and how much of it (1 is all)."""

    id: str
    alternative: str
    start: int
    size: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Variants:
    """A scenario in which every way to carry out an alternative is an alternative of its own."""

    scenario: Scenario
    variants: tuple[Variant, ...]


def variants_of(scenario: Scenario) -> Variants:
    """Return every start and size as an alternative, at most one of each family.

    Formula: ``x_jy,s`` in {0, 1} is 1 when j starts in year y with size s, and ``sum over y and s
    of x_jy,s <= 1``. Costs and needs of a variant fall as many years later as it starts later, and
    are ``s`` times as large (whole euros, needs to 6 decimals: halves away from 0). Its effects
    start later too, and the share that is there at the horizon is ``s`` times as large. What j
    requires has started by then: ``x_jy,s <= sum over y' <= y and s' of x_ky',s'``.

    In words: a later start pays later and has less time to work; a smaller size costs less and does
    less, along the value function of each criterion.
    """
    problem = scenario.problem
    by_base = {
        alternative.id: tuple(_ways(alternative, problem.start_year))
        for alternative in problem.alternatives
    }
    expanded = tuple(
        _varied(alternative, variant, by_base, problem.start_year)
        for alternative in problem.alternatives
        for variant in by_base[alternative.id]
    )
    table = problem.performances
    cells = {
        (variant.id, criterion, area): assessment
        for (alternative, criterion, area), assessment in table.cells.items()
        for variant in by_base[alternative]
    }
    of_groups = {
        (group, variant.id, criterion, area): assessment
        for (group, alternative, criterion, area), assessment in table.of_groups.items()
        for variant in by_base[alternative]
    }
    changed = replace(
        problem,
        alternatives=expanded,
        performances=PerformanceTable(cells=cells, of_groups=of_groups),
        rules=_rules(problem.rules, by_base),
    )
    doubts = tuple(
        replace(doubt, alternatives=tuple(v.id for a in doubt.alternatives for v in by_base[a]))
        for doubt in scenario.plan.shared_doubts
    )
    return Variants(
        scenario=replace(
            scenario, problem=changed, plan=replace(scenario.plan, shared_doubts=doubts)
        ),
        variants=tuple(variant for ways in by_base.values() for variant in ways),
    )


def _ways(alternative: Alternative, start_year: int) -> Iterator[Variant]:
    starts = (start_year,) if alternative.start is None else alternative.start.years
    sizes = (1.0,) if alternative.size is None else alternative.size.sizes
    for start, size in product(starts, sizes):
        parts = [alternative.id]
        if alternative.start is not None:
            parts.append(f"start_{start}")
        if alternative.size is not None:
            percent = str(float(as_written(size) * 100)).removesuffix(".0").replace(".", "_")
            parts.append(f"size_{percent}")
        yield Variant(id="_".join(parts), alternative=alternative.id, start=start, size=size)


def _varied(
    base: Alternative,
    variant: Variant,
    by_base: Mapping[str, tuple[Variant, ...]],
    start_year: int,
) -> Alternative:
    """Return an alternative carried out in one way."""
    if base.is_null:
        return base
    later, size = variant.start - start_year, as_written(variant.size)
    path = base.effect_path
    ways = by_base[base.id]
    if later or variant.size != 1:
        path = replace(path, delay=path.delay + later, size=path.size * variant.size)
    in_time = {
        other: tuple(way.id for way in ways_of if way.start <= variant.start)
        for other, ways_of in by_base.items()
    }
    asked = [(other,) for other in base.requires] + list(base.requires_one_of)
    return replace(
        base,
        id=variant.id,
        label=_label(base, variant),
        costs=tuple(_later(cost, later, float(size)) for cost in base.costs),
        needs=tuple(
            replace(
                need,
                amount=round(float(as_written(need.amount) * size), MOST_DECIMALS),
                year=None if need.year is None else need.year + later,
            )
            for need in base.needs
        ),
        requires=(),
        requires_one_of=tuple(tuple(id_ for o in others for id_ in in_time[o]) for others in asked),
        excludes=tuple(way.id for other in base.excludes for way in by_base[other]),
        strengthens=tuple(s for synergy in base.strengthens for s in _synergies(synergy, by_base)),
        effect_path=path,
        family=base.family or (base.id if len(ways) > 1 else ""),
        start=None,
        size=None,
    )


def _later(cost: Cost, later: int, size: float) -> Cost:
    euros = int(as_written(size) * cost.euros + as_written(0.5))
    return replace(cost, year=cost.year + later, euros=euros)


def _synergies(synergy: Synergy, by_base: Mapping[str, tuple[Variant, ...]]) -> Iterator[Synergy]:
    members = (synergy.other, *synergy.others)
    for ways in product(*(by_base[member] for member in members)):
        other, *others = (way.id for way in ways)
        yield replace(synergy, other=other, others=tuple(others))


def _label(base: Alternative, variant: Variant) -> Label:
    """Return the name with the year and the part behind it, in figures that need no language."""
    said = []
    if base.start is not None:
        said.append(str(variant.start))
    if base.size is not None:
        said.append(f"{float(as_written(variant.size) * 100):g} %")
    if not said:
        return base.label
    more = f" ({', '.join(said)})"
    english = f"{base.label.en}{more}" if base.label.en else ""
    return Label(nl=f"{base.label.nl}{more}", en=english)


def _rules(rules: PortfolioRules, by_base: Mapping[str, tuple[Variant, ...]]) -> PortfolioRules:
    """Return the rules about alternatives as rules about the ways to carry them out."""

    def ways(ids: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(way.id for id_ in ids for way in by_base[id_])

    one = tuple(id_ for id_ in rules.must_include if len(by_base[id_]) == 1)
    some = tuple(id_ for id_ in rules.must_include if len(by_base[id_]) > 1)
    return replace(
        rules,
        must_include=ways(one),
        must_exclude=ways(rules.must_exclude),
        counts=(
            *(replace(count, measures=ways(count.measures)) for count in rules.counts),
            *(SetCount(measures=ways((id_,)), least=1) for id_ in some),
        ),
    )
