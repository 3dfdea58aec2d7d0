"""This file holds how numbers are written: 1.234,5 in Dutch and 1,234.5 in English."""

from __future__ import annotations

from bw_mcda.problem.label import Language

NO_BREAK_SPACE = "\u00a0"
MILLION = 1_000_000
THOUSAND = 1_000


def number(value: float, language: Language, decimals: int | None = None) -> str:
    """Write a number; without ``decimals`` as many as are needed, three at most."""
    text = f"{value:,.{3 if decimals is None else decimals}f}"
    if decimals is None and "." in text:
        text = text.rstrip("0").rstrip(".")
    if text.strip("-0.,") == "":
        text = text.lstrip("-")
    text = text.replace("-", "\u2212")
    return text.translate(str.maketrans(",.", ".,")) if language == "nl" else text


def percent(share: float, language: Language, decimals: int = 0) -> str:
    """Write a share (0 to 1) as a percentage; a share that is not all or nothing never says so."""
    shown = 100 * share
    if decimals == 0 and 0 < shown < 1:
        return f"<{NO_BREAK_SPACE}1{NO_BREAK_SPACE}%"
    if decimals == 0 and 99 < shown < 100:
        return f">{NO_BREAK_SPACE}99{NO_BREAK_SPACE}%"
    return f"{number(shown, language, decimals)}{NO_BREAK_SPACE}%"


def euros(amount: float, language: Language) -> str:
    """Write euros: ``€ 1,25 mln`` from a million (``€ 12,5 mln`` from ten), ``€ 350.000`` below."""
    shown = round(amount, -2) if abs(amount) >= THOUSAND else amount
    if abs(shown) < MILLION:
        return f"€{NO_BREAK_SPACE}{number(shown, language, 0)}"
    unit = "mln" if language == "nl" else "m"
    millions = shown / MILLION
    text = number(round(millions, 2 if abs(millions) < 10 else 1), language)
    return f"€{NO_BREAK_SPACE}{text}{NO_BREAK_SPACE}{unit}"
