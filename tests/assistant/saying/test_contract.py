"""The JSON contract, and the last gate before an answer is given."""

import json
from dataclasses import replace
from decimal import Decimal

from assistant.answer import Answer, AnswerFigure, AnswerKind, SourceRef
from assistant.plan import Plan
from assistant.saying.contract import to_contract
from assistant.verify import verified


def test_the_contract_holds_the_places_and_plain_decimals(ask) -> None:
    contract = to_contract(ask("水利局2026年收入预算"), "水利局2026年收入预算", 1.234, "q1")
    again = json.loads(json.dumps(contract, ensure_ascii=False))
    assert again["id"] == "q1"
    assert again["figures"][0]["value"] == "1500.00"
    assert again["figures"][0]["unit"] == "万元"
    source = again["sources"][again["figures"][0]["sources"][0]]
    assert (source["document"], source["page"], source["box"]) == ("a.pdf", 1, [1.0, 1.0, 2.0, 2.0])
    assert again["plan"]["asks"][0]["scope"]["years"] == [2026]
    assert again["plan"]["account"]


def _answer(text: str, value: str) -> Answer:
    source = SourceRef("a", "a.pdf", "题目", 3, "表1", "行", "列", "12.50", None)
    figure = AnswerFigure(Decimal(value), "万元", "行", False, (0,))
    return Answer(AnswerKind.NUMBER, text, (figure,), (), (source,))


def test_a_number_without_evidence_is_withheld() -> None:
    plan = Plan("问", "zh", ())
    good = _answer("行为12.50万元。", "12.50")
    assert verified(good, plan) == good
    assert verified(_answer("行为12.51万元。", "12.51"), plan).kind is AnswerKind.REFUSAL
    other = replace(good, text="行为12.50万元，另有99.9万元。")
    assert verified(other, plan).kind is AnswerKind.REFUSAL
    assert verified(other, plan, choices=["另有99.9万元"]) == other  # a question back on a part of the question
