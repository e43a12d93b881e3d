"""What only seems to answer: a number gives no need, sums tell no meaning."""

from pathlib import Path

import pytest

from assistant.answer import AnswerKind
from assistant.ask import Assistant
from assistant.descriptive.glossary import explains_another
from assistant.descriptive.seeming import explains, of_need, of_no_mark, of_no_time_got, only_sums, tells_a_need
from assistant.descriptive.shape import needs
from assistant.finding.evidence import Quote
from assistant.finding.library import Library
from assistant.question import Question
from ingest.records.passage import Passage, PassageKind, PassageSpot
from tests.assistant.town import saying, stored, water


def passage(text: str, kind: PassageKind = PassageKind.NARRATIVE) -> Passage:
    return Passage("p", "d", 1, kind, ("国有资产占用情况",), text, 3, 3, (PassageSpot(3, None, 0, len(text)),))


def test_a_need_is_told_by_what_is_lacking_and_not_by_a_number() -> None:
    assert needs("为什么每年都要维修泵站") and not needs("为什么去年减少")
    number, need = "共有车辆1辆，其中应急保障用车1辆", "泵站设备老化"
    assert tells_a_need(passage(need), need) and not tells_a_need(passage(number), number)


def test_what_money_is_used_for_and_targets_that_are_set_tell_no_need() -> None:
    used = "公务用车购置费5万元，主要用于车辆购置。"
    counted = "编报绩效目标的项目4个，其中援建干部经费3万元。"
    assert not of_need([Quote(used, [], "")]) and not of_need([Quote(counted, [], "")])
    assert of_need([Quote("车辆达到报废年限，进行更新。", [], "")])


def test_sums_tell_what_money_is_only_where_they_say_so() -> None:
    assert only_sums([Quote("其他收入5万元，比上年增加1万元，主要原因是拨款增加。", [], "")])
    assert not only_sums([Quote("其他收入5万元，占2%，为收取的灌溉水费。", [], "")])


def test_what_is_assessed_is_no_mark() -> None:
    told = "从数量、质量、成本等方面考核运维绩效。"
    assert of_no_mark("自评打分多少", told) and not of_no_mark("运维从哪些方面打分", told)


def test_an_entry_on_one_term_explains_no_other() -> None:
    entry = "四、年末结转和结余：指结转到下年使用的资金。"
    assert explains_another(entry, ["上年结转"]) and not explains_another(entry, ["年末结转和结余"])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("机关运行经费指为保障行政单位运行用于购买货物和服务的各项资金。", True),
        ("“三公”经费包括因公出国（境）费、公务接待费和公务用车购置及运行维护费。", True),
        ("机关运行经费61.35万元，比上年减少8.67万元，下降12.38%，主要是压减办公费。", False),
        ("注：本表反映部门本年度“三公”经费支出预决算情况。", False),
    ],
)
def test_why_an_amount_moved_is_no_meaning_of_a_term(text: str, told: bool) -> None:
    assert explains(text) is told


def test_a_term_whose_amount_alone_is_printed_is_not_explained(tmp_path: Path) -> None:
    text = "（一）机关运行经费。2026年机关运行经费61.35万元，比上年减少8.67万元，主要是压减办公费。"
    told = Assistant(Library(stored(tmp_path, saying(water(), ("四、其他事项", text))).engine))
    assert told.ask(Question("水利局的机关运行经费是什么意思")).kind is AnswerKind.REFUSAL


def test_a_plan_does_not_tell_when_a_thing_was_got() -> None:
    planned, got = "2026年预算未安排购置大型设备。", "2019年购入大型设备1台。"
    assert of_no_time_got("大型设备是哪年买的", planned) and not of_no_time_got("大型设备是哪年买的", got)
    assert not of_no_time_got("大型设备什么时候买", planned)
