"""The code printed beside a name, or the project behind a code: 购房补贴的功能科目编码是什么, 编码…是哪个项目."""

import re
from dataclasses import replace

from assistant.answer import SourceRef
from assistant.computing.figures.looking import Desk, holdings_of
from assistant.finding.evidence import Outcome, Quote
from assistant.finding.holdings import Holding, RowView
from assistant.lexicon import concepts
from assistant.plan import Plan
from assistant.understand.door import asks_figures
from ingest.messages import say
from ingest.wording.glyphs import bare

_CODE = r"(?:编码|代码|编号|科目号)"
_SUBJECT = r"(?P<{}>功能|经济|项目)?(?:支出)?(?:分类)?(?:科目)?的?"
_ASKED = re.compile(
    rf"(?<!邮政)(?<!信用){_SUBJECT.format('first')}{_CODE}(?:又|到底|究竟)?(?:是|为|叫|写)?(?:什么|多少|几|啥|哪[个一]|[？?]|$)"
    rf"|(?:什么|哪个|哪一个|多少){_SUBJECT.format('second')}{_CODE}"
)
_CALLED = re.compile(
    r"(?:是|属于?|对应|指|代表|说)的?(?:又|到底|究竟)?(?:哪一?个|哪|什么|啥)(?:的)?(?:项目|专项)(?:的?(?:名称?|名字))?|"
    r"(?:项目|专项)(?:的?名[称字]|又?叫)(?:是|叫)?(?:什么|啥|哪个)|叫(?:做|个)?(?:什么|啥)(?:项目|名字?|专项)?"
)
_SCHEMES = {"功能": ("functional",), "经济": ("department_economic", "government_economic"), "项目": ("project",)}
_ANY = ("functional", "department_economic", "government_economic", "project")
_SURE = 0.95  # how like a name has to be to be that name
_MOST = 6


def code_asked(desk: Desk, plan: Plan) -> Outcome | None:
    """The codes printed beside the one thing named; None where no code is asked for."""
    asked = _ASKED.search(plan.question)
    if asked is None or not plan.asks:
        return None
    ask, said = plan.asks[0], bare(plan.question)
    schemes = _SCHEMES.get(asked["first"] or asked["second"] or "", _ANY)
    rows = [(h, row) for h, _ in holdings_of(desk, ask) for table in h.tables for row in table.rows]
    bodies = {key for keys in ask.scope.departments for key in keys}
    coded = [(h, row) for h, row in rows if row.key not in bodies and _code(row, schemes) is not None]
    names = {row.key for _, row in coded if row.key in said}
    most = {name for name in names if not any(name != other and name in other for other in names)}
    most = most or {row.key for _, row in coded if row.key in _names(plan)}
    told = {row.row.code: _quote(h, row) for h, row in reversed(coded) if row.key in most}
    if len(most) != 1 or len(told) > _MOST:
        return Outcome("refusal", message=say("answer.words_left", desk.language, asked=asked[0].strip("的？?")))
    lead = say("answer.row_code", desk.language, row=next(iter(most)), place="、".join(ask.scope.said))
    return Outcome("quotes", quotes=list(reversed(told.values())), lead=lead)


def named_by_code(desk: Desk, plan: Plan) -> Outcome | None:
    """The name of the one project that bears the code a question says; None where no name is asked of a code."""
    ask = plan.asks[0] if len(plan.asks) == 1 else None
    if ask is None or len(ask.terms) != 1 or ask.terms[0].kind != "code" or plan.unexplained or ask.hints:
        return None
    if ask.filters or ask.picks or ask.stated or asks_figures(bare(plan.question)):
        return None
    if not _CALLED.search(bare(plan.question)):
        return None
    said = ask.terms[0].text.lower()
    told: dict[str, Quote] = {}
    for holding, _ in holdings_of(desk, ask):
        for row in (row for table in holding.tables for row in table.rows):
            if row.row.code_scheme == "project" and (row.row.code or "").lower() == said:
                told.setdefault(row.key, replace(_quote(holding, row), text=row.row.label))
    if len(told) != 1:
        return None
    lead = say("answer.code_row", desk.language, code=said.upper(), place="、".join(ask.scope.said))
    return Outcome("quotes", quotes=list(told.values()), lead=lead)


def _quote(holding: Holding, row: RowView) -> Quote:
    """A row's code, with where it stands."""
    own, document = row.row, holding.document
    table = row.table.table.title if row.table is not None else None
    code = own.code or ""
    text = own.printed_label if code in own.printed_label else f"{code} {own.label}"
    place = (document.id, document.file_name, document.title, own.page, table)
    return Quote(code, [SourceRef(*place, f"{code} {own.label}", None, text, own.box)], own.label)


def _names(plan: Plan) -> frozenset[str]:
    """The names, in comparison form, that the things asked about are surely meant by."""
    terms = [term for ask in plan.asks for term in ask.terms]
    told = {name for t in terms for name in (t.text, *(n for n, score in t.names if score >= _SURE))}
    told |= {word for t in terms if t.concept for word in concepts()[t.concept].words}
    return frozenset(map(bare, told))


def _code(row: RowView, schemes: tuple[str, ...]) -> str | None:
    """The code of a row, if it is of a kind asked for; none that the classification gives to another name."""
    code, own = row.row.code, row.row
    if not code or own.code_scheme not in schemes:
        return None
    line = concepts().get(("f" if own.code_scheme == "functional" else "e") + code)
    return None if line is not None and row.key not in map(bare, line.words) else code
