"""Which department or unit a question names: full names, short names, places, abbreviations, enumerations."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache

from assistant.lexicon import concept_words
from assistant.understand.bodies.context import enumerated, levels_said
from assistant.understand.bodies.heads import heads_alone
from assistant.understand.bodies.slips import Slips
from assistant.understand.bodies.strangers import stranger_spans
from assistant.understand.names.fuzzy import sounds
from assistant.understand.words.body_forms import (
    LINES_TOO,
    PROPER,
    RANK,
    SHORT_NUMBERED,
    forms_of,
    known_places,
    nicknames,
    place_forms,
    short_places,
)
from assistant.understand.words.spans import Span
from assistant.understand.words.text import Words
from ingest.wording.glyphs import bare
from ingest.wording.names import read_body

# Endings by which people recognise a body; an abbreviation has to end in one of them.
_ORGAN = re.compile(r"(?:局|委|厅|办|院|处|中心|站|所|馆|会|街道|镇|乡|校|府|队|团|署|室)$")
_GENERIC = frozenset(
    (
        *("中心", "单位", "部门", "机关", "委员会", "办公室", "管理局", "办事处", "街道办", "街道", "人民政府", "政府"),
        *("管理", "服务", "工作", "业务", "市政府", "区政府", "办公厅", "监狱", "学校", "医院", "分局", "市办公厅"),
        *("服务中心", "管理中心", "受理中心", "运营中心", "信息中心", "指挥中心", "管理所", "管理站", "研究所"),
    )
)


@dataclass(frozen=True, slots=True)
class BodyName:
    """A department or a unit as stored; ``variants`` are the comparison forms by which people name it."""

    name: str
    key: str
    is_department: bool
    variants: frozenset[str]
    by_work: frozenset[str]  # place and work without the word for the organ: 深圳审计
    places: tuple[str, ...]
    organs: tuple[str, ...]  # one for every name plate
    spots: frozenset[str]  # the forms of its place


class Bodies:
    """All departments and units of the store, found in questions by any of their names."""

    def __init__(
        self, departments: Iterable[str], units: Iterable[str], fuller: Mapping[str, str] | None = None
    ) -> None:
        """``fuller`` are names of a department with the place above it, each with the department: 甲市乙区商务局."""
        made: dict[str, BodyName] = {}
        for names, is_department in ((departments, True), (units, False)):
            for name in sorted(set(names)):
                key = bare(read_body(name).name)
                if key and key not in made:
                    made[key] = _body(name, key, is_department)
        for name, owner in (fuller or {}).items():
            own, more = made.get(bare(read_body(owner).name)), _body(name, bare(name), True)
            if own is not None and more.key not in made:
                said = {form for form in more.variants if any(len(s) > 1 and s in form for s in own.spots)}
                made[own.key] = replace(own, variants=own.variants | said)
        self.all = made
        named: dict[str, set[str]] = {}
        worked: dict[str, set[str]] = {}
        placed: dict[str, set[str]] = {}
        for body in made.values():
            for variant in body.variants:
                if len(variant) >= 2 and variant not in _GENERIC:
                    named.setdefault(variant, set()).add(body.key)
            for form in body.by_work:
                worked.setdefault(form, set()).add(body.key)
            if body.is_department:
                for place in body.places:
                    short = RANK.sub("", place)
                    for form in {place, short, *short_places(place), *nicknames().get(short, ())}:
                        if len(form) >= 2:
                            placed.setdefault(form, set()).add(body.key)
        self.by_variant = {variant: tuple(sorted(keys)) for variant, keys in named.items()}
        self._by_work = {form: tuple(sorted(keys)) for form, keys in worked.items() if form not in named}
        self.by_place = {place: tuple(sorted(keys)) for place, keys in placed.items()}
        self._units = {
            v: keys[0] for v, keys in self.by_variant.items() if len(keys) == 1 and not made[keys[0]].is_department
        }
        self._longest = max(map(len, self.by_variant), default=0)
        self._slips = Slips((body.key, body.places, body.organs[0], body.variants) for body in made.values())

    def spans(self, words: Words) -> list[Span]:
        """Every mention of a body or a place in a question; the value holds the keys it may mean."""
        key, found = words.key, []
        for start in range(len(key)):
            for end in range(start + 2, min(len(key), start + max(self._longest, 8)) + 1):
                piece = key[start:end]
                keys = self.by_variant.get(piece)
                if keys and _may_begin(key, start, piece):
                    found.append(Span(start, end, "department", self._role(piece, keys), piece, keys))
                elif piece in self._by_work and self._is_by_work(key, start, end):
                    found.append(Span(start, end, "department", "work", piece, self._by_work[piece]))
                elif piece in self.by_place:
                    found.append(Span(start, end, "place", "place", piece, self.by_place[piece]))
        found = _but_lines(words, found)
        found.extend(self._behind_its_organ(words, found))
        found.extend(self._abbreviations(words, found))
        found.extend(enumerated(words, found, self.by_variant, self.by_place))
        found.extend(heads_alone(words, found, self._units))
        found.extend(self._sounding_alike(words, found))
        known = [s for s in found if s.family == "department"]
        slipped = self._slips.spans(words, known)
        strangers = stranger_spans(words, [*known, *slipped], self.by_place, self.by_variant)
        strangers += _numbered_after(words, [s for s in found if s.family == "place"], known)
        found.extend([*(s for s in slipped if not _within(s, strangers)), *strangers])
        found.extend(levels_said(words, [s for s in found if s.family == "department" and s.value]))
        return found

    def as_department(self, like: Span, tokens: list[Span]) -> Span:
        """A stretch that resembles a department's name alone, as that department where none is named: 甲市妇幼."""
        names = {name for name, _ in like.value} if isinstance(like.value, tuple) else set()
        keys = {key for name in names for key in self.by_variant.get(name, ())}
        known = names <= set(self.by_variant) and all(self.all[key].is_department for key in keys)
        if len(keys) != 1 or not known or any(t.family == "department" for t in tokens):
            return like
        return replace(like, family="department", role="short", value=tuple(keys))

    def headed(self, tokens: list[Span]) -> list[Span]:
        """A place with unknown words behind it that just one organ of it begins with: 甲市|妇幼."""
        made: list[Span] = []
        for token in tokens:
            place = made[-1] if made and made[-1].family == "place" and made[-1].end == token.start else None
            if place is not None and token.family in ("hint", "unknown") and token.length > 1:
                here = place.value if isinstance(place.value, tuple) else ()
                keys = [k for k in here if any(organ.startswith(token.text) for organ in self.all[k].organs)]
                if len(keys) == 1:
                    text = place.text + token.text
                    made[-1] = Span(place.start, token.end, "department", "short", text, tuple(keys))
                    continue
            made.append(token)
        return made

    def _role(self, piece: str, keys: tuple[str, ...]) -> str:
        """Whether a name stands with its place (placed) or by itself (exact)."""
        spots = (spot for key in keys for spot in self.all[key].spots)
        return "placed" if any(len(s) >= 2 and piece.startswith(s) for s in spots) else "exact"

    def _behind_its_organ(self, words: Words, found: list[Span]) -> list[Span]:
        """Places said behind the organ that a question begins with: 妇联岚山, 审计局普陀区."""
        begun = {s.start for s in found if s.family == "department"}
        made = []
        for place in found:
            said = words.key[: place.start]
            keys = self.by_variant.get(place.text + said) if place.family == "place" and len(said) > 1 else None
            if keys and place.start not in begun and not words.breaks & set(range(1, place.start + 1)):
                made.append(Span(0, place.end, "department", "placed", words.key[: place.end], keys))
        return made

    def _is_by_work(self, key: str, start: int, end: int) -> bool:
        """Whether 深圳审计 is meant as a body: not where its work begins a budget term (普陀教育支出)."""
        if not _may_begin(key, start, key[start:end]):
            return False
        words = concept_words()
        for body_key in self._by_work[key[start:end]]:
            spot = max((s for s in self.all[body_key].spots if key.startswith(s, start)), key=len, default="")
            work = start + len(spot)
            if any(key[work:after] in words for after in range(end + 1, min(len(key), end + 12) + 1)):
                return False
        return True

    def _abbreviations(self, words: Words, exact: list[Span]) -> list[Span]:
        """Short forms whose characters stand in a body's organ in order: 市政法委, 网管中心, 政数局."""
        key, spans = words.key, []
        for start in range(len(key)):
            longest: dict[int, set[str]] = {}
            for body in self.all.values():
                for organ in body.organs:
                    if key[start] not in organ:
                        continue
                    end = _reach(key, start, organ)
                    while end - start >= 3:
                        piece = key[start:end]
                        if _ORGAN.search(piece) and piece not in _GENERIC and _fits(piece, organ):
                            longest.setdefault(end, set()).add(body.key)
                            break
                        end -= 1
            if not longest:
                continue
            end = max(longest)
            first, keys = self._placed(key, start, longest[end])
            if not any(s.start <= first and s.end >= end and s.family == "department" for s in exact):
                spans.append(Span(first, end, "department", "short", key[first:end], tuple(sorted(keys))))
        return spans

    def _sounding_alike(self, words: Words, found: list[Span]) -> list[Span]:
        """Organs whose place before them is written with signs that sound like it: 苏洲审计局."""
        made = []
        placed = [s for s in found if s.role == "placed"]
        for span in found:
            if span.family != "department" or span.role != "exact":
                continue
            if any(p.start < span.start and p.end >= span.end for p in placed):
                continue  # its place is before it as it should be
            for length in (2, 3):
                said = words.key[max(0, span.start - length) : span.start]
                if len(said) < length or said in known_places() or span.start in words.breaks:
                    continue
                bodies: tuple[str, ...] = tuple(self.by_variant.get(span.text, ()))
                spots = ((key, spot) for key in bodies for spot in self.all[key].spots if len(spot) == length)
                like = {k for k, s in spots if s != said and s[0] == said[0] and sounds(s)[1] == sounds(said)[1]}
                keys = like if _may_begin(words.key, span.start - length, said) else set()
                if keys:
                    start = span.start - length
                    text = words.key[start : span.end]
                    made.append(Span(start, span.end, "department", "typo", text, tuple(sorted(keys))))
        return made

    def _placed(self, key: str, start: int, keys: set[str]) -> tuple[int, set[str]]:
        """Where a short form begins with the place said before it, and the bodies of that place."""
        for length in range(min(12, start), 0, -1):
            spot = key[start - length : start]
            own = {k for k in keys if spot in self.all[k].spots}
            if own and _may_begin(key, start - length, spot):
                return start - length, own
        return start, keys


