"""The assistant over the invented city of ``town.py``."""

from pathlib import Path

import pytest

from assistant.answer import Answer
from assistant.ask import Assistant
from assistant.finding.library import Library
from assistant.question import Question
from tests.assistant.town import parks, stored, water


class Asked:
    """Asks questions of one assistant; what comes back is looked at by the tests."""

    def __init__(self, assistant: Assistant) -> None:
        self._assistant = assistant

    def __call__(self, words: str, *after: str) -> Answer:
        return self._assistant.ask(Question(words, after))


@pytest.fixture
def ask(tmp_path: Path) -> Asked:
    """The assistant over two departments, one of them with two years."""
    return Asked(Assistant(Library(stored(tmp_path, water(), water(2025), parks()).engine)))
