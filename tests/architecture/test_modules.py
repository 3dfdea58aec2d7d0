from __future__ import annotations

import ast

MOST_LINES = 400
NAMES_THAT_SAY_NOTHING = {"utils", "util", "helpers", "common", "misc", "tools", "base", "core"}
FIRST_WORDS = "This file holds "


def test_every_module_says_first_what_it_holds(modules):
    silent = []
    for path in modules:
        docstring = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
        # A package's docstring tells what its modules share.
        if not docstring or (path.name != "__init__.py" and not docstring.startswith(FIRST_WORDS)):
            silent.append(str(path))
    assert silent == []


def test_no_module_is_longer_than_one_can_overlook(modules):
    lengths = {str(path): len(path.read_text(encoding="utf-8").splitlines()) for path in modules}
    assert {path: lines for path, lines in lengths.items() if lines > MOST_LINES} == {}


def test_no_module_or_folder_has_a_name_that_says_nothing(modules):
    assert [
        str(path)
        for path in modules
        if NAMES_THAT_SAY_NOTHING & {part.lower() for part in (*path.parts, path.stem)}
    ] == []


def test_every_public_function_class_and_method_has_a_docstring(modules):
    silent = []
    for path in modules:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        owners = [tree, *(node for node in tree.body if isinstance(node, ast.ClassDef))]
        silent += [
            f"{path}: {node.name}"
            for owner in owners
            for node in owner.body
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
            and not node.name.startswith("_")
            and not getattr(owner, "name", "").startswith("_")
            and not ast.get_docstring(node)
            and not _is_overload_or_setter(node)
        ]
    assert silent == []


def test_nothing_prints_outside_the_edges(modules, repository):
    printing = []
    for path in modules:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        printing += [
            f"{path.relative_to(repository)}:{node.lineno}"
            for node in ast.walk(tree)
            if isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id == "print"
        ]
    assert printing == []


def _is_overload_or_setter(node):
    names = {
        decorator.attr if isinstance(decorator, ast.Attribute) else getattr(decorator, "id", "")
        for decorator in getattr(node, "decorator_list", [])
    }
    return bool(names & {"overload", "setter", "default", "observe"})
