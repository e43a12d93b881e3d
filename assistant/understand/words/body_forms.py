"""The forms in which people say the name of a body: its place, its organ, each long and short.

A place form always holds the last rank of the body's place: 普陀区财政局 is never meant by 上海财政局. Only a unit
with a name of its own (万里街道, 东郊监狱) may leave a rank out.
"""

import re
import tomllib
from functools import cache, lru_cache
from importlib import resources
from itertools import product

from ingest.wording.glyphs import bare
from ingest.wording.names import body_variants, place_parts, placed_first, read_body

RANK = re.compile(r"(?:特别行政区|自治区|自治州|自治县|自治旗|新区|开发区|地区|林区|省|市|盟|县|区|旗)$")
_RANK_LETTERS = frozenset("省市县区旗盟")
# Bodies of a kind of which a place has many: each has a name of its own before it.
PROPER = re.compile(
    r"(?:街道|镇|乡|监狱|戒毒所|看守所|医院|学校|中学|小学|大学|学院|幼儿园|派出所|分局|开发区|公园|社区|村)"
)
_TAILS = ("管理委员会", "委员会", "管理局", "事务局", "服务局", "办公室", "总局", "局", "厅", "委", "办", "署", "院")
_WORKING = re.compile(r"^(?:发展|事务|工作|建设|服务|监督)(?=.)")


@cache
def _data() -> dict[str, dict[str, object]]:
    return tomllib.loads(resources.files("assistant.lexicon").joinpath("bodies.toml").read_text("utf-8"))


def _lists(section: str) -> dict[str, tuple[str, ...]]:
    return {
        bare(key): tuple(bare(str(word)) for word in words)
        for key, words in _data()[section].items()
        if isinstance(words, list)
    }


@cache
def known_places() -> frozenset[str]:
    """Provinces and cities of China without their rank."""
    return frozenset(str(_data()["places"]["names"]).split())


@cache
def fields() -> dict[str, tuple[str, ...]]:
    """The work of departments as printed, each with shorter ways to say it."""
    return _lists("fields")


@cache
def field_words() -> frozenset[str]:
    """Every word for the work of a department, long and short."""
    return frozenset(fields()) | {word for words in fields().values() for word in words}


@cache
def nicknames() -> dict[str, tuple[str, ...]]:
    """Other names of places, by the place without its rank."""
    return _lists("nicknames")


@cache
def kinds() -> dict[str, tuple[str, ...]]:
    """Kinds of bodies, each with the words of which a name of that kind holds one."""
    return _lists("kinds")


def is_of_kind(said: str, name: str, loosely: bool = False) -> bool:
    """Whether a body's name holds what was said of it, or is of the kind said: every 中学 is a 学校.

    ``loosely`` it is also of what some count with that kind and others apart.
    """
    words = (*kinds().get(said, (said,)), *(_lists("loose_kinds").get(said, ()) if loosely else ()))
    return any(word in name for word in words)


_LONG_PLACE = 4  # signs from which a place is said by its first: 呼和浩特市 is 呼市


@cache
def _peoples() -> re.Pattern[str]:
    names = str(_data()["peoples"]["names"]).split()
    with_end = [name if len(name) > 2 else name + "族" for name in names] + [n + "族" for n in names if len(n) > 2]
    return re.compile(rf"(?:{'|'.join(sorted(with_end, key=len, reverse=True))}|各族)+$")


_LONG_BANNER = 3  # of three signs and more a banner's name is cut to its first
# Banners by the first sign of their people and their side: 新巴尔虎左旗 is 新左旗, 科尔沁右翼前旗 is 科右前旗.
_BANNER = re.compile(r"(?P<first>[\u4e00-\u9fff])[\u4e00-\u9fff]{2,4}?(?:(?P<wing>[左右])翼)?(?P<side>[左右前中后]旗)")


@cache
def zone_words() -> frozenset[str]:
    """Every word for a kind of zone, long and short."""
    return frozenset(_lists("zones")) | {word for words in _lists("zones").values() for word in words}


def _zone(place: str) -> str | None:
    """What kind of zone a place ends in, as printed: 高新技术产业开发区."""
    return max((kind for kind in _lists("zones") if place.endswith(kind)), key=len, default=None)


