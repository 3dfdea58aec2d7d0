from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bw_mcda.problem.performance import (
    Between,
    CountsFrom,
    Exact,
    Level,
    Normal,
    Triangular,
    Unknown,
)
from bw_mcda.texts.sentences import (
    level_in_words,
    performance_in_short,
    performance_in_words,
    swing_in_words,
)

LEVEL, CHANGE = CountsFrom.LEVEL, CountsFrom.CHANGE


def plain(text):
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("criterion", "dutch", "english"),
    [
        (
            "LONELY",
            "van 52 % naar 46 % van de 65-plussers eenzaam, ± 2.000 inwoners",
            "from 52 % to 46 % of people over 65 lonely, ± 2,000 inhabitants",
        ),
        ("HOMES", "van 0 naar 1.200 woningen", "from 0 to 1,200 homes"),
        ("WATER", "van 0 naar 2,5 mln m³ per jaar", "from 0 to 2.5 m m³ a year"),
        (
            "NATURE",
            "van -- (veel slechter) naar ++ (veel beter)",
            "from -- (much worse) to ++ (much better)",
        ),
    ],
)
def test_a_swing_says_what_is_weighed(small, criterion, dutch, english):
    assert plain(swing_in_words(getattr(small, criterion), "nl")) == dutch
    assert plain(swing_in_words(getattr(small, criterion), "en")) == english


@pytest.mark.parametrize(
    ("criterion", "performance", "counts_from", "dutch", "english"),
    [
        (
            "LONELY",
            Triangular(-4, -3, -1),
            CHANGE,
            "waarschijnlijk −3, ergens tussen −4 en −1 procentpunt van de 65-plussers eenzaam",
            "probably −3, somewhere between −4 and −1 percentage points of people over 65 lonely",
        ),
        (
            "LONELY",
            Exact(-1),
            CHANGE,
            "−1 procentpunt van de 65-plussers eenzaam",
            "−1 percentage points of people over 65 lonely",
        ),
        (
            "LONELY",
            Exact(52),
            LEVEL,
            "52 % van de 65-plussers eenzaam",
            "52 % of people over 65 lonely",
        ),
        (
            "LONELY",
            Normal(50, 1),
            LEVEL,
            "ongeveer 50 %, bijna zeker tussen 48 % en 52 % van de 65-plussers eenzaam",
            "about 50 %, almost certainly between 48 % and 52 % of people over 65 lonely",
        ),
        ("HOMES", Exact(450), CHANGE, "+450 woningen", "+450 homes"),
        ("HOMES", Exact(0), CHANGE, "geen verandering", "no change"),
        ("HOMES", Exact(0), LEVEL, "0 woningen", "0 homes"),
        (
            "WATER",
            Between(0.8, 2.0),
            CHANGE,
            "tussen +0,8 en +2 mln m³ per jaar",
            "between +0.8 and +2 m m³ a year",
        ),
        ("NATURE", Level(1), LEVEL, "- (slechter)", "- (worse)"),
        ("NATURE", Level(2, 7), LEVEL, "stap 3 van 7", "step 3 of 7"),
        ("NATURE", Unknown("geen meting"), CHANGE, "onbekend: geen meting", "unknown: geen meting"),
    ],
)
def test_an_effect_is_told_with_unit_and_sign(
    small, criterion, performance, counts_from, dutch, english
):
    assessment = small.assessed(performance, counts_from)
    shown = getattr(small, criterion)
    assert plain(performance_in_words(assessment, shown, "nl")) == dutch
    assert plain(performance_in_words(assessment, shown, "en")) == english


@pytest.mark.parametrize(
    ("performance", "counts_from", "dutch", "english"),
    [
        (Triangular(-4, -3, -1.5), CHANGE, "−3 (−4 tot −1,5)", "−3 (−4 to −1.5)"),
        (Normal(50, 1), LEVEL, "50 (48 tot 52)", "50 (48 to 52)"),
        (Between(0.8, 2), CHANGE, "+0,8 tot +2", "+0.8 to +2"),
        (Exact(0), CHANGE, "0", "0"),
        (Exact(1200), LEVEL, "1.200", "1,200"),
        (Level(0), LEVEL, "--", "--"),
        (Level(4, 7), LEVEL, "5/7", "5/7"),
        (Unknown("geen meting"), CHANGE, "?", "?"),
    ],
)
def test_an_effect_in_a_table_is_short(small, performance, counts_from, dutch, english):
    assessment = small.assessed(performance, counts_from)
    assert performance_in_short(assessment, "nl") == dutch
    assert performance_in_short(assessment, "en") == english


def test_euros_stand_in_front_of_the_number(small):
    from dataclasses import replace

    from bw_mcda.problem.label import Label

    criterion = replace(small.HOMES, unit=Label(nl="€ per inwoner"), worst=0, best=12)
    assert plain(swing_in_words(criterion, "nl")) == "van € 0 naar € 12 per inwoner"


@settings(max_examples=50, deadline=None)
@given(steps=st.integers(2, 11), data=st.data())
def test_every_level_has_words_of_its_own(steps, data):
    all_levels = [level_in_words(step, steps, "nl") for step in range(steps)]
    assert len(set(all_levels)) == steps
    step = data.draw(st.integers(0, steps - 1))
    assert all_levels[step] == level_in_words(step, steps, "nl")
