"""Parts of a line by how they moved, the largest part's share, and bodies that have more than one of them."""

from decimal import Decimal
from pathlib import Path

import pytest

from assistant.answer import AnswerKind
from assistant.ask import Assistant
from assistant.finding.library import Library
from ingest.records.document import DocumentKind, RowRole
from ingest.records.figure import Relation
from tests.assistant.conftest import Asked
from tests.assistant.town import PARKS, WATER, Draft, stored

LINES = ("“三公”经费合计", "因公出国（境）费", "公务用车购置及运行维护费", "公务接待费")


def _draft(id: str, body: str, amounts: tuple[str, ...], moves: tuple[str, ...]) -> Draft:
    draft = Draft(id, body, 2026, DocumentKind.DEPARTMENT_BUDGET)
    table = draft.table("three_public", "一般公共预算“三公”经费支出表", (("本年预算数",),))
    whole = draft.row(table, LINES[0], amounts[:1], role=RowRole.GRAND_TOTAL)
    for label, amount in zip(LINES[1:], amounts[1:], strict=True):
        draft.row(table, label, (amount,), level=2, parent=whole)
    for label, move in zip(LINES, moves, strict=True):
        draft.said(label, move, Relation.CHANGE, basis="上年")
    return draft


@pytest.fixture
def asked(tmp_path: Path) -> Asked:
    water = _draft("a", WATER, ("20.00", "2.00", "15.00", "3.00"), ("-4.00", "0.00", "-1.00", "-3.00"))
    parks = _draft("b", PARKS, ("9.00", "0.00", "8.00", "1.00"), ("1.00", "0.00", "1.00", "0.00"))
    return Asked(Assistant(Library(stored(tmp_path, water.parsed(), parks.parsed()).engine)))


def test_the_part_that_fell_most_is_told_with_its_fall(asked: Asked) -> None:
    answer = asked("水利局三公经费里哪一项降得最多")
    assert (answer.figures[0].value, "公务接待费" in answer.figures[0].label) == (Decimal("3.00"), True)
    assert not any(f.value == Decimal("15.00") for f in answer.figures)  # not the largest part


def test_where_no_part_rose_none_is_named(asked: Asked) -> None:
    assert asked("水利局三公经费中增加最多的是哪一项").text.startswith("没有一项增加")


def test_what_the_largest_part_takes_is_its_share_of_the_line(asked: Asked) -> None:
    answer = asked("水利局三公经费里哪一项最多，占多少")
    assert Decimal("75.00") in [f.value for f in answer.figures]


@pytest.mark.parametrize("words", ["比上年下降了多少百分比", "比上年减少了几成"])
def test_a_rate_said_like_a_share_is_the_rate_of_the_change(asked: Asked, words: str) -> None:
    figure = asked(f"水利局三公经费{words}").figures[0]
    assert (figure.value, figure.unit, "下降" in figure.label) == (Decimal("16.67"), "%", True)


def test_how_a_share_moved_is_refused(asked: Asked) -> None:
    assert not asked("水利局公务接待费占三公经费的比重比上年下降了多少").figures


def test_bodies_that_have_more_than_one_of_them(asked: Asked) -> None:
    answer = asked("哪些部门的三公经费比园林局多")
    assert [(i.label, i.value) for i in answer.items] == [(WATER, Decimal("20.00"))]


def test_bodies_that_have_more_than_the_one_spoken_of(asked: Asked) -> None:
    answer = asked("哪些部门比它多", "园林局三公经费多少")
    assert [(i.label, i.value) for i in answer.items] == [(WATER, Decimal("20.00"))]


def test_a_turn_that_asks_of_every_department_leaves_the_one_spoken_of(asked: Asked) -> None:
    answer = asked("哪些部门的三公经费比上年下降了", "园林局三公经费多少")
    assert [(i.label, i.value) for i in answer.items] == [(WATER, Decimal("4.00"))]


def test_the_share_of_what_is_bought_is_of_all_that_is_bought(tmp_path: Path) -> None:
    draft = Draft("p", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    table = draft.table("other", "收支总表", (("本年预算数",),))
    draft.row(table, "支出总计", ("1,000.00",), role=RowRole.GRAND_TOTAL)
    for label, amount in (("政府采购预算", "200.00"), ("政府采购货物预算", "50.00")):
        draft.said(label, amount)
    asked = Asked(Assistant(Library(stored(tmp_path, draft.parsed()).engine)))
    assert asked("水利局政府采购中买货物的部分占多少").figures[0].value == Decimal("25.00")


def test_parts_are_held_to_the_limit_said_of_their_move(asked: Asked) -> None:
    told = asked("水利局三公经费里哪几项比上年减少超过2万元")
    assert [f.value for f in told.figures] == [Decimal("3.00")]
    assert asked("水利局三公经费里哪几项比上年减少超过9万元").kind is AnswerKind.REFUSAL