def short_places(place: str) -> tuple[str, ...]:
    """A place by fewer words: 宁溪市 as 宁溪, 楚雄彝族自治州 as 楚雄州; () where one character is left."""
    if (zone := _zone(place)) is not None:
        own = place.removesuffix(zone)
        return (*(own + said for said in _lists("zones")[zone]), RANK.sub("", place))
    rank = RANK.search(place)
    short = RANK.sub("", place)
    if rank is not None and rank.group() in ("市", "盟") and len(short) >= _LONG_PLACE:
        return (short, short[0] + rank.group())
    if (banner := _BANNER.fullmatch(place)) is not None:
        return (banner["first"] + (banner["wing"] or "") + banner["side"], short)
    if rank is None and place.endswith("州") and place[:-1] in known_places():
        return (place[:-1],)  # 黔南州 as 黔南; 郑州 has no shorter name
    if rank is not None and rank.group() == "旗" and len(short) >= _LONG_BANNER and short[-1] not in "左右前中后":
        return (short, short[: 2 if short[0] in "东西南北" else 1] + "旗")  # 阿旗, 东乌旗
    if rank is None or not rank.group().startswith("自治"):
        return (short,) if len(short) >= 2 and short != place else ()
    core = _peoples().sub("", short)
    said = [core + rank.group()[-1], core + rank.group(), core, short, short + rank.group()[-1]]
    if rank.group() == "自治旗" and len(core) >= _LONG_BANNER:
        said.append(core[0] + "旗")
    return tuple(dict.fromkeys(form for form in said if len(form) >= 2 and len(core) >= 2))


@lru_cache(maxsize=8192)
def place_forms(places: tuple[str, ...], proper: bool = False) -> frozenset[str]:
    """The ways to say a body's place, the last rank always among them (``proper``: any rank may be left out)."""
    if not places:
        return frozenset({""})
    forms: list[tuple[str, ...]] = []
    for place in places:
        short = RANK.sub("", place)
        said = {place, *short_places(place)}
        for nick in nicknames().get(short, ()):
            said |= {nick, nick + place.removeprefix(short)}
        forms.append(tuple(sorted(said)))
    made = set()
    for keep in product((True, False), repeat=len(places)):
        if keep[-1] or proper:
            chosen = [forms[i] if kept else ("",) for i, kept in enumerate(keep)]
            made |= {"".join(parts) for parts in product(*chosen)}
    letter = places[-1][-1]
    if letter in _RANK_LETTERS or (letter == "州" and len(places[-1]) > len("苏州")):
        made |= {letter, f"我{letter}", f"本{letter}"}
    return frozenset(made | {""})


@lru_cache(maxsize=8192)
def organ_forms(organ: str) -> tuple[frozenset[str], frozenset[str]]:
    """The ways to say an organ with what makes it one (审计局), and by its work alone (审计), for beside a place."""
    said = {organ} | _of_party(organ) | _of_town(organ)
    for printed, words in _lists("organs").items():
        said |= {form.replace(printed, word) for form in tuple(said) for word in words if printed in form}
    said |= _numbered(organ) | _initial(organ) | _of_people(organ)
    said |= {form.removeprefix("国有") for form in tuple(said) if len(form) >= _OWNED}  # 云岭林场 for 国有云岭林场
    for _ in range(2):
        said |= {
            form.replace(long, short)
            for form in tuple(said)
            for long, short in (
                ("人民政府", "政府"), ("人民政府", ""), ("工作委员会", "工委"), ("委员会", "委"),
                ("管理局", "局"), ("办公厅", "办"),
                ("办公室", "办"), ("监督管理局", "监管局"), ("街道办事处", "街道"), ("街道办事处", "街道办"),
                ("人民法院", "法院"), ("人民检察院", "检察院"), ("总工会", "工会"),
            )
            if long in form and len(form.replace(long, short)) >= 2
        }  # fmt: skip
    alone: set[str] = set()
    work = next((f for f in sorted(fields(), key=len, reverse=True) if organ.startswith(f)), None)
    if work is not None:
        for form in tuple(said):
            if form.startswith(work):
                said |= {word + form.removeprefix(work) for word in fields()[work]}
        tail = organ.removeprefix(work)
        plain = _WORKING.sub("", tail)  # 文化和旅游|发展|委员会
        if plain in _TAILS or plain in ("", "和综合执法局", "管理和综合执法局"):
            alone = {work, *fields()[work]}
            if tail.endswith("局"):
                said |= {word + "局" for word in alone}
            elif tail.endswith("委员会"):
                said |= {word + end for word in alone for end in ("委", "委员会") if not word.endswith("委")}
            elif tail:
                said |= {word + tail for word in alone}
    alone |= {form for form in said if re.search(r"(?:府办|政法委|法援|人大|政协|妇联|残联|科协|文联)$", form)} & said
    return frozenset(f for f in said if len(f) >= 2), frozenset(f for f in alone if len(f) >= 2)


