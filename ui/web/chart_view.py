"""A chart under a list, only where bars say more than the table: several amounts of one unit, none negative."""

from decimal import Decimal
from html import escape

import streamlit as st

from assistant.answer import Answer, AnswerItem
from ui.web.look import show
from ui.web.printed import measured, one_unit
from ui.web.session import words

BARS = range(3, 21)


def chart(answer: Answer, key: str) -> None:
    """Bars in the order of the list, the printed value at the end of each."""
    items = answer.items
    if len(items) not in BARS or one_unit(items) is None or not _drawable(items):
        return
    with st.expander(words("chart"), key=key):
        show(bars_html(items))


def bars_html(items: tuple[AnswerItem, ...]) -> str:
    """The bars: each name above its bar, so that long names cost no width and the chart fits a phone."""
    longest = max((item.value or Decimal(0) for item in items), default=Decimal(0)) or Decimal(1)
    lines = (
        f'<li><span class="name">{escape(item.label)}</span><span class="line">'
        f'<span class="bar" style="--long:{(item.value or Decimal(0)) / longest:.4f}"></span>'
        f'<span class="value">{escape(measured(item.value, item.unit))}</span></span></li>'
        for item in items
    )
    return f'<ol class="bars">{"".join(lines)}</ol>'


def _drawable(items: tuple[AnswerItem, ...]) -> bool:
    values = [item.value for item in items]
    return all(value is not None and value >= 0 for value in values) and len({item.label for item in items}) == len(
        items
    )
