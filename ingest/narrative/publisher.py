"""Which body publishes a document: from its cover, its label lines and its headings, never from the file's name."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ingest.narrative.sightings import FORM_LABEL, Sightings
from ingest.wording.glyphs import bare, printed
from ingest.wording.names import Body, body_variants, coded_body, is_body_name, is_place, place_parts, read_body
from ingest.wording.periods import bare_years, calendar_years
from ingest.wording.table_kinds import is_table_title

# What surrounds the body's name in a title: 2026年…部门预算公开说明, …（汇总）, …概况, …主要职能.
_DOCUMENT_WORDS = re.compile(
    r"(?:[市区县省州旗]级)?(?:部门|单位|综合|收支|财政)*(?:预算|决算|预决算)(?:信息)?"
    r"(?:编制|安排|执行|绩效|收支|公开|情况|的|中|和|与|及|重要事项|补充|汇总|说明|报告|报表|草案|文本|表|书|目标|信息|相关|重点|项目|总体|及|[“\"]三公[”\"]|经费|预算|决算|[（(](?:书面|草案)[)）]|有关)*$"
)
#: A part of a document published as a page of its own: …2022年度单位决算之第三部分 情况说明.
_PART_OF_IT = re.compile(r"[\s之:：—-]*第[一二三四五六七八九十]+部分.*$")
#: What a page of one matter only is about: …“三公”经费支出决算情况说明, …项目支出绩效自评报告.
_ONE_MATTER = re.compile(
    r"(?:汇总)?(?:一般公共预算|政府性基金|(?:当年)?财政(?:预算)?拨款|[“\"]?三公[”\"]?(?:经费)?"
    r"|(?:部门)?整体支出|项目支出|项目绩效|机关运行经费|政府采购)"
    r"(?=.*(?:预算|决算|绩效|经费|情况|支出)).*(?:说明|情况|公开|公告|报告|公示|表|[预决]算)$"
)
#: The budget of a whole place: what its government lays before the people's congress (预算法 articles 44 to 48).
GOVERNMENT_BUDGET = re.compile(
    r"预算执行情况|预算草案|(?:政府|财政)(?:总|收支)?(?:预决|预|决)算|(?<![部门单位])[省市县区州旗]本?级(?:财政)?(?:总)?(?:预|决)算|总预算"
)
#: Tables that only governments make (预算法 article 46, 财预〔2018〕209号).
GOVERNMENT_TABLE = re.compile(r"税收返还|债务(?:限额|余额|发行|还本|付息)|社会保险基金|收支平衡表|转移支付分地区")
_OF_A_DEPARTMENT = re.compile(r"(?<![省市县区州旗盟]级)部门|单位")
_SECTION_WORDS = re.compile(
    r"(?:[（(](?:部门|单位)[)）])?(?:的|部门|单位|基本)*(?:概况|主要职[能责]|机构设置|基本情况|职能简介)(?:情况|及.*)?$"
)
_NUMBERED = re.compile(
    r"^(?:附件\d*[：:]?|第[一二三四五六七八九十]+部分[：:]?|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[)）])\s*"
)
_RUNNING = re.compile(
    r"^(?:关于)?(?P<name>[\u4e00-\u9fff（）()]{4,40}?)(?:关于)?(?=是|内设|设有|下设|共有|(?:组建|成立|始建|创建|创办)于|隶属于?|部门预算包括|主要职责|贯彻落实|贯彻执行|负责(?!人)|承担)"
)
#: A sentence that begins with whose money it tells of: 某某乡2017年“三公”经费财政拨款预算安排60万元.
_ACCOUNTED = re.compile(
    r"^(?P<name>[\u4e00-\u9fff（）()]{3,30}?)20\d\d\s*年度?(?=[^，。；,;]{0,30}(?:预算|决算|经费|收入|支出))[^。；]*\d"
)
#: Which tier of a place's government a title names: 某某省级, 某某州州本级, 某某县本级, 全县.
_TIER_NAMED = re.compile(
    r"(?:(?<=[\u4e00-\u9fff])(?P<rank>[省市县区州旗盟])(?P=rank)本?级|(?<=[\u4e00-\u9fff]{2})(?:全[省市县区州旗盟]|本?级))"
    r"(?:部门)?$"
)
#: A title that says whose budget it is by its build alone, whatever the name ends in: 某某县老年公寓2023年部门预算.
_TITLED = re.compile(
    r"^(?P<name>[\u4e00-\u9fff（）()]{4,30}?)(?P<year>#年?度?)?(?:部门|单位)(?:综合|收支)*(?:预算|决算|预决算)"
)
#: Words of money, papers and whole groups of bodies: what stands before the year of a title is then no one body.
_NO_ONE_BODY = re.compile(
    r"预算|决算|收支|支出|收入|经费|拨款|资金|情况|公开|说明|报[告表]|绩效|部门|单位|^关于|^附|^[全各省市县区州旗][直级各]|的"
)
_SUBMITTED = re.compile(r"^关于(?:提请)?(?:批准|审议|审查)*|关于$")  # 关于提请批准2025年某县本级财政决算草案的报告
_NOT_A_NAME = re.compile(
    r"第.{1,3}届|主办|承办|[，。；：:、,;]|^\d|\d$|^(?:本|各|其他|有关|相关|我|该)|下属|所属|纳入|内设"
)


@dataclass(frozen=True, slots=True)
class Publisher:
    """The publishing body; ``is_inferred`` where no cover, label line or heading names it."""

    body: Body
    is_inferred: bool


def publisher_of(sightings: Sightings) -> Publisher | None:
    """The body most of the evidence names; covers and their label lines count most. None where nothing names one."""
    votes: dict[str, float] = defaultdict(float)
    scopes: dict[str, list[tuple[float, str | None]]] = defaultdict(list)
    named: set[str] = set()
    titled = set(_titled_names(sightings))
    told = _told(_evidence(sightings), titled) or _told(_named_in_grids(sightings), titled)
    for weight, body in told or _told(_in_charge(sightings), titled):
        votes[body.name] += weight
        if weight >= 1:
            named.add(body.name)
        scopes[body.name].append((weight, body.scope if body.scope in ("汇总", "本级") and weight >= 2 else None))
    if not votes:
        return None
    merged = _merge_short_names(votes)
    name = max(merged, key=lambda n: (merged[n], len(n)))
    return Publisher(Body(name, _scope(scopes[name])), name not in named)


def _told(evidence: Iterable[tuple[float, str]], titled: set[str]) -> list[tuple[float, Body]]:
    """The bodies that weighted texts name."""
    bodies = ((weight, read_body(text)) for weight, text in evidence)
    return [(weight, body) for weight, body in bodies if _is_publisher_name(body.name) or body.name in titled]


def _scope(said: list[tuple[float, str | None]]) -> str | None:
    """The scope where the name weighs most: a form of one project filled in by the 本级 is of a whole department."""
    most = max((weight for weight, _ in said), default=0.0)
    return next((scope for weight, scope in said if weight == most and scope is not None), None)


def _evidence(sightings: Sightings) -> Iterator[tuple[float, str]]:
    """Weighted texts that may name the body, the weightiest kind first."""
    cover = [printed(line.text) for line in sightings.cover]
    names = [name for text in cover if (name := name_in_title(text) or _titled(text))]
    joined = name_in_title("".join(cover)) or ("" if names else _titled("".join(cover)))
    # A line of its own may name the place again: 青禾市 over 青禾市水务局.
    if joined and not any(joined.endswith(n) and n.startswith(joined.removesuffix(n)) for n in names if n != joined):
        names.append(joined)
    for name in names:
        yield 8, name
    for page, label, value in sightings.pairs:
        if FORM_LABEL.search(label) and "预算" not in label:
            yield 0.3, value
        else:
            yield (10 if page == 1 else 2), value
    for _, text in sightings.headings:
        plain = _NUMBERED.sub("", text)
        if _SECTION_WORDS.search(plain):
            yield 3, _SECTION_WORDS.sub("", plain)
        else:
            name = name_in_title(plain) or _titled(plain)
            if name:
                yield 3, name
    for _, text in sightings.lines:
        match = _RUNNING.match(_NUMBERED.sub("", text))
        if match is not None:
            yield 0.5, match["name"]
        told = _ACCOUNTED.match(_NUMBERED.sub("", text))
        if told is not None:
            yield 0.4, name_in_title(told["name"] + "“三公”经费公开") or ""


def _named_in_grids(sightings: Sightings) -> Iterator[tuple[float, str]]:
    """The bodies that the first rows of tables name: behind a budget code, or in a title set inside the ruled area."""
    for _, text in sightings.head_cells:
        if name := coded_body(text) or (name_in_title(text) if is_table_title(text) else None):
            yield 1, name


def _in_charge(sightings: Sightings) -> Iterator[tuple[float, str]]:
    """The department in charge that every form of a set names; of several none is whose document it is."""
    if len(set(sightings.charged)) == 1:
        yield 1, sightings.charged[0]


def name_in_title(text: str) -> str | None:
    """The body in a document's title: 2026年深圳市审计局部门预算 -> 深圳市审计局; None where it names none."""
    plain = _whole_title(text)
    for span in reversed(calendar_years(plain)):
        plain = plain[: span.start] + plain[span.end :]
    for span in reversed(bare_years(plain)):
        plain = plain[: span.start] + plain[span.end :]
    one_matter = _ONE_MATTER.search(plain)
    plain = _DOCUMENT_WORDS.sub("", _ONE_MATTER.sub("", plain))
    plain = _SUBMITTED.sub("", re.sub(r"^[（(](.*)[)）]$", r"\1", plain.strip("：:的 ")))
    if one_matter is not None and is_body_name(plain.removesuffix("部门")):
        plain = plain.removesuffix("部门")  # 某某局部门“三公”经费情况统计表
    place = _place_of_tier(plain.removesuffix("政府").removesuffix("人民"))
    told = one_matter is not None or GOVERNMENT_BUDGET.search(text)
    if is_place(place) and not place.endswith("开发区") and told and not _OF_A_DEPARTMENT.search(text):
        return place + "人民政府"
    if one_matter is not None and re.fullmatch(r"[\u4e00-\u9fff]{2,8}[镇乡]", plain):
        return plain
    return plain if plain and _is_publisher_name(read_body(plain).name) else None


