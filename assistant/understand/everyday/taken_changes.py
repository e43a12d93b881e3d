"""A change that a question states beside what it asks: 今年不是砍掉一大截嘛，去年是多少; 从11.9万降到3.4万，降幅多少.

What is stated is what the asker takes for granted. It leaves the question, which then reads as if nobody had said it,
and is held against the documents before anything is answered (``computing/arithmetic/taken_kept.py``). A clause that
asks, or that chooses members of a set (降幅两成以上的有哪些), states nothing.
"""

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from assistant.plan import Taken
from assistant.understand.words.rounded import Said, amounts_said
from assistant.understand.words.spans import fixed_spans
from assistant.understand.words.text import words_of

_STOP = re.compile(r"[，,；;。？?！!：:\n]+(?!\d{3}(?!\d))")
_YEAR_IN_BRACKETS = re.compile(r"[（(]\s*((?:20)?\d\d\s*年?度?)\s*[）)]")
_ASIDE = re.compile(r"[（(]([^（()）]{3,30})[）)]")
_ASKS_AMOUNT = re.compile(
    r"(?:[预决]算|执行)(?:数额?|额)?[\s？?。，,]*$|多少|几多|几何|(?<![这那好])几(?=[万千百亿成个])|去年呢|年的?呢|百分比|百分之[几多]|[降增涨跌]幅|差额|[是为]几"
)
_CHOOSES = re.compile(
    r"哪|谁|(?:几|多少)[个家项条笔](?!百分|[亿万点])|(?<!为)(?:什么|啥)(?!原因|道理|理由|缘[故由])|有没有|是否"
)
_ASKS = re.compile(r"多少|几(?!乎)|哪|什么|啥|谁|怎|咋|何|是否|是不是|有没有|为[何啥]")
_REASON = re.compile(
    r"(?:到底|究竟)?(?:是)?(?:因为什么|因为啥|为什么|为何|为啥|(?:什么|啥)(?:原因|道理|理由|缘[故由])|怎么回事|怎么(?:会|就)?|咋(?:会|就)?|凭什么)"
    r"|(?:的)?(?:(?:头一?|第一|首)[条个位要]|最?(?:主要|大|重要|关键))?的?(?:原因|理由|缘故)(?:是什么|是啥|在哪里?|有哪些|呢)?"
)
_ASKS_CHANGE = re.compile(
    r"(?:[增减降涨升跌砍缩压少多高低省差变][了掉加少长降升涨动化减]?(?:了|掉)?(?:多少|几)|[降增涨跌变]幅|幅度|差额|增[减长速]|百分之|百分比)"
)
_OTHER_YEAR = re.compile(r"(?<!比)(?<!较)(?:去年度?|上一?年度?|[前头]一年)")
_HARD_YEAR = re.compile(r"(?:20)?\d\d年|20\d\d(?!\d)|[二2][〇零0][一二三四五六七八九〇零]{2}")

