from __future__ import annotations

import shutil

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bw_mcda.problem.finding import ScenarioError
from bw_mcda.problem.performance import CountsFrom, Exact
from bw_mcda.problem.scenario import Scenario
from bw_mcda.scenario_files.read_scenario import read_scenario
from bw_mcda.scenario_files.write_scenario import write_scenario


@pytest.fixture
def minimal(repository):
    return repository / "scenarios" / "minimal"


@pytest.fixture
def folder(minimal, tmp_path):
    return shutil.copytree(minimal, tmp_path / "scenario")


def change(folder, file, *pairs):
    path = folder / file
    text = path.read_text(encoding="utf-8")
    for right, wrong in pairs:
        assert right in text, right
        text = text.replace(right, wrong, 1)
    path.write_text(text, encoding="utf-8")


def findings(path):
    with pytest.raises(ScenarioError) as refused:
        read_scenario(path)
    return [str(finding) for finding in refused.value.findings]


@pytest.mark.parametrize(
    ("right", "wrong", "told"),
    [
        (
            "start_year: 2026",
            "start_year: soon",
            "start_year (line {line}): got 'soon'; allowed: a whole number",
        ),
        (
            "direction: maximise",
            "direction: higher",
            "themes.community.criteria.visitors.direction (line {line}): got 'higher'; allowed: maximise or minimise",
        ),
        (
            "        worst: 50",
            "        worst: .nan",
            "themes.community.criteria.visitors.worst (line {line}): got nan; allowed: a finite number",
        ),
        (
            "    inhabitants: 2000",
            "    inhabitant: 2000",
            "areas.village.inhabitant (line {line}): got the key 'inhabitant' (did you mean inhabitants?); allowed: label, inhabitants, source",
        ),
        (
            "format: 1",
            "format: 2",
            "format (line {line}): got 2, made for a newer version; allowed: 1, or install a newer bw_mcda",
        ),
        (
            "value: {ordinal: 5}",
            "value: {level: 5}",
            "themes.community.criteria.atmosphere.value (line {line}): got keys with values; allowed: linear, {piecewise: [[x, v], …]}, {exponential: k}, {s_shape: {middle: x, steepness: s}}, {saturating: {enough: x}}, {threshold: x}, {classes: {bounds: [x, …]}} or {ordinal: n}",
        ),
        (
            "euros: 90000",
            "euros: 90000.5",
            "alternatives.trees.costs.1.euros (line {line}): got 90000.5; allowed: a whole number",
        ),
        (
            "swing: {visitors: 30, atmosphere: 80, heat: 100}",
            "swing: {visitors: 30, atmosphere: 80, heat: 300}",
            "stakeholders.residents.weights.heat: got 300; allowed: 0 to 100 points",
        ),
        (
            "excludes: [market]",
            "excludes: [markt]",
            "alternatives.fountain.excludes: got 'markt'; allowed: the id of an alternative: nothing_extra, trees, market",
        ),
        (
            "performances: performances.csv",
            "performances: ../secret.csv",
            "performances (line {line}): got '../secret.csv'; allowed: the name of a file beside scenario.yaml",
        ),
        (
            "id: village_square",
            "id: village_square\nid: again",
            "id (line {line}): got the key 'id' again, first on line {first}; allowed: each key once",
        ),
        (
            'date: "2026-11-24"',
            "date: !!python/object:os.system x",
            "provenance.date (line {line}): got the tag tag:yaml.org,2002:python/object:os.system; allowed: a text, number, true or false, no tag",
        ),
    ],
)
def test_a_mistake_in_the_yaml_is_told_with_its_line_and_what_may_stand_there(
    folder, right, wrong, told
):
    change(folder, "scenario.yaml", (right, wrong))
    lines = (folder / "scenario.yaml").read_text(encoding="utf-8").splitlines()
    last = wrong.splitlines()[-1]
    line = next(number for number, text in enumerate(lines, start=1) if last in text)
    expected = told.replace("{line}", str(line)).replace("{first}", str(line - 1))
    assert expected in findings(folder)


