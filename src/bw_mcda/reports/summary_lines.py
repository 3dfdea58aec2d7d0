"""This file holds the answers on the first page: one or two sentences each, finding first."""

from __future__ import annotations

from collections.abc import Iterator

from bw_mcda.problem.analysis_plan import PackageGoal, UnknownRule
from bw_mcda.problem.label import Language
from bw_mcda.reports.dissent import dissenting_groups, first_of
from bw_mcda.reports.evidence import unknown_effects
from bw_mcda.reports.wording import said
from bw_mcda.results.analysis import Analysis
from bw_mcda.results.portfolio import Portfolio, SolveStatus
from bw_mcda.results.price_of_silos import SectorVerdict
from bw_mcda.texts.number_format import euros, percent
from bw_mcda.texts.package_sentences import signed_points
from bw_mcda.texts.sentences import (
    alternative_label,
    alternatives_in_words,
    label_of,
    list_in_words,
    package_sentence,
    points_in_words,
    points_number,
)
from bw_mcda.texts.tension_sentences import CLASHES, hardest_pairs
from bw_mcda.texts.time_sentences import years_in_words
from bw_mcda.texts.tornado_sentences import SEEN, input_in_words

NOTHING = 0.005
"""A smaller share is told as none."""


def sure_line(analysis: Analysis, language: Language) -> str:
    """Return how often the first comes first, with these weights and with any, and who is level."""
    problem, around = analysis.scenario.problem, analysis.around_weights
    top = analysis.scenario.plan.top_places
    often = sorted(around.alternatives, key=lambda name: -around.share_in_top(name, 1))
    first = often[0]
    any_weights = analysis.any_weights
    text = said(
        language,
        "summary_sure_text",
        name=alternative_label(problem, first, language),
        share=percent(around.share_in_top(first, 1), language),
        loose=percent(any_weights.share_in_top(first, 1), language),
    )
    in_top = sorted(around.alternatives, key=lambda name: -around.share_in_top(name, top))[:top]
    level = [pair for pair in around.indistinguishable() if set(pair) <= set(in_top)]
    if not level:
        return text
    names = [name for name in in_top if any(name in pair for pair in level)]
    # Who is level with a second need not be level with a third.
    if len(level) == len(names) * (len(names) - 1) // 2:
        told = alternatives_in_words(names, problem, language)
    else:
        told = "; ".join(alternatives_in_words(pair, problem, language) for pair in level)
    return f"{text} {said(language, 'summary_level', names=told)}"


def dependence_line(analysis: Analysis, language: Language) -> str:
    """Return what moves the lead most."""
    found, problem = analysis.doubt.tornado, analysis.scenario.problem
    told = [change for change in found.changes[:1] if change.width >= SEEN]
    if not told:
        return ""
    return said(
        language,
        "summary_depends_text",
        lead=points_in_words(found.lead, language),
        input=input_in_words(told[0], problem, language),
    )


def package_line(package: Portfolio, analysis: Analysis, language: Language) -> str:
    """Return how many measures, for how much, for what, and what it harms."""
    problem = analysis.scenario.problem
    if not package.chosen:
        return package_sentence(package, problem, language)
    sentences = [
        said(
            language,
            "summary_package_one" if len(package.chosen) == 1 else "summary_package_many",
            count=len(package.chosen),
            cost=euros(package.total_cost, language),
            value=signed_points(package.value, language),
            names=alternatives_in_words(package.alternatives, problem, language),
        )
    ]
    harmed = [
        label_of(problem.tasks, own.task, language)
        for own in package.task_scores
        if own.points <= -SEEN
    ]
    if harmed:
        tasks = list_in_words(harmed, language)
        sentences.append(said(language, "summary_harmed", tasks=tasks))
    outside = [name for name in first_of(analysis.ranking) if name not in package.alternatives]
    if outside and outside != [problem.null_alternative.id]:
        names = alternatives_in_words(outside, problem, language)
        sentences.append(said(language, "summary_first_outside", names=names))
    if package.status is SolveStatus.STOPPED:
        sentences.append(said(language, "summary_stopped"))
    return " ".join(sentences)


def payers_line(package: Portfolio, analysis: Analysis, language: Language) -> str:
    """Return who pays what, and who pays more or less than it gains."""
    organisations = analysis.scenario.problem.organisations
    paid = sorted(
        (item for item in package.spending if item.year is None and item.euros > 0),
        key=lambda item: -item.euros,
    )
    if not paid:
        return said(language, "summary_cost_none")
    payers = [
        said(
            language,
            "summary_cost_one",
            payer=label_of(organisations, item.payer, language),
            euros=euros(item.euros, language),
        )
        for item in paid
    ]
    total = euros(package.total_cost, language)
    listed = list_in_words(payers, language)
    text = said(language, "summary_cost_text", total=total, payers=listed)
    return " ".join((text, *_uneven(package, analysis, language)))


def _uneven(package: Portfolio, analysis: Analysis, language: Language) -> Iterator[str]:
    """Yield who pays more than it gains and who gains more, when that is told of this package."""
    who, organisations = analysis.sharing.who_pays, analysis.scenario.problem.organisations
    if who is None or set(who.alternatives) != set(package.alternatives):
        return
    for key, sign in (("less", -1), ("more", 1)):
        names = [
            label_of(organisations, partner.organisation, language)
            for partner in who.partners
            if sign * (partner.share_of_benefit - partner.share_of_cost) > 2 * NOTHING
        ]
        if names:
            yield said(language, f"summary_gains_{key}", names=list_in_words(names, language))


