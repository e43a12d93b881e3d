"""What stands around a body's name: others enumerated with it, and which of its two levels is meant."""

import re
from collections.abc import Mapping

from assistant.understand.words.body_forms import known_places, nicknames
from assistant.understand.words.spans import BESIDE_A_BODY, Span
from assistant.understand.words.text import Words

_AND = "和与及跟同或"
# Between a place and the organ that several places share: 上海这六个审计局, 上海的审计局, 三家市审计局.
_SHARED = re.compile(
    r"(?:这|那)?[一二两三四五六七八九十几\d]{1,3}(?:家|个|所|座|处|地|市)(?:的)?(?:市级|市|区级|区|县)?"
    r"|(?:那边|这边|当地|本地|那里)?的(?:市级|市|区级|区|县)?"
)
_REACH = 12
_OVER = re.compile(r"比(?P<piece>[一-龥]{2,4}?)(?=[多少高低大小贵])")
_AFTER = r"(?=$|[\s，,、。；;？?！!：:“”\"「『《]|跟|和|与|比|的|\d|[二今去全总在一共有几哪]|项目支出|三公|收入|支出)"
_LEVELS = (
    (
        re.compile(
            r"\s*[(（\[【]\s*(?:整个|全)?(?:部门|汇总|部门预算|部门汇总|部门口径|全系统|含下属单位|含下属|部门整体)\s*[)）\]】]"
            r"|(?:整个|全)(?:部门|系统|局)(?:口径|那份|那边)?|部门(?:那份|这份|那本|那个|口径|汇总|整体|层面|一级|总体)"
            rf"|部门{_AFTER}|全?系统{_AFTER}|系统(?:内|里|上下|全部|(?=[\u4e00-\u9fff\d])(?![运建平升集软维开改监]|管理|工程|项目|的建))"
            r"|口(?:上|里)?(?=今年|去年|20|一共|总共|有多|在职|的|总)"
        ),
        "kind_department",
    ),
    (
        re.compile(
            r"\s*[(（\[【]\s*(?:单位|单位预算|单位口径|本单位)\s*[)）\]】]"
            r"|(?:的)?(?:本)?单位(?:预算)?(?:那份|这份|那本|那个文件|口径|层面)|本单位"
        ),
        "kind_unit",
    ),
    (
        re.compile(
            r"\s*[(（\[【]\s*(?:本级|本部|机关|局本级|机关本级|局机关)\s*[)）\]】]"
            r"|(?:的)?(?:机关本身|机关自身|机关自己|机关本级|局本级|局机关|本级机关|本级|本部|本身|自身|自己"
            r"|机关(?!运行|事务|服务|工作|事业|党|团|干部|单位|人员|食堂|大院|后勤|处室|科室|公务|效能|运转))"
        ),
        "own_level",
    ),
)


_WHOLE_OWN = re.compile(
    r"占(?:了|到|着)?(?P<own>机关)(?=的?(?:全部|总)?(?:基本支出|项目支出|项目|支出|收入|预算|三公))"
)


def enumerated(
    words: Words, found: list[Span], variants: Mapping[str, tuple[str, ...]], places: Mapping[str, tuple[str, ...]]
) -> list[Span]:
    """Bodies said with one tail for several: 苏州、西安和上海这三个审计局; 东、西、南、北郊四个监狱."""
    tails = [(s, s.text) for s in found if s.family == "department" and s.role in ("exact", "placed")]
    made: list[Span] = []
    for span, name in _joined(words, variants):
        made.append(span)
        tails.append((span, name))
    for span, name in tails:
        at, items = span.start, []
        while (item := _before(words, at, name, variants, places)) is not None:
            items.append(item)
            at = item.start
        made.extend(items)
        made.extend(_held_against(words, span, name, variants))
    return made


def _held_against(words: Words, span: Span, name: str, variants: Mapping[str, tuple[str, ...]]) -> list[Span]:
    """The body that another is held against, without the end both names share: 西郊监狱的接待费比东郊多多少."""
    key = words.key
    for over in _OVER.finditer(key, span.end):
        piece = over["piece"]
        for cut in range(1, len(name) - 1):
            keys = variants.get(piece + name[cut:])
            if keys and keys != variants.get(name):
                return [Span(over.start("piece"), over.end(), "department", "enumerated", piece + name[cut:], keys)]
    return []


