"""From words to tokens: the best cover by spans, and the repair of stretches that no span covers."""

import itertools
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from assistant.lexicon import asked_words, concepts, said_words, usual_words, whole_concept
from assistant.understand.bodies.described import described_bodies
from assistant.understand.bodies.named import Bodies
from assistant.understand.bodies.tier_words import tier_spans
from assistant.understand.bodies.versions import versions_said
from assistant.understand.everyday.another_word import says_another_word
from assistant.understand.everyday.operations_by_sound import with_steering_words
from assistant.understand.everyday.uncovered_words import (
    is_empty,
    is_pointing,
    is_word,
    keeps_telling,
    told_apart,
    whole_words,
)
from assistant.understand.names.accounted import NEARLY, holds_each, holds_word, says_body
from assistant.understand.names.by_sound import spelt_runs
from assistant.understand.names.code_tails import code_tails
from assistant.understand.names.fuzzy import SAME_SOUND, FuzzyNames, NameMatch
from assistant.understand.names.gather import gathered
from assistant.understand.names.glossed import glossed
from assistant.understand.names.in_series import in_series, parts_series
from assistant.understand.names.joined_names import coded_spans, joined_spans
from assistant.understand.names.kinds_said import kind_spans
from assistant.understand.names.name_parts import name_part_spans
from assistant.understand.names.numbers_kept import numbers_kept
from assistant.understand.names.other_lines import other_line_spans, without_others_lost
from assistant.understand.names.people import people_counted
from assistant.understand.names.siblings import among_siblings
from assistant.understand.words.alike import held, wordings
from assistant.understand.words.projects_cut import before_project, cuts_project
from assistant.understand.words.ruled_out import without_joint_sums, without_names_of_others, without_ruled_out
from assistant.understand.words.spans import (
    Span,
    best_cover,
    code_spans,
    fixed_spans,
    word_spans,
)
from assistant.understand.words.text import Words
from ingest.wording.glyphs import bare

# One-character fillers that stand on their own; any other beside an unknown stretch belongs to it.
_FIRM = frozenset("的了是有在为和与及吗呢啊吧多少各占比较请问其那")
_CLASS = 3  # digits of a class of subjects
_SLIP, _SAME = 0.8, 0.95
_MOST_HELD = 12  # how many names that hold a word are looked for
_BEFORE_USE = frozenset("费作公使专备通信")
_WORD_HELD = 4  # characters before 单位 that make one word of it where a name holds them so
_BODIES = ("department", "place", "body")
_CONTENT = ("name", "concept", "soft")
_CLASSIFIED = re.compile(r"经济|科目|分类|编码|代码")


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
        return self._printed_by(
            str(k) for t in tokens if t.family == "department" and isinstance(t.value, tuple) for k in t.value
        )

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
        keys = (str(k) for t in tokens if t.family == "department" and isinstance(t.value, tuple) for k in t.value)
        ids = frozenset().union(*(self.holders.get(key, frozenset()) for key in keys))
        return [number for number, held in self.numbers.items() if not ids or ids & held]

    def _printed_by(self, keys: Iterable[str]) -> frozenset[str]:
        documents = frozenset().union(*(self.holders.get(key, frozenset()) for key in keys))
        if documents not in self._scoped:
            names = (n for n, ids in self.names.items() if not documents or ids & documents)
            self._scoped[documents] = frozenset((*names, *usual_words()))
        return self._scoped[documents]


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


