"""What the last turns asked for, taken together: 这两样去年加一起是多少; 购房补贴呢？两项加起来多少."""

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.plan import MOVES, Ask, Operation, Plan, Scope
from ingest.wording.glyphs import bare

_WHEN = r"(?:去年|上年|今年|本年|当年|前年|20\d\d年度?)(?:的|又)?"
_SUMMED = (
    r"(?:一共|合计|共计|总共|合起来|加起来|总计|总和|之和|加在一起|加一起|加到一起|放一起|相加|合在一起|加总)(?:起来)?"
)
_POINT = r"(?:那么?|请问|把|再)?(?:这|上面|前面|以上|上述|刚才|那)*的?"
_MANY = r"(?P<many>[两俩二仨三四五六])(?:者|个数?|项|笔|样|块|头|边|类|条|种|句|行|家|科目|部分)*(?:钱|支出|费用)?的?"
_HOW = r"(?:又|要|应|安排|预算)*(?:是|为|有|得|呢|多少|几|钱|个?[万亿]?元)*"
_ADDED = re.compile(rf"{_POINT}(?:{_MANY})?(?P<when>{_WHEN})?{_SUMMED}(?P<then>{_WHEN})?{_HOW}[？?]?")
_OTHERWISE = re.compile(
    rf"{_POINT}{_MANY}(?:{_SUMMED})?(?:(?:占|比).{{2,24}}|[要共]?(?:减少|增加|增长|下降|少花?|多花?|涨|降|增|减)了?(?:多少|几).{{0,4}})"
)
# 这三个谁最多, 那四项里哪个最低: one of so many; two are held against each other.
_ONE_OF = re.compile(
    rf"(?:{_POINT}{_MANY}(?:里面?|中|当中|之中|里头)?(?:谁|哪一?(?:个|家|项|块|笔|样)?)|(?:那么?)?(?:谁|哪一?家|哪个(?:局|部门|单位)|哪一?[个项笔样块]))(?:的)?(?:花|用|安排|预算)*得?[更最](?P<end>[多高大少低小])的?[？?]?"
)
_OF_BODIES = re.compile("(?:那么?)?哪(?:一?家|个(?:局|部门|单位))")
_ADDS = re.compile(r"合起来|加起来|之和|总和|加在?一起|加到一起|放一起|相加|合在一起|加总")
_STOP = re.compile(r"[，,。；;？?]")
COUNTS = {"两": 2, "俩": 2, "二": 2, "仨": 3, "三": 3, "四": 4, "五": 5, "六": 6}


def when_added(words: str) -> bool:
    """Whether a turn asks for the sum of what was told, of a year that it says."""
    said = _ADDED.fullmatch(bare(words))
    return said is not None and bool(said["when"] or said["then"])


def points_at_several(words: str) -> bool:
    """Whether a turn says how many lines it means of those told: 这两项比去年少了多少."""
    return _OTHERWISE.fullmatch(bare(words)) is not None


def adds_itself(words: str, plan: Plan) -> re.Match[str] | None:
    """The clause behind the one line that a turn names which adds it to what was told: 购房补贴呢？两项加起来多少."""
    *own, last = [clause for clause in _STOP.split(words) if bare(clause)] or [""]
    said = _ADDED.fullmatch(bare(last)) if len(own) == 1 else None
    if said is None or said["when"] or said["then"] or not (said["many"] or _ADDS.search(last)):
        return None  # 差旅费呢，一共多少 asks for no more than the one line
    named = {ask.operands or (ask.terms,) for ask in plan.asks}
    lines = next(iter(named)) if len(named) == 1 else ()
    fewer = len(lines) == 1 or (said["many"] and len(lines) < COUNTS[said["many"]])
    return said if fewer and all(t.text in bare(own[0]) for line in lines for t in line) else None


def turns_together(words: str, plan: Plan, before: Sequence[Plan]) -> Ask | None:
    """The lines of the last turns as one, where so many of them each asked for one line; else None."""
    if (own := adds_itself(words, plan)) is not None:
        return _with_own_line(words, plan, own, before)
    said = next((m for form in (_ADDED, _ONE_OF, _OTHERWISE) if (m := form.fullmatch(bare(words)))), None)
    one_clause = len({a.words for a in plan.asks}) == 1 and not plan.unexplained
    ask = plan.asks[0] if one_clause else None
    if said is None or ask is None or any("其中" in p.question for p in before):
        return None
    if said.re is _ADDED and not when_added(words) and (moves := _moves_together(words, said["many"], before)):
        return moves
    told = _lines_told(before, moved=said.re is _OTHERWISE and ask.operation in MOVES)
    count = COUNTS[said["many"]] if said["many"] else len(told)
    lines = [line for line in told[-count:] if line is not None]
    if len(lines) < max(2, count):
        return None
    if said.re is _ONE_OF:
        return _one_of(words, Operation.MAX if said["end"] in "多高大" else Operation.MIN, lines)
    if said.re is _OTHERWISE:
        return _worked_out(words, ask, lines)
    return _added(words, ask, lines, dated=when_added(words))


def _moves_together(words: str, many: str | None, before: Sequence[Plan]) -> Ask | None:
    """How several lines moved together, where each was asked so: 甲费少了多少；乙费呢；两项合计."""
    asks = [(p, a) for p in before for a in p.asks or (None,)]
    last = asks[-COUNTS[many] :] if many else asks
    moves = [(p, a) for p, a in last if a is not None and a.operation in MOVES]
    if len(last) < max(2, COUNTS[many] if many else 2) or len(moves) < len(last):
        return None
    lines = [_line_of(_unmoved(a), p) for p, a in moves]
    first = moves[0][1]
    alike = len({a.operation for _, a in moves}) == 1 == len({a.basis_year for _, a in moves})
    known = [line for line in lines if line is not None]
    return _worked_out(words, first, known) if alike and len(known) == len(lines) else None


