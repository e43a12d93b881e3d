"""Several named things taken together: their sum, how it changed, what share of a whole it is."""

from decimal import Decimal

from assistant.answer import SourceRef
from assistant.computing.arithmetic.against import against
from assistant.computing.arithmetic.aggregate import aggregated, ranked
from assistant.computing.arithmetic.changes import change
from assistant.computing.arithmetic.exact import base_of, division, percent
from assistant.computing.arithmetic.not_twice import with_none_twice
from assistant.computing.figures.looking import Desk
from assistant.computing.figures.lookup import looked_up
from assistant.finding.choose import step_of
from assistant.finding.evidence import Found, Outcome, as_printed, converted, plain
from assistant.lexicon import concepts, parts_of
from assistant.plan import MOVES, RANKS, Ask, Operation, replace
from assistant.understand.words.concept_terms import concept_term
from ingest.messages import say
from ingest.records.units import UnitKind
from ingest.wording.glyphs import bare
from ingest.wording.units import money_unit


def together(desk: Desk, ask: Ask) -> Outcome:
    """An operation over the sum of an ask's operands; a refusal or question back where one of them is not found."""
    count = len(ask.operands)
    of_bodies = count * len(ask.scope.departments)  # 甲乙两局的差旅费和培训费，四笔
    if ask.said_count not in (None, count, of_bodies if ask.operation is Operation.SUM else count):
        return _not_so_many(desk, ask, count)  # 五样 of which two were understood
    if ask.operation is Operation.SUM:
        return _sum(desk, ask)
    if ask.operation in (*RANKS, Operation.MEAN, Operation.MEDIAN):
        return _ranked(desk, ask)
    if ask.operation in MOVES and ask.base_scope is None:
        return _change(desk, ask)
    if ask.operation in (*MOVES, Operation.DIFFERENCE) and ask.base_scope is not None:
        return _held_against(desk, ask)
    if ask.operation is Operation.SHARE and ask.base:
        return _share(desk, ask)
    return Outcome("refusal", message=say("answer.not_comparable", desk.language))


def _not_so_many(desk: Desk, ask: Ask, count: int) -> Outcome:
    """A refusal where another number of amounts was said than is found."""
    names = "、".join(t.text for terms in ask.operands for t in terms)
    message = say("answer.not_so_many", desk.language, said=ask.said_count or 0, count=count, names=names)
    return Outcome("refusal", message=message)


def _sum(desk: Desk, ask: Ask) -> Outcome:
    found: list[Found] = []
    method: list[str] = []
    places: set[str] = set()
    lines: list[Outcome] = []
    for terms in ask.operands:
        one = looked_up(
            desk, replace(ask, operation=Operation.LOOKUP, terms=terms, operands=(), base=(), base_scope=None)
        )
        if one.kind != "figures":
            return one
        lines.append(one)
    if (apart := _two_lines_of_one_name(ask, lines)) is not None:
        return Outcome("refusal", message=say("answer.not_one_line", desk.language, **apart))
    for one in with_none_twice(desk, ask, lines):
        if one.kind != "figures":
            return one
        told = one.found[:1] if one.found[0].computed else one.found  # a sum already holds its parts
        found.extend(f for f in told if f.figure is None or all(f.figure is not other.figure for other in found))
        method.extend(one.method)
        places.add(one.place)
    if ask.said_count not in (None, len(ask.operands), len(found)):
        return _not_so_many(desk, ask, len(found))
    out = aggregated(desk, replace(ask, operation=Operation.SUM), found, "、".join(f.label for f in found))
    out.place = places.pop() if len(places) == 1 else ""
    out.found.extend(found)
    out.method.extend(method)
    return out


def _ranked(desk: Desk, ask: Ask) -> Outcome:
    """The lines of an ask in the order of their amounts, the one of them that its rank chooses, or their mean."""
    lines = [looked_up(desk, replace(ask, operation=Operation.LOOKUP, terms=t, operands=())) for t in ask.operands]
    if (lost := next((one for one in lines if one.kind != "figures"), None)) is not None:
        return lost
    found = [one.found[0] for one in lines]
    if len({f.figure.unit.kind for f in found if f.figure is not None}) > 1 or any(f.value is None for f in found):
        return Outcome("refusal", message=say("answer.not_comparable", desk.language))
    out = ranked(desk, ask, found)
    if ask.operation not in RANKS:
        out.found.extend(found)
    out.method.extend(dict.fromkeys(said for one in lines for said in one.method))
    return out


