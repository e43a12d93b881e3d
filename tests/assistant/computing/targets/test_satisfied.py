"""Whose satisfaction is asked for."""

from typing import cast

import pytest

from assistant.computing.figures.looking import Desk
from assistant.computing.targets.satisfied import satisfied_kept
from assistant.finding.evidence import Found, Outcome
from assistant.finding.library import Library
from assistant.plan import Plan

DESK = Desk(cast(Library, None), {}, "zh")


@pytest.mark.parametrize(
    ("question", "told", "kind"),
    [
        ("清淤项目干部满意度要求多少", "清淤的“群众满意度”指标", "refusal"),
        ("清淤项目职工对食堂的满意度要求多少", "清淤的“服务对象满意度”指标", "figures"),
        ("清淤项目老百姓满意度要求多少", "清淤的“社会公众满意度”指标", "figures"),
        ("清淤项目满意度要求多少", "清淤的“群众满意度”指标", "figures"),
    ],
)
def test_a_target_for_others_does_not_answer(question: str, told: str, kind: str) -> None:
    outcomes = [Outcome("figures", found=[Found(told, None, "%", [])])]
    assert satisfied_kept(DESK, Plan(question, "zh", ()), outcomes)[0].kind == kind
