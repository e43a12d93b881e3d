import pytest

from assistant.plan import EVERY
from assistant.saying.account import account_of, plan_in_words

PLAN = {
    "asks": [
        {
            "operation": "top",
            "number": 5,
            "terms": [{"text": "项目支出", "kind": "concept"}],
            "scope": {"said": ["临江市司法局"], "years": [2026]},
            "filters": [{"sign": ">", "value": "100", "unit": "万元"}],
        }
    ],
    "account": [
        {"text": "临江市司法局", "taken_for": "department:临江市司法局"},
        {"text": "2026年", "taken_for": "year"},
        {"text": "三公", "taken_for": "concept:三公经费"},
    ],
}


def test_plan_is_told_in_words() -> None:
    assert plan_in_words(PLAN, "zh") == ("最大的 5 个 · 临江市司法局 · 2026年 · 项目支出 · 超过100万元",)
    assert plan_in_words(PLAN, "en")[0].startswith("Largest 5 · 临江市司法局 · 2026")


def test_each_word_says_what_it_was_taken_for() -> None:
    assert account_of(PLAN, "zh") == (("临江市司法局", "部门"), ("2026年", "年度"), ("三公", "三公经费"))


def test_an_answer_without_a_plan_has_no_account() -> None:
    assert plan_in_words(None, "zh") == ()
    assert account_of({}, "zh") == ()


def test_an_operation_without_a_word_keeps_its_name() -> None:
    assert plan_in_words({"asks": [{"operation": "new_kind"}]}, "zh") == ("new_kind",)


def test_an_order_of_all_is_told_without_a_number() -> None:
    assert plan_in_words({"asks": [{"operation": "top", "number": EVERY}]}, "zh") == ("从大到小排",)
    assert plan_in_words({"asks": [{"operation": "bottom", "number": EVERY}]}, "en") == ("Smallest first",)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("family", ["order", "said_count", "quoted", "date", "stated", "aside", "hint"])
def test_every_kind_of_word_has_a_name_in_the_language(family: str, language: str) -> None:
    ((_, note),) = account_of({"account": [{"text": "排名", "taken_for": family}]}, language)
    assert note
    assert language == "en" or note != family
