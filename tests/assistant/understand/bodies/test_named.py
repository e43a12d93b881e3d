"""Bodies by every short form people use, told apart by place and level; bodies that are not there, by name."""

from dataclasses import replace

import pytest

from assistant.understand.bodies.named import Bodies
from assistant.understand.words.spans import Span, best_cover
from assistant.understand.words.text import words_of

# Field as a department's name prints it -> the shorter words for it, each with its own ending.
FIELDS = {
    "审计局": ("审计局", "审计"),
    "财政局": ("财政局", "财政"),
    "司法局": ("司法局", "司法"),
    "民政局": ("民政局", "民政"),
    "教育局": ("教育局", "教育"),
    "公安局": ("公安局", "公安"),
    "统计局": ("统计局", "统计"),
    "信访局": ("信访局", "信访"),
    "档案局": ("档案局", "档案"),
    "体育局": ("体育局", "体育"),
    "商务局": ("商务局", "商务"),
    "水务局": ("水务局", "水务"),
    "卫生健康委员会": ("卫生健康委员会", "卫生健康委", "卫健委", "卫健"),
    "发展和改革委员会": ("发展和改革委员会", "发展改革委", "发改委", "发改"),
    "住房和城乡建设局": ("住房和城乡建设局", "住房城乡建设局", "住建局", "住建"),
    "交通运输局": ("交通运输局", "交通局", "交通"),
    "市场监督管理局": ("市场监督管理局", "市场监管局", "市监局", "市场监管"),
    "人力资源和社会保障局": ("人力资源和社会保障局", "人力资源社会保障局", "人社局", "人社"),
    "工业和信息化局": ("工业和信息化局", "工信局", "工信"),
    "科学技术局": ("科学技术局", "科技局", "科技"),
    "文化广电和旅游局": ("文化广电和旅游局", "文旅局", "文旅"),
    "应急管理局": ("应急管理局", "应急局", "应急"),
    "医疗保障局": ("医疗保障局", "医保局", "医保"),
    "退役军人事务局": ("退役军人事务局", "退役军人局"),
    "机关事务管理局": ("机关事务管理局", "机关事务局", "机管局"),
    "国有资产监督管理委员会": ("国有资产监督管理委员会", "国资委", "国资"),
    "城市管理和综合执法局": ("城市管理和综合执法局", "城管局", "城管"),
    "农业农村局": ("农业农村局", "农业局", "农业农村"),
    "林业和园林局": ("林业和园林局", "林业园林局"),
    "规划和自然资源局": ("规划和自然资源局", "规自局", "规资局", "自然资源局"),
    "生态环境局": ("生态环境局", "环保局", "生态环境"),
    "粮食和物资储备局": ("粮食和物资储备局", "粮储局"),
    "政务服务和数据管理局": ("政务服务和数据管理局", "政务数据局", "政数局", "政数"),
    "行政审批服务局": ("行政审批服务局", "行政审批局", "审批局"),
    "人民政府办公厅": ("人民政府办公厅", "政府办公厅", "府办"),
    "人民检察院": ("人民检察院", "检察院"),
    "中级人民法院": ("中级人民法院", "中级法院", "中院"),
    "总工会": ("总工会",),
    "妇女联合会": ("妇女联合会", "妇联"),
    "残疾人联合会": ("残疾人联合会", "残联"),
    "科学技术协会": ("科学技术协会", "科协"),
    "文学艺术界联合会": ("文学艺术界联合会", "文联"),
}
PLACES = ("云汀市", "望潮市")
PAIRS = [
    (f"{place}{organ}", spot + form)
    for place in PLACES
    for organ, forms in FIELDS.items()
    for form in forms
    for spot in (place, place[:-1])
]
UNITS = {
    "云汀市法律援助中心": ("法律援助中心", "法援中心", "云汀法援中心", "市法援中心"),
    "云汀市雨水泵站管理中心": ("雨水泵站管理中心", "云汀市泵站管理中心", "泵站管理中心"),
    "云汀市江东监狱": ("江东监狱", "云汀江东监狱", "市江东监狱"),
    "云汀市江西监狱": ("江西监狱", "云汀江西监狱"),
    "云汀市临港区人民政府石桥街道办事处": (
        "石桥街道",
        "石桥街道办",
        "石桥街道办事处",
        "临港区石桥街道",
        "云汀石桥街道",
    ),
    "云汀市临港区财政局": ("临港区财政局", "临港财政局", "临港财政", "云汀临港财政局", "区财政局"),
    "云汀市第三中学": ("云汀市第三中学", "云汀第三中学", "第三中学"),
    "云汀市柳河镇人民政府": ("柳河镇政府", "柳河镇人民政府", "云汀市柳河镇政府"),
    "中国共产党云汀市委员会政法委员会": ("政法委", "市委政法委", "云汀市政法委", "云汀政法委"),
    "云汀市公文收发站（云汀市政报编辑部）": ("公文收发站", "政报编辑部", "云汀公文收发站"),
}
PAIRS += [(name, form) for name, forms in UNITS.items() for form in forms]
ALL = Bodies([place + organ for place in PLACES for organ in FIELDS] + ["云汀市临港区财政局"], list(UNITS))


