"""This file holds how numbers are read from texts and written to them."""

from __future__ import annotations

import math
import re

WHOLE = re.compile(r"[-+]?[0-9]+")
FRACTION = re.compile(r"[-+]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][-+]?[0-9]+)?")
LONGEST = 40


def whole_or_fraction(text: str, *, decimal_comma: bool) -> int | float | None:
    """Return the number that ``text`` says, or None when it says none.

    ``2,5`` is read where commas are decimal; ``1.234,5`` is read nowhere, because nobody can tell
    what a point means there.
    """
    text = text.strip().replace("\u2212", "-")
    if decimal_comma and "." not in text:
        text = text.replace(",", ".", 1)
    if len(text) > LONGEST:
        return None
    if WHOLE.fullmatch(text):
        return int(text)
    if FRACTION.fullmatch(text):
        number = float(text)
        return number if math.isfinite(number) else None
    return None


def text_of_number(number: float) -> str:
    """Return the shortest text that reads back as ``number``."""
    return str(int(number)) if number == int(number) and abs(number) < 1e15 else repr(number)
