"""Ingestion: what is taken in, skipped, replaced, kept and reported."""

import zipfile
from pathlib import Path

import pytest

from ingest.pipeline import Progress, ingest
from ingest.report import Outcome, Report, reason_of
from ingest.settings import Settings
from ingest.stores.ledger import LedgerStatus
from ingest.stores.store import open_store

TABLE = """<html><body><h1>甲市水务局2026年部门预算</h1><p>表1 收支总体情况表</p><p>单位：万元</p>
<table><tr><td>项目</td><td>预算数</td></tr><tr><td>河道清淤工程</td><td>{amount}</td></tr>
<tr><td>供水管网改造</td><td>300.00</td></tr></table></body></html>"""


def write(folder: Path, name: str, amount: str = "1,266.19") -> Path:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(TABLE.format(amount=amount), "utf-8")
    return file


def run(settings: Settings, *paths: Path, jobs: int = 0) -> Report:
    return ingest(paths, settings, jobs=jobs, vectors=False)


def outcomes(report: Report) -> dict[str, Outcome]:
    return {Path(file.path).name: file.outcome for file in report.files}


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(data=tmp_path / "data")


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    return folder


def stored_files(settings: Settings) -> list[str]:
    with open_store(settings) as store:
        return [document.file_name for document in store.documents()]


def test_a_folder_is_taken_in_and_skipped_when_unchanged(settings: Settings, inbox: Path) -> None:
    write(inbox, "a.html")
    write(inbox / "deep", "b.html", "7.00")
    assert outcomes(run(settings, inbox)) == {"a.html": Outcome.STORED, "b.html": Outcome.STORED}
    again = run(settings, inbox)
    assert outcomes(again) == {"a.html": Outcome.UNCHANGED, "b.html": Outcome.UNCHANGED}
    assert again.total("figures") == 0


