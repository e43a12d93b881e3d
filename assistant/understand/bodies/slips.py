"""Body names with one slip of the pen: a character that sounds or looks alike, one lost, one twice, two exchanged."""

import itertools
from collections.abc import Iterable

from assistant.understand.names.fuzzy import alike_signs
from assistant.understand.words.body_forms import RANK, field_words
from assistant.understand.words.spans import Span
from assistant.understand.words.text import Words

# Characters that tell one body from another: 东郊 is no slip for 西郊.
_TELLING = frozenset("东西南北中上下前后左右一二三四五六七八九十新老大小内外省市区县州旗0123456789")
_LEAST = 4
_ENDS, _OTHER_ENDS = frozenset("局委厅办院署会处"), frozenset("厅署所")  # 司发所 is no slip for 司法 alone


class Slips:
    """The names of bodies, found in spite of one slip; where two bodies are as near, both are given."""

    def __init__(self, bodies: Iterable[tuple[str, tuple[str, ...], str, frozenset[str]]]) -> None:
        self._forms: dict[str, tuple[int, set[str]]] = {}  # form -> (where its organ begins, keys)
        for key, places, organ, variants in bodies:
            for spot in sorted(_spots(places), key=len, reverse=True):  # 甲区|农委 before 甲|区农委
                for said in {v.removeprefix(spot) for v in variants if v.startswith(spot)} | {organ}:
                    form = spot + said
                    if len(form) >= _LEAST and len(said) >= (2 if spot else 3):
                        self._forms.setdefault(form, (len(spot), set()))[1].add(key)
        self._shortened: dict[str, set[str]] = {}
        for form in self._forms:
            for at in range(len(form)):
                self._shortened.setdefault(form[:at] + form[at + 1 :], set()).add(form)
        self._longest = max(map(len, self._forms), default=0)
        self._heads = {form[:2] for form in self._forms}
        self._tails = {form[-2:] for form in self._forms}
        self._around = {form[0] + form[-1] for form in self._forms}

    def spans(self, words: Words, known: list[Span]) -> list[Span]:
        """Mistyped names in a question, where no name stands as it is."""
        key, found = words.key, []
        untaken = _untaken(len(key), known)
        for start, furthest in enumerate(_furthest(words, known)):
            for end in range(start + _LEAST, min(furthest, start + self._longest + 1) + 1):
                if untaken[start] == untaken[end]:
                    continue
                piece = key[start:end]
                keys = self._meant(piece) if self._is_near(piece) else set()
                if keys and not (key[end - 1] not in _ENDS and key[end : end + 1] in _OTHER_ENDS):
                    found.append(Span(start, end, "department", "typo", piece, tuple(sorted(keys))))
        return [s for s in found if not any(o is not s and o.start <= s.start and o.end >= s.end for o in found)]

    def _is_near(self, piece: str) -> bool:
        """Whether a name may begin or end as a piece does: one slip leaves one end whole, of four characters one."""
        if piece[:2] in self._heads or piece[-2:] in self._tails:
            return True
        return len(piece) == _LEAST and piece[0] + piece[-1] in self._around

    def _meant(self, piece: str) -> set[str]:
        keys: set[str] = set()
        near = self._shortened.get(piece, set()) | {piece[:at] + piece[at + 1 :] for at in range(len(piece))}
        forms = {form for form in near if form in self._forms}
        for at in range(len(piece)):
            forms |= self._shortened.get(piece[:at] + piece[at + 1 :], set())
        for form in forms:
            organ_at, own = self._forms[form]
            if form != piece and _is_slip(piece, form, organ_at):
                keys |= own
        return keys


def _untaken(length: int, known: list[Span]) -> list[int]:
    """How many positions before each one stand in no name that is known."""
    taken = [False] * length
    for span in known:
        taken[span.start : span.end] = [True] * span.length
    return [0, *itertools.accumulate(not done for done in taken)]


def _furthest(words: Words, known: list[Span]) -> list[int]:
    """How far a name may reach from each position: not over a stop, another sign or a name that has its place."""
    placed = {at for s in known if s.role == "placed" for at in range(s.start, s.end)}
    reach, furthest = len(words.key), []
    for at in range(len(words.key) - 1, -1, -1):
        if at + 1 in words.breaks:
            reach = at + 1
        if at in placed or not "\u4e00" <= words.key[at] <= "\u9fff":
            reach = at
        furthest.append(reach)
    return furthest[::-1]


def _spots(places: tuple[str, ...]) -> set[str]:
    if not places:
        return {""}
    long, short = places[-1], RANK.sub("", places[-1])
    return {"".join(places), long, *({short} if len(short) >= 2 else ())}


def _is_slip(said: str, form: str, organ_at: int) -> bool:
    if len(said) == len(form):
        apart = [i for i in range(len(form)) if said[i] != form[i]]
        if len(apart) == 2 and apart[1] == apart[0] + 1 and said[apart[0]] == form[apart[1]]:
            return said[apart[1]] == form[apart[0]] and not {said[i] for i in apart} & _TELLING
        if len(apart) != 1 or {said[apart[0]], form[apart[0]]} & _TELLING:
            return False
        at = apart[0]
        other = _work_of(said[organ_at:]) if at >= organ_at else None  # 税务 sounds like 水务, and is another work
        return alike_signs(said[at], form[at]) and (other is None or organ_at + len(other) <= at)
    if len(said) == len(form) - 1:
        at = next((i for i in range(len(said)) if said[i] != form[i]), len(said))
        return (
            at >= organ_at and form[at] not in _TELLING and said[-1] == form[-1] and _work_of(said[organ_at:]) is None
        )
    at = next((i for i in range(len(form)) if said[i] != form[i]), len(form))
    return at > 0 and said[at] == said[at - 1]


def _work_of(organ: str) -> str | None:
    return max((w for w in field_words() if organ.startswith(w)), key=len, default=None)
