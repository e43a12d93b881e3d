"""The stored records as flat lines for other programs, in a fixed order and as exact as they were printed."""

import json
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Select, or_, select

from ingest.stores import schema
from ingest.stores.store import RecordStore
from ingest.wording.numbers import plain

Line = dict[str, Any]


class Exported(StrEnum):
    """What can be exported."""

    RECORDS = "records"
    INDICATORS = "indicators"
    PASSAGES = "passages"


RECORD_FIELDS = (
    "document", "page", "table", "table_kind", "unit", "year", "stage", "department", "row", "code", "role", "column",
    "text", "value", "value_yuan", "box", "origin", "relation", "basis", "body",
)  # fmt: skip
INDICATOR_FIELDS = (
    "document", "page", "row", "level1", "level2", "name", "text", "comparator", "value", "unit", "period",
    "actual", "actual_value", "actual_unit", "points", "full_points", "deviation",
)  # fmt: skip
PASSAGE_FIELDS = ("document", "page", "page_end", "kind", "section", "text")

FIELDS = {
    Exported.RECORDS: RECORD_FIELDS,
    Exported.INDICATORS: INDICATOR_FIELDS,
    Exported.PASSAGES: PASSAGE_FIELDS,
}


def export(store: RecordStore, what: Exported) -> Iterator[Line]:
    """Every stored record of one sort, ordered by file name, then as printed."""
    match what:
        case Exported.RECORDS:
            query, line = _records(), _record
        case Exported.INDICATORS:
            query, line = _indicators(), _indicator
        case Exported.PASSAGES:
            query, line = _passages(), _passage
    with store.engine.connect().execution_options(yield_per=2000) as connection:
        for row in connection.execute(query).mappings():
            yield line(dict(row))


def find_records(store: RecordStore, wanted: Mapping[str, Any], limit: int, offset: int = 0) -> list[Line]:
    """Records that meet every condition, in the order of ``export``.

    ``wanted`` may name ``document`` (file name or id), ``department``, ``label`` (a part of the row's name), ``code``,
    ``year``, ``stage`` and ``table_kind``; raises KeyError for anything else. What is None does not count.
    """
    figures, documents = schema.figures, schema.documents
    conditions: dict[str, Callable[[Any], ColumnElement[bool]]] = {
        "document": lambda value: or_(documents.c.file_name == value, documents.c.id == value),
        "department": lambda value: figures.c.department == value,
        "label": lambda value: figures.c.label.contains(value, autoescape=True),
        "code": lambda value: figures.c.code == value,
        "year": lambda value: figures.c.year == value,
        "stage": lambda value: figures.c.stage == value,
        "table_kind": lambda value: figures.c.table_kind == value,
    }
    query = _records().limit(limit).offset(offset)
    for name, value in wanted.items():
        if value is not None:
            query = query.where(conditions[name](value))
    return [{**_record(row), "document_id": row["document_id"]} for row in store.fetch(query)]


def _records() -> Select[Any]:
    figures, tables, rows, documents = schema.figures, schema.tables, schema.rows, schema.documents
    return (
        select(
            documents.c.file_name.label("document"),
            tables.c.title.label("table"),
            figures,
        )
        .join(documents, documents.c.id == figures.c.document_id)
        .outerjoin(tables, tables.c.id == figures.c.table_id)
        .outerjoin(rows, rows.c.id == figures.c.row_id)
        .order_by(
            documents.c.file_name,
            documents.c.id,
            tables.c.ordinal.is_(None),
            tables.c.ordinal,
            rows.c.ordinal,
            figures.c.page,
            figures.c.id,
        )
    )


def _record(row: Line) -> Line:
    value_yuan = None
    if row["value"] is not None and row["unit_kind"] == "money":
        value_yuan = plain(Decimal(row["value"]) * Decimal(row["unit_scale"]))
    line = {
        **row,
        "row": row["label"],
        "code": row["code"] or None,
        "value_yuan": value_yuan,
        "box": None if row["box"] is None else json.loads(row["box"]),
    }
    return {name: line[name] for name in RECORD_FIELDS}


def _indicators() -> Select[Any]:
    indicators, documents = schema.indicators, schema.documents
    return (
        select(documents.c.file_name.label("document"), indicators)
        .join(documents, documents.c.id == indicators.c.document_id)
        .order_by(documents.c.file_name, documents.c.id, indicators.c.page, indicators.c.id)
    )


def _indicator(row: Line) -> Line:
    line = {**row, "row": row["row_label"]}
    return {name: line[name] for name in INDICATOR_FIELDS}


def _passages() -> Select[Any]:
    passages, documents = schema.passages, schema.documents
    return (
        select(documents.c.file_name.label("document"), passages)
        .join(documents, documents.c.id == passages.c.document_id)
        .order_by(documents.c.file_name, documents.c.id, passages.c.ordinal, passages.c.id)
    )


def _passage(row: Line) -> Line:
    line = {**row, "section": json.loads(row["section"])}
    return {name: line[name] for name in PASSAGE_FIELDS}
