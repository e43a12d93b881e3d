"""Vectors: embedded once, brought up to date after every change, rebuilt when lost, and never through the network."""

import shutil
import socket
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from ingest.settings import Settings
from ingest.stores.lazy_vectors import LazyVectors
from ingest.stores.likeness import embedded_text
from ingest.stores.store import RecordStore, open_store
from ingest.stores.vectors import VectorsError, open_vectors
from tests.ingest.stores.conftest import MakeParsed

OTHER = "b" * 16


@pytest.fixture(params=["embedded", "server"])
def settings(request: pytest.FixtureRequest, tmp_path: Path) -> Settings:
    if request.param == "embedded":
        return Settings(data=tmp_path)
    return Settings(data=tmp_path, chroma_url=request.getfixturevalue("chroma"))


def test_passages_are_found_by_meaning(settings: Settings, store: RecordStore, make_parsed: MakeParsed) -> None:
    parsed = make_parsed()
    other = replace(parsed.passages[0], id="p9", text="本部门共有公务用车12辆，单价50万元以上通用设备3台。", ordinal=3)
    store.replace(replace(parsed, passages=(*parsed.passages, other)))
    vectors = open_vectors(settings, store)
    assert vectors.repair() == 2  # the glossary is found by its words
    assert vectors.repair() == 0
    assert vectors.near("汽车有几台", 1)[0][0] == "p9"
    assert vectors.near("为什么收入下降", 1, {parsed.document.id})[0][0] == parsed.passages[0].id
    assert vectors.near("为什么收入下降", 1, {OTHER}) == []


def test_numbers_are_not_embedded(make_parsed: MakeParsed) -> None:
    passage = replace(
        make_parsed().passages[0], section=("一、收入",), text="2026年收入1,266.19万元，增长8.0%，因清淤增加。"
    )
    assert embedded_text(passage) == "一、收入 年收入万元，增长，因清淤增加。"
    assert embedded_text(replace(passage, text="清淤" * 200)) == ("一、收入 " + "清淤" * 200)[:160]


def test_changes_reach_the_vectors(settings: Settings, store: RecordStore, make_parsed: MakeParsed) -> None:
    store.replace(make_parsed())
    store.replace(make_parsed(OTHER, "另一.pdf"))
    vectors = open_vectors(settings, store)
    assert vectors.repair() == 1  # the same text in both
    store.remove(OTHER)
    vectors.repair()
    assert [found for found, _ in vectors.near("收入", 5)] == ["a" * 16 + "-p1"]


def test_lost_vectors_are_rebuilt_without_embedding_again(tmp_path: Path, make_parsed: MakeParsed) -> None:
    before = Settings(data=tmp_path / "one")
    with open_store(before) as store:
        store.replace(make_parsed())
        assert open_vectors(before, store).repair() == 1
    after = Settings(data=tmp_path / "two")
    after.data.mkdir()
    shutil.copy(before.data / "budget.sqlite", after.data)
    with open_store(after) as store:
        vectors = open_vectors(after, store)
        assert vectors.repair() == 0
        assert len(vectors.near("收入", 5)) == 1


def test_nothing_leaves_the_machine(tmp_path: Path, make_parsed: MakeParsed, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise AssertionError("something reached for the network")

    settings = Settings(data=tmp_path)
    monkeypatch.setattr(socket.socket, "connect", refused)
    monkeypatch.setattr(socket, "getaddrinfo", refused)
    with open_store(settings) as store:
        store.replace(make_parsed())
        vectors = open_vectors(settings, store)
        vectors.repair()
        assert vectors.near("收入", 1)


def test_a_server_that_is_not_there_is_said(tmp_path: Path) -> None:
    settings = Settings(data=tmp_path, chroma_url="http://127.0.0.1:1")
    with open_store(settings) as store, pytest.raises(VectorsError) as caught:
        open_vectors(settings, store)
    assert caught.value.key == "store.vectors_unavailable"


def test_what_another_process_takes_in_is_found(tmp_path: Path, make_parsed: MakeParsed) -> None:
    settings = Settings(data=tmp_path)
    with open_store(settings) as store:
        store.replace(make_parsed())
        open_vectors(settings, store).repair()
        lazy = LazyVectors(settings, store)
        assert len(lazy.near("收入", 5)) == 1
        code = (
            "from pathlib import Path; from ingest.settings import Settings;"
            "from ingest.stores.store import open_store;"
            "from ingest.stores.vectors import open_vectors; from tests.ingest.stores.conftest import small;"
            f"settings = Settings(data=Path({str(tmp_path)!r})); store = open_store(settings);"
            f"store.replace(small({OTHER!r}, '另一.pdf')); open_vectors(settings, store).repair()"
        )
        subprocess.run([sys.executable, "-c", code], check=True, cwd=Path(__file__).parents[3])
        assert len(lazy.near("收入", 5)) == 2


def test_without_vectors_nothing_is_found_and_the_reason_kept(tmp_path: Path) -> None:
    settings = Settings(data=tmp_path, chroma_url="http://127.0.0.1:1")
    with open_store(settings) as store:
        lazy = LazyVectors(settings, store)
        assert lazy.near("收入", 5) == []
        assert lazy.fault is not None and lazy.fault[0] == "store.vectors_unavailable"
        switched_off = LazyVectors(Settings(data=tmp_path, embedding="none"), store)
        assert switched_off.near("收入", 5) == [] and switched_off.fault is None
