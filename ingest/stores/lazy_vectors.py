"""The vectors, opened when the first descriptive question needs them: numeric questions never wait for them."""

import threading
from collections.abc import Collection
from typing import Any

from sqlalchemy import select

from ingest.settings import Settings
from ingest.stores import schema
from ingest.stores.store import RecordStore
from ingest.stores.vector_queue import STATE


class LazyVectors:
    """Stands for ``ingest.stores.vectors.Vectors``; finds nothing where they cannot be used, and says why in ``fault``.

    Opening takes about 4 s once a process.
    """

    def __init__(self, settings: Settings, store: RecordStore) -> None:
        self._settings = settings
        self._store = store
        self._lock = threading.Lock()
        self._opened: Any = None
        self._state: str | None = None  # of the vectors when they were opened
        self.fault: tuple[str, dict[str, object]] | None = None  # a message key and its values

    def near(self, words: str, limit: int, documents: Collection[str] | None = None) -> list[tuple[str, float]]:
        """Passage ids nearest in meaning with their similarity, best first."""
        with self._lock:
            vectors = self._open()
            if vectors is None:
                return []
            from ingest.stores.vectors import VectorsError

            try:
                found: list[tuple[str, float]] = vectors.near(words, limit, documents)
            except VectorsError as error:
                self.fault = (error.key, error.values)
                return []
            return found

    def _open(self) -> Any:
        if self._settings.embedding == "none":
            return None
        state = self._state_now()
        if (self._opened is not None and state == self._state) or self.fault is not None:
            return self._opened
        from ingest.stores.vectors import VectorsError, forget_opened, open_vectors

        try:
            forget_opened()
            self._opened = open_vectors(self._settings, self._store)
            self._state = state
        except VectorsError as error:
            self.fault = (error.key, error.values)
        return self._opened

    def _state_now(self) -> str | None:
        facts = schema.facts
        with self._store.engine.connect() as connection:
            return connection.scalar(select(facts.c.value).where(facts.c.name == STATE))
