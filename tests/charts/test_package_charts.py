"""This file holds what every picture about packages promises."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import numpy as np
import pytest
import vl_convert

from bw_mcda.charts.balance_chart import balance_chart
from bw_mcda.charts.certified_chart import certified_chart
from bw_mcda.charts.robust_chart import robust_chart
from bw_mcda.charts.silo_chart import silo_chart
from bw_mcda.charts.tension_chart import tension_chart
from bw_mcda.charts.who_pays_chart import who_pays_chart
from bw_mcda.results.balance_curve import BalanceCurve
from bw_mcda.results.certified_set import CertifiedSet
from bw_mcda.results.core_index import Belonging
from bw_mcda.results.portfolio import Rule, RuleKind, SolveStatus
from bw_mcda.results.price_of_silos import PriceOfSilos, SiloOutcome
from bw_mcda.results.robust_packages import RobustMeasure, RobustPackages
from bw_mcda.results.scored_package import ScoredPackage
from bw_mcda.results.tension_map import Cause, Opposing, TaskPair, Tension, TensionMap
from bw_mcda.results.who_pays import Partner, WhoPays


def package(value, living, water, alternatives=("buffer",)):
    return ScoredPackage(
        alternatives=alternatives, points=(living, water), value=value, euros=1_000_000
    )


CURVE = BalanceCurve(
    tasks=("living", "freshwater"),
    packages=(package(50, 23, 80), package(49, 39, 42, ()), package(46, 60, 45)),
    status=SolveStatus.OPTIMAL,
    ends_known=True,
    solver="by hand",
)
NO_CURVE = BalanceCurve(
    tasks=("living", "freshwater"),
    packages=(),
    status=SolveStatus.INFEASIBLE,
    ends_known=False,
    solver="by hand",
)


def pair(first, second, tension, conflict):
    return TaskPair(
        first=first,
        second=second,
        tension=tension,
        opposing=(Opposing(alternative="forest", first=3.0, second=-2.0),),
        first_best=50.0,
        second_best=60.0,
        package=("buffer",),
        first_points=35.0,
        second_points=42.0,
        conflict=conflict,
        conflict_without_rules=0.0,
        causes=(
            Cause(
                rule=Rule(kind=RuleKind.BUDGET, subjects=("province",), limit=1_000_000),
                conflict_without=0.0,
            ),
        ),
        kinds=(),
    )


def tensions(*pairs):
    return TensionMap(
        tasks=("living", "freshwater"),
        pairs=pairs,
        noticeable_points=1.0,
        noticeable_share=0.1,
        status=SolveStatus.OPTIMAL,
    )


TENSIONS = tensions(pair("living", "freshwater", Tension.REAL, 0.3))


def outcome(value, living, water):
    return SiloOutcome(package=package(value, living, water))


SILOS = PriceOfSilos(
    tasks=("living", "freshwater"),
    status=SolveStatus.OPTIMAL,
    without_sector=(),
    draws_asked=3,
    seed=1,
    noticeable_share=0.02,
    sectoral=outcome(12.0, 20, -5),
    own_money=outcome(14.0, 25, 10),
    pooled=outcome(16.0, 30, 30),
)
NO_SILOS = replace(SILOS, sectoral=None, own_money=None, pooled=None, status="stopped")

CERTIFIED = CertifiedSet(
    tasks=("living", "freshwater"),
    packages=(package(50, 23, 80), package(49, -39, 142, ())),
    gap=9.0,
    status=SolveStatus.OPTIMAL,
    solves=1,
    solver="by hand",
)


def robust_measure(name, packages, belonging, loss_in):
    return RobustMeasure(
        measure=name,
        packages=packages,
        belonging=belonging,
        loss_out=(0.0, 2.0),
        loss_in=loss_in,
    )


ROBUST = RobustPackages(
    packages=(("buffer",), ("buffer", "neighbours")),
    measures=(
        robust_measure("neighbours", 1, Belonging.BORDERLINE, (0.0, 1.5)),
        robust_measure("buffer", 2, Belonging.CORE, (0.0, 0.0)),
        robust_measure("forest", 0, Belonging.EXTERIOR, None),
    ),
    corners=2,
    unknowns_counted=False,
    status=SolveStatus.OPTIMAL,
    solver="by hand",
)


def partner(organisation, paid, share_of_cost, share_of_benefit, by_benefit, by_shapley):
    return Partner(
        organisation=organisation,
        serves=("hulst",),
        paid=paid,
        benefit=4.0,
        share_of_cost=share_of_cost,
        share_of_benefit=share_of_benefit,
        alone=3.0,
        shapley=None if by_shapley is None else 2.0,
        by_benefit=by_benefit,
        by_shapley=by_shapley,
    )


WHO_PAYS = WhoPays(
    alternatives=("buffer",),
    partners=(
        partner("state", 1_000_000, 0.25, 0.5, 1_000_000, None),
        partner("province", 3_000_000, 0.75, 0.5, -1_000_000, -500_000),
    ),
    areas=("terneuzen", "hulst"),
    groups=("residents",),
    to_areas=[[400_000, 600_000, 0], [3_000_000, 0, 0]],
    to_groups=[[1_000_000, 0], [3_000_000, 0]],
)
NOBODY_PAYS = replace(WHO_PAYS, partners=(), to_areas=np.zeros((0, 3)), to_groups=np.zeros((0, 2)))

CHARTS = {
    "who_pays": (who_pays_chart, WHO_PAYS, "moet 25 % van het geld van een andere betaler komen"),
    "nobody_pays": (who_pays_chart, NOBODY_PAYS, "Dit pakket kost niemand iets."),
    "robust": (robust_chart, ROBUST, "blijven 2 pakketten over"),
    "certified": (certified_chart, CERTIFIED, "op geen enkele opgave meer dan 9 punten slechter"),
    "no_certified": (
        certified_chart,
        replace(CERTIFIED, packages=()),
        "Zonder tijd is er nog geen pakket gevonden.",
    ),
    "silos": (silo_chart, SILOS, "Elk voor zich kost 25 % van het totaal"),
    "no_silos": (silo_chart, NO_SILOS, "Het zoeken is gestopt voordat bekend was"),
    "tension": (tension_chart, TENSIONS, "1 van de 1 paren opgaven botst echt."),
    "no_tension": (tension_chart, tensions(), "Er zijn geen twee opgaven om te vergelijken."),
    "balance": (balance_chart, CURVE, "Balans kost 8 % van het totaal"),
    "no_balance": (balance_chart, NO_CURVE, "Geen enkel pakket voldoet aan alle regels."),
}
EVERY = pytest.mark.parametrize("name", CHARTS)


def drawn(name, problem, language="nl"):
    chart, result, _ = CHARTS[name]
    return chart(result, problem, language)


def svg(chart):
    return vl_convert.vegalite_to_svg(dict(chart.vega_lite), vl_version="5.20")


@EVERY
@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_chart_is_drawn_without_a_word_of_warning_on_a4(problem, name, language, capfd):
    picture = svg(drawn(name, problem, language))
    assert picture.startswith("<svg")
    assert capfd.readouterr().err == ""
    assert float(re.search(r' width="([\d.]+)"', picture).group(1)) <= 16.6 / 2.54 * 96


@EVERY
def test_the_alt_text_says_the_finding(problem, name):
    chart = drawn(name, problem)
    assert CHARTS[name][2] in chart.alt.replace("\u00a0", " ")
    assert chart.vega_lite["description"] == chart.alt


@EVERY
def test_every_row_of_the_table_is_as_long_as_its_headers(problem, name):
    table = drawn(name, problem).table
    assert {len(row) for row in table.rows} <= {len(table.headers)}
    assert len({row[0] for row in table.rows}) == len(table.rows)


@EVERY
def test_a_chart_names_no_address_and_speaks_one_language(problem, name):
    spec = dict(drawn(name, problem, "en").vega_lite)
    spec.pop("$schema")
    text = json.dumps(spec)
    assert "http" not in text
    for dutch in ("opgave", "pakket", "punten", "Totaal", "balans"):
        assert dutch not in text


def test_the_balance_table_tells_what_is_given_up(problem):
    rows = [
        [cell.replace("\u00a0", " ") for cell in row]
        for row in drawn("balance", problem).table.rows
    ]
    assert rows[0] == ["1  Hoogste totaal", "23", "50", "0 %", "€ 1 mln", "Zoetwaterbuffer"]
    assert rows[1][:4] == ["2  Tussenvorm", "39", "49", "2 %"]
    assert rows[2][:4] == ["3  Meest in balans", "45", "46", "8 %"]


@pytest.mark.parametrize(
    ("tension", "words"),
    [
        (Tension.COHERENT, "+ samen\n30 %"),
        (Tension.APPARENT, "≈ lijkt zo\n30 %"),
        (Tension.REAL, "× botst\n30 %"),
        (Tension.HIDDEN, "• verborgen\n30 %"),
        (Tension.OUT_OF_REACH, "–"),
    ],
)
def test_a_cell_of_the_tension_map_has_a_sign_and_a_word_beside_its_colour(problem, tension, words):
    chart = tension_chart(tensions(pair("living", "freshwater", tension, 0.3)), problem, "nl")
    (cell,) = chart.vega_lite["data"]["values"]
    assert cell["text"].replace("\u00a0", " ") == words
    assert (cell["row"], cell["column"]) == ("Genoeg zoet water", "Prettig wonen")


def test_the_tension_table_has_the_numbers_behind_the_answer(problem):
    (row,) = drawn("tension", problem).table.rows
    assert [cell.replace("\u00a0", " ") for cell in row] == [
        "Prettig wonen – Genoeg zoet water",
        "botsen echt",
        "30 %",
        "35 (50)",
        "42 (60)",
        "Nieuw bos",
        "het budget van de provincie Zeeland is € 1 mln",
    ]


def test_the_silo_table_ends_with_the_totals_and_the_costs(problem):
    rows = drawn("silos", problem).table.rows
    assert rows[:2] == (
        ("Prettig wonen", "20", "25", "30"),
        ("Genoeg zoet water", "−5", "10", "30"),
    )
    assert rows[2] == ("Totaal in punten", "12", "14", "16")
    assert [cell.replace("\u00a0", " ") for cell in rows[3]] == ["Kosten", *["€ 1 mln"] * 3]


def test_the_robust_table_tells_share_standing_and_losses(problem):
    rows = [
        [cell.replace("\u00a0", " ") for cell in row] for row in drawn("robust", problem).table.rows
    ]
    assert rows == [
        ["Wijkaanpak", "50 %", "grensgeval", "0 – 2", "0 – 1,5"],
        ["Zoetwaterbuffer", "100 %", "kern", "0 – 2", "0 – 0"],
        ["Nieuw bos", "0 %", "buiten", "0 – 2", "–"],
    ]


def test_the_payers_table_tells_where_money_lands_and_what_would_be_fair(problem):
    table = drawn("who_pays", problem).table
    assert table.headers[:4] == ("Betaler", "Terneuzen", "Hulst", "Samen")
    rows = [[cell.replace("\u00a0", " ") for cell in row] for row in table.rows]
    assert rows == [
        ["Rijk", "€ 400.000", "€ 600.000", "€ 1 mln", "25 %", "50 %", "4 (3)", "€ 1 mln", "–"],
        [
            *("Provincie Zeeland", "€ 3 mln", "€ 0", "€ 3 mln", "75 %", "50 %", "4 (3)"),
            *("€ −1 mln", "€ −500.000"),
        ],
    ]
