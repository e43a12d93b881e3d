"""Vectors of passages in Chroma, through llama-index. They can always be rebuilt from the relational store.

Every change of a document puts it into the relational table ``vector_queue`` in the same transaction; ``repair``
brings the vectors of queued documents up to date, so that a run that was cut short is mended by the next.
Imports llama-index and chromadb at once (about 4 s); import this file where vectors are used.
"""

import hashlib
import uuid
from collections.abc import Collection, Sequence
from typing import Any
from urllib.parse import urlsplit

import chromadb
import numpy
from chromadb.api.shared_system_client import SharedSystemClient
from chromadb.config import Settings as ChromaSettings
from llama_index.core.schema import NodeRelationship, RelatedNodeInfo, TextNode
from llama_index.core.vector_stores.types import VectorStoreQuery
from llama_index.vector_stores.chroma import ChromaVectorStore
from sqlalchemy import delete, select

from ingest.messages import ToldError
from ingest.records.passage import Passage
from ingest.settings import Settings
from ingest.stores import schema
from ingest.stores.embedding import EmbeddingError, embedding_name, open_embedding
from ingest.stores.engine import writing
from ingest.stores.likeness import EMBEDDED, embedded_text, vector_key
from ingest.stores.store import RecordStore
from ingest.stores.vector_queue import FILLED, STATE, filled_with

_BATCH = 64
_BATCH_DOCUMENTS = 50


class VectorsError(ToldError):
    """The vectors cannot be used."""


def open_vectors(settings: Settings, store: RecordStore) -> "Vectors":
    """The vectors beside a store; raises VectorsError where Chroma or the embedding model cannot be used."""
    # Telemetry would reach for the network, and so would Chroma's own embedder.
    quiet = ChromaSettings(anonymized_telemetry=False)
    try:
        if settings.chroma_url is None:
            client = chromadb.PersistentClient(str(settings.data / "vectors"), settings=quiet)
        else:
            address = urlsplit(settings.chroma_url)
            secure = address.scheme == "https"
            port = address.port or (443 if secure else 8000)
            client = chromadb.HttpClient(address.hostname or "", port, ssl=secure, settings=quiet)
        name = embedding_name(settings)
        collection = client.get_or_create_collection(
            f"passages-{hashlib.sha256(name.encode()).hexdigest()[:12]}-{_store_id(store)}",
            embedding_function=None,
            configuration={"hnsw": {"space": "cosine", "ef_search": 200}},
        )
    except Exception as error:  # chromadb raises ValueError, its own errors and those of its parts
        reason = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise VectorsError("store.vectors_unavailable", reason=reason) from error
    return Vectors(settings, store, collection)


def _store_id(store: RecordStore) -> str:
    # Several stores may share one Chroma server; each has a collection of its own.
    facts = schema.facts
    with writing(store.engine) as connection:
        known = connection.scalar(select(facts.c.value).where(facts.c.name == "store"))
        if known is None:
            known = uuid.uuid4().hex[:12]
            connection.execute(facts.insert().values(name="store", value=known))
    return known


def forget_opened() -> None:
    """Let the next ``open_vectors`` read the index anew: Chroma keeps it as this process first saw it."""
    SharedSystemClient.clear_system_cache()


