"""The plan: what a question was taken to ask, typed, frozen and serialisable; shown to the person in words."""

from dataclasses import dataclass, fields, is_dataclass, replace
from decimal import Decimal
from enum import Enum, StrEnum


class Operation(StrEnum):
    """What is done with the selected figures."""

    LOOKUP = "lookup"
    CHANGE = "change"
    GROWTH = "growth"
    SHARE = "share"
    COMPLETION = "completion"
    DIFFERENCE = "difference"
    RATIO = "ratio"
    COMPARE = "compare"
    COUNT = "count"
    SUM = "sum"
    MEAN = "mean"
    MEDIAN = "median"
    MAX = "max"
    MIN = "min"
    TOP = "top"
    BOTTOM = "bottom"
    NTH = "nth"
    NTH_LAST = "nth_last"
    LIST = "list"
    HOLDERS = "holders"
    REASON = "reason"
    PURPOSE = "purpose"
    TARGET = "target"
    DEFINE = "define"
    TEXT = "text"


# What is chosen by its place in an order.
RANKS = (Operation.MAX, Operation.MIN, Operation.TOP, Operation.BOTTOM, Operation.NTH, Operation.NTH_LAST)
FIRST_OF = {Operation.MAX: Operation.TOP, Operation.MIN: Operation.BOTTOM}  # of one the rank of several
OVER_ALL = (Operation.SUM, Operation.MEAN, Operation.MEDIAN)  # of every member, where a rank is of some
MOVES = (Operation.CHANGE, Operation.GROWTH)
EVERY = 1000  # the number of a rank that puts all in order: 从高到低排一排
SET_OPERATIONS = frozenset(
    {
        Operation.COUNT,
        Operation.SUM,
        Operation.MEAN,
        Operation.MEDIAN,
        *RANKS,
        Operation.LIST,
    }
)
TEXT_OPERATIONS = frozenset({Operation.REASON, Operation.PURPOSE, Operation.DEFINE, Operation.TEXT})


OWN_LEVEL = "本级"  # a department's own office, as a thing left out


@dataclass(frozen=True, slots=True)
class Term:
    """A thing the question names: by concept, by a stored name, by code, or by names that resemble it."""

    text: str
    kind: str  # concept, name, code, like, either (one of several parts of a name), begins, ends
    concept: str | None = None
    names: tuple[tuple[str, float], ...] = ()
    within: bool = False  # said to stand in the name itself, not in what the row is under: 名称里带审计的

    @property
    def canonical(self) -> str:
        """What it stands for, whatever the wording."""
        return self.concept or (self.names[0][0] if self.names else self.text)


OF_MEAN = "of_mean"  # a condition whose value is the mean of the set it chooses from


@dataclass(frozen=True, slots=True)
class Filter:
    """A condition on the amounts (or, with ``on`` set, on an indicator's target, or against the mean of all)."""

    sign: str
    value: Decimal
    unit: str
    upper: Decimal | None = None
    on: str = "amount"


@dataclass(frozen=True, slots=True)
class Scope:
    """Where to look: departments (any of the keys of each mention), years, stage, kind of document."""

    departments: tuple[tuple[str, ...], ...] = ()
    said: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    relative_years: tuple[int, ...] = ()  # distances to the latest year: 去年 is -1
    stages: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()  # department, unit
    own_level: bool = False
    comprised: tuple[str, ...] = ()  # units said to be taken in by the document meant
    tier: str | None = None  # of a government's budget: whole (全市) or own (市本级)
    every_year: bool = False
    recent: int = 0  # the last so many years
    pairs: tuple[tuple[int, str], ...] = ()  # years said each with its own stage

    def body_by_body(self) -> "list[Scope]":
        """The scope of each body that was named, by itself."""
        named = zip(self.departments, self.said, strict=True)
        return [replace(self, departments=(keys,), said=(said,)) for keys, said in named]


