"""Questions of several bodies that no single printed line answers: each body is asked, then held against the others."""

from decimal import Decimal
from pathlib import Path

import pytest

from assistant.ask import Assistant
from assistant.finding.library import Library
from ingest.records.document import DocumentKind, RowRole
from ingest.records.parsed import Parsed
from tests.assistant.conftest import Asked
from tests.assistant.town import Draft, stored

NORTH, SOUTH, EAST = "云汀市审计局", "林溪市审计局", "云汀市司法局"


def bureau(id: str, name: str, basic: str, project: str, receipts: str, projects: tuple[str, ...]) -> Parsed:
    """A department's spending in basic and project parts, what receptions cost, and its projects."""
    draft = Draft(id, name, 2026, DocumentKind.DEPARTMENT_BUDGET)
    spending = draft.table("expenditure", "支出总表", (("合计",), ("基本支出",), ("项目支出",)))
    total = str(Decimal(basic) + Decimal(project))
    draft.row(spending, "支出总计", (total, basic, project), role=RowRole.GRAND_TOTAL, level=0)
    three = draft.table("three_public", "“三公”经费预算表", (("合计",),))
    top = draft.row(three, "“三公”经费", (receipts,), role=RowRole.SUBTOTAL)
    draft.row(three, "公务接待费", (receipts,), parent=top, level=2)
    listed = draft.table("project_expenditure", "项目支出预算表", (("总计",),))
    draft.row(listed, "合计", (project,), role=RowRole.GRAND_TOTAL, level=0)
    for name_of, amount in zip("甲乙丙丁", projects, strict=False):
        draft.row(listed, f"{name_of}类审计项目", (amount,))
    return draft.parsed()


@pytest.fixture
def ask(tmp_path: Path) -> Asked:
    """Two audit bureaus and a justice bureau, of two cities."""
    drafts = (
        bureau("a", NORTH, "60.00", "40.00", "2.00", ("30.00", "10.00")),
        bureau("b", SOUTH, "180.00", "20.00", "0.00", ("20.00",)),
        bureau("c", EAST, "50.00", "50.00", "7.00", ("25.00", "15.00", "10.00")),
    )
    return Asked(Assistant(Library(stored(tmp_path, *drafts).engine)))


@pytest.mark.parametrize("words", ["审计局里面谁的项目支出占比最高", "哪家审计局的项目支出占总支出的比例最高"])
def test_a_share_of_every_body_is_ranked(ask: Asked, words: str) -> None:
    answer = ask(words)
    told = [(i.label, i.value) for i in answer.items] or [(f.label, f.value) for f in answer.figures]
    assert told[0] == (NORTH, Decimal("40.00")), answer.text


def test_bodies_of_a_place_are_ranked_and_added(ask: Asked) -> None:
    assert [item.label for item in ask("云汀市几家单位的三公经费排名").items] == [EAST, NORTH]
    assert ask("云汀市的几个部门三公经费加起来多少").figures[0].value == Decimal("9.00")


def test_each_body_of_a_kind_is_told(ask: Asked) -> None:
    told = {item.label: item.value for item in ask("各审计局的公务接待费是多少").items}
    assert told == {NORTH: Decimal("2.00"), SOUTH: Decimal("0.00")}


def test_bodies_that_have_something_are_listed(ask: Asked) -> None:
    assert [item.label for item in ask("哪几家安排了公务接待费").items] == [EAST, NORTH]


@pytest.mark.parametrize("words", ["谁的项目数量最多", "哪个部门的项目最多，有几个"])
def test_projects_are_counted_of_every_body(ask: Asked, words: str) -> None:
    answer = ask(words)
    told = [(i.label, i.value) for i in answer.items] or [(f.label, f.value) for f in answer.figures]
    assert told[0] == (EAST, Decimal(3)), answer.text


def test_the_numbers_of_projects_of_two_bodies_are_held_against_each_other(ask: Asked) -> None:
    assert ask("云汀市审计局和林溪市审计局项目数差几个").figures[0].value == Decimal(1)


def test_one_word_for_several_bodies_is_asked_back(ask: Asked) -> None:
    assert ask("审计局三公经费总共多少").kind.value == "clarification"


def test_bodies_alike_at_the_end_of_a_ranking_are_all_told(tmp_path: Path) -> None:
    drafts = [bureau(id, name, "6.00", "4.00", "2.00", ("4.00",)) for id, name in (("a", NORTH), ("b", SOUTH))]
    ask = Asked(Assistant(Library(stored(tmp_path, *drafts).engine)))
    assert {item.label for item in ask("哪个审计局公务接待费最少").items} == {NORTH, SOUTH}


