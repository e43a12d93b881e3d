"""Faults that an evaluation found are told only by words that tell one, marks only by numbers."""

import pytest

from assistant.descriptive.seeming import of_no_fault, of_no_mark


@pytest.mark.parametrize(
    ("question", "told", "amiss"),
    [
        ("某局绩效自评发现了什么问题", "本局对3个项目开展自评，2个为优。", True),
        ("某局绩效自评发现了什么问题", "发现的主要问题是预算编制不够精细。", False),
        ("某局绩效自评发现了什么问题", "设备更新进度偏慢。", False),
        ("某局绩效自评得了多少分", "本局对3个项目开展自评，2个为优。", False),
    ],
)
def test_no_fault_is_told(question: str, told: str, amiss: bool) -> None:
    assert of_no_fault(question, told) is amiss


def test_no_mark_is_told_without_a_number() -> None:
    assert of_no_mark("某局项目自评得分是多少？", "引进新品种开展试验示范。")
    assert not of_no_mark("某局项目自评得分是多少？", "自评得分97.9分。")
    assert not of_no_mark("某局项目自评情况怎么样？", "自评结果为优。")
