"""The promises kept for what a question says beside the thing it names: no condition, measure, stage, level or
movement of it is dropped to get an answer."""

import re

from assistant.computing.looking import Desk
from assistant.finding.beside import is_bought
from assistant.finding.evidence import Found, Outcome
from assistant.finding.heard import asks_for_money, heard_in, speaks_of_buying
from assistant.finding.holdings import Holding, department_key, is_unit_document
from assistant.finding.labels import line_of
from assistant.finding.stated import names_threshold
from assistant.lexicon import concepts, scan
from assistant.plan import Ask, Operation
from assistant.saying.wordings import condition_words
from assistant.understand.sets_said import both_kinds_said
from ingest.messages import say
from ingest.records.document import Stage
from ingest.records.figure import Relation
from ingest.records.units import UnitKind
from ingest.wording.glyphs import bare
from ingest.wording.names import read_body
from ingest.wording.units import money_unit

_COUNTED = frozenset(("人", "辆", "台", "次", "所", "座", "处", "户"))
_COUNT_SAID = re.compile(r"(?:几|多少)[个家所座处条项类种](?![亿万钱元百点])")
_BODIES_COUNTED = re.compile(r"(?:几|多少)[个家所座](?![亿万钱元百点])[\u4e00-\u9fff]")
_THINGS = ("个", "家", "处", "间", "项")
_STAFF = re.compile(r"人|员|编|职|名")
_WHEN_ASKED = re.compile(
    r"(?:完成|交付|验收|开工|完工|竣工|办结|上线|截止)(?:的)?(?:时间|时限|日期|期限|节点)(?:是|为|定)?(?:在)?(?:什么时候|何时|哪天|几月|多少)?$"
)
_HOW_MANY_PEOPLE = re.compile(r"(?:几|多少)[个名位]?人(?:员)?[呢啊]?$")
_NUMBER_ASKED = re.compile(
    r"(?:人数|人员数量?|人次|批次|次数|辆数|台数|个数|户数|数量)(?:是|为|有|共)?(?:多少|几何?)?$"
    r"|(?:多少|几[个名位])[^钱元费款金额资给发付花用补]{0,6}(?:人|人员|[罪囚]?犯|居民|民警|[狱法]警|律师|教师|医生|护士|学生|学员|职工|员工|群众|村民|老人)$"
    r"|(?:人员|职工|干部|员工|同志|教师|医生|护士|学生|司机|车辆|汽车)(?:一共|总共|共)?有(?:多少|几个)$"
)
_MONEY_ASKED = re.compile(
    r"(?:多少|几)(?:钱|[万亿]元|元|资金|经费|预算)|花了?(?:多少|几)|(?:费用|经费|预算|金额|资金|开支|支出)(?:是|为|有)?(?:多少|几何)?$"
)
_PEOPLE = re.compile(r"(?:几|多少)个?[人名位]|人员?有?(?:几|多少)个|(?:几|多少)个?人")
_MOVED = re.compile(r"同比|环比|增幅|降幅|增速|涨幅|跌幅|变动率|变化率")
_BUDGET = re.compile(
    r"(?<![共金营门位总])(?:年初|原)?预算(?:数|额|金额)?(?:是|为|有|定的?)?(?:多少|几)?(?:钱|万元|元)?$|年初预算"
)
# 一百万元的项目: an amount that no comparison takes up bounds the set and is not taken for granted.
_OF_AMOUNT = re.compile(r"[\d一二两三四五六七八九十百千万亿.]+元?[的那][大小]?(?:项目|科目|单位|工程|开支|采购|支出)")
_CARS = re.compile(r"(?:几|多少)[辆台部]")


def promises_kept(desk: Desk, ask: Ask, outcome: Outcome) -> Outcome:
    """The outcome, or a refusal that names what the question says and the figures found have no part in."""
    outcome = measure_kept(desk.language, ask, conditions_kept(desk.language, ask, outcome))
    if outcome.kind != "figures" or not outcome.found:
        return outcome
    told = (left(ask, outcome) for left in (_number_left, _stage_left, _movement_left))
    if (word := next(filter(None, told), None) or _purchase_left(desk, ask, outcome)) is not None:
        return _refused(desk.language, word)
    if (kind := _kind_left(desk, ask, outcome) or _half_left(desk, ask, outcome)) is not None:
        return _refused(desk.language, kind)
    if any(not _of_own_level(desk, ask, found) for found in outcome.found):
        return _refused(desk.language, say("answer.own_level", desk.language))
    return outcome


def conditions_kept(language: str, ask: Ask, outcome: Outcome) -> Outcome:
    """The outcome, or a refusal where a condition of the question had no part in it.

    A condition has its part where it narrowed the set, or where the line found is named by it (单价100万元以上设备).
    """
    if outcome.kind not in ("figures", "list"):
        return outcome
    listed = ask.operation in (Operation.LIST, Operation.COUNT)
    if ask.stated and listed and (said := _OF_AMOUNT.search(ask.words)):
        return _refused(language, said[0])
    if listed and len(ask.stated) > 1 and not ask.filters:  # 200万-500万 bounds the set
        return _refused(language, "、".join(f"{f.value.normalize():f}{f.unit}" for f in ask.stated))
    if not ask.filters or outcome.narrowed:
        return outcome
    lines = ["".join((f.label, *(s.row or s.text for s in f.sources))) for f in outcome.found]
    if all(names_threshold(line, condition) for line in lines for condition in ask.filters):
        return outcome
    return _refused(language, condition_words(ask, language).strip())