# What may stand before the body that a question or a clause is about: a year, how many of its kind.
_BEFORE_A_BODY = re.compile(r"(?:(?:20)?\d\d年度?|[今去前]年|请问|我们|[两三四五六几各]家?)*$")


# What is said of a line and of no body: 法院支出, 法院款, 法院这个科目.
_OF_A_LINE = re.compile(r"支出|[(（]?[款类项目]|(?:这个|这一|该)?科目")


def _but_lines(words: Words, found: list[Span]) -> list[Span]:
    """The mentions without the names of lines: 公共安全支出里法院多少, 甲县财政局的法院支出 name no court."""
    bodies = [s for s in found if s.family == "department" and s.text not in LINES_TOO]
    return [s for s in found if s.text not in LINES_TOO or (not bodies and _opens(words, s))]


def _opens(words: Words, span: Span) -> bool:
    """Whether a clause is opened by a mention, and goes on as of a body."""
    begun = max((b for b in words.breaks if b <= span.start), default=0)
    opened = _BEFORE_A_BODY.fullmatch(words.key[begun : span.start]) is not None
    return opened and _OF_A_LINE.match(words.key, span.end) is None


def _numbered_after(words: Words, places: list[Span], known: list[Span]) -> list[Span]:
    """A numbered school or hospital said after its place that no stored body is: 宁溪三中."""
    made = []
    for place in places:
        told = SHORT_NUMBERED.match(words.key, place.end)
        if told and not any(s.start <= place.start and s.end >= told.end() for s in known):
            made.append(
                Span(place.start, told.end(), "department", "stranger", words.key[place.start : told.end()], ())
            )
    return made


