"""The share of a set in a whole: its members added up exactly, every one cited."""

import re
from decimal import Decimal

from assistant.computing.arithmetic.aggregate import aggregated
from assistant.computing.arithmetic.exact import base_of, division, percent
from assistant.computing.arithmetic.ratios import divided, share
from assistant.computing.figures.apart import without_what_is_apart
from assistant.computing.figures.looking import Desk
from assistant.computing.figures.lookup import looked_up
from assistant.computing.rows.members import narrowed, not_so_many
from assistant.computing.rows.population import population
from assistant.computing.rows.printed_totals import names_units
from assistant.computing.sets.operations import over_set
from assistant.computing.sets.unit_shares import unit_shares
from assistant.finding.evidence import Found, Outcome
from assistant.finding.scope import places_of
from assistant.lexicon import TOTALS, is_fund
from assistant.plan import FIRST_OF, Ask, Operation, Term, replace
from assistant.understand.words.concept_terms import concept_term
from assistant.understand.words.ranks_said import ranks_said
from ingest.messages import say
from ingest.records.units import UnitKind

_CLASS = re.compile(r"[a-z]\d{3}")  # a class of the classifications, by its code
_OF_PARTS = ("three_public", "basic_expenditure", "personnel", "public_use")
_OF_THESE = re.compile(r"占(?:了|到)?(?:剩|其余|余下|这|那|它们)")  # of those that conditions have chosen
_OF_DEPARTMENT = re.compile(r"占(?:了|到)?(?:整个|全|部门)")
_OF_SET = (Operation.TOP, Operation.BOTTOM, Operation.LIST)


def share_asked(desk: Desk, ask: Ask) -> Outcome:
    """The share of a set where one is asked for, else of one line."""
    if ask.inner in _OF_SET:
        return _of_set(desk, ask)
    if (chosen := _ranked_units(desk, ask)) is not None:
        return _of_set(desk, chosen)
    if (units := unit_shares(desk, ask)) is not None:
        return units
    if (ask := without_what_is_apart(ask)).excluded:
        return Outcome("refusal", message=say("answer.left_over", desk.language, words=_left_out(ask)))
    if ask.inner in FIRST_OF and _is_one_of_set(ask):
        return _of_set(desk, replace(ask, inner=FIRST_OF[ask.inner], number=1, entity=ask.entity or "subject"))
    if (parts := _each_part(desk, ask)) is not None:
        return parts
    if (others := _other_number(desk, ask)) is not None:
        return others
    part = _extreme(desk, ask)
    if ask.inner in FIRST_OF and part is not None and part.kind == "figures" and (own := _own_projects(desk, ask)):
        return divided(desk, part, own, None)
    out = share(desk, ask, part)
    if out.kind == "refusal" and ask.inner in FIRST_OF and [t.concept for t in ask.base] == ["project_expenditure"]:
        one = replace(ask, inner=FIRST_OF[ask.inner], number=1, terms=(), base=(), entity="project")
        return _of_set(desk, one)  # of a unit whose projects no line adds up
    if out.kind == "refusal" and (own := _projects_of_unit(desk, ask)) is not None:
        return share(desk, replace(ask, entity=None), own)
    if out.kind == "refusal" and (of_all := _in_projects_of_unit(desk, ask)) is not None:
        return of_all
    return out


def _ranked_units(desk: Desk, ask: Ask) -> Ask | None:
    """The share of the units of a kind that are chosen by their rank: 收入最高的两个监狱占全局多少."""
    lines = [t for t in ask.terms if t.kind not in ("name", "like")]
    of_totals = bool(lines) or all(t.concept in TOTALS for t in ask.base)  # no unit's total is a part of 项目支出
    if ask.excluded or not of_totals or not names_units(desk, ask):
        return None
    if ask.inner in FIRST_OF and any(re.search(_FIRST.format(re.escape(t.text)), ask.words) for t in ask.terms):
        first: Operation | None = FIRST_OF[ask.inner]
    elif ask.inner is None and ask.number is not None:
        roles = {role for _, _, role, _ in ranks_said(ask.words)} & set(_RANKED)
        first = _RANKED[roles.pop()] if len(roles) == 1 else None
    else:
        first = None
    if first is None:
        return None
    return replace(ask, inner=first, number=ask.number or 1, entity="unit")


