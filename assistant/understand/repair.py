"""Stretches of a question that no span covers, and the stored names that they resemble."""

import re
from dataclasses import replace

from assistant.lexicon import concept_words
from assistant.understand.everyday.another_word import says_another_word
from assistant.understand.everyday.uncovered_words import is_empty, is_pointing, is_word, keeps_telling
from assistant.understand.names.accounted import holds_each, holds_word, says_body
from assistant.understand.names.fuzzy import NameMatch
from assistant.understand.names.in_series import parts_series
from assistant.understand.vocabulary import Vocabulary
from assistant.understand.words.alike import held, wordings
from assistant.understand.words.spans import Span
from assistant.understand.words.text import Words

# One-character fillers that stand on their own; any other beside an unknown stretch belongs to it.
_FIRM = frozenset("的了是有在为和与及吗呢啊吧多少各占比较请问其那")
_SLIP, _SAME = 0.8, 0.95
_CONTENT = ("name", "concept", "soft")


def filled(words: Words, cover: list[Span]) -> list[Span]:
    """The cover with its gaps as unknown spans, each grown by the loose fillers beside it."""
    taken = sorted(cover, key=lambda s: s.start)
    unknown = [False] * len(words.key)
    covered = [False] * len(words.key)
    for span in taken:
        for at in range(span.start, span.end):
            covered[at] = True
    for at, done in enumerate(covered):
        unknown[at] = not done
    changed = True
    while changed:
        changed = False
        for span in taken:
            closing = span.text == "外" and any(s.role == "except" and s.end < span.start for s in taken)
            loose = span.length == 1 and span.text not in _FIRM and not closing  # 除…外
            loose = loose and not is_pointing(words.key, span.start, span.text)
            if span.family == "filler" and loose and not unknown[span.start]:
                left = span.start > 0 and unknown[span.start - 1] and span.start not in words.breaks
                right = span.end < len(unknown) and unknown[span.end] and span.end not in words.breaks
                if left or right:
                    unknown[span.start] = True
                    changed = True
    kept = [s for s in taken if not unknown[s.start]]
    at = 0
    while at < len(unknown):
        if unknown[at]:
            end = at + 1
            while end < len(unknown) and unknown[end] and end not in words.breaks:
                end += 1
            kept.append(Span(at, end, "unknown", "unknown", words.key[at:end]))
            at = end
        else:
            at += 1
    return sorted(kept, key=lambda s: s.start)


def repaired(words: Words, tokens: list[Span], vocab: Vocabulary, among: frozenset[str]) -> list[Span]:
    """Unknown stretches replaced by the stored names they resemble, together with neighbours where that fits better."""
    done = list(tokens)
    index = 0
    while index < len(done):
        span = done[index]
        if span.family not in ("unknown", "hint"):
            index += 1
            continue
        if _stranger(span, done):
            index += 1
            continue
        best: tuple[float, int, int, tuple[NameMatch, ...]] | None = None
        for first in range(max(0, index - 3), index + 1):
            for last in range(index, min(len(done), index + 4)):
                window = done[first : last + 1]
                if not _may_join(window, span, words):
                    continue
                piece = words.key[window[0].start : window[-1].end]
                found = vocab.fuzzy.like(piece, among) if 3 <= len(piece) <= 60 else ()
                if (wordings(piece) - {piece}) & among:  # named otherwise: 警务用车 is no slip of 公务用车
                    found = tuple(m for m in found if m.score >= _SLIP or held(piece, m.key) >= _SAME)
                found = tuple(m for m in found if keeps_telling(piece, m.key) and not says_another_word(piece, m.key))
                found = tuple(m for m in found if m.key not in vocab.bodies.by_variant or says_body(piece, m))
                if found and is_word(piece):
                    found = tuple(m for m in found if m.score >= _SAME or held(piece, m.key) >= _SAME)
                if len(window) > 1:
                    found = tuple(m for m in found if holds_word(m, span.text))
                found = tuple(m for m in found if m.score >= _SAME or holds_each(m, window, words))
                if found:
                    weight = found[0].score + 0.012 * len(piece)
                    if best is None or weight > best[0] + 1e-9:
                        best = (weight, first, last, found)
        if best is None or best[3][0].score < 0.9:
            # 审计署 is a body that is not there, though some project's name holds the word.
            stranger = index == 0 and re.search(r"(?:局|署|委|厅|院|部|会|办|区|市)$", span.text) is not None
            # 预备 asks for an amount, though 预备费 is a line.
            part = not stranger and not is_empty(span.text) and vocab.fuzzy.held(span.text, among)
            if part and (best is None or len(span.text) >= 3):
                done[index] = Span(span.start, span.end, "name", "part", span.text)
                index += 1
                continue
        if best is not None:
            _, first, last, found = best
            start, end = done[first].start, done[last].end
            like = Span(start, end, "like", "like", words.key[start:end], tuple((m.key, m.score) for m in found))
            done[first : last + 1] = [_as_concept(vocab.bodies.as_department(like, done))]
            index = first + 1
        else:
            index += 1
    return done


_LEAST = 4  # signs that say a kind of cost without 费; 离退休 says people too


def _as_concept(like: Span) -> Span:
    """A stretch that is a word for a concept but for 费, as that concept, with its own table: 公务车运维(费)."""
    likeliest = like.value[0][0] if like.family == "like" and isinstance(like.value, tuple) and like.value else None
    concept = concept_words().get(like.text + "费") if likeliest == like.text + "费" else None
    return replace(like, family="concept", role=concept) if concept is not None and len(like.text) >= _LEAST else like


def _stranger(span: Span, tokens: list[Span]) -> bool:
    """Whether a stretch is a body that is not there: 审计署, though a project's name holds the word."""
    named = any(t.family == "department" for t in tokens)
    return not named and re.fullmatch(r".{1,6}(?:局|署|委|厅|法院|检察院|总局)", span.text) is not None


def _may_join(window: list[Span], unknown: Span, words: Words) -> bool:
    for span in window:
        if span is unknown or span.family in _CONTENT or span.family in ("unknown", "hint"):
            continue
        if span.family == "operator" and (span is window[0] or span is window[-1]):
            return False
        if span.family in ("operator", "context", "place", "number") and span.length <= 3:
            continue
        if span.family == "filler" and span.length <= 2 and span not in (window[0], window[-1]):
            continue
        if span.family in ("filler",) and span.length == 1 and span.text not in _FIRM:
            continue
        return False
    start, end = window[0].start, window[-1].end
    return not any(start < at < end for at in words.breaks) and not parts_series(words, start, end)
