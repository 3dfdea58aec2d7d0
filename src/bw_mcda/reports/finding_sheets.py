"""This file holds the sheets of what was found about tasks, groups, payers, doubt and the years."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator

from bw_mcda.problem.label import Language
from bw_mcda.reports.sheet import Cell, Sheet
from bw_mcda.reports.wording import said
from bw_mcda.results.analysis import Analysis
from bw_mcda.results.population_gains import PopulationGains
from bw_mcda.texts.distribution_sentences import part_label
from bw_mcda.texts.sentences import (
    alternative_label,
    alternatives_in_words,
    label_of,
    package_name,
)
from bw_mcda.texts.tornado_sentences import input_in_words
from bw_mcda.texts.words import words

Rows = Iterable[tuple[Cell, ...]]
PLAIN = ""


def finding_sheets(analysis: Analysis, language: Language) -> Iterator[tuple[str, Sheet]]:
    """Yield (id, sheet) per finding, as far as there is something in it."""
    for id_, headers, kinds, rows in (
        _tensions(analysis, language),
        _balance(analysis, language),
        _silos(analysis, language),
        _payers(analysis, language),
        _gains(analysis, language),
        _disputes(analysis, language),
        _group_packages(analysis, language),
        _tornado(analysis, language),
        _methods(analysis, language),
        _dominance(analysis, language),
        _years(analysis, language),
        _requirements(analysis, language),
        _schedules(analysis, language),
    ):
        told = tuple(rows)
        if told:
            name = said(language, f"sheet_{id_}")
            yield id_, Sheet(name=name, headers=headers, kinds=kinds, rows=told)


Parts = tuple[str, tuple[str, ...], tuple[str, ...], Rows]


def _heads(language: Language, *keys: str) -> tuple[str, ...]:
    return tuple(said(language, key) for key in keys)


def _tensions(analysis: Analysis, language: Language) -> Parts:
    tasks = analysis.scenario.problem.tasks
    pairs = () if analysis.puzzle is None else analysis.puzzle.tension_map.pairs
    return (
        "tensions",
        _heads(
            language,
            *("task", "other_task", "answer", "missed", "missed_free"),
        ),
        (PLAIN, PLAIN, PLAIN, "share", "share"),
        (
            (
                label_of(tasks, pair.first, language),
                label_of(tasks, pair.second, language),
                words(language, f"packages_tradeoffs.tension_cell_{pair.tension.value}"),
                pair.conflict,
                pair.conflict_without_rules,
            )
            for pair in pairs
        ),
    )


def _balance(analysis: Analysis, language: Language) -> Parts:
    problem = analysis.scenario.problem
    curve = None if analysis.puzzle is None else analysis.puzzle.balance_curve
    tasks = () if curve is None else curve.tasks
    packages = () if curve is None else curve.packages
    names = tuple(label_of(problem.tasks, task, language) for task in tasks)
    return (
        "balance",
        (*_heads(language, "measures", "cost", "points", "weakest"), *names),
        (PLAIN, "euros", "points", "points", *("points",) * len(names)),
        (
            (
                alternatives_in_words(package.alternatives, problem, language),
                float(package.euros),
                package.value,
                package.weakest,
                *package.points,
            )
            for package in packages
        ),
    )


def _silos(analysis: Analysis, language: Language) -> Parts:
    tasks = analysis.scenario.problem.tasks
    sectors = () if analysis.working is None else analysis.working.price_of_silos.sectors
    return (
        "silos",
        _heads(language, "task", "answer", "loss_alone", "loss_own_money", "sure"),
        (PLAIN, PLAIN, "points", "points", "share"),
        (
            (
                label_of(tasks, own.task, language),
                said(language, f"sector_{own.verdict.value}").rstrip(":"),
                _known(own.loss_alone),
                _known(own.loss_own_money),
                own.verdict_share,
            )
            for own in sectors
        ),
    )


def _payers(analysis: Analysis, language: Language) -> Parts:
    who, organisations = analysis.sharing.who_pays, analysis.scenario.problem.organisations
    return (
        "payers",
        _heads(language, *("payer", "pays", "pays_share", "gains_share", "to_even_out")),
        (PLAIN, "euros", "share", "share", "euros"),
        (
            (
                label_of(organisations, own.organisation, language),
                float(own.paid),
                own.share_of_cost,
                own.share_of_benefit,
                float(own.by_benefit),
            )
            for own in (() if who is None else who.partners)
        ),
    )


def _gains(analysis: Analysis, language: Language) -> Parts:
    problem, found = analysis.scenario.problem, analysis.sharing
    kinds = [found.area_gains, *([found.group_gains] if found.group_gains else [])]
    columns: list[tuple[PopulationGains, str]] = [
        (own, part) for own in kinds for part in own.parts
    ]
    return (
        "gains",
        (
            said(language, "alternative"),
            *(part_label(own, part, problem, language) for own, part in columns),
            said(language, "all_inhabitants"),
        ),
        (PLAIN, *("points",) * (len(columns) + 1)),
        (
            (
                alternative_label(problem, name, language),
                *(own.gain(name, part) for own, part in columns),
                float(found.area_gains.for_all[a]),
            )
            for a, name in enumerate(found.area_gains.alternatives)
        ),
    )


def _disputes(analysis: Analysis, language: Language) -> Parts:
    problem = analysis.scenario.problem
    return (
        "disputes",
        _heads(
            language,
            *("criterion", "together", "lowest", "highest", "stays_from", "stays_to"),
            *("then_first", "loss"),
        ),
        (PLAIN, *("share",) * 5, PLAIN, "points"),
        (
            (
                label_of(problem.criteria, own.criterion, language),
                *(own.share, own.low, own.high, own.stable_low, own.stable_high),
                alternatives_in_words(own.rivals, problem, language),
                own.loss,
            )
            for own in analysis.together.disagreement.criteria
        ),
    )


def _group_packages(analysis: Analysis, language: Language) -> Parts:
    problem, found = analysis.scenario.problem, analysis.together.packages
    packages = found.packages if found.own else ()
    yes, no = (words(language, f"charts.{key}") for key in ("yes", "no"))
    columns = (
        *(label_of(problem.stakeholders, group, language) for group in found.groups),
        words(language, "groups.packages_together"),
        words(language, "groups.packages_compromise"),
    )[: len(packages)]
    return (
        "group_packages",
        (said(language, "alternative"), *columns),
        (PLAIN,) * (1 + len(columns)),
        (
            (
                alternative_label(problem, measure, language),
                *(yes if measure in package else no for package in packages),
            )
            for measure in (found.measures if packages else ())
        ),
    )


def _tornado(analysis: Analysis, language: Language) -> Parts:
    problem, found = analysis.scenario.problem, analysis.doubt.tornado
    return (
        "tornado",
        _heads(language, *("uncertain", "lead_low", "lead_high", "first_low", "first_high")),
        (PLAIN, "points", "points", PLAIN, PLAIN),
        (
            (
                input_in_words(own, problem, language),
                own.low,
                own.high,
                alternatives_in_words(own.low_first, problem, language),
                alternatives_in_words(own.high_first, problem, language),
            )
            for own in found.changes
        ),
    )


def _methods(analysis: Analysis, language: Language) -> Parts:
    problem, found = analysis.scenario.problem, analysis.doubt.methods.by_method
    names = tuple(words(language, f"methods.{own.method}") for own in found)
    alternatives = found[0].alternatives if found else ()
    return (
        "methods",
        (said(language, "alternative"), *names),
        (PLAIN, *("share",) * len(names)),
        (
            (
                alternative_label(problem, name, language),
                *(own.share_in_top(name, 1) for own in found),
            )
            for name in alternatives
        ),
    )


def _dominance(analysis: Analysis, language: Language) -> Parts:
    problem, found = analysis.scenario.problem, analysis.doubt.dominance
    order = found.alternatives
    return (
        "dominance",
        _heads(language, "never_worse", "than", "in_cases"),
        (PLAIN, PLAIN, "share"),
        (
            (
                alternative_label(problem, name, language),
                alternative_label(problem, other, language),
                float(found.share[a, b]),
            )
            for a, name in enumerate(order)
            for b, other in enumerate(order)
            if found.share[a, b] > 0
        ),
    )


def _years(analysis: Analysis, language: Language) -> Parts:
    problem, found = analysis.scenario.problem, analysis.learning.horizon_ranking
    moments = {own.alternative: own for own in analysis.learning.evaluation_moments.moments}
    places = tuple(said(language, "place_after", years=f"{years:g}") for years in found.horizons)

    def judged(name: str) -> tuple[Cell, Cell]:
        own = moments.get(name)
        first, last = (None, None) if own is None else (own.first_year, own.last_year)
        return (None if first is None else float(first), None if last is None else float(last))

    return (
        "years",
        (said(language, "alternative"), *places, *_heads(language, "judge_from", "judge_to")),
        (PLAIN,) * (3 + len(places)),
        (
            (
                alternative_label(problem, name, language),
                *(float(place) for place in found.places_of(name)),
                *judged(name),
            )
            for name in found.alternatives
        ),
    )


def _requirements(analysis: Analysis, language: Language) -> Parts:
    problem = analysis.scenario.problem
    return (
        "requirements",
        _heads(language, "alternative", "criterion", "answer", "chance"),
        (PLAIN, PLAIN, PLAIN, "share"),
        (
            (
                alternative_label(problem, own.alternative, language),
                label_of(problem.criteria, own.criterion, language),
                said(language, f"met_{own.met.value}"),
                own.chance,
            )
            for own in analysis.requirements.checks
        ),
    )


def _schedules(analysis: Analysis, language: Language) -> Parts:
    problem = analysis.scenario.problem
    return (
        "schedules",
        _heads(language, "goal", "alternative", "from_year", "size", "cost"),
        (PLAIN, PLAIN, PLAIN, "share", "euros"),
        (
            (
                package_name(schedule.goal, language),
                alternative_label(problem, own.alternative, language),
                float(own.start),
                own.size,
                float(own.euros),
            )
            for schedule in analysis.schedules
            for own in schedule.measures
        ),
    )


def _known(value: float) -> float | None:
    """Return a number that may stand in a cell."""
    return None if math.isnan(value) else value
