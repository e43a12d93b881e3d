"""How much of a passage is quoted: the item that answers, what a heading leads on to, never half of it."""

from pathlib import Path

import pytest

from assistant.answer import AnswerKind
from assistant.ask import Assistant
from assistant.finding.library import Library
from assistant.question import Question
from tests.assistant.town import saying, stored, water

TASKS = (
    "1.在堤防建设上持续用力。一是加固东江堤防，完成险工险段整治，提高防洪标准，保障沿江居民生命财产安全。"
    "二是引进无人机巡查堤防，建立险情快速处置机制，做到早发现、早处置、早销号，全面提升沿江各镇防汛抢险和应急值守能力。"
    "三是完善水库调度方案，统筹防洪与供水，科学安排汛期蓄水，确保城乡居民用水安全，改善下游河道生态环境，让沿岸居民喝上放心水、看到清水、用好活水。"
)
ACCOUNT = (
    "闸门检修：每年汛前对全市闸门逐座检修，更换老化部件，检修结果报市政府备案，检修中发现的重大隐患立即停用整改。"
    "水质化验：委托化验机构每月化验一次，化验结果向居民公布。法律顾问费：为我局提供法律咨询，协助处理涉水纠纷案件。"
    "预算公开评估：对照公开要求形成评估报告，提出整改建议，督促所属各单位按时公开预算和决算，接受居民监督和查询。"
)


DUTIES = (
    "（一）直接管理下列事项，出具检查报告，在法定职权范围内作出处理决定或者提出处理建议，并向市政府报告检查情况和处理结果：\n"
    "1.市属水库的安全运行，水库除险加固工程的建设和验收，水库移民后期扶持资金的使用。\n"
    "2.市管河道的采砂和岸线利用，河道清淤、堤防维修工程的组织实施，防汛物资的储备、调拨和管理工作。"
)


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    made: Path = tmp_path_factory.mktemp("town")
    parsed = saying(water(), ("二、工作任务", TASKS), ("一、项目概述", ACCOUNT), ("一、主要职责", DUTIES))
    return Assistant(Library(stored(made, parsed).engine))


@pytest.mark.parametrize(
    ("question", "held", "left"),
    [
        ("水利局打算怎么用无人机", "无人机巡查堤防", "水库调度"),
        ("水利局怎么调度水库", "完善水库调度方案", "无人机"),
        ("水利局法律顾问费是干什么的", "法律咨询", "化验机构"),
    ],
)
def test_the_item_that_answers_is_quoted_alone(told: Assistant, question: str, held: str, left: str) -> None:
    answer = told.ask(Question(question))
    assert answer.kind is AnswerKind.TEXT
    assert held in answer.text and left not in answer.text


def test_a_heading_is_quoted_with_its_items(told: Assistant) -> None:
    answer = told.ask(Question("水利局怎么抓堤防建设"))
    assert "持续用力" in answer.text and "加固东江堤防" in answer.text


def test_what_leads_on_is_quoted_with_what_it_leads_to(told: Assistant) -> None:
    answer = told.ask(Question("水利局直接管理哪些事项"))
    assert "市属水库" in answer.text and "市管河道" in answer.text
