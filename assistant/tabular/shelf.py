"""The tables that are no budget: a card of each at once, the cells of those that a question leads to."""

import json
import re
from collections import OrderedDict
from dataclasses import dataclass, field
from functools import cached_property

from sqlalchemy import Engine, select

from assistant.tabular.periods import Period, periods_in, without_periods
from ingest.records.grid import PlainGrid
from ingest.stores import schema
from ingest.stores.codec import to_grid
from ingest.stores.names import NameKind, Names
from ingest.tables.grids import layout_of
from ingest.tables.layout import Layout
from ingest.wording.glyphs import bare

_KEPT_CELLS = 600_000  # about 200 MB; of tables looked at longest ago the cells are read again when needed


@dataclass(frozen=True)
class Card:
    """What tells one table from another without its cells: title, headers, the period it is of."""

    id: str
    document_id: str
    file_name: str
    title: str
    heads: tuple[str, ...]

    @cached_property
    def periods(self) -> tuple[Period, ...]:
        """The periods its title names."""
        return periods_in(self.title)

    @cached_property
    def subject(self) -> str:
        """The title without its periods."""
        return without_periods(self.title)


@dataclass(slots=True)
class OpenTable:
    """A table with its cells and its layout."""

    card: Card
    grid: PlainGrid
    layout: Layout
    kept: dict[str, object] = field(default_factory=dict)  # what was worked out of it, for the next question


class TableShelf:
    """The loose tables of a store; read anew where the data changed."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._names = Names(engine)
        self._cards: dict[str, Card] = {}
        self._open: OrderedDict[str, OpenTable] = OrderedDict()
        self._held = 0

    def refresh(self) -> None:
        """Read the cards anew."""
        grids, documents = schema.grids.c, schema.documents.c
        query = select(grids.id, grids.document_id, documents.file_name, grids.title, grids.heads)
        query = query.join(schema.documents, documents.id == grids.document_id).order_by(documents.file_name, grids.id)
        with self._engine.connect() as connection:
            rows = connection.execute(query).all()
        self._cards = {
            row[0]: Card(row[0], row[1], row[2], row[3] or _stem(row[2]), tuple(json.loads(row[4]))) for row in rows
        }
        self._open, self._held = OrderedDict(), 0

    @property
    def cards(self) -> dict[str, Card]:
        """Every table by id, in the order of their files."""
        return self._cards

    @cached_property
    def document_ids(self) -> frozenset[str]:
        """The documents that these tables are of."""
        return frozenset(card.document_id for card in self._cards.values())

    def holders(self, words: str) -> dict[str, frozenset[str]]:
        """Texts of cells that stand word for word in a question, longest first, with the documents that hold them."""
        names, uses = schema.names.c, schema.name_uses.c
        found: dict[str, set[str]] = {}
        hits = [hit for hit in self._names.inside(words, (NameKind.CELL,)) if not bare(hit.name).isdigit()]
        by_name = {hit.name: bare(hit.name) for hit in hits}
        query = select(names.name, uses.document_id).join(schema.name_uses, uses.key == names.key)
        query = query.where(names.kind == NameKind.CELL.value, names.name.in_(sorted(by_name)))
        with self._engine.connect() as connection:
            for name, document in connection.execute(query) if by_name else ():
                found.setdefault(by_name[name], set()).add(document)
        return {key: frozenset(found[key]) for key in sorted(found, key=lambda key: (-len(key), key))}

    def open(self, card: Card) -> OpenTable:
        """A table with its cells."""
        made = self._open.get(card.id)
        if made is not None:
            self._open.move_to_end(card.id)
            return made
        with self._engine.connect() as connection:
            row = connection.execute(select(schema.grids).where(schema.grids.c.id == card.id)).mappings().one()
        grid = to_grid(dict(row))
        layout = layout_of(grid.rows, grid.columns, grid.cells)
        made = OpenTable(card, grid, layout)
        self._open[card.id] = made
        self._held += len(grid.cells)
        while self._held > _KEPT_CELLS and len(self._open) > 1:
            _, oldest = self._open.popitem(last=False)
            self._held -= len(oldest.grid.cells)
        return made


def _stem(file_name: str) -> str:
    return re.sub(r"\.\w{1,5}$", "", file_name)
