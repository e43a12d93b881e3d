"""The one place that wires settings, stores and the assistant."""

from assistant.ask import Answering, Assistant
from assistant.descriptive.retrieve import retrieve
from assistant.finding.library import Library
from assistant.tabular.answering import LooseTables
from assistant.tabular.shelf import TableShelf
from ingest.records.passage import Passage
from ingest.settings import Settings
from ingest.stores.likeness import Likeness
from ingest.stores.store import open_store

_NARROWED = 400  # passages of a large collection that are looked at sentence by sentence


def open_assistant(settings: Settings) -> Answering:
    """The assistant over the store of these settings; raises StoreError where the store cannot be used."""
    store = open_store(settings)

    def passages(words: str, documents: list[str]) -> list[Passage]:
        # Which sentence answers is told by its words; search by meaning adds none that could, and takes 4 s to open.
        return [found.passage for found in retrieve(store, None, words, documents, k=_NARROWED)]

    likeness = Likeness(store.engine, settings)
    loose = LooseTables(TableShelf(store.engine))
    assistant = Assistant(Library(store.engine), passages, loose, likeness.of, likeness.load)
    if settings.model == "none":
        return assistant
    # What a model needs is imported only where one is used: it doubles the time to the first answer.
    from assistant.model.language_model import open_model
    from assistant.model.modelled import ModelledAssistant

    model = open_model(settings)
    return assistant if model is None else ModelledAssistant(assistant, model)
