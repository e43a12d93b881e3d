"""Odd text never stops parsing: whatever a page holds, records come out and say no more than is printed."""

from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.narrative.clauses import statements_in
from ingest.narrative.prose import prose_lines
from ingest.parse import parse
from ingest.records.layout import Line, Page, Reading
from ingest.wording.indicator_text import read_indicator_text
from ingest.wording.targets import read_target

PIECES = """
    收入预算 支出预算 “三公”经费 比上年 较2025年年初预算 增加 下降 3.5% 1,234.56万元 0万元 其中： 包括：
    （ ） ， ； 。 ： 主要原因是 一是 持平 2026年 上年 车辆3辆 占 完成年初预算的 一、 （一） 1. 某市某局 第一部分
    目录 注： ≥90% 1-产出指标； 年度指标值：
"""
WORDS = st.lists(st.sampled_from(PIECES.split()), max_size=24).map("".join)


@given(WORDS)
@settings(max_examples=400)
def test_clauses_state_only_printed_numbers(text: str) -> None:
    told = statements_in(text, "某市某局")
    for statement in told.statements:
        printed = text[statement.start : statement.end]
        digits = "".join(c for c in str(abs(statement.value)) if c.isdigit())
        assert digits in "".join(c for c in printed if c.isdigit()) or statement.value == 0


@given(WORDS)
def test_indicators_and_targets_take_any_text(text: str) -> None:
    for item in read_indicator_text(text):
        assert item.target in text
    read_target(text)


@given(st.lists(st.tuples(WORDS, st.booleans()), max_size=12))
@settings(max_examples=60, deadline=None)
def test_a_file_of_odd_lines_is_parsed(lines: list[tuple[str, bool]]) -> None:
    boxed = [
        Line(text, (90.0, 60.0 + 30 * i, 90.0 + 15 * min(len(text), 28), 75.0 + 30 * i) if has_box else None, 15.0)
        for i, (text, has_box) in enumerate(lines)
    ]
    reading = Reading("odd.pdf", "pdf", (Page(1, 595.0, 842.0, (), tuple(boxed)),))
    parsed = parse(reading, "d" * 16)
    assert len({f.id for f in parsed.figures}) == len(parsed.figures)
    assert len({p.id for p in parsed.passages}) == len(parsed.passages)
    assert parse(reading, "d" * 16) == parsed
    assert len(prose_lines(reading)) <= len(lines)
