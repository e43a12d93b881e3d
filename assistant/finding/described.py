"""Figures found by all that is printed about them, where no line is named word for word.

Every word that was said stands in the figure's row, its column, the rows above, its table or its clause, itself or
as another word for the same thing; the figure whose own row and column hold most is the nearest.
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from assistant.finding.beside import clause_of
from assistant.finding.holdings import Holding, RowView, TableView
from assistant.finding.labels import PROJECT_FORMS, relation_of
from assistant.finding.matching import code_cost, label_cost
from assistant.finding.narrow import narrow_cost, off_topic, outermost, topics_over
from assistant.finding.period import in_period, period_cost
from assistant.finding.row_bodies import fits_body
from assistant.finding.wanted import Candidate, Wanted
from assistant.lexicon import concepts, concepts_in, implied, is_fund, narrowing
from assistant.plan import Term
from assistant.understand.words.alike import held, wordings
from ingest.records.document import RowRole
from ingest.records.figure import Figure, Relation
from ingest.records.units import UnitKind
from ingest.wording.codes import FUNCTIONAL
from ingest.wording.glyphs import bare
from ingest.wording.units import unit_at

_MOST = 0.6
_OWN, _COLUMN, _BESIDE, _NEAR, _TITLE = 0.15, 0.2, 0.35, 0.45, 0.5
_NO_COLUMN = 3.0
_SHORT = 24  # characters of a cell that names what its row is; longer ones describe
_EVERYDAY_UNITS = ("平米", "平方", "块地")
_MEASURE = re.compile(r"(?:多少|几)\s*(?!钱|万|元|亿|资|金|经|预|块|千|百|支|收|费|款)([\u4e00-\u9fff]{1,3})")


def described_figures(
    holding: Holding, wanted: Wanted, hints: tuple[str, ...], words: str, least: int = 3
) -> list[Candidate]:
    """The figures of a document that hold every term and hint, cheapest first; ``words`` tell what is measured."""
    own = holding.set_of(wanted.bodies)
    if own is not None and (found := described_figures(own, replace(wanted, bodies=frozenset()), hints, words, least)):
        return found
    said: tuple[Term | str, ...] = (*wanted.terms, *hints)
    if not said or wanted.relation is not Relation.AMOUNT or sum(_reach(_text(one)) for one in said) < least:
        return []
    measure = _MEASURE.search(words)
    counted = measure is not None and (unit_at(words, measure.start(1)) or measure[1] in _EVERYDAY_UNITS)
    asked = implied(frozenset(t.concept for t in wanted.terms if t.concept))
    found = [c for table in holding.tables for c in _in_table(holding, table, wanted, said, asked)]
    found += _stated(holding, wanted, said, asked)
    found = [c for c in found if _measured(c.figure, measure[1] if measure is not None and counted else "")]
    found.sort(key=lambda c: (round(c.cost, 3), c.figure.page, c.figure.id))
    return found


def _in_table(
    holding: Holding, table: TableView, wanted: Wanted, said: tuple[Term | str, ...], asked: frozenset[str]
) -> Iterable[Candidate]:
    titled = [_cost(one, table.key, _TITLE) for one in said]
    open_words = (
        o for o, cost in zip(said, titled, strict=True) if cost is None or not (isinstance(o, Term) and o.concept)
    )
    length = sum(len(_text(one)) for one in open_words)
    single = sum(bool(row.cells) for row in table.rows) == 1 and table.table.kind not in PROJECT_FORMS
    spoken = asked | frozenset(c for one in said for c in concepts_in(bare(_text(one))))
    aside = off_topic(table.concepts, spoken, wanted.terms) > 0
    columns = [[_cost(one, "\n".join(c.keys), _COLUMN) for one in said] for c in table.columns]
    for row in table.rows:
        _, body = fits_body((), row, wanted, holding)
        if not row.cells or row.row.role is RowRole.NOTE or body is None:
            continue
        own, near = _row_costs(holding, row, said)
        whose = row.key in wanted.bodies  # a row named as the body asked about: its columns say what is counted
        if not any(c is not None for c in own) and (aside or not (single or row.is_total or whose)):
            continue  # the total of a subject of its own (三公, 采购) is of nothing else
        for index, figure in row.cells:
            column = table.columns[index]
            relation = relation_of(column.keys[-1]) if column.keys else Relation.AMOUNT
            if (
                figure.relation is not Relation.AMOUNT
                or relation is not Relation.AMOUNT
                or not in_period(figure, wanted, holding)
            ):
                continue
            costs = [_least(*options) for options in zip(own, near, titled, columns[index], strict=True)]
            if any(cost is None for cost in costs):
                continue
            naming = [_least(*options) is not None for options in zip(own, columns[index], strict=True)]
            # Half of what the title leaves open names the figure itself.
            if 2 * sum(len(_text(one)) for one, yes in zip(said, naming, strict=True) if yes) < length:
                continue
            cost = sum(c for c in costs if c is not None) + body + period_cost(figure, wanted, holding)
            if not column.is_total and not any(c is not None for c in columns[index]):
                cost += 0.2 if len(table.columns) == 1 else _NO_COLUMN
            narrow = outermost(narrowing(table.concepts | row.concepts | column.concepts) - asked)
            if _of_a_part(said, narrow - implied(spoken)):
                continue
            cost += narrow_cost(narrow)
            yield Candidate(figure, holding, table, row, column, cost, narrow, table.table.is_nil)


def _of_a_part(said: tuple[Term | str, ...], narrow: frozenset[str]) -> bool:
    """Whether nothing but a fund is named and a figure is of a part of it: 财政拨款 is no 政府性基金预算财政拨款."""
    named = [concepts_in(bare(_text(one))) for one in said]
    told = [implied(found) for found in named]
    funds = all(any(map(is_fund, f)) and all(is_fund(c) or _is_side(c) for c in f) for f in told)
    return funds and any(map(is_fund, narrow))


def _is_side(concept: str) -> bool:
    """Whether a concept is a side of the budget, or a fund on one side: 财政拨款支出."""
    one = concepts()[concept]
    return one.group == "side" or bool(one.made_of)


def _row_costs(
    holding: Holding, row: RowView, said: tuple[Term | str, ...]
) -> tuple[list[float | None], list[float | None]]:
    texts = holding.texts.get(row.row.id, ())
    around = bare("\n".join((*row.parents, row.body or "", *(t.text for t in texts if len(t.text) > _SHORT))))
    beside = bare("\n".join(t.text for t in texts if len(t.text) <= _SHORT))
    own, near = [], []
    for one in said:
        code = code_cost(one, row.code) if isinstance(one, Term) and one.kind == "code" else None
        named = None if _lesser_part(one, row) else _cost(one, row.key, _OWN)
        own.append(code if code is not None else _least(named, _cost(one, beside, _BESIDE)))
        near.append(_cost(one, around, _NEAR))
    return own, near


def _lesser_part(one: Term | str, row: RowView) -> bool:
    """Whether a row's name holds a word as its lesser part alone: an everyday word said otherwise in a class.

    看病 is no 行政事业单位医疗, which pays for the staff: what a hospital earns by it is another line.
    """
    said = bare(_text(one))
    if _is_left_of(row.key, said):
        return True
    if row.row.code_scheme != FUNCTIONAL or said in row.key:
        return False
    others = [word for word in wordings(said) if word in row.key]
    return bool(others) and 2 * max(map(len, others)) < len(row.key)


def _is_left_of(key: str, said: str) -> bool:
    """Whether a name is that of what the other parts leave of what is said: 其他社会保障缴费 of 社保缴费."""
    return key.startswith("其他") and key.removeprefix("其他") in (said, *wordings(said))


def _stated(
    holding: Holding, wanted: Wanted, said: tuple[Term | str, ...], asked: frozenset[str]
) -> Iterable[Candidate]:
    spoken = asked | frozenset(c for one in said for c in concepts_in(bare(_text(one))))
    for figure in holding.spoken:
        if figure.relation is not Relation.AMOUNT or not in_period(figure, wanted, holding) or wanted.bodies:
            continue
        key = bare(figure.label)
        own = [None if _is_left_of(key, bare(_text(one))) else _cost(one, key, _OWN) for one in said]
        if not any(cost is not None for cost in own):
            continue
        clause = clause_of(figure, holding)
        costs = [_least(cost, _cost(one, clause, _NEAR)) for cost, one in zip(own, said, strict=True)]
        if all(cost is not None for cost in costs):
            narrow = outermost(narrowing(concepts_in(key)) - asked)
            narrow |= topics_over(figure.column, spoken, wanted.terms)
            total = 0.3 + sum(c for c in costs if c is not None) + narrow_cost(narrow)
            yield Candidate(figure, holding, None, None, None, total + period_cost(figure, wanted, holding), narrow)


def _cost(one: Term | str, text: str, place: float) -> float | None:
    """What a text costs as the place of a word; None where it does not hold it."""
    if isinstance(one, Term):
        if one.kind == "code":
            return None
        cost = label_cost(one, text)
        if cost is not None:
            return place + 0.3 * cost
        if one.concept is not None:
            return place + 0.4 if one.concept in concepts_in(text) else None
    share = held(_text(one), text)
    return place + (1.0 - share) if share >= _MOST else None


def _text(one: Term | str) -> str:
    return one.text if isinstance(one, Term) else one


def _reach(word: str) -> int:
    """How much a word says: 法考 as much as the longest other word for it."""
    return max(map(len, wordings(word)))


def _least(*costs: float | None) -> float | None:
    return min((c for c in costs if c is not None), default=None)


def _measured(figure: Figure, measure: str) -> bool:
    """Whether a figure is in what the question counts by: 多少平米 asks for no money."""
    if not measure:
        return True
    if figure.unit.kind is UnitKind.MONEY:
        return False
    names = wordings(figure.unit.name)
    return any(measure.startswith(name) or name.startswith(measure[0]) for name in names)
