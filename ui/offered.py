"""What the HTTP API and the MCP server offer to other programs: the same few things, as plain data."""

import time
from collections.abc import Iterator, Mapping
from typing import Any

from assistant.answer import Answer
from assistant.build import open_assistant
from assistant.question import Question
from assistant.saying.contract import to_contract
from assistant.warming import warm_up_beside
from ingest.originals import Originals
from ingest.reading.picture import NoPicture, framed, page_picture
from ingest.records.document import Document
from ingest.records.layout import Box
from ingest.settings import Settings
from ingest.stores.export import find_records
from ingest.stores.lazy_vectors import LazyVectors
from ingest.stores.store import open_store

RECORDS_AT_MOST = 500
PASSAGES_AT_MOST = 20


class NotThere(LookupError):
    """The document or page that was asked for is not held; the text says what to do."""


class Offered:
    """The stores and the assistant of some settings, opened once; safe to call from several threads."""

    def __init__(self, settings: Settings) -> None:
        self._store = open_store(settings)
        self._originals = Originals(settings)
        self._assistant = open_assistant(settings)
        self._vectors = LazyVectors(settings, self._store)

    def warm_up(self) -> None:
        """Load what questions need, beside the first of them."""
        warm_up_beside(self._assistant)

    def documents(self) -> list[dict[str, Any]]:
        """The stored documents with their counts, in the order of their names."""
        counts = self._store.figure_counts()
        return [_document(document, counts.get(document.id, 0)) for document in self._store.documents()]

    def ask(self, question: Question) -> dict[str, Any]:
        """The answer in the JSON contract of the command line; each source also names its document's id."""
        begun = time.perf_counter()
        return _told(question, self._assistant.ask(question), begun)

    def stream(self, question: Question) -> Iterator[str | dict[str, Any]]:
        """Pieces of a model's draft as they come, then the checked answer as ``ask`` gives it; it counts, not they."""
        begun = time.perf_counter()
        for piece in self._assistant.stream(question):
            yield piece if isinstance(piece, str) else _told(question, piece, begun)

    def records(self, wanted: Mapping[str, Any], limit: int = 100, offset: int = 0) -> list[dict[str, Any]]:
        """Printed figures that meet the conditions of ``find_records``, at most 500 at a time."""
        return find_records(self._store, wanted, min(limit, RECORDS_AT_MOST), offset)

    def passages(self, words: str, document: str | None = None, limit: int = 8) -> list[dict[str, Any]]:
        """Passages of text that speak of some words or mean the like, best first; the first call opens the vectors."""
        from assistant.descriptive.retrieve import retrieve

        documents = None if document is None else [self._document(document).id]
        names = {held.id: held.file_name for held in self._store.documents()}
        found = retrieve(self._store, self._vectors, words, documents, k=min(limit, PASSAGES_AT_MOST))
        return [
            {
                "document": names.get(one.passage.document_id),
                "document_id": one.passage.document_id,
                "page": one.passage.page,
                "section": list(one.passage.section),
                "text": one.passage.text,
            }
            for one in found
        ]

    def picture(self, document: str, page: int, box: Box | None = None, scale: float = 2.0) -> bytes:
        """A page as PNG, a place on it framed; raises NotThere where there is no such page to draw."""
        held = self._document(document)
        file = self._originals.find(held.id)
        if file is None:
            raise NotThere(f"The original of {held.file_name} is not kept: ingest it again.")
        try:
            drawn = page_picture(file, page, scale)
        except NoPicture as fault:
            raise NotThere(f"{held.file_name} has no page {page} that can be drawn ({held.format}).") from fault
        return drawn.png if box is None else framed(drawn, box)

    def _document(self, wanted: str) -> Document:
        for document in self._store.documents():
            if wanted in (document.id, document.file_name):
                return document
        raise NotThere(f"There is no document {wanted!r}: the list of documents names those that are held.")


def _told(question: Question, answer: Answer, begun: float) -> dict[str, Any]:
    told = to_contract(answer, question.words, (time.perf_counter() - begun) * 1000)
    for source, written in zip(answer.sources, told["sources"], strict=True):
        written["document_id"] = source.document_id
    return told


def _document(document: Document, figures: int) -> dict[str, Any]:
    return {
        "id": document.id,
        "file_name": document.file_name,
        "title": document.title,
        "kind": document.kind.value,
        "department": document.department,
        "year": document.year,
        "stage": document.stage.value,
        "unit": document.unit,
        "pages": document.pages,
        "figures": figures,
        "format": document.format,
        "inferred": list(document.inferred),
        "warnings": list(document.warnings),
        "coverage": document.coverage,
    }
