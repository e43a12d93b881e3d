"""Bodies are found by any official English name, subordinate units by the words for what they do."""

import pytest

from assistant.understand.bodies.named import Bodies
from assistant.understand.english.in_chinese import in_chinese

BODIES = Bodies(
    ["江楚市溪口区住房和城乡建设局", "青川彝族傣族自治州水利局", "青川彝族傣族自治州交通运输局", "江楚市教育委员会"],
    {
        "溪口区国有土地上房屋征收与补偿中心": "a",
        "青川州公路养护发展中心": "b",
        "江楚市东山监狱": "c",
        "江楚市西山监狱": "d",
    },
)


@pytest.mark.parametrize(
    ("english", "body"),
    [
        ("Xikou District Housing and Urban-Rural Development Bureau", "溪口区住房和城乡建设局"),
        ("Housing and Urban-Rural Development Bureau of Xikou District, Jiangchu", "江楚溪口区住房和城乡建设局"),
        ("Xikou District's housing & construction bureau (Jiangchu)", "溪口区住房和城乡建设局"),
        ("Qingchuan Prefecture Water Bureau", "青川州水利局"),
        ("water affairs bureau of Qingchuan Yi and Dai Autonomous Prefecture", "青川州水利局"),
        ("Qing Chuan Prefecture Department of Transportation", "青川州交通运输局"),
        ("Jiangchu Education Bureau", "江楚教育委员会"),
        ("青川州水利局", "青川州水利局"),
    ],
)
def test_a_body_is_named_as_the_store_names_it(english: str, body: str) -> None:
    assert in_chinese(f"What is the basic expenditure of the {english}?", BODIES) == f"{body}基本支出是多少"


@pytest.mark.parametrize(
    ("english", "body"),
    [
        ("Yunjiang County (云江县) Education and Sports Bureau", "云江县教育体育局"),
        ("Education & Sports Bureau of Yunjiang County (云江县)", "云江县教育体育局"),
        ("Yunjiang (云江) Bureau of Education and Sports", "云江教育体育局"),
        ("Yungkiang County (云江县) Education and Sports Bureau", "云江县教育体育局"),
        ("Yunjiang County Culture and Education Bureau", "云江县文化和旅游教育局"),
        ("Yunjiang County Water and Justice Bureau", "云江县水利司法局"),
    ],
)
def test_a_bureau_of_several_fields_is_one_and_a_place_in_brackets_the_one_before(english: str, body: str) -> None:
    bodies = Bodies(["云江县教育体育局", "云江县水利局", "云江县司法局"], {})
    assert in_chinese(f"What is the basic expenditure of the {english}?", bodies) == f"{body}基本支出是多少"


@pytest.mark.parametrize(
    ("english", "body"),
    [
        ("Yunhai No. 3 Middle School", "云海第三中学"),
        ("Yunhai 3rd Middle School", "云海第三中学"),
        ("Haicheng Market Regulation Bureau", "海城市场监督管理局"),
        ("Party Committee Organization Department of Yunhai", "云海组织部"),
    ],
)
def test_schools_have_numbers_places_lie_in_others_and_organs_are_the_partys(english: str, body: str) -> None:
    bodies = Bodies(["云海市第三中学", "辽宁省鞍山市海城市市场监督管理局", "中国共产党云海市委员会组织部"], {})
    assert in_chinese(f"What is the basic expenditure of {english}?", bodies) == f"{body}基本支出是多少"


@pytest.mark.parametrize(
    ("english", "unit"),
    [
        ("the house expropriation centre of Xikou District", "溪口区国有土地上房屋征收与补偿中心"),
        ("Xikou's house expropriation center", "溪口区国有土地上房屋征收与补偿中心"),
        ("the Qingchuan highway maintenance centre", "青川州公路养护发展中心"),
    ],
)
def test_a_unit_is_found_by_its_work(english: str, unit: str) -> None:
    assert in_chinese(f"What is the basic expenditure of {english}?", BODIES) == f"{unit}基本支出是多少"


def test_a_unit_goes_behind_the_department_it_is_under() -> None:
    asked = "How much does the house expropriation centre under the Xikou District Housing Bureau spend on travel?"
    assert in_chinese(asked, BODIES).startswith("溪口区住房和城乡建设局溪口区国有土地上房屋征收与补偿中心")


@pytest.mark.parametrize("english", ["Qingchuan talent service centre", "Nanshan house expropriation centre"])
def test_another_unit_is_never_taken_for_it(english: str) -> None:
    said = in_chinese(f"What is the basic expenditure of the {english}?", BODIES)
    assert "养护" not in said and "征收与补偿" not in said


def test_bodies_of_one_kind_are_ranked_as_bodies() -> None:
    said = in_chinese("Which of Jiangchu's prisons has the largest budget?", BODIES)
    assert said == "预算最高的江楚监狱是哪个"
    assert "4所监狱" in in_chinese("How much is set aside for the four prisons of Jiangchu?", BODIES)


def test_a_service_that_is_paid_for_is_no_body() -> None:
    made = in_chinese("How much does the Qingchuan Water Bureau spend on health services in 2026?", BODIES)
    assert "局" not in made.replace("水利局", "")
    assert "服务" in made


def test_a_town_that_is_stored_is_meant_before_a_city_of_its_sound() -> None:
    bodies = Bodies(["江楚市溪口区棠山镇人民政府"], {})
    assert "棠山" in in_chinese("How much did Tangshan Town spend in total in 2022?", bodies)
