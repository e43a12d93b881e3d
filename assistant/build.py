"""The one place that wires settings, stores and the assistant."""

from assistant.ask import Assistant
from assistant.library import Library
from assistant.retrieve import retrieve
from ingest.records.passage import Passage
from ingest.settings import Settings
from ingest.stores.store import open_store


def open_assistant(settings: Settings) -> Assistant:
    """The assistant over the store of these settings; raises StoreError where the store cannot be used."""
    store = open_store(settings)

    def passages(words: str, documents: list[str]) -> list[Passage]:
        return [found.passage for found in retrieve(store, None, words, documents)]

    return Assistant(Library(store.engine), passages)
