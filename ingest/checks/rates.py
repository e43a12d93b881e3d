"""Changes, growth rates and shares recomputed from the amounts beside them in the text."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from ingest.checks.book import Book, value_of
from ingest.checks.compare import base_half, base_of, finding, plain, verdict_of
from ingest.records.figure import Figure, Relation
from ingest.records.finding import Finding, Verdict
from ingest.wording.glyphs import bare
from ingest.wording.numbers import half_step, places

_HUNDRED = Decimal(100)


def recomputed_rates(book: Book, document_id: str) -> Iterator[Finding]:
    """Growth as printed against amount and change, and shares against their whole."""
    yield from _growth(book, document_id)
    yield from _shares(book, document_id)


def _growth(book: Book, document_id: str) -> Iterator[Finding]:
    for group in _groups(book.stated):
        amounts = [f for f in group if f.relation is Relation.AMOUNT]
        changes = [f for f in group if f.relation is Relation.CHANGE]
        rates = [f for f in group if f.relation is Relation.RATE]
        if len(rates) != 1 or len(changes) != 1 or not amounts:
            continue
        now = [f for f in amounts if f.year == rates[0].year and f.unit.kind is changes[0].unit.kind]
        if len({f.value for f in now}) == 1 and changes[0].basis == rates[0].basis:
            done = _growth_finding(document_id, now[0], changes[0], rates[0])
            if done is not None:
                yield done


def _growth_finding(document_id: str, amount: Figure, change: Figure, rate: Figure) -> Finding | None:
    before = base_of(amount) - base_of(change)
    if before <= 0:
        return None  # from nothing, no rate can be told
    computed = base_of(change) / before * _HUNDRED
    # Half a last place of the change, and of what it is divided by, move the rate this far.
    slack = (base_half(change) + abs(computed) / _HUNDRED * (base_half(amount) + base_half(change))) / before * _HUNDRED
    return _rate_finding("check.growth", document_id, computed, rate, slack, (rate, amount, change))


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
        wholes = amounts.get((shares[0].body, bare(shares[0].basis)), [])
        wholes = [w for w in wholes if (w.year, w.stage) == (own[0].year, own[0].stage)]
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
