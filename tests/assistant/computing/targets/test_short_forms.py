"""Short forms of what targets name are spelt out where they stand for no other two words."""

import pytest

from assistant.computing.targets.pool import Place
from assistant.computing.targets.short_forms import spelt_out


def _pool(*names: str) -> list[Place]:
    return [Place(None, None, (name, "购买审计服务", "≤800")) for name in names]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("words", "spelt"),
    [
        ("注会一天多少元", "注册会计师一天多少元"),
        ("注会、初会一天多少元", "注册会计师、初级会计师一天多少元"),
        ("开会一天多少元", "开会一天多少元"),
        ("会计一天多少元", "会计一天多少元"),
    ],
)
def test_short_forms_are_spelt_out(words: str, spelt: str) -> None:
    assert spelt_out(words, _pool("注册会计师元人天", "初级会计师元人天")) == spelt


def test_what_stands_for_two_or_is_printed_itself_stays() -> None:
    assert spelt_out("注会一天多少元", _pool("注册会计师", "注销会员")) == "注会一天多少元"
    assert spelt_out("注会一天多少元", _pool("注册会计师", "注会人数")) == "注会一天多少元"