def _two_lines_of_one_name(ask: Ask, lines: list[Outcome]) -> dict[str, str] | None:
    """Two lines found for what both operands name alike, with what is said: 修葺的基本支出和项目支出 are of one."""
    shared = [t for t in ask.operands[0] if all(t in terms for terms in ask.operands)]
    named = [t for t in shared if t.concept is None]
    if not named or any(t.concept is not None for t in shared) or len(lines) != len(ask.operands):
        return None
    labels = list(dict.fromkeys(f.figure.label for f in (line.found[0] for line in lines) if f.figure is not None))
    if len({bare(label) for label in labels}) < 2:
        return None
    return {"said": "、".join(t.text for t in named), "one": labels[0], "other": labels[1]}


def _change(desk: Desk, ask: Ask) -> Outcome:
    """The changes of all operands added up, each as it is printed or worked out."""
    total, now = Decimal(0), Decimal(0)
    sources: list[SourceRef] = []
    labels: list[str] = []
    method: list[str] = []
    for terms in ask.operands:
        one = change(desk, replace(ask, operation=Operation.CHANGE, terms=terms, operands=(), base=(), direction=None))
        if one.kind != "figures":
            return one
        moved = next((f for f in one.found if money_unit(f.unit) is not None), None)
        current = one.found[-1]
        unit = money_unit(moved.unit) if moved is not None else None
        if moved is None or moved.value is None or unit is None or current is moved or current.figure is None:
            return Outcome("refusal", message=say("answer.not_comparable", desk.language))
        total += moved.value * unit.scale
        now += base_of(current)
        sources.extend((*moved.sources, *current.sources))
        labels.append(current.label)
        method.extend(one.method)
    printed = money_unit(desk.unit or "万元")
    assert printed is not None
    value, name = converted(plain(total / printed.scale), printed, desk.unit)
    shown = -value if ask.direction == "decrease" else value
    word = say("answer.up" if total > 0 else "answer.down" if total < 0 else "answer.same", desk.language)
    against = say("answer.against_last_year", desk.language)
    label = say("answer.change_of", desk.language, label="、".join(labels), against=against, word=word)
    moved_all = Found(label, shown, name, sources, True)
    moved_all.shown = abs(value)
    found = [moved_all]
    if now != total:
        rate = Found(say("answer.rate_of", desk.language), percent(total, now - total), "%", sources, True)
        found = [rate, moved_all] if ask.operation is Operation.GROWTH else [moved_all, rate]
    return Outcome("figures", found=found, method=method)


def _held_against(desk: Desk, ask: Ask) -> Outcome:
    """All operands together against the same at another stage or year: 甲和乙合起来比年初预算少花多少."""
    sides: tuple[list[Found], list[Found]] = ([], [])
    method: list[str] = []
    for terms in ask.operands:
        plain_ask = replace(ask, operation=Operation.DIFFERENCE, terms=terms, base=terms, operands=(), said_count=None)
        pair = against(desk, replace(plain_ask, direction=None))
        if pair.kind != "figures":
            return pair
        sides[0].append(pair.found[-2])
        sides[1].append(pair.found[-1])
        method.extend(pair.method)
    now, before = (sum((base_of(f) for f in side), Decimal(0)) for side in sides)
    printed = [f.figure for side in sides for f in side]
    if any(f is None for f in printed) or not before:
        return Outcome("refusal", message=say("answer.not_comparable", desk.language))
    unit = printed[0].unit  # type: ignore[union-attr]
    gap = as_printed((now - before) / unit.scale, *(f for f in printed if f is not None))
    value, name = converted(gap, unit, desk.unit)
    names = ("、".join(f.label for f in side) for side in sides)
    sources = [s for side in sides for f in side for s in f.sources]
    label = say("answer.difference_of", desk.language, one=next(names), other=next(names))
    moved = Found(label, abs(value), name, sources, True)
    found = [moved]
    if ask.operation in MOVES:
        rate = Found(say("answer.rate_of", desk.language), percent(now - before, before), "%", sources, True)
        found = [rate, moved] if ask.operation is Operation.GROWTH else [moved, rate]
    return Outcome("figures", found=[*found, *sides[0], *sides[1]], method=method)


