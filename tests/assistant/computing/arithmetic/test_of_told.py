"""Turns that lean on one figure told before: its parts, its share, what is left of it, it and the one before it."""

from decimal import Decimal
from pathlib import Path

import pytest

from assistant.answer import AnswerKind
from assistant.ask import Assistant
from assistant.finding.library import Library
from ingest.records.document import DocumentKind, RowRole
from ingest.records.figure import Relation
from ingest.records.units import PERCENT
from tests.assistant.conftest import Asked
from tests.assistant.town import PARKS, STATION, WATER, Draft, stored, water

_COLUMNS = (("合计",), ("基本支出",), ("项目支出",), ("政府采购", "小计"), ("政府采购", "其中：预留给中小企业"))


def parks() -> Draft:
    """A budget that tells of each subject what is bought, and how its services divide."""
    draft = Draft("c", PARKS, 2026, DocumentKind.DEPARTMENT_BUDGET)
    spend = draft.table("expenditure_total", "支出总表", _COLUMNS)
    top = draft.row(spend, "合计", ("820.00", "500.00", "320.00", "90.00", "60.00"), role=RowRole.GRAND_TOTAL, level=0)
    draft.row(spend, "行政运行", ("500.00", "500.00", "0.00", "30.00", "15.00"), code="2120101", parent=top)
    draft.row(spend, "绿化养护业务", ("320.00", "0.00", "320.00", "60.00", "45.00"), code="2120102", parent=top)
    bought = draft.table("service_purchase", "政府购买服务明细表", (("预算金额",),))
    draft.row(bought, "合计", ("80.00",), role=RowRole.GRAND_TOTAL, level=0)
    draft.row(bought, "园林监测服务", ("60.00",))
    draft.row(bought, "印刷服务", ("20.00",))
    draft.said("培训费", "7.00")
    draft.said("会议费", "3.00")
    return draft


@pytest.fixture
def asked(tmp_path: Path) -> Asked:
    return Asked(Assistant(Library(stored(tmp_path, water(), parks().parsed()).engine)))


RESERVED = "园林局2026年政府采购里预留给中小企业的有多少"
SPENT = "水利局2026年支出总计是多少"


@pytest.mark.parametrize(
    ("turns", "value"),
    [
        ((RESERVED, "其中绿化养护业务那个科目对应多少"), "45.00"),
        (("园林局2026年园林监测服务多少钱", "占全部购买服务的几成"), "75.00"),
        ((SPENT, "其中项目支出呢", "占几成"), "60.00"),
        ((SPENT, "其中项目支出呢", "剩下的呢"), "600.00"),
        ((SPENT, "其中项目支出占多少", "其余的那部分是多少"), "600.00"),
        ((SPENT, "项目支出占其中的几成"), "60.00"),
        (("园林局2026年政府采购预算多少", "其中行政运行占多少"), "33.33"),
        (("水利局三公经费合计多少", "其中公务接待费占多少"), "21.95"),
        (("园林局培训费多少", "会议费呢", "两个加起来"), "10.00"),
        (("园林局培训费多少", "会议费呢", "园林监测服务呢", "三个加起来"), "70.00"),
        (("园林局培训费多少", "会议费呢", "园林监测服务呢", "后两个加起来"), "63.00"),
        (("水利局2026年哪个项目最费钱", "它占总数的几成"), "44.44"),
        (("水利局2026年项目支出多少", "它比基本支出多多少"), "300.00"),
        (("水利局2026年项目支出多少", "是基本支出的几倍"), "1.50"),
    ],
)
def test_a_turn_is_of_what_was_told(asked: Asked, turns: tuple[str, ...], value: str) -> None:
    answer = asked(turns[-1], *turns[:-1])
    assert answer.figures and answer.figures[0].value == Decimal(value), answer.text


@pytest.mark.parametrize(
    "turns",
    [
        (RESERVED, "其中培训费多少"),
        ("水利局公务接待费多少", "其中基本支出多少"),
        ("水利局2026年项目支出多少", "基本支出呢", "剩下的呢"),
        ("水利局2026年支出总计是多少", "剩下的呢"),
        ("水利局2026年项目支出多少", "两个加起来"),
        ("园林局培训费多少", "人均多少"),
        ("园林局差旅费多少", "占购买服务的几成"),
        ("水利局公务接待费多少", "占政府采购的几成"),
        ("园林局培训费多少", "其中项目培训费多少"),
        ("园林局培训费多少", "会议费呢", "四个加起来"),
        ("园林局培训费多少", "会议费呢", "园林监测服务呢", "前两个加起来"),
        (SPENT, "其中项目支出呢", "加起来多少"),
        ("水利局2026年哪个项目最费钱", "这个项目是干什么的", "占项目支出多少"),
    ],
)
def test_what_cannot_be_kept_within_is_refused(asked: Asked, turns: tuple[str, ...]) -> None:
    assert asked(turns[-1], *turns[:-1]).kind is AnswerKind.REFUSAL, asked(turns[-1], *turns[:-1]).text


