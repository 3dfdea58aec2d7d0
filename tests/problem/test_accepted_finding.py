from __future__ import annotations

import pytest

from bw_mcda.problem.accepted_finding import AcceptedFinding
from bw_mcda.problem.finding import Finding, ScenarioError, Severity
from bw_mcda.problem.scenario import Provenance

CAUTION = Finding(
    place="criteria.c1",
    found="nearly the same order as c0",
    allowed="something else",
    severity=Severity.CAUTION,
    code="moves_together",
    about=("c0", "c1"),
)


def accepted(**told):
    return AcceptedFinding(
        **{"code": "moves_together", "about": ("c0", "c1"), "reason": "twee kanten", **told}
    )


@pytest.mark.parametrize("reason", ["", "  "])
def test_accepting_is_done_in_words(reason):
    with pytest.raises(ScenarioError) as refused:
        accepted(reason=reason)
    assert str(refused.value) == (
        "provenance.accepted.moves_together.reason: got nothing; allowed: a written reason"
    )


def test_the_reason_belongs_to_that_caution_and_no_other():
    provenance = Provenance(accepted=(accepted(about=("c0", "c2")), accepted()))
    assert provenance.reason_for(CAUTION) == "twee kanten"
    other = Finding(place="p", found="f", allowed="a", code="no_difference", about=("c0", "c1"))
    assert provenance.reason_for(other) == ""
    assert (
        Provenance(accepted=(accepted(code=""),)).reason_for(
            Finding(place="p", found="f", allowed="a", about=("c0", "c1"))
        )
        == ""
    )
