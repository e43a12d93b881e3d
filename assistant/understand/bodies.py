"""Which department or unit a question names: full names, short names, places, abbreviations."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from assistant.understand.spans import Span
from assistant.understand.text import Words
from ingest.wording.glyphs import bare
from ingest.wording.names import body_variants, place_parts, read_body

# Endings by which people recognise a body; an abbreviation has to end in one of them.
_ORGAN = re.compile(r"(?:局|委|厅|办|院|处|中心|站|所|馆|会|街道|镇|乡|校|府|队|团|署|室)$")
_GENERIC = frozenset("中心 单位 部门 机关 委员会 办公室 管理局 办事处 街道办 街道 人民政府 政府 管理 服务 工作 业务 市政府 区政府 办公厅".split())
_RANK = re.compile(r"(?:特别行政区|自治区|自治州|自治县|新区|开发区|地区|省|市|盟|县|区|旗)$")


@dataclass(frozen=True, slots=True)
class BodyName:
    """A department or a unit as stored; ``variants`` are the comparison forms by which people name it."""

    name: str
    key: str
    is_department: bool
    variants: frozenset[str]
    places: tuple[str, ...]


class Bodies:
    """All departments and units of the store, found in questions by any of their names."""

    def __init__(self, departments: Iterable[str], units: Iterable[str]) -> None:
        made: dict[str, BodyName] = {}
        for names, is_department in ((departments, True), (units, False)):
            for name in sorted(set(names)):
                key = bare(read_body(name).name)
                if key and key not in made:
                    places, _ = place_parts(name)
                    variants = body_variants(name) | {bare(name)}
                    made[key] = BodyName(name, key, is_department, variants, tuple(bare(p) for p in places))
        self.all = made
        self._by_variant: dict[str, tuple[str, ...]] = {}
        variants: dict[str, set[str]] = {}
        places: dict[str, set[str]] = {}
        for body in made.values():
            for variant in body.variants:
                if len(variant) >= 2 and variant not in _GENERIC:
                    variants.setdefault(variant, set()).add(body.key)
            if body.is_department:
                for place in body.places:
                    for form in {place, _RANK.sub("", place)}:
                        if len(form) >= 2:
                            places.setdefault(form, set()).add(body.key)
        self._by_variant = {variant: tuple(sorted(keys)) for variant, keys in variants.items()}
        self._by_place = {place: tuple(sorted(keys)) for place, keys in places.items()}
        self._longest = max(map(len, self._by_variant), default=0)

    def spans(self, words: Words) -> list[Span]:
        """Every mention of a body or a place in a question; the value holds the keys it may mean."""
        key, found = words.key, []
        for start in range(len(key)):
            for end in range(start + 2, min(len(key), start + max(self._longest, 8)) + 1):
                piece = key[start:end]
                keys = self._by_variant.get(piece)
                if keys:
                    found.append(Span(start, end, "department", "exact", piece, keys))
                elif piece in self._by_place:
                    found.append(Span(start, end, "place", "place", piece, self._by_place[piece]))
        found.extend(self._abbreviations(words, found))
        return found

    def _abbreviations(self, words: Words, exact: list[Span]) -> list[Span]:
        """Short forms whose characters stand in a body's name in order: 市政法委, 网管中心, 政数局."""
        key, spans = words.key, []
        for start in range(len(key)):
            longest: dict[int, set[str]] = {}
            for body in self.all.values():
                end = self._reach(key, start, body.key)
                while end - start >= 3:
                    piece = key[start:end]
                    if _ORGAN.search(piece) and piece not in _GENERIC and self._fits(piece, body.key):
                        longest.setdefault(end, set()).add(body.key)
                        break
                    end -= 1
            if longest:
                end = max(longest)
                piece = key[start:end]
                if not any(s.start <= start and s.end >= end and s.family == "department" for s in exact):
                    spans.append(Span(start, end, "department", "short", piece, tuple(sorted(longest[end]))))
        return spans

    @staticmethod
    def _reach(key: str, start: int, name: str) -> int:
        at, position = start, 0
        while at < len(key):
            found = name.find(key[at], position)
            if found < 0:
                break
            position, at = found + 1, at + 1
        return at

    @staticmethod
    def _fits(piece: str, name: str) -> bool:
        """Whether a short form is made of the head characters of a name's words, its organ at the end."""
        organ = _ORGAN.search(piece)
        if organ is None:
            return False
        tail = organ.group()
        if tail in ("中心", "街道") or len(tail) > 1:
            if tail not in name:
                return False
        elif not (name.endswith(tail) or {"委": "委员会", "办": "办公室", "府": "政府"}.get(tail, "\0") in name[-8:] or (
            tail == "办" and "办公厅" in name[-8:]
        )):
            return False
        rest = piece[: -len(tail)]
        # At least one pair of neighbours also stands together in the name, or every character starts a word.
        pairs = sum(piece[i : i + 2] in name for i in range(len(piece) - 1 - len(tail)))
        return len(rest) >= 2 and (pairs >= 1 or len(rest) >= 2)
