"""A turn that asks of another thing what was asked in words before."""

import pytest

from assistant.plan import Ask, Operation, Plan, Scope
from assistant.understand.asks.asked_alike import asked_alike

BEFORE = Scope(departments=(("云汀市水利局",),), said=("水利局",))


def _plan(question: str, scope: Scope = BEFORE) -> Plan:
    return Plan(question, "zh", (Ask(Operation.LOOKUP, scope=scope),))


@pytest.mark.parametrize(
    ("before", "turn", "full"),
    [
        ("水利局培训费为什么减少", "公务接待费呢", "公务接待费为什么变化"),
        ("水利局培训费为什么减少", "那公务接待费又是怎么回事", "公务接待费为什么变化"),
        ("什么是基本支出", "项目支出呢？", "项目支出是什么意思"),
        ("水利局清淤项目的绩效目标是什么", "巡查项目呢", "巡查项目的绩效目标是什么"),
        ("水利局2026年培训费为什么减少", "那2025年呢", "水利局2025年培训费为什么变化"),
        ("水利局培训费多少", "公务接待费呢", None),
        ("水利局培训费为什么减少", "公务接待费是多少呢", None),
        ("水利局培训费多少", "公务接待费又是怎么回事", None),
    ],
)
def test_another_line_is_asked_about_alike(before: str, turn: str, full: str | None) -> None:
    assert asked_alike(turn, _plan(turn, Scope()), _plan(before)) == full


def test_another_body_takes_the_place_of_the_one_before() -> None:
    parks = _plan("那园林局呢", Scope(departments=(("云汀市园林局",),), said=("园林局",)))
    assert asked_alike("那园林局呢", parks, _plan("水利局职责是什么")) == "园林局职责是什么"
    assert asked_alike("那园林局呢", parks, _plan("水利局培训费为什么涨了")) == "园林局培训费为什么变化"
