"""A chart under a list, only where bars say more than the table: several amounts of one unit, none negative."""

import streamlit as st

from assistant.answer import Answer, AnswerItem
from ui.web.printed import measured, one_unit
from ui.web.session import words

BARS = range(3, 21)
LABEL_PIXELS = 190
COLOURS = {"light": ("#1f4468", "#1b1f24", "#5d6470"), "dark": ("#8db3da", "#e8e5de", "#a0a6af")}


def chart(answer: Answer) -> None:
    """Bars in the order of the list, the printed value at the end of each."""
    items, unit = answer.items, one_unit(answer.items)
    if len(items) not in BARS or unit is None or not _drawable(items):
        return
    import altair

    bar, ink, soft = COLOURS["dark" if st.context.theme.type == "dark" else "light"]
    # Bar lengths may be binary floats: they are drawn, the figures beside them stay the exact text.
    data = altair.Data(
        values=[
            {"label": item.label, "long": float(item.value or 0), "value": measured(item.value, item.unit)}
            for item in items
        ]
    )
    place = altair.Y("label:N", sort=None, title=None, axis=altair.Axis(labelLimit=LABEL_PIXELS, labelColor=ink))
    base = altair.Chart(data).encode(
        y=place, x=altair.X("long:Q", title=unit, axis=None), tooltip=["label:N", "value:N"]
    )
    bars = base.mark_bar(color=bar, height=14)
    ends = base.mark_text(align="left", dx=5, color=soft, fontSize=12).encode(text="value:N")
    drawn = altair.layer(bars, ends).properties(
        height=30 * len(items), padding={"right": 90, "left": 0, "top": 4, "bottom": 4}
    )
    with st.expander(words("chart")):
        st.altair_chart(drawn.configure_view(strokeWidth=0).configure_axis(domain=False, ticks=False), width="stretch")


def _drawable(items: tuple[AnswerItem, ...]) -> bool:
    values = [item.value for item in items]
    return all(value is not None and value >= 0 for value in values) and len({item.label for item in items}) == len(
        items
    )
