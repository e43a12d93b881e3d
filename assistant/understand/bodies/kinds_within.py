"""The word for a kind of unit, of which a department has several: 哪个水文站, 两所水文站, 各水文站, 最高的水文站."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from assistant.understand.words.body_forms import is_of_kind, kinds
from assistant.understand.words.spans import Span
from assistant.understand.words.text import Words
from ingest.wording.names import place_parts

_BEFORE = re.compile(
    r"(?:哪(?:一?[个家所座间]|些|[几两三]?[个家所座间])|[各每](?:一?[个家所座间])?|所有的?|全部的?"
    r"|最[多大高少小低]的?(?:那|一)*[个家所座间]?|除了?|不[含算]|[几两二三四五六七八九十\d]+[个家所座间](?:下属|所属|直属)?)的?$"
)
_BEHIND = re.compile(
    r"们|(?:里头?|里面|中|当中|之中|之间)?[，,]?"
    r"(?:谁|哪一?[个家所座间]|哪些|分别|各(?:自|是|有)?|一共|总共|合计|平均)"
)

_SHORTEST = 3  # characters of a kind that may be a name by itself: 博物馆, not 医院
# 哪个监狱支出最多: the kind is sought, and 监狱支出 is no subject here; 哪个监狱业务项目 names no kind.
_SOUGHT = re.compile(r"哪(?:一?[个家所座间]|[几两三][个家所座间])(?:下属|所属|直属)?的?")
_BESIDE_KIND = re.compile(
    r"[的谁最里中，,]|的?(?:一般公共预算|总?支出|总?收入|预算|决算|经费|开支|花|用钱|三公|基本支出|项目)|$"
)
_LONGEST = 6
_OWNED = re.compile(r"的?(?:下属|所属|直属|下面|底下|下辖)?的?$")  # between a department and its units


def kinds_within(
    words: Words, bodies: list[Span], units: Iterable[str], holders: Mapping[str, frozenset[str]]
) -> dict[Span, Span]:
    """The mentions of bodies that mean each of several units of one document, with the kind that is said instead.

    Such units are rows of their department's tables, and no bodies beside it: with it they would be counted twice.
    """
    own = set(units)
    said = {span: _kind_alone(words, span, own, holders) for span in bodies}
    meant = {span: kind for span, kind in said.items() if _is_kind(words, kind, bodies, own, holders)}
    return {span: replace(kind, family="name", role="label", value=None) for span, kind in meant.items()}


def kinds_sought(words: Words, spans: list[Span], units: Iterable[str]) -> list[Span]:
    """The spans with the kind of unit that is sought by "which", in place of lines that begin with its word."""
    own, made = tuple(units), list(spans)
    for sought in _SOUGHT.finditer(words.key):
        start = sought.end()
        ends = range(min(start + _LONGEST, len(words.key)), start, -1)
        pieces = [(end, words.key[start:end]) for end in ends if _BESIDE_KIND.match(words.key, end)]
        kind = next((end for end, piece in pieces if any(_is_called(piece, unit) for unit in own)), None)
        if kind is None or any(s.family in ("department", "place") and s.start < kind and s.end > start for s in spans):
            continue
        made = [s for s in made if not (s.start < kind and s.end > start)]
        made.append(Span(start, kind, "name", "label", words.key[start:kind]))
    return made


def _is_called(kind: str, unit: str) -> bool:
    return unit.endswith(kind) or (kind in kinds() and is_of_kind(kind, unit))


_LED = re.compile(
    r"[^，,、。；;？?和与跟同及比较]{0,10}"
)  # what stands between a department and its unit: 2025年, 下属的


def of_their_owner(
    words: Words, bodies: list[Span], units: Iterable[str], holders: Mapping[str, frozenset[str]]
) -> list[Span]:
    """The bodies, with a unit that several departments have as that of the department said before: 甲市民政局救助站."""
    own, made = set(units), []
    departments = [b for b in bodies if _keys_of(b) and own.isdisjoint(_keys_of(b))]
    for span in bodies:
        keys = _keys_of(span)
        owner = max((b for b in departments if b.end <= span.start), key=lambda b: b.end, default=None)
        if len(keys) > 1 and own.issuperset(keys) and owner is not None:
            near = _LED.fullmatch(words.key[owner.end : span.start])
            held = frozenset().union(*(holders.get(key, frozenset()) for key in _keys_of(owner)))
            of_it = tuple(key for key in keys if holders.get(key, frozenset()) & held)
            span = replace(span, value=of_it) if near and of_it else span
        made.append(span)
    return made


def _keys_of(span: Span) -> tuple[str, ...]:
    """The bodies a mention may mean."""
    return tuple(map(str, span.value)) if span.family == "department" and isinstance(span.value, tuple) else ()


def _kind_alone(words: Words, span: Span, units: set[str], holders: Mapping[str, frozenset[str]]) -> Span:
    """The kind within a mention of the one unit that is named by it alone: 甲市博物馆 beside 甲市陶瓷博物馆."""
    keys = span.value if span.family == "department" and isinstance(span.value, tuple) else ()
    organ = place_parts(str(keys[0]))[1] if len(keys) == 1 and keys[0] in units else ""
    if len(organ) < _SHORTEST or not words.key[: span.end].endswith(organ):
        return span
    own = holders.get(str(keys[0]), frozenset())
    alike = tuple(sorted(unit for unit in units if unit.endswith(organ) and own & holders.get(unit, frozenset())))
    return replace(span, start=span.end - len(organ), text=organ, value=alike)


def _is_kind(
    words: Words, span: Span, bodies: list[Span], units: set[str], holders: Mapping[str, frozenset[str]]
) -> bool:
    """Whether a mention means each of several units that one document holds."""
    keys = [str(key) for key in span.value] if span.family == "department" and isinstance(span.value, tuple) else []
    if len(keys) < 2 or not set(keys) <= units or not all(key.endswith(span.text) for key in keys):
        return False
    if not frozenset.intersection(*(holders.get(key, frozenset()) for key in keys)):
        return False
    if _BEFORE.search(words.key[: span.start]) or _BEHIND.match(words.key, span.end):
        return True
    said = _OWNED.sub("", words.key[: span.start])
    owners = (b for b in bodies if b.family == "department" and b is not span and b.end == len(said))
    return any(isinstance(b.value, tuple) and not units.issuperset(b.value) for b in owners)  # 甲局水文站收入多少
