"""What a line gives for each unit, and over how many, as the sentence that tells its use does: 每亩补多少，补多少万亩.

Both stand in no row of a table. An amount of the whole line is no answer to what it gives for each.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from assistant.computing.figures.looking import Desk
from assistant.descriptive.places import Spot, sentences_of
from assistant.descriptive.quoting import quote_of
from assistant.finding.evidence import Found, Outcome, Quote
from assistant.finding.heard import without_times
from assistant.plan import Ask, Operation, Plan
from assistant.understand.everyday.uncovered_words import is_inert, naming_words
from assistant.understand.words.text import clauses_of, without, words_of
from ingest.messages import say
from ingest.records.units import UnitKind
from ingest.wording.glyphs import bare
from ingest.wording.numbers import value_of

_UNITS = "公里|平方米|立方米|公顷|亩|吨|株|头"
_EACH = re.compile(
    rf"(?:每|一)(?:一)?(?P<unit>{_UNITS})(?:地|树|牛|路)?[一-龥]{{0,6}}?(?:多少|几)(?:钱|块钱?|[万]?元)?|(?P<mean>亩)均[一-龥]{{0,4}}?(?:多少|几)(?:钱|[万]?元)?"
)
_OVER = re.compile(rf"(?:多少|几)(?P<scale>万)?(?P<unit>{_UNITS})")
_ASKS = re.compile(r"多少|几(?!乎)|什么|啥|哪|谁|怎|为何")
_TAIL = re.compile(r"(?:专项|补助|补贴|补偿|项目|工程|资金|经费|支出|预算)+$")
_MEASURE = re.compile(rf"(?:[每一]|万)(?:{_UNITS})|^(?:{_UNITS})$")
_ASKING = re.compile(r"(?:面积|补助?|补贴|补偿|配套|标准|安排|涉及|覆盖|实施|计划|做|要|给|资金|项目|经费|钱)+")
_NAMED = 4  # signs from which on a name tells one line from another
_PLAIN = (Operation.LOOKUP, Operation.TARGET, Operation.TEXT, Operation.COUNT, Operation.SUM, Operation.MEAN)


def spread_over(desk: Desk, plan: Plan, outcomes: list[Outcome]) -> list[Outcome]:
    """The outcomes, or what is given for each unit and over how many where a question asks only for these.

    A refusal where an amount of the whole line is all that was found of what each unit gets.
    """
    clauses = [c for c in clauses_of(words_of(plan.question).text) if _ASKS.search(c)]
    asked = [_EACH.search(c) or _OVER.search(c) for c in clauses]
    if not asked or not all(asked) or any(a.operation not in _PLAIN or a.filters for a in plan.asks):
        return outcomes
    if all(any(_tells(o, found) for o in outcomes) for found in asked if found is not None):
        return outcomes
    told = _told(desk, plan, [found for found in asked if found is not None])
    if told is not None:
        return [told]
    each = next((found for found in asked if found is not None and found.re is _EACH), None)
    if each is None or not any(_is_of_the_whole(outcome) for outcome in outcomes):
        return outcomes
    return [Outcome("refusal", message=say("describe.half", desk.language, asked=each[0]))]


def _tells(outcome: Outcome, asked: re.Match[str]) -> bool:
    """Whether an outcome has a number in the unit that is asked for, or for each of it."""
    unit = asked["unit"] or asked["mean"]
    if asked.re is _EACH:
        return any(re.search(rf"[每/]{unit}|{unit}均", found.label + found.unit) for found in outcome.found)
    return any(found.unit.endswith(unit) and "/" not in found.unit for found in outcome.found)


def _is_of_the_whole(outcome: Outcome) -> bool:
    """Whether an outcome is plain printed money of no unit: 360万元 for what each 亩 gets."""
    figures = [found.figure for found in outcome.found]
    money = [f for f in figures if f is not None and f.unit.kind is UnitKind.MONEY and f.unit.name.find("/") < 0]
    each = any(re.search("每|均|/", found.label + found.unit) for found in outcome.found)
    return outcome.kind == "figures" and len(money) == len(figures) > 0 and not each


def _told(desk: Desk, plan: Plan, asked: list[re.Match[str]]) -> Outcome | None:
    """Each number that is asked for, from one passage on the line; None where one is not told, or told in two ways."""
    ask = plan.asks[0] if plan.asks else Ask(Operation.LOOKUP, scope=plan.scope)
    names = _names(plan) or _told_before(desk)
    if not names or len(ask.scope.departments) != 1:
        return None
    whole = replace(ask, terms=(), context=(), hints=())
    ways: dict[tuple[tuple[Decimal, str], ...], tuple[str, Spot, int, int]] = {}
    for line, spot, start, end in _sentences(desk, whole, names):
        text = "".join(words_of(spot.passage.text[start:end]).text.split())
        values = [_value(found, text) for found in asked]
        numbers = tuple(value for value in values if value is not None)
        if len(numbers) == len(asked) and _is_of_it(spot, line, text) and _holds_all(plan, line, text):
            ways.setdefault(numbers, (line, spot, start, end))
    if len(ways) != 1:
        return None
    ((numbers, (line, spot, start, end)),) = ways.items()
    quote = quote_of(spot, start, end)
    labels = [f"{line}（{_said(found)}）" for found in asked]
    found = [
        Found(label, value, unit, list(quote.sources)) for label, (value, unit) in zip(labels, numbers, strict=True)
    ]
    method = [say("answer.read_from_text", desk.language, page=spot.passage.page)]
    document = spot.holding.document
    year = say("describe.year", desk.language, year=document.year) if document.year else ""
    place = f"{document.department or ''}{year}"
    return Outcome("figures", found=found, quotes=[Quote(quote.text, quote.sources)], method=method, place=place)


def _is_of_it(spot: Spot, line: str, text: str) -> bool:
    """Whether a number over which a line is spread stands beside its name, or in a text that is all of its row."""
    near = rf"{re.escape(line)}[^，,。；;、\d]{{0,10}}\d|\d万?(?:{_UNITS})[^，,。；;、\d]{{0,4}}{re.escape(line)}"
    return bool(spot.label) or re.search(near, text) is not None


def _holds_all(plan: Plan, line: str, text: str) -> bool:
    """Whether a sentence, or the name of its line, holds every word of the question but those that ask."""
    said = _OVER.sub("，", _EACH.sub("，", words_of(without_times(plan.question)).text))
    rest = without(bare(said), [*map(bare, plan.bodies), line], "|")
    words = [word for part in re.split(r"[|，,。；;？?]", rest) for word in naming_words(part)]
    return all(word in bare(text) or word in line or _ASKING.fullmatch(word) or is_inert(word) for word in words)


def _said(found: re.Match[str]) -> str:
    """What a number is of, as the question says it: 每亩, 亩."""
    if found.re is _EACH:
        return f"每{found['unit'] or found['mean']}"
    return f"{found['scale'] or ''}{found['unit']}"


def _names(plan: Plan) -> set[str]:
    """What the line is called, without the word for its money, by the terms of the question or the turn before it."""
    terms = [t for a in plan.asks for t in (*a.terms, *a.context) if not _MEASURE.match(t.text)]
    said = {name for t in terms for name, _ in t.names[:1]} | {_MEASURE.split(bare(t.text))[0] for t in terms}
    return {name for name in (_TAIL.sub("", bare(one)) for one in said) if len(name) >= _NAMED}


def _told_before(desk: Desk) -> set[str]:
    """What the line is called that the turn before told."""
    told = [f for outcome in (desk.told[-1] if desk.told else ()) for f in outcome.found]
    labels = {_TAIL.sub("", bare(f.figure.label)) for f in told if f.figure is not None}
    return {label for label in labels if len(label) >= _NAMED} if len(labels) == 1 else set()


def _sentences(desk: Desk, ask: Ask, names: set[str]) -> Iterator[tuple[str, Spot, int, int]]:
    """The sentences that name the line, and those told of a row that bears its name, each with that name."""
    for holding, passage, start, end, said in sentences_of(desk, ask):
        row = holding.rows.get(passage.row_id or "")
        told = said + (row.key if row is not None else "")
        if line := max((name for name in names if name in told), key=len, default=""):
            yield line, Spot(holding, passage, row.row.label if row is not None else ""), start, end


def _value(asked: re.Match[str], text: str) -> tuple[Decimal, str] | None:
    """The one number of a sentence that is asked for, with its unit; None where there are none or several."""
    unit = asked["unit"] or (asked["mean"] if asked.re is _EACH else "")
    if asked.re is _EACH:
        pattern = rf"(?:每{unit}|{unit}均)[一-龥]{{0,8}}?(?P<number>\d[\d,.]*)(?P<unit>万?元)"
    else:
        pattern = rf"(?P<number>\d[\d,.]*)(?P<unit>万?{unit})"
    found = {(value_of(m["number"]), m["unit"]) for m in re.finditer(pattern, text)}
    return next(iter(found)) if len(found) == 1 else None
