"""Lines of an account held against the opening budgets that only its sentences tell, fund by fund."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from assistant.answer import AnswerKind
from assistant.ask import Assistant
from assistant.finding.library import Library
from ingest.checks.run import check_document
from ingest.records.document import DocumentKind, RowRole, Stage
from ingest.records.figure import Relation
from ingest.records.passage import Passage, PassageKind, PassageSpot
from ingest.records.units import PERCENT
from tests.assistant.conftest import Asked
from tests.assistant.town import WATER, Draft, stored

_GENERAL = "五、一般公共预算财政拨款支出决算情况说明"
_FUND = "八、政府性基金预算财政拨款收入支出决算情况说明"
_LINES = (  # heading, name, code, opening budget, final account
    (_GENERAL, "行政运行", "2130301", "400.00", "390.00"),
    (_GENERAL, "水利工程建设", "2130305", "1,000.00", "1,300.00"),
    (_GENERAL, "防汛", "2130314", "200.00", "150.00"),
    (_GENERAL, "水文测报", "2130313", "80.00", "80.00"),
    (_GENERAL, "抗旱", "2130315", "0.00", "20.00"),
    (_FUND, "其他水利支出", "2136999", "0.00", "70.00"),
)
_WHY = {"行政运行": "决算数小于年初预算数的主要原因是1名人员调出。", "防汛": "主要原因是汛期较短。"}


def _account(slipped: bool = False) -> Draft:
    """An account of two funds; ``slipped``: the table of the general budget has its amounts one row off."""
    draft = Draft("e", WATER, 2025, DocumentKind.DEPARTMENT_FINAL_ACCOUNT, Stage.FINAL_ACCOUNT)
    spend = draft.table("expenditure_total", "支出决算表", (("本年支出合计",),))
    draft.row(spend, "合计", ("2,010.00",), role=RowRole.GRAND_TOTAL, level=0)
    for _, name, code, _, final in _LINES:
        draft.row(spend, name, (final,), code=code, scheme="functional", level=3)
    general = draft.table("general_public", "一般公共预算财政拨款支出决算表", (("合计",),))
    lines = [line for line in _LINES if line[0] == _GENERAL]
    amounts = [final for *_, final in lines]
    for (_, name, code, _, _), final in zip(lines, ["1,940.00", *amounts[:-1]] if slipped else amounts, strict=True):
        draft.row(general, name, (final,), code=code, scheme="functional", level=3)
    draft.row(general, "合计", (amounts[-1] if slipped else "1,940.00",), role=RowRole.GRAND_TOTAL, level=0)
    draft.said("支出合计", "2,010.00")
    draft.said("一般公共预算财政拨款支出", "1,940.00", passage=f"{draft.document.id}-p0")
    draft.said("一般公共预算财政拨款支出", "1,680.00", passage=f"{draft.document.id}-p0")
    draft.figures[-1] = replace(draft.figures[-1], stage=Stage.BUDGET)
    whole, spent = "一般公共预算财政拨款支出", f"{draft.document.id}-p0"
    draft.said(whole, "115.48", Relation.SHARE, PERCENT, "年初预算", "年中追加了防汛经费", spent)
    for number, (_, name, code, opening, final) in enumerate(_LINES, 1):
        for stage, text in ((Stage.BUDGET, opening), (Stage.FINAL_ACCOUNT, final)):
            draft.said(f"农林水支出（类）水利（款）{name}（项）", text, passage=f"{draft.document.id}-p{number}")
            draft.figures[-1] = replace(draft.figures[-1], stage=stage, code=code)
    return draft


def _asked(folder: Path, draft: Draft) -> Asked:
    document = draft.document.id
    told = [(_GENERAL, "一般公共预算财政拨款支出年初预算为1680.00万元，支出决算为1940.00万元。")]
    told += [
        (
            section,
            f"农林水支出（类）水利（款）{name}（项）。年初预算为{opening}万元，支出决算为{final}万元。"
            + _WHY.get(name, ""),
        )
        for section, name, _, opening, final in _LINES
    ]
    passages = tuple(
        Passage(
            f"{document}-p{at}", document, at + 1, PassageKind.NARRATIVE, (section,), text, 8, 8,
            (PassageSpot(8, None, 0, len(text)),),
        )
        for at, (section, text) in enumerate(told)
    )  # fmt: skip
    parsed = draft.parsed()
    findings = check_document(document, parsed.tables, parsed.rows, parsed.figures)
    store = stored(folder, replace(parsed, passages=passages, findings=findings))
    return Asked(Assistant(Library(store.engine)))


@pytest.fixture
def account(tmp_path: Path) -> Asked:
    """An account whose tables agree."""
    return _asked(tmp_path, _account())


@pytest.mark.parametrize(
    ("question", "items"),
    [
        ("水利局一般公共预算超年初预算最多的前两项是哪些，各多花多少", [("水利工程建设", "300.00"), ("抗旱", "20.00")]),
        ("水利局没花完最多的是哪两项，各剩多少（跟年初预算比）", [("防汛", "50.00"), ("行政运行", "10.00")]),
        ("水利局一般公共预算里哪些科目年初一分钱没安排却花了钱", [("抗旱", "20.00")]),
        (
            "水利局一般公共预算里哪些科目年初没安排？政府性基金的也算上",
            [("抗旱", "20.00"), ("其他水利支出", "70.00")],
        ),
        ("水利局有没有花得跟年初预算一分不差的科目？哪几个", [("水文测报", "80.00")]),
        ("水利局一般公共预算中执行率不到九成的都有哪些项", [("防汛", "75.00")]),
        ("水利局执行率最低的两个科目", [("防汛", "75.00"), ("行政运行", "97.50")]),
        ("水利局超支率最高的科目是哪个", [("水利工程建设", "30.00")]),
        ("水利局年初预算最多的两个科目", [("水利工程建设", "1000.00"), ("行政运行", "400.00")]),
        ("水利局年初预算比决算多的科目有哪些", [("行政运行", "10.00"), ("防汛", "50.00")]),
        ("水利局超出年初预算50万元以上的科目", [("水利工程建设", "300.00"), ("其他水利支出", "70.00")]),
        ("水利局哪些科目决算比年初预算少了20万元以上", [("防汛", "50.00")]),
        ("水利局哪些科目超过年初预算两成", [("水利工程建设", "30.00")]),
        ("水利局预决算持平的科目有哪些", [("水文测报", "80.00")]),
        ("水利局哪些科目没花完，分别省了多少", [("行政运行", "10.00"), ("防汛", "50.00")]),
        ("水利局比年初预算节余最多的科目是哪个，节余多少", [("防汛", "50.00")]),
        ("水利局预决算差异最大的科目是哪个", [("水利工程建设", "300.00")]),
        ("水利局哪几个科目没花满年初预算，完成率各多少", [("防汛", "75.00"), ("行政运行", "97.50")]),
        ("水利局一般公共预算哪些科目超出年初预算，完成率各多少", [("水利工程建设", "130.00")]),
    ],
)  # fmt: skip
def test_lines_are_chosen_by_how_they_stand_to_their_budget(
    account: Asked, question: str, items: list[tuple[str, str]]
) -> None:
    answer = account(question)
    told = [(i.label.split("（款）")[-1].removesuffix("（项）"), i.value) for i in answer.items]
    assert told == [(name, Decimal(value)) for name, value in items], answer.text


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("水利局那5项一般公共预算支出，决算高过年初预算的有几项？", "2"),
        ("水利局超年初预算的科目有几个", "3"),
        ("水利局行政运行和防汛合起来比年初预算少用了多少", "60.00"),
        ("水利局决算低于年初预算的科目一共少花了多少", "60.00"),
        ("水利局超预算的科目一共超了多少钱", "390.00"),
        ("水利局有多少个科目花超了", "3"),
    ],
)
def test_lines_are_counted_and_added(account: Asked, question: str, value: str) -> None:
    answer = account(question)
    assert answer.kind is AnswerKind.NUMBER
    assert answer.figures[0].value == Decimal(value), answer.text


@pytest.mark.parametrize(
    "question",
    [
        "水利局那6项一般公共预算支出，决算高过年初预算的有几项？",  # of 5
        "水利局占比不到10%的科目有哪些",  # no table prints shares
        "水利局去年没花完结转到今年的科目有哪些",  # carried over, which is no budget
    ],
)
def test_what_the_lines_do_not_tell_is_refused(account: Asked, question: str) -> None:
    answer = account(question)
    assert not (answer.figures or answer.items), answer.text


def test_an_account_that_lists_no_projects_calls_its_lines_so(account: Asked) -> None:
    answer = account("水利局一般公共预算里哪些项目年初一分钱没安排却花了钱")
    assert [i.value for i in answer.items] == [Decimal("20.00")], answer.text


@pytest.mark.parametrize(
    "question", ["水利局为什么花得比年初预算多", "水利局支出决算为什么大于年初预算", "水利局一般公共预算超支的原因"]
)
def test_why_all_that_was_spent_is_not_its_budget(account: Asked, question: str) -> None:
    assert "年中追加了防汛经费" in account(question).text


def test_a_table_that_slipped_against_its_rows_yields_to_sound_places_and_is_said(tmp_path: Path) -> None:
    asked = _asked(tmp_path, _account(slipped=True))
    assert "1,940.00" in asked("水利局一般公共预算支出多少").text
    assert "150.00" in asked("水利局一般公共预算的防汛花了多少").text
    total = asked("水利局一般公共预算财政拨款支出决算表的合计是多少").text
    assert "20.00" in total and "相互矛盾" in total
    assert not asked("水利局一般公共预算支出最多的两个科目").items


def test_lines_are_chosen_by_the_cause_their_sentences_print(account: Asked) -> None:
    told = account("水利局因为有人调走而没花到年初预算的科目有哪几个，各支出多少")
    assert [(i.label.split("款）")[-1], i.value) for i in told.items] == [("行政运行（项）", Decimal(390))]
    assert account("水利局因为天气炎热而低于年初预算的科目有哪些").kind is AnswerKind.REFUSAL


def test_classes_told_with_their_openings_are_lines_too(tmp_path: Path) -> None:
    draft = Draft("f", WATER, 2025, DocumentKind.DEPARTMENT_FINAL_ACCOUNT, Stage.FINAL_ACCOUNT)
    for name, opening, final in (("农林水支出", "90.00", "95.00"), ("卫生健康支出", "20.00", "18.00")):
        for stage, text in ((Stage.BUDGET, opening), (Stage.FINAL_ACCOUNT, final)):
            draft.said(name, text)
            draft.figures[-1] = replace(draft.figures[-1], stage=stage)
    asked = Asked(Assistant(Library(stored(tmp_path, draft.parsed()).engine)))
    for words in ("哪些大类没花到年初预算数", "哪些支出决算低于年初预算"):
        assert [item.label for item in asked(f"水利局2025年{words}").items] == ["卫生健康支出"]
    assert asked("水利局2025年哪些项级科目没花到年初预算").kind is AnswerKind.REFUSAL


def test_less_spent_than_the_year_before_is_all_spending(tmp_path: Path) -> None:
    draft = Draft("f", WATER, 2025, DocumentKind.DEPARTMENT_FINAL_ACCOUNT, Stage.FINAL_ACCOUNT)
    draft.said("收入总计", "99.00")
    draft.said("本年支出", "90.00")
    draft.said("本年支出", "-10.00", Relation.CHANGE, basis="上年")
    asked = Asked(Assistant(Library(stored(tmp_path, draft.parsed()).engine)))
    told = asked("水利局2025年比上年少花了多少")
    assert told.kind is AnswerKind.NUMBER and abs(told.figures[0].value) == 10, told.text


def test_a_move_printed_against_last_year_s_execution_needs_no_second_amount(tmp_path: Path) -> None:
    draft = Draft("x", WATER, 2026, DocumentKind.DEPARTMENT_BUDGET)
    for name, change in (("行政运行", "-8.00"), ("防汛", "3.00")):
        draft.said(f"农林水支出（类）水利（款）{name}（项）", change, Relation.CHANGE, basis="上年执行数")
    asked = Asked(Assistant(Library(stored(tmp_path, draft.parsed()).engine)))
    told = asked("水利局哪些科目比上年执行数减少？")
    assert [(i.label[-7:], i.value) for i in told.items] == [("行政运行（项）", Decimal("8.00"))]
    assert asked("水利局哪些科目比2024年执行数减少？").kind is AnswerKind.REFUSAL
