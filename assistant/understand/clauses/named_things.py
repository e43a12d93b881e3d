"""What the things a clause names turn out to be, once all that is said around them is known."""

import itertools
import re
from collections.abc import Sequence

from assistant.lexicon import concepts, is_classified, is_fund, parts_of, whole_concept
from assistant.plan import Ask, Operation, Scope, Term, replace
from assistant.understand.clauses.clause import Clause
from assistant.understand.clauses.parting import axis_of
from assistant.understand.clauses.when import WEAK_CONCEPTS
from assistant.understand.words.concept_terms import concept_term, name_term
from assistant.understand.words.parts_said import goes_over_items
from assistant.understand.words.sets_said import is_reported
from assistant.understand.words.spans import Span
from ingest.wording.glyphs import bare
from ingest.wording.names import is_body_name


def drop_common_words(clause: Clause) -> None:
    """Leave out 服务, 货物, 工程 where 政府采购 is not spoken of: they are common words, parts of it only there.

    这个工程 is what was spoken of before.
    """
    table = concepts()
    spoken = {t.concept for t in (*clause.terms, *clause.inner)}
    for part in clause.parts:
        for term in list(part):
            owner = table[term.concept].part_of if term.concept else None
            pointed = f"这个{term.text}" in clause.words or f"该{term.text}" in clause.words
            if owner == "procurement" and (len(part) > 1 or pointed) and len(term.text) <= 3 and owner not in spoken:
                part.remove(term)
    clause.parts = [part for part in clause.parts if part]


def projects_term() -> Term:
    """What is spent on projects, where the projects together are meant."""
    return concept_term("project_expenditure")


def names_a_fund(term: Term) -> bool:
    """Whether a term means a fund, by its concept or by the stored name it is most like: 当年拨款."""
    likely = [bare(name) for name, _ in term.names[:1]] if term.kind == "like" else []
    return is_fund(term.concept) or any(is_fund(whole_concept(name)) for name in likely)


def in_projects(clause: Clause, previous: Ask) -> bool:
    """Whether a clause asks how much of the line before it is spent on projects: 劳务费多少，其中项目里列支多少."""
    named = clause.terms or clause.inner or clause.filters or clause.ranked or clause.excluded or clause.secret
    one = previous.operation in (Operation.LOOKUP, Operation.SUM)  # 总共多少 is the line's total
    plain = one and bool(previous.terms) and previous.entity is None
    inside = "part" in clause.follow or re.search(r"项目(?:支出|经费)?[里中上]", clause.words) is not None
    projects = any(t.concept == "project_expenditure" for t in previous.terms)
    return clause.entity == "project" and clause.amount_said and plain and inside and not named and not projects


def come_to(counted: Ask, words: str) -> Ask:
    """What those that were counted come to: 有几个项目，多少钱; of projects with goals the money told with them."""
    if is_reported(counted.words):
        money = Term("涉及", "concept", "reported_money")
        return replace(counted, operation=Operation.LOOKUP, terms=(money,), words=words)
    return replace(counted, operation=Operation.SUM, words=words)


def per_person(clause: Clause) -> str | None:
    """人 where amounts are ranked by the person (人均花费最高的是哪场); the word for it is no thing named then."""
    chosen = clause.which or clause.ranked or re.search(r"[哪谁]|是什么", clause.words)  # not: 每人最多发多少钱
    if not chosen or not any(w in clause.words for w in _PER_PERSON):
        return None
    clause.parts = [kept for part in clause.parts if (kept := [t for t in part if t.text not in _PER_PERSON])]
    clause.unknown[:] = [w for w in clause.unknown if w not in _PER_PERSON]
    clause.hints[:] = [w for w in clause.hints if w not in _PER_PERSON]
    return "人"


_PER_PERSON = ("人均", "每人", "平均每人", "每个人", "人头")


def name_classes(clause: Clause) -> None:
    """Take short names for functional classes where 大类 are spoken of: 社保, 卫生 (源: 政府收支分类科目, 类).

    What is asked of each unit is asked unit by unit.
    """
    _examples_of_a_set(clause)
    if clause.level == 3:
        clause.parts = [[_as_class(term) for term in part] for part in clause.parts]
    _by_classification(clause)
    set_of = (
        clause.filters or clause.ranked or {"max", "min", "mean", "median", "count", "list"} & set(clause.operators)
    )
    if set_of and clause.entity is None and any(of_category(t) for t in (*clause.terms, *clause.inner)):
        clause.entity = "project"  # 特定目标类项目里最大的
    _per_unit(clause)
    _projects_by_fund(clause)
    _unit_asked(clause)
    _units_chosen(clause)
    _sessions(clause)


def of_category(term: Term) -> bool:
    """Whether projects of one category are meant, which a list of projects prints beside each: 特定目标类."""
    return term.concept in ("special_use", "other_running")