@dataclass(frozen=True, slots=True)
class Ask:
    """One thing asked: an operation over what the terms select."""

    operation: Operation
    terms: tuple[Term, ...] = ()
    base: tuple[Term, ...] = ()  # the whole of a share, the other side of a difference
    context: tuple[Term, ...] = ()  # what an earlier clause spoke of; helps to choose, need not be explained
    entity: str | None = None
    filters: tuple[Filter, ...] = ()
    number: int | None = None
    basis_year: int | None = None
    basis: str | None = None  # last_year, execution, budget
    direction: str | None = None  # increase, decrease
    secret: bool | None = None
    level: int | None = None
    scope: Scope = Scope()
    excluded: tuple[Term, ...] = ()
    words: str = ""  # the clause, for text questions
    group: str | None = None
    on_indicators: bool = False  # counts or lists targets, or projects by their targets
    as_of: tuple[int, int] | None = None  # a state in this year and month; 0 is the newest year, -1 the one before
    either: bool = False  # one of the conditions is enough
    summed: bool = False  # a total was asked for; several rows that fit are added up
    inner: "Operation | None" = None  # the rank or list that says which part a share is of
    said_count: int | None = None  # how many the question takes for granted: 广州市府办的三个“专项工作经费”
    measure: str | None = None  # 辆: a count is asked for, not an amount
    which: bool = False  # the name is asked for, not the amount
    operands: tuple[tuple[Term, ...], ...] = ()  # named things to be added up
    base_scope: "Scope | None" = None  # where the whole of a share is, if not in the same place
    stated: tuple[Filter, ...] = ()  # amounts the question takes for granted: why did it grow by 27.20万元
    each: bool = False
    hints: tuple[str, ...] = ()  # words that have to stand beside the figure
    without: tuple[Term, ...] = ()  # columns said to be empty: 没有基本支出的科目
    alone: tuple[Term, ...] = ()  # columns said to carry the whole amount: 全靠单位资金的项目
    filled: tuple[Term, ...] = ()  # columns said to carry something each: 基本支出和项目支出都有的科目
    moved: str | None = None  # a set by its change: amount or rate
    per: str | None = None  # 人: what an amount is divided by before it is ranked
    picks: tuple[tuple[Operation, int | None], ...] = ()  # two members of a set, by rank, held against each other
    dropped: tuple[tuple[Operation, int | None], ...] = ()  # members left out by rank: 除了最大的
    of: "Operation | None" = None  # what of each body is ranked or compared: its share, change, growth, completion
    topic: str = ""  # the words before its clause that say what it is about: 今年要添的车里，…
    cause: str = ""  # what the sentences of its members must print as their reason: 人员调出
    side: str | None = None  # of a set by change, which amount each is told by: before or after

    @property
    def by_columns(self) -> bool:
        """Whether members are meant by which of their columns carry something."""
        return bool(self.without or self.alone or self.filled)


@dataclass(frozen=True, slots=True)
class Taken:
    """A change that the asker takes for granted beside what is asked: 今年降了两成多, 从11.9万降到3.4万.

    Amounts are ranges in 元, a rate one in percent, as the words round them.
    """

    words: str
    direction: str  # increase, decrease
    year: int | None = None  # the later year; None where it is the newest
    basis: str = "last_year"  # last_year, budget: the opening budget of the same year
    rate: bool = False
    by: tuple[Decimal, Decimal] | None = None
    before: tuple[Decimal, Decimal] | None = None
    after: tuple[Decimal, Decimal] | None = None


@dataclass(frozen=True, slots=True)
class Token:
    """A line of the account of words: a piece of the question and what it was taken for."""

    text: str
    taken_for: str


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything understood of a question; ``unexplained`` are the words that no part of it covers."""

    question: str
    language: str
    asks: tuple[Ask, ...]
    unit: str | None = None
    account: tuple[Token, ...] = ()
    unexplained: tuple[str, ...] = ()
    follow_set: bool = False
    pieces: tuple[str, ...] = ()  # words that name something, in the order said
    loose: tuple[str, ...] = ()  # those of them that may go unexplained
    gathered: tuple[str, ...] = ()  # names put together from pieces of the question
    scope: Scope = Scope()  # of the last clause, where no ask carries one
    table: str | None = None  # the number of the only table that is looked into: 表3-2里
    taken: tuple[Taken, ...] = ()  # changes held against the documents before anything is answered
    cause: str = ""  # that chooses the members of its set: 因人员调出而减少的科目
    side: str | None = None  # which amount of each member of a set by change is asked

    @property
    def bodies(self) -> tuple[str, ...]:
        """The names by which its asks say bodies."""
        return tuple(dict.fromkeys(said for ask in self.asks for said in ask.scope.said))


def as_data(value: object) -> object:
    """A plan, or a part of one, as JSON values; what is empty is left out."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Decimal):
        return format(value, "f")
    if is_dataclass(value) and not isinstance(value, type):
        found = {f.name: as_data(getattr(value, f.name)) for f in fields(value)}
        return {name: part for name, part in found.items() if part not in (None, "", [], {}, False)}
    if isinstance(value, tuple | list):
        return [as_data(part) for part in value]
    return value


__all__ = ["Ask", "Filter", "Operation", "Plan", "Scope", "Taken", "Term", "Token", "as_data", "replace"]
