"""Which way a sentence says that something moved: 较上年减少, 决算数大于预算数."""

import re

_FALLS = re.compile(r"减少|下降|降低|压减|减幅|小于|低于")
_RISES = re.compile(r"增加|增长|上升|提高|增幅|大于|高于")


def says_a_move(sentence: str) -> bool:
    """Whether a sentence says that something rose or fell."""
    return (_RISES.search(sentence) or _FALLS.search(sentence)) is not None


def agrees(sentence: str, direction: int) -> bool:
    """Whether a sentence says a fall, where the direction is below zero, else a rise."""
    return (_FALLS if direction < 0 else _RISES).search(sentence) is not None
