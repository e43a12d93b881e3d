"""From words to tokens: the best cover by spans, and the repair of stretches that no span covers."""

import itertools
import re
from dataclasses import replace

from assistant.lexicon import asked_words, concepts, said_words, whole_concept
from assistant.understand.bodies.described import described_bodies
from assistant.understand.bodies.kinds_within import kinds_sought, kinds_within, of_their_owner
from assistant.understand.bodies.offices_below import offices_below
from assistant.understand.bodies.tier_words import tier_spans
from assistant.understand.bodies.versions import versions_said
from assistant.understand.everyday.operations_by_sound import with_steering_words
from assistant.understand.everyday.uncovered_words import is_pointing, told_apart, whole_words
from assistant.understand.names.accounted import NEARLY
from assistant.understand.names.code_tails import code_tails
from assistant.understand.names.fuzzy import SAME_SOUND
from assistant.understand.names.gather import gathered
from assistant.understand.names.glossed import glossed
from assistant.understand.names.in_series import in_series
from assistant.understand.names.joined_names import coded_spans, joined_spans
from assistant.understand.names.kinds_said import kind_spans
from assistant.understand.names.name_parts import name_part_spans
from assistant.understand.names.numbers_kept import numbers_kept
from assistant.understand.names.other_lines import other_line_spans, without_others_lost
from assistant.understand.names.people import people_counted
from assistant.understand.names.siblings import among_siblings
from assistant.understand.repair import filled, repaired
from assistant.understand.vocabulary import Vocabulary
from assistant.understand.words.alike import wordings
from assistant.understand.words.projects_cut import before_project, cuts_project
from assistant.understand.words.ruled_out import without_joint_sums, without_names_of_others, without_ruled_out
from assistant.understand.words.spans import Span, best_cover, code_spans, fixed_spans, word_spans
from assistant.understand.words.text import Words

_CLASS = 3  # digits of a class of subjects
_SAME = 0.95
_MOST_HELD = 12  # how many names that hold a word are looked for
_BEFORE_USE = frozenset("费作公使专备通信")
_WORD_HELD = 4  # characters before 单位 that make one word of it where a name holds them so
_BODIES = ("department", "place", "body")
_CLASSIFIED = re.compile(r"经济|科目|分类|编码|代码")


def tokens_of(words: Words, vocab: Vocabulary) -> list[Span]:
    """The question's tokens from left to right; stretches nobody knows have the family ``unknown``."""
    named = without_joint_sums(words, word_spans(words, vocab.names, vocab.longest))
    bodies = [s for s in vocab.bodies.spans(words) if not _titled(words, s) and not _within_name(words, s, vocab)]
    units = [body.key for body in vocab.bodies.all.values() if not body.is_department]
    bodies += described_bodies(words, bodies, units, vocab.holders)
    bodies += offices_below(words, bodies, vocab.prints)
    bodies = of_their_owner(words, bodies, units, vocab.holders)
    kinds = kinds_within(words, bodies, units, vocab.holders)
    bodies = [body for body in bodies if body not in kinds]
    spans = fixed_spans(words, vocab.names) + named + bodies + list(kinds.values())
    spans = kinds_sought(words, spans, units)
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
    whole = repaired(words, with_steering_words(words, in_series(words, filled(words, cover))), vocab, among)
    mended = _with_years(words, repaired(words, told_apart(words, whole), vocab, among), vocab)
    printed = [_as_printed(token, vocab, among) for token in vocab.bodies.headed(mended)]
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
    alike = [n for n in sorted(wordings(token.text) & among) if whole_concept(n) is None]
    if len(alike) == 1 and len(alike[0]) == token.length:  # 犯人生活费 where 罪犯生活费 is printed
        return Span(token.start, token.end, "like", "like", token.text, ((alike[0], _SAME),))
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
