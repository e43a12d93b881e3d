"""Rules of wording kept as data: [pattern, other words for it, a question part that shows it], in groups, in order."""

import re
import tomllib
from functools import cache
from importlib import resources

from assistant.understand.words.signs_needed import SignsNeeded, signs_needed


@cache
def written(name: str) -> tuple[tuple[str, str, str], ...]:
    """Every rule of a file of the lexicon as it is written."""
    data = tomllib.loads(resources.files("assistant.lexicon").joinpath(name).read_text("utf-8"))
    return tuple((pattern, said, shown) for group in data.values() for pattern, said, shown in group["rules"])


class _Rules:
    """The rules of a file in order, found by the characters they need; each is compiled when it is first tried."""

    def __init__(self, name: str, flags: int) -> None:
        self._written = [(pattern, said) for pattern, said, _ in written(name)]
        self._needed = [SignsNeeded() if flags else signs_needed(pattern) for pattern, _ in self._written]
        self._flags = flags
        self._compiled: dict[int, re.Pattern[str]] = {}
        self._always: set[int] = set()
        self._by_sign: dict[str, set[int]] = {}
        for at, needed in enumerate(self._needed):
            for sign in needed.telling:
                self._by_sign.setdefault(sign, set()).add(at)
            if not needed.telling:
                self._always.add(at)

    def put(self, text: str) -> str:
        """A text in the words of the rules."""
        signs, due = self._due(text, 0)
        while due:
            at = due.pop()
            pattern, said = self._pattern(at), self._written[at][1]
            if (put := pattern.sub(said, text)) != text:
                text = put
                signs_now = frozenset(text)
                if signs_now != signs:
                    signs, due = self._due(text, at + 1)
        return text

    def load(self) -> None:
        """Compile all rules."""
        for at in range(len(self._written)):
            self._pattern(at)

    def _due(self, text: str, first: int) -> tuple[frozenset[str], list[int]]:
        """The characters of a text, and the rules from one on that may be found in it, the next one last."""
        signs = frozenset(text)
        near = self._always.union(*(self._by_sign.get(sign, ()) for sign in signs))
        return signs, sorted((at for at in near if at >= first and self._needed[at].may_be_in(signs)), reverse=True)

    def _pattern(self, at: int) -> re.Pattern[str]:
        if at not in self._compiled:
            self._compiled[at] = re.compile(self._written[at][0], self._flags)
        return self._compiled[at]


_rules = cache(_Rules)


def load(name: str) -> None:
    """Make the rules of a file ready for use."""
    _rules(name, 0).load()


def put_by(name: str, text: str, flags: int = 0) -> str:
    """A text in the words of a file's rules, each put in the words of those before it."""
    return _rules(name, flags).put(text)
