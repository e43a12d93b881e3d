"""Turns that add up the figures of several turns before them: 两个加起来, 这两条一共占多少."""

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.computing.arithmetic.aggregate import aggregated
from assistant.computing.arithmetic.exact import base_of
from assistant.computing.arithmetic.of_told import rate_of, told_before
from assistant.computing.figures.looking import Desk
from assistant.finding.evidence import Outcome
from assistant.plan import Ask, Operation, Plan
from assistant.understand.asks.turns_together import COUNTS, adds_itself, points_at_several, when_added
from ingest.messages import say
from ingest.records.units import UnitKind
from ingest.wording.glyphs import bare

_ADDED = re.compile(
    r"(?:那么?|请问|把|再)?(?:这|上面|前面|以上|上述|刚才|它们?|后面?|前)*的?(?P<many>[二两三四五六俩仨几些](?:者|个数?|项|笔|样|块|类|条|种|家|行|科目)?)?(?:全|都|的)*"
    r"(?:一共|合计|共计|总共|合起来|加起来|总计|总和|之和|加在一起|加一起|相加|合在一起|加总)"
    r"(?:起来)?(?:是|为|有|得|一共|总共|呢|多少|钱|元|万元)*"
)


def several_told(desk: Desk, plan: Plan, earlier: list[Outcome] | None) -> Outcome | None:
    """The figures of the last turns added up, as many as are said; all of them where no number is."""
    if not earlier:
        return None
    if any(ask.operands for ask in plan.asks) and adds_itself(plan.question, plan) is None:
        return None  # the lines told are looked up anew, as those of one question
    if _leaves_some_out(plan, earlier):
        return Outcome("refusal", message=say("answer.no_two_told", desk.language))
    asked, takes, _ = bare(plan.question).partition("占")
    said = _ADDED.fullmatch(asked)
    if said is None or len(earlier) > 1 or any(o.kind == "list" for turn in desk.told for o in turn):
        return None
    told = _told_anew(desk.told)
    if not told or told_before(told[-1]) is None:
        # a turn that told several by itself, or none, of which one line is no sum
        alone = said["many"] and not takes and len(earlier[0].found) < 2 and _asks_one_line(plan)
        return Outcome("refusal", message=say("answer.no_two_told", desk.language)) if alone else None
    count = COUNTS.get((said["many"] or "")[:1], len(told))
    turns = told[-count:]
    found = [f for f in map(told_before, turns) if f is not None and f.figure is not None]
    first_of_more = "前" in said[0] and len(told) > count
    within = any(turn[0].whole is not None for turn in turns[1:] if turn and len(turns) == len(told))
    if len({id(f.figure) for f in found}) < max(2, count) or first_of_more or within:
        return Outcome("refusal", message=say("answer.no_two_told", desk.language))
    these = say("answer.these", desk.language, count=len(found))
    out = aggregated(desk, Ask(Operation.SUM, words=plan.question), found, these)
    whole = next((turn[0].whole for turn in turns if turn[0].whole is not None), None)
    if not takes:
        out.found.extend(found)
        return out
    named = [t for a in plan.asks for t in (*a.terms, *a.base) if t.text in bare(plan.question)]
    if whole is None or named or out.kind != "figures" or not 0 < base_of(out.found[0]) <= base_of(whole):
        return Outcome("refusal", message=say("answer.no_part_told", desk.language))
    return replace(out, found=[rate_of(desk, out.found[0], whole), out.found[0], whole])


def _told_anew(turns: Sequence[list[Outcome]]) -> list[list[Outcome]]:
    """The turns that told a figure of their own: no words, and nothing of figures told before (哪个多, 换成元)."""
    seen: set[int] = set()
    kept = []
    for turn in turns:
        printed = {id(f.figure) for o in turn for f in o.found if f.figure is not None}
        worded = all(o.kind == "quotes" for o in turn)
        if not worded and not (printed and printed <= seen):
            kept.append(turn)
        seen |= printed
    return kept


def _asks_one_line(plan: Plan) -> bool:
    """Whether all that a plan asks for is one line of one body."""
    ask = plan.asks[0] if len(plan.asks) == 1 else None
    if ask is None or ask.operation not in (Operation.LOOKUP, Operation.SUM):
        return False
    return len(ask.scope.departments) < 2 and not (ask.operands or ask.entity or ask.inner or ask.picks or ask.filters)


def _leaves_some_out(plan: Plan, earlier: list[Outcome]) -> bool:
    """Whether a turn is of several lines told, and its plan only of the last: 这两项比去年少了多少."""
    if any(len(ask.scope.departments) > 1 or ask.inner or ask.picks or ask.entity for ask in plan.asks):
        return False
    if any(o.kind == "list" or len(o.found) > 2 for o in earlier):
        return False
    named = any(t.text in bare(ask.words) for ask in plan.asks for t in ask.terms)
    if adds_itself(plan.question, plan) is not None:
        return True
    return when_added(plan.question) or (points_at_several(plan.question) and not named)


def count_within(desk: Desk, plan: Plan, earlier: list[Outcome] | None) -> Outcome | None:
    """The share of a count in the count told before it, beside which it is printed: 有多少辆车；其中甲用车；占比."""
    turns = [turn[0] for turn in desk.told[-2:] if len(turn) == 1 and turn[0].kind == "figures"]
    counts = [turn.found[0] for turn in turns if len(turn.found) == 1]
    if not earlier or len(counts) < 2 or _ALONE.fullmatch(bare(plan.question)) is None:
        return None
    (whole, part), (one, other) = counts, [f.figure for f in counts]
    if one is None or other is None or one.unit.kind is not UnitKind.COUNT or one.unit.name != other.unit.name:
        return None
    beside = (one.document_id, one.year, one.passage_id, one.table_id) == (
        other.document_id, other.year, other.passage_id, other.table_id,
    )  # fmt: skip
    if (
        not (beside and (one.passage_id or one.table_id))
        or not whole.value
        or part.value is None
        or not part.value <= whole.value
    ):
        return None
    return Outcome("figures", found=[rate_of(desk, part, whole), part, whole], place=earlier[0].place)


# No whole is named: 占比, 占总数的比例, 占全部的几成.
_ALONE = re.compile(
    r"(?:那么?|它)?的?占(?:了|到)?(?:比|(?:全部|总数|总额|总量|总的|合计|其中|所有|全体)?(?:车辆|车|人员?|人数)?的?(?:多少|几成|百分之(?:几|多少)|(?:多大|多少)?(?:比例|比重|百分比)))"
    r"(?:又?是)?(?:多少|多大)?[呢啊]?"
)
