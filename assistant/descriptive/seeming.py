"""What only seems to answer a question of words: sums for a meaning, a number for a need, a class for what is left."""

import re

from assistant.descriptive.reason_words import REASON
from assistant.descriptive.use_words import AIM, AMOUNT, BEING, LACKS
from assistant.finding.evidence import Quote
from ingest.records.passage import Passage, PassageKind
from ingest.wording.glyphs import bare

# What an amount moved for says nothing of what it is: 比上年减少3.60万元，主要是严控接待范围.
_MOVED_FOR = re.compile(r"(?:[比较]上年|同比|与上年|[比较]\d{4}年)[^。；;]*?主要(?:是|系|为|因|由于|原因)[^。；;]*")
OF_TABLE = re.compile(r"本表(?:反映|包括)")  # what a form shows is no meaning of a term
_MEANS = re.compile(r"指(?!导|标)|反映|包括|包含|主要(?!原因)|用于|用来")
_TARGETS_SET = re.compile(
    r"(?:编报|设置|申报|纳入)?绩效目标(?:设置|编报|申报|管理|的?项目)*(?:情况)?"
)  # no aim of a thing
# What money is mainly used for says nothing of why it is needed: 主要用于车辆购置.
_NEED = re.compile(rf"{REASON.pattern}|{AIM}|{LACKS.pattern}")
_EACH_MARK = re.compile(
    r"(?:各|分别|每一?[个项家]|哪[几些]?[个项家])[^，,。？?]{0,8}(?:得分|分数|多少分|几分|打了?多少|评分)"
)
_MARK, _MEAN = re.compile(r"\d+(?:\.\d+)?分(?!之|别|钟|项)"), re.compile(r"平均[^\d，。；]{0,8}\d+(?:\.\d+)?分")
_OTHER_LINE = re.compile(
    r"其他(?!的|原因|项目|单位|部门|地方|各|几|什么|支出|费用|收入)([\u4e00-\u9fff]{2,12}?)(?:支出|费用|经费)"
)

_MARK_ASKED = re.compile(
    r"^(?!.*(?:方面|角度|怎么|如何|怎样|按什么|什么标准)).*(?:得分|评分|分数|总分|打分)(?:情况)?(?:各|分别|都)?(?:是|为|有)?(?:多少|几)?分?[？?]?$|(?:多少|几)分[？?]?$"
)  # 从哪些方面打分 asks for no mark
_MARK_TOLD = re.compile(r"\d(?:\.\d+)?分(?!之|别|钟|项)|(?:得分|评分|分数|总分|打分)[^，,。；;\d]{0,6}\d")
_FAULTS_ASKED = re.compile(
    r"(?:自评|评价)(?:中|时|里|工作)?(?:发现|查出|存在)(?:了|的)?(?:什么|哪些|啥)?(?:主要)?(?:问题|不足)"
)
_FAULT = re.compile(
    r"问题|不足|不够|[不未]到位|欠缺|偏[慢低高差弱少]|有待|差距|薄弱|滞后|缓慢|困难|缺[乏少陷]|未(?:达|完|能|及时|按)|不[高强全严细准合]"
)


_HEADS_ASKED = re.compile(r"人数|人手|多少人")
_HEADS_TOLD = re.compile(r"人数|人手|人员|[在新实]有.{0,4}人|\d\s*[人名位]")


def of_no_heads(question: str, told: str) -> bool:
    """Whether a number of people is asked about and what is told speaks of none: 律师管理 is money, no 律师人数."""
    return _HEADS_ASKED.search(bare(question)) is not None and _HEADS_TOLD.search("".join(told.split())) is None


def of_need(quotes: list[Quote]) -> bool:
    """Whether quotations tell what is lacking or aimed at: 共有车辆1辆 gives no need of one."""
    return any(_NEED.search(_TARGETS_SET.sub("", bare(quote.text))) for quote in quotes)


def only_sums(quotes: list[Quote]) -> bool:
    """Whether quotations print amounts and say of none what it is."""
    told = "".join("".join(quote.text for quote in quotes).split())
    return AMOUNT.search(told) is not None and not (explains(told) or BEING.search(_MOVED_FOR.sub("", told)))


