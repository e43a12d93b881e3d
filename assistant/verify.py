"""The last gate: every number of an answer is found in its evidence, or the answer is not given."""

import re
from collections.abc import Collection
from decimal import Decimal

from assistant.answer import Answer, AnswerKind
from assistant.plan import Plan
from ingest.messages import say
from ingest.wording.numbers import value_of

_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")


def verified(answer: Answer, plan: Plan, years: Collection[int] = (), choices: Collection[str] = ()) -> Answer:
    """The answer where every figure has its sources and every number its place; else a refusal that says so.

    ``years`` are those of the stored documents, which need not stand on the page of a figure; ``choices`` are the
    records a question back on a part of the question offers, by whose codes its words tell them apart.
    """
    if answer.kind in (AnswerKind.REFUSAL, AnswerKind.CLARIFICATION):
        return answer
    for figure in answer.figures:
        if not figure.sources or any(not 0 <= s < len(answer.sources) for s in figure.sources):
            return _withheld(answer, plan)
        if not figure.computed and not _printed(figure.value, answer, figure.sources):
            return _withheld(answer, plan)
    if not _all_told(answer, plan, years, choices):
        return _withheld(answer, plan)
    for item in answer.items:
        if any(not 0 <= s < len(answer.sources) for s in item.sources):
            return _withheld(answer, plan)
    return answer


def _all_told(answer: Answer, plan: Plan, years: Collection[int], choices: Collection[str]) -> bool:
    """Whether every number in the words stands in a figure, a source, the question or the number of the lines.

    How many choices a part asks back is counted as lines are; so is the number of places quoted: 同名的有3处.
    """
    listed = max(len(answer.items) + len(answer.figures) + 1, len(choices))
    quoted = sum(line.startswith("“") for line in answer.text.splitlines())
    known: set[tuple[int, ...]] = {_digits(str(n)) for n in (*range(1, listed + 1), quoted)}
    known |= {
        _digits(format(v, "f"))
        for v in (*(f.value for f in answer.figures), *(i.value for i in answer.items))
        if v is not None
    }
    known |= {_digits(str(year)) for year in years}
    told = [
        plan.question,
        answer.method,
        *choices,
        *(f.label for f in answer.figures),
        *(i.label for i in answer.items),
    ]
    for source in answer.sources:
        told += [
            source.text,
            source.title,
            source.document,
            source.table or "",
            source.row or "",
            source.column or "",
            str(source.page),
        ]
    for ask in plan.asks:
        told += [str(year + step) for year in (*ask.scope.years, ask.basis_year or 0) for step in (-1, 0, 1)]
        told += [format(c.value, "f") for c in (*ask.filters, *ask.stated)]
        told += [format(c.value / 10_000, "f") for c in ask.filters] + [
            format((c.upper or Decimal(0)) / 10_000, "f") for c in ask.filters
        ]
        told += [format(c.upper, "f") for c in ask.filters if c.upper is not None]
    known |= {_digits(match.group()) for text in told for match in _NUMBER.finditer(text.replace("，", ","))}
    spoken = {_digits(match.group()) for match in _NUMBER.finditer(answer.text.replace("，", ","))}
    return all(number in known or number == (0,) for number in spoken)


def _digits(text: str) -> tuple[int, ...]:
    return value_of(text).normalize().as_tuple().digits


def _printed(value: Decimal, answer: Answer, places: tuple[int, ...]) -> bool:
    """Whether a printed value stands in one of its sources, in its own unit or a converted one."""
    wanted = value.normalize().as_tuple().digits
    for place in places:
        text = answer.sources[place].text
        if value == 0:
            return True
        for match in _NUMBER.finditer(text.replace("，", ",").replace(" ", "")):
            printed = value_of(match.group())
            if printed.normalize().as_tuple().digits == wanted:
                return True
    return False


def _withheld(answer: Answer, plan: Plan) -> Answer:
    return Answer(AnswerKind.REFUSAL, say("answer.withheld", plan.language), plan=answer.plan)
