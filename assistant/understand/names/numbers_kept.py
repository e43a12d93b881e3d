"""Numbers that are part of a name: one that no document prints is not understood, and no neighbour answers for it.

A project's code and the term in its name tell it from its neighbours, which differ from it in nothing else.
"""

import re
from collections.abc import Collection, Iterator

from assistant.understand.words.alike import prints_number
from assistant.understand.words.spans import Span
from assistant.understand.words.text import Words
from ingest.wording.glyphs import bare

_PART = r"[A-Za-z0-9]+"
_CODE = re.compile(rf"(?<![A-Za-z0-9-]){_PART}(?:-{_PART})*(?![A-Za-z0-9-])")
_LONG, _DIGITS = 12, 6  # the least characters of a code, and digits among them
_SHORTEST = 3  # digits of a number that tells a name apart
_NAMED = ("name", "like")
_TERM = re.compile(r"(?P<first>20\d\d)年?[-—–~至到](?P<last>20\d\d)年?的?")
_TERM_PRINTED = re.compile(r"(20\d\d)年?(20\d\d)(?=\D|$)")  # in the comparison form of a name


def tells_apart(said: str) -> bool:
    """Whether words are a code or a term, without which a name is that of its neighbours."""
    return _TERM.fullmatch(said) is not None or is_long_code(said)


def numbers_kept(words: Words, tokens: list[Span], printed: Collection[Collection[str]]) -> list[Span]:
    """The tokens with each code, number and term of a project that stands in no name as not understood."""
    made = list(tokens)
    for start, end in _codes_of_none(words, printed):
        inside = [t for t in made if t.start < end and start < t.end]
        at, first, last = made.index(inside[0]), inside[0].start, inside[-1].end
        made[at : at + len(inside)] = [Span(first, last, "unknown", "unknown", words.spoken(first, last))]
    made = [_of_no_name(made, at, printed) for at in range(len(made))]
    if not made:
        return made
    return [_of_another_term(words, token, behind) for token, behind in zip(made, [*made[1:], None], strict=True)]


def _of_no_name(tokens: list[Span], at: int, printed: Collection[Collection[str]]) -> Span:
    """A token; a number that is said of a name and that no name is printed with as not understood: 12346热线平台."""
    token = tokens[at]
    beside = (t for t in tokens[max(at - 1, 0) : at + 2] if t.start == token.end or t.end == token.start)
    of_a_name = token.family == "name" or (token.family == "hint" and any(t.family in _NAMED for t in beside))
    if not (token.text.isdigit() and len(token.text) >= _SHORTEST and of_a_name):
        return token
    holding = (name for names in printed for name in names if token.text in name)
    if any(prints_number(name, token.text) for name in holding):
        return token
    return Span(token.start, token.end, "unknown", "unknown", token.text)


def _codes_of_none(words: Words, printed: Collection[Collection[str]]) -> Iterator[tuple[int, int]]:
    """Where long codes stand in the question that no printed name holds."""
    for found in _CODE.finditer(words.text):
        code = bare(found[0])
        if is_long_code(found[0]) and not any(code in name for names in printed for name in names):
            yield words.key_at(found.start()), words.key_at(found.end())


def is_long_code(said: str) -> bool:
    """Whether a word is a code of letters and digits, as long as those of projects are."""
    code = bare(said)
    mixed = any(c.isalpha() for c in code) and sum(c.isdigit() for c in code) >= _DIGITS
    return mixed and len(code) >= _LONG and _CODE.fullmatch(said) is not None


def _of_another_term(words: Words, token: Span, behind: Span | None) -> Span:
    """The term said right before a name as not understood, where that name is printed with other terms only."""
    said = _TERM.fullmatch(words.spoken(token.start, token.end))
    if said is None or behind is None or behind.start != token.end or behind.family not in _NAMED:
        return token
    meant = behind.value if isinstance(behind.value, tuple) else (behind.value or behind.text,)
    printed = [_TERM_PRINTED.findall(each[0] if isinstance(each, tuple) else str(each)) for each in meant]
    if not all(printed) or any(said.groups() in terms for terms in printed):
        return token
    return Span(token.start, token.end, "unknown", "unknown", token.text)