def mentions(bodies: Bodies, question: str) -> list[Span]:
    words = words_of(question)
    cover = best_cover(len(words.key), bodies.spans(words), words.breaks)
    return [s for s in cover if s.family == "department"]


@pytest.mark.parametrize(("name", "form"), PAIRS)
@pytest.mark.parametrize("question", ["{}2026年预算多少", "请问2026年{}的三公经费"])
def test_a_short_form_names_its_body(name: str, form: str, question: str) -> None:
    found = mentions(ALL, question.format(form))
    assert len(found) == 1, found
    assert isinstance(found[0].value, tuple)
    keys = [key.split("(")[0] for key in found[0].value]
    assert any(key.startswith(name.split("（")[0]) for key in keys)
    if form.startswith(("云汀", "望潮")):
        assert len(keys) == 1


FEW = Bodies(
    ["云汀市审计局", "望潮市审计局", "云汀市临港区财政局", "云汀市司法局", "云汀市政务服务和数据管理局"],
    ["云汀市江东监狱", "云汀市江西监狱", "云汀市临港区人民政府石桥街道办事处"],
)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("武汉市财政局2026年预算多少", "武汉市财政局"),
        ("武汉财政局2026年预算多少", "武汉财政局"),
        ("云汀市财政局2026年预算多少", "云汀市财政局"),  # only its district's is there
        ("云汀财政局2026年预算多少", "云汀财政局"),
        ("广东省审计厅预算多少", "广东省审计厅"),
        ("省审计厅预算多少", "省审计厅"),
        ("天河区审计局三公经费", "天河区审计局"),
        ("临港区审计局三公经费", "临港区审计局"),
        ("云汀市临港区审计局三公经费", "云汀市临港区审计局"),
        ("望潮市司法局三公经费", "望潮市司法局"),
        ("南京审计局三公经费", "南京审计局"),
        ("云汀市审批局三公经费", "云汀市审批局"),  # not a slip for 审计局
        ("云汀市北山监狱今年预算多少钱", "云汀市北山监狱"),
        ("云汀市江南监狱今年预算多少钱", "云汀市江南监狱"),
        ("江北监狱今年预算多少钱", "江北监狱"),
        ("云汀市柳桥街道今年预算多少钱", "云汀市柳桥街道"),
        ("云汀市司法局城关司法所今年预算多少钱", "城关司法所"),
        ("云汀市司法局的河口司法所批了多少", "河口司法所"),
        ("岚山妇联编制几个", "岚山妇联"),
        ("教育局今年预算多少钱", "教育局"),
        ("深圳市卫健委今年预算多少钱", "深圳市卫健委"),
        ("云汀市环境监测站自己那份决算总额是多少", "云汀市环境监测站"),
        ("云汀市会计局共有几个项目", "云汀市会计局"),
        ("望潮市审计所今年预算多少", "望潮市审计所"),
        ("云汀市司法所采购多少", "云汀市司法所"),
        ("望潮司仪局今年预算多少", "望潮司仪局"),
    ],
)
def test_a_body_that_is_not_there_is_told_by_its_name(question: str, said: str) -> None:
    found = [s for s in mentions(FEW, question) if not s.value]
    assert [s.text for s in found] == [said]


