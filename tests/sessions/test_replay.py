from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bw_mcda.problem.accepted_finding import AcceptedFinding
from bw_mcda.problem.finding import Severity
from bw_mcda.sessions.entry import Entry, EntryKind
from bw_mcda.sessions.memory_store import MemoryStore
from bw_mcda.sessions.replay import replay, weights_at
from simple_scenario import simple_scenario

SCENARIO = simple_scenario([[0, 0], [1, 0], [0, 1]], groups={"wonen": [3, 1], "natuur": [1, 3]})
GROUPS = st.sampled_from(["wonen", "natuur", "weg"])
POINTS = st.dictionaries(
    st.sampled_from(["c0", "c1", "weg"]), st.integers(0, 100), min_size=1, max_size=3
)
DEEDS = st.lists(
    st.one_of(
        st.tuples(st.just("weights"), st.fixed_dictionaries({"group": GROUPS, "points": POINTS})),
        st.tuples(st.just("undo"), st.fixed_dictionaries({"group": GROUPS})),
        st.tuples(
            st.just("note"),
            st.fixed_dictionaries({"text": st.just("x"), "about": st.sampled_from(["a1", "weg"])}),
        ),
        st.tuples(
            st.just("choice"),
            st.fixed_dictionaries(
                {
                    "goal": st.just("balanced"),
                    "alternatives": st.lists(st.sampled_from(["a1", "weg"])),
                }
            ),
        ),
        st.tuples(
            st.just("snapshot"),
            st.fixed_dictionaries({"name": st.just("s"), "reason": st.just("r")}),
        ),
        st.tuples(
            st.just("accept"),
            st.fixed_dictionaries(
                {
                    "code": st.just("moves_together"),
                    "about": st.sampled_from([["c0", "c1"], ["c0"]]),
                    "reason": st.sampled_from(["", "omdat", "daarom"]),
                }
            ),
        ),
        st.tuples(
            st.just("view"),
            st.fixed_dictionaries({"perspective": st.sampled_from(["wonen", "weg"])}),
        ),
    ),
    max_size=25,
)
law = settings(max_examples=50, deadline=None)


def made(deeds) -> tuple[Entry, ...]:
    store = MemoryStore()
    for kind, body in deeds:
        store.append(Entry(session="zaal", kind=EntryKind(kind), author="wonen", body=body))
    return store.read("zaal")


def weigh(group: str, **points: float) -> tuple[str, dict[str, object]]:
    return ("weights", {"group": group, "points": points})


@law
@given(deeds=DEEDS, cut=st.integers(0, 25), overlap=st.integers(0, 5))
def test_a_prefix_and_then_the_rest_is_the_same_as_all_at_once(deeds, cut, overlap):
    entries = made(deeds)
    before = replay(SCENARIO, entries[:cut])
    assert replay(SCENARIO, entries[max(cut - overlap, 0) :], before) == replay(SCENARIO, entries)


@law
@given(deeds=DEEDS, points=POINTS, group=st.sampled_from(["wonen", "natuur"]))
def test_weights_and_then_undo_leaves_the_weights_as_they_were(deeds, points, group):
    before = replay(SCENARIO, made(deeds))
    after = replay(SCENARIO, made([*deeds, weigh(group, **points), ("undo", {"group": group})]))
    assert after.history == before.history


@law
@given(deeds=DEEDS)
def test_undo_goes_back_to_the_scenario_and_no_further(deeds):
    undone = replay(SCENARIO, made([*deeds, *[("undo", {"group": "wonen"})] * 26]))
    assert undone.weights["wonen"] == SCENARIO.problem.stakeholders[0].weights
    assert undone.n_undo["wonen"] == 0


@law
@given(deeds=DEEDS)
def test_every_stakeholder_always_has_weights_that_can_be_computed_with(deeds):
    record = replay(SCENARIO, made(deeds))
    assert set(record.weights) == {"wonen", "natuur"}
    for weights in record.weights.values():
        assert set(weights.shares) == {"c0", "c1"}
        assert sum(weights.shares.values()) == pytest.approx(1)
    SCENARIO.with_weights(record.weights)


@law
@given(deeds=DEEDS)
def test_replay_changes_neither_the_entries_nor_what_it_starts_from(deeds):
    entries = made(deeds)
    start = replay(SCENARIO, entries[:3])
    copies = (replay(SCENARIO, entries[:3]), made(deeds))
    replay(SCENARIO, entries, start)
    assert start == copies[0]
    assert [entry.body for entry in entries] == [entry.body for entry in copies[1]]


@law
@given(deeds=DEEDS)
def test_what_no_longer_fits_is_told_as_a_caution_and_counted(deeds):
    record = replay(SCENARIO, made(deeds))
    assert record.number == len(deeds)
    places = " ".join(finding.place for finding in record.findings)
    for number, (_, body) in enumerate(deeds, start=1):
        lost = "weg" in str(body)
        assert (f"sessions.zaal.{number}." in places) >= lost
    assert all(finding.severity is Severity.CAUTION for finding in record.findings)