_UP = r"增幅|涨幅|升幅|增加|增长|上升|上涨|提高|提升|调增|增多|追加|上浮|[增涨升多高超]"
_DOWN = r"降幅|跌幅|减幅|减少|减小|下降|降低|压减|压缩|缩减|削减|缩水|下跌|下滑|下调|回落|调减|[降减跌砍压缩少低省掉]"
_ONLY_WHEN = re.compile(r"(?:(?:20)?\d\d年度?|今年|本年度?|去年)的?(?:部门|单位|年初)?[预决]算(?:里|中)?的?")
_BEFORE = re.compile(
    rf"(?:原来|原本|原先|早先|(?:{_UP}|{_DOWN}|调整|变动|变化)?之?前(?!年|[一二三四五\d])|此前|先前|以前|当初|本来)(?:的)?"
)
_UPWARD = re.compile(_UP)
_THEN = re.compile(r"(?:那么?|请问|想问|求)*(?=(?:去年|上一?年|20\d\d年))")
_YEARS = r"(?:去年|上一?年|[前头]一年|(?:20)?\d\d年)(?:度|同期)?"
_BUDGETED = r"(?:年初|全年|当年)(?:的)?预算(?:数|安排)?|预算(?:数)?"
_BASIS = (
    rf"(?:(?:同比|环比)|(?:相比于?|相较于?|比起|比|较|跟|和|与|同)"
    rf"(?:{_YEARS}(?:的)?(?:年?初)?(?:预算执行数?|执行数|决算数?|预算数?)?|(?P<budget>{_BUDGETED}))(?:相比|比|比较)?)"
)
_SIGNS = "[零〇一二两三四五六七八九十百千]+"
_NUMERAL = rf"(?:\d[\d,]*(?:\.\d+)?|{_SIGNS}(?:点[一二三四五六七八九零]+|万{_SIGNS})?)"
_AMOUNT = (
    rf"(?:大?约|大概|差不多|近|将近|不到|快|小)?{_NUMERAL}(?:个[多余](?=百分点)|多|余|来|几)?"
    rf"(?:%|个?百分点|成(?:[一二三四五六七八九半]多?|多)?|[万亿](?:元|块)?|元)(?:多|余|左右|上下|出头)?钱?"
)
# 今年只有635.87万，比去年少了181.13万: where it went, said before how far.
_LEVEL = re.compile(
    rf"(?:今年|本年度?|(?P<past>{_YEARS}))?(?:的?预算)?(?:还|只有|只剩|只|就|才|仅有?|[是为有]|安排了?|批了)+(?P<to>{_AMOUNT})$"
)
_VAGUE = {
    r"全部": (Decimal(100), Decimal(100)),
    r"(?:几乎|差不多)全部": (Decimal(90), Decimal(100)),
    r"一大半|大半|多半|一半多|过半|超一半": (Decimal(50), Decimal(100)),
    r"(?:近|将近|差不多|约)?(?:一半|对半|腰斩)": (Decimal(40), Decimal(60)),
    r"(?:近|将近|快|差不多|约)?三分之一": (Decimal(30), Decimal(37)),
    r"(?:近|将近|快|差不多|约)?三分之二": (Decimal(60), Decimal(72)),
    r"(?:近|将近|快|差不多|约)?四分之一": (Decimal(22), Decimal(28)),
    r"(?:近|将近|快|差不多|约)?四分之三": (Decimal(70), Decimal(80)),
    r"(?:近|将近|快|差不多|约)?五分之一": (Decimal(18), Decimal(22)),
    r"(?:近|将近|差不多|约)?(?:一倍|一番)": (Decimal(90), Decimal(115)),
    r"一大截|一大块|一大笔|好大一截|好多|很多|不少|许多|老多": (Decimal(10), Decimal(10**6)),
    r"一点儿?|一丁点|一些|少许|点儿?": (Decimal(0), Decimal(20)),
    r"一截|些": (Decimal(0), Decimal(10**6)),
}
_SOMEHOW = {r"大幅|明显|显著": (Decimal(10), Decimal(10**6)), r"略有?|小幅|稍微?|微": (Decimal(0), Decimal(20))}
_FAR = rf"(?P<far>百分之[零一二三四五六七八九十点]+(?:多|左右)?|{_AMOUNT}|{'|'.join(_VAGUE)})"
_HEDGE = (
    r"(?:不是|说是|据说|听说|好像|似乎|其实|一下子|一下|又|还|已经?|都|居然|竟然?|只|仅|才|整整|足足|总共|一共|共|实际|"
    r"有所|是|说|被|给|几乎|差不多|接近|将近|(?P<somehow>大幅|明显|显著|略有?|小幅|稍微?|微))"
)
_DONE = r"(?:花|用|支出|支|安排|列|批|拨|收|执行)?(?:了|掉|去|下去|下来|上去|出来?|过|回)*"
_CLOSING = r"(?:的?(?:钱|资金|经费|预算))?(?:嘛|吗|吧|呢|啊|呀|哈|么|了|的|哦|来着)*"
_TO_NOTHING = r"(?:(?:[降掉减跌砍压缩]|变|归)(?:到|至|成|为|得)?了?(?:近乎|接近|几乎)?(?:零|0(?![\d.%]))|清零)"
_NEARLY = r"(?:几乎|差点|近乎|接近|基本|近)"
_IN_ONE_WORD = (
    (re.compile(rf"{_NEARLY}{_TO_NOTHING}"), "少了几乎全部"),
    (re.compile(_TO_NOTHING), "少了全部"),
    (re.compile(r"腰斩|减半|砍半|对半砍"), "少了一半"),
    (re.compile(r"翻了?(?:一)?番|翻了?(?:一)?倍"), "多了一倍"),
)
_RHETORICAL = re.compile(r"(?<!是)不是")
_COMPARED = re.compile(r"比(?![例重率值])|较|相比")  # 培训费比会议费多了: held against another line, not another year
_BEYOND = re.compile(
    rf"(?:(?P<up>超过?|高于|多于|大于)|(?:低于|少于|小于|不及))了?{_YEARS}(?:的)?(?:预算数?|决算数?|水平|数)?了?$"
)
_STATED = re.compile(
    rf"(?P<basis>{_BASIS})?的?{_HEDGE}*(?P<move>{_UP}|{_DOWN}){_DONE}(?:约|为|是|高?达到?|有)?{_FAR}?(?P<end>{_CLOSING})$"
)
_TO_END = (
    rf"(?:[从由](?P<from>(?:{_YEARS}的?)?{_AMOUNT}))?(?P<move>{_UP}|{_DOWN})(?:到|至|成|为|到了|成了)"
    rf"(?P<to>(?:{_YEARS}的?)?{_AMOUNT})"
)
_ENDS = re.compile(rf"{_TO_END}(?P<end>{_CLOSING})$")
_WENT = re.compile(rf"{_HEDGE}*(?:{_TO_END}|{_NEARLY}?(?P<nothing>{_TO_NOTHING}))")
# 去年是多少？今年只剩11.26万了: where it has come to, with nothing said of the change.
_LEFT = re.compile(
    rf"^(?P<of>.*?(?:今年|本年度?|现在|如今|眼下|20\d\d年).*?)(?:只|就|仅|才)(?:剩|有|余|安排|批|列|给|是)*(?:下|了)*"
    rf"(?P<to>{_AMOUNT}){_CLOSING}$"
)
# 去年817万、今年635.87万: both ends, told one after the other.
_TWO_ENDS = re.compile(
    rf"{_YEARS}的?(?:还|是|有|为)*(?P<from>{_AMOUNT})[、，,；;]?(?:而|到)?(?:今年|本年|20\d\d年)的?"
    rf"(?:只有|只|就|才|是|有|为|变成)*(?P<to>{_AMOUNT})$"
)
_NOW = r"(?:今年|本年度?|当年|现在|这一?年|实际支出|实际花的?|实际|决算数?|最后|年底)"
# 降了两成多去年是多少: the change and the question without a stop between them.
_RUN_ON = re.compile(rf"((?:{_UP}|{_DOWN}){_DONE}(?:{_AMOUNT}))(?=那?么?(?:去年|上一?年|原[来本先]))")


