"""A clause of an English question taken apart: whose figures, of which years, held against what, on what condition."""

import re
from dataclasses import dataclass, field
from itertools import pairwise

from assistant.understand.english.pieces import Piece

ASKING = (
    "amount", "what", "count", "which", "listing", "why", "largest", "smallest", "average", "sum", "change", "increase",
    "decrease", "rate", "share", "ratio", "difference", "compare", "target", "purpose", "define", "section", "follow",
    "last_year", "opinion", "derive", "rank", "over", "manner",
)  # fmt: skip
TOPIC = ("of", "out of", "within", "among")  # a clause that begins so is the whole of all that follow
_OF_MONEY = re.compile(r"(?:contribution|payment|fee|expense|charge|bill|due|cost)s?")  # after what is paid for
_ENTERPRISES = ("中小企业", "小微企业")  # for whom a share of what is bought is reserved
#: Ways of buying, of several lines each.
WAYS = ("分散采购", "集中采购")
_BUYING = ("采购", "购置", "购买", "政府采购")
_POSTS = ("岗位", "职位")  # of a body as a whole: what it may employ
_ESTABLISHED = ("编制", "批准")
HELPING = frozenset(("does", "do", "did", "has", "had", "will", "is", "was"))
_CODE = r"[2-6]\d{2}(?:\d{2}){0,2}"  # of a line: class, section and item
_HELD_AGAINST = frozenset(("from", "over", "than", "vs", "versus", "against", "compared with", "compared to", "on"))


@dataclass(slots=True)
class Parts:
    """A clause taken apart."""

    pieces: list[Piece]
    bodies: list[str] = field(default_factory=list)
    years: list[str] = field(default_factory=list)
    basis: str | None = None
    stages: list[str] = field(default_factory=list)
    rest: list[Piece] = field(default_factory=list)
    conditions: list[str] = field(default_factory=list)

    def has(self, *kinds: str) -> bool:
        """Whether the clause has a piece of one of these kinds."""
        return any(p.kind in kinds for p in self.pieces)

    def says(self, *words: str) -> bool:
        """Whether the clause has one of these words."""
        return any(p.said.lower() in words for p in self.pieces)

    def text(self, kind: str) -> str:
        """The Chinese words of the first piece of a kind."""
        return next((p.text for p in self.pieces if p.kind == kind), "")

    @property
    def front(self) -> str:
        """Bodies and years, which come first in a Chinese question."""
        return "和".join(self.bodies) + "和".join(self.years)


def taken_apart(pieces: list[Piece]) -> Parts:
    """The parts of a clause."""
    parts = Parts([p for before, p in pairwise([Piece("stop", "", ""), *pieces]) if not _says_again(before, p)])
    compared = _compares_years(parts.pieces)
    walk = _Walk(parts, _with_meant(parts), compared)
    at = 0
    while at < len(walk.pieces):
        at = walk.take(at)
    _place_level(parts)
    walk.settle_basis()
    return parts


def _with_meant(parts: Parts) -> list[Piece]:
    """The pieces of a clause, with what words mean that other words stand beside."""
    pieces = parts.pieces = _without_again(parts)
    if not any(p.text in _ENTERPRISES for p in pieces):
        pieces = [Piece("empty", "", p.said) if p.text == "预留" else p for p in pieces]  # set aside
    if parts.has("count") and not any(p.kind in ("terms", "entity", "unknown") for p in pieces):
        parts.pieces = pieces = [Piece("terms", "编制", p.said) if p.text in _POSTS else p for p in pieces]
    if any(p.text in WAYS for p in pieces):  # purchases made through decentralised procurement
        parts.pieces = pieces = [Piece("empty", "", p.said) if p.text in _BUYING else p for p in pieces]
    if parts.has("increase", "decrease", "largest", "smallest"):  # functions that moved are no duties
        pieces = [Piece("entity", "功能科目", p.said) if p.said.lower() == "functions" else p for p in pieces]
    return pieces


