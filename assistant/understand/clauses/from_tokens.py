"""From tokens to clauses: what each stretch of a question between two stops brings along."""

import re
from collections.abc import Collection

from assistant.plan import OWN_LEVEL, Term
from assistant.understand.bodies.strangers import may_be_place_of
from assistant.understand.clauses.clause import Clause, mention, mentioned
from assistant.understand.clauses.joining import INSIDE, spaced, stretches_of
from assistant.understand.clauses.named_terms import term_of
from assistant.understand.clauses.named_things import projects_term
from assistant.understand.clauses.numbers_said import bounds, number_said
from assistant.understand.clauses.operators_said import of_an_amount, operator_said
from assistant.understand.clauses.parting import (
    axis_of,
    drop_sides,
    left_out_behind,
    only_where,
    split_joined,
    unnamed_members,
)
from assistant.understand.clauses.sides import settle_sides, sides_of
from assistant.understand.clauses.units_named import beside_a_body
from assistant.understand.clauses.when import (
    AND,
    WEAK_CONCEPTS,
    both_stages,
    context_said,
    only_a_stage,
    stage_within,
    takes_up_side,
    year_said,
)
from assistant.understand.names.joined_names import JOINED
from assistant.understand.names.name_parts import part_term
from assistant.understand.words.concept_terms import name_term
from assistant.understand.words.spans import Span
from assistant.understand.words.text import Words
from ingest.records.document import Stage

_MONEY_WORDS = frozenset(["钱", "多少钱", "资金", "万元", "元", "万", "亿", "亿元", "块", "块钱"])
_OTHER_BOOK = {"kind_department": "unit", "kind_unit": "department"}
_SUBORDINATE = ("下属", "所属", "直属", "下级", "基层", "二级")
_IN_ALL = ("总", "总额", "总量", "总费用", "总花费", "总开销")
_BY = frozenset(["由", "被", "经"])
_AMOUNT = ("多少", "几多", "金额", "钱", "几何", "数额", "几万")
_BUT = frozenset(["靠", "归", "算", "算作", "属", "属于", "由", "而是", "就是"])  # 不是财政拨的、归其他收入的
_ENDMOST, _BESIDE = ("max", "min"), ("以外", "之外")
_MORE = re.compile(r"还(?:有|要|剩|能|安排|列)*(?:多少|几|哪|什么|啥|其[他它]|别的)")


def clauses_of(words: Words, tokens: list[Span]) -> list[Clause]:
    """The clauses of a question, empty ones left out."""
    return [_clause(words, stretch) for stretch in stretches_of(words, tokens)]


def _clause(words: Words, tokens: list[Span]) -> Clause:
    """One clause; the other side of a comparison is read like a clause of its own."""
    start, end = tokens[0].start, tokens[-1].end
    sides = sides_of(tokens)
    clause = _read(words, Clause(start, end, words.spoken(start, end), sides[0] if sides else tokens))
    clause.put = words.is_put(end)
    if sides is not None:
        settle_sides(clause, _read(words, Clause(start, end, "", sides[1])))
    clause.unknown += unnamed_members(words, clause)
    both_stages(clause)
    drop_sides(clause)
    split_joined(clause)
    return clause


def _read(words: Words, clause: Clause) -> Clause:
    reader = _Reader(words, clause)
    for index, token in enumerate(clause.tokens):
        reader.take(token, clause.tokens[index + 1] if index + 1 < len(clause.tokens) else None)
    reader.end_part()
    left_out_behind(words, clause)
    return clause


