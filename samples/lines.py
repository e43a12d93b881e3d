"""Breaking text into printed lines as a Chinese word processor does."""

import re

from samples.fonts import width_of

NOT_FIRST = set("，。；：、！？）》”’】〕％%")
NOT_LAST = set("（《“‘【〔")
TOKEN = re.compile(r"[0-9A-Za-z][0-9A-Za-z.,\-]*|.", re.S)


def wrap(text: str, width: float, size: float, first_indent: float = 0.0) -> list[str]:
    """The lines of ``text`` in ``width`` points; numbers and Latin words stay whole where a line can hold them."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        lines.extend(_wrap_paragraph(paragraph, width, size, first_indent))
    return lines


def _wrap_paragraph(text: str, width: float, size: float, first_indent: float) -> list[str]:
    lines: list[str] = []
    line: list[str] = []
    used = first_indent
    for token in _tokens(text, width, size):
        length = width_of(token, size)
        if line and used + length > width:
            carried: list[str] = []
            # What may not begin a line takes the word before it along; what may not end a line goes along too.
            while len(line) > 1 and ((carried or [token])[0] in NOT_FIRST or line[-1] in NOT_LAST):
                carried.insert(0, line.pop())
            lines.append("".join(line))
            line = carried
            used = sum(width_of(piece, size) for piece in carried)
        line.append(token)
        used += length
    lines.append("".join(line))
    return lines


def _tokens(text: str, width: float, size: float) -> list[str]:
    tokens: list[str] = []
    for token in TOKEN.findall(text):
        # A code wider than its cell is cut anywhere, as in real tables with narrow columns.
        tokens.extend(token if width_of(token, size) > width else [token])
    return tokens
