"""What the real documents give beside their tables: findings, indicators, stated figures, coverage."""

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

import pytest

from ingest.records.document import Document
from ingest.records.figure import Figure, Origin, Relation
from ingest.records.finding import Verdict
from ingest.settings import Settings
from ingest.stores.store import RecordStore, open_store

pytestmark = pytest.mark.corpus


@pytest.fixture(scope="module")
def store(corpus_settings: Settings) -> Iterator[RecordStore]:
    """The store that holds the whole corpus."""
    with open_store(corpus_settings) as opened:
        yield opened


@pytest.fixture(scope="module")
def by_file(store: RecordStore) -> dict[str, Document]:
    """The documents by file name."""
    return {document.file_name: document for document in store.documents()}


def stated(store: RecordStore, document: Document) -> list[Figure]:
    """The figures a document's sentences state."""
    return [f for f in store.load(document.id).figures if f.origin is Origin.NARRATIVE]


def test_only_printed_slips_fail(store: RecordStore, by_file: dict[str, Document]) -> None:
    """Seen on the pages: a digit too many, a total copied, another amount, a wrong year."""
    failing = {
        name: Counter(f.rule.removeprefix("check.") for f in found if f.verdict is Verdict.FAILS)
        for name, document in by_file.items()
        if (found := store.findings(document.id))
    }
    assert {name: rules for name, rules in failing.items() if rules} == {
        "d11.pdf": {"table_narrative": 1},
        "d13.pdf": {"table_narrative": 2},
        "d15.pdf": {"basis_year": 5, "growth": 2, "table_narrative": 1},
        "d16.pdf": {"children_sum": 2, "column_sum": 2, "growth": 1, "table_narrative": 2},
    }


def test_every_table_is_checked(store: RecordStore, by_file: dict[str, Document]) -> None:
    for name, document in by_file.items():
        held = [f for f in store.findings(document.id) if f.verdict is Verdict.HOLDS]
        assert len(held) >= (5 if document.kind.value == "情况说明" else 15), name


@pytest.mark.parametrize(("name", "count", "rows"), [("d01.pdf", 808, 70), ("seed.pdf", 68, 14), ("seed.txt", 68, 14)])
def test_goal_tables_give_every_indicator(
    store: RecordStore, by_file: dict[str, Document], name: str, count: int, rows: int
) -> None:
    found = store.indicators(by_file[name].id)
    assert (len(found), len({i.row_id for i in found})) == (count, rows)
    assert all("指标值" not in i.name + i.text and i.level1 for i in found)


def test_the_two_forms_of_the_seed_say_the_same(store: RecordStore, by_file: dict[str, Document]) -> None:
    said = [
        [(i.level1, i.name, i.text, i.comparator, i.value, i.unit) for i in store.indicators(by_file[name].id)]
        for name in ("seed.pdf", "seed.txt")
    ]
    differing = [pair for pair in zip(*said, strict=True) if pair[0] != pair[1]]
    assert len(differing) <= 2, differing


def test_an_amount_over_a_page_edge(store: RecordStore, by_file: dict[str, Document]) -> None:
    changes = [f for f in stated(store, by_file["d08.pdf"]) if f.relation is Relation.CHANGE and f.label == "收入预算"]
    assert [(f.value, f.basis, f.page) for f in changes] == [(Decimal("7331.92"), "上年执行数", 5)]
    assert changes[0].reason


@pytest.mark.parametrize(
    ("name", "label", "relation", "value", "unit"),
    [
        ("d02.pdf", "公务用车购置及运行维护费", Relation.CHANGE, "-388.88", "万元"),
        ("d02.pdf", "“三公”经费", Relation.RATE, "-68.3", "%"),
        ("d03.pdf", "部门预算支出", Relation.CHANGE, "-176.45", "万元"),
        ("d06.pdf", "收入预算", Relation.CHANGE, "2466.43", "万元"),
        ("d10.pdf", "行政运行", Relation.CHANGE, "126.15", "万元"),
        ("d10.pdf", "预算收入", Relation.CHANGE, "142.30", "万元"),
        ("d14.pdf", "收入支出总计", Relation.RATE, "-1.87", "%"),
        ("d15.pdf", "人民调解项目", Relation.AMOUNT, "795", "万元"),
    ],
)
def test_stated_figures(
    store: RecordStore, by_file: dict[str, Document], name: str, label: str, relation: Relation, value: str, unit: str
) -> None:
    found = [f for f in stated(store, by_file[name]) if f.label == label and f.relation is relation]
    assert (Decimal(value), unit) in {(f.value, f.unit.name) for f in found}


def test_nearly_every_printed_number_is_kept(by_file: dict[str, Document]) -> None:
    shares = {name: Decimal(document.coverage or 0) for name, document in by_file.items()}
    assert min(shares.values()) >= Decimal("0.85"), shares
    assert sum(share >= Decimal("0.99") for share in shares.values()) >= 12, shares
