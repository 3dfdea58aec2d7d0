"""This file holds the sheets of an Excel workbook and the Dutch names they go by."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class CellKind(StrEnum):
    """What stands in the cells of a column."""

    TEXT = "text"
    NUMBER = "number"
    NUMBERS = "numbers"
    """Numbers with semicolons between them."""
    IDS = "ids"
    """Ids with commas between them."""
    SETS = "sets"
    """Sets with commas between them, ids in a set with ``|`` between them."""
    YES = "yes"
    """``ja`` or empty."""
    WORD = "word"
    """One of the words of ``WORDS``."""
    VALUE = "value"
    """A value function in words, such as ``ordinaal 5``."""
    ANSWERS = "answers"
    """Answers about a value function, such as ``halveren 30: 50``."""
    GOALS = "goals"
    """Goals of packages with commas between them, each in words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column: the key it fills (``label.nl`` is ``nl`` under ``label``) and its Dutch header."""

    key: str
    header: str
    kind: CellKind = CellKind.TEXT
    width: int = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A sheet with a row per part. ``under`` is the key of the content that the rows fill.

    The first column of a table holds ids, unless ``is_list``: then the rows are a list under the
    part that the first column names, or under ``under`` itself when ``owner`` is empty.
    """

    name: str
    under: str
    columns: tuple[Column, ...]
    is_list: bool = False
    owner: str = ""


def _column(key: str, header: str, kind: CellKind = CellKind.TEXT, width: int = 16) -> Column:
    return Column(key=key, header=header, kind=kind, width=width)


_ID = _column("id", "id", width=24)
_NAME = _column("label.nl", "naam", width=36)
_NAME_EN = _column("label.en", "naam (Engels)", width=30)
_SOURCE = _column("source", "bron", width=50)
_N, _IDS, _WORD = CellKind.NUMBER, CellKind.IDS, CellKind.WORD

