"""How many are done is told by no rate, and a rate by no number."""

from decimal import Decimal

import pytest

from assistant.answer import SourceRef
from assistant.computing.targets.rates_kept import rates_kept
from assistant.finding.evidence import Found, Outcome


def _told(name: str) -> Outcome:
    source = SourceRef("d", "a.pdf", "a", 1, None, "河道清淤", name, "≥85%", None)
    return Outcome("figures", found=[Found(f"河道清淤的“{name}”", Decimal(85), "%", [source])])


@pytest.mark.parametrize(
    ("question", "name", "kept"),
    [
        ("整改完成数的目标是多少", "问题整改完成率", False),
        ("整改完成数量的指标值", "问题整改完成率", False),
        ("整改完成率的指标值", "问题整改完成数", False),
        ("整改完成率的指标值", "问题整改完成率", True),
        ("问题整改完成的目标是多少", "问题整改完成率", True),
        ("数量指标里整改完成率是多少", "问题整改完成率", True),
    ],
)
def test_a_target_is_told_for_its_own_measure(question: str, name: str, kept: bool) -> None:
    told = _told(name)
    assert (rates_kept("zh", question, [told])[0] is told) is kept