def _whole_title(text: str) -> str:
    """A title without the number before it and without the part of the document behind it."""
    return _PART_OF_IT.sub("", _NUMBERED.sub("", printed(text))).strip("《》“”\"' ")


def _titled_names(sightings: Sightings) -> Iterator[str]:
    """The names that a cover or a heading tells by its build, of whatever kind the body is."""
    cover = [printed(line.text) for line in sightings.cover]
    for text in (*cover, "".join(cover), *(text for _, text in sightings.headings)):
        if name := _titled(text):
            yield name


def _titled(text: str) -> str | None:
    """The name before the year and 部门预算 of a title; without a year between it has to begin with its place."""
    plain = _whole_title(text)
    for span in reversed((*calendar_years(plain), *bare_years(plain))):
        plain = plain[: span.start] + "#" + plain[span.end :]
    found = _TITLED.match(re.sub(r"^#年?度?", "", plain))
    if found is None or _NO_ONE_BODY.search(found["name"]) or _NOT_A_NAME.search(found["name"]):
        return None
    name = read_body(found["name"]).name
    if is_place(_place_of_tier(name)):
        return name if name.endswith("开发区") else None
    places, organ = place_parts(name)
    return name if len(organ) >= 2 and (places or found["year"]) else None


def _place_of_tier(name: str) -> str:
    """A place without the tier that is said after it: 某省级 and 某省省本级 are of 某省."""
    tier = _TIER_NAMED.search(name)
    if tier is None:
        return name
    return name[: tier.start()] + (tier["rank"] or "" if not is_place(name[: tier.start()]) else "")


def _is_publisher_name(name: str) -> bool:
    long_enough = len(name) >= 4 or name.endswith(("镇", "乡"))
    return is_body_name(name) and long_enough and not _NOT_A_NAME.search(name)


def _merge_short_names(votes: dict[str, float]) -> dict[str, float]:
    """Votes for a short form (市审计局) go to the full name it may stand for."""
    merged = dict(votes)
    for short in sorted(votes, key=len):
        longer = [n for n in votes if len(n) > len(short) and bare(short) in body_variants(n)]
        if longer:
            best = max(longer, key=lambda n: (votes[n], len(n)))
            merged[best] += merged.pop(short)
    return merged
