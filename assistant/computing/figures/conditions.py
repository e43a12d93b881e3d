"""The promises kept for what a question says beside the thing it names: no condition, measure, stage, level or
movement of it is dropped to get an answer."""

import re
from dataclasses import replace
from decimal import Decimal

from assistant.computing.figures.looking import Desk
from assistant.computing.figures.measures_kept import another_measure, no_rows, per_head_left
from assistant.computing.figures.own_office import of_own_level
from assistant.finding.beside import is_bought
from assistant.finding.evidence import Found, Outcome
from assistant.finding.heard import asks_for_money, heard_in, speaks_of_buying
from assistant.finding.labels import counts_no_car, line_of
from assistant.finding.period import of_whole_year
from assistant.finding.projects_meant import lists_project, says_item
from assistant.finding.stated import names_threshold, text_prints
from assistant.lexicon import concepts, concepts_in, scan
from assistant.plan import RANKS, Ask, Filter, Operation
from assistant.saying.wordings import condition_words
from assistant.understand.asks.operations_asked import COUNTS_GOALS
from assistant.understand.everyday.uncovered_words import segments_of
from assistant.understand.words.sets_said import both_kinds_said, says_projects
from assistant.understand.words.text import without, words_of
from ingest.messages import say
from ingest.records.document import Stage
from ingest.records.figure import Relation
from ingest.records.units import UnitKind
from ingest.wording.glyphs import bare
from ingest.wording.units import money_unit

_COUNTED = frozenset(("人", "辆", "台", "次", "所", "座", "处", "户", "张", "把", "册", "架", "套"))
_COUNT_SAID = re.compile(r"(?:几|多少)[个家所座处条项类种](?![亿万钱元百点])")
_BODIES_COUNTED = re.compile(r"(?:几|多少)[个家所座](?![亿万钱元百点])[\u4e00-\u9fff]")
_THINGS = ("个", "家", "处", "间", "项")
_STAFF = re.compile(r"人|员|编(?!制范围)|职|名")
_POSTS = re.compile(r"编制(?:人?数)?(?:一共|总共|共)?(?:[是有为]|多少|几|[个名人])*$")
_WHEN_ASKED = re.compile(
    r"(?:(?:完成|交付|验收|开工|完工|竣工|办结|上线|截止)(?:的)?(?:时间|时限|日期|期限|节点)|[时期]限)(?:是|为|定)?(?:在)?(?:什么时候|何时|哪天|几月|多少)?$"
)
# How much of a thing, not how much money: 多少数据, 多少报告; a word for money, or one that asks, is no thing.
_THING_ASKED = re.compile(r"(?:多少|几多)(?P<thing>[一-龥]{2,6}?)[呢啊呀嘛]?$")
_MONEY_WORDS = re.compile(r"[钱元万亿块额款费支]|资金|预算|收入|成本|规模|比[例重]|补[助贴]|盘子|数目?$")
_HOW_MANY_PEOPLE = re.compile(
    r"(?:几|多少)[个名位]?人(?:员|次)?(?:来)?(?:参加|参训|受训|参会|参与|到场)?[呢啊]?$|(?:职工|员工|干部|人手|同事)(?:一共|总共|共|现在|目前|实际)*[有是]?多少[呢啊]?$"
)
_NUMBER_ASKED = re.compile(
    r"(?:人数|人员数量?|人次|批次|次数|辆数|台数|(?<![那这])个数|户数|数量)(?:是|为|有|共)?(?:多少|几何?)?$"
    r"|(?:多少|几[个名位])[^钱元费款金额资给发付花用补]{0,6}(?:人|人员|[罪囚]?犯|居民|民警|[狱法]警|律师|教师|医生|护士|学生|学员|职工|员工|群众|村民|老人)$"
    r"|(?:人员|职工|干部|员工|同志|教师|医生|护士|学生|司机|车辆|汽车)(?:一共|总共|共)?有(?:多少|几个)$"
    r"|(?:多少|几)[十百千]?[万亿]?[个条次册份套件场][呢啊]?$|[一-龥]率(?:是|为|有|要|应|得|达到?|不低于)*(?:多少|几)$"
)
_MONEY_ASKED = re.compile(
    r"(?:多少|几)(?:钱|[万亿]元|元|资金|经费|预算)|花了?(?:多少|几)|(?:费用|经费|预算|金额|资金|开支|支出)(?:是|为|有)?(?:多少|几何)?$"
)
# What is counted, where it ends the question, and the words for what rows of a table are.
_NUMBERED = re.compile(
    r"(?:几|多少)个(?P<behind>[一-龥]{2,6}?)[呢啊呀]?$|(?P<before>[一-龥]{2})(?:一共|总共|共)?(?:有|是)?(?:几|多少)个[呢啊呀]?$"
)
_ROWS = re.compile(
    r"项|条|类|款|表|预算|目标|部分|支出|经费|费用|开支|明细|科目|名目|方面|内容|构成|单位|机构|部门|中心|种|块|资金|收入|来源|渠道|指标|任务|数字?$"
)
_MOVED = re.compile(r"同比|环比|增幅|降幅|增速|涨幅|跌幅|变动率|变化率")
_BUDGET = re.compile(
    r"(?<![共金营门位总])(?:年初|原)?预算(?:数|额|金额|总?[收支][入出])?(?:是|为|有|定的?)?(?:多少|几)?(?:钱|万元|元)?$|年初预算"
    r"|(?:部门|单位)预算(?:总额|总数|总量|规模|总计|合计|总?[收支][入出])?(?:是|为|有)?(?:多少|几)?(?:钱|万元|元)?$"
)
# 一百万元的项目: an amount that no comparison takes up bounds the set and is not taken for granted.
_OF_AMOUNT = re.compile(r"[\d一二两三四五六七八九十百千万亿.]+元?[的那][大小]?(?:项目|科目|单位|工程|开支|采购|支出)")
_CARS = re.compile(r"(?:几|多少)[辆台部]")
_EARNED = re.compile(r"项目的?(?:总|本年)?收入")  # what a body takes in is not told of its projects
_OF_PURCHASES = ("procurement", "purchased_services")  # tables in which every row is bought