@pytest.mark.parametrize("question", ["云汀市审计局的职责里由谁来领导区审计局", "谁领导区审计局，云汀市审计局怎么写的"])
def test_bodies_that_a_known_one_leads_are_no_stranger(question: str) -> None:
    assert [s.text for s in mentions(FEW, question) if not s.value] == []


@pytest.mark.parametrize(
    "question",
    [
        "云汀审计局所属单位多少钱",
        "云汀市政务大厅改造花多少",
        "云汀市审计展厅多少",
        "云汀市审计所需经费",
        "云汀审计局图书馆多少钱",
        "云汀市审计局博物馆支出",
        "望潮审计局 幼儿园 多少",
    ],
)
def test_what_a_known_body_spends_on_is_no_stranger(question: str) -> None:
    assert [s.text for s in mentions(FEW, question) if not s.value] == []


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("云汀和望潮两家审计局谁的三公多", ("云汀市审计局", "望潮市审计局")),
        ("云汀、望潮审计局的三公", ("云汀市审计局", "望潮市审计局")),
        ("云汀望潮这两个审计局", ("云汀市审计局", "望潮市审计局")),
        ("云汀和望潮的审计局", ("云汀市审计局", "望潮市审计局")),
        ("江东、江西两个监狱平均多少", ("云汀市江东监狱", "云汀市江西监狱")),
        ("云汀市审计局和临港区财政局比", ("云汀市审计局", "云汀市临港区财政局")),
        ("云汀市审计局三公比望潮多多少", ("云汀市审计局", "望潮市审计局")),
        ("云汀市审计局三公比预算多多少", ("云汀市审计局",)),
    ],
)
def test_bodies_enumerated_with_one_tail(question: str, names: tuple[str, ...]) -> None:
    assert [s.value for s in mentions(FEW, question)] == [(name,) for name in names]


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("云汀市审记局三公", "云汀市审计局"),
        ("云汀市审局三公", "云汀市审计局"),
        ("云汀市计审局三公", "云汀市审计局"),
        ("云汀市司发局三公", "云汀市司法局"),
        ("云厅市司法局三公", "云汀市司法局"),
        ("云汀市政务服务与数据管理局三公", "云汀市政务服务和数据管理局"),
        ("望朝市审计局三公", "望潮市审计局"),
        ("望潮市审订局三公", "望潮市审计局"),
    ],
)
def test_one_slip_of_the_pen_is_understood(question: str, name: str) -> None:
    assert [s.value for s in mentions(FEW, question)] == [(name,)]


@pytest.mark.parametrize("said", ["司发所", "会计局", "设计局", "密计局", "审什么局", "司仪局", "政务服务和数控管理局"])
def test_another_word_in_a_name_is_no_slip(said: str) -> None:
    assert [s.text for s in mentions(FEW, f"云汀市{said}三公") if s.value] == []


def test_another_work_that_sounds_alike_is_no_slip() -> None:
    bodies = Bodies(["云汀市水务局", "云汀市文旅局"], [])
    assert [s.value for s in mentions(bodies, "云汀市税务局三公")] == [()]
    assert [s.value for s in mentions(bodies, "云汀市水物局三公")] == [("云汀市水务局",)]


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("截至去年底云汀市审计局有多少台车", "云汀市审计局"),
        ("三千万以下的财务竣工决算审计归区财政局管", "区财政局"),
        ("比起云汀市审计局花得多吗", "云汀市审计局"),
        ("里面属于望潮市审计局的有几个", "望潮市审计局"),
    ],
)
def test_a_body_does_not_swallow_the_words_before_it(question: str, said: str) -> None:
    assert [s.text for s in mentions(FEW, question)] == [said]


