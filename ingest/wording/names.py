"""Names: bodies (departments, units), projects and row labels; enumerators in front of them and scopes behind.

Forms seen: ``一、（一）1.（1）①``, ``其中：``, ``减：``, ``（汇总）``, ``（本级）``, ``（部门）``, a number and a name
(117001杭州市司法局).
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from ingest.wording.codes import split_code
from ingest.wording.glyphs import CJK, bare, characters, normal, printed

_NUM = "一二三四五六七八九十百"
_ENUMERATOR = re.compile(
    rf"^\s*(?:第[{_NUM}\d]+[部章节]分?[、.．:：\s]*|[（(]\s*(?:[{_NUM}]+|\d{{1,2}})\s*[)）][、.．]?|[{_NUM}]{{1,4}}\s*[、.．,，]"
    rf"|[{_NUM}]{{1,3}}(?=\s*[（(])(?![{_NUM}])|\d{{1,2}}\s*(?:、|[.．](?!\d)|[)）])|[①-⑳⑴-⒇㈠-㈩⒈-⒛]|[★●◆■□▲]+)\s*"
)
_OF_WHICH = re.compile(r"^\s*(?:其\s*中|其|中)\s*[：:∶]\s*|^\s*其中(?=[（(“\"\w])")
_SIGNED = re.compile(r"^\s*(?:加|减)\s*[：:]\s*")
_SCOPES = {
    "汇总": "汇总", "本级": "本级", "本部": "本级", "机关本级": "本级", "机关": "本级", "局本级": "本级",
    "委本级": "本级", "厅本级": "本级", "部本级": "本级", "办本级": "本级", "区本级": "本级", "市本级": "本级",
    "部门": "部门", "单位": "单位",
    "含下属单位": "汇总", "含所属单位": "汇总", "部门汇总": "汇总", "行政": "本级", "局机关": "本级", "委机关": "本级",
}  # fmt: skip
_SCOPE = re.compile(rf"[（(\[【]\s*({'|'.join(sorted(_SCOPES, key=len, reverse=True))})\s*[)）\]】]\s*$")
_SCOPE_PLAIN = re.compile(r"(?<=[局委厅办会院处中心团府])\s*(机关本级|本级|汇总|机关|部门|（本级|\(本级)$")
_RANKS = "特别行政区|自治区|自治州|自治县|自治旗|生产建设兵团|新区|开发区|地区|林区|省|市|盟|县|区|旗"
#: The autonomous prefectures as people and titles call them, all there are.
_PREFECTURES = (
    "延边|恩施|湘西|阿坝|甘孜|凉山|黔东南|黔南|黔西南|西双版纳|文山|红河|德宏|怒江|迪庆|大理|楚雄|临夏|甘南|海北|黄南|海南|果洛|玉树|海西"
    "|昌吉|博尔塔拉|巴音郭楞|克孜勒苏|伊犁"
)
#: Cities whose names end as another word begins, all of two characters: 盐城市, 成都市, 厦门市; behind them nothing
#: that is done for a city (城市管理局), of a capital (首都市容) or at a gate (门市部).
_CITY_OF_TWO = (
    r"[^\W县老新古京省旧全大小圈中]城市(?!管(?!制)|更新|综合|规划|照明|排水|供水|防洪|公园|绿化|园林|道路|运[行营]|轨道|地铁|公[用共]|维护"
    r"|基础|地下|副中心|大脑|生活|垃圾|燃气|客运|建设(?!局|和|委)|民(?!政|族|防)|展|形象|环境|人居|场|容)"
    r"|[^\W首古大新迁定国京]都市(?!圈|报|容|农业|现代|型)|[^\W专上]门市(?!部|店|房)"
)
# 市 in 市场, 城市 or 市政 and 区 in 社区 or 园区 are parts of other words.
_PLACE_PART = re.compile(
    # A prefecture said for short ends before the county that follows it: 黔东南州|麻江县.
    rf"(?:{_PREFECTURES})州(?=[\u4e00-\u9fff]{{2,}})"
    r"|郊区(?=[^\W人])"  # a district of Yangquan, Tongling
    rf"|(?:{_CITY_OF_TWO})(?=[\u4e00-\u9fff]{{2,}})"
    rf"|(?!委)[\u4e00-\u9fff]{{1,8}}?(?:(?<![城都超门夜])市(?!场|镇(?:人民|政府)|政(?=工|设施|道|园林|建|公用|管|养)|容|域)|(?<![社园景辖库街灾军校片郊学])区(?!块|域|划)"
    rf"|(?!市|区)(?:{_RANKS})(?!区(?!域|块|划)))(?=[\u4e00-\u9fff]{{2,}})"
    # 积石山保安族东乡族撒拉族自治县: the peoples make it longer than other places
    r"|[\u4e00-\u9fff]{2,4}(?:[\u4e00-\u9fff]{1,4}族){1,5}自治[州县旗](?=[\u4e00-\u9fff]{2,})"
)
_PARTY = re.compile(r"^(?:中国共产党|中共)(?=[\u4e00-\u9fff])")
_PARTY_ORGAN = re.compile(r"^(?:中国共产党|中共)委员?会?(?=.{3})(.+)$")
_BODY_END = re.compile(
    r"(?:局|委|厅|办|部|院|府|会|处|中心|团|所|站|学校|大学|学院|中学|小学|中专|职专|职高|职中|技校|职校|医院|馆|社|队|厂|公司|街道|镇|乡|办公室|办事处|"
    r"管委会|委员会|法院|检察院|总工会|联合会|协会|党校|集团|台|院校|基地|园|库|校|处室|支队|大队|总队|署|室|库|宫|场|联|行|组|股|政协|人大|科协|作协|团市委|团县委|团区委|学区|管理区|监狱|苗圃|(?:公路|管理|养护)段)$"
)
#: Organisations of the whole country whose branches hold their place in the name, and what these are called after it.
_NATIONAL = {
    "中国人民政治协商会议": "政协", "中国共产主义青年团": "团委", "共产主义青年团": "团委", "共青团": "团委",
    "中国国民党革命委员会": "民革", "中国民主同盟": "民盟", "中国民主建国会": "民建", "中国民主促进会": "民进",
    "中国农工民主党": "农工党", "九三学社": "九三学社", "中国国际贸易促进委员会": "贸促会",
}  # fmt: skip
_BRANCH = re.compile(
    rf"^(?P<whole>{'|'.join(_NATIONAL)})(?P<place>(?:[\u4e00-\u9fff]{{2,12}}?(?:{_RANKS}|州))+)"
    r"(?:委员会|委|支会|分会)(?P<office>办公[厅室]|机关)?$"
)


@dataclass(frozen=True, slots=True)
class Label:
    """A row label taken apart: what stands before the name is kept for the row's place in the tree."""

    name: str
    enumerator: str | None = None
    of_which: bool = False


