"""The one place that wires settings, stores and the assistant."""

from assistant.ask import Assistant
from assistant.library import Library
from ingest.settings import Settings
from ingest.stores.store import open_store


def open_assistant(settings: Settings) -> Assistant:
    """The assistant over the store of these settings; raises StoreError where the store cannot be used."""
    return Assistant(Library(open_store(settings).engine))
