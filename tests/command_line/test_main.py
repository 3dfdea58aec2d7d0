from __future__ import annotations

import argparse
import re
import subprocess
import sys

import pytest

from bw_mcda import __version__
from bw_mcda.command_line import schema
from bw_mcda.command_line.main import COMMANDS, main, make_parser
from bw_mcda.command_line.parser import language_of

IN_ORDER = ["workshop", "check", "analyse", "portfolio", "report", "new", "methods", "schema"]
ARGPARSE_ENGLISH = (
    "usage:",
    "show this help message",
    "positional arguments",
    "optional arguments",
)


def parsers(language):
    top = make_parser(language)
    action = next(a for a in top._actions if isinstance(a, argparse._SubParsersAction))
    return top, action.choices


def test_commands_stand_in_the_order_in_which_people_use_them(run):
    assert [command.__name__.rpartition(".")[2] for command in COMMANDS] == IN_ORDER
    for language in ("nl", "en"):
        shown = re.findall(r"^    ([a-z]+) ", run("--lang", language, "--help").out, re.MULTILINE)
        assert shown == IN_ORDER


def test_help_speaks_dutch_unless_english_is_asked_for(run):
    dutch = run("--help")
    assert dutch.code == 0
    assert dutch.out.startswith("gebruik: bw-mcda")
    assert not any(words in dutch.out for words in ARGPARSE_ENGLISH)
    assert run("--help", "--lang", "en").out.startswith("usage: bw-mcda")


@pytest.mark.parametrize("command", IN_ORDER)
def test_the_help_of_a_command_explains_everything_it_takes(run, command):
    for language in ("nl", "en"):
        own = parsers(language)[1][command]
        assert all(action.help for action in own._actions)
        shown = run(command, "--help", "--lang", language)
        assert shown.code == 0
        assert own.description in " ".join(shown.out.split())
        if language == "nl":
            assert not any(words in shown.out for words in ARGPARSE_ENGLISH)


def test_the_two_languages_take_the_same_arguments():
    for command in IN_ORDER:
        dutch, english = (parsers(language)[1][command] for language in ("nl", "en"))
        assert [a.option_strings for a in dutch._actions] == [
            a.option_strings for a in english._actions
        ]


def test_no_command_at_all_shows_the_help_and_ends_as_wrong_use(run):
    ended = run()
    assert ended.code == 2
    assert ended.out == ""
    assert "opdrachten:" in ended.err


def test_the_version_is_the_packages_own(run):
    assert run("--version").out == f"bw-mcda {__version__}\n"


@pytest.mark.parametrize(
    ("arguments", "fact"),
    [
        (["chek"], "OPDRACHT: gevonden 'chek'; mag zijn: 'workshop', 'check'"),
        (["check"], "er ontbreekt iets: SCENARIO"),
        (["report", "x"], "er ontbreekt iets: --to"),
        (["check", "x", "--jsn"], "dit kent de opdracht niet: --jsn"),
        (["analyse", "x", "--stakeholder"], "--stakeholder: hier moet iets achter staan"),
        (["workshop", "x", "--port", "no"], "--port: gevonden no; mag zijn: 0 tot en met 65535"),
        (["workshop", "x", "--port", "65536"], "--port: gevonden 65536; mag zijn: 0 tot en met"),
        (["--lang", "fr", "check", "x"], "--lang: gevonden 'fr'; mag zijn: 'nl', 'en'"),
        (["--lang", "en", "check"], "something is missing: SCENARIO"),
    ],
)
def test_a_command_that_is_not_understood_says_why_and_ends_with_2(run, arguments, fact):
    ended = run(*arguments)
    assert ended.code == 2
    assert ended.out == ""
    assert fact in ended.err
    assert "--help" in ended.err


@pytest.mark.parametrize(
    ("arguments", "language"),
    [
        ([], "nl"),
        (["check", "x", "--lang", "en"], "en"),
        (["--lang=en", "check"], "en"),
        (["--lang", "en", "--lang", "nl"], "nl"),
        (["--lang"], "nl"),
        (["check", "--", "--lang", "en"], "nl"),
    ],
)
def test_the_last_language_asked_for_is_spoken(arguments, language):
    assert language_of(arguments) == language


@pytest.mark.parametrize("command", ["check", "analyse", "portfolio"])
def test_a_scenario_that_is_not_there_is_a_fact_and_no_traceback(run, command, tmp_path):
    ended = run(command, tmp_path / "nowhere")
    assert ended.code == 1
    assert ended.out == ""
    assert "nowhere" in ended.err
    assert "gevonden" in ended.err
    assert "Traceback" not in ended.err


def test_a_file_that_cannot_be_written_is_a_fact(run, tmp_path):
    ended = run("schema", "--to", tmp_path / "nowhere" / "schema.json")
    assert ended.code == 1
    assert "schema.json" in ended.err
    assert "No such file or directory" in ended.err


def test_ctrl_c_ends_quietly_with_the_code_of_an_interrupt(run, monkeypatch):
    def interrupted(_given):
        raise KeyboardInterrupt

    monkeypatch.setattr(schema, "run", interrupted)
    ended = run("schema")
    assert (ended.code, ended.out, ended.err) == (130, "", "\n")


def test_a_mistake_of_our_own_is_not_hidden(monkeypatch):
    def broken(_given):
        raise AssertionError

    monkeypatch.setattr(schema, "run", broken)
    with pytest.raises(AssertionError):
        main(["schema"])


def test_a_reader_that_stops_reading_is_no_error():
    program = [sys.executable, "-m", "bw_mcda.command_line", "schema"]
    with subprocess.Popen(program, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        process.stdout.close()
        complaint = process.stderr.read()
    assert process.returncode == 0
    assert complaint == b""


def test_the_command_runs_as_a_program_of_its_own(minimal):
    program = [sys.executable, "-m", "bw_mcda.command_line", "check", str(minimal)]
    done = subprocess.run(program, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    assert "belanghebbenden." in done.stdout
