"""The forms in which people say a body's place."""

import pytest

from assistant.understand.words.body_forms import forms_of, is_of_kind, organ_forms, short_places


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("楚雄彝族自治州", {"楚雄州", "楚雄"}),
        ("恩施土家族苗族自治州", {"恩施州", "恩施"}),
        ("双江拉祜族佤族布朗族傣族自治县", {"双江县", "双江"}),
        ("宁溪市", {"宁溪"}),
        ("呼和浩特市", {"呼和浩特", "呼市"}),
    ],
)
def test_a_place_is_said_by_fewer_words(place: str, said: set[str]) -> None:
    assert said <= set(short_places(place))


@pytest.mark.parametrize(
    ("organ", "work"),
    [("文化和旅游发展委员会", "文旅"), ("卫生健康委员会", "卫健"), ("水务局", "水务"), ("民政事务局", "民政")],
)
def test_a_body_is_said_by_its_work_whatever_its_name_goes_on_with(organ: str, work: str) -> None:
    assert work in organ_forms(organ)[1]


def test_a_kindergarten_is_a_school_where_it_is_counted_with_them() -> None:
    assert is_of_kind("学校", "云汀市幼儿园", loosely=True) and not is_of_kind("学校", "云汀市幼儿园")


def test_an_office_of_a_party_committee_is_said_without_the_party() -> None:
    assert {"甘南州委宣传部", "州委宣传部", "甘南宣传部"} <= forms_of("中共甘南州委宣传部")[2]
