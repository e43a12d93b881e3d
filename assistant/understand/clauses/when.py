"""When and in which kind of document: what the tokens of a clause say of years, stages, levels and kinds."""

import itertools
import re

from assistant.lexicon import is_fund
from assistant.plan import Term
from assistant.understand.clauses.clause import Clause
from assistant.understand.words.spans import Span
from ingest.records.document import Stage

AND = frozenset(["和", "与", "及", "以及", "跟", "同", "还有", "并", "并且", "或"])
NAMED = ("concept", "name", "like", "quoted", "code")  # families of tokens that name a thing
# Concepts that name a side of the budget or the whole of it; beside another thing they only say where it stands.
WEAK_CONCEPTS = frozenset(["income_total", "expenditure_total", "budget_total", "project_expenditure"])
_YEARS_FROM_NOW = {"this_year": 0, "last_year": -1, "year_before_last": -2, "next_year": 1}
_RECENT = {"two": 2, "three": 3}
_LEVELS = {"class": 3, "section": 5, "item": 7}  # digits of the codes of subjects
_STAGES = {
    "stage_budget": Stage.BUDGET.value,
    "stage_final": Stage.FINAL_ACCOUNT.value,
    "stage_execution": Stage.EXECUTION.value,
    "stage_adjusted": Stage.ADJUSTED_BUDGET.value,
}


def stage_within(clause: Clause, term: Term) -> None:
    """The stage a concept's own words say: 支出决算, 三公经费预算数."""
    stage = Stage.FINAL_ACCOUNT.value if "决算" in term.text else Stage.BUDGET.value if "预算" in term.text else None
    if stage is None:
        return
    if stage == Stage.FINAL_ACCOUNT.value and stage not in clause.stages:
        clause.stages.append(stage)
    if stage == Stage.BUDGET.value and term.text.endswith(("预算", "预算数")) and not _names_fund(term):
        clause.budget_said = True
    if (
        clause.year_said
        and (clause.year_said, stage) not in clause.pairs
        and (term.text.startswith(("预算", "决算")) or "决算" in term.text or clause.pairs)
    ):
        clause.pairs.append((clause.year_said, stage))


def _names_fund(term: Term) -> bool:
    """Whether a name that ends in 预算 is that of a fund and says no stage: 一般公共预算."""
    return is_fund(term.concept) and term.text.endswith("预算")


def only_a_stage(clause: Clause, term: Term, part: list[Term]) -> bool:
    """Note the stage that the words of a measure end in; whether they say no more than that (行政运行…支出决算)."""
    if re.search(r"决算数?$", term.text):
        if Stage.FINAL_ACCOUNT.value not in clause.stages:
            clause.stages.append(Stage.FINAL_ACCOUNT.value)
    elif re.search(r"预算数?$", term.text):
        clause.budget_said = clause.budget_said or not _names_fund(term)
    else:
        return False
    telling = [t for terms in (*clause.parts, part) for t in terms if t.concept not in WEAK_CONCEPTS]
    return bool(telling) and re.fullmatch(r"(?:收入|支出)?(?:年初)?[预决]算数?", term.text) is not None


def takes_up_side(clause: Clause, term: Term) -> bool:
    """Whether a side of the budget is what a part is said to take up: 基本支出占支出预算的百分之几.

    What was spent may be held against its own budget: 决算占支出预算的百分之几 leaves it a stage.
    """
    side = re.fullmatch(r"(?:收入|支出)(?:预算|决算)数?", term.text) is not None
    spent = Stage.FINAL_ACCOUNT.value in clause.stages or clause.pairs
    return side and clause.occupies and not (spent and "预算" in term.text)


def year_said(clause: Clause, token: Span) -> None:
    """The years of a token."""
    years = list(token.value) if isinstance(token.value, tuple) else []
    if len(years) == 1:
        clause.year_said = years[0]
    clause.years.extend(y for y in years if y not in clause.years)


