"""What is bought in one way is listed in whatever words it is asked."""

import pytest

from assistant.understand.everyday.bought_how import with_way_listed


@pytest.mark.parametrize(
    "question",
    [
        "某局2026年政府采购中，哪些品目采用集中采购？各多少？",
        "某局2026年政府采购支出表里，采购组织形式为“集中采购”的品目及其金额分别是什么？",
        "集中采购的品目，某局2026年政府采购列了哪些，金额各是多少？",
        "某局2026年打算通过集中采购买什么，每样花多少？",
        "某局2026 政府采购 集中采购 品目 金额",
    ],
)
def test_all_wordings_ask_for_one_list(question: str) -> None:
    assert with_way_listed(question).replace("，", "").replace("年", "") == "某局2026集中采购有哪些？"


@pytest.mark.parametrize(
    "question",
    [
        "某局2026年集中采购多少？",
        "哪些单位2026年有集中采购？",
        "集中采购目录里有哪些品目？",
        "集中采购和分散采购各有哪些品目？",
        "某局2026年集中采购的复印纸品目金额多少？",
    ],
)
def test_what_asks_for_anything_else_stays(question: str) -> None:
    assert with_way_listed(question) == question


def test_every_word_beside_stays() -> None:
    assert "供应商" in with_way_listed("某局2026年集中采购的供应商有哪些？")
