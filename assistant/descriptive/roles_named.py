"""Who builds, designs or supervises a project, where its text lists them: 施工单位：某公司；设计单位：某院."""

import re
from collections.abc import Iterator

from assistant.computing.figures.looking import Desk, holdings_of
from assistant.descriptive.places import Spot
from assistant.descriptive.quoting import lead_of, quote_of
from assistant.finding.evidence import Outcome
from assistant.plan import Plan
from assistant.understand.door import asks_figures
from assistant.understand.words.text import without
from ingest.wording.glyphs import bare

_ROLE = (
    r"施工|设计|监理|勘察|勘测|测绘|代建|承建|总承包|招标代理|采购代理|造价咨询|跟踪审计|检测|测评|监测"
    r"|建设|运营|运维|养护"
)
_BODY = r"(?:单位|方|公司|企业|机构)"
_WHO = r"(?:谁|哪(?:[一几些]?[家个]|些)?(?:公司|企业|单位|机构|院|厂家)?|(?:什么|啥)(?:公司|企业|单位|机构))"
# 谁施工, 由哪家公司来设计; 施工和设计单位是谁: the parts that are asked to be named.
_DOES = re.compile(
    rf"{_WHO}(?:家)?(?:来|去|负责|承担|承接|在|给|搞|做|干|帮忙)*(?P<role>{_ROLE})(?!费|经费|支出|项目|工作)"
)
_OF_THE_ROLE = re.compile(
    rf"(?P<roles>(?:{_ROLE}){_BODY}?(?:(?:、|和|与|及|跟|，)(?:{_ROLE}){_BODY}?)*)(?:都|分别|各自?)*(?:是|为|叫|找的?|请的?)*{_WHO}"
)
_NAMED = (
    r"(?:^|[；;。\n])\s*(?:[（(]?\d+[)）.、])?\s*(?:{role}){body}\s*(?:为|是)?\s*[：:]\s*(?P<name>[^；;。\n]{{4,40}})"
)


def roles_named(desk: Desk, plan: Plan) -> Outcome | None:
    """The lines that name who does each part asked for; None where one is missing or the project is not clear."""
    words = without(bare(plan.question), map(bare, plan.bodies))
    roles = _roles_asked(words)
    hints = [hint for ask in plan.asks for hint in ask.hints]
    left = [word for word in (*plan.unexplained, *hints) if not re.search(rf"{_ROLE}|{_BODY}|{_WHO}", word)]
    if not roles or asks_figures(words) or not plan.asks or not plan.asks[0].scope.departments:
        return None
    lists: dict[tuple[str, ...], list[tuple[Spot, int, int]]] = {}
    for spot in _spots(desk, plan):
        told = [_line_of(spot.passage.text, role) for role in roles]
        lines = [line for line in told if line is not None]
        if len(lines) == len(roles) and _is_of_the_project(spot, plan, left):
            lists.setdefault((spot.holding.document.id, *spot.passage.section[:-1]), []).extend(
                (spot, *line) for line in lines
            )
    if len(lists) != 1:
        return None
    (((spot, *_), *_),) = lists.values()
    found = next(iter(lists.values()))
    return Outcome("quotes", quotes=[quote_of(*line) for line in found], lead=lead_of(plan, spot))


def _roles_asked(words: str) -> list[str]:
    asked = [found["role"] for found in _DOES.finditer(words)]
    asked += [role for found in _OF_THE_ROLE.finditer(words) for role in re.findall(_ROLE, found["roles"])]
    return list(dict.fromkeys(asked))


def _spots(desk: Desk, plan: Plan) -> Iterator[Spot]:
    for holding, _ in holdings_of(desk, plan.asks[0]):
        for passage in holding.passages:
            if passage.row_id is None:
                yield Spot(holding, passage, "")


def _line_of(text: str, role: str) -> tuple[int, int] | None:
    """Where a text names who has a part: 施工单位：某公司."""
    alike = {"勘测": "勘察|勘测", "勘察": "勘察|勘测", "施工": "施工|承建", "承建": "施工|承建"}.get(role, role)
    found = re.search(_NAMED.format(role=alike, body=_BODY), text)
    if found is None:
        return None
    start = found.start() + len(found[0]) - len(found[0].lstrip("；;。\n "))
    return start, found.end()


def _is_of_the_project(spot: Spot, plan: Plan, left: list[str]) -> bool:
    """Whether the headings above a list name the project that is asked about; none need be where none is named."""
    above = bare("".join(spot.passage.section))
    if any(word.strip("由来是的请") not in above for word in left):
        return False  # 雨污混接工程谁施工 asks of another
    terms = [t for a in plan.asks for t in a.terms if t.kind in ("name", "like") and not re.fullmatch(_ROLE, t.text)]
    names = [[t.text, *(name for name, _ in t.names)] for t in terms]
    return all(any(name in above for name in own) for own in names if not any(re.search(_ROLE, n) for n in own[:1]))
