"""What a paragraph states, and what its reader keeps in mind between clauses."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from ingest.narrative import clause_patterns as spoken
from ingest.narrative.mentions import Mention
from ingest.narrative.subjects import Subject, is_a_side, is_other_side, without_tier
from ingest.records.document import Stage
from ingest.records.figure import Relation
from ingest.records.units import Unit, UnitKind
from ingest.wording.periods import stage_in, years_in


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing a sentence says: an amount, or how it stands to another; offsets are of the paragraph's text."""

    label: str
    relation: Relation
    value: Decimal
    unit: Unit
    start: int
    end: int
    year: int | None = None  # written out; None is the document's own year
    relative: int | None = None
    stage: Stage | None = None
    basis: str | None = None
    whole: str | None = None  # the subject it is a part of (其中)
    code: str | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class OrphanReason:
    """A reason whose change stands in another sentence; ``label`` is what it says it is of, empty where it does not."""

    label: str
    reason: str
    said: str = ""  # its words for the change: 减少


@dataclass(frozen=True, slots=True)
class Told:
    """What a paragraph states, and the reasons it gives for changes stated elsewhere."""

    statements: tuple[Statement, ...]
    orphans: tuple[OrphanReason, ...]


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts named so far of a whole; ``is_complete`` where they make it up."""

    unit: Unit
    is_complete: bool


def parts_of(statements: Sequence[Statement], whole: str) -> Parts | None:
    """The parts that follow the last amount of a whole; None where it has no amount."""
    amounts = [s for s in statements if s.relation is Relation.AMOUNT]
    at = next((i for i in range(len(amounts) - 1, -1, -1) if amounts[i].label == whole and not amounts[i].whole), None)
    if at is None:
        return None
    parts = [s.value for s in amounts[at + 1 :] if s.whole == whole and s.unit == amounts[at].unit]
    return Parts(amounts[at].unit, bool(parts) and sum(parts) == amounts[at].value)


def ends_list(text: str, statements: Sequence[Statement]) -> bool:
    """Whether lines of a whole that is told no amount come last, in one breath: 支出包括：甲5元，乙3元，比上年减少….

    Whether a change behind them is of the last line or of all is open.
    """
    if len(statements) < 2:
        return False
    one, other = statements[-2:]
    both = one.relation is other.relation is Relation.AMOUNT and one.whole == other.whole and one.unit == other.unit
    if not both or one.label == other.label or other.whole is None or re.search("[；;。]", text[one.end : other.start]):
        return False
    in_brackets = text[other.end : other.end + 1] in tuple("）)")  # 购置及运行费9万元（购置费4万元，运行费5万元），比…
    return not in_brackets and other.unit.kind is UnitKind.MONEY and parts_of(statements, other.whole) is None


def is_side_of_another(found: Sequence[Statement], label: str, before: str) -> bool:
    """Whether 支出 is of funds told of in the sentence, not the budget's: 转移支付资金下达80万元，…；当年支出73万元."""
    told = found[-1] if found else None
    if told is None or label not in ("收入", "支出") or "。" in before[told.end :]:
        return False
    return re.search("收入|支出|预算|决算|总计|合计", told.label) is None


def other_side(statements: Sequence[Statement], side: str) -> Subject | None:
    """The last whole amount stated of the other side of a budget: 社保基金收入 for 支出."""
    told = (s for s in reversed(statements) if s.relation is Relation.AMOUNT and s.whole is None)
    found = next((s for s in told if is_other_side(s.label, side)), None)
    return None if found is None else Subject(found.label, found.year, found.relative, found.stage)


def side_told(statements: Sequence[Statement], side: str) -> Subject | None:
    """The whole amount of a side told before: 收入总计 for 收入 in 收入总计9万元，…。与上年相比，收入增加1万元."""
    told = (s for s in reversed(statements) if s.relation is Relation.AMOUNT and s.whole is None)
    found = next((s for s in told if re.fullmatch(f"(?:本年)?{side}(?:总计|合计|总额|总数)", s.label)), None)
    return None if found is None else Subject(found.label, found.year, found.relative, found.stage)


def told_before(statements: Sequence[Statement], label: str, near: Sequence[Subject | None]) -> Subject | None:
    """What a name said again speaks of: a subject nearby, of its tier or not, or the total of its side."""
    core = without_tier(label)
    for told in near:
        of_tier = told is not None and core != label and len(core) >= 4 and without_tier(told.label) == told.label
        if told is not None and (label in told.label or (of_tier and core in told.label)):
            return told
    return side_told(statements, label) if is_a_side(label) else None


