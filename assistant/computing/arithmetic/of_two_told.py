"""An amount by the count that was told beside it: 培训费多少？计划培训多少人？ — 平均下来每个人多少元."""

import re
from collections.abc import Sequence

from assistant.computing.arithmetic.by_count import by_count
from assistant.computing.arithmetic.each_one import each_of_told
from assistant.computing.figures.looking import Desk
from assistant.finding.evidence import Found, Outcome
from assistant.plan import Plan
from ingest.messages import say
from ingest.records.units import UnitKind
from ingest.wording.glyphs import bare

_UNITS = "人次|批次|场次|[人名位户家辆台部套件场次期批所座亩个]"
_MEAN = r"(?:那么?|请问|这样|算)*(?:平均|均摊|平摊|摊)*(?:下来|算下来|起来|算)?(?:到|给)?"
_EACH = re.compile(
    rf"{_MEAN}(?:(?:每|一)一?个?(?P<unit>{_UNITS})(?:车|客人|学员|群众|人)?|(?P<per>[人户车])均)"
    r"(?:大概|大约|约|是|为|要|花|得|合|的?费用|的?花费|标准|费)*(?:了|到)?(?:多少|几)(?:元|万元|块|块?钱)?(?:呢)?"
)
# 这笔钱按人头平均每个网格员摊多少: by the thing that the count is of.
_EACH_THING = re.compile(
    rf"(?:那么?)?(?:这笔钱?|这些钱|这块钱|经费|资金)?(?:按人头|按人数|按户数?)?(?:来|地)?{_MEAN}(?:每|一)一?(?P<unit>{_UNITS})?(?P<thing>[一-龥]{{2,8}}?)"
    r"(?:平均|均摊|能|可以|可|要|摊|分|合|花|用|是|得|到|大概|大约|约|的?经费|的?费用)*(?:多少|几)(?:元|万元|块|块?钱)?(?:呢)?"
)
_SAME = {"名": "人", "位": "人", "台": "辆", "部": "辆", "车": "辆"}


def of_two_told(desk: Desk, plan: Plan, earlier: Sequence[Outcome] | None) -> Outcome | None:
    """The amount that the turn before told by the count told with it; None where it told not just one of each."""
    words = bare(plan.question)
    said = _EACH.fullmatch(words) or _EACH_THING.fullmatch(words)
    told = [f for outcome in earlier or () for f in outcome.found]
    if said is None or len(told) != 2 or any(o.kind != "figures" for o in earlier or ()):
        return None
    amounts = [f for f in told if _kind(f) is UnitKind.MONEY]
    counts = [f for f in told if _kind(f) is UnitKind.COUNT]
    if not (len(amounts) == len(counts) == 1) or not _of_one(amounts[0], counts[0]):
        return None
    (line,), (count,) = amounts, counts
    parts = said.groupdict()
    if (thing := parts.get("thing")) and not re.search(rf"{thing}(?:的?(?:人|户|个|总)?数量?|”|$)", bare(count.label)):
        return None  # 每个网格 is counted by no 网格员人数
    unit = count.unit if thing else parts["unit"] or parts["per"]
    if _SAME.get(unit, unit) not in (count.unit, _SAME.get(count.unit, count.unit), count.unit.removesuffix("次")):
        asked = Outcome("refusal", message=say("describe.half", desk.language, asked=plan.question))
        return each_of_told(desk, plan, earlier or ()) or asked
    if not count.value:
        return Outcome("refusal", message=say("answer.divided_by_zero", desk.language))
    place = next((o.place for o in earlier or () if o.place), "")
    return by_count(desk, line, count, count.value, (count.unit, count.unit), place)


def _kind(found: Found) -> UnitKind | None:
    if found.figure is not None:
        return found.figure.unit.kind
    # A target that is set at just one number counts as well: 专职网格员人数 =38人; ≥38人 tells no number.
    exact = len(found.sources) == 1 and re.fullmatch(rf"[=＝]?\d+{found.unit}", found.sources[0].text.strip())
    return UnitKind.COUNT if not found.computed and exact and re.fullmatch(_UNITS, found.unit) else None


def _of_one(line: Found, count: Found) -> bool:
    """Whether two figures are of one document and one year; a target has to be of the very line."""
    one, other = line.figure, count.figure
    if one is not None and other is None and line.sources and count.sources:
        of, at = line.sources[0], count.sources[0]
        return of.document_id == at.document_id and bare(at.row or "") in bare(of.row or "") and bool(at.row)
    return one is not None and other is not None and (one.document_id, one.year) == (other.document_id, other.year)
