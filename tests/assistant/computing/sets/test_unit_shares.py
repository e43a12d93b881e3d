"""Units chosen by their share of the whole, or by what part a line is of each one's own."""

from pathlib import Path

import pytest

from assistant.answer import AnswerKind
from assistant.ask import Assistant
from assistant.finding.library import Library
from ingest.records.document import DocumentKind, RowRole
from tests.assistant.conftest import Asked
from tests.assistant.town import WATER, Draft, stored


@pytest.fixture
def house(tmp_path: Path) -> Asked:
    """A bureau with two waterworks and a station, and what each takes in."""
    draft = Draft("a", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    table = draft.table("income_total", "收入预算总表", (("合计",), ("一般公共预算拨款收入",), ("其他收入",)))
    for name, *amounts in (
        ("云汀市水利局本级", "400.00", "400.00", "0.00"),
        ("云汀市东郊水文站", "300.00", "240.00", "60.00"),
        ("云汀市西郊水文站", "200.00", "180.00", "20.00"),
        ("云汀市河道管理中心", "100.00", "95.00", "5.00"),
    ):
        draft.row(table, name, tuple(amounts), body=name)
    draft.row(table, "合计", ("1000.00", "915.00", "85.00"), role=RowRole.GRAND_TOTAL, level=0)
    projects = draft.table("project_expenditure", "项目支出预算表", (("金额",),))
    for name, body, amount in (("管网改造", "云汀市东郊水文站", "30.00"), ("水质检测", "云汀市西郊水文站", "50.00")):
        draft.row(projects, name, (amount,), body=body)
    return Asked(Assistant(Library(stored(tmp_path, draft.parsed()).engine)))


@pytest.mark.parametrize(
    ("question", "name", "share"),
    [
        ("云汀市水利局哪个水文站的其他收入占比最高？", "东郊水文站", "20.00"),
        ("云汀市水利局哪个水文站的其他收入占比最低？", "西郊水文站", "10.00"),
        ("云汀市水利局哪个水文站的预算占比最大？", "东郊水文站", "30.00"),
        ("云汀市水利局哪个水文站占全局收入的比例最低", "西郊水文站", "20.00"),
        ("云汀市水利局两个水文站的收入合计占全局多少", "水文站", "50.00"),
        ("云汀市水利局水文站加起来占全局收入几成", "水文站", "50.00"),
        ("云汀市水利局两个水文站的其他收入占全局其他收入的比例", "水文站", "94.12"),
    ],
)
def test_the_kind_of_unit_that_is_sought_is_kept(house: Asked, question: str, name: str, share: str) -> None:
    answer = house(question)
    first = answer.figures[0]
    assert name in first.label, answer.text
    assert f"{first.value:.2f}" == share
    assert first.unit == "%"


@pytest.mark.parametrize(
    ("question", "shares"),
    [
        ("云汀市水利局各水文站其他收入占各自收入的比例", ["20.00", "10.00"]),
        ("云汀市水利局各水文站的收入占全局收入的比例", ["30.00", "20.00"]),
    ],
)
def test_each_ones_own_is_no_share_of_all(house: Asked, question: str, shares: list[str]) -> None:
    answer = house(question)
    assert [f"{i.value:.2f}" for i in answer.items if i.value is not None] == shares, answer.text


@pytest.mark.parametrize(
    ("question", "share"),
    [
        ("云汀市水利局除水文站外其余单位收入合计占全局多少", "50.00"),
        ("云汀市水利局下属单位收入合计占全局多少", "60.00"),
        ("云汀市水利局收入最高的水文站占全局收入多少", "30.00"),
        ("云汀市水利局收入最低的两个水文站合计占全局多少", "50.00"),
        ("云汀市水利局收入最高的两个单位合计占全局多少", "70.00"),
    ],
)
def test_those_chosen_or_left_are_no_others(house: Asked, question: str, share: str) -> None:
    answer = house(question)
    assert f"{answer.figures[0].value:.2f}" == share, answer.text


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("云汀市水利局东郊和西郊哪个其他收入多", ["60.00", "20.00"]),
        ("云汀市水利局东郊和西郊的其他收入各多少", ["60.00", "20.00"]),
        ("云汀市水利局东郊比西郊其他收入多多少", ["40.00", "60.00", "20.00"]),
        ("云汀市水利局西郊、东郊的其他收入各多少", ["20.00", "60.00"]),
    ],
)
def test_a_line_behind_two_heads_of_names_is_of_both(house: Asked, question: str, told: list[str]) -> None:
    answer = house(question)
    values = [f.value for f in (*answer.figures, *answer.items)]
    assert [f"{v:.2f}" for v in values if v is not None] == told, answer.text


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("云汀市水利局下属单位收入多少", "600.00"),
        ("云汀市水利局二级单位的其他收入", "85.00"),
        ("云汀市水利局含下属单位的收入多少", "1000.00"),
        ("云汀市水利局及下属单位收入多少", "1000.00"),
    ],
)
def test_the_units_below_are_not_told_as_their_department(house: Asked, question: str, told: str) -> None:
    answer = house(question)
    assert f"{answer.figures[0].value:.2f}" == told, answer.text


def test_a_line_the_units_do_not_print_is_not_their_departments(house: Asked) -> None:
    assert house("云汀市水利局下属单位三公多少").kind is AnswerKind.REFUSAL


@pytest.mark.parametrize(
    "words", ["支出最高的水文站项目占项目支出几成", "最大的水文站占项目支出几成", "收入最高的两个水文站占项目支出多少"]
)
def test_a_units_total_is_no_part_of_all_projects(house: Asked, words: str) -> None:
    answer = house(f"云汀市水利局{words}")
    assert not {f"{f.value:.2f}" for f in answer.figures} & {"375.00", "300.00", "500.00", "625.00"}, answer.text


