from decimal import Decimal

from assistant.answer import AnswerItem
from ui.web.chart_view import bars_html


def test_bars_are_in_proportion_and_values_exact() -> None:
    drawn = bars_html((AnswerItem("甲<b>", Decimal("20206.21"), "万元", ()), AnswerItem("乙", Decimal(0), "万元", ())))
    assert "--long:1.0000" in drawn and "--long:0.0000" in drawn
    assert "20,206.21\u202f万元" in drawn and "甲&lt;b&gt;" in drawn
