"""Which tier of a government's budget a figure is of: told by its row, its column, its table's title, its sentence."""

import re
from collections.abc import Sequence

from assistant.finding.choose import Choice, same_value
from assistant.finding.holdings import Holding, TableView
from assistant.finding.wanted import Candidate
from ingest.wording.glyphs import bare
from ingest.wording.names import strip_enumerator
from ingest.wording.tiers import Tier, level_of, tier_in, tier_named

_WITH_TOWNS = re.compile(r"乡(?:[（(]?镇[）)]?)?(?:街道)?[、和及与]\s*[省市县区州旗盟]本?级")
_NEAR = 1.2  # a figure of the other tier that costs so little more is meant as well


def tier_of(candidate: Candidate) -> Tier | None:
    """The tier of a figure; None where it is of no government, or of a place or matter that has none."""
    holding = candidate.holding
    level = holding.level
    if level is None:
        return None
    if candidate.table is None:
        return _of_sentence(candidate, level)
    row = candidate.row.key if candidate.row is not None else ""
    path = candidate.column.path if candidate.column is not None else ()
    return tier_of_cell(candidate.table, row, path, level)


def tier_of_cell(table: TableView, row: str, path: Sequence[str], level: str) -> Tier | None:
    """The tier of a table's cell: its row's own, its column's, the tier in its row's label or its title."""
    own = tier_named(row, level)
    if own is not None:
        return own
    for key in path:
        if (named := tier_named(bare(key), level)) is not None:
            return named
    if any(tier_named(r.key, level) for r in table.rows):
        return None  # a row beside them is a place below
    if row.startswith((f"全{level}", f"{level}本级")):
        return tier_in(row[:4], level)
    return tier_in(table.key, level)


def _of_sentence(candidate: Candidate, level: str) -> Tier | None:
    """The tier said last before a figure in its passage."""
    figure = candidate.figure
    own = tier_in(bare(figure.label), level)
    if own is not None:
        return own
    passage = candidate.holding.passage_of(figure)
    text = passage.text if passage is not None else ""
    said: Tier | None = None
    for line in text.split("\n"):
        key = bare(line)
        if strip_enumerator(line)[0] is not None:
            said = None  # 2.市本级收支预算…; 3.主要支出安排情况… is of something else
        at = key.find(bare(figure.text))
        said = tier_in(key if at < 0 else key[:at], level) or said
        if at >= 0:
            return said
    return None


def has_tiers(holding: Holding) -> bool:
    """Whether a document prints tiers at all."""
    return holding.level is not None and any(tier_in(t.key, holding.level) for t in holding.tables)


def of_tier(found: list[Candidate], tier: str | None) -> list[Candidate]:
    """The candidates of a tier asked for; all where none is asked, and those of documents that print no tiers."""
    if tier is None:
        return found
    return [
        c
        for c in found
        if tier_of(c) == tier
        or (c.holding.level is not None and not has_tiers(c.holding))
        or (c.holding.level is None and _of_page(c) == tier)
    ]


def _of_page(candidate: Candidate) -> Tier | None:
    """The tier that a page of one matter tells of (某某省级三公经费公开): by its sentence or title."""
    document = candidate.holding.document
    level = level_of(document.department or "")
    if level is None:
        return None
    passage = candidate.holding.passage_of(candidate.figure)
    if passage is not None and _WITH_TOWNS.search(passage.text):
        return Tier.WHOLE  # 各乡（镇）、县本级: both together
    said = _of_sentence(candidate, level) if candidate.table is None else None
    said = said or tier_in(bare(document.title), level)
    told = {tier_in(bare(p.text), level) for p in candidate.holding.passages} - {None} if said is None else set()
    return told.pop() if len(told) == 1 else said


def of_no_other_tier(found: list[Candidate], tier: str | None) -> list[Candidate]:
    """The candidates that are not told to be of the other tier."""
    return [c for c in found if tier is None or (tier_of(c) or _of_page(c)) in (None, tier)]


def both_tiers(found: list[Candidate], choice: Choice, asked: str | None) -> Choice:
    """The choice, or both tiers as options where the question says neither and the figure is printed for both."""
    best = choice.best
    if asked is not None or best is None or (own := tier_of(best)) is None:
        return choice
    for other in found:
        if other.cost > best.cost + _NEAR:
            break
        tier = tier_of(other)
        if tier is not None and tier != own and other.figure.amount is not None and _alike(best, other):
            if same_value(best.figure, other.figure):
                return choice
            return Choice(None, [], sorted((best, other), key=lambda c: tier_of(c) != Tier.WHOLE))
    return choice


def _alike(one: Candidate, other: Candidate) -> bool:
    """Whether two figures are of the same year and stage."""
    return one.figure.year == other.figure.year and one.figure.stage is other.figure.stage