def promises_kept(desk: Desk, ask: Ask, outcome: Outcome) -> Outcome:
    """The outcome, or a refusal that names what the question says and the figures found have no part in."""
    outcome = measure_kept(desk.language, ask, conditions_kept(desk.language, ask, outcome))
    if outcome.kind != "figures" or not outcome.found:
        return outcome
    if (posts := _posts_left(desk, ask, outcome)) is not None:
        return _refused(desk.language, posts)
    told = (left(ask, outcome) for left in (_number_left, _stage_left, _movement_left, _work_left, per_head_left))
    if (word := next(filter(None, told), None) or _purchase_left(desk, ask, outcome)) is not None:
        return _refused(desk.language, word)
    if (kind := _kind_left(desk, ask, outcome) or _half_left(desk, ask, outcome)) is not None:
        return _refused(desk.language, kind)
    if ask.entity == "project" and any(_is_namesake(desk, ask, found) for found in outcome.found):
        return _refused(desk.language, "项目")
    if ask.operation is Operation.COUNT and COUNTS_GOALS.search(ask.words) and not all(map(_of_goals, outcome.found)):
        return _refused(desk.language, "绩效目标")
    if "年初" in ask.words and any(_is_adjusted(desk, found) for found in outcome.found):
        return _refused(desk.language, "年初")
    if any(not of_own_level(desk, ask, found) for found in outcome.found):
        return _refused(desk.language, say("answer.own_level", desk.language))
    if (amount := _amount_left(desk, ask, outcome)) is not None:
        return _refused(desk.language, amount)
    return outcome


def _of_goals(found: Found) -> bool:
    """Whether a number is printed, or that of rows of a table of goals: not all projects report one."""
    return not found.computed or any("目标" in (s.table or "") for s in found.sources)


def _is_namesake(desk: Desk, ask: Ask, found: Found) -> bool:
    """Whether a sentence tells a subject, where a project of its name is listed and meant."""
    figure = found.figure
    told = figure is not None and figure.row_id is None and says_item(figure.label)
    return told and figure is not None and lists_project(desk.library.holding(figure.document_id), bare(ask.words))


