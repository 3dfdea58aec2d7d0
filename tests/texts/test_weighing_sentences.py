from __future__ import annotations

from dataclasses import replace

import pytest

from bw_mcda.engine.weighting.changed_ranges import weight_reviews
from bw_mcda.engine.weighting.consistency import answer_consistency
from bw_mcda.problem.asked_range import AskedRange
from bw_mcda.problem.weighing.answers import (
    BestWorst,
    DirectPoints,
    Pairwise,
    PerTheme,
    RankedShares,
    RankRule,
    SwingOrder,
    SwingPoints,
    SwingRange,
    SwingRatios,
)
from bw_mcda.problem.weights import Weights
from bw_mcda.results.objective_weights import ObjectiveWeights
from bw_mcda.texts.weighing_sentences import (
    asked_sentences,
    consistency_sentences,
    objective_weight_sentences,
    openness_sentence,
    review_sentences,
    weighing_sentences,
)

ALL = ("lonely", "homes", "water", "nature")
ORDER = tuple((id_,) for id_ in ALL)
LANGUAGES = pytest.mark.parametrize("language", ["nl", "en"])


def plain(text):
    return text.replace("\u00a0", " ")


def together(sentences):
    return plain(" ".join(sentences))


@pytest.mark.parametrize(
    ("answer", "dutch"),
    [
        (
            SwingPoints(points=(("lonely", 100.0),)),
            "Gevraagd is: hoeveel is de stap van slechtst naar best u waard? De stap die men het liefst wil, kreeg 100 punten.",
        ),
        (
            DirectPoints(points=(("lonely", 100.0),)),
            "Gevraagd is: hoe belangrijk vindt u dit? Dat is minder geschikt: mensen kijken dan niet naar de stap die er te zetten is.",
        ),
        (
            SwingOrder(order=ORDER),
            "Gevraagd is: welke stap van slechtst naar best wilt u het liefst, welke daarna? Hoeveel zwaarder iets telt, is niet gevraagd.",
        ),
        (
            SwingRange(ranges=(("lonely", 1.0, 2.0),)),
            "Gevraagd is: tussen welke punten ligt de waarde van de stap van slechtst naar best?",
        ),
        (
            SwingRatios(ratios=(("lonely", "homes", 1.0, 2.0),)),
            "Gevraagd is: hoeveel keer zo zwaar telt de ene stap als de andere, ten minste en ten hoogste?",
        ),
        (
            RankedShares(order=ORDER, rule=RankRule.RECIPROCAL),
            "Gevraagd is een volgorde. Een rekenregel maakt daar gewichten van: de tweede telt half zo zwaar als de eerste, de derde een derde.",
        ),
        (
            Pairwise(judgements=(("lonely", "homes", 2.0),)),
            "Gevraagd is, twee aan twee: wat telt zwaarder, en hoeveel keer?",
        ),
        (
            BestWorst(best="lonely", worst="homes", best_over=(("homes", 2.0),), over_worst=()),
            "Gevraagd is: wat telt het zwaarst, wat het lichtst, en hoeveel keer scheelt al het andere daarmee?",
        ),
        (
            PerTheme(
                between=SwingOrder(order=(("a",), ("b",))),
                within=(("a", SwingOrder(order=ORDER)), ("b", SwingOrder(order=ORDER))),
            ),
            "Eerst zijn de thema's tegenover elkaar gewogen, daarna binnen elk thema de criteria. Gevraagd is: welke stap van slechtst naar best wilt u het liefst, welke daarna? Hoeveel zwaarder iets telt, is niet gevraagd.",
        ),
    ],
)
def test_what_was_asked_is_told_once_per_kind_of_question(answer, dutch):
    assert together(asked_sentences(answer, "nl")) == dutch
    assert len(asked_sentences(answer, "en")) == len(asked_sentences(answer, "nl"))


@pytest.mark.parametrize(
    ("answer", "dutch", "english"),
    [
        (
            SwingPoints(points=tuple((id_, 10.0) for id_ in ALL)),
            "De antwoorden geven één gewicht per criterium.",
            "The answers give one weight per criterion.",
        ),
        (
            SwingOrder(order=ORDER),
            "De antwoorden laten ruimte. Die is het grootst bij “Eenzaamheid”: dat telt voor 25 % tot 100 % mee.",
            "The answers leave room. There is most of it for “Loneliness”: that has a weight of 25 % to 100 %.",
        ),
        (
            SwingRange(ranges=tuple((id_, 0.0, 100.0) for id_ in ALL)),
            "De antwoorden laten alles open.",
            "The answers leave everything open.",
        ),
    ],
)
def test_how_much_room_answers_leave_is_told_by_the_widest(problem, answer, dutch, english):
    weights = Weights(answer=answer)
    assert plain(openness_sentence(weights, problem, "nl")) == dutch
    assert plain(openness_sentence(weights, problem, "en")) == english


