"""How a final account tells the opening budget of what it explains, and how much of it was spent.

年初预算为5万元，支出决算为4万元，完成年初预算的80%; 比年初预算数5万元减少1万元; 完成预算80%;
年初未安排预算，支出决算为4万元.
"""

import re
from dataclasses import replace

from ingest.narrative import clause_patterns as spoken
from ingest.narrative.subjects import Subject
from ingest.records.document import Stage
from ingest.wording.periods import stage_in

_DONE_BARE = re.compile(r"完成(?P<whole>[^，,；;。]{0,12}?预算)(?:数)?(?:的)?(?:比例)?[为是]?$")
_DONE_RATE = re.compile(
    r"(?:(?P<whole>[^，,；;。：:]{0,12}?预算)(?:支出)?的?)?(?:完成|执行)(?:率|比例|进度)(?:为|是|达到|达|[：:])?$"
)
_NOT_OPENED = re.compile(
    r"(?:年初|当年)(?:部门)?(?:(?:无|未|没有|没)(?:安排|编制|下达|批复|做|列入|列|作)?(?:该项|此项|相关|项目|支出)?的?预算(?:安排)?|预算(?:数)?(?:未安排|无安排|没有安排|为零|为无))"
    r"|无年初预算"
)


def completed(before: str, compared: str) -> str | None:
    """The budget of which the rate after these words was spent; None where it is no such rate.

    ``compared`` is a budget whose amount was just said: 完成预算5万元的80%.
    """
    if (done := spoken.DONE.search(before) or _DONE_BARE.search(before)) is not None:
        return done["whole"]
    if before.strip() == "的" and compared:
        return compared
    rated = _DONE_RATE.search(before)
    return None if rated is None else (rated["whole"] or "预算").lstrip("，,、的")


def opening_of(subject: Subject | None, name: str) -> Subject | None:
    """The budget of what an account tells, by the words that name it; None where they name none of its own."""
    stage = stage_in(name) if name.endswith(("预算", "预算数")) else None
    if subject is None or stage is None or subject.stage is stage or "公共预算" in name:
        return None
    return replace(subject, stage=stage)


def held_against_its_budget(subject: Subject, whole: str | None) -> Subject:
    """What is said of how an amount stands to its budget is said of what was spent, where the budget came last."""
    of_budget = subject.stage is Stage.BUDGET and "预算" in (whole or "")
    return replace(subject, stage=None) if of_budget else subject


def not_opened(words: str) -> re.Match[str] | None:
    """Words that say that nothing was budgeted when the year began: 年初未安排预算."""
    return _NOT_OPENED.search(words)