def tension_line(analysis: Analysis, language: Language) -> str:
    """Return how many pairs of tasks clash whatever is chosen, and which clash most."""
    if analysis.puzzle is None or not analysis.puzzle.tension_map.pairs:
        return ""
    tensions, tasks = analysis.puzzle.tension_map, analysis.scenario.problem.tasks
    count = sum(pair.tension in CLASHES for pair in tensions.pairs)
    if not count:
        return said(language, "summary_tension_none")
    key = "summary_tension_one" if count == 1 else "summary_tension_many"
    text = said(language, key, count=count, total=len(tensions.pairs))
    hardest = hardest_pairs(tensions)
    if len(hardest) > 1:
        return text
    first, second = (
        label_of(tasks, task, language) for task in (hardest[0].first, hardest[0].second)
    )
    hardest_text = said(language, "summary_tension_hardest", first=first, second=second)
    return f"{text} {hardest_text}"


def balance_line(analysis: Analysis, language: Language) -> str:
    """Return what balance costs and brings, and what changes in the package for it."""
    sentences = []
    curve = None if analysis.puzzle is None else analysis.puzzle.balance_curve
    price = None if curve is None else curve.price_of_balance
    if curve is not None and price is not None:
        sentences.append(
            said(
                language,
                "summary_balance_free" if price < NOTHING else "summary_balance_price",
                price=percent(price, language),
                low=points_number(curve.packages[0].weakest, language),
                high=points_number(curve.packages[-1].weakest, language),
            )
        )
    goals = {package.goal: package for package in analysis.portfolios}
    most, balanced = goals.get(PackageGoal.MOST_VALUE), goals.get(PackageGoal.BALANCED)
    if most is not None and balanced is not None and balanced.status is not SolveStatus.INFEASIBLE:
        for key, have, lack in (("in", balanced, most), ("out", most, balanced)):
            names = [a for a in have.alternatives if a not in lack.alternatives]
            if names:
                shown = alternatives_in_words(names, analysis.scenario.problem, language)
                sentences.append(said(language, f"summary_differs_{key}", names=shown))
    return " ".join(sentences)


def silo_line(analysis: Analysis, language: Language) -> str:
    """Return what choosing apart costs, and which tasks have to be paid for together."""
    silos = None if analysis.working is None else analysis.working.price_of_silos
    if silos is None or silos.price_share is None:
        return ""
    share = percent(silos.price_share, language)
    key = "summary_silos_price" if silos.price_share >= NOTHING else "summary_silos_free"
    text = said(language, key, share=share)
    together = [
        label_of(analysis.scenario.problem.tasks, own.task, language)
        for own in silos.sectors
        if own.verdict is SectorVerdict.INTEGRAL
    ]
    if not together:
        return text
    tasks = list_in_words(together, language)
    return f"{text} {said(language, 'summary_silos_together', tasks=tasks)}"


def groups_line(analysis: Analysis, language: Language) -> str:
    """Return which groups put something else first, and which difference matters most."""
    problem = analysis.scenario.problem
    others = [
        label_of(problem.stakeholders, group, language) for group, _ in dissenting_groups(analysis)
    ]
    if not others:
        if len(analysis.by_stakeholder) > 1:
            return said(language, "summary_all_agree")
        group = label_of(problem.stakeholders, analysis.by_stakeholder[0][0], language)
        return said(language, "summary_one_group", group=group)
    key = "summary_dissent_one" if len(others) == 1 else "summary_dissent_many"
    text = said(
        language,
        key,
        count=len(others),
        all=len(analysis.by_stakeholder),
        groups=list_in_words(others, language),
    )
    worth = analysis.together.disagreement.worth_talking_about
    if not worth:
        return text
    matters = said(
        language,
        "summary_dispute",
        criterion=label_of(problem.criteria, worth[0].criterion, language),
        rivals=alternatives_in_words(worth[0].rivals, problem, language),
    )
    return f"{text} {matters}"


def years_line(analysis: Analysis, language: Language) -> str:
    """Return whether looking later or sooner puts another first."""
    found, problem = analysis.learning.horizon_ranking, analysis.scenario.problem
    if not found.changes_first:
        return said(
            language,
            "summary_years_same",
            first=years_in_words(found.horizons[0], language),
            last=years_in_words(found.horizons[-1], language),
        )
    parts = [
        said(
            language,
            "summary_years_part",
            years=years_in_words(years, language),
            names=alternatives_in_words(first, problem, language),
        )
        for n, (years, first) in enumerate(zip(found.horizons, found.first_by_horizon, strict=True))
        if n == 0 or first != found.first_by_horizon[n - 1]
    ]
    return said(language, "summary_years_text", parts=list_in_words(parts, language))


def unknown_line(analysis: Analysis, language: Language) -> str:
    """Return how many effects are unknown, and as what they count."""
    count = len(unknown_effects(analysis.scenario.problem))
    if not count:
        return said(language, "summary_known")
    key = "summary_unknown_one" if count == 1 else "summary_unknown_many"
    if analysis.scenario.plan.unknown_rule is UnknownRule.NO_CHANGE:
        key += "_no_change"
    return said(language, key, count=count)
