"""How far the words of a question name a header: by pairs of characters, numbers and words, rarer ones weigh more."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from assistant.lexicon import alike_words
from assistant.tabular.periods import found_in
from ingest.wording.glyphs import bare, normal

_RUNS = re.compile(r"[a-z]+|\d+(?:\.\d+)?|[\u3400-\u9fff]+|[^\sa-z\d\u3400-\u9fff]")
_ORDER = re.compile(r"^[（(]?(?:[一二三四五六七八九十]+|\d{1,2})[）)]?[、.．]\s*|^(?:其中|加|减)[：:]?\s*")
_COUNTED_SHARE = 0.6
_COUNTED = re.compile(r"(.{0,8})([套件个台辆户只人次家间宗块所名篇项座株头本册份张])数")
_UNIT = re.compile(r"[（(][^（）()]{0,8}[）)]\s*$")


@dataclass(frozen=True, slots=True)
class Named:
    """What of a header a question says: the weight said, its share of the whole, and where in the question."""

    weight: float
    share: float
    places: frozenset[int]


NOTHING = Named(0.0, 0.0, frozenset())


@lru_cache(maxsize=65536)
def pieces(text: str) -> tuple[str, ...]:
    """The pieces by which a header is named: pairs of characters, whole numbers, whole foreign words."""
    words = bare(_UNIT.sub("", _ORDER.sub("", text.strip()))) or bare(text)
    found: list[str] = []
    for run in _RUNS.findall(words):
        if len(run) > 1 and "\u3400" <= run[0] <= "\u9fff":
            found.extend(run[at : at + 2] for at in range(len(run) - 1))
        else:
            found.append(run)
    return tuple(dict.fromkeys(found))


class Words:
    """The words of a question, with the places where each piece of a header stands in them."""

    def __init__(self, question: str) -> None:
        self.text = normal(question)
        kept = [at for at, character in enumerate(self.text) if bare(character)]
        self.key = "".join(self.text[at] for at in kept)
        self._at = kept
        self._places: dict[str, frozenset[int]] = {}
        self._instead: list[tuple[str, frozenset[int]]] = []  # words that something said stands for, and where
        for group in alike_words():
            said = [(word, at) for word in group for at in _starts(self.key, word)]
            here = frozenset(at + step for word, at in said for step in range(len(word)))
            self._instead.extend((word, here) for word in group if said)

    @cached_property
    def period_places(self) -> frozenset[int]:
        """The places where periods are named."""
        found: set[int] = set()
        for _, start, end in found_in(self.text):
            found.update(at for at, place in enumerate(self._at) if start <= place < end)
        return frozenset(found)

    @cached_property
    def alike_places(self) -> frozenset[int]:
        """The places of words that stand for words of a header: 多少钱, 最便宜."""
        return frozenset[int]().union(*(here for _, here in self._instead))

    @cached_property
    def _general(self) -> frozenset[int]:
        """The places of words that suit any thing (负债情况) and so name no header by themselves."""
        return self.all_places("情况") | self.all_places("状况")

    def pieces(self) -> tuple[str, ...]:
        """The pieces of the question itself."""
        return pieces(self.key)

    def all_places(self, key: str) -> frozenset[int]:
        """Every place of some words in comparison form."""
        return frozenset(at + step for at in _starts(self.key, key) for step in range(len(key)))

    def between(self, first: int, last: int) -> str:
        """The words from one place to another, with the signs that the comparison form leaves out."""
        return self.text[self._at[first] : self._at[last] + 1]

    def places(self, piece: str) -> frozenset[int]:
        """Where a piece stands."""
        found = self._places.get(piece)
        if found is None:
            number = piece[0].isdigit()
            starts = [at for at in _starts(self.key, piece) if not (number and _cuts_number(self.key, at, len(piece)))]
            found = frozenset(at + step for at in starts for step in range(len(piece)))
            self._places[piece] = found
        return found

    def named(self, text: str, weights: Mapping[str, float], taken: frozenset[int] = frozenset()) -> Named:
        """What of a header is said outside the places taken; rarer pieces among its neighbours weigh more."""
        found = [self.said(pieces(text), weights, bare(text), taken)]
        others = [self.said(pieces(other), {}, bare(other), taken) for other in asked_as(text)]
        found += [named for named in others if named.share >= _COUNTED_SHARE]
        return max(found, key=lambda named: (named.weight * named.share, named.weight))

    def said(
        self, parts: Sequence[str], weights: Mapping[str, float], key: str = "", taken: frozenset[int] = frozenset()
    ) -> Named:
        """What of some pieces is said; words of ``key`` may be said by others that mean the same."""
        instead: dict[str, frozenset[int]] = {}
        for word, here in self._instead:
            if word in key:
                for piece in pieces(word):
                    instead[piece] = instead.get(piece, frozenset()) | here
        said, whole, own = 0.0, 0.0, len(parts) == 1
        found: dict[int, set[str]] = {}
        for piece in parts:
            weight = weights.get(piece, 1.0)
            whole += weight
            direct = self.places(piece) - taken
            here = direct or (instead.get(piece, frozenset()) - taken)
            if here:
                said += weight
                own = own or not (direct & self._general or here <= self._general)
                for at in here:
                    found.setdefault(at, set()).add(piece)
        return Named(said, said / whole, _claimed(found)) if own and said else NOTHING


def measure_of(text: str) -> str:
    """The measure word of a header that counts things (成交套数: 套), empty where it counts none."""
    match = _COUNTED.fullmatch(_UNIT.sub("", text.strip()))
    return match[2] if match is not None else ""


@lru_cache(maxsize=65536)
def asked_as(text: str) -> tuple[str, ...]:
    """Other words for a header that counts things: 成交套数 is 成交量, and is asked for by 成交多少套."""
    match = _COUNTED.fullmatch(_UNIT.sub("", text.strip()))
    if match is None:
        return ()
    return (f"{match[1]}量", *(f"{match[1]}{ask}{match[2]}" for ask in ("多少", "几", "多")), f"{match[1]}数量")


def _claimed(found: Mapping[int, set[str]]) -> frozenset[int]:
    """The places that say a header: the runs that say most of it, without those that only say it again."""
    runs: list[tuple[set[str], list[int]]] = []
    for at in sorted(found):
        if runs and runs[-1][1][-1] == at - 1 and (runs[-1][0] & found[at] or at - 1 in found):
            runs[-1][0].update(found[at])
            runs[-1][1].append(at)
        else:
            runs.append((set(found[at]), [at]))
    said: set[str] = set()
    places: set[int] = set()
    for pieces_said, here in sorted(runs, key=lambda run: (-len(run[0]), run[1])):
        if pieces_said - said:
            said |= pieces_said
            places.update(here)
    return frozenset(places)


def weights_among(texts: Iterable[str]) -> dict[str, float]:
    """How telling a piece is among some headers: one that all share tells nothing apart."""
    listed = list(dict.fromkeys(texts))
    counts = Counter(piece for text in listed for piece in pieces(text))
    scale = math.log(1 + len(listed)) or 1.0
    return {piece: math.log(1 + len(listed) / count) / scale for piece, count in counts.items()}


def _starts(words: str, piece: str) -> Sequence[int]:
    found, at = [], words.find(piece)
    while at >= 0:
        found.append(at)
        at = words.find(piece, at + 1)
    return found


def _cuts_number(words: str, at: int, length: int) -> bool:
    before, after = words[at - 1 : at], words[at + length : at + length + 1]
    return before.isdigit() or after.isdigit()
