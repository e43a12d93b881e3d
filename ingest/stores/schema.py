"""The relational schema (SQLAlchemy Core), the same on SQLite and PostgreSQL.

Exact values are kept twice: ``value`` as the decimal string in the printed unit (the truth), and ``base_e6`` as an
integer of millionths of the base unit (元 for money), by which the database filters and sorts. Six printed decimals
of 万元 (Beijing's forms) and nine trillion 元 both fit a 64-bit integer. Text that a document controls has no length
limit; only ids and our own words have one.
"""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
)

BASE_SCALE = 1_000_000

metadata = MetaData()


def _document_key() -> Column[str]:
    return Column("document_id", String(16), ForeignKey("documents.id", ondelete="CASCADE"), nullable=False, index=True)


documents = Table(
    "documents",
    metadata,
    Column("id", String(16), primary_key=True),
    Column("file_name", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("kind", String(32), nullable=False),
    Column("department", Text),
    Column("year", Integer),
    Column("stage", String(16), nullable=False),
    Column("unit", Text),
    Column("pages", Integer, nullable=False),
    Column("format", String(16), nullable=False),
    Column("inferred", Text, nullable=False, default="[]"),  # JSON list
    Column("warnings", Text, nullable=False, default="[]"),  # JSON list
    Column("coverage", String(16)),
)

tables = Table(
    "tables",
    metadata,
    Column("id", String(48), primary_key=True),
    _document_key(),
    Column("ordinal", Integer, nullable=False),
    Column("title", Text, nullable=False),
    Column("number", Text),
    Column("kind", String(48), nullable=False, index=True),
    Column("department", Text),
    Column("year", Integer),
    Column("stage", String(16), nullable=False),
    Column("unit", Text),
    Column("page", Integer, nullable=False),
    Column("page_end", Integer, nullable=False),
    Column("columns", Text, nullable=False),  # JSON list of lists
    Column("note", Text),
    Column("is_nil", Boolean, nullable=False, default=False),
)

rows = Table(
    "rows",
    metadata,
    Column("id", String(64), primary_key=True),
    _document_key(),
    Column("table_id", String(48), ForeignKey("tables.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("ordinal", Integer, nullable=False),
    Column("label", Text, nullable=False),
    Column("printed_label", Text, nullable=False),
    Column("code", Text),
    Column("code_scheme", String(32)),
    Column("role", String(16), nullable=False),
    Column("level", Integer, nullable=False),
    Column("parent_id", String(64)),
    Column("body", Text),
    Column("page", Integer, nullable=False),
    Column("page_end", Integer, nullable=False),
    Column("box", Text),  # JSON list of four
    Column("side", Text),
    Column("is_secret", Boolean, nullable=False, default=False),
)

row_texts = Table(
    "row_texts",
    metadata,
    Column("id", String(80), primary_key=True),
    _document_key(),
    Column("row_id", String(64), ForeignKey("rows.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("column", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("page", Integer, nullable=False),
    Column("box", Text),
)

figures = Table(
    "figures",
    metadata,
    Column("id", String(80), primary_key=True),
    _document_key(),
    Column("table_id", String(48), index=True),
    Column("row_id", String(64), index=True),
    Column("passage_id", String(64), index=True),
    Column("origin", String(16), nullable=False),
    Column("relation", String(16), nullable=False),
    Column("department", Text),
    Column("body", Text),
    Column("year", Integer),
    Column("stage", String(16), nullable=False),
    Column("table_kind", String(48), nullable=False),
    Column("label", Text, nullable=False),
    Column("code", Text),
    Column("role", String(16), nullable=False),
    Column("column", Text, nullable=False),  # header levels joined by "/"
    Column("text", Text, nullable=False),
    Column("value", Text),  # decimal string in the printed unit; NULL when blank
    Column("unit", Text, nullable=False),
    Column("unit_kind", String(16), nullable=False),
    Column("unit_scale", Text, nullable=False),
    Column("base_e6", BigInteger),  # millionths of the base unit; NULL when blank or out of range
    Column("page", Integer, nullable=False),
    Column("box", Text),
    Column("basis", Text),
    Column("is_secret", Boolean, nullable=False, default=False),
    Column("inferred", Text, nullable=False, default="[]"),
    Column("confidence", Float),
    Column("reason", Text),
)
Index("figures_place", figures.c.document_id, figures.c.table_kind, figures.c.year)

indicators = Table(
    "indicators",
    metadata,
    Column("id", String(80), primary_key=True),
    _document_key(),
    Column("table_id", String(48), index=True),
    Column("row_id", String(64), index=True),
    Column("row_label", Text, nullable=False),
    Column("level1", Text),
    Column("level2", Text),
    Column("name", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("comparator", String(8)),
    Column("value", Text),
    Column("unit", Text),
    Column("period", Text),
    Column("page", Integer, nullable=False),
    Column("box", Text),
    Column("actual", Text),  # what was done, where a form says it
    Column("actual_value", Text),
    Column("actual_unit", Text),
    Column("points", Text),
    Column("full_points", Text),
    Column("deviation", Text),
)

passages = Table(
    "passages",
    metadata,
    Column("id", String(64), primary_key=True),
    _document_key(),
    Column("ordinal", Integer, nullable=False),
    Column("kind", String(16), nullable=False),
    Column("section", Text, nullable=False),  # JSON list
    Column("text", Text, nullable=False),
    Column("page", Integer, nullable=False),
    Column("page_end", Integer, nullable=False),
    Column("spots", Text, nullable=False),  # JSON list of [page, box, start, end]
    Column("table_id", String(48)),
    Column("row_id", String(64), index=True),
)

findings = Table(
    "findings",
    metadata,
    Column("id", String(80), primary_key=True),
    _document_key(),
    Column("rule", String(64), nullable=False),
    Column("verdict", String(16), nullable=False),
    Column("expected", Text, nullable=False),
    Column("found", Text, nullable=False),
    Column("unit", Text, nullable=False),
    Column("figure_ids", Text, nullable=False),  # JSON list
)

grids = Table(
    "grids",
    metadata,
    Column("id", String(48), primary_key=True),
    _document_key(),
    Column("ordinal", Integer, nullable=False),
    Column("title", Text, nullable=False),
    Column("page", Integer, nullable=False),
    Column("rows", Integer, nullable=False),
    Column("columns", Integer, nullable=False),
    Column("heads", Text, nullable=False),  # JSON list
    Column("cells", Text, nullable=False),  # JSON list of [row, column, rows, columns, text, page, box]
)

ledger = Table(
    "ledger",
    metadata,
    Column("path", Text, primary_key=True),  # as given to ingest, made absolute
    Column("document_id", String(16), index=True),  # NULL when the file could not be read
    Column("content", String(64), nullable=False),  # SHA-256 of the bytes
    Column("reader", String(32), nullable=False),  # version of the reading code
    Column("status", String(16), nullable=False),  # stored, duplicate, failed
    Column("reason", Text),
    Column("pages", Integer),
    Column("seconds", Float),
    Column("at", String(32), nullable=False),
)

names = Table(
    "names",
    metadata,
    Column("key", BigInteger, primary_key=True, autoincrement=False),  # from the SHA-256 of kind and name
    Column("kind", String(16), nullable=False),  # row, body, department, indicator, column, table
    Column("name", Text, nullable=False),
    Column("folded", Text, nullable=False, index=True),
)

name_uses = Table(
    "name_uses",
    metadata,
    Column("key", BigInteger, ForeignKey("names.key", ondelete="CASCADE"), primary_key=True),
    Column("document_id", String(16), ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True, index=True),
)

embeddings = Table(
    "embeddings",
    metadata,
    Column("key", String(80), primary_key=True),  # embedding model and SHA-256 of the text
    Column("vector", LargeBinary, nullable=False),  # little-endian 32-bit floats
)

vector_queue = Table(
    "vector_queue",
    metadata,
    Column("document_id", String(16), primary_key=True),  # changed since its vectors were written; perhaps removed
)

facts = Table(
    "facts",
    metadata,
    Column("name", String(32), primary_key=True),  # schema version, state of the vectors
    Column("value", Text, nullable=False),
)

_LABELS = tuple(
    Index(f"{column.table.name}_{column.name}", column)
    for column in (rows.c.label, rows.c.code, figures.c.label, figures.c.code, indicators.c.name)
)


def hash_labels_on_postgresql() -> None:
    """Before the tables are created there: labels may be longer than its tree indexes allow.

    They are only looked up by equality. Said here and not with the indexes, where it would load the whole dialect in
    every process that opens an SQLite store, a tenth of a second.
    """
    for index in _LABELS:
        index.dialect_options["postgresql"]["using"] = "hash"


# PostgreSQL sorts by the language of its cluster; here both databases sort by code points.
for _table in metadata.tables.values():
    for _column in _table.columns:
        if isinstance(_column.type, String):
            _sorted = _column.type.__class__(_column.type.length, collation="C")
            _column.type = _column.type.with_variant(_sorted, "postgresql")
