"""This file holds the one observer that computes: the ranking first, the open page last."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Future, wait
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from bw_mcda.engine.insight.quantification_bias import quantification_bias
from bw_mcda.engine.ranking.additive import additive_ranking
from bw_mcda.engine.robustness.break_even import break_evens
from bw_mcda.engine.robustness.draws import Draws, draw
from bw_mcda.engine.robustness.rank_acceptability import acceptability_of_answers
from bw_mcda.engine.robustness.weight_stability import weight_stability
from bw_mcda.engine.scoring.synergy import synergy_gains
from bw_mcda.engine.weighting.perspective import weights_of
from bw_mcda.problem.accepted_finding import AcceptedFinding
from bw_mcda.problem.label import Language
from bw_mcda.problem.scenario import Scenario
from bw_mcda.problem.weights import Weights
from bw_mcda.reports.panel import Panel
from bw_mcda.results.portfolio import SolveStatus
from bw_mcda.results.value_table import ValueTable
from bw_mcda.texts.words import words
from bw_mcda.widgets.board_payload import Payload, in_both
from bw_mcda.widgets.finding_panel import Maker, makers_of, panel_payload
from bw_mcda.widgets.found_pages import APART, PAGES
from bw_mcda.widgets.free_memory import give_back_free_memory
from bw_mcda.widgets.helper_process import HelperProcess, picture, ready, told_in_both
from bw_mcda.widgets.known_packages import known_packages
from bw_mcda.widgets.results_payload import doubts_payload, package_payload, robustness_payload
from bw_mcda.widgets.seen import Seen

PAUSE = 0.12
"""Seconds without a newer question before the heavy work starts."""

Found = TypeVar("Found")

QUIET = 30.0
"""Seconds without a question after which the helper ends: it takes some 200 MB."""
WALKED = "puzzle"
"""Page on which the room walks through the packages that nothing beats."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Whose weights, at which entry of the record, and which page of findings is open."""

    weights: Mapping[str, Weights]
    perspective: str
    number: int
    accepted: tuple[AcceptedFinding, ...] = ()
    page: str = ""
    language: Language = "nl"


class OutdatedError(Exception):
    """What was asked for needs no answer any more: a newer question came."""


