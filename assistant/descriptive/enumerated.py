"""Bodies a sentence counts or lists (内设机构13个，包括：办公室、…): their printed number, else their names counted."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal

from assistant.answer import SourceRef
from assistant.descriptive.places import Spot
from assistant.descriptive.shape import matter_of
from assistant.descriptive.stretches import sentences
from assistant.finding.evidence import source_of, source_of_words
from assistant.finding.holdings import TableView
from assistant.understand.door import Door
from assistant.understand.words.alike import held
from ingest.records.passage import PassageKind
from ingest.wording.chinese_numerals import parse_chinese
from ingest.wording.glyphs import bare

# Words for the same kind of body, in questions and in the sections on how a department is set up.
_OFFICES = (
    r"内设机构|内设处室|内设科室|内设部门|职能处室|内部机构|内设股室|"
    r"审计处|处室|科室|股室|机构|处(?![理罚长])|科(?![研学技长])"
)
# 设计单位：某公司 names who has a part in a project, and no body of the department.
_UNITS = (
    r"预算单位|下属单位|所属单位|直属单位|事业单位|行政单位|参公单位|基层单位|下属机构|所属机构"
    r"|(?<![计工理察建购收付用托制报施管助责测评验运维])单位"
)
_KINDS = {"organisation": _OFFICES, "units": _UNITS}
_EVERY = {"organisation": "内设机构", "units": "预算单位"}
_NUMBER = r"(?P<number>\d+|[一二两三四五六七八九十]+)\s*[个家]"
_BEHIND = {
    kind: re.compile(rf"{_NUMBER}(?P<kind>[^，。；：、\d]{{0,6}}?(?:{words}))") for kind, words in _KINDS.items()
}
_BEFORE = {
    kind: re.compile(
        rf"(?P<kind>(?:派出|派驻)?(?:{words}))(?:共计|共有|总共|一共|共|合计|为|有|设)?{_NUMBER}(?!方面|{words})"
    )
    for kind, words in _KINDS.items()
}
_BARE = {kind: re.compile(rf"(?P<kind>(?:{words}))(?=(?:具体)?包括|[：:])") for kind, words in _KINDS.items()}
_BUDGETS = re.compile(
    r"(?P<kind>)(?:部门|单位)(?:预算|决算)(?=包括[：:])"
)  # lists the bodies without saying what they are
# What makes some of a kind of bodies others than the rest of it; a question for these has to say so, and the reverse.
_OTHERS = re.compile(r"派出|派驻|行政(?=单位|机关)|参公|事业(?=单位)|临时|挂牌")
_BELOW = re.compile(r"下属|所属|直属|底下|下[面边头](?!的?方面)|旗下|下辖|手下")
_OF_ACCOUNT = re.compile(r"(?:下[面边头]|底下)[^，]{0,6}(?:单位|机构|部门)(?:[^，]{0,3})(?:[纳列编]入|参与编)")
_SECOND = "二级预算单位"
# What is listed before its number: 内设办公室、人事科等11个科室.
_LISTED_BEFORE = re.compile(r"(?:内设|下设|设有|设置|设立|设|包括|包含|有)(?=[^，。；：]{2,}、)(?P<listed>[^。；：]*)$")
_NONE = ("0", "零")
_REST = re.compile(r"其[他它余中]|另有?|另外")
_ANNOUNCES = re.compile(r"(?:如下|下表|包括|见表)[^。；]{0,4}[：:。]?\s*$")
_ANNOUNCED = re.compile(r"(?:具体)?(?:包括|包含|分别[为是]|有)[：:]?|[：:]")
# A list of its own behind the sentence that counts: 下属预算单位5个，其中…。主要包括：1.…
_BELOW_IT = re.compile(r"\s*(?:其中)?(?:主要|具体|分别)?(?:包括|包含|有|为|是)[：:]\s*(?=1[.．、])")
_NUMBERED = re.compile(r"(?:^|(?<=[\s：:；;。，]))\s*\d{1,2}[.．、]\s*")
_BEGINS_LIST = re.compile(r"[：:]\s*(?:1[.．、].*)?$")
_LINE = re.compile(r"[^\n]+")
_BRACKETS = re.compile(r"[（(][^（）()]*[）)]")
_BODY = re.compile(
    r"(?:处|室|科|局|中心|站|所|监狱|队|办|委|部|厅|院|馆|组|会|公司|大学|学校|机关|本级|署|社|厂|处所|园|台|场|基地|中学|小学|党委|预算)$"
)
_ITEM = re.compile(r"(?:[^、；;（(]|[（(][^（）()]*[）)])+")
_LAST = re.compile(r"，?(?:以及|和|及)(?=[^，]{3})")
_GROUP = re.compile(r"[所下局厅委]属.*单位|^[局厅委]?机关(?:预算|决算)?$")  # a kind of bodies, not one
_HOUSES = r"监狱|中心|医院|学校|站|分局|支队|大队|戒毒所"
# 哪几座监狱, 属于监狱的单位, 预算单位里的监狱名单: bodies of one kind, by what their names end in.
_ONE_KIND = re.compile(
    rf"(?:哪[几些两俩]?|几|多少)[个所座家]?(?P<name>{_HOUSES})|属于(?P<of>{_HOUSES})的?(?:单位|机构)?"
    rf"|(?:单位|机构)(?:里面?|中|当中)?的?(?P<listed>{_HOUSES})的?(?:名单|名字|名称|清单)"
)
_OWN_BESIDE = re.compile(r"(?:本级|本部|机关)(?:预算|决算)?(?:[和及与、]|以及)(?:下属|所属|直属)?\s*\d+\s*[个家]")
_LONGEST = 45  # signs of a body's name
_ALIKE = 0.5  # share of what a sentence says of whose bodies they are that the question has to hold
# What a sentence says of itself ahead of its bodies, and a question besides what it counts.
_OWN = re.compile(
    r"本部门|本单位|本部|本级|机关|内部|部门|单位|机构|预算|决算|根据|职责分工|职责|构成看|构成|系统|纳入|编制范围|编制|汇总|下属|所属|直属|底下|下面|二级|基层"
    r"|[放列编算纳][在进到入]|里面|时候|当年|今年|去年|目前|现在|眼下|截至|实行|独立核算|(?<=成)组成|组成|由(?=局|本)|[局厅委办院](?=机关|本级)|[和与]$|具体|包括|以及|总共|一共|共计|[挂管带辖][着的]|属于|数一数|报报?|名[字称]|多少|哪几?|几|设了|设有|内设|下设|^\d+[.．、]|[（()）：:，,。\s|]|[设共所是的从由了分叫又个家里头内中有及\d]|年度?"
)


@dataclass(frozen=True, slots=True)
class Bodies:
    """Bodies of one kind that a sentence tells of."""

    spot: Spot
    start: int
    end: int
    kind: str  # as printed: 内设机构, 派出审计处
    printed: str | None  # their number as printed
    names: tuple[str, ...]
    below: bool  # of those under the body, not of all
    whose: str  # what the sentence says of whose they are, the body itself left out
    rows: tuple[SourceRef, ...] = ()  # where each name stands, if in a table

    @property
    def number(self) -> Decimal:
        """How many they are: as printed, else as many as are named."""
        if self.printed is None:
            return Decimal(len(self.names))
        return Decimal(self.printed) if self.printed.isdigit() else parse_chinese(self.printed) or Decimal(0)


_OFFICES_ALONE = re.compile(
    r"(?:(?!下属|所属|直属|预算单位|事业单位|下设).)*内设(?:机构|处室|科室|股室)(?:(?!下属|所属|直属|预算单位|事业单位|下设).)*",
    re.S,
)


def bodies_told(
    spots: Iterable[Spot], section: str, asked: str, owners: Iterable[str], by_name: bool = False
) -> list[Bodies]:
    """The bodies of a section's kind that a bare question asks for; several where the documents tell several numbers.

    ``owners`` are the bare names by which the body itself is called in its documents and in the question; ``by_name``
    takes only those that are named.
    """
    called = tuple(sorted(owners, key=len, reverse=True))
    others = frozenset(_OTHERS.findall(asked))
    found: list[Bodies] = []
    for spot in spots:
        if spot.passage.kind is not PassageKind.NARRATIVE:
            continue
        text = spot.passage.text
        for start, end, _ in sentences(text):
            told = _told(spot, start, _with_list(text, start, end), section, others, called)
            offices = section == "units" and _OFFICES_ALONE.fullmatch(text[start:end])  # no units of the body
            if told is not None and not offices and _fits(asked, called, section, told):
                found.append(told)
    if by_name:
        found = [told for told in found if told.names]
    nearest = max((len(told.whose) for told in found), default=0)
    kept = [told for told in found if len(told.whose) == nearest]
    below = _asks_below(asked)
    alike = [one for one in kept if one.below is below]
    kept = alike or [
        _without(one, called) if below and not _is_second(one, asked) else one
        for one in kept
        if below or not _beside_own(one)
    ]
    return _of_kind_asked(kept, asked)


def kind_said(asked: str) -> tuple[str, str] | None:
    """The section and the word of a kind of bodies that bare words name: 直属单位 of the units, 科室 of the offices."""
    said = ((section, re.search(words, asked)) for section, words in _KINDS.items())
    return next(((section, found[0]) for section, found in said if found is not None), None)


def tabled_bodies(spots: Iterable[Spot], asked: str, owners: Iterable[str]) -> list[Bodies]:
    """The bodies of the table that a sentence on a body's units announces: …预算单位及人员情况如下："""
    called = tuple(sorted(owners, key=len, reverse=True))
    below = _asks_below(asked)
    found = []
    for spot in spots:
        text = spot.passage.text
        last = sentences(text)[-1] if spot.passage.kind is PassageKind.NARRATIVE and sentences(text) else None
        kind = re.search(_UNITS, last[2]) if last is not None and _ANNOUNCES.search(text) else None
        table = next(filter(_is_of_bodies, _tables_below(spot)), None) if kind is not None else None
        if last is not None and kind is not None and table is None and (told := _in_words(spot, last, kind[0])):
            told = _without(told, called) if below else told
            found += [told] if _fits(asked, called, "units", told) else []
        if last is None or kind is None or table is None:
            continue
        rows = [r for r in table.rows if not r.is_total and not (below and _is_own(r.key, called))]
        places = tuple(source_of(r.cells[0][1], spot.holding) for r in rows if r.cells)
        names = tuple(r.row.printed_label for r in rows)
        told = Bodies(spot, last[0], last[1], kind.group(), None, names, below, "", places)
        if len(places) == len(names) and _fits(asked, called, "units", told):
            found.append(told)
    return [one for one in _of_kind_asked(found, asked) if one.names]


