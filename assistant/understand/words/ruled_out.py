"""Spans that the words around them rule out, before a question is covered: they would cut or join other names."""

import re

from assistant.understand.words.spans import Span
from assistant.understand.words.text import Words


def without_ruled_out(words: Words, spans: list[Span]) -> list[Span]:
    """The spans that nothing around them rules out, of all families."""
    left = without_tails(words, without_works_of_others(spans))
    left = [s for s in left if s.text != "与" or words.key[s.start - 1 : s.start] != "参"]  # 参与 joins nothing
    left = [s for s in left if s.text != "年金" or words.key[s.end : s.end + 1] != "额"]  # 2026年|金额前三
    left = [s for s in left if s.text[0] != "花" or not _FLOWER.search(words.key[: s.start + 1])]
    return without_accounts_in_names(words, without_removals(words, without_lines_of_bodies(words, left)))


# 印花|费 spends nothing by that word, 复印|花费 does.
_FLOWER = re.compile(r"(?:(?<![复打影刊冲翻彩排编付])印|棉|(?<!禁)烟|鲜|樱|菊|梅|桃|绢)花$")
_SUMS = ("合计", "总计")
_OF_ANY_LINE = frozenset(("预算", "决算", "预算数", "决算数", "支出", "经费", "资金", "金额", "费用", "总额"))
_JOINING = ("和", "与", "及", "加")


_OF_PROJECTS = re.compile(r"项目(?:合计|总计|共计)")
_COUNTED = re.compile(r"[两二三四五六七八九十]个$")


def without_joint_sums(words: Words, named: list[Span]) -> list[Span]:
    """The spans without names that end in the 合计 of two things: 人员经费与公用经费合计 asks for their sum."""
    said = [s for s in named if s.family in ("concept", "name")]
    ends = {s.end for s in said if not s.text.endswith(_SUMS)}
    whole = {(s.start, s.end) for s in said}

    def joint(span: Span) -> bool:
        if _OF_PROJECTS.fullmatch(span.text) and _COUNTED.search(words.key[: span.start]):
            return any(pause < span.start for pause in words.pauses)  # 甲、乙两个|项目合计
        joined = span.start in words.pauses or words.key[span.start - 1 : span.start] in _JOINING
        before = span.start if span.start in words.pauses else span.start - 1
        return joined and span.text.endswith(_SUMS) and before in ends and (span.start, span.end - 2) in whole

    return [s for s in named if s.family not in ("concept", "name") or not joint(s)]


def without_tails(words: Words, spans: list[Span]) -> list[Span]:
    """The spans without lines that begin within the name of another and add a word for money: 公共法律服务|预算."""
    lines = [s for s in spans if s.family == "concept"]
    tails = {
        id(tail)
        for tail in lines
        for line in lines
        if line.start < tail.start < line.end < tail.end and words.key[line.end : tail.end] in _OF_ANY_LINE
    }
    return [s for s in spans if id(s) not in tails]


def without_names_of_others(words: Words, spans: list[Span], among: frozenset[str]) -> list[Span]:
    """The spans without names that only other bodies print, of a line and a word for money: 公务接待费|预算."""
    lines = [s for s in spans if s.family == "concept"]

    def of_others(span: Span) -> bool:
        if span.family != "name" or span.role != "label" or span.text in among:
            return False
        return any(s.start == span.start and words.key[s.end : span.end] in _OF_ANY_LINE for s in lines)

    return [s for s in spans if not of_others(s)]


_COUNTED_BODY = re.compile(r"[哪几每各两二三四五六七八九十多][家所]的?$")
_WHICH_BODY = re.compile(r"(?:哪(?:一?[个家]|些|几[个家])|[各每](?:[个家])?)$")
_BUDGET_OF_BODY = re.compile(r"(?:部门|单位)(?:预算|决算)")
_OF_A_BODY = re.compile(r"(?P<body>.*(?:[馆厂站园校院所队狱]|中心))(?:支出|经费|费用|开支|收入|预算)")


def without_lines_of_bodies(words: Words, spans: list[Span]) -> list[Span]:
    """The spans without a line, or a book, whose first word is counted as bodies are.

    哪家|监狱|支出最多 asks for no 监狱支出, 哪个|部门|预算最大 for no 部门预算.
    """
    bodies = {(s.start, s.end) for s in spans}

    def of_a_body(span: Span) -> bool:
        if span.role in ("stage_budget", "stage_final") and _BUDGET_OF_BODY.match(span.text):
            return _WHICH_BODY.search(words.key[: span.start]) is not None  # 哪个部门|预算最小
        said = _OF_A_BODY.fullmatch(span.text) if span.family in ("concept", "name") else None
        if said is None or (span.start, span.start + len(said["body"])) not in bodies:
            return False
        return _COUNTED_BODY.search(words.key[max(0, span.start - 3) : span.start]) is not None

    return [s for s in spans if not of_a_body(s)]


def without_works_of_others(spans: list[Span]) -> list[Span]:
    """The spans without a body said by its bare work where another is named and a line is called so.

    某街道城管执法支出 is of the street, though an office of that work is held too.
    """
    named = [s for s in spans if s.family == "department" and s.role in ("exact", "placed")]
    lines = {(s.start, s.end) for s in spans if s.family in ("concept", "name")}

    def of_another(span: Span) -> bool:
        if span.family != "department" or span.role != "work" or (span.start, span.end) not in lines:
            return False
        return any(s.end <= span.start or s.start >= span.end for s in named)

    return [s for s in spans if not of_another(s)]


_REMOVED = re.compile(r"[拔清消扫拆免删解铲祛根排]$")
_LEFT_OUT = re.compile(r"外|其余|余下|其他|其它|剩")


def without_removals(words: Words, spans: list[Span]) -> list[Span]:
    """The spans without a 除 that leaves nothing out: 除治疫木, 拔除疫点; 除甲外 says what else there is."""

    def removes(span: Span) -> bool:
        if span.role != "except" or span.text != "除":
            return False
        behind = words.key[span.end :]
        return _REMOVED.search(words.key[: span.start]) is not None or _LEFT_OUT.search(behind) is None

    return [s for s in spans if not removes(s)]


_NO_ACCOUNT_OF_IT = re.compile(r"(?:预|竣工(?:财务)?)$")


def without_accounts_in_names(words: Words, spans: list[Span]) -> list[Span]:
    """The spans without a final account that is part of a word for a work: 预决算公开检查, 竣工决算审计."""

    def in_a_name(span: Span) -> bool:
        of_account = span.role == "stage_final" and span.text == "决算" and words.key[span.end : span.end + 1] != "数"
        return of_account and _NO_ACCOUNT_OF_IT.search(words.key[: span.start]) is not None

    return [s for s in spans if not in_a_name(s)]
