"""Clauses of the explanatory text, read one after another: subject, amount, change, rate, share, reason.

What is not certain is left out: the passage still holds the words, and a wrong subject is worse than none.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from ingest.narrative import clause_patterns as spoken
from ingest.narrative.clause_tokens import Token, TokenKind, tokens_of
from ingest.narrative.counted import (
    about_event,
    about_goals,
    bought_count,
    counts_what_follows,
    in_all,
    leave_count,
    note_parts,
    use_of,
    uses_of,
)
from ingest.narrative.mentions import Mention
from ingest.narrative.openings import by_their_use, completed, held_against_its_budget, not_opened, opening_of, spent_of
from ingest.narrative.stated import (
    Current,
    OrphanReason,
    Statement,
    Told,
    begins_anew,
    change_without_verb,
    ends_list,
    explain_behind_counts,
    follows_on,
    give_reason,
    is_side_of_another,
    other_side,
    parts_of,
    spent_before,
    told_before,
    told_twice,
)
from ingest.narrative.subjects import (
    STRONG,
    Subject,
    is_a_side,
    is_count_subject,
    is_money_subject,
    of_another_fund,
    of_the_same_fund,
    on_other_sides,
    read_subject,
)
from ingest.records.document import Stage
from ingest.records.figure import Relation
from ingest.records.units import PERCENT, Unit, UnitKind
from ingest.wording.glyphs import bare
from ingest.wording.names import strip_enumerator


def statements_in(
    text: str,
    department: str | None,
    known: frozenset[str] = frozenset(),
    topic: Subject | None = None,
    basis: str | None = None,
    heading: Subject | None = None,
    line: Subject | None = None,
) -> Told:
    """What the sentences of a paragraph state; ``topic`` and ``basis`` hold from before it, where it goes on.

    ``heading`` is what the heading above names: amounts without a noun of their own are said of it, or of the ``line``
    that the paragraph opens with. ``known`` holds the comparison forms of the document's row labels: what a table
    prints can carry an amount.
    """
    reader = _Reader(text, department, known, topic)
    reader.head, reader.has_head = line or topic or heading, line is not None
    reader.now.basis = basis
    reader.read(tokens_of(text))
    uses = by_their_use(text, line, reader.found, known) if line is not None else []
    return Told((*reader.found, *uses), tuple(reader.orphans))


class _Reader:
    """Walks the tokens; the only state is what the sentence speaks of."""

    def __init__(self, text: str, department: str | None, known: frozenset[str], topic: Subject | None) -> None:
        self.text, self.department, self.known = text, department, known
        self.now = Current(whole=topic, is_part=topic is not None)
        self.head: Subject | None = topic  # what the paragraph is about: a title before its first amount
        self.has_head = False
        self.is_lost = False  # the last amount was of something unknown
        self.outer: list[Current] = []
        self.found: list[Statement] = []
        self.orphans: list[OrphanReason] = []
        self.clause, self.last_separator = 0, ""  # where the words of the clause begin, and the sign before them
        self.uses: list[Statement] = []  # amounts in the sentence whose names are none of the budget's
        self.compared = ""  # what a share is taken of: 完成预算12万元的80%
        self.nothing: tuple[int, int] | None = None  # where it says that nothing was budgeted

    def read(self, tokens: Sequence[Token]) -> None:
        for token in tokens:
            if token.kind is TokenKind.SEPARATOR:
                self._separator(token)
            elif token.kind is TokenKind.OPEN:
                self.outer.append(replace(self.now))
                self.now.whole, self.now.is_part = self.now.subject, True
                self.clause = token.end
            elif token.kind is TokenKind.CLOSE:
                self._words(self.text[self.clause : token.start], self.clause)
                self._close_reason(token.start)
                if self.outer:
                    self.now = self.outer.pop()
                self.clause = token.end
            elif token.mention is not None:
                self._mention(token.mention, self.text[self.clause : token.start])
                self.clause = token.end
        self._words(self.text[self.clause :], self.clause)
        self._state_uses()
        self._close_reason(len(self.text))

    def _separator(self, token: Token) -> None:
        words, sign = self.text[self.clause : token.start], self.text[token.start : token.end]
        self._words(words + (sign if sign in "：:" else ""), self.clause)
        if sign == "。":
            self._state_uses()
            self._close_reason(token.start)
            whole = self.now.whole if self.now.subject_is_part else None
            if whole is not None and (parts := parts_of(self.found, whole.label)) and parts.is_complete:
                self.now.subject, self.now.subject_is_part = whole, False  # 其中…；…。比上年增加… is of the whole
            self.now.is_part = bool(self.outer)
        opens = strip_enumerator(words.strip())[0] is not None if self.found else not self.has_head
        if sign in "。：:" and opens and words.strip():
            self._headline(words)
        if not self.outer and spoken.APART.fullmatch(words.strip()):
            self.now.leave_list()
        self.clause, self.last_separator = token.end, sign

    def _headline(self, words: str) -> None:
        """The name of what is explained: 1.因公出国（境）费用。2026年预算数…。2.公务接待费：预算数…"""
        self.has_head = True
        subject = read_subject(words, self.department)
        if is_money_subject(subject.label, self.known) and not spoken.PURPOSE.search(words) and len(words) <= 70:
            self.head, self.is_lost, self.now.subject = subject, False, None if self.found else self.now.subject

    def _words(self, words: str, start: int) -> None:
        """Words without an amount of their own: a year, a basis, a reason, a list of parts, or 与上年持平."""
        self.now.note_time(words)
        if self.now.reasoning and self.last_separator in tuple("；;") and spoken.SIDE.match(words):
            self._close_reason(start)  # 收入包括…万元，主要是…；支出包括：…
        reason = spoken.REASON.search(words)
        said = words if reason is None else words[: reason.start()]
        if not self.now.reasoning:
            self.now.note_basis(said)
            self._level(said, start)
            self._note_parts(said)
            opened = not_opened(said)
            self.nothing = (start + opened.start(), start + opened.end()) if opened is not None else self.nothing
        if reason is not None and not spoken.PURPOSE.match(words[reason.start() :]):
            self._close_reason(start)
            self.now.reason_of = reason["said"] or ""
            self.now.reasoning, self.now.reason_start = True, start + reason.end()

    def _note_parts(self, words: str) -> None:
        within = spoken.WITHIN.match(words.strip())
        named = self._named(within["whole"]) if within is not None and not self.outer else None
        if named is not None and named.label:
            self.now.whole, self.now.whole_unit, self.now.is_part = self.now.dated(named), None, True
        if spoken.PARTS.search(words) and self.now.subject is not None and not self.outer:
            note_parts(self.now, words)

    def _level(self, words: str, start: int) -> None:
        """与上年预算持平 states a change of nothing, in words."""
        match, basis, subject = spoken.LEVEL.search(words), spoken.BASIS.search(words), self.now.subject
        if match is None or basis is None or spoken.ROUGHLY.search(words) or spoken.BOTH.search(words):
            return
        named = self._named(words[: basis.start()])
        if named is not None and named.label:
            subject = replace(named, year=named.year or (subject.year if subject else None))
        if named is not None and subject is not None and (unit := self.now.unit) and unit.kind is not UnitKind.PERCENT:
            self._add(Relation.CHANGE, Decimal(0), unit, (start + basis.start(), start + match.end()), subject)

    def _named(self, words: str) -> Subject | None:
        """The subject in words; an empty label where none is named, None where one is named that is no budget noun."""
        subject = read_subject(words, self.department)
        fits = not subject.label or is_money_subject(subject.label, self.known) or is_count_subject(subject.label)
        return subject if fits else None

    def _mention(self, mention: Mention, before: str) -> None:
        if spoken.REASON.search(before):
            self._words(before, self.clause)
        is_vague = spoken.BOTH.search(before) or spoken.VAGUE.search(before[-6:])
        if is_vague or counts_what_follows(self.text, self.clause, mention, before):
            return
        verb = spoken.VERB.search(before)
        if self.now.reasoning and not self._starts_anew(before, mention, verb is not None):
            return
        self.now.note_basis(before)
        basis = spoken.BASIS.search(before)
        whole = spoken.WHOLE_AMOUNT.search(before)
        if not mention.is_rate and whole is not None and spoken.OF_IT.match(self.text[mention.end :]):
            self._compared_with(mention, whole["whole"])
        elif basis is not None and verb is None and not before[basis.end() :].strip():
            self._basis_amount(mention, before[: basis.start()], before[basis.start("basis") :])
        elif mention.is_rate:
            self._rate(mention, before, verb)
        elif verb is not None:
            self._change(mention, before, verb)
        else:
            self._note_parts(before := spoken.USED_FOR.sub("其中：", before))
            self._amount(mention, before)

    def _compared_with(self, mention: Mention, name: str) -> None:
        """完成预算12万元的80% states the subject's own budget; another whole is stated where it is said."""
        self.compared = name
        if (own := opening_of(self.now.subject or self.head, name)) is not None:
            self._add(Relation.AMOUNT, mention.value, mention.unit, (mention.start, mention.end), own)

    def _basis_amount(self, mention: Mention, said: str, words: str) -> None:
        """The amount compared with, where the change follows at once; a change without its verb, proved by its rate."""
        if (named := self._named(said)) is not None and named.label and not mention.is_rate:
            self.now.subject, self.now.unit = self.now.dated(named), mention.unit  # 收入预算较上年的90万元增加…
        subject, then = self.now.subject or self.head, self.text[mention.end :]
        if subject is None or mention.is_rate:
            return
        if (change := change_without_verb(self.found, subject.label, mention, then)) is not None:
            self._add(Relation.CHANGE, change, mention.unit, (mention.start, mention.end), subject)
        of = read_subject(words, self.department)
        own = of.label in ("", subject.label) or spoken.STAGE_SAID.fullmatch(of.label)
        if not own or not spoken.BASIS_AMOUNT.match(then):
            return
        opened = opening_of(subject, words.strip()) if words.startswith("年初") else None
        past = replace(of, label=subject.label, as_of=None) if of.year or of.relative else opened
        if past is not None:
            self._add(Relation.AMOUNT, mention.value, mention.unit, (mention.start, mention.end), past)

    def _starts_anew(self, before: str, mention: Mention, is_change: bool) -> bool:
        """Inside a reason only a strong subject with its own amount, after a full break, is stated anew."""
        subject = read_subject(before, self.department)
        full_break = self.last_separator in tuple("；;。：:")
        own = STRONG.search(subject.label) and spoken.REASON.match(self.text[mention.end + 1 :])
        of_budget = "预算" in self.now.reason_of and spoken.AGAINST_LAST_YEAR.match(before)
        if is_change and (of_budget or (full_break and (own or spoken.BASIS.match(before.lstrip())))):
            self._close_reason(self.clause)  # …原因是…；与上年相比减少2.53万元, …；项目支出增加30万元，主要原因是…
            return True
        counted = mention.unit.kind is UnitKind.COUNT and is_count_subject(subject.label)
        strong = (counted or bool(STRONG.search(subject.label))) and len(subject.label) <= 60
        told = bare(subject.label) in self.known or subject.label.endswith("税")
        told = told and spoken.TELLS_ON.match(self.text[mention.end :]) is not None
        if is_change or mention.is_rate or not full_break or not (strong or told):
            return False
        self._close_reason(self.clause)
        return True

    def _amount(self, mention: Mention, before: str) -> None:
        subject, known, score = read_subject(before, self.department), False, mention.unit.name == "分"
        about = about_goals(self.text, self.clause, mention, before) if score or not subject.label else None
        if about is None and (counted := about_event(self.text, mention, before, self.now.event)) is not None:
            about, self.now.event = counted
        if about is not None:
            subject, known = replace(subject, label=about, stage=None), True
        if not subject.label:
            of = self._owner(subject)
            if of is None or not (before.strip("，,、 ") or self.clause == 0) or in_all(self.found, mention, before):
                return
            settled = subject.stage is Stage.FINAL_ACCOUNT
            label = re.sub(r"(?<=.{4})(?<!公共)(?<!基金)(?<!经营)预算$", "", of.label) if settled else of.label
            subject = replace(subject, label=label, as_of=subject.as_of or of.as_of, code=subject.code or of.code)
            known = True
        subject = spent_of(self.now.subject, self.last_separator, self._of_its_fund(subject))
        money = mention.unit.kind is UnitKind.MONEY
        fits = known or subject.code or is_money_subject(subject.label, self.known)
        fits = fits and not is_side_of_another(self.found, subject.label, self.text[: mention.start])
        if not (fits if money else about or is_count_subject(subject.label)):
            if money and 2 <= len(subject.label) <= 30:
                self.uses.append(use_of(self.now.dated(subject), mention))
            if money:  # of something unknown: what follows may be said of it, so it is of nothing known either
                self.now.subject, self.is_lost = None, True
            return
        subject = subject if money else replace(subject, label=bought_count(subject.label))
        leave_count(self.now, mention.unit, self.found)
        if money and not self.outer and (paid := of_another_fund(subject)) is not None:
            self.now.whole, subject, self.now.is_part = self.now.dated(paid[0]), paid[1], True
        whole, then = self.now.whole.label if self.now.whole is not None else None, self.text[mention.end :]
        anew = begins_anew(self.found, whole, mention, self.last_separator in ("；", ";", "。"), then)
        row = before.lstrip().startswith("、")  # 支出…，其中：拨款…、其他收入…: a part of it, of whatever side
        sided = on_other_sides(subject, self.now.whole) and not (row and self.now.subject_is_part)
        self.now.is_part &= bool(self.outer) or not (sided or anew)  # 收入…，其中：…；支出…
        subject, self.is_lost = self.now.dated(subject), False
        self.now.subject_is_part, self.now.in_row = self.now.is_part, row and self.now.is_part
        if not self.now.is_part and self.last_separator == "。":
            self.now.whole = None
        self.now.subject, self.now.unit, self.now.basis = subject, mention.unit, None
        if self.nothing is not None and money and subject.stage is not Stage.BUDGET:
            self._add(Relation.AMOUNT, Decimal(0), mention.unit, self.nothing, replace(subject, stage=Stage.BUDGET))
            self.nothing = None
        self._add(Relation.AMOUNT, mention.value, mention.unit, (mention.start, mention.end), subject)

    def _state_uses(self) -> None:
        self.found, self.uses = [*self.found, *uses_of(self.found, self.uses)], []

    def _owner(self, said: Subject) -> Subject | None:
        """Whose amount 年初预算为… is: the paragraph's head, or the subject so far where year or stage differ."""
        if self.now.subject is None or (self.last_separator == "。" and self.head is not None and not self.now.is_part):
            return self.head
        told = self.now.subject
        differs = (said.year, said.relative, said.stage) != (told.year, told.relative, told.stage)
        return told if self.last_separator != "。" or differs else None

    def _of_its_fund(self, subject: Subject) -> Subject:
        """A subject of the fund that was said beside it, or whose other side was."""
        near = self.now.subject if self.last_separator in tuple("，,、；;") else None
        near = near or (other_side(self.found, subject.label) if is_a_side(subject.label) else None)
        subject = subject if near is None else of_the_same_fund(subject, near)
        whole = self.now.whole if self.now.subject_is_part else None
        return subject if whole is None else of_the_same_fund(subject, whole)

    def _change(self, mention: Mention, before: str, verb: re.Match[str]) -> None:
        subject = self._of_change(before[: verb.start()])
        if subject is None or not self._is_held_against(mention, before, subject):
            return
        if subject is self.now.subject and self.now.unit is not None and self.now.unit.kind is not mention.unit.kind:
            self.now.subject, self.is_lost = None, True  # 保有量11辆。…较上年减少19万元 is of something else
            return
        at = (mention.start, mention.end)
        self._add(Relation.CHANGE, mention.value if verb["up"] else -mention.value, mention.unit, at, subject)

    def _is_held_against(self, mention: Mention, before: str, subject: Subject) -> bool:
        """Whether a change has a basis, or names none and is of the amount just before it."""
        if self.now.basis is not None:
            return True
        is_bare, then = spoken.BARE_CHANGE.fullmatch(before), "" if mention.is_rate else self.text[mention.end :]
        return bool(is_bare) and follows_on(self.text, self.found, subject.label, self.clause, then)

    def _of_change(self, words: str) -> Subject | None:
        """Whose change it is: a noun in the clause itself, else the subject so far."""
        named = self._named(spoken.COMPARED.sub("", spoken.BASIS.sub("", words)))
        if named is None or spoken.BASIS.findall(words)[1:] or (not named.label and ends_list(self.text, self.found)):
            return None  # 运行费比上年少接待费比上年少: of which it is told is open
        if not named.label and self.now.in_row and self.now.whole is not None:
            # 其中：甲…、乙…、丙…万元，较上年增加…: after parts in a row the change is of their whole.
            self.now.subject, self.now.in_row, self.now.is_part = self.now.whole, False, False
        if not named.label:
            twice = told_twice(self.found, self.now.subject, self.head)
            return self.head if twice else self.now.subject or (None if self.is_lost else self.head)
        # After a full stop a short name speaks of the whole again, inside a sentence of what stands next to it.
        near = (self.now.subject, self.head, self.now.whole)[:: -1 if self.last_separator == "。" else 1]
        told = told_before(self.found, named.label, near)
        year = named.year or (self.now.subject.year if self.now.subject else None)
        self.now.in_row = False  # 其中：甲…、乙…。甲较上年减少1万元，下降9%: the rate is of 甲 as well
        self.now.subject = told or replace(named, year=year)  # 收入较去年减少 after 收入预算 and its parts
        return self.now.subject

    def _rate(self, mention: Mention, before: str, verb: re.Match[str] | None) -> None:
        at, done = (mention.start, mention.end), completed(before, self.compared)
        if done is not None:
            if (subject := self.now.subject or self.head) is not None:
                of = held_against_its_budget(subject, done)
                self._add(Relation.SHARE, mention.value, PERCENT, at, of, basis=done)
        elif verb is not None:
            subject = self._of_change(before[: verb.start()])
            if subject is not None and self._is_held_against(mention, before, subject):
                self._add(Relation.RATE, mention.value if verb["up"] else -mention.value, PERCENT, at, subject)
        else:
            share = spoken.SHARE.search(before)
            if share is not None and self.now.subject is not None and not before[: share.start()].strip("，,、 "):
                listed = self.now.whole.label if self.now.whole and self.now.subject_is_part else None
                whole = share["whole"].strip() or listed
                self._add(Relation.SHARE, mention.value, PERCENT, at, self.now.subject, basis=whole)

    def _add(
        self, relation: Relation, value: Decimal, unit: Unit, at: tuple[int, int], of: Subject, basis: str | None = None
    ) -> None:
        if relation in (Relation.CHANGE, Relation.RATE):
            basis = self.now.basis or spent_before(self.found, of)
            of = held_against_its_budget(of, basis)
        elif relation is Relation.AMOUNT:
            basis = of.as_of
        whole = self.now.whole.label if self.now.is_part and self.now.whole is not None else None
        part_of = whole if whole != of.label else None
        told = (of.year, of.relative, of.stage, basis, part_of, of.code)
        self.found.append(Statement(of.label, relation, value, unit, at[0], at[1], *told))

    def _close_reason(self, end: int) -> None:
        """Give the words of a reason to the changes of the subject it follows, or of the subject it names."""
        if not self.now.reasoning:
            return
        reason, words = self.text[self.now.reason_start : end].strip("，,；;。：: "), self.now.reason_of
        subject, self.now.reasoning, self.now.reason_of = self.now.subject, False, ""
        if len(reason) < 4:
            return
        said = spoken.ABOUT_CHANGE.sub("", words).strip("的，, ").removeprefix("主要")  # 主要变动原因是
        named = bare(label := read_subject(said, self.department).label if said else "")
        if not named and subject is not None and explain_behind_counts(self.found, subject.label, reason, words):
            return
        if subject is None or (named and named not in bare(subject.label) and bare(subject.label) not in named):
            self.orphans.append(OrphanReason(label, reason, words))
            return
        give_reason(self.found, subject.label, reason, spoken.AGAINST_BUDGET.search(words) is not None)
