"""A section of the document said as the place where an answer stands, where what is asked for stands nowhere else.

国有资产占用情况说明里某局有几辆车 is 某局有几辆车; a section that is asked about itself stays as it is.
"""

import re

_HELD = r"(?:(?:的?(?:里[头面]?|当?中|部分|[这那]一?[栏项块])|[上下](?=[，,]))[，,：:]?\s*|[，,：:\s]\s*)"
# The heading of a section, and what is told in it alone.
_SECTIONS = (
    (
        r"国有资产(?:占有?用?(?:和|及|、)?(?:使用)?(?:的)?情况)?(?:的)?(?:文字)?(?:说明)?",
        re.compile(
            r"(?:几|多少)[台辆部套].{0,8}(?:车|设备)|(?:车(?!船|补|贴|购|间)|房屋|房产|房子|(?<!购置)设备).{0,16}(?:[几多]|数|面积|平|[辆台套]|\d)"
        ),
    ),
    (r"人员(?:编制)?情况(?:的)?(?:文字)?(?:说明)?", re.compile(r"编制|实有|在职|离退休|[多几]少?(?:个|名|位)?人")),
    (
        r"(?:机构|部门|单位|内设机构)(?:设置|构成)(?:及|和|、)?(?:单位|人员)?(?:构成)?(?:的)?(?:情况)?(?:的)?(?:文字)?(?:说明)?",
        re.compile(r"(?:内设|下设|直属|所属)(?:机构|部门|处室|单位)|处室"),
    ),
)
_PLACES = tuple(
    (
        re.compile(
            rf"(?:(?<=[，,])|^|(?<=请问)|(?<=[局委厅办院署年度算]))\s*的?(?:在|按照?|根据|依照?)?{heading}{_HELD}"
        ),
        content,
    )
    for heading, content in _SECTIONS
)


def without_heading(text: str) -> str:
    """A question without the section that it says its answer stands in."""
    for place, content in _PLACES:
        if (found := place.search(text)) is not None:
            rest = text[: found.start()] + (" " if found.start() else "") + text[found.end() :]
            if content.search(rest):
                return rest
    return text
