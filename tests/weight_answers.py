"""This file holds ways to make any valid answer about weights."""

from __future__ import annotations

from hypothesis import strategies as st

from bw_mcda.problem.weighing.answers import (
    BestWorst,
    DirectPoints,
    Pairwise,
    PairwiseRule,
    PerTheme,
    RankedShares,
    RankRule,
    SwingOrder,
    SwingPoints,
    SwingRange,
    SwingRatios,
)

points = st.floats(0, 100)
times = st.floats(1, 9)


@st.composite
def orders(draw, ids):
    """Draw ids in any order, some of them in one place."""
    mixed = draw(st.permutations(ids))
    cuts = [n for n in range(1, len(ids)) if draw(st.booleans())]
    ends = zip([0, *cuts], [*cuts, len(ids)], strict=True)
    return tuple(tuple(mixed[start:end]) for start, end in ends)


def with_points(ids, kind):
    """Draw points of which the first is above 0."""
    heights = st.tuples(st.floats(1, 100), *(points for _ in ids[1:]))
    return heights.map(lambda drawn: kind(points=tuple(zip(ids, drawn, strict=True))))


def ranges(ids):
    """Draw points with doubt; the first is above 0."""
    pairs = st.tuples(
        st.tuples(st.floats(0, 100), st.floats(1, 100)),
        *(st.tuples(points, points) for _ in ids[1:]),
    )
    return pairs.map(
        lambda drawn: SwingRange(
            ranges=tuple((id_, min(p), max(p)) for id_, p in zip(ids, drawn, strict=True))
        )
    )


@st.composite
def pairs(draw, ids):
    """Draw pairs in which every id stands at least once, each pair once."""
    all_pairs = [(a, b) for i, a in enumerate(ids) for b in ids[i + 1 :]]
    chosen = draw(st.lists(st.sampled_from(all_pairs), unique=True))
    seen = {id_ for pair in chosen for id_ in pair}
    for id_ in ids:
        if id_ not in seen:
            other = draw(st.sampled_from([other for other in ids if other != id_]))
            chosen.append((id_, other))
            seen |= {id_, other}
    return [pair if draw(st.booleans()) else pair[::-1] for pair in chosen]


@st.composite
def pairwise(draw, ids):
    """Draw judgements in pairs, not all pairs judged."""
    judged = tuple((one, other, draw(times)) for one, other in draw(pairs(ids)))
    return Pairwise(judgements=judged, rule=draw(st.sampled_from(PairwiseRule)))


@st.composite
def ratios(draw, ids):
    """Draw bounds on ratios around some weights, so that they never contradict each other."""
    weight = {id_: draw(st.floats(1, 9)) for id_ in ids}
    bounds = []
    for one, other in draw(pairs(ids)):
        ratio = weight[one] / weight[other]
        low, high = draw(st.floats(0.3, 0.999)), draw(st.floats(1.001, 3))
        bounds.append((one, other, ratio * low, ratio * high))
    return SwingRatios(ratios=tuple(bounds))


@st.composite
def best_worst(draw, ids):
    """Draw comparisons with the best and with the worst."""
    best, worst, *others = draw(st.permutations(ids))
    return BestWorst(
        best=best,
        worst=worst,
        best_over=tuple((id_, draw(times)) for id_ in (*others, worst)),
        over_worst=tuple((id_, draw(times)) for id_ in others),
    )


def flat_answers(ids):
    """Draw an answer about ``ids``."""
    ids = list(ids)
    kinds = [
        with_points(ids, SwingPoints),
        with_points(ids, DirectPoints),
        orders(ids).map(lambda order: SwingOrder(order=order)),
        ranges(ids),
        st.builds(
            RankedShares,
            order=orders(ids),
            rule=st.sampled_from(RankRule),
            exponent=st.floats(0, 10),
        ),
    ]
    if len(ids) > 1:
        kinds += [pairwise(ids), ratios(ids), best_worst(ids)]
    return st.one_of(kinds)


@st.composite
def answers(draw, themes):
    """Draw an answer about the criteria of ``themes`` (criterion ids per theme)."""
    if draw(st.booleans()):
        return draw(flat_answers([c for criteria in themes.values() for c in criteria]))
    return PerTheme(
        between=draw(flat_answers(themes)),
        within=tuple((theme, draw(flat_answers(criteria))) for theme, criteria in themes.items()),
    )
