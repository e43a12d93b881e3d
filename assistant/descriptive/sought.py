"""What a descriptive question seeks: its content words with their weights, and the sections it points to."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from assistant.descriptive.kinds import asking_phrases, kinds_asked
from assistant.descriptive.moves_said import held_against
from assistant.descriptive.pairs import across, grams, inner
from assistant.descriptive.sayings import sayings_in
from assistant.descriptive.shape import NEEDED, alike, direction_of, is_shape, is_slight, matter_of, needs
from assistant.lexicon import TOTALS, concepts, scan, told_words
from assistant.plan import Plan
from assistant.understand.door import Door, Section, behind_change, sections_asked, without_amounts
from assistant.understand.everyday.uncovered_words import is_empty_by_tag, segments_of
from assistant.understand.words.alike import everyday_words, wordings
from assistant.understand.words.rounded import Said, amounts_said
from assistant.understand.words.text import words_of
from ingest.records.passage import Passage
from ingest.wording.glyphs import bare, normal

_OTHER_NAME = 0.85
_NIL = re.compile(
    r"空[着白缺]|没(?:[^，。]{0,8}[编列填])?有?数|[没不未]给[^，。]{1,16}?[编列安留批]|没.{0,8}填|数都没|"
    r"看不[到见]|[没不](?:有)?(?:单独|独立)|没有|没[编列安]|不[编列安买设留]|未[编列安]|[是为][0零空]|无"
)
_LISTED = re.compile(r"哪些|哪[几俩两]|几[个家项]|都有|都?叫(?:什么|啥)|有(?:什么|啥)|(?:事项|名单|清单)$")
_PLANNED = re.compile(r"打算|计划|准备|下一步|重点|(?:怎么|如何|怎样)安排|今年|本年|动作|举措|目光|发力")
_DONE = re.compile(r"(?:完成|做到|做成|干成|办成|实现|取得|达成)了|成效|成果如何|完成(?:情况|得)")
_OFFICE = re.compile(r"[处科](?![理研学技长罚])|机构|内设|牌子|挂[^|，。]{0,4}牌|合署|谁|牵头|哪个部门|归口")
_SOMEBODY = re.compile(
    r"(?:领导|人员|专家|律师|客人|学者|代表|企业|公司|医院|学校|城市|国家|地区)$"
)  # who: the text has to say so
_WHEREABOUTS = re.compile(r"地址|地点|选址|位于(?:什么|哪|何)|坐落|(?:建|盖|设|放|修)在(?:哪|什么地方|何)")
EVENTS = 9000  # numbers of the runs that verbs make
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
_KIND = re.compile(
    r"(?:(?<!为)什么|啥|哪些|何种|怎样的|有何)样?的?([^|什啥哪何]{2,4}?)(?=$|\||[吗呢啊的上里中])"
)  # 有什么动作
# Whom it is for is told by no text that tells what it is for: 对办案民警有什么好处.
_FOR_WHOM = re.compile(
    r"(?:对|给|让|为|帮|替)([^|对给让为帮替]{1,12}?)(?:来说|来讲|而言)?(?:有|能|会|可以|到底)*(?:带来|得到|享受到?|提供|办|做)?了?(?:些|点)?"
    r"(?:什么|啥|哪些|何)(?:好处|用处|益处|用|帮助|便利|作用|意义|实惠|实事|事)?(?=$|\|)"
)
# What is told already need not be told again: 除了办公还花在哪.
_LEFT_OUT = re.compile(r"除了?([^|]{1,14}?)(?:之外|以外|外)?\|?(?=还|另外|此外|都)")
_MONEY_BEHIND = re.compile(
    r"(?:(?<=[^|]{2})(?:经费|资金|支出|费用|预算)|(?<![^|])经费)(?=\||$)"
)  # 法考经费: the matter is 法考
_MONEY_OF_LINE = re.compile(r"(?<![^|])(?:费用|资金|款项|开销|花销|开支|用度)(?=\||$)")  # 养车的费用
_THAT_MONEY = re.compile(r"(?<=[\u4e00-\u9fff])[那这]一?[笔块项些]的?(?:费用|资金|款项|开[销支]|花销|钱)(?=\||$)")
_NUMERAL = re.compile(r"[零一两二三四五六七八九十百千万亿几半多\d.]+[成倍番点些下年月天日次个项名份]*")
_SLIGHT_TAGS = "tq"  # times, measures
_WHERE_PRINTED = re.compile(  # 预算里“上年结转”是什么意思
    r"(?:[这那]份)?(?:部门|单位)?(?:预算|决算|报告|公开)(?:书|表|报告|说明|文件)?(?:里[头面]?|中|上|当中)(?:[提讲说写]到?的)?"
)
_TONES = ("y", "d", "e", "o")  # parts of speech of which one sign alone is no part of a name: 呀, 再
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
_WHOLE_SAID = ("收入支出", "收支")  # how sentences name it besides


@dataclass(frozen=True, slots=True)
class Wanted:
    """A content word in all its forms (bare), and how much it tells one passage from another."""

    forms: tuple[str, ...]  # as said first, then what else it is called
    weight: float = 1.0
    chunk: int = 0  # words of one unbroken run of the question share it
    everyday: bool = False  # stands for its other names, where no text has it as said
    line: bool = False  # a concept of budgets: a line that sentences speak of
    inner: bool = False  # two signs of a place's name
    whole: bool = False  # the whole budget: 公务接待费预算支出 speaks of another line
    saying: bool = False  # what people say for what is printed: 一把手
    across: bool = False  # two signs of two words: 人评 in 请人评报告
    unit: bool = False  # of the name of a unit inside the department: it tells nothing of the matter
    if_printed: bool = False  # let go where no text has it: the “四个一” are told by other words
    slight: bool = False  # part of a word that need not be printed: a number, a time, what kind of answer is wanted

    def stands_in(self, text: str) -> float:
        """1 where the word as said stands in a bare text, a little less for its other names, 0 for none."""
        form = self.form_in(text)
        return 0.0 if form is None else 1.0 if form == self.forms[0] else _OTHER_NAME

    def form_in(self, text: str) -> str | None:
        """The form of the word that stands in a bare text."""
        for form in self.forms:
            if form in text and not (self.whole and _only_of_a_line(form, text)):
                return form
        return None


def _only_of_a_line(form: str, text: str) -> bool:
    """Whether every mention of the budget in a text is one of a line of it: 公务接待费预算支出."""
    return re.search(f"(?<![费金目]){re.escape(form)}", text) is None


@dataclass(frozen=True, slots=True)
class Sought:
    """A descriptive question, understood."""

    door: Door
    words: str  # the content words, for a search by meaning
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


def sought(plan: Plan, door: Door, departments: Iterable[str], nil: bool = False, units: Iterable[str] = ()) -> Sought:
    """What a plan's question seeks; words of earlier turns join where the question leans on them.

    ``departments`` are the words by which the question names bodies that have documents: they say where to look.
    ``units`` are the names of units inside them, of which texts print parts.
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
    wanted = taking.wanted
    if door is Door.WHY and all(w.forms[0] in _NO_LINE for w in wanted):
        wanted = [_whole_budget()]
    return Sought(
        door=door,
        words=re.sub(r"\|+", " ", taking.rest).strip() or key,
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
        kinds=kinds_asked(plan.question) if door is Door.TEXT else (),
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


def _whole_budget() -> Wanted:
    """What a question of why is about that names no line: all income and spending, in all its names."""
    forms = (w for c in TOTALS for w in concepts()[c].words if len(w) > 2)
    return Wanted((*forms, *_WHOLE_SAID), line=True, whole=True)


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
        self.rest = _THAT_MONEY.sub("|", self.rest) if door in (Door.WHY, Door.GOAL) else self.rest
        if door is Door.WHY:
            self.rest = _TO_STAFF.sub("|", _ACCOUNT_SIDES.sub("|", self.rest))
        left_out = {said for said in _LEFT_OUT.findall(self.rest) if door in (Door.TEXT, Door.GOAL)}
        for start, end, printed in sorted(sayings_in(self.rest), reverse=True):
            said = self.rest[start:end]
            slight = any(said in words for words in left_out)
            self.wanted.append(Wanted((said, *printed), chunk=3 * EVENTS + start, saying=True, slight=slight))
            self.rest = self.rest[:start] + "|" + self.rest[end:]
        self.wanted += _wanted(self.rest, door, left_out)

    def kinds(self, asking: Iterable[str]) -> None:
        """What kind of thing is asked for, where a question names nothing else: 办的是什么杂志."""
        for phrase in asking:
            self.wanted += [replace(w, slight=False) for w in _wanted(bare(phrase), Door.TEXT, set())]

    def earlier_words(self, plan: Plan, key: str, door: Door) -> None:
        """The things that earlier turns named, where the question itself names none."""
        for term in (term for ask in plan.asks for term in (*ask.terms, *ask.context)):
            if bare(term.text) in key:
                continue
            self.wanted += [w for w in _wanted(bare(term.text), door, set()) if w not in self.wanted]
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


def _wanted(rest: str, door: Door, left_out: set[str]) -> list[Wanted]:
    """The words of a rest; those of what is ``left_out``, or for whom a thing is done, need not be printed."""
    found: list[Wanted] = []
    at = 0
    plain = ""
    for start, end, concept in (*scan(rest, told_words()), (len(rest), len(rest), "")):
        plain += rest[at:start] + "|"
        said = rest[start:end]
        if concept and not (door is Door.WHY and is_shape(said)):
            named = (concept, *concepts()[concept].same_as)
            whole = any(each in TOTALS for each in named)  # 支出 alone stands in any sentence
            others = (
                word
                for each in named
                for word in concepts()[each].words
                if word != said and (len(word) > 2 or not whole)
            )
            found.append(
                Wanted(
                    (said, *others, *(_WHOLE_SAID if whole else ()), *_other_words(said)),
                    chunk=1000 + start,
                    line=len(said) > 2 or concepts()[concept].group == "item",
                )
            )
        at = end
    kinds = set(_KIND.findall(plain))
    served = left_out | (set(_FOR_WHOM.findall(plain)) if door is Door.GOAL else set())
    plain = _without_empty(matter_of(plain, door))
    if door is Door.WHY:
        plain = _MONEY_BEHIND.sub("|", plain)
        plain = _MONEY_OF_LINE.sub("|", plain) if any(w.line for w in found) else plain
    for number, chunk in enumerate(plain.split("|")):
        for spoken, printed in alike():
            if spoken.match(chunk):
                found.append(Wanted(printed, chunk=number))
                chunk = spoken.sub("", chunk, count=1)
                break
        slight, within, between = _slight(chunk, kinds), inner(chunk), across(chunk)
        if any(chunk in said for said in served):
            slight |= set(grams(chunk))
        found.extend(
            Wanted((gram,), chunk=number, inner=gram in within, across=gram in between, slight=gram in slight)
            for gram in grams(chunk)
        )
        for word in everyday_words().findall(chunk):
            of_whom = any(word in said for said in served)
            found.append(Wanted((word, *_other_words(word)), chunk=number, everyday=True, slight=of_whom))
    return list({word.forms: word for word in reversed(found)}.values())[::-1]


def _without_empty(plain: str) -> str:
    """A bare text with the words put out that are empty by their part of speech: 那一块, 到底, 这样, 再, 呀."""
    words = words_of(plain)
    kept = words.text
    for start, end, word, tag in segments_of(words):
        if (len(word) > 1 or tag in _TONES) and is_empty_by_tag(word, tag):
            first, last = words.places[start], words.places[end - 1] + 1
            kept = kept[:first] + "|" * (last - first) + kept[last:]
    return kept


def _slight(chunk: str, kinds: set[str]) -> set[str]:
    """The pairs of a run that belong to words which need not be printed: 前一年, 动作 in 什么动作, 名单."""
    slight: set[str] = set()
    for start, end, word, tag in segments_of(words_of(chunk)):
        number = tag[:1] == "m" and len(word) > 1 and _NUMERAL.fullmatch(word) is not None
        kind = len(word) > 1 and any(said.endswith(word) for said in kinds) and not _SOMEBODY.search(word)
        if number or kind or tag[:1] in _SLIGHT_TAGS or is_slight(word):
            slight |= {chunk[at : at + 2] for at in range(max(start - 1, 0), end)}
    return slight


def _other_words(word: str) -> tuple[str, ...]:
    """Other everyday words for the same thing, longest first; single signs would be found anywhere."""
    others = (other for other in wordings(word) if other != word and len(other) > 1)
    return tuple(sorted(others, key=lambda other: (-len(other), other)))
