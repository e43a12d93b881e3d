"""The one place that wires settings, stores and the assistant."""

from assistant.ask import Answering, Assistant
from assistant.descriptive.retrieve import retrieve
from assistant.finding.library import Library
from assistant.tabular.answering import LooseTables
from assistant.tabular.shelf import TableShelf
from ingest.records.passage import Passage
from ingest.settings import Settings
from ingest.stores.lazy_vectors import LazyVectors
from ingest.stores.store import open_store


def open_assistant(settings: Settings) -> Answering:
    """The assistant over the store of these settings; raises StoreError where the store cannot be used."""
    store = open_store(settings)
    vectors = LazyVectors(settings, store)

    def passages(words: str, documents: list[str]) -> list[Passage]:
        return [found.passage for found in retrieve(store, vectors, words, documents)]

    assistant = Assistant(Library(store.engine), passages, LooseTables(TableShelf(store.engine)))
    if settings.model == "none":
        return assistant
    # What a model needs is imported only where one is used: it doubles the time to the first answer.
    from assistant.model.language_model import open_model
    from assistant.model.modelled import ModelledAssistant

    model = open_model(settings)
    return assistant if model is None else ModelledAssistant(assistant, model)
