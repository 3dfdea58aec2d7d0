"""This file holds sentences about horizons: who leads when, who overtakes whom, what to judge."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby, pairwise

from bw_mcda.problem.decision_problem import DecisionProblem
from bw_mcda.problem.label import Language
from bw_mcda.results.evaluation_moment import EvaluationMoment, EvaluationMoments
from bw_mcda.results.horizon_ranking import HorizonRanking, first_of
from bw_mcda.results.swap_points import Lead, SwapKind, SwapPoints
from bw_mcda.texts.naming import alternative_label, alternatives_in_words, list_in_words
from bw_mcda.texts.number_format import number, percent
from bw_mcda.texts.words import words


def years_in_words(years: float, language: Language, decimals: int = 1) -> str:
    """Return a number of years: ``6,3 jaar``, ``4 jaar``."""
    shown = number(round(years, decimals), language)
    return words(language, f"time.year_{'one' if shown == '1' else 'many'}", years=shown)


def horizon_sentences(
    ranking: HorizonRanking, problem: DecisionProblem, language: Language
) -> tuple[str, ...]:
    """Return who comes first at which horizon, and on average over the period."""
    names = [alternatives_in_words(first, problem, language) for first in ranking.first_by_horizon]
    if ranking.changes_first:
        groups = [
            (name, [years for _, years in group])
            for name, group in groupby(
                zip(names, ranking.horizons, strict=True), key=lambda pair: pair[0]
            )
        ]
        parts = [
            words(
                language,
                "time.horizon_part",
                horizons=_several_years(years, language),
                names=name,
            )
            for name, years in groups
        ]
        first = words(language, "time.horizon_differs", parts=list_in_words(parts, language))
    else:
        first = words(
            language,
            "time.horizon_same" + _many(ranking.first_by_horizon[0]),
            horizons=_several_years(ranking.horizons, language),
            names=names[0],
        )
    return (first, *_period_sentences(ranking, problem, language))


def lead_sentences(
    swaps: SwapPoints, problem: DecisionProblem, language: Language
) -> tuple[str, ...]:
    """Return who leads from when to when, then how long nothing is to be seen yet."""
    leads = list(swaps.leads)
    sentences, quiet = [], []
    if len(leads[0].first) == len(swaps.alternatives) > 1:
        level = leads.pop(0)
        key = "all" if leads else "never"
        end = years_in_words(level.end, language)
        quiet.append(words(language, f"time.lead_{key}", end=end))
    if len(leads) == 1:
        lead = leads[0]
        sentences.append(
            words(
                language,
                "time.lead_always_from" if lead.start > 0 else "time.lead_always",
                start=years_in_words(lead.start, language),
                end=years_in_words(lead.end, language),
                names=alternatives_in_words(lead.first, problem, language),
            )
        )
    elif leads:
        parts = _lead_parts(leads, problem, language)
        sentences.append(words(language, "time.lead_parts", parts=list_in_words(parts, language)))
    return (*sentences, *quiet)


def swap_sentence(
    swaps: SwapPoints, one: str, other: str, problem: DecisionProblem, language: Language
) -> str:
    """Return when two alternatives change places: ``Tot 6,3 jaar staat A boven B; …``."""
    points = [point for point in swaps.of_pair(one, other) if point.turns]
    if not points:
        return words(
            language,
            "time.swap_none",
            one=alternative_label(problem, one, language),
            other=alternative_label(problem, other, language),
            until=years_in_words(swaps.until, language),
        )
    start = points[0].above_before
    above = alternative_label(problem, start, language)
    below = alternative_label(problem, other if start == one else one, language)
    ends = [0.0, *(point.horizon for point in points), swaps.until]
    decimals = _decimals(ends)
    if len(points) == 1:
        return words(
            language,
            "time.swap_once_level" if points[0].kind is SwapKind.LEVEL else "time.swap_once",
            at=years_in_words(points[0].horizon, language, decimals),
            level_until=years_in_words(points[0].level_until, language, decimals),
            above=above,
            below=below,
        )
    starts = [0.0, *(point.level_until for point in points)]
    stretches = list(zip(starts, ends[1:], strict=True))[::2]
    parts = [
        words(
            language,
            f"time.swap_{_stretch(begin, end, swaps.until)}",
            start=_start(begin, end, swaps.until, language, decimals),
            end=years_in_words(end, language, decimals),
        )
        for begin, end in stretches
    ]
    return words(
        language,
        "time.swap_more",
        above=above,
        below=below,
        parts=list_in_words(parts, language),
    )


def evaluation_sentence(
    moment: EvaluationMoment, problem: DecisionProblem, language: Language
) -> str:
    """Return in which calendar years one alternative can be judged by its effect."""
    at_once = moment.first_year is not None and moment.first_year <= problem.start_year
    if moment.first_year is None:
        key = "never"
    elif moment.last_year is None:
        key = "at_once" if at_once else "from"
    elif at_once:
        key = "at_once_until"
    else:
        key = "one_year" if moment.first_year == moment.last_year else "between"
    return words(
        language,
        f"time.ready_{key}",
        alternative=alternative_label(problem, moment.alternative, language),
        share=percent(moment.share, language),
        first=moment.first_year,
        last=moment.last_year,
    )


def judgeable_sentences(
    moments: EvaluationMoments, horizon: float, problem: DecisionProblem, language: Language
) -> tuple[str, ...]:
    """Return what can be judged ``horizon`` years after the start, what not yet, what no more."""
    ready = moments.ready_at(horizon)
    after, share = years_in_words(horizon, language), percent(moments.share, language)
    if len(ready) == len(moments.moments):
        return (words(language, "time.judge_all", horizon=after, share=share),)
    early = [m.alternative for m in moments.moments if horizon < m.ready_from]
    faded = [m.alternative for m in moments.moments if m.alternative not in {*ready, *early}]
    sentences = [
        words(
            language,
            "time.judge_some" if ready else "time.judge_none",
            horizon=after,
            share=share,
            count=len(ready),
            total=len(moments.moments),
        )
    ]
    for key, ids in (("too_early", early), ("faded", faded)):
        if ids:
            names = alternatives_in_words(ids, problem, language)
            sentences.append(words(language, f"time.judge_{key}", names=names))
    return tuple(sentences)


def _period_sentences(
    ranking: HorizonRanking, problem: DecisionProblem, language: Language
) -> list[str]:
    plain, *discounted = ranking.over_period
    first = first_of(plain.ranking)
    sentences = [
        words(
            language,
            "time.period_first" + _many(first),
            years=plain.years,
            names=alternatives_in_words(first, problem, language),
        )
    ]
    differing = [period for period in discounted if first_of(period.ranking) != first]
    for period in differing:
        names = first_of(period.ranking)
        sentences.append(
            words(
                language,
                "time.period_rate_differs" + _many(names),
                rate=rate_in_words(period.discount_rate, language),
                names=alternatives_in_words(names, problem, language),
            )
        )
    if discounted and not differing:
        rates = [rate_in_words(period.discount_rate, language) for period in discounted]
        sentences.append(
            words(language, "time.period_rate_same", rates=list_in_words(rates, language))
        )
    return sentences


def rate_in_words(rate: float, language: Language) -> str:
    """Return a discount rate with as many decimals as it has: ``2,25 %``, ``3 %``."""
    shown = round(100 * rate, 2)
    decimals = next(d for d in (0, 1, 2) if round(shown, d) == shown)
    return percent(rate, language, decimals)


def _lead_parts(leads: Sequence[Lead], problem: DecisionProblem, language: Language) -> list[str]:
    decimals = _decimals([leads[0].start, *(lead.end for lead in leads)])
    last = leads[-1].end
    return [
        words(
            language,
            f"time.lead_{_stretch(lead.start, lead.end, last)}",
            start=_start(lead.start, lead.end, last, language, decimals),
            end=years_in_words(lead.end, language, decimals),
            names=alternatives_in_words(lead.first, problem, language),
        )
        for lead in leads
    ]


def _start(start: float, end: float, last: float, language: Language, decimals: int) -> str:
    """Return ``2,5`` before ``tot 6,3 jaar``, and ``2,5 jaar`` where no end follows."""
    if _stretch(start, end, last) == "between":
        return number(round(start, decimals), language)
    return years_in_words(start, language, decimals)


def _stretch(start: float, end: float, last: float) -> str:
    if start == 0:
        return "until"
    return "from" if end == last else "between"


def _decimals(bounds: Sequence[float]) -> int:
    """Return in how many decimals neighbouring moments look different: 1, or 2 when they must."""
    return 2 if any(round(a, 1) == round(b, 1) for a, b in pairwise(bounds)) else 1


def _several_years(horizons: Sequence[float], language: Language) -> str:
    """Return ``4, 10 en 30 jaar``."""
    *others, last = horizons
    shown = [number(round(years, 1), language) for years in others]
    return list_in_words([*shown, years_in_words(last, language)], language)


def _many(ids: Sequence[str]) -> str:
    return "_many" if len(ids) > 1 else ""
