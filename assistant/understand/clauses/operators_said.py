"""What a word that asks for an operation tells of its clause: what is to be done, and which way."""

import re

from assistant.understand.clauses.clause import Clause
from assistant.understand.words.operations import moving
from assistant.understand.words.spans import Span

_OF_TWO = {"cumulative": ("share", "sum"), "parts": ("list", "parts")}  # 甲和乙合计占多少


def operator_said(clause: Clause, token: Span, following: Span | None) -> None:
    """Note what a token for an operation says."""
    if token.role == "each":
        clause.each = True
        counts = (
            token.text.endswith("多少") and following is not None and re.match("个(?:预算|专项)?项目", following.text)
        )
        if counts and "count" not in clause.operators:
            clause.operators.append("count")  # 各有多少个项目
    elif token.role == "which":
        clause.which = True
        if token.text.endswith("项目") and (clause.ranked or clause.picks):
            clause.entity = clause.entity or "project"  # 第五名是什么项目
    elif token.role == "growth":
        clause.direction = moving(token.text) or clause.direction
        if "growth" not in clause.operators:
            clause.operators.append("growth")
    elif token.role == "difference":
        clause.direction = clause.direction or _leaning(token.text)
        clause.operators.append("difference")
    elif token.role == "group":
        if any(c in token.text for c in "年"):
            clause.every_year = True
        else:
            clause.operators.append("group")
    else:
        roles = _OF_TWO.get(token.role, (token.role,))
        clause.operators.extend(role for role in roles if role not in clause.operators)
    if token.role == "count" and token.text.startswith("项目"):
        clause.entity = clause.entity or "project"  # 项目个数
    if token.role in ("max", "min"):
        clause.picks.append((token.role, None))


def _leaning(gap: str) -> str | None:
    """Which way a gap is said to lean: 少花多少 asks how much less."""
    return "increase" if gap[0] in "多高贵大超" else "decrease" if gap[0] in "少低便小" else None


def of_an_amount(target: Span, before: Span | None) -> bool:
    """Whether a word for targets ends the name of one: 救助金额指标 asks for no amount beside it."""
    return before is not None and before.text == "金额" and target.text.startswith("指标")