_OVER_A_SET = {"list", "count", "sum", "mean", "median"}
_CLASSIFICATIONS = {"per_economic": "economic", "per_functional": "function"}


def _by_classification(clause: Clause) -> None:
    """Take a classification for what a set is made of: 项目支出按经济分类最大的三项, 经济科目低于二十万的."""
    over = clause.filters or clause.ranked or clause.picks or _OVER_A_SET & set(clause.operators)
    each = clause.each and len(clause.terms) > 1  # 甲科目按经济分类各是多少
    said = [_CLASSIFICATIONS[t.concept] for t in (*clause.terms, *clause.inner) if t.concept in _CLASSIFICATIONS]
    if (over or each) and len(said) == 1 and clause.entity in (None, "subject", "project", *said):
        spent = [t for t in clause.weak if t.concept == "project_expenditure"] if clause.entity == "project" else []
        clause.entity = said[0]
        if clause.each and "list" not in clause.operators:
            clause.operators.append("list")
        kept = [[t for t in part if t.concept not in _CLASSIFICATIONS] for part in clause.parts]
        clause.parts = [part for part in kept if part]
        if spent and not any(t in clause.terms for t in spent):
            clause.parts = [[*spent, *(clause.parts[0] if clause.parts else ())], *clause.parts[1:]]
        clause.inner = [t for t in clause.inner if t.concept not in _CLASSIFICATIONS]


_SUCH_AS = re.compile(r"等(?:这|共|一共|总共|合计)?[一二两三四五六七八九十\d]+[个项家所条笔]")


def _examples_of_a_set(clause: Clause) -> None:
    """Leave out names that only stand for a set which is asked about as a whole: 有甲、乙等五个项目，依次是哪些."""
    names = [*clause.inner, *(t for part in clause.parts for t in part)]
    whole = clause.ranked or clause.sorted or {"max", "min", "list", "count", "sum", "mean"} & set(clause.operators)
    counted = clause.said_count is not None and len(names) < clause.said_count
    such_as = clause.entity in ("project", "unit") and counted and _SUCH_AS.search(clause.words) is not None
    if whole and such_as and all(t.kind in ("name", "like") for t in names):
        clause.parts, clause.inner = [], []


_SESSION = re.compile(
    r"(培训|会议|讲座|活动|论坛|比赛|演练|讲堂)(?:班|课)?(?:的)?(?:经费|费用?|支出|开支|预算|场|(人数|人次))"
)
_SESSIONS_SAID = re.compile(
    r"[一二两三四五六七八九十哪几每各\d]场(?![次数地所馆])"
    r"|(?:哪些|哪几[个次期]|什么)(?:培训|会议|讲座|活动|论坛|比赛|演练)(?![费支开经预人地场])"
)


def _sessions(clause: Clause) -> None:
    """Take a line for the events it pays where they are counted or chosen one by one: 培训经费最高的一场."""
    _people_counted(clause)
    of_people = any(f.unit == "人" for f in clause.filters)
    if not (of_people or _SESSIONS_SAID.search(clause.words)):
        return
    if of_people and clause.entity == "subject" and re.search("明细", clause.words):
        clause.entity = None  # 培训费明细中超过100人的培训
    if of_people and "名称" in clause.words and not clause.operators:
        clause.operators.append("list")
    if "list" in clause.operators:
        _only_events(clause)
    for part in clause.parts if clause.filters or clause.ranked or clause.picks else ():
        for at, term in enumerate(part):
            if (line := _SESSION.fullmatch(term.text)) is not None:
                counted = () if of_people or not line[2] else (name_term(line[2], 0.9),)
                event = name_term(line[1], 0.9)
                part[at : at + 1] = [*([] if event in part else [event]), *counted]


_PEOPLE = ("人数", "人次")


def _people_counted(clause: Clause) -> None:
    """Take a word for how many took part, before a bound, for what the bound is measured in: 人数超过100的培训."""
    if len(clause.filters) != 1 or clause.filters[0].unit not in ("", "人"):
        return
    told = [t for t in clause.tokens if t.family not in ("filler", "soft")]
    counted = {a.text for a, b in itertools.pairwise(told) if b.family == "compare" and a.text in _PEOPLE}
    if counted:
        clause.hints[:] = [w for w in clause.hints if w not in counted]
        clause.unknown[:] = [w for w in clause.unknown if w not in counted]
        clause.filters = [replace(f, unit="人") for f in clause.filters]
        kept = [[t for t in part if t.text not in counted] for part in clause.parts]
        clause.parts = [part for part in kept if part]


