"""Which characters a text must hold for a pattern to be found in it: most rules of wording are told off by them alone.

Read from the pattern as it is written and always too little rather than too much: where its writing is not understood,
nothing is needed.
"""

from dataclasses import dataclass
from functools import lru_cache

_CLASSES = frozenset("dDwWsSbBAZntrfv0123456789")  # what an escape stands for that is no sign of its own
_UNREAD = frozenset("uUxNp")
_LOOKS = ("?:", "?=", "?<=", "?>")  # groups whose matter is needed
_LOOKS_AWAY = ("?!", "?<!")


@dataclass(frozen=True, slots=True)
class SignsNeeded:
    """What a text must hold: every one of some characters, and one at least of some others (none: any text will do)."""

    every: frozenset[str] = frozenset()
    one: frozenset[str] = frozenset()

    @property
    def telling(self) -> frozenset[str]:
        """Characters of which one at least is needed, as few as may be; none where any text will do."""
        return frozenset(sorted(self.every)[-1:]) or self.one

    def may_be_in(self, signs: frozenset[str]) -> bool:
        """Whether a pattern may be found in a text of these characters."""
        return self.every <= signs and not (self.one and self.one.isdisjoint(signs))


_Options = tuple[frozenset[str], ...]  # of each of these at least one character is needed


@lru_cache(maxsize=8192)
def signs_needed(pattern: str) -> SignsNeeded:
    """The characters that every text holds in which a pattern, written without flags, is found."""
    try:
        options, end = _alternatives(pattern, 0)
    except (IndexError, ValueError):
        return SignsNeeded()
    if end < len(pattern):
        return SignsNeeded()
    several = [o for o in options if len(o) > 1]
    every = frozenset(sign for option in options if len(option) == 1 for sign in option)
    return SignsNeeded(every, min(several, key=len, default=frozenset()))


def _alternatives(pattern: str, at: int) -> tuple[_Options, int]:
    """What is needed where one of several branches is found, and where they end."""
    branches: list[_Options] = []
    while True:
        branch, at = _sequence(pattern, at)
        branches.append(branch)
        if at >= len(pattern) or pattern[at] != "|":
            break
        at += 1
    if len(branches) == 1:
        return branches[0], at
    if not all(branches):
        return (), at
    return (frozenset().union(*(min(branch, key=len) for branch in branches)),), at


def _sequence(pattern: str, at: int) -> tuple[_Options, int]:
    """What is needed of the parts of one branch."""
    needed: list[frozenset[str]] = []
    while at < len(pattern) and pattern[at] not in "|)":
        options, at = _part(pattern, at)
        least, at = _least_times(pattern, at)
        if least:
            needed.extend(options)
    return tuple(needed), at


def _part(pattern: str, at: int) -> tuple[_Options, int]:
    """What one sign, class or group needs."""
    sign = pattern[at]
    if sign == "(":
        return _group(pattern, at + 1)
    if sign == "[":
        return _class(pattern, at + 1)
    if sign == "\\":
        return _escaped(pattern[at + 1]), at + 2
    return () if sign in ".^$" else (frozenset((sign,)),), at + 1


def _escaped(sign: str) -> _Options:
    if sign in _UNREAD:
        raise ValueError(sign)
    return () if sign in _CLASSES else (frozenset((sign,)),)


def _group(pattern: str, at: int) -> tuple[_Options, int]:
    said = pattern[at:]
    if said.startswith("?P<"):
        at = pattern.index(">", at) + 1
        away = False
    elif said.startswith("?P="):
        return (), pattern.index(")", at) + 1
    else:
        away = said.startswith(_LOOKS_AWAY)
        mark = next((mark for mark in (*_LOOKS, *_LOOKS_AWAY) if said.startswith(mark)), "")
        if not mark and said.startswith("?"):
            raise ValueError(said)  # flags, conditions, remarks
        at += len(mark)
    options, at = _alternatives(pattern, at)
    if pattern[at] != ")":
        raise ValueError(pattern)
    return () if away else options, at + 1


def _class(pattern: str, at: int) -> tuple[_Options, int]:
    """What a class of signs needs: one of them, where it lists them one by one."""
    listed, plain = set(), pattern[at] != "^"
    first = at + (not plain)
    at = first
    while pattern[at] != "]" or at == first:
        if pattern[at] == "\\":
            at += 1
            plain = plain and pattern[at] not in _CLASSES | _UNREAD
        elif pattern[at] == "-" and at > first and pattern[at + 1] != "]":
            plain = False  # a range
        listed.add(pattern[at])
        at += 1
    return ((frozenset(listed),) if plain else ()), at + 1


def _least_times(pattern: str, at: int) -> tuple[int, int]:
    """How often at least the part before must be found, and where what says so ends."""
    least = 1
    sign = pattern[at] if at < len(pattern) else ""
    if sign in ("?", "*"):
        least, at = 0, at + 1
    elif sign == "+":
        at += 1
    elif sign == "{":
        end = pattern.index("}", at)
        low = pattern[at + 1 : end].partition(",")[0]
        least, at = int(low) if low else 0, end + 1
    else:
        return least, at
    return least, at + 1 if at < len(pattern) and pattern[at] in "?+" else at