_PARTY = re.compile(r"^(?:中共|中国共产党)(?=.{2})(?P<of>委(?:员会)?(?=.{2}))?")


def _of_party(organ: str) -> set[str]:
    """A committee or an office of the party without the party's name: 某某县|纪律检查委员会, 某某县委|宣传部."""
    match = _PARTY.match(organ)
    if match is None:
        return set()
    rest = organ[match.end() :]
    return {rest, "委" + rest} if match["of"] and rest != "委员会" else {rest}


_TOWNSHIP = re.compile(r"(?P<own>[\u4e00-\u9fff]{2,}?)[乡镇](?:人民政府)?$")


_IN_TOWN = re.compile(
    r"(?P<town>[\u4e00-\u9fff]{2,4}?)(?P<rank>[镇乡]|街道)(?P<own>[\u4e00-\u9fff]{2,8}?)"
    r"(?P<kind>(?:完全|中心|初级|高级|实验|希望)?(?:小学校?|中学|学校|幼儿园)|(?:中心)?卫生[院室]|敬老院)$"
)
#: What tells one of its kind by no name of its own: 乙镇第二小学, 丙乡中心完全小学.
_NO_OWN_NAME = re.compile(
    r"^(?:第?[一二三四五六七八九十\d]+|中心|民族|实验|希望|完全|初级|高级|九年.*|公办|联办|寄宿制?)+$"
)


def _of_town(organ: str) -> set[str]:
    """An institution with a name of its own without its town, and by a town without its rank: 乙镇青云完全小学."""
    match = _IN_TOWN.match(organ)
    if match is None:
        return set()
    own = match["own"] + match["kind"]
    named = {} if _NO_OWN_NAME.match(match["own"]) else {own}
    return {match["town"] + own, *named}


def _of_people(organ: str) -> set[str]:
    """A township of a people without it: 云岭乡人民政府 for 云岭彝族乡人民政府."""
    township = _TOWNSHIP.match(organ)
    core = _peoples().sub("", township["own"]) if township else ""
    return {core + organ[township.end("own") :]} if township and len(core) >= 2 else set()


def _party_forms(organ: str, spots: frozenset[str], organs: frozenset[str]) -> set[str]:
    """The names of a party body that hold its place within: 中共某某县纪委, 某某县委, 县直机关工委."""
    party = _PARTY.match(organ)
    if party is None:
        return set()
    placed = {spot for spot in spots if spot[-1:] in _RANK_LETTERS}
    named = {o for o in organs if not o.startswith(("中共", "中国共产党"))} | ({"委"} if "委员会" in organs else set())
    forms = {spot + o for spot in placed for o in named if len(spot) > 1 or len(o) > 1}
    # 某某县 and 县直机关: the rank is said once
    forms |= {spot + o[1:] for spot in placed for o in named if len(o) > 2 and o[0] == spot[-1]}
    return forms | {head + form for head in ("中共", "中国共产党") for form in forms}


_OWN_SHORT = re.compile(r"(?<!管理)委员会$")
_COMMITTEE = re.compile(r"^(?P<first>[\u4e00-\u9fff])[\u4e00-\u9fff]{1,12}(?<!区管理)委员会$")


def _initial(organ: str) -> set[str]:
    """A committee by the first sign of its work (建设和管理委员会 is 建委), where it has no short name of its own."""
    match = _COMMITTEE.match(organ)
    listed = match is None or any(printed in organ for printed in _lists("organs") if _OWN_SHORT.search(printed))
    return set() if match is None or listed else {match["first"] + "委"}


