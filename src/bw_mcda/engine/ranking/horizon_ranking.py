"""This file holds the rankings at several horizons and over a whole period."""

from __future__ import annotations

from collections.abc import Sequence

from bw_mcda.engine.ranking.additive import additive_ranking
from bw_mcda.engine.scoring.value_table import value_tables, values_over_years
from bw_mcda.problem.analysis_plan import STANDARD_DISCOUNT_RATE
from bw_mcda.problem.scenario import Scenario
from bw_mcda.problem.weights import Weights
from bw_mcda.results.horizon_ranking import HorizonRanking, PeriodRanking


def horizon_ranking(
    scenario: Scenario, weights: Weights, horizons: Sequence[float] | None = None
) -> HorizonRanking:
    """Return who stands where at each horizon, and on average over the plan's period.

    Parameters
    ----------
    scenario
        Gives the performances, the paths of the effects, the period and the discount rate.
    weights
        With which the additive score is made, the same at every horizon.
    horizons
        Years after the start, 0 or more. Without them those of the plan: the horizon of the
        analysis among the horizons to compare.

    Returns
    -------
    HorizonRanking
        Additive rankings. Over the period there is one without discounting, one at the plan's rate
        and one at the standard rate of Dutch public investment, so that nobody has to argue about
        the rate when it changes nothing.
    """
    plan = scenario.plan
    asked = {plan.horizon, *plan.horizons} if horizons is None else set(horizons)
    years = tuple(sorted(float(horizon) for horizon in asked))
    rates = sorted({0.0, plan.discount_rate, STANDARD_DISCOUNT_RATE})
    return HorizonRanking(
        horizons=years,
        rankings=tuple(
            additive_ranking(values, weights) for values in value_tables(scenario, years)
        ),
        over_period=tuple(
            PeriodRanking(
                years=plan.period, discount_rate=rate, ranking=additive_ranking(values, weights)
            )
            for rate, values in zip(
                rates, values_over_years(scenario, plan.period, rates), strict=True
            )
        ),
    )
