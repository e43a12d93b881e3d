from dataclasses import replace
from decimal import Decimal

import pytest

from assistant.answer import Answer, AnswerFigure, AnswerItem, AnswerKind
from ui.web import answer_view


def figure(value: str, label: str) -> AnswerFigure:
    return AnswerFigure(Decimal(value), "万元", label, False, (0,))


def test_line_of_a_further_figure_is_said_once() -> None:
    answer = Answer(
        AnswerKind.NUMBER,
        "临江市司法局三公经费减少5.21万元。\n临江市司法局三公经费为1,035.10万元。\n主要原因是压减公务接待。",
        (figure("5.21", "临江市司法局三公经费减少"), figure("1035.10", "临江市司法局三公经费")),
    )
    assert answer_view._said_once(answer) == "临江市司法局三公经费减少5.21万元。\n主要原因是压减公务接待。"


def test_what_a_list_comes_to_stands_beside_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """…最大的三个是哪些，合计多少: the page shows the sum, not the members alone."""
    shown: list[str] = []
    monkeypatch.setattr(answer_view, "show", shown.append)
    item = AnswerItem("航空护林飞行服务", Decimal("1180.00"), "万元", (0,))
    answer = Answer(AnswerKind.LIST, "共1项。", (figure("3240.50", "这3个数合计"),), (item,))
    answer_view._said(answer)
    assert "3,240.50" in shown[0] and "这3个数合计" in shown[0]


def test_end_of_a_very_long_quotation_is_folded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(answer_view, "words", lambda key, **values: f"{key} {values}")
    text = "文件写道：\n" + "\n".join(f"（{n}）{'职' * 200}" for n in range(6))
    told = answer_view._quoted(text)
    assert '<p class="lead">文件写道：</p>' in told
    assert "quoted_more {&#x27;count&#x27;: 2}" in told
    assert told.count("职") == 1200
    assert "<details>" not in answer_view._quoted("“一句。”")


def test_what_was_worked_out_is_marked_among_further_figures() -> None:
    printed, computed = figure("88425805", "2025年项目支出"), replace(figure("56.49", "增减幅度"), computed=True)
    told = answer_view._others((printed, computed)).split("<li>")[1:]
    assert ["mark_computed" in one for one in told] == [False, True]
