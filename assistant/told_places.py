"""A member of the list told before, said by its place in it: 第二个占多少, 那第三项呢, 最后一个是多少钱."""

import re
from collections.abc import Sequence

from assistant.finding.evidence import Found, Told
from assistant.understand.words.limits_said import number_of
from ingest.wording.names import is_body_name

_COUNTED = r"[个项家笔场所]"
# No rank: 第二大的, 第三名 go by the amounts; 第一批次 is another thing.
_PLACED = re.compile(
    rf"(?P<behind>倒数)?第(?P<at>[一二三四五六七八九十]|\d{{1,2}}){_COUNTED}(?:项目|单位|科目)?(?!(?:[大高多低小少]的?|季度|阶段|方面|批|次)(?!多少|少|于))"
    rf"|最后(?:那?一|那){_COUNTED}(?:项目|单位|科目)?"
)
# 最大的那个的绩效目标: what is asked of the one that a rank chooses among them.
_LARGEST = re.compile(
    rf"(?:其中|里面)?(?:金额|钱|预算)?最(?P<end>[大高多小低少])的(?:那|一|那一)?{_COUNTED}(?:项目|单位)?(?=的[\u4e00-\u9fff]{{2}})"
)
_SEVERAL = re.compile(r"它们|他们|这些|那些|\b(?:they|them|these|those)\b", re.IGNORECASE)


def with_member_named(words: str, turns: Sequence[Told]) -> str:
    """A turn with the members of the list told last by their names; as it came where none was told."""
    listed = _listed(turns)

    def named(said: re.Match[str]) -> str:
        at = int(number_of(said["at"]) or 1) if said["at"] else len(listed)
        return _name(listed[-at if said["behind"] else at - 1]) if at <= len(listed) else said[0]

    def chosen(said: re.Match[str]) -> str:
        amounts = [f.figure.amount.base for f in listed if f.figure is not None and f.figure.amount is not None]
        if len(amounts) < len(listed):
            return said[0]
        end = (max if said["end"] in "大高多" else min)(amounts)
        return _name(listed[amounts.index(end)]) if amounts.count(end) == 1 else said[0]

    return _LARGEST.sub(chosen, _PLACED.sub(named, words)) if len(listed) > 1 else words


def up_to_the_set(words: str, turns: Sequence[Told]) -> Sequence[Told]:
    """The turns up to the list that a turn speaks of as several (它们一共多少), past those that told one of it."""
    if not _SEVERAL.search(words):
        return turns
    for at in range(len(turns), 0, -1):
        outcomes = turns[at - 1].outcomes
        if any(outcome.kind == "list" and len(outcome.found) > 1 for outcome in outcomes):
            return turns[:at] if len(_listed(turns)) > 1 else turns
        if len(outcomes) != 1 or outcomes[0].kind != "figures" or len(outcomes[0].found) != 1:
            return turns
    return turns


def _listed(turns: Sequence[Told]) -> list[Found]:
    """What the last list of a talk told; none where a body that is not among it was spoken of since."""
    since: set[str] = set()
    for turn in reversed(turns):
        lists = [outcome for outcome in turn.outcomes if outcome.kind == "list"]
        if lists:
            known = {*turn.plan.bodies, *(found.label for found in lists[0].found)}
            return lists[0].found if len(lists) == 1 and since <= known else []
        since.update(turn.plan.bodies)
    return []


def _name(found: Found) -> str:
    """What a member is called: with its unit where the list tells it by both."""
    whose, _, name = found.label.rpartition("—")
    if is_body_name(found.label):
        return found.label
    return f"{whose}的“{name}”" if whose else f"“{name}”"
