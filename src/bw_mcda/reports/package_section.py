"""This file holds the packages: what is in, what is out and why, who pays, what pinches."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from bw_mcda.charts.tasks_chart import goal_name, tasks_chart
from bw_mcda.problem.analysis_plan import PackageGoal
from bw_mcda.problem.label import Language
from bw_mcda.reports.choice_sections import main_parts
from bw_mcda.reports.document import (
    Block,
    Bullets,
    DataTable,
    Item,
    Paragraph,
    Picture,
    Section,
)
from bw_mcda.reports.panel import Panel
from bw_mcda.reports.wording import paragraph, said
from bw_mcda.results.analysis import Analysis
from bw_mcda.results.portfolio import Portfolio, Rule, SolveStatus, Spending
from bw_mcda.texts.number_format import euros
from bw_mcda.texts.proof_sentences import proof_sentences
from bw_mcda.texts.rule_repair_sentences import rule_repair_sentences
from bw_mcda.texts.sentences import (
    alternative_label,
    alternatives_in_words,
    chosen_in_words,
    label_of,
    left_out_in_words,
    package_name,
    package_sentence,
    rule_in_words,
)
from bw_mcda.texts.words import words


def package_section(analysis: Analysis, panels: Mapping[str, Panel], language: Language) -> Section:
    """Return every package of the analysis side by side; why is told in an annex."""
    if not analysis.portfolios:
        blocks: tuple[Block, ...] = (paragraph(language, "packages_none"),)
        return Section(id="packages", title=said(language, "packages"), blocks=blocks)
    packages = [p for p in analysis.portfolios if p.status is not SolveStatus.INFEASIBLE]
    if not packages:
        return Section(
            id="packages",
            title=said(language, "packages"),
            blocks=tuple(_impossible(analysis, language)),
        )
    proofs = [" ".join(proof_sentences(portfolio, language)) for portfolio in packages]
    same = len(packages) > 1 and len(set(proofs)) == 1
    parts = [
        _one_package(portfolio, analysis, language, "" if same else proof)
        for portfolio, proof in zip(packages, proofs, strict=True)
    ]
    if packages and analysis.scenario.problem.tasks:
        tasks = Section(
            id="package-tasks",
            title=said(language, "packages_tasks"),
            blocks=(Picture(chart=tasks_chart(analysis, language)),),
        )
        parts.append(tasks)
    return Section(
        id="packages",
        title=said(language, "packages"),
        blocks=(
            Paragraph(text=f"{said(language, 'packages_text')} {said(language, 'package_text')}"),
            *_in_all(packages, analysis, language),
            _matrix(packages, analysis, language),
            *([paragraph(language, "proof_all", proof=proofs[0])] if same else []),
        ),
        parts=(*parts, *main_parts(panels, "schedule")),
    )


def _impossible(analysis: Analysis, language: Language) -> Iterator[Block]:
    """Yield that no package keeps to the rules, which clash, and with which changes one would."""
    yield Paragraph(text=said(language, "infeasible_now"), lead=True)
    clashing = next((p.clashing_rules for p in analysis.portfolios if p.clashing_rules), ())
    if clashing:
        yield paragraph(language, f"infeasible_rule{'s' if len(clashing) > 1 else ''}")
        yield _rules(clashing, analysis, language)
    if analysis.rule_repairs is not None:
        problem = analysis.scenario.problem
        first, *rest = rule_repair_sentences(analysis.rule_repairs, problem, language)
        yield Paragraph(text=first)
        if rest:
            yield Bullets(items=tuple(Item(text=sentence) for sentence in rest))


def _matrix(packages: list[Portfolio], analysis: Analysis, language: Language) -> DataTable:
    """Return which measure is in which package, with how many groups would choose it."""
    problem, groups = analysis.scenario.problem, analysis.together.packages
    costs = {alternative.id: alternative.total_cost for alternative in problem.alternatives}
    yes, no = (words(language, f"charts.{key}") for key in ("yes", "no"))
    several = len(groups.own) > 1
    rows = []
    for name in analysis.ranking.in_order:
        if name == problem.null_alternative.id:
            continue
        wanted = sum(name in package for package in groups.own)
        rows.append(
            (
                alternative_label(problem, name, language),
                euros(costs[name], language),
                *(yes if name in package.alternatives else no for package in packages),
                *([said(language, "of_groups", count=wanted, all=len(groups.own))] * several),
            )
        )
    share = 0.5 / (len(packages) + several)
    return DataTable(
        caption=said(language, "matrix_table"),
        headers=(
            said(language, "alternative"),
            said(language, "cost"),
            *(goal_name(package.goal, language) for package in packages),
            *([said(language, "matrix_groups")] * several),
        ),
        rows=tuple(rows),
        widths=(0.36, 0.14, *(share for _ in range(len(packages) + several))),
        numeric=frozenset({1}),
        small=True,
    )


def package_details(analysis: Analysis, language: Language) -> Iterator[Section]:
    """Yield per package why each measure is in it or not, and who pays in which year."""
    for portfolio in analysis.portfolios:
        if portfolio.status is not SolveStatus.INFEASIBLE:
            blocks = list[Block](_choice_tables(portfolio, analysis, language))
            if portfolio.spending:
                blocks.append(_spending_table(portfolio, analysis, language))
            if portfolio.goal == PackageGoal.BALANCED:
                blocks.insert(0, paragraph(language, "package_text_balanced"))
            yield Section(
                id=f"details-{portfolio.goal}",
                title=said(language, "details_of", package=package_name(portfolio.goal, language)),
                blocks=tuple(blocks),
            )


def _in_all(
    packages: list[Portfolio], analysis: Analysis, language: Language
) -> Iterator[Paragraph]:
    """Yield which alternatives are in every package: there is no need to argue about them."""
    if len(packages) < 2:
        return
    common = [
        name
        for name in packages[0].alternatives
        if all(name in package.alternatives for package in packages)
    ]
    if common:
        key = "packages_in_all" if len(common) > 1 else "packages_in_all_one"
        names = alternatives_in_words(common, analysis.scenario.problem, language)
        yield paragraph(language, key, names=names)


def _one_package(
    portfolio: Portfolio, analysis: Analysis, language: Language, proof: str
) -> Section:
    """Return what a package brings, how certain that is, and which rules pinch."""
    problem = analysis.scenario.problem
    rules = "; ".join(rule_in_words(rule, problem, language) for rule in portfolio.binding_rules)
    pinches = said(language, "binding" if rules else "binding_none", rules=rules)
    return Section(
        id=f"package-{portfolio.goal}",
        title=package_name(portfolio.goal, language),
        blocks=(
            Paragraph(text=package_sentence(portfolio, problem, language), lead=True),
            Paragraph(text=f"{pinches} {proof}".rstrip()),
        ),
    )


def _choice_tables(
    portfolio: Portfolio, analysis: Analysis, language: Language
) -> Iterator[DataTable]:
    problem = analysis.scenario.problem
    costs = {alternative.id: alternative.total_cost for alternative in problem.alternatives}
    sides = {
        "chosen_table": [
            (item.alternative, chosen_in_words(item, problem, language))
            for item in portfolio.chosen
        ],
        "left_out_table": [
            (item.alternative, left_out_in_words(item, problem, language))
            for item in portfolio.left_out
        ],
    }
    for key, lines in sides.items():
        if lines:
            yield DataTable(
                caption=said(language, key),
                headers=tuple(said(language, header) for header in ("alternative", "cost", "why")),
                rows=tuple(
                    (
                        alternative_label(problem, name, language),
                        euros(costs[name], language),
                        why,
                    )
                    for name, why in lines
                ),
                widths=(0.27, 0.12, 0.61),
                numeric=frozenset({1}),
                small=True,
            )


def _spending_table(portfolio: Portfolio, analysis: Analysis, language: Language) -> DataTable:
    """Return a row per payer: every year, all years together, and the budget."""
    organisations = analysis.scenario.problem.organisations
    by_key = {(item.payer, item.year): item for item in portfolio.spending}
    payers = list(dict.fromkeys(item.payer for item in portfolio.spending))
    years = sorted({item.year for item in portfolio.spending if item.year is not None})
    rows = tuple(
        (
            label_of(organisations, payer, language),
            *(_spent(by_key.get((payer, year)), language) for year in years),
            *_total_and_budget(by_key.get((payer, None)), language),
        )
        for payer in payers
    )
    share = 0.72 / (len(years) + 2)
    return DataTable(
        caption=said(language, "spending_table"),
        headers=(
            said(language, "payer"),
            *(str(year) for year in years),
            said(language, "total"),
            said(language, "budget"),
        ),
        rows=rows,
        widths=(0.28, *(share for _ in range(len(years) + 2))),
        numeric=frozenset(range(1, len(years) + 3)),
        small=len(years) > 4,
    )


def _spent(item: Spending | None, language: Language) -> str:
    """Return what is paid in a year, beside the budget of that year where there is one."""
    if item is None:
        return "–"
    spent = euros(item.euros, language)
    if item.budget is None:
        return spent
    budget = euros(item.budget, language)
    return said(language, "of_budget", spent=spent, budget=budget)


def _total_and_budget(item: Spending | None, language: Language) -> tuple[str, str]:
    if item is None:
        return "–", "–"
    budget = said(language, "budget_none") if item.budget is None else euros(item.budget, language)
    return euros(item.euros, language), budget


def _rules(rules: Iterable[Rule], analysis: Analysis, language: Language) -> Bullets:
    problem = analysis.scenario.problem
    clauses = [rule_in_words(rule, problem, language) for rule in rules]
    return Bullets(
        items=tuple(Item(text=f"{clause[:1].upper()}{clause[1:]}.") for clause in clauses)
    )
