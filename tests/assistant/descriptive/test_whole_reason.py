"""Why all the money of a body moved: told where no line is named, and of no line that stands beside it."""

from pathlib import Path

import pytest

from assistant.ask import Assistant
from assistant.finding.library import Library
from assistant.question import Question
from tests.assistant.town import saying, stored, water

TEXTS = (
    "机关运行经费预算安排8.00万元，较上年增加1.00万元，增长14.29%，增长的主要原因是：实有人员增加。",
    "培训费预算支出3.00万元，比上年增加2.00万元，主要原因是增加付费培训。",
)
WHY = "新增河道清淤任务"


@pytest.fixture
def told(tmp_path: Path) -> Assistant:
    parsed = saying(water(), *((f"第{n}节", text) for n, text in enumerate(TEXTS, 1)))
    return Assistant(Library(stored(tmp_path, parsed).engine))


@pytest.mark.parametrize(
    "question",
    [
        "水利局今年盘子涨了点，官方怎么解释",
        "水利局今年钱多了二百多万，文件怎么交代",
        "水利局整个预算涨了，背后什么原因",
        "水利局今年为啥钱变多了",
        "水利局2026年收入为什么比2025年多",
        "水利局今年预算多少，怎么涨的",
    ],
)
def test_the_reason_of_the_whole_is_told(told: Assistant, question: str) -> None:
    assert WHY in told.ask(Question(question)).text


@pytest.mark.parametrize(
    "question",
    [
        "水利局今年预算少了，什么原因",  # it rose
        "水利局培训费为什么多了",
        "水利局机关运行经费为什么变了",
        "水利局今年预算为什么比2019年多",
        "水利局今年绿化预算为什么多了",
        "水利局支出为什么比年初预算多",
        "水利局今年财政拨款支出为什么多了",  # of the other side
    ],
)
def test_the_reason_of_the_whole_is_not_that_of_another_matter(told: Assistant, question: str) -> None:
    assert WHY not in told.ask(Question(question)).text