def test_a_kind_of_body_that_is_not_held_is_said(ask: Asked) -> None:
    assert "没有镇" in ask("哪个镇的预算最大").text


def test_what_projects_cost_is_no_number_of_them(ask: Asked) -> None:
    (item,) = ask(f"{NORTH}、{EAST}两家谁的项目支出最多").items
    assert (item.label, item.value) == (EAST, Decimal("50.00"))


def test_two_lines_of_two_bodies_are_four_amounts(ask: Asked) -> None:
    asked = f"{NORTH}和{EAST}的公务接待费和项目支出，{{}}笔一共多少"
    assert ask(asked.format("四")).figures[0].value == Decimal("99.00")
    assert ask(asked.format("三")).kind == "refusal"


ALL = f"{NORTH}、{SOUTH}、{EAST}"


def test_more_than_two_bodies_are_compared_by_all_their_amounts(ask: Asked) -> None:
    for words in (f"{ALL}公务接待费对比", f"比较{NORTH}、{SOUTH}和{EAST}的公务接待费"):
        answer = ask(words)
        assert [i.value for i in answer.items] == [Decimal("7.00"), Decimal("2.00"), Decimal("0.00")], answer.text


def test_a_gap_between_three_bodies_is_between_no_two(ask: Asked) -> None:
    for words in (f"{ALL}公务接待费差多少", f"{NORTH}和{SOUTH}公务接待费加起来比{EAST}多多少"):
        answer = ask(words)
        assert answer.kind.value == "refusal", answer.text


def test_a_turn_keeps_the_bodies_told_by_the_line_told(ask: Asked) -> None:
    first = f"{ALL}公务接待费各多少"
    counted = ask("那过五万的有几家", first)
    assert [f.value for f in counted.figures] == [Decimal(1), Decimal("7.00")], counted.text
    assert [i.value for i in ask("低于五万的是哪几家", first).items] == [Decimal("2.00"), Decimal("0.00")]
    none = ask("超过五十万的有哪几家", first)
    assert not none.figures and not none.items, none.text


@pytest.mark.parametrize("words", ["哪个审计局的项目数量最多", "审计局里谁的项目多"])
def test_a_body_is_chosen_and_no_project(ask: Asked, words: str) -> None:
    answer = ask(words)
    told = [(i.label, i.value) for i in answer.items] or [(f.label, f.value) for f in answer.figures]
    assert told[0] == (NORTH, Decimal(2)), answer.text


def test_bodies_are_chosen_by_the_mean_of_them_all(ask: Asked) -> None:
    above = ask("各审计局三公经费高于平均水平的有哪些")
    assert [item.label for item in above.items] == [NORTH], above.text
    below = ask("审计局中三公经费低于平均的有哪些")
    assert [item.label for item in below.items] == [SOUTH], below.text


@pytest.mark.parametrize(
    "words", ["两家审计局的乙类审计项目加起来多少", "两家审计局的乙类审计项目一共多少", "三个局的乙类审计项目一共多少"]
)
def test_no_sum_is_told_where_one_of_the_bodies_said_lacks_the_line(ask: Asked, words: str) -> None:
    answer = ask(words)
    assert not answer.figures and f"{SOUTH}没有" in answer.text, answer.text


def test_a_list_names_the_bodies_without_the_line(ask: Asked) -> None:
    answer = ask("各局乙类审计项目分别多少")
    assert [str(i.value) for i in answer.items] == ["15.00", "10.00"] and SOUTH in answer.text, answer.text


def test_bodies_of_two_years_are_told_year_by_year(tmp_path: Path) -> None:
    parsed = []
    for number, (body, year, amount) in enumerate(
        ((NORTH, 2025, "60.00"), (NORTH, 2026, "20.00"), (EAST, 2025, "40.00"), (EAST, 2026, "70.00"))
    ):
        draft = Draft("abcd"[number], body, year, DocumentKind.DEPARTMENT_BUDGET)
        table = draft.table("three_public", "三公经费支出表", (("合计",),))
        draft.row(table, "“三公”经费合计", (amount,), role=RowRole.GRAND_TOTAL, level=0)
        parsed.append(draft.parsed())
    ask = Asked(Assistant(Library(stored(tmp_path, *parsed).engine)))
    for words in ("2025年和2026年三公经费最高的部门是哪个", "2025、2026两年三公经费超过50万元的部门有哪些"):
        answer = ask(words)
        assert [item.value for item in answer.items] == [Decimal("60.00"), Decimal("70.00")], answer.text
        assert "2025年：" in answer.text and "2026年：" in answer.text
