"""This file holds the two-language texts that people read instead of ids."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Language = Literal["nl", "en"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A text in Dutch, with an English version where somebody wrote one."""

    nl: str
    en: str = ""

    def text(self, language: Language) -> str:
        """Return the text in ``language``; Dutch where English is missing."""
        return self.en if language == "en" and self.en else self.nl
