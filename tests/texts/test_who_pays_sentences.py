from __future__ import annotations

from dataclasses import replace

import numpy as np

from bw_mcda.results.who_pays import Partner, WhoPays
from bw_mcda.texts.who_pays_sentences import who_pays_sentences


def partner(organisation, paid, share_of_cost, share_of_benefit, **more):
    about = {
        "serves": ("hulst",),
        "benefit": 4.0,
        "alone": 3.0,
        "shapley": None,
        "by_benefit": 0,
        "by_shapley": None,
    }
    return Partner(
        organisation=organisation,
        paid=paid,
        share_of_cost=share_of_cost,
        share_of_benefit=share_of_benefit,
        **{**about, **more},
    )


def who(*partners):
    n = len(partners)
    return WhoPays(
        alternatives=("buffer",),
        partners=partners,
        areas=("terneuzen", "hulst"),
        groups=(),
        to_areas=np.zeros((n, 3)),
        to_groups=np.zeros((n, 1)),
    )


STATE = partner("state", 1_000_000, 0.25, 0.5, by_benefit=1_000_000)
PROVINCE = partner("province", 3_000_000, 0.75, 0.5, by_benefit=-1_000_000)


def said(found, problem, language="nl"):
    return [s.replace("\u00a0", " ") for s in who_pays_sentences(found, problem, language)]


def test_who_pays_who_gains_and_what_would_even_it_out(problem):
    assert said(who(STATE, PROVINCE), problem) == [
        "Rijk betaalt 25 % en krijgt 50 % van de baten.",
        "Provincie Zeeland betaalt 75 % en krijgt 50 % van de baten.",
        "Wil iedereen betalen naar wat hij wint, dan moet 25 % van het geld van een andere betaler komen.",
        "Niemand kan alleen met hetzelfde geld meer bereiken.",
        "Wie het meest wint, kan bijleggen: het Rijk € 1 mln.",
        "Wie het minst wint, kan terugkrijgen: de provincie Zeeland € 1 mln.",
    ]
    assert said(who(STATE, PROVINCE), problem, "en")[3] == (
        "Nobody can reach more alone with the same money."
    )


def test_who_would_be_better_off_alone_is_named(problem):
    worse = replace(STATE, alone=5.0)
    assert said(who(worse, PROVINCE), problem)[3] == (
        "Alleen zou het Rijk met hetzelfde geld meer bereiken. Dat vraagt om een gesprek."
    )
    assert said(who(worse, replace(PROVINCE, alone=5.0)), problem)[3] == (
        "Alleen zouden het Rijk en de provincie Zeeland met hetzelfde geld meer bereiken. "
        "Dat vraagt om een gesprek."
    )


def test_what_is_not_known_is_not_said_and_small_payments_are_left_out(problem):
    even = partner("state", 1_000_000, 0.5, 0.5, alone=float("nan"), by_benefit=100)
    other = partner("province", 1_000_000, 0.5, 0.5, by_benefit=-100)
    assert said(who(even, other), problem)[2:] == ["Kosten en baten lopen gelijk op."]
    assert said(who(), problem) == ["Dit pakket kost niemand iets."]
