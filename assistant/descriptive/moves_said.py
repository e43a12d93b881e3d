"""Which way a sentence says that something moved, and against what: 较上年减少, 决算数大于预算数."""

import re
from collections.abc import Sequence

from assistant.descriptive.shape import one_way
from assistant.finding.evidence import Outcome
from assistant.plan import MOVES, Ask, Operation, replace
from ingest.wording.glyphs import bare

_FALLS = re.compile(r"减少|下降|降低|压减|减幅|小于|低于")
_RISES = re.compile(r"增加|增长|上升|提高|增幅|大于|高于")

_HELD_AGAINST = (
    (
        "year",
        re.compile(
            r"(?:比|较|与|和|同|跟)[^，,。；;]{0,4}?(?:上年|去年|上一年|20\d\d年)|上年(?:[决预]算)?数?相比|同比"
        ),
    ),
    ("budget", re.compile(r"(?:小于|大于|低于|高于|少于|多于|比|较|与|完成|超)[^，,。；;]{0,6}?预算|预决算差异")),
)

_STAYS = re.compile(r"持平|相同|一致|不变|(?:没有|无)(?:增减|变化|变动)")


def stays(sentence: str) -> bool:
    """Whether a sentence says that something neither rose nor fell."""
    return _STAYS.search(sentence) is not None and not says_a_move(sentence)


def says_a_move(sentence: str) -> bool:
    """Whether a sentence says that something rose or fell."""
    return (_RISES.search(sentence) or _FALLS.search(sentence)) is not None


def agrees(sentence: str, direction: int) -> bool:
    """Whether a sentence says a fall, where the direction is below zero, else a rise."""
    return (_FALLS if direction < 0 else _RISES).search(sentence) is not None


def as_it_moved(ask: Ask, before: Sequence[tuple[Ask, Outcome]]) -> Ask:
    """The ask for a reason with the way its thing turned out to move just before: 比上年多多少，为什么, of a fall."""
    if ask.operation is not Operation.REASON or one_way(bare(ask.words)):
        return ask
    told = [out for one, out in before if one.operation in MOVES and one.terms == ask.terms and one.scope == ask.scope]
    value = told[-1].found[0].value if told and told[-1].kind == "figures" and told[-1].found else None
    if not value:
        return ask
    said = "、".join(t.text for t in ask.terms)
    return replace(ask, words=f"{said}{_FELL if value < 0 else _ROSE}{ask.words}")


_FELL, _ROSE = "比上年减少", "比上年增加"  # in the words of documents: what is sought stands there


def held_against(text: str) -> str:
    """What a bare text holds an amount against: "year" for the one before, "budget" for its own budget, or nothing.

    Final accounts give a reason for each: 决算数小于预算数的主要原因…；决算数较上年增加的主要原因….
    """
    return next((name for name, pattern in _HELD_AGAINST if pattern.search(text)), "")
