"""Targets of one row named one after the other are told all together or not at all."""

from pathlib import Path

from assistant.ask import Assistant
from assistant.computing.targets.several_named import said_alone
from assistant.finding.library import Library
from assistant.question import Question
from ingest.records.document import DocumentKind
from tests.assistant.conftest import Asked
from tests.assistant.town import WATER, Draft, stored


def test_keywords_ask_for_the_target_of_each(ask: Asked) -> None:
    answer = ask("水利局 河道清淤工程 清淤河道长度 工程验收合格率 指标值")
    assert "35" in answer.text and "98" in answer.text, answer.text


def test_a_member_that_no_target_is_of_leaves_none_told(ask: Asked) -> None:
    answer = ask("水利局河道清淤工程项目清淤河道长度、绿化带长度、工程验收合格率各是多少")
    assert answer.kind.value == "refusal", answer.text


def test_a_word_that_stands_by_itself() -> None:
    assert said_alone("复印机", "某项目打印机、复印机各多少台")
    assert said_alone("复印机", "某项目 打印机 复印机 台数")
    assert not said_alone("招聘", "计划招聘多少人")


def test_names_of_targets_as_keywords_are_told_without_a_word_for_targets(ask: Asked) -> None:
    answer = ask("水利局 河道清淤工程 清淤河道长度 工程验收合格率")
    assert "35" in answer.text and "98" in answer.text, answer.text
    assert ask("水利局 河道清淤工程 清淤河道长度 绿化带长度").kind.value == "refusal"


def test_a_kind_that_another_row_tells_of_has_no_target_of_this_one(tmp_path: Path) -> None:
    draft = Draft("d", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    table = draft.table("project_targets", "项目支出绩效目标表", (("总计",),))
    books = draft.row(table, "会计档案数字化归档服务", ("5.00",))
    draft.indicator(books, "计划完成时间", "≤10月", "10", "月")
    papers = draft.row(table, "档案数字化及整理", ("8.00",))
    draft.words(papers, "绩效目标", "对全部文书档案进行扫描、著录。")
    draft.indicator(papers, "验收合格率", "≥95%", "95", "%")
    asked = Assistant(Library(stored(tmp_path, draft.parsed()).engine))
    assert "10" not in asked.ask(Question("水利局文书档案数字化到几月完成")).text
    assert "10月" in asked.ask(Question("水利局会计档案数字化到几月完成")).text


def test_what_goes_on_without_a_name_is_of_the_project_before_it(tmp_path: Path) -> None:
    draft = Draft("d", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    table = draft.table("project_targets", "项目支出绩效目标表", (("总计",),))
    paper = draft.row(table, "水利通讯印制经费", ("5.00",))
    draft.indicator(paper, "每期印刷数量", "=900册", "900", "册")
    club = draft.row(table, "学会日常运转经费", ("8.00",))
    draft.indicator(club, "期刊发行情况", "=全年4期", "4", "期")
    asked = Assistant(Library(stored(tmp_path, draft.parsed()).engine))
    told = asked.ask(Question("水利通讯印制每期印刷多少册，一年发行几期"))
    assert "900" in told.text and "学会" not in told.text, told.text
    assert "4期" in asked.ask(Question("学会日常运转经费期刊发行几期")).text
