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
_GENERIC = frozenset(
    [
        "中心",
        "单位",
        "部门",
        "机关",
        "委员会",
        "办公室",
        "管理局",
        "办事处",
        "街道办",
        "街道",
        "人民政府",
        "政府",
        "管理",
        "服务",
        "工作",
        "业务",
        "市政府",
        "区政府",
        "办公厅",
    ]
)
_RANK = re.compile(r"(?:特别行政区|自治区|自治州|自治县|新区|开发区|地区|省|市|盟|县|区|旗)$")


# One-character and old names of cities and provinces, as headlines use them.
_NICKNAMES = {
    "北京": ("京", "首都"),
    "上海": ("沪", "申城"),
    "天津": ("津",),
    "重庆": ("渝", "山城"),
    "广州": ("穗", "羊城"),
    "深圳": ("鹏城", "深"),
    "杭州": ("杭",),
    "南京": ("宁", "金陵"),
    "成都": ("蓉",),
    "武汉": ("江城",),
    "西安": ("镐", "长安"),
    "苏州": ("姑苏",),
    "福州": ("榕城",),
    "济南": ("泉城",),
    "青岛": ("岛城",),
    "长沙": ("星城",),
    "昆明": ("春城",),
    "宁波": ("甬",),
    "厦门": ("鹭岛",),
    "哈尔滨": ("冰城",),
    "广东": ("粤",),
    "浙江": ("浙",),
    "江苏": ("苏",),
    "山东": ("鲁",),
    "福建": ("闽",),
    "湖南": ("湘",),
    "湖北": ("鄂",),
    "四川": ("川", "蜀"),
    "陕西": ("陕", "秦"),
    "河南": ("豫",),
    "河北": ("冀",),
    "安徽": ("皖",),
    "江西": ("赣",),
    "云南": ("滇", "云"),
    "贵州": ("黔", "贵"),
    "广西": ("桂",),
}


def _nicknamed(variants: frozenset[str], places: tuple[str, ...]) -> frozenset[str]:
    """Variants with a place by its other name: 沪审计局, 穗府办."""
    found: set[str] = set()
    for place in places:
        short = _RANK.sub("", place)
        for nick in _NICKNAMES.get(short, ()):
            for variant in variants:
                for form in (place, short):
                    if variant.startswith(form):
                        rest = variant.removeprefix(form)
                        found |= {nick + rest, f"{nick}市{rest}"}
                        for long, brief in _BRIEF:
                            if rest.endswith(long):
                                found.add(nick + rest.removesuffix(long) + brief)
    return frozenset(found)


_BRIEF = (("政府办公厅", "府办"), ("人民政府办公厅", "府办"), ("政府办公室", "府办"), ("委员会", "委"))


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
                    for part in re.split(r"[（()）]", name):  # a second name in brackets is a name too
                        if len(part) >= 4 and part != name:
                            variants |= body_variants(part)
                    variants |= _nicknamed(variants, places)
                    made[key] = BodyName(name, key, is_department, variants, tuple(bare(p) for p in places))
        self.all = made
        self._by_variant: dict[str, tuple[str, ...]] = {}
        named: dict[str, set[str]] = {}
        placed: dict[str, set[str]] = {}
        for body in made.values():
            for variant in body.variants:
                if len(variant) >= 2 and variant not in _GENERIC:
                    named.setdefault(variant, set()).add(body.key)
            if body.is_department:
                for place in body.places:
                    for form in {place, _RANK.sub("", place)}:
                        if len(form) >= 2:
                            placed.setdefault(form, set()).add(body.key)
        self._by_variant = {variant: tuple(sorted(keys)) for variant, keys in named.items()}
        self._by_place = {place: tuple(sorted(keys)) for place, keys in placed.items()}
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
                if key[start] not in body.key:
                    continue
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
        elif not (
            name.endswith(tail)
            or {"委": "委员会", "办": "办公室", "府": "政府"}.get(tail, "\0") in name[-8:]
            or (tail == "办" and "办公厅" in name[-8:])
        ):
            return False
        rest = piece[: -len(tail)]
        # At least one pair of neighbours also stands together in the name, or every character starts a word.
        pairs = sum(piece[i : i + 2] in name for i in range(len(piece) - 1 - len(tail)))
        return len(rest) >= 2 and (pairs >= 1 or len(rest) >= 2)
