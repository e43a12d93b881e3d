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
_CHOOSES = re.compile(
    r"[哪几]|多少[个项]|最|前[一二两三四五六七八九十\d]|有没有|[一-龥]的(?:[类款项]级)?(?:支出)?(?:科目|支出|项)"
)
_CARRIED = re.compile(r"结转|结余|去年|上年|前年|往年|项目(?!科目)")
# A side of the comparison put in behind: …各剩多少(跟年初预算比).
_BEHIND = re.compile(
    rf"[(（，,](?:都|就|是|均)?(?:跟|和|与|同|比|较|对照|相比|相较)于?{_GRANTED}(?:相?比较?|相较|来说|来看|算)?[)）]?(?=[？?。]?$)"
)
_UNSPENT = r"(?:没有?|未|尚未)(?:能|曾)?(?:(?:花|用|支|执行|开支)(?:完|掉|光|满|出去|到)了?|完成|达到)"
_SAVED = r"(?:剩下?|余下?|省下?|节省|节约|节余|结余)"
_RANKED = r"得?的?(?:钱|数)?(?=最|第[一二三四五六七八九十\d])"
_EACH = r"(?:各自?|分别)(?:还)?"
_SPENT = r"(?:支出)?(?:决算|实际支出)数?"
_HELD = rf"(?:{_SPENT})?(?:比|较){_GRANTED}"  # 决算比年初预算, where the first side may be left out
_SUM = r"[\d一二两三四五六七八九十百千]+(?:\.\d+)?[万亿]?[%％成元]"
_LIMITED_BY = rf"(?=超过|不到|不足|至少|不低于|低于|不止|{_SUM}[及或]?以[上下])"
_AMOUNT = rf"(?={_SUM})"
_BY = rf"(?:{_LIMITED_BY}|{_AMOUNT})"
_EQUAL = r"(?:完全|刚好|正好|恰好)?(?:一样多?|相等|相同|持平|一致)"
_TOGETHER = r"(?:一共|总共|合计|共计|总计|加起来)(?:还)?"
_HOW_MUCH = r"(?:了|下|出)*(?=多少|几)"
_LESS, _MORE = rf"(?:{_SAVED}|少花|少用|少支|没花完?|没用完)", r"(?:超支?|多花|多用|多支|超出)"
_ABOVE = r"(?:超出|超过|超支?|多于|高于|大于)了?"
_LINES = r"(?:[类款项]级)?(?:支出)?(?:科目|项(?!目))"
_TURNS = tuple(
    (re.compile(pattern), plain)
    for pattern, plain in (
        (rf"(?:{_HELD})?(?:{_UNSPENT}|{_LESS}){_RANKED}", "决算比年初预算少得"),
        (rf"(?:{_HELD})?(?:{_MORE}|超过)了?(?:{_GRANTED})?{_RANKED}", "决算比年初预算多得"),
        # The set is chosen and added up in one clause: 超预算的科目一共超了多少钱.
        (rf"(的{_LINES}[，,]?{_TOGETHER}){_LESS}{_HOW_MUCH}", r"\1少花了"),
        (rf"(的{_LINES}[，,]?{_TOGETHER}){_MORE}{_HOW_MUCH}", r"\1多花了"),
        (rf"(?<!高于)(?<!低于)(?:超支?|超出|超过|突破|花超)了?{_GRANTED}(?=的)", "决算高于年初预算"),
        (rf"{_HELD}(?:[多高大](?:花|用|支出?|出)?|超支?)了?{_BY}", "决算比年初预算增加"),
        (rf"{_HELD}(?:[少低小省](?:花|用|支出?|出)?|节约|节省)了?{_BY}", "决算比年初预算减少"),
        (rf"(?:{_SPENT})?{_ABOVE}{_GRANTED}{_LIMITED_BY}", "决算比年初预算增加"),
        (rf"(?:{_SPENT})?{_ABOVE}{_GRANTED}{_AMOUNT}", "决算比年初预算增加超过"),
        (rf"(?:{_SPENT})?(?:少于|低于|小于){_GRANTED}{_LIMITED_BY}", "决算比年初预算减少"),
        (rf"(?:{_SPENT})?(?:少于|低于|小于){_GRANTED}{_AMOUNT}", "决算比年初预算减少超过"),
        (
            rf"预决算数?{_EQUAL}|{_GRANTED}[和与跟同]{_SPENT}{_EQUAL}"
            rf"|(?:刚好|正好|恰好)(?:花|用|支|执行)[完光]了?{_GRANTED}",
            "决算跟年初预算完全一样",
        ),
        (r"预决算数?(?:差异|差额|差距|偏差|偏离|相差)", "决算与年初预算差额"),
        (rf"(?:把)?{_GRANTED}(?:都|还)?{_UNSPENT}|{_UNSPENT}{_GRANTED}|(?:花|用)不完{_GRANTED}", "决算少于年初预算"),
        (
            rf"{_GRANTED}(?:(?:大于|高于|多于|超过)(?:支出)?(?:决算数?|实际支出)|比(?:支出)?决算数?[多高大](?=的))",
            "决算少于年初预算",
        ),
        (
            rf"{_GRANTED}(?:(?:小于|低于|少于|不及)(?:支出)?(?:决算数?|实际支出)|比(?:支出)?决算数?[少低小](?=的))",
            "决算高于年初预算",
        ),
        (rf"({_GRANTED})(?:都|正好|刚好)?一样(?:多)?", r"\1完全一样"),
        (rf"{_EACH}{_LESS}{_HOW_MUCH}", "各少"),
        (rf"{_EACH}{_MORE}{_HOW_MUCH}", "各多"),
        (rf"(?<=[，,？?])({_TOGETHER})?{_LESS}{_HOW_MUCH}", r"\1少了"),
        (rf"(?<=[，,？?])({_TOGETHER})?{_MORE}{_HOW_MUCH}", r"\1多了"),
    )
)
_TENTHS = re.compile(r"(?<=年初预算[增减][加少])(超过|不到|不足|至少|不低于|不止)?([一二两三四五六七八九])成")