class Recompute:
    """Answers the newest question in a thread of its own; older questions are dropped.

    Parameters
    ----------
    scenario
        What is decided; draws and values are made once, because weights do not change them.
    values
        Value table of the scenario.
    publish
        Called from the thread with each (partial) answer.
    """

    def __init__(
        self, scenario: Scenario, values: ValueTable, publish: Callable[[Payload], None]
    ) -> None:
        self._scenario = scenario
        self._values = values
        self._publish = publish
        self._asked = threading.Condition()
        self._question: Question | None = None
        self._closed = False
        self._answer: Payload = {
            "packages": None,
            "robustness": None,
            "doubts": None,
            "known": None,
            "page": None,
        }
        self._answered: tuple[object, ...] | None = None
        self._made: dict[str, list[tuple[Maker, ...]]] = {}
        self._helper = HelperProcess()
        self._drawn: dict[tuple[str, Language], tuple[str, ...]] = {}
        self._thread = threading.Thread(target=self._work, name="recompute", daemon=True)
        self._thread.start()

    def ask(self, question: Question) -> None:
        """Compute for ``question`` as soon as no newer one comes."""
        with self._asked:
            self._question = question
            self._asked.notify()

    def close(self) -> None:
        """Stop after what is being computed."""
        with self._asked:
            self._closed = True
            self._asked.notify()
        self._thread.join()
        self._helper.close()

    def _work(self) -> None:
        while (question := self._next()) is not None:
            try:
                for part in self._answers(question):
                    self._answer |= part
                    if self._is_old():
                        break
                    self._publish(dict(self._answer))
            except OutdatedError:
                continue
            except Exception:  # whatever it was, the room is told and the next question is tried
                log.exception("The results could not be computed")
                message = in_both(lambda language: words(language, "screen.failed"))
                self._publish({**self._answer, "state": "failed", "message": message})
            give_back_free_memory()

    def _next(self) -> Question | None:
        """Wait for a question that stays the newest for a moment; None when closed."""
        with self._asked:
            if not self._asked.wait_for(self._is_old, timeout=QUIET):
                self._helper.close()
                self._asked.wait_for(self._is_old)
            while not self._closed:
                question, self._question = self._question, None
                if not self._asked.wait_for(self._is_old, timeout=PAUSE):
                    return question
            return None

    def _is_old(self) -> bool:
        return self._question is not None or self._closed

    def _answers(self, question: Question) -> Iterator[Payload]:
        """Yield the parts of an answer, light ones first; what stands already is not made again."""
        weighed = (question.weights, question.perspective, question.accepted)
        if weighed != self._answered:
            self._answered = None
            self._made.clear()
            self._drawn.clear()
            yield from self._results(question)
            self._answered = weighed
        if question.page in PAGES:
            yield from self._page(question)

    def _page(self, question: Question) -> Iterator[Payload]:
        """Yield the findings of a page as they come, and once more with their pictures."""
        scenario = self._scenario_of(question)
        weights = weights_of(scenario.problem, question.perspective)
        seen = Seen(scenario=scenario, values=self._values, weights=weights, draws=self._draws)
        done = self._made.setdefault(question.page, [])
        searches = PAGES[question.page][len(done) :]
        whole = False
        try:
            asked = {
                find: self._helper.ask(told_in_both, find, scenario, weights)
                for find in searches
                if find in APART
            }
            if (question.page, question.language) not in self._drawn:
                self._helper.ask(ready)  # it starts while we search, and draws when we are done
            if question.page == WALKED and self._answer["known"] is None:
                yield {"known": known_packages(seen) or {}}
            for find in searches:
                if find in asked:
                    told = self._waited_for(asked[find])
                    done.append(tuple(panel.__getitem__ for panel in told))
                else:
                    done.append(makers_of(find(seen)))
                yield {"page": _page_payload(question, _panels(done, question.language))}
            panels = _panels(done, question.language)
            yield {"page": _page_payload(question, panels, self._pictures(question, panels))}
            whole = True
        finally:
            if not whole:  # what is left to do is for nothing, and a newer question must not wait
                self._helper.close()

    def _pictures(self, question: Question, panels: list[Panel]) -> tuple[str, ...]:
        """Return the pictures of a page, drawn once as long as the weights stay as they are."""
        key = (question.page, question.language)
        if key not in self._drawn:
            asked = [self._helper.ask(picture, chart) for panel in panels for chart in panel.charts]
            self._drawn[key] = tuple(self._waited_for(drawn) for drawn in asked)
        return self._drawn[key]

    def _scenario_of(self, question: Question) -> Scenario:
        return self._scenario.with_accepted(question.accepted).with_weights(question.weights)

    def _waited_for(self, asked: Future[Found]) -> Found:
        """Return what the helper found; give up as soon as there is a newer question."""
        while not asked.done():
            if self._is_old():
                raise OutdatedError
            wait([asked], timeout=PAUSE)
        return asked.result()

    def _results(self, question: Question) -> Iterator[Payload]:
        yield {
            "state": "computing",
            "message": None,
            "perspective": question.perspective,
            "number": question.number,
            "known": None,
            "page": None,
        }
        scenario = self._scenario_of(question)
        problem, values = scenario.problem, self._values
        weights = weights_of(problem, question.perspective)
        spread = scenario.plan.weight_spread
        around = acceptability_of_answers(problem, question.perspective, self._draws, spread)
        yield robustness_payload(additive_ranking(values, weights), around, scenario)
        yield doubts_payload(
            weight_stability(values, weights),
            break_evens(scenario, values, weights),
            quantification_bias(problem.criteria, values, weights),
            problem,
        )
        # Here and not above: the solver takes a second to load, and the ranking need not wait.
        from bw_mcda.engine.portfolio.best_package import best_package
        from bw_mcda.engine.portfolio.rule_repair import repair_packages

        synergies = synergy_gains(scenario)
        packages = [
            best_package(
                problem,
                values,
                weights,
                goal,
                synergies=synergies,
                spread=spread,
                seed=scenario.plan.seed,
            )
            for goal in scenario.plan.package_goals
            if not self._is_old()
        ]
        repairs = None
        if any(package.status is SolveStatus.INFEASIBLE for package in packages):
            repairs = repair_packages(problem, values, weights, synergies=synergies)
        shown = [package_payload(package, problem, repairs) for package in packages]
        yield {"packages": shown, "state": "ready"}

    @cached_property
    def _draws(self) -> Draws:
        return draw(self._scenario)


def _panels(done: list[tuple[Maker, ...]], language: Language) -> list[Panel]:
    return [make(language) for makers in done for make in makers]


def _page_payload(
    question: Question, panels: list[Panel], drawn: tuple[str, ...] | None = None
) -> Payload:
    """Return the panels of a page; ``drawn`` are the pictures of all its charts, in order."""
    left = iter(drawn or ())
    return {
        "id": question.page,
        "language": question.language,
        "state": "computing" if drawn is None else "ready",
        "panels": [
            panel_payload(panel, [next(left, None) for _ in panel.charts]) for panel in panels
        ],
    }