def test_it_is_the_body_that_a_rank_chose(tmp_path: Path) -> None:
    draft = Draft("a", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    three = draft.table("three_public", "“三公”经费预算表", (("合计",), ("公务接待费",)))
    draft.row(three, "合计", ("20.50", "5.00"), role=RowRole.GRAND_TOTAL, level=0)
    draft.row(three, WATER, ("8.50", "4.00"), body=WATER)
    draft.row(three, STATION, ("12.00", "1.00"), body=STATION)
    asked = Asked(Assistant(Library(stored(tmp_path, draft.parsed()).engine)))
    first = "水利局哪个单位的三公经费最多"
    assert [i.label for i in asked(first).items] == [STATION]
    assert asked("它的公务接待费多少", first).figures[0].value == Decimal("1.00")
    assert asked("它的会议费多少", first).kind is AnswerKind.REFUSAL
    of_each = asked("各自公务接待费多少", "水利局有哪些下属单位")
    assert [i.value for i in of_each.items] == [Decimal("4.00"), Decimal("1.00")], of_each.text


def test_a_printed_share_of_another_whole_is_not_told(tmp_path: Path) -> None:
    draft = parks()
    draft.said("绿化养护业务", "40.0", Relation.SHARE, PERCENT, "一般公共预算支出")
    asked = Asked(Assistant(Library(stored(tmp_path, draft.parsed()).engine)))
    answer = asked("其中绿化养护业务占几成", "园林局2026年支出合计多少")
    assert answer.figures[0].value == Decimal("39.02"), answer.text


def test_what_is_asked_beside_its_whole_stays_within_it(asked: Asked) -> None:
    told = asked("园林局绿化养护业务多少，其中行政运行多少")
    assert [str(f.value) for f in told.figures] == ["320.00"]
    told = asked("园林局支出合计多少，其中基本支出和项目支出各多少")
    assert [str(f.value) for f in told.figures] == ["820.00", "500.00", "320.00"]


@pytest.mark.parametrize(
    ("turns", "value"),
    [
        (("园林局培训费多少", "为什么涨", "会议费呢", "这两项加起来"), "10.00"),
        (("园林局培训费多少", "会议费呢", "哪个多", "两项合计"), "10.00"),
        (("园林局培训费多少", "会议费呢", "换成元", "两个加起来"), "10.00"),
        (("园林局培训费多少", "会议费呢", "会议费为什么减少", "前面两项加起来是多少"), "10.00"),
    ],
)
def test_a_sum_is_of_the_lines_told_whatever_was_asked_of_them(asked, turns: tuple[str, ...], value: str) -> None:
    answer = asked(turns[-1], *turns[:-1])
    assert answer.figures and answer.figures[0].value == Decimal(value), answer.text


@pytest.mark.parametrize("turns", [("园林局培训费多少", "两项合计"), ("园林局培训费为什么涨", "这两项加起来")])
def test_one_line_is_no_sum_of_two(asked, turns: tuple[str, ...]) -> None:
    assert asked(turns[-1], *turns[:-1]).kind is AnswerKind.REFUSAL


@pytest.fixture
def moving(tmp_path: Path) -> Asked:
    """Two lines of one budget, each with its change on the year before."""
    draft = Draft("d", PARKS, 2026, DocumentKind.DEPARTMENT_BUDGET)
    for label, now, by in (("培训费", "7.00", "-3.00"), ("会议费", "3.00", "-1.00")):
        draft.said(label, now)
        draft.said(label, by, Relation.CHANGE, basis="上年")
    return Asked(Assistant(Library(stored(tmp_path, draft.parsed()).engine)))


@pytest.mark.parametrize("first", ["园林局培训费多少", "园林局培训费比上年减少多少"])
@pytest.mark.parametrize("turn", ["两项一共减少多少", "这两项共少了多少"])
def test_how_much_several_moved_is_of_all_of_them(moving, first: str, turn: str) -> None:
    answer = moving(turn, first, "会议费呢")
    assert answer.figures and abs(answer.figures[0].value) == Decimal("4.00"), answer.text


@pytest.mark.parametrize("turn", ["两项合计", "加起来多少", "这两项一共"])
def test_what_is_added_up_is_what_was_asked_of_each(moving, turn: str) -> None:
    answer = moving(turn, "园林局培训费比上年减少多少", "会议费呢")
    assert answer.figures and abs(answer.figures[0].value) == Decimal("4.00"), answer.text
    answer = moving(turn, "园林局培训费多少", "会议费比上年减少多少")
    assert not answer.figures or answer.figures[0].value == Decimal("10.00"), answer.text


@pytest.mark.parametrize("turn", ["剩下的合计", "其余的合计多少"])
def test_the_rest_of_one_line_is_not_that_line(asked, turn: str) -> None:
    answer = asked(turn, "园林局培训费多少")
    assert answer.kind is AnswerKind.REFUSAL and not answer.figures, answer.text


def test_the_budget_of_a_unit_is_no_part_of_what_is_spent_on_projects(tmp_path: Path) -> None:
    draft = Draft("d", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    table = draft.table("income_total", "收入总表", (("合计",),))
    top = draft.row(table, "合计", ("500.00",), role=RowRole.GRAND_TOTAL, level=0)
    for body, amount in ((WATER, "300.00"), (STATION, "200.00")):
        draft.row(table, body, (amount,), parent=top, body=body)
    draft.said("项目支出", "400.00")
    talk = Asked(Assistant(Library(stored(tmp_path, draft.parsed()).engine)))
    first = "水利局2026年哪个单位预算最多"
    assert [i.value for i in talk(first).items] == [Decimal("300.00")]
    assert talk("占项目支出多少", first).kind is AnswerKind.REFUSAL
