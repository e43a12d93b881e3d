from decimal import Decimal

import pytest

from assistant.answer import SourceRef
from assistant.computing.figures.conditions import conditions_kept, numbered_thing, thing_asked
from assistant.computing.rows.members import passes
from assistant.finding.evidence import Found, Outcome
from assistant.plan import Ask, Filter, Operation
from ingest.records.document import RowRole, Stage
from ingest.records.figure import Figure, Origin, Relation
from ingest.records.units import WAN_YUAN, Amount

OVER = Ask(Operation.LOOKUP, filters=(Filter(">=", Decimal(1_000_000), "元"),))


def _outcome(row: str, *, narrowed: bool = False) -> Outcome:
    source = SourceRef("d", "d.pdf", "预算", 3, "表9", row, "数量", "19", None)
    return Outcome("figures", found=[Found(row, Decimal(19), "台", [source])], narrowed=narrowed)


def test_a_condition_that_had_no_part_in_an_answer_refuses_it() -> None:
    assert conditions_kept("zh", OVER, _outcome("车辆")).kind == "refusal"
    assert "100万元" in conditions_kept("zh", OVER, _outcome("车辆")).message


def test_a_narrowed_set_and_a_line_of_that_name_are_kept() -> None:
    assert conditions_kept("zh", OVER, _outcome("车辆", narrowed=True)).kind == "figures"
    assert conditions_kept("zh", OVER, _outcome("单位价值100万元以上设备")).kind == "figures"
    assert conditions_kept("zh", Ask(Operation.LOOKUP), _outcome("车辆")).kind == "figures"


def test_a_condition_of_people_is_held_against_no_money() -> None:
    money = Figure(
        "f", "d", "t", "r", None, Origin.TABLE, Relation.AMOUNT, "甲市水利局", None, 2026, Stage.BUDGET, "x", "退休费",
        None, RowRole.ITEM, (), "18.66", Amount(Decimal("18.66"), WAN_YUAN), WAN_YUAN, 1, None,
    )  # fmt: skip
    assert not passes(money, Filter(">", Decimal(10), "人"))
    assert passes(money, Filter(">", Decimal(10), ""))
    assert passes(money, Filter(">", Decimal(10), "万元"))


def test_amounts_said_beside_a_set_bound_it() -> None:
    said = (Filter("=", Decimal(200), "万元"), Filter("=", Decimal(500), "万元"))
    assert conditions_kept("zh", Ask(Operation.LIST, stated=said), _outcome("甲", narrowed=True)).kind == "refusal"


@pytest.mark.parametrize(
    ("words", "thing"),
    [
        ("要接多少数据", "数据"),
        ("出多少报告呢", "报告"),
        ("要花多少钱呀", None),
        ("拿了多少出来", None),
        ("留多少额度", None),
    ],
)
def test_what_is_asked_how_much_of(words: str, thing: str | None) -> None:
    assert thing_asked(words) == thing


@pytest.mark.parametrize(
    ("words", "thing"), [("自评发现多少个问题", "问题"), ("自评发现问题多少个", "问题"), ("有几个预算单位", None)]
)
def test_what_is_counted_that_is_no_row(words: str, thing: str | None) -> None:
    assert numbered_thing(words) == thing