@dataclass(frozen=True, slots=True)
class Body:
    """A reporting body: its name without scope, and the scope printed with it (汇总, 本级, 部门, 单位)."""

    name: str
    scope: str | None = None


def strip_enumerator(text: str) -> tuple[str | None, str]:
    """The enumerator in front of a label and the rest: ``（一）出国`` -> (``（一）``, ``出国``)."""
    match = _ENUMERATOR.match(text)
    if match is None or match.end() >= len(text.rstrip()):
        return None, text.strip()
    return match.group().strip(), text[match.end() :].strip()


def read_label(text: str) -> Label:
    """Take a printed row label apart: ``其中：1.公务用车购置费`` -> name, enumerator, of_which."""
    rest, of_which, enumerator = printed(text), False, None
    for _ in range(3):
        match = _OF_WHICH.match(rest)
        if match is not None and match.end() < len(rest):
            rest, of_which = rest[match.end() :], True
            continue
        match = _SIGNED.match(rest)
        if match is not None:
            rest = rest[match.end() :]
            continue
        found, rest = strip_enumerator(rest)
        if found is None:
            break
        enumerator = enumerator or found
    return Label(rest.strip(" 　:：") or printed(text), enumerator, of_which)


def without_of_which(text: str) -> str:
    """A header level without 其中： before its name: 其中：单价100万元以上."""
    match = _OF_WHICH.match(text)
    return text if match is None else text[match.end() :] or text


def enumerator_depth(enumerator: str | None) -> int | None:
    """How deep an enumerator stands: 第一部分 0, 一、 1, （一） 2, 1. 3, （1） 4, ① 5; None without one."""
    if not enumerator:
        return None
    tight = normal(enumerator)
    if tight.startswith("第"):
        return 0
    if enumerator[0] in "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳":
        return 5
    if tight.startswith("("):
        return 4 if tight[1].isdigit() else 2
    if tight[0].isdigit():
        return 4 if tight.endswith(")") else 3
    return 1


def read_body(text: str) -> Body:
    """A body's normal name and scope: ``117001杭州市司法局（本级）`` -> 杭州市司法局, 本级."""
    name = printed(text).strip(" ：:。，,")
    coded = split_code(name)
    if coded is not None:
        name = coded.name
    scope = None
    for _ in range(2):
        match = _SCOPE.search(name) or _SCOPE_PLAIN.search(name)
        if match is None:
            break
        scope = scope or _SCOPES.get(match.group(1).strip("（("), match.group(1))
        name = name[: match.start()].rstrip(" -—（(")
    return Body(normal_name(name), scope)


def normal_name(text: str) -> str:
    """The stored form of a name: printed form with one kind of bracket (full width) and quote, no wrapping blanks."""
    name = printed(text)
    name = re.sub(rf"(?<=[{CJK}）”])[(]", "（", name)
    name = re.sub(r"(?<=[\u4e00-\u9fff])\)", "）", name)
    if "（" in name and name.count("（") > name.count("）") and ")" in name:
        name = name.replace(")", "）")
    return re.sub(r"[\"＂]([^\"＂]*)[\"＂]", r"“\1”", name).strip(" 　:：")