def told_twice(statements: Sequence[Statement], subject: Subject | None, head: Subject | None) -> bool:
    """Whether a line was told with its only part beside it, not as its part: 购置及运行费9万元，运行费9万元，比…."""
    amounts = [s for s in statements if s.relation is Relation.AMOUNT][-2:]
    if subject is None or head is None or len(amounts) < 2 or amounts[-1] is not statements[-1] or amounts[-1].whole:
        return False
    labels = (amounts[0].label, amounts[1].label)
    same = amounts[0].value == amounts[1].value and amounts[0].unit == amounts[1].unit
    return same and labels == (head.label, subject.label) and subject.label in head.label != subject.label


def spent_before(statements: Sequence[Statement], of: Subject) -> str | None:
    """What a bare change is held against, told just ahead of it: 2015年实际支出3万元，2016年预算为4万元，增加…."""
    amounts = [s for s in statements[-2:] if s.relation is Relation.AMOUNT and s.label == of.label and not s.whole]
    if len(amounts) < 2 or None in (amounts[0].year, amounts[1].year):
        return None
    follows = (amounts[0].year or 0) + 1 == amounts[1].year and amounts[0].unit == amounts[1].unit
    return "上年实际支出" if follows and amounts[0].stage is Stage.FINAL_ACCOUNT else None


def explain_behind_counts(statements: list[Statement], label: str, reason: str, said: str) -> bool:
    """Give a reason to what moved last that way, where counts stand between: …增加1万元，接待9批次。增加的原因是…."""
    up, down = spoken.UP.search(said) is not None, spoken.DOWN.search(said) is not None
    counted = next((s for s in reversed(statements) if s.relation is Relation.AMOUNT), None)
    if up == down or counted is None or counted.label != label or counted.unit.kind is not UnitKind.COUNT:
        return False
    moved = [i for i, s in enumerate(statements) if s.relation in (Relation.CHANGE, Relation.RATE)]
    last = statements[moved[-1]] if moved else None
    if last is None or last.reason is not None or last.label == label or (last.value > 0) != up:
        return False
    for i in moved:
        if statements[i].label == last.label:
            statements[i] = replace(statements[i], reason=reason)
    return True


def give_reason(statements: list[Statement], label: str, reason: str, of_budget: bool = False) -> None:
    """Give a reason to the last changes of a subject that have none yet; why it is not its budget, to its share of it.

    Where no share is printed (年初预算为0), to the amount that was spent.
    """
    moved = (Relation.CHANGE, Relation.RATE, *((Relation.SHARE,) if of_budget else ()))
    given, spent = False, None
    for i in range(len(statements) - 1, -1, -1):
        if statements[i].label != label or statements[i].reason is not None:
            break
        if statements[i].relation in moved:
            statements[i], given = replace(statements[i], reason=reason), True
        elif spent is None and statements[i].stage is Stage.FINAL_ACCOUNT:
            spent = i
    if of_budget and not given and spent is not None:
        statements[spent] = replace(statements[spent], reason=reason)


def follows_on(text: str, found: Sequence[Statement], label: str, clause: int, then: str) -> bool:
    """Whether a change without a basis is told of the amount just before it: 支出9万元，增加1万元，增长12.5%.

    ``then`` is what comes after it: an amount of change alone may be held against anything.
    """
    last = found[-1] if found else None
    if last is None or last.label != label or last.relation not in (Relation.AMOUNT, Relation.CHANGE):
        return False
    near = re.fullmatch(r"[，,\s]*", text[last.end : clause]) is not None
    own = last.relation is Relation.AMOUNT or last.basis is None
    return (
        near
        and own
        and (not then or re.match(r"[，,]\s*(?:增长|下降|减少|增幅|降幅|上升)[^，,。；;]{0,3}\d", then) is not None)
    )


def change_without_verb(found: Sequence[Statement], label: str, mention: Mention, then: str) -> Decimal | None:
    """A change whose verb a slip left out, where the rate printed after it bears it out.

    安排210.32万元，比上年1.43万元，增加0.68%: ``then`` is what comes after the change.
    """
    last, told = found[-1] if found else None, spoken.RATE_AFTER.match(then)
    if last is None or told is None or (last.label, last.relation, last.unit) != (label, Relation.AMOUNT, mention.unit):
        return None
    change = mention.value if told["up"] else -mention.value
    before, rate = last.value - change, Decimal(told["rate"])
    least = Decimal(1).scaleb(int(rate.as_tuple().exponent))
    return change if before > 0 and abs(abs(change) * 100 / before - rate) <= least else None


