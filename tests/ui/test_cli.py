"""The command line as other programs call it: outputs, formats and exit codes."""

import csv
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from ui.cli import PlainQuestion, plain_question

ROOT = Path(__file__).resolve().parents[2]

RECORD_KEYS = [
    "document", "page", "table", "table_kind", "unit", "year", "stage", "department", "row", "code", "role", "column",
    "text", "value", "value_yuan", "box",
]  # fmt: skip
INDICATOR_KEYS = [
    "document", "page", "row", "level1", "level2", "name", "text", "comparator", "value", "unit", "period",
    "actual", "actual_value", "actual_unit", "points", "full_points", "deviation",
]  # fmt: skip
ANSWER_KEYS = [
    "id", "question", "kind", "text", "figures", "items", "sources", "choices", "method", "plan", "elapsed_ms"
]  # fmt: skip


def call(*arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "ui", *(str(one) for one in arguments)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=240,
        cwd=ROOT,
        env={**os.environ, "BUDGET_LANGUAGE": "en", "BUDGET_EMBEDDING": "none", **environment},
    )


def lines(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


@pytest.fixture(scope="module")
def inbox(tmp_path_factory: pytest.TempPathFactory, samples: Path) -> Path:
    """Two readable documents and two files that are none."""
    folder = tmp_path_factory.mktemp("inbox")
    names = sorted(path for path in (samples / "documents").iterdir() if path.suffix in (".docx", ".xlsx"))
    targets = [path for path in (samples / "documents").iterdir() if "绩效目标表" in path.name]
    for path in (*names, *targets):
        (folder / path.name).write_bytes(path.read_bytes())
    (folder / "empty.pdf").write_bytes(b"")
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7\n1 0 obj\n<<>>")
    return folder


@pytest.fixture(scope="module")
def taken(inbox: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, dict[str, Any]]]:
    """The data folder after ingestion, and what ingestion printed."""
    data = tmp_path_factory.mktemp("data")
    done = call("ingest", inbox, "--data", data, "--json")
    assert done.returncode == 1, done.stderr
    yield data, json.loads(done.stdout)


def test_ingestion_reports_each_file(taken: tuple[Path, dict[str, Any]], inbox: Path) -> None:
    _, report = taken
    assert report["documents"] == len(list(inbox.iterdir())) - 2
    assert report["pages"] > 0 and report["figures"] > 0 and report["seconds_per_document"] > 0
    reasons = {Path(one["path"]).name: one["reason"] for one in report["failed"]}
    assert set(reasons) == {"empty.pdf", "broken.pdf"}
    assert "empty" in reasons["empty.pdf"]
    assert not any("\n" in reason for reason in reasons.values())


def test_a_second_run_skips_what_is_in(taken: tuple[Path, dict[str, Any]], inbox: Path) -> None:
    data, first = taken
    again = json.loads(call("ingest", inbox, "--data", data, "--json").stdout)
    assert (again["documents"], again["unchanged"]) == (0, first["documents"])


def test_the_report_in_words(taken: tuple[Path, dict[str, Any]], inbox: Path) -> None:
    done = call("ingest", inbox, "--data", taken[0])
    assert done.returncode == 1
    assert "could not be read" in done.stdout and "empty.pdf" in done.stdout


def test_records_are_exported_with_exact_values(taken: tuple[Path, dict[str, Any]], tmp_path: Path) -> None:
    records = lines(call("export", "records", "--data", taken[0]).stdout)
    assert records and all(list(record)[: len(RECORD_KEYS)] == RECORD_KEYS for record in records)
    assert len(records) == taken[1]["figures"]
    for record in records:
        assert record["value"] is None or isinstance(record["value"], str)
        if record["unit"] == "万元" and record["value"] is not None:
            assert Decimal(record["value_yuan"]) == Decimal(record["value"]) * 10000

    workbook, table = tmp_path / "records.xlsx", tmp_path / "records.csv"
    assert call("export", "records", "--format", "xlsx", "--out", workbook, "--data", taken[0]).returncode == 0
    assert call("export", "records", "--format", "csv", "--out", table, "--data", taken[0]).returncode == 0
    head, *rows = openpyxl.load_workbook(workbook).active.iter_rows(values_only=True)
    assert list(head)[: len(RECORD_KEYS)] == RECORD_KEYS and len(rows) == len(records)
    with table.open(encoding="utf-8-sig", newline="") as stream:
        read = list(csv.DictReader(stream))
    assert [row["value"] or None for row in read] == [record["value"] for record in records]


def test_indicators_and_passages_are_exported(taken: tuple[Path, dict[str, Any]]) -> None:
    indicators = lines(call("export", "indicators", "--data", taken[0]).stdout)
    assert len(indicators) == taken[1]["indicators"]
    assert all(list(one) == INDICATOR_KEYS for one in indicators)
    passages = lines(call("export", "passages", "--data", taken[0]).stdout)
    assert len(passages) == taken[1]["passages"] > 0


def test_the_documents_are_listed(taken: tuple[Path, dict[str, Any]]) -> None:
    listed = json.loads(call("documents", "--data", taken[0], "--json").stdout)
    assert len(listed["documents"]) == taken[1]["documents"]
    assert {Path(one["path"]).name for one in listed["failed"]} == {"empty.pdf", "broken.pdf"}
    shown = call("documents", "--data", taken[0]).stdout
    assert all(document["file_name"] in shown for document in listed["documents"])


