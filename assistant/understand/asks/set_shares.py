"""The share of a set in a whole: 金额最大的三个项目占项目支出的比例; 超过500万元的有哪些，合计占多少."""

import re
from collections.abc import Sequence

from assistant.plan import FIRST_OF, OVER_ALL, Ask, Operation, Scope, Term, replace
from assistant.understand.clauses.clause import Clause
from assistant.understand.clauses.named_things import of_category
from assistant.understand.words.spans import Span
from ingest.wording.glyphs import bare
from ingest.wording.units import money_unit

_RANKED = {"top": Operation.TOP, "bottom": Operation.BOTTOM}
_RANKS = {**{several: several for several in FIRST_OF.values()}, **FIRST_OF}
_SETS = (*_RANKS, Operation.LIST, Operation.SUM)
_AMOUNT = re.compile(r"多少(?:钱|万|元|亿|资金)")
_NAMED = ("name", "like", "concept", "code", "quoted")
_MONEY = re.compile(r"金额|资金|经费|支出|预算|合计|总额|钱")
_ASKED = re.compile(r"[哪谁几何]|多少|什么|啥|列|排|报|说")
_PIECES = re.compile(r"(?:个数|数量|项数|数目)")  # a share of how many there are, not of their money


# A clause of its own that works over what was chosen before it: …最大的五个是什么，合计多少; …分别多少，平均呢.
_BARE_WORK = re.compile(
    r"(?:那么?|则|以?上述?|这|它们?|并|再|又)?(?:[一二两三四五六七八九十几\d]*(?:者|项|个|笔|家|名|大)+(?:项目)?)?(?:平均|均值|"
    r"一共|合计|共计|总共|合起来|加起来|总计|总和|之和|总额|总金额|加在一起|相加|加总)+(?:[^，,。；;全所]{0,6})"
)


_HOW_FAR = re.compile(
    r"(?:[那这]|折合|算成|换成)?(?:百分比|百分之(?:几|多少)|比例|幅度)(?:又|大概)?(?:是|为|有)?(?:多少|几|多大)?"
)


def rate_of_move(clause: Clause, before: Ask | None) -> Ask | None:
    """The rate of the change asked about before, where a clause only asks how far: 砍了多少，百分比是多少."""
    moved = before is not None and before.operation in (Operation.CHANGE, Operation.GROWTH)
    if before is None or not moved or not _HOW_FAR.fullmatch(clause.words.strip("，, ？?。")):
        return None
    return replace(before, operation=Operation.GROWTH, words=clause.words)


def works_over(chosen: Ask, ask: Ask) -> bool:
    """Whether a bare sum or mean is of those that the rank asked for before it chose."""
    ranked = chosen.operation in (Operation.TOP, Operation.BOTTOM)
    return ranked and ask.operation in OVER_ALL and _BARE_WORK.fullmatch(bare(ask.words)) is not None


def leaned_on(asks: Sequence[Ask]) -> Ask:
    """The ask that the next clause leans on: 最大的五个是什么，合计多少，占全部的多少 goes back to the five."""
    return asks[-2] if len(asks) > 1 and works_over(asks[-2], asks[-1]) else asks[-1]


def share_of_set(clause: Clause, operations: list[Operation], scope: Scope, previous: Ask | None) -> list[Ask]:
    """The share of a set that a clause says itself, or of the one asked for before it; nothing where none is asked."""
    begins = _begins(clause)
    rated = set(operations) <= {Operation.GROWTH}  # 占总支出的百分之几
    occupying = (clause.occupies or begins) and rated and not _AMOUNT.search(clause.words)
    if not (Operation.SHARE in operations or occupying) or clause.each or clause.against is not None:
        return []
    told: list[Operation] = []
    made = _of_own_set(clause, previous)
    if made is not None:
        told = [Operation.COUNT] if Operation.COUNT in operations else []
        told += [made.inner] if made.inner and (clause.which or "list" in clause.operators) else []
    elif previous is not None and begins:
        made = _of_what_was_asked(clause, previous)
    if made is None:
        return []
    measure = "个" if made.inner and _PIECES.search(clause.words) else None
    made = replace(made, scope=scope, words=clause.words, measure=measure)
    return [*(replace(made, operation=op, inner=None, base=(), words="") for op in told), made]