def _asks_below(asked: str) -> bool:
    """Whether a question asks for the bodies under one alone: 下面有哪些单位纳入了决算 asks for all of an account."""
    return _BELOW.search(asked) is not None and _OF_ACCOUNT.search(asked) is None


def _tables_below(spot: Spot) -> Iterable[TableView]:
    pages = (spot.passage.page_end, spot.passage.page_end + 1)
    return (t for t in spot.holding.tables if t.table.page in pages)


# A row of a table of words alone: 序号：1；单位名称：某局（本级）；备注：…
_UNIT_CELL = re.compile(r"(?:^|[；\n])(?:[一二三四五]级)?(?:预算)?单位(?:全称|名称)?：(?P<name>[^；\n]+)")


def _in_words(spot: Spot, last: tuple[int, int, str], kind: str) -> Bodies | None:
    """The bodies of a table without amounts that stands below a sentence: 序号, 单位名称, 备注."""
    near = (p for p in spot.holding.passages if 0 <= p.page - spot.passage.page_end <= 1 and "；" in p.text)
    for passage in near:
        cells = list(_UNIT_CELL.finditer(passage.text))
        names = tuple(cell["name"].strip() for cell in cells)
        if len(cells) == len(passage.text.splitlines()) and all(map(_is_body, names)):
            document = spot.holding.document
            places = [source_of_words(passage, document, *cell.span("name"))[0] for cell in cells]
            return Bodies(spot, last[0], last[1], kind, None, names, False, "", tuple(places))
    return None


