"""Places and organs of an English clause put together as bodies: the audit bureaus of Beijing and Shanghai."""

import re
from itertools import pairwise

from assistant.understand.english_pieces import Piece

_RANKS = ("市", "区", "省")
# One letter a piece: P place, R rank, O organ, f "of" and the like, s comma and "and", x anything else.
_ONE = r"P(?:R)?(?:[fe]*P(?:R)?)*"
_RUNS = (
    ("organ_first", re.compile(rf"O[e]*f[e]*(?:R)?{_ONE}(?:s+{_ONE})*")),
    ("shared", re.compile(rf"{_ONE}(?:s+{_ONE})+(?:R)?[e]*O")),
    ("placed", re.compile(rf"{_ONE}(?:R)?[e]*O")),
    ("place", re.compile(_ONE)),
)
_ORGAN = re.compile(r"[局委厅办院会心狱部所站校道处]$|委员会$|办公厅$|检察院$|政府$|政协$")


def with_bodies(pieces: list[Piece]) -> list[Piece]:
    """The pieces with every body as one piece; enumerated places get the organ they share."""
    letters = "".join(map(_letter, pieces))
    made: list[Piece] = []
    at = 0
    while at < len(pieces):
        for kind, run in _RUNS:
            found = run.match(letters, at)
            if found is not None:
                made.extend(_bodies(kind, pieces[at : found.end()]))
                at = found.end()
                break
        else:
            piece = pieces[at]
            alone = at == 0 or pieces[at - 1].said.lower() in ("the", "this", "that", "our", "your", "its", "their")
            if piece.kind == "organs" and len(piece.text) == 1 and alone:
                piece = Piece("empty", "", piece.said)  # the bureau: whichever was spoken of
            full = piece.kind == "organs" and len(piece.text) >= 3 and _ORGAN.search(piece.text)
            made.append(Piece("body", piece.text, piece.said) if full else piece)
            at += 1
    return made


def _letter(piece: Piece) -> str:
    said = piece.said.lower()
    if piece.kind == "place":
        return "P"
    if piece.kind == "organs":
        return "O"
    if piece.kind == "words" and piece.text in _RANKS:
        return "R"
    if said in ("of", "in", "for"):
        return "f"
    if said in ("the", "'", "'s", "s"):
        return "e"
    if piece.kind == "joint" or said == ",":
        return "s"
    return "x"


def _bodies(kind: str, run: list[Piece]) -> list[Piece]:
    organ = next((p.text for p in run if p.kind == "organs"), "")
    groups: list[list[Piece]] = [[]]
    for piece in run:
        if piece.kind == "joint" or piece.said == ",":
            groups.append([])
        elif piece.kind in ("place", "words"):
            groups[-1].append(piece)
    said = " ".join(p.said for p in run)
    names = []
    for group in filter(None, groups):
        order = _inner_first(group, run)
        names.append("".join(p.text for p in order) + organ)
    del kind
    return [Piece("body", name, said) for name in names]


def _inner_first(group: list[Piece], run: list[Piece]) -> list[Piece]:
    """Putuo District of Shanghai as 上海普陀区."""
    reversed_order = any(
        one.kind in ("place", "words") and two.said.lower() == "of" for one, two in pairwise(run) if one in group
    )
    places = [p for p in group if p.kind == "place"]
    if reversed_order and len(places) == 2:
        cut = group.index(places[1])
        return [*group[cut:], *group[:cut]]
    return group
