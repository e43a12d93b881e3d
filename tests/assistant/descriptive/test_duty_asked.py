"""Whether a body has a duty: one that speaks of all that is asked answers, one that speaks of a part does not."""

from pathlib import Path

import pytest

from assistant.answer import AnswerKind
from assistant.ask import Assistant
from assistant.finding.library import Library
from assistant.question import Question
from tests.assistant.town import saying, stored, water

DUTIES = (
    "云汀市水务局实行市政府和省水利厅双重领导体制。",
    "负责对境外援建水库的资产、负债进行核查。负责本系统船只、服装和巡逻车辆的管理工作。",
    "反映居民的意见，处理群众来信来访，化解用水矛盾纠纷。协助管理县级市、区水务机关领导班子成员。",
)


@pytest.fixture
def told(tmp_path: Path) -> Assistant:
    parsed = saying(water(), *(("一、主要职责", text) for text in DUTIES))
    return Assistant(Library(stored(tmp_path, parsed).engine))


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("水利局查不查海外水库的资产？", "境外援建水库的资产"),
        ("船只、制服归水利局管吗，怎么写的", "船只、服装"),
        ("境外水库的资产归水利局管吗", "境外援建水库的资产"),
        ("海外水库的资产归不归水利局管", "境外援建水库的资产"),
        ("水利局机关干什么的", "境外援建水库的资产"),
        ("水利局管不管信访这些，具体咋写的", "来信来访"),
        ("邻里闹矛盾、想写信反映，水利局有没有义务处理？", "来信来访"),
        ("水利局能插手县区水务局领导班子的人事吗？", "领导班子成员"),
        ("水利局管不管用水矛盾？", "用水矛盾纠纷"),
        ("水利局有没有核查海外水库资产的权力", "境外援建水库的资产"),
        ("水利局有没有化解用水矛盾纠纷的职责", "用水矛盾纠纷"),
        ("巡逻车辆情况归水利局管吗", "巡逻车辆的管理"),
        ("水利局上头是谁管？听省里的还是市里的", "双重领导"),
    ],
)
def test_the_duty_that_speaks_of_it_is_quoted(told: Assistant, question: str, text: str) -> None:
    answer = told.ask(Question(question))
    assert answer.kind is AnswerKind.TEXT and text in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "水利局查不查海外水库的员工？",
        "水利局管不管学校食堂？",
        "水利局管不管居民养狗？",
        "水利局能不能审上市公司？",
        "水利局有没有管学校食堂项目的权力",
        "水利局工会归谁领导？",
    ],
)
def test_a_duty_that_speaks_of_a_part_alone_is_no_answer(told: Assistant, question: str) -> None:
    assert told.ask(Question(question)).kind is AnswerKind.REFUSAL


def test_the_money_of_a_matter_tells_of_no_duty(tmp_path: Path) -> None:
    sums = "堤防看护支出30.00万元，主要用于堤防看护员补贴，比上年增加2.00万元，主要原因是看护员增加。"
    parsed = saying(water(), ("一、主要职责", DUTIES[1]), ("支出情况说明", sums))
    answer = Assistant(Library(stored(tmp_path, parsed).engine)).ask(Question("水利局的堤防看护员谁来管"))
    assert answer.kind is AnswerKind.REFUSAL, answer.text


def test_a_wrong_decision_may_be_set_right(tmp_path: Path) -> None:
    duty = "纠正或责成纠正下级水务机关违反国家规定作出的决定。"
    parsed = saying(water(), ("一、主要职责", duty), ("一、主要职责", DUTIES[1]))
    answer = Assistant(Library(stored(tmp_path, parsed).engine)).ask(Question("水利局能不能纠正下级的错误决定"))
    assert "责成纠正" in answer.text and answer.kind is AnswerKind.TEXT, answer.text


def test_whether_anything_is_done_about_a_thing_is_told_in_its_other_words(tmp_path: Path) -> None:
    plans = "常态化开展纪律教育和警示教育，严格做好现场关键环节廉政风险管控，坚决整治不正之风。"
    parsed = saying(water(), ("三、2026年主要工作目标", plans), ("一、主要职责", DUTIES[1]))
    asked = Assistant(Library(stored(tmp_path, parsed).engine))
    assert "廉政风险" in asked.ask(Question("水利局有没有反腐的举措")).text
    assert asked.ask(Question("水利局有没有抗震的举措")).kind is AnswerKind.REFUSAL