def _is_of_bodies(table: TableView) -> bool:
    """Whether every row of a table but its totals is a body."""
    rows = [r for r in table.rows if not r.is_total]
    return len(rows) > 1 and all(_is_body(r.row.printed_label) for r in rows)


def _without(told: Bodies, owners: tuple[str, ...]) -> Bodies:
    """The bodies without the one that is asked about, which a list of all of them begins with."""
    names = tuple(n for n in told.names if not _is_own(bare(n), owners))
    kept = tuple(row for name, row in zip(told.names, told.rows, strict=False) if name in names)
    return told if len(names) == len(told.names) else replace(told, names=names, printed=None, rows=kept)


def _is_second(told: Bodies, asked: str) -> bool:
    """Whether the bodies are printed as what is asked for, the own office one of them: 二级预算单位包括：某局本级."""
    return "预算单位" in asked and _SECOND in told.spot.passage.text[told.start : told.end]


def _beside_own(told: Bodies) -> bool:
    """Whether the body itself is told beside those counted: 局本级决算和5个下属单位."""
    return _OWN_BESIDE.search(told.spot.passage.text[told.start : told.end]) is not None


def _is_own(name: str, owners: tuple[str, ...]) -> bool:
    return name in owners or re.search(r"本级|本部", name) is not None


