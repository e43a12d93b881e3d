"""A member of the list told before, said by its place in it: 第二个占多少, 那第三项呢, 最后一个是多少钱."""

import re
from collections.abc import Sequence

from assistant.finding.evidence import Found, Told
from assistant.understand.words.limits_said import number_of
from ingest.wording.names import is_body_name

_COUNTED = r"[个项家笔条场种类批所]"
# No rank: 第二大的, 第三名 go by the amounts; 第一批次 and 第二类人员 are other things.
_PLACED = re.compile(
    rf"(?:第(?P<at>[一二三四五六七八九十]|\d{{1,2}}){_COUNTED}|最后(?:那?一|那){_COUNTED})"
    r"(?:项目|单位|科目)?(?=$|[，,。；;？?！!、]|[的占比是有和与跟花用要做为叫呢多少差几各哪什为怎])(?![大高多低小少]的)"
)

_SEVERAL = re.compile(r"它们|他们|这些|那些|\b(?:they|them|these|those)\b", re.IGNORECASE)


def with_member_named(words: str, turns: Sequence[Told]) -> str:
    """A turn with the members of the list told last by their names; as it came where none was told."""
    listed = _listed(turns)

    def named(said: re.Match[str]) -> str:
        at = int(number_of(said["at"]) or 1) - 1 if said["at"] else -1
        return _name(listed[at]) if at < len(listed) else said[0]

    return _PLACED.sub(named, words) if len(listed) > 1 else words


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
