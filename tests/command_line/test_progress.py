from __future__ import annotations

import sys

import pytest

from bw_mcda.command_line.printing import in_columns
from bw_mcda.command_line.progress import Progress

LONG_ENOUGH = 30.0


def test_work_that_takes_long_is_told_on_standard_error_and_so_is_its_end(capsys):
    with Progress("rekenen", "nl", always=True, after=0.0) as progress:
        assert progress.said.wait(LONG_ENOUGH)
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("Bezig: rekenen (")
    assert said.err.splitlines()[-1].startswith("Klaar: rekenen (")


def test_work_that_is_soon_done_is_not_mentioned(capsys):
    with Progress("rekenen", "nl", always=True, after=LONG_ENOUGH):
        pass
    assert capsys.readouterr().err == ""


def test_nothing_is_told_where_nobody_watches(capsys):
    assert not sys.stderr.isatty()
    with Progress("rekenen", "nl", after=0.0) as progress:
        assert not progress.said.wait(0.05)
    assert capsys.readouterr().err == ""


def failing(progress):
    assert progress.said.wait(LONG_ENOUGH)
    raise ZeroDivisionError


def test_work_that_fails_is_not_called_done(capsys):
    with (
        pytest.raises(ZeroDivisionError),
        Progress("rekenen", "nl", always=True, after=0.0) as progress,
    ):
        failing(progress)
    assert "Klaar" not in capsys.readouterr().err


def test_columns_stand_under_each_other():
    rows = [["a", "1", "x"], ["long", "22", ""]]
    assert in_columns(rows, right=(1,)) == ["  a      1  x", "  long  22"]
