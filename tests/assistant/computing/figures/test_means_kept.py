"""A mean of one span of time is no answer to a question for that of another."""

from decimal import Decimal

import pytest

from assistant.computing.figures.phases_kept import means_kept
from assistant.finding.evidence import Found, Outcome


@pytest.mark.parametrize(("question", "kind"), [("年均业务量多少次", "refusal"), ("月均业务量多少次", "figures")])
def test_the_span_of_a_mean_is_kept(question: str, kind: str) -> None:
    told = Outcome("figures", found=[Found("平台：月平均业务量", Decimal(2000), "次", [])])
    assert [o.kind for o in means_kept("zh", question, [told])] == [kind]
