"""Numbering of sections in Chinese numerals."""

CHINESE = "一二三四五六七八九十"


def ordinal(place: int) -> str:
    """1 as 一, 12 as 十二, 21 as 二十一."""
    tens, ones = divmod(place, 10)
    if tens == 0:
        return CHINESE[ones - 1]
    return ("" if tens == 1 else CHINESE[tens - 1]) + "十" + (CHINESE[ones - 1] if ones else "")
