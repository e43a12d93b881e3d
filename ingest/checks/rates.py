"""Changes, growth rates and shares recomputed from the amounts beside them in the text."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from ingest.checks.book import Book, value_of
from ingest.checks.compare import base_half, base_of, finding, verdict_of
from ingest.records.document import Stage
from ingest.records.figure import Figure, Relation
from ingest.records.finding import Finding, Verdict
from ingest.records.units import UnitKind
from ingest.wording.glyphs import bare
from ingest.wording.numbers import half_step, places, plain
from ingest.wording.periods import calendar_years

_HUNDRED = Decimal(100)


def recomputed_rates(book: Book, document_id: str) -> Iterator[Finding]:
    """Growth as printed against amount and change, and shares against their whole."""
    yield from _growth(book, document_id)
    yield from _shares(book, document_id)
    yield from _basis_years(book, document_id)


def _growth(book: Book, document_id: str) -> Iterator[Finding]:
    for group in _groups(book.stated):
        amounts = [f for f in group if f.relation is Relation.AMOUNT and f.unit.kind is UnitKind.MONEY]
        changes = [f for f in group if f.relation is Relation.CHANGE]
        rates = [f for f in group if f.relation is Relation.RATE]
        if len(rates) > 1 or len(changes) > 1 or not amounts:
            continue
        if not rates and not changes:
            continue
        said = (rates or changes)[0]
        now = [f for f in amounts if f.year == said.year]
        if len({f.value for f in now}) != 1 or not base_of(now[0]):
            continue
        past = _past(amounts, said)
        if changes and past is not None:
            yield _change_finding(document_id, now[0], past, changes[0])
        if rates and changes and changes[0].basis == rates[0].basis:
            before = base_of(now[0]) - base_of(changes[0])
            slack = base_half(now[0]) + base_half(changes[0])
            yield from _growth_finding(document_id, before, slack, now[0], rates[0], (now[0], changes[0]))
        elif rates and not changes and past is not None:
            yield from _growth_finding(document_id, base_of(past), base_half(past), now[0], rates[0], (now[0], past))


def _past(amounts: Sequence[Figure], said: Figure) -> Figure | None:
    """The amount that a change or rate is measured against, where the text states just one of the year before."""
    year = said.year - 1 if said.year is not None else None
    found = [f for f in amounts if f.year == year and year is not None]
    basis = said.basis or ""
    named = str(year) in basis or basis.startswith(("上", "去", "前"))
    return found[0] if named and len({f.value for f in found}) == 1 else None


def _change_finding(document_id: str, now: Figure, past: Figure, change: Figure) -> Finding:
    computed = base_of(now) - base_of(past)
    verdict = verdict_of(computed, base_of(change), base_half(now) + base_half(past) + base_half(change))
    scale = change.unit.scale
    expected, found = computed / scale, base_of(change) / scale
    return finding("check.change", document_id, verdict, expected, found, change.unit.name, (change, now, past))


def _growth_finding(
    document_id: str, before: Decimal, off: Decimal, now: Figure, rate: Figure, from_: Sequence[Figure]
) -> Iterator[Finding]:
    if before <= 0:
        return  # from nothing, no rate can be told
    computed = (base_of(now) - before) / before * _HUNDRED
    # Half a last place of the amounts above and below the line moves the rate this far.
    slack = (base_half(now) + off + abs(computed) / _HUNDRED * off) / before * _HUNDRED
    yield _rate_finding("check.growth", document_id, computed, rate, slack, (rate, *from_))


def _rate_finding(
    rule: str, document_id: str, computed: Decimal, printed: Figure, slack: Decimal, figures: Sequence[Figure]
) -> Finding:
    value = value_of(printed)
    shown = computed.quantize(Decimal(1).scaleb(-max(places(value), 2)))
    verdict = verdict_of(computed, value, half_step(value) + slack)
    if verdict is Verdict.ROUNDING:
        verdict = Verdict.HOLDS  # a rate is always rounded; only a wrong one is worth telling
    elif verdict is Verdict.FAILS and abs(computed - value) <= half_step(value) * 2 + slack:
        verdict = Verdict.ROUNDING  # cut off instead of rounded
    found = finding(rule, document_id, verdict, shown, value, "%", figures)
    return Finding(found.id, document_id, rule, verdict, plain(shown), format(value, "f"), "%", found.figure_ids)


def _basis_years(book: Book, document_id: str) -> Iterator[Finding]:
    """A budget is compared with an earlier year; 2026年预算…比2026年预算增加 is a slip of the pen."""
    for figure in book.stated:
        if figure.relation is not Relation.CHANGE or figure.stage is not Stage.BUDGET or figure.year is None:
            continue
        years = [span.year for span in calendar_years(figure.basis or "")]
        if len(years) == 1 and years[0] is not None and years[0] >= figure.year:
            past, told = Decimal(figure.year - 1), Decimal(years[0])
            yield finding("check.basis_year", document_id, Verdict.FAILS, past, told, "年", (figure,))


def _shares(book: Book, document_id: str) -> Iterator[Finding]:
    amounts: dict[tuple[str | None, str], list[Figure]] = defaultdict(list)
    for figure in book.stated:
        if figure.relation is Relation.AMOUNT:
            amounts[figure.body, bare(figure.label)].append(figure)
    for group in _groups(book.stated):
        shares = [f for f in group if f.relation is Relation.SHARE]
        own = [f for f in group if f.relation is Relation.AMOUNT]
        if len(shares) != 1 or not shares[0].basis or len({f.value for f in own}) != 1:
            continue
        # 占基本支出的85% after 一般公共预算基本支出…，其中：the whole of the list is meant.
        inside, named = bare("".join(own[0].column[-1:])), bare(shares[0].basis)
        wholes = amounts.get((shares[0].body, inside if inside.endswith(named) else named), [])
        # 本年收入 is also said of one fund: a whole smaller than the part is another whole's amount.
        wholes = [
            w for w in wholes if (w.year, w.stage) == (own[0].year, own[0].stage) and base_of(w) >= base_of(own[0])
        ]
        if len({base_of(w) for w in wholes}) == 1 and base_of(wholes[0]) > 0:
            computed = base_of(own[0]) / base_of(wholes[0]) * _HUNDRED
            slack = (base_half(own[0]) + base_half(wholes[0])) / base_of(wholes[0]) * _HUNDRED
            yield _rate_finding("check.share", document_id, computed, shares[0], slack, (shares[0], own[0], wholes[0]))


def _groups(stated: Sequence[Figure]) -> Iterator[list[Figure]]:
    """Figures of one label said one after another in one passage."""
    group: list[Figure] = []
    for figure in stated:
        if group and (figure.label, figure.passage_id, figure.body) != (
            group[-1].label,
            group[-1].passage_id,
            group[-1].body,
        ):
            yield group
            group = []
        group.append(figure)
    if group:
        yield group
