"""This file holds everything one analysis found."""

from __future__ import annotations

from dataclasses import dataclass

from bw_mcda.problem.finding import Finding
from bw_mcda.problem.scenario import Scenario
from bw_mcda.problem.weights import Weights
from bw_mcda.results.break_even import BreakEven
from bw_mcda.results.coherence import Coherence
from bw_mcda.results.doubt import Doubt
from bw_mcda.results.learning import Learning
from bw_mcda.results.made_with import MadeWith
from bw_mcda.results.portfolio import Portfolio
from bw_mcda.results.puzzle import Puzzle
from bw_mcda.results.quantification_bias import QuantificationBias
from bw_mcda.results.rank_acceptability import RankAcceptability
from bw_mcda.results.ranking import Ranking
from bw_mcda.results.requirements import Requirements
from bw_mcda.results.rule_repair import RuleRepairs
from bw_mcda.results.schedule import Schedule
from bw_mcda.results.sharing import Sharing
from bw_mcda.results.together import Together
from bw_mcda.results.value_table import ValueTable
from bw_mcda.results.weight_stability import WeightStability
from bw_mcda.results.working import Working

TOGETHER = "together"
"""The perspective in which every stakeholder's weights count once."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Analysis:
    """All results of one scenario, seen with one set of weights.

    ``perspective`` is a stakeholder id or ``together``; ``weights`` are the weights it stands for.
    ``second_opinions`` are rankings by other methods; ``by_stakeholder`` are (id, ranking) pairs.
    ``stability`` tells how far weights can move before another comes first, ``break_evens`` at what
    level an unknown would change that, ``quantification_bias`` what the qualitative criteria do.
    ``requirements`` is who misses a limit; ``schedules`` is what would best start when, one per
    package, none when nothing can start later. ``rule_repairs`` is what has to give, None when a
    package is possible;
    ``coherence`` is how the criteria hang together; ``doubt`` on what the first place depends;
    ``together`` is what the groups choose and what they differ on, whoever the perspective is;
    ``puzzle`` is how the tasks fit together, None without tasks; ``working`` is
    what silos cost, ``sharing`` who gains and who loses; ``learning`` is what the years
    change, and when effects can be judged.
    """

    scenario: Scenario
    perspective: str
    weights: Weights
    findings: tuple[Finding, ...]
    values: ValueTable
    requirements: Requirements
    ranking: Ranking
    second_opinions: tuple[Ranking, ...]
    by_stakeholder: tuple[tuple[str, Ranking], ...]
    around_weights: RankAcceptability
    any_weights: RankAcceptability
    stability: WeightStability
    break_evens: tuple[BreakEven, ...]
    quantification_bias: QuantificationBias
    portfolios: tuple[Portfolio, ...]
    rule_repairs: RuleRepairs | None
    schedules: tuple[Schedule, ...]
    coherence: Coherence
    doubt: Doubt
    together: Together
    puzzle: Puzzle | None
    working: Working | None
    sharing: Sharing
    learning: Learning
    made_with: MadeWith
