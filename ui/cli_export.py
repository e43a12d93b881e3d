"""``export``: the stored records as JSON lines, CSV or a workbook."""

import csv
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path
from typing import Any, TextIO

from ingest.settings import Settings
from ingest.stores.export import FIELDS, Exported, Line, export
from ingest.stores.store import open_store
from ui.cli_words import CallError, speak
from ui.workbook import harmless, write_workbook

_FORMATS = ("jsonl", "csv", "xlsx")
_NUMBERS = ("value", "value_yuan")


def run_export(what: str, format: str, out: Path | None, settings: Settings) -> int:
    """Write all records of one sort, to a file or to standard output."""
    if what not in set(Exported):
        raise CallError("cli.wrong", reason=f"{what}: {', '.join(Exported)}")
    if format not in _FORMATS:
        raise CallError("cli.wrong", reason=f"--format {format}: {', '.join(_FORMATS)}")
    if format == "xlsx" and out is None:
        raise CallError("cli.xlsx_needs_out")
    sort = Exported(what)
    with open_store(settings) as store:
        lines = export(store, sort)
        try:
            if format == "xlsx":
                assert out is not None
                count = _write_workbook(lines, FIELDS[sort], out, what)
            else:
                with _opened(out) as stream:
                    count = _write_json(lines, stream) if format == "jsonl" else _write_csv(lines, FIELDS[sort], stream)
        except OSError as error:
            if out is None:
                raise
            raise CallError("cli.unwritable", path=out, reason=error.strerror or error) from error
    if out is not None:
        speak("cli.exported", count=count, out=out)
    return 0


@contextmanager
def _opened(out: Path | None) -> Iterator[TextIO]:
    if out is None:
        yield sys.stdout
        return
    out.parent.mkdir(parents=True, exist_ok=True)
    with out.open("w", encoding="utf-8", newline="") as stream:
        yield stream


def _write_json(lines: Iterator[Line], stream: TextIO) -> int:
    count = 0
    for line in lines:
        stream.write(json.dumps(line, ensure_ascii=False) + "\n")
        count += 1
    return count


def _write_csv(lines: Iterator[Line], fields: tuple[str, ...], stream: TextIO) -> int:
    if stream is not sys.stdout:
        stream.write("\ufeff")  # without it Excel takes Chinese text for another encoding
    writer = csv.writer(stream)
    writer.writerow(fields)
    count = 0
    for line in lines:
        writer.writerow([_safe(_flat(line[name])) for name in fields])
        count += 1
    return count


def _write_workbook(lines: Iterator[Line], fields: tuple[str, ...], out: Path, title: str) -> int:
    out.parent.mkdir(parents=True, exist_ok=True)
    return write_workbook(out, title, fields, ([_valued(line, name) for name in fields] for line in lines))


def _valued(line: Line, name: str) -> Any:
    value = _flat(line[name])
    return Decimal(value) if name in _NUMBERS and isinstance(value, str) else value


def _flat(value: Any) -> Any:
    if isinstance(value, list):
        return json.dumps(value, ensure_ascii=False)
    return value


def _safe(value: Any) -> Any:
    return harmless(value) if isinstance(value, str) else value