def measure_kept(language: str, ask: Ask, outcome: Outcome) -> Outcome:
    """The outcome, or a refusal where people, cars or times were asked for and only money was found, or the reverse."""
    if ask.operation is Operation.LOOKUP and outcome.kind == "figures" and asks_for_money(ask.words):
        counted = [f.figure is not None and f.figure.unit.kind is UnitKind.COUNT for f in outcome.found]
        if counted and all(counted):
            return Outcome("refusal", message=say("answer.money_left", language, asked=ask.words))
    counts = ask.operation is Operation.COUNT and outcome.kind == "figures" and _COUNT_SAID.search(ask.words)
    if counts and all(f.figure is not None and not f.computed and money_unit(f.unit) for f in outcome.found):
        message = say("answer.measure_left", language, measure=counts[0], asked=ask.words)
        return Outcome("refusal", message=message)  # 有几个监管所: what one costs is no number of them
    heard = heard_in(ask.words, ask.scope.said) if ask.operation in (Operation.LOOKUP, Operation.SUM) else None
    of_bodies = heard is not None and heard.units and _BODIES_COUNTED.search(bare(ask.words))
    things = heard is not None and (of_bodies or _COUNTED & set(heard.units))
    if heard is None or not things or outcome.kind != "figures" or not outcome.found:
        return outcome
    if any(f.unit is None or money_unit(f.unit) is None for f in outcome.found):
        return outcome
    return Outcome("refusal", message=say("answer.measure_left", language, measure=heard.units[0], asked=ask.words))


def _refused(language: str, word: str) -> Outcome:
    return Outcome("refusal", message=say("answer.condition_left", language, condition=word))


def _number_left(ask: Ask, outcome: Outcome) -> str | None:
    """The words that ask for a number where money was found, or for money where things were counted."""
    words = bare(ask.words)
    if ask.operation is Operation.COUNT and ask.entity is None and (said := _PEOPLE.search(words)):
        rows_counted = all(f.computed and f.figure is None for f in outcome.found)
        return said[0] if rows_counted else None
    if ask.operation not in (Operation.LOOKUP, Operation.SUM):
        return None
    if (people := _HOW_MANY_PEOPLE.search(words)) and all(
        f.unit in _THINGS and not _STAFF.search(f.label) for f in outcome.found
    ):
        return people[0]  # 18个处室各有多少人: the offices are no people
    kinds = {f.figure.unit.kind for f in outcome.found if f.figure is not None}
    if (number := _NUMBER_ASKED.search(words)) and kinds == {UnitKind.MONEY}:
        return number[0]
    if (when := _WHEN_ASKED.search(words)) and kinds == {UnitKind.MONEY}:
        return when[0]
    if (money := _MONEY_ASKED.search(words)) and kinds == {UnitKind.COUNT}:
        return money[0]
    return None


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


def _purchase_left(desk: Desk, ask: Ask, outcome: Outcome) -> str | None:
    """买几辆 where what is found counts those that are there."""
    if ask.operation is not Operation.LOOKUP or not (
        _CARS.search(ask.words) and speaks_of_buying(ask.topic + ask.words)
    ):
        return None
    counted = [f.figure for f in outcome.found if f.figure is not None and f.figure.unit.kind is UnitKind.COUNT]
    bought = any(
        speaks_of_buying(line_of(f)) or (f.passage_id and is_bought(f, desk.library.holding(f.document_id)))
        for f in counted
    )
    return "购置" if counted and not bought else None


def _kind_left(desk: Desk, ask: Ask, outcome: Outcome) -> str | None:
    """项目支出 or 基本支出 where no figure found is of that kind: 维修费里靠项目资金的."""
    if ask.operation is not Operation.LOOKUP:
        return None
    said = {concept for _, _, concept in scan(bare(ask.words))}
    projects, basic = concepts()["project_expenditure"], concepts()["basic_expenditure"]
    named = any(t.concept == projects.id for t in (*ask.terms, *ask.context))
    if projects.id in said and not named and basic.id not in said and not _of_projects(desk, outcome):
        return projects.words[0]
    return None


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
        if figure is None or "项目" in line_of(figure):
            return True
        tables = desk.library.holding(figure.document_id).tables
        table = next((t for t in tables if t.table.id == figure.table_id), None)
        if table is None or re.search("项目|专项|绩效|采购", table.table.title):
            return True
    return False


def _of_own_level(desk: Desk, ask: Ask, found: Found) -> bool:
    """Whether a figure asked of the own office of a department with units is printed apart from theirs."""
    figure = found.figure
    if not ask.scope.own_level or ask.operation is not Operation.LOOKUP or figure is None:
        return True
    holding = desk.library.holding(figure.document_id)
    if is_unit_document(holding.document):
        return True
    if "本级" in figure.label or "机关" in figure.label or "本部" in figure.label:
        return True
    if any(hint.isdigit() for hint in ask.hints):
        return True  # a class of the government's economic subjects tells office and institutions apart
    if any("机关" in text.text for text in holding.texts.get(figure.row_id or "", ())):
        return True
    units = _units_of(desk, holding)
    table = next((t for t in holding.tables if t.table.id == figure.table_id), None)
    if table is None or not units:
        return not units
    if "本级" in table.table.title:
        return True
    bodies = {bare(read_body(r.body).name) for r in table.rows if r.body} | {r.key for r in table.rows}
    return bool(units & bodies)


def _units_of(desk: Desk, holding: Holding) -> frozenset[str]:
    own = department_key(holding.document)
    return frozenset(name for name, ids in desk.units.items() if name != own and holding.document.id in ids)
