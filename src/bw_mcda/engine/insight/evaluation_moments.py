"""This file holds when enough of an effect is there to judge an alternative by it."""

from __future__ import annotations

import math

from bw_mcda.engine.scoring.horizon import effect_share
from bw_mcda.problem.alternative import Alternative
from bw_mcda.problem.scenario import Scenario
from bw_mcda.results.evaluation_moment import EvaluationMoment, EvaluationMoments


def evaluation_moments(scenario: Scenario, share: float | None = None) -> EvaluationMoments:
    """Return when each alternative can be judged; the null alternative has no effect to judge.

    Parameters
    ----------
    scenario
        Gives the paths of the effects and the first year.
    share
        Share of the full effect that must be there, above 0 and up to 1; without it the plan's.

    Returns
    -------
    EvaluationMoments
        In closed form: the share is reached at ``delay + share * ramp_up`` and lost again at
        ``delay + ramp_up + ln(share) / ln(1 - decay)``.
    """
    share = scenario.plan.evaluation_share if share is None else share
    start = scenario.problem.start_year
    return EvaluationMoments(
        share=share,
        moments=tuple(
            _moment(alternative, share, start)
            for alternative in scenario.problem.alternatives
            if not alternative.is_null
        ),
    )


def _moment(alternative: Alternative, share: float, start_year: int) -> EvaluationMoment:
    path = alternative.effect_path
    grown = path.delay + path.ramp_up
    ready_from = path.delay + share * path.ramp_up
    fades = path.decay > 0
    ready_until = grown + math.log(share) / math.log1p(-path.decay) if fades else None
    first, last = math.ceil(ready_from), None if ready_until is None else math.floor(ready_until)
    # What rounding took from a whole year is given back: 2 + 0.8 * 5 is year 6 and not year 7.
    if effect_share(path, first - 1) >= share * (1 - 1e-12):
        first -= 1
    if last is not None and effect_share(path, last + 1) >= share * (1 - 1e-12):
        last += 1
    never = last is not None and last < first
    return EvaluationMoment(
        alternative=alternative.id,
        share=share,
        ready_from=ready_from,
        ready_until=ready_until,
        first_year=None if never else start_year + first,
        last_year=None if never or last is None else start_year + last,
    )
