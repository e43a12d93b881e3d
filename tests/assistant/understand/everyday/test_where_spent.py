"""Where a body's money goes, said as its classes of spending."""

import pytest

from assistant.understand.everyday.where_spent import SPENT_ON, with_classes_asked
from tests.assistant.conftest import Asked


@pytest.mark.parametrize(
    "words",
    [
        "水利局的钱主要花在哪了",
        "今年最大的一笔钱花在哪",
        "水利局2026年最多的钱花在了什么地方",
        "水利局花钱最多的地方是什么",
        "水利局哪方面花钱最多",
        "水利局预算的大头在哪",
    ],
)
def test_classes_are_asked_for(words: str) -> None:
    assert SPENT_ON in with_classes_asked(words)


@pytest.mark.parametrize(
    "words",
    [
        "水利局培训费主要花在哪",
        "最大的一笔三公经费花在哪",
        "水利局花钱最多的项目是哪个",
        "清淤的钱花在哪",
        "水文站是做什么用的，钱花哪儿",
    ],
)
def test_where_a_line_goes_is_another_matter(words: str) -> None:
    assert with_classes_asked(words) == words


def test_the_largest_class_is_told(ask: Asked) -> None:
    told = ask("水利局2026年最大的一笔钱花在哪")
    assert [item.label for item in told.items] == ["农林水支出"]