def test_projects_of_each_are_not_told_as_its_whole(house: Asked) -> None:
    answer = house("云汀市水利局各水文站项目金额占自己收入的比例")
    assert [f"{i.value:.2f}" for i in answer.items if i.value is not None] in ([], ["25.00", "10.00"]), answer.text


def test_each_unit_has_its_share_of_all(house: Asked) -> None:
    answer = house("云汀市水利局各单位占全局收入的比例")
    assert [f"{i.value:.2f}" for i in answer.items if i.value is not None] == ["40.00", "30.00", "20.00", "10.00"]


def test_a_line_no_unit_prints_is_told_of_none(house: Asked) -> None:
    assert house("云汀市水利局下属单位里谁的三公经费占比最高").kind is AnswerKind.REFUSAL


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("云汀市水利局哪个水文站的其他收入最高？", ["60.00"]),
        ("哪个水文站的收入最高", ["300.00"]),
        ("云汀市水利局水文站里谁的收入最低", ["200.00"]),
        ("云汀市水利局哪个站收入最低", ["200.00"]),
        ("云汀市水利局哪个中心的收入最高", ["100.00"]),
        ("云汀市水利局各水文站收入多少", ["300.00", "200.00"]),
        ("云汀市水利局两个水文站收入一共多少", ["500.00"]),
    ],
)
def test_units_of_a_kind_are_held_with_no_department(house: Asked, question: str, told: list[str]) -> None:
    answer = house(question)
    values = [f"{i.value:.2f}" for i in answer.items if i.value is not None] or [f"{answer.figures[0].value:.2f}"]
    assert values == told, answer.text


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("云汀市水利局下属单位收入合计多少", "600.00"),
        ("云汀市水利局下属单位的收入一共多少", "600.00"),
        ("云汀市水利局各单位收入加起来多少", "1000.00"),
    ],
)
def test_the_units_below_are_added_up_without_their_departments_own_office(
    house: Asked, question: str, told: str
) -> None:
    answer = house(question)
    assert f"{answer.figures[0].value:.2f}" == told, answer.text


def test_a_kind_that_is_sought_is_no_beginning_of_a_subject_and_not_its_department(tmp_path: Path) -> None:
    draft = Draft("a", "云汀省监狱管理局", 2026, DocumentKind.DEPARTMENT_BUDGET)
    table = draft.table("expenditure_total", "支出预算总表", (("合计",),))
    for name, amount in (
        ("云汀省监狱管理局机关", "80.00"),
        ("云汀省东郊监狱", "300.00"),
        ("云汀省西郊监狱", "200.00"),
        ("云汀省未成年犯管教所", "50.00"),
    ):
        draft.row(table, name, (amount,), body=name)
    subjects = draft.table("general_public", "一般公共预算支出表", (("合计",),))
    draft.row(subjects, "监狱", ("900.00",), code="20407")
    draft.row(subjects, "行政运行", ("700.00",), code="2040701")
    ask = Asked(Assistant(Library(stored(tmp_path, draft.parsed()).engine)))
    for question, told in (
        ("云汀省监狱管理局哪个监狱支出最多", "东郊监狱"),
        ("云汀省监狱管理局哪所监狱的支出最少", "西郊监狱"),
        ("云汀省监狱管理局哪个所支出最多", "管教所"),
    ):
        answer = ask(question)
        assert [told in item.label for item in answer.items] == [True], answer.text


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("云汀市水利局管网改造占东郊水文站收入的比例", "10.00"),
        ("云汀市水利局管网改造占西郊水文站收入的比例", ""),
        ("云汀市水利局管网改造占全局收入的比例", "3.00"),
        ("云汀市水利局闸门检修占机关收入的比例", "5.00"),
        ("云汀市水利局管网改造占机关收入的比例", ""),
    ],
)
def test_a_project_is_a_part_of_its_own_unit_alone(tmp_path: Path, question: str, told: str) -> None:
    draft = Draft("a", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    table = draft.table("income_total", "收入预算总表", (("合计",),))
    for name, amount in (
        ("云汀市水利局机关", "500.00"),
        ("云汀市东郊水文站", "300.00"),
        ("云汀市西郊水文站", "200.00"),
    ):
        draft.row(table, name, (amount,), body=name)
    draft.row(table, "合计", ("1000.00",), role=RowRole.GRAND_TOTAL, level=0)
    projects = draft.table("project_expenditure", "项目支出预算表", (("金额",),))
    draft.row(projects, "管网改造", ("30.00",), body="云汀市东郊水文站")
    draft.row(projects, "闸门检修", ("25.00",), body="云汀市水利局机关")
    answer = Asked(Assistant(Library(stored(tmp_path, draft.parsed()).engine)))(question)
    assert [f"{f.value:.2f}" for f in answer.figures[:1]] == ([told] if told else []), answer.text


def test_a_word_that_names_are_without_is_not_of_the_unit_that_bears_it(tmp_path: Path) -> None:
    draft = Draft("a", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    projects = draft.table("project_expenditure", "项目支出预算表", (("金额",),))
    for name, body in (
        ("防汛物资储备", "云汀市防汛中心"),
        ("预警系统运维", "云汀市防汛中心"),
        ("管网改造", "云汀市水利局"),
    ):
        draft.row(projects, name, ("30.00",), body=body)
    answer = Asked(Assistant(Library(stored(tmp_path, draft.parsed()).engine)))("云汀市水利局名称不含防汛的项目有几个")
    assert [f"{f.value}" for f in answer.figures] == ["2"], answer.text
