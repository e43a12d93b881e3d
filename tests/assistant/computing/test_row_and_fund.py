"""One row read over its columns and funds: its total column, and the same line of another fund asked on."""

from decimal import Decimal
from pathlib import Path

import pytest

from assistant.answer import AnswerKind
from assistant.ask import Assistant
from assistant.finding.library import Library
from assistant.plan import Operation
from assistant.question import Question
from assistant.understand.bodies.named import Bodies
from assistant.understand.reading import plan_of
from assistant.understand.vocabulary import vocabulary
from assistant.understand.words.text import words_of
from ingest.records.document import DocumentKind, RowRole, Stage
from tests.assistant.town import WATER, Draft, stored


@pytest.fixture
def town(tmp_path: Path) -> Assistant:
    """A final account whose subjects are printed once of all funds and once of one."""
    draft = Draft("a", WATER, 2025, DocumentKind.DEPARTMENT_FINAL_ACCOUNT, Stage.FINAL_ACCOUNT)
    for kind, title, amounts in (
        ("expenditure_total", "支出决算表", ("500.00", "200.00", "300.00")),
        ("general_public", "一般公共预算财政拨款支出决算表", ("430.00", "200.00", "230.00")),
    ):
        table = draft.table(kind, title, (("合计",), ("基本支出",), ("项目支出",)))
        draft.row(table, "合计", amounts, role=RowRole.GRAND_TOTAL, level=0)
        draft.row(table, "防汛", amounts, code="2130314", scheme="functional", level=3)
    return Assistant(Library(stored(tmp_path, draft.parsed()).engine))


@pytest.mark.parametrize("fund", ["那一般公共预算财政拨款呢", "那只看一般公共预算财政拨款呢"])
def test_a_fund_asked_on_is_of_the_line_and_kind_spoken_of(town: Assistant, fund: str) -> None:
    answer = town.ask(Question(fund, ("水利局2025年2130314的项目支出是多少",)))
    assert answer.figures and answer.figures[0].value == Decimal(230), answer.text


def test_a_line_of_no_such_fund_is_not_answered_with_the_funds_total(town: Assistant) -> None:
    answer = town.ask(Question("那政府性基金呢", ("水利局2025年2130314的项目支出是多少",)))
    assert answer.kind is AnswerKind.REFUSAL and not answer.figures


def test_the_total_column_of_a_row_is_no_other_line_than_its_parts(tmp_path: Path) -> None:
    draft = Draft("a", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    table = draft.table(
        "general_public_basic",
        "部门一般公共预算基本支出表",
        (("一般公共预算基本支出", "合计"), ("一般公共预算基本支出", "人员经费"), ("一般公共预算基本支出", "公用经费")),
    )
    draft.row(table, "福利费", ("43.00", "0.00", "43.00"), code="30229", scheme="department_economic", level=2)
    town = Assistant(Library(stored(tmp_path, draft.parsed()).engine))
    answer = town.ask(Question("水利局一般公共预算基本支出中福利费预算为多少"))
    assert answer.figures and answer.figures[0].value == Decimal(43), answer.text
    assert town.ask(Question("水利局基本支出中福利费的人员经费是多少")).figures[0].value == 0


def test_a_share_may_say_its_whole_by_its_sum() -> None:
    vocab = vocabulary({}, Bodies([WATER], []))
    (share,) = plan_of(words_of("水利局2026年支出合计中，培训费的占比是百分之多少"), vocab, "zh").asks
    assert (share.operation, [t.concept for t in share.base]) == (Operation.SHARE, ["expenditure_total"])
    (amount,) = plan_of(words_of("水利局2026年支出合计中，培训费是多少"), vocab, "zh").asks[-1:]
    assert amount.operation is Operation.LOOKUP
