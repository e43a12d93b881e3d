"""The names of a store as a question may say them, ready for look-up."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from assistant.lexicon import usual_words
from assistant.understand.bodies.named import Bodies
from assistant.understand.names.by_sound import spelt_runs
from assistant.understand.names.fuzzy import FuzzyNames
from assistant.understand.words.spans import Span
from ingest.wording.glyphs import bare


@dataclass(slots=True)
class Vocabulary:
    """The names of the store, ready for look-up; made once per state of the data."""

    names: Mapping[str, frozenset[str]]
    bodies: Bodies
    fuzzy: FuzzyNames
    longest: int
    codes: Mapping[str, frozenset[str]] = field(default_factory=dict)  # code -> the names printed beside it
    holders: Mapping[str, frozenset[str]] = field(default_factory=dict)  # body -> its documents
    numbers: Mapping[str, frozenset[str]] = field(default_factory=dict)  # number of a project -> its documents
    _scoped: dict[frozenset[str], frozenset[str]] = field(default_factory=dict)

    def names_of(self, tokens: Iterable[Span]) -> frozenset[str]:
        """The names that the documents of the bodies among some tokens print (all of none), with usual concepts."""
        return self._printed_by(_keys_of(tokens))

    def holding(self, words: Iterable[str], bodies: Iterable[str]) -> list[str]:
        """The names that hold at least one of the words, of the bodies named (of all where none is known)."""
        among = self._printed_by(key for body in bodies for key in self.bodies.by_variant.get(bare(body), ()))
        return [name for name in self.fuzzy.sharing(words) if name in among]

    def spelt(self, word: str, bodies: Iterable[str]) -> list[str]:
        """The characters in names of the bodies (of all where none is known) that a word in pinyin spells."""
        among = self._printed_by(key for body in bodies for key in self.bodies.by_variant.get(bare(body), ()))
        return spelt_runs(word, among)

    def numbers_of(self, tokens: Iterable[Span]) -> list[str]:
        """The numbers of projects that the documents of the bodies among some tokens print; all of none."""
        ids = self._documents_of(_keys_of(tokens))
        return [number for number, held in self.numbers.items() if not ids or ids & held]

    def prints(self, body: Span, word: str) -> bool:
        """Whether a name that the documents of a body print holds a word, or the name of one of its units."""
        held = self._documents_of(_keys_of([body]))
        units = (key for key, documents in self.holders.items() if word in key and documents & held)
        return self.fuzzy.held(word, self.names_of([body])) or next(units, None) is not None

    def _documents_of(self, keys: Iterable[str]) -> frozenset[str]:
        return frozenset().union(*(self.holders.get(key, frozenset()) for key in keys))

    def _printed_by(self, keys: Iterable[str]) -> frozenset[str]:
        documents = self._documents_of(keys)
        if documents not in self._scoped:
            names = (n for n, ids in self.names.items() if not documents or ids & documents)
            self._scoped[documents] = frozenset((*names, *usual_words()))
        return self._scoped[documents]


def _keys_of(tokens: Iterable[Span]) -> Iterator[str]:
    """The keys of the bodies among some tokens."""
    return (str(k) for t in tokens if t.family == "department" and isinstance(t.value, tuple) for k in t.value)


def vocabulary(
    names: Mapping[str, frozenset[str]],
    bodies: Bodies,
    codes: Mapping[str, frozenset[str]] | None = None,
    holders: Mapping[str, frozenset[str]] | None = None,
    numbers: Mapping[str, frozenset[str]] | None = None,
) -> Vocabulary:
    """The vocabulary of a store's names and bodies."""
    known = {name for name in names if not name.isdigit()} | set(usual_words())
    longest = max((len(name) for name in names), default=0)
    return Vocabulary(
        names, bodies, FuzzyNames(known), max(longest, 24), {bare(c): told for c, told in (codes or {}).items()},
        holders or {}, numbers or {},
    )  # fmt: skip
