"""Several counts asked for at once that one quoted passage prints: each told as a figure, with the passage.

有几个科室，在职多少人、退休多少: the clause's words have to stand in the stretch of its own number, in a part behind it
where the parts add up to it (实有39人，其中行政21人、事业18人), and in no other number's; else it is only quoted.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from assistant.computing.figures.looking import Desk
from assistant.finding.evidence import Found, Outcome, Quote
from assistant.finding.heard import heard_in, is_counted_in
from assistant.plan import Plan
from assistant.understand.everyday.uncovered_words import naming_words
from assistant.understand.words.alike import contradicts, held
from assistant.understand.words.text import without
from ingest.messages import say
from ingest.wording.glyphs import bare
from ingest.wording.numbers import value_of

_CLAUSE = re.compile(r"[，,、；;。？?！!]")
_ASKS = re.compile(r"多少|(?<![这那好])几(?!乎)")
_EACH = re.compile(
    r"(?P<things>[^，,、；;。？?！!各分]{2,12}(?:[、和与及跟][^，,、；;。？?！!各分]{2,12})+)(?:各自?|分别)(?P<asks>(?:有|是)?(?:多少|几)[人名位个])"
)
_AND = re.compile(r"[、和与及跟]")
_OTHERWISE = re.compile(
    r"什么|啥|哪|谁|怎|咋|如何|为何|钱|元|多少万|几万|占|比|最|平均|加起来(?:是|有|共|一共)?(?:多少|几)[个名位]?人?$|剩|差"
)
_COUNT = re.compile(r"(?P<number>\d[\d,]*)(?P<unit>人次|批次|[人名位个家所辆台套户件场期次批处座间册条项])")
_STOPS = re.compile(r"[，,。；;：:、\n！!？?（）()]")
_SENTENCE = re.compile(r"[。；;\n]")
_LEADS_IN = re.compile(r"^(?:年末|年底|其中|现有|另有|共有|共)|(?:约|共|达|为|是|有)+$")
_WHOLE_OF_IT = re.compile(r"全(?:体|部|[省市区县镇乡局院校])(?!属|直|级)")
_HELD = 0.9


@dataclass(frozen=True, slots=True)
class _Number:
    """A number of a passage with the stretch that is its own, and the parts told behind it."""

    value: Decimal
    unit: str
    own: str
    parts: tuple[str, ...] = ()


def counts_told(desk: Desk, plan: Plan, outcomes: list[Outcome]) -> list[Outcome]:
    """The outcomes, or a figure for each count asked for where all they tell is one passage that prints each."""
    quotes = [quote for outcome in outcomes for quote in outcome.quotes]
    if len(outcomes) != 1 or outcomes[0].kind != "quotes" or len(quotes) != 1 or not quotes[0].sources:
        return outcomes
    clauses = [clause for clause in _CLAUSE.split(_each_apart(_without_bodies(plan))) if bare(clause)]
    if len(clauses) < 2 or not all(_ASKS.search(c) and not _OTHERWISE.search(c) for c in clauses):
        return outcomes
    numbers = _numbers(quotes[0].text)
    chosen = [_chosen(bare(_WHOLE_OF_IT.sub("", clause)), numbers) for clause in clauses]
    told = [number for number in chosen if number is not None]
    if len(told) < len(clauses) or len(set(told)) < len(told):
        return outcomes
    return [_figures(desk, quotes[0], told)]


def _each_apart(question: str) -> str:
    """A question with each of several things a clause of its own: 法官和助理各多少人 as 法官多少人，助理多少人."""
    return _EACH.sub(lambda m: "，".join(f"{thing}{m['asks']}" for thing in _AND.split(m["things"])), question)


def _without_bodies(plan: Plan) -> str:
    said = [body for ask in plan.asks for body in ask.scope.said]
    return without(plan.question, (*said, *plan.bodies))


def _numbers(text: str) -> list[_Number]:
    """The numbers of a passage; a number whose parts behind 其中 add up to it knows what they are called."""
    told: list[_Number] = []
    for sentence in _SENTENCE.split(text):
        counts = list(_COUNT.finditer(sentence))
        owns = [_own(sentence, counts, at) for at in range(len(counts))]
        for at, found in enumerate(counts):
            value = value_of(found["number"])
            told.append(_Number(value, found["unit"], owns[at], _parts(sentence, counts, owns, at)))
    return told


def _own(sentence: str, counts: Sequence[re.Match[str]], at: int) -> str:
    """What stands before a number, a bar, what follows it."""
    before = sentence[counts[at - 1].end() if at else 0 : counts[at].start()]
    after = sentence[counts[at].end() : counts[at + 1].start() if at + 1 < len(counts) else None]
    return bare(_STOPS.split(before)[-1]) + "|" + bare(_STOPS.split(after)[0])


def _parts(sentence: str, counts: Sequence[re.Match[str]], owns: Sequence[str], at: int) -> tuple[str, ...]:
    """The stretches of the numbers right behind 其中 or a bracket that add up to a number; () where none do."""
    opens = sentence[counts[at].end() : counts[at + 1].start()] if at + 1 < len(counts) else ""
    if not re.match(r"[，,]?其中|[（(]", opens):
        return ()
    whole, total = value_of(counts[at]["number"]), Decimal(0)
    for last in range(at + 1, len(counts)):
        if counts[last]["unit"] != counts[at]["unit"]:
            return ()
        total += value_of(counts[last]["number"])
        if total >= whole:
            return tuple(owns[at + 1 : last + 1]) if total == whole and last > at + 1 else ()
    return ()


def _chosen(clause: str, numbers: Sequence[_Number]) -> _Number | None:
    """The one number that holds all that a clause counts, none of another kind being counted beside it."""
    heard = heard_in(clause, ())
    if heard is None or not heard.words or heard.month or heard.price or heard.last_year or heard.bought:
        return None
    fits = [n for n in numbers if not heard.units or is_counted_in(n.unit, heard.units)]
    fits = [n for n in fits if _carries(n, heard.words, clause)]
    some = [n for n in fits if n.value]
    if len(some) == 1 < len(fits):
        return some[0] if all(n.unit == some[0].unit for n in fits) else None  # the other kinds count none
    if len(fits) > 1:
        fits = [n for n in fits if not _unsaid(n, heard.words)]
    return fits[0] if len(fits) == 1 else None


def _carries(number: _Number, words: Sequence[str], clause: str) -> bool:
    """Whether a number's stretch holds every word, or the parts that add up to it, all said, hold what it leaves."""
    left = [word for word in words if held(word, number.own) < _HELD]
    if len(left) == len(words) or any(contradicts(word, number.own) for word in words):
        return False
    told = all(any(held(word, part) >= _HELD for part in number.parts) for word in left)
    return not left or (told and all(_LEADS_IN.sub("", part.strip("|")) in clause for part in number.parts))


def _unsaid(number: _Number, words: Sequence[str]) -> tuple[str, ...]:
    """What a number's own stretch names that the clause does not say."""
    return naming_words(without(_LEADS_IN.sub("", number.own), words, "|"))


def _figures(desk: Desk, quote: Quote, told: Sequence[_Number]) -> Outcome:
    """The numbers with the passage they stand in."""
    found = []
    for number in told:
        before, _, after = number.own.partition("|")
        label = _LEADS_IN.sub("", _LEADS_IN.sub("", before)) + after
        found.append(Found(label or quote.heading, number.value, number.unit, list(quote.sources)))
    method = [say("answer.read_from_text", desk.language, page=quote.sources[0].page)]
    body = desk.library.holding(quote.sources[0].document_id).document.department
    return Outcome("figures", found=found, quotes=[quote], method=method, place=body or "")
