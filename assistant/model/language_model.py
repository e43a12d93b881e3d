"""The optional language model, behind llama-index: any OpenAI-compatible endpoint, or Ollama. Off by default.

A model here writes words. No figure, source or setting of an answer can come from it.
"""

import time
from collections.abc import Iterator
from typing import Any, Protocol

from ingest.settings import Settings

LONGEST_REPLY = 4_000  # characters; a server that never stops is stopped here


class ModelFault(Exception):
    """The model could not be used this time; the text says what happened, for the log and the answer's method."""


class Model(Protocol):
    """Something that writes text for a prompt, piece by piece."""

    def stream(self, system: str, prompt: str) -> Iterator[str]:
        """The reply as it comes; raises ModelFault where none comes in time or the server fails."""
        ...


def open_model(settings: Settings) -> Model | None:
    """The configured model, None where none is; nothing is contacted before the first use."""
    if settings.model == "none":
        return None
    return _Served(settings)


class _Served:
    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._llm: Any = None

    def stream(self, system: str, prompt: str) -> Iterator[str]:
        length = 0
        try:
            from llama_index.core.base.llms.types import ChatMessage, MessageRole

            messages = [ChatMessage(role=MessageRole.SYSTEM, content=system)]
            messages.append(ChatMessage(role=MessageRole.USER, content=prompt))
            llm = self._opened()  # loading the client is our own time, not the server's
            deadline = time.monotonic() + self._settings.model_seconds
            for reply in llm.stream_chat(messages):
                piece = reply.delta or ""
                length += len(piece)
                if time.monotonic() > deadline:
                    raise ModelFault("the model took too long")
                if length > LONGEST_REPLY:
                    raise ModelFault("the model did not stop")
                if piece:
                    yield piece
        except ModelFault:
            raise
        except Exception as fault:  # the clients raise their vendors' own errors for the same few mishaps
            raise ModelFault(f"the model could not be reached ({type(fault).__name__})") from fault
        if not length:
            raise ModelFault("the model said nothing")

    def _opened(self) -> Any:
        if self._llm is None:
            self._llm = _ollama(self._settings) if self._settings.model == "ollama" else _openai_like(self._settings)
        return self._llm


def _openai_like(settings: Settings) -> Any:
    from llama_index.llms.openai_like import OpenAILike

    key = settings.model_key.get_secret_value() if settings.model_key else "none"
    return OpenAILike(
        model=settings.model_name or "default",
        api_base=settings.model_url or "http://127.0.0.1:8080/v1",
        api_key=key,
        is_chat_model=True,
        temperature=0.0,
        max_tokens=600,
        max_retries=0,
        timeout=float(settings.model_seconds),
    )


def _ollama(settings: Settings) -> Any:
    from llama_index.llms.ollama import Ollama

    return Ollama(
        model=settings.model_name or "qwen3",
        base_url=settings.model_url or "http://127.0.0.1:11434",
        request_timeout=float(settings.model_seconds),
        temperature=0.0,
        thinking=False,
    )
