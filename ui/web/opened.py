"""The assistant and the stores, opened once for all visitors, and what is kept of them until the documents change."""

import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st

from assistant.answer import Answer, AnswerKind, SourceRef
from assistant.question import Question
from ingest.messages import catalog, say
from ingest.originals import Originals
from ingest.reading.errors import ReadError
from ingest.reading.kind import read_file
from ingest.records.document import Document, Table
from ingest.records.figure import Figure
from ingest.records.finding import Finding
from ingest.records.layout import Reading
from ingest.report import reason_of, warning_text
from ingest.settings import Settings
from ingest.stores.ledger import LedgerStatus
from ingest.stores.store import RecordStore, open_store
from ui.web.intake import Going, Intake
from ui.web.recheck import Recheck
from ui.web.recheck import recheck as rechecked
from ui.web.session import language
from ui.web.table_grid import TableGrid, grid_of

if TYPE_CHECKING:
    from assistant.ask import Answering

log = logging.getLogger(__name__)
_given: list[Settings] = []


@dataclass(frozen=True, slots=True)
class Holdings:
    """What the stores hold: documents by department, year and name, and how many figures each gave."""

    documents: tuple[Document, ...]
    figures_of: dict[str, int]

    @property
    def figures(self) -> int:
        """All figures together."""
        return sum(self.figures_of.values())

    @property
    def years(self) -> tuple[int, ...]:
        """The years of the documents, oldest first."""
        return tuple(sorted({document.year for document in self.documents if document.year}))


@dataclass(frozen=True, slots=True)
class NotRead:
    """A file that could not be read, and why, in words."""

    path: str
    reason: str

    @property
    def name(self) -> str:
        """The file's name."""
        return Path(self.path).name


def use(settings: Settings) -> None:
    """Serve these settings; without it those of the environment are served."""
    _given[:] = [settings]


def settings() -> Settings:
    """The settings that are served."""
    return _given[-1] if _given else Settings()


def version() -> str:
    """Changes whenever the stored documents do."""
    return _store().version()


def version_stamp() -> str:
    """The version in short, for links and files that leave the page."""
    return version()[:8]


def holdings() -> Holdings:
    """What the stores hold now."""
    return _holdings(version())


def ask(question: Question) -> Answer:
    """Ask the assistant."""
    return _assistant().ask(question)


def stream(question: Question) -> Iterator[str | Answer]:
    """Pieces of a model's draft as they come, then the checked answer; without a model only the answer."""
    return _assistant().stream(question)


def examples(tongue: str) -> tuple[str, ...]:
    """Questions that the stored documents answer."""
    return _examples(version(), tongue)


def follow_ups(question: str, before: tuple[str, ...], answer: Answer, tongue: str) -> tuple[str, ...]:
    """Questions that the conversation may go on with, each of them answerable."""
    from assistant.saying.suggest import follow_ups as suggested

    return suggested(ask, Question(question, before, tongue), answer)


def original(document_id: str) -> Path | None:
    """The kept copy of a document's file."""
    return Originals(settings()).find(document_id)


def reading(document_id: str, file_name: str) -> Reading | None:
    """A document as read from its kept copy; None where that cannot be done."""
    kept = original(document_id)
    return None if kept is None else _reading(str(kept), file_name)


def tables(document_id: str) -> tuple[Table, ...]:
    """The tables of a document, in order."""
    return _store().tables(document_id)


def grid(document_id: str, table_id: str) -> TableGrid:
    """A stored table as rows and columns."""
    return _grid(version(), document_id, table_id)


def recheck(answer: Answer) -> Recheck:
    """Check an answer against the kept originals and the stored records."""
    return rechecked(answer, lambda source: reading(source.document_id, source.document), _record)


def _record(source: SourceRef) -> Figure | None:
    found = _figures(version(), source.document_id)
    places = (one for one in found if one.page == source.page and one.text == source.text and one.box == source.box)
    return next(places, None)


def findings() -> tuple[Finding, ...]:
    """The findings of all checks."""
    return _store().findings()


def figures(ids: Sequence[str]) -> dict[str, Figure]:
    """Figures by id."""
    return _store().figures(ids)


def take_in(files: Sequence[tuple[str, bytes]]) -> None:
    """Begin to read uploaded files, given by name and content, into the stores."""
    _intake().begin(files)


def being_read() -> Going | None:
    """How far the reading of uploads is; None where nothing is being read."""
    return _intake().going()


def not_read() -> tuple[NotRead, ...]:
    """The files that could not be read."""
    entries = _store().ledger()
    failed = (item for item in entries.items() if item[1].status is LedgerStatus.FAILED)
    return tuple(NotRead(path, reason_of(entry.reason).text(language())) for path, entry in failed)


def forget(path: str) -> None:
    """No longer report a file that could not be read."""
    _store().forget(path)


def remove(document_id: str) -> None:
    """Remove a document, its records and its kept copy."""
    if _store().remove(document_id):
        Originals(settings()).drop(document_id)


def could_not_answer(tongue: str) -> Answer:
    """The answer where the program itself failed."""
    return Answer(AnswerKind.REFUSAL, say("ui.failed", tongue))


def warning(text: str) -> str:
    """The sentence of a document's warning."""
    return warning_text(text, language())


def sentence(key: str) -> str:
    """The sentence of a message key, such as a rule of the checks; other text as it stands."""
    found = catalog(language()).get(key)
    return key if found is None or "{" in found else found


@st.cache_resource(show_spinner=False)
def _intake() -> Intake:
    return Intake(settings())


@st.cache_resource(show_spinner=False)
def _store() -> RecordStore:
    return open_store(settings())


@st.cache_resource(show_spinner=False)
def _assistant() -> "Answering":
    from assistant.build import open_assistant
    from assistant.warming import warm_up_beside

    assistant = open_assistant(settings())
    warm_up_beside(assistant)
    return assistant


@st.cache_resource(max_entries=2, show_spinner=False)
def _holdings(stored: str) -> Holdings:
    store = _store()
    documents = sorted(
        store.documents(), key=lambda found: (found.department or "", -(found.year or 0), found.title, found.id)
    )
    return Holdings(tuple(documents), store.figure_counts())


@st.cache_resource(max_entries=4, show_spinner=False)
def _examples(stored: str, tongue: str) -> tuple[str, ...]:
    from assistant.saying.suggest import examples as suggested

    return suggested(ask, _store(), tongue)


@st.cache_resource(max_entries=8, show_spinner=False)
def _grid(stored: str, document_id: str, table_id: str) -> TableGrid:
    store = _store()
    table = next(held for held in store.tables(document_id) if held.id == table_id)
    figures = [figure for figure in _figures(stored, document_id) if figure.table_id == table_id]
    return grid_of(table, store.rows(document_id, table_id), figures)


@st.cache_resource(max_entries=8, show_spinner=False)
def _figures(stored: str, document_id: str) -> tuple[Figure, ...]:
    return _store().load(document_id).figures


@st.cache_resource(max_entries=8, show_spinner=False)
def _reading(file: str, file_name: str) -> Reading | None:
    try:
        return read_file(Path(file), file_name)
    except ReadError:
        log.exception("A kept file could not be read again: %s", file)
        return None
