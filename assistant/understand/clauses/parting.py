"""How the things that a clause names fall into parts: joined names, siblings said in a row, words that say a side."""

import itertools
import re

from assistant.lexicon import concepts
from assistant.plan import Term
from assistant.understand.clauses.clause import Clause
from assistant.understand.clauses.joining import INSIDE
from assistant.understand.clauses.numbers_said import counts_said
from assistant.understand.clauses.when import AND, NAMED, WEAK_CONCEPTS
from assistant.understand.words.concept_terms import concept_term
from assistant.understand.words.spans import Span
from assistant.understand.words.text import Words

_BROUGHT = ("carried_in", "carried_out", "year_end_balance")  # lines that are divided by fund themselves
_HELD = {"difference", "ratio", "compare", "sum"}  # asked of two things or more


def only_where(clause: Clause, following: Span | None) -> bool:
    """Whether goals are only the place of a target that is asked for: 某项目绩效目标里，采购数量是多少."""
    if following is None or following.text not in INSIDE:
        return False
    return any(t.role == "target" for t in clause.tokens if t.start >= following.end)


def split_joined(clause: Clause) -> None:
    """Two things asked each by one joined name: 公车购置和运维各花多少; and a stage that only looks like a thing."""
    table = concepts()
    if len(clause.parts) == 1 and len(clause.parts[0]) > 1:
        owners = {table[t.concept].part_of if t.concept else None for t in clause.parts[0]}
        if len(owners) == 1 and None not in owners and len({t.concept for t in clause.parts[0]}) > 1:
            clause.parts = [[term] for term in clause.parts[0]]  # 采购 货物 工程 服务 各是多少
    first, others = clause.parts[:1], clause.parts[1:]
    if others and first and (line := [t for t in first[0] if axis_of(t) is None]) and len(line) < len(first[0]):
        axes = {axis_of(t) for part in (first[0][len(line) :], *others) for t in part}
        if len(axes) == 1 and None not in axes:
            clause.parts[1:] = [[*line, *part] for part in others]  # 差旅费基本支出和项目支出一共多少
    if _HELD & set(clause.operators) and clause.against is None and len(clause.parts) == 1 and _side_by_side(clause):
        clause.parts = [[term] for term in clause.parts[0]]  # 普法宣传 律师管理 差多少
    if len(clause.parts) == 1 and _none_within_another(clause.parts[0]):
        clause.parts = [[term] for term in clause.parts[0]]  # 办公费差旅费多少
    if not clause.each:
        return
    if len(clause.parts) == 1 and len(clause.parts[0]) == 1:
        term = clause.parts[0][0]
        split = table[term.concept].split if term.concept else ()
        of_years = len({*clause.years, *clause.relative}) > 1  # 25年跟26年各是多少: each of the years
        if split and not of_years and any(word in term.text for word in "和与及"):
            clause.parts = [[concept_term(c)] for c in split]
    elif len(clause.parts) == 1 and _side_by_side(clause):
        clause.parts = [[term] for term in clause.parts[0]]  # 会议费 培训费 各多少
    elif len(clause.parts) > 1 and len(clause.stages) == 2:
        told = [part for part in clause.parts if not all(t.concept in WEAK_CONCEPTS for t in part)]
        clause.parts = told or clause.parts


def unnamed_members(words: Words, clause: Clause) -> list[str]:
    """The things of a row that nothing was found for, where each or all together are asked: 买东西、搞工程各多少."""
    if not (clause.each or ("sum" in clause.operators and clause.parts)):
        return []
    joints = [t.start for t in clause.tokens if t.family == "filler" and t.text in AND]
    bounds = {clause.start, clause.end, *joints, *(at for at in words.pauses if clause.start < at < clause.end)}
    rows = [[t for t in clause.tokens if low <= t.start < high] for low, high in itertools.pairwise(sorted(bounds))]
    told = [[t for t in row if t.role not in ("each", "sum") and t.text not in AND] for row in rows]
    empty = [row for row in told if len(told) > 1 and all(map(_names_nothing, row)) and any(map(_may_name, row))]
    return [words.spoken(row[0].start, _run_end(row)) for row in empty]


def _run_end(row: list[Span]) -> int:
    """Where the first run of words of a row ends: 复印机 of 复印机各多少台."""
    return next((one.end for one, other in itertools.pairwise(row) if one.end < other.start), row[-1].end)


def _may_name(token: Span) -> bool:
    """Whether a word that names nothing is of everyday speech and so may be meant as a name; 及金额 is not."""
    if token.family == "hint":
        return token.length > 1  # 打印机、扫描仪、复印机各几台, where the documents write 复印机 of another matter
    return token.role == "entity_project" or (token.role in ("ordinary", "place") and token.length > 1)


def _names_nothing(token: Span) -> bool:
    return token.family in ("filler", "soft", "hint") or token.role == "entity_project"


