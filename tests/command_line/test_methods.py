from __future__ import annotations

import json

from bw_mcda.engine.ranking.catalogue import METHODS


def test_every_method_of_the_catalogue_is_printed_with_its_source(run):
    ended = run("methods")
    assert (ended.code, ended.err) == (0, "")
    lines = ended.out.splitlines()
    for method in METHODS:
        [line] = [line for line in lines if line.split()[:1] == [method]]
        assert line.rstrip().endswith(")")
    assert "Er zijn" in lines[0]
    assert "There are" in run("methods", "--lang", "en").out


def test_json_tells_what_each_method_assumes(run):
    content = json.loads(run("methods", "--json").out)
    assert list(content) == ["format", "methods"]
    by_id = {method["id"]: method for method in content["methods"]}
    assert set(METHODS) < set(by_id)
    assert by_id["topsis"]["rank_reversal"] is True
    assert by_id["additive"]["rank_reversal"] is False
    assert list(by_id["additive"]) == [
        *("id", "answer", "scale", "compensatory", "rank_reversal", "keeps_dominance"),
        *("additive_order", "thresholds", "author", "year", "doi"),
    ]
