"""Where nothing but an amount or a number is asked for, words that print none are no answer."""

import pytest

from assistant.descriptive.wanted_kind import _amount_missed
from assistant.finding.evidence import Outcome, Quote
from assistant.plan import Plan


@pytest.mark.parametrize(
    ("question", "quoted", "missed"),
    [
        ("审计报告出几份", "（四）直接审计下列事项，出具审计报告。", True),
        ("花在居委会的钱", "七、指导居委会建设，组织居民参与社区管理。", True),
        ("审计报告出几份", "全年出具审计报告30份。", False),
        ("现有几辆车", "本部门无车辆。", False),
        ("审计报告出几份，为什么", "直接审计下列事项，出具审计报告。", False),
    ],
)
def test_only_words_without_a_number(question: str, quoted: str, missed: bool) -> None:
    assert _amount_missed(Plan(question, "zh", ()), [Outcome("quotes", quotes=[Quote(quoted, [])])]) is missed
