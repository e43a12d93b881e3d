"""Whether words that name no line mean all the money of a body: 一共批了多少, but not what was done with other money.

The words that carry a question along are let go one by one (审|出|了); where nothing else is named, such a verb is what
the money is of: 审出了多少亿元, 赔了多少钱 ask for no budget.
"""

import re

from assistant.plan import Ask, Operation
from assistant.understand.everyday.uncovered_words import segments_of
from assistant.understand.words.text import without, words_of

# Verbs of one sign that arrange, pay or own a body's money, put a question or lean on the verb before them.
_OF_MONEY = frozenset(
    "花用批给拨有是要想能会可以得该安排编列定投支付划掏摊归落管领拿交备匀挤砸贴包公示报说讲问看查算写印占叫为在"
    "到出来去进入上下掉住过起着完光走剩够搞弄办干做让请帮靠养过分配合共计收加凑汇"
)
_WORKED = frozenset(("发现", "处理", "办理", "审理", "核实", "组织", "举办", "参加", "参与"))
_MONEY = r"(?:资金|款项|钱款|[钱款]|经费|金额|费用)"
# Whose money or what money it is, by words that elsewhere restrict nothing: 问题资金, 老百姓的钱.
_OTHERS = re.compile(
    rf"(?:问题|事项|结果|群众|市民|百姓|职工|员工|干部|朋友|网友|记者|代表|委员|领导|人员|同事|老师)的?{_MONEY}"
)
_AUDITED = re.compile(r"(?<![请外内会评送])[审查](?:出|过)?了?(?:多少|几)(?:[十百千]*[万亿]|钱|元|资金)")
_FOUND_OUT = re.compile(r"[审查搜挖][出到](?!来)")
# 编的是哪个规划 asks for a thing, and no word of it for money.
_WHICH_THING = re.compile(
    r"^(?!.*(?:多少|几|[总预决]|钱|花|支|收|用|费|款|元)).*哪一?[个份本部篇](?P<thing>[\u4e00-\u9fff]{2,8})[？?]?$"
)

_WHOLE = ("budget_total", "expenditure_total")


def other_money(ask: Ask) -> str | None:
    """The word that makes what is asked no budget: what was audited, or another word where no line is named."""
    if (found := _AUDITED.search(ask.words)) is not None:
        return found[0]
    meant = [t for t in ask.terms if t.concept in _WHOLE and t.text not in ask.words]
    if ask.operation is not Operation.LOOKUP or len(meant) != 1 or len(ask.terms) > 1:
        return None
    if (which := _WHICH_THING.search(without(ask.words, ask.scope.said, "，"))) is not None:
        return which["thing"]
    said = words_of(without(ask.words, ask.scope.said, "，"))
    if (found := _FOUND_OUT.search(said.text) or _OTHERS.search(said.text)) is not None:
        return found[0]
    for _, _, word, tag in segments_of(said):
        if tag[:1] == "v" and (word in _WORKED or (len(word) == 1 and word not in _OF_MONEY)):
            return word
    return None