def tokens_of(words: Words, vocab: Vocabulary) -> list[Span]:
    """The question's tokens from left to right; stretches nobody knows have the family ``unknown``."""
    named = without_joint_sums(words, word_spans(words, vocab.names, vocab.longest))
    bodies = [s for s in vocab.bodies.spans(words) if not _titled(words, s) and not _within_name(words, s, vocab)]
    units = (body.key for body in vocab.bodies.all.values() if not body.is_department)
    bodies += described_bodies(words, bodies, units, vocab.holders)
    spans = fixed_spans(words, vocab.names) + named + bodies
    spans = [s for s in spans if not (s.role == "follow_unit" and s.text == "用" and _ends_a_word(words, s))]
    spans = [s for s in spans if s.length == 1 or s.text[0] != "个" or not is_pointing(words.key, s.start, "个")]
    tiers = tier_spans(words, bodies, vocab.holders)
    said = [s for s in spans if s.family not in _BODIES and any(t.start <= s.start and s.end <= t.end for t in tiers)]
    spans = [s for s in spans if s not in said] + tiers
    spans = [s for s in spans if not (_numbers_an_office(s, bodies) or cuts_project(words, s))]
    spans = [before_project(words, s) for s in spans]
    spans += code_tails(words, vocab.numbers_of(bodies))
    spans += code_spans(words, vocab.codes, 32) + name_part_spans(words) + joined_spans(words, vocab.names)
    spans += kind_spans(words, vocab.holding, bodies)
    spans += coded_spans(words, vocab.names) + other_line_spans(words, vocab.names, vocab.longest)
    spans = without_names_of_others(words, without_ruled_out(words, spans), vocab.names_of(bodies))
    cover = best_cover(len(words.key), spans, words.breaks)
    if sum(s.length for s in cover) < len(words.key):
        cover = best_cover(len(words.key), whole_words(words, spans), words.breaks)
    cover = _with_years(words, cover, vocab)
    among = vocab.names_of(cover)
    cover = _units_in_names(words, cover, vocab, among)
    whole = _repaired(words, with_steering_words(words, in_series(words, _filled(words, cover))), vocab, among)
    repaired = _with_years(words, _repaired(words, told_apart(words, whole), vocab, among), vocab)
    printed = [_as_printed(token, vocab, among) for token in vocab.bodies.headed(repaired)]
    told = _named_otherwise(words, gathered(words, among_siblings(words, printed), vocab.fuzzy, among), among)
    said = versions_said(words, list(map(_as_place, _with_own_codes(told))), vocab.bodies)
    kept = numbers_kept(words, said, (vocab.names, vocab.numbers, vocab.codes))
    return people_counted(words, without_others_lost(glossed(words, kept, vocab.codes)), among)


def _as_place(token: Span) -> Span:
    """A word for being within, left over by the name behind it, as the filler it is: 采购预算|中|面向中小企业."""
    left_over = token.family == "unknown" and token.text in ("中", "里", "内")
    return replace(token, family="filler", role="filler") if left_over else token


def _numbers_an_office(span: Span, bodies: list[Span]) -> bool:
    """Whether what looks like a number of places is an office of a body said by its work: 云汀水利|二处."""
    office = span.role == "said_count" and span.text[-1] in "处科室"
    return office and any(b.role == "work" and b.end == span.start for b in bodies)


def _with_own_codes(tokens: list[Span]) -> list[Span]:
    """The tokens with a subject's official code, said beside its name, as part of it: 502机关商品和服务支出."""
    made, said = list(tokens), "".join(t.text for t in tokens)
    for at, token in enumerate(tokens):
        near = tokens if len(token.text) > _CLASS else tokens[max(0, at - 1) : at + 2]  # 甲和乙（2010804、2010805）
        beside = (t for t in near if t.family == "concept" and t is not token)
        loose = token.family in ("hint", "unknown", "code") and token.text.isdigit()
        if loose and any(t.role[1:] == token.text for t in beside):
            made[at] = Span(token.start, token.end, "filler", "ordinary", token.text)
        elif (loose or token.role == "part") and f"e{token.text}" in concepts() and _CLASSIFIED.search(said):
            made[at] = Span(token.start, token.end, "concept", f"e{token.text}", token.text)
    return made


def _named_otherwise(words: Words, tokens: list[Span], among: frozenset[str]) -> list[Span]:
    """The everyday words for printed names, where nothing else in their clause is named: 司考 is 法律职业资格考试."""
    made = list(tokens)
    for start, end in itertools.pairwise(sorted({0, *words.breaks, len(words.key)})):
        inside = [t for t in tokens if start <= t.start < end]
        hints = [t for t in inside if t.family == "hint" and t.length > 1]
        if len(hints) != 1 or any(t.family in ("name", "like", "concept", "code", "quoted", "unknown") for t in inside):
            continue
        (hint,) = hints
        names = sorted((wordings(hint.text) - {hint.text}) & among)
        if names:
            value = tuple((name, _SAME) for name in names)
            made[made.index(hint)] = Span(hint.start, hint.end, "like", "like", hint.text, value)
    return made


