from decimal import Decimal

from assistant.answer import SourceRef
from assistant.computing.conditions import conditions_kept
from assistant.finding.evidence import Found, Outcome
from assistant.plan import Ask, Filter, Operation

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
