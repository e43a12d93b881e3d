"""Bodies that one word means, listed and counted by a figure of theirs; sums of bodies with tails of rounding."""

from decimal import Decimal
from pathlib import Path

import pytest

from assistant.ask import Assistant
from assistant.finding.library import Library
from ingest.records.document import DocumentKind, RowRole
from ingest.records.parsed import Parsed
from tests.assistant.conftest import Asked
from tests.assistant.town import Draft, stored

NORTH, SOUTH = "云汀市审计局", "林溪市审计局"


def bureau(id: str, name: str, reception: str, parts: tuple[str, str], total: str) -> Parsed:
    """The budget of one bureau of the kind: its three-public line and two projects under a printed total."""
    draft = Draft(id, name, 2026, DocumentKind.DEPARTMENT_BUDGET)
    three = draft.table("three_public", "“三公”经费预算表", (("合计",), ("一般公共预算",)))
    top = draft.row(three, "“三公”经费", (reception, reception), role=RowRole.SUBTOTAL)
    draft.row(three, "公务接待费", (reception, reception), parent=top, level=2)
    draft.row(three, "因公出国（境）费", ("0.00", "0.00") if id == "a" else ("3.00", "3.00"), parent=top, level=2)
    table = draft.table("project_expenditure", "项目支出预算表", (("总计",), ("财政拨款",)))
    draft.row(table, "合计", (total, total), role=RowRole.GRAND_TOTAL, level=0)
    for at, amount in enumerate(parts):
        draft.row(table, f"审计项目{'甲乙'[at]}", (amount, amount))
    return draft.parsed()


@pytest.fixture
def kind(tmp_path: Path) -> Asked:
    """Two bureaus of one kind."""
    north = bureau("a", NORTH, "8.00", ("60.00", "30.01"), "90.00")
    south = bureau("b", SOUTH, "2.00", ("5.00", "6.00"), "11.00")
    return Asked(Assistant(Library(stored(tmp_path, north, south).engine)))


@pytest.mark.parametrize("words", ["哪几家审计局公务接待费超过5万元", "哪些审计局的公务接待费超过5万元"])
def test_bodies_of_a_kind_are_listed_and_not_their_parts(kind: Asked, words: str) -> None:
    assert [item.label for item in kind(words).items] == [NORTH]


@pytest.mark.parametrize(
    "words", ["各审计局三公经费平均多少", "几个审计局平均公务接待费是多少", "各审计局公务接待费的中位数"]
)
def test_a_mean_over_bodies_of_a_kind_is_of_their_figures_and_not_of_parts(kind: Asked, words: str) -> None:
    assert kind(words).figures[0].value == 5, kind(words).text


def test_whose_projects_cost_most_is_a_body_of_the_kind(kind: Asked) -> None:
    for words in ("各审计局谁的项目钱最多", "哪家审计局的项目花费最高"):
        assert [item.label for item in kind(words).items] == [NORTH], words


def test_bodies_of_a_kind_are_counted(kind: Asked) -> None:
    assert kind("公务接待费超过1万元的审计局有几家").figures[0].value == 2
    assert kind("这几家审计局的公务接待费从高到低排").items[0].label == NORTH


def test_bodies_without_a_thing_are_listed(kind: Asked) -> None:
    assert [item.label for item in kind("哪些审计局没有因公出国费").items] == [NORTH]


def test_sums_of_bodies_tell_the_tail_of_rounding(kind: Asked) -> None:
    answer = kind("云汀市审计局跟林溪市审计局，两家的项目钱加起来有多少")
    assert answer.figures[0].value == Decimal("101.00"), answer.text


@pytest.mark.parametrize("words", ["三个审计局里谁的公务接待费最高", "五家审计局公务接待费从高到低排"])
def test_another_number_of_bodies_than_are_held_is_said(kind: Asked, words: str) -> None:
    answer = kind(words)
    assert answer.kind == "refusal"
    assert NORTH in answer.text and SOUTH in answer.text


def test_their_very_number_says_nothing_more(kind: Asked) -> None:
    assert kind("两个审计局里谁的公务接待费最高").items[0].label == NORTH
