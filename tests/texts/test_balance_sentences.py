from __future__ import annotations

import pytest

from bw_mcda.results.balance_curve import BalanceCurve
from bw_mcda.results.portfolio import Rule, RuleKind, SolveStatus
from bw_mcda.results.scored_package import ScoredPackage
from bw_mcda.texts.balance_sentences import balance_sentences

NB = "\u00a0"


def package(value, living, water):
    return ScoredPackage(
        alternatives=("buffer",), points=(living, water), value=value, euros=1_000_000
    )


def curve(*packages, status=SolveStatus.OPTIMAL, ends_known=True, rules=()):
    return BalanceCurve(
        tasks=("living", "freshwater"),
        packages=packages,
        status=status,
        ends_known=ends_known,
        solver="by hand",
        clashing_rules=rules,
    )


MOST = package(50, 23, 80)
BETWEEN = package(49, 39, 42)
BALANCED = package(46, 60, 45)


def test_the_price_of_balance_is_said_in_the_words_of_the_plan(problem):
    assert balance_sentences(curve(MOST, BETWEEN, BALANCED), problem, "nl") == (
        f"Balans kost 8{NB}% van het totaal; de zwakste opgave gaat van 23 naar 45.",
        f"Wie 2{NB}% van het totaal inlevert, brengt de zwakste opgave al naar 39.",
        "Bij het hoogste totaal is Prettig wonen het zwakst, in balans is dat Genoeg zoet water.",
    )
    assert balance_sentences(curve(MOST, BETWEEN, BALANCED), problem, "en")[:2] == (
        f"Balance costs 8{NB}% of the total; the weakest task goes from 23 to 45.",
        f"Giving up 2{NB}% of the total already brings the weakest task to 39.",
    )


def test_equally_weak_tasks_are_both_named(problem):
    last = balance_sentences(curve(MOST, package(40, 41, 41)), problem, "nl")[-1]
    assert last == (
        "Bij het hoogste totaal is Prettig wonen het zwakst, "
        "in balans is dat Prettig wonen en Genoeg zoet water."
    )


def test_the_same_weakest_task_is_named_once(problem):
    assert balance_sentences(curve(MOST, package(40, 41, 50)), problem, "nl")[-1] == (
        "Met en zonder balans is Prettig wonen het zwakst."
    )


@pytest.mark.parametrize(
    ("packages", "sentence"),
    [
        (
            (BALANCED,),
            "Balans kost hier niets: het pakket met het hoogste totaal brengt ook de zwakste opgave zo ver als het kan, tot 45 van de 100 punten.",
        ),
        (
            (package(5, -3, 30), package(-1, 2, 4)),
            "Balans kost het hele totaal en nog meer; de zwakste opgave gaat van −3 naar 2.",
        ),
        (
            (package(0, -3, 30), package(-1, 2, 4)),
            "Geen enkel pakket levert in totaal iets op. De zwakste opgave kan van −3 naar 2.",
        ),
    ],
)
def test_a_price_that_is_no_share_is_said_otherwise(problem, packages, sentence):
    assert balance_sentences(curve(*packages), problem, "nl")[0] == sentence


def test_what_was_not_looked_at_is_said(problem):
    stopped = curve(MOST, BALANCED, status=SolveStatus.STOPPED)
    assert balance_sentences(stopped, problem, "nl")[-1] == (
        "Het zoeken is gestopt voordat alles bekeken was: er kunnen tussenvormen ontbreken."
    )
    unknown = curve(MOST, status=SolveStatus.STOPPED, ends_known=False)
    assert balance_sentences(unknown, problem, "nl") == (
        "Het zoeken is gestopt voordat bekend was wat balans kost.",
    )


def test_rules_that_clash_are_named(problem):
    rule = Rule(kind=RuleKind.TASK_MINIMUM, subjects=("living",), limit=90)
    impossible = {"status": SolveStatus.INFEASIBLE, "ends_known": False}
    assert balance_sentences(curve(**impossible, rules=(rule,)), problem, "nl") == (
        "Geen enkel pakket voldoet. Deze regel is niet te halen: "
        "de opgave Prettig wonen moet minstens 90 van de 100 punten halen.",
    )
    assert balance_sentences(curve(**impossible), problem, "nl") == (
        "Geen enkel pakket voldoet aan alle regels.",
    )
