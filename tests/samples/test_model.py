"""The money of the sample city adds up in every book, before anything is printed."""

from decimal import Decimal

import pytest

from samples import model_culture
from samples.books import Book
from samples.facts_emergency import facts
from samples.final_account import CARRIED_IN, CARRIED_OUT, OTHER_INCOME, TAIL, daily_cost, staff_cost
from samples.model_emergency import BOOKS, book, projects, units
from samples.model_small import WATER_INCOME, WATER_SPENDING, justice, science
from samples.money import total

ALL_BOOKS = [*map(book, BOOKS), model_culture.book(), science(), justice()]


@pytest.mark.parametrize("whole", ALL_BOOKS, ids=lambda each: f"{each.entries[0].unit}-{each.year}-{each.stage}")
def test_every_parent_is_the_sum_of_its_children(whole: Book) -> None:
    codes = whole.functions()
    for parent in (code for code in codes if len(code) < 7):
        children = [code for code in codes if len(code) == len(parent) + 2 and code.startswith(parent)]
        assert whole.function(parent) == total(whole.function(code) for code in children)
    assert whole.sum() == total(whole.function(code) for code in codes if len(code) == 3)
    assert whole.sum() == whole.basic().sum() + whole.projects().sum()


@pytest.mark.parametrize("key", BOOKS)
def test_units_and_projects_sum_to_the_department(key: str) -> None:
    assert book(key).sum() == total(book(key).of(unit.name).sum() for unit in units())
    spent = total(each.amounts[key] or Decimal(0) for each in projects() if not each.transfer)
    assert book(key).projects().sum() == spent


def test_the_final_account_balances_and_spends_less_than_its_budget() -> None:
    done, plan = book("final"), book("last")
    assert done.only(lambda entry: entry.source == "其他收入").sum() + CARRIED_OUT == CARRIED_IN + OTHER_INCOME
    assert all(done.function(code) <= plan.function(code) for code in plan.functions())
    granted = done.granted()
    assert staff_cost(granted) + daily_cost(granted) == granted.basic().sum() + TAIL


def test_changes_go_the_way_their_reasons_say() -> None:
    now, last, before = facts("amount"), facts("last"), facts("before")
    assert now.total > last.total > before.total
    assert now.public > last.public and last.public < before.public
    assert now.abroad == last.abroad < before.abroad
    assert now.buy > last.buy == 0 < before.buy
    assert now.run < last.run < before.run and now.host < last.host < before.host
    assert now.operating < last.operating < before.operating
    assert now.commission > last.commission > before.commission


def test_no_two_units_hold_a_project_of_one_name_twice() -> None:
    names = [(each.unit, each.name) for each in projects()]
    assert len(names) == len(set(names))
    assert len([each for each in projects() if each.amounts["amount"]]) >= 25


def test_the_scanned_sheet_balances() -> None:
    assert total(amount for _, amount in WATER_INCOME) == total(amount for _, amount in WATER_SPENDING)
