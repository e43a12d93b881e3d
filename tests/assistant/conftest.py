"""The assistant over the invented city of ``town.py``."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from assistant.answer import Answer
from assistant.ask import Assistant
from assistant.build import open_assistant
from assistant.finding.library import Library
from assistant.question import Question
from ingest.pipeline import ingest
from ingest.settings import Settings
from tests.assistant.town import parks, stored, water


class Asked:
    """Asks questions of one assistant; what comes back is looked at by the tests."""

    def __init__(self, assistant: Assistant) -> None:
        self._assistant = assistant

    def __call__(self, words: str, *after: str) -> Answer:
        return self._assistant.ask(Question(words, after))


def asked_of_pages(made: pytest.TempPathFactory, pages: Mapping[str, str]) -> Asked:
    """The assistant over some pages, read as files of these names."""
    folder = made.mktemp("pages")
    for name, text in pages.items():
        (folder / name).write_text(text, "utf-8")
    settings = Settings(data=made.mktemp("data"))
    ingest([folder], settings, jobs=1, vectors=False)
    return Asked(open_assistant(settings))


@pytest.fixture
def ask(tmp_path: Path) -> Asked:
    """The assistant over two departments, one of them with two years."""
    return Asked(Assistant(Library(stored(tmp_path, water(), water(2025), parks()).engine)))