def sum_of_parts(desk: Desk, ask: Ask) -> Outcome | None:
    """A whole that is not printed, as the sum of all that it is made of by definition, printed in one document."""
    concept = ask.terms[0].concept if len(ask.terms) == 1 else None
    parts = parts_of(concept) if concept else ()
    if not parts or ask.hints or ask.filters or ask.excluded or ask.said_count not in (None, len(parts)):
        return None
    operands = tuple((concept_term(part),) for part in parts)
    summed = _sum(desk, replace(ask, terms=(), operands=operands))
    told = [f.figure for f in summed.found[1:]] if summed.kind == "figures" else []
    places = {(f.document_id, f.table_id) for f in told if f is not None}  # classes of two tables make up no whole
    return summed if len(told) == len(parts) and None not in told and len(places) == 1 else None


def share_of_parts(desk: Desk, ask: Ask, part: Found, whole: str) -> Outcome | None:
    """The share of one part of a whole that is not printed but has parts by definition, all of them printed.

    None where the rounding of the printed parts leaves the second decimal of the share open.
    """
    operands = tuple((concept_term(c),) for c in parts_of(whole))
    if part.figure is None or not operands:
        return None
    summed = _sum(desk, replace(ask, terms=(), operands=operands))
    parts = summed.found[1:] if summed.kind == "figures" else []
    if len(parts) != len(operands) or part.figure.id not in {f.figure.id for f in parts if f.figure is not None}:
        return None
    total = sum((base_of(f) for f in parts), Decimal(0))
    open_by = sum((_rounding(f) for f in parts), Decimal(0))
    if total <= open_by or percent(base_of(part), total + open_by) != percent(base_of(part), total - open_by):
        return None
    label = say("answer.share_of", desk.language, one=part.label, other=concepts()[whole].words[0])
    share = Found(label, percent(base_of(part), total), "%", summed.found[0].sources, True)
    return Outcome(
        "figures", found=[share, part, summed.found[0]], method=[division(part, summed.found[0]), *summed.method]
    )


def _rounding(found: Found) -> Decimal:
    """How far the amount itself may be from the printed one, in base units; a printed zero is none."""
    figure = found.figure
    if figure is None or figure.amount is None or not figure.amount.value:
        return Decimal(0)
    return step_of(figure)


def _share(desk: Desk, ask: Ask) -> Outcome:
    part = _sum(desk, ask)
    if part.kind != "figures":
        return part
    scope = ask.base_scope or ask.scope
    whole_ask = replace(ask, operation=Operation.LOOKUP, terms=ask.base, operands=(), base=(), scope=scope)
    whole = looked_up(desk, replace(whole_ask, base_scope=None))
    if whole.kind != "figures":
        return whole
    parts, other = part.found[1:], whole.found[0]
    money_only = all(f.figure is not None and f.figure.unit.kind is UnitKind.MONEY for f in (*parts, other))
    if not money_only or base_of(other) == 0:
        return Outcome("refusal", message=say("answer.not_comparable", desk.language))
    base = sum((base_of(f) for f in parts), Decimal(0))
    value = percent(base, base_of(other))
    if value > 100:
        return Outcome(
            "refusal", message=say("answer.not_a_part", desk.language, one=part.found[0].label, other=other.label)
        )
    label = say("answer.share_of", desk.language, one="、".join(f.label for f in parts), other=other.label)
    sources = [s for f in (*parts, other) for s in f.sources]
    method = [division(part.found[0], other), *part.method, *whole.method]
    return Outcome("figures", found=[Found(label, value, "%", sources, True), part.found[0], other], method=method)