@pytest.mark.parametrize(
    "question",
    ["云汀财政拨款多少", "财政部门的预算", "审计业务多少", "各监狱的预算", "下属医院有哪些", "教育支出多少"],
)
def test_words_of_the_budget_are_no_bodies(question: str) -> None:
    bodies = Bodies(["云汀市财政局", "云汀市司法局", "云汀市审计局", "云汀市教育局"], [])
    assert mentions(bodies, question) == []


def test_a_short_form_that_fits_two_bodies_keeps_both() -> None:
    assert mentions(FEW, "审计局2026年预算多少")[0].value == ("云汀市审计局", "望潮市审计局")


@pytest.mark.parametrize(
    ("after", "role"),
    [
        ("（部门）", "kind_department"), ("部门那份", "kind_department"), ("整个部门", "kind_department"),
        ("系统的车", "kind_department"), ("（单位）", "kind_unit"), ("本单位那份", "kind_unit"),
        ("单位口径", "kind_unit"), ("机关本身", "own_level"), ("本级", "own_level"), ("（本级）", "own_level"),
    ],
)  # fmt: skip
def test_which_of_its_documents_is_said_after_a_body(after: str, role: str) -> None:
    spans = FEW.spans(words_of(f"云汀市司法局{after}2026年预算"))
    assert role in {s.role for s in spans if s.family == "context"}


@pytest.mark.parametrize("form", ["云汀二院", "云汀市第二医院", "二院", "市二院"])
def test_a_numbered_institution_has_a_short_name(form: str) -> None:
    bodies = Bodies(["云汀市第二人民医院", "云汀市第一人民医院"], ["云汀市第二中学"])
    found = [s for s in mentions(bodies, f"{form}今年预算多少") if s.value]
    assert found and max(found, key=lambda s: s.length).value == ("云汀市第二人民医院",)


def test_a_person_of_a_bureau_is_no_branch_of_it() -> None:
    bodies = Bodies(["云汀市审计局", "丹浦市审计局"], ["云汀市审计局鹭岛综合试验区分局"])
    found = [span.text for span in mentions(bodies, "丹浦市审计局局长是谁")]
    assert found == ["丹浦市审计局"]


def test_a_place_may_be_written_as_it_sounds() -> None:
    bodies = Bodies(["苏州市审计局", "北京市审计局"], [])
    (span,) = [s for s in bodies.spans(words_of("苏洲审计局的培训费")) if s.family == "department" and s.role == "typo"]
    assert (span.text, span.value) == ("苏洲审计局", ("苏州市审计局",))
    assert not [s for s in bodies.spans(words_of("南京市审计局的培训费")) if s.role == "typo" and s.value]


def test_a_short_form_with_its_place_is_not_the_whole_name_of_another_body() -> None:
    bodies = Bodies(["云汀市水务局", "林溪市青渡区水务和湖泊局"], [])
    assert mentions(bodies, "青渡区水务局的支出")[0].value == ("林溪市青渡区水务和湖泊局",)
    assert mentions(bodies, "云汀市水务局的支出")[0].value == ("云汀市水务局",)


@pytest.mark.parametrize(
    ("question", "said"),
    [("审计局望潮2026年预算多少", "审计局望潮"), ("审计局望潮市财政局2026年预算多少", None)],
)
def test_a_place_may_stand_behind_the_organ_that_begins_the_question(question: str, said: str | None) -> None:
    keys = [s.value for s in mentions(FEW, question) if s.text == "审计局望潮"]
    assert keys == ([("望潮市审计局",)] if said else [])


def test_a_name_with_the_place_above_it_is_the_department_s() -> None:
    bodies = Bodies(["东川区商务局"], [], {"云汀市东川区商务局": "东川区商务局"})
    for said in ("云汀市东川区商务局", "云汀东川区商务局", "东川区商务局"):
        words = words_of(f"{said}经费")
        cover = best_cover(len(words.key), bodies.spans(words), words.breaks)
        assert [(s.text, s.value) for s in cover if s.family == "department"] == [(said, ("东川区商务局",))]


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("法院2022年公务接待费", True),
        ("2022年法院公务接待费", True),
        ("甲市公共安全支出里法院多少", False),
        ("云汀市审计局的法院多少", False),
        ("法院支出2022年多少", False),
    ],
)
def test_a_name_that_is_a_line_too_names_a_body_where_it_opens_a_clause(question: str, named: bool) -> None:
    bodies = Bodies(["云汀市人民法院", "丹浦市人民法院", "云汀市审计局"], [])
    said = [s.value for s in mentions(bodies, question) if s.text == "法院"]
    assert said == ([("丹浦市人民法院", "云汀市人民法院")] if named else [])


