"""Budgets changed in the course of the year, in everyday words: 年中被调减了预算的项目, 预算中途追加了多少.

What was granted is printed twice, at first and as adjusted; said so, it is the adjusted budget held against the first.
"""

import re

_MIDWAY = r"(?:年(?:度)?中间?|中途|半路上?|半道上?|执行(?:过程)?(?:当)?中|年内|期中|后来)"
_CUT = r"(?:调减|核减|追减|压减|削减|缩减|砍掉?|调低)"
_ADDED = r"(?:追加|调增|增加|增补|调高|加)"
_DONE = r"(?:过|了)?(?:一些|一部分|部分)?"
_BUDGET = r"(?:的?预算(?!科|支出))"
_AT = rf"(?:在|是|于)?{_MIDWAY}(?:又|还|才|再|有)?(?:被|遭|给)?"
_PRINTED = re.compile(r"[，,]?[（(](?:即|也就是)?调整后?的?预算数?(?:低于|小于|少于|高于|大于|多于)年初预算数?[)）]")
_HELD = "调整预算比年初预算"
_CHOOSES = r"(?:哪些?|哪几个?|几个|多少个?)[^，,。？?]{0,6}"
_TURNS = tuple(
    (re.compile(pattern), plain)
    for deed, way in ((_CUT, "减少"), (_ADDED, "增加"))
    for pattern, plain in (
        # 哪些项目年中被调减了预算, 有多少个项目的预算中途追加了
        (
            rf"(?P<set>{_CHOOSES}项目)的?(?:{_AT}{deed}{_DONE}{_BUDGET}|预算{_AT}{deed}{_DONE}|(?:被|遭){deed}{_DONE}{_BUDGET}"
            rf"|预算被{deed}{_DONE})(?=[的有，,。？?(（]|$)",
            rf"\g<set>{_HELD}{way}",
        ),
        # 年中被调减预算的项目有哪些
        (
            rf"(?<![一-龥]不)(?P<set>)(?:{_AT}{deed}{_DONE}{_BUDGET}|预算{_AT}{deed}{_DONE}|(?:被|遭){deed}{_DONE}{_BUDGET})(?=的项目)",
            rf"{_HELD}{way}",
        ),
        # 某项目预算中途追加了多少, 某项目年中追加了多少预算
        (rf"的?预算{_AT}{deed}了?(?=多少|几)", rf"{_HELD}{way}"),
        (rf"{_AT}{deed}了?(?P<much>多少)(?:钱|资金)?的?预算", rf"{_HELD}{way}\g<much>"),
    )
)


def with_adjusted_beside(text: str) -> str:
    """A text with what it says of a budget changed in the year as the adjusted one held against the opening one."""
    for pattern, plain in _TURNS:
        made = pattern.sub(plain, text)
        if made != text:
            return _PRINTED.sub("", made)
    return text
