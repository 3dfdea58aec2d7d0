"""This file holds what every part of the file format is made of."""

from __future__ import annotations

from typing import Annotated

from pydantic import ConfigDict, Field

Number = Annotated[float, Field(allow_inf_nan=False)]
Filled = Annotated[str, Field(min_length=1)]

STRICT = ConfigDict(
    strict=True,
    extra="forbid",
    frozen=True,
    str_strip_whitespace=True,
    use_attribute_docstrings=True,
)
"""No other keys than those named, and no silent conversions."""