TABLES: tuple[Sheet, ...] = (
    Sheet(
        name="Gebieden",
        under="areas",
        columns=(_ID, _NAME, _NAME_EN, _column("inhabitants", "inwoners", _N), _SOURCE),
    ),
    Sheet(
        name="Bevolkingsgroepen",
        under="population_groups",
        columns=(_ID, _NAME, _NAME_EN, _SOURCE),
    ),
    Sheet(
        name="Leden",
        under="population_groups.members",
        owner="population_group",
        is_list=True,
        columns=(
            _column("population_group", "bevolkingsgroep", width=24),
            _column("area", "gebied"),
            _column("people", "mensen", _N),
        ),
    ),
    Sheet(
        name="Organisaties",
        under="organisations",
        columns=(_ID, _column("nl", "naam", width=36), _column("en", "naam (Engels)", width=30)),
    ),
    Sheet(
        name="Opgaven",
        under="tasks",
        columns=(_ID, _NAME, _NAME_EN, _column("criteria", "criteria", _IDS, 50)),
    ),
    Sheet(
        name="Themas",
        under="themes",
        columns=(_ID, _NAME, _NAME_EN, _column("dimension", "dimensie", _WORD)),
    ),
    Sheet(
        name="Criteria",
        under="themes.criteria",
        owner="theme",
        columns=(
            _ID,
            _column("theme", "thema"),
            _NAME,
            _NAME_EN,
            _column("unit.nl", "eenheid", width=24),
            _column("unit.en", "eenheid (Engels)", width=24),
            _column("direction", "richting", _WORD),
            _column("worst", "slechtst", _N),
            _column("best", "best", _N),
            _column("value", "waardefunctie", CellKind.VALUE, 30),
            _column("anchors", "ijkpunten", _WORD),
            _column("kind", "soort", _WORD),
            _column("serves", "dient", _IDS, 24),
            _column("limit", "grens", _N),
            _column("answers", "antwoorden", CellKind.ANSWERS, 30),
            _column("reach", "bereik", _N),
            _SOURCE,
            _column("indicator", "indicator"),
            _column("mkba", "plaats in mkba", _WORD),
            _column("thresholds.indifference", "telt niet tot", _N),
            _column("thresholds.preference", "telt vol vanaf", _N),
            _column("thresholds.veto", "veto vanaf", _N),
            _column("thresholds.shape", "vorm van voorkeur", _WORD, 20),
            _column("thresholds.inflection", "buigpunt", _N),
            _column("classes.discuss", "bespreken vanaf", _N),
            _column("classes.do", "doen vanaf", _N),
        ),
    ),
    Sheet(
        name="Maatregelen",
        under="alternatives",
        columns=(
            _ID,
            _NAME,
            _NAME_EN,
            _column("summary.nl", "samenvatting", width=50),
            _column("summary.en", "samenvatting (Engels)", width=40),
            _column("null_alternative", "nulalternatief", CellKind.YES),
            _column("lead", "trekker"),
            _column("tasks", "opgaven", _IDS, 24),
            _column("areas", "gebieden", _IDS, 24),
            _column("requires", "vereist", _IDS, 24),
            _column("excludes", "sluit uit", _IDS, 24),
            _column("effect.delay", "wachttijd", _N),
            _column("effect.ramp_up", "aanlooptijd", _N),
            _column("effect.decay", "afname per jaar", _N),
            _column("effect.size", "uitgevoerd deel", _N),
            _column("family", "versie van"),
            _column("requires_one_of", "vereist een van", CellKind.SETS, 24),
            _column("start.first", "vroegste start", _N),
            _column("start.last", "laatste start", _N),
            _column("size.least", "kleinste deel", _N),
            _column("size.most", "grootste deel", _N),
            _column("size.step", "stap", _N),
        ),
    ),
    Sheet(
        name="Kosten",
        under="alternatives.costs",
        owner="alternative",
        is_list=True,
        columns=(
            _column("alternative", "maatregel", width=24),
            _column("payer", "betaler"),
            _column("year", "jaar", _N),
            _column("euros", "euro", _N),
            _SOURCE,
        ),
    ),
    Sheet(
        name="Versterking",
        under="alternatives.strengthens",
        owner="alternative",
        is_list=True,
        columns=(
            _column("alternative", "maatregel", width=24),
            _column("with", "samen met", width=24),
            _column("criterion", "criterium"),
            _column("change", "extra verandering", _N),
            _SOURCE,
            _column("others", "en ook met", _IDS, 24),
        ),
    ),
    Sheet(name="Belanghebbenden", under="stakeholders", columns=(_ID, _NAME, _NAME_EN, _SOURCE)),
    Sheet(
        name="Gewogen bereik",
        under="stakeholders.asked_on",
        owner="group",
        is_list=True,
        columns=(
            _column("group", "groep", width=24),
            _column("criterion", "criterium", width=24),
            _column("worst", "slechtst", _N),
            _column("best", "best", _N),
        ),
    ),
    Sheet(
        name="Aanvaard",
        under="provenance.accepted",
        is_list=True,
        columns=(
            _column("code", "waarschuwing", width=24),
            _column("about", "over", _IDS, 40),
            _column("reason", "reden", width=80),
        ),
    ),
    Sheet(
        name="Kwaliteit",
        under="provenance.checklist",
        is_list=True,
        columns=(
            _column("quality", "vraag", _WORD, 24),
            _column("holds", "klopt", CellKind.YES),
            _column("comment", "toelichting", width=80),
        ),
    ),
    Sheet(
        name="Budgetten",
        under="rules.budgets",
        is_list=True,
        columns=(
            _column("payer", "betaler"),
            _column("year", "jaar", _N),
            _column("euros", "euro", _N),
            _column("carry_over", "rest gaat door", CellKind.YES),
        ),
    ),
    Sheet(
        name="Wisselwerking",
        under="plan.interactions",
        is_list=True,
        columns=(
            _column("first", "criterium", width=24),
            _column("second", "met criterium", width=24),
            _column("strength", "sterkte (-1 tot 1)", _N),
        ),
    ),
    Sheet(
        name="Samenhang",
        under="plan.shared_doubts",
        is_list=True,
        columns=(
            _column("criteria", "criteria", _IDS, 30),
            _column("alternatives", "maatregelen", _IDS, 40),
            _column("correlation", "samenhang (0 tot 1)", _N),
        ),
    ),
    Sheet(
        name="Geoormerkt",
        under="rules.earmarks",
        is_list=True,
        columns=(
            _column("payer", "betaler"),
            _column("year", "jaar", _N),
            _column("euros", "euro", _N),
            _column("purpose", "alleen voor", _WORD),
            _column("of", "welke", width=24),
        ),
    ),
    Sheet(
        name="Capaciteiten",
        under="capacities",
        columns=(
            _ID,
            _NAME,
            _NAME_EN,
            _column("unit.nl", "eenheid", width=24),
            _column("unit.en", "eenheid (Engels)", width=24),
            _column("amount", "hoeveelheid", _N),
            _column("kind", "soort", _WORD),
        ),
    ),
    Sheet(
        name="Capaciteit per jaar",
        under="capacities.years",
        owner="capacity",
        is_list=True,
        columns=(
            _column("capacity", "capaciteit", width=24),
            _column("year", "jaar", _N),
            _column("amount", "hoeveelheid", _N),
        ),
    ),
    Sheet(
        name="Behoefte",
        under="alternatives.needs",
        owner="alternative",
        is_list=True,
        columns=(
            _column("alternative", "maatregel", width=24),
            _column("capacity", "capaciteit", width=24),
            _column("year", "jaar", _N),
            _column("amount", "hoeveelheid", _N),
            _SOURCE,
        ),
    ),
    Sheet(
        name="Aantallen",
        under="rules.counts",
        is_list=True,
        columns=(
            _column("measures", "maatregelen", _IDS, 60),
            _column("least", "minstens", _N),
            _column("most", "hoogstens", _N),
        ),
    ),
    Sheet(
        name="Grenzen",
        under="rules.limits",
        is_list=True,
        columns=(
            _column("on", "wat telt", _WORD, 28),
            _column("of", "waarvan", width=24),
            _column("least", "minstens", _N),
            _column("most", "hoogstens", _N),
        ),
    ),
    Sheet(
        name="Spreiding",
        under="rules.spread",
        is_list=True,
        columns=(_column("of", "van wat", _WORD), _column("most", "hoogstens", _N)),
    ),
)

