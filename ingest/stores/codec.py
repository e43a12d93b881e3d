"""Records to rows of the relational store and back; the only place that knows how each field is written."""

import json
import re
from collections.abc import Mapping
from dataclasses import fields
from decimal import Decimal
from enum import Enum
from functools import lru_cache
from typing import Any

from ingest.records.document import Document, DocumentKind, Row, RowRole, RowText, Stage, Table
from ingest.records.figure import Figure, Indicator, Origin, Relation
from ingest.records.finding import Finding, Verdict
from ingest.records.grid import PlainGrid
from ingest.records.layout import Box, Cell
from ingest.records.passage import Passage, PassageKind, PassageSpot
from ingest.records.units import Amount, Unit, UnitKind
from ingest.stores.schema import BASE_SCALE

Record = Document | Table | Row | RowText | Figure | Indicator | Passage | Finding | PlainGrid
Values = dict[str, Any]

_LARGEST = 2**63 - 1
_EXACT = ("value", "actual_value", "points", "full_points")  # of an indicator
# Broken PDFs yield these; PostgreSQL refuses the first, UTF-8 the others.
_UNSTORABLE = re.compile("[\\x00\\ud800-\\udfff]")
COLUMN_JOIN = "/"
_ORIGINS = {one.value: one for one in Origin}
_RELATIONS = {one.value: one for one in Relation}
_STAGES = {one.value: one for one in Stage}
_ROLES = {one.value: one for one in RowRole}
_decoded = json.JSONDecoder().raw_decode


def to_values(record: Record) -> Values:
    """The row of a record, by column name."""
    values = {field.name: _plain(getattr(record, field.name)) for field in fields(record)}
    if isinstance(record, Figure):
        del values["amount"]
        values["column"] = join_column(record.column)
        values["value"] = None if record.value is None else format(record.value, "f")
        values["unit"] = record.unit.name
        values["unit_kind"] = record.unit.kind.value
        values["unit_scale"] = format(record.unit.scale, "f")
        values["base_e6"] = None if record.amount is None else base_e6(record.amount)
    return values


def join_column(levels: tuple[str, ...]) -> str:
    """Header levels as one text; a slash inside a level is written full-width so that levels stay apart.

    >>> join_column(("财政拨款", "元/人"))
    '财政拨款/元／人'
    """
    return COLUMN_JOIN.join(level.replace(COLUMN_JOIN, "／") for level in levels)


def base_e6(amount: Amount) -> int | None:
    """Millionths of the base unit, by which the database sorts; None where 64 bits cannot hold it."""
    number = int((amount.base * BASE_SCALE).to_integral_value())
    return number if -_LARGEST <= number <= _LARGEST else None


def _plain(value: object) -> object:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, str):
        return _UNSTORABLE.sub("\N{REPLACEMENT CHARACTER}", value)
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, tuple):
        return json.dumps(_listed(value), ensure_ascii=False, separators=(",", ":"))
    return value


def _listed(value: object) -> object:
    if isinstance(value, str):
        return _UNSTORABLE.sub("\N{REPLACEMENT CHARACTER}", value)
    if isinstance(value, Cell):
        text = _listed(value.text)
        return [value.row, value.column, value.row_span, value.column_span, text, value.page, _listed(value.box)]
    if isinstance(value, PassageSpot):
        return [value.page, _listed(value.box), value.start, value.end]
    if isinstance(value, tuple):
        return [_listed(part) for part in value]
    return value


def to_document(row: Mapping[str, Any]) -> Document:
    """A document from its row."""
    return Document(
        **{
            **row,
            "kind": DocumentKind(row["kind"]),
            "stage": Stage(row["stage"]),
            "inferred": _words(row["inferred"]),
            "warnings": _words(row["warnings"]),
        }
    )


def to_table(row: Mapping[str, Any]) -> Table:
    """A table from its row."""
    columns = tuple(tuple(levels) for levels in json.loads(row["columns"]))
    return Table(**{**row, "stage": Stage(row["stage"]), "columns": columns})


def to_row(row: Mapping[str, Any]) -> Row:
    """A table's row from its row in the store."""
    values = dict(row.items())
    values["role"], values["box"] = _ROLES[values["role"]], to_box(values["box"])
    return Row(**values)


def to_row_text(row: Mapping[str, Any]) -> RowText:
    """A cell of words from its row."""
    return RowText(**{**row, "box": to_box(row["box"])})


def to_figure(row: Mapping[str, Any]) -> Figure:
    """A figure from its row, its amount as exact as it was printed."""
    # A question across all documents reads hundreds of thousands of these: what repeats is decoded once.
    unit = _unit(row["unit"], row["unit_kind"], row["unit_scale"])
    value = row["value"]
    return Figure(
        id=row["id"],
        document_id=row["document_id"],
        table_id=row["table_id"],
        row_id=row["row_id"],
        passage_id=row["passage_id"],
        origin=_ORIGINS[row["origin"]],
        relation=_RELATIONS[row["relation"]],
        department=row["department"],
        body=row["body"],
        year=row["year"],
        stage=_STAGES[row["stage"]],
        table_kind=row["table_kind"],
        label=row["label"],
        code=row["code"],
        role=_ROLES[row["role"]],
        column=_levels(row["column"]),
        text=row["text"],
        amount=None if value is None else Amount(Decimal(value), unit),
        unit=unit,
        page=row["page"],
        box=to_box(row["box"]),
        basis=row["basis"],
        is_secret=row["is_secret"],
        inferred=_words(row["inferred"]),
        confidence=row["confidence"],
        reason=row["reason"],
    )


@lru_cache(maxsize=1024)
def _unit(name: str, kind: str, scale: str) -> Unit:
    return Unit(name, UnitKind(kind), Decimal(scale))


@lru_cache(maxsize=16_384)
def _levels(column: str) -> tuple[str, ...]:
    return tuple(column.split(COLUMN_JOIN)) if column else ()


def to_indicator(row: Mapping[str, Any]) -> Indicator:
    """An indicator from its row."""
    exact = {name: None if row[name] is None else Decimal(row[name]) for name in _EXACT}
    return Indicator(**{**row, **exact, "box": to_box(row["box"])})


def to_passage(row: Mapping[str, Any]) -> Passage:
    """A passage from its row."""
    spots = tuple(PassageSpot(page, _as_box(box), start, end) for page, box, start, end in json.loads(row["spots"]))
    return Passage(**{**row, "kind": PassageKind(row["kind"]), "section": _words(row["section"]), "spots": spots})


def to_finding(row: Mapping[str, Any]) -> Finding:
    """A finding from its row."""
    return Finding(**{**row, "verdict": Verdict(row["verdict"]), "figure_ids": _words(row["figure_ids"])})


def to_grid(row: Mapping[str, Any]) -> PlainGrid:
    """A table kept cell by cell from its row."""
    cells = tuple(
        Cell(at, column, text, _as_box(box), rows, columns, page)
        for at, column, rows, columns, text, page, box in json.loads(row["cells"])
    )
    return PlainGrid(**{**row, "heads": _words(row["heads"]), "cells": cells})


def to_box(text: str | None) -> Box | None:
    """A box from its stored text."""
    return None if text is None else _as_box(_decoded(text)[0])


def _as_box(numbers: list[float] | None) -> Box | None:
    if numbers is None:
        return None
    left, top, right, bottom = numbers
    return (left, top, right, bottom)


@lru_cache(maxsize=1024)
def _words(text: str) -> tuple[str, ...]:
    return () if text == "[]" else tuple(json.loads(text))