_OWNED = 6  # characters of a name that is still one without 国有
_NUMBERED = re.compile(
    r"^(?P<place>[\u4e00-\u9fff]{2,4}(?=第))?第?(?P<number>[一二三四五六七八九十]{1,3}|\d{1,3})(?P<rest>[\u4e00-\u9fff]+)$"
)
#: A numbered institution said for short, after its place: 一中, 二院.
SHORT_NUMBERED = re.compile(
    r"[一二三四五六七八九十]{1,2}(?:中|小|院|幼|监|实[小中幼])(?![\u4e00-\u9fff]*?(?:央|心|期|型|组|时))"
)
#: What a numbered school or hospital is called for short: 第二人民医院 is 二院, 第一中学 is 一中.
_INSTITUTIONS = (
    ("实验小学", ("实验小学", "实小")), ("实验中学", ("实验中学", "实中")), ("实验幼儿园", ("实验幼儿园", "实幼")),
    ("医院", ("医院", "院")), ("中学", ("中学", "中")), ("中", ("中",)), ("小学", ("小学", "小")), ("小", ("小",)),
    ("幼儿园", ("幼儿园", "幼")), ("监狱", ("监狱", "监")), ("看守所", ("看守所",)), ("敬老院", ("敬老院",)),
    ("职业学校", ("职校",)), ("技工学校", ("技校",)),
)  # fmt: skip


def _numbered(organ: str) -> set[str]:
    """Short names of one of several institutions that a number tells apart."""
    match = _NUMBERED.match(organ)
    ends = next((short for end, short in _INSTITUTIONS if match and match["rest"].endswith(end)), ())
    if match is None:
        return set()
    place = match["place"] or ""
    return {place + mark + match["number"] + end for end in ends for mark in ("", "第")}


#: Short names of two characters that are no other word, and so name a body without its place.
_OF_TWO = frozenset(("纪委", "妇联", "残联", "科协", "文联", "侨联", "团委", "编办"))
#: Such names that are lines of a budget as well, and so name a body only where nothing else does.
LINES_TOO = frozenset(("法院",))


@lru_cache(maxsize=8192)
def forms_of(name: str) -> tuple[tuple[str, ...], str, frozenset[str], frozenset[str]]:
    """A body's places, its organ, and in comparison form its whole names and the names by its work alone."""
    whole = placed_first(read_body(name).name)
    parts, organ = place_parts(whole)
    places, organ = tuple(bare(p) for p in parts), bare(organ)
    if places:  # bodies that share one office each name their place: 某某县纪律检查委员会某某县监察委员会
        organ = organ.replace("".join(places), "").replace(places[-1], "") or organ
    organs, alone = organ_forms(organ)
    spots = place_forms(places, PROPER.search(organ) is not None)
    whole_forms = {spot + said for spot in spots for said in organs if len(spot + said) >= 3} | _numbered(organ)
    whole_forms |= organs & (_OF_TWO | LINES_TOO)
    work_forms = {spot + said for spot in spots if spot[-1:] not in _RANK_LETTERS or len(spot) > 2 for said in alone}
    work_forms |= {spot + "直" + said for spot in spots if spot[-1:] in _RANK_LETTERS for said in alone}  # 市直林业
    whole_forms |= _party_forms(organ, spots, organs)
    if places and organ == "管理委员会" and (zone := _zone(places[-1])) is not None:  # 云岭管委会
        own = places[-1].removesuffix(zone)
        kinds_alone = {said for said in _lists("zones")[zone] if said != "开发区"}  # of any kind, by its place only
        before = {*kinds_alone, *({own} if len(own) > 1 else ())}  # 高新区管委会, 云岭管委会
        whole_forms |= {first + said for first in before for said in organs}
    towns = {told["own"] for said in organs if (told := _TOWNSHIP.match(said))}
    whole_forms |= {spot + town for spot in spots if len(spot) > 1 for town in towns}  # 青禾云岭 for 青禾县云岭镇
    whole_forms |= {form for form in body_variants(name) if len(form) >= 2}
    return places, organ, frozenset(whole_forms), frozenset(f for f in work_forms - whole_forms if len(f) >= 3)