def _body(name: str, key: str, is_department: bool) -> BodyName:
    places, organ, variants, by_work = forms_of(name)
    variants |= {bare(name)}
    plates = [part for part in re.split(r"[（()）]", name) if len(part) >= 4 and part != name]
    for part in plates:  # a second name in brackets is a name too
        variants |= forms_of(part)[2]
        by_work |= forms_of(part)[3]
    organs = tuple(forms_of(part)[1] for part in plates) or (organ,)
    spots = place_forms(places, PROPER.search(organ) is not None)
    return BodyName(name, key, is_department, variants, by_work - variants, places, organs, spots)


#: What 区 makes a zone of its own with, and no rank: 经开区, 高新区, 保税区, 园区, 景区.
_BEFORE_ZONE = frozenset("开新发税园景社范游工港库牧林矿灌")


def _may_begin(key: str, start: int, piece: str) -> bool:
    """Whether a mention may begin here: not within another place (南|京审计局, 经开|区管委会)."""
    if start > 0 and piece[0] == "区" and key[start - 1] in _BEFORE_ZONE:
        return False
    return not (
        piece[0] in _one_character_places()
        and start > 0
        and key[start - 1 : start + 1] in _place_ends()
        and piece[:2] not in _place_heads()
    )


@cache
def _one_character_places() -> frozenset[str]:
    return frozenset(nick for nicks in nicknames().values() for nick in nicks if len(nick) == 1)


@cache
def _place_heads() -> frozenset[str]:
    return frozenset(place[:2] for place in known_places())


@cache
def _place_ends() -> frozenset[str]:
    return frozenset(place[-2:] for place in known_places())


def _within(span: Span, others: list[Span]) -> bool:
    return any(o.start <= span.start and o.end >= span.end for o in others)


def _reach(key: str, start: int, name: str) -> int:
    at, position = start, 0
    while at < len(key):
        found = name.find(key[at], position)
        if found < 0:
            break
        position, at = found + 1, at + 1
    return at


def _fits(piece: str, organ: str) -> bool:
    """Whether a short form is made of the head characters of an organ's words, what makes it an organ at the end."""
    found = _ORGAN.search(piece)
    if found is None:
        return False
    tail = found.group()
    if piece[-2:] == piece[-1] * 2:
        return False  # 审计局局|长 is a person of the bureau, no branch of it
    if tail in ("中心", "街道") or len(tail) > 1:
        if tail not in organ:
            return False
    elif not organ.endswith((tail, *{"委": ("委员会",), "办": ("办公室", "办公厅"), "府": ("政府",)}.get(tail, ()))):
        return False
    return len(piece) - len(tail) >= 2
