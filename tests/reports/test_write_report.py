from __future__ import annotations

import pytest

from bw_mcda.reports.write_report import ReportError, report_bytes, write_report

BEGINNINGS = {".docx": b"PK", ".xlsx": b"PK", ".html": b"<!DOCTYPE html>", ".json": b"{"}


@pytest.mark.parametrize("suffix", BEGINNINGS)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_suffix_says_what_is_written(analysis, record, tmp_path, suffix, language):
    path = write_report(analysis, tmp_path / f"advies{suffix}", language, record)
    assert path.read_bytes().lstrip().startswith(BEGINNINGS[suffix])


def test_a_suffix_in_capitals_is_understood(analysis, tmp_path):
    assert write_report(analysis, tmp_path / "ADVIES.JSON").exists()


@pytest.mark.parametrize(
    ("suffix", "message"),
    [
        (".pdf", "report: got '.pdf'; allowed: .docx, .html, .json, .xlsx"),
        ("", "report: got no suffix; allowed: .docx, .html, .json, .xlsx"),
    ],
)
def test_another_suffix_is_refused_with_what_may_stand_there(analysis, tmp_path, suffix, message):
    path = tmp_path / f"advies{suffix}"
    with pytest.raises(ReportError) as caught:
        write_report(analysis, path)
    assert str(caught.value) == message
    assert not path.exists()


def test_the_page_and_the_data_are_the_same_each_time(analysis):
    for suffix in (".html", ".json"):
        assert report_bytes(analysis, suffix) == report_bytes(analysis, suffix)
