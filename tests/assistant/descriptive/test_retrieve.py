"""Retrieval: words and meaning fused, narrowed, and the same on every run."""

from collections.abc import Collection, Iterator
from pathlib import Path

import pytest

from assistant.descriptive.retrieve import as_retriever, retrieve
from ingest.records.document import Document, DocumentKind, Stage
from ingest.records.parsed import Parsed
from ingest.records.passage import Passage, PassageKind
from ingest.settings import Settings
from ingest.stores.store import RecordStore, open_store

TEXTS = (
    (PassageKind.CONTENTS, (), "第一部分 部门概况 主要职责 机构设置 第二部分 政府采购 公务接待费"),
    (PassageKind.NARRATIVE, ("第一部分", "主要职责"), "负责全市河道管理、供水安全和防汛抗旱工作。"),
    (PassageKind.NARRATIVE, ("三公经费",), "公务接待费2.00万元，比上年减少0.50万元，主要原因是压减接待批次。"),
    (PassageKind.NARRATIVE, ("政府采购",), "2026年政府采购预算30.00万元，其中货物10.00万元、服务20.00万元。"),
    (PassageKind.GLOSSARY, ("名词解释",), "公务接待费：指单位按规定开支的各类公务接待支出。"),
)


def document(document_id: str) -> Parsed:
    made = Document(document_id, f"{document_id}.pdf", "", DocumentKind.OTHER, None, 2026, Stage.BUDGET, None, 2, "pdf")
    passages = tuple(
        Passage(f"{document_id}-{at}", document_id, at, kind, section, text, 1, 1, ())
        for at, (kind, section, text) in enumerate(TEXTS)
    )
    return Parsed(made, passages=passages)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[RecordStore]:
    with open_store(Settings(data=tmp_path)) as opened:
        opened.replace(document("a"))
        yield opened


class Meaning:
    """Stands in for the vectors: a fixed order."""

    def __init__(self, *ids: str) -> None:
        self.ids = ids

    def near(self, words: str, limit: int, documents: Collection[str] | None = None) -> list[tuple[str, float]]:
        return [(one, 1.0 - at / 10) for at, one in enumerate(self.ids)]


def first(store: RecordStore, question: str, **narrowed: object) -> str:
    return retrieve(store, None, question, **narrowed)[0].passage.id  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("question", "passage"),
    [
        ("公务接待费为什么减少", "a-2"),
        ("什么是公务接待费", "a-4"),
        ("政府采购预算有多少", "a-3"),
        ("主要职责", "a-1"),
        ("目录里有哪些部分", "a-0"),
    ],
)
def test_the_right_part_of_the_document_comes_first(store: RecordStore, question: str, passage: str) -> None:
    assert first(store, question) == passage


def test_meaning_lifts_what_words_do_not_find(store: RecordStore) -> None:
    found = retrieve(store, Meaning("a-1"), "谁来管洪水")
    assert [one.passage.id for one in found] == ["a-1"]


def test_both_ways_together_outrank_one(store: RecordStore) -> None:
    found = retrieve(store, Meaning("a-3", "a-2"), "公务接待费减少")
    assert found[0].passage.id == "a-2"


def test_the_search_is_narrowed(store: RecordStore) -> None:
    store.replace(document("b"))
    assert first(store, "政府采购", documents=["b"]) == "b-3"
    assert first(store, "公务接待费", kinds=[PassageKind.GLOSSARY]) == "a-4"
    assert retrieve(store, None, "政府采购", documents=[]) == ()


def test_equal_texts_come_once(store: RecordStore) -> None:
    store.replace(document("b"))
    texts = [one.passage.text for one in retrieve(store, None, "公务接待费", k=20)]
    assert len(texts) == len(set(texts))


def test_nothing_to_look_for(store: RecordStore) -> None:
    assert retrieve(store, None, "？！") == ()


def test_the_same_search_for_llama_index(store: RecordStore) -> None:
    nodes = as_retriever(store, None).retrieve("政府采购预算")
    assert nodes[0].node.metadata == {
        "document": "a.pdf", "page": 1, "section": "政府采购", "kind": "narrative"
    }  # fmt: skip
