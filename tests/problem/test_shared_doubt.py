from __future__ import annotations

import pytest

from bw_mcda.problem.analysis_plan import AnalysisPlan
from bw_mcda.problem.finding import ScenarioError
from bw_mcda.problem.shared_doubt import SharedDoubt
from simple_scenario import simple_scenario


def findings(*doubts):
    with pytest.raises(ScenarioError) as refused:
        simple_scenario([[0, 0], [1, 0], [0, 1]], plan=AnalysisPlan(shared_doubts=doubts))
    return [str(finding) for finding in refused.value.findings]


def test_every_mistake_in_a_shared_doubt_is_told_at_once():
    assert findings(
        SharedDoubt(criteria=("c0", "noise"), correlation=1.5, alternatives=("a0", "a1")),
        SharedDoubt(criteria=(), correlation=0.0),
        SharedDoubt(criteria=("c0",), correlation=0.5),
    ) == [
        "plan.shared_doubts.1.correlation: got 1.5; allowed: above 0, up to 1",
        "plan.shared_doubts.1.criteria: got 'noise'; allowed: one of: c0, c1",
        "plan.shared_doubts.1.alternatives: got 'a0'; allowed: one of: a1, a2",
        "plan.shared_doubts.2.criteria: got none; allowed: at least one criterion",
        "plan.shared_doubts.2.correlation: got 0; allowed: above 0, up to 1",
        "plan.shared_doubts.3: got a1.c0, which is in 1 already; allowed: each estimate once",
    ]