@pytest.mark.parametrize(
    ("judgements", "dutch"),
    [
        (
            (("lonely", "homes", 2.0), ("homes", "water", 2.0), ("lonely", "water", 4.0)),
            "De antwoorden passen bij elkaar.",
        ),
        (
            (("lonely", "homes", 2.0), ("homes", "water", 2.0), ("lonely", "water", 5.0)),
            "De antwoorden passen goed genoeg bij elkaar.",
        ),
        (
            (("lonely", "homes", 3.0), ("homes", "water", 3.0), ("water", "lonely", 2.0)),
            "Deze antwoorden spreken elkaar tegen. Dat zit even sterk in “Eenzaamheid” tegenover “Woningen voor ouderen”, “Woningen voor ouderen” tegenover “Zoet water” en “Zoet water” tegenover “Eenzaamheid”. Vraag daar nog eens naar.",
        ),
        (
            (
                ("lonely", "homes", 2.0),
                ("homes", "water", 2.0),
                ("water", "nature", 2.0),
                ("lonely", "water", 4.0),
                ("homes", "nature", 4.0),
                ("nature", "lonely", 2.0),
            ),
            "Deze antwoorden spreken elkaar tegen: “Natuur elders” zou 2 keer zo zwaar tellen als “Eenzaamheid”, maar uit de andere antwoorden volgt dat “Eenzaamheid” 1,7 keer zo zwaar telt. Vraag daar nog eens naar.",
        ),
    ],
)
def test_answers_that_contradict_each_other_are_named(problem, judgements, dutch):
    (found,) = answer_consistency(Pairwise(judgements=judgements))
    assert together(consistency_sentences(found, problem, "nl")) == dutch
    assert len(consistency_sentences(found, problem, "en")) == len(
        consistency_sentences(found, problem, "nl")
    )


def test_two_that_were_called_equal_are_told_as_such(problem):
    answer = BestWorst(
        best="lonely",
        worst="nature",
        best_over=(("homes", 1.0), ("water", 2.0), ("nature", 8.0)),
        over_worst=(("homes", 2.0), ("water", 4.0)),
    )
    (found,) = answer_consistency(answer)
    assert together(consistency_sentences(found, problem, "nl")) == (
        "De antwoorden passen goed genoeg bij elkaar."
    )
    strict = replace(found, limit=0.01)
    assert together(consistency_sentences(strict, problem, "nl")[:1]) == (
        "Deze antwoorden spreken elkaar tegen: “Eenzaamheid” en “Woningen voor ouderen” zouden even "
        "zwaar tellen, maar uit de andere antwoorden volgt dat “Eenzaamheid” 4 keer zo zwaar telt."
    )


def test_a_best_worst_answer_that_does_not_fit_is_told_with_what_follows_from_the_others(problem):
    answer = BestWorst(
        best="lonely",
        worst="nature",
        best_over=(("homes", 6.0), ("water", 2.0), ("nature", 8.0)),
        over_worst=(("homes", 5.0), ("water", 4.0)),
    )
    weights = Weights(answer=answer)
    told = weighing_sentences(weights, answer_consistency(answer), problem, "nl")
    assert together(told[2:]) == (
        "Deze antwoorden spreken elkaar tegen: “Eenzaamheid” zou 6 keer zo zwaar tellen als "
        "“Woningen voor ouderen”, maar uit de andere antwoorden volgt 1,6 keer. Vraag daar nog eens naar."
    )


def test_judgements_between_themes_are_told_with_the_names_of_themes(problem):
    themes = [theme.id for theme in problem.tree.themes]
    one, two, three = themes
    within = tuple(
        (theme.id, SwingOrder(order=tuple((c.id,) for c in theme.criteria)))
        for theme in problem.tree.themes
    )
    between = Pairwise(judgements=((one, two, 3.0), (two, three, 3.0), (three, one, 2.0)))
    (found,) = answer_consistency(PerTheme(between=between, within=within))
    told = together(consistency_sentences(found, problem, "nl"))
    assert all(f"“{theme.label.nl}”" in told for theme in problem.tree.themes)


def test_a_range_that_changed_asks_to_look_at_weights_again(problem):
    first, *others = problem.stakeholders
    asked = (AskedRange(criterion="homes", worst=300.0, best=500.0),)
    old = replace(problem, stakeholders=(replace(first, asked_on=asked), *others))
    (review,) = weight_reviews(old)
    homes = problem.criteria[1]
    dutch = review_sentences(review, old, "nl")
    assert plain(dutch[0]).startswith(
        f"Gewichten opnieuw bekijken: {first.label.nl} woog bij “{homes.label.nl}” een stap van 300 naar 500 woningen, en die stap gaat nu van "
    )
    assert plain(dutch[1]).startswith("Met hetzelfde oordeel telt dit criterium nu voor ")
    assert len(review_sentences(review, old, "en")) == len(dutch)


def test_weights_by_numbers_are_always_called_a_comparison(problem):
    weights = Weights.from_points({"lonely": 10, "homes": 10, "water": 10, "nature": 10})
    by_numbers = ObjectiveWeights(
        criteria=ALL,
        shares=(
            ("entropy", (0.4, 0.2, 0.2, 0.2)),
            ("merec", None),
            ("critic", (0.5, 0.3, 0.1, 0.1)),
        ),
    )
    label, told = objective_weight_sentences(by_numbers, weights, problem, "nl")
    assert label.startswith("Alleen ter vergelijking: deze gewichten komen uit de tabel")
    assert plain(told) == (
        "Het grootste verschil is bij “Eenzaamheid”: mensen geven het 25 %, uit de cijfers volgt 40 % tot 50 %."
    )
    inside = ObjectiveWeights(
        criteria=ALL, shares=(("a", (0.1, 0.4, 0.1, 0.4)), ("b", (0.4, 0.1, 0.4, 0.1)))
    )
    assert objective_weight_sentences(inside, weights, problem, "nl")[1] == (
        "Bij elk criterium ligt wat mensen willen tussen wat uit de cijfers volgt."
    )
    nothing = ObjectiveWeights(criteria=ALL, shares=(("entropy", None),))
    assert objective_weight_sentences(nothing, weights, problem, "nl")[1] == (
        "Uit deze tabel komen geen gewichten: de maatregelen verschillen niet genoeg."
    )
