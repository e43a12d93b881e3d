"""Headings and the section each paragraph stands in: 第一部分 > 一、 > （一） > 1."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.narrative.paragraphs import LONGEST_HEADING, Paragraph
from ingest.wording.names import enumerator_depth, strip_enumerator

_BARE_PART = re.compile(r"^第[一二三四五六七八九十\d]+(?:部分|章|篇)[：:]?$")
_NO_HEADING = re.compile(r"[。；;！？，：:]$|\d\s*(?:万|亿)?元|[。；].")
# （二）绩效自评发现的问题。 A short numbered line that ends in what sections are about is a heading, its stop besides;
# a duty that ends so (（三）提出改革方案。) begins with what is done.
_STOPPED = re.compile(
    r"(?!负责|承担|拟[订定]|组织|指导|贯彻|制[订定]|研究|提出|完成|协调|监督|统筹|推[进动行]|参与|落实|承办|起草|编[制报]|开展|"
    r"加[强快大]|建[立设]|健全|完善|执行|审[核查批]|管理|协助|配合|深化|优化|规范|强化|实施|做好|抓好|依法|受理|会同)"
    r"[^，,。；;：:、\d]{2,18}(?:情况|说明|问题|措施|职责|职能|设置|构成|概况|经验|做法|结论|原因|背景|依据|主体|方案|周期|目标)。"
)
_NAMED = re.compile(r"^(?:专业)?名词解释$|^附件[：:]?$")


@dataclass(frozen=True, slots=True)
class Placed:
    """A paragraph with the headings above it; ``depth`` is set where it is a heading itself."""

    paragraph: Paragraph
    section: tuple[str, ...]
    depth: int | None = None


def placed(paragraphs: Sequence[Paragraph]) -> tuple[Placed, ...]:
    """Every paragraph under its headings; headings carry their own title as the last level."""
    depths = _demoted(paragraphs, [_heading_depth(p) for p in paragraphs])
    stack: list[tuple[int, str]] = []
    found = []
    for i, (paragraph, depth) in enumerate(zip(paragraphs, depths, strict=True)):
        if depth is not None:
            title = paragraph.text.strip().rstrip("。")
            if stack and depth == 0 and stack[-1][0] == 0 and _continues(stack[-1][1], title, i, depths):
                # 第一部分 on a line of its own, its title on the next; or a title broken over two lines.
                title = stack[-1][1] + (" " if _BARE_PART.match(stack[-1][1]) else "") + title
            while stack and stack[-1][0] >= depth:
                stack.pop()
            stack.append((depth, title))
        section = () if paragraph.is_contents else tuple(title for _, title in stack)
        found.append(Placed(paragraph, section, depth))
    return tuple(found)


def _continues(above: str, title: str, i: int, depths: Sequence[int | None]) -> bool:
    if _BARE_PART.match(above):
        return True
    return depths[i - 1] == 0 and above.startswith("第") and strip_enumerator(title)[0] is None and len(title) <= 12


def _heading_depth(paragraph: Paragraph) -> int | None:
    text = paragraph.text.strip()
    if paragraph.is_contents or paragraph.is_note or len(text) > LONGEST_HEADING:
        return None
    if paragraph.is_title and len(text) >= 2 and re.search(r"[\u4e00-\u9fff]", text):
        depth = enumerator_depth(strip_enumerator(text)[0])
        return 0 if depth is None or _BARE_PART.match(text) else depth
    if _NAMED.match(text) or _BARE_PART.match(text):
        return 0
    enumerator, rest = strip_enumerator(text)
    if _NO_HEADING.search(text) and not (enumerator and _STOPPED.fullmatch(rest)):
        return None
    return enumerator_depth(enumerator) if enumerator and len(rest) >= 2 else None


def _demoted(paragraphs: Sequence[Paragraph], depths: list[int | None]) -> list[int | None]:
    """Items of a list are no headings: short numbered lines that follow one another with nothing between."""
    kept = list(depths)
    for i, depth in enumerate(depths):
        if depth is None or paragraphs[i].is_title:
            continue
        following = depths[i + 1] if i + 1 < len(depths) else -1
        before = depths[i - 1] if i else None
        listed = following == depth or following == -1 or (before == depth and depth >= 3)
        shallower = following is not None and following != -1 and following < depth and depth >= 2
        if listed or shallower:
            kept[i] = None
    return kept
