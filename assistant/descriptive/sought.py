"""What a descriptive question seeks: its content words with their weights, and the sections it points to."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from assistant.descriptive.kinds import asking_phrases, kinds_preferred
from assistant.descriptive.moves_said import held_against
from assistant.descriptive.pairs import across, grams, inner
from assistant.descriptive.sayings import sayings_in
from assistant.descriptive.shape import NEEDED, direction_of, matter_of, needs
from assistant.descriptive.wanted_words import EVENTS, WHOLE_SAID, Wanted, wanted_in
from assistant.lexicon import TOTALS, concepts
from assistant.plan import Plan
from assistant.understand.door import Door, Section, behind_change, sections_asked, without_amounts
from assistant.understand.words.rounded import Said, amounts_said
from ingest.records.passage import Passage
from ingest.wording.glyphs import bare, normal

_NIL = re.compile(
    r"空[着白缺]|没(?:[^，。]{0,8}[编列填])?有?数|[没不未]给[^，。]{1,16}?[编列安留批]|没.{0,8}填|数都没|"
    r"看不[到见]|[没不](?:有)?(?:单独|独立)|没有|没[编列安]|不[编列安买设留]|未[编列安]|[是为][0零空]|无|不在|[不未](?:列|算|归)[入进到]?"
)
_LISTED = re.compile(r"哪些|哪[几俩两]|几[个家项]|都有|都?叫(?:什么|啥)|有(?:什么|啥)|(?:事项|名单|清单)$")
_PLANNED = re.compile(r"打算|计划|准备|下一步|重点|(?:怎么|如何|怎样)安排|今年|本年|动作|举措|目光|发力")
_DONE = re.compile(r"(?:完成|做到|做成|干成|办成|实现|取得|达成)了|成效|成果如何|完成(?:情况|得)")
_OFFICE = re.compile(r"[处科](?![理研学技长罚])|机构|内设|牌子|挂[^|，。]{0,4}牌|合署|谁|牵头|哪个部门|归口")
_WHEREABOUTS = re.compile(r"地址|地点|选址|位于(?:什么|哪|何)|坐落|(?:建|盖|设|放|修)在(?:哪|什么地方|何)")
# 几个方面, 几大块: the parts that a sentence numbers; people say 块 for 方面, 部分 and 板块 alike.
_PARTS = re.compile(r"(?:几|多少)个?大?(方面|部分|阶段|步骤|环节|领域|板块|块)(?!钱|儿?钱|牌)")
_ANY_PARTS = "(?:大?方面|部分|大?板块|大块|大?领域)"
_BREAK = re.compile(r"[，,。；;？?！!](?!\d{3})")
_SPACED = re.compile(r"(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff])")
_QUOTED = re.compile(r"[“\"「『]([^”\"」』]{2,12})[”\"」』]")
_YEAR = re.compile(r"(?:19|20)\d\d年?度?|\d\d年")
_ACCOUNT_SIDES = re.compile(r"(?:年初)?预算数|决算数(?!额)")  # every line of an account has both: they name none
# What a body pays out to all its staff is no part of a line's name: 发给职工的租房补贴.
_TO_STAFF = re.compile(
    r"(?:发给|给|补给|发放给)(?:本?单位)?(?:全体|在职)?(?:干部)?(?:职工|员工|工作人员|自己人|大家)(?:们)?发?的"
)
_AGAINST_YEAR = re.compile(rf"(?:[比较跟同与和])?(?:{_YEAR.pattern})")  # 2025年预算比2024年
_ON_WHAT = re.compile(
    r"[在到]?(?:哪|什么|啥)(?:些|个)?(?:上头|上面|头上|上边)|(?<=[a-z\u4e00-\u9fff])上头(?=要|想|会|准备|打算|搞|做|有什么)",
    re.I,
)  # 花在哪上头 and 在大模型上头 ask of nobody above
# What is told already need not be told again: 除了办公还花在哪.
_LEFT_OUT = re.compile(r"除了?([^|]{1,14}?)(?:之外|以外|外)?\|?(?=还|另外|此外|都)")
_THAT_MONEY = re.compile(r"(?<=[\u4e00-\u9fff])[那这]一?[笔块项些]的?(?:费用|资金|款项|开[销支]|花销|钱)(?=\||$)")
_THIS_FIELD = re.compile(
    r"(?<=[\u4e00-\u9fff]{2})[这那]一?[块摊头](?:儿|上|里|事儿?)?"
)  # 科技这块今年怎么审: no line is named
_WHERE_PRINTED = re.compile(  # 预算里“上年结转”是什么意思
    r"(?:[这那]份)?(?:部门|单位)?(?:预算|决算|报告|公开)(?:书|表|报告|说明|文件)?(?:里[头面]?|中|上|当中)(?:[提讲说写]到?的)?"
)
_STATED = re.compile(r"\d[\d,]*(?:\.\d+)?")
# A question of why that names nothing but a body and a change asks about the whole budget.
_NO_LINE = (
    "收支",
    "预算",
    "总预算",
    "部门预算",
    "单位预算",
    "决算",
    "部门决算",
    "单位决算",
    "总额",
    "总数",
)  # 预算为什么增加


@dataclass(frozen=True, slots=True)
class Sought:
    """A descriptive question, understood."""

    door: Door
    words: str  # the content words, for a search by meaning
    asked: str  # the whole question, bare
    wanted: tuple[Wanted, ...]
    sections: tuple[Section, ...]
    direction: int  # -1 a fall is asked about, 1 a rise, 0 neither
    parts: str = ""  # the parts whose number is asked for: 方面 in 分几个方面
    nil: bool = False  # why there is none: the rule that says so is a reason
    listed: bool = False  # several things are asked for
    planned: bool = False  # what is going to be done
    offices: bool = False  # which office, or who
    done: bool = False  # what has been achieved, not what is aimed at
    needed: bool = False  # why a thing is done at all: what is lacking, not what it is to come to
    numbers: frozenset[str] = frozenset()  # amounts and rates the question takes for granted, as printed
    amounts: tuple[Said, ...] = ()  # and as people round them
    kinds: tuple[re.Pattern[str], ...] = ()  # how the names look of what is asked for: a road, a date
    against: str = ""  # what a change is held against, where that is said: the year before, or the budget
    items: tuple[str, ...] = ()  # the lines whose reason or use is asked for, by name


def sought(
    plan: Plan, door: Door, departments: Iterable[str], nil: bool = False, units: Iterable[str] = (),
    homes: Iterable[str] = (),
) -> Sought:  # fmt: skip
    """What a plan's question seeks; words of earlier turns join where the question leans on them.

    ``departments`` are the words by which the question names bodies that have documents: they say where to look.
    ``units`` are the names of units inside them, of which texts print parts.
    ``homes`` are the places that they are of, which tell nothing of the matter.
    ``nil`` seeks why there is none of a line, whether or not the question says so.
    """
    key = bare(plan.question)
    taking = _Taking(_beside_bodies(plan, door, departments))
    asked = () if door is Door.WHY else sections_asked(taking.rest.strip("|"))
    taking.units(units)
    taking.sections(asked, door)
    printed, quoted = _named_in_shape_words(plan, taking.rest, door)
    taking.names((*printed, *quoted), quoted)
    taking.words(door)
    if taking.wanted and _WHEREABOUTS.search(key):
        taking.wanted.append(Wanted(("位于", "坐落", "地处", "地址"), chunk=EVENTS - 1, slight=True))
    if not taking.wanted and door is Door.TEXT:
        taking.kinds(asking_phrases(plan.question))
    if not taking.wanted:
        taking.earlier_words(plan, key, door)
    at_home = {pair for home in homes for pair in grams(home)}
    wanted = [replace(w, slight=True) if w.chunk >= 0 and w.forms[0] in at_home else w for w in taking.wanted]
    if door is Door.WHY and all(w.forms[0] in _NO_LINE for w in wanted):
        wanted = [_whole_budget()]
    return Sought(
        door=door,
        words=re.sub(r"\|+", " ", _without_homes(taking.rest, homes)).strip() or key,
        asked=key,
        wanted=tuple(wanted),
        sections=asked,
        direction=direction_of(without_amounts(key)) if door is Door.WHY else 0,
        parts=_parts_counted(key),
        nil=nil or (door is Door.WHY and _NIL.search(key) is not None),
        listed=_LISTED.search(key) is not None,
        planned=_PLANNED.search(key) is not None,
        offices=_OFFICE.search(key) is not None,
        done=_DONE.search(key) is not None,
        needed=door is Door.GOAL and needs(key),
        numbers=numbers_in(_YEAR.sub(" ", normal(plan.question))),
        amounts=amounts_said(_YEAR.sub("|", normal(plan.question))) if door is Door.WHY else (),
        kinds=kinds_preferred(plan.question) if door in (Door.TEXT, Door.SECTION) else (),
        against=held_against(key) if door is Door.WHY else "",
        items=tuple({bare(term.text) for ask in plan.asks for term in ask.terms})
        if door in (Door.WHY, Door.GOAL)
        else (),
    )


def _beside_bodies(plan: Plan, door: Door, departments: Iterable[str]) -> str:
    """The bare clauses of a question without the bodies it is of and the phrases that only ask, parted by strokes."""
    parted = _SPACED.sub("，", plan.question) if plan.language == "zh" else plan.question
    rest = "|".join(filter(None, (bare(clause) for clause in _BREAK.split(parted))))
    for said in sorted(departments, key=len, reverse=True):
        rest = re.sub("的?".join(map(re.escape, bare(said))), "|", rest)  # 江市的水务局
    rest = _WHERE_PRINTED.sub("|", rest) if door is Door.DEFINE else rest
    rest = NEEDED.sub("|", rest) if door is Door.GOAL else rest  # 为什么每年都要
    for phrase in _only_asking(plan.question, door):
        rest = rest.replace(bare(phrase), "|")
    return rest


def _only_asking(question: str, door: Door) -> Iterable[str]:
    """The phrases of a question that ask or guess, and name nothing."""
    guessed = behind_change(question) if door is Door.WHY else None
    if guessed is not None:
        return _BREAK.split(guessed)
    return asking_phrases(question) if door is Door.TEXT else ()


def _without_homes(rest: str, homes: Iterable[str]) -> str:
    """The rest of a question without places of the bodies it is of, where one stands alone: 按烟台的讲法."""
    alone = "|".join(map(re.escape, sorted(homes, key=len, reverse=True)))
    return re.sub(rf"(?<![^|按照])(?:[按照]|按照)?(?:{alone})(?=[|的]|$)", "|", rest) if alone else rest


def _whole_budget() -> Wanted:
    """What a question of why is about that names no line: all income and spending, in all its names."""
    forms = (w for c in TOTALS for w in concepts()[c].words if len(w) > 2)
    return Wanted((*forms, *WHOLE_SAID), line=True, whole=True)


def _parts_counted(key: str) -> str:
    """The parts whose number is asked for, as a pattern: 方面 in 分几个方面."""
    parts = _PARTS.findall(key)
    if not parts:
        return ""
    return _ANY_PARTS if parts[-1].endswith("块") else str(parts[-1])


class _Taking:
    """The words of a question: what is taken of them as wanted, and the rest, parted by strokes where it was taken."""

    def __init__(self, rest: str) -> None:
        self.rest = rest
        self.wanted: list[Wanted] = []

    def units(self, names: Iterable[str]) -> None:
        """Names of units inside a department, by pairs of their signs: texts print parts of them."""
        for at, name in enumerate(names):
            if name not in self.rest:
                continue
            within, between, chunk = inner(name), across(name), 4 * EVENTS + at
            self.wanted.extend(
                Wanted((gram,), chunk=chunk, inner=gram in within, across=gram in between, unit=True)
                for gram in grams(name)
            )
            self.rest = self.rest.replace(name, "|")

    def sections(self, asked: tuple[Section, ...], door: Door) -> None:
        """The sections a question asks for, by their headings and marks; what a thing does is no body's duty."""
        kept = self.rest
        of_thing = {section.id for section in asked} == {"duties"} and door is Door.TEXT  # 关爱之家是干什么的
        for section in asked:
            said_so = [self.rest[start:end] for start, end in section.said_in(self.rest)]
            named = (*(said_so or section.headings[:1]), *section.headings, *section.marks)
            self.wanted.append(Wanted(named, chunk=-1 - len(self.wanted), slight=of_thing))
            for word in said_so:
                kept = kept.replace(word, "|")
            kept = kept if said_so else ""  # the whole question asks what a body does
        self.rest = kept

    def names(self, printed: Iterable[str], quoted: Iterable[str] = ()) -> None:
        """Printed names, whole."""
        for name in printed:
            self.wanted.append(Wanted((name,), chunk=2 * EVENTS + len(self.wanted), if_printed=name in quoted))
            self.rest = self.rest.replace(name, "|")

    def words(self, door: Door) -> None:
        """What people say for what is printed, then all other words; slight those of what is told already."""
        self.rest = _AGAINST_YEAR.sub("|", _ON_WHAT.sub("|", self.rest))
        self.rest = _THIS_FIELD.sub("|", self.rest) if door is Door.TEXT else self.rest
        self.rest = _THAT_MONEY.sub("|", self.rest) if door in (Door.WHY, Door.GOAL) else self.rest
        if door is Door.WHY:
            self.rest = _TO_STAFF.sub("|", _ACCOUNT_SIDES.sub("|", self.rest))
        left_out = {said for said in _LEFT_OUT.findall(self.rest) if door in (Door.TEXT, Door.GOAL)}
        for start, end, printed in sorted(sayings_in(self.rest), reverse=True):
            said = self.rest[start:end]
            slight = any(said in words for words in left_out)
            self.wanted.append(Wanted((said, *printed), chunk=3 * EVENTS + start, saying=True, slight=slight))
            self.rest = self.rest[:start] + "|" + self.rest[end:]
        self.wanted += wanted_in(self.rest, door, left_out)

    def kinds(self, asking: Iterable[str]) -> None:
        """What kind of thing is asked for, where a question names nothing else: 办的是什么杂志."""
        for phrase in asking:
            self.wanted += [replace(w, slight=False) for w in wanted_in(bare(phrase), Door.TEXT, set())]

    def earlier_words(self, plan: Plan, key: str, door: Door) -> None:
        """The things that earlier turns named, where the question itself names none."""
        for term in (term for ask in plan.asks for term in (*ask.terms, *ask.context)):
            if bare(term.text) in key:
                continue
            self.wanted += [w for w in wanted_in(bare(term.text), door, set()) if w not in self.wanted]
            self.rest += "|" + bare(term.text)


