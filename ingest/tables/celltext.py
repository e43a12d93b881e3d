"""The text of a cell: printed lines joined as a person would read them."""

import re

from ingest.wording.glyphs import printed

_CODE_END = re.compile(r"[0-9A-Z]{6,}$")
_CODE_START = re.compile(r"^[0-9A-Z]{2,}")
_JOINING = "-_/(（[【〔.·"
_CLOSING = ")）]】〕,.，。、；;：:%％-_/"
_BLANK_IN_CODE = re.compile(r"(?<=[A-Za-z0-9][-_])\s+(?=[A-Za-z0-9])")
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


def is_stack_of_numbers(text: str) -> bool:
    """Whether a cell holds several whole numbers below each other, which must never be run together."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    return len(lines) >= 2 and all(_WHOLE_NUMBER.fullmatch(line) for line in lines)
