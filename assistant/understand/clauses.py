"""From tokens to clauses: what each stretch of a question between two stops brings along."""

import itertools
import re

from assistant.lexicon import concepts
from assistant.plan import Filter, Operation, Term
from assistant.understand.clause import Clause
from assistant.understand.spans import Comparison, Span
from assistant.understand.strangers import may_be_place_of
from assistant.understand.text import Words
from ingest.records.document import Stage

_STAGES = {
    "stage_final": Stage.FINAL_ACCOUNT.value,
    "stage_execution": Stage.EXECUTION.value,
    "stage_adjusted": Stage.ADJUSTED_BUDGET.value,
}
_AND = frozenset(["和", "与", "及", "以及", "跟", "同", "还有", "并", "并且", "或"])
_AMOUNT = ("多少", "几多", "金额", "钱", "几何", "数额", "几万")
# Short words that name a side of the budget; beside another thing they only say which side it is on.
_SIDES = {
    "收入": "收入",
    "支出": "支出",
    "开支": "支出",
    "花费总额": "支出",
    "进账": "收入",
    "收入预算": "收入",
    "支出预算": "支出",
    "预算支出": "支出",
    "预算收入": "收入",
    "支出决算": "支出",
    "收入决算": "收入",
    "总支出": "支出",
    "总收入": "收入",
}
_WEAK_CONCEPTS = frozenset(["income_total", "expenditure_total", "budget_total", "project_expenditure"])
_INSIDE = frozenset(["里", "中", "内", "里面", "当中", "之中", "里头", "其中", "里的", "中的"])


def term_of(span: Span) -> Term:
    """The term of a token."""
    if span.family == "concept":
        return Term(span.text, "concept", span.role)
    if span.family == "code":
        return Term(str(span.value), "code")
    if span.family == "like":
        names = tuple(span.value) if isinstance(span.value, tuple) else ()
        return Term(span.text, "like", None, names)
    return Term(span.text, "name", None, ((span.text, 0.9 if span.role == "part" else 1.0),))


def clauses_of(words: Words, tokens: list[Span]) -> list[Clause]:
    """The clauses of a question, empty ones left out."""
    bounds = sorted({0, len(words.key), *words.breaks})
    made = []
    for start, end in itertools.pairwise(bounds):
        inside = [t for t in tokens if start <= t.start < end]
        if inside:
            made.append(_clause(words, Clause(start, end, words.spoken(start, end), inside)))
    return made