KEY_VALUES = "Scenario"
KEYS: tuple[Column, ...] = (
    _column("format", "formaat", _N),
    _ID,
    _column("label.nl", "titel"),
    _column("label.en", "titel (Engels)"),
    _column("question.nl", "vraag"),
    _column("question.en", "vraag (Engels)"),
    _column("start_year", "startjaar", _N),
    _column("rules.must_include", "moet in het pakket", _IDS),
    _column("rules.must_exclude", "mag niet in het pakket", _IDS),
    _column("rules.not_worse", "mag niet slechter worden", _IDS),
    _column("plan.methods", "methoden", _IDS),
    _column("plan.draws", "trekkingen", _N),
    _column("plan.seed", "beginwaarde toeval", _N),
    _column("plan.horizon", "horizon in jaren", _N),
    _column("plan.weight_spread", "spreiding van gewichten", _N),
    _column("plan.unknown_rule", "onbekend telt als", _WORD),
    _column("plan.area_rule", "gebieden tellen", _WORD),
    _column("plan.package_goals", "doelen van het pakket", CellKind.GOALS),
    _column("plan.top_places", "plaatsen in de top", _N),
    _column("plan.compensation", "compensatie (0 tot 1)", _N),
    _column("plan.compensation_between", "compensatie tussen", _WORD),
    _column("plan.majority", "meerderheid van het gewicht", _N),
    _column("plan.horizons", "termijnen in jaren", CellKind.NUMBERS),
    _column("plan.period", "periode in jaren", _N),
    _column("plan.discount_rate", "discontovoet", _N),
    _column("plan.evaluation_share", "deel dat er moet zijn om te oordelen", _N),
    _column("plan.inequality_aversion", "afkeer van ongelijkheid", _N),
    _column("provenance.authors", "makers", _IDS),
    _column("provenance.date", "datum"),
    _column("provenance.licence", "licentie"),
)
REMARKS = "Opmerkingen"
"""One remark of the provenance a row."""
WEIGHTS = "Gewichten"
"""A row per criterion, a column per group that gave swing points."""
ANSWERS = "Antwoorden"
"""A row per statement of groups that answered in another way (``answer_rows``)."""
MINIMUMS = "Minimum"
"""A row per task (points), area (measures) or theme (points)."""
MINIMUM_KINDS = {
    "opgave": ("rules", "tasks"),
    "gebied": ("rules", "areas"),
    "thema": ("plan", "theme_floors"),
}
EFFECTS = "Effecten"

EFFECT_HEADERS = {
    "alternative": "maatregel",
    "criterion": "criterium",
    "area": "gebied",
    "group": "bevolkingsgroep",
    "counts_from": "telt vanaf",
    "value": "waarde",
    "low": "laag",
    "high": "hoog",
    "sd": "standaardafwijking",
    "reason": "reden",
    "source": "bron",
    "year": "jaar",
    "confidence": "zekerheid",
}
