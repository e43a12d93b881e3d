"""From what was read of a document to all its records: the story in order."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.checks.run import check_document
from ingest.narrative.build import narrative_of
from ingest.narrative.coverage import coverage_of
from ingest.narrative.identity import identify
from ingest.narrative.recognised import with_confidence
from ingest.reading.displayed import Displayed
from ingest.records.document import Document, DocumentKind
from ingest.records.figure import Figure
from ingest.records.layout import Reading
from ingest.records.parsed import Parsed
from ingest.tables.build import tables_of
from ingest.tables.indicators import indicators_of
from ingest.tables.one_name import with_whole_names
from ingest.wording.table_kinds import OTHER


def _warnings(reading: Reading, printed: Sequence[Figure]) -> Iterator[str]:
    """What was not read of single pages: the page itself, or what the rows of its amounts are called."""
    yield from (f"{page.fault} page={page.number}" for page in reading.pages if page.fault)
    nameless = {figure.page for figure in printed if figure.row_id is not None and not figure.label}
    yield from (f"nameless_rows page={page}" for page in sorted(nameless))


def parse(reading: Reading, document_id: str) -> Parsed:
    """All records of a document; never raises for odd content, faults of pages stand in the warnings."""
    identity = identify(reading)
    loose = identity.kind is DocumentKind.OTHER
    tables = tables_of(
        reading, document_id, identity.department, identity.year, identity.stage, identity.unit, keep_grids=loose
    )
    rows, printed = with_whole_names(identity.department, tables.rows, tables.figures)
    narrative = narrative_of(reading, document_id, identity, tables.tables, rows, tables.row_texts)
    # Tables of words alone follow the running text, numbered on.
    following = range(len(narrative.passages), len(narrative.passages) + len(tables.passages))
    words = tuple(replace(p, ordinal=i) for i, p in zip(following, tables.passages, strict=True))
    passages = (*narrative.passages, *words)
    indicators = indicators_of(document_id, tables.read)
    figures = (*printed, *with_confidence(narrative.figures, reading))
    document = Document(
        document_id,
        reading.file_name,
        identity.title,
        identity.kind,
        identity.department,
        identity.year,
        identity.stage,
        identity.unit,
        len(reading.pages),
        reading.format,
        identity.inferred,
        (*reading.warnings, *_warnings(reading, printed)),
        coverage_of(reading, tables.tables, rows, tables.row_texts, figures, passages, indicators),
    )
    findings = check_document(document_id, tables.tables, rows, figures)
    shown = Displayed(reading)
    return Parsed(
        document,
        tables.tables,
        shown.records(rows),
        shown.records(tables.row_texts),
        shown.records(figures),
        shown.records(indicators),
        shown.passages(passages),
        findings,
        tables.grids if identity.department is None or all(t.kind == OTHER for t in tables.tables) else (),
    )
