"""The units of a department by a share: what part of the whole each is, or what part a line is of each one's own."""

import re
from decimal import Decimal

from assistant.computing.arithmetic.exact import base_of, division, percent
from assistant.computing.arithmetic.ratios import divided, whole_of
from assistant.computing.figures.looking import Desk
from assistant.computing.figures.lookup import looked_up
from assistant.computing.rows.members import narrowed
from assistant.computing.rows.printed_totals import names_units
from assistant.computing.sets.operations import over_set
from assistant.finding.evidence import Found, Outcome
from assistant.lexicon import TOTALS
from assistant.plan import Ask, Operation, Term, replace
from assistant.saying.wordings import place_of
from assistant.understand.words.concept_terms import concept_term
from ingest.messages import say
from ingest.wording.glyphs import bare

# What is sought or told one by one are bodies: 哪个监狱…占比最大, 谁占得最多, 各监狱…占比.
_SOUGHT = (
    r"(?:哪(?:一?[个家所座]|些)?|[各每](?:一?[个家所座])?|[几\d二两三四五六七八九十]+[个家所座]){0}"
    r"|{0}(?:里头?|里面|中|当中|之中|之间)?[，,]?(?:谁|哪一?[个家所座])"
)
# Units of a kind held together: 监狱加起来, 水文站合计.
_TOGETHER = r"{0}(?:全部|都)?(?:加起来|加一起|加在一[起块]|合起来|合计|总共|一共|合在一起)"
# Units below a department, or what is left of them, added up: 下属单位合计占全局, 其余单位一共占几成.
_BELOW_TOGETHER = re.compile(
    r"(?:下属|直属|下辖|二级|其余|其他|其它|剩下|余下)的?(?:各|几)?[个家]?(?:预算|事业)?单位[^，,。占]{0,10}占"
    r"|单位[^，,。占]{0,10}(?:加起来|加一起|合起来|合计|总共|一共)[^，,。占]{0,4}占"
)
_BELOW = re.compile(r"(?:下属|直属|下辖|二级)的?(?:各|每)?[个家]?(?:预算|事业)?单位")
# What each takes for its own whole: 占各自的, 占本单位, 占其自身.
_OF_EACH = re.compile(r"占(?:了|到|着|据)?(?:各自|自己|自身|本身|本单位|其自身|各单位自)")
# The whole that is said is the department's: 占全局, 占总数, 占部门.
_OF_ALL = re.compile(r"占(?:了|到|着|据)?(?:整个|全|总|合计|总计|部门|大头)")


def unit_shares(desk: Desk, ask: Ask) -> Outcome | None:
    """The units chosen by their share, or each with its own; None where no units are meant.

    A line is of each unit's own total or of its own line that is said (哪个监狱的其他收入占比最低);
    all of a unit and what is said to be of all of them is of the department's (哪个监狱占全局的比例最高).
    """
    names = tuple(t for t in ask.terms if t.kind in ("name", "like"))
    said = [re.escape(t.text) for t in names] if names_units(desk, ask) else []
    kinds = any(re.search(_SOUGHT.format(one), ask.words) for one in said)
    meant = ask.entity == "unit" or ask.group == "body" or kinds
    ranked = ask.which and ask.inner in (Operation.MAX, Operation.MIN)
    told = ranked or ask.each or ask.group == "body"
    added = not told and ask.inner is None and ask.number is None and _are_added(ask, said)
    if not (added or (meant and told)) or ask.filters or len(ask.scope.departments) != 1:
        return None
    if ask.entity == "project" and kinds:
        return _none(desk)  # of projects of each, which are no line that was named: 各学校项目金额占收入
    line = tuple(t for t in ask.terms if t not in names)
    plain = replace(ask, operation=Operation.LIST, inner=None, entity="unit", base=(), base_scope=None, words="",
                    each=False, which=False, group=None)  # fmt: skip
    if added:
        return _of_all_of_them(desk, ask, plain, (*names, *line), line)
    parts = over_set(desk, replace(plain, terms=(*names, *line)))
    if parts.kind != "list" or not parts.found:
        return parts if parts.kind in ("clarification", "refusal") else _none(desk)
    own = bool(line) and line != ask.base and ask.base_scope is None and _OF_ALL.search(ask.words) is None
    shares = _of_their_own(desk, plain, (*names, *ask.base), parts) if own else None
    if shares is None and own and (ask.base or _OF_EACH.search(ask.words)):
        return _none(desk)  # of each one's own no whole is printed
    if shares is None:
        whole = _one_whole(desk, ask, plain, line, parts)
        shares = [(one, whole) for one in parts.found if one.value is not None and whole is not None]
    if not shares or any(base_of(whole) < base_of(one) for one, whole in shares):
        return _none(desk)
    made = [_share(desk, one, whole, line, ask.base) for one, whole in shares if base_of(whole)]
    if not made:
        return Outcome("refusal", message=say("answer.divided_by_zero", desk.language))
    return _told(desk, ask, parts, made)