def _of_kind_asked(told: list[Bodies], asked: str) -> list[Bodies]:
    """The bodies whose names end in what is asked for, where one kind is: 哪几座监狱."""
    kind = _ONE_KIND.search(asked)
    return [_of_kind(one, kind[kind.lastgroup or 0]) for one in told if one.names] if kind is not None else told


def _of_kind(told: Bodies, name: str) -> Bodies:
    fit = [re.sub(r"(?:预算|决算)$", "", _BRACKETS.sub("", n)).endswith(name) for n in told.names]
    names = tuple(n for n, fits in zip(told.names, fit, strict=True) if fits)
    rows = tuple(r for r, fits in zip(told.rows, fit, strict=False) if fits)
    return replace(told, names=names, printed=None, kind=name, rows=rows)


def _told(
    spot: Spot, start: int, end: int, section: str, others: frozenset[str], owners: tuple[str, ...]
) -> Bodies | None:
    """The bodies of the kind asked for in one sentence; the list of all where it only counts them kind by kind."""
    sentence = spot.passage.text[start:end]
    counts = [*_BEFORE[section].finditer(sentence), *_BEHIND[section].finditer(sentence)]
    alike = [m for m in counts if frozenset(_OTHERS.findall(m["kind"])) == others]
    said = next((m for m in alike if m["number"] not in _NONE), alike[0] if alike else None)
    printed = said["number"] if said is not None else None
    if said is None and not (counts and others):
        # 行政单位1家，事业单位2家，包括：… lists all; one kind alone (派出审计处) is another matter.
        said = (counts[-1] if len(counts) > 1 else None) if counts else _BARE[section].search(sentence)
        said = _BUDGETS.search(sentence) if said is None and section == "units" else said
    if said is None:
        return None
    every = len({m["kind"] for m in counts}) > 1 and printed is None
    kind = _EVERY[section] if every else said["kind"]  # 行政单位1家，事业单位2家: all of them are no 事业单位
    names = _names(sentence[said.end() :], int(printed) if printed and printed.isdigit() else None)
    names = names or _names_ahead(sentence[: said.start()], printed)
    if not names and printed is None:
        return None
    below = _BELOW.search(sentence[: said.end()]) is not None
    first = min((m.start() for m in counts), default=said.start())
    if printed and said.start() > first and _REST.match(re.split("[，,；;]", sentence[: said.end()])[-1]):
        first = 0  # 参公的事业单位0个，其他事业单位3个: what is said of the first kind is not of the rest
    whose = _LISTED_BEFORE.sub("", sentence[:first])
    return Bodies(spot, start, end, kind, printed, names, below, _stripped(whose, owners))


