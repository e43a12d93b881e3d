"""Everyday words for a line whose name or code follows in brackets: 看病业务上的收入（事业收入） asks for the line."""

import re
from collections.abc import Mapping
from dataclasses import replace

from assistant.lexicon import concepts
from assistant.understand.words.spans import Span
from assistant.understand.words.text import Words
from ingest.wording.glyphs import bare

_DESCRIBING = ("hint", "soft", "unknown", "filler")
_OF_ANY = frozenset(
    "费支出收入经业务管理服务项目工作事其他单位行政本的和及类款"
)  # signs that stand in the names of many lines


# 寄信打电话这类开销（邮电费）, 委托中介那笔（…）: what is pointed at is said by its name behind it.
_POINTED = re.compile(
    r"[那这]一?(?:[笔块项类种条]|个?(?:科目|项目)|部分|方面|些)(?:的?(?:开销|花销|花费|费用|支出|开支|钱|经费))?[(（]$"
)

_JOINT = re.compile(r"[和与及跟、加]")
_CLOSED = re.compile(r"(?:[，,、]\s*\d{3,9})?[)）]")
_SAYS_WHICH = ("follow", "entity_subject", "entity_project")  # 那笔, 那个科目
_HALVES_OF_BASIC = {"personnel", "public_use"}


def glossed(words: Words, tokens: list[Span], coded: Mapping[str, frozenset[str]]) -> list[Span]:
    """The tokens with the words that a bracketed name or code says again as fillers.

    ``coded``: the names printed beside each code.

    They end as the name does and describe it: what names a row of its own (教育的收入（事业收入）) stays, unless a
    word for doings follows it (医疗业务收入).
    """
    made = _pointed(words, _described(words, tokens, coded), coded)
    for at, token in enumerate(tokens):
        head = at - 1
        if head < 0 or not _in_brackets(words, token) or not _ends_alike(tokens[head], token):
            continue
        first = head
        while first and _describes(tokens, first - 1) and tokens[first - 1].end not in words.breaks:
            first -= 1
        if any(t.family in ("hint", "soft", "name") for t in tokens[first:head]):
            for place in range(first, at):
                made[place] = replace(tokens[place], family="filler", role="filler", value=None)
    return made


def _described(words: Words, tokens: list[Span], coded: Mapping[str, frozenset[str]]) -> list[Span]:
    """The tokens with what describes a code or a name in brackets as fillers: 修法庭的钱（2040506）.

    Each word that describes it shares a sign with the names of the code's lines, or the name; else they may be of two.
    Beside a code one is enough where no "and" joins two: 派驻机构的监督支出（2011105）.
    """
    made = list(tokens)
    for at, token in enumerate(tokens):
        opened = words.text[words.places[token.start] - 1 : words.places[token.start]] in ("(", "（")
        named = token.family == "code" or (token.family == "name" and token.role != "part")
        if not named or not opened or token.start in words.breaks:
            continue
        first = at
        while first and (_describes(tokens, first - 1) or _is_part(tokens[first - 1])):
            first -= 1
            if tokens[first].start in words.breaks:
                break
        telling = [n for n in range(first, at) if tokens[n].family in ("hint", "unknown", "name")]
        signs = _signs_of(token.text, coded) if token.family == "code" else frozenset(token.text) - _OF_ANY
        akin = [bool(signs & set(tokens[n].text)) for n in telling]
        if all(akin) or (any(akin) and token.family == "code" and not _JOINT.search(_between(words, tokens[first:at]))):
            for n in telling:
                made[n] = replace(tokens[n], family="filler", role="filler", value=None)
    return made


def _between(words: Words, tokens: list[Span]) -> str:
    """The text that tokens cover."""
    return words.text[words.places[tokens[0].start] : words.places[tokens[-1].end - 1] + 1] if tokens else ""


