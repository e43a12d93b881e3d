"""Page numbers: 12, - 12 -, 第 1 页，共 140 页, 第1页/共140页, 共 9 页 第 1 页, 1/140, Page 1 of 140, ⅱ.

Source: the feet of published budgets and what spreadsheets, word processors and browsers offer as a page's foot.
"""

import re

_EDGE = r"[-–—－~～·•.|\s]*"
_COUNT = r"\d{1,4}"
_OF_ALL = rf"(?:第\s*)?{_COUNT}\s*页?\s*[,，、/／|（(]?\s*(?:[/／]|共|总)\s*(?:计|共)?\s*{_COUNT}\s*页?\s*[)）]?"
_ALL_FIRST = rf"[共总]\s*{_COUNT}\s*页?\s*[,，、/／|]?\s*第\s*{_COUNT}\s*页"
_ENGLISH = rf"(?:page|p\.?)\s*{_COUNT}(?:\s*(?:of|/)\s*{_COUNT})?|{_COUNT}\s*of\s*{_COUNT}"
_ALONE = rf"(?:第\s*)?(?:{_COUNT}|[ivxⅰ-ⅹ]{{1,5}})\s*页?"
PAGE_NUMBER = re.compile(rf"{_EDGE}(?:{_OF_ALL}|{_ALL_FIRST}|{_ENGLISH}|{_ALONE}){_EDGE}", re.IGNORECASE)
_SAID = re.compile(rf"第\s*{_COUNT}\s*页|[共总]\s*{_COUNT}\s*页|page\s*{_COUNT}(?:\s*of\s*{_COUNT})?", re.IGNORECASE)
# The day of printing, which spreadsheets set beside the page's number: 第 1 页    2021/2/9.
_DAY = r"20\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?"
_BESIDE_DAY = re.compile(rf"{_DAY}\s{{2,}}(?=\S*页|第)|(?<=页)\s{{2,}}{_DAY}$")


def is_page_number(text: str) -> bool:
    """Whether a line is nothing but a page's number.

    >>> is_page_number("第 3 页，共 140 页")
    True
    """
    return PAGE_NUMBER.fullmatch(_BESIDE_DAY.sub("", text.strip())) is not None


def without_page_number(text: str) -> str:
    """A line of a page's head or foot without the page number said in it: the words that every page repeats."""
    return _SAID.sub("", text)
