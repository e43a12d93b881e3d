"""Sentences that name offices and tell nothing of their work: 内设机构13个，包括：…; 办公室、预算科、国库科。"""

import re

_SET_UP = re.compile(r"(?:内设|(?<!建)设有?)[^。]{0,8}(?:处室|机构|科室|股室)")
_NAMES = re.compile(r"(?:[^、，。：]{2,16}(?:处|科|室|股|中心|委员会|办公室)(?:[（(][^）)]*[）)])?[、，]?){2,}。?")


def sets_up_offices(sentence: str) -> bool:
    """Whether a bare sentence tells which offices there are."""
    return _SET_UP.search(sentence) is not None


def only_names_offices(printed: str) -> bool:
    """Whether a sentence as printed is nothing but the names of offices."""
    return _NAMES.fullmatch(printed.strip()) is not None