def _are_added(ask: Ask, said: list[str]) -> bool:
    """Whether units are held together against a whole: 四所监狱占全局多少, 监狱加起来占几成, 除监狱外其余单位占几成."""
    if ask.entity == "unit" and not said and (ask.excluded or _BELOW_TOGETHER.search(ask.words)):
        return True
    several = (ask.said_count or 0) > 1 and any(re.search(_SOUGHT.format(one), ask.words) for one in said)
    return several or any(re.search(_TOGETHER.format(one), ask.words) for one in said)


def _of_all_of_them(desk: Desk, ask: Ask, plain: Ask, terms: tuple[Term, ...], line: tuple[Term, ...]) -> Outcome:
    """The units of a kind added up, as a share of the department's whole."""
    below = _BELOW.search(ask.words)
    words = below[0] if below is not None else ""  # by which the own office is no unit
    part = over_set(desk, replace(plain, operation=Operation.SUM, terms=terms, words=words))
    if part.kind != "figures":
        return part
    whole = _one_whole(desk, ask, replace(plain, said_count=None), line, part)
    if whole is None:
        return _none(desk)
    return divided(desk, part, Outcome("figures", found=[whole]), None)


def _of_their_own(desk: Desk, plain: Ask, whole: tuple[Term, ...], parts: Outcome) -> list[tuple[Found, Found]] | None:
    """Each part with the whole of its unit; None where one has none, or the line is all that is printed of units."""
    totals = over_set(desk, replace(plain, terms=whole))
    named = [(bare(whole.label), whole) for whole in totals.found if totals.kind == "list"]
    made = list[tuple[Found, Found]]()
    for one in parts.found:  # 甲监狱（各项目合计）
        own = max((w for w in named if bare(one.label).startswith(w[0])), key=lambda w: len(w[0]), default=None)
        if own is None or one.value is None:
            return None
        made.append((one, own[1]))
    return None if all(base_of(one) == base_of(whole) for one, whole in made) else made


def _one_whole(desk: Desk, ask: Ask, plain: Ask, line: tuple[Term, ...], parts: Outcome) -> Found | None:
    """The one whole that every unit is a part of; None where none is printed."""
    said = ask.base or line
    for terms in (said,) if said else (whole_of(ask, parts.found[0]), *((concept_term(c),) for c in TOTALS)):
        scope = ask.base_scope or ask.scope
        whole = looked_up(desk, replace(plain, operation=Operation.LOOKUP, entity=None, terms=terms, scope=scope))
        if whole.kind == "figures" and len(whole.found) == 1:
            return whole.found[0]
    return None


def _share(
    desk: Desk, one: Found, whole: Found, line: tuple[Term, ...], base: tuple[Term, ...]
) -> tuple[Found, Found, Found]:
    """A share, with its part and its whole."""
    named = unit = one.label if whole.label not in one.label else whole.label  # 甲监狱（各项目合计）
    if line:
        named = say("answer.line_of_set", desk.language, what=unit, line="、".join(t.text for t in line))
    own = say("answer.own_line", desk.language, line="、".join(t.text for t in base)) if base else ""
    other = whole.label if whole.label != unit else own or say("answer.own_total", desk.language)
    label = say("answer.share_of", desk.language, one=named, other=other)
    share = Found(label, percent(base_of(one), base_of(whole)), "%", [*one.sources, *whole.sources], True)
    return share, replace(one, label=named), replace(whole, label=other)


def _told(desk: Desk, ask: Ask, parts: Outcome, made: list[tuple[Found, Found, Found]]) -> Outcome:
    """The greatest or least share with what it was divided from, or all of them in order."""
    if ask.inner is not None:
        chosen = (max if ask.inner is Operation.MAX else min)(share.value or Decimal(0) for share, _, _ in made)
        best = [one for one in made if one[0].value == chosen]
        found = [f for one in best for f in one]
    else:
        best = sorted(made, key=lambda one: -(one[0].value or Decimal(0)))
        found = [share for share, _, _ in best]
    method = [division(part, whole) for _, part, whole in best]
    place = _place(desk, next((f for f in best[0][1:] if f.figure), best[0][1]))
    if ask.inner is not None:
        return narrowed(Outcome("figures", found=found, method=[*method, *parts.method], place=place))
    lead = say("answer.unit_shares", desk.language, place=place, count=len(found))
    return narrowed(Outcome("list", found=found, method=[*method, *parts.method], place=place, lead=lead))


def _place(desk: Desk, found: Found) -> str:
    """The department and year of the document a figure stands in."""
    if found.figure is None:
        return ""
    document = desk.library.holding(found.figure.document_id).document
    return place_of(document, found.figure.year, desk.language)


def _none(desk: Desk) -> Outcome:
    return Outcome("refusal", message=say("answer.not_comparable", desk.language))