class _Reader:
    """Takes the tokens of a clause one by one; ``part`` is the thing being named."""

    def __init__(self, words: Words, clause: Clause) -> None:
        self._words = words
        self._clause = clause
        self._part: list[Term] = []
        self._excluding = False
        self._taken_out = False  # by 除了 or 扣除, whose object may have a 的 within; not by 不是
        self._column: list[Term] | None = None  # where the next thing goes after 没有 or 全靠
        self._drawn = False  # what follows pays a part of what was named
        self._set_in = False  # 在 stood between a part and its whole
        self._previous: Span | None = None
        self._roles = {t.role for t in clause.tokens if t.family == "operator"}

    def end_part(self) -> None:
        """Close the thing being named."""
        if self._part:
            self._clause.parts.append(self._part)
            self._part = []

    def take(self, token: Span, following: Span | None) -> None:
        """Note what a token says."""
        self._begin(token)
        if token.family in ("concept", "name", "code", "like"):
            self._term(token)
        elif token.family == "quoted":
            self._quoted(token)
        elif token.family == "department":
            self._body(token)
        elif token.family in ("place", "year", "date"):
            self._where_or_when(token)
        elif self._excluding and (token.family == "rank" or token.role in _ENDMOST):
            self._clause.dropped.append((token.role, token.value if isinstance(token.value, int) else None))
            self._excluding = following is not None and following.text in AND  # 除了最大的, 除了最大和最小的
        elif token.family in ("compare", "stated", "said_count", "rank", "order", "unit"):
            number_said(self._clause, token, self._excluding and not self._clause.excluded)
        elif token.family == "operator":
            self._operator(token, following)
        elif token.family == "context":
            self._context(token, following)
        else:
            self._other(token, following)
        self._previous = token

    def _begin(self, token: Span) -> None:
        """Close what ends before a token: a thing named, what is left out, a name that its code says better."""
        clause = self._clause
        if self._passed(self._words.breaks, token):
            self._excluding, self._column = False, None  # 不含下属单位，…
            if "share" in self._roles and self._role_before() == "entity_project" and not (self._part or clause.parts):
                self._inside()  # 项目，综合管理占百分之几
        if (
            self._passed(self._words.pauses, token)
            or spaced(self._words, self._previous, token, self._roles)
            or (token.family in ("concept", "name") and self._role_before() == JOINED)
            or (token.family == "filler" and token.text in AND)
        ):
            self.end_part()
        if self._excluding and clause.excluded and token.text in (_BUT if self._taken_out else (*_BUT, "的")):
            self._excluding = False  # 不是甲、归乙的; 不是甲的项目
        elif self._excluding and clause.excluded and _MORE.match(self._words.key, token.start):
            self._excluding = False  # 除了甲还有多少乙
        if token.start in self._words.apposed:
            self._renamed()

    def _passed(self, places: Collection[int], token: Span) -> bool:
        """Whether one of some places lies between the token before and this one."""
        return self._previous is not None and any(self._previous.end <= place <= token.start for place in places)

    def _body(self, token: Span) -> None:
        """A body: asked about, left out, or no body but the word of a line (农业农村局…农业农村款)."""
        clause = self._clause
        if self._excluding:
            self._left_out(token)
        elif token.role == "work" and mentioned(clause, token):
            self._part.append(name_term(token.text))
        elif clause.mentions and self._text_before() in _BY:
            clause.unknown.append(self._words.spoken(token.start, token.end))  # 由政数局审核的: no body asked about
        else:
            mention(clause, token, self._set_in)

    def _where_or_when(self, token: Span) -> None:
        """A place, a year, or a date."""
        if token.family == "place":
            self._clause.places.append((token.text, tuple(token.value) if isinstance(token.value, tuple) else ()))
        elif token.family == "year":
            year_said(self._clause, token)
        elif isinstance(token.value, tuple):
            self._clause.as_of = token.value

    def _context(self, token: Span, following: Span | None) -> None:
        """What a set, a book or a year is meant by, and how what comes next is to be taken."""
        clause = self._clause
        self._context_said(token)
        if token.role == "except" and not self._dropped_before(token):
            self._excluding, self._taken_out = True, token.text[0] not in "不并"
        if token.role == "follow_same" and token.text.endswith("项目") and self._part and not clause.entity:
            clause.entity = "project"  # 甲这个项目 is 甲项目, no subject of that name
        if token.role == "none_of":
            self._none_of(token)
        if token.role == "both_of":
            self._both_of()
        if token.role in ("without", "alone"):
            self._column = clause.without if token.role == "without" else clause.alone
            clause.denied = clause.denied or token.role == "without"
        if token.text in INSIDE and following is not None:
            self._inside()
        if token.role == "entity_project" and clause.occupies and not clause.whole:
            clause.whole = [projects_term()]  # 甲平台占全部项目的百分之几

    def _context_said(self, token: Span) -> None:
        """What a word of context says of its clause, or of what is left out."""
        if self._excluding and token.role == "own_level":
            self._clause.excluded.append(Term(OWN_LEVEL, "name"))  # 不算局机关
            self._excluding = False
        elif self._excluding and token.role in _OTHER_BOOK:
            self._clause.kinds += [] if self._clause.own_level else [_OTHER_BOOK[token.role]]  # 不含整个部门
            self._excluding = False
        elif not (self._excluding and token.role.startswith("entity_")):
            context_said(self._clause, token, self._excluding)
        elif self._role_before() == "except":
            self._excluding = False  # 不算下属单位: what is left out is said
            self._clause.own_level = self._clause.own_level or token.text.startswith(_SUBORDINATE)

    def _other(self, token: Span, following: Span | None) -> None:
        """Words that name nothing of the store: around the question, beside a figure, or not understood."""
        clause = self._clause
        if self._excluding and token.text == "财政":
            clause.excluded.append(Term(token.text, "concept", "fiscal"))  # 不是财政掏腰包的
        elif token.family in ("filler", "soft"):
            if token.text[0] == "每" and not self._is_listed(following):
                clause.unknown.append(token.text)  # 每个编制花多少钱 asks for a division
            self._filler(token, following)
        elif token.role == "drawn_from":
            self.end_part()
            self._drawn = True
        elif token.family == "hint":
            clause.hints.append(token.text)
        elif token.family == "unknown":
            if following is not None and following.start == token.end and may_be_place_of(token, following):
                clause.strangers.append(self._words.spoken(token.start, following.end))
            clause.unknown.append(self._words.spoken(token.start, token.end))

    def _text_before(self) -> str:
        return self._previous.text if self._previous is not None else ""

    def _role_before(self) -> str | None:
        return self._previous.role if self._previous is not None else None

    def _dropped_before(self, token: Span) -> bool:
        """Whether what was said by its rank just before is what is left out: 把最后一名去掉."""
        clause = self._clause
        led = any(t.text in ("把", "将") and t.end <= token.start for t in clause.tokens)
        last = next((t for t in reversed(clause.tokens) if t.end <= token.start and t.family != "filler"), None)
        if not (led and last is not None and clause.picks):
            return False
        role, number = clause.picks.pop()
        clause.dropped.append((role, number))
        if role in clause.operators:
            clause.operators.remove(role)
        else:
            clause.ranked = clause.number = None
        return True

    def _is_listed(self, following: Span | None) -> bool:
        """Whether 每个 goes over things that the documents list: 每个项目多少钱, 每家单位."""
        rows = following is not None and (following.role.startswith("entity_") or following.family in ("name", "like"))
        return rows or bool({"mean", "target"} & {t.role for t in self._clause.tokens})

    def _term(self, token: Span) -> None:
        clause, term = self._clause, term_of(token)
        if token.family == "concept" and not takes_up_side(clause, term) and only_a_stage(clause, term, self._part):
            return
        if term.concept:
            stage_within(clause, term)
        if term.concept in WEAK_CONCEPTS and token.text.startswith(("部门", "单位")):
            clause.kinds.append("department" if token.text.startswith("部门") else "unit")
        if self._column is not None and term.concept:
            self._column.append(term)
            self._column = None
        elif self._drawn:
            clause.drawn.append(term)
        elif self._excluding:
            clause.excluded.append(term)
        elif clause.occupies:
            clause.whole.append(term)
        else:
            if term.concept in WEAK_CONCEPTS:
                clause.weak.append(term)
            self._part.append(term)

    def _quoted(self, token: Span) -> None:
        """A name in quotes or a part of one: left out after 除, a whole after 占, else what is asked for."""
        named = (
            self._clause.excluded if self._excluding else self._clause.whole if self._clause.occupies else self._part
        )
        named.append(part_term(token))

    def _left_out(self, token: Span) -> None:
        """A body left out: of a unit's own budget that only repeats it; elsewhere no printed line is without it."""
        self._excluding = False
        if not (self._clause.own_level or "unit" in self._clause.kinds):
            self._clause.unknown.append(self._words.spoken(token.start, token.end))

    def _none_of(self, token: Span) -> None:
        """What was named last is said to be empty: 一辆车都没有; what comes next where nothing was: 也没有甲费."""
        self._clause.denied = True
        if self._part and self._part[-1].concept:
            self._clause.without.append(self._part.pop())
        elif not self._part and token.text[0] == "也":
            self._column = self._clause.without

    def _both_of(self) -> None:
        """What was named in a row last is said to be there, each of it: 基本支出和项目支出都有."""
        clause, named = self._clause, [*self._clause.parts, self._part]
        while named and named[-1] and axis_of(named[-1][-1]):
            clause.filled.insert(0, named[-1].pop())
            named = named if named[-1] else named[:-1]
        clause.parts, self._part, clause.denied = [part for part in named if part], [], True

    def _renamed(self) -> None:
        """A name with its code in brackets says what was meant before it: 日常运转那个科目（行政运行，2010801）."""
        if self._part and self._part[-1].kind == "like":
            self._part.pop()
        if self._clause.entity in ("subject", "function", "economic"):
            self._clause.entity = None

    def _divides(self, following: Span) -> bool:
        """Whether the part ends two ways of dividing one line, each asked for: 30226在基本支出与项目支出中各列多少."""
        told = self._clause.parts
        return following.role == "each" and len(told) == 1 and all(map(axis_of, (told[0][-1], *self._part)))

    def _inside(self) -> None:
        """What was named so far is the whole that the rest is a part of: 三公里, 其中."""
        if "share" in self._roles and self._clause.parts and self._set_in:
            self._clause.whole, self._part = [*self._clause.whole, *self._part], []  # 综合管理在项目支出里的比重
            return
        clause = self._clause
        families = {t.family for t in clause.tokens}
        named = families & {"name", "like", "quoted", "code"} and "concept" not in families
        chosen = self._part or clause.parts or clause.filters or clause.picks or clause.whole
        if "share" in self._roles and clause.entity == "project" and named and not chosen:
            self._part, clause.entity = [projects_term()], None  # 项目的钱里，…占百分之几
        self._clause.inner, self._part = [*self._clause.inner, *self._part], []

    def _operator(self, token: Span, following: Span | None) -> None:
        clause = self._clause
        if token.role == "plus":
            self._plus(token, following)
            return
        if token.role == "count" and following is not None and following.text == "钱":
            clause.amount_said = True  # 一共几个钱
            return
        told = following.family if token.role == "sum" and following is not None else ""
        if told == "stated" or (told == "said_count" and ("mean" in self._roles or not self._asked())):
            return  # 合计598.46万元的项目; 一共12个项目，…
        ranked = following is not None and (following.role in _ENDMOST or following.family == "rank")
        if token.text == "数目" and ranked:
            return  # 数目最小的
        if token.role == "group" and "年" not in token.text and following is not None and following.role == "sum":
            return  # 各单位加起来
        if token.role == "purpose" and only_where(clause, following):
            return
        operator_said(clause, token, following)
        if token.role in ("difference", "increase", "decrease") and isinstance(token.value, str):
            clause.unit = token.value
        if token.role in ("purpose", "target", "reason") and clause.amount_said:
            named = token.start not in self._words.pauses and of_an_amount(token, self._previous)
            clause.amount_said = clause.amount_first = not named
        if (token.role == "share" and token.text.startswith("占")) or token.text in ("合计占", "累计占"):
            if following is not None and following.text in _MONEY_WORDS:
                clause.operators.remove("share")  # 占了多少钱 asks for an amount
            elif self._part or clause.parts or (clause.mentions and "department" in clause.kinds):
                clause.occupies = True  # 甲中心在全局占百分之几 too

    def _asked(self) -> bool:
        """Whether the clause asks for an amount."""
        return any("多少" in t.text or "几" in t.text for t in self._clause.tokens)

    def _plus(self, token: Span, following: Span | None) -> None:
        """加 between two things adds them up; elsewhere it is a word nobody explains."""
        bodies = self._clause.mentions and following is not None and following.family == "department"
        if bodies or ((self._part or self._clause.parts) and following is not None):
            self.end_part()
            if "sum" not in self._clause.operators:
                self._clause.operators.append("sum")
        else:
            self._clause.unknown.append(self._words.spoken(token.start, token.end))

    def _filler(self, token: Span, following: Span | None) -> None:
        clause, text = self._clause, token.text
        if text == "在" and "share" in self._roles and (self._part or self._clause.parts):
            self.end_part()
            self._set_in = True
        if text in (*INSIDE, "上") and self._role_before() == "stage_final":
            clause.in_final = True
        if text in INSIDE and self._part and following is not None and not self._divides(following):
            self._inside()
        if text in ("预算", "预算数") and clause.year_said and not clause.stages_at(clause.year_said):
            clause.pairs.append((clause.year_said, Stage.BUDGET.value))
        clause.summed = clause.summed or text in _IN_ALL  # …的项目，总金额是多少
        clause.budget_said = clause.budget_said or text in ("预算", "预算是", "预算数")
        if text.startswith("占"):
            clause.occupies = bool(
                self._part
                or clause.parts
                or clause.mentions
                or clause.own_level  # 局机关占某局三公经费的几成
                or clause.ranked
                or "max" in clause.operators
            )
        if text in _BESIDE and not self._excluding and self._part and self._part[-1].kind != "concept":
            clause.excluded.append(self._part.pop())  # 综合管理之外的几项
        elif text in _BESIDE and self._previous is not None and self._previous.family == "department":
            beside_a_body(clause, self._words, token)
        if text in ("外", *_BESIDE, "其余", "其他", "剩下", "剩余", "其它"):
            self._excluding = False
        if (text.startswith(_AMOUNT) or text.endswith(("多少", "多少钱"))) and not bounds(clause, token):
            clause.amount_said = True
