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
        ("新巴尔虎左旗", {"新左旗"}),
        ("科尔沁右翼前旗", {"科右前旗"}),
        ("克什克腾旗", {"克旗"}),
        ("东乌珠穆沁旗", {"东乌旗"}),
        ("莫力达瓦达斡尔族自治旗", {"莫旗", "莫力达瓦旗"}),
        ("积石山保安族东乡族撒拉族自治县", {"积石山自治县", "积石山县"}),
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


@pytest.mark.parametrize(
    ("name", "said"),
    [
        (
            "中共青禾市云岭区纪律检查委员会",
            {"云岭区纪委", "云岭纪检委", "青禾市云岭区纪委", "中共云岭区纪委", "区纪委监委"},
        ),
        ("中共云岭县纪律检查委员会云岭县监察委员会", {"云岭县纪委", "云岭县纪委监委", "云岭县监委"}),
        ("中共云岭县委员会统一战线工作部", {"云岭县委统战部", "县委统战部", "云岭统战部"}),
        ("中共云岭县委机构编制委员会办公室", {"云岭县委编办", "云岭县编办", "县编办"}),
        ("中共云岭县委县直机关工作委员会", {"云岭县直机关工委", "县直工委"}),
        ("中共云岭县委员会", {"云岭县委", "中共云岭县委"}),
    ],
)
def test_a_body_of_the_party_is_said_for_short(name: str, said: set[str]) -> None:
    assert said <= forms_of(name)[2]


def test_a_township_is_said_without_its_people_and_after_its_county_alone() -> None:
    forms = forms_of("青禾县云岭彝族乡人民政府")[2]
    assert {"云岭乡", "云岭乡政府", "青禾县云岭乡", "青禾云岭"} <= forms and "云岭" not in forms


def test_the_bodies_of_one_field_are_said_by_its_place_and_work() -> None:
    assert {"青禾市直林业", "市直林业"} <= forms_of("青禾市林业局")[3]


def test_a_short_name_of_two_characters_stands_alone() -> None:
    assert "妇联" in forms_of("云汀市妇女联合会")[2] and "纪委" in forms_of("中共云汀市纪律检查委员会")[2]
    assert "法院" in forms_of("云汀市人民法院")[2] and "工会" not in forms_of("云汀市总工会")[2]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("青禾市云岭区石桥镇青山完全小学", {"青山完小", "青山小学", "石桥镇青山完小", "云岭区青山完全小学"}),
        ("青禾市沙河中心小学", {"沙河小学", "青禾沙河小学"}),
        ("青禾县石桥镇中心学校", {"石桥镇中心校", "石桥中心校"}),
        ("青禾县石桥镇中心卫生院", {"石桥卫生院", "石桥镇卫生院"}),
        ("青禾市公共资源交易中心", {"青禾交易中心", "市公共资源交易中心"}),
    ],
)
def test_an_institution_of_a_town_is_said_for_short(name: str, said: set[str]) -> None:
    forms = forms_of(name)[2]
    assert said <= forms and not {"中心校", "完小", "小学", "卫生院"} & forms


@pytest.mark.parametrize(
    ("name", "said", "never"),
    [
        (
            "云岭高新技术产业开发区管理委员会",
            {"云岭高新区管委会", "云岭管委会", "高新区管委会", "云岭高新技术产业开发区管委会"},
            {"云岭经开区管委会", "开发区管委会"},
        ),
        ("青禾市经济技术开发区管理委员会", {"青禾经开区管委会", "青禾市经开区管委会"}, {"青禾管委会", "青禾市管委会"}),
        ("云岭高新技术产业开发区财政局", {"云岭高新区财政局"}, {"云岭财政局"}),
    ],
)
def test_the_bodies_of_a_zone_are_said_by_its_short_name(name: str, said: set[str], never: set[str]) -> None:
    forms = forms_of(name)[2]
    assert said <= forms and not never & forms
