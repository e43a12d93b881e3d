"""What web pages print around a document: the trail of rooms that leads to it."""

import re

_STEP = r"(?:>+|＞+|»|›|→|/|-)"
_TRAIL = re.compile(
    r"(?:您?(?:当前|现在|所在)(?:的)?(?:所在)?位置|位置|您的位置)\s*[：:].{0,80}"
    rf"|(?:[^\s>＞»›→/。；，]{{1,12}}\s*{_STEP}\s*)?(?:网站)?首页(?:\s*{_STEP}\s*[^>＞。；，]{{1,30}}){{1,9}}"
)


def is_trail(text: str) -> bool:
    """Whether a line says where a page stands in its site: 首页 > 政务公开 > 财政信息, 当前位置：首页/决算."""
    return _TRAIL.fullmatch(text.strip()) is not None
