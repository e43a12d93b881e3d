"""A noun phrase of an English clause in Chinese order: what follows a preposition comes before."""

import re
from dataclasses import replace
from itertools import zip_longest

from assistant.understand.english.pieces import Piece

#: Pieces that name something.
CONTENT = (
    "terms", "words", "unknown", "entity", "number", "joint", "except", "secret", "inside", "indicator", "organs",
    "included",
)  # fmt: skip
_AUXILIARIES = frozenset(("does", "do", "did", "will", "would"))
_FINISHED = frozenset(("completed",))  # said behind what is done: projects completed
_GERUNDS = frozenset(
    ("operating", "maintaining", "building", "buying", "purchasing", "managing", "upgrading", "renting", "hiring")
)


_TWICE = re.compile(r"([一-龥]{2,6})\1")  # two English words for one Chinese: self-evaluation average score
_PER = ("每人", "人均", "每名")


def phrase(pieces: list[Piece]) -> str:
    """A noun phrase in Chinese order: what follows a preposition comes before, pieces after a comma stay after."""
    groups: list[list[list[Piece]]] = [[[]]]
    for at, piece in enumerate(pieces):
        if piece.kind == "stop":
            if enumerates(pieces, at):
                groups[-1][-1].append(Piece("joint", "、", ","))
            else:
                groups.append([[]])
        elif piece.said.lower() == "of" and at and pieces[at - 1].text == "政府采购":
            continue  # procurement of services
        elif piece.kind in ("preposition", "except") or (
            piece.kind == "empty" and piece.said.lower() in _AUXILIARIES and groups[-1][-1]
        ):
            groups[-1].append([piece] if piece.kind == "except" else [])
        elif piece.kind in (*CONTENT, "relative", "level", "ordinal", "purpose") and piece.text:
            groups[-1][-1].append(piece)
    said: list[str] = []
    for group in groups:
        runs = [_together(run) for run in reversed(group)]
        said.extend(run for at, run in enumerate(runs) if run not in runs[:at])
    return re.sub(r"^[和、]+|[和、]+$", "", re.sub(r"[和、]*和", "和", "".join(said)))


def once(text: str) -> str:
    """Chinese words without those that two English ones stand for: self-evaluation score is 自评得分."""
    return _TWICE.sub(r"\1", text).replace("率率", "率")


def enumerates(pieces: list[Piece], at: int) -> bool:
    """Whether a comma parts things of one list: goods, works and services."""
    beside = [p for p in (*pieces[at - 1 : at], *pieces[at + 1 : at + 2]) if p.kind in ("terms", "words")]
    return len(beside) == 2 and any(p.kind == "joint" for p in pieces[at:])


def _measured(piece: Piece, after: Piece | None) -> Piece:
    """A number with its measure word before a kind of thing: two projects."""
    counts = piece.kind == "number" and len(piece.text) < 3 and after is not None and after.kind == "entity"
    return replace(piece, text=f"{piece.text}个") if counts else piece


def _together(run: list[Piece]) -> str:
    if len(run) > 1 and run[0].said.lower() in _GERUNDS:
        run = [*run[1:], run[0]]  # operating the platform
    if len(run) > 1 and run[-1].said.lower() in _FINISHED:
        run = [run[-1], *run[:-1]]
    if not any(p.kind == "joint" for p in run):
        run = sorted(run, key=lambda p: not p.text.startswith(_PER))  # the ceiling per head
    run = [_measured(p, q) for p, q in zip_longest(run, run[1:])]
    text = once("".join(p.text for p in run))
    return f"{text}外" if run and run[0].kind == "except" else text