def _amount_left(desk: Desk, ask: Ask, outcome: Outcome) -> str | None:
    """The amount looked into (采购四千八百多万里) that neither the rows found nor a sentence on what is named print."""
    words = ask.topic + ask.words
    for said in (s for s in ask.stated if s.upper is not None):
        figures = [f.figure for f in outcome.found if f.figure is not None]
        if any(f.amount is not None and _within(f.amount.base, said) for f in figures):
            continue
        names = {words[start:end] for start, end, _ in scan(words)}
        passages = (p for f in figures for p in desk.library.holding(f.document_id).passages)
        sentences = (s for p in passages for s in p.text.split("。") if any(name in s for name in names))
        if not text_prints(sentences, said):
            return condition_words(replace(ask, filters=(said,)), desk.language).strip()
    return None


def _within(base: Decimal, said: Filter) -> bool:
    unit = money_unit(said.unit)
    return unit is not None and said.value * unit.scale <= base <= (said.upper or said.value) * unit.scale


def dates_kept(language: str, question: str, outcome: Outcome) -> Outcome:
    """The outcome, or a refusal where a day or month is said that no figure found can be of.

    A budget prints what there is at a day of its own year or of the year before, in which it is drawn up.
    """
    if outcome.kind == "figures" and all(f.figure is None and not f.computed for f in outcome.found):
        printed = "".join(f.label for f in outcome.found)  # 10月以后的培训有几场: a target of all is none of it
        if (month := next((m for m in _MONTH.findall(question) if m not in printed), None)) is not None:
            return _refused(language, month)
    until = _MONTH_END.search(question) if outcome.kind == "figures" else None
    cells = [f.figure for f in outcome.found if f.figure is not None and f.figure.table_id is not None]
    if until is not None and any(until[0] not in bare("".join((f.label, *f.column))) for f in cells):
        return _refused(language, until[0])  # 支出计划6月底要完成多少 asks for no amount of the whole year
    said = {int(found[1]): found[0] for found in _DATED.finditer(question)}
    years = {f.figure.year for f in outcome.found if f.figure is not None and f.figure.year is not None}
    if not said or not years or outcome.kind != "figures":
        return outcome
    strange = next((words for year, words in said.items() if not {year, year + 1} & years), None)
    left = strange or (next(iter(said.values())) if len(said) > len(outcome.found) else None)
    return _refused(language, left) if left else outcome


_MONTH = re.compile(r"(?<![\d.年])\d{1,2}月(?=份|以[后前]|之[后前]|[上中下]旬)")
_MONTH_END = re.compile(r"(?<![\d年.])(?!12)\d{1,2}月[底末]")
_DATED = re.compile(r"(20\d\d)年\d{1,2}月(?:底|末|初|\d{1,2}日)?")


def _come_to(ask: Ask, outcome: Outcome) -> bool:
    """Whether what is listed comes to the one amount that the question states of it: 合计598.46万元的四个项目."""
    told = [(f.value, money_unit(f.unit)) for f in outcome.found]
    stated = money_unit(ask.stated[0].unit) if len(ask.stated) == 1 else None
    if outcome.kind != "list" or stated is None or any(value is None or unit is None for value, unit in told):
        return False
    whole = sum((value * unit.scale for value, unit in told if value is not None and unit is not None), Decimal(0))
    return bool(told) and whole == ask.stated[0].value * stated.scale


