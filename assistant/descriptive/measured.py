"""Sizes that only a sentence tells, which is quoted: 楼有多大面积，地上主楼几层."""

import re
from dataclasses import replace

from assistant.computing.looking import Desk
from assistant.descriptive.described import described
from assistant.descriptive.sought import sought
from assistant.finding.evidence import Outcome
from assistant.plan import Plan
from assistant.understand.door import Door
from assistant.understand.text import clauses_of, words_of
from ingest.wording.glyphs import bare

_ASKED = re.compile(r"多少|几|多[大高长宽深]|何时|什么|啥|谁|哪|怎|为何")
# What is asked for, the word for it that is printed (none where the unit says enough), and its unit.
_SIZES = (
    (re.compile(r"有?(?:几|多少)层(?:楼|高)?"), "", "层"),
    (re.compile(r"(?:占地|用地)(?:面积)?(?:是|有|为)?(?:多大|多少(?:平方米|平米|平方|亩)?)"), "用地面积", "平方米|亩"),
    (re.compile(r"(?:有|是)?多大的?面积|面积(?:是|有|为)?(?:多大|多少)(?:平方米|平米|平方)?"), "面积", "平方米"),
    (re.compile(r"有?(?:几|多少)(?:平方米|平米|平方)"), "面积", "平方米"),
    (re.compile(r"有?多高"), "高度", "米"),
    (re.compile(r"有?多长(?!时间)|(?:几|多少)公里"), "长", "公里|千米|米"),
)
_HELD = 0.6  # share of the words of a clause that the quotation holds


def measured_in_text(desk: Desk, plan: Plan) -> Outcome | None:
    """The sentences that print every size asked for; None where one is missing or anything else is asked."""
    clauses = clauses_of(words_of(plan.question).text)
    if not any(a.scope.departments for a in plan.asks):
        return None
    said: list[str] = []
    units: list[str] = []
    for clause in clauses:
        size = next(((found, word, unit) for ask, word, unit in _SIZES if (found := ask.search(clause))), None)
        if size is not None:
            found, word, unit = size
            units.append(unit)
            clause = clause[: found.start()] + word + clause[found.end() :]
        if _ASKED.search(clause):
            return None
        said.append(clause)
    if not units:
        return None
    asked = replace(plan, question="，".join(said))
    told = described(desk, asked, Door.TEXT)
    printed = bare("".join(quote.heading + quote.text for quote in told.quotes))
    if told.kind != "quotes" or not all(re.search(rf"\d(?:{unit})", printed) for unit in units):
        return None
    for clause in said:
        wanted = [w for w in sought(replace(plan, question=clause), Door.TEXT, ()).wanted if not w.slight]
        if sum(w.stands_in(printed) > 0 for w in wanted) < _HELD * len(wanted):
            return None
    return told
