"""English clauses that hold a thing against another, or against itself of another year, in Chinese order."""

import re
from itertools import groupby, pairwise

from assistant.understand.english.parts import Parts
from assistant.understand.english.phrase import phrase
from assistant.understand.english.things import texts, things, without_spending

_LESS = re.compile(r"\b(?:less|lower|fewer|smaller|cheaper)$")
_MORE = re.compile(r"\b(?:more|higher|larger|bigger|greater|dearer)$")
_WITHIN = ("over", "above", "below", "under")  # of amounts, or of a table's rows


def change(parts: Parts) -> str | None:
    """How a thing moved: by how much did travel rise, how much more is paid this year."""
    turned = parts.has("change", "increase", "decrease")
    several = len(parts.bodies) > 1 and parts.has("difference", "compare")
    led = directed(parts)
    dated = parts.years or any(p.text == "今年" for p in parts.pieces)  # how much more is paid this year
    alone = led and dated and not parts.has("against", "compare", "over", "joint")
    if several or not (turned or parts.basis or alone):
        return None
    turn = parts.text("increase") or parts.text("decrease") or "变化"
    if parts.has("rate", "increase", "decrease") is False or parts.has("change") or _either_way(parts):
        turn = "变化"
    if parts.has("compare") and parts.basis:
        turn = "增加" if parts.text("compare") == "更高" else "减少"
    if led and not turned:
        turn = led
    basis = parts.basis or "比上年"
    kinds = [p.text for p in parts.rest if p.kind == "entity"]
    if kinds and parts.has("which", "what") and parts.has("largest") and turn != "变化":
        over = things(parts, "entity", "number", "last_year")
        held = f"{over}{basis}" if over.endswith("预算") else f"{basis}{over}"  # 比上年预算 is another basis
        if parts.has("rate"):
            return f"{parts.front}{held}{turn}百分比最大的{kinds[0]}是哪个"
        return f"{parts.front}{held}{turn}最多的{kinds[0]}是哪个，{turn}多少"
    if kinds and parts.has("which", "listing", "count") and not parts.has("largest", "smallest"):
        ends = "有多少个" if parts.has("count") else "有哪些"
        return f"{parts.front}{things(parts, 'entity', 'number')}{basis}{turn}的{kinds[0]}{ends}"
    asked = "多少" if not parts.has("rate") else "百分之几"
    how = any(p.kind in ("amount", "difference") and p.said.lower() != "by how much" for p in parts.pieces)
    years = any(p.kind == "joint" and q.kind == "year" for p, q in pairwise(parts.pieces))
    if parts.has("rate") and (how or (parts.has("joint") and not years)):  # by how much, in percent: the rate alone
        asked = "多少和百分之几"
    return f"{parts.front}{things(parts, 'number')}{basis}{turn}{asked}"


def _either_way(parts: Parts) -> bool:
    """Whether it is left open which way a thing moved: did it go up or down."""
    return parts.has("increase", "decrease") and any(
        (p.kind in ("increase", "decrease") and q.said.lower() == "or")
        or (p.said.lower() == "or" and q.kind in ("increase", "decrease"))
        for p, q in pairwise(parts.pieces)
    )


def directed(parts: Parts) -> str:
    """Which way a difference is asked for: how much less."""
    said = next((p.said.lower() for p in parts.pieces if p.kind == "difference"), "")
    return "减少" if _LESS.search(said) else "增加" if _MORE.search(said) else ""


def stages_apart(parts: Parts) -> str | None:
    """What is planned held against what was spent: by how much is the 2025 budget below what was spent in 2024."""
    over = next((p.text for p in parts.pieces if p.kind == "over"), "")
    turn = directed(parts) or {"低于": "减少", "超过": "增加"}.get(over, "")
    if not turn or parts.conditions or not parts.has("difference", "amount"):
        return None
    stages = [stage for stage, _ in groupby(parts.stages)]  # what was actually spent in the final accounts
    if len(parts.bodies) > 1 or len(stages) != 2:
        return None
    one, other = (*texts(parts, "year"), "", "")[:2]
    thing = phrase([p for p in parts.rest if p.kind != "over"])
    bodies = "和".join(parts.bodies)
    return f"{bodies}{one}{thing}{stages[0]}比{other}{stages[1]}{turn[0]}多少".replace("增多少", "多多少")


def compared(parts: Parts) -> str | None:
    """Two things or two bodies side by side: which is higher, and by how much."""
    if parts.has("rank"):
        return None
    if not (parts.has("compare", "difference", "against", "over") or (parts.has("largest") and len(parts.bodies) > 1)):
        return None
    gap = parts.has("difference", "amount")
    sides = _sides(parts)
    if sides is not None:
        higher = f"哪个{parts.text('compare') or '更高'}，" if parts.has("compare") or not gap else ""
        return f"{parts.front}{'和'.join(sides)}{higher}{'相差多少' if gap else ''}".rstrip("，")
    thing = things(parts, "number")
    if len(parts.bodies) > 1:
        higher = "谁更低" if parts.text("compare") == "更低" else "谁更高"
        asked = f"{higher}，相差多少" if parts.has("compare", "which") and gap else "相差多少" if gap else higher
        if parts.has("against") and not (gap or parts.has("compare", "which", "largest")):
            asked = "谁更高，相差多少"
        return f"{parts.front}{thing}{asked}"
    if parts.has("difference"):
        ends = "金额最大和最小的" if parts.has("largest") and parts.has("smallest") else ""
        return f"{parts.front}{ends}{thing}相差多少"
    if parts.has("compare"):
        return f"{parts.front}{thing}哪个{parts.text('compare')}" + ("，相差多少" if gap else "")
    return None


def _sides(parts: Parts) -> tuple[str, str] | None:
    """The two things that one clause holds against each other: does fuel cost more than repairs."""
    if len(parts.bodies) > 1 or parts.basis is not None:
        return None
    for at, piece in enumerate(parts.rest):
        if piece.kind == "against" or (piece.kind == "over" and piece.said.lower() not in _WITHIN):
            left, right = phrase(without_spending(parts.rest[:at])), phrase(without_spending(parts.rest[at + 1 :]))
            if left and right:
                return left, right
    return None
