"""One operation over the members of a set: counted, listed, ranked, added up, with the set named in the answer."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from assistant.computing.arithmetic.aggregate import aggregated, over_chosen, sliced
from assistant.computing.figures.looking import Desk
from assistant.computing.rows.members import Member, Population, come_to_stated, not_so_many
from assistant.computing.rows.named_apart import named_apart
from assistant.computing.rows.population import as_found
from assistant.computing.rows.printed_totals import printed_total
from assistant.computing.sets.picked import without_dropped
from assistant.finding.evidence import Found, Outcome, source_of
from assistant.lexicon import is_fund
from assistant.plan import EVERY, OF_MEAN, OVER_ALL, Ask, Operation, replace
from assistant.saying.wordings import condition_words
from ingest.messages import say

# 最大的一笔是什么，多少钱 asks for the thing, which its amount stands beside.
_ASKS_THE_THING = re.compile(
    r"最[大多高贵小少低][的]?(?:那)?一?[笔项个样件]?(?:是|叫|为)(?:什么|啥)"
    r"|(?:最[大多高贵小少低]|第[一二两三四五六七八九十\d]+)的?[^，,。？?额钱数]{0,8}(?:叫做?|名[称字]是)(?:什么|啥)"
)


@dataclass(frozen=True, slots=True)
class _Work:
    """The members an operation is done over, without those left out, and whose they are."""

    desk: Desk
    ask: Ask
    members: list[Member]
    amounts: list[Member]  # those with an amount
    ordered: list[Member]  # the largest first
    whose: Population
    method: list[str]

    def said(self, key: str, **values: object) -> str:
        """A message in the language of the answer."""
        return say(key, self.desk.language, **values)

    def named(self, key: str, **values: object) -> str:
        """A message that names the set: its condition, its place, what its members are."""
        condition = condition_words(self.ask, self.desk.language)
        return self.said(key, condition=condition, place=self.place, noun=self.whose.noun, **values)

    @property
    def place(self) -> str:
        """Whose the members are, with the year that all of them are of."""
        years = {m.candidate.figure.year for m in self.members}
        year = next(iter(years)) if len(years) == 1 else None
        if year is None or not self.whose.place or str(year) in self.whose.place:
            return self.whose.place
        return self.said("answer.place_in_year", place=self.whose.place, year=year)


def over_members(desk: Desk, ask: Ask, members: list[Member], whose: Population) -> Outcome:
    """The outcome of an operation over the members of a set."""
    if _are_not_as_many(ask, members) and not _says_the_whole(ask, whose):
        return not_so_many(desk.language, ask.said_count or 0, members)
    work = _work(desk, ask, members, whose)
    if ask.operation is Operation.COUNT and not ask.each:
        return _counted(work)
    return _BY_OPERATION.get(ask.operation, _added_up)(work)


def _work(desk: Desk, ask: Ask, members: list[Member], whose: Population) -> _Work:
    """The members in order, without those that a question leaves out."""
    said = say(
        "answer.set_from", desk.language, table=whose.table, page=whose.page, count=len(members), noun=whose.noun
    )
    amounts = [m for m in members if m.base is not None]
    ordered = sorted(amounts, key=lambda m: (-(m.base or Decimal(0)), m.label, m.candidate.figure.id))
    if ask.dropped:
        amounts = members = ordered = without_dropped(ask, ordered)
    return _Work(desk, ask, members, amounts, ordered, whose, [said])


def _are_not_as_many(ask: Ask, members: list[Member]) -> bool:
    """Whether a number was said of the members (四个监狱的) that is not theirs, where all of them are worked over."""
    if not ask.said_count or ask.filters:
        return False
    if ask.said_count in (len(members), len(members) + len(ask.excluded)):
        return False  # 五个项目中除甲项目外: of all there are, or of those that are left
    every = (
        ask.operation in (Operation.TOP, Operation.BOTTOM) and ask.number == EVERY and ask.entity in ("unit", "project")
    )
    over_all = ask.operation in (*OVER_ALL, Operation.LIST)
    return (ask.entity == "project" or bool(ask.terms)) and (every or over_all)


def _says_the_whole(ask: Ask, whose: Population) -> bool:
    """Whether the number said is of all there are to choose from: 6家单位里有哪几家."""
    chosen = re.search(r"哪|(?<![\d一二两三四五六七八九十])几[家个]|多少[家个]", ask.topic + ask.words)
    return ask.entity == "unit" and whose.whole == ask.said_count and chosen is not None


def _counted(work: _Work) -> Outcome:
    """How many there are."""
    sources = [source_of(m.candidate.figure, m.candidate.holding) for m in work.members]
    label = work.named("answer.count_of")
    count = Found(label, Decimal(len(work.members)), work.said("answer.piece"), sources, True)
    return Outcome("figures", found=[count], method=work.method)


def _listed(work: _Work) -> Outcome:
    """All of them, in the order printed; what passes a limit, the largest first."""
    ask, members = work.ask, work.members
    if ask.operation is Operation.LIST and ask.stated and not come_to_stated(ask, members):
        return Outcome("refusal", message=work.said("answer.not_so_much"))
    if any(f.on in ("amount", OF_MEAN) for f in ask.filters):
        members = [*work.ordered, *(m for m in members if m.base is None)]
    lead = work.named("answer.listed", count=len(members))
    return Outcome("list", found=named_apart(work.desk, ask, members), lead=lead, method=work.method)


def _first_so_many(work: _Work) -> Outcome:
    """The first so many by amount, and what they come to where that is asked for too."""
    desk, ask = work.desk, work.ask
    chosen = sliced(work.ordered, ask.operation, ask.number)
    if not chosen:
        return Outcome("refusal", message=work.said("answer.no_amounts"))
    out = Outcome("list", found=named_apart(desk, ask, chosen, work.members), method=work.method)
    if len(chosen) > 1 and (over := over_chosen(ask.words)) is not None:
        these = work.said("answer.these", count=len(chosen))
        worked = aggregated(desk, replace(ask, operation=over), out.found, these)
        if worked.kind == "figures":
            return replace(worked, found=[*worked.found, *out.found], method=[*work.method, *worked.method])
    if ask.number and len(work.ordered) < ask.number < EVERY:
        out.lead = work.said("answer.only", count=len(work.ordered), noun=work.whose.noun)
    elif len(chosen) > 1:
        all_of = "all_" if ask.number == EVERY and len(chosen) == len(work.ordered) else ""
        key = f"answer.{all_of}{'largest' if ask.operation is Operation.TOP else 'smallest'}_first"
        out.lead = work.named(key, count=len(chosen))
    return out


def _one_by_rank(work: _Work) -> Outcome:
    """The one of a rank; of the highest and lowest all that share the amount."""
    desk, ask, ordered = work.desk, work.ask, work.ordered
    chosen = sliced(ordered, ask.operation, ask.number)
    if not chosen:
        message = work.said("answer.too_few", count=len(ordered), number=ask.number or 0)
        return Outcome("refusal", message=message)
    if ask.operation in (Operation.MAX, Operation.MIN):
        chosen = [m for m in ordered if m.base == chosen[0].base]
    found = named_apart(desk, ask, chosen, ordered)
    if ask.which or _ASKS_THE_THING.search(ask.words):
        return Outcome("list", found=found, method=work.method)
    place = work.place + ("：" if desk.language == "zh" else ": ")
    return Outcome("figures", found=found, method=work.method, place=place)


def _added_up(work: _Work) -> Outcome:
    """What they come to together or on average; the total a table prints of just these goes first."""
    desk, ask = work.desk, work.ask
    limited = ask.filters or ask.excluded or ask.dropped or ask.secret is not None
    if ask.operation is Operation.SUM and not limited:
        printed = printed_total(desk, ask, work.members, work.whose.noun)
        if printed is not None:
            return printed
    found = [as_found(desk, ask, m) for m in work.amounts]
    named = work.named("answer.set_named", count=len(work.amounts))
    if ask.entity == "unit" and (line := next((t for t in ask.terms if t.concept and not is_fund(t.concept)), None)):
        named = work.said("answer.line_of_set", what=named, line=line.text)  # 四个监狱的公务接待费合计
    out = aggregated(desk, ask, found, named)
    out.method = [*work.method, *out.method]
    return out


_BY_OPERATION: dict[Operation, Callable[[_Work], Outcome]] = {
    Operation.LIST: _listed,
    Operation.COUNT: _listed,  # of each
    Operation.TOP: _first_so_many,
    Operation.BOTTOM: _first_so_many,
    Operation.MAX: _one_by_rank,
    Operation.MIN: _one_by_rank,
    Operation.NTH: _one_by_rank,
    Operation.NTH_LAST: _one_by_rank,
}
