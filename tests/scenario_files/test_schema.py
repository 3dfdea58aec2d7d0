from __future__ import annotations

import json

from bw_mcda.scenario_files.file_schema import json_schema


def parts(schema):
    yield schema
    yield from schema.get("$defs", {}).values()


def test_every_key_of_the_format_is_explained():
    unexplained = [
        f"{part.get('title')}.{name}"
        for part in parts(json_schema())
        for name, key in part.get("properties", {}).items()
        if not key.get("description") and "$ref" not in key
    ]
    assert unexplained == []


def test_no_part_takes_keys_it_does_not_know():
    for part in parts(json_schema()):
        if "properties" in part:
            assert part["additionalProperties"] is False, part["title"]


def test_the_schema_is_plain_json_of_a_named_draft():
    schema = json.loads(json.dumps(json_schema(), allow_nan=False))
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert {"areas", "themes", "alternatives", "stakeholders"} <= set(schema["required"])
