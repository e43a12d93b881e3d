"""Which stretches between two stops are one clause: a topic with what is asked of it, a comparison with its question.

The stop is only a breath in "政府采购总额，甲局比乙局高多少", "甲局的项目支出，是乙局的几倍", "谁多，多多少".
"""

import itertools
import re
from collections.abc import Iterator, Sequence

from assistant.lexicon import concepts
from assistant.understand.words.spans import Span
from assistant.understand.words.text import Words

INSIDE = frozenset(["里", "中", "内", "里面", "当中", "之中", "里头", "其中", "里的", "中的"])
TERMS = ("concept", "name", "code", "like", "quoted", "unknown", "hint")
BODIES = ("department", "place")
COMPARATORS = frozenset(["比", "较", "相比", "对比", "相较于", "相较", "比起", "比较", "vs", "减去", "减", "对照"])
_LINKS = frozenset(["是", "占", "为", "相当于", "等于", "跟", "与", "和", "同", *COMPARATORS])
_ENDS = ("比", "相比", "比较", "对比", "相较", "比起来", "来比")
_HOW_MANY = re.compile(r"(?<![这那前后])几(?![样种大]|$)|^几$")
_AND_ALSO = frozenset(["而且", "并且", "且", "又", "还", "同时", "并"])
_SPREAD = ("各", "各自", "分别")  # 各项级科目里: not yet a question
_ASKED = ("多少", "多大", "几多", "几何", "几万", "啥", "什么")


def stretches_of(words: Words, tokens: Sequence[Span]) -> list[list[Span]]:
    """The tokens clause by clause."""
    bounds = sorted({0, len(words.key), *words.breaks})
    made: list[list[Span]] = []
    for start, end in itertools.pairwise(bounds):
        inside = [t for t in tokens if start <= t.start < end]
        if not inside:
            continue
        made.append(inside)
        while len(made) > 1 and _continues(made[-2], made[-1]):
            last = made.pop()
            made[-1] = [*made[-1], *last]
    return made


def subject_first(words: Words, tokens: Sequence[Span], leans: bool) -> str | None:
    """The question with what only its last stretch names said first: 多少钱？某项目的; None where it is so already.

    ``leans`` says that turns stand before it, which 那个 and 它 may speak of.
    """
    made = stretches_of(words, tokens)
    *asked, last = made or [[]]
    spoken_of = leans and any(t.role.startswith("follow") for t in tokens)
    if spoken_of or not asked or any(not asks(stretch) or _content(stretch) for stretch in asked):
        return None
    first, *rest = (words.spoken(stretch[0].start, stretch[-1].end) for stretch in asked)
    within = _within_and_which(last)
    if within and any(t.family == "rank" or t.role in ("max", "min") for t in asked[-1]):
        # 最低的三个明细，某局的商品和服务支出里是哪些
        tail = words.spoken(last[within].start, last[-1].end)
        return "，".join((words.spoken(last[0].start, last[within - 1].end) + first, *rest)) + tail
    if not _only_names(last):
        return None
    named = words.spoken(last[0].start, last[-1].end).removesuffix("的")
    return "，".join((named + first, *rest))


def _within_and_which(tokens: Sequence[Span]) -> int:
    """Where a stretch that says within what to look only asks which they are: 某局的支出里|是哪些; 0 in others."""
    at = next((i + 1 for i, t in enumerate(tokens) if t.text in INSIDE), 0)
    named = any(t.family in TERMS or t.role.startswith("entity_") for t in tokens[:at]) and not asks(tokens[:at])
    which = all(t.role in ("which", "list") or t.text[-2:] == "什么" or t.family == "filler" for t in tokens[at:])
    return at if named and which and at < len(tokens) else 0


def _only_names(tokens: Sequence[Span]) -> bool:
    """Whether a stretch names a thing, or which members of a body's set, and asks nothing: 某局超过一千万的项目."""
    of_set = tokens[-1].role.startswith("entity_") and any(t.family in BODIES for t in tokens)
    told = [t for t in tokens if not (of_set and t.family == "compare")]
    return (of_set or _names(tokens)) and not asks(told)


