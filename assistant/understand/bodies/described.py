"""Units named by what they do before a word for their kind: 管热线的那个中心, 12345热线那个受理中心, 管戒毒的单位."""

import re
from collections.abc import Iterable, Mapping

from assistant.understand.everyday.uncovered_words import naming_words, segments_of
from assistant.understand.words.alike import held
from assistant.understand.words.spans import Span
from assistant.understand.words.text import Words

_KIND = re.compile(
    r"(?:中心|监狱|学校|医院|研究[院所]|[管服][理务][所站]|[支总大]队|戒毒所|看守所|中学|小学|幼儿园|[书物化案]馆|基地|[学协]会)$"
)
_POINTED = re.compile(r"的?[那这][个家所座间]|的")
_BELOW = re.compile(r"的?(?:[局厅委办]?(?:本级|本部|机关)[和与跟及、]|(?:下属|所属|直属|下辖|名下|下面|底下)的?)")
_ANY = ("单位", "下属单位", "机构")
_LONGEST, _SHORT = 8, 4
# The body itself is meant, not its house or what is built for it: 那个服务中心大楼.
_AFTER = re.compile(
    r"的|[今去全本当一]年|20\d\d|项目(?!部)|预算|决算|支出|收入|[一总]共|合计|三公|有|要|花|用|安排|批|和|与|跟|打算|计划|得|需"
)
_DOES = re.compile(r"^(?:下面|下属|底下|里|专门|主要|平时|是|负责|主管|管(?!理)|接|办(?!公)|搞|做|弄)+")
_SURE = 0.95  # the word itself or another for the same thing


def described_bodies(
    words: Words, known: list[Span], units: Iterable[str], holders: Mapping[str, frozenset[str]]
) -> list[Span]:
    """The units that the words before their kind describe, of the departments named where any is."""
    named = [s for s in known if s.family == "department"]
    keys = [key for span in named if isinstance(span.value, tuple) for key in span.value]
    documents = frozenset().union(*(holders.get(str(key), frozenset()) for key in keys))
    own = [u for u in units if not documents or holders.get(u, frozenset()) & documents]
    made = [*_whole_words(words, named), *(_right_behind(words, named, own) if documents else ())]
    for pointer in _POINTED.finditer(words.key):
        kind = _kind_at(words, pointer.end(), own)
        if kind is None or any(s.start < kind.end and pointer.start() < s.end for s in named):
            continue
        start = max(b for b in (0, *words.breaks, *(s.end for s in named)) if b <= pointer.start())
        said = naming_words(_DOES.sub("", words.key[start : pointer.start()]))
        of_kind = [u for u in own if kind.text in _ANY or u.endswith(kind.text)]
        told = tuple(u for u in of_kind if all(len(word) > 1 and held(word, u) >= _SURE for word in said))
        if len(told) == 1 and (said or (documents and kind.text not in _ANY)):
            made.append(Span(start if said else kind.start, kind.end, "department", "described", kind.text, told))
    return made


def _right_behind(words: Words, named: list[Span], own: list[str]) -> list[Span]:
    """Short names of units said right behind their department, of which only one has it: 某局运营中心."""
    made = []
    for owner in named:
        led = _BELOW.match(words.key, owner.end)
        start = led.end() if led is not None else owner.end
        kind = None if any(s.start == start for s in named) else _kind_at(words, start, own)
        told = tuple(u for u in own if kind is not None and u.endswith(kind.text))
        if kind is not None and len(kind.text) >= _SHORT and len(told) == 1:
            made.append(Span(kind.start, kind.end, "department", "described", kind.text, told))
    return made


def _whole_words(words: Words, named: list[Span]) -> list[Span]:
    """Short names that begin within a word which the body's own name says otherwise, with all of it: 热|线受理中心."""
    made = []
    for start, end, word, _ in segments_of(words):
        for span in named:
            keys = span.value if span.role == "short" and isinstance(span.value, tuple) else ()
            if start < span.start < end and len(keys) == 1 and held(word, str(keys[0])) >= _SURE:
                made.append(Span(start, span.end, "department", "described", words.key[start : span.end], keys))
    return made


def is_kind_of_body(word: str) -> bool:
    """Whether a word is but one for a kind of body, of which there may be many: 中心, 服务中心, 监狱."""
    return len(word) <= _SHORT and _KIND.search(word) is not None


def _kind_at(words: Words, start: int, units: list[str]) -> Span | None:
    """The longest word for a kind of body from a position on that some unit's name ends with."""
    for end in range(min(len(words.key), start + _LONGEST), start + 1, -1):
        piece = words.key[start:end]
        closed = end == len(words.key) or end in words.breaks or end in words.pauses or _AFTER.match(words.key, end)
        if closed and (piece in _ANY or (_KIND.search(piece) and any(u.endswith(piece) for u in units))):
            return Span(start, end, "department", "described", piece)
    return None