def _without_again(parts: Parts) -> list[Piece]:
    """The pieces without what is said twice: the average per project, the department that was named, unfilled posts."""
    vacant = any(p.text == "缺编" for p in parts.pieces)
    named = parts.has("body")
    made: list[Piece] = []
    for at, piece in enumerate(parts.pieces):
        before, after = (parts.pieces[i : i + 1] for i in (max(at - 1, 0), at + 1))
        per = piece.text == "每" and any(p.kind == "entity" for p in after)
        again = (
            (per and parts.has("average"))
            or (piece.kind == "entity" and before[0].text == "每" and parts.has("average"))
            or (vacant and piece.text in _ESTABLISHED)
            or (named and piece.text == "部门" and _is_named_again(parts.pieces, at))
        )
        made.append(Piece("empty", "", piece.said) if again else piece)
    return made


def _is_named_again(pieces: list[Piece], at: int) -> bool:
    """Whether the department stands for the body that was named: how many cars did the department have."""
    said = [p.said.lower() for p in pieces[max(at - 2, 0) : at]]
    return said[-1:] == ["the"] and said[0] in HELPING and any(p.kind == "body" for p in pieces[:at])


class _Walk:
    """A clause walked through piece by piece, each put where it belongs."""

    def __init__(self, parts: Parts, pieces: list[Piece], compared: bool) -> None:
        self.parts = parts
        self.pieces = pieces
        self.compared = compared  # the later of two years is held against the earlier
        self.spent = ""  # the stage of the earlier of them
        self.held = ""  # the stage of what the year before is held against
        self._put = {"body": self._body, "year": self._year, "level": self._level, "stage": self._stage}

    def take(self, at: int) -> int:
        """Take the piece at a place; the place of the next."""
        piece, after = self.pieces[at], self.pieces[at + 1 : at + 3]
        if (put := self._put.get(piece.kind)) is not None:
            put(at)
            return at + 1
        if _is_condition(piece, after):
            return self._condition(at)
        if piece.kind == "number" and after and _is_its_unit(after[0]):
            return self._amount(at)
        if piece.kind == "over" and after and after[0].kind == "body":
            self.parts.rest.append(Piece("compare", "更低" if piece.text == "低于" else "更高", piece.said))
        elif piece.kind != "relative" or not (self.compared or _apposed(self.pieces[:at])):
            self.parts.rest.append(piece)  # but in 2025, the year before
        return at + 1

    def _body(self, at: int) -> None:
        self.parts.bodies.append(self.pieces[at].text)

    def _year(self, at: int) -> None:
        """A year asked about, or one that another is held against."""
        year, parts = self.pieces[at].text, self.parts
        before = next((p for p in reversed(self.pieces[:at]) if p.said.lower() != "in"), None)
        said = before.said.lower() if before is not None else ""
        against = said in _HELD_AGAINST or said.split(" ")[-1] in _HELD_AGAINST
        turned = said.startswith("compared") or parts.has("change", "increase", "decrease", "rate", "difference")
        if not self.compared and against and turned:
            parts.basis = f"比{year}"
        else:
            parts.years.append(year)

    def _level(self, at: int) -> None:
        """The level of a body named before: its own, or with all its units."""
        piece, bodies = self.pieces[at], self.parts.bodies
        if bodies:
            bodies[-1] = bodies[-1].removesuffix(piece.text) + piece.text
        else:
            self.parts.rest.append(piece)

    def _stage(self, at: int) -> None:
        """A stage asked about, or that of the year another is held against."""
        piece, before, parts = self.pieces[at], self.pieces[:at], self.parts
        if piece.said.lower() == "actually" and parts.has("count"):
            parts.rest.append(Piece("terms", "实有", piece.said))  # how many there actually are, not how many posts
        elif self.compared and before and _is_held_against(before):
            self.spent = _spent_then(piece, self.pieces)  # more than was spent in 2025
        elif before and _is_basis(before, parts.basis):
            self.held = _spent_then(piece, self.pieces)  # than last year's actual spending
        else:
            parts.stages.append(piece.text)

    def _condition(self, at: int) -> int:
        """A comparison with an amount: over 1 million yuan."""
        piece = self.pieces[at]
        amount, following = _amount_at(self.pieces, at + 1)
        under = "低于" if piece.said.lower() == "under" else "超过"
        self.parts.conditions.append((piece.text if piece.kind == "over" else under) + amount)
        return following

    def _amount(self, at: int) -> int:
        """An amount, or a comparison that is said behind it: 1 million yuan or more."""
        amount, following = _amount_at(self.pieces, at)
        if following < len(self.pieces) and self.pieces[following].kind == "over_after":
            self.parts.conditions.append(amount + self.pieces[following].text)
            return following + 1
        self.parts.rest.append(Piece("terms", amount, amount))
        return following

    def settle_basis(self) -> None:
        """What the clause is held against, once all of it is read."""
        parts = self.parts
        if self.compared:
            years = sorted(dict.fromkeys(parts.years))
            parts.years, parts.basis = [years[-1]], f"比{years[0]}{self.spent}"
        elif parts.has("last_year") and parts.basis is None:
            parts.basis = parts.text("last_year")
        if self.held and parts.basis is not None:
            parts.basis = parts.basis.removesuffix(self.held) + self.held