def _unmoved(ask: Ask) -> Ask:
    """A line itself, whose move was asked for."""
    return replace(ask, operation=Operation.LOOKUP, basis=None, basis_year=None, direction=None, stated=())


def _lines_told(before: Sequence[Plan], moved: bool) -> list[Ask | None]:
    """The lines that the turns before asked for, in order; None of a turn that asked for no one line.

    ``moved`` where it is asked how they moved, as those turns may have asked of each.

    Why a line moved, and by how much, is said of that line, and is no other: 甲费多少；为什么涨；乙费呢；两项加起来.
    """
    told: list[Ask | None] = []
    for plan, ask in ((p, a) for p in before for a in p.asks or (None,)):
        line = _line_of(ask, plan)
        if line is None and ask is not None and ask.operation in (*MOVES, Operation.REASON):
            named = _line_of(_unmoved(ask), plan)
            if named is not None and any(t is not None and t.terms == named.terms for t in told):
                continue
            line = named if moved or ask.operation is Operation.REASON else None
        told.append(line)
    return told


def _with_own_line(words: str, plan: Plan, said: re.Match[str], before: Sequence[Plan]) -> Ask | None:
    """The line of a turn with those told before it, as many as are said together; all where no number is."""
    asks = [replace(plan.asks[0], operation=Operation.LOOKUP, operands=(), terms=t) for t in plan.asks[0].operands]
    own = [line for ask in asks or plan.asks[:1] if (line := _line_of(ask, plan)) is not None]
    told = [_line_of(a, p) for p in before for a in p.asks or (None,)]
    count = COUNTS[said["many"]] - len(own) if said["many"] else len(told)
    lines = [line for line in told[-count:] if line is not None]
    if not own or len(lines) < max(1, count):
        return None
    return _added(words, own[0], [*lines, *own], dated=False)


def _added(words: str, ask: Ask, lines: Sequence[Ask], *, dated: bool) -> Ask | None:
    """The lines added up, each in its own place, or all of the year that is said."""
    scopes = list(dict.fromkeys(replace(line.scope, said=()) for line in lines))
    when = ask.scope if dated else lines[-1].scope
    if len({s.departments for s in scopes}) == 1 and (dated or len(scopes) == 1):
        return _joint(words, Operation.SUM, lines, _of_time(lines[-1].scope, when))
    bodies = [line.scope.departments[0] for line in lines]
    if not dated or len({line.terms for line in lines}) > 1 or len(set(bodies)) < len(bodies):
        return None
    said = tuple(line.scope.said[0] for line in lines)
    scope = replace(_of_time(lines[-1].scope, when), departments=tuple(bodies), said=said)
    return Ask(Operation.SUM, lines[-1].terms, scope=scope, words=words)


def _one_of(words: str, rank: Operation, lines: Sequence[Ask]) -> Ask | None:
    """The first or last of more than two lines of one body, or of one line of as many bodies."""
    scopes = {replace(line.scope, said=()) for line in lines}
    if len(lines) < COUNTS["三"]:
        return None
    if len(scopes) == 1 and not _OF_BODIES.match(words):
        joint = _joint(words, rank, lines, lines[-1].scope)
        return joint and replace(joint, which=True)
    bodies = tuple(line.scope.departments[0] for line in lines)
    if len({line.terms for line in lines}) > 1 or len(set(bodies)) < len(bodies):
        return None
    scope = replace(lines[-1].scope, departments=bodies, said=tuple(line.scope.said[0] for line in lines))
    return Ask(rank, lines[-1].terms, scope=scope, words=words, which=True)


def _of_time(scope: Scope, when: Scope) -> Scope:
    """A scope of the years that another says."""
    return replace(scope, years=when.years, relative_years=when.relative_years)


def _worked_out(words: str, ask: Ask, lines: Sequence[Ask]) -> Ask | None:
    """The share of the lines in a whole, or their change, as those of one question."""
    if len({replace(line.scope, said=()) for line in lines}) > 1 or ask.filters or ask.inner:
        return None
    if ask.operation in MOVES:
        joint = _joint(words, ask.operation, lines, lines[-1].scope)
        return joint and replace(joint, basis=ask.basis, basis_year=ask.basis_year, direction=ask.direction)
    base = tuple(t for t in (*ask.base, *ask.terms) if t.text in bare(words))[:1]
    if ask.operation is not Operation.SHARE or not base:
        return None
    joint = _joint(words, Operation.SHARE, lines, lines[-1].scope)
    return joint and replace(joint, base=base)


def _joint(words: str, operation: Operation, lines: Sequence[Ask], scope: Scope) -> Ask | None:
    """An operation over several lines of one body."""
    operands = tuple(line.terms for line in lines)
    return Ask(operation, operands=operands, scope=scope, words=words) if len(set(operands)) == len(operands) else None


def _line_of(ask: Ask | None, plan: Plan) -> Ask | None:
    """An ask of a turn before, where it is for one line of one body."""
    if ask is None or plan.unexplained or ask.operation is not Operation.LOOKUP or not ask.terms:
        return None
    limits = ask.filters or ask.excluded or ask.operands or ask.by_columns or ask.measure or ask.stated or ask.hints
    plain = ask.entity is None and ask.secret is None and len(ask.scope.departments) == 1
    return ask if plain and not limits else None
