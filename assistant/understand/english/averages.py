"""Means and medians: what is the average cost of the projects over 10 million yuan."""

import re

from assistant.understand.english.parts import Parts
from assistant.understand.english.phrase import once
from assistant.understand.english.things import things

COURSES = re.compile("培训(?:场次|次数)")  # each with its cost, not how many there are


def average(parts: Parts) -> str | None:
    """The mean or median of things: of those that meet the bounds said, where there are any."""
    if not parts.has("average"):
        return None
    thing = COURSES.sub("培训", things(parts, "number")).removesuffix("金额")
    if thing.endswith("得分"):
        return f"{parts.front}{once(thing.removesuffix('得分'))}{parts.text('average')}得分是多少"
    thing = f"{condition_of(parts)}{thing or '项目'}"
    return f"{parts.front}{thing}{parts.text('average')}金额是多少".replace("中位数金额", "金额的中位数")


def condition_of(parts: Parts) -> str:
    """The bounds that are said, before what they choose."""
    return f"{'且'.join(parts.conditions)}的" if parts.conditions else ""
