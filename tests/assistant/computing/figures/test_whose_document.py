"""The document itself asked about: whose it is, of which year and kind; and which are held."""

from pathlib import Path

import pytest

from assistant.answer import AnswerKind
from assistant.ask import Assistant
from assistant.finding.library import Library
from assistant.question import Question
from tests.assistant.conftest import Asked
from tests.assistant.town import WATER, stored, water


@pytest.mark.parametrize(
    "words",
    [
        "这份预算是哪个单位哪一年的",
        "这是哪个单位的预算",
        "文件是哪年的？",
        "Which department and year is this budget for?",
    ],
)
def test_the_only_document_is_meant(tmp_path: Path, words: str) -> None:
    told = Assistant(Library(stored(tmp_path, water()).engine)).ask(Question(words))
    assert told.kind is AnswerKind.TEXT
    assert WATER in told.text
    assert "2026" in told.text
    assert told.sources


def test_a_document_spoken_of_is_meant(ask: Asked) -> None:
    told = ask("这份文件是哪个部门哪年的", "水利局2025年公务接待费多少")
    assert WATER in told.text
    assert "2025年的部门预算" in told.text
    assert ask("这份文件是哪个部门哪年的").kind is AnswerKind.REFUSAL


def test_what_a_document_prints_is_another_matter(ask: Asked) -> None:
    assert ask("这笔预算是哪个单位的", "水利局2026年泵站运行维护经费多少").kind is not AnswerKind.TEXT
    assert ask("你读了哪些文件").text.count("部门预算") >= 3