def begins_anew(found: Sequence[Statement], whole: str | None, mention: Mention, ended: bool, then: str) -> bool:
    """Whether an amount after a list of parts is a whole of its own: 编制125人，其中…；实有119人，其中….

    Parts that make up their whole are complete, and what is nothing has none. Money is parted in several ways, so there
    a new list has to begin.
    """
    if whole is not None and is_nothing(found, whole, mention.value):
        return True
    if not ended:
        return False
    divides = spoken.DIVIDES.match(then) is not None
    parts = parts_of(found, whole) if whole is not None else None
    is_complete = parts is not None and parts.unit == mention.unit and parts.is_complete
    return (divides and is_complete) if mention.unit.kind is UnitKind.MONEY else (divides or is_complete)


def is_nothing(found: Sequence[Statement], whole: str, value: Decimal) -> bool:
    """Whether a whole was last said to be zero, so that an amount is no part of it: 上年结转0元。其中：拨款5元."""
    said = [s.value for s in found if s.label == whole and s.relation is Relation.AMOUNT]
    return bool(said) and not said[-1] and value > 0


# 接待费2015年实际支出1万元，2016年预算与上年实际支出相比，减少…: the change is of 2016.
_YEAR_END = re.compile(r"(20\d\d)\s*年度?期?[末底]")  # 2025年期末，某局固定资产总额…
_HELD = re.compile(
    r"(?P<year>20\d\d)\s*年度?(?P<stage>预算|决算)?数?[比较与和同](?:上年|去年|20\d\d).*(?:相比|对比|比较)$"
)


@dataclass(slots=True)
class Current:
    """What the clauses read so far speak of."""

    subject: Subject | None = None
    unit: Unit | None = None
    basis: str | None = None
    whole: Subject | None = None
    whole_unit: Unit | None = None
    is_part: bool = False
    subject_is_part: bool = False
    in_row: bool = False  # the last parts stand in a row: 甲1元、乙2元
    reasoning: bool = False
    reason_start: int = 0
    reason_of: str = ""  # what the reason says it is of: 财政拨款收支减少的主要原因
    year: int | None = None  # said in a clause of its own: 2026年，…
    relative: int | None = None
    as_of: str | None = None  # 截至2025年12月31日，…
    event: str = ""  # the meetings, trainings or receptions counted last; a bracket keeps its own

    def leave_list(self) -> None:
        """What follows is no part of the whole said before."""
        self.whole, self.is_part, self.subject_is_part = None, False, False

    def dated(self, subject: Subject) -> Subject:
        """Parts take year, stage and day of their whole; a year in a clause of its own dates what follows."""
        of = self.whole if self.is_part else None
        if of is not None:
            subject = replace(subject, stage=subject.stage or of.stage, as_of=subject.as_of or of.as_of)
        if subject.year is not None or subject.relative is not None:
            return subject
        dates = of if of is not None and (of.year or of.relative is not None) else self
        return replace(subject, year=dates.year, relative=dates.relative, as_of=subject.as_of or self.as_of)

    def note_time(self, words: str) -> None:
        """Take the year or day that a clause without an amount is of."""
        plain = words.strip("，,。；; ")
        if re.match(r"^截[至止]", plain):
            self.as_of = plain if len(plain) <= 16 else None
            return
        if (ended := _YEAR_END.fullmatch(plain)) is not None:
            self.as_of = f"截至{ended[1]}年末"
            return
        held = _HELD.match(plain)
        if held is not None and self.subject is not None and self.subject.year not in (None, int(held["year"])):
            stage = stage_in(held["stage"]) if held["stage"] else None
            self.subject = replace(self.subject, year=int(held["year"]), stage=stage)
        years = years_in(plain)
        if len(years) == 1 and years[0].start == 0:
            self.as_of = None
            # 2026年预算安排中, not 上年未安排 or 2023年度相比
            if len(plain) - years[0].end <= 8 and not re.search("[未无没]|相比", plain):
                self.year, self.relative = years[0].year, years[0].relative

    def note_basis(self, words: str) -> None:
        """Take what a clause says its change is held against."""
        matches = list(spoken.BASIS.finditer(words))
        if matches:
            self.basis = re.sub(r"\s", "", matches[-1]["basis"]).strip("的相")
        elif spoken.SAME_PERIOD.search(words):
            self.basis = "上年"
