from __future__ import annotations

import sys
from pathlib import Path

import pytest
from jupyter_client.kernelspec import KernelSpecManager

import bw_mcda
from bw_mcda.problem.finding import ScenarioError
from bw_mcda.room.notebook_path import notebook_path
from bw_mcda.room.own_kernel import OwnKernelSpecManager
from bw_mcda.room.record_place import record_in_words, record_url
from bw_mcda.room.security import is_this_machine


@pytest.fixture
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setattr(sys, "platform", "linux")
    return tmp_path


def test_by_default_the_record_stands_in_the_users_data_folder_and_not_beside_the_scenario(home):
    url = record_url(home / "Mijn scenario.xlsx")
    assert url.startswith(f"sqlite:///{home / 'data' / 'bw-mcda' / 'records' / 'mijn-scenario-'}")
    assert list(home.iterdir()) == []


def test_two_scenarios_of_one_name_have_two_records_and_one_scenario_has_one(home, monkeypatch):
    first, second = home / "a" / "plan", home / "b" / "plan"
    assert record_url(first) != record_url(second)
    first.mkdir(parents=True)
    monkeypatch.chdir(first.parent)
    assert record_url(Path("plan")) == record_url(first)


@pytest.mark.parametrize("asked", ["room.sqlite", "sqlite:///room.sqlite"])
def test_a_relative_place_is_the_same_place_for_server_and_kernel(home, monkeypatch, asked):
    monkeypatch.chdir(home)
    assert record_url(home / "plan", asked) == f"sqlite:///{home / 'room.sqlite'}"


@pytest.mark.parametrize("asked", ["sqlite://", "sqlite:///:memory:", "://x"])
def test_a_record_that_would_be_lost_or_means_nothing_is_refused(home, asked):
    with pytest.raises(ScenarioError, match=r"--store: got .*; allowed: a file, or an address"):
        record_url(home / "plan", asked)


def test_a_password_in_the_address_is_not_shown():
    asked = "postgresql://facilitator:geheim@db.example/room"
    assert record_url(Path("plan"), asked) == asked
    assert "geheim" not in record_in_words(asked)
    assert record_in_words("sqlite:////a/room.sqlite") == "/a/room.sqlite"


def test_the_notebook_comes_from_the_package_before_the_repository(tmp_path, monkeypatch):
    package = tmp_path / "src" / "bw_mcda"
    shipped, repository = package / "shipped" / "dashboards", tmp_path / "dashboards"
    monkeypatch.setattr(bw_mcda, "__file__", str(package / "__init__.py"))
    with pytest.raises(FileNotFoundError, match=r"workshop\.ipynb stands neither in"):
        notebook_path()
    for folder in (repository, shipped):
        folder.mkdir(parents=True)
        (folder / "workshop.ipynb").touch()
        assert notebook_path() == folder / "workshop.ipynb"


def test_whatever_kernel_a_notebook_names_it_gets_this_python(tmp_path, monkeypatch):
    other = tmp_path / "kernels" / "python3"
    other.mkdir(parents=True)
    (other / "kernel.json").write_text(
        '{"argv": ["/usr/bin/other", "{connection_file}"], "display_name": "x", "language": "python"}'
    )
    monkeypatch.setenv("JUPYTER_PATH", str(tmp_path))
    assert KernelSpecManager().get_kernel_spec("python3").argv[0] == "/usr/bin/other"
    ours = OwnKernelSpecManager()
    assert list(ours.get_all_specs()) == ["python3"]
    assert ours.get_kernel_spec("python3").argv[0] == sys.executable


@pytest.mark.parametrize(
    ("ip", "only_here"),
    [
        ("127.0.0.1", True),
        ("127.8.8.8", True),
        ("::1", True),
        ("localhost", True),
        ("0.0.0.0", False),
        ("::", False),
        ("", False),
        ("192.168.1.4", False),
        ("gemeentehuis.local", False),
    ],
)
def test_only_an_address_that_others_can_not_reach_needs_no_token(ip, only_here):
    assert is_this_machine(ip) is only_here
