"""A line as a part of what it is elsewhere: 今年占去年的百分之几, 甲局的是乙局的几成. No share of a whole."""

import re

from assistant.plan import Ask, Operation, Scope, replace

_OF_YEAR = re.compile(
    r"(?:占|是|为|相当于|等于)(?:了|到)?(?:[去上]一?年|前年|20\d\d年?)度?的?(?:年初|同期|全年)?(?:预算|决算|执行|实际)?[数额]?的?"
    r"(?:百分之|几成|多少|多大|百分比|比[例重]|几分之)"
)
_OF_BODY = (
    r"(?:占|是|为|合|相当于|等于)(?:了|到)?(?:{bodies})的?(?:{lines})?的?(?:预算|经费|支出)?的?"
    r"(?:百分|几成|多大比|比[例重]|几分之)"
)
_SHARES = (Operation.SHARE, Operation.GROWTH)


def of_elsewhere(ask: Ask) -> Ask:
    """The ask as one year by another or one body by another, where no more is said to be the whole."""
    return of_another_year(_of_another_body(ask))


def _of_another_body(ask: Ask) -> Ask:
    """The ask as one body's line by the same line of another, where the other is all that is said to be the whole."""
    other = ask.base_scope
    sided = ask.operands or ask.picks or ask.scope.pairs or ask.entity or ask.inner or ask.filters
    if ask.operation not in _SHARES or len(ask.terms) != 1 or sided or other is None:
        return ask
    elsewhere = len(other.said) == 1 and other.departments != ask.scope.departments and not other.kinds
    bodies, lines = (re.escape(said) for said in (other.said[0] if other.said else "", ask.terms[0].text))
    same = not ask.base or {t.concept or t.text for t in ask.base} == {t.concept or t.text for t in ask.terms}
    if not elsewhere or not same or not re.search(_OF_BODY.format(bodies=bodies, lines=lines), ask.words):
        return ask
    return replace(ask, operation=Operation.RATIO, base=ask.terms, basis=None)


def of_another_year(ask: Ask) -> Ask:
    """The ask as one year by the other, where the year is all that is said to be the whole."""
    sided = ask.base or ask.base_scope or ask.operands or ask.picks or ask.scope.pairs or ask.entity
    if ask.operation not in _SHARES or len(ask.terms) != 1 or sided or not _OF_YEAR.search(ask.words):
        return ask
    scopes = _two_years(ask.scope)
    if scopes is None:
        return ask
    now, then = scopes
    return replace(ask, operation=Operation.RATIO, base=ask.terms, scope=now, base_scope=then, basis=None)


def _two_years(scope: Scope) -> tuple[Scope, Scope] | None:
    """The year that is asked about and the one it is held against, which is said last."""
    years, relative = scope.years, scope.relative_years
    if (len(years), len(relative)) in ((2, 0), (0, 2)):
        now, then = (replace(scope, years=years[at:][:1], relative_years=relative[at:][:1]) for at in (0, 1))
        return now, then
    if (len(years), len(relative)) == (0, 1) and relative[0] < 0:
        return replace(scope, relative_years=(relative[0] + 1,)), scope
    return None
