"""Targets beside which a table prints what was reached in years before."""

from dataclasses import replace
from pathlib import Path

from assistant.answer import AnswerKind
from assistant.ask import Assistant
from assistant.finding.library import Library
from assistant.question import Question
from tests.assistant.town import stored, water


def test_a_year_before_is_told_and_counts_as_no_target(tmp_path: Path) -> None:
    parsed = water(2026)
    own = next(i for i in parsed.indicators if i.name == "清淤河道长度")
    before = replace(own, id="a-i9", text="31公里", comparator="=", value=own.value - 4, period="2024年")
    parsed = replace(parsed, indicators=(*parsed.indicators, before))
    assistant = Assistant(Library(stored(tmp_path, parsed).engine))
    for words, values in (
        ("河道清淤工程项目2026年清淤河道长度是多少公里", ["35"]),
        ("河道清淤工程项目2024年清淤河道长度是多少公里", ["31"]),
        ("河道清淤工程项目的绩效指标有几个", ["2"]),
    ):
        assert [str(f.value) for f in assistant.ask(Question(words)).figures] == values
    assert assistant.ask(Question("河道清淤工程项目2023年清淤河道长度是多少公里")).kind is AnswerKind.REFUSAL
