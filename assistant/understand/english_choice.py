"""Which Chinese word an English one stands for: the one that a stored name holds together with the words beside it.

Road is 公路, 道路 or 路; rural road maintenance subsidy is 农村公路养护补助 where a project is called so. A word is never
dropped for it, only said otherwise: what no name holds stays as its first Chinese word and has to be understood.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import groupby

from assistant.understand.english_pieces import Piece

#: The stored names that hold at least one of some words, of the bodies named (of all where none is).
Holding = Callable[[Iterable[str], Iterable[str]], list[str]]

_SAID = ("terms", "words", "organs", "entity", "purpose", "indicator")
_APART = ("joint", "stop", "against", "compare", "share", "over", "difference", "except")


def chosen(pieces: list[Piece], holding: Holding) -> list[Piece]:
    """The pieces with one Chinese word each, by the names of the bodies among them."""
    bodies = [p.text for p in pieces if p.kind == "body"]
    made: list[Piece] = []
    for apart, group in groupby(pieces, key=lambda p: p.kind in _APART):
        run = list(group)
        ways = {i: (p.text, *p.others) for i, p in enumerate(run) if p.kind in _SAID and p.text}
        if not apart and any(len(words) > 1 for words in ways.values()):
            names = holding([word for words in ways.values() for word in words], bodies)
            for i, word in _best(ways, names).items():
                run[i] = replace(run[i], text=word, others=())
        made.extend(run)
    return made


def _best(ways: dict[int, tuple[str, ...]], names: list[str]) -> dict[int, str]:
    """For each place the word that the name with the most of them holds; elsewhere the first that any name holds."""

    def held(name: str) -> dict[int, str]:
        found = {i: max((w for w in words if w in name), key=len, default="") for i, words in ways.items()}
        return {i: word for i, word in found.items() if word}

    best: dict[int, str] = {}
    most = (0, 0, 0)
    for name in names:
        found = held(name)
        rank = (len(found), sum(map(len, found.values())), -len(name))
        if rank > most:
            best, most = found, rank
    return {
        i: best.get(i) or next((w for w in words if any(w in name for name in names)), words[0])
        for i, words in ways.items()
    }
