"""One thing over several years together: what a form prints for the project's whole term, or every year said."""

import re

from assistant.computing.figures.looking import Desk, sights_of
from assistant.computing.figures.lookup import found_of
from assistant.computing.figures.whole_term import WHOLE_TERM
from assistant.finding.evidence import Found, Outcome
from assistant.finding.wanted import Candidate
from assistant.plan import Ask, Operation, Term, replace
from assistant.saying.refusals import year_words
from ingest.messages import say
from ingest.wording.chinese_numerals import parse_chinese

# What national forms print beside the year's total, for all the years a project runs.
_YEARS = re.compile(r"(?<![\d第])(?P<count>[二两三四五六七八九十]|[2-9])年(?!度?[预决]算|前|后|[来内]?[初底末])")
_PAST = re.compile(r"近|过去|以来|[上前这]两?[几一二三四五六七八九十\d]?年")
_BEGUN, _DONE = re.compile(r"开始|起始"), re.compile(r"完成|结束|终止|截止")
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")


def years_said(ask: Ask) -> int | None:
    """Over how many years a total is asked for: 三年总共多少, 近三年合计."""
    said = _YEARS.search(ask.words)
    if ask.scope.recent or said is None or ask.scope.years:
        return ask.scope.recent or None
    count = said["count"].replace("两", "二")
    number = int(count) if count.isdigit() else parse_chinese(count)
    return int(number) if number is not None and number > 1 else None


def whole_term(desk: Desk, ask: Ask) -> Outcome | None:
    """What a project's form prints for its whole term, where that is as many years as are said."""
    count = years_said(ask)
    past = ask.scope.recent and _PAST.search(ask.words)
    if count is None or ask.operation is not Operation.SUM or not ask.terms or past:
        return None
    total = Term(WHOLE_TERM[0], "like", None, tuple((name, 1.0) for name in WHOLE_TERM))
    scope = replace(ask.scope, every_year=False, recent=0)
    plain = replace(ask, operation=Operation.LOOKUP, terms=(*ask.terms, total), scope=scope)
    best = [s.choice.best for s in sights_of(desk, plain) if s.choice.best is not None]
    if len(best) != 1 or _runs(best[0]) != count:
        return None
    return Outcome("figures", found=[found_of(desk, plain, best[0])])


def _runs(candidate: Candidate) -> int | None:
    """How many years a project runs by the dates of its form."""
    texts = candidate.holding.texts.get(candidate.row.row.id, []) if candidate.row is not None else []
    begun = [int(y) for t in texts if _BEGUN.search(t.column) for y in _YEAR.findall(t.text)]
    done = [int(y) for t in texts if _DONE.search(t.column) for y in _YEAR.findall(t.text)]
    return done[0] - begun[0] + 1 if len(begun) == len(done) == 1 else None


def too_few_years(desk: Desk, ask: Ask, found: list[Found]) -> Outcome | None:
    """A refusal where a total over more years is asked for than the documents tell of."""
    count = years_said(ask)
    years = sorted({f.figure.year for f in found if f.figure is not None and f.figure.year is not None})
    if count is None or ask.operation is not Operation.SUM or not years or len(years) == count:
        return None
    message = say("answer.not_so_many_years", desk.language, said=count, years=year_words(years, desk.language))
    return Outcome("refusal", message=message)
