"""A line of which nothing is printed but that there is none."""

from pathlib import Path

import pytest

from assistant.answer import AnswerKind
from assistant.ask import Assistant
from assistant.finding.library import Library
from assistant.question import Question
from tests.assistant.town import saying, stored, water

TEXT = "本单位为事业单位，没有机关运行经费预算。政府采购预算总额6.00万元。"


def test_the_sentence_that_says_so_is_quoted_for_that_line_alone(tmp_path: Path) -> None:
    told = Assistant(Library(stored(tmp_path, saying(water(), ("其他事项", TEXT))).engine))
    answer = told.ask(Question("水利局2026年机关运行经费安排了多少"))
    assert answer.kind is AnswerKind.TEXT and "没有机关运行经费预算" in answer.text
    assert told.ask(Question("水利局2024年机关运行经费安排了多少")).kind is AnswerKind.REFUSAL


@pytest.mark.parametrize(
    "said",
    ["按规定未使用机关运行经费", "不在机关运行经费统计范围之内", "无机关运行经费支出"],
)
def test_a_body_outside_a_line_says_so_in_its_own_words(tmp_path: Path, said: str) -> None:
    told = Assistant(Library(stored(tmp_path, saying(water(), ("其他事项", f"本单位为事业单位，{said}。"))).engine))
    answer = told.ask(Question("水利局2026年机关运行费用有多少"))
    assert answer.kind is AnswerKind.TEXT and said in answer.text
