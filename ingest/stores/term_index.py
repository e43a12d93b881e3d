"""Full text over search terms: FTS5 on SQLite, ``tsvector`` with a GIN index on PostgreSQL.

Both hold the same terms (``ingest/stores/terms.py``), so that what is found does not depend on the database.
"""

import hashlib
import math
from collections.abc import Iterable, Sequence

from sqlalchemy import (
    ColumnClause,
    Connection,
    Float,
    Select,
    String,
    TextClause,
    bindparam,
    literal_column,
    select,
    text,
)

from ingest.stores.terms import terms_of

# PostgreSQL counts a term up to here; a term in more entries than this says next to nothing.
_COUNTED = 20_000
_BATCH = 500


def key_of(*parts: str) -> int:
    """A 63-bit key of a text, the same on every machine and in every order of ingestion."""
    digest = hashlib.sha256("\x00".join(parts).encode()).digest()
    return int.from_bytes(digest[:8], "big") >> 1


class TermIndex:
    """Terms of many entries, each under an integer key and with the entry's own id."""

    def __init__(self, name: str) -> None:
        self.name = name

    def create(self, connection: Connection) -> None:
        """Create the index where it is missing."""
        if connection.dialect.name == "sqlite":
            connection.exec_driver_sql(
                f"CREATE VIRTUAL TABLE IF NOT EXISTS {self.name} USING fts5"
                "(terms, entry UNINDEXED, tokenize=\"unicode61 remove_diacritics 0 tokenchars '.'\")"
            )
            connection.exec_driver_sql(
                f"CREATE VIRTUAL TABLE IF NOT EXISTS {self.name}_counts USING fts5vocab({self.name}, 'row')"
            )
            return
        connection.exec_driver_sql(
            f"CREATE TABLE IF NOT EXISTS {self.name} "
            '(key bigint PRIMARY KEY, entry text COLLATE "C" NOT NULL, terms tsvector)'
        )
        connection.exec_driver_sql(f"CREATE INDEX IF NOT EXISTS {self.name}_terms ON {self.name} USING gin (terms)")

    def add(self, connection: Connection, entries: Iterable[tuple[int, str, str]]) -> None:
        """Add (key, entry id, text); the text is cut into terms here."""
        if connection.dialect.name == "sqlite":
            statement = text(f"INSERT INTO {self.name}(rowid, entry, terms) VALUES (:key, :entry, :terms)")
            rows = [{"key": key, "entry": entry, "terms": " ".join(terms_of(words))} for key, entry, words in entries]
        else:
            statement = text(
                f"INSERT INTO {self.name}(key, entry, terms) VALUES (:key, :entry, array_to_tsvector(:terms))"
            )
            rows = [
                {"key": key, "entry": entry, "terms": sorted(set(terms_of(words)))} for key, entry, words in entries
            ]
        if rows:
            connection.execute(statement, rows)

    def remove(self, connection: Connection, keys: Sequence[int]) -> None:
        """Remove entries by key."""
        column = "rowid" if connection.dialect.name == "sqlite" else "key"
        statement = text(f"DELETE FROM {self.name} WHERE {column} IN :keys").bindparams(
            bindparam("keys", expanding=True)
        )
        for start in range(0, len(keys), _BATCH):
            connection.execute(statement, {"keys": list(keys[start : start + _BATCH])})

    def counts(self, connection: Connection, terms: Sequence[str]) -> dict[str, int]:
        """How many entries hold each term (on PostgreSQL counted up to a bound)."""
        found: dict[str, int] = {}
        if connection.dialect.name == "sqlite":
            statement = text(f"SELECT doc FROM {self.name}_counts WHERE term = :term")
        else:
            statement = text(
                f"SELECT count(*) FROM (SELECT 1 FROM {self.name}"
                f" WHERE terms @@ CAST(:term AS tsquery) LIMIT {_COUNTED}) AS counted"
            )
        for term in dict.fromkeys(terms):
            word = term if connection.dialect.name == "sqlite" else f"'{term}'"
            found[term] = connection.scalar(statement, {"term": word}) or 0
        return found

    def rarest(self, connection: Connection, words: str, budget: int) -> list[str]:
        """The terms of ``words`` from the rarest on, until together they reach about ``budget`` entries."""
        counts = self.counts(connection, terms_of(words))
        chosen: list[str] = []
        reached = 0
        for term in sorted(counts, key=lambda term: (counts[term], term)):
            if counts[term] == 0:
                continue
            if chosen and reached + counts[term] > budget:
                break
            chosen.append(term)
            reached += counts[term]
        return chosen

    def search(
        self, connection: Connection, terms: Sequence[str], limit: int, among: Select[str] | None = None
    ) -> list[tuple[str, float]]:
        """Entries that hold any of the terms, best first with a score (larger is better).

        ``among`` narrows the search to the entry ids that it selects.
        """
        wanted = list(dict.fromkeys(terms))
        if not wanted:
            return []
        if connection.dialect.name == "sqlite":
            score = f"-bm25({self.name})"
            match = text(f"{self.name} MATCH :terms").bindparams(terms=" OR ".join(f'"{term}"' for term in wanted))
        else:
            score = self._postgresql_score(connection, wanted)
            match = text("terms @@ CAST(:terms AS tsquery)").bindparams(
                terms=" | ".join(f"'{term}'" for term in wanted)
            )
        return [(entry, float(found)) for entry, found in connection.execute(self._query(score, match, limit, among))]

    def _query(self, score: str, match: TextClause, limit: int, among: Select[str] | None) -> Select[str, float]:
        entry: ColumnClause[str] = literal_column("entry", String)
        points: ColumnClause[float] = literal_column(score, Float)
        query = select(entry, points.label("score")).select_from(text(self.name)).where(match)
        if among is not None:
            query = query.where(entry.in_(among))
        return query.order_by(text("score DESC"), entry).limit(limit)

    def _postgresql_score(self, connection: Connection, terms: Sequence[str]) -> str:
        # PostgreSQL has no BM25: this is its weight with every term counted once, over the same terms. The terms hold
        # letters, digits and dots only (terms_of), so that they may stand in the statement.
        counts = self.counts(connection, terms)
        total = connection.scalar(text(f"SELECT count(*) FROM {self.name}")) or 1
        weights = " + ".join(
            f"CASE WHEN terms @@ CAST('~{term}~' AS tsquery) THEN {_weight(counts[term], total):.6f} ELSE 0 END"
            for term in terms
        ).replace("~", "''")
        return f"({weights}) * 2.2 / (1.3 + 0.9 * length(terms) / 100.0)"


def _weight(count: int, total: int) -> float:
    return math.log(1 + (total - count + 0.5) / (count + 0.5)) if count <= total else 0.0


PASSAGE_TERMS = TermIndex("passage_terms")
