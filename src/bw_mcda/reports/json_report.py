"""This file holds an analysis as JSON, for other programs: the keys here are a promise.

=================  =================================================================================
key                what it holds
=================  =================================================================================
format             1; it goes up when a key changes its meaning
scenario           id, label (nl, en), question (nl, en)
perspective        ``together`` or a stakeholder id
weights            share per criterion id (sum 1)
stakeholders       per id the share per criterion id
values             per alternative, per criterion: expected, low, high, unknown (0 to 1)
ranking            method, order, alternatives: per id place, score, low, high, contributions
second_opinions    a list of the same, one per other method (no contributions)
by_stakeholder     per stakeholder id the same as ``ranking``
robustness         ``around`` and ``any``: draws, per id acceptability per place, mean_score,
                   better_than (share per other id), central_weights (null when never first)
portfolios         a list: goal, status, chosen, left_out, task_scores, spending, binding_rules,
                   clashing_rules, value, objective, bound, gap, total_cost, solver
rule_repairs       null, or the smallest changes of rules with which some package is possible
schedules          a list, one per package: what would best start when; empty without such a choice
requirements       checks: per limit and alternative whether it is met, with the chance
coherence          what counts double or drops out, with repairs and what each does
doubt              smaa, methods, rank_reversals, tornado, variance, compensation: on what the
                   first place depends; dominance; sorting: null without bounds for the classes
together           group_choice, disagreement, packages: what groups choose, and which differences
                   change that
puzzle             tension_map, balance_curve, certified_set, robust_packages, alternatives,
                   turning_points, bottlenecks; null without tasks
working            price_of_silos
sharing            area_gains, distribution, who_pays: who gains, who loses and who pays;
                   group_gains and population: null without groups of inhabitants
learning           horizon_ranking, score_paths, swap_points, evaluation_moments
findings           a list: place, found, allowed, severity, code, about
made_with          fingerprint, seed, versions (per name)
room               only after a session: number, notes, choices, snapshots
=================  =================================================================================

Numbers that do not exist are null. Equal analyses give equal bytes.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import Enum

import numpy as np

from bw_mcda.problem.label import Label
from bw_mcda.results.analysis import Analysis
from bw_mcda.results.portfolio import Portfolio
from bw_mcda.results.rank_acceptability import RankAcceptability
from bw_mcda.results.ranking import Ranking
from bw_mcda.results.value_table import ValueTable
from bw_mcda.sessions.room_record import RoomRecord

FORMAT = 1

Json = dict[str, object]


def analysis_as_json(analysis: Analysis, record: RoomRecord | None = None) -> str:
    """Return ``analysis`` as JSON text in ASCII, with the keys the module names, in that order."""
    content = analysis_as_data(analysis, record)
    return json.dumps(content, indent=2, ensure_ascii=True, allow_nan=False) + "\n"


def analysis_as_data(analysis: Analysis, record: RoomRecord | None = None) -> Json:
    """Return ``analysis`` as dicts, lists, texts and numbers."""
    problem = analysis.scenario.problem
    content: Json = {
        "format": FORMAT,
        "scenario": {
            "id": problem.id,
            "label": _label(problem.label),
            "question": _label(problem.question),
        },
        "perspective": analysis.perspective,
        "weights": dict(analysis.weights.shares),
        "stakeholders": {group.id: group.weights.shares for group in problem.stakeholders},
        "values": _values(analysis.values),
        "ranking": _ranking(analysis.ranking),
        "second_opinions": [_ranking(ranking) for ranking in analysis.second_opinions],
        "by_stakeholder": {group: _ranking(ranking) for group, ranking in analysis.by_stakeholder},
        "robustness": {
            "around": _robustness(analysis.around_weights),
            "any": _robustness(analysis.any_weights),
        },
        "portfolios": [_portfolio(portfolio) for portfolio in analysis.portfolios],
        "rule_repairs": _plain(analysis.rule_repairs),
        "schedules": [_plain(schedule) for schedule in analysis.schedules],
        "requirements": _plain(analysis.requirements),
        "coherence": _plain(analysis.coherence),
        "doubt": _plain(analysis.doubt),
        "together": _plain(analysis.together),
        "puzzle": _plain(analysis.puzzle),
        "working": _plain(analysis.working),
        "sharing": _plain(analysis.sharing),
        "learning": _plain(analysis.learning),
        "findings": [_plain(finding) for finding in analysis.findings],
        "made_with": {
            "fingerprint": analysis.made_with.fingerprint,
            "seed": analysis.made_with.seed,
            "versions": dict(analysis.made_with.versions),
        },
    }
    if record is not None:
        content["room"] = {
            "number": record.number,
            "notes": _plain(record.notes),
            "choices": _plain(record.choices),
            "snapshots": _plain(record.snapshots),
        }
    return content


def _label(label: Label) -> Json:
    return {"nl": label.nl, "en": label.text("en")}


def _values(values: ValueTable) -> Json:
    return {
        alternative: {
            criterion: {
                name: _number(getattr(values, name)[a, c])
                for name in ("expected", "low", "high", "unknown")
            }
            for c, criterion in enumerate(values.criteria)
        }
        for a, alternative in enumerate(values.alternatives)
    }


def _ranking(ranking: Ranking) -> Json:
    alternatives: Json = {}
    for a, alternative in enumerate(ranking.alternatives):
        facts: Json = {"place": ranking.places[a], "score": _number(ranking.scores[a])}
        if ranking.low is not None and ranking.high is not None:
            facts |= {"low": _number(ranking.low[a]), "high": _number(ranking.high[a])}
        if ranking.contributions is not None:
            row = ranking.contributions[a]
            facts["contributions"] = {
                criterion: _number(points)
                for criterion, points in zip(ranking.criteria, row, strict=True)
            }
        alternatives[alternative] = facts
    return {
        "method": ranking.method,
        "order": list(ranking.in_order),
        "ties": [list(tie) for tie in ranking.ties],
        "higher_is_better": ranking.higher_is_better,
        "alternatives": alternatives,
    }


def _robustness(result: RankAcceptability) -> Json:
    names = result.alternatives
    alternatives: Json = {}
    for a, alternative in enumerate(names):
        central = result.central_weights[a]
        never = any(math.isnan(weight) for weight in central)
        alternatives[alternative] = {
            "acceptability": [_number(share) for share in result.acceptability[a]],
            "mean_score": _number(result.mean_scores[a]),
            "better_than": {
                other: _number(result.pairwise[a, b]) for b, other in enumerate(names) if b != a
            },
            "central_weights": None
            if never
            else {c: _number(w) for c, w in zip(result.criteria, central, strict=True)},
        }
    return {"draws": result.draws, "seed": result.seed, "alternatives": alternatives}


def _portfolio(portfolio: Portfolio) -> Json:
    content = _plain(portfolio)
    if not isinstance(content, dict):
        raise TypeError(f"a portfolio became {type(content).__name__}; expected a dict")
    return {**content, "total_cost": portfolio.total_cost}


def _plain(thing: object) -> object:
    """Return frozen nouns as dicts, tuples as lists, and numbers that do not exist as None."""
    if is_dataclass(thing) and not isinstance(thing, type):
        return {field.name: _plain(getattr(thing, field.name)) for field in fields(thing)}
    if isinstance(thing, Enum):
        return thing.value
    if isinstance(thing, Mapping):
        return {str(key): _plain(value) for key, value in thing.items()}
    if isinstance(thing, np.ndarray):
        thing = thing.tolist()
    if isinstance(thing, tuple | list):
        return [_plain(item) for item in thing]
    if isinstance(thing, float):
        return _number(thing)
    return thing


def _number(value: float) -> float | None:
    """Return a plain float; None when it does not exist, as JSON has no word for that."""
    number = float(value)
    return number if math.isfinite(number) else None
