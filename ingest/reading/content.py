"""What a PDF page draws: pdfminer's interpreter with a quick tokenizer, and only those attributes that reading uses.

Most of the time that pdfplumber takes for a page goes into cutting its content stream into tokens, a few Python calls
for each, and into copying every attribute of every character. Here one regular expression cuts what ordinary streams
consist of; whatever it does not know in full, pdfminer's own parser reads from the same place.
"""

import re
from collections.abc import Iterator
from types import FunctionType
from typing import Any

from pdfminer import pdfinterp
from pdfminer.layout import LTChar, LTContainer, LTCurve, LTImage, LTLine, LTRect
from pdfminer.psparser import KWD, LIT
from pdfplumber.page import PDFPageAggregatorWithMarkedContent

_END = rb"[#/%\[\]()<>{}\s]"
_INSIDE = rb"[^#/%\[\]()<>{}\s]"
# A token counts only with the byte that ends it in sight: at the end of a buffer it may go on in the next one.
_WHOLE, _REAL, _HEX, _STRING = (
    rb"[-+]?\d{1,18}(?=[^\d.])",
    rb"[-+]?\d*\.\d*(?=\D)",
    rb"<([\da-fA-F\s]*)>(?=[^>])",
    rb"\(([^()\\]*)\)",
)
_TOKEN = re.compile(
    rb"[\s\0]*(?:(" + _WHOLE + rb")|(" + _REAL + rb")|([A-Za-z]" + _INSIDE + rb"*)(?=" + _END + rb")|"
    + _HEX + rb"|" + _STRING + rb"|/(" + _INSIDE + rb"*)(?=[^#])(?=" + _END + rb")|(\[))"
)  # fmt: skip
_ITEM = re.compile(rb"[\s\0]*(?:(" + _WHOLE + rb")|(" + _REAL + rb")|" + _HEX + rb"|" + _STRING + rb"|(\]))")
_INTEGER, _FLOAT, _KEYWORD, _HEX_STRING, _PLAIN_STRING, _NAME, _ARRAY = range(1, 8)
_ITEM_HEX, _ITEM_STRING, _ITEM_END = 3, 4, 5
_SPECIAL = frozenset((b"true", b"false", b"BI", b"ID", b"EI"))
_BLANKS = bytes(range(9, 14)) + b" "


class ContentParser(pdfinterp.PDFContentParser):  # type: ignore[misc]
    """The objects of content streams, the same that pdfminer's parser gives."""

    charpos: int  # where the next token begins in the buffer

    def nextobject(self) -> tuple[int, Any]:
        """The next operand or operator and about where it stands; raises PSEOF at the end."""
        if not (self._tokens or self.results or self.context or self.curstack or self.eof):
            found = _TOKEN.match(self.buf, self.charpos)
            if found is not None:
                value, end = self._value(found)
                if end:
                    self.charpos = end
                    return self.bufpos + found.start(found.lastindex or 0), value
        one: tuple[int, Any] = super().nextobject()
        return one

    def _value(self, found: re.Match[bytes]) -> tuple[Any, int]:
        """What a token means and where it ends; 0 where pdfminer must say."""
        kind, end = found.lastindex or 0, found.end()
        text = found[kind]
        try:
            if kind == _INTEGER:
                return int(text), end
            if kind == _FLOAT:
                return float(text), end
            if kind == _KEYWORD:
                return (None, 0) if text in _SPECIAL else (KWD(text), end)
            if kind == _NAME:
                return LIT(str(text, "utf-8")), end
            if kind == _ARRAY:
                return self._array(end)
        except ValueError:
            return None, 0
        return _unhexed(text) if kind == _HEX_STRING else text, end

    def _array(self, at: int) -> tuple[Any, int]:
        """The numbers and strings up to the end of an array."""
        items: list[Any] = []
        while (found := _ITEM.match(self.buf, at)) is not None:
            kind, at = found.lastindex or 0, found.end()
            if kind == _ITEM_END:
                return items, at
            text = found[kind]
            if kind == _INTEGER:
                items.append(int(text))
            elif kind == _FLOAT:
                items.append(float(text))
            else:
                items.append(_unhexed(text) if kind == _ITEM_HEX else text)
        return None, 0


def _unhexed(text: bytes) -> bytes:
    digits = text.translate(None, _BLANKS)
    if len(digits) % 2:  # a single last digit is read as it stands, as pdfminer does
        return bytes.fromhex(digits[:-1].decode()) + bytes((int(digits[-1:], 16),))
    return bytes.fromhex(digits.decode())


class _Interpreter(pdfinterp.PDFPageInterpreter):  # type: ignore[misc]
    """pdfminer's interpreter; its own loop runs over the parser above."""

    execute = FunctionType(
        pdfinterp.PDFPageInterpreter.execute.__code__, {**vars(pdfinterp), "PDFContentParser": ContentParser}
    )


def drawn_on(page: Any) -> dict[str, list[dict[str, Any]]]:
    """What a pdfplumber page draws, by kind (char, line, rect, curve, image), as ``page.objects`` has it.

    Raises almost anything where the page is broken.
    """
    device = PDFPageAggregatorWithMarkedContent(page.pdf.rsrcmgr, pageno=page.page_number, laparams=None)
    _Interpreter(page.pdf.rsrcmgr, device).process_page(page.page_obj)
    left, upper = page.mediabox[:2]
    lower = page.height
    found: dict[str, list[dict[str, Any]]] = {"char": [], "line": [], "rect": [], "curve": [], "image": []}
    for one in _leaves(device.get_result()):
        kind = _KINDS.get(type(one))
        if kind is None:
            continue
        shape: dict[str, Any] = {
            "object_type": kind,
            "x0": one.x0 + left,
            "x1": one.x1 + left,
            "top": (lower - one.y1) + upper,
            "bottom": (lower - one.y0) + upper,
        }
        if kind == "char":
            shape |= {"text": one.get_text(), "size": one.size, "upright": one.upright, "matrix": one.matrix}
            shape["fontname"] = one.fontname if isinstance(one.fontname, str) else str(one.fontname)
        elif kind == "image":
            shape |= {"width": one.width, "height": one.height}
        else:
            shape |= {
                "stroke": one.stroke,
                "fill": one.fill,
                "pts": [(left + x, upper + lower - y) for x, y in one.pts],
            }
        found[kind].append(shape)
    return found


_KINDS = {LTChar: "char", LTLine: "line", LTRect: "rect", LTCurve: "curve", LTImage: "image"}


def _leaves(box: Any) -> Iterator[Any]:
    for one in box:
        if isinstance(one, LTContainer):
            yield from _leaves(one)
        else:
            yield one