@pytest.mark.parametrize(
    ("right", "wrong", "told"),
    [
        (
            "visitors,*,level,100",
            "visitors,*,level,many",
            "performances.csv row 2 value: got 'many'; allowed: a number such as 2.5",
        ),
        (
            "visitors,*,level,100",
            'visitors,*,level,"1,5"',
            "performances.csv row 2 value: got '1,5'; allowed: a number such as 2.5",
        ),
        (
            "nothing_extra,visitors",
            "nothing_extra,visitor",
            "performances.csv row 2 criterion: got 'visitor' (did you mean visitors?); allowed: one of: visitors, atmosphere, heat",
        ),
        (
            "trees,atmosphere,*,level,+",
            "trees,atmosphere,*,level,+++",
            "performances.csv row 6 value: got '+++'; allowed: one of: -- - 0 + ++, or ? with a reason",
        ),
        (
            "nog niet gemeten bij een ander plein",
            "",
            "performances.csv row 13 reason: got nothing; allowed: why it is unknown",
        ),
        (
            "change,,0,20",
            "change,,0,",
            "performances.csv row 5 value: got low; allowed: value; low and high; value, low and high; value and sd; or ? with a reason",
        ),
        (
            "change,,0,20",
            "change,,20,0",
            "performances.trees.visitors.village: got Between(low=20.0, high=0.0); allowed: finite numbers, low ≤ likely ≤ high, sd above 0",
        ),
        (
            "fictief,2026,C",
            "fictief,soon,Z",
            "performances.csv row 2 year: got 'soon'; allowed: a year such as 2024",
        ),
        (
            "fictief,2026,C",
            "fictief,soon,Z",
            "performances.csv row 2 confidence: got 'Z'; allowed: A measured, B modelled, C experts, D guess",
        ),
        (
            "trees,heat,*,change,-4,-6,-2,,,fictief,2026,C\n",
            "",
            "performances.trees.heat.village: got no performance; allowed: a performance, or unknown with a reason",
        ),
        (
            "reason,source",
            "why,source",
            "performances.csv row 1: got the column 'why'; allowed: the columns alternative, criterion, area, group, counts_from, value, low, high, sd, reason, source, year, confidence",
        ),
        (
            "trees,heat,*,change",
            "trees,visitors,*,change",
            "performances.csv row 7: got a second row for trees, visitors, *; allowed: one, as performances.csv row 5",
        ),
    ],
)
def test_a_mistake_in_the_csv_is_told_with_its_row_and_what_may_stand_there(
    folder, right, wrong, told
):
    change(folder, "performances.csv", (right, wrong))
    assert told in findings(folder)


def test_all_mistakes_in_both_files_are_told_at_once(folder):
    change(
        folder,
        "scenario.yaml",
        ("excludes: [market]", "excludes: [markt]"),
        ("euros: 150000", "euros: -1"),
    )
    change(folder, "performances.csv", ("level,100", "level,many"), ("level,40", "level,hot"))
    assert findings(folder) == [
        "performances.csv row 2 value: got 'many'; allowed: a number such as 2.5",
        "performances.csv row 4 value: got 'hot'; allowed: a number such as 2.5",
        "alternatives.fountain.excludes: got 'markt'; allowed: the id of an alternative: nothing_extra, trees, market",
        "rules.budgets.municipality: got -1; allowed: whole euros, 0 or more",
    ]


def test_what_has_no_meaning_does_not_hide_what_is_wrong_elsewhere(folder):
    change(
        folder,
        "scenario.yaml",
        ("direction: maximise", "direction: higher"),
        ("    inhabitants: 2000", "    inhabitant: 2000"),
        ("euros: 90000", "euros: 90000.5"),
        ("excludes: [market]", "excludes: [markt]"),
        ("euros: 150000", "euros: -1"),
    )
    change(folder, "performances.csv", ("level,100", "level,many"))
    told = findings(folder)
    places = {finding.split(":")[0].split(" (line")[0] for finding in told}
    assert len(told) == len(places)
    assert places == {
        "themes.community.criteria.visitors.direction",
        "alternatives.trees.costs.1.euros",
        "areas.village.inhabitants",
        "areas.village.inhabitant",
        "performances.csv row 2 value",
        "alternatives.fountain.excludes",
        "rules.budgets.municipality",
    }


def test_a_row_for_one_area_goes_before_the_row_for_all(folder):
    with (folder / "performances.csv").open("a", encoding="utf-8") as table:
        table.write("trees,heat,village,change,-1,,,,,fictief,2026,D\n")
    assessment = read_scenario(folder).problem.performances["trees", "heat", "village"]
    assert assessment.performance.value == -1


def test_semicolons_and_decimal_commas_are_read_as_excel_writes_them(folder):
    path = folder / "performances.csv"
    text = path.read_text(encoding="utf-8").replace(",", ";").replace("-4;-6;-2", "-4,5;-6;-2,25")
    path.write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    performance = read_scenario(folder).problem.performances["trees", "heat", "village"].performance
    assert (performance.low, performance.likely, performance.high) == (-6, -4.5, -2.25)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "scenario.yaml: got an empty file"),
        (b"just a text", "scenario.yaml: got no keys"),
        (b"a: b\n\tc: d", "scenario.yaml line 2"),
        (b"a: \xff", "scenario.yaml line 1: got the byte 0xff; allowed: text saved as UTF-8"),
        (b"a: &x [1]\nb: *x", "got an alias (*)"),
        (b"[" * 5000, "nested too deep"),
    ],
)
def test_what_is_no_scenario_at_all_is_told_in_one_line(folder, content, told):
    (folder / "scenario.yaml").write_bytes(content)
    assert any(told in finding for finding in findings(folder)), findings(folder)


def test_a_place_where_nothing_is_is_told(tmp_path):
    what = "a folder with scenario.yaml, that file itself, or an Excel workbook (.xlsx)"
    assert findings(tmp_path / "nowhere") == [f"nowhere: got no such file; allowed: {what}"]
    assert findings(tmp_path) == [f"scenario.yaml: got no such file; allowed: {what}"]
    (tmp_path / "book.xlsx").write_bytes(b"no workbook")
    assert findings(tmp_path / "book.xlsx") == [
        "book.xlsx: got a file that is no workbook; allowed: an Excel workbook (.xlsx)"
    ]