def conditions_kept(language: str, ask: Ask, outcome: Outcome) -> Outcome:
    """The outcome, or a refusal where a condition of the question had no part in it.

    A condition has its part where it narrowed the set, or where the line found is named by it (单价100万元以上设备).
    """
    if outcome.kind not in ("figures", "list"):
        return outcome
    if (
        ask.operation is Operation.LOOKUP
        and (paid := (*ask.alone, *ask.without, *ask.filled))
        and outcome.kind == "figures"
    ):
        return _refused(language, paid[0].text)  # 全部来自财政拨款吗: what it comes to says nothing of it
    listed = ask.operation in (Operation.LIST, Operation.COUNT)
    if ask.stated and listed and not _come_to(ask, outcome) and (said := _OF_AMOUNT.search(ask.words)):
        return _refused(language, said[0])
    if listed and len(ask.stated) > 1 and not ask.filters:  # 200万-500万 bounds the set
        return _refused(language, "、".join(f"{f.value.normalize():f}{f.unit}" for f in ask.stated))
    if not ask.filters or outcome.narrowed:
        return outcome
    lines = ["".join((f.label, *(s.row or s.text for s in f.sources))) for f in outcome.found]
    if all(names_threshold(line, condition) for line in lines for condition in ask.filters):
        return outcome
    return _refused(language, condition_words(ask, language).strip())


_NO_PEOPLE = ("辆", "台", "套", "台套", "台（套）", "部", "平方米")  # 实有数多少人: no number of cars


def measure_kept(language: str, ask: Ask, outcome: Outcome) -> Outcome:
    """The outcome, or a refusal where people, cars or times were asked for and only money was found, or the reverse."""
    if ask.operation is Operation.LOOKUP and outcome.kind == "figures" and asks_for_money(ask.words):
        counted = [f.figure is not None and f.figure.unit.kind is UnitKind.COUNT for f in outcome.found]
        if counted and all(counted):
            return Outcome("refusal", message=say("answer.money_left", language, asked=ask.words))
    if (
        ask.operation in RANKS
        and ask.measure
        and outcome.found
        and all(money_unit(f.unit or "") for f in outcome.found)
    ):
        return Outcome("refusal", message=say("answer.measure_left", language, measure=ask.measure, asked=ask.words))
    counts = ask.operation is Operation.COUNT and outcome.kind == "figures" and _COUNT_SAID.search(ask.words)
    if counts and all(f.figure is not None and not f.computed and money_unit(f.unit) for f in outcome.found):
        message = say("answer.measure_left", language, measure=counts[0], asked=ask.words)
        return Outcome("refusal", message=message)  # 有几个监管所: what one costs is no number of them
    heard = heard_in(ask.words, ask.scope.said) if ask.operation in (Operation.LOOKUP, Operation.SUM) else None
    of_bodies = heard is not None and heard.units and _BODIES_COUNTED.search(bare(ask.words))
    cars = heard is not None and "人" in heard.units and all(f.unit in _NO_PEOPLE for f in outcome.found)
    things = heard is not None and (of_bodies or _COUNTED & set(heard.units) or cars)
    if heard is None or not things or outcome.kind != "figures" or not outcome.found:
        return outcome
    if not cars and any(f.unit is None or money_unit(f.unit) is None for f in outcome.found):
        return outcome
    return Outcome("refusal", message=say("answer.measure_left", language, measure=heard.units[0], asked=ask.words))


def _refused(language: str, word: str) -> Outcome:
    return Outcome("refusal", message=say("answer.condition_left", language, condition=word))