def test_a_new_reader_reads_again(settings: Settings, inbox: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(inbox, "a.html")
    run(settings, inbox)
    monkeypatch.setattr("ingest.pipeline.reader_version", lambda: "newer")
    assert outcomes(run(settings, inbox)) == {"a.html": Outcome.STORED}
    assert len(stored_files(settings)) == 1


def test_changed_content_replaces_its_own_rows(settings: Settings, inbox: Path) -> None:
    write(inbox, "a.html")
    write(inbox, "b.html", "5.00")
    run(settings, inbox)
    write(inbox, "a.html", "9.99")
    assert outcomes(run(settings, inbox)) == {"a.html": Outcome.STORED, "b.html": Outcome.UNCHANGED}
    assert stored_files(settings) == ["a.html", "b.html"]


def test_equal_contents_are_one_document(settings: Settings, inbox: Path) -> None:
    write(inbox, "b.html")
    write(inbox, "a.html")
    report = run(settings, inbox)
    assert outcomes(report) == {"a.html": Outcome.STORED, "b.html": Outcome.DUPLICATE}
    assert stored_files(settings) == ["a.html"]
    assert outcomes(run(settings, inbox)) == {"a.html": Outcome.UNCHANGED, "b.html": Outcome.UNCHANGED}


def test_the_order_of_arrival_does_not_show(tmp_path: Path, inbox: Path) -> None:
    one, two = write(inbox, "a.html"), write(inbox, "b.html", "5.00")
    same = write(inbox, "c.html")
    first, second = Settings(data=tmp_path / "first"), Settings(data=tmp_path / "second")
    for path in (one, two, same):
        run(first, path)
    for path in (same, two, one):
        run(second, path)
    with open_store(first) as left, open_store(second) as right:
        assert left.documents() == right.documents()
        assert [left.load(document.id) for document in left.documents()] == [
            right.load(document.id) for document in right.documents()
        ]


def test_a_file_that_cannot_be_read_leaves_what_was_stored(settings: Settings, inbox: Path) -> None:
    file = write(inbox, "a.html")
    run(settings, inbox)
    file.write_bytes(b"%PDF-1.7\nnothing of a document")
    write(inbox, "b.html", "5.00")
    report = run(settings, inbox)
    assert outcomes(report) == {"a.html": Outcome.FAILED, "b.html": Outcome.STORED}
    assert report.failed[0].reason is not None and "a.html" in report.failed[0].reason.text("en")
    assert stored_files(settings) == ["a.html", "b.html"]
    with open_store(settings) as store:
        entry = store.ledger()[str(file)]
        assert entry.status is LedgerStatus.FAILED
        assert reason_of(entry.reason) == report.failed[0].reason


def test_files_beside_the_documents_are_left_alone(settings: Settings, inbox: Path) -> None:
    write(inbox, "a.html")
    for name in ("notes.md", ".hidden.html", "~$a.xlsx", "__pycache__/x.html"):
        (inbox / name).parent.mkdir(exist_ok=True)
        (inbox / name).write_text("<html>", "utf-8")
    assert outcomes(run(settings, inbox)) == {"a.html": Outcome.STORED, "notes.md": Outcome.SKIPPED}


def test_an_archive_gives_a_document_a_member(settings: Settings, inbox: Path) -> None:
    archive = inbox / "all.zip"
    with zipfile.ZipFile(archive, "w") as made:
        made.writestr("水务/a.html", TABLE.format(amount="1.00"))
        made.writestr("b.html", TABLE.format(amount="2.00"))
        made.writestr("c.bin", b"\x00\x01\x02\x03" * 50)
    report = run(settings, archive)
    assert {file.path.removeprefix(str(inbox)): file.outcome for file in report.files} == {
        "/all.zip/b.html": Outcome.STORED,
        "/all.zip/c.bin": Outcome.FAILED,
        "/all.zip/水务/a.html": Outcome.STORED,
    }
    assert stored_files(settings) == ["a.html", "b.html"]


@pytest.mark.parametrize(
    ("content", "key"),
    [(b"", "read.empty"), (b"\x00\x01\x02\x03" * 100, "read.not_a_document"), (b"%PDF-1.4 broken", None)],
)
def test_what_is_no_document_says_so(settings: Settings, inbox: Path, content: bytes, key: str | None) -> None:
    file = inbox / "x.pdf"
    file.write_bytes(content)
    (failure,) = run(settings, file).failed
    assert failure.reason is not None
    assert key is None or failure.reason.key == key
    for language in ("zh", "en"):
        assert "x.pdf" in failure.reason.text(language)


def test_a_file_over_the_limit_is_not_read(tmp_path: Path, inbox: Path) -> None:
    file = inbox / "x.html"
    file.write_bytes(b"<html>" + b" " * (2 * 1024 * 1024))
    (failure,) = run(Settings(data=tmp_path / "data", max_file_mb=1), file).failed
    assert failure.reason is not None and failure.reason.key == "read.too_large"


def test_progress_counts_every_file_once(settings: Settings, inbox: Path) -> None:
    for at in range(4):
        write(inbox, f"{at}.html", f"{at % 3}.50")
    steps: list[Progress] = []
    ingest([inbox], settings, jobs=0, on_progress=steps.append, vectors=False)
    assert [step.done for step in steps] == [1, 2, 3, 4]
    assert {step.count for step in steps} == {4}


def test_processes_give_what_one_process_gives(tmp_path: Path, inbox: Path) -> None:
    for at in range(5):
        write(inbox, f"{at}.html", f"{at}.50")
    one, many = Settings(data=tmp_path / "one"), Settings(data=tmp_path / "many")
    run(one, inbox, jobs=0)
    run(many, inbox, jobs=2)
    with open_store(one) as left, open_store(many) as right:
        assert [left.load(document.id) for document in left.documents()] == [
            right.load(document.id) for document in right.documents()
        ]


def test_the_read_file_is_kept_for_its_pages(settings: Settings, inbox: Path) -> None:
    file = write(inbox, "a.html")
    report = run(settings, inbox)
    kept = settings.data / "files" / str(report.files[0].document_id)
    assert kept.read_bytes() == file.read_bytes()


def test_an_archive_made_to_fill_the_disk_is_stopped(
    settings: Settings, inbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ingest.gathering._UNFOLDED_MB", 1)
    archive = inbox / "bomb.zip"
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as made:
        for at in range(4):
            made.writestr(f"{at}.html", TABLE.format(amount=f"{at}.00") + " " * 400_000)
    report = run(settings, archive)
    assert [file.reason.key for file in report.failed if file.reason] == ["read.unfolds_too_large"]
    assert len(stored_files(settings)) == 2