def is_body_name(text: str) -> bool:
    """Whether a label reads like a body that uses money (局, 委员会, 中心 …)."""
    name = read_body(text).name
    # A second name plate stands in brackets and is a body's name itself: 公文交换站（市人民政府公报编辑部）.
    plate = re.fullmatch(r"([^（]+)（([^（）]+)）", name)
    names = plate.groups() if plate else (name,)
    return 3 <= len(name) <= 40 and all(map(_BODY_END.search, names)) and not re.search("支出|收入|经费|合计|费$", name)


# A body with its budget code and nothing else, over a set of tables or in each table's first row (Hebei's form).
_CODED_BODY = re.compile(
    r"[(（\[【]?(?:\d{3}|\d{6}|\d{8,9})[)）\]】]?\s*[-—－]?\s*(?P<name>[\u4e00-\u9fff][^\d：:，,。；]{3,38})"
)


def coded_body(text: str) -> str | None:
    """The body that a text names behind its budget code, where it holds nothing else: 105甲县乙镇财政所."""
    coded = _CODED_BODY.fullmatch(printed(text).strip())
    return normal_name(coded["name"]) if coded is not None and is_body_name(coded["name"]) else None


@lru_cache(maxsize=8192)
def place_parts(name: str) -> tuple[tuple[str, ...], str]:
    """A body's place, rank by rank, and its organ: 上海市普陀区财政局 -> ((上海市, 普陀区), 财政局)."""
    name = characters(name)
    party = _PARTY.match(name)
    rest, parts = name[party.end() :] if party else name, []
    while (match := _PLACE_PART.match(rest)) is not None and len(match.group()) > 1:
        parts.append(match.group())
        rest = rest[match.end() :]
    return tuple(parts), (party.group() if party else "") + rest if parts else name


@lru_cache(maxsize=8192)
def placed_first(name: str) -> str:
    """A national organisation's branch by its place: 中国人民政治协商会议某市委员会 is 某市政协; others as they are."""
    branch = _BRANCH.match(name)
    if branch is None:
        return name
    return branch["place"] + _NATIONAL[branch["whole"]] + (branch["office"] or "")


_SHORTENINGS = (
    ("政协办公厅", "政协"), ("政协办公室", "政协"), ("人民代表大会常务委员会", "人大常委会"),
    ("人大常委会办公厅", "人大常委会"), ("人大常委会办公室", "人大常委会"), ("人大常委会办公厅", "人大"),
    ("人大常委会办公室", "人大"), ("人大常委会", "人大"),
    ("人民政府", "政府"), ("人民政府", ""), ("中国共产党", "中共"), ("中国共产党", ""), ("委员会", "委"),
    ("管理局", "局"),
    ("办公厅", "办"), ("办公室", "办"), ("监督管理局", "监管局"), ("街道办事处", "街道"), ("办事处", ""),
    ("国有林场", "林场"), ("国营林场", "林场"), ("国有农场", "农场"), ("国营农场", "农场"), ("国有牧场", "牧场"),
)  # fmt: skip


def is_place(name: str) -> bool:
    """Whether a name is that of a place and nothing else: 宁溪市, 上海市普陀区."""
    return len(name) >= 2 and place_parts(name + "人民政府")[1] == "人民政府"


@lru_cache(maxsize=8192)
def body_variants(name: str) -> frozenset[str]:
    """Comparison forms by which people name a body: full, without place, without 人民政府, 委员会 as 委."""
    full = read_body(name).name
    whole = placed_first(full)
    parts, organ = place_parts(whole)
    organs = {organ}
    inner = _PARTY_ORGAN.match(organ)
    if inner is not None:
        organs.add(inner.group(1))  # 政法委员会 for 中国共产党…委员会政法委员会
    for long, short in _SHORTENINGS:
        organs |= {o.replace(long, short) for o in organs if long in o and len(o.replace(long, short)) >= 2}
    # Every place form keeps the last rank: 上海市财政局 is another body than 上海市普陀区财政局.
    places = {""}
    if parts:
        last = parts[-1]
        short = re.sub(rf"(?:{_RANKS})$", "", last)
        lasts = {last, short} if len(short) >= 2 else {last}
        rank = last[-1]
        heads = {"".join(parts[i:-1]) for i in range(len(parts))} | {parts[0] if len(parts) > 1 else ""}
        places |= {h + t for h in heads for t in lasts} | {h[:-1] + t for h in heads if len(h) > 2 for t in lasts}
        places |= {rank}
    if parts and organ == "团委":  # 团县委, 某某团县委, 共青团某某县委
        rank, place = parts[-1][-1], parts[-1]
        organs.add("共青团")
        places_said = {"", place, re.sub(rf"(?:{_RANKS})$", "", place)}
        forms = {f"{said}团{rank}委" for said in places_said} | {
            f"共青团{place}委",
            f"共青团{place}委员会",
            f"{place}共青团委",
        }
    else:
        forms = set()
    of_party = _PARTY.match(organ)
    if of_party is not None:  # its place stands behind the party's name: 中共某某区纪律检查委员会
        forms |= {of_party.group() + p + o.removeprefix(of_party.group()) for p in places - {""} for o in organs}
    variants = {full, whole} | forms | {p + o for p in places for o in organs if len(p + o) >= 3}
    return frozenset(map(bare, variants))