def explains(text: str) -> bool:
    """Whether a text tells what a term takes in or is used for; why an amount moved does not."""
    return _MEANS.search(OF_TABLE.sub("", _MOVED_FOR.sub("", text))) is not None


def tells_a_need(passage: Passage, text: str) -> bool:
    """Whether a sentence tells why a thing is done: what a term means, or how many there are, does not."""
    told = _TARGETS_SET.sub("", bare(text + "".join(passage.section[-1:])))
    of_term = passage.kind is PassageKind.GLOSSARY
    return passage.kind is PassageKind.GOAL or (not of_term and _NEED.search(told) is not None)


def of_other_lines(question: str, told: str) -> bool:
    """Whether a text tells of the line of what is left of a class, where that is asked about, not of the class."""
    return all(f"其他{line}" in told for line in _OTHER_LINE.findall(bare(question)))


def only_mean(question: str, told: str) -> bool:
    """Whether each one's mark is asked for and no mark but their mean is printed."""
    if not _EACH_MARK.search(question) or "平均" in question:
        return False
    return len(_MARK.findall(told)) == len(_MEAN.findall(told)) > 0


def of_no_fault(question: str, told: str) -> bool:
    """Whether the faults that an evaluation found are asked for, and nothing told is one."""
    return _FAULTS_ASKED.search(bare(question)) is not None and not _FAULT.search("".join(told.split()))


def of_no_mark(question: str, told: str) -> bool:
    """Whether a mark is asked for and what is told prints none."""
    return _MARK_ASKED.search(bare(question)) is not None and _MARK_TOLD.search("".join(told.split())) is None


_FOUND_OUT = re.compile(r"(?:发现|查出|查处|查实|检出|曝光)(?:[了过出到]|的)")
_FINDS = re.compile(r"发现|查出|查处|查实|检出|曝光|存在")
_RANKED = re.compile(r"最(?![后近终新初]|低生活)[\u4e00-\u9fff]")
_RANKS = re.compile(r"最|主要|重点|首|突出|居|第一")


def of_no_finding(question: str, told: str) -> bool:
    """Whether it is asked what was found, and a text tells only what is going to be looked at."""
    return _FOUND_OUT.search(question) is not None and _FINDS.search(told) is None


def of_no_rank(question: str, told: str) -> bool:
    """Whether the foremost of several is asked for, and a text puts none before the others: 最常见的投诉."""
    return _RANKED.search(question) is not None and _RANKS.search(told) is None


_SIZE_ASKED = re.compile(r"^(?!.*[分率价]).*?多([高宽深重长厚远])(?!的|时间|久)")  # 均分有多高 asks for no size


# When a thing was got is told by no plan, and by no word that none is planned: 哪年买的 and 2026年未安排购置.
_GOT_WHEN = re.compile(
    r"(?:哪一?年|几几年|什么时候|啥时候|何时|哪天)[^，,。；;？?]{0,4}(?:买|购置?|添|建|盖|修|装|配|换|成立|设立|招)[^，,。；;？?]{0,2}(?:的|了)(?=[？?呢啊]|$)"
)
_PLANNED = re.compile(
    r"(?:未|没有?|不再?|拟|计划|打算|将)[^，,。；;]{0,6}(?:安排|购置|购买|采购|更新|新增|新建|建设)|预算[^，,。；;]{0,6}安排"
)


def of_no_time_got(question: str, told: str) -> bool:
    """Whether it is asked when a thing was got, and a text tells only what is planned."""
    return _GOT_WHEN.search(question) is not None and _PLANNED.search(told) is not None


def of_no_size(question: str, told: str) -> bool:
    """Whether a size is asked for and a text prints none of the kind: 有多高 of a building whose floors it counts."""
    asked = _SIZE_ASKED.findall(question)
    return any(re.search(rf"{kind}[^，。；]{{0,8}}\d|\d[^，。；]{{0,6}}{kind}", told) is None for kind in asked)
