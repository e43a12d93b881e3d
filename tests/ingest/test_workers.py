"""The reading processes: a document that crashes or hangs costs itself, not its neighbours."""

import time
from pathlib import Path

import pytest

from ingest.gathering import Source
from ingest.pipeline import ingest
from ingest.records.parsed import Parsed
from ingest.report import Outcome
from ingest.settings import Settings
from ingest.workers import Limits, WorkersError, read_all, read_source
from tests.ingest.crashing import crashing

LIMITS = Limits(seconds=60, pages=10)


def source(name: str) -> Source:
    return Source(f"/in/{name}", name, Path(f"/in/{name}"), name.ljust(64, "0"))


def test_a_document_that_ends_its_process_is_named_and_the_others_are_read() -> None:
    sources = [source(name) for name in ("a", "bad-1", "b", "c", "bad-2", "d")]
    reads = {read.source.name: read for read in read_all(sources, 2, None, LIMITS, crashing)}
    assert set(reads) == {one.name for one in sources}
    assert {name for name, read in reads.items() if read.parsed is None} == {"bad-1", "bad-2"}
    error = reads["bad-1"].error
    assert error is not None and error.key == "crashed"


def test_a_document_that_takes_too_long_is_given_up(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    file = tmp_path / "slow.txt"
    file.write_text("预算", "utf-8")
    monkeypatch.setattr("ingest.workers._parse", lambda *_: time.sleep(30))
    begun = time.perf_counter()
    read = read_source(Source(str(file), file.name, file, "0" * 64), None, Limits(seconds=1, pages=10))
    assert time.perf_counter() - begun < 10
    assert read.error is not None and read.error.key == "too_slow"


def test_a_fault_of_the_program_is_told_with_its_place(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> Parsed:
        raise KeyError("x")

    monkeypatch.setattr("ingest.workers._parse", broken)
    read = read_source(source("a"), None, LIMITS)
    assert read.error is not None and read.error.key == "unexpected"
    assert read.error.values["place"].startswith("test_workers.py:")


def test_dask_that_is_not_there_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "distributed", None)
    with pytest.raises(WorkersError) as caught:
        list(read_all([source("a")], 1, "tcp://127.0.0.1:1", LIMITS))
    assert caught.value.key == "ingest.no_dask"


def test_a_dask_cluster_reads_what_this_machine_reads(tmp_path: Path) -> None:
    distributed = pytest.importorskip("distributed", reason="Dask is optional (pip install budget-assistant[dask]).")
    for at in range(3):
        (tmp_path / f"{at}.html").write_text(
            f"<html><body><p>单位：万元</p><table><tr><td>项目</td><td>预算数</td></tr>"
            f"<tr><td>河道清淤工程</td><td>{at}.50</td></tr></table><p>本表说明河道清淤工程的预算安排。</p></body></html>",
            "utf-8",
        )
    with distributed.LocalCluster(n_workers=1, threads_per_worker=2, processes=True, dashboard_address=None) as cluster:
        there = ingest([tmp_path], Settings(data=tmp_path / "there"), dask=cluster.scheduler_address, vectors=False)
    here = ingest([tmp_path], Settings(data=tmp_path / "here"), jobs=0, vectors=False)
    counted = [(file.path, file.outcome, file.figures) for file in here.files if file.outcome is Outcome.STORED]
    assert len(counted) == 3
    assert [
        (file.path, file.outcome, file.figures) for file in there.files if file.outcome is Outcome.STORED
    ] == counted


def test_a_dask_cluster_out_of_reach_is_said() -> None:
    pytest.importorskip("distributed", reason="Dask is optional (pip install budget-assistant[dask]).")
    with pytest.raises(WorkersError) as caught:
        list(read_all([source("a")], 1, "tcp://127.0.0.1:1", LIMITS))
    assert caught.value.key == "ingest.dask_unreachable"
