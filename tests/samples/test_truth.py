"""Reading the samples gives exactly what was printed in them: identity, amounts, projects, goals, indicators."""

import json
import re
import unicodedata
from collections import Counter
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from ingest.parse import parse
from ingest.reading.kind import read_file
from ingest.records.figure import Figure, Origin
from ingest.records.finding import Verdict
from ingest.records.parsed import Parsed

SAMPLES = Path(__file__).parents[2] / "samples"
TRUTH = json.loads((SAMPLES / "truth.json").read_text("utf-8"))
DOCUMENTS = {document["file"]: document for document in TRUTH["documents"]}
TARGETS = next(name for name in DOCUMENTS if "绩效目标表" in name)
ENUMERATOR = re.compile(
    r"(其中:)?([一二三四五六七八九十]+、|\([一二三四五六七八九十]+\)|\d+\.(?!\d)|\(\d+\))?(其中:)?(\(\d+\))?"
)
_read: dict[str, Parsed] = {}


def parsed(name: str) -> Parsed:
    """A sample, read once for all tests."""
    if name not in _read:
        _read[name] = parse(read_file(SAMPLES / "documents" / name), name)
    return _read[name]


def plain(text: str) -> str:
    """Words without blanks, widths and kinds of quotation marks."""
    return re.sub(r"[“”\"]", '"', re.sub(r"\s", "", unicodedata.normalize("NFKC", text))).lower()


def named(text: str) -> str:
    """A row's name without its enumerator."""
    return ENUMERATOR.sub("", plain(text), count=1)


def key_of(page: int, row: str, code: str, column: str, value: Decimal, unit: str) -> tuple[object, ...]:
    """What must agree: page, name (or code), the column's lowest heading, exact value, unit."""
    column = re.sub(r"\((?:单位:)?(?:万元|%)\)$", "", plain(column))
    return page, code if code.isdigit() else named(row), column, value, unit


@pytest.mark.parametrize("name", DOCUMENTS)
def test_identity(name: str) -> None:
    document, truth = parsed(name).document, DOCUMENTS[name]
    found = (document.department, document.year, str(document.stage), document.unit, document.pages)
    assert found == (truth["department"], truth["year"], truth["stage"], truth["unit"], truth["pages"])


@pytest.mark.parametrize("name", [name for name in DOCUMENTS if "扫描" not in name])
def test_kind(name: str) -> None:
    assert str(parsed(name).document.kind) == DOCUMENTS[name]["kind"]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_printed_amount_and_no_other(name: str) -> None:
    expected: Counter[tuple[object, ...]] = Counter()
    for table in DOCUMENTS[name]["tables"]:
        for row in table["rows"]:
            for column, text in row["cells"].items():
                if text:
                    leaf = column.split("/")[-1]
                    unit = "%" if "%" in leaf else table["unit"]
                    value = Decimal(text.replace(",", ""))
                    expected[key_of(row["page"], row["row"], row["code"], leaf, value, unit)] += 1
    found = Counter(_key(figure) for figure in parsed(name).figures if _counts(figure))
    for key in [key for key in expected if not key[1]]:
        # A table of one line prints no name for it; whatever name it is given, the cell must be there.
        given = next((each for each in found if (each[0], *each[2:]) == (key[0], *key[2:])), key)
        expected[given] += expected.pop(key)
    assert not expected - found
    assert found.total() == expected.total()


def _counts(figure: Figure) -> bool:
    return figure.origin is Origin.TABLE and figure.value is not None


def _key(figure: Figure) -> tuple[object, ...]:
    value = figure.value
    assert value is not None
    leaf = figure.column[-1] if figure.column else ""
    return key_of(figure.page, figure.label, figure.code or "", leaf, value, figure.unit.name)


def _projects() -> list[dict[str, Any]]:
    return [project for project in TRUTH["projects"] if project["budget_2026"] is not None]


def test_projects_with_their_roles_and_secrecy() -> None:
    rows = {(row.body, named(row.label)): row for row in parsed(TARGETS).rows if row.role.value == "item"}
    truth = {(project["unit"], named(project["name"])): project for project in _projects()}
    assert set(rows) == set(truth)
    assert {key for key, row in rows.items() if row.is_secret} == {key for key, each in truth.items() if each["secret"]}
    roles = Counter(row.role.value for row in parsed(TARGETS).rows)
    assert roles == {"grand_total": 1, "subtotal": 6, "item": len(truth)}


def test_goals() -> None:
    rows = {row.id: row for row in parsed(TARGETS).rows}
    goals = {
        (rows[text.row_id].body, named(rows[text.row_id].label)): plain(text.text)
        for text in parsed(TARGETS).row_texts
        if text.column == "绩效目标"
    }
    for project in _projects():
        if project["goal"]:
            assert goals[project["unit"], named(project["name"])] == plain(project["goal"])


def test_indicators() -> None:
    rows = {row.id: row for row in parsed(TARGETS).rows}
    found: Counter[tuple[object, ...]] = Counter()
    for each in parsed(TARGETS).indicators:
        assert each.row_id is not None
        row = rows[each.row_id]
        found[row.body, named(row.label), plain(each.name), _target(each.text)] += 1
    expected = Counter(
        (project["unit"], named(project["name"]), plain(indicator["name"]), _target(indicator[term]))
        for project in _projects()
        for indicator in project["indicators"]
        for term in ("whole", "year")
    )
    assert found == expected


def _target(text: str) -> str:
    return plain(text).lstrip("=")


def test_headings_of_a_word_file_stand_above_their_paragraphs() -> None:
    passages = parsed(next(name for name in DOCUMENTS if name.endswith(".docx"))).passages
    sections = {passage.section[-1]: passage.text for passage in passages if passage.section and not passage.row_id}
    assert sections["五、政府采购情况"].startswith("2026年政府采购预算")
    terms = [passage.text.split("：")[0] for passage in passages if passage.kind.value == "glossary"]
    assert terms == ["法律援助", "人民调解员以案定补"]


def test_an_amount_goes_on_over_a_page_number() -> None:
    culture = next(name for name in DOCUMENTS if "文化广电旅游局" in name)
    (museum,) = [figure for figure in parsed(culture).figures if figure.text == "1,848.64万元"]
    assert museum.value == Decimal("1848.64") and museum.page == 4
    budget = next(name for name in DOCUMENTS if "应急管理局2026年部门预算" in name)
    changes = [
        figure for figure in parsed(budget).figures if figure.label == "公务接待费" and figure.text == "1.43万元"
    ]
    assert [figure.value for figure in changes] == [Decimal("-1.43")]


def test_the_checks_find_the_slips_and_nothing_else() -> None:
    fails = [(name, found) for name in DOCUMENTS for found in parsed(name).findings if found.verdict is Verdict.FAILS]
    assert [(name, found.found) for name, found in fails] == [("澜川市应急管理局2026年部门预算.pdf", "4.9")]
    account = next(name for name in DOCUMENTS if "决算" in name)
    tails = [found for found in parsed(account).findings if found.verdict is Verdict.ROUNDING]
    assert {(found.expected, found.found) for found in tails} == {("7237.57", "7237.58")}
