"""Where a body's money goes, in everyday words: 钱主要花在哪 asks for its classes of spending, the largest first.

Only of a body's whole money: what stands before it is a body, a year or nothing. 培训费主要花在哪 asks for words.
"""

import re

# The words by which what is spent is still known to be asked for where its classes are not printed.
SPENT_ON = "花钱的类级支出科目"
_WHOSE = r"(?P<whose>^(?:那么?)?|[，,：:；;。]|[局委办厅院处道部府校站所队镇乡县狱馆园]|中心|(?:员|[协学总工])会)"
_WHEN = r"(?P<when>(?:20\d\d年度?|今年|去年|明年|本年)?(?:的|里)?(?:部门|单位)?(?:预算|决算)?(?:的|里|中)?)"
_MONEY = r"(?:这些|全部|所有)?的?(?:钱|经费|预算|资金|支出|开支|开销|花销)"
_MOSTLY = r"(?:是|都|主要|大头|大部分|基本上?|到底|究竟)*"
_SPENT = rf"{_MOSTLY}(?:花|用|投|支出?|开支)(?:在|到|去|往|给)?了?"
_WHERE = (
    r"(?:哪(?:儿|里|些地方|些方面|个?地方|个?方面|一?块|些块|几个?(?:块|方面|地方|大类)|些|去了)?(?:去|了|上)*"
    r"|什么(?:地方|方面)?(?:上面?)?)"
)
_END = r"(?=[呢啊呀]?(?:[，,。？?]|$))"
_ONE = r"最[大多高]的?(?:[一那][笔块项宗]|[一那]?部分)"
_MOST = (
    rf"(?:{_ONE}(?:{_MONEY})?|最[大多高]的?{_MONEY}){_SPENT}{_WHERE}"
    rf"|(?:花|用)(?:的|得)?(?:钱|经费)?最[多大]的?(?:地方|方面|一?块|去处|领域)(?:是|在)(?:{_WHERE}|哪|啥)"
    rf"|(?:(?:在)?(?:哪一?个?(?:方面|块|地方)|哪里|哪儿|什么(?:地方|方面))(?:上)?(?:花|用)(?:的|得)?(?:钱|经费)?(?:花得)?最多)"
    rf"|(?:{_MONEY})?的?大头(?:是|都|主要)*(?:(?:花|用|投)?在|是)了?(?:{_WHERE}|啥)"
)
_LARGEST = re.compile(rf"{_WHOSE}{_WHEN}(?:{_MOST}){_END}")
_CLASSES = re.compile(rf"{_WHOSE.replace('^(?:那么?)?|', '')}{_WHEN}{_MONEY}{_SPENT}{_WHERE}{_END}")
# What a thing is for is asked ahead: where its money goes asks that again, of no classes.
_USE_ASKED = re.compile(
    r"(?:[做干]什么|[做干]啥|干嘛)(?:用|使)的?[，,]|用途[^，,]{0,4}[，,]|有(?:什么|啥)用[处途]?[，,]"
    r"|项目[^，,。？?]*[，,](?:[这那]笔)?(?:钱|经费|资金)"  # the money of that project
)


def with_classes_asked(text: str) -> str:
    """A question with where the money goes said as the classes of spending."""
    if _USE_ASKED.search(text):
        return text
    text = _LARGEST.sub(rf"\g<whose>\g<when>{SPENT_ON}里金额最大的是哪个", text)
    return _CLASSES.sub(rf"\g<whose>\g<when>{SPENT_ON}从高到低有哪些", text)
