"""This file holds what is done to a user's text before it goes into a file."""

from __future__ import annotations

import re

# XML 1.0 and Excel refuse these; they can only have come along by accident.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


def printable(text: str) -> str:
    """Return ``text`` without characters that no document can hold."""
    return _FORBIDDEN.sub("", text)
