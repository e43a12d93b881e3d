"""Everyday turns of speech in plain words."""

import re

import pytest

from assistant.understand.everyday.spoken import examples, in_plain_words


@pytest.mark.parametrize(("pattern", "shown"), examples())
def test_each_rule_changes_what_shows_it(pattern: str, shown: str) -> None:
    assert re.search(pattern, shown)
    assert in_plain_words(shown) != shown


@pytest.mark.parametrize(
    ("said", "plain"),
    [
        ("账上还剩几多没用完？", "还剩多少没用完?"),
        ("实际支出过一千万元的科目有几个", "实际支出超过一千万元的科目有几个"),
        ("执行进度没到95%的项目", "执行进度低于95%的项目"),
        ("公务接待费过4万元没有", "公务接待费超过4万元吗"),
        ("公务接待费达到4万元了没有", "公务接待费达到4万元吗"),
        ("三公经费比去年减少了没有", "三公经费比去年减少了吗"),
        ("水利局2026年是会议费多还是培训费多", "水利局2026年会议费和培训费哪个多"),
        ("水利局一共有多少款科目", "水利局一共有多少个款级科目"),
        ("2130301科目超过五百万元吗", "2130301超过五百万元吗"),
        ("水利局基本支出高出项目上的支出多少", "水利局基本支出比项目支出多多少"),
        ("水利局公积金文字说明里说88.36万，表里是多少", "水利局公积金，表里是多少"),
        ("北上深三个审计局谁的接待费高", "京沪深三个审计局谁的接待费高"),
        ("水利局行政人员占实有人员几成", "水利局行政人员占实有人员几成"),
        ("水利局208类里最大的款是哪个", "水利局208类里最大的款级科目是哪个"),
        ("水利局基本支出和项目支出占总支出的比例各多少", "水利局基本支出和项目支出占总支出的比例各多少"),
        ("水利局项目支出里的差旅费和基本支出里的差旅费差多少", "水利局差旅费的项目支出和基本支出差多少"),
        ("西北上广场的项目", "西北上广场的项目"),
        ("盘子最大的头三个项目", "盘子最大的前三个项目"),
        ("資訊網路與軟體購置費有多少", "信息网络与软件购置费有多少"),
        ("青川市审计局有多少公务员", "青川市审计局行政人员有多少人"),
        ("给农村危房改造排了多少钱", "给农村危房改造安排了多少钱"),
        ("青川市审计局搞培训花多少钱", "青川市审计局培训费花多少钱"),
        ("青川市水利局四座泵站都花多少钱", "青川市水利局四座泵站分别多少钱"),
        ("青川市审计局其他收入的来源有哪些", "青川市审计局其他收入包括哪些"),
        ("青川市审计局收入来源", "青川市审计局收入包括哪些，各多少"),
        ("青川市审计局今年要花多少钱，钱从哪来", "青川市审计局今年要花多少钱，收入包括哪些，各多少"),
        ("青川市审计局短信条数目标", "青川市审计局短信个数的目标值是多少"),
    ],
)
def test_said_in_plain_words(said: str, plain: str) -> None:
    assert in_plain_words(said) == plain


@pytest.mark.parametrize(
    "question",
    [
        "排水管网改造多少钱",
        "水利局213科目下有哪些款级科目",
        "过渡性住房项目预算",
        "上海市审计局2026年收入预算多少",
        "头屯河区财政局的预算",
        "财政局岗前培训花多少钱",
        "云汀市哪家泵站财政拨款最多",  # of one source of money, not of all
        "青川市水利局泵站改扩建，钱从哪来",  # of the rebuilding, and not of all that the body takes in
        "青川市财政局2024年收支为什么减少",  # told of income and spending in many words
    ],
)
def test_names_are_left_alone(question: str) -> None:
    assert in_plain_words(question) == question
