"""What is asked on of the one row that was found: by the next turn, and by the next clause."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from assistant.answer import AnswerKind
from assistant.ask import Assistant
from assistant.finding.library import Library
from ingest.records.document import DocumentKind
from ingest.records.figure import Relation
from ingest.records.units import Amount, Unit, UnitKind
from tests.assistant.conftest import Asked
from tests.assistant.town import STATION, WATER, Draft, parks, stored, water

PEOPLE = Unit("人", UnitKind.COUNT)
FIRST = "水利局2026年哪个项目最费钱"


@pytest.mark.parametrize("turn", ["这个项目要清多少公里", "它清淤河道长度要多少公里"])
def test_a_turn_that_points_at_the_row_found_is_of_that_row(ask, turn: str) -> None:
    answer = ask(turn, FIRST)
    assert [f.value for f in answer.figures] == [Decimal(35)], answer.text
    assert all(source.row == "河道清淤工程项目" for source in answer.sources)


def test_what_the_row_found_does_not_tell_is_told_of_no_other(ask) -> None:
    answer = ask("这个班多少人去", "园林局哪个培训班最贵")
    assert answer.kind is AnswerKind.REFUSAL, answer.text


def test_a_clause_asks_on_of_the_row_the_clause_before_it_found(ask) -> None:
    answer = ask("水利局2026年河道清淤工程项目花多少钱，验收合格要到几成")
    assert [f.value for f in answer.figures] == [Decimal("400.00"), Decimal(98)], answer.text


@pytest.fixture
def classes(tmp_path: Path) -> Asked:
    """Meetings and training courses, each with its people, its money and its day."""
    draft = Draft("e", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    for title, rows in (
        ("会议费明细表", (("防汛工作会", "100", "2.00"),)),
        ("培训费明细表", (("水政执法培训", "95", "3.65"), ("骨干能力提升培训", "120", "8.70"))),
    ):
        table = draft.table("other", title, (("人数",), ("金额",)))
        for name, people, money in rows:
            draft.row(table, name, (people, money))
            draft.figures[-2] = replace(draft.figures[-2], unit=PEOPLE, amount=Amount(Decimal(people), PEOPLE))
    return Asked(Assistant(Library(stored(tmp_path / "classes", draft.parsed(), parks()).engine)))


def test_what_is_asked_beside_a_rank_is_of_the_row_that_it_chose(classes: Asked) -> None:
    for words in ("哪场培训最贵，多少人参加", "最贵的培训是哪个，人数多少"):
        answer = classes(f"水利局{words}")
        assert "120人" in answer.text and "100人" not in answer.text, answer.text
    for turn in ("人数多少", "多少人参加？"):
        answer = classes(turn, "水利局哪场培训最贵")
        assert [f.value for f in answer.figures] == [120], answer.text


def test_another_member_is_picked_from_the_set_one_was_picked_from(ask) -> None:
    assert [i.label for i in ask("最少的那个呢", FIRST).items] == ["云汀市雨水泵站管理中心—办公设备购置经费"]


def test_a_turn_that_names_a_row_of_its_own_points_back_at_none(ask) -> None:
    answer = ask("那河道清淤的有多少", "水利局2026年防汛物资采购经费是多少")
    assert [f.value for f in answer.figures] == [Decimal("400.00")], answer.text


def test_a_talk_asked_turn_by_turn_tells_what_it_tells_when_it_is_asked_at_once(ask, tmp_path: Path) -> None:
    turns = (FIRST, "它的绩效目标是什么", "那第二多的呢", "它们合计多少")
    at_once = Asked(Assistant(Library(stored(tmp_path / "again", water(), water(2025), parks()).engine)))
    for at, turn in enumerate(turns):
        ask(turn, *turns[:at])
    assert ask(turns[-1], *turns[:-1]) == at_once(turns[-1], *turns[:-1])


def test_a_clause_refused_beside_another_is_asked_by_itself(ask) -> None:
    answer = ask("水利局2026年三公经费多少，验收合格率要到几成")
    assert [f.value for f in answer.figures] == [Decimal("20.50"), Decimal(98)], answer.text


def test_a_clause_that_nothing_tells_stays_refused(ask) -> None:
    assert len(ask("水利局2026年三公经费多少，火星探测经费多少").figures) < 2


def test_a_clause_that_asks_for_a_number_is_not_told_by_words_without_it(ask) -> None:
    answer = ask("水利局2026年河道清淤工程项目验收合格要到几成，办几班")
    assert answer.kind is AnswerKind.REFUSAL, answer.text


@pytest.mark.parametrize(
    "turn", ["跟防汛物资采购经费加一块呢", "再加上防汛物资采购经费呢", "连防汛物资采购经费一起是多少"]
)
def test_what_a_turn_adds_is_summed_with_what_was_asked_before(ask, turn: str) -> None:
    before = "水利局2026年河道清淤工程项目多少钱"
    parts = [ask(before).figures[0].value, ask("水利局2026年防汛物资采购经费多少").figures[0].value]
    assert ask(turn, before).figures[0].value == sum(parts), turn
    assert ask(f"{before}？{turn}").figures[1].value == sum(parts), turn


def test_nothing_is_summed_with_what_nobody_asked(ask) -> None:
    assert ask("跟防汛物资采购经费加一块呢").kind is AnswerKind.REFUSAL


PROJECTS = "水利局2026年有哪些项目"


@pytest.mark.parametrize(
    ("turn", "label"),
    [
        ("第二大的归哪个单位", f"{STATION}—泵站运行维护经费"),
        ("第二大的项目由谁负责", f"{STATION}—泵站运行维护经费"),
        ("最大的是哪个单位的", f"{WATER}—河道清淤工程项目"),
        ("其中最小的属于哪家单位", f"{STATION}—办公设备购置经费"),
    ],
)
def test_one_of_the_projects_told_is_chosen_by_rank_to_ask_whose_it_is(ask, turn: str, label: str) -> None:
    answer = ask(turn, PROJECTS)
    assert [i.label for i in answer.items] == [label], answer.text


def test_whose_the_project_is_that_a_rank_chose_goes_on(ask) -> None:
    assert [i.label for i in ask("它归哪个单位", PROJECTS, "第二大的是哪个").items] == [f"{STATION}—泵站运行维护经费"]


def test_which_unit_has_most_still_ranks_the_units(ask) -> None:
    assert [i.label for i in ask("最多的是哪个单位", PROJECTS).items] == [WATER]


@pytest.mark.parametrize("whole", ["项目总额", "项目支出"])
@pytest.mark.parametrize("chosen", ["第二大的归哪个单位", "第二大的是哪个"])
def test_the_share_of_the_one_chosen_keeps_it_as_the_part(ask, chosen: str, whole: str) -> None:
    answer = ask(f"占{whole}的比例", PROJECTS, chosen)
    assert answer.figures[0].value == Decimal("25.56"), answer.text


@pytest.fixture
def cars(tmp_path: Path) -> Asked:
    """A sentence of the cars there are, the fees of two years, and why one of them moved."""
    draft = Draft("e", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    car = Unit("辆", UnitKind.COUNT)
    for label, number in (("车辆", "40"), ("执法执勤用车", "25"), ("特种专业技术用车", "6")):
        draft.said(label, number, unit=car, passage="p")
    draft.said("公务接待费", "4.50")
    draft.said("公务接待费", "-1.50", Relation.CHANGE, basis="上年", reason="压减接待批次")
    return Asked(Assistant(Library(stored(tmp_path, draft.parsed(), water(2025)).engine)))


CARS = "水利局2026年有多少辆车"


@pytest.mark.parametrize("turn", ["占比", "占总数的比例", "占全部的百分之几"])
@pytest.mark.parametrize("part", ["其中执法执勤用车呢", "执法执勤用车呢"])
def test_a_count_is_a_share_of_the_count_told_beside_it(cars, part: str, turn: str) -> None:
    assert cars(turn, CARS, part).figures[0].value == Decimal("62.50")


def test_no_count_is_a_share_of_money_or_of_a_smaller_count(cars) -> None:
    assert cars("占比", CARS, "公务接待费呢").kind is AnswerKind.REFUSAL
    answer = cars("占比", "水利局2026年特种专业技术用车几辆", "执法执勤用车呢")
    assert answer.kind is AnswerKind.REFUSAL, answer.text


@pytest.mark.parametrize("turn", ["为什么降", "怎么少了", "为啥降了这么多"])
def test_the_reason_after_the_year_before_is_of_what_moved_since(cars, turn: str) -> None:
    assert "压减接待批次" in cars(turn, "水利局2026年公务接待费多少", "去年是多少").text


def test_which_year_had_more_is_of_the_two_told(cars) -> None:
    answer = cars("哪一年多？多多少？", "水利局2026年公务接待费多少", "2025年三公经费里公务接待费呢")
    assert answer.figures and answer.figures[0].value == 0, answer.text


@pytest.mark.parametrize("turn", ["什么原因", "原因是什么", "为什么"])
def test_the_reason_after_how_much_it_moved_is_of_the_later_year(cars, turn: str) -> None:
    asked = ("水利局2025年公务接待费多少", "2026年呢", "降了百分之几")
    assert "压减接待批次" in cars(turn, *asked).text


TOP = "水利局2026年最大的两个项目是哪些"


@pytest.mark.parametrize(("whole", "share"), [("项目总额", "70.00"), ("支出总计", "42.00")])
def test_a_share_after_the_sum_of_some_is_of_those_and_not_of_all(ask, whole: str, share: str) -> None:
    answer = ask(f"占{whole}的比例", TOP, "合计多少")
    assert answer.figures[0].value == Decimal(share), answer.text


TARGET = "水利局2026年河道清淤工程项目的工程验收合格率要达到多少"


def test_another_target_goes_on_of_the_project_whose_target_was_told(ask) -> None:
    answer = ask("清淤合格率呢", TARGET)
    assert [f.value for f in answer.figures] == [Decimal(98)], answer.text


def test_a_target_that_the_project_does_not_print_is_refused(ask) -> None:
    assert ask("设备完好率呢", TARGET).kind is AnswerKind.REFUSAL


def test_the_latter_is_held_against_the_former(ask) -> None:
    answer = ask("后者比前者多多少", "水利局2026年公务接待费多少", "三公经费呢")
    assert answer.figures[0].value == Decimal("16.00"), answer.text