@pytest.fixture
def book(minimal, tmp_path):
    path = tmp_path / "book.xlsx"
    write_scenario(read_scenario(minimal), path)
    return path


@pytest.mark.parametrize(
    ("sheet", "cell", "value", "told"),
    [
        ("Gebieden", "D2", "veel", "Gebieden!D2: got 'veel'; allowed: a number"),
        (
            "Criteria",
            "G2",
            "omhoog",
            "Criteria!G2 (themes.community.criteria.visitors.direction): got 'omhoog'; allowed: maximise or minimise",
        ),
        (
            "Criteria",
            "J3",
            "krom",
            "Criteria!J3: got 'krom'; allowed: recht, exponentieel 1,2, ordinaal 5, punten 0: 0; 50: 0,8; 100: 1, s-vorm 60; 8, genoeg 60, genoeg 60; 1,2, drempel 40, klassen 20; 40, or klassen 20: 0,5; 40: 1",
        ),
        (
            "Kosten",
            "A2",
            "bomen",
            "Kosten!A2: got 'bomen'; allowed: one of: nothing_extra, trees, market, fountain",
        ),
        ("Gewichten", "B2", "veel", "Gewichten!B2: got 'veel'; allowed: a number"),
        ("Effecten", "E2", "=1+1", "Effecten!E2: got a formula; allowed: the value itself"),
        (
            "Effecten",
            "E2",
            "veel",
            "Effecten row 2 waarde: got 'veel'; allowed: a number such as 2,5",
        ),
        (
            "Effecten",
            "A1",
            "maatregelen",
            "Effecten row 1: got the column 'maatregelen' (did you mean maatregel?); allowed: the columns maatregel, criterium, gebied, bevolkingsgroep, telt vanaf, waarde, laag, hoog, standaardafwijking, reden, bron, jaar, zekerheid",
        ),
        ("Scenario", "A2", "format", "Scenario!A2: got 'format' (did you mean formaat?)"),
    ],
)
def test_a_mistake_in_the_workbook_is_told_with_its_cell(book, sheet, cell, value, told):
    workbook = openpyxl.load_workbook(book)
    workbook[sheet][cell] = value
    workbook.save(book)
    assert any(finding.startswith(told) for finding in findings(book)), findings(book)


def test_a_sheet_that_is_missing_is_told_with_the_one_that_looks_like_it(book):
    workbook = openpyxl.load_workbook(book)
    workbook["Effecten"].title = "Effectn"
    workbook.save(book)
    assert (
        "Effecten: got no such sheet (did you mean Effectn?); allowed: a sheet called Effecten"
        in findings(book)
    )


mangled = st.tuples(st.floats(0, 1), st.integers(0, 30), st.binary(max_size=12))


@settings(max_examples=50, deadline=None)
@given(mangled, st.sampled_from(["scenario.yaml", "performances.csv", "book.xlsx"]))
def test_whatever_stands_in_a_file_is_read_or_refused_with_facts(
    tmp_path_factory, repository, change, file
):
    where, cut, put = change
    folder = tmp_path_factory.mktemp("mangled")
    shutil.copytree(repository / "scenarios" / "minimal", folder, dirs_exist_ok=True)
    path = folder / file
    if file == "book.xlsx":
        write_scenario(read_scenario(folder), path)
    content = path.read_bytes()
    at = int(where * len(content))
    path.write_bytes(content[:at] + put + content[at + cut :])
    try:
        read = read_scenario(path if file == "book.xlsx" else folder)
    except ScenarioError as error:
        read = error.findings
    assert isinstance(read, Scenario) or (
        read and all(finding.place and finding.allowed for finding in read)
    )
    shutil.rmtree(folder)


def test_no_change_on_levels_is_no_change_however_the_levels_are_written(folder):
    change(
        folder, "performances.csv", ("market,atmosphere,*,level,+", "market,atmosphere,*,change,0")
    )
    cell = read_scenario(folder).problem.performances["market", "atmosphere", "village"]
    assert (cell.performance, cell.counts_from) == (Exact(0.0), CountsFrom.CHANGE)


def test_a_level_cannot_be_a_change(folder):
    change(
        folder, "performances.csv", ("market,atmosphere,*,level,+", "market,atmosphere,*,change,+")
    )
    assert findings(folder) == [
        "performances.market.atmosphere.village: got a level that counts as a change; allowed: a "
        "level, or 0 as the change: levels have an order and no distances"
    ]


def test_a_sheet_that_is_gone_is_told_without_a_finding_per_row_that_names_what_was_on_it(book):
    workbook = openpyxl.load_workbook(book)
    del workbook["Criteria"]
    workbook.save(book)
    told = findings(book)
    assert told[0] == "Criteria: got no such sheet; allowed: a sheet called Criteria"
    assert not [finding for finding in told if finding.startswith("Effecten")]
