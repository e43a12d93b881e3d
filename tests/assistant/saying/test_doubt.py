"""Figures recognised from scans: the note in the answer and the confidence in the contract."""

from decimal import Decimal

import pytest

from assistant.answer import Answer, AnswerFigure, AnswerKind, SourceRef
from assistant.saying.contract import to_contract
from assistant.saying.doubt import with_doubt


def answer(*confidences: float | None) -> Answer:
    sources = tuple(
        SourceRef("a", "scan.pdf", "青禾市水务局", 2, "收支总表", "合计", "预算数", "12.50", None, confidence)
        for confidence in confidences
    )
    figure = AnswerFigure(Decimal("12.50"), "万元", "合计", False, tuple(range(len(sources))))
    return Answer(AnswerKind.NUMBER, "12.50万元。", (figure,), (), sources)


def test_a_figure_read_with_little_confidence_is_marked() -> None:
    told = with_doubt(answer(0.8765), "zh")
    assert told.text == "12.50万元。\n注意：这个数是从扫描件识别出来的，识别把握只有 87%，请对照原页。"
    assert "87%" in with_doubt(answer(0.8765), "en").text


@pytest.mark.parametrize("confidence", [None, 0.97])
def test_exact_and_sure_figures_are_not_marked(confidence: float | None) -> None:
    assert with_doubt(answer(confidence), "zh") == answer(confidence)


def test_several_unsure_figures_are_counted() -> None:
    assert "有 2 个数" in with_doubt(answer(0.6, None, 0.85, 0.99), "zh").text


def test_contract_tells_the_confidence_of_recognised_places_only() -> None:
    sources = to_contract(answer(None, 0.8765), "问", 1.0)["sources"]
    assert "confidence" not in sources[0]
    assert sources[1]["confidence"] == 0.876 or sources[1]["confidence"] == 0.877