def test_checks_are_listed(taken: tuple[Path, dict[str, Any]]) -> None:
    found = json.loads(call("check", "--data", taken[0], "--json").stdout)
    assert set(found["counts"]) == {"holds", "rounding", "fails"}
    assert len(found["findings"]) == sum(found["counts"].values())
    assert call("check", "--data", taken[0]).returncode == 0


def test_one_question(taken: tuple[Path, dict[str, Any]]) -> None:
    done = call("ask", "2026年支出总计是多少？", "--data", taken[0], "--json")
    assert done.returncode == 0, done.stderr
    answer = json.loads(done.stdout)
    assert list(answer) == ANSWER_KEYS[1:]
    assert call("ask", "2026年支出总计是多少？", "--data", taken[0]).stdout.startswith(answer["text"])


@pytest.mark.parametrize(
    ("arguments", "plain"),
    [
        (["ask", "多少？"], PlainQuestion("多少？", None, False)),
        (["ask", "--json", "多少？", "--data", "d"], PlainQuestion("多少？", Path("d"), True)),
        (["ask", "多少？", "--data"], None),
        (["ask", "多少？", "--data", "--json"], None),
        (["ask", "多少？", "--data=d"], None),
        (["ask", "多少？", "--help"], None),
        (["ask", "多少？", "呢"], None),
        (["ask", "--batch", "in.jsonl", "--out", "out.jsonl"], None),
        (["ask", " "], None),
        (["ask"], None),
        (["check", "--json"], None),
        ([], None),
    ],
)
def test_only_a_plain_question_goes_past_the_full_command_line(
    arguments: list[str], plain: PlainQuestion | None
) -> None:
    assert plain_question(arguments) == plain


def test_both_ways_to_ask_answer_alike(taken: tuple[Path, dict[str, Any]]) -> None:
    short = call("ask", "2026年支出总计是多少？", "--data", taken[0], "--json")
    full = call("ask", "2026年支出总计是多少？", f"--data={taken[0]}", "--json")
    given, told = json.loads(short.stdout), json.loads(full.stdout)
    assert given.pop("elapsed_ms") >= 0 and told.pop("elapsed_ms") >= 0
    assert (given, short.returncode, short.stderr) == (told, full.returncode, full.stderr)


def test_a_batch_is_answered_line_by_line(taken: tuple[Path, dict[str, Any]], tmp_path: Path) -> None:
    asked = [
        {"id": "q1", "question": "2026年支出总计是多少？", "after": None},
        {"id": "q2", "question": "天气怎么样？"},
        {"id": "q3", "question": "2025年呢？", "after": ["2026年支出总计是多少？"]},
    ]
    questions, out = tmp_path / "in.jsonl", tmp_path / "deep" / "out.jsonl"
    questions.write_text("\n".join(json.dumps(one, ensure_ascii=False) for one in asked) + "\n\n", "utf-8")
    done = call("ask", "--batch", questions, "--out", out, "--data", taken[0])
    assert done.returncode == 0, done.stderr
    answers = lines(out.read_text("utf-8"))
    assert [answer["id"] for answer in answers] == ["q1", "q2", "q3"]
    assert all(list(answer) == ANSWER_KEYS for answer in answers)


@pytest.mark.parametrize(
    "arguments",
    [
        ("ingest",),
        ("ingest", "/no/such/file.pdf"),
        ("ask",),
        ("ask", "--batch", "x.jsonl"),
        ("ask", "问", "--batch", "x.jsonl", "--out", "y.jsonl"),
        ("ask", "--batch", "/no/such.jsonl", "--out", "y.jsonl"),
        ("export", "everything"),
        ("export", "records", "--format", "pdf"),
        ("export", "records", "--format", "xlsx"),
        ("eval", "/no/such/set.jsonl"),
        ("serve", "--port", "0"),
        ("nothing",),
    ],
)
def test_a_wrong_call_is_two_and_one_plain_message(arguments: tuple[str, ...], tmp_path: Path) -> None:
    done = call(*arguments, BUDGET_DATA=str(tmp_path))
    assert done.returncode == 2
    assert done.stderr.strip() and "Traceback" not in done.stderr
    assert done.stdout == ""


def test_a_wrong_line_of_a_batch_is_named(tmp_path: Path) -> None:
    questions = tmp_path / "in.jsonl"
    questions.write_text('{"id": "1", "question": "问"}\n{"id": "2"}\n', "utf-8")
    done = call("ask", "--batch", questions, "--out", tmp_path / "out.jsonl", "--data", tmp_path)
    assert done.returncode == 2 and "line 2" in done.stderr
    assert not (tmp_path / "out.jsonl").exists()


def test_a_wrong_setting_is_named(tmp_path: Path) -> None:
    done = call("documents", "--data", tmp_path, BUDGET_MAX_PAGES="many")
    assert done.returncode == 2 and "BUDGET_MAX_PAGES" in done.stderr and "Traceback" not in done.stderr


def test_an_unreachable_database_is_said(tmp_path: Path) -> None:
    done = call("documents", "--data", tmp_path, BUDGET_DATABASE_URL="postgresql://me:secret@127.0.0.1:1/x")
    assert done.returncode == 2 and "Traceback" not in done.stderr
    assert "secret" not in done.stderr + done.stdout


@pytest.mark.parametrize("language", ["zh", "en"])
def test_help_names_every_command(language: str) -> None:
    done = call("--help", BUDGET_LANGUAGE=language)
    assert done.returncode == 0
    for command in ("ingest", "ask", "export", "check", "documents", "serve", "api", "mcp", "eval"):
        assert command in done.stdout
