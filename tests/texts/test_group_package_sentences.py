from __future__ import annotations

import numpy as np
import pytest

from bw_mcda.results.group_packages import GroupPackages
from bw_mcda.results.portfolio import SolveStatus
from bw_mcda.texts.group_package_sentences import group_package_sentences

MEASURES = ("neighbours", "conversion", "buffer", "forest")


def packages(own, together, compromise, worth, status=SolveStatus.OPTIMAL):
    return GroupPackages(
        status=status,
        groups=("residents", "farmers"),
        measures=MEASURES,
        own=own,
        together=together,
        compromise=compromise,
        worth=np.array(worth, dtype=float),
    )


DIFFERENT = packages(
    own=(("neighbours", "conversion"), ("neighbours", "buffer")),
    together=("neighbours", "conversion"),
    compromise=("conversion", "buffer"),
    worth=[[30, 12, 30, 24], [10, 28, 10, 20]],
)


def test_what_all_want_what_none_wants_and_the_compromise_are_told(problem):
    assert group_package_sentences(DIFFERENT, problem, "nl") == (
        "De groepen kiezen niet allemaal hetzelfde pakket.",
        "In het pakket van elke groep: Wijkaanpak. Daarover hoeft u het niet te hebben.",
        "In geen enkel pakket: Nieuw bos.",
        "Dit pakket doet de groep die het meest inlevert het minst pijn: Leegstand ombouwen en Zoetwaterbuffer.",
        "Geen groep levert daarmee meer in dan 8 punten, vergeleken met haar eigen pakket. Het meest: Boeren.",
        "Bij het pakket voor de gemiddelde gewichten is dat 18 punten. Het meest: Boeren.",
    )
    assert len(group_package_sentences(DIFFERENT, problem, "en")) == 6


def test_a_compromise_that_is_the_package_for_the_mean_weights_says_so(problem):
    same = packages(
        own=(("neighbours",), ("buffer",)),
        together=(),
        compromise=(),
        worth=[[30, 12, 0, 0], [10, 28, 0, 0]],
    )
    sentences = group_package_sentences(same, problem, "nl")
    assert "pijn: niets." in sentences[2]
    assert sentences[-1] == "Dat is ook het pakket voor de gemiddelde gewichten."


@pytest.mark.parametrize(
    ("found", "sentence"),
    [
        (
            packages((("buffer",),) * 2, ("buffer",), ("buffer",), [[5] * 4] * 2),
            "Alle groepen kiezen hetzelfde pakket: Zoetwaterbuffer.",
        ),
        (
            packages((), (), (), [[], []], SolveStatus.INFEASIBLE),
            "Er is geen pakket dat aan alle regels voldoet.",
        ),
        (
            packages((), (), (), [[], []], SolveStatus.STOPPED),
            "De rekentijd was op. Welk pakket elke groep zou kiezen, is niet bekend.",
        ),
    ],
)
def test_one_package_for_all_no_package_and_no_time_are_told(problem, found, sentence):
    assert group_package_sentences(found, problem, "nl") == (sentence,)
