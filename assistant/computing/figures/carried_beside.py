"""A line printed twice, new money and what is carried over: 专项经费 and beside it 专项经费（结转）."""

import re

from assistant.finding.choose import Choice, chosen
from assistant.finding.wanted import Candidate
from assistant.plan import Ask
from ingest.wording.glyphs import bare

_CARRIED = re.compile(r"[（(](?:上年|以前年度|历年)?(?:结转|结余|结转结余)(?:资金|项目)?[)）]$")
_UNDER = re.compile(r"结转|结余")
_SAID = re.compile(r"结转|结余|上年|往年|新增|新安排|当年安排|不含")
_BOTH_SAID = re.compile(r"(?:[含连和与跟及加]|包括)(?:上年|以前年度)?的?(?:结转|结余)")


def with_carried(ask: Ask, choice: Choice) -> Choice:
    """A choice between a line and what is carried over of it, where both are printed and one alone is not said."""
    best = choice.best
    if best is None:
        return choice
    if _BOTH_SAID.search(ask.words):
        beside = _beside(best, _CARRIED.sub("", _label(best))) if _CARRIED.search(_label(best)) else _carried(best)
    else:
        beside = None if _SAID.search(ask.words) else _carried(best)
    return Choice(None, [], [best, beside]) if beside is not None else choice


def carried_unsaid(candidate: Candidate, words: str) -> bool:
    """Whether a line stands under what is carried over (上年结转结余—一般公共预算拨款), which nobody asked for."""
    within = candidate.row.parents if candidate.row is not None else ()
    return any(_UNDER.search(each) for each in within) and _SAID.search(words) is None


def unless_carried(found: list[Candidate], choice: Choice, words: str) -> Choice:
    """The choice among the lines of the year itself, where what is carried over only bears the name more exactly."""
    if choice.best is None or not carried_unsaid(choice.best, words):
        return choice
    own = [c for c in found if c.figure.amount is not None and not carried_unsaid(c, words)]
    return chosen(own) if own else choice


def _label(candidate: Candidate) -> str:
    return candidate.row.row.label.strip() if candidate.row is not None else ""


def _carried(best: Candidate) -> Candidate | None:
    """The same figure of the row that bears the line's name and says that it is carried over."""
    rows = best.table.rows if best.table is not None else []
    labels = (row.row.label.strip() for row in rows)
    own = bare(_label(best))
    named = (x for x in labels if _CARRIED.search(x) and bare(_CARRIED.sub("", x)) == own)
    return next((found for x in named if (found := _beside(best, x)) is not None), None)


def _beside(best: Candidate, label: str) -> Candidate | None:
    """The figure of the same column in the row of another label."""
    if best.table is None or best.column is None:
        return None
    for row in best.table.rows:
        for at, figure in row.cells if bare(row.row.label) == bare(label) else ():
            if best.table.columns[at] is best.column and figure.amount is not None:
                return Candidate(figure, best.holding, best.table, row, best.column, best.cost)
    return None
