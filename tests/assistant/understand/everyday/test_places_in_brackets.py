"""Places listed behind the kind of body they have."""

import pytest

from assistant.understand.everyday.places_in_brackets import with_places_before


@pytest.mark.parametrize(
    ("said", "plain"),
    [
        ("四个审计局（京沪、烟台西安）哪家接待费最高", "京、沪、烟台、西安四个审计局哪家接待费最高"),
        ("三家司法局(北京、上海和广州)的培训费", "北京、上海、广州三家司法局的培训费"),
    ],
)
def test_places_are_said_before_the_kind(said: str, plain: str) -> None:
    assert with_places_before(said) == plain


@pytest.mark.parametrize(
    "said", ["三个审计局（不含北京）的培训费", "两个监狱管理局（本级）培训费", "三家司法局（含监狱）"]
)
def test_what_is_no_list_of_places_stays(said: str) -> None:
    assert with_places_before(said) == said


def test_a_place_left_behind_its_office_is_said_before_it() -> None:
    said = "只看司法局本级（单位预算），云汀区今年公共法律服务安排了多少钱"
    assert with_places_before(said) == "只看云汀区司法局本级（单位预算），今年公共法律服务安排了多少钱"
    of_two = "审计局里，云汀市2026年的培训支出和西汀市2026年的谁多"
    assert with_places_before(of_two) == of_two


@pytest.mark.parametrize(
    ("said", "plain"),
    [
        ("请问新左旗（新云尔左旗）法院的三公经费", "请问新云尔左旗法院的三公经费"),
        ("云汀自治县（云汀县）法院的三公经费", "云汀自治县法院的三公经费"),
        ("云汀县（东川县）法院的三公经费", "云汀县（东川县）法院的三公经费"),
    ],
)
def test_a_place_said_by_both_its_names_is_said_once(said: str, plain: str) -> None:
    assert with_places_before(said) == plain
