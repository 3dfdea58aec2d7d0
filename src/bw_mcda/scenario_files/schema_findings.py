"""This file holds how content is checked against the format, and what is told of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from bw_mcda.problem.finding import Finding
from bw_mcda.scenario_files.file_schema import ScenarioFile
from bw_mcda.scenario_files.source import Keys, Source, did_you_mean
from bw_mcda.scenario_files.stand_ins import StandIns, own_keys, stand_ins

LONGEST = 60
TYPES = {
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "float_type": "a number",
    "finite_number": "a finite number",
    "string_type": "a text",
    "string_too_short": "a text that is not empty",
    "bool_type": "true or false",
    "list_type": "a list",
    "dict_type": "keys with values",
    "model_type": "keys with values",
    "too_short": "a pair [performance, value]",
    "too_long": "a pair [performance, value]",
}
PAIRS = {"swing_range": "a pair [low, high]"}
LANGUAGES = "a text, or {nl: …, en: …}"
UNIONS = {
    "swing_order": "an id, or a list of ids",
    "order": "an id, or a list of ids",
    "value": "linear, {piecewise: [[x, v], …]}, {exponential: k}, {s_shape: {middle: x, steepness: "
    "s}}, {saturating: {enough: x}}, {threshold: x}, {classes: {bounds: [x, …]}} or {ordinal: n}",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """The content in the shape of the format; ``stand_ins`` when parts of it had no meaning."""

    file: ScenarioFile
    stand_ins: StandIns | None = None

    def is_own(self, finding: Finding) -> bool:
        """Whether a finding is about what the file says, and not about what stands in for it."""
        return self.stand_ins is None or not self.stand_ins.may_follow(finding)


def checked(source: Source, findings: list[Finding]) -> Checked | None:
    """Return the content in the shape of the format, with the findings of its shape added.

    What has no meaning is replaced, so that everything else can be checked as well; None when too
    little is left.
    """
    try:
        return Checked(file=ScenarioFile.model_validate(source.content))
    except ValidationError as error:
        errors = error.errors(include_url=False)
        findings += [_finding(detail, source) for detail in errors]
    replaced = stand_ins(source.content, errors)
    if replaced is None:
        return None
    try:
        return Checked(file=ScenarioFile.model_validate(replaced.content), stand_ins=replaced)
    except ValidationError:
        return None


def _finding(detail: ErrorDetails, source: Source) -> Finding:  # noqa: PLR0911  (case by case)
    keys = own_keys(detail)
    place, found = source.place(keys), _shown(detail["input"])
    last = keys[-1] if keys else ""
    match detail["type"]:
        case "missing":
            return Finding(place=place, found="nothing", allowed=f"the key {last}")
        case "extra_forbidden":
            known = _known_keys(keys[:-1])
            hint = did_you_mean(str(last), known)
            return Finding(
                place=place, found=f"the key {last!r}{hint}", allowed=f"{', '.join(known)}"
            )
        case "literal_error":
            expected = str(detail.get("ctx", {}).get("expected", ""))
            return Finding(place=place, found=found, allowed=expected.replace("'", ""))
        case "union_tag_not_found" | "union_tag_invalid":
            above = keys[-2] if len(keys) > 1 else ""
            allowed = UNIONS.get(str(above if isinstance(last, int) else last), LANGUAGES)
            return Finding(place=place, found=found, allowed=allowed)
        case "greater_than_equal":
            least = detail.get("ctx", {}).get("ge", 0)
            return Finding(place=place, found=found, allowed=f"{least} or more")
        case "one_answer":
            told = detail["ctx"]
            return Finding(
                place=place, found=told["found"], allowed=f"exactly one of {told['allowed']}"
            )
        case "too_short" | "too_long" if len(keys) > 1 and keys[-2] in PAIRS:
            return Finding(place=place, found=found, allowed=PAIRS[str(keys[-2])])
        case kind:
            return Finding(place=place, found=found, allowed=TYPES.get(kind, detail["msg"]))


def _shown(value: object) -> str:
    if value is None:
        return "nothing"
    if isinstance(value, dict):
        return "keys with values" if value else "nothing"
    if isinstance(value, list):
        return "a list"
    if isinstance(value, bool):
        return "true" if value else "false"
    text = repr(value)
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"


def _known_keys(keys: Keys) -> list[str]:
    """Return the keys that may stand under ``keys``, from the JSON schema of the format."""
    schema = ScenarioFile.model_json_schema()
    nodes = [schema]
    for key in keys:
        nodes = [step for node in nodes for step in _steps(node, key, schema)]
    known: dict[str, None] = {}
    for node in nodes:
        for option in _options(node, schema):
            known.update(dict.fromkeys(option.get("properties", {})))
    return list(known)


def _steps(node: dict[str, Any], key: str | int, schema: dict[str, Any]) -> list[dict[str, Any]]:
    found = []
    for option in _options(node, schema):
        if key in option.get("properties", {}):
            found.append(option["properties"][key])
        elif isinstance(option.get("additionalProperties"), dict):
            found.append(option["additionalProperties"])
        elif isinstance(option.get("items"), dict):
            found.append(option["items"])
    return found


def _options(node: dict[str, Any], schema: dict[str, Any]) -> list[dict[str, Any]]:
    """Return what a node can be, with references and unions resolved."""
    if "$ref" in node:
        return _options(schema["$defs"][node["$ref"].rpartition("/")[2]], schema)
    unions = [*node.get("anyOf", ()), *node.get("oneOf", ()), *node.get("allOf", ())]
    if unions:
        return [option for part in unions for option in _options(part, schema)]
    return [node]