def _only_events(clause: Clause) -> None:
    """Leave out the line that pays events which are listed by their own name: 培训费安排了哪几场培训."""
    events = {t.text for t in clause.terms if t.kind == "name"}
    for part in clause.parts:
        part[:] = [t for t in part if not ((line := _SESSION.fullmatch(t.text)) and not line[2] and line[1] in events)]
    clause.parts = [part for part in clause.parts if part]


def _projects_by_fund(clause: Clause) -> None:
    """Take 项目合计 or 项目支出 for the projects themselves, where a fund pays all or none of them."""
    spent = bool(clause.terms) and all(t.concept == "project_expenditure" for t in clause.terms)
    if spent and clause.entity is None and (clause.without or clause.alone) and not clause.inner:
        clause.parts, clause.entity = [], "project"
        if not (clause.ranked or clause.picks or {"count", "list", "mean", "median", "sum"} & set(clause.operators)):
            clause.operators.append("sum")


def _unit_asked(clause: Clause) -> None:
    """Take 哪个单位 for what is chosen, where 项目 only says again what is named: 甲项目，金额最高的是哪个单位."""
    asked = any(one.role == "which" and other.role == "entity_unit" for one, other in itertools.pairwise(clause.tokens))
    named = any(t.kind in ("name", "like") for t in clause.terms)
    if clause.entity == "project" and asked and named and (clause.picks or clause.ranked):
        clause.entity = "unit"


_HOUSES = re.compile(r"(?:哪[几些一]?|几|多少|谁)[家所]$")
_HOUSES_RANKED = re.compile(r"[一二两三四五六七八九十\d][家所]$")  # 最低的三家; 7家…为0


def _units_chosen(clause: Clause) -> None:
    """Take 家 or 所 with nothing named behind it for the units of the one body named: 哪几家三公超过八十万."""
    chosen = clause.filters or clause.ranked or clause.picks or clause.without
    said_before = bool(clause.without) and not clause.mentions  # 其中哪几家没有…
    if clause.entity or not chosen or not (len(clause.mentions) == 1 or said_before):
        return
    pairs = itertools.pairwise([*clause.tokens, None])
    if any(
        (_HOUSES_RANKED if _says_number(token, clause) else _HOUSES).search(token.text)
        and (behind is None or behind.family not in ("name", "like", "hint", "unknown", "department"))
        for token, behind in pairs
        if token is not None
    ):
        clause.entity = "unit"


def _says_number(token: Span, clause: Clause) -> bool:
    """Whether a token says how many are chosen, or of how many some have nothing."""
    return token.family == "rank" or (token.family == "said_count" and bool(clause.without))


def _per_unit(clause: Clause) -> None:
    """Take 单位 beside what is asked of each for a figure a unit: 单位的项目支出分别是多少."""
    named = [t for t in clause.tokens if t.role == "entity_unit"]
    if named and clause.each and clause.said_count and clause.entity == "project" and clause.operators == ["count"]:
        clause.operators.append("group")  # 四家单位各有多少个项目
    of_each = clause.each and clause.entity == "unit" and named and not named[0].text.startswith("预算")
    if of_each and clause.terms and not (clause.operators or clause.ranked or clause.filters or clause.parts[1:]):
        clause.operators.append("group")
        clause.entity = None


def _as_class(term: Term) -> Term:
    if term.concept is not None or term.kind not in ("name", "like"):
        return term
    classes = [c for c in concepts().values() if re.fullmatch(r"f\d{3}", c.id) and _abbreviates(term.text, c.words[0])]
    return Term(term.text, "concept", classes[0].id) if len(classes) == 1 else term


def _abbreviates(short: str, name: str) -> bool:
    """Whether the characters of a short name stand in the full one in their order, from its first on."""
    rest = iter(name)
    return short[:1] == name[:1] and all(character in rest for character in short)


def whole_of(clause: Clause, terms: Sequence[Term], before: Sequence[Term]) -> list[Term]:
    """What a part by fund or kind of spending is a part of, where the clause before named it: 培训费多少，其中项目支出.

    A unit stays the one spoken of. Without 其中 it is so where the clause before named another such part:
    结转里一般公共预算多少，单位资金多少.
    """
    bodies = [t for t in before if _is_unit(t)]
    if bodies and all(t.concept for t in terms):
        return bodies  # 看守所收入多少，其中其他收入多少
    if _ASKS_OF_IT.search(clause.words) and _is_bare_fund(clause, terms) and (line := _line_with_kind(before)):
        return line  # 某科目的项目支出是多少；那财政拨款呢
    axes = {axis_of(t) for t in terms}
    codes = [t for t in before if t.kind == "code"]
    if "part" in clause.follow and codes and not any(t.kind == "code" for t in terms):
        return codes
    if None in axes:
        return []
    told = [t for t in before if t.concept not in WEAK_CONCEPTS or axis_of(t) in axes]
    wholes = [t for t in told if axis_of(t) not in axes]
    named = bool(wholes) and wholes == told and all(t.kind in ("name", "like") for t in wholes)
    if named and (clause.each or _is_bare_fund(clause, terms)):
        return wholes  # 宿舍楼总投入多少，财政专户、单位资金各出多少
    owners = {concepts()[t.concept].part_of for t in terms if t.concept}
    if owners & {t.concept for t in told if t.concept} or (len(wholes) == len(told) and "part" not in clause.follow):
        return []
    return wholes


