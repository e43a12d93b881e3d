"""One form of the question's words: numerals as cheques write them, characters of either script."""

import pytest

from assistant.understand.words.text import is_english, words_of


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ("等伍個項目高於250萬元", "等五个项目高于250万元"),
        ("共陆项", "共六项"),
        ("队伍项目", "队伍项目"),
        ("大陆项目", "大陆项目"),
        ("收拾项目", "收拾项目"),
        ("拾万元以下", "十万元以下"),
        ("超过五仟万元", "超过五千万元"),
        ("贰佰伍拾万以上的有5仟万", "二百五十万以上的有5千万"),
        ("第叁大、前贰名、排第壹的", "第三大、前二名、排第一的"),
        ("百分之玖拾伍", "百分之九十五"),
        ("收拾万里街道、大陆百姓、前陆军的拾遗", "收拾万里街道、大陆百姓、前陆军的拾遗"),
    ],
)
def test_numerals_and_characters_have_one_form(said: str, text: str) -> None:
    assert words_of(said).text == text


@pytest.mark.parametrize(
    ("said", "english"),
    [
        ("YT2023-SM-N-006014 金额", False),
        ("SLXTYW 预算", False),
        ("YT2023-SM-N-006014", False),
        ("How much is budgeted for YT2023-SM-N-006014?", True),
        ("amount of YT2023-SM-N-006014", True),
        ("What does “机关运行经费保障资金” mean?", True),
        ("Basic expenditure of 云汀市政府公文交换服务中心 in 2026?", True),
        ("云汀市公文交换中心的 IT in use 支出", False),
        ("Sum of projects of 云汀市水利局（本级） above 30万元", True),
        ("Projects of 云汀市水利局 larger than 300 (万元)", True),
        ("Total 2026 revenue of 云汀市水利局 (万元)", True),
        ("APP 云汀市水利局超过300万元的项目", False),
    ],
)
def test_a_code_and_what_is_quoted_is_in_no_language(said: str, english: bool) -> None:
    assert is_english(said) is english