# The one is chosen first, not by its share, and is no project: 收入最高的监狱占.
_FIRST = r"最[多大高少小低]的?(?:那|一)*[个家所座]?{0}(?!的?[^，,占]{{0,4}}项目)[^，,哪谁]{{0,6}}占"
_RANKED = {"top": Operation.TOP, "bottom": Operation.BOTTOM}


def _left_out(ask: Ask) -> str:
    return "、".join(t.text for t in ask.excluded)


# 占全部款级科目的, 占所有单位的: the whole is what the part was chosen from.
_OF_ALL = re.compile(r"占(?:了|到)?(?:全部|所有|各)[^，,。；;？?]{0,14}(?:科目|单位|大类)")


def _is_one_of_set(ask: Ask) -> bool:
    """Whether a part chosen by its rank is a member of a set held against the whole set: 三公经费最多的单位."""
    of_units = ask.entity == "unit" and bool(ask.terms)
    return of_units or (ask.level is not None and not ask.base and _OF_ALL.search(ask.words) is not None)


def _in_projects_of_unit(desk: Desk, ask: Ask) -> Outcome | None:
    """The share of one line in all projects of a unit, added up where no line does: 某监狱的项目支出里，甲占几成."""
    if [t.concept for t in ask.base] != ["project_expenditure"] or not ask.terms or ask.inner or ask.filters:
        return None
    whole = _all_projects_of_unit(desk, ask)
    part = looked_up(desk, replace(ask, operation=Operation.LOOKUP, base=(), base_scope=None))
    return divided(desk, part, whole, None) if whole is not None and part.kind == "figures" else None


def _each_part(desk: Desk, ask: Ask) -> Outcome | None:
    """The share of every part a total is made of, where they add up to it: 收入从哪来，各占几成."""
    total = len(ask.terms) == 1 and ask.terms[0].concept in TOTALS and not (ask.base or ask.filters or ask.inner)
    if not (ask.each and total) or len(ask.scope.departments) != 1 or len(ask.scope.years) > 1:
        return None
    listed = over_set(
        desk, replace(ask, operation=Operation.LIST, each=False, words=f"{ask.terms[0].text}由哪些部分组成")
    )
    whole = looked_up(desk, replace(ask, operation=Operation.LOOKUP, each=False))
    if listed.kind != "list" or whole.kind != "figures" or len(whole.found) != 1:
        return None
    parts, all_of_it = [one for one in listed.found if one.value], whole.found[0]
    if not parts or sum(map(base_of, parts)) != base_of(all_of_it):
        return None  # a part is missing, or counted twice
    found = [_as_share(one, all_of_it) for one in parts]
    method = [division(one, all_of_it) for one in parts]
    noun = say("answer.noun_part", desk.language, whole=all_of_it.label)
    lead = say("answer.listed", desk.language, place=whole.place, condition="", noun=noun, count=len(found))
    return narrowed(Outcome("list", found=found, method=method, place=listed.place, lead=lead))


def _as_share(one: Found, whole: Found) -> Found:
    """A member of a set with its share in place of its amount."""
    return Found(one.label, percent(base_of(one), base_of(whole)), "%", [*one.sources, *whole.sources], True)


def _projects_of_unit(desk: Desk, ask: Ask) -> Outcome | None:
    """All projects of a unit, added up where no line does, as the part of what its department spends on projects."""
    named = {t.concept for t in ask.terms or ask.base}
    if named != {"project_expenditure"} or ask.base_scope is None or ask.filters or ask.inner or ask.hints:
        return None
    if {t.concept for t in ask.base} - {*named, *TOTALS}:
        return None
    return _all_projects_of_unit(desk, ask)


