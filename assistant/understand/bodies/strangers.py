"""Bodies that no document is of, told by how bodies are named: 武汉市财政局, 广东省审计厅, 杭州市乔司监狱.

A question of such a body is refused by its name, though a loaded body shares its words.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from assistant.understand.everyday.uncovered_words import is_empty
from assistant.understand.words.alike import spelt_in
from assistant.understand.words.body_forms import field_words, known_places, zone_words
from assistant.understand.words.spans import Span
from assistant.understand.words.text import Words

_RANKS = "特别行政区|自治区|自治州|自治县|自治旗|新区|地区|省|市|州|盟|县|区|旗"
_TAIL = (
    r"(?:管理委员会|委员会|监督管理局|管理局|事务局|服务局|总局|局|厅"
    r"|委(?!托|派|员)|署(?!名)|部(?!门|分|队|署|级|位|件)|所(?![属有在得需用占列以辖管示含述有谓])|分局)"
)
_KINDS = (
    "监狱|戒毒所|看守所|街道办事处|街道|医院|中学|小学|幼儿园|大学|学院|职业学校|学校|派出所|分局|人民法院|中级法院|法院|检察院|图书馆|博物馆|文化馆|美术馆|"
    "党校|开发区管委会|管委会|总工会|(?:监测|检测|监督|监察|执法|稽查|防疫|急救|检验|水文)(?:总队|支队|大队|站|所|中心)|疾病预防控制中心|"
    "(?:妇女联合会|妇联|残疾人联合会|残联|文联|科协|侨联|工商联)(?!工作|事业|活动|组织|事务|共青)"
)
# Characters of everyday words that are no part of a body's own name.
_PLAIN = frozenset(
    "的了和与及跟同是在有为被些四五六七八九十两全总属把对从到给由归属管包括各几多少哪个家所谁这那其底下年月日度内里中外比较按请问查看说要会能都也还"
)

_LONGEST_OWN = 6  # characters of a place and a name of its own before a kind

_OFFICIAL = frozenset("局委厅办院署部会")
_NO_WORK = (_PLAIN | _OFFICIAL | frozenset("市省县")) - frozenset("会")  # 会计 is work
_BESIDE = frozenset("和与及跟同比的年今去前这那各三一0123456789")


@cache
def _fields() -> re.Pattern[str]:
    words = sorted(field_words(), key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(map(re.escape, words))}){_TAIL}")


@cache
def _zone_committee() -> re.Pattern[str]:
    """The committee of a kind of zone: 经开区管委会 is not 高新区管委会."""
    return re.compile(rf"(?:{'|'.join(sorted(zone_words(), key=len, reverse=True))})(?:管委会|管理委员会)")


@cache
def _branch() -> re.Pattern[str]:
    """An office of a department in a place of its own, right behind the department: 司法局|城关司法所."""
    words = sorted(field_words(), key=len, reverse=True)
    fields_said = "|".join(map(re.escape, words))
    return re.compile(
        rf"(?:(?:下属|所属|下面)?的)?(?P<whole>(?P<own>[\u4e00-\u9fff]{{2,3}}?)(?:{fields_said})(?:所|分局|大队|中队))"
    )


_RANK = ("省", "市", "区", "县", "各区", "各县", "各市")
# 政务大厅, 全局: halls and words that end so are no bureaus.
_BUREAU = re.compile(r"(?<![大全本我该布格结僵棋残分门展餐客舞歌对])[局厅](?![长级面势限部域])")
_CHINESE = re.compile(r"[\u4e00-\u9fff]+")
_LEADS = re.compile(
    r"(?:谁|什么|哪)[^，,。？?]{0,6}(?:领导|主管|管辖)|(?:领导|主管|管辖)[^，,。？?]{0,10}(?:谁|哪)|是(?:什么|啥|何)关系"
)
_OF_LOWER = re.compile(r"(?:县市区|区县市|区市县|县区|区县|市县)里?的?$")  # 县区审计局: a kind of bodies, of no place
_KIND = re.compile(_KINDS)
_NAMED_ALONE = re.compile(r"监狱|戒毒所|街道|医院|中学|小学|妇女联|妇联|残疾人联|残联|文联|科协|侨联|工商联")


def stranger_spans(
    words: Words, known: list[Span], places: Mapping[str, tuple[str, ...]], variants: Mapping[str, tuple[str, ...]]
) -> list[Span]:
    """Mentions of bodies that are not there; their value holds no key."""
    key, made = words.key, []
    anyone = any(s.value for s in known)
    for found in _fields().finditer(key):
        if anyone and _OF_LOWER.search(key[: found.start()]):
            continue
        start = _place_before(words, found.start(), places)
        whole = key[start : found.end()]
        if anyone and key[start : found.start()] in _RANK and _LEADS.search(key):
            continue  # 谁领导区审计局: a kind of bodies that a known one leads, whose matter is asked
        if start == found.start() and (anyone or not _apart(words, start, found.end())):
            continue  # a body without its place, beside one that is known, is mostly part of a name
        placed = any(s.end == found.end() and s.role != "exact" and s.role != "short" for s in known)
        if placed or _told(start, found.end(), known) or whole in variants:
            continue
        made.append(Span(start, found.end(), "department", "stranger", whole, ()))
    for body in known:
        office = _branch().match(key, body.end) if body.value and body.role != "work" else None
        if (
            office is not None
            and not (_PLAIN | _OFFICIAL) & set(office["own"])
            and not _told(*office.span("whole"), known)
        ):
            made.append(Span(*office.span("whole"), "department", "stranger", office["whole"], ()))
    for found in _zone_committee().finditer(key):
        if not _told(*found.span(), known):
            start = _place_before(words, found.start(), places)
            made.append(Span(start, found.end(), "department", "stranger", key[start : found.end()], ()))
    made.extend(_of_a_district(words, known, places))
    for found in _KIND.finditer(key):
        own = _named_from(words, found, places)
        if own is None:
            continue
        if any(s.value and s.end == found.start() and s.role != "work" for s in known):
            continue  # 某旅文局博物馆: a line of a body that is there, or what it runs
        named = [s for s in known if own <= s.start < found.end() and s.role not in ("short", "work")]
        # 甲市自然博物馆 is not 甲市博物馆, whose kind is all that its own name says.
        inside = any(s.text != found.group() or found.start() - own > _LONGEST_OWN for s in named)
        if not inside and not _told(own, found.end(), known):
            made.append(Span(own, found.end(), "department", "stranger", key[own : found.end()], ()))
    made.extend(_unknown_work(words, [*known, *made], places))
    return made


def _of_a_district(words: Words, known: list[Span], places: Mapping[str, tuple[str, ...]]) -> Iterator[Span]:
    """Bodies of a district that bears the name of a zone: 云岭区管委会 is none of 云岭高新区."""
    zones = {place for place in places if place.endswith(tuple(zone_words()))}
    for body in known:
        if body.text[0] != "区" or not body.value:
            continue
        owns = (words.key[body.start - length : body.start] for length in (2, 3) if body.start >= length)
        own = next((one for one in owns if any(zone.startswith(one) for zone in zones)), None)
        if own is not None:
            yield Span(body.start - len(own), body.end, "department", "stranger", own + body.text, ())


def _unknown_work(words: Words, known: list[Span], places: Mapping[str, tuple[str, ...]]) -> Iterator[Span]:
    """Bureaus behind a place whose work no list has: 某市会计局; a short form of one that is there is none."""
    for found in _BUREAU.finditer(words.key):
        for length in (2, 3):
            own = found.start() - length
            if own < 2 or not _CHINESE.fullmatch(words.key[own : found.start()]):
                break
            said = words.key[own : found.end()]
            if _NO_WORK & set(said[:-1]) or any(own <= b < found.end() for b in words.breaks):
                break
            start = _place_before(words, own, places)
            held = [key for place in places if words.key[start:own].endswith(place) for key in places[place]]
            if start < own and held:
                meant = any(spelt_in(said, key) for key in held)
                if not meant and not any(s.start < found.end() and s.end > own for s in known):
                    yield Span(start, found.end(), "department", "stranger", words.key[start : found.end()], ())
                break


def _apart(words: Words, start: int, end: int) -> bool:
    """Whether a body said without its place stands by itself, not within a longer name: not 原审计署基地."""
    before = start == 0 or start in words.breaks or start in words.pauses or words.key[start - 1] in _BESIDE
    after = end == len(words.key) or end in words.breaks or end in words.pauses or words.key[end] in _BESIDE
    return before and (after or start == 0)


def _named_from(words: Words, kind: re.Match[str], places: Mapping[str, tuple[str, ...]]) -> int | None:
    """Where a body with a name of its own begins: 杭州市乔司监狱; without a place only at the head of a clause."""
    for length in range(1, 6):
        own = kind.start() - length
        if own < 0 or not re.fullmatch(r"[\u4e00-\u9fff]+", words.key[own : kind.start()]):
            break
        if _known(words.key[own : kind.start()], places):
            return None  # 杭州监狱: the prisons of a place, as a kind
        if words.key[own] in _PLAIN or any(own < b <= kind.start() for b in (*words.breaks, *words.pauses)):
            break
        start = _place_before(words, own, places)
        if start < own and own - start >= 2:
            return start
        head = own == 0 or own in words.breaks
        if head and 2 <= length <= 3 and _NAMED_ALONE.match(kind.group()):
            return own
    return None


def _told(start: int, end: int, known: list[Span]) -> bool:
    """Whether a body that is there covers the stretch, or its end with the place of its own before it."""
    return any(s.start <= start and s.end >= end for s in known)


def _place_before(words: Words, at: int, places: Mapping[str, tuple[str, ...]]) -> int:
    """Where the place that stands right before a position begins; the position itself where none does."""
    key, start = words.key, at
    moved = True
    while moved and start > 0:
        moved = False
        if start in words.breaks or start in words.pauses:
            break
        stops = [b for b in (*words.breaks, *words.pauses) if b < start]
        pieces = [key[at:start] for at in range(max([0, start - 9, *stops]), start - 1)]
        taken = next((p for p in pieces if _known(p, places)), None) or next(
            (p for p in reversed(pieces) if _own(p)), None
        )
        if taken is not None:
            start -= len(taken)
            moved = True
        elif key[start - 1] in "省市区县" and start == at:
            start -= 1  # 省审计厅
    return start


def _known(piece: str, places: Mapping[str, tuple[str, ...]]) -> bool:
    short = re.sub(rf"(?:{_RANKS})$", "", piece)
    return piece in places or (len(short) >= 2 and (short in known_places() or short in places))


def _own(piece: str) -> bool:
    """Whether the characters before a rank may be a place's name: 天河区, not 审计归区."""
    named = re.fullmatch(r"[\u4e00-\u9fff]{2,3}[省市县区旗]", piece) is not None and not is_empty(
        piece[-3:-1]
    )  # 来领导区审计局
    return named and not _PLAIN & set(piece[:-1])


def may_be_place_of(unknown: Span, body: Span) -> bool:
    """Whether an unknown stretch may be the place of the body that follows it: 天河 before 司法局, not 底 or 审计归."""
    apart = body.family == "department" and body.role in ("exact", "short")
    return apart and 2 <= unknown.length <= 6 and not _PLAIN & set(unknown.text)
