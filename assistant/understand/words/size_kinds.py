"""Which size of a building or a place is meant: 用地面积 is no 建筑面积, 地上建筑面积 only a part of it."""

import re

_KINDS = re.compile(
    r"地上|地下|不计容|计容|用地|占地|使用|套内|主楼|裙[楼房]|附楼|[一二三四五六七八九十]期|绿化|室内|室外|停车|自用|出租|出借|"
    r"租[赁用]|闲置|[危违]房"
)
_SAME = {"占地": "用地", "裙房": "裙楼", "租用": "租赁"}


def size_kinds(words: str) -> frozenset[str]:
    """The kinds of size that words name; none where the whole building or place is meant."""
    return frozenset(_SAME.get(kind, kind) for kind in _KINDS.findall(words))
