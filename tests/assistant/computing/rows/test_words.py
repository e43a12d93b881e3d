"""Cells of words in the row a question describes: dates, paying projects, funds, ways of purchase."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from assistant.answer import AnswerKind
from assistant.ask import Assistant
from assistant.finding.library import Library
from ingest.records.document import DocumentKind
from ingest.records.units import Amount, Unit, UnitKind
from tests.assistant.conftest import Asked
from tests.assistant.town import WATER, Draft, parks, stored


@pytest.fixture
def rows(tmp_path: Path) -> Asked:
    """A department with a table of its meetings, one of its purchases and projects with goals."""
    draft = Draft("a", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    meetings = draft.table("other", "会议费明细表", (("人数",), ("金额",)))
    people = Unit("人", UnitKind.COUNT)
    for label, day, count, money in (
        ("防汛业务会", "2026-3-26", "80", "2.50"),
        ("节水业务会", "2026-9-4", "60", "1.20"),
    ):
        row = draft.row(meetings, label, (count, money))
        draft.words(row, "时间", day)
        draft.figures[-2] = replace(draft.figures[-2], unit=people, amount=Amount(Decimal(count), people))
    bought = draft.table(
        "procurement", "政府采购支出表", (("总计",), ("资金来源", "一般公共预算资金"), ("资金来源", "单位资金"))
    )
    for label, own, way, amounts in (
        ("水文监测服务", "河湖巡查经费", "分散采购", ("30.00", "30.00", None)),
        ("复印纸", "日常公用", "集中采购", ("1.50", None, "1.50")),
    ):
        row = draft.row(bought, label, amounts)
        draft.words(row, "专项名称", own)
        draft.words(row, "采购组织形式", way)
    projects = draft.table("performance_targets", "项目绩效目标表", (("总计",),))
    tour = draft.row(projects, "对外交流经费", ("12.00",))
    draft.words(tour, "绩效目标", "赴澳大利亚调研河流治理，形成报告1份。")
    draft.words(draft.row(projects, "河湖巡查经费", ("45.00",)), "绩效目标", "巡查全市河湖，及时处置问题。")
    return Asked(Assistant(Library(stored(tmp_path, draft.parsed(), parks()).engine)))


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("水利局防汛业务会定在几月几号，来多少人参加", ("2026-3-26", "80")),
        ("水利局节水业务会什么时候开", ("2026-9-4",)),
        ("水利局水文监测服务这笔采购出自哪个专项，多少钱", ("河湖巡查经费", "30")),
        ("水利局复印纸是集中采购还是分散采购", ("集中采购",)),
        ("水利局买复印纸的钱，是财政拨的还是单位自己的", ("单位资金",)),
        ("水利局打算去澳洲考察，这笔出国的钱放在哪个项目，多少钱", ("对外交流经费", "12")),
    ],
)
def test_the_cell_is_told_with_the_figures_beside_it(rows: Asked, question: str, words: tuple[str, ...]) -> None:
    answer = rows(question)
    assert all(word in answer.text for word in words), answer.text
    assert answer.sources


@pytest.mark.parametrize(
    "question",
    ["水利局财务业务会什么时候开", "水利局去日本考察的钱放在哪个项目", "水利局复印纸是公开招标还是询价采购"],
)
def test_a_word_that_no_row_carries_is_not_dropped(rows: Asked, question: str) -> None:
    assert rows(question).kind in (AnswerKind.REFUSAL, AnswerKind.CLARIFICATION)


def test_counts_and_money_of_one_row_are_both_told(rows: Asked) -> None:
    figures = rows("水利局防汛业务会有多少人参加，花多少钱").figures
    assert [str(f.value) for f in figures] == ["80", "2.50"]