# 少了两万四: the last word is left out in speech.
_THOUSANDS_LEFT_OUT = re.compile(
    r"(?<![一二两三四五六七八九十百千万\d点])([一二两三四五六七八九]万[一二三四五六七八九])(?=[吗呢]?[，,。；;？?]|$)"
)
# 在2026年大幅下降之前，2025年…; 43万元是压减之后的，那压减之前、即2025年的…: a change said as a time.
_UNTIL = re.compile(
    rf"在?(?P<when>(?:{_HEDGE}|{_NOW}|20\d\d年度?)*)(?P<move>{_UP}|{_DOWN})[之以]?前[，,](?={_THEN.pattern}{_YEARS})"
)
_SINCE = re.compile(
    rf"(?:[是为])?(?P<to>{_AMOUNT})[，,]?(?:已经?)?[是为](?P<move>{_UP}|{_DOWN})(?:了|过)?[之以]?后的?(?:数|金额|预算)?(?=[，,。；;])"
)
_NAMELY = re.compile(rf"(?:{_UP}|{_DOWN})?[之以]?前[、，,]?(?:即|也就是|就是|亦即)(?={_YEARS})")


@dataclass(frozen=True, slots=True)
class _Piece:
    """A clause with the stop behind it."""

    words: str
    stop: str