def _continues(before: Sequence[Span], after: Sequence[Span]) -> bool:
    """Whether a stretch goes on with the one before it."""
    if _leads_to(before, after) or (_into_goals(before) and asks(after)):
        return True
    if asks(before):
        roles = _roles(after)
        bare = not _content(after)
        told = [t for t in before if asks([t])]
        rough = all(t.family == "compare" and t.role == "about" for t in told)
        if bare and rough and (roles & {"which", "purpose"} or any(t.text[0] in "叫什啥" for t in after)):
            return True  # 有一笔268万多的开支，是干什么用的科目
        held = _roles(before) & {"difference", "change"}
        if bare and roles and roles <= {"growth", "difference", "ratio"} and held:
            return True  # 25年预算比24年决算高出多少，高百分之几
        if bare and before[-1].text == "的" and roles & {"list", "which", "count"}:
            return True  # 比上年减少的，都是哪些
        if bare and _adds_a_bound(after) and _roles(before) & {"list", "which", "count"}:
            return True  # 哪些科目没有基本支出，而且超过五百万的
        ordering = any(t.family == "order" for t in after) and bare
        chosen = any(t.family == "rank" for t in after) or bool(roles & {"median", "mean"})
        if bare and chosen and any(t.family == "order" for t in before):
            return True  # 按金额排序，第二的是哪个
        if _sorts_by(before) and not _names(after):
            return True  # 按三公经费由高到低，列出某局前三的单位
        if _only_sorts(before):
            return True
        chosen = any(t.family == "rank" for t in before) or bool({"max", "min", "list", "which"} & _roles(before))
        shares = any(t.text.startswith("占") for t in after)  # 最多的是哪个？占全局的百分之几
        if bare and chosen and roles and roles <= {"growth", "difference", "each"} and not shares:
            return True  # 跌得最凶的两个科目，跌幅各多少
        return ordering or (bare and "difference" in roles and bool({"compare", "which"} & _roles(before)))
    if _only_sorts(before) or _only_a_basis(before):
        return True
    if not _content(before) and not any(t.family == "year" for t in before):
        return False
    if before[-1].text.endswith(_ENDS):
        return True
    if not asks(after):
        return False
    if before[-1].text.endswith("呢") and not any(t.family in TERMS for t in before):
        return False  # 到了2025年呢？工程类是多少
    if _names_a_document(before) and any(t.family == "year" for t in after):
        return False  # 甲局2024年度决算，2023年收支总计是多少
    if _names_the_whole(after) and _names(before):
        return True
    first = after[0]
    if first.text in _LINKS or (first.family == "context" and first.role.startswith("basis")):
        return True
    if not _content(after):
        return True
    if all(any(t.family in TERMS and t.text not in COMPARATORS for t in side) for side in (before, after)):
        return False
    # 三个局的项目支出里，乙局是多少: the second narrows where the first looked.
    return not (any(t.family in BODIES for t in before) and any(_asked_of(after)))


def _adds_a_bound(tokens: Sequence[Span]) -> bool:
    """Whether a stretch goes on with one more bound, and asks nothing itself: 而且超过五百万的."""
    asked = [t for t in tokens if asks([t])]
    return tokens[0].text in _AND_ALSO and bool(asked) and all(t.family == "compare" for t in asked)


def _into_goals(tokens: Sequence[Span]) -> bool:
    """Whether a stretch ends in the goals that the next one asks into: 某项目的绩效目标里，采购数量是多少."""
    return len(tokens) > 1 and tokens[-2].role == "purpose" and tokens[-1].text in INSIDE


def _names_the_whole(tokens: Sequence[Span]) -> bool:
    """Whether a stretch says of what the one before it is a part: 甲中心的收入，在乙局收入合计中占百分之几."""
    inside = next((at for at, t in enumerate(tokens) if t.text in INSIDE), len(tokens))
    return tokens[0].text == "在" and any(t.text.startswith("占") or t.role == "share" for t in tokens[inside:])


def _names_a_document(tokens: Sequence[Span]) -> bool:
    """Whether a stretch says a body, a year and a stage, and so which document is looked into."""
    said = {t.family for t in tokens if t.family not in ("filler", "soft")}
    staged = any(t.role.startswith("stage") or t.text in ("预算", "决算") for t in tokens)
    return staged and "year" in said and said <= {*BODIES, "year", "context"}


def _asked_of(tokens: Sequence[Span]) -> Iterator[Span]:
    """The bodies of a stretch but those left out: 局本级（单位预算，不含甲中心）办公费."""
    for before, token in itertools.pairwise([None, *tokens]):
        if token is not None and token.family in BODIES and (before is None or before.role != "except"):
            yield token


