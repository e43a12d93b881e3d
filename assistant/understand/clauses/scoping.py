"""Where a clause says to look: bodies, years, stages and kinds of documents, carried from clause to clause."""

import re
from dataclasses import replace

from assistant.plan import Scope
from assistant.understand.clauses.clause import Clause
from assistant.understand.clauses.when import NAMED
from ingest.records.document import Stage


def scope_of(clause: Clause, before: Scope, fresh: bool) -> Scope:
    """The scope a clause leads to, from what was said before where it says nothing itself."""
    scope = Scope() if fresh else before
    if clause.places and not clause.mentions and _are_of(clause.places, scope):
        clause.places = []  # 市府办…（广州）: where the body named before is, and no other place
    mentions = _mentions(clause)
    if not mentions and not scope.departments and clause.whole_mentions:
        mentions = list(clause.whole_mentions)  # 公务接待费占应急管理局三公经费的百分之几
    if not mentions and clause.places and any(len(keys) > 1 for keys in scope.departments):
        several = [keys for keys in scope.departments if len(keys) > 1][-1]
        mentions = [(place, tuple(k for k in several if k in keys)) for place, keys in clause.places]
    if clause.strangers:
        return replace(scope, departments=((),), said=(clause.strangers[0],))
    if mentions:
        scope = replace(
            scope,
            departments=tuple(keys for _, keys in mentions),
            said=tuple(text for text, _ in mentions),
            own_level=False,
        )
    if (
        clause.basis_year
        and len(clause.pairs) == 2
        and {"difference", "compare", "ratio", "decrease", "increase"} & set(clause.operators)
    ):
        clause.basis_year, clause.basis = None, None
    if len(set(clause.pairs)) > 1 and len({s for _, s in clause.pairs}) > 1:
        return replace(
            scope,
            pairs=tuple(clause.pairs),
            years=(),
            stages=(),
            kinds=tuple(dict.fromkeys(clause.kinds)) or scope.kinds,
        )
    if len(clause.pairs) > 1 and {s for _, s in clause.pairs} == {Stage.BUDGET.value} and not clause.stages:
        clause.stages.append(Stage.BUDGET.value)  # 2025年预算数与2024年预算数相差多少: neither is what was spent
    if clause.recent and not clause.years:
        scope = replace(scope, recent=clause.recent, years=())
    if (year := _year_before_said(clause, scope)) is not None:
        scope = replace(scope, years=(year,), relative_years=(), every_year=False)
    elif clause.years or clause.relative:
        scope = replace(scope, years=tuple(clause.years), relative_years=tuple(clause.relative), every_year=False)
    if clause.every_year:
        scope = replace(scope, every_year=not clause.years)
    if clause.stages:
        scope = replace(scope, stages=tuple(clause.stages))
    elif scope.stages and (clause.budget_said or _plans_another_year(clause, before)):
        scope = replace(scope, stages=(Stage.BUDGET.value,))  # 2025年执行数多少，2026年预算多少
    if clause.kinds and not of_whole_department(clause):
        whole = clause.kinds == ["department"]  # 本级的收入比全部门少多少
        scope = replace(scope, kinds=tuple(dict.fromkeys(clause.kinds)), own_level=scope.own_level and not whole)
    if clause.comprised:
        scope = replace(scope, comprised=tuple(clause.comprised))
    if clause.own_level:
        scope = replace(scope, own_level=True)
    if clause.tiers:
        scope = replace(scope, tier=clause.tiers[-1])
    return scope


def _plans_another_year(clause: Clause, before: Scope) -> bool:
    """Whether a clause says what was planned for another year than the one spent: 2024年花了多少？2025年又排了多少."""
    another = bool(clause.years) and not set(clause.years) & set(before.years)
    spent = re.search(r"[花用]了|[花用]掉|支出了|实际|决算|执行", clause.words)
    return (
        another
        and spent is None
        and re.search(r"[编安]?[排列批拨]了|安排|计划|打算|批[复准]", clause.words) is not None
    )


def _are_of(places: list[tuple[str, tuple[str, ...]]], scope: Scope) -> bool:
    """Whether the places are those of the bodies spoken of, each of which is one body."""
    held = {key for _, keys in places for key in keys}
    return bool(scope.departments) and all(len(keys) == 1 and keys[0] in held for keys in scope.departments)


_AND = frozenset(("和", "与", "及", "以及", "跟", "同", "还有"))


