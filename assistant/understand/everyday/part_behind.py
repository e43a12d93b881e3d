"""A part named behind its share, said in front of it: 收入有百分之几是其他收入 is 收入里，其他收入占百分之几.

What is asked so is a share, whatever stands before it: without a whole it is of what was told (百分之几是人员经费).
"""

import re

_RATE = r"(?P<rate>百分之(?:几|多少)|几成几?|几分之几|多大(?:的)?(?:比例|份额|比重)|多少(?:比例|份额))"
_THINGS = r"(?:的?(?:钱|资金|经费|预算|开支))?"
_SAID = re.compile(
    r"(?P<start>^|[，,。；;])(?P<whole>[^，,。；;？?]{0,40}?)(?P<inner>(?:里头|里面|其中|当中|之中|里|中)[，,]?|的)?(?:大概|大约|到底|总共)?有?"
    rf"{_RATE}{_THINGS}(?:都|全|就)?是(?P<part>[^，,。；;？?是的由花]{{2,16}})(?=[呢啊呀]?(?:[，,。？?]|$))"
)
# 比去年增加的百分之几是甲, 超过一百万的: the part of a change, and a part that a condition chooses, are other things.
_MOVED = re.compile(r"[增减涨降升砍压]|比|较|变|差|[多少](?=[了出的])|执行|完成")
_CHOSEN = re.compile(r"[超过足满未没哪几何谁]|多少|什么|以[上下内]|\d|最|正常|合理|真|假|对")
_OF_TOLD = re.compile(r"^(?:那么?|这|这些|它|它们|请问)*(?:其中|里面|里头|当中)?$")


def with_part_before(text: str) -> str:
    """A question with a part that stands behind its share put in front of it."""
    return _SAID.sub(_part_first, text)


def _part_first(said: re.Match[str]) -> str:
    whole, part, rate = said["whole"], said["part"], said["rate"]
    if _MOVED.search(whole) or _CHOSEN.search(part):
        return said[0]
    if _OF_TOLD.match(whole):
        return f"{said['start']}其中{part}占{rate}"
    return f"{said['start']}{whole}里，{part}占{rate}"