def test_weights_are_merged_and_criteria_that_are_not_named_keep_their_points():
    record = replay(SCENARIO, made([weigh("wonen", c0=80, c1=40), weigh("wonen", c1=10)]))
    assert dict(record.weights["wonen"].points) == {"c0": 80.0, "c1": 10.0}
    assert record.weights["natuur"] == SCENARIO.problem.stakeholders[1].weights


def test_only_zeros_change_nothing_and_undo_takes_back_just_them():
    zeros = [weigh("wonen", c0=80, c1=40), weigh("wonen", c0=0, c1=0)]
    record = replay(SCENARIO, made(zeros))
    assert dict(record.weights["wonen"].points) == {"c0": 80.0, "c1": 40.0}
    assert [str(finding) for finding in record.findings] == [
        "sessions.zaal.2.weights.points: got only zeros; allowed: at least one above 0"
    ]
    undone = replay(SCENARIO, made([*zeros, ("undo", {"group": "wonen"})]))
    assert dict(undone.weights["wonen"].points) == {"c0": 80.0, "c1": 40.0}


def test_a_snapshot_keeps_its_name_and_reason_and_gives_back_its_weights():
    entries = made(
        [
            weigh("wonen", c0=80, c1=40),
            ("snapshot", {"name": "Na ronde 1", "reason": "voor de pauze"}),
            weigh("wonen", c0=5, c1=95),
        ]
    )
    (snapshot,) = replay(SCENARIO, entries).snapshots
    assert (snapshot.name, snapshot.reason) == ("Na ronde 1", "voor de pauze")
    assert dict(weights_at(SCENARIO, entries, snapshot.number)["wonen"].points) == {
        "c0": 80.0,
        "c1": 40.0,
    }


def test_a_choice_keeps_what_still_exists_and_names_what_does_not():
    record = replay(
        SCENARIO, made([("choice", {"goal": "balanced", "alternatives": ["a2", "weg", "a1"]})])
    )
    assert record.choices[0].alternatives == ("a2", "a1")
    assert [str(finding) for finding in record.findings] == [
        "sessions.zaal.1.choice.alternatives: got 'weg'; "
        "allowed: an id of this scenario: a0, a1, a2"
    ]


def test_a_note_about_something_that_is_gone_is_still_there():
    record = replay(SCENARIO, made([("note", {"text": "Let op", "about": "weg"})]))
    assert (record.notes[0].text, record.notes[0].about) == ("Let op", "weg")
    assert len(record.findings) == 1


def test_a_view_keeps_what_a_screen_adds_and_drops_what_is_gone():
    record = replay(
        SCENARIO,
        made(
            [("view", {"perspective": "wonen", "panel": "kaart"}), ("view", {"perspective": "weg"})]
        ),
    )
    assert dict(record.view) == {"perspective": "wonen", "panel": "kaart"}


def test_an_unread_entry_is_told_and_skipped():
    unread = Entry(
        session="zaal",
        kind=EntryKind.UNREAD,
        author="wonen",
        number=1,
        body={"kind": "vote", "why": "'vote' is not a valid EntryKind"},
    )
    record = replay(SCENARIO, [unread])
    assert record.number == 1
    assert [str(finding) for finding in record.findings] == [
        "sessions.zaal.1.unread.kind: got 'vote'; "
        "allowed: one of weights, undo, note, choice, accept, snapshot, view"
    ]


def accept(reason, *about):
    return ("accept", {"code": "moves_together", "about": list(about), "reason": reason})


def test_a_caution_is_accepted_with_the_last_reason_and_taken_back_without_one():
    def reasons(*deeds):
        record = replay(SCENARIO, made(deeds))
        return {own.about: own.reason for own in record.accepted}

    both = (accept("eerst", "c0", "c1"), accept("ook", "c0"))
    assert reasons(*both) == {("c0", "c1"): "eerst", ("c0",): "ook"}
    assert reasons(*both, accept("later", "c0", "c1"))["c0", "c1"] == "later"
    assert reasons(*both, accept(" ", "c0", "c1")) == {("c0",): "ook"}


def test_what_the_scenario_accepted_stays_until_the_room_says_otherwise():
    own = AcceptedFinding(code="moves_together", about=("c0", "c1"), reason="van de makers")
    scenario = SCENARIO.with_accepted([own])
    assert replay(scenario, made([weigh("wonen", c0=1)])).accepted == (own,)
    assert replay(scenario, made([accept("", "c0", "c1")])).accepted == ()
    record = replay(scenario, made([accept("van de zaal", "c0", "c1")]))
    shown = scenario.with_accepted(record.accepted)
    assert [one.reason for one in shown.provenance.accepted] == ["van de zaal"]