def _clause(words: Words, clause: Clause) -> Clause:
    part: list[Term] = []
    excluding = False
    previous: Span | None = None
    for index, token in enumerate(clause.tokens):
        following = clause.tokens[index + 1] if index + 1 < len(clause.tokens) else None
        if (
            any(previous is not None and previous.end <= p <= token.start for p in words.pauses)
            or (token.family == "filler" and token.text in _AND and part)
        ) and part:
            clause.parts.append(part)
            part = []
        if token.family in ("concept", "name", "code", "like"):
            term = term_of(token)
            if token.family == "concept" and _only_a_stage(clause, term, part):
                previous = token
                continue
            if term.concept:
                _stage_within(clause, term)
            if excluding:
                clause.excluded.append(term)
            elif clause.occupies:
                clause.whole.append(term)
            elif term.concept in _WEAK_CONCEPTS:
                clause.weak.append(term)
                part.append(term)
            else:
                part.append(term)
        elif token.family == "department":
            _mention(clause, token)
        elif token.family == "place":
            clause.places.append((token.text, tuple(token.value) if isinstance(token.value, tuple) else ()))
        elif token.family == "year":
            _year(clause, token, previous, following)
        elif token.family == "compare" and isinstance(token.value, Comparison):
            said = token.value
            clause.filters.append(Filter(said.sign, said.value, said.unit, said.upper))
        elif token.family == "stated" and isinstance(token.value, Comparison):
            clause.stated.append(Filter("=", token.value.value, token.value.unit))
        elif token.family == "said_count" and token.value is not None and clause.said_count is None:
            clause.said_count = int(str(token.value))
        elif token.family == "rank":
            clause.ranked, clause.number = token.role, token.value if isinstance(token.value, int) else None
        elif token.family == "unit":
            clause.unit = token.text if not token.value else str(token.value)
        elif token.family == "operator":
            _operator(clause, token)
            if token.role == "difference" and isinstance(token.value, str):
                clause.unit = token.value
            if token.role in ("purpose", "target", "reason") and clause.amount_said:
                clause.amount_first = True
        elif token.family == "context":
            _context(clause, token)
            if token.role == "except":
                excluding = True
            if token.text in _INSIDE and part and following is not None:
                clause.inner, part = [*clause.inner, *part], []
        elif token.family == "date" and isinstance(token.value, int):
            clause.as_of = token.value
        elif token.family == "quoted":
            part.append(Term(token.text, "name", None, ((token.text, 1.0),)))
        elif token.family in ("filler", "soft"):
            if token.text[0] == "每" and not _is_listed(clause, index):
                clause.unknown.append(token.text)  # 每个编制花多少钱 asks for a division
            if token.text in _INSIDE and part and following is not None:
                clause.inner, part = [*clause.inner, *part], []
            if token.text == "预算" and clause.year_said and not clause.stages_at(clause.year_said):
                clause.pairs.append((clause.year_said, Stage.BUDGET.value))
            if token.text == "是" and part and "ratio" in {t.role for t in clause.tokens if t.family == "operator"}:
                clause.parts.append(part)  # A是B的几倍
                part = []
            two_sided = {"difference", "ratio", "compare"} & {t.role for t in clause.tokens if t.family == "operator"}
            if token.text in ("比", "较", "相比", "对比") and part and two_sided:
                clause.parts.append(part)  # 奖金比津贴补贴少多少
                part = []
            if token.text in ("从高到低", "由高到低", "从大到小", "由大到小", "排个序", "排序", "排一下"):
                clause.sorted = "top"
            elif token.text in ("从低到高", "由低到高", "从小到大"):
                clause.sorted = "bottom"
            clause.budget_said = clause.budget_said or token.text == "预算"
            if token.text == "占" or token.text.startswith("占"):
                clause.occupies = bool(
                    part or clause.parts or clause.mentions or clause.ranked or "max" in clause.operators
                )
            if token.text in ("外", "以外", "之外", "其余", "其他", "剩下", "剩余", "其它"):
                excluding = False
            if token.text.startswith(_AMOUNT) or token.text.endswith(("多少", "多少钱")):
                clause.amount_said = True
        elif token.family == "hint":
            clause.hints.append(token.text)
        elif token.family == "unknown":
            if following is not None and following.start == token.end and may_be_place_of(token, following):
                clause.strangers.append(words.spoken(token.start, following.end))
            clause.unknown.append(words.spoken(token.start, token.end))
        if token.family == "operator" and token.role == "share" and token.text.startswith("占"):
            if following is not None and following.text in ("钱", "多少钱", "资金", "万元", "元"):
                clause.operators.remove("share")  # 占了多少钱 asks for an amount
            elif part or clause.parts:
                clause.occupies = True
        previous = token
    if part:
        clause.parts.append(part)
    held_apart = clause.each or {"difference", "ratio", "compare", "decrease", "increase"} & set(clause.operators)
    if clause.budget_said and held_apart and clause.stages == [Stage.FINAL_ACCOUNT.value] and len(clause.years) < 2:
        clause.stages.append(Stage.BUDGET.value)  # 决算数和预算数: the two stages are both asked for
    _drop_sides(clause)
    _split_joined(clause)
    return clause


