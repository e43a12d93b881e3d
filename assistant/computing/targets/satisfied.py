"""Whose satisfaction is asked for: that of the staff is told by no target for the public."""

import re

from assistant.computing.figures.looking import Desk
from assistant.finding.evidence import Outcome
from assistant.plan import Plan
from ingest.messages import say
from ingest.wording.glyphs import bare

_GROUPS = (
    "干部|职工|员工|工作人员|教师|老师|民警",
    "群众|公众|市民|居民|百姓|村民|社会",
    "被审计|审计对象",
    "企业|商户|市场主体",
    "学生|家长|学员|参训",
    "游客|旅客|乘客|观众|读者",
    "患者|病人",
)
_ASKED = re.compile(rf"(?P<who>{'|'.join(_GROUPS)})(?:们|单位|代表)?(?:的|对[一-龥]{{1,8}}?的?)?满意")
_TOLD = re.compile(r"(?P<who>[一-龥、]{0,10})满意")


def satisfied_kept(desk: Desk, plan: Plan, outcomes: list[Outcome]) -> list[Outcome]:
    """The outcomes of a turn; a refusal where each target told is for the satisfaction of others than is asked for."""
    asked = _ASKED.search(bare(plan.question))
    own = _groups(asked["who"]) if asked is not None else set()
    labels = [label for o in outcomes for label in (*(f.label for f in o.found), *o.choices)]
    told = [_groups(said["who"]) for label in labels if (said := _TOLD.search(bare(label)))]
    if asked is None or not told or any(not groups or groups & own for groups in told):
        return outcomes
    return [Outcome("refusal", message=say("answer.not_told_of", desk.language, asked=asked[0] + "度"))]


def _groups(words: str) -> set[str]:
    return {group for group in _GROUPS if re.search(group, words)}