def without_taken(question: str) -> tuple[str, tuple[Taken, ...]]:
    """A question without the changes it states, and these; whole where it states none beside what it asks."""
    text = _RUN_ON.sub(r"\1，", _YEAR_IN_BRACKETS.sub(r"\1", words_of(question).text))
    text = _THOUSANDS_LEFT_OUT.sub(r"\1千元", text)
    text = _NAMELY.sub("", _SINCE.sub(r"是\g<to>，\g<move>了", _UNTIL.sub(r"\g<when>\g<move>了，", text)))
    text = _ASIDE.sub(lambda found: f"，{found[1]}，" if _stated(found[1]) else found[0], text)
    pieces = _pieces(text)
    stated = _with_levels(pieces, [None if _lead(pieces, at) else _stated(p.words) for at, p in enumerate(pieces)])
    told = "，".join(piece.words for piece in pieces if not _ONLY_WHEN.fullmatch(piece.words))
    if _REASON.search(text) and not _ASKS_AMOUNT.search(told):
        taken_for_granted = _of_reason(pieces)
        return (_as_a_way(pieces) or question) if taken_for_granted else question, taken_for_granted
    stated = stated if any(stated) else [_left(pieces, at) for at in range(len(pieces))]
    asking = "".join(p.words + p.stop for p, s in zip(pieces, stated, strict=True) if s is None)
    if not any(stated) or not _ASKS_AMOUNT.search(asking) or _CHOOSES.search(asking):
        return question, ()
    if _ASKS_CHANGE.search(asking) and not any(s and (s[1].by or s[1].after) for s in stated):
        return question, ()  # 比上年减少，减少多少: the answer itself tells which way it went
    subjects, taken, asked = [], [], False
    for piece, said in zip(pieces, stated, strict=True):
        if said is None:
            asked = asked or _ASKS_AMOUNT.search(piece.words) is not None
        else:
            year, subject = _subject(said[0])
            taken.append(replace(said[1], year=said[1].year or year))
            subjects.append((subject, asked))
    year = next((one.year for one in taken if one.year), None)
    own = bool(_OTHER_YEAR.search(asking) or _HARD_YEAR.search(asking))
    asking = _in_years(asking, year, own, taken[0].basis == "budget")
    front = "".join(subject for subject, behind in subjects if subject and not behind)
    again = _BEFORE.search(asking) or _OTHER_YEAR.search(asking) or _HARD_YEAR.search(asking)
    front += "" if again or year is None else f"{year}年"
    behind = [subject for subject, after in subjects if subject and after and subject not in asking]
    if behind:
        return question, ()  # what is said of another thing behind the question is no part of this one
    led = _THEN.match(asking)
    if front and led is not None:
        return f"{front}{asking[led.end() :]}", tuple(taken)  # …减了，那去年呢
    return (f"{front}，{asking}" if front else asking), tuple(taken)


def _of_reason(pieces: list[_Piece]) -> tuple[Taken, ...]:
    """The change whose reason is asked for; the question keeps it, for it tells of which sentence."""
    said = [found for piece in pieces if (found := _stated(_REASON.sub("", piece.words))) is not None]
    dated = [(_subject(subject)[0], taken) for subject, taken in said]
    return tuple(replace(taken, year=taken.year or year) for year, taken in dated) if len(said) == 1 else ()


_BEYOND_BY = re.compile(rf"(?<![减增缩提升])(?:(?P<up>[高多超]出?)|[低少]出?)了?(?={_AMOUNT}$)")