def _names_ahead(ahead: str, printed: str | None) -> tuple[str, ...]:
    """The names listed before their number: 内设办公室、人事科等2个科室; none unless they are as many."""
    led = _LISTED_BEFORE.search(ahead)
    listed = led["listed"] if led is not None and printed and printed.isdigit() else ""
    parts = [part.strip(" \n，、") for part in _ITEM.findall(re.sub(r"等?共?计?$", "", listed.rstrip(" ，、")))]
    if parts and printed and len(parts) == int(printed) - 1:
        parts = [*parts[:-1], *_LAST.split(parts[-1], maxsplit=1)]
    return tuple(parts) if printed and len(parts) == int(printed) and all(map(_is_body, parts)) else ()


def _with_list(text: str, start: int, end: int) -> int:
    """Where a sentence with the numbered list it announces on the lines below ends."""
    if (apart := _BELOW_IT.match(text, end)) is not None:
        end = apart.end()
    elif not _BEGINS_LIST.search(text[start:end]):
        return end
    following = _LINE.search(text, end)
    while following is not None and (_NUMBERED.match(following.group())):
        end = following.end()
        following = _LINE.search(text, end)
    return end


def _names(rest: str, number: int | None) -> tuple[str, ...]:
    """The names announced behind a kind of body; none unless every one is a body's and they are as many as printed."""
    apart, announced = _BELOW_IT.search(rest), _ANNOUNCED.search(rest)
    if apart is None and (announced is None or announced.start() > 6):
        return ()
    announced = apart or announced
    assert announced is not None
    listed = rest[announced.end() :]
    if _NUMBERED.search(listed):
        parts = _NUMBERED.split(listed)[1:]
    else:
        parts = _ITEM.findall(listed.split("。")[0].split("；此外")[0])
    names = [part.strip(" \n。；;，、") for part in parts]
    if names and (number is None or len(names) == number - 1):
        last = _LAST.split(names[-1], maxsplit=1)
        names = [*names[:-1], *last] if all(map(_is_body, last)) else names
    fits = all(map(_is_body, names))
    return tuple(names) if fits and (len(names) == number or (number is None and names)) else ()


def _is_body(name: str) -> bool:
    plain = _BRACKETS.sub("", name)
    return 0 < len(plain) <= _LONGEST and _BODY.search(plain) is not None and _GROUP.search(plain) is None


def _fits(asked: str, owners: tuple[str, ...], section: str, told: Bodies) -> bool:
    """Whether a sentence speaks of the body asked about and of nobody else, and the question asks nothing more."""
    if len(told.whose) > 1 and held(told.whose, asked) < _ALIKE:
        return False
    plain = re.sub(rf"(?:{_OTHERS.pattern})去?", "|", re.sub(_KINDS[section], "|", _ONE_KIND.sub("|", asked)))
    rest = matter_of(_stripped(plain, owners), Door.SECTION).replace("|", "")
    return len(rest) < 2 or held(rest, bare(told.spot.passage.text[told.start : told.end])) >= _ALIKE


def _stripped(said: str, owners: tuple[str, ...]) -> str:
    """What is left of a stretch without the names of the body itself and what any such sentence says."""
    rest = bare(said)
    for owner in owners:
        rest = rest.replace(owner, "")
    return _OWN.sub("", rest).strip("市县区省")