def _all_projects_of_unit(desk: Desk, ask: Ask) -> Outcome | None:
    """The projects of the one unit that is asked about, added up."""
    places = [p for options in places_of(desk.library, ask.scope, desk.units) for p in options]
    if len(places) != 1 or places[0].unit is None:
        return None
    every = replace(ask, operation=Operation.SUM, entity="project", terms=(), base=(), base_scope=None, words="")
    out = over_set(desk, every)
    return out if out.kind == "figures" else None


def _own_projects(desk: Desk, ask: Ask) -> Outcome | None:
    """The projects of the one unit asked about as the whole, where all projects are said to be: 占项目支出的几成."""
    if [t.concept for t in ask.base] != ["project_expenditure"] or _OF_DEPARTMENT.search(ask.words):
        return None
    return _all_projects_of_unit(desk, replace(ask, inner=None, number=None, filters=()))


def _other_number(desk: Desk, ask: Ask) -> Outcome | None:
    """The refusal where the whole is said to be so many projects and others are printed: 五个项目里，综合管理占几成."""
    if not ask.said_count or [t.concept for t in ask.base] != ["project_expenditure"]:
        return None
    every = replace(ask, operation=Operation.LIST, entity="project", terms=(), base=(), said_count=None, words="")
    sets = population(desk, every)
    if len(sets) != 1 or len(sets[0].members) == ask.said_count:
        return None
    return not_so_many(desk.language, ask.said_count, sets[0].members)


def _extreme(desk: Desk, ask: Ask) -> Outcome | None:
    """The part that is said by its rank: 最大项目占总额百分之几, 占比最大的支出大类."""
    if ask.inner is None:
        return None
    if ask.which and ask.terms and ask.base and ask.entity is None and any(len(m) > 1 for m in ask.scope.departments):
        # 哪个审计局接待费占三公的比例最高: of each body its own share, and no part of one of them
        return Outcome("refusal", message=say("answer.not_comparable", desk.language))
    entity: str | None = ask.entity or ("subject" if ask.level is not None else "project")
    bought = tuple(t for t in (*ask.terms, *ask.base) if t.concept == "procurement")[:1]
    if bought and not ask.level:
        entity = None  # 采购里最大的一笔 is no project
    funds = tuple(t for t in ask.terms if is_fund(t.concept))  # 财政拨款的项目里最大的
    within = bought or _class_said(ask) or funds
    entity = None if within and not bought and within != funds else entity  # 工资福利里最大的一项 is no project either
    chosen = replace(ask, operation=ask.inner, terms=within, base=(), entity=entity, base_scope=None, which=False)
    out = over_set(desk, chosen)
    if bought and out.kind == "figures" and _is_subject(desk, out.found[0]):
        return Outcome("refusal", message=say("answer.not_comparable", desk.language))  # no list of what is bought
    return out if out.kind == "figures" or (within and not bought) else None


def _class_said(ask: Ask) -> tuple[Term, ...]:
    """The class of spending that a part is chosen from, where it is said as the whole and nothing else is: 工资福利."""
    named = ask.base if not ask.terms or ask.terms == ask.base else ()
    concept = named[0].concept if len(named) == 1 else None
    plain = ask.entity is None and ask.level is None
    return named if plain and concept is not None and (_CLASS.fullmatch(concept) or concept in _OF_PARTS) else ()


def _is_subject(desk: Desk, found: Found) -> bool:
    """Whether a figure stands in the row of a subject."""
    figure = found.figure
    holding = desk.library.holding(figure.document_id) if figure is not None else None
    row = holding.rows.get(figure.row_id or "") if holding is not None and figure is not None else None
    return row is not None and holding is not None and holding.is_subject(row)


