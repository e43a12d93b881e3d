"""Questions over self-evaluations: what was done, points, how far from the target, what was missed and why, sets."""

from decimal import Decimal
from pathlib import Path

import pytest
from reportlab.lib.pagesizes import A4, landscape

from assistant.answer import AnswerKind
from assistant.ask import Assistant
from assistant.finding.library import Library
from ingest.parse import parse
from ingest.reading.pdf import read_pdf
from ingest.records.parsed import Parsed
from tests.assistant.conftest import Asked
from tests.assistant.town import stored, water
from tests.ingest.conftest import Drawing
from tests.ingest.tables.self_evaluations import all_forms


@pytest.fixture(scope="module")
def account(tmp_path_factory: pytest.TempPathFactory) -> Parsed:
    """A final account with a list of projects, a form of the whole department and two forms of projects."""
    page = Drawing(tmp_path_factory.mktemp("drawn") / "drawn.pdf", landscape(A4))
    all_forms(page)
    return parse(read_pdf(page.done()), "e" * 16)


@pytest.fixture
def asked(account: Parsed, tmp_path: Path) -> Asked:
    """The assistant over that account."""
    return Asked(Assistant(Library(stored(tmp_path, account).engine)))


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("云溪市水务局河道清淤工程自评打了几分", ["93.07"]),
        ("云溪市水务局部门整体绩效自评多少分", ["95.6"]),
        ("云溪市水务局项目自评平均多少分", ["93.19"]),
        ("云溪市水务局局本级自评项目的平均分", ["94.15"]),
        ("云溪市水务局自评超过91分的项目几个", ["3"]),
        ("云溪市水务局项目自评80分以下的有几个", ["0"]),
        ("云溪市水务局自评为良的项目有几个", ["1"]),
        ("云溪市水务局自评项目有几个", ["4"]),
        ("云溪市水务局河道清淤工程扣了多少分", ["6.93"]),
        ("云溪市水务局沿河居民满意度得了几分", ["9"]),
        ("云溪市水务局河道清淤工程和防汛物资储备自评分别多少分", ["93.07", "100"]),
        ("云溪市水务局泵站更新执行率比河道清淤低多少", ["4.21", "98.21", "94.00"]),
        ("云溪市水务局河道清淤计划清多少公里，实际清了多少公里", ["35", "36.2"]),
        ("云溪市水务局新建护岸最后建成了几处", ["9"]),
        ("云溪市水务局新建护岸目标几处", ["12"]),
        ("云溪市水务局物资完好率要求达到多少", ["95"]),
        ("云溪市水务局新建护岸离目标差几处", ["3"]),
        ("云溪市水务局每公里清淤成本比目标省了多少", ["0.6"]),
        ("云溪市水务局沿河居民满意度达标了吗", ["90", "86.5"]),
        ("云溪市水务局巡河里程完成了多少", ["7640"]),
        ("云溪市水务局河道清淤工程预算执行率多少", ["98.21"]),
        ("云溪市水务局河道管理所的自评项目一共花了多少钱", ["553.50"]),
        ("云溪市水务局有几个指标没完成", ["4"]),
        ("云溪市水务局公开的两张项目自评表里有几个指标没完成", ["4"]),
    ],
)
def test_figures(asked: Asked, question: str, values: list[str]) -> None:
    answer = asked(question)
    assert answer.kind is AnswerKind.NUMBER, answer.text
    assert [f.value for f in answer.figures] == [Decimal(v) for v in values], answer.text


@pytest.mark.parametrize(
    ("question", "labels"),
    [
        ("云溪市水务局哪个项目自评分最低", ["农村饮水维修"]),
        ("云溪市水务局项目自评得分从高到低前两名", ["防汛物资储备", "河道清淤工程"]),
        ("云溪市水务局自评得分倒数第二的项目", ["泵站更新"]),
        ("云溪市水务局满分的项目有哪些", ["防汛物资储备"]),
        ("云溪市水务局自评得分在90到95分之间的项目", ["河道清淤工程", "泵站更新"]),
        ("云溪市水务局哪些项目预算执行率不到95%", ["农村饮水维修", "泵站更新"]),
        ("云溪市水务局按全年预算数排，最大的头两个项目", ["河道清淤工程", "防汛物资储备"]),
        ("云溪市水务局自评项目里花钱最多的是哪个", ["河道清淤工程"]),
        ("云溪市水务局自评项目里最大的是哪个", ["河道清淤工程"]),
        ("云溪市水务局哪些项目有指标没完成", ["河道清淤工程"]),
        ("云溪市水务局满意度没达标的项目有哪些", ["河道清淤工程"]),
        (
            "云溪市水务局河道清淤工程哪些指标没达到目标",
            [f"河道清淤工程的“{name}”" for name in ("新建护岸处数", "完工时间", "沿河居民满意度")],
        ),
    ],
)
def test_lists(asked: Asked, question: str, labels: list[str]) -> None:
    answer = asked(question)
    assert [item.label for item in answer.items] == labels, answer.text


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("云溪市水务局新建护岸为什么没完成", "三处护岸因汛期停工"),
        ("云溪市水务局巡河里程没完成是什么原因", "巡河员缺岗两名"),
        ("云溪市水务局河道清淤工程为什么被扣分", "施工噪声扰民"),
        ("云溪市水务局河道清淤什么时候完工的", "2024年11月"),
    ],
)
def test_words(asked: Asked, question: str, words: str) -> None:
    assert words in asked(question).text


