"""This file holds argparse in two languages, and the options that commands share."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterable, Sequence
from typing import Any, NoReturn, get_args

from bw_mcda.command_line.exit_code import ExitCode
from bw_mcda.problem.label import Language
from bw_mcda.texts.words import words

LANGUAGES: tuple[Language, ...] = get_args(Language)
DEFAULT_LANGUAGE: Language = "nl"

_ARGPARSE_SAYS = (
    (r"the following arguments are required: (?P<what>.+)", "missing"),
    (r"unrecognized arguments: (?P<what>.+)", "unrecognised"),
    (
        r"argument (?P<option>.+?): invalid choice: (?P<found>.+) \(choose from (?P<allowed>.+)\)",
        "invalid_choice",
    ),
    (r"argument (?P<option>.+?): expected one argument", "no_value"),
    (r"argument (?P<option>.+?): (?P<what>.+)", "wrong_value"),
)


def language_of(arguments: Sequence[str]) -> Language:
    """Return the language that ``--lang`` asks for; needed before the parser can speak."""
    language = DEFAULT_LANGUAGE
    for place, argument in enumerate(arguments):
        if argument == "--":
            break
        name, equals, value = argument.partition("=")
        if name == "--lang":
            asked = value if equals else "".join(arguments[place + 1 : place + 2])
            language = asked if asked in LANGUAGES else language
    return language


class Parser(argparse.ArgumentParser):
    """An ``ArgumentParser`` that says everything in one language and keeps lines as written."""

    def __init__(self, *, language: Language, **settings: Any) -> None:  # noqa: ANN401 - argparse's own
        super().__init__(
            add_help=False,
            allow_abbrev=False,
            formatter_class=lambda prog: _Help(prog, language),
            **settings,
        )
        self.language = language
        self.wanted = self.add_argument_group(words(language, "command_line.arguments"))
        self.options = self.add_argument_group(words(language, "command_line.options"))
        self.options.add_argument(
            "-h", "--help", action="help", help=words(language, "command_line.option_help")
        )
        self.options.add_argument(
            "--lang",
            choices=LANGUAGES,
            default=argparse.SUPPRESS,
            help=words(language, "command_line.option_lang"),
        )

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the command and where to read more, and stop."""
        self.print_usage(sys.stderr)
        say = words(
            self.language,
            "command_line.wrong_use",
            program=self.prog,
            message=_in_words(message, self.language),
        )
        self.exit(ExitCode.WRONG_USE, f"{say}\n")

    def add_scenario(self, *, optional: bool = False) -> None:
        """Add the scenario a command is about."""
        self.wanted.add_argument(
            "scenario",
            metavar="SCENARIO",
            nargs="?" if optional else None,
            help=words(self.language, "command_line.scenario"),
        )

    def add_json(self) -> None:
        """Add ``--json``."""
        self.options.add_argument(
            "--json", action="store_true", help=words(self.language, "command_line.option_json")
        )

    def add_stakeholder(self) -> None:
        """Add ``--stakeholder``."""
        self.options.add_argument(
            "--stakeholder",
            metavar="ID",
            help=words(self.language, "command_line.option_stakeholder"),
        )

    def add_progress(self) -> None:
        """Add ``--progress``."""
        self.options.add_argument(
            "--progress",
            action="store_true",
            help=words(self.language, "command_line.option_progress"),
        )


class _Help(argparse.RawDescriptionHelpFormatter):
    def __init__(self, prog: str, language: Language) -> None:
        super().__init__(prog, max_help_position=28, width=96)
        self._language = language

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        """Say "usage" in the language of the rest."""
        title = prefix if prefix is not None else words(self._language, "command_line.usage")
        super().add_usage(usage, actions, groups, title)


def _in_words(message: str, language: Language) -> str:
    """Return argparse's message in our words; as it is when argparse found a new one."""
    for pattern, key in _ARGPARSE_SAYS:
        if match := re.fullmatch(pattern, message):
            return words(language, f"command_line.{key}", **match.groupdict())
    return message