def _place_level(parts: Parts) -> None:
    """Give a level that stands before its body to it: the departmental budget of the bureau."""
    levels = [p for p in parts.rest if p.kind == "level"]
    if levels and parts.bodies:
        parts.bodies[0] += levels[0].text
        parts.rest = [p for p in parts.rest if p.kind != "level"]


def _spent_then(piece: Piece, pieces: list[Piece]) -> str:
    """The stage of the year held against: beside a budget, what was actually spent is printed as executed."""
    accounts = any(p.kind == "stage" and p.text == "决算" and p is not piece for p in pieces)
    return "执行数" if piece.text == "决算" and not accounts else piece.text


def _is_basis(before: list[Piece], basis: str | None) -> bool:
    """Whether what comes next is of last year, or of the year, that another is held against."""
    return before[-1].kind == "last_year" or (basis is not None and before[-1].kind == "year")


def _says_again(before: Piece, piece: Piece) -> bool:
    """Whether a word says no more than that what stands before it is paid: annuity contributions."""
    paid = before.kind == "terms" and before.text.endswith(("费", "支出", "补贴", "金", "工资", "补助"))
    return paid and _OF_MONEY.fullmatch(piece.said.lower()) is not None


def _apposed(before: list[Piece]) -> bool:
    """Whether a year stands right before: in 2025, the year before."""
    last = next((p for p in reversed(before) if p.kind not in ("stop", "empty", "preposition")), None)
    return last is not None and last.kind == "year"


def _is_held_against(before: list[Piece]) -> bool:
    """Whether what comes next is of the year that another is held against: over 2025's execution."""
    if len(before) < 2 or before[-1].kind != "year":
        return False
    return before[-2].said.lower().split(" ")[-1] in _HELD_AGAINST


def _is_condition(piece: Piece, after: list[Piece]) -> bool:
    """Whether a piece and the number after it are a condition; under 2010804 names a line by its code."""
    if not after or after[0].kind != "number":
        return False
    code = re.fullmatch(_CODE, after[0].text) and not (after[1:] and _is_its_unit(after[1]))
    return not code and (piece.kind in ("over", "against") or piece.said.lower() == "under")


def _is_its_unit(piece: Piece) -> bool:
    """Whether a piece is the unit of the number before it; 30201 in yuan says in which unit to answer."""
    return piece.kind == "unit" and not piece.said.lower().startswith("in ")


def _amount_at(pieces: list[Piece], index: int) -> tuple[str, int]:
    text = ""
    while index < len(pieces) and (pieces[index].kind == "number" or _is_its_unit(pieces[index])):
        text += pieces[index].text
        index += 1
    return text, index


def _compares_years(pieces: list[Piece]) -> bool:
    """Whether the later of two years is held against the earlier."""
    years = {p.text for p in pieces if p.kind == "year"}
    said = any(p.kind in ("change", "increase", "decrease", "rate", "difference", "against", "compare") for p in pieces)
    over = any(p.kind == "over" and q.kind == "year" for p, q in pairwise(pieces))
    return len(years) == 2 and (said or over)
