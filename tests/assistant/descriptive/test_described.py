"""Which sentence is an answer and which is only near: what the clause that asks names has to be told."""

from pathlib import Path

import pytest

from assistant.answer import AnswerKind
from assistant.ask import Assistant
from assistant.finding.library import Library
from assistant.question import Question
from tests.assistant.town import saying, stored, water

TEXTS = (
    "围绕河湖长制开展水域岸线巡查，紧盯非法采砂、侵占岸线等环节。",
    "公务接待费4.50万元，比上年减少0.50万元，主要原因是压减接待批次。",
    "公务用车购置及运行维护费16.00万元，比上年增加2.00万元。决算数小于预算数的主要原因：里程减少。"
    "决算数较上年增加的主要原因：更新车辆1辆。",
    "2026年收支预算50.00万元，较2025年减少3.00万元。其中：基本支出30.00万元，增加1.00万元，主要原因是正常晋级；"
    "项目支出20.00万元，减少4.00万元，主要原因是堤防维修完工。",
    "印刷费增加3.00万元，主要为新编水利年鉴。其中：邮电费2.00万元，增加1.00万元；劳务费1.00万元，主要原因是用工增加。",
    "2028年12月31日前，完成病险水库除险，加固水库12座，加固水闸3座。",
    "《水库巡查意见》（云水〔2015〕6号）、《关于水库巡查的通知》（云水〔2019〕30号）。",
    "内设机构3个，包括：办公室、航运管理科（船闸渡口工作科）、应诉科。",
    "因公出国（境）费按规定统筹安排，本部门年初不编制因公出国（境）费用预算。",
    "农林水支出（类）水利（款）行政运行（项）比上年减少2.00万元，主要原因是人员调出。",
    "（一）养护费5.00万元，与上年持平，主要原因是养护任务不变。（二）养护费中水闸养护费3.00万元，比上年增加1.00万元，"
    "主要原因是新增水闸1座。",
    "2026年安排委托业务费8.00万元，比上年减少6.00万元，主要原因是阶段性委托事项完结。",
    "本项目从数量、质量、时效等方面考核泵站设备运维绩效。",
    "全面推进绩效管理改革，制定绩效管理办法，完善绩效管理体系。",
    "堤防评价：绩效管理是指在养护中融入绩效理念的一系列活动。",
    "“放管服”改革由办公室统筹。设立护水之家，组织志愿者清理河面垃圾。指导基层自治，健全村民治水平台。",
)


@pytest.fixture
def told(tmp_path: Path) -> Assistant:
    parsed = saying(water(), *((f"第{n}节", text) for n, text in enumerate(TEXTS, 1)))
    return Assistant(Library(stored(tmp_path, parsed).engine))


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("水利局围绕河湖长制开展水域岸线巡查，紧盯哪些环节？", "非法采砂"),
        ("水利局公务接待费略有下降，是砍掉了什么？", "压减接待批次"),
        ("水利局公务用车购置及运行维护费比上年增加的原因是什么？", "更新车辆1辆"),
        ("水利局2026年公务接待费为什么减少了？", "压减接待批次"),
        ("水利局收支预算为什么比2025年少了？", "堤防维修完工"),  # the account of every part
        ("水利局收支怎么比去年少了，原因写了吗？", "堤防维修完工"),
        ("水利局把公务接待费从去年的5万砍到4.5万，理由是什么？", "压减接待批次"),  # where it began is no year asked
        ("水利局公务接待费怎么压下来这么多？", "压减接待批次"),
        ("年初为什么没给水利局编出国经费？", "不编制因公出国"),
        ("水利局印刷费为什么增加？", "新编水利年鉴"),
        ("水利局管船闸和渡口的是哪个科？", "航运管理科（船闸渡口工作科）"),
        ("水利局到2028年底要加固多少座水库？", "加固水库12座"),
        ("水利局养护费变化的原因是什么？", "新增水闸"),  # told of the part that moved
        ("水利局外包出去办事的那笔费用，掉了三成，由头是什么？", "阶段性委托事项完结"),
        ("水利局绩效管理的定义", "绩效管理是指"),
        ("水利局的“放管服”谁来统筹？", "“放管服”改革由办公室统筹"),  # a quoted name is no shape of a question
        ("水利局护水之家是干什么的？", "清理河面垃圾"),
        ("水利局护水之家是个什么组织？", "清理河面垃圾"),
        ("水利局怎么让村民自己管自己？", "基层自治"),
        ("水利局泵站机器的运维从哪些方面打分？", "数量、质量、时效"),
        ("水利局水库巡查依据2015年的哪份文件？", "云水〔2015〕6号"),  # the year of a paper, of no account
        ("水利局公务接待费减少了0.5万元，除了厉行节约，还有什么原因？", "压减接待批次"),
    ],
)
def test_what_is_told_is_quoted(told: Assistant, question: str, text: str) -> None:
    answer = told.ask(Question(question))
    assert answer.kind in (AnswerKind.TEXT, AnswerKind.LIST, AnswerKind.NUMBER) and text in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "水利局围绕河湖长制开展水域岸线巡查，船员津贴怎么发？",
        "水利局会议费略有下降，是砍掉了什么？",
        "水利局2026年公务接待费为什么增加了？",
        "水利局到2029年底要加固多少座水库？",  # no text speaks of that year
        "水利局水库巡查依据2012年的哪份文件？",
        "水利局2130399为什么没花完？",  # no row bears the code
        "水利局其他水利支出为什么减少？",  # the reason is that of another line of the class
        "水利局邮电费为什么增加？",  # the reason is that of the part beside it
    ],
)
def test_what_is_told_of_something_else_is_no_answer(told: Assistant, question: str) -> None:
    assert told.ask(Question(question)).kind is AnswerKind.REFUSAL


@pytest.mark.parametrize(
    "question",
    [
        "12345热线的泵站设备运维绩效从哪些方面考核？",  # a number that no text prints is of another thing
        "水利局办公室人数为什么减少了？",
    ],
)
def test_of_another_thing_is_no_answer(told: Assistant, question: str) -> None:
    assert told.ask(Question(question)).kind is AnswerKind.REFUSAL, told.ask(Question(question)).text
