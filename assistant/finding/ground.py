"""What one document tells of the things named, whatever year or body is asked for, worked out once."""

from functools import partial
from typing import Any

from assistant.finding.classed import Costs
from assistant.finding.holdings import Holding, TableView
from assistant.finding.masks import within_reach
from assistant.finding.matching import label_cost, title_explains
from assistant.lexicon import implied
from assistant.plan import Term


class _LabelCosts(dict[str, tuple[float | None, ...]]):
    """What each of some terms costs on a label, told when the label is first met."""

    def __init__(self, terms: tuple[Term, ...]) -> None:
        self._terms = terms

    def __missing__(self, key: str) -> tuple[float | None, ...]:
        costs = self[key] = tuple([label_cost(term, key) for term in self._terms])
        return costs


class Ground:
    """A document and the terms that are looked for in it: their costs on its labels, the tables that may hold them."""

    def __init__(self, holding: Holding, terms: tuple[Term, ...]) -> None:
        self.holding = holding
        self.terms = terms
        self.asked = implied(frozenset(t.concept for t in terms if t.concept))
        self.costs_of: Costs = _LabelCosts(terms).__getitem__
        self._within: list[tuple[TableView, int]] | None = None
        self.searches: dict[str, Any] = {}  # table -> what its title and headers explain

    @property
    def within_reach(self) -> list[tuple[TableView, int]]:
        """The tables whose title, headers and rows together explain all terms, each with those its title says."""
        if self._within is None:
            titled = ((table, title_explains(self.terms, table)) for table in self.holding.tables)
            self._within = [
                (table, said)
                for table, said in titled
                if within_reach(self.terms, self.holding, table, said, self.costs_of)
            ]
        return self._within


def ground_of(holding: Holding, terms: tuple[Term, ...]) -> Ground:
    """The ground of some terms in a document."""
    return holding.once(terms, partial(Ground, holding, terms))
