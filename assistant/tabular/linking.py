"""Which of many tables a question is about: by the place and period in their titles, their headers, their cells.

Tables with the same headers are one family (a table a month, a district, a year); what all titles of a family share
tells the family, what differs tells its tables apart.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from assistant.tabular.naming import NOTHING, Named, Words, pieces, weights_among
from assistant.tabular.periods import Period, holds
from assistant.tabular.shelf import Card

_LOOKED_AT = 40  # families looked at closely
_CLEARLY, _PARTLY = 0.7, 0.4  # share of what is a title's own that a question has to say


@dataclass(slots=True)
class Family:
    """Tables with the same headers."""

    heads: tuple[str, ...]
    cards: list[Card]
    shared: tuple[str, ...] = ()  # pieces of most titles
    own: dict[str, tuple[str, ...]] = field(default_factory=dict)  # card -> pieces of its title alone
    weights: dict[str, float] = field(default_factory=dict)
    head_weights: dict[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Link:
    """Tables of one family that a question leads to, and the places of the question they account for."""

    cards: tuple[Card, ...]
    places: frozenset[int]
    by_period: bool  # the period is told by the titles


class Links:
    """The families of a store's tables, with an index from pieces of titles and headers."""

    def __init__(self, cards: Iterable[Card]) -> None:
        grouped: dict[tuple[str, ...], list[Card]] = {}
        for card in cards:
            grouped.setdefault(card.heads, []).append(card)
        self._families = [_family(heads, own) for heads, own in grouped.items()]
        self._of_piece: dict[str, set[int]] = defaultdict(set)
        self._cards_of: list[dict[str, set[str]]] = []
        self._by_document: dict[str, set[int]] = defaultdict(set)
        for number, family in enumerate(self._families):
            index: dict[str, set[str]] = defaultdict(set)
            for card in family.cards:
                self._by_document[card.document_id].add(number)
                for piece in family.own[card.id]:
                    index[piece].add(card.id)
            for piece in {*index, *family.shared, *(p for head in family.heads for p in pieces(head))}:
                self._of_piece[piece].add(number)
            self._cards_of.append(index)

    def links(self, words: Words, periods: Sequence[Period], held: Mapping[str, frozenset[str]]) -> list[Link]:
        """The tables a question may be about, what accounts for most of it first."""
        numbers: Counter[int] = Counter()
        for piece in words.pieces():
            families = self._of_piece.get(piece, ())
            for number in families:
                numbers[number] += 1
        for key, documents in held.items():
            for number in {n for document in documents for n in self._by_document.get(document, ())}:
                numbers[number] += len(key)
        if len(self._families) <= _LOOKED_AT:
            chosen = list(range(len(self._families)))
        else:
            chosen = [n for n, _ in sorted(numbers.items(), key=lambda item: (-item[1], item[0]))[:_LOOKED_AT]]
        found = [link for n in chosen if (link := self._link(n, words, periods, held)) is not None]
        return sorted(
            found, key=lambda link: (-len(link.places), not link.by_period, len(link.cards), link.cards[0].id)
        )

    def _link(
        self, number: int, words: Words, periods: Sequence[Period], held: Mapping[str, frozenset[str]]
    ) -> Link | None:
        family = self._families[number]
        places = set(words.said(family.shared, {}).places)
        cards = self._titled(number, words, held)
        dated = [card for card in cards if card.periods]
        by_period = False
        if periods and dated:
            fitting = [card for card in dated if any(holds(periods, period) for period in card.periods)]
            if not fitting:
                return None
            cards, by_period = fitting, True
            places |= words.period_places
        elif dated and len(dated) == len(cards) and len({card.periods for card in cards}) > 1:
            cards = _latest(cards, held)
        if not cards:
            return None
        for name in (_best(words, family, card) for card in cards[:8]):
            places |= name.places
        documents = {card.document_id for card in cards}
        for key, holders in held.items():
            if holders & documents:
                places |= words.all_places(key)
        for head in family.heads:
            named = words.named(head, family.head_weights)
            if named.share >= _PARTLY / 2:
                places |= named.places
        return Link(tuple(cards), frozenset(places), by_period)

    def _titled(self, number: int, words: Words, held: Mapping[str, frozenset[str]]) -> list[Card]:
        """The tables of a family whose titles a question names; those that hold what it names where it names none."""
        family = self._families[number]
        index = self._cards_of[number]
        near = {card for piece in words.pieces() for card in index.get(piece, ())}
        plain = [card for card in family.cards if not family.own[card.id]]
        named: dict[tuple[str, ...], Named] = {}
        members: dict[tuple[str, ...], list[Card]] = {}
        for card in family.cards:
            if card.id in near:
                own = family.own[card.id]
                if own not in named:
                    named[own] = words.said(own, family.weights)
                members.setdefault(own, []).append(card)
        for least in (_CLEARLY, _PARTLY):
            chosen: list[tuple[str, ...]] = []
            claimed: frozenset[int] = frozenset()
            for own, said in sorted(named.items(), key=lambda item: (-item[1].weight * item[1].share, item[0])):
                if said.share >= least and (not chosen or len(said.places - claimed) >= 2):
                    chosen.append(own)
                    claimed |= said.places
            if chosen:
                return [card for own in chosen for card in members[own]]
        if plain:
            return plain
        counts = _named_in(held)
        mine = [card for card in family.cards if counts[card.document_id]]
        best = max((counts[card.document_id] for card in mine), default=0)
        holding = [card for card in mine if counts[card.document_id] == best]
        return holding or (family.cards if len(family.cards) == 1 else [])


def _family(heads: tuple[str, ...], cards: list[Card]) -> Family:
    made = Family(heads, cards)
    counts = Counter(piece for card in cards for piece in set(pieces(card.subject)))
    many = len(cards) >= 3
    made.shared = tuple(piece for piece, count in counts.items() if many and count * 10 >= len(cards) * 9)
    for card in cards:
        made.own[card.id] = tuple(piece for piece in pieces(card.subject) if piece not in made.shared)
    made.weights = weights_among(card.subject for card in cards)
    made.head_weights = weights_among(heads)
    return made


def _best(words: Words, family: Family, card: Card) -> Named:
    own = family.own[card.id]
    return words.said(own, family.weights) if own else NOTHING


def _named_in(held: Mapping[str, frozenset[str]]) -> Counter[str]:
    """How many characters of a question each document holds in the texts of its cells."""
    counts: Counter[str] = Counter()
    for key, documents in held.items():
        for document in documents:
            counts[document] += len(key)
    return counts


def _latest(cards: list[Card], held: Mapping[str, frozenset[str]]) -> list[Card]:
    """Of tables of several periods those of the last in which what is named is found."""
    counts = _named_in(held)
    best = max(counts[card.document_id] for card in cards)
    cards = [card for card in cards if counts[card.document_id] == best]
    last = max(max(card.periods, key=lambda p: (p[0], p[1] or 0)) for card in cards)
    return [card for card in cards if last in card.periods]
