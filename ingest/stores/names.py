"""The index of names: every distinct label, body, department, indicator and column, with the documents that use it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import ColumnElement, Connection, Engine, Select, delete, func, select

from ingest.records.parsed import Parsed
from ingest.stores.schema import name_uses, names
from ingest.stores.term_index import key_of
from ingest.wording.glyphs import bare
from ingest.wording.names import without_of_which

# Longer texts are not names but sentences that stand in a label's place.
_LONGEST = 120
_SHORTEST = 2  # characters of a name that is looked for inside other words
_BATCH = 500


class NameKind(StrEnum):
    """What a name names."""

    DEPARTMENT = "department"
    BODY = "body"
    ROW = "row"
    INDICATOR = "indicator"
    COLUMN = "column"
    TABLE = "table"
    TEXT = "text"  # a short cell of words beside a row: a category, a unit in charge
    CELL = "cell"  # a cell of words in a table that is no budget; found word for word only
    UNCODED = "uncoded"  # the label of a row without a code, or with a unit's code: it may name a body


@dataclass(frozen=True, slots=True)
class NameHit:
    """A stored name that was found in the words looked up."""

    name: str
    kind: NameKind


def names_of(parsed: Parsed) -> list[tuple[NameKind, str]]:
    """The distinct names of one document, sorted."""
    found: set[tuple[NameKind, str | None]] = {(NameKind.DEPARTMENT, parsed.document.department)}
    for table in parsed.tables:
        found |= {(NameKind.TABLE, table.title), (NameKind.DEPARTMENT, table.department)}
        found |= {(NameKind.COLUMN, without_of_which(level)) for levels in table.columns for level in levels}
    for row in parsed.rows:
        found |= {(NameKind.ROW, row.label), (NameKind.BODY, row.body)}
        if row.code_scheme in (None, "unit"):
            found.add((NameKind.UNCODED, row.label))
    for figure in parsed.figures:
        found |= {(NameKind.ROW, figure.label), (NameKind.BODY, figure.body)}
        found |= {(NameKind.COLUMN, without_of_which(level)) for level in figure.column}
    for indicator in parsed.indicators:
        found |= {(NameKind.INDICATOR, indicator.name), (NameKind.ROW, indicator.row_label)}
        # 产出指标, 数量指标: the kinds of targets are asked about by name too.
        levels = (level for level in (indicator.level1, indicator.level2) if level)
        found |= {(NameKind.INDICATOR, level.removesuffix("指标") + "指标") for level in levels}
    found |= {(NameKind.TEXT, text.text) for text in parsed.row_texts}
    found |= {(NameKind.TABLE, grid.title) for grid in parsed.grids}
    found |= {(NameKind.CELL, cell.text.strip()) for grid in parsed.grids for cell in grid.cells}
    return sorted((kind, name) for kind, name in found if name and len(name) <= _LONGEST and bare(name))


def add_names(connection: Connection, document_id: str, found: Sequence[tuple[NameKind, str]]) -> None:
    """Note the names that a document uses; runs in the caller's transaction."""
    by_key = {key_of(kind, name): (kind, name) for kind, name in found}
    keys = list(by_key)
    known: set[int] = set()
    for start in range(0, len(keys), _BATCH):
        batch = keys[start : start + _BATCH]
        known.update(connection.scalars(select(names.c.key).where(names.c.key.in_(batch))))
    fresh = [(key, kind, name) for key, (kind, name) in by_key.items() if key not in known]
    if fresh:
        values = [{"key": key, "kind": kind.value, "name": name, "folded": bare(name)} for key, kind, name in fresh]
        connection.execute(names.insert(), values)
    if keys:
        connection.execute(name_uses.insert(), [{"key": key, "document_id": document_id} for key in keys])


def remove_names(connection: Connection, document_id: str) -> None:
    """Drop a document's use of names, and the names that no document uses any more."""
    keys = list(connection.scalars(select(name_uses.c.key).where(name_uses.c.document_id == document_id)))
    connection.execute(delete(name_uses).where(name_uses.c.document_id == document_id))
    for start in range(0, len(keys), _BATCH):
        batch = keys[start : start + _BATCH]
        used = set(connection.scalars(select(name_uses.c.key).where(name_uses.c.key.in_(batch))))
        unused = [key for key in batch if key not in used]
        if unused:
            connection.execute(delete(names).where(names.c.key.in_(unused)))


class Names:
    """Look-ups among the stored names."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine

    def everywhere(
        self, kinds: Collection[NameKind] | None = None, without: Select[str] | None = None
    ) -> dict[str, frozenset[str]]:
        """Every name as printed, with the documents that use it but those ``without``; read in one go."""
        with self.engine.connect() as connection:
            joined: ColumnElement[str] = (
                func.group_concat(name_uses.c.document_id)
                if connection.dialect.name == "sqlite"
                else func.string_agg(name_uses.c.document_id, ",")
            )
            query = select(names.c.name, joined).join(name_uses, name_uses.c.key == names.c.key)
            if kinds is not None:
                query = query.where(names.c.kind.in_([kind.value for kind in kinds]))
            if without is not None:
                query = query.where(name_uses.c.document_id.not_in(without))
            query = query.group_by(names.c.key, names.c.name).order_by(names.c.name, names.c.key)
            found: dict[str, frozenset[str]] = {}
            for name, documents in connection.execute(query):
                found[name] = found.get(name, frozenset()) | frozenset(documents.split(","))
        return found

    def inside(self, words: str, kinds: Collection[NameKind] | None = None) -> tuple[NameHit, ...]:
        """The names that stand word for word in ``words``, longest first: exact, whatever the number of names."""
        folded = bare(words)
        spans = sorted(
            {
                folded[start : start + length]
                for length in range(_SHORTEST, min(len(folded), _LONGEST) + 1)
                for start in range(len(folded) - length + 1)
            }
        )
        hits: list[NameHit] = []
        with self.engine.connect() as connection:
            for start in range(0, len(spans), _BATCH):
                query = select(names.c.name, names.c.kind).where(names.c.folded.in_(spans[start : start + _BATCH]))
                if kinds is not None:
                    query = query.where(names.c.kind.in_([kind.value for kind in kinds]))
                hits.extend(NameHit(name, NameKind(kind)) for name, kind in connection.execute(query))
        return tuple(sorted(hits, key=lambda hit: (-len(bare(hit.name)), hit.kind, hit.name)))