class Vectors:
    """Look-up of passages by meaning."""

    def __init__(self, settings: Settings, store: RecordStore, collection: Any) -> None:
        self._settings = settings
        self._store = store
        self._collection = collection
        self._chroma = ChromaVectorStore(chroma_collection=collection)
        self._name = embedding_name(settings)
        self._model: Any = None

    @property
    def model(self) -> Any:
        """The embedding model, loaded at first use; raises VectorsError where it cannot be."""
        if self._model is None:
            try:
                self._model = open_embedding(self._settings)
            except EmbeddingError as error:
                raise VectorsError(error.key, **error.values) from error
        return self._model

    def near(self, words: str, limit: int, documents: Collection[str] | None = None) -> list[tuple[str, float]]:
        """Passage ids nearest in meaning with their similarity, best first."""
        where = None if documents is None else {"document_id": {"$in": sorted(documents)}}
        query = VectorStoreQuery(query_embedding=self.model.get_query_embedding(words), similarity_top_k=limit)
        if self._collection.count() == 0 or (documents is not None and not documents):
            return []
        found = self._chroma.query(query, **({} if where is None else {"where": where}))
        return sorted(
            zip(found.ids or (), found.similarities or (), strict=True), key=lambda one: (-round(one[1], 6), one[0])
        )

    def repair(self) -> int:
        """Bring vectors up to date with the relational store; gives how many passages were newly embedded."""
        self._queue_all_where_lost()
        embedded = 0
        told = {FILLED: filled_with(self._settings)}
        while queued := self._queued():
            told[STATE] = uuid.uuid4().hex
            for document_id in queued:
                embedded += self._refresh(document_id)
        facts = schema.facts
        with writing(self._store.engine) as connection:
            connection.execute(delete(facts).where(facts.c.name.in_(sorted(told))))
            connection.execute(facts.insert(), [{"name": name, "value": value} for name, value in told.items()])
        return embedded

    def _queued(self) -> list[str]:
        queue = schema.vector_queue
        with self._store.engine.connect() as connection:
            query = select(queue.c.document_id).order_by(queue.c.document_id).limit(_BATCH_DOCUMENTS)
            return list(connection.scalars(query))

    def _queue_all_where_lost(self) -> None:
        # A fresh collection, or one filled for another store or model.
        passages, facts, queue = schema.passages, schema.facts, schema.vector_queue
        with writing(self._store.engine) as connection:
            mark = connection.scalar(select(facts.c.value).where(facts.c.name == "vectors"))
            here = f"{self._collection.name} {self._collection.id}"
            if mark == here:
                return
            connection.execute(delete(facts).where(facts.c.name == "vectors"))
            connection.execute(facts.insert().values(name="vectors", value=here))
            connection.execute(delete(queue))
            every = select(passages.c.document_id).where(passages.c.kind.in_(EMBEDDED)).distinct()
            connection.execute(queue.insert().from_select(["document_id"], every))

    def _refresh(self, document_id: str) -> int:
        table = schema.passages
        query = select(table).where(table.c.document_id == document_id, table.c.kind.in_(EMBEDDED))
        passages = self._store.select_passages(query.order_by(table.c.ordinal, table.c.id))
        vectors, fresh = self._vectors(passages)
        self._chroma.delete(document_id)
        nodes = [
            TextNode(
                id_=passage.id,
                text=passage.kind.value,  # the words stay in the relational store
                embedding=vector,
                relationships={NodeRelationship.SOURCE: RelatedNodeInfo(node_id=document_id)},
            )
            for passage, vector in zip(passages, vectors, strict=True)
        ]
        if nodes:
            self._chroma.add(nodes)
        queue = schema.vector_queue
        with writing(self._store.engine) as connection:
            connection.execute(delete(queue).where(queue.c.document_id == document_id))
        return fresh

    def _vectors(self, passages: Sequence[Passage]) -> tuple[list[list[float]], int]:
        texts = [embedded_text(passage) for passage in passages]
        keys = [vector_key(self._name, text) for text in texts]
        known = self._known(keys)
        missing = {key: text for key, text in zip(keys, texts, strict=True) if key not in known}
        # The longest first, so that no thread is left with a long one at the end.
        ordered = sorted(missing, key=lambda key: (-len(missing[key]), key))
        for start in range(0, len(ordered), _BATCH):
            batch = ordered[start : start + _BATCH]
            vectors = self.model.get_text_embedding_batch([missing[key] for key in batch])
            known.update(zip(batch, vectors, strict=True))
        self._remember({key: known[key] for key in ordered})
        return [known[key] for key in keys], len(ordered)

    def _known(self, keys: Sequence[str]) -> dict[str, list[float]]:
        table = schema.embeddings
        found: dict[str, list[float]] = {}
        wanted = sorted(set(keys))
        with self._store.engine.connect() as connection:
            for start in range(0, len(wanted), 500):
                query = select(table).where(table.c.key.in_(wanted[start : start + 500]))
                for key, vector in connection.execute(query):
                    found[key] = numpy.frombuffer(vector, dtype="<f4").tolist()
        return found

    def _remember(self, vectors: dict[str, list[float]]) -> None:
        if not vectors:
            return
        table = schema.embeddings
        rows = [{"key": key, "vector": numpy.asarray(vector, dtype="<f4").tobytes()} for key, vector in vectors.items()]
        with writing(self._store.engine) as connection:
            connection.execute(delete(table).where(table.c.key.in_(sorted(vectors))))
            connection.execute(table.insert(), rows)
