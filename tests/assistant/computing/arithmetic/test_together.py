"""Things taken together: one line at two kinds of spending, and no two lines for what is named once."""

from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.answer import Answer, AnswerKind
from assistant.ask import Assistant
from assistant.finding.library import Library
from ingest.records.document import DocumentKind
from tests.assistant.conftest import Asked
from tests.assistant.town import WATER, Draft, stored

Asks = Callable[..., Answer]


@pytest.fixture
def repairs(tmp_path: Path) -> Asks:
    """Repairs paid as running costs and under projects, and a project of a like name."""
    draft = Draft("a", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    basic = draft.table("general_public_basic", "一般公共预算基本支出情况表", (("预算",),))
    draft.row(basic, "维修（护）费", ("7.50",), code="30213", scheme="economic")
    draft.row(basic, "公务用车运行维护费", ("3.00",), code="30231", scheme="economic")
    under = draft.table("general_public_project", "一般公共预算项目支出情况表", (("预算",),))
    draft.row(under, "维修（护）费", ("268.98",), code="30213", scheme="economic")
    listed = draft.table("project_expenditure", "项目支出预算表", (("总计",),))
    draft.row(listed, "闸门修缮经费", ("30.00",))
    return Asked(Assistant(Library(stored(tmp_path, draft.parsed()).engine)))


def test_both_kinds_of_spending_of_one_line_are_added_up(repairs: Asks) -> None:
    for words in ("维修费基本支出和项目支出两头一共多少", "修缮维护的钱，基本支出和项目支出加起来多少"):
        assert "276.48" in repairs(f"水利局{words}").text, words


def test_two_lines_are_not_added_up_for_what_is_named_once(repairs: Asks) -> None:
    answer = repairs("水利局修葺维护基本支出和项目支出一共多少")
    assert answer.kind is AnswerKind.REFUSAL and "闸门修缮经费" in answer.text, answer.text
