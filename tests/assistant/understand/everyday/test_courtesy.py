"""What a polite opening is, and what only looks like one."""

import pytest

from assistant.understand.everyday.courtesy import without_courtesy


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("劳驾帮我瞅瞅青江市水务局的差旅费", "青江市水务局的差旅费"),
        ("我就想弄清楚青江市水务局的会议费有多少", "青江市水务局的会议费有多少"),
        ("顺便打听一下水务局的差旅费", "水务局的差旅费"),
        ("我们领导想看水务局的政府采购", "水务局的政府采购"),
        ("烦请告知水务局的公用经费", "水务局的公用经费"),
        ("您好，能不能帮我查一下水务局的差旅费", "水务局的差旅费"),
        ("麻烦看看2026年的培训费", "2026年的培训费"),
        ("打扰一下，想跟您核对一个绩效数：水务局的巡河次数", "水务局的巡河次数"),
        ("我是柳荫的居民，街道今年的预算有多少", "柳荫街道今年的预算有多少"),
        ("我家住柳荫街道，我们街道的会议费是多少", "柳荫街道的会议费是多少"),
    ],
)
def test_an_opening_goes(said: str, left: str) -> None:
    assert without_courtesy(said) == left


@pytest.mark.parametrize(
    "said",
    [
        "查处违法建设的经费是多少",
        "看守所的基本支出是多少",
        "问题整改项目的预算",
        "不想知道差旅费",
        "请说明项目支出增加的原因",
        "请找出金额最大的项目",
        "讲座经费有多少",
        "领导干部用车多少辆",
        "想看吗",
    ],
)
def test_what_names_or_turns_the_question_stays(said: str) -> None:
    assert without_courtesy(said) == said