def _begins(clause: Clause) -> bool:
    """Whether a clause begins with a share, of what was named before it; 里头最大的那个占多少 chooses its own."""
    chosen = clause.ranked or {"max", "min"} & set(clause.operators)
    return _begins_with_share(clause.tokens) and not chosen


def _of_own_set(clause: Clause, previous: Ask | None) -> Ask | None:
    """The share of the set that a clause chooses itself: by rank, by a limit in money, by its category."""
    ranked = clause.ranked in _RANKED and (clause.number or 2) > 1
    money = bool(clause.filters) and all(money_unit(f.unit) for f in clause.filters)
    classed = _of_category((*clause.terms, *clause.inner)) and not previous
    bought = tuple(t for t in (*clause.inner, *clause.terms) if t.concept == "procurement")[:1] if ranked else ()
    entity = "project" if classed else clause.entity or ("subject" if clause.level is not None else None)
    if not (entity is not None or bought) or not (ranked or money or clause.secret or classed):
        return None
    return Ask(
        Operation.SHARE,
        tuple(clause.terms) or bought,
        tuple(clause.whole) or bought,
        entity=entity,
        filters=tuple(clause.filters),
        number=clause.number,
        level=clause.level,
        secret=True if clause.secret else None,
        inner=_RANKED[clause.ranked or ""] if ranked else Operation.LIST,
        excluded=tuple(clause.excluded),
        topic=clause.words if bought else "",
    )


def _of_what_was_asked(clause: Clause, previous: Ask) -> Ask | None:
    """The share of what was asked for before: a set, several things together, a line."""
    whole = tuple(clause.whole or clause.terms)
    if _is_set(previous, clause):
        return Ask(
            Operation.SHARE,
            previous.terms,
            whole,
            entity=previous.entity or (None if previous.terms else "project"),
            filters=previous.filters,
            number=1 if previous.operation in FIRST_OF else previous.number,
            secret=previous.secret,
            level=previous.level,
            inner=_RANKS.get(previous.operation, Operation.LIST),
            excluded=previous.excluded,
            either=previous.either,
            topic=previous.topic + previous.words,
        )
    if previous.operands and previous.operation is Operation.SUM:
        return Ask(Operation.SHARE, operands=previous.operands, base=whole)  # 货物和工程一共多少，占采购的几成
    if _is_line(previous, whole):
        return Ask(Operation.SHARE, previous.terms, whole, entity=previous.entity, level=previous.level)
    return None


def only_chosen(asks: Sequence[Ask], made: Sequence[Ask]) -> bool:
    """Whether the last ask only says which one the share asked for next is of: 金额最大的一笔，占采购预算多少."""
    if not asks or len(made) != 1 or made[0].operation is not Operation.SHARE or made[0].inner is None:
        return False
    return asks[-1].operation in _RANKS and not _ASKED.search(asks[-1].words)


def _is_set(previous: Ask, clause: Clause) -> bool:
    """Whether what was asked before is a set whose money a share may be of; counted, where its money is named."""
    counted = previous.operation is Operation.COUNT and _MONEY.search(clause.words) is not None
    of_line = previous.operation in _RANKS and bool(previous.terms)  # 三公经费里哪一项最多，占多少
    summed = previous.operation is Operation.LOOKUP and _of_category(previous.terms)  # 特定目标类项目多少，占多少
    return bool(previous.entity or previous.secret or of_line) and (previous.operation in _SETS or counted or summed)


def _of_category(terms: Sequence[Term]) -> bool:
    """Whether the projects of a category are meant, or those that bear one of several names."""
    return any(of_category(t) or t.kind == "either" for t in terms)


def _is_line(previous: Ask, whole: tuple[Term, ...]) -> bool:
    """Whether one line was asked for before, and what is named now is the whole it is a part of."""
    plain = previous.operation in (Operation.LOOKUP, Operation.CHANGE, Operation.GROWTH, Operation.SHARE)
    named = [t.canonical for t in previous.terms]
    return plain and bool(named) and bool(whole) and not {t.canonical for t in whole} & set(named)


def _begins_with_share(tokens: list[Span]) -> bool:
    """Whether a clause names nothing before it says that something is a part: 合计占项目支出的比例."""
    said = [t for t in tokens if t.family in _NAMED or t.role in ("share", "cumulative") or t.text.startswith("占")]
    return bool(said) and said[0].family not in _NAMED
