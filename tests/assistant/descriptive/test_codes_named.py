"""A line named by its code: only a sentence of that very line answers."""

import pytest

from assistant.descriptive.codes_named import Coded


@pytest.mark.parametrize(
    ("text", "label", "told"),
    [
        ("“农林水支出（类）水利（款）水利工程运行与维护（项）”12.00万元，用于闸门检修。", "", True),
        ("农林水支出（类）水利（款）水利工程维护与运行支出（项）12.00万元。", "", True),  # signs swapped in print
        ("农林水支出（类）水利（款）水利工程建设（项）30.00万元，用于水利工程运行与维护。", "", False),
        ("水利工程运行与维护经费主要用于闸门检修。", "", True),
        ("保障闸门安全运行。", "", False),
        ("保障水利工程运行与维护。", "水利工程运行与维护项目 云汀市水利局", False),  # a project, no item
    ],
)
def test_an_item_is_told_by_its_whole_name(text: str, label: str, told: bool) -> None:
    assert Coded(items=("水利工程运行与维护",)).told_in(text, label) is told


def test_a_code_that_no_row_bears_has_to_stand_in_the_text() -> None:
    left = Coded(left=("2130399",))
    assert left.told_in("其他水利支出（2130399）3.00万元，主要用于抢险。", "")
    assert not left.told_in("支出减少，主要原因是压减会议。", "")
