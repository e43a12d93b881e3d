"""The text of a cell: printed lines joined as a person would read them."""

import re

from ingest.records.units import Unit, UnitKind
from ingest.wording.glyphs import printed
from ingest.wording.numbers import CellKind, CellNumber, read_cell
from ingest.wording.units import is_unit, money_unit

_CODE_END = re.compile(r"[0-9A-Z]{6,}$")
_CODE_START = re.compile(r"^[0-9A-Z]{2,}")
_JOINING = "-_/(（[【〔.·"
_CLOSING = ")）]】〕,.，。、；;：:%％-_/"
_BLANK_IN_CODE = re.compile(r"(?<=[A-Za-z0-9][-_])\s+(?=[A-Za-z0-9])")
_WITH_UNIT = re.compile(
    r"(?:人民币|￥|¥)?(?P<number>[-－−]?[\d,，]+(?:\.\d+)?)(?P<unit>(?:百万|千万|百|千|万|亿)?元)(?:整|人民币)?"
)
_COUNTED = re.compile(r"(?P<number>\d[\d,，]*(?:\.\d+)?)(?P<unit>[\u4e00-\u9fff㎡]{1,3}(?:[（(][\u4e00-\u9fff][)）])?)")
# Amounts are printed with two places, or up to six: 25,119.566 over 3, 16,664.7510 over 19 are one number, wrapped.
_WRAPPED_DECIMALS = re.compile(r"[-－]?[\d,]+\.(?:\d{3}\|(?:\d|\d{3})|\d{4}\|\d{1,2}|\d{5}\|\d)")
_WHOLE_NUMBER = re.compile(r"[-－]?\d{1,3}(?:,\d{3})*(?:\.\d{2,6})?|[-－]?\d+\.\d{2,6}")


def cell_text(text: str) -> str:
    """A cell in printed form: what wrapping broke (number, code, Chinese word) is whole, Latin words keep one blank."""
    if "\n" not in text:
        return _BLANK_IN_CODE.sub("", printed(text))
    joined = ""
    for line in text.split("\n"):
        line = line.strip()
        if not line:
            continue
        joined += ("" if not joined or _is_one_word(joined, line) else " ") + line
    return _BLANK_IN_CODE.sub("", printed(joined))


def _is_one_word(before: str, after: str) -> bool:
    last, first = before[-1], after[0]
    if first.isdigit() and (last.isdigit() or (last in ",." and before[-2:-1].isdigit())):
        return True
    if last in _JOINING or first in _CLOSING:
        return True
    return bool(_CODE_END.search(before) and _CODE_START.match(after))


def read_amount(text: str) -> tuple[CellNumber, Unit | None]:
    """An amount cell and the unit of money printed in it, as in ``12.5万元``; None where the cell prints no unit."""
    number = read_cell(text)
    if number.kind is CellKind.WORDS and "元" in text:
        match = _WITH_UNIT.fullmatch(re.sub(r"\s+", "", text))
        if match is not None:
            return read_cell(match["number"]), money_unit(match["unit"])
    return number, None


def is_amount(text: str) -> bool:
    """Whether a cell prints an amount, or the dash that stands for none."""
    return read_amount(text)[0].kind in (CellKind.NUMBER, CellKind.DASH)


def read_count(text: str) -> tuple[CellNumber, Unit | None]:
    """A cell of counts with the measuring word printed in it: 2台, 1,460 吨; as an amount where it prints none."""
    number, unit = read_amount(text)
    match = _COUNTED.fullmatch(re.sub(r"\s+", "", text)) if number.kind is CellKind.WORDS else None
    if match is None or not is_unit(match["unit"]):
        return number, unit
    return read_cell(match["number"]), Unit(match["unit"], UnitKind.COUNT)


def is_stack_of_numbers(text: str) -> bool:
    """Whether a cell holds several whole numbers below each other, which must never be run together."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    if len(lines) == 2 and _WRAPPED_DECIMALS.fullmatch("|".join(lines)):
        return False
    return len(lines) >= 2 and all(_WHOLE_NUMBER.fullmatch(line) for line in lines)