# 超支率几何, 节约率最高的: how far a line went beyond its budget; 超支的科目, 哪些科目超支了.
_RATES = ((re.compile(r"超支(?:率|幅度|比例)"), "增幅"), (re.compile(r"(?:节约|节支|节省)(?:率|幅度|比例)"), "降幅"))
_BEYOND = re.compile(r"(?:超支|花超|用超)了?(?=的?(?:支出)?(?:科目|项(?!目))|的?(?:有|是)|[，,。？?]|$)")
_LEFT = re.compile(rf"(?<=科目)(?:的(?:预算|钱|经费))?{_UNSPENT}(?=[，,。？?]|$)")
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

# 决算没到年初预算的85%, 不足年初预算的九成: a part of the budget, and no amount that it fell by.
_PERCENT = r"(?:百分之(?![几多])|\d+(?:\.\d+)?[%％]|[一二两三四五六七八九]成)"
_AS_MUCH = r"(?:只|才|仅)?(?:达到|相当于|等于|占)了?"
_OPENING_OF = rf"(?:了|过)?{_GRANTED}(?:(?<=的)|的)(?={_PERCENT})"
_EXACTLY = re.compile(rf"执行率(?={_PERCENT}[左右]*(?:的|[，,。？?]|$))")  # 只花了年初预算的八成
_TENTH = r"[一二两三四五六七八九]成"
_ABOUT = re.compile(rf"(?:{_DONE}|{_AS_MUCH}){_GRANTED}的?{_TENTH}(?:左右|多)?(?:的|[，,。？?]|$)")
_RATE_IN_TENTHS = re.compile(r"执行率(低于|高于|不低于|不到|不足|超过)?([一二三四五六七八九])成(不到|以上|以下)?")
_DIGITS = "零一二三四五六七八九"
_PAID = rf"(?:{_SPENT}|(?:实际)?(?:花|用|支)(?:了|出|掉)?的?(?:钱|资金)?)"
_UNDER = r"(?:没有?|未|不|达不|还没|还不)(?:能)?(?:达到?|到|及|足|超过?)|低于|少于|小于|不足"
_PARTS_OF = (
    (re.compile(rf"(?:{_PAID})?(?:连|都|还)*(?:{_UNDER}){_OPENING_OF}"), "执行率低于"),
    (re.compile(rf"(?:{_PAID})?(?:超过|超出|高于|多于|大于){_OPENING_OF}"), "执行率高于"),
    (re.compile(rf"(?:{_PAID})?{_AS_MUCH}{_OPENING_OF}"), "执行率"),
)


# 预决算数分别是多少, 预、决算各多少: both phases of a line, and no word of its own.
_BOTH = re.compile(
    r"预[、/]?决算(?:数额?|金额)?(?:分别|各自?|都|依次)*(?=(?:是|为|有)?(?:多少|几)|(?:是|为)?(?:什么|啥)数|[，,。？?]*$)"
)
# 决算比年初预算少20万元以上的项级科目: what is asked for is only named.
_NAMED_ONLY = re.compile(
    rf"^((?!.*(?:[哪几谁最]|多少|前[一二两三四五六七八九十\d]|有没有)).*(?:{_GRANTED}|执行率|完成率).*的(?:[类款项]级)?(?:支出)?科目)(?=[。？?]?$)"
)


def with_budget_beside(text: str) -> str:
    """A text with what it says of money left of the budget, or spent beyond it, in the words of the grammar."""
    text = _BOTH.sub("预算数和决算数分别", text)
    for pattern, plain in _RATES:
        text = pattern.sub(plain if _BUDGET.search(text) else f"决算比年初预算{plain}", text)
    if not _CHOOSES.search(text) or _CARRIED.search(text):
        return text
    for pattern, plain in _PARTS_OF:
        text = pattern.sub(plain, text)
    if _ABOUT.search(text):
        return text  # 只花了年初预算的八成: of no line can it be said that it is just that
    made = _EXACTLY.sub("执行率等于", _LIMITED.sub("执行率", _IN_FULL.sub("执行率等于100%", text)))
    made = _RATE_IN_TENTHS.sub(lambda said: f"执行率{said[1] or said[3] or ''}{_DIGITS.index(said[2])}0%", made)
    made = _LEFT.sub("决算少于年初预算", _BEYOND.sub("决算高于年初预算", made))
    made = _NAMED_ONLY.sub(r"\1有哪些", made)
    if not (_BUDGET.search(made) or "超支" in made or "预决算" in made):
        return made
    made = _BEHIND.sub("", made)
    for pattern, plain in _TURNS:
        made = pattern.sub(plain, made)
    made = _TENTHS.sub(
        lambda said: f"{said[1] or ''}{'一二三四五六七八九'.index(said[2].replace('两', '二')) + 1}0%", made
    )
    return made if _BUDGET.search(made) else text
