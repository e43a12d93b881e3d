"""What a term means: the entry of a glossary (名词解释) whose head names it."""

import re
from collections.abc import Iterable
from functools import lru_cache

from assistant.descriptive.shape import matter_of
from assistant.lexicon import TOTALS, whole_concept
from assistant.understand.door import Door
from assistant.understand.names.fuzzy import resemblance
from ingest.records.passage import Passage, PassageKind
from ingest.wording.glyphs import bare

_ENTRY = re.compile(r"(?:^|\n|(?<=[。；]))\s*(?:[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．])")
_HEAD_END = re.compile(r"[:：]|是?指(?!导)|(?<=[）)])?反映|，?是(?=与|预算单位|市级|区级)")
_LEVEL = re.compile(r"[（(](?:类|款|项)[）)]")  # 公共安全支出（类）司法（款）律师管理（项）: the last names the entry
_NUMBERED = re.compile(r"^\s*[（(]?(?:\d+|[一二三四五六七八九十]+)[)）、.．]\s*")
_NAMED_ALIKE = 0.8
_SAME_CONCEPT = 0.95
_LONGEST_HEAD = 80
_IN_SENTENCE = 60  # characters within which a sentence outside a glossary says 指


def definitions(passages: Iterable[Passage], asked: str) -> list[tuple[Passage, int, int]]:
    """The entries (passage, start, end) whose heads name the terms of a bare question; none where one is not explained.

    The first of equal ones: passages come in the order of preference.
    """
    held = list(passages)
    terms = [term for term in matter_of(asked, Door.DEFINE).split("|") if len(term) > 1]
    whole = _best(held, ["".join(terms), *(terms if len(terms) == 1 else ())]) if terms else None
    if whole is not None:
        return [whole]
    # 基本支出和项目支出的区别: each of the two; words beside a term of the trade are no terms, nor is 决算 beside one.
    named = [(term, whole_concept(term)) for term in terms]
    known = [t for t, c in named if c is not None and c not in TOTALS] or [t for t, c in named if c is not None]
    found = [_best(held, [term]) for term in known or terms]
    return [one for one in found if one is not None] if found and all(found) else []


def explains_another(entry: str, terms: Iterable[str]) -> bool:
    """Whether an entry explains another term of the trade than those asked about: 年末结转 for 上年结转."""
    asked = {concept for term in terms if (concept := whole_concept(term)) is not None}
    explained = {concept for head in _heads(entry) if (concept := whole_concept(head)) is not None}
    return bool(asked and explained) and not asked & explained


def _best(passages: list[Passage], terms: list[str]) -> tuple[Passage, int, int] | None:
    best: tuple[float, Passage, int, int] | None = None
    for passage in passages:
        if passage.kind is not PassageKind.GLOSSARY and "指" not in passage.text[:_IN_SENTENCE]:
            continue
        for start, end, heads in _entries(passage.text):
            score = max((_fits(term, head) for term in terms for head in heads), default=0.0)
            score -= 0.0 if passage.kind is PassageKind.GLOSSARY else 0.1
            if score >= _NAMED_ALIKE and (best is None or score > best[0]):
                best = (score, passage, start, end)
    return best[1:] if best is not None else None


@lru_cache(maxsize=4096)
def _entries(text: str) -> tuple[tuple[int, int, tuple[str, ...]], ...]:
    starts = [found.start() for found in _ENTRY.finditer(text)]
    if not starts or starts[0] != 0:
        starts = [0, *starts]
    bounds = zip(starts, [*starts[1:], len(text)], strict=True)
    return tuple((a, b, _heads(text[a:b])) for a, b in bounds if text[a:b].strip())


def _heads(entry: str) -> tuple[str, ...]:
    """The names an entry explains, in comparison form: 行政经费（机关运行经费） has two."""
    entry = _NUMBERED.sub("", entry)
    found = _HEAD_END.search(entry)
    head = entry[: found.start()] if found is not None else ""
    if not head or len(head) > _LONGEST_HEAD:
        return ()
    last = [part for part in _LEVEL.split(head) if bare(part)][-1:] or [head]
    parts = [head, *last, *re.split(r"[（(）)]", last[0])]
    return tuple(dict.fromkeys(bare(part) for part in parts if len(bare(part)) > 1))


def _fits(term: str, head: str) -> float:
    if term == head:
        return 1.0
    concept = whole_concept(term)
    if concept is not None:
        # A term of the trade is that term or it is not: 上级补助收入 is no 上级补助支出.
        return _SAME_CONCEPT - 0.01 * abs(len(head) - len(term)) if concept == whole_concept(head) else 0.0
    return resemblance(term, head) * _SAME_CONCEPT
