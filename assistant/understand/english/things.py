"""What an English clause asks about, in Chinese: its noun phrase with the stage of the budget that it is of."""

from assistant.understand.english.parts import Parts
from assistant.understand.english.phrase import phrase
from assistant.understand.english.pieces import Piece

_COSTLY = ("expense", "expenses")
SPENT = ("spending", "expenditure", "expenditures", "outlay", "outlays")
_FINAL = {"支出总计": "本年支出合计", "收入总计": "本年收入合计"}  # what was spent, without what is carried over


def things(parts: Parts, *without: str) -> str:
    """The noun phrase of a clause without some kinds of pieces."""
    rest = [p for p in parts.rest if p.kind not in without]
    spent = any(p.said.lower() in SPENT for p in rest)
    rest = without_spending(rest)
    thing = phrase(rest) or parts.text("whole")
    if spent and thing == "离退休人员":
        thing = "离退休支出"  # what is spent on them, not how many they are
    if (parts.has("amount", "sum", "share", "compare", "difference") or parts.says(*_COSTLY)) and not parts.has(
        "count"
    ):
        money = parts.stages or parts.says("spend", "spends", "spent", "cost", "costs", "pay", *_COSTLY, *SPENT)
        thing = thing.replace("车辆", "公务用车购置及运行维护费") if money else thing
    thing = of_the_account(thing, parts)
    stages = list(dict.fromkeys(s for s in parts.stages if s not in thing))
    if "完成率" in stages and "预算" in stages:
        stages.remove("预算")
    if len(stages) > 1 and both(parts.pieces, "stage"):
        return f"{thing}{'和'.join(stages)}"  # the opening budget and the final account
    stage = "".join(stages)
    if stage in ("决算", "执行数", "年初预算"):
        return (stage + thing) if thing and stage == "决算" else thing + stage
    return thing + stage


def of_the_account(whole: str, parts: Parts) -> str:
    """A whole as a final account has it: all that was spent or came in that year."""
    return _FINAL.get(whole, whole) if "决算" in parts.stages else whole


def both(pieces: list[Piece], kind: str) -> bool:
    """Whether two pieces of a kind are named beside each other."""
    at = [i for i, p in enumerate(pieces) if p.kind == kind]
    return len(at) > 1 and any(p.kind in ("joint", "against") for p in pieces[at[0] : at[-1]])


def texts(parts: Parts, kind: str) -> list[str]:
    """The Chinese words of every piece of a kind."""
    return [p.text for p in parts.pieces if p.kind == kind]


def without_spending(pieces: list[Piece]) -> list[Piece]:
    """The pieces of a thing, without the word that it is spent: spending on travel."""
    named = any(p.kind in ("terms", "words") and p.said.lower() not in SPENT for p in pieces)
    return [p for p in pieces if not (named and p.said.lower() in SPENT)]
