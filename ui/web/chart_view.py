"""A chart under a list, only where bars say more than the table: several amounts of one unit, none negative."""

import streamlit as st

from assistant.answer import Answer, AnswerItem
from ui.web.printed import measured, one_unit
from ui.web.session import words

BARS = range(3, 21)
BAR_PIXELS = 11
STEP_PIXELS = 44
COLOURS = {"light": ("#1f4468", "#1b1f24", "#5d6470"), "dark": ("#8db3da", "#e8e5de", "#a0a6af")}


def chart(answer: Answer, key: str) -> None:
    """Bars in the order of the list, the printed value at the end of each; drawn when they are asked for."""
    items = answer.items
    if len(items) not in BARS or one_unit(items) is None or not _drawable(items):
        return
    with st.expander(words("chart"), key=key, on_change="rerun") as opened:
        if opened.open:
            _bars(items)


def _bars(items: tuple[AnswerItem, ...]) -> None:
    import altair

    bar, ink, soft = COLOURS["dark" if st.context.theme.type == "dark" else "light"]
    # Bar lengths may be binary floats: they are drawn, the figures beside them stay the exact text.
    data = altair.Data(
        values=[
            {"label": item.label, "long": float(item.value or 0), "value": measured(item.value, item.unit)}
            for item in items
        ]
    )
    # The name stands above its bar, so that long names cost no width: the chart fits a phone.
    place = altair.Y("label:N", sort=None, axis=None)
    base = altair.Chart(data).encode(y=place, x=altair.X("long:Q", axis=None), tooltip=["label:N", "value:N"])
    bars = base.mark_bar(color=bar, height=BAR_PIXELS, yOffset=9)
    names = base.mark_text(align="left", baseline="bottom", dy=0, color=ink, fontSize=13).encode(
        text="label:N", x=altair.value(0)
    )
    ends = base.mark_text(align="left", dx=6, dy=9, color=soft, fontSize=12).encode(text="value:N")
    drawn = altair.layer(bars, names, ends).properties(
        height=STEP_PIXELS * len(items), padding={"left": 0, "right": 96, "top": 4, "bottom": 4}
    )
    drawn = drawn.configure_view(strokeWidth=0).configure_axis(domain=False, ticks=False)
    st.altair_chart(drawn, width="stretch")


def _drawable(items: tuple[AnswerItem, ...]) -> bool:
    values = [item.value for item in items]
    return all(value is not None and value >= 0 for value in values) and len({item.label for item in items}) == len(
        items
    )
