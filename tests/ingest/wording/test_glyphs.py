"""Look-alike characters and the three forms of a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.wording.glyphs import bare, characters, led_in, normal, printed


@pytest.mark.parametrize(
    ("raw", "plain"),
    [("⼴州市", "广州市"), ("⻓期", "长期"), ("⽬标", "目标"), ("⻅", "见"), ("审计", "审计")],
)
def test_radicals_become_common_characters(raw: str, plain: str) -> None:
    assert characters(raw) == plain


@pytest.mark.parametrize(
    ("raw", "copied"),
    [
        ("某 市信息网运 维项目", "某市信息网运维项目"),
        ("较 2025 年\n增加", "较2025年增加"),
        ("<p>一、产出指标：</p>", "一、产出指标："),
        ("Budget  2026", "Budget 2026"),
    ],
)
def test_printed_drops_only_blanks_of_wrapping(raw: str, copied: str) -> None:
    assert printed(raw) == copied


def test_normal_makes_widths_quotes_and_signs_equal() -> None:
    assert normal("“三公”经费≧９０％") == normal('"三公"经费>=90%')
    assert normal("（汇 总）") == normal("(汇总)") == "(汇总)"
    assert bare("“三公”经费") == "三公经费"


@given(st.text())
def test_characters_keeps_positions(text: str) -> None:
    assert len(characters(text)) == len(text)


@given(st.text(alphabet="广州市Ａ１%“”（） \n⼴abc-—", max_size=30))
def test_forms_are_idempotent(text: str) -> None:
    assert normal(normal(text)) == normal(text)
    assert printed(printed(text)) == printed(text)


def test_leading_blanks_tell_how_far_in_a_name_begins() -> None:
    assert [led_in(text) for text in ("甲", "\u3000\u3000甲", "  甲", " ")] == [0.0, 20.0, 10.0, None]
