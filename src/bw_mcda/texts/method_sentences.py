"""This file holds the list of methods as people read it."""

from __future__ import annotations

from bw_mcda.problem.label import Language
from bw_mcda.results.method_table import MethodFact, MethodTable
from bw_mcda.texts.words import words

HEADERS = ("id", "name", "answer", "scale", "compensatory", "rank_reversal", "dominance", "source")


def method_rows(
    table: MethodTable, language: Language
) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Return the headers and a row per method: its name, what it gives and assumes, its source."""
    headers = tuple(words(language, f"method_table.{header}") for header in HEADERS)
    return headers, tuple(_row(method, language) for method in table.methods)


def method_summary(table: MethodTable, language: Language) -> str:
    """Return how many methods there are, and how many of them can contradict the weighted sum."""
    scored = [method for method in table.methods if method.answer == "scores"]
    return words(
        language,
        "method_table.summary",
        methods=len(table.methods),
        scored=len(scored),
        other=sum(not method.additive_order for method in scored),
    )


def _row(method: MethodFact, language: Language) -> tuple[str, ...]:
    def yes_or_no(answer: bool) -> str:  # noqa: FBT001  (it is what is put in words)
        return words(language, "charts.yes" if answer else "charts.no")

    source = f"{method.author} ({method.year})"
    return (
        method.id,
        words(language, f"methods.{method.id}"),
        words(language, f"method_table.answer_{method.answer.value}"),
        words(language, f"method_table.scale_{method.scale}"),
        yes_or_no(method.compensatory),
        yes_or_no(method.rank_reversal),
        yes_or_no(method.keeps_dominance),
        f"{source}, doi:{method.doi}" if method.doi else source,
    )
