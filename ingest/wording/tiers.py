"""The two tiers of a government's budget: 全市 (with the counties below) and 市本级 (its own level only).

A government's tables print the same lines once a tier (源: 预算法第五条, 地方各级总预算由本级预算和下一级总预算组成).
"""

import re
from enum import StrEnum

_GOVERNMENT = re.compile(r"(?P<level>自治区|自治州|[省市县区州旗盟])(?:人民政府)$")


class Tier(StrEnum):
    """Which of the two tiers a figure is of."""

    WHOLE = "whole"  # 全市: the city with its counties
    OWN = "own"  # 市本级


def level_of(government: str) -> str | None:
    """The level in the name of a government: 市 of 甲市人民政府; None for any other body."""
    found = _GOVERNMENT.search(government)
    return found["level"][-1] if found is not None else None


def tier_named(text: str, level: str) -> Tier | None:
    """The tier a text in comparison form names and nothing else: 全市, 市本级."""
    if text in (f"全{level}", f"全{level}合计", f"{level}合计"):
        return Tier.WHOLE
    return Tier.OWN if text in (f"{level}本级", "本级", f"{level}级", f"{level}本级合计") else None


def tier_in(text: str, level: str) -> Tier | None:
    """The tier said last in a text; None where none is said. 市对县 is paid by the own level."""
    found = list(re.finditer(f"(?P<whole>全{level})|{level}?本级|{level}级(?!以)|^(?:20[0-9]{{2}}年?)?{level}对", text))
    if not found:
        return None
    return Tier.WHOLE if found[-1]["whole"] else Tier.OWN


def tiers_said(text: str, level: str) -> tuple[tuple[int, int, Tier], ...]:
    """Where a question says a tier: (start, end, tier) of 全市, 全市口径, 市本级, 市级, 本级."""
    pattern = f"(?P<whole>全{level})(?:口径|范围)?|(?:{level}?本级|{level}级(?!以))(?:口径|财政)?"
    return tuple((m.start(), m.end(), Tier.WHOLE if m["whole"] else Tier.OWN) for m in re.finditer(pattern, text))
