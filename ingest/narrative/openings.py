"""How a final account tells the opening budget of what it explains, and how much of it was spent.

年初预算为5万元，支出决算为4万元，完成年初预算的80%; 比年初预算数5万元减少1万元; 完成预算80%;
年初未安排预算，支出决算为4万元.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.narrative import clause_patterns as spoken
from ingest.narrative.stated import Statement
from ingest.narrative.subjects import Subject
from ingest.records.document import Stage
from ingest.records.figure import Relation
from ingest.wording.glyphs import bare
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


_BUDGETED = re.compile(r"(?P<line>.*(?:经费|费用?))(?P<budget>(?:年初)?预算(?:数|安排)?)?$")


def spent_of(told: Subject | None, separator: str, subject: Subject) -> Subject:
    """What is said to be spent right behind the budget of a line is of that line: 三公经费预算9万元，支出7万元."""
    line = _BUDGETED.fullmatch(told.label) if told is not None and separator in ("，", ",") else None
    line = line if told is not None and line and (line["budget"] or told.stage is Stage.BUDGET) else None
    bare_spending = subject.label in ("支出", "实际支出", "支出决算") and subject.stage is not Stage.BUDGET
    return replace(subject, label=f"{line['line']}支出") if line is not None and bare_spending else subject


def held_against_its_budget(subject: Subject, whole: str | None) -> Subject:
    """What is said of how an amount stands to its budget is said of what was spent, where the budget came last."""
    of_budget = subject.stage is Stage.BUDGET and "预算" in (whole or "")
    return replace(subject, stage=None) if of_budget else subject


def not_opened(words: str) -> re.Match[str] | None:
    """Words that say that nothing was budgeted when the year began: 年初未安排预算."""
    return _NOT_OPENED.search(words)


_ONE_USE = re.compile(
    r"主要用于[：:]?\s*(?:开展|支付|实施|发放|缴纳|用于)?(?P<use>[\u4e00-\u9fff]{3,24}?)(?:工作|方面|项目|经费|支出|费用|的)*[。，,；;]"
)
_SEVERAL = re.compile(r"[和与及等]|以及|各类|各项")
# What staff and offices cost stands in lines of its own, whose names are said in many ways.
_STANDING = re.compile("人员|职工|干部|保险|医疗|养老|公积金|年金|工资|补贴|补助|抚恤|运行|运转|公用|办公|退休")


def by_their_use(text: str, line: Subject, found: Sequence[Statement], known: frozenset[str]) -> list[Statement]:
    """The amounts of a line as those of the one thing that it is said to be for: 减排专项支出（项），主要用于垃圾分类.

    Only where an account tells the line's budget and what was spent, and its tables print no such name.
    """
    use = _ONE_USE.search(text)
    own = [s for s in found if s.label == line.label and s.relation is Relation.AMOUNT]
    if (
        use is None
        or _SEVERAL.search(use["use"])
        or _STANDING.search(use["use"])
        or Stage.BUDGET not in {s.stage for s in own}
    ):
        return []
    name = bare(use["use"])
    if len(own) < 2 or any(name in printed or printed in name for printed in known):
        return []
    return [replace(s, label=use["use"], whole=line.label, code=None, reason=None) for s in own]
