from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
import tomllib
import types
from dataclasses import is_dataclass
from typing import Union, get_args, get_origin, get_type_hints

import pytest

from bw_mcda import results
from bw_mcda.results.analysis import Analysis

# Not a result but what it was made with; told beside a table, or tables put together.
WITHOUT_TABLE = {"MadeWith", "BreakEven"}


def classes_in(annotation):
    """Return the classes that an annotation is made of, through unions, tuples and mappings."""
    if get_origin(annotation) in {Union, types.UnionType, tuple, list, dict}:
        return [found for part in get_args(annotation) for found in classes_in(part)]
    return [annotation] if inspect.isclass(annotation) else []


def is_result(found):
    return is_dataclass(found) and found.__module__.startswith("bw_mcda.results.")


def results_of(noun):
    """Return the results that a bundle holds; a bundle has no table of its own."""
    hints = get_type_hints(noun)
    return [found for hint in hints.values() for found in classes_in(hint) if is_result(found)]


def without_table(noun):
    """Return the names of the results below ``noun`` that no table shows."""
    missing = set()
    for found in results_of(noun):
        if found.__name__ in WITHOUT_TABLE or hasattr(found, "to_frame"):
            continue
        inside = results_of(found)
        missing |= without_table(found) if inside else {found.__name__}
    return missing


def test_every_result_of_the_analysis_has_a_table():
    assert len(results_of(Analysis)) > 15
    assert without_table(Analysis) == set()


def test_every_module_of_results_is_reached_or_has_a_table_of_its_own():
    silent = []
    for info in pkgutil.iter_modules(results.__path__):
        module = importlib.import_module(f"bw_mcda.results.{info.name}")
        own = [c for c in vars(module).values() if is_result(c) and c.__module__ == module.__name__]
        if any(c.__module__.endswith(f".{info.name}") and hasattr(c, "to_frame") for c in own):
            continue
        silent.append(info.name)
    # Bundles of results, parts of other results, and the two of WITHOUT_TABLE.
    assert set(silent) <= {
        *("analysis", "doubt", "together", "puzzle", "working", "sharing", "learning"),
        *("made_with", "break_even", "read_only", "repair", "scored_package", "second_key"),
        *("share_precision", "table_parts"),
    }


@pytest.fixture(scope="session")
def panel_ids(modules):
    """Return the id of every panel that the source makes, by where it is made."""
    ids = {}
    for path in modules:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Call)
                and getattr(node.func, "id", "") in {"panel", "none_panel"}
                and node.args
                and isinstance(node.args[0], ast.Constant)
            ):
                ids[node.args[0].value] = path.name
    return ids


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_panel_has_a_title_in_both_languages(panel_ids, repository, language):
    path = repository / "src" / "bw_mcda" / "texts" / language / "panels.toml"
    titles = tomllib.loads(path.read_text(encoding="utf-8"))
    assert len(panel_ids) > 30
    assert {id_: file for id_, file in panel_ids.items() if not titles.get(id_)} == {}