def _as_a_way(pieces: list[_Piece]) -> str | None:
    """A question for the reason with the way a line went in place of its ends (掉到3.18万); None where it has none."""

    def way(found: re.Match[str]) -> str:
        return "下降" if found["nothing"] or _way(found["move"]) == "decrease" else "增加"

    said = [replace(piece, words=_WENT.sub(way, piece.words)) for piece in pieces]
    said = [replace(p, words=_BEYOND_BY.sub(lambda f: "增加" if f["up"] else "减少", p.words)) for p in said]
    return "".join(piece.words + piece.stop for piece in said) if said != pieces else None


def _left(pieces: list[_Piece], at: int) -> tuple[str, Taken] | None:
    """What a clause says has become of a line whose amount of another year is asked for beside it."""
    found = _LEFT.search(pieces[at].words)
    asking = "".join(piece.words for place, piece in enumerate(pieces) if place != at)
    leans = _OTHER_YEAR.search(asking) or _BEFORE.search(asking) or _HARD_YEAR.search(asking)
    after = _range(found["to"]) if found is not None and leans and not _ASKS.search(pieces[at].words) else None
    if found is None or after is None or after.rate:
        return None
    return found["of"], Taken(pieces[at].words, "decrease", _year_of(found["of"]), after=(after.low, after.high))


def _pieces(text: str) -> list[_Piece]:
    made, at = [], 0
    for stop in _STOP.finditer(text):
        made.append(_Piece(text[at : stop.start()].strip(), stop[0]))
        at = stop.end()
    made.append(_Piece(text[at:].strip(), ""))
    return [piece for piece in made if piece.words]


def _lead(pieces: list[_Piece], at: int) -> bool:
    """Whether a piece is of a sentence that only leads up: nothing in the question leans on what it states."""
    closed = any(piece.stop[:1] in "。！!；;" for piece in pieces[at : at + 1] if piece.stop)
    later = "".join(piece.words for piece in pieces[at + 1 :])
    leans = _OTHER_YEAR.search(later) or _BEFORE.search(later)
    return closed and bool(later) and not leans


def _stated(clause: str) -> tuple[str, Taken] | None:
    """What stands before the change that a clause states, and the change; None where it states none."""
    if (ends := _ENDS.search(clause)) is not None and not _ASKS.search(_RHETORICAL.sub("", clause)):
        before = _range(ends["from"]) if ends["from"] else None
        after = _range(ends["to"])
        if after is None or after.rate or (ends["from"] and (before is None or before.rate)):
            return None
        told = Taken(ends[0], _way(ends["move"]), _year_of(ends["to"]), after=(after.low, after.high))
        return clause[: ends.start()], replace(told, before=(before.low, before.high) if before else None)
    if (ends := _TWO_ENDS.search(clause)) is not None and not _ASKS.search(clause):
        before, after = _range(ends["from"]), _range(ends["to"])
        if before is None or after is None or before.rate or after.rate:
            return None
        way = "increase" if after.low > before.high else "decrease"
        spans = ((before.low, before.high), (after.low, after.high))
        return clause[: ends.start()], Taken(ends[0], way, before=spans[0], after=spans[1])
    spoken = next((found[0] for pattern, _ in _IN_ONE_WORD if (found := pattern.search(clause))), None)
    for pattern, plain in _IN_ONE_WORD:
        clause = pattern.sub(plain, clause)
    found = _STATED.search(clause)
    if (beyond := _BEYOND.search(clause)) is not None and not _ASKS.search(_RHETORICAL.sub("", clause)):
        return clause[: beyond.start()], Taken(beyond[0], "increase" if beyond["up"] else "decrease")
    rhetorical = _RHETORICAL.search(clause) is not None
    if found is None or _ASKS.search(_RHETORICAL.sub("", clause)) or (clause.endswith(("吗", "么")) and not rhetorical):
        return None
    done = re.search(rf"(?:{_UP}|{_DOWN})(?:了|掉)", found[0]) is not None
    named = len(found["move"]) > 1 and bool(found["basis"])
    if not (found["far"] or done or named or (found["basis"] and found["move"] in "降减涨增升跌少多")):
        return None
    if _COMPARED.search(clause[: found.start()]):
        return None
    said = (found["basis"] or "") + (spoken or clause[found.start("move") : found.start("end")])
    taken = Taken(said, _way(found["move"]), basis="budget" if found["budget"] else "last_year")
    if (measure := _how_far(found)) is not None:
        taken = replace(taken, by=(measure.low, measure.high), rate=measure.rate)
    elif found["far"]:
        return None
    return clause[: found.start()], taken


