"""A turn that asks in words of another thing what was asked in words before: 普法宣传呢 after 社区矫正为什么增加."""

import re

from assistant.plan import Plan
from assistant.understand.door import Door, asks_figures, door_of
from assistant.understand.words.text import without
from ingest.wording.glyphs import bare, normal

_TURN = re.compile(
    r"(?:那么?|还有|至于|再问一下|还)*[，,]?(?P<thing>[^，,。；;？?]{2,24}?)的?(?:呢|(?P<why>又?是?(?:怎么回事|咋回事|为(?:什么|啥|何)|因为(?:什么|啥)|什么(?:原因|缘故))))[呢啊]?[？?]?"
)
_ASKS = re.compile(r"多少|几[个家项名人]|什么|啥|谁|哪|何|怎|咋|吗|最|占|其中|它|这")
_YEAR = re.compile(r"(?:19|20)\d\d年度?|[今去前上]年|上一年")
_GOAL = re.compile(r"目标|目的|效果")
# How a thing is asked about that stands for itself; 社区矫正为什么增加 does not say that another line rose too.
_OF_A_LINE = {Door.WHY: "为什么变化", Door.DEFINE: "是什么意思"}
_WHY = re.compile(
    r"(?:怎么|为什么|为何|为啥|因为什么|咋)[^，,。；;？?]*|(?:增|减|下降|上升|变化)[^，,。；;？?]{0,6}(?:原因|缘由|理由)[^，,。；;？?]*"
)


def asked_alike(turn: str, alone: Plan, before: Plan) -> str | None:
    """The turn as a question in words; None where it asks something itself or the one before asked for no words.

    ``alone`` is the plan of the turn by itself: whether it names another body.
    """
    asked = door_of(before.question)
    found = _TURN.fullmatch(normal(turn).strip())
    if found is None or asked in (None, Door.OUTSIDE, Door.TEXT) or (found["why"] and asked is not Door.WHY):
        return None
    thing = found["thing"]
    if _ASKS.search(thing) or asks_figures(bare(thing)) or door_of(thing) is not None:
        return None
    if not without(_YEAR.sub("", thing), alone.bodies).strip("的 "):
        return _of_another(thing, alone, before, asked)
    if asked is Door.GOAL:
        return f"{thing}的绩效目标是什么" if _GOAL.search(before.question) else f"{thing}是用来做什么的"
    return f"{thing}{_OF_A_LINE[asked]}" if asked in _OF_A_LINE else None


def _of_another(thing: str, alone: Plan, before: Plan, asked: Door | None) -> str | None:
    """The question before with the body or the year of a turn that names nothing else."""
    question = normal(before.question)
    asking = _WHY.search(question) if asked is Door.WHY else None
    if asking is not None:
        question = f"{question[: asking.start()]}{_OF_A_LINE[Door.WHY]}"
    years = _YEAR.findall(thing)
    if years:
        question = _YEAR.sub(years[0], question, count=1) if _YEAR.search(question) else f"{years[0]}{question}"
    said = [body for body in before.bodies if body in question]
    if alone.bodies:
        question = question.replace(said[0], alone.bodies[0], 1) if said else f"{alone.bodies[0]}{question}"
    return question if alone.bodies or said or asked is Door.WHY else None
