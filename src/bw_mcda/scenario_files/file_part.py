"""This file holds what every part of the file format is made of."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Discriminator, Field, Tag

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


class FilePart(BaseModel):
    """A part of the file."""

    model_config = STRICT


class TwoLanguages(FilePart):
    """A text in Dutch and in English."""

    nl: Filled
    """The text in Dutch."""
    en: str = ""
    """The text in English; the Dutch text is shown where it is missing."""


def _text_kind(value: object) -> str | None:
    if isinstance(value, str):
        return "<text>"
    return "<languages>" if isinstance(value, dict | TwoLanguages) else None


Text = Annotated[
    Annotated[Filled, Tag("<text>")] | Annotated[TwoLanguages, Tag("<languages>")],
    Discriminator(_text_kind),
]
"""A text: only Dutch, or ``nl`` and ``en``."""
