"""The words by which a sentence says that it gives a reason, and how it says why there is none of a thing."""

import re

REASON = re.compile(
    r"(?:增加|减少|增长|下降|上升|降低|提高)了?约?\d[\d.,]*(?:[万亿]?元|%|个百分点)[，,]?主要为|"
    r"(?:增加|减少|增长|下降)了?\d[\d.,]*(?:[万亿]?元|%)[，,]?(?:各[^，,。]{0,6}?|本单位|我[局院委办])?(?:认真|严格|全面|坚决|继续)*(?:贯彻|落实|严把)|"
    r"鉴于|(?:结转|结余)(?:和结余)?事项|(?:主要)?原因|主要是(?!用于|指|由)|由于|因为|因(?!公|素|地制宜|工)|(?:主要|均|全)系|系(?=[^，,。；;]{2,30}所致)|(?<=[，,])系(?![统列数属指])|为落实|受.{1,12}影响"
)
#: Why there is none of a thing, without a word of reason: 按规定统筹安排, 非独立核算.
ARRANGED = re.compile(
    r"故本表|(?:没有|无|未)(?:使用|安排)?[^，,。；;]{0,24}(?:安排|拨款|收支|支出|发生)|统筹安排|未(?:列|纳)[入进]|统一(?:安排|管理|编制)|不(?:再)?(?:编制|安排|申报)|不单[列独]|不(?:予|宜|便)公开|[并纳]入|非独立|合并编制|(?:根据|按照|依据).{2,40}(?:规定|要求|模式|办法|政策|方案)"
)
# 属于事业单位，所以机关运行经费为0: the reason stands first, what it explains behind it
HENCE = re.compile(r"(?:所以|因此|因而)(?=[^。；;]{2,30}(?:为0|为零|[没无]|不))")
# 主要原因是…: a paragraph that begins so explains the line that the paragraph before it tells of.
BARE_REASON = re.compile(r"(?:增减|变化|变动|增加|减少|增长|下降)?的?(?:主要)?(?:原因|是?由于|是?因为)")
# 与上年3540.65万元对比增加…: a line that begins with what it is held against goes on with what the one before told.
_HELD_AGAINST = re.compile(
    r"[与比较同](?:上|去|20\d\d)年(?:度|预算|决算|执行|数)*\d*(?:万|亿)?元?(?:相比|对比)?[增减持下上]"
)


def goes_on(sentence: str) -> bool:
    """Whether a bare sentence at the head of a line tells on of what the line before named."""
    return (BARE_REASON.match(sentence) or _HELD_AGAINST.match(sentence)) is not None