def _is_listed(clause: Clause, index: int) -> bool:
    """Whether 每个 goes over things that the documents list: 每个项目多少钱, 每家单位."""
    following = clause.tokens[index + 1] if index + 1 < len(clause.tokens) else None
    rows = following is not None and (following.role.startswith("entity_") or following.family in ("name", "like"))
    return rows or bool({"mean", "target"} & {t.role for t in clause.tokens})


def _stage_within(clause: Clause, term: Term) -> None:
    """The stage a concept's own words say: 支出决算, 三公经费预算数."""
    stage = Stage.FINAL_ACCOUNT.value if "决算" in term.text else Stage.BUDGET.value if "预算" in term.text else None
    if stage is None:
        return
    if stage == Stage.FINAL_ACCOUNT.value and stage not in clause.stages:
        clause.stages.append(stage)
    if stage == Stage.BUDGET.value and term.text.endswith(("预算", "预算数")):
        clause.budget_said = True
    if (
        clause.year_said
        and (clause.year_said, stage) not in clause.pairs
        and (term.text.startswith(("预算", "决算")) or "决算" in term.text or clause.pairs)
    ):
        clause.pairs.append((clause.year_said, stage))


def _only_a_stage(clause: Clause, term: Term, part: list[Term]) -> bool:
    """Note the stage that the words of a measure end in; whether they say no more than that (行政运行…支出决算)."""
    if re.search(r"决算数?$", term.text):
        if Stage.FINAL_ACCOUNT.value not in clause.stages:
            clause.stages.append(Stage.FINAL_ACCOUNT.value)
    elif re.search(r"预算数?$", term.text):
        clause.budget_said = True
    else:
        return False
    telling = [t for terms in (*clause.parts, part) for t in terms if t.concept not in _WEAK_CONCEPTS]
    return bool(telling) and re.fullmatch(r"(?:收入|支出)?(?:年初)?[预决]算数?", term.text) is not None


def _mention(clause: Clause, token: Span) -> None:
    keys = tuple(token.value) if isinstance(token.value, tuple) else ()
    if clause.occupies:
        clause.whole_mentions.append((token.text, keys))
    else:
        clause.mentions.append((token.text, keys))


def _year(clause: Clause, token: Span, previous: Span | None, following: Span | None) -> None:
    years = list(token.value) if isinstance(token.value, tuple) else []
    if len(years) == 1:
        clause.year_said = years[0]
    against = previous is not None and previous.text in ("比", "较", "相比", "对比", "相较于", "相较", "比起")
    against = against or (
        previous is not None
        and previous.text in ("与", "和", "同", "跟")
        and any(t.text in ("相比", "比", "比较", "相较") for t in clause.tokens if t.start > token.start)
        and bool(clause.tokens and not clause.years)
    )
    if against and len(years) == 1:
        clause.basis_year = years[0]
        clause.basis = clause.basis or "year"
        return
    clause.years.extend(y for y in years if y not in clause.years)


def _operator(clause: Clause, token: Span) -> None:
    if token.role == "each":
        clause.each = True
    elif token.role == "which":
        clause.which = True
    elif token.role == "group":
        if any(c in token.text for c in "年"):
            clause.every_year = True
        else:
            clause.operators.append("group")
    elif token.role not in clause.operators:
        clause.operators.append(token.role)


