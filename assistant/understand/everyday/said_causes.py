"""How a set by change is narrowed and told: 因人员调出而低于年初预算的科目有哪些，各支出多少.

The cause leaves the question, which then reads as if nobody had said it, and the members chosen are those whose
sentences print it (``computing/sets/moves_because.py``).
"""

import re

_SETS = re.compile(r"(?:哪[些几个]|几[个项]|多少[个项]|列出|列一下)")
_MEMBERS = re.compile(r"科目|项目|支出|事项|[款项]")
_MOVED = r"决算|实际|支出|没|未|少|多|低|高|超|比|预算|压|增|减|下降|上升"
_LED = (
    r"(?:主要)?(?:是)?(?:因为|由于|因(?!公|素|地制宜|[此而何]))(?P<why>[^，,。；;？?！!]{2,14}?)"
    r"(?:的(?:原因|缘故|关系))?"
)
_CAUSE = re.compile(_LED + r"(?:而|才|导致|造成|使得|所以|[，,])+")
_CAUSE_UNMARKED = re.compile(_LED + rf"(?={_MOVED})")
_ASKS = re.compile(r"什么|啥|何|哪|多少|几|谁|怎")

_EACH = r"(?:[各都]自?|分别|每个|各个)?"
_HOW_MANY = r"(?:[是为有]|到)?(?:多少|几)"
_BESIDE = re.compile(
    rf"[，,、；;？?](?:它们|这些)?(?:{_EACH}的?(?P<after>实际|支出|决算|[花用支]了?)(?:支出|决算|出|数|额|了|掉)*"
    rf"|{_EACH}的?(?P<before>年初预算|预算)(?:数|额)?){_EACH}{_HOW_MANY}"
)


def without_cause(question: str) -> tuple[str, str]:
    """A question that chooses members by a cause without it, and the cause; as it is where none is said."""
    if not (_SETS.search(question) and _MEMBERS.search(question)):
        return question, ""
    marked = [m for m in _CAUSE.finditer(question) if not _ASKS.search(m["why"])]
    said = marked or [m for m in _CAUSE_UNMARKED.finditer(question) if not _ASKS.search(m["why"])]
    if len(said) != 1:
        return question, ""
    return question[: said[0].start()] + question[said[0].end() :], said[0]["why"]


def side_asked(question: str) -> str | None:
    """Which of its two amounts is asked of each member: ``after`` what was spent, ``before`` what was budgeted."""
    said = _BESIDE.search(question)
    return None if said is None else "after" if said["after"] else "before"
