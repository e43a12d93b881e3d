"""Questions of words and questions of figures go through their own doors."""

import pytest

from assistant.understand.door import Door, door_of, sections_asked
from ingest.wording.glyphs import bare


@pytest.mark.parametrize(
    ("question", "door"),
    [
        ("澜川市水务局三公经费为什么下降", Door.WHY),
        ("公务用车运行费怎么反而少了2.4万？", Door.WHY),
        ("机关运行经费减少的缘由", Door.WHY),
        ("机关运行经费减少的由头", Door.WHY),
        ("河道清淤项目凭啥立项", Door.SECTION),
        ("河道清淤项目的绩效目标是什么", Door.GOAL),
        ("应急通信专项是做什么用的", Door.GOAL),
        ("指挥平台为什么要建，想达到什么目的", Door.GOAL),
        ("财政专户管理资金是什么意思", Door.DEFINE),
        ("购房补贴这个科目反映哪些支出", Door.DEFINE),
        ("水务局的主要职责有哪些", Door.SECTION),
        ("水务局有多少个内设机构", Door.SECTION),
        ("河道清淤项目的立项依据", Door.SECTION),
        ("水务局怎样维护河湖安全", Door.TEXT),
        ("水务局能不能管地下水", Door.TEXT),
        ("出国费怎么年初没列", Door.WHY),
        ("接待费砍掉七成，怎么做到的", Door.WHY),
        ("河道清淤支出怎么几乎归零了", Door.WHY),
        ("河道清淤支出少了十万怎么讲", Door.WHY),
        ("预算涨了18%图什么", Door.WHY),
        ("展厅为啥没完成参观目标", Door.WHY),
        ("基本支出跟项目支出怎么区分", Door.DEFINE),
        ("残保金是谁交的钱", Door.DEFINE),
        ("指挥平台谁来盯，落实得怎么样", Door.TEXT),
        ("培训费怎么基本腰斩了", Door.WHY),
        ("政府性基金预算表空着是什么意思", Door.WHY),
        ("政府性基金预算是什么意思", Door.DEFINE),
        ("哪些表是空的，理由怎么写", Door.SECTION),
        ("怎么界定机关运行经费", Door.DEFINE),
        ("用事业基金弥补收支差额怎么理解", Door.DEFINE),
        ("这个项目由哪些科室负责落实", Door.SECTION),
        ("负责啥", Door.SECTION),
        ("河道清淤是根据哪个文件搞的", Door.SECTION),
        ("清淤补贴凭哪份文件发放", Door.SECTION),
        ("机关运行经费略有上涨，是添置了什么", Door.WHY),
        ("水务局预算多了七千多万，钱都加到哪了", Door.WHY),
        ("培训费少了，少的钱减在哪里", Door.WHY),
        ("是什么让培训费涨了", Door.WHY),
        ("河道清淤谁来干，怎么个搞法", Door.SECTION),
        ("水务局怎么管自己的绩效", Door.SECTION),
        ("河道清淤支出决算低于年初预算怎么解释", Door.WHY),
        ("河道清淤没花足预算，是卡在哪个系统上", Door.WHY),
        ("水务局下属单位有哪些，请列出来", Door.SECTION),
        ("河道清淤支出几乎清零，去年那笔大钱是付什么的", Door.WHY),
        ("培训费少了近一半，是砍掉了什么", Door.WHY),
        ("买车的预算涨了两成多，是哪家单位要换什么车", Door.WHY),
        ("总预算涨了3.5%，除了结余多了，还有什么钱放在账上", Door.WHY),
        ("总预算涨了3.5%，主要理由是什么", Door.WHY),
        ("清淤项目是按哪些条例和办法设的", Door.SECTION),
        ("清淤工程今年上半年干的是什么", Door.SECTION),
        ("收支总表最下面那行小字说了啥，为什么尾数可能对不上", Door.SECTION),
        ("这个平台拿来干成什么事", Door.GOAL),
        ("局长是谁", Door.OUTSIDE),
        ("副局长有几位", Door.OUTSIDE),
        ("水务局局长是谁", Door.OUTSIDE),
        ("水务局的电话是多少", Door.OUTSIDE),
        ("水务局的预算编得合理吗", Door.OUTSIDE),
    ],
)
def test_questions_of_words(question: str, door: Door) -> None:
    assert door_of(question) is door


@pytest.mark.parametrize(
    "question",
    [
        "水务局三公经费是多少",
        "三公经费比上年减少多少，为什么？",
        "河道清淤项目多少钱，干什么用？",
        "哪个单位的项目最多",
        "金额最大的前五个项目",
        "超过100万元的项目有几个",
        "话务接通率的指标值",
        "下属单位的三公经费各多少",
        "住房保障支出占比",
    ],
)
def test_questions_of_figures_are_left_to_the_plan(question: str) -> None:
    assert door_of(question) is None


@pytest.mark.parametrize(
    ("question", "door"),
    [
        ("公务接待费里头都包括些啥钱", Door.DEFINE),
        ("公务接待费的开支范围有哪些", Door.DEFINE),
        ("其他收入到底是些什么钱", Door.DEFINE),
        ("弥补收支差额这个名词怎么解释", Door.DEFINE),
        ("河道清淤凭啥文件立的项", Door.SECTION),
        ("自评下来均分有多高", Door.SECTION),
        ("下属的有几所监狱", Door.SECTION),
        ("编预算守着哪些规矩", Door.SECTION),
        ("防汛工作的重点是什么", Door.TEXT),
        ("水务局 年轻干部 培养办法", Door.TEXT),
        ("公车购置一栏空着，这是为什么", Door.WHY),
        ("收支比上年增加，为的是什么", Door.WHY),
        ("财政给的钱少了，是因为哪两样", Door.WHY),
        ("办杂志图的是什么", Door.GOAL),
        ("清淤对沿河居民有什么好处", Door.GOAL),
        ("2026年为什么要去租泵船", Door.GOAL),
        ("请了哪几位专家", Door.OUTSIDE),
        ("引进的人才叫什么名字", Door.OUTSIDE),
        ("评价结果怎么用", Door.SECTION),
        ("清淤是怎么个进度安排", Door.SECTION),
        ("下面的注怎么写的", Door.SECTION),
    ],
)
def test_other_turns_of_asking_for_words(question: str, door: Door) -> None:
    assert door_of(question) is door


def test_sections_are_known_by_many_words() -> None:
    assert [s.id for s in sections_asked(bare("水务局管什么"))] == ["duties"]
    assert [s.id for s in sections_asked(bare("谁来实施"))] == ["implementer"]


def test_so_many_offices_are_asked_for_as_some_are() -> None:
    assert {section.id for section in sections_asked("设了哪三个处")} == {"organisation"}


def test_how_often_a_telephone_is_answered_is_no_number_to_ring() -> None:
    assert door_of("水务局的热线电话全年要接多少次") is None
    assert door_of("水务局的热线电话是多少") is Door.OUTSIDE