def _number_left(ask: Ask, outcome: Outcome) -> str | None:
    """The words that ask for a number where money was found, or for money where things were counted."""
    words = bare(ask.words)
    plain = ask.operation in (Operation.LOOKUP, Operation.SUM, Operation.COUNT)
    if plain and (measure := another_measure(words, outcome.found)) is not None:
        return measure
    rows_counted = not outcome.quotes and all(f.computed and f.figure is None for f in outcome.found)
    if ask.operation is Operation.COUNT and ask.entity is None and rows_counted:
        if (said := no_rows(words)) is not None:
            return said
        thing = numbered_thing(words) if ask.level is None else None
        named = thing is not None and any(t.text in thing or thing in t.text for t in ask.terms)
        return None if named else thing
    if ask.operation not in (Operation.LOOKUP, Operation.SUM):
        return None
    if (thing := thing_asked(ask.words)) is not None and all(money_unit(f.unit or "") for f in outcome.found):
        told = ("".join((f.label, *(s.row or s.text for s in f.sources))) for f in outcome.found)
        bodies = [bare(f.figure.department) for f in outcome.found if f.figure is not None and f.figure.department]
        lines = [without(bare(line), bodies, "，") for line in (*told, *(t.text for t in ask.terms))]
        if not any(thing in line for line in lines) and not any(t.text in thing for t in ask.terms):
            return thing  # 要接多少数据: what it costs is no answer
    people = _HOW_MANY_PEOPLE.search(words) or _POSTS.search(words)
    if people and outcome.found and all(f.unit in _THINGS and not _STAFF.search(f.label) for f in outcome.found):
        return people[0]  # 18个处室各有多少人: the offices are no people
    kinds = {f.figure.unit.kind for f in outcome.found if f.figure is not None}
    if (number := _NUMBER_ASKED.search(words)) and kinds == {UnitKind.MONEY}:
        return number[0]
    if (when := _WHEN_ASKED.search(words)) and kinds == {UnitKind.MONEY}:
        return when[0]
    if (money := _MONEY_ASKED.search(words)) and kinds == {UnitKind.COUNT}:
        return money[0]
    return None


def numbered_thing(words: str) -> str | None:
    """What words count that is no row of a table: 问题 of 发现多少个问题."""
    said = _NUMBERED.search(bare(words))
    thing = said["behind"] or said["before"] if said is not None else None
    return None if thing is None or _ROWS.search(thing) or not _is_noun(thing) else thing


def asks_for_people(words: str) -> bool:
    """Whether words end in how many people there are: 有多少人."""
    return _HOW_MANY_PEOPLE.search(bare(words)) is not None


def thing_asked(words: str) -> str | None:
    """The thing that words ask how much of there is (要接多少数据), where they end in it and it is no money."""
    said = _THING_ASKED.search(bare(re.sub(r"[（(].*", "", words)))
    thing = said["thing"] if said is not None else None
    return None if thing is None or _MONEY_WORDS.search(thing) or not _is_noun(thing) else thing


def _is_noun(said: str) -> bool:
    """Whether words are nouns by their parts of speech, with what describes them."""
    return all(tag[:1] in "na" or tag == "vn" for _, _, _, tag in segments_of(words_of(said)))


def _stage_left(ask: Ask, outcome: Outcome) -> str | None:
    """预算 where only what was spent in the end was found."""
    said = _BUDGET.search(bare(ask.words)) if ask.operation is Operation.LOOKUP else None
    if said is None or ask.scope.stages or re.search("决算|执行|完成|实际", ask.words):
        return None
    final = [f.figure is not None and f.figure.stage is Stage.FINAL_ACCOUNT for f in outcome.found]
    named = any("预算" in part for f in outcome.found if f.figure for part in (*f.figure.column, f.figure.label))
    money = all(f.figure is None or f.figure.unit.kind is UnitKind.MONEY for f in outcome.found)
    return said[0] if all(final) and money and not named else None


def _movement_left(ask: Ask, outcome: Outcome) -> str | None:
    """同比, 环比, 增幅 where amounts alone were found."""
    said = _MOVED.search(ask.words) if ask.operation is Operation.LOOKUP else None
    printed = [f.figure for f in outcome.found if f.figure is not None]
    if said is None or not printed or any(f.computed for f in outcome.found):
        return None
    return said[0] if all(f.relation is Relation.AMOUNT for f in printed) else None


def _work_left(ask: Ask, outcome: Outcome) -> str | None:
    """The title of a work where a line found is of one of another title: 《甲》杂志 is no 《乙》杂志."""
    said = _TITLED.findall(ask.words)
    for found in outcome.found if said else ():
        printed = [bare(title) for title in _TITLED.findall(found.figure.label if found.figure else found.label)]
        if printed and not any(bare(title) in other or other in bare(title) for title in said for other in printed):
            return f"《{said[0]}》"
    return None


def _is_adjusted(desk: Desk, found: Found) -> bool:
    """Whether a figure is of a column 预算数 that the note of its table says to be of the whole year's budget."""
    figure = found.figure
    budget = figure is not None and figure.stage is Stage.BUDGET
    return figure is not None and budget and of_whole_year(figure, desk.library.holding(figure.document_id))


