"""The two sides of a comparison, each with its own things, bodies, years and documents.

"甲局比乙局的接待费多多少", "决算比年初预算少花多少", "部门预算总额比单位预算总额高多少", "甲局的项目支出是乙局的几倍".
What one side does not say it shares with the other.
"""

from collections.abc import Sequence

from assistant.understand.clauses.clause import Clause
from assistant.understand.clauses.joining import BODIES, COMPARATORS, TERMS
from assistant.understand.words.spans import Span
from ingest.records.document import Stage

_BOTH = frozenset(["跟", "和", "与", "同", "及"])
_SIDE_BY_SIDE = frozenset(["vs", "对比", "对照"])  # 2024对比2025: neither is the measure of the other
_ORDERS = frozenset(["对比", "比较", "对照"])
_EQUATES = frozenset(["是", "为", "相当于", "等于"])
_HELD = ("difference", "ratio", "compare", "increase", "decrease", "growth", "change", "same")
_WHERE = ("department", "place", "year")


def sides_of(tokens: Sequence[Span]) -> tuple[list[Span], list[Span]] | None:
    """The tokens of the first side with all that is said of both, and of the other side; None where there is one."""
    roles = {t.role for t in tokens if t.family == "operator"}
    if roles & set(_HELD) == {"compare"} and any(t.family == "order" for t in tokens):
        return None  # 比较一下各所的三公经费，从大到小排
    minus = any(t.text in ("减去", "减") for t in tokens)
    if not (minus or roles & set(_HELD)):
        return None
    at = _comparator(tokens, "ratio" in roles)
    if at is not None and tokens[at].family == "operator":
        at = next((i for i in range(at + 1, len(tokens)) if _stands_between(tokens, i)), at)
    if at is not None and (dated := _dated_sides(tokens, at)) is not None:
        return dated
    if at is not None and _held_together(tokens, at):
        return None
    if at is None or _only_orders(tokens, at):
        return _joined(tokens, roles)
    pair = next((i for i in range(at - 1, -1, -1) if tokens[i].text in _BOTH), None)
    if pair is not None and _says(tokens[pair + 1 : at]) and not any(t.family == "operator" for t in tokens[pair:at]):
        first, other = _later_first(tokens[:pair], tokens[pair + 1 : at])
        return _divided(first, other, tokens[at + 1 :])  # 甲跟乙比，…
    if tokens[at].text in _SIDE_BY_SIDE:
        first, other = _later_first(tokens[:at], tokens[at + 1 : at + 2])
        if other and other[0].family == "year" and first[-1].family == "year" and first[-1] is tokens[at + 1]:
            return _divided(first, other, tokens[at + 2 :])  # 2024 vs 2025: the later year is held against the earlier
    end = next(
        (
            i
            for i in range(at + 1, len(tokens))
            if tokens[i].family == "operator" and tokens[i].role in (*_HELD, "which")
        ),
        len(tokens),
    )
    return _divided(tokens[:at], tokens[at + 1 : end], tokens[end:])


def _only_orders(tokens: Sequence[Span], at: int) -> bool:
    """Whether a comparator at the head orders to compare two that 和 joins: 对比2024年与2025年，…少了多少."""
    led = tokens[at].text in _ORDERS and not _says(tokens[:at])
    pairs = (tokens[i - 1 : i + 2] for i in range(at + 2, len(tokens) - 1) if tokens[i].text in _BOTH)
    return led and any(one[0].family == one[2].family in _WHERE for one in pairs)


def _held_together(tokens: Sequence[Span], at: int) -> bool:
    """Whether bodies said before a comparator are held together by the thing behind it: 甲、乙两家比接待费，哪家高."""
    before, after = tokens[:at], tokens[at + 1 :]
    told = [t for t in after if _says([t]) and t.text not in ("预算", "预算数")]
    chosen = any(t.family == "operator" and t.role == "compare" for t in after)
    of_things = bool(told) and all(t.family in TERMS for t in told)
    bodies = sum(t.family in BODIES for t in before)
    return bodies > 1 and chosen and of_things and not any(t.family in TERMS for t in before)


def _dated_sides(tokens: Sequence[Span], at: int) -> tuple[list[Span], list[Span]] | None:
    """The sides of an order to compare two years' figures of two stages: 请比较…2025年预算数与2024年决算数，….

    None where it orders anything else.
    """
    pair = next((i for i in range(at + 1, len(tokens)) if tokens[i].text in _BOTH), None)
    if tokens[at].text not in _ORDERS or _says(tokens[:at]) or pair is None:
        return None
    end = next((i for i in range(pair + 1, len(tokens)) if tokens[i].family == "operator"), len(tokens))
    other = [t for t in tokens[pair + 1 : end] if t.family not in ("filler", "soft")]
    before = [t for t in tokens[at + 1 : pair] if t.family not in ("filler", "soft")]
    staged = all(map(_dates, other)) and any(
        t.role.startswith("stage_") or t.text in ("预算", "预算数") for t in tokens[pair + 1 : end]
    )
    if not staged or not any(t.family == "year" for t in other) or not any(t.family == "year" for t in before[-2:]):
        return None
    return _divided([*tokens[:at], *tokens[at + 1 : pair]], tokens[pair + 1 : end], tokens[end:])


def _comparator(tokens: Sequence[Span], ratio: bool) -> int | None:
    for i, token in enumerate(tokens):
        if token.family == "operator" and token.text not in COMPARATORS:
            continue
        if (token.text in COMPARATORS and _says(tokens[i + 1 :])) or (
            token.text in COMPARATORS and any(t.text in _BOTH for t in tokens[:i])
        ):
            return i
        if ratio and token.text in _EQUATES and _says(tokens[i + 1 :]) and (i == 0 or _says(tokens[:i])):
            return i
    return None