def context_said(clause: Clause, token: Span, left_out: bool = False) -> None:
    """What a context word says: basis, year, stage, kind of document, level, entity; or that it is ``left_out``."""
    role = token.role
    kind, _, said = role.partition("_")
    if role in ("basis", "basis_execution"):
        budget = "budget" if re.search(r"预算数?$", token.text) else "last_year"
        clause.basis = "execution" if role == "basis_execution" else clause.basis or budget
    elif role in _YEARS_FROM_NOW:
        clause.relative.append(_YEARS_FROM_NOW[role])
    elif kind == "recent":
        clause.recent = _RECENT[said]
    elif kind == "stage":
        _stage_said(clause, token)
    elif kind == "kind":
        clause.kinds.extend(("department", "unit") if said == "both" else (said,))
    elif role in ("secret", "not_secret"):
        opened = role == "not_secret" or clause.open_only or left_out  # 除涉密项目外
        clause.secret, clause.open_only = True, opened
    elif role == "comprises":
        clause.kinds.append("department")
        clause.comprised.append(str(token.value))
    elif role == "own_level":
        clause.own_level = True
    elif kind == "tier":
        clause.tiers.append(said)
    elif kind == "level":
        clause.level = _LEVELS[said]
    elif kind == "entity" and (clause.entity is None or said != "unit"):
        clause.entity = said
    elif kind == "follow":
        clause.follow.add(said)


def _stage_said(clause: Clause, token: Span) -> None:
    """A stage, of the year said last where none was said of it."""
    stage = _STAGES[token.role]
    if clause.year_said and not clause.stages_at(clause.year_said):
        clause.pairs.append((clause.year_said, stage))
    if stage == Stage.BUDGET.value:
        _budget_said(clause, token)
    elif stage not in clause.stages:
        clause.stages.append(stage)


def _budget_said(clause: Clause, token: Span) -> None:
    """The budget: as a stage (年初), as an amount, or as the book of a department or a unit (哪家单位预算最少)."""
    book = token.text.removesuffix("安排")  # 单位预算安排了多少
    if book in ("部门预算", "单位预算"):
        clause.documents_said.add("department" if book == "部门预算" else "unit")
        if len(clause.documents_said) == 2:
            clause.kinds[:] = ["department", "unit"]
    said = token.text == "预算安排" or book in ("预算数", "年初预算数", "年初预算", "部门预算")
    clause.budget_said = clause.budget_said or said
    if token.text.startswith("年初") and Stage.BUDGET.value not in clause.stages:
        clause.stages.append(Stage.BUDGET.value)
    if book == "单位预算" and clause.which:
        clause.entity = clause.entity or "unit"
    elif book == "单位预算" and len(clause.documents_said) < 2:
        clause.kinds.append("unit")


def both_stages(clause: Clause) -> None:
    """决算数和预算数: the two stages are both asked for; 决算里的年初预算 asks for one that another document prints."""
    if clause.against is not None:
        _only_in_the_book(clause)
        return
    # 决算里，实际花了多少、年初预算多少: one is the book; 支出决算 is a line that says its stage itself
    finals = sum(t.role == "stage_final" or (t.family == "concept" and "决算" in t.text) for t in clause.tokens)
    looks = clause.in_final or _looks_into_final(clause)
    if looks and finals < 2 and Stage.BUDGET.value in clause.stages:
        clause.stages.remove(Stage.FINAL_ACCOUNT.value)
    held_apart = clause.each or {"difference", "ratio", "compare", "decrease", "increase"} & set(clause.operators)
    asked = sum("多少" in t.text for t in clause.tokens if t.family in ("filler", "soft"))  # 预算多少、实际花了多少
    if (
        clause.budget_said
        and (held_apart or asked > 1)
        and clause.stages == [Stage.FINAL_ACCOUNT.value]
        and len(clause.years) < 2
    ):
        clause.stages.append(Stage.BUDGET.value)


def _only_in_the_book(clause: Clause) -> None:
    """决算里，年初预算比实际支出多多少: of the side that is the opening budget the account is only the book."""
    stages = clause.stages
    if clause.in_final and Stage.BUDGET.value in stages and Stage.FINAL_ACCOUNT.value in stages:
        stages.remove(Stage.FINAL_ACCOUNT.value)


def _looks_into_final(clause: Clause) -> bool:
    """Whether 决算 stands before the thing and the opening budget behind it: 2024年决算，信息化建设年初预算是多少."""
    told = [t for t in clause.tokens if t.family in NAMED or t.role in ("stage_final", "stage_budget")]
    roles = [t.role if t.role.startswith("stage_") else "thing" for t in told]
    orders = [role for role, _ in itertools.groupby(roles)]
    between = any(t.text in AND or t.family == "operator" for t in clause.tokens)
    return orders == ["stage_final", "thing", "stage_budget"] and not between