def _pointed(words: Words, tokens: list[Span], coded: Mapping[str, frozenset[str]]) -> list[Span]:
    """The tokens with what points at a line in brackets as fillers, and all parts of a whole in brackets.

    Of what points one word shares a sign with the names of the line, and no other line does without: 招待那笔（培训费）
    names two.
    """
    made = list(tokens)
    for at, token in enumerate(tokens):
        if not _in_brackets(words, token):
            continue
        first = at
        while first and (_describes(tokens, first - 1) or tokens[first - 1].family in ("concept", "name", "context")):
            if tokens[first - 1].family == "context" and not tokens[first - 1].role.startswith(_SAYS_WHICH):
                break
            first -= 1
            if tokens[first].start in words.breaks:
                break
        told = [t for t in tokens[first:at] if t.family in ("hint", "unknown", "name", "concept")]
        if _points_at(words, told, token) or _are_parts(told, token) or _says_again(told, token):
            made[first:at] = [replace(t, family="filler", role="filler", value=None) for t in tokens[first:at]]
        if at + 1 < len(tokens) and _is_code_of(tokens[at + 1], token, coded):
            made[at + 1] = replace(tokens[at + 1], family="filler", role="filler", value=None)
    return made


def _points_at(words: Words, told: list[Span], line: Span) -> bool:
    """Whether words point at a line, one of them at least by a sign of its names, each line by one."""
    if not told or _POINTED.search(words.text[: words.places[line.start]]) is None:
        return False
    signs = _signs(line.role)
    shared = [bool(signs & set(token.text)) for token in told]
    return any(shared) and all(s for s, token in zip(shared, told, strict=True) if token.family in ("concept", "name"))


def _says_again(told: list[Span], line: Span) -> bool:
    """Whether an everyday word for one line is all before another of its kind: 医保缴费（行政单位医疗）.

    An official name stays, and so does what stands before a whole: 公务接待费（三公经费） asks for the part.
    """
    if len(told) != 1 or told[0].family != "concept" or told[0].role == line.role:
        return False
    said, own = concepts()[told[0].role], concepts()[line.role]
    whole = own.made_of or own.total_of or line.role == said.part_of
    everyday = told[0].text not in (said.words[0], *said.printed)
    return everyday and not whole and bool(_signs(line.role) & set(told[0].text))


def _is_code_of(code: Span, line: Span, coded: Mapping[str, frozenset[str]]) -> bool:
    """Whether a code behind a line's name is printed beside it: 行政运行，2010801."""
    own = concepts()[line.role]
    return code.family == "code" and bool({*map(bare, (*own.words, *own.printed))} & coded.get(code.text, frozenset()))


def _are_parts(told: list[Span], whole: Span) -> bool:
    """Whether lines are all parts of a whole: 人员和公用经费（基本支出）."""
    return whole.role == "basic_expenditure" and {t.role for t in told} == _HALVES_OF_BASIC


def _is_part(token: Span) -> bool:
    """Whether a token is a part of names, which itself names no line, or says what is looked for: 那个科目."""
    return token.family == "context" or (token.family == "name" and token.role == "part")


def _signs(role: str) -> frozenset[str]:
    """The signs in the words for a line, without those of any line."""
    own = concepts()[role]
    return frozenset("".join((*own.words, *own.said, *own.within))) - _OF_ANY


def _signs_of(code: str, coded: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """The signs in the names of a code's line and of the lines below it, without those of any line."""
    lines = [concepts()[line] for line in (f"f{code}", f"e{code}") if line in concepts()]
    official = {word for line in lines for word in (*line.words, *line.said, *line.within)}
    printed = {name for other, names in coded.items() if other.startswith(code) for name in names}
    return frozenset("".join(official | printed)) - _OF_ANY


def _in_brackets(words: Words, token: Span) -> bool:
    """Whether a line's name has brackets for itself."""
    start, end = words.places[token.start], words.places[token.end - 1] + 1
    closed = _CLOSED.match(words.text, end) is not None  # its code may stand behind it
    return token.family == "concept" and words.text[start - 1 : start] in ("(", "（") and closed


def _ends_alike(head: Span, line: Span) -> bool:
    """Whether a word is the kind of thing that a line is, and no other line: 收入 of 事业收入."""
    kind = head.family == "concept" and head.text in concepts()[head.role].words + concepts()[head.role].said
    return kind and head.length >= 2 and line.text.endswith(head.text) and line.text != head.text


def _describes(tokens: list[Span], at: int) -> bool:
    token = tokens[at]
    return token.family in _DESCRIBING or (token.family == "name" and tokens[at + 1].role in ("soft", "ordinary"))
