"""English questions for projects that are chosen by a target: how many projects set the indicator X at 95% or more."""

from dataclasses import replace

from assistant.understand.english.parts import Parts
from assistant.understand.english.pieces import Piece

_BESIDE = ("empty", "preposition", "body", "year", "stage", "level", "stop")
_ASKED = ("count", "which", "listing", "amount")
_OTHERWISE = (
    "largest", "smallest", "average", "change", "increase", "decrease", "share", "ratio", "difference", "compare",
    "why", "lacking", "except", "rank",
)  # fmt: skip
#: What a project does with a target.
_SETTING = frozenset(("set", "sets", "setting", "require", "requires", "requiring", "put", "puts", "fix", "fixes"))
_ENDS = {"count": "有几个", "which": "有哪些", "listing": "有哪些", "amount": "加起来多少钱"}


def of_targets(parts: Parts) -> str | None:
    """The clause in Chinese words, where projects are counted, listed or added up by a target they set; else None."""
    asked, after = _of_projects(parts)
    sets = any(p.kind in ("target", "indicator") or p.said.lower() in _SETTING for p in after)
    named = "".join(p.text for p in after if p.kind in ("terms", "words"))
    strange = any(p.kind == "unknown" and p.said.lower() not in _SETTING for p in after)
    if not asked or not sets or not named or strange or parts.has(*_OTHERWISE):
        return None
    bounds = [*parts.conditions, *_rates(after)]
    if len(bounds) > 1 or not all("%" in bound for bound in bounds):
        return None
    if not bounds and asked != "amount":
        return f"{parts.front}{'有几个' if asked == 'count' else '哪些'}项目设有{named}指标"
    return f"{parts.front}{named}{bounds[0]}的项目{_ENDS[asked]}" if bounds else None


def without_verb(parts: Parts) -> Parts:
    """The parts without the word for setting a target, which the Chinese question says otherwise."""
    pieces = [p for p in parts.pieces if p.said.lower() not in _SETTING]
    return replace(parts, pieces=pieces)


def _of_projects(parts: Parts) -> tuple[str, list[Piece]]:
    """What is asked of projects, and the pieces behind them; nothing where they are not what is asked for."""
    told = [p for p in parts.pieces if p.kind not in _BESIDE]
    at = next((i for i, p in enumerate(told) if p.kind == "entity" and p.text == "项目"), 0)
    if not at or told[at - 1].kind not in _ASKED:
        return "", []
    return told[at - 1].kind, told[at + 1 :]


def _rates(pieces: list[Piece]) -> list[str]:
    """The rates that are said without a bound before them, as conditions."""
    found = []
    for at, piece in enumerate(pieces):
        if piece.kind == "number" and piece.text.endswith("%") and (not at or pieces[at - 1].kind != "over"):
            behind = pieces[at + 1].text if pieces[at + 1 :] and pieces[at + 1].kind == "over_after" else ""
            found.append(f"{piece.text}{behind}" if behind else f"等于{piece.text}")
    return found
