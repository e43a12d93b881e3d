"""What a question says of the document that is meant: what it takes in, its level, units set aside."""

from tests.assistant.conftest import Asked
from tests.assistant.town import STATION


def test_a_unit_that_the_department_names_is_taken_in(ask: Asked) -> None:
    plain = ask("云汀市水利局2026年部门预算里公务接待费有多少")
    assert ask("云汀市水利局2026年部门预算（含雨水泵站管理中心）里公务接待费有多少").figures == plain.figures
    assert ask("云汀市水利局带雨水泵站管理中心的那份部门预算，2026年公务接待费有多少").figures == plain.figures
    assert plain.figures


def test_a_unit_that_nothing_names_is_refused_by_its_name(ask: Asked) -> None:
    answer = ask("云汀市水利局2026年部门预算（含气象观测中心）里公务接待费有多少")
    assert not answer.figures
    assert "气象观测中心" in answer.text


def test_only_the_bodys_own_level_may_stand_before_its_book(ask: Asked) -> None:
    assert ask("云汀市水利局2026年市级部门预算里公务接待费有多少").figures
    assert not ask("云汀市水利局2026年县级部门预算里公务接待费有多少").figures


def test_the_department_left_out_beside_one_of_its_units_leaves_nothing_out(ask: Asked) -> None:
    plain = ask(f"{STATION}2026年的项目有几个")
    assert ask(f"{STATION}（不是局本级）2026年的项目有几个").figures == plain.figures
    assert plain.figures


def test_a_unit_said_behind_a_minus_is_a_side_of_its_own(ask: Asked) -> None:
    answer = ask(f"2026年项目支出，云汀市水利局减去{STATION}是多少")
    assert len(answer.figures) == 3, answer.text
