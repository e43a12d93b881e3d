"""An order to write down what was just picked asks for nothing more."""

import pytest

from assistant.plan import Operation
from assistant.understand.bodies.named import Bodies
from assistant.understand.reading import plan_of
from assistant.understand.vocabulary import vocabulary
from assistant.understand.words.text import words_of

VOCAB = vocabulary({}, Bodies(["云汀市水利局"], []))


@pytest.mark.parametrize(
    ("order", "asked"),
    [
        ("列出名称和数额", [Operation.TOP]),
        ("列出基本支出", [Operation.TOP, Operation.LIST]),
        ("列出所有的名称和数额", [Operation.TOP, Operation.LIST]),
    ],
)
def test_the_few_that_were_picked_are_written_down_once(order: str, asked: list[Operation]) -> None:
    plan = plan_of(words_of(f"水利局2026年商品和服务支出金额前三名，{order}"), VOCAB, "zh")
    assert [ask.operation for ask in plan.asks] == asked