def test_a_name_that_resembles_one_departments_alone_is_that_department() -> None:
    bodies = Bodies(["云汀市妇幼保健院", "云汀市审计局"], ["云汀市培训站"])
    own = Span(0, 4, "like", "like", "云汀妇幼", (("云汀市妇幼保健院", 0.9),))
    assert bodies.as_department(own, [own]).value == ("云汀市妇幼保健院",)
    of_unit = replace(own, value=(("云汀市培训站", 0.9),))
    of_line = replace(own, value=(("云汀市妇幼保健院", 0.9), ("妇幼保健", 0.9)))
    assert [bodies.as_department(s, [s]) for s in (of_unit, of_line)] == [of_unit, of_line]
    other = Span(5, 10, "department", "exact", "云汀审计局", ("云汀市审计局",))
    assert bodies.as_department(own, [own, other]) == own


@pytest.mark.parametrize(
    ("behind", "family"), [("妇幼", "department"), ("审计", "place"), ("幼儿", "place"), ("妇", "place")]
)
def test_a_place_with_the_head_of_one_organ_behind_it_names_that_body(behind: str, family: str) -> None:
    bodies = Bodies(["云汀市妇幼保健院", "云汀市审计局", "云汀市审计所"], [])
    place = Span(0, 2, "place", "place", "云汀", bodies.by_place["云汀"])
    tokens = [place, Span(2, 2 + len(behind), "hint", "hint", behind)]
    assert bodies.headed(tokens)[0].family == family


def test_another_sign_for_all_a_body_does_makes_another_body() -> None:
    held = Bodies(["云汀市南山区农业农村委员会"], [])
    assert [s.value for s in mentions(held, "南山区农委三公")] == [("云汀市南山区农业农村委员会",)]
    assert not any(s.role == "typo" for s in mentions(held, "南山区教委三公"))


def test_a_body_of_a_kind_is_not_the_one_that_has_no_other_name() -> None:
    bodies = Bodies(("云汀市文化广电和旅游局",), ("云汀市博物馆", "云汀市古船博物馆"))
    assert [s.text for s in mentions(bodies, "云汀自然博物馆预算多少") if not s.value] == ["云汀自然博物馆"]
    for question in ("云汀博物馆预算多少", "云汀市古船博物馆预算多少", "云汀文旅局博物馆支出", "云汀各博物馆预算"):
        assert [s.text for s in mentions(bodies, question) if not s.value] == [], question


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("云汀新区高新技术产业园区管理委员会", "云汀高新区"),
        ("云汀市望潮工业园区管理委员会", "望潮工业园"),
    ],
)
def test_the_committee_of_a_zone_is_named_by_its_zone(name: str, said: str) -> None:
    (found,) = [s for s in mentions(Bodies((name,), ()), f"{said}三公经费多少") if s.family == "department" and s.value]
    assert (found.text, len(found.value)) == (said, 1)


def test_the_committee_of_another_kind_of_zone_is_another_body() -> None:
    held = Bodies(("云汀高新技术产业开发区管理委员会",), ())
    for question in ("云汀高新区管委会三公", "高新区管委会三公", "区管委会三公"):
        assert [s.value for s in mentions(held, question) if s.family == "department"], question
        assert all(s.value for s in mentions(held, question) if s.family == "department"), question
    assert [s.text for s in mentions(held, "经开区管委会三公") if s.role == "stranger"] == ["经开区管委会"]
    (found,) = [s for s in mentions(held, "云汀区管委会三公") if s.role == "stranger"]
    assert found.text == "云汀区管委会"  # a district of that name
    (found,) = [s for s in mentions(held, "云汀开发区管委会三公") if s.role == "placed"]
    assert found.text == "云汀开发区管委会"