_ASKS_OF_IT = re.compile(r"^那.{2,16}|呢[？?]?$")


def _line_with_kind(before: Sequence[Term]) -> list[Term]:
    """The subject spoken of before with the kind of spending it was asked for; the table it stood in is another now."""
    line = [t for t in before if t.kind == "code" or (t.concept and is_classified(t.concept))]
    return [*line, *(t for t in before if axis_of(t) == "expenditure")] if line else []


def side_spoken_of(before: Ask) -> tuple[Term, ...]:
    """What the turn before says of a line besides its name: its projects, or its spending and not its income."""
    if before.entity == "project":
        return (projects_term(),)
    spent = "支出" in before.words and "收入" not in before.words
    said = {axis_of(t) for t in before.terms}
    return (Term("支出", "concept", "expenditure_total"),) if spent and "expenditure" not in said else ()


def _is_bare_fund(clause: Clause, terms: Sequence[Term]) -> bool:
    """Whether a clause says a fund and nothing of whose or when: 某项目多少钱，财政拨款多少."""
    alone = not (clause.mentions or clause.places or clause.years or clause.relative or clause.operators)
    funds = all(is_fund(t.concept) and not t.text.endswith(("收入", "支出", "预算", "合计", "总计")) for t in terms)
    return alone and bool(terms) and funds


def _is_unit(term: Term) -> bool:
    """Whether a name is that of a unit which no document is of: a row of the department's tables."""
    return term.kind in ("name", "like") and any(is_body_name(name) for name, _ in term.names)


_DETAIL = (
    r"的?(?:支出|预算)?(?:明细|清单|一览|分项|细目|下级)(?:科目|表)?(?:[及和与、]?(?:其|各自?的?)?(?:预算)?(?:金额|数额))?"
    r"(?=[，,。？?\s]|$)"
)


def asks_for_parts(clause: Clause, scope: Scope, telling: list[Term]) -> bool:
    """Whether 各 goes over the parts of one line: 三公各项分别是多少, 三类采购各多少, 住房保障支出各项金额, 各明细多少.

    What a line is made of by definition needs no word for a part; the rows below a subject do.
    """
    said = (scope.departments, scope.years, scope.relative_years, scope.stages, scope.kinds)
    several = any(len(one) > 1 for one in said) or scope.every_year or scope.pairs or scope.recent
    lines = [t for t in telling if t.kind != "code"]
    if several and len(lines) == 1 and len(scope.departments) < 2 and goes_over_items(clause.words):
        clause.unknown.append("各项")  # of several years: no total is asked for
    if several or len(lines) != 1 or len(clause.parts) > 1 or lines[0].concept is None:
        return False
    if clause.each and len(telling) == 1 and parts_of(lines[0].concept):
        return True
    if clause.entity == "subject" and re.search(re.escape(lines[0].text) + _DETAIL, clause.words):
        return True  # 培训费明细
    of_subjects = (
        clause.entity in (None, "subject", "function", "economic") and concepts()[lines[0].concept].group is None
    )
    return of_subjects and goes_over_items(clause.words) and not (clause.filters or clause.drawn or clause.hints)


def within_a_table(clause: Clause) -> None:
    """Take a table that is named beside what is added up for where it stands: 三个甲（项目支出预算情况表）相加."""
    tables = [part for part in clause.parts if len(part) == 1 and part[0].kind == "name" and is_table(part[0].text)]
    others = [part for part in clause.parts if part not in tables]
    if "sum" in clause.operators and tables and others:
        clause.parts = [[*(t for part in tables for t in part), *part] for part in others]


_TABLE = re.compile(r"[一-龥]{3}(?:情况|明细|汇总|总|预算)?表$")


def is_table(name: str) -> bool:
    """Whether a name is the title of a table."""
    return _TABLE.search(name) is not None


def whole_stated(clause: Clause) -> None:
    """Take an amount that points at a line for what it comes to, no bound on its parts: 那一千三百多万包括哪几项."""
    pointed = any(
        one.text[:1] in "那这" and other.family == "compare" and other.role == "about"
        for one, other in itertools.pairwise(clause.tokens)
    )
    if pointed and "list" in clause.operators and clause.terms:
        told = [f for f in clause.filters if f.sign == "about"]
        clause.stated = [*clause.stated, *told]
        clause.filters = [f for f in clause.filters if f not in told]
