"""A question as it was meant to be typed: its wrong characters mended where the words are read as nothing else."""

import re

from assistant.understand.everyday.mistyped import Slip, slip_in
from assistant.understand.everyday.spoken import in_plain_words
from assistant.understand.names.fuzzy import FuzzyNames
from assistant.understand.tokens import tokens_of
from assistant.understand.vocabulary import Vocabulary
from assistant.understand.words.spans import Span
from assistant.understand.words.text import Words, is_english, words_of

_MOST = 4  # wrong characters of one question
_PAIR = 2
_HUNDRED = 100
# 3个, 12月 count or date; 15运会 is part of a name.
_NUMBERED = re.compile(
    r"(?<![\d.,年月第前后至到-])(\d{1,2})(?![\d年月日号个项家笔条所名份台套种类辆元万亿千百倍成点%])([\u4e00-\u9fff]{2})"
)
_LOOSE = ("unknown", "hint", "like", "filler", "soft")


Mended = tuple[tuple[str, str], ...]  # what was typed, each with what is meant by it


def well_spelt(question: str, vocab: Vocabulary) -> tuple[str, Mended]:
    """A question with its wrong characters mended, and what was typed beside what is meant by it."""
    mended: dict[int, Slip] = {}
    if is_english(question):
        return question, ()
    question, numbered = with_numerals_printed(question, vocab.fuzzy)
    words = words_of(question)
    if slip_in(words, vocab.fuzzy) is None:
        return question, numbered
    plain = words_of(in_plain_words(words.text))
    tokens = tokens_of(plain, vocab)
    among = vocab.names_of(tokens)
    while len(mended) < _MOST:
        slip = slip_in(words, vocab.fuzzy, among) or slip_in(words, vocab.fuzzy)
        if slip is None or slip.at in mended or not _is_loose(words_of(question), slip, plain, tokens):
            break
        mended[slip.at] = slip
        words = _with(words, slip)
    if not mended:
        return question, numbered
    typed = words_of(question).key
    told = {(typed[s.start : s.end], words.key[s.start : s.end]): None for s in mended.values()}
    return words.text, (*numbered, *told)


def with_numerals_printed(question: str, names: FuzzyNames) -> tuple[str, Mended]:
    """A question with the numbers of names as these print them: 15运会 is 十五运会 where no name has it in digits."""
    told: dict[tuple[str, str], None] = {}

    def printed(found: re.Match[str]) -> str:
        number, behind = int(found[1]), found[2]
        numeral = _in_characters(number) if 0 < number < _HUNDRED else ""
        if not numeral or not names.held(numeral + behind) or names.held(found[1] + behind):
            return found[0]
        told[(found[1] + behind, numeral + behind)] = None
        return numeral + behind

    return _NUMBERED.sub(printed, question), tuple(told)


def _in_characters(number: int) -> str:
    tens, ones = divmod(number, 10)
    digits = " 一二三四五六七八九"
    return (("" if tens == 1 else digits[tens].strip()) + "十" if tens else "") + digits[ones].strip()


def _with(words: Words, slip: Slip) -> Words:
    place = words.places[slip.at]
    return words_of(words.text[:place] + slip.sign + words.text[place + 1 :])


def _is_loose(typed: Words, slip: Slip, plain: Words, tokens: list[Span]) -> bool:
    """Whether nothing but a guess was made of a wrong character, as it stands in the question in plain words."""
    first, last = max(slip.at - 1, slip.start), min(slip.at + 2, slip.end)
    at = plain.key.find(typed.key[first:last])
    if at < 0:
        return False
    place = at + slip.at - first
    inside = [t for t in tokens if t.start <= place < t.end]
    if slip.steering and slip.length > _PAIR:
        return all(t.family == "unknown" for t in inside)
    guessed = any(t.text != plain.key[t.start : t.end] or t.role == "typo" for t in inside)
    if not guessed and not all(t.family in _LOOSE or t.length == 1 for t in inside):
        return False
    beside = (t for t in tokens if t.start < place + 2 and t.end > place - 1)
    return slip.length > _PAIR or any(t.family in ("unknown", "hint") for t in beside)
