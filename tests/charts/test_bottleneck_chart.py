from __future__ import annotations

from bw_mcda.charts.bottleneck_chart import bottleneck_chart
from bw_mcda.reports.pictures import svg_of
from bw_mcda.results.bottlenecks import Bottlenecks, Resource, ResourceKind, Step
from bw_mcda.results.portfolio import SolveStatus


def test_every_figure_drawn_stands_in_the_table_and_the_picture_can_be_drawn(analysis):
    problem = analysis.scenario.problem
    payer = problem.organisations[0].id
    steps = tuple(
        Step(share=share, amount=1000 * share, value=10 * share, weakest=share)
        for share in (0.05, 0.1, 0.25)
    )
    found = Bottlenecks(
        value=20.0,
        weakest=12.0,
        resources=(Resource(kind=ResourceKind.PAYER, id=payer, steps=steps),),
        status=SolveStatus.OPTIMAL,
    )
    chart = bottleneck_chart(found, problem, "nl")
    assert len(chart.table.headers) == len(chart.table.rows[0]) == 6
    assert chart.table.rows[0][1:4] == ("+0,5", "+1", "+2,5")
    drawn = svg_of(chart)
    assert all(text in drawn for text in ("+0,5", "+1", "+2,5"))
    assert chart.alt.startswith("Vakkenkaart")
