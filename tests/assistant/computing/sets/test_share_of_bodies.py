"""Which body gives the largest or smallest part of a whole to a line: each body's own share, and no part of one."""

from decimal import Decimal
from pathlib import Path

import pytest

from assistant.ask import Assistant
from assistant.finding.library import Library
from ingest.records.document import DocumentKind, RowRole
from tests.assistant.conftest import Asked
from tests.assistant.town import Draft, stored


@pytest.mark.parametrize(("words", "share"), [("比例最高", "50.00"), ("比例最低", "10.00"), ("比例最小", "10.00")])
def test_the_share_of_each_body_is_ranked(tmp_path: Path, words: str, share: str) -> None:
    drafts = []
    for id, place, amount in (("a", "云汀市", "1.00"), ("b", "青川市", "2.00"), ("c", "白溪市", "5.00")):
        draft = Draft(id, f"{place}审计局", 2026, DocumentKind.DEPARTMENT_BUDGET)
        table = draft.table("project_expenditure", "项目支出预算表", (("总计",),))
        draft.row(table, "合计", ("90.00",), role=RowRole.GRAND_TOTAL, level=0)
        draft.row(table, "综合管理", ("90.00",))
        draft.said("公务接待费", amount)
        draft.said("“三公”经费", "10.00")
        drafts.append(draft.parsed())
    ask = Asked(Assistant(Library(stored(tmp_path, *drafts).engine)))
    told = ask(f"哪个审计局的公务接待费占三公的{words}？")
    assert [f.value for f in told.figures][:1] == [Decimal(share)], told.text


@pytest.mark.parametrize("words", ["占全部单位的比例", "占三公经费总额的百分之几"])
def test_the_share_of_the_unit_with_most_is_of_the_line_that_was_named(tmp_path: Path, words: str) -> None:
    draft = Draft("a", "云汀市司法局", 2026, DocumentKind.DEPARTMENT_BUDGET)
    income = draft.table("income_total", "收入预算总表", (("单位",), ("总计",)))
    three = draft.table("three_public", "“三公”经费预算表", (("“三公”经费合计",), ("公务用车运行维护费",)))
    draft.row(income, "合计", (None, "900.00"), role=RowRole.GRAND_TOTAL, level=0)
    draft.row(three, "合计", ("10.00", "6.00"), role=RowRole.GRAND_TOTAL, level=0)
    for unit, whole, line in (("云汀市甲监狱", "600.00", "2.00"), ("云汀市乙监狱", "300.00", "8.00")):
        draft.row(income, unit, (None, whole), body=unit)
        draft.row(three, unit, (line, "3.00"), body=unit)
    ask = Asked(Assistant(Library(stored(tmp_path, draft.parsed()).engine)))
    told = ask(f"司法局2026年三公经费最多的单位{words}")
    assert told.figures[0].value == Decimal(80), told.text
    assert "乙监狱" in told.text
    counted = ask("司法局2026年公务用车运行维护费超过2万元的单位有几个")  # of money, and of no car
    assert counted.figures[0].value == Decimal(2), counted.text