def axis_of(term: Term) -> str | None:
    """By what a term divides any line: its fund, or 基本支出 and 项目支出; None for a line itself."""
    group = concepts()[term.concept].group if term.concept and term.concept not in _BROUGHT else None
    return group if group in ("fund", "expenditure") else None


_ITEM = re.compile(r"e\d{5}|meeting|training|reception|abroad")  # items of the economic classification
_WHOLE_NAME = ("费", "费用", "工资", "补贴", "奖金", "公积金", "补助")
_HALVES = frozenset(("basic_expenditure", "project_expenditure"))


def _none_within_another(part: list[Term]) -> bool:
    """Whether things said in a row are lines of one rank, of which no figure can be of two: 基本支出项目支出多少."""
    named = {t.concept or "" for t in part}
    whole = all(t.text.endswith(_WHOLE_NAME) for t in part)  # 出国培训费 is of one thing
    items = whole and all(_ITEM.fullmatch(c) for c in named)
    return len(named) == len(part) > 1 and (named == _HALVES or items)


_OTHER_WORD = 0.95  # how nearly another word for a name is that name


def _side_by_side(clause: Clause) -> bool:
    """Whether the only part of a clause names several lines one after another, none of which narrows another."""
    table = concepts()
    lines = [table[t.concept] for t in clause.parts[0] if t.concept and t.concept not in WEAK_CONCEPTS]
    printed = sum(1 for t in clause.parts[0] if _is_printed(t))
    apart = {c.id for c in lines if c.group in (None, "item") and c.part_of not in {other.id for other in lines}}
    counted = len(clause.parts[0]) in counts_said(clause.words)
    held = printed if counted or _HELD & set(clause.operators) else 0  # “甲”“乙”两项各是多少
    return len(apart) + held == len(clause.parts[0]) > 1


def _is_printed(term: Term) -> bool:
    """Whether a term is a printed name, as it stands or as the one other word for it: 编制人数, 人员编制."""
    if term.kind == "like":
        return len(term.names) == 1 and term.names[0][1] >= _OTHER_WORD
    return term.kind == "name" and bool(term.names) and term.names[0][1] == 1.0


def drop_sides(clause: Clause) -> None:
    """Leave out 收入, 支出 and the like where something more telling stands beside them: they are a hint then."""
    for part in clause.parts:
        if {t.concept for t in part} == _HALVES:
            continue
        owners = {concepts()[t.concept].part_of for t in part if t.concept} - {None}
        telling = [t for t in part if t not in clause.weak and t.concept not in owners]
        if telling and all(t.kind == "code" for t in telling):
            part[:] = [t for t in part if t.concept != "expenditure_total"]  # 2010802支出: what the code stands for
            continue  # 30226项目支出那一栏: beside a code the side is a column
        dropped = [t for t in part if t not in telling]
        if telling and any(re.search(r"合计|总额|总计|总金额|总支出|总预算", t.text) for t in dropped):
            clause.summed = True
        spent = [t for t in dropped if t.concept == "project_expenditure"]
        if telling and spent and clause.entity is None:
            clause.entity = "project"
        if telling and spent == part[:1] and "share" in clause.operators and not (clause.whole or clause.inner):
            clause.whole = spent  # 项目支出 综合管理 占比: the whole is said first
        if telling and len(part) > len(telling):
            part[:] = telling
        elif len(part) > 1 and not telling:
            sided = [t for t in part if t.concept in ("income_total", "expenditure_total")]
            best = max(sided or part, key=lambda t: len(t.text))  # 支出总盘子 is the spending
            part[:] = [best]
    clause.parts = [part for part in clause.parts if part]


_BEHIND = frozenset(["不算", "除外", "不计", "不含", "不包括", "去掉", "剔除", "扣除"])


def left_out_behind(words: Words, clause: Clause) -> None:
    """What stands before a closing 不算 or 除外 is left out: 最大的三个项目，日常公用经费不算; 服务不算，一共多少."""
    said = [t for t in clause.tokens if t.family not in ("filler", "soft")]
    closed = [at for at, t in enumerate(said) if t.role == "except" and t.end in words.breaks]
    if closed and not any(t.family in NAMED for t in said[closed[-1] :]):
        said = said[: closed[-1] + 1]
    if not said or said[-1].role != "except" or said[-1].text not in _BEHIND or clause.excluded or not clause.parts:
        return
    named = list(itertools.takewhile(lambda t: t.family in NAMED, reversed(said[:-1])))
    spoken = [t for t in clause.tokens if named and named[-1].start <= t.start < said[-1].start]
    if any(t.family in ("filler", "soft") and t.text not in ("的", "和", "、") for t in spoken):
        named = named[:1]  # …合计多少（甲除外）
    gone = {t.text for t in named}
    clause.excluded.extend(t for part in clause.parts for t in part if t.text in gone)
    clause.parts[:] = [kept for part in clause.parts if (kept := [t for t in part if t.text not in gone])]
