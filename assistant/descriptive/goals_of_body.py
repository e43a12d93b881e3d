"""The goals of a body, where none of its projects is named: those of the whole, else the projects that have goals."""

import re
from dataclasses import replace

from assistant.computing.figures.looking import Desk, holdings_of
from assistant.computing.sets.operations import over_set
from assistant.descriptive.places import Spot
from assistant.descriptive.quoting import whole_quote
from assistant.finding.evidence import Outcome, Quote
from assistant.finding.labels import PROJECT_FORMS
from assistant.plan import Ask, Operation, Plan
from assistant.understand.words.text import without
from ingest.messages import say
from ingest.records.passage import PassageKind
from ingest.wording.glyphs import bare

_ASKED = re.compile(
    r"(?:(?:19|20)?\d\d年度?|今年|本年度?|的|预算|部门|单位|项目支出)*(?P<whole>整体|总体)?(?:支出|预算|年度|的)*"
    r"(?:绩效目标|绩效指标|总体目标|年度目标|整体目标)(?:都|主要|具体)*(?:有|是|设了?|定了?)?(?:哪些|什么|啥|怎么[写定设]的?|如何)?"
    r"(?:内容|情况)?"
)
_HEADING = re.compile(r"绩效目标(?:设置|编制|编报|管理)?情况(?:的?说明)?$")
_AT_ONCE = 6  # goals that are told in one answer
_WHOLE = "overall_performance"


def goals_of_body(desk: Desk, plan: Plan) -> list[Outcome] | None:
    """What a body as a whole aims at in its own words, or the projects it sets goals for; None where more is asked."""
    said = _ASKED.fullmatch(bare(without(plan.question.rstrip("？?。 "), plan.bodies)))
    if said is None or not plan.asks or not plan.bodies:
        return None
    ask = plan.asks[0]
    if quotes := _of_forms(desk, ask, _WHOLE):
        return _each_of_its_own(desk, quotes)
    if said["whole"] or "总体" in said[0]:
        return [Outcome("refusal", message=say("describe.no_overall_goal", desk.language, body="、".join(plan.bodies)))]
    quotes = _of_forms(desk, ask, *PROJECT_FORMS)
    if 0 < len(quotes) <= _AT_ONCE:
        return _each_of_its_own(desk, quotes)
    told = over_set(desk, Ask(Operation.LIST, scope=ask.scope, entity="project", words=ask.words))
    if quotes and told.kind == "list":
        return [told]
    told_of = _in_the_narrative(desk, ask)
    return [Outcome("quotes", quotes=told_of)] if told_of else None


def _each_of_its_own(desk: Desk, quotes: list[Quote]) -> list[Outcome]:
    """Goals, each under the name of what it is of."""
    leads = (say("answer.goal_lead", desk.language, label=quote.heading) for quote in quotes)
    return [Outcome("quotes", quotes=[quote], lead=lead) for quote, lead in zip(quotes, leads, strict=True)]


def _of_forms(desk: Desk, ask: Ask, *kinds: str) -> list[Quote]:
    """The goals printed in forms of some kinds, each with what it is of."""
    quotes = []
    for holding, _ in holdings_of(desk, ask):
        rows = {r.row.id: r.row.label for t in holding.tables if t.table.kind in kinds for r in t.rows}
        goals = [p for p in holding.passages if p.kind is PassageKind.GOAL and p.row_id in rows]
        told = ((rows[p.row_id or ""], p) for p in goals)
        quotes += [replace(whole_quote(Spot(holding, p, label)), heading=label) for label, p in told]
    return quotes


def _in_the_narrative(desk: Desk, ask: Ask) -> list[Quote]:
    """What is said under a heading of performance targets: 绩效目标设置情况."""
    return [
        whole_quote(Spot(holding, p, ""))
        for holding, _ in holdings_of(desk, ask)
        for p in holding.passages
        if p.section and p.kind not in (PassageKind.GOAL, PassageKind.CONTENTS) and _HEADING.search(bare(p.section[-1]))
    ][:_AT_ONCE]