def _stands_between(tokens: Sequence[Span], at: int) -> bool:
    """Whether a comparator has its two sides right beside it: 两年对比，2025年比2024年多多少."""
    if tokens[at].text not in COMPARATORS or tokens[at].family == "operator" or at + 1 >= len(tokens):
        return False
    return _says(tokens[at - 1 : at]) and _says(tokens[at + 1 : at + 2])


def _joined(tokens: Sequence[Span], roles: set[str]) -> tuple[list[Span], list[Span]] | None:
    """Two sides joined by 和 that each name a thing and where it is: 甲局的三公和乙局的接待费差多少."""
    if not roles & {"difference", "ratio", "compare", "same"}:
        return None
    full = []
    for i, token in enumerate(tokens):
        if token.text not in _BOTH or token.family != "filler":
            continue
        end = next((k for k in range(i + 1, len(tokens)) if tokens[k].family == "operator"), len(tokens))
        both = (tokens[:i], tokens[i + 1 : end])
        full_sides = all(any(t.family in TERMS for t in s) and any(t.family in _WHERE for t in s) for s in both)
        if full_sides or _placed_and_dated(both) or ("same" in roles and all(_says(s) for s in both)):
            full.append((i, end))
    if len(full) != 1:
        return None
    i, end = full[0]
    return _divided(tokens[:i], tokens[i + 1 : end], tokens[end:])


def _placed_and_dated(both: tuple[Sequence[Span], Sequence[Span]]) -> bool:
    """Whether each side names its own body and year, and the thing stands once: 甲县2018年和乙县2019年的三公."""
    own = [[[t for t in side if t.family in families] for families in (BODIES, ("year",), TERMS)] for side in both]
    (bodies, years, terms), (others, other_years, shared) = own
    apart = {t.text for t in bodies}.isdisjoint(t.text for t in others) and bool(bodies and others)
    return apart and len(years) == len(other_years) == 1 and bool(shared) and not terms


def _later_first(left: Sequence[Span], right: Sequence[Span]) -> tuple[list[Span], list[Span]]:
    """24年和25年比 asks how the later year stands to the earlier, whichever is said first."""
    years = [[t for t in side if t.family == "year"] for side in (left, right)]
    only_years = all(_dates(t) or t.family in ("filler", "soft") for t in right)
    if only_years and len(years[0]) == len(years[1]) == 1 and str(years[0][0].value) < str(years[1][0].value):
        earlier, later = [t for t in left if _dates(t)], [t for t in right if _dates(t)]
        return [*(t for t in left if not _dates(t)), *later], earlier  # 2024年决算和2025年预算相比
    return list(left), list(right)


def _dates(token: Span) -> bool:
    """Whether a token says a year, or of which stage a figure of that year is."""
    return token.family == "year" or (token.family == "context" and token.role.startswith("stage_"))


def _divided(left: Sequence[Span], right: Sequence[Span], rest: Sequence[Span]) -> tuple[list[Span], list[Span]] | None:
    if not _says(right):
        return None
    first, other = list(left), list(right)
    if not any(t.family in TERMS for t in (*left, *rest)):
        shared = [t for t in right if t.family in TERMS]  # 甲局比乙局的接待费多多少
        first = [*first, *shared]
        if any(t.family in BODIES for t in right):
            other = [t for t in right if t not in shared]
    return [*first, *rest], other


def _says(tokens: Sequence[Span]) -> bool:
    """Whether tokens name a thing, a body, a year or a kind of budget."""
    return any(
        t.family in (*TERMS, *_WHERE)
        or t.text in ("预算", "预算数")  # 比预算省了多少
        or (t.family == "context" and (t.role.startswith(("stage_", "kind_", "last_", "this_", "own_"))))
        for t in tokens
    )


def _budget_side(clause: Clause, other: Clause) -> bool:
    """Whether the other side is said to be of the budget, beside a side that is of another stage or of no year."""
    said = other.budget_said or any("预算" in t.text for t in other.terms)
    return said and not other.stages and (bool(clause.stages) or not (other.years or other.relative))


def settle_sides(clause: Clause, other: Clause) -> None:
    """Take the other side for what it is: the base of a change where it only says when, else a side of its own."""
    clause.unknown.extend(other.unknown)
    clause.hints.extend(other.hints)
    clause.strangers.extend(other.strangers)
    if (
        len(clause.documents_said)
        == len(other.documents_said)
        == 1
        != len(clause.documents_said | other.documents_said)
    ):
        clause.kinds, other.kinds = (
            [*clause.documents_said],
            [*other.documents_said],
        )  # 单位预算的收入比部门预算的少多少
    named = other.mentions or other.places or other.terms
    if _budget_side(clause, other):
        other.stages.append(Stage.BUDGET.value)
    if not named and other.stages == [Stage.EXECUTION.value]:
        clause.basis, clause.basis_year = "execution", other.years[0] if other.years else None
        return
    ratio = "ratio" in clause.operators and bool(other.years or other.relative)
    if named or other.stages or other.kinds or other.own_level or ratio:
        clause.against = other
        if not named and other.stages == [Stage.BUDGET.value] and not (other.years or other.relative or clause.stages):
            clause.stages.append(Stage.FINAL_ACCOUNT.value)  # 比年初预算少花多少
        if other.stages and clause.budget_said and not clause.stages:
            clause.stages.append(Stage.BUDGET.value)
        if (other.mentions or other.places) and not clause.years and not clause.relative:
            clause.years, clause.relative = list(other.years), list(other.relative)
        return
    if other.years:
        clause.basis_year = other.years[0]
        clause.basis = clause.basis or ("budget" if other.budget_said else "year")  # 比2024年预算: not its account
    elif other.relative:
        clause.basis = clause.basis or "last_year"
