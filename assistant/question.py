"""The question as it was asked: its words, and the turns before it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Question:
    """A person's words and the earlier questions of the same conversation, oldest first."""

    words: str
    after: tuple[str, ...] = ()
    language: str | None = None  # "zh" or "en"; None lets the words decide
