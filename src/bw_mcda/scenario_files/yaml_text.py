"""This file holds how YAML becomes plain content with line numbers, and content becomes YAML."""

from __future__ import annotations

import re
from typing import Any

import yaml

from bw_mcda.problem.finding import Finding
from bw_mcda.scenario_files.source import Keys

MAX_DEPTH = 20
TAG = "tag:yaml.org,2002:"
# YAML 1.2 as people expect it: 'no' and 'on' are words, 2026-01-31 and 12:30 are texts.
PLAIN_SCALARS = (
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("bool", r"true|True|TRUE|false|False|FALSE", list("tTfF")),
    ("int", r"[-+]?[0-9]+", list("-+0123456789")),
    (
        "float",
        r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)",
        list("-+.0123456789"),
    ),
)


class _PlainLoader(yaml.SafeLoader):
    """Reads to nodes only: no object is ever constructed from a tag."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012  (as PyYAML declares it)


class _PlainDumper(yaml.SafeDumper):
    """Writes lists indented, and quotes every text that YAML 1.1 or 1.2 would misread."""

    yaml_implicit_resolvers = {  # noqa: RUF012  (as PyYAML declares it)
        first: list(rules) for first, rules in yaml.SafeDumper.yaml_implicit_resolvers.items()
    }

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002
        super().increase_indent(flow, False)  # noqa: FBT003


for _name, _pattern, _first in PLAIN_SCALARS:
    for _class in (_PlainLoader, _PlainDumper):
        _class.add_implicit_resolver(TAG + _name, re.compile(f"^(?:{_pattern})$"), _first)


class YamlText:
    """The content of a YAML text, the line of each of its parts, and what is wrong with it."""

    def __init__(self, text: str, file_name: str) -> None:
        self.file_name = file_name
        self.findings: list[Finding] = []
        self.lines: dict[Keys, int] = {}
        self.content: object = None
        try:
            node = yaml.compose(text, Loader=_PlainLoader)
        except yaml.YAMLError as error:
            self.findings.append(_syntax(error, text, file_name))
        except RecursionError:
            self._say((), "parts nested too deep", f"at most {MAX_DEPTH} levels")
        else:
            self._seen: set[int] = set()
            self.content = None if node is None else self._plain(node, ())

    def place(self, keys: Keys) -> str:
        """Return where ``keys`` stand, as ``areas.hulst.label (line 12)``; lists count from 1."""
        dotted = ".".join(str(key + 1) if isinstance(key, int) else key for key in keys)
        known = keys
        while known not in self.lines and known:
            known = known[:-1]
        line = f" (line {self.lines[known]})" if known else ""
        return f"{dotted or self.file_name}{line}"

    def _say(self, keys: Keys, found: str, allowed: str) -> None:
        self.findings.append(Finding(place=self.place(keys), found=found, allowed=allowed))

    def _plain(self, node: yaml.Node, keys: Keys) -> object:
        self.lines.setdefault(keys, node.start_mark.line + 1)
        # A repeated node is an alias; expanding aliases is how a small file fills a memory.
        if id(node) in self._seen:
            self._say(keys, "an alias (*)", "the text itself, written out")
            return None
        self._seen.add(id(node))
        if len(keys) > MAX_DEPTH:
            self._say(keys[:3], "parts nested too deep", f"at most {MAX_DEPTH} levels")
            return None
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, keys)
        if isinstance(node, yaml.SequenceNode):
            return [self._plain(item, (*keys, i)) for i, item in enumerate(node.value)]
        return self._scalar(node, keys)

    def _mapping(self, node: yaml.MappingNode, keys: Keys) -> dict[str, object]:
        content: dict[str, object] = {}
        for key_node, value_node in node.value:
            line = key_node.start_mark.line + 1
            if not isinstance(key_node, yaml.ScalarNode):
                self._say(keys, f"a list or mapping as key on line {line}", "a text as key")
                continue
            key = key_node.value.strip()
            here = (*keys, key)
            if key in content:
                self.findings.append(
                    Finding(
                        place=f"{self.place(here).rpartition(' (')[0]} (line {line})",
                        found=f"the key {key!r} again, first on line {self.lines[here]}",
                        allowed="each key once",
                    )
                )
                continue
            self.lines[here] = line
            content[key] = self._plain(value_node, here)
        return content

    def _scalar(self, node: yaml.Node, keys: Keys) -> object:
        text = str(node.value)
        match node.tag.removeprefix(TAG):
            case "null":
                return None
            case "bool":
                return text.lower() == "true"
            case "int":
                return int(text) if len(text) < 30 else float(text)
            case "float":
                return float(re.sub(r"\.(inf|nan)$", r"\1", text.lower()))
            case "str":
                return text
            case _:
                self._say(keys, f"the tag {node.tag}", "a text, number, true or false, no tag")
                return text


def yaml_of(content: dict[str, object]) -> str:
    """Return ``content`` as YAML in the order it has, for people to read and edit."""
    return yaml.dump(content, Dumper=_PlainDumper, sort_keys=False, allow_unicode=True, width=98)


def _syntax(error: yaml.YAMLError, text: str, file_name: str) -> Finding:
    """Return what the parser stumbled over, with the line people must look at."""
    if isinstance(error, yaml.reader.ReaderError):
        line = text.count("\n", 0, error.position) + 1
        found = f"the character U+{int(error.character):04X}"
        return Finding(place=f"{file_name} line {line}", found=found, allowed="printable text")
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    line = mark.line + 1 if mark else 1
    problem = getattr(error, "problem", None) or "text that is not YAML"
    lines = text.splitlines()
    shown = lines[line - 1].strip()[:60] if line <= len(lines) else "the end of the file"
    tab = "\t" in lines[line - 1] if line <= len(lines) else False
    return Finding(
        place=f"{file_name} line {line}",
        found=f"{shown!r} ({problem})",
        allowed="YAML: " + ("spaces, no tab, at the start of a line" if tab else _HINT),
    )


_HINT = (
    "'key: value' with the same indent for keys of one level, and quotes around a text with ': ' "
    "or ' #' in it or one of [ ] { } , & * ? | > @ ` ' \" % at its start"
)