def under(asked: Iterable[Section], passage: Passage) -> bool:
    """Whether the heading of a passage is one of the sections asked for."""
    return any(h in bare("".join(passage.section[-1:])) for section in asked for h in section.headings)


def _named_in_shape_words(plan: Plan, rest: str, door: Door) -> tuple[list[str], list[str]]:
    """The names that are printed, and those put in quotes, of which words would be taken away: 预算准备金, “放管服”."""
    exact = {bare(t.text) for a in plan.asks for t in (*a.terms, *a.context) if t.kind == "name" and len(t.text) > 3}
    printed = [name for name in exact if (name, 1.0) in _scored(plan, name) and name in rest]
    lost = [name for name in printed if len(matter_of(name, door).replace("|", "")) < len(name) - 1]
    quoted = [bare(said) for said in _QUOTED.findall(plan.question)]
    return lost, [q for q in quoted if q not in lost and q in rest and matter_of(q, door) != q]


def _scored(plan: Plan, name: str) -> tuple[tuple[str, float], ...]:
    return tuple(n for a in plan.asks for t in (*a.terms, *a.context) if bare(t.text) == name for n in t.names)


def numbers_in(text: str) -> frozenset[str]:
    """The numbers of a text without separators and needless zeros, as they are compared."""
    found = (number.replace(",", "") for number in _STATED.findall(text))
    return frozenset((number.rstrip("0").rstrip(".") or "0") if "." in number else number for number in found)
