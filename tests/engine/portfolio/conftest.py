from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from bw_mcda.engine.portfolio.best_package import best_package
from bw_mcda.results.portfolio import Portfolio


@pytest.fixture(scope="session")
def enumeration() -> ModuleType:
    """Return the enumeration; its file is loaded by path, as test folders are no packages."""
    name = "portfolio_enumeration"
    if name not in sys.modules:
        path = Path(__file__).with_name("enumeration.py")
        spec = importlib.util.spec_from_file_location(name, path)
        sys.modules[name] = module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
    return sys.modules[name]


@pytest.fixture(scope="session")
def package_of():
    """Return ``best_package`` asked about a decision of the enumeration, of a solver or a list."""

    def ask(decided, goal, *, list_up_to=0, **options) -> Portfolio:
        return best_package(
            decided.problem,
            decided.values,
            decided.weights,
            goal,
            synergies=decided.synergies,
            list_up_to=list_up_to,
            **options,
        )

    return ask


@pytest.fixture(scope="session")
def assert_true(enumeration):  # noqa: PLR0915  (one statement after the other)
    """Return a check that every statement of a portfolio is what trying all packages gives."""
    e = enumeration

    def check(portfolio: Portfolio, decided, goal) -> None:
        packages = list(e.all_packages(decided.measures))
        kept = {package: e.broken_rules(decided, package) for package in packages}
        best = e.best_of(decided, goal, packages)
        if best is None:
            assert portfolio.status == "infeasible"
            assert portfolio.alternatives == ()
            assert_clash_is_minimal(portfolio.clashing_rules, kept.values())
            return
        key = e.goal_key(decided, goal, best)
        assert portfolio.status == "optimal"
        assert portfolio.alternatives == best
        assert portfolio.clashing_rules == ()
        assert portfolio.value == pytest.approx(decided.scores.value.of(best) * e.UNIT, abs=1e-9)
        units = e.units_of(decided, goal)
        assert portfolio.objective == pytest.approx(key[0] / units[0], abs=1e-9)
        assert portfolio.bound == portfolio.objective
        two = portfolio.second_key
        assert (portfolio.gap, two.verdict) == (0, "agrees")
        assert two.method != portfolio.solver
        assert [(t.task, t.points) for t in portfolio.task_scores] == [
            (task.name, pytest.approx(task.of(best) * e.UNIT)) for task in decided.scores.tasks
        ]
        for chosen in portfolio.chosen:
            without = e.best_of(decided, goal, [p for p in packages if chosen.alternative not in p])
            if without is None:
                assert chosen.cost_of_leaving_out == float("inf")
                broken = [kept[p] for p in packages if chosen.alternative not in p]
                assert_clash_is_minimal(chosen.clashing_rules, broken)
            else:
                loss = e.first_difference(key, e.goal_key(decided, goal, without), units)
                assert chosen.cost_of_leaving_out == pytest.approx(loss, abs=1e-9)
                assert chosen.clashing_rules == ()
        assert tuple(o.alternative for o in portfolio.left_out) == tuple(
            measure for measure in decided.measures if measure not in best
        )
        for out in portfolio.left_out:
            inside = [p for p in packages if out.alternative in p]
            with_it = e.best_of(decided, goal, inside)
            if with_it is None:
                assert out.reason == "impossible"
                assert_clash_is_minimal(out.clashing_rules, [kept[p] for p in inside])
                continue
            loss = e.first_difference(key, e.goal_key(decided, goal, with_it), units)
            assert out.loss == pytest.approx(loss, abs=1e-9)
            assert out.displaced == tuple(m for m in best if m not in with_it)
            added = e.broken_rules(decided, (*best, out.alternative))
            assert set(out.clashing_rules) == added
            assert out.reason == ("displaces" if added else "no_gain")
        binding = {
            rule
            for rule in e.rules_of(decided)
            if e.goal_key(decided, goal, e.best_of(decided, goal, packages, [rule])) > key
        }
        assert set(portfolio.binding_rules) == binding

    def assert_clash_is_minimal(clash, broken) -> None:
        """Check that no package keeps all rules of the clash, and some package all but each one."""
        clash, broken = set(clash), list(broken)
        assert all(clash & rules for rules in broken)
        for rule in clash:
            assert any(not (clash - {rule}) & rules for rules in broken)

    return check
