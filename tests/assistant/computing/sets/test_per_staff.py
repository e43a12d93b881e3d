"""A line of a body by the people it has in post, and how many these are, asked for after its budget."""

from decimal import Decimal

import pytest

from tests.assistant.conftest import Asked, asked_of_pages

_BODY = "云汀市档案局"
_PAGE = (
    f"{_BODY}2026年部门预算\n\n一、人员情况\n\n截至上年底，本部门人员编制25人，实有人员20人。\n\n"
    "二、收支情况\n\n2026年支出预算总计500.00万元。其中：基本支出400.00万元，项目支出100.00万元。\n"
)


@pytest.fixture(scope="module")
def archives(tmp_path_factory: pytest.TempPathFactory) -> Asked:
    return asked_of_pages(tmp_path_factory, {"a.txt": _PAGE})


def test_an_amount_a_person_cites_both(archives: Asked) -> None:
    told = archives(f"{_BODY}人均支出多少")
    assert [f.value for f in told.figures][:1] == [Decimal("250000.00")], told.text
    assert len(told.figures[0].sources) == 2


def test_how_many_people_there_are_after_a_budget(archives: Asked) -> None:
    told = archives("有多少人", f"{_BODY}2026年支出总计多少")
    assert [f.value for f in told.figures] == [Decimal(20)], told.text


def test_without_their_number_none_is_told(ask: Asked) -> None:
    assert not ask("水利局2026年人均支出多少").figures
