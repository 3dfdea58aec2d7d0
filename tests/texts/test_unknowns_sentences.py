from __future__ import annotations

from bw_mcda.results.unknowns_together import FewestUnknowns, UnknownsTogether, UnknownSwing
from bw_mcda.texts.unknowns_sentences import unknowns_sentences


def together(*criteria, possible=True):
    swings = tuple(
        UnknownSwing(alternative="conversion", criterion=criterion, points=3.0)
        for criterion in criteria
    )
    answer = FewestUnknowns(rival="buffer", gap=5.0, unknowns=swings, possible=possible)
    return UnknownsTogether(leader="conversion", answers=(answer,))


def test_how_many_unknowns_it_takes_is_told(problem):
    assert unknowns_sentences(together("water", "nature"), problem, "nl") == (
        "Eén onbekend effect is niet genoeg om te veranderen wie bovenaan staat. Vallen er 2 samen ongunstig uit voor Leegstand ombouwen, dan komt Zoetwaterbuffer op gelijke hoogte: wat Leegstand ombouwen doet voor “Zoet water” en wat Leegstand ombouwen doet voor “Natuur elders”.",
    )
    assert unknowns_sentences(together("water"), problem, "nl") == (
        "Eén onbekend effect kan al veranderen wie bovenaan staat: wat Leegstand ombouwen doet voor “Zoet water”.",
    )
    assert unknowns_sentences(together("water", possible=False), problem, "nl") == (
        "Ook als alles wat onbekend is ongunstig uitvalt voor Leegstand ombouwen, blijft Leegstand ombouwen bovenaan.",
    )
    assert "stays first" in unknowns_sentences(together("water", possible=False), problem, "en")[0]


def test_without_unknowns_nothing_is_said(problem):
    assert unknowns_sentences(UnknownsTogether(leader="buffer", answers=()), problem, "nl") == ()