def _leads_to(before: Sequence[Span], after: Sequence[Span]) -> bool:
    """Whether a stretch that asks only by its form names the set or the bodies that the next one asks of.

    甲局和乙局加起来，项目一共多少; 千万元以上的项目，甲局有哪些; 各单位的三公经费，平均下来多少.
    """
    told = [t for t in before if asks([t])]
    if not told or not asks(after):
        return False
    named = {t.family for t in before} & set(TERMS)
    bodies = sum(t.family == "department" for t in before)
    several = (bodies > 1 and not named) or any(t.role == "plus" for t in before)
    if several and all(t.role == "sum" for t in told) and (bodies > 1 or not _content(after)):
        return True  # 甲加乙加丙，合起来，今年比去年少了多少
    away = any(t.family in BODIES for t in after) and not any(t.family in (*TERMS, "compare") for t in after)
    sets = all(t.family in ("compare", "rank") or t.role == "count" for t in told)
    if not any(t.family in BODIES for t in before) and away and sets:
        return True  # 绩效目标项目个数，甲局和乙局各是多少; 金额最大的三个项目，甲局是哪些
    over = bool(_roles(after) & {"mean", "median", "max", "min"}) or any(t.family == "rank" for t in after)
    return all(t.role == "group" for t in told) and not _content(after) and over  # 三公经费分单位看，头三名是谁


def _sorts_by(tokens: Sequence[Span]) -> bool:
    """Whether a stretch says by what amount to sort, and not yet of whom or what: 按三公经费合计由高到低，…"""
    told = [t for t in tokens if asks([t])]
    bodies = any(t.family in BODIES for t in tokens)
    return not bodies and _names(tokens) and told[-1].family == "order" and {t.role for t in told[:-1]} <= {"sum"}


def _names(tokens: Sequence[Span]) -> bool:
    """Whether a stretch names a thing; a body is none."""
    return any(t.family in TERMS and t.text not in COMPARATORS for t in tokens)


def _only_sorts(tokens: Sequence[Span]) -> bool:
    """Whether a stretch says by what or how to sort and nothing else: 按项级科目排，…; 从高到低，…"""
    told = [t for t in tokens if t.family not in ("filler", "soft")]
    return bool(told) and all(
        t.family == "order" or (t.family == "context" and t.role.startswith(("level_", "entity_"))) for t in told
    )


def _only_a_basis(tokens: Sequence[Span]) -> bool:
    """Whether a stretch says against which year or between which stages and no more: 与上一年度相比，…"""
    told = [t for t in tokens if t.family not in ("filler", "soft")]
    return bool(told) and all(t.family == "context" and t.role.startswith(("basis", "stage")) for t in told)


def asks(tokens: Sequence[Span]) -> bool:
    """Whether a stretch puts a question by itself; 一共12个项目 tells how many there are."""
    told = {id(one) for one, other in itertools.pairwise(tokens) if one.role == "sum" and other.family == "said_count"}
    return any(
        (t.family == "operator" and t.role != "plus" and id(t) not in told and t.text not in (*COMPARATORS, *_SPREAD))
        or t.family in ("rank", "order", "compare")
        or (t.family in ("filler", "soft", "unit") and any(word in t.text for word in _ASKED))
        or (t.family not in ("concept", "name", "quoted", "aside") and _HOW_MANY.search(t.text))
        or (t.family == "concept" and re.search("几|多少", t.text))  # 几辆车, 接待多少批次
        for t in tokens
    )


def _content(tokens: Sequence[Span]) -> bool:
    return any(t.family in (*TERMS, *BODIES) and t.text not in COMPARATORS for t in tokens)


def _roles(tokens: Sequence[Span]) -> set[str]:
    return {t.role for t in tokens if t.family == "operator"}


def spaced(words: Words, before: Span | None, token: Span, roles: set[str]) -> bool:
    """Whether two lines held against each other are only parted by a space: 培训费 会议费 差额."""
    if before is None or not roles & {"difference", "ratio", "compare"}:
        return False
    if not all(t.family == "name" or (t.family == "concept" and _is_line(t)) for t in (before, token)):
        return False
    return " " in words.text[words.places[before.end - 1] : words.places[token.start]]


def _is_line(token: Span) -> bool:
    return concepts()[token.role].group in (None, "", "item")
