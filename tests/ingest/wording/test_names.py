"""Labels, bodies and the forms people use for them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.wording.glyphs import bare
from ingest.wording.names import body_variants, enumerator_depth, is_body_name, place_parts, read_body, read_label


@pytest.mark.parametrize(
    ("printed", "name", "depth", "of_which"),
    [
        ("一、一般公共服务支出", "一般公共服务支出", 1, False),
        ("（一）因公出国（境）费", "因公出国（境）费", 2, False),
        ("其中：1.公务用车购置费", "公务用车购置费", 3, True),
        ("二十一、国有资本经营预算支出", "国有资本经营预算支出", 1, False),
        ("1.5米围栏", "1.5米围栏", None, False),
        ("一般公共服务", "一般公共服务", None, False),
        ("十四五规划编制", "十四五规划编制", None, False),
    ],
)
def test_labels(printed: str, name: str, depth: int | None, of_which: bool) -> None:
    label = read_label(printed)
    assert (label.name, enumerator_depth(label.enumerator), label.of_which) == (name, depth, of_which)


@pytest.mark.parametrize(
    ("printed", "name", "scope"),
    [
        ("甲市审计局（汇总）", "甲市审计局", "汇总"),
        ("117001甲市司法局（本级）", "甲市司法局", "本级"),
        ("甲市人民政府办公厅本级", "甲市人民政府办公厅", "本级"),
        ("甲 市审计局", "甲市审计局", None),
    ],
)
def test_bodies(printed: str, name: str, scope: str | None) -> None:
    body = read_body(printed)
    assert (body.name, body.scope) == (name, scope)
    assert is_body_name(printed)


def test_amount_labels_are_no_bodies() -> None:
    assert not is_body_name("其他支出")
    assert not is_body_name("机关运行经费")


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("上海市普陀区财政局", ("上海市", "普陀区")),
        ("广州市政务服务和数据管理局", ("广州市",)),
        ("杭州市城市管理局", ("杭州市",)),
        ("西安市市场监督管理局", ("西安市",)),
        ("市场监督管理局", ()),
        ("盐城市审计局", ("盐城市",)),  # the end of its name and its rank make 城市
        ("辽宁省鞍山市海城市市场监督管理局", ("辽宁省", "鞍山市", "海城市")),
        ("成都市武侯区教育局", ("成都市", "武侯区")),
        ("厦门市商务局", ("厦门市",)),
        ("聊城市城市管理局", ("聊城市",)),
        ("县城市场监管所", ()),
        ("首都市容管理中心", ()),
        ("超市管理中心", ()),
        ("阳泉市郊区教育局", ("阳泉市", "郊区")),
        ("三明市沙县区虬江街道办事处", ("三明市", "沙县区")),
        ("昆山市周市镇人民政府", ("昆山市",)),
        ("内蒙古自治区呼和浩特市回民区人民政府", ("内蒙古自治区", "呼和浩特市", "回民区")),
    ],
)
def test_places_of_bodies(name: str, parts: tuple[str, ...]) -> None:
    assert place_parts(name)[0] == parts


def test_a_districts_body_never_answers_for_its_city() -> None:
    variants = body_variants("上海市普陀区财政局")
    assert {"普陀区财政局", "区财政局", "财政局"} <= variants
    assert not {"上海市财政局", "市财政局"} & variants
    assert {"广州市政法委", "市委政法委"} <= body_variants("中国共产党广州市委员会政法委员会")


@given(st.sampled_from(["甲市", "乙省丙市", ""]), st.sampled_from(["审计局", "人民政府办公厅", "卫生健康委员会"]))
def test_a_body_is_among_its_own_variants(place: str, organ: str) -> None:
    assert bare(place + organ) in body_variants(place + organ)


def test_branches_of_national_organisations_are_named_by_their_place() -> None:
    assert {"青禾市政协", "青禾政协", "市政协"} <= body_variants("中国人民政治协商会议甲省青禾市委员会办公厅")
    assert {"团县委", "柳溪团县委", "柳溪县团委", "共青团柳溪县委"} <= body_variants("共青团柳溪县委员会")
    assert place_parts("凉山州财政局") == (("凉山州",), "财政局")
    assert place_parts("杭州市财政局") == (("杭州市",), "财政局")


def test_a_prefecture_said_for_short_ends_before_its_county() -> None:
    assert place_parts("贵州省黔东南州麻江县统计局")[0] == ("贵州省", "黔东南州", "麻江县")


@pytest.mark.parametrize("said", ["云汀市青岭国有林场", "云汀青岭林场", "青岭林场"])
def test_a_state_farm_is_named_without_whose_it_is(said: str) -> None:
    assert said in body_variants("云汀市青岭国有林场")