def _as_printed(token: Span, vocab: Vocabulary, among: frozenset[str]) -> Span:
    """A word that only questions use for a line, as the name the documents print where they print it otherwise.

    The very word is that name; within longer names it may be either, and both are looked for.
    """
    lines = said_words().get(token.text, ())
    if token.role == "like" and (line := _of_its_sound(token)) is not None:
        return line
    if not lines or token.family not in ("concept", "like"):
        return token
    if token.text in among:
        return Span(token.start, token.end, "name", "label", token.text)
    if any(concepts()[line].group for line in lines):
        return token  # a fund, a kind of expenditure or a topic is of tables, and no part of a name
    other = (n for n in vocab.fuzzy.sharing([token.text]) if n in among and whole_concept(n) not in lines)
    other = (n for n in other if "其他" in token.text or not n.startswith("其他"))  # what else is left is none of it
    names = tuple((name, NEARLY) for name in itertools.islice(other, _MOST_HELD))
    if not names:
        return token
    official = tuple((concepts()[line].words[0], 1.0) for line in lines)
    return Span(token.start, token.end, "like", "said", token.text, (*official, *names))


def _of_its_sound(token: Span) -> Span | None:
    """The line whose name was typed by its sound, as if written rightly: 提租补帖."""
    ((name, score), *others) = token.value if isinstance(token.value, tuple) and token.value else (("", 0.0),)
    line = asked_words().get(name)
    typed = line is not None and len(name) == token.length and score == SAME_SOUND and not others
    return Span(token.start, token.end, "concept", line, name) if typed and line is not None else None


def _ends_a_word(words: Words, span: Span) -> bool:
    """Whether 用 is the end of a noun, and names no unit to put an amount in: 费用, 作用, 公用."""
    return words.key[max(span.start - 1, 0) : span.start] in _BEFORE_USE


def _titled(words: Words, span: Span) -> bool:
    """Whether a stretch stands inside the name of a work: 《北京审计》 names no department."""
    before = words.text[: words.places[span.start]]
    return before.count("《") > before.count("》")


def _within_name(words: Words, body: Span, vocab: Vocabulary) -> bool:
    """Whether what looks like a body nobody knows begins a longer printed name: 乡镇（街道）基层防灾补助."""
    on = words.key[body.start : body.end + 4]
    return body.role == "stranger" and len(on) >= body.length + 3 and vocab.fuzzy.held(on)


def _units_in_names(words: Words, cover: list[Span], vocab: Vocabulary, among: frozenset[str]) -> list[Span]:
    """单位 at the end of words that printed names hold so asks for no units: 文物保护单位|修缮补助."""
    made: list[Span] = []
    for span in cover:
        made.append(span)
        at = len(made) - 1
        while span.role == "entity_unit" and at and made[at - 1].end == made[at].start not in words.breaks:
            said = words.key[made[at - 1].start : span.end]
            if made[at - 1].family not in ("name", "concept", "like") or not vocab.fuzzy.held(said, among):
                break
            at -= 1
        if span.end - made[at].start >= span.length + _WORD_HELD:
            whole = words.key[made[at].start : span.end]
            made[at:] = [Span(made[at].start, span.end, "name", "part", whole)]
    return made


def _with_years(words: Words, cover: list[Span], vocab: Vocabulary) -> list[Span]:
    """Years that are the beginning of a name belong to it: 2026-2029年…运维服务项目 is no question about four years."""
    made: list[Span] = []
    for span in cover:
        last = made[-1] if made else None
        if last is None or last.family != "year" or last.end != span.start:
            made.append(span)
            continue
        whole = words.key[last.start : span.end]
        digits = "".join(c for c in last.text if c.isdigit())
        if span.family in ("name", "unknown") and vocab.fuzzy.held(whole):
            made[-1] = Span(last.start, span.end, "name", "part", whole)
        elif last.role == "range" and (names := _of_years(digits, span, vocab)):
            made[-1] = Span(last.start, span.end, "like", "like", whole, tuple((name, 0.95) for name in names))
        else:
            made.append(span)
    return made


def _of_years(digits: str, span: Span, vocab: Vocabulary) -> tuple[str, ...]:
    """The names a span means that carry the years said before it."""
    if span.family == "name":
        return vocab.fuzzy.both(digits, span.text)
    if span.family == "like" and isinstance(span.value, tuple):
        return tuple(name for name, _ in span.value if digits in name)
    return ()


def _filled(words: Words, cover: list[Span]) -> list[Span]:
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


def _repaired(words: Words, tokens: list[Span], vocab: Vocabulary, among: frozenset[str]) -> list[Span]:
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
            done[first : last + 1] = [vocab.bodies.as_department(like, done)]
            index = first + 1
        else:
            index += 1
    return done


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
