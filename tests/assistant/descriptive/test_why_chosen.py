"""Why a project that was chosen by its rate has that rank, as the narrative tells it."""

from pathlib import Path

import pytest

from assistant.ask import Assistant
from assistant.finding.library import Library
from assistant.question import Question
from ingest.parse import parse
from ingest.reading.pdf import read_pdf
from tests.assistant.town import stored
from tests.ingest.conftest import Drawing

TOLD = "从评价情况来看，渠道巡护项目执行率最低，主要原因是部分巡护员中途离岗。"


@pytest.fixture
def told(tmp_path: Path) -> Assistant:
    page = Drawing(tmp_path / "drawn.pdf", (595.0, 842.0))
    page.text(40, 60, "云溪市水务局2023年部门决算")
    page.text(40, 80, "五、预算绩效管理情况说明")
    page.text(40, 100, TOLD)
    page.text(40, 140, "2023年度项目支出绩效自评结果汇总表")
    page.text(40, 155, "单位：万元")
    rows = [
        ["项目名称", "全年预算数", "全年执行数", "执行率(%)", "自评总分"],
        ["渠道巡护", "100.00", "90.00", "90.00", "93.80"],
        ["堤防加固", "200.00", "196.00", "98.00", "97.00"],
    ]
    page.table(40, 170, [160, 90, 90, 80, 80], rows)
    return Assistant(Library(stored(tmp_path, parse(read_pdf(page.done()), "e" * 16)).engine))


def test_the_reason_stands_beside_the_chosen_project(told: Assistant) -> None:
    answer = told.ask(Question("云溪市水务局2023年哪个项目执行率最低，为什么"))
    assert [item.label for item in answer.items] == ["渠道巡护"] and "中途离岗" in answer.text


def test_a_reason_that_is_not_printed_is_missing(told: Assistant) -> None:
    answer = told.ask(Question("云溪市水务局2023年哪个项目执行率最高，为什么"))
    assert [item.label for item in answer.items] == ["堤防加固"] and "没有找到" in answer.text


@pytest.mark.parametrize(
    ("question", "labels"),
    [
        ("云溪市水务局2023年执行率不到95%的项目有哪些", ["渠道巡护"]),
        ("云溪市水务局2023年自评得分最高的项目", ["堤防加固"]),
    ],
)
def test_a_list_of_rates_and_total_points_is_one_of_self_evaluations(
    told: Assistant, question: str, labels: list[str]
) -> None:
    assert [item.label for item in told.ask(Question(question)).items] == labels


def test_low_without_a_bound_chooses_none(told: Assistant) -> None:
    assert not told.ask(Question("云溪市水务局2023年执行率低的项目有哪些")).items
