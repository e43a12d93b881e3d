"""A line of spending by the number of what it is spent on: 每辆车一年的运行费, 公务接待人均多少.

Both are printed of one body in one document for one year; the quotient is worked out and both are shown with it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.computing.arithmetic.by_count import by_count
from assistant.computing.arithmetic.each_of_row import each_of_row
from assistant.computing.arithmetic.exact import base_of
from assistant.computing.figures.looking import Desk
from assistant.computing.figures.lookup import looked_up
from assistant.finding.evidence import Found, Outcome
from assistant.finding.heard import without_times
from assistant.lexicon import concepts, concepts_in
from assistant.plan import Ask, Operation, Plan, Scope
from assistant.understand.everyday.uncovered_words import is_inert, naming_words
from assistant.understand.words.concept_terms import concept_term
from assistant.understand.words.text import without
from ingest.messages import say
from ingest.records.units import UnitKind
from ingest.wording.glyphs import bare
from ingest.wording.names import read_body


@dataclass(frozen=True, slots=True)
class _Kind:
    """What is spent on how many: how 每 of it is said, its line of spending, the count, and the words of both."""

    each: re.Pattern[str]
    said: re.Pattern[str]
    line: str
    count: str
    unit: str
    counted: str  # words that ask for the count, by which bought cars are told from those kept


_CARS = r"(?:公务?用?|这些?|现有)*(?:车辆?|汽车)"
_MEAN = r"(?:平均|平摊|均摊|分摊|摊|均)?(?:下来|起来)?(?:到|给)?"
_EACH_CAR = re.compile(
    rf"按现有?(?:的)?车辆数?(?:来)?(?:摊|算|平均)|{_MEAN}每一?[辆台部](?:{_CARS})?|{_MEAN}每个?车|平均(?:到)?(?:一|单)[辆台部](?:{_CARS})?|"
    rf"(?:一|单)[辆台部](?:{_CARS})?(?:平均|均摊|摊)|[辆台车]均"
)
_COUNT_OF_CARS = rf"(?:(?:名下|手里|一?共|现在|目前)*有?(?:几|多少)[辆台部]{_CARS}|{_CARS})"
_BOUGHT = re.compile(
    rf"(?:新?(?:购置?|买|添置?|更新|换)(?:的|了)?)(?:新|公务?用?)*(?:车辆?)?(?:的?(?:费用?|经费|预算|支出|价格?|钱))?|{_CARS}的?(?:购置|购买|采购)(?:费用?|经费|预算|支出|价格?)?|{_COUNT_OF_CARS}"
)
_RUN = re.compile(
    rf"(?:{_CARS}|养车|用车)?的?(?:日常|一年|全年)?的?(?:运行|运维|维护|养护|保养|运转)+(?:费用?|经费|预算|支出|开支|成本|的?钱)?|养车(?:的?(?:费用?|钱|开支))?|{_COUNT_OF_CARS}"
)
_RECEIVES = r"(?:公务|国内)*(?:接待|招待)"
_RECEIVED = re.compile(
    rf"{_RECEIVES}(?:费用?|经费|支出|开支|的?钱)?|(?:来宾|客人|来客|访客|(?:外来|来访|外地|外单位|到访)的?(?:人员|客人|人))|(?:了|过)?(?:几|多少)(?:批次?|拨次?|个?人次?)"
)
_EACH_GUEST = re.compile(
    rf"(?:(?:每|一)个?(?:人次?|位|名)?(?:客人|来宾|来客)?(?:平均|均摊|摊)|人均|{_MEAN}(?:每|一)一?(?:个人次?|人次?|位|名)(?:客人|来宾|来客)?|{_MEAN}(?:每|一)个?(?:客人|来宾|来客))"
)
_EACH_BATCH = re.compile(
    rf"{_MEAN}(?:每|一)一?[批拨]次?(?:客人|来宾|来客)?(?:平均|均摊|摊)?|批均"  # 接待一批客人平均花多少
)
_KINDS = (
    _Kind(_EACH_CAR, _RUN, "vehicle_running", "vehicle_count", "辆", "有多少辆车"),
    _Kind(_EACH_CAR, _BOUGHT, "vehicle_purchase", "vehicle_count", "辆", "买多少辆车"),
    _Kind(_EACH_GUEST, _RECEIVED, "reception", "reception_persons", "人次", "接待多少人次"),
    _Kind(_EACH_BATCH, _RECEIVED, "reception", "reception_batches", "批次", "接待多少批次"),
)
_NAMES_LINE = {
    "vehicle_running": re.compile(r"运行|运维|维护|养护|保养|养车|运转"),
    "vehicle_purchase": re.compile(r"购|买|添|更新|换"),
    "reception": re.compile(r"接待|招待"),
}
_ASKED = re.compile(
    r"(?:大概|大约|约)?(?:是|为|合|花|要|用|得)?(?:了|掉)?(?:多少|几)(?:[万亿]?元|[万亿]|钱|块钱?)?|一年|全年"
)
_BATCHES_ASKED, _GUESTS_ASKED = re.compile(r"(?:几|多少)[批拨]"), re.compile(r"(?:几|多少)(?:个?人|位|名)")
# What a receptions' count is asked with: the other count of the same receptions.
_ALSO = {
    "reception_persons": (_BATCHES_ASKED, "批次", "reception_batches", "接待多少批次"),
    "reception_batches": (_GUESTS_ASKED, "人次", "reception_persons", "接待多少人次"),
}


def each_one(desk: Desk, plan: Plan) -> Outcome | None:
    """The amount of a line by the number of cars, guests or batches, or of a row by its own number.

    None where not just that is asked or printed.
    """
    words = bare(plan.question)
    bodies = {ask.scope.departments for ask in plan.asks}
    if len(bodies) > 1 or any(a.filters or a.excluded or a.base or a.basis for a in plan.asks):
        return None
    kind = next((k for k in _KINDS if k.each.search(words) and _asks_only(plan, k)), None)
    if kind is None:
        return each_of_row(desk, plan)
    if _asks_guests_a_batch(words):
        return None
    return _divided(desk, plan.asks[0] if plan.asks else Ask(Operation.LOOKUP, scope=plan.scope), kind, words)


def each_of_told(desk: Desk, plan: Plan, earlier: Sequence[Outcome]) -> Outcome | None:
    """The same of what the turn before told: 接待了多少批、多少人？平均每人花了多少; None where another is named."""
    words = bare(plan.question)
    named_anew = any(bare(body) in words for body in plan.bodies)
    if (
        _asks_guests_a_batch(words)
        or named_anew
        or any(a.filters or a.excluded or a.base or a.basis for a in plan.asks)
    ):
        return None
    told = [f.figure for outcome in earlier for f in outcome.found if f.figure is not None and f.figure.department]
    for kind in _KINDS:
        named = {kind.line, kind.count} if kind.line == "reception" else {kind.line}
        of_it = next((f for f in told if named & concepts_in(bare(f.label))), None)
        if of_it is None or not kind.each.search(words) or not _is_inert(kind.each.sub("，", words), kind):
            continue
        body = of_it.department or ""
        scope = Scope(((bare(read_body(body).name),),), (body,), (of_it.year,) if of_it.year is not None else ())
        return _divided(desk, Ask(Operation.LOOKUP, scope=scope, words=words), kind, words)
    return None


def _divided(desk: Desk, ask: Ask, kind: _Kind, words: str) -> Outcome | None:
    """The line by the count, both with it; None where they are not printed of one document and year."""
    ask = replace(ask, context=(), hints=(), topic="")
    line = _found(desk, replace(ask, measure=None), kind.line, concepts()[kind.line].words[0])
    count = _found(desk, replace(ask, measure=kind.unit), kind.count, kind.counted)
    if line is None or count is None or not _of_one(line, count):
        return None
    if base_of(count) == 0:
        return Outcome("refusal", message=say("answer.divided_by_zero", desk.language))
    told = by_count(desk, line, count, base_of(count), (kind.unit, count.unit), _place(desk, line))
    asked, measure, concept, counted = _ALSO.get(kind.count, (None, "", "", ""))
    if asked is not None and asked.search(words):
        also = _found(desk, replace(ask, measure=measure), concept, counted)
        if also is None:
            return None
        told.found.append(also)
    return told


def _asks_only(plan: Plan, kind: _Kind) -> bool:
    """Whether a question names the line of a kind and no word beside it, its count and what it is divided by."""
    rest = without(bare(without_times(plan.question)), map(bare, plan.bodies))
    rest = kind.each.sub("，", rest)
    if _NAMES_LINE[kind.line].search(rest) is None:
        return False
    return _is_inert(rest, kind)


def _asks_guests_a_batch(words: str) -> bool:
    """Whether people are asked by the batch, which is no money: 平均每批多少人."""
    return re.search(rf"(?:{_EACH_BATCH.pattern})(?:是|有|来|接待)?了?{_GUESTS_ASKED.pattern}", words) is not None


def _is_inert(rest: str, kind: _Kind) -> bool:
    """Whether nothing is said beside the line, its count and the question."""
    rest = _ASKED.sub("，", kind.said.sub("，", rest))
    return all(is_inert(word) for part in re.split(r"[，,、。；;？?]+", rest) for word in naming_words(part))


def _found(desk: Desk, ask: Ask, concept: str, words: str) -> Found | None:
    """The one printed figure of a concept, in the unit asked for where it is a number of things."""
    term = concept_term(concept)
    out = looked_up(desk, replace(ask, operation=Operation.LOOKUP, terms=(term,), words=words))
    found = out.found[0] if out.kind == "figures" and len(out.found) == 1 else None
    figure = found.figure if found is not None else None
    if found is None or figure is None or figure.amount is None:
        return None
    wanted = UnitKind.COUNT if ask.measure else UnitKind.MONEY
    return found if figure.unit.kind is wanted else None


def _of_one(line: Found, count: Found) -> bool:
    """Whether two figures are of one document and one year."""
    one, other = line.figure, count.figure
    return one is not None and other is not None and (one.document_id, one.year) == (other.document_id, other.year)


def _place(desk: Desk, line: Found) -> str:
    figure = line.figure
    return desk.library.holding(figure.document_id).document.department or "" if figure is not None else ""
