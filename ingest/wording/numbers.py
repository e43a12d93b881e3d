"""Printed numbers: separators, signs and brackets of amounts; a blank, a dash and a zero are three things.

Seen in the forms: ``1,234.56``, ``1，234.56``, ``(1,234)`` and ``（1,234）`` for negative, ``-``, ``－``, ``−``,
``△``, ``▲`` as minus, ``+``, ``31.4％``, ``(31.4)％``, ``1 234.56`` broken by wrapping,
``-`` or ``—`` or ``/`` alone for nothing; ``3,260.00②`` with the mark of a footnote; ``9.95E+07`` in a narrow column.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from ingest.wording.glyphs import characters

_WIDE = str.maketrans("０１２３４５６７８９．，％（）＋－−–—﹣‐‑△▲▽▼", "0123456789.,%()+-----------")
_MINUS = "-"
_CELL = re.compile(r"(?P<sign>[+-]?)(?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)(?P<percent>%?)")
# How a spreadsheet prints an amount that is wider than its column: 9.95E+07.
POWER = r"[-+]?\d(?:\.\d{1,9})?E\+\d{2}"
_POWER = re.compile(POWER)
_LOOSE = re.compile(r"(?!.*,\d{1,2}%?$)(?P<sign>[+-]?)(?P<digits>\d[\d,]*(?:\.\d+)?)(?P<percent>%?)")
_FIND = re.compile(
    r"(?P<digits>[0-9０-９]{1,3}(?:[,，][0-9０-９]{3})+(?![0-9０-９])(?:[.．][0-9０-９]+)?"
    r"|[0-9０-９]+(?:[.．][0-9０-９]+)?)(?P<percent>[%％]?)"
)
_NOTE_MARKS = re.compile(r"(?<=[0-9０-９)）%％])[①-⑳⑴-⒇※*＊]+$")  # 3,260.00②: a footnote, no digit
_MINUS_SIGNS = "-－−–﹣△▲"
_DASHES = re.compile(r"[-—–－―─_/\\*]+|无|不涉及|不适用|n/?a", re.IGNORECASE)


class CellKind(StrEnum):
    """What an amount cell holds."""

    BLANK = "blank"
    DASH = "dash"  # a printed sign for nothing; not a zero
    NUMBER = "number"
    WORDS = "words"


@dataclass(frozen=True, slots=True)
class CellNumber:
    """An amount cell read: ``value`` only where it is a number; ``percent`` where it carries a percent sign."""

    kind: CellKind
    value: Decimal | None = None
    percent: bool = False


@dataclass(frozen=True, slots=True)
class NumberSpan:
    """A number inside running text; ``start`` and ``end`` bound its sign, digits and percent sign."""

    value: Decimal
    start: int
    end: int
    percent: bool = False


def narrow(text: str) -> str:
    """Digits and signs of numbers in half width, one for one."""
    return text.translate(_WIDE)


def read_cell(text: str) -> CellNumber:
    """Read an amount cell as a whole; anything beside one number makes it words.

    >>> read_cell("(1,234.50)").value
    Decimal('-1234.50')
    """
    tight = re.sub(r"[\s\u00a0\u3000￥¥]+", "", characters(text))
    if not tight:
        return CellNumber(CellKind.BLANK)
    tight = _NOTE_MARKS.sub("", tight.strip("'’＇"))
    if _DASHES.fullmatch(tight):
        return CellNumber(CellKind.DASH)
    number = narrow(tight)
    negative = False
    if number.startswith("(") and number.endswith((")", ")%")):
        number, negative = number[1:].replace(")", "", 1), True
        number = number.removeprefix(_MINUS)  # (-5) says minus five once
    if _POWER.fullmatch(number):
        return CellNumber(CellKind.NUMBER, Decimal(format(Decimal(number), "f")))
    match = _CELL.fullmatch(number) or _LOOSE.fullmatch(number)
    if match is None:
        return CellNumber(CellKind.WORDS)
    value = value_of(match["digits"])
    if negative or match["sign"] == _MINUS:
        value = -value
    return CellNumber(CellKind.NUMBER, value, bool(match["percent"]))


def find_numbers(text: str) -> tuple[NumberSpan, ...]:
    """Every Arabic number of a text with its place; a sign belongs to it only where no word or number stands before.

    Digits inside a longer run of letters and digits (a code, ``GB2312``) are not numbers.
    """
    found = []
    for match in _FIND.finditer(text):
        start, end = match.span()
        before = text[start - 1] if start else ""
        after = text[end] if end < len(text) else ""
        if (before.isascii() and before.isalpha()) or (before in "._" and start > 1 and text[start - 2].isalnum()):
            continue
        if after.isascii() and after.isalpha() and start and text[start - 1] in "-_":
            continue
        value = value_of(narrow(match["digits"]))
        if before and before in _MINUS_SIGNS:
            ahead = text[start - 2] if start > 1 else ""
            if ahead.isascii() and ahead.isalpha():
                continue
            if not (ahead.isdigit() or (ahead and ahead in "年月日%％万元")):
                value, start = -value, start - 1
        found.append(NumberSpan(value, start, end, bool(match["percent"])))
    return tuple(found)


def value_of(digits: str) -> Decimal:
    """The value of digits printed with their commas: 1,234.56."""
    return Decimal(digits.replace(",", ""))


def places(value: Decimal) -> int:
    """How many decimal places a number was printed with."""
    exponent = value.as_tuple().exponent
    return -exponent if isinstance(exponent, int) and exponent < 0 else 0


def plain(value: Decimal) -> str:
    """A decimal without an exponent and without the zeros that scaling leaves at its end.

    >>> plain(Decimal("1266.190000") * 10000)
    '12661900'
    """
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def half_step(value: Decimal) -> Decimal:
    """Half of the last printed place: the most that rounding can have moved the number."""
    return Decimal(5).scaleb(-places(value) - 1)