def _joined(words: Words, variants: Mapping[str, tuple[str, ...]]) -> list[tuple[Span, str]]:
    """Place and organ with a number or 的 between them, as one mention."""
    key, made = words.key, []
    for middle in _SHARED.finditer(key):
        best: Span | None = None
        name = ""
        for length in range(1, min(_REACH, middle.start()) + 1):
            place = key[middle.start() - length : middle.start()]
            for end in range(middle.end() + 2, min(len(key), middle.end() + _REACH) + 1):
                keys = variants.get(place + key[middle.end() : end])
                longer = best is None or end - middle.start() + length > best.length
                if keys and longer and not any(middle.start() - length < b < end for b in words.breaks):
                    name = place + key[middle.end() : end]
                    best = Span(middle.start() - length, end, "department", "joined", name, keys)
        if best is not None and len(best.text) > 2:
            made.append((best, name))
    return made


def _before(
    words: Words, at: int, name: str, variants: Mapping[str, tuple[str, ...]], places: Mapping[str, tuple[str, ...]]
) -> Span | None:
    """The body enumerated before a place in the words that shares the end of ``name``."""
    key = words.key
    parted = at in words.pauses
    end = at - 1 if not parted and at and key[at - 1] in _AND else at
    for length in range(min(8, end), 0, -1):
        piece = key[end - length : end]
        if any(end - length < b <= at for b in words.breaks):
            continue
        told = end < at or parted or piece in places or (length == 1 and end == at and _by_one_sign(key, at))
        for cut in range(1, len(name) - 1):
            if not told and cut != length:
                continue  # 东郊西郊监狱: side by side by as many signs each
            keys = variants.get(piece + name[cut:])
            if keys and keys != variants.get(name) and len(name) - cut >= 2:
                return Span(end - length, end, "department", "enumerated", piece + name[cut:], keys)
        if told and _is_place(piece, places):
            cut = max((n for n in range(2, len(name) - 1) if _is_place(name[:n], places)), default=0)
            if cut and piece + name[cut:] not in variants:  # 广州和上海的审计局: one of them is not there
                return Span(end - length, end, "department", "stranger", piece + name[cut:], ())
    return None


def _by_one_sign(key: str, at: int) -> bool:
    """Whether a place said by one sign stands right before another, said by one sign or by its name: 京沪, 苏西安."""
    sign, after = key[at - 1], key[at : at + 1]
    if not _is_sign(sign) or not after:
        return False
    named = any(key[at : at + length] in known_places() for length in (2, 3, 4))
    return _is_sign(after) or (named and not any(place.startswith(sign + after) for place in known_places()))


def _is_sign(sign: str) -> bool:
    """Whether a place has one sign for a name."""
    return any(sign in nicks for nicks in nicknames().values())


def _is_place(piece: str, places: Mapping[str, tuple[str, ...]]) -> bool:
    return piece in places or piece in known_places() or (piece[-1] in "省市" and piece[:-1] in known_places())


def levels_said(words: Words, bodies: list[Span]) -> list[Span]:
    """What is said right after a body of which of its documents is meant: (部门), 单位那份, 机关本身, 系统."""
    made = []
    for end in {s.end for s in bodies}:
        place = words.places[end - 1] + 1
        for pattern, role in _LEVELS:
            said = pattern.match(words.text, place)
            if said is not None and said.end() > place:
                last = words.key_at(said.end())
                if last > end and not any(end < b < last for b in words.breaks):
                    made.append(Span(end, last, "context", role, words.key[end:last], BESIDE_A_BODY))
                break
    if any(s.value for s in bodies):  # 高龄津贴占机关项目支出的比重: the office itself is whose the whole is
        made += [
            Span(*s.span("own"), "context", "own_level", s["own"], BESIDE_A_BODY)
            for s in _WHOLE_OWN.finditer(words.key)
        ]
    return made