@pytest.mark.parametrize(
    "question",
    [
        "云溪市水务局水库除险加固项目自评多少分",  # no such project
        "云溪市水务局河道清淤工程2023年自评多少分",  # another year
        "云溪市水务局哪年自评得分最高",
        "云溪市水务局下属单位自评项目平均分",  # whose they are is not told
        "云溪市水务局泵站更新的验收合格率实际是多少",  # another project's indicator
        "云溪市水务局公务接待费实际支出多少",
    ],
)
def test_what_is_not_printed_is_refused(asked: Asked, question: str) -> None:
    answer = asked(question)
    assert not (answer.figures or answer.items), answer.text


def test_a_turn_goes_on_with_the_project_before(asked: Asked) -> None:
    before = "云溪市水务局河道清淤工程自评得分"
    assert [f.value for f in asked("护岸离目标还差几处", before).figures] == [Decimal(3)]
    assert [f.value for f in asked("那泵站更新呢", before).figures] == [Decimal("91.40")]


def test_a_target_is_not_told_for_what_was_done(tmp_path: Path) -> None:
    ask = Asked(Assistant(Library(stored(tmp_path, water()).engine)))
    assert [str(f.value) for f in ask("水利局河道清淤长度目标多少公里").figures] == ["35"]
    assert ask("水利局河道清淤实际完成了多少公里").kind is AnswerKind.REFUSAL


def test_a_set_says_by_what_it_was_narrowed(asked: Asked) -> None:
    listed = asked("云溪市水务局自评得分低于96分的项目有哪些")
    assert listed.text.startswith("自评得分低于96分的自评项目共"), listed.text
    counted = asked("云溪市水务局执行率低于50%的项目有几个")
    assert counted.text == "执行率低于50%的自评项目数为0个（计算得出）。", counted.text


def test_an_order_tells_as_many_as_the_question_says(asked: Asked) -> None:
    for words in ("花钱最慢的两个项目是谁，按执行率从低到高", "执行进度最慢的两个项目"):
        answer = asked(f"云溪市水务局自评，{words}")
        assert [str(item.value) for item in answer.items] == ["83.00", "94.00"], answer.text


def test_what_was_done_about_projects_is_no_list_of_them(asked: Asked) -> None:
    assert asked("云溪市水务局怎么处理执行率不到90%的项目").kind is not AnswerKind.LIST


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("云溪市水务局新建护岸目标几处、实际几处、得了几分", ["12", "9", "11.25"]),
        ("云溪市水务局沿河居民满意度目标值和实际值分别是多少，扣了几分", ["90", "86.5", "1"]),
        ("云溪市水务局河道清淤工程的执行率和自评得分各是多少", ["98.21", "93.07"]),
        ("云溪市水务局河道清淤工程全年预算数、执行数、得分分别多少", ["420.00", "412.50", "93.07"]),
        ("云溪市水务局部门整体支出全年预算数和执行数各多少", ["1500.00", "1437.00"]),
        ("云溪市水务局河道清淤工程最后得了多少分", ["93.07"]),
        ("云溪市水务局新建护岸实际建了几处，为什么没达到目标", ["12", "9"]),
    ],
)
def test_all_that_is_asked_is_told(asked: Asked, question: str, values: list[str]) -> None:
    answer = asked(question)
    assert [f.value for f in answer.figures] == [Decimal(v) for v in values], answer.text


def test_what_was_missed_is_told_with_its_reason(asked: Asked) -> None:
    answer = asked("云溪市水务局河道清淤工程哪些指标没达到目标，为什么")
    assert len(answer.items) == 3
    assert all(why in answer.text for why in ("三处护岸因汛期停工", "雨天较多，工期顺延", "施工噪声扰民"))
    most = asked("云溪市水务局河道清淤工程哪个指标扣分最多，什么原因")
    assert [str(item.value) for item in most.items] == ["11.25"]
    assert "三处护岸因汛期停工" in most.text


def test_why_something_was_not_done_on_time(asked: Asked) -> None:
    for words in ("护岸怎么没按时修完，耽误在哪", "新建护岸处数没达标，卡在哪了"):
        assert "三处护岸因汛期停工" in asked(f"云溪市水务局{words}").text


@pytest.mark.parametrize(
    "question",
    [
        "云溪市水务局河道清淤工程二期自评多少分",  # no phase is printed
        "云溪市水务局河道清淤工程第2期的执行率",
        "云溪市水务局居民供水项目的总分是多少",  # an indicator is no project
        "云溪市水务局河道清淤工程得分多少，排第几",
        "云溪市水务局新建护岸处数预算多少实际花了多少",  # a number is no money
    ],
)
def test_what_is_left_out_of_an_answer_refuses_it(asked: Asked, question: str) -> None:
    answer = asked(question)
    assert not (answer.figures or answer.items), answer.text


@pytest.mark.parametrize(
    "question",
    [
        "云溪市水务局各项目自评得分",
        "云溪市水务局各项目的自评得分分别是多少",
        "云溪市水务局项目支出绩效自评的得分是多少",
    ],
)
def test_points_of_no_project_named_are_those_of_each(asked: Asked, question: str) -> None:
    answer = asked(question)
    assert answer.kind is AnswerKind.LIST and len(answer.items) == 4, answer.text


@pytest.mark.parametrize("stop", ["？", "，"])
def test_the_score_is_told_beside_the_indicators_that_lost_points(asked: Asked, stop: str) -> None:
    answer = asked(f"云溪市水务局河道清淤工程自评总分多少{stop}哪些指标扣了分")
    assert "93.07" in answer.text and len(answer.items) >= 1, answer.text


@pytest.mark.parametrize(("question", "value"), [("哪个自评项目分数更高", "100"), ("四个自评项目哪个得分低", None)])
def test_the_higher_of_the_projects_evaluated(asked: Asked, question: str, value: str | None) -> None:
    answer = asked(f"云溪市水务局{question}")
    assert answer.kind is AnswerKind.LIST and len(answer.items) == 1
    assert value is None or value in answer.text
