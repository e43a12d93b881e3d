"""Names: found word for word, with the documents that use them."""

from dataclasses import replace

import pytest

from ingest.stores.names import NameKind
from ingest.stores.store import RecordStore
from ingest.stores.terms import terms_of
from tests.ingest.stores.conftest import MakeParsed


def fill(store: RecordStore, make_parsed: MakeParsed, *labels: str) -> None:
    parsed = make_parsed()
    rows = tuple(replace(parsed.rows[0], id=f"r{at}", ordinal=at, label=label) for at, label in enumerate(labels))
    store.replace(replace(parsed, rows=rows, row_texts=(), figures=(), indicators=()))


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("财政拨款", ["财政", "政拨", "拨款"]),
        ("（一）水", ["一", "水"]),
        ("二〇二六", ["二〇", "〇二", "二六"]),
        ("ＰＰＰ项目 12.50", ["ppp", "项目", "12.50"]),
        ("", []),
    ],
)
def test_terms(text: str, terms: list[str]) -> None:
    assert terms_of(text) == terms


def test_names_inside_a_question_are_exact(store: RecordStore, make_parsed: MakeParsed) -> None:
    fill(store, make_parsed, "河道清淤工程", "清淤", "供水")
    assert [hit.name for hit in store.names.inside("河道 清淤工程（一期）要花多少？", {NameKind.ROW})] == [
        "河道清淤工程",
        "清淤",
    ]


def test_every_name_with_the_documents_that_use_it(store: RecordStore, make_parsed: MakeParsed) -> None:
    store.replace(make_parsed())
    store.replace(make_parsed("b" * 16, "另一.pdf"))
    both = frozenset({"a" * 16, "b" * 16})
    assert store.names.everywhere({NameKind.ROW, NameKind.INDICATOR, NameKind.TEXT}) == {
        "河道清淤工程": both,
        "清淤长度": both,
        "产出指标": both,
        "数量指标": both,
        "全年清淤不少于300公里": both,
    }
    store.remove("a" * 16)
    assert store.names.everywhere({NameKind.DEPARTMENT}) == {"甲市水务局": frozenset({"b" * 16})}