def _context(clause: Clause, token: Span) -> None:
    role = token.role
    if role in ("basis", "basis_execution"):
        clause.basis = "execution" if role == "basis_execution" else clause.basis or "last_year"
    elif role in ("this_year", "last_year", "year_before_last", "next_year"):
        clause.relative.append({"this_year": 0, "last_year": -1, "year_before_last": -2, "next_year": 1}[role])
    elif role == "recent_two":
        clause.recent = 2
    elif role in _STAGES:
        if clause.year_said and not clause.stages_at(clause.year_said):
            clause.pairs.append((clause.year_said, _STAGES[role]))
        if _STAGES[role] not in clause.stages:
            clause.stages.append(_STAGES[role])
    elif role == "stage_budget":
        if clause.year_said and not clause.stages_at(clause.year_said):
            clause.pairs.append((clause.year_said, Stage.BUDGET.value))
        if token.text in ("部门预算", "单位预算"):
            clause.documents_said.add("department" if token.text == "部门预算" else "unit")
            if len(clause.documents_said) == 2:
                clause.kinds[:] = ["department", "unit"]
        clause.budget_said = clause.budget_said or token.text in (
            "预算数",
            "年初预算数",
            "年初预算",
            "预算安排",
            "部门预算",
        )
        if token.text in ("年初预算", "年初预算数") and Stage.BUDGET.value not in clause.stages:
            clause.stages.append(Stage.BUDGET.value)
        if token.text == "单位预算" and len(clause.documents_said) < 2:
            clause.kinds.append("unit")
    elif role == "kind_both":
        clause.kinds.extend(("department", "unit"))
    elif role.startswith("kind_"):
        clause.kinds.append(role.removeprefix("kind_"))
    elif role == "not_secret":
        clause.secret, clause.open_only = True, True
    elif role == "own_level":
        clause.own_level = True
    elif role == "secret":
        clause.secret = True
    elif role.startswith("level_"):
        clause.level = {"level_class": 3, "level_section": 5, "level_item": 7}[role]
    elif role.startswith("entity_"):
        if clause.entity is None or role != "entity_unit":
            clause.entity = role.removeprefix("entity_")
    elif role.startswith("follow_"):
        clause.follow.add(role.removeprefix("follow_"))


def _split_joined(clause: Clause) -> None:
    """Two things asked each by one joined name: 公车购置和运维各花多少; and a stage that only looks like a thing."""
    if not clause.each:
        return
    table = concepts()
    if len(clause.parts) == 1 and len(clause.parts[0]) == 1:
        term = clause.parts[0][0]
        split = table[term.concept].split if term.concept else ()
        if split and any(word in term.text for word in "和与及"):
            clause.parts = [[Term(table[c].words[0], "concept", c)] for c in split]
    elif len(clause.parts) > 1 and len(clause.stages) == 2:
        told = [part for part in clause.parts if not all(t.concept in _WEAK_CONCEPTS for t in part)]
        clause.parts = told or clause.parts


def _drop_sides(clause: Clause) -> None:
    """Leave out 收入, 支出 and the like where something more telling stands beside them: they are a hint then."""
    for part in clause.parts:
        owners = {concepts()[t.concept].part_of for t in part if t.concept} - {None}
        telling = [t for t in part if t not in clause.weak and t.concept not in owners]
        dropped = [t for t in part if t not in telling]
        if telling and any(re.search(r"合计|总额|总计|总金额|总支出|总预算", t.text) for t in dropped):
            clause.summed = True
        if telling and any(t.concept == "project_expenditure" for t in dropped) and clause.entity is None:
            clause.entity = "project"
        if telling and len(part) > len(telling):
            part[:] = telling
        elif len(part) > 1 and not telling:
            best = max(part, key=lambda t: len(t.text))
            part[:] = [best]
    clause.parts = [part for part in clause.parts if part]
    table = concepts()
    for part in clause.parts:
        for term in list(part):
            concept = table.get(term.concept or "")
            # 服务, 货物, 工程 are common words; they are parts of 政府采购 only where that is spoken of.
            if (
                concept is not None
                and concept.part_of
                and len(part) > 1
                and len(term.text) <= 3
                and not any(t.concept == concept.part_of for t in clause.terms)
            ):
                part.remove(term)


SET_ROLES = {
    "sum": Operation.SUM,
    "count": Operation.COUNT,
    "mean": Operation.MEAN,
    "median": Operation.MEDIAN,
    "max": Operation.MAX,
    "min": Operation.MIN,
    "list": Operation.LIST,
    "cumulative": Operation.CUMULATIVE,
}