def _year_before_said(clause: Clause, scope: Scope) -> int | None:
    """The year before one that is said: 2024年…，上年呢; 2026年…的上年执行数. 去年 is the year before this one."""
    if clause.relative != [-1] or clause.each or clause.operators or any(t.text in _AND for t in clause.tokens):
        return None
    leans = any(t.role == "last_year" and t.text[0] in "上前" for t in clause.tokens)
    if clause.years:
        back = leans and "推算" in clause.words  # 按2025年预算推算，上一年的收入
        own = len(clause.years) == 1 and (
            back or clause.stages == [Stage.EXECUTION.value] or (leans and _asked_behind(clause))
        )
        return clause.years[0] - 1 if own else None
    return scope.years[0] - 1 if leans and len(scope.years) == 1 else None


def _asked_behind(clause: Clause) -> bool:
    """Whether the year before is asked last, of what is named with its year first: 2024年机关运行经费上年多少."""
    at = next(i for i, t in enumerate(clause.tokens) if t.role == "last_year")
    year = next((i for i, t in enumerate(clause.tokens) if t.family == "year"), at)
    named = [i for i, t in enumerate(clause.tokens) if t.family in NAMED]
    return bool(named) and all(year < i < at for i in named)


def _mentions(clause: Clause) -> list[tuple[str, tuple[str, ...]]]:
    """The bodies a clause names; a place and an organ said apart are one body (广州的审计局)."""
    mentions = _without_general(list(clause.mentions))
    if len(clause.places) > 1 and len(mentions) == 1 and len(mentions[0][1]) > 1:
        text, own = mentions[0]  # 北京、上海、深圳三家市审计局
        return [(place + text, tuple(k for k in own if k in keys)) for place, keys in clause.places]
    if not mentions and clause.places and clause.entity != "department":
        return [(place, keys) for place, keys in clause.places]
    if clause.places and len(mentions) == 1 and len(mentions[0][1]) == 1 and len(clause.places[0][1]) >= 1:
        text, own = mentions[0]  # 上海和北京审计局: the organ is said once for both
        alike = [(place + text, _same_organ(own[0], keys)) for place, keys in clause.places if own[0] not in keys]
        if alike and all(keys for _, keys in alike):
            return [*alike, *mentions]
    for place, keys in clause.places:
        narrowed = False
        for index, (text, own) in enumerate(mentions):
            both = tuple(k for k in own if k in keys or k.startswith(place))  # a unit bears the place of its department
            if len(own) > 1 or not both:
                mentions[index] = (place + text, both)
                narrowed = True
            elif both:
                narrowed = True
        if not narrowed:
            mentions.append((place, keys))
    return mentions


def _without_general(mentions: list[tuple[str, tuple[str, ...]]]) -> list[tuple[str, tuple[str, ...]]]:
    """Mentions without a general word for those that are named one by one: 甲市审计局、乙市审计局这两个审计局."""
    single = {keys[0] for _, keys in mentions if len(keys) == 1}
    if len(single) < 2:
        return mentions
    return [(text, keys) for text, keys in mentions if len(keys) == 1 or not single <= set(keys)]


def _same_organ(key: str, others: tuple[str, ...]) -> tuple[str, ...]:
    """Of the bodies of a place those whose name ends like another's: 上海市审计局 for 北京市审计局."""

    def shared(other: str) -> int:
        length = 0
        while length < min(len(key), len(other)) and key[-1 - length] == other[-1 - length]:
            length += 1
        return length

    best = max((shared(o) for o in others), default=0)
    return tuple(o for o in others if shared(o) == best) if best >= 3 else ()


def of_whole_department(clause: Clause) -> bool:
    """Whether the whole of a share is said to be the whole department's: 占全局三公的几成, 在全部门收入里占多少."""
    occupies = next((t for t in clause.tokens if t.text.startswith("占")), None)
    if occupies is None:
        return False
    led = [t.end for t in clause.tokens if t.text == "在"]
    # 本级的项目支出占部门的几成: beside an office of its own, 部门 is the whole of them.
    roles = ("kind_department", *(("entity_department",) if clause.own_level else ()))
    said = [t for t in clause.tokens if t.role in roles]
    return any(t.start >= occupies.end or t.start in led for t in said)


def scope_of_whole(clause: Clause, scope: Scope) -> Scope | None:
    """Where the whole of a share is, if bodies were named after 占, or the whole department was."""
    if not clause.whole_mentions:
        return replace(scope, kinds=("department",), own_level=False) if of_whole_department(clause) else None
    mentions = clause.whole_mentions
    part = next((t.start for t in clause.tokens if t.role == "share" or t.text.startswith("占")), 0)
    own = scope.own_level and not any(t.role == "own_level" and t.start < part for t in clause.tokens)  # 乙中心自己占
    whole = replace(scope, departments=tuple(k for _, k in mentions), said=tuple(t for t, _ in mentions))
    return replace(whole, own_level=own)
