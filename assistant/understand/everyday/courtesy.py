"""The polite opening of a question, which asks for nothing: 麻烦帮我查一下, 我就想弄清楚, 顺便打听一下, 我们领导想看.

Who says where he lives names his street or town with it: 我是甲的居民，街道… is 甲街道….

Only what stands before the question goes, and only where a wish or a softening word makes it an opening: a verb alone
may belong to a name (查处, 看守所). A word that turns the question round (不, 没, 除) is never part of it.
"""

import re

_LEAST = 4  # characters that have to be left for a question
_GREETING = r"(?:(?:您好|你好|大家好|老师|同志|亲|不好意思|(?:抱歉)?打扰(?:一下|您|你|了)*)\s*[,，、!！。]\s*)"
_BEFORE = (
    r"(?:我们|咱们|我|俺|(?:单位)?领导(?=想|要|让)|同事(?=想|要|让)|就是|就|只是|只|顺便|顺带|再|其实|现在|今天|刚好|很|特别|真|"
    r"正在|在|刚刚?|冒昧|好奇|斗胆|想要|想|希望|打算|需要|能不能|可不可以|可以|可否|能否|能|烦请|烦劳|有劳|劳驾|劳烦|麻烦|拜托|辛苦|恳请|敬请|请|"
    r"帮忙|帮|给我们?|替我们?|[跟向找同](?=您|你)|您|你|让|一下|要(?=查|看|问|了解|知道|核|确认))"
)
_VERB = (
    r"(?:了解|弄清楚?|弄明白|搞清楚?|搞明白|知道|看看|看(?![守护病])|瞧瞧|瞧|瞅瞅|瞅|查查|查询|核算(?![中站员岗])|测算(?![中站员岗])|查(?![处办验封])|核实|核对|确认|"
    r"打听|咨询|请教|翻翻|翻(?=[一-龥]{2,12}[局委办厅院署会部心处站队的])|请问|问问|问(?!题)|告知|告诉|说说|说(?!明)|讲讲|讲(?![座堂])|找找|找)(?!出)"
)
_AFTER = r"(?:一下子|一下|一眼|一声|一句|清楚|明白|下(?![属达级设])|我们(?=[^的]|$)|我)"
# What is wished for, named only as such: 核对一个绩效数：…; 决算数 would say which figure.
_NAMED_ONLY = r"(?:(?:一|两)?个?(?:小|绩效|指标)?(?:数据|数字?|问题|情况|事儿?)\s*(?=[:：,，]))?"
_WISHED = rf"{_BEFORE}+{_VERB}{_AFTER}*{_NAMED_ONLY}"
_SOFTENED = rf"(?:{_VERB}(?:一下|一眼|一声|一句|下(?![属达级设]))|看看|瞧瞧|瞅瞅|查查|问问|说说|讲讲|找找)我?"
_OPENING = re.compile(rf"^\s*{_GREETING}?(?:(?:{_WISHED}|{_SOFTENED})\s*[,，:：]?\s*)+")
_GREETED = re.compile(rf"^\s*{_GREETING}")


_AT_HOME = re.compile(
    r"^\s*我(?:是|家?住在?|家?在)(?P<place>(?:(?!街道|社区|[乡镇市区县省])[一-龥]){2,4}?)(?P<kind>街道|镇|乡)?(?:这边|那边|本地)?的?"
    r"(?:老?居民|街坊|住户|村民|群众|老?百姓|人)?[，,]\s*(?:请问|想?问一?下?)?(?:我们|咱们?|你们)?(?(kind)(?P=kind)|(?P<own>街道|镇(?!长)|乡))(?=[一-龥])"
)


def without_courtesy(question: str) -> str:
    """The question without its polite opening; whole where too little would be left."""
    question = _AT_HOME.sub(lambda found: found["place"] + (found["kind"] or found["own"]), question)
    for opening in (_OPENING, _GREETED):
        found = opening.match(question)
        if found is not None and len(question) - found.end() >= _LEAST:
            return question[found.end() :]
    return question


def opening_of(text: str) -> int:
    """The length of a polite opening at the start of a text; zero where there is none."""
    found = _OPENING.match(text)
    return found.end() if found is not None else 0
