"""Each total that 各 asks for is its own figure, and no sum."""

import pytest

from assistant.plan import Ask, Operation, Scope, Term
from assistant.understand.asks.joint_sums import total_by_total


@pytest.mark.parametrize(
    ("words", "operation"),
    [
        ("三公合计2025年、2026年各是多少", Operation.LOOKUP),
        ("三公经费总额2025年和2026年分别多少", Operation.LOOKUP),
        ("三公经费2025年、2026年各多少，合计多少", Operation.SUM),
        ("三公经费2025年、2026年合计多少", Operation.SUM),
    ],
)
def test_each_printed_total_is_told_by_itself(words: str, operation: Operation) -> None:
    term = Term("三公", "concept", "three_public")
    ask = Ask(
        Operation.SUM, (term,), scope=Scope(years=(2025, 2026)), words=words, each="各" in words or "分别" in words
    )
    assert total_by_total(ask).operation is operation
