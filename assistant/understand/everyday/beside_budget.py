"""What was spent beside what was granted, in everyday words: 没花完最多的三项, 各剩多少, (跟年初预算比).

Only where a question names the opening budget and chooses lines by it: 没花完 is said of money carried over, too, and
what is left at the end of a year is a line of its own.
"""

import re

_GRANTED = (
    r"(?:(?:年初|全年|当初|原先?|原定)的?(?:预算|安排|批|给|定|核)(?:复|准|定|排)?的?数?"
    r"|(?<!公共)(?<!基金)(?<!经营)(?<!部门)(?<!单位)预算数?)"
)
_BUDGET = re.compile(_GRANTED)
_CHOOSES = re.compile(r"[哪几]|最|前[一二两三四五六七八九十\d]|有没有|[一-龥]的(?:科目|支出|项)")
_CARRIED = re.compile(r"结转|结余|去年|上年|前年|往年|项目(?!科目)")
# A side of the comparison put in behind: …各剩多少(跟年初预算比).
_BEHIND = re.compile(
    rf"[(（，,](?:都|就|是|均)?(?:跟|和|与|同|比|较|对照|相比|相较)于?{_GRANTED}(?:相?比较?|相较|来说|来看|算)?[)）]?(?=[？?。]?$)"
)
_UNSPENT = r"(?:没有?|未|尚未)(?:能|曾)?(?:(?:花|用|支|执行|开支)(?:完|掉|光|满|出去|到)了?|完成|达到)"
_SAVED = r"(?:剩下?|余下?|省下?|节省|节约|节余|结余)"
_RANKED = r"得?的?(?:钱|数)?(?=最|第[一二三四五六七八九十\d])"
_EACH = r"(?:各自?|分别)(?:还)?"
_HOW_MUCH = r"(?:了|下|出)*(?=多少|几)"
_TURNS = tuple(
    (re.compile(pattern), plain)
    for pattern, plain in (
        (rf"(?:{_UNSPENT}|{_SAVED}|少花|少用|少支|没花){_RANKED}", "决算比年初预算少得"),
        (rf"(?:超支|超出|多花|多用|超){_RANKED}", "决算比年初预算多得"),
        (rf"(?:把)?{_GRANTED}(?:都|还)?{_UNSPENT}|{_UNSPENT}{_GRANTED}|(?:花|用)不完{_GRANTED}", "决算少于年初预算"),
        (
            rf"{_GRANTED}(?:(?:大于|高于|多于|超过)(?:支出)?(?:决算数?|实际支出)|比(?:支出)?决算数?[多高大](?=的))",
            "决算少于年初预算",
        ),
        (
            rf"{_GRANTED}(?:(?:小于|低于|少于|不及)(?:支出)?(?:决算数?|实际支出)|比(?:支出)?决算数?[少低小](?=的))",
            "决算高于年初预算",
        ),
        (rf"比{_GRANTED}(?:多花|多用|多支|超支|超)了?(?=超过|不到|不足|\d)", "决算比年初预算增加"),
        (rf"比{_GRANTED}(?:少花|少用|少支|节约|节省)了?(?=超过|不到|不足|\d)", "决算比年初预算减少"),
        (rf"({_GRANTED})(?:都|正好|刚好)?一样(?:多)?", r"\1完全一样"),
        (rf"{_EACH}(?:{_SAVED}|少花|少用){_HOW_MUCH}", "各少"),
        (rf"{_EACH}(?:超支?|多花|多用|超出){_HOW_MUCH}", "各多"),
    )
)


# 超支率几何, 节约率最高的: how far a line went beyond its budget; 超支的科目, 哪些科目超支了.
_RATES = ((re.compile(r"超支(?:率|幅度|比例)"), "增幅"), (re.compile(r"(?:节约|节支|节省)(?:率|幅度|比例)"), "降幅"))
_BEYOND = re.compile(r"超支了?(?=的?(?:支出)?(?:科目|项(?!目))|的?(?:有|是)|[，,。？?]|$)")
_IN_FULL = re.compile(
    rf"(?:(?:完成|执行)了?{_GRANTED}的?|(?:完成|执行)率(?:达到?|是|为|等于)?)(?:百分之百|百分百|100[%％])(?=的|$|[，,。？?])"
)


# 完成年初预算不到九成的科目, 年初预算只花了八成不到的: how much of it was spent, with a limit.
_LIMIT = (
    r"(?=(?:还)?(?:不到|低于|不足|超过|高于|未达到?|没到|小于|大于|至少|不超过|不低于|在)?"
    r"(?:百分之(?![几多])|\d+(?:\.\d+)?[%％]|[一二两三四五六七八九]成))"
)
_DONE = r"(?:只|仅|才)?(?:完成|执行|花掉?|用掉?)了?"
_LIMITED = re.compile(rf"{_DONE}{_GRANTED}的?{_LIMIT}|{_GRANTED}{_DONE}{_LIMIT}")


def with_budget_beside(text: str) -> str:
    """A text with what it says of money left of the budget, or spent beyond it, in the words of the grammar."""
    for pattern, plain in _RATES:
        text = pattern.sub(plain if _BUDGET.search(text) else f"决算比年初预算{plain}", text)
    if not _CHOOSES.search(text) or _CARRIED.search(text):
        return text
    made = _LIMITED.sub("执行率", _IN_FULL.sub("执行率等于100%", text))
    made = _BEYOND.sub("决算高于年初预算", made)
    if not (_BUDGET.search(made) or "超支" in made):
        return made
    made = _BEHIND.sub("", made)
    for pattern, plain in _TURNS:
        made = pattern.sub(plain, made)
    return made if _BUDGET.search(made) else text
