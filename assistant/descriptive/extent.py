"""How much of a passage to quote: the sentences that answer and what hangs on them, never half a sentence."""

import re

from assistant.descriptive.sought import Sought
from assistant.descriptive.stretches import Stretch, sentences
from assistant.understand.door import Door
from ingest.records.passage import PassageKind
from ingest.wording.glyphs import bare

_WHOLE = 420  # characters of a paragraph that is quoted whole, as long as a reader takes in at a glance
_GOAL = 900  # a goal is one statement, however long
_AT_A_GLANCE = 160  # characters of a statement that is quoted whole, whichever item of it is asked about
_OF_WHOLE = 0.7  # of a statement: an item that is nearly all of it is quoted with the rest
_MORE = 2  # words of an item to one that stands in another item alone
_LIST = 700  # characters of the items that a sentence heads
_FIRST_ITEM, _COUNTED_ITEM = re.compile(r"一是(?!否)"), re.compile(r"[二三四五六七八九十]{1,2}是")
# 1、…; 三是…; 法律顾问费：….
_ITEM = re.compile(r"[（(]?[一二三四五六七八九十\d]{1,2}(?:是(?!否)|[)）、.．](?!\d))|[\u4e00-\u9fff“”、]{2,14}[：:]")
_GOES_ON = re.compile(r"[（(]?[一二三四五六七八九十\d]{1,2}(?:是|[)）、.．])")  # 一是…；二是…
# The same line's other reason, against another year or its budget: 决算数较上年增加的主要原因：….
_OTHER_REASON = re.compile(
    r"(?:本年|支出|收入)?(?:决算|预算|执行)?数?(?:较|比|小于|大于|低于|高于|少于|多于|等于|与)[^，。；：\d]{1,14}(?:主要)?(?:原因|系|是由于)"
)
# 原因是：1、…；2、…: reasons that are counted go on, the next item of a list does not
_FIRST = re.compile(r"(?:原因|由于|因为)[^。；;]{0,8}?[（(]?1[)）、.．](?!\d)[^。]*[；;。]\s*$")
_NEXT = re.compile(r"\s*[（(]?[2-9][)）、.．](?!\d)")
_ENDED = "。；;！？）)”"


def extent(seek: Sought, stretch: Stretch, label: str = "") -> tuple[int, int]:
    """Where the quotation of a stretch begins and ends in its passage; ``label`` names the row a goal belongs to."""
    text = stretch.passage.text
    if stretch.passage.kind is PassageKind.GOAL and len(text) <= _GOAL:
        return _item(seek, stretch, label, 0, len(text))
    if seek.door is not Door.WHY:
        start, end = _paragraph(text, stretch.start, stretch.end)
        if end - start <= _WHOLE:
            return _item(seek, stretch, label, start, _announced(text, start, end))
        return stretch.start, _headed(text, stretch) or _end(text, stretch, seek)
    return stretch.start, _end(text, stretch, seek)


def _item(seek: Sought, stretch: Stretch, label: str, start: int, end: int) -> tuple[int, int]:
    """The item of a long statement told in items that holds the words sought, where hardly any stands in another."""
    text = stretch.passage.text
    if seek.door is Door.DEFINE or end - start <= _AT_A_GLANCE:
        return start, end
    begins = [at for at, stop, _ in sentences(text) if start <= at < end and _ITEM.match(text[at:stop].lstrip())]
    first = max((at for at in begins if at <= stretch.start), default=start)
    last = min((at for at in begins if at >= stretch.end), default=end)
    last = max(last, min(_headed(text, stretch) or 0, end))
    if text[first:last].rstrip().endswith(("：", ":")):
        return start, end  # 直接审计下列事项： leads on to the other items
    if not begins or last - first > _OF_WHOLE * (end - start):
        return start, end
    item, others = bare(text[first:last]), bare(text[start:first] + "|" + text[last:end])
    above = bare(label + "".join(stretch.passage.section))
    words = [w for w in seek.wanted if not w.slight and w.chunk >= 0 and not w.stands_in(above)]
    own = [w for w in words if w.stands_in(item)]
    beside = [w for w in words if w not in own and w.stands_in(others)]
    return (first, last) if len(own) > _MORE * len(beside) else (start, end)


def _headed(text: str, stretch: Stretch) -> int | None:
    """Where the items end that a sentence heads (3.在…上持续加力。一是…；二是…); None where it heads none."""
    following = [(at, stop) for at, stop, _ in sentences(text) if at >= stretch.end]
    own = text[stretch.start : stretch.end]
    if not following or _FIRST_ITEM.search(own) or not _FIRST_ITEM.match(text[slice(*following[0])].lstrip()):
        return None
    end = following[0][1]
    for at, stop in following[1:]:
        sentence = text[at:stop].lstrip()
        other = _ITEM.match(sentence) is not None and not _COUNTED_ITEM.match(sentence)
        if other or stop - stretch.start > _LIST:
            break
        end = stop
    return end


def _paragraph(text: str, start: int, end: int) -> tuple[int, int]:
    begin = text.rfind("\n", 0, start) + 1
    close = text.find("\n", end)
    return begin, len(text) if close < 0 else close


def _announced(text: str, start: int, end: int) -> int:
    """A paragraph that ends in a colon goes on with the list it announces."""
    while text[start:end].rstrip().endswith(("：", ":")) and end < len(text):
        following = end
        while following < len(text) and following - start <= 2 * _WHOLE:
            _, following = _paragraph(text, following + 1, following + 1)
        if following == end:
            break
        end = following
    return end


def _told_in_parts(seek: Sought, told: str) -> bool:
    """Whether a reason is that of one part of what is asked about: 预算减少，其中：甲增加，原因是…；乙减少…."""
    whole, inner, part = told.partition("其中")
    lines = [word for word in seek.wanted if word.line and not word.whole]
    return bool(whole and inner) and not any(word.form_in(bare(part)) for word in lines)


def _end(text: str, stretch: Stretch, seek: Sought) -> int:
    end = stretch.end
    parts = _told_in_parts(seek, text[stretch.start : end])
    for start, stop, sentence in sentences(text):
        if start < stretch.end:
            continue
        if parts and start - end <= 1 and stop - stretch.start <= _WHOLE and text[:end].rstrip()[-1:] in "；;":
            end = stop
            continue
        numbered = _FIRST.search(text[stretch.start : stretch.end]) and _NEXT.match(text[start:stop])
        if start - end <= 2 and (_GOES_ON.match(sentence) or _OTHER_REASON.match(sentence) or numbered):
            if stop - stretch.start > _WHOLE:
                break
            end = stop
        elif text[stretch.start : end].rstrip()[-1:] not in _ENDED:
            end = stop  # the sentence goes on behind a line's end
        else:
            break
    return end