def _of_set(desk: Desk, ask: Ask) -> Outcome:
    language = desk.language
    # Without its words, which may say 合计: the members are wanted here, their sum comes after.
    chosen = replace(ask, operation=ask.inner or Operation.LIST, inner=None, base=(), base_scope=None, words="")
    listed = over_set(desk, chosen)
    if listed.kind != "list":
        return listed
    bought = ask.entity is None and any(t.concept == "procurement" for t in ask.terms)
    noun = f"plan.entity_{ask.entity if ask.entity in _NOUNS else 'subject'}"
    noun = say("answer.noun_row" if bought else noun, language)
    if ask.measure:
        return _of_pieces(desk, chosen, listed, noun)
    members = [f for f in listed.found if f.figure is not None and f.value is not None]
    if not members or any(f.figure is None or f.figure.unit.kind is not UnitKind.MONEY for f in members):
        return Outcome("refusal", message=say("answer.no_amounts", language))
    whole = _whole(desk, ask, chosen)
    if whole.kind != "figures":
        return whole
    other = whole.found[0]
    whole_base = base_of(other)
    part_base = sum((base_of(f) for f in members), Decimal(0))
    alone = members[0] if len(members) == 1 else None
    these = alone.label if alone else say("answer.these_members", language, count=len(members), noun=noun)
    what = these if alone else say("answer.these_together", language, these=these)
    if whole_base == 0:
        return Outcome("refusal", message=say("answer.divided_by_zero", language))
    if part_base > whole_base or (other.figure is not None and other.figure.unit.kind is not UnitKind.MONEY):
        return Outcome("refusal", message=say("answer.not_a_part", language, one=what, other=other.label))
    told = Outcome("figures", found=[alone]) if alone else None
    summed = told or aggregated(desk, replace(chosen, operation=Operation.SUM), members, these)
    total = summed.found[0]
    label = say("answer.share_of_set", language, what=what, whole=other.label)
    made = Found(label, percent(part_base, whole_base), "%", [*total.sources, *other.sources], True)
    steps = [division(total, other), *listed.method, *summed.method, *whole.method]
    return narrowed(Outcome("figures", found=[made, total, other], method=steps))


_NOUNS = ("project", "unit", "department", "indicator")


def _of_pieces(desk: Desk, chosen: Ask, listed: Outcome, noun: str) -> Outcome:
    """How many of all there are the set is; of a set chosen by its rank that is no question."""
    every = over_set(desk, replace(chosen, operation=Operation.LIST, filters=(), secret=None, number=None))
    if chosen.operation is not Operation.LIST or every.kind != "list" or not every.found:
        return Outcome("refusal", message=say("answer.not_comparable", desk.language))
    part, whole = Decimal(len(listed.found)), Decimal(len(every.found))
    these = say("answer.these_members", desk.language, count=part, noun=noun)
    label = say(
        "answer.share_of_set", desk.language, what=these, whole=say("answer.all_members", desk.language, noun=noun)
    )
    sources = [s for f in every.found for s in f.sources]
    method = f"{part} ÷ {whole} × 100%"
    return narrowed(Outcome("figures", found=[Found(label, percent(part, whole), "%", sources, True)], method=[method]))


def _whole(desk: Desk, ask: Ask, chosen: Ask) -> Outcome:
    """The whole that is said, else all that the set was chosen from."""
    if (own := _own_projects(desk, ask)) is not None:
        return own
    if not ask.base and _OF_DEPARTMENT.search(ask.words) and names_units(desk, ask):
        line = tuple(t for t in ask.terms if t.kind not in ("name", "like"))
        ask = replace(ask, base=line or (concept_term(TOTALS[1]),))
    if ask.base:
        plain = Ask(Operation.LOOKUP, ask.base, scope=ask.base_scope or ask.scope, words=ask.words)
        return looked_up(desk, plain)
    terms = chosen.terms if ask.inner is not Operation.LIST else ()
    every = replace(chosen, operation=Operation.SUM, terms=terms, number=None)
    if _OF_THESE.search(ask.words):
        return over_set(desk, every)
    out = over_set(desk, replace(every, filters=(), secret=None))
    if terms and out.kind == "figures":
        out.found[0].label = "、".join(t.text for t in terms)  # 三公经费, whose parts were added up for it
    return out
