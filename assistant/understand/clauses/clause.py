"""One clause of a question: everything it says, before anything is decided of it."""

from dataclasses import dataclass, field

from assistant.plan import Filter, Operation, Term
from assistant.understand.words.spans import Span

SET_ROLES = {
    "sum": Operation.SUM,
    "count": Operation.COUNT,
    "mean": Operation.MEAN,
    "median": Operation.MEDIAN,
    "max": Operation.MAX,
    "min": Operation.MIN,
    "list": Operation.LIST,
}


@dataclass(slots=True)
class Clause:
    """What one clause says; ``parts`` are its enumerated things, each a list of terms."""

    start: int
    end: int
    words: str
    tokens: list[Span]
    put: bool = False  # a question mark stands behind it
    parts: list[list[Term]] = field(default_factory=list)
    whole: list[Term] = field(default_factory=list)  # after 占
    drawn: list[Term] = field(default_factory=list)  # what pays the part of a share: 有几成是从专项经费里列的
    excluded: list[Term] = field(default_factory=list)
    operators: list[str] = field(default_factory=list)
    filters: list[Filter] = field(default_factory=list)
    stated: list[Filter] = field(default_factory=list)
    number: int | None = None
    ranked: str | None = None
    entity: str | None = None
    years: list[int] = field(default_factory=list)
    relative: list[int] = field(default_factory=list)
    basis_year: int | None = None
    basis: str | None = None
    mentions: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)
    places: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)
    stages: list[str] = field(default_factory=list)
    kinds: list[str] = field(default_factory=list)
    own_level: bool = False
    comprised: list[str] = field(default_factory=list)  # units that the document meant takes in
    tiers: list[str] = field(default_factory=list)  # 全市, 市本级 of a government's budget
    secret: bool = False
    level: int | None = None
    unit: str | None = None
    follow: set[str] = field(default_factory=set)
    amount_said: bool = False
    budget_said: bool = False
    in_final: bool = False  # 决算里: the document looked into
    amount_first: bool = False
    each: bool = False
    every_year: bool = False
    occupies: bool = False
    weak: list[Term] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    hints: list[str] = field(default_factory=list)  # words that name something no span covers
    open_only: bool = False
    year_said: int | None = None  # the year said last, for the stage that follows it
    topic: str = ""  # the words of the clauses before it that only say what it is about
    as_of: tuple[int, int] | None = None  # 截至2025年底: year and month; 0 the newest, -1 the one before
    summed: bool = False
    said_count: int | None = None
    of_kind: bool = False  # 四所监狱: units told by a word of their names
    sorted: str | None = None
    documents_said: set[str] = field(default_factory=set)
    whole_mentions: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)
    pairs: list[tuple[int, str]] = field(default_factory=list)
    strangers: list[str] = field(default_factory=list)  # bodies the store does not know: 宁波市 + 司法局
    recent: int = 0
    which: bool = False
    without: list[Term] = field(default_factory=list)  # after 没有
    alone: list[Term] = field(default_factory=list)  # after 全靠
    filled: list[Term] = field(default_factory=list)  # before 都有
    picks: list[tuple[str, int | None]] = field(default_factory=list)  # ranks in the order said
    dropped: list[tuple[str, int | None]] = field(default_factory=list)  # ranks after 除了, before 去掉
    denied: bool = False  # 没有 with nothing named after it
    direction: str | None = None  # which way a change or gap is said to go
    against: "Clause | None" = None  # the other side of a comparison, where it has things or places of its own
    inner: list[Term] = field(default_factory=list)  # said before 里: what the rest is a part of

    def stages_at(self, year: int) -> bool:
        """Whether a stage was already said for a year."""
        return any(y == year for y, _ in self.pairs)

    @property
    def terms(self) -> list[Term]:
        """All terms of the clause, in order."""
        return [term for part in self.parts for term in part]


def mentioned(clause: Clause, token: Span) -> bool:
    """Whether the body a token stands for is named already."""
    return any(keys == token.value for _, keys in clause.mentions)


def mention(clause: Clause, token: Span, whole: bool) -> None:
    """Note a body that a clause names, once; of the whole of a share apart."""
    keys = tuple(token.value) if isinstance(token.value, tuple) else ()
    if clause.occupies or (whole and clause.mentions):
        clause.whole_mentions.append((token.text, keys))
    elif not (keys and mentioned(clause, token)):  # 农业农村局2026年某某区农业农村局…: one body, said twice
        clause.mentions.append((token.text, keys))