def _with_levels(pieces: list[_Piece], stated: list[tuple[str, Taken] | None]) -> list[tuple[str, Taken] | None]:
    """What is stated, with an amount that the clause before a change says the line has come to."""
    made = list(stated)
    for at, piece in enumerate(pieces[:-1]):
        level, change = _LEVEL.search(piece.words), made[at + 1]
        after = _range(level["to"]) if level is not None and made[at] is None and change is not None else None
        if (
            after is None
            or after.rate
            or level is None
            or change is None
            or not _is_of_now(change[0])
            or change[1].after
        ):
            continue
        end = (after.low, after.high)
        told = replace(change[1], words=f"{level[0]}，{change[1].words}")
        told = replace(told, before=end) if level["past"] else replace(told, after=end)
        made[at], made[at + 1] = (piece.words[: level.start()], told), ("", change[1])
    return made


def _is_of_now(subject: str) -> bool:
    """Whether what a change is stated of is no more than its year, so that it is of the line said before."""
    return not _subject(subject)[1]


def _way(move: str) -> str:
    return "increase" if _UPWARD.fullmatch(move) else "decrease"


def _how_far(found: re.Match[str]) -> Said | None:
    far = found["far"]
    if far is None:
        said = found["somehow"]
        return next((Said(*span, True) for p, span in _SOMEHOW.items() if said and re.fullmatch(p, said)), None)
    vague = next((span for pattern, span in _VAGUE.items() if re.fullmatch(pattern, far)), None)
    return Said(*vague, True) if vague is not None else _range(far)


def _range(said: str) -> Said | None:
    hundredth = re.match(r"百分之([零一二三四五六七八九十点]+)", said)
    ranges = amounts_said(f"{hundredth[1]}%{said[hundredth.end() :]}" if hundredth else _unyear(said))
    return ranges[0] if len(ranges) == 1 else None


def _unyear(said: str) -> str:
    return re.sub(rf"^{_YEARS}的?", "", said)


def _year_of(words: str) -> int | None:
    """The one year that words name."""
    years = [s.value for s in fixed_spans(words_of(words)) if s.family == "year"]
    return years[-1][-1] if len(years) == 1 and isinstance(years[-1], tuple) else None


def _subject(words: str) -> tuple[int | None, str]:
    """The year of what a change is stated of, and the words before it without their year and what introduces it."""
    said = words_of(words)
    years = [s for s in fixed_spans(said) if s.family == "year" and s.role == "said"]
    dated = {place for s in years for place in said.places[s.start : s.end]}
    text = "".join(sign for place, sign in enumerate(said.text) if place not in dated)
    year = years[-1].value[0] if years and isinstance(years[-1].value, tuple) else None
    text = re.sub(rf"(?:的?{_NOW})+", "", text)
    text = re.sub(rf"(?:{_HEDGE}|的|度|了|得|要|就|也|[,，、\s()（）])+$", "", text)
    return year, re.sub(
        r"^(?:说是|听说|据说|因为|既然|虽然|但是?|不过|而且?|可|它|这个?|那个?|都|又|还|也)+$", "", text
    )


def _in_years(asking: str, year: int | None, own: bool, of_budget: bool) -> str:
    """What is asked, with the year before said by its number and 原来 as the year or the budget it stands for."""
    if of_budget:
        asking = _BEFORE.sub("" if "预算" in asking else "年初预算", asking)
    else:
        asking = _BEFORE.sub("" if own else "去年", asking)
    return _OTHER_YEAR.sub(f"{year - 1}年", asking) if year is not None else asking
