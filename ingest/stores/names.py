"""The index of names: every distinct label, body, department, indicator and column, for exact and fuzzy look-up."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import ColumnElement, Connection, Engine, Select, delete, func, select

from ingest.records.parsed import Parsed
from ingest.stores.schema import name_uses, names
from ingest.stores.term_index import NAME_TERMS, key_of
from ingest.wording.glyphs import bare
from ingest.wording.names import without_of_which

# Longer texts are not names but sentences that stand in a label's place.
_LONGEST = 120
_SHORTEST = 2  # characters of a name that is looked for inside other words
# Common terms are left out once the rare ones reach this many names: a look-up among a million names stays fast.
_CANDIDATES = 4_000
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
    """A stored name that resembles the words looked up; ``score`` is 0 to 100."""

    name: str
    kind: NameKind
    score: float


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
        connection.execute(names.insert(), [_name_values(key, kind, name) for key, kind, name in fresh])
        NAME_TERMS.add(connection, [(key, str(key), name) for key, kind, name in fresh if kind is not NameKind.CELL])
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
            NAME_TERMS.remove(connection, unused)
            connection.execute(delete(names).where(names.c.key.in_(unused)))


def _name_values(key: int, kind: NameKind, name: str) -> dict[str, object]:
    pinyin, initials = _sounds(name) if kind is not NameKind.CELL else ("", "")
    return {"key": key, "kind": kind.value, "name": name, "folded": bare(name), "pinyin": pinyin, "initials": initials}


def _sounds(name: str) -> tuple[str, str]:
    from pypinyin import lazy_pinyin

    syllables = lazy_pinyin(bare(name))
    return "".join(syllables), "".join(syllable[:1] for syllable in syllables)


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

    def _folded(self, forms: set[str], kinds: Collection[NameKind] | None) -> tuple[NameHit, ...]:
        wanted = sorted(forms)
        hits: list[NameHit] = []
        with self.engine.connect() as connection:
            for start in range(0, len(wanted), _BATCH):
                query = _of_kinds(
                    select(names.c.name, names.c.kind).where(names.c.folded.in_(wanted[start : start + _BATCH])), kinds
                )
                hits.extend(NameHit(name, NameKind(kind), 100.0) for name, kind in connection.execute(query))
        return tuple(sorted(hits, key=lambda hit: (hit.kind, hit.name)))

    def inside(self, words: str, kinds: Collection[NameKind] | None = None) -> tuple[NameHit, ...]:
        """The names that stand word for word in ``words``, longest first: exact, whatever the number of names."""
        folded = bare(words)
        spans = {
            folded[start : start + length]
            for length in range(_SHORTEST, min(len(folded), _LONGEST) + 1)
            for start in range(len(folded) - length + 1)
        }
        hits = self._folded(spans, kinds)
        return tuple(sorted(hits, key=lambda hit: (-len(bare(hit.name)), hit.kind, hit.name)))

    def like(
        self,
        words: str,
        kinds: Collection[NameKind] | None = None,
        limit: int = 10,
        documents: Collection[str] | None = None,
    ) -> tuple[NameHit, ...]:
        """The names nearest to ``words`` by letters or sound, best first; equal scores in alphabetical order."""
        from rapidfuzz import fuzz

        folded = bare(words)
        if not folded:
            return ()
        with self.engine.connect() as connection:
            keys = self._near(connection, words)
            keys |= self._sounding(connection, folded)
            found = _by_key(connection, keys, kinds, documents)
        hits = [
            NameHit(name, NameKind(kind), round(_likeness(folded, form, fuzz.ratio(folded, form)), 2))
            for name, kind, form in found
        ]
        return tuple(sorted(hits, key=lambda hit: (-hit.score, hit.name, hit.kind))[:limit])

    def _near(self, connection: Connection, words: str) -> set[int]:
        terms = NAME_TERMS.rarest(connection, words, _CANDIDATES)
        return {int(entry) for entry, _ in NAME_TERMS.search(connection, terms, limit=300)}

    def _sounding(self, connection: Connection, folded: str) -> set[int]:
        if folded.isascii() and not folded.isalpha():
            return set()
        pinyin, initials = (folded, folded) if folded.isascii() else _sounds(folded)
        query = select(names.c.key).where((names.c.pinyin == pinyin) | (names.c.initials == initials)).limit(200)
        return set(connection.scalars(query.order_by(names.c.key)))


def _likeness(folded: str, form: str, ratio: float) -> float:
    # A name that is spelled out inside a longer question, or a question's word inside a longer name, is nearer than
    # its share of the letters says.
    if folded == form:
        return 100.0
    if form in folded or folded in form:
        return max(ratio, 60 + 39 * min(len(form), len(folded)) / max(len(form), len(folded)))
    return min(ratio, 99.0)


def _of_kinds(query: Select[str, str], kinds: Collection[NameKind] | None) -> Select[str, str]:
    return query if kinds is None else query.where(names.c.kind.in_([kind.value for kind in kinds]))


def _by_key(
    connection: Connection, keys: set[int], kinds: Collection[NameKind] | None, documents: Collection[str] | None
) -> list[tuple[str, str, str]]:
    found: list[tuple[str, str, str]] = []
    ordered = sorted(keys)
    for start in range(0, len(ordered), _BATCH):
        query = select(names.c.name, names.c.kind, names.c.folded).where(
            names.c.key.in_(ordered[start : start + _BATCH])
        )
        if kinds is not None:
            query = query.where(names.c.kind.in_([kind.value for kind in kinds]))
        if documents is not None:
            used = select(name_uses.c.key).where(name_uses.c.document_id.in_(sorted(documents)))
            query = query.where(names.c.key.in_(used))
        found.extend((name, kind, folded) for name, kind, folded in connection.execute(query))
    return found
