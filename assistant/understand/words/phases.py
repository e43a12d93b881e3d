"""Which phase, batch or stage of a thing is said, however its number is written: 二期, 第2期, （二期）, 第三批, II期.

It tells one thing from another of the same name; a number of them counts instead: 办了三期培训班.
"""

import re
import unicodedata

_NUMBERS = {n: str(i) for i, n in enumerate("一二三四五六七八九", 1)} | {
    "I": "1",
    "II": "2",
    "III": "3",
    "IV": "4",
    "V": "5",
}
_LATIN = r"(?<![A-Za-z])(?:I{1,3}|IV|V)(?![A-Za-z])"
_NUMBER = rf"(?<![一二三四五六七八九十\d])(?P<number>十[一二三四五六七八九]?|[一二三四五六七八九]|\d{{1,2}}|{_LATIN})"
_KIND = r"(?P<kind>期|标段|阶段|批次|批|轮)"
_SAID = re.compile(rf"(?P<nth>第)?{_NUMBER}{_KIND}")
_IN_BRACKETS = re.compile(r"(?<=[\u4e00-\u9fff])\((?P<number>[一二三四五六七八九]|\d|I{1,3}|IV)\)(?P<kind>)(?P<nth>)")
_PLAIN = ("期", "标段")  # said of a thing without 第 as well
# What is held, printed or split is counted by 期: 办三期, 分两期, 四期培训班, 每年3期.
_COUNTED = re.compile(
    r"(?:[办开搞做出印发分共了完成满每]|举办|组织|培训|安排|至少|达到|不少于|[少多]于|[月年周天日个家名])$"
)
_OF_COUNTED = re.compile(
    r"(?:的?(?:培训|讲座|班|课|刊|简报|杂志|活动|学习|宣传|节目|论坛|沙龙)|[/·以次到至间末初限货])"
)


def phases_said(words: str) -> dict[tuple[str, str], str]:
    """The phases that words name, by kind and number, as they are said: 第二期 is (期, 2)."""
    spoken = _folded(words)
    found = [m for m in _SAID.finditer(spoken) if _names_one(spoken, m)]
    return {(m["kind"][:1], _number(m["number"])): m[0] for m in (*found, *_IN_BRACKETS.finditer(spoken))}


def without_phases(words: str) -> str:
    """Words without the phases they name."""
    spoken = _folded(words)
    for found in reversed(list(_SAID.finditer(spoken))):
        if _names_one(spoken, found):
            spoken = spoken[: found.start()] + spoken[found.end() :]
    return spoken


def _folded(words: str) -> str:
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", words)).replace("〔", "(").replace("〕", ")")


def _names_one(spoken: str, found: re.Match[str]) -> bool:
    """Whether a number with 期 or 批 tells one of several, and does not say how many."""
    if found["nth"]:
        return True
    before, behind = spoken[: found.start()], spoken[found.end() :]
    return found["kind"] in _PLAIN and not _COUNTED.search(before) and not _OF_COUNTED.match(behind)


def _number(said: str) -> str:
    if said.startswith("十"):
        return str(10 + int(_NUMBERS.get(said[1:], "0")))
    return _NUMBERS.get(said, said)
