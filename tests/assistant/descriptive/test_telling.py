"""Questions in words no document prints: the passage far ahead answers, and what names a thing has to stand."""

from pathlib import Path

import pytest

from assistant.answer import AnswerKind
from assistant.ask import Assistant
from assistant.finding.library import Library
from assistant.question import Question
from tests.assistant.town import saying, stored, water

TEXTS = (
    ("六、主要经验及做法", "推行“河段包干”，每条河道明确一名联系人；邀请河海院校师生参与测流。"),
    ("（二）巡查发现的问题", "一是测流浮标遗失较多；二是村级巡河员更换频繁。"),
    ("（三）改进措施", "一是浮标统一编号；二是与云汀职校定向培养村级巡河员。"),
    ("二、评价方式", "评价采取查阅账册、现场察看相结合的方式，评价组由三名水工专家组成。"),
    ("三、评价结果", "评价平均得分91分，其中泵站更新得分最低。"),
    ("一、机构沿革", "云汀水文站始建于1968年，1990年12月升格为云汀水文中心。"),
    ("四、项目管理", "泵站更新由工程科牵头，测流由水文科负责，账务由财务科承担。"),
    ("五、其他情况", "云汀闸站迁建工程由市城投集团作为业主单位实施，相关资金未列入本部门预算。"),
    (
        "“三公”经费情况",
        "公务接待费4.00万元，比上年减少1.00万元，主要原因是外地来访减少。"
        "公务用车运行维护费6.00万元，比上年减少2.00万元，主要原因是一辆巡查车报废且不再更新。",
    ),
    (
        "收支情况",
        "收入预算90.00万元，比上年增加9.00万元，增长11.1%，主要原因是防汛补助提标。支出预算90.00万元，主要原因同上。",
    ),
    ("七、会议培训", "会议费3.00万元，比上年减少1.00万元，主要原因是改为视频形式。"),
)


@pytest.fixture
def told(tmp_path: Path) -> Assistant:
    return Assistant(Library(stored(tmp_path, saying(water(), *TEXTS)).engine))


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("水利局有什么好经验", "河段包干"),  # a heading alone names it
        ("水利局巡查查出了啥毛病", "测流浮标遗失"),
        ("水利局村级巡河员老换人，想了什么招来补救", "定向培养"),  # what is done stands under its own heading
        ("水利局评价用了哪些方法", "查阅账册"),  # of passages held alike the one that says how
        ("水利局什么时候从水文站变成水文中心的", "1990年12月"),  # 变成 stands nowhere and need not
        ("水利局的车怎么没了", "巡查车报废"),  # a thing of one sign, by its longer names
        ("水利局今年收入预算涨了11%图什么", "防汛补助提标"),  # not 原因同上
        ("云汀闸站搬迁的钱为什么不在水利局预算里", "城投集团"),
        ("水利局泵站更新和测流怎么分工", "工程科牵头"),
    ],
)
def test_words_that_name_no_thing_need_not_be_printed(told: Assistant, question: str, text: str) -> None:
    assert text in told.ask(Question(question)).text


@pytest.mark.parametrize(
    "question",
    [
        "水利局食堂承包给谁了",
        "水利局泵站更新出过安全事故没有",
        "水利局为什么取消了会议",
        "水利局最常见的信访是什么",
        "水利局幸福小区怎么补贴",
        "水利局泵站更新的主楼有多高",
    ],
)
def test_a_thing_no_text_names_is_refused(told: Assistant, question: str) -> None:
    assert told.ask(Question(question)).kind is AnswerKind.REFUSAL