_TITLED = re.compile(r"《([^《》]+)》")
_KEPT = re.compile(r"保有|有(?:多少|几)[辆台部]")


def _purchase_left(desk: Desk, ask: Ask, outcome: Outcome) -> str | None:
    """买几辆 where what is found counts those that are there; 有几辆 where it counts those that were bought."""
    kept = None if speaks_of_buying(ask.topic + ask.words) else _KEPT.search(ask.words)
    if kept is not None and any(f.figure is not None and f.figure.label.endswith("购置数") for f in outcome.found):
        return kept[0]
    if ask.operation is not Operation.LOOKUP or not (
        _CARS.search(ask.words) and speaks_of_buying(ask.topic + ask.words)
    ):
        return None
    counted = [f.figure for f in outcome.found if f.figure is not None and f.figure.unit.kind is UnitKind.COUNT]
    bought = any(
        f.table_kind in _OF_PURCHASES
        or speaks_of_buying(line_of(f))
        or (f.passage_id and is_bought(f, desk.library.holding(f.document_id)))
        for f in counted
        if not counts_no_car(f.label) or "设备" in ask.words
    )
    return "购置" if counted and not bought else None


_ALL_POSTS = re.compile(r"(?<!行政)(?<!事业)(?<!工勤)(?<!专项)(?<!政法)编制(?!范围|单位)")
_POSTS_OF = re.compile(r"(?:行政|事业|工勤|专项)(?:人员)?编制")


def _posts_left(desk: Desk, ask: Ask, outcome: Outcome) -> str | None:
    """编制 without its kind where the posts of one kind answered, and the paper counts others: 事业编制 are not all."""
    told = [f.figure for f in outcome.found if f.figure is not None and _POSTS_OF.search(f.figure.label)]
    if len(outcome.found) != 1 or not told or not _ALL_POSTS.search(ask.words) or _POSTS_OF.search(ask.words):
        return None
    held = (f for f in desk.library.holding(told[0].document_id).spoken if _POSTS_OF.search(f.label))
    return "编制" if any(f.label != told[0].label and f.amount and f.amount.base for f in held) else None


def _kind_left(desk: Desk, ask: Ask, outcome: Outcome) -> str | None:
    """项目支出 or 基本支出 where no figure found is of that kind: 维修费里靠项目资金的."""
    if ask.operation is not Operation.LOOKUP:
        return None
    said = {concept for _, _, concept in scan(bare(ask.words))}
    projects, basic = concepts()["project_expenditure"], concepts()["basic_expenditure"]
    named = any(t.concept == projects.id for t in (*ask.terms, *ask.context))
    kind = projects.id in said or says_projects(ask.words)
    if kind and not named and basic.id not in said and not _of_projects(desk, outcome):
        return projects.words[0]
    earned = _EARNED.search(ask.words)
    return earned[0] if earned is not None and not _of_projects(desk, outcome) else None


def _half_left(desk: Desk, ask: Ask, outcome: Outcome) -> str | None:
    """The words that ask for basic and project spending together where a table of basic spending alone answered."""
    said = both_kinds_said(ask.words)
    figures = [f.figure for f in outcome.found if f.figure is not None] if said else []
    tables = {f.table_id for f in figures}
    titles = (
        t.table.title
        for document in {f.document_id for f in figures}
        for t in desk.library.holding(document).tables
        if t.table.id in tables
    )
    return said if any("基本支出" in title and "项目" not in title for title in titles) else None


def _of_projects(desk: Desk, outcome: Outcome) -> bool:
    """Whether some figure is of a project, or of what is spent on projects."""
    for figure in (f.figure for f in outcome.found):
        if figure is None or "项目" in (line := line_of(figure)):
            return True
        if "project_expenditure" in concepts_in(bare(line)):
            return True  # a column of the field's other name: 专项业务经费支出
        table = desk.library.holding(figure.document_id).table_of(figure)
        if table is None or re.search("项目|专项|绩效|采购", table.table.title):
            return True
    return False
