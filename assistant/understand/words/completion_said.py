"""How much of a budget the final account came to, as it is said: 决算占预算的百分之几, 预算花掉了几成, 完成年初预算 %.

One grammar of its parts (what was spent, the deed, the budget, the part asked for) in place of the turns one by one.
"""

import re
from collections.abc import Iterator

_OPENING = (
    r"(?:(?:年初|全年|当年)(?:的)?(?:预算|(?:批|定|给|拨|安排|下达|核定|批复)(?:下来)?的?(?:预算|数|钱))(?:数|额|安排)?"
    r"|年初数)"
)
_BUDGET = rf"(?:{_OPENING}|(?:支出)?(?:调整后?的?)?预算(?:数|额)?)"
_NO_FUND = "(?<!公共)(?<!基金)(?<!经营)(?<!资本)(?<!国资)"
_SPENT = (
    r"(?:(?:支出)?决算(?:支出)?(?:数|额|金额)?|实际(?:支出|执行|完成|开支|使用)(?:数|额|金额)?|实支数?|(?<!预算)执行数"
    r"|(?<![费公])(?:花|用|支)(?:出去|掉|了)+的?钱?)"
)
_DONE = (
    r"(?:完成|执行|落实|(?:花费?|使用|支?用)(?:出去|出|掉|完|了|到)*|支(?:掉|完|了|出去|出了)|(?:支出|开支)(?:掉|完|了))"
    r"(?:掉|了|到)*"
)
_PERCENT = r"(?:百分之?(?:多少|几)|百分[比率数]|[%％](?![\d以之]))"
_PART = (
    rf"(?:{_PERCENT}|几成几?|几分之几|(?:完成)?(?:比例|比率|比重|进度|程度|度(?!量))"
    r"|(?:多大|多少)(?:的)?(?:个)?(?:比例|百分比|比重))"
)
_HOW_MUCH = r"多少(?!\s*(?:钱|万|元|亿|资金|项|个))"
_IS = r"(?:所)?(?:占|是|为|相当于|等于|达到?|除以|对)(?:了|到)?"
_ALREADY = r"(?:已经?|一共|总共|到底|究竟|只|才|仅|实际|最后|最终|被)*"
_OF = r"\s*的?\s*"
_SAID = re.compile(
    # 完成年初预算的百分之几, 花掉了年初预算的几成; 完成了年初预算多少
    rf"{_DONE}\s*{_BUDGET}{_OF}{_PART}|{_DONE}{_BUDGET}的{_HOW_MUCH}|(?:完成|(?:花|用)(?:掉|完))了?{_BUDGET}{_HOW_MUCH}"
    # 年初预算用了几成, 预算完成的比例
    rf"|(?:相当于|等于|占)?(?:{_OPENING}|预算(?:数|额)?){_ALREADY}\s*{_DONE}{_OF}{_PART}"
    # 预算花了多少; 政府性基金预算花了多少 asks for what was spent of that fund
    rf"|(?:相当于|等于|占)?(?:{_OPENING}|{_NO_FUND}预算(?:数|额)?){_ALREADY}\s*{_DONE}{_OF}{_HOW_MUCH}"
    # 决算数相当于年初预算数的百分比; 决算与预算之比
    rf"|{_SPENT}\s*(?:{_IS}|[÷/])\s*{_BUDGET}{_OF}(?:{_PART}|{_HOW_MUCH})|{_SPENT}\s*÷\s*{_BUDGET}"
    rf"|{_SPENT}\s*[与和跟同]\s*{_BUDGET}{_OF}(?:{_PERCENT}|比[例率值]|之?比(?![上较去]))"
    # 占年初预算的比重, 是年初预算的几成
    rf"|(?:{_IS}|比)\s*{_OPENING}{_OF}{_PART}"
    # 完成预算没有, 完成年初预算了吗
    rf"|{_DONE}{_BUDGET}了?(?:没有?|吗)(?=[？?，,。]|$)"
    # …实际支出多少，相当于预算的百分之几: of what was told before
    rf"|(?:^|(?<=[，,。？?；;])|(?<=(?:支出|花了|用了|决算)多少))(?:这|那|它|也就)*{_IS}了?预算(?:数|额)?的{_PART}"
    r"|预算(?:执行|完成)(?:得|的)?(?:怎么?样|如何)|(?<=[，,。？?；;])(?:又|那|一共)?完成了?多少(?=[，,。？?；;]|$)"
    rf"|(?:(?<![费公])(?:花|用|支)(?:完|掉|光|出去)|完成|执行)[了到]*(?:{_PERCENT}|几成几?|多大比例|多少比例)"
)


def completion_said(text: str) -> Iterator[tuple[int, int]]:
    """Where a text asks for how much of a budget was spent."""
    for match in _SAID.finditer(text):
        yield match.span()
