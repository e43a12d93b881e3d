"""A number among others in a goal or an indicator's words is told where one alone is of what is counted."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from assistant.answer import AnswerKind
from assistant.ask import Assistant
from assistant.finding.library import Library
from assistant.question import Question
from ingest.records.document import DocumentKind
from ingest.records.passage import Passage, PassageKind, PassageSpot
from tests.assistant.town import WATER, Draft, stored

GOAL = (
    "年底前完成水事纠纷处理，民事案件120件，行政案件35件。锁定8个高频、多发的巡查点位，计划布设不少于60个水质监测点位。"
)


@pytest.fixture
def told(tmp_path: Path) -> Assistant:
    draft = Draft("c", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    table = draft.table("project_targets", "项目支出绩效目标表", (("金额",),))
    row = draft.row(table, "水事调处经费", ("32.00",))
    draft.indicator(row, "刊物发行情况", "《水事论坛》发行期数和发行量=全年6期，总发行量不低于9000册", None, None)
    parsed = draft.parsed()
    spot = PassageSpot(1, (1.0, 1.0, 9.0, 9.0), 0, len(GOAL))
    goal = Passage(
        "c-p1", parsed.document.id, 1, PassageKind.GOAL, ("绩效目标",), GOAL, 1, 1, (spot,), table.id, row.id
    )
    return Assistant(Library(stored(tmp_path, replace(parsed, passages=(goal,))).engine))


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("水利局水事调处经费的目标里，行政案件要处理多少件", "35"),
        ("水利局要在全市布设多少个水质监测点位", "60"),
        ("民事120件之外，水利局还要处理行政案件多少件", "35"),
        ("水利局民事案件的目标件数", "120"),
        ("水利局锁定多少个高频的巡查点位", "8"),
        ("水利局三十多万的水事调处经费，目标里民事案件是几件", "120"),
        ("水利局水事论坛总发行量不低于多少册", "9000"),
        ("水利局《水事论坛》 总发行量 指标", "9000"),
        ("水利局民事和行政案件一共处理多少件", "155"),
    ],
)
def test_the_number_of_what_is_counted_is_told_with_its_words(told: Assistant, question: str, value: str) -> None:
    answer = told.ask(Question(question))
    assert answer.kind is AnswerKind.NUMBER
    assert [figure.value for figure in answer.figures] == [Decimal(value)]


@pytest.mark.parametrize(
    "question",
    [
        "水利局案件一共处理多少件",  # two of them fit
        "水利局刑事案件处理多少件",
        "水利局民事和刑事案件一共处理多少件",
        "水利局五十多万的水事调处经费，目标里民事案件是几件",
        "水利局水事论坛总阅读量多少次",
    ],
)
def test_no_neighbours_number_is_told(told: Assistant, question: str) -> None:
    assert told.ask(Question(question)).kind is not AnswerKind.NUMBER


@pytest.mark.parametrize(
    "question",
    [
        "水利局水事调处经费的目标里，民事、行政案件各要处理多少件",
        "水利局水事调处经费的目标要处理多少件民事案件、多少件行政案件",
        "民事案件和行政案件，水利局水事调处经费的目标分别是处理多少件",
    ],
)
def test_each_of_several_kinds(told: Assistant, question: str) -> None:
    answer = told.ask(Question(question))
    assert [str(f.value) for f in answer.figures] == ["120", "35"], answer.text


def test_a_kind_that_is_not_printed_leaves_none_told(told: Assistant) -> None:
    assert not told.ask(Question("水利局水事调处经费的目标里，民事、仲裁案件各要处理多少件")).figures
