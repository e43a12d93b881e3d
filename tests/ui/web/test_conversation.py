import csv
import io
from decimal import Decimal

import pytest
from openpyxl import load_workbook

from assistant.answer import Answer, AnswerItem, AnswerKind
from assistant.question import Question
from tests.ui.fakes import FakeAssistant
from ui.web.conversation import answer_text, conversation_xlsx, csv_bytes, markdown, rows_of, xlsx_bytes
from ui.web.session import Turn


def turn(question: str) -> Turn:
    return Turn(1, question, FakeAssistant().ask(Question(question)), 0.1)


def test_rows_of_a_list_carry_value_and_place() -> None:
    rows = rows_of(turn("金额最大的五个项目").answer)
    assert rows[0][:5] == ("智慧政务平台运行维护", "1266.19", "万元", "临江市司法局2026.pdf", "1")
    assert len(rows) == 5


def test_places_that_no_figure_names_first_are_not_lost() -> None:
    answer = turn("合计").answer
    assert {row[6] for row in rows_of(answer)} >= {source.row for source in answer.sources}


def test_csv_opens_in_a_spreadsheet_with_chinese_headings() -> None:
    written = csv_bytes(turn("最大").answer, "zh")
    assert written.startswith(b"\xef\xbb\xbf")
    lines = list(csv.reader(io.StringIO(written.decode("utf-8-sig"))))
    assert lines[0][:3] == ["名称", "数值", "单位"]
    assert lines[1][1] == "1266.19"


def test_workbook_holds_numbers() -> None:
    sheet = load_workbook(io.BytesIO(xlsx_bytes(turn("最大").answer, "zh"))).active
    assert sheet.cell(2, 2).value == pytest.approx(1266.19)


@pytest.mark.parametrize("label", ["=1+1", "@SUM(A1)", "+cmd|' /C calc'!A0", "-2+3"])
def test_a_name_is_never_taken_for_a_formula(label: str) -> None:
    answer = Answer(AnswerKind.LIST, "", items=(AnswerItem(label, Decimal(1), "元", ()),))
    assert csv_bytes(answer, "zh").decode("utf-8-sig").splitlines()[1].lstrip('"').startswith("'")
    assert load_workbook(io.BytesIO(xlsx_bytes(answer, "zh"))).active.cell(2, 1).data_type == "s"


def test_conversation_as_markdown_names_figures_items_choices_and_places() -> None:
    written = markdown([turn("平台"), turn("最大"), turn("哪个")], "zh")
    assert "## 平台" in written
    assert "**1,266.19\u202f万元**" in written
    assert "1. 智慧政务平台运行维护" in written
    assert "- 基层法律服务站点建设的预算是多少" in written
    assert "[1] 临江市司法局2026.pdf › 第 1 页 › 项目支出预算表" in written


def test_conversation_as_workbook_repeats_the_question_in_each_row() -> None:
    sheet = load_workbook(io.BytesIO(conversation_xlsx([turn("最大"), turn("哪个")], "zh"))).active
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[0][:5] == ("序", "问题", "答案", "名称", "数值")
    assert [row[1] for row in rows[1:]] == ["最大"] * 5 + ["哪个"]
    assert rows[1][4] == pytest.approx(1266.19)


def test_copied_answer_has_question_sentence_and_place() -> None:
    copied = answer_text(turn("平台"), "en").splitlines()
    assert copied[0] == "平台"
    assert copied[-1].startswith("[1] 临江市司法局2026.pdf › p. 1")
