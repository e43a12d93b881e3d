"""Figures stated in sentences: amounts, changes, rates and shares with their line on the page."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from ingest.narrative.clause_patterns import APART
from ingest.narrative.clauses import statements_in
from ingest.narrative.identity import Identity
from ingest.narrative.paragraphs import sentence_bounds
from ingest.narrative.passages import Packed
from ingest.narrative.sections import Placed
from ingest.narrative.stated import OrphanReason, Statement
from ingest.narrative.subjects import Subject, heading_subject, line_opening
from ingest.records.document import Row, RowRole, Stage
from ingest.records.figure import Figure, Origin, Relation
from ingest.records.units import Amount
from ingest.wording.codes import FUNCTIONAL
from ingest.wording.glyphs import bare
from ingest.wording.names import body_variants, enumerator_depth, is_body_name, read_body, strip_enumerator
from ingest.wording.periods import calendar_years, stage_in

NARRATIVE = "narrative"  # the table kind of figures printed in sentences
_GLOSSARY = re.compile(r"名词解释|名词说明|术语解释|专业名词")
_GOES_ON = re.compile(r"^其\s*中[：:，,]|^包括[：:]")
_LONGEST_OPENING = 40  # signs
_OF_A_BUDGET = re.compile(r"度?(?:[^，。；]{0,8})(?:预算|决算|收支|执行)")
_LEFT_OPEN = re.compile(r"(?:其中|包括|如下|分别为)[：:]?$")
_BOTH_SIDES = (
    (re.compile(r"^(.*?)收入?[、和及与]支出?(.*)$"), ("{0}收入{1}", "{0}支出{1}")),
    (re.compile(r"^(.*?)收入支出(总计|合计|总额|总预算|预算总计|决算总计)$"), ("{0}收入{1}", "{0}支出{1}")),
    (re.compile(r"^(.*?)收支(总预算|总计|总额|总数|预算总计|预算总额|预算总数|合计)$"), ("{0}收入{1}", "{0}支出{1}")),
    (re.compile(r"^(?:本年)?收支$"), ("收入总计", "支出总计")),  # 收入总计…，支出总计…。收支较上年决算数减少…
)
_CLASSED = re.compile(
    r"(?:(?P<a>[^（）]+)（类）)?(?:支出)?(?:(?P<b>[^（）]+?(?:（[^类款项）]{1,6}）[^（）]*?)?)（款）)(?P<c>.+?)（项）"
)
_LEVEL = re.compile(r"\(([类款项])\)")  # typed in half width
_IS_LINE = re.compile(r"（[类款项]）$")
_OF_A_LINE = re.compile(
    r"(?:20\d\d年度?|本年度?|当年)?(?:年初)?(?:预算|(?:支出)?决算|支出)数?(?:安排|支出)?(?:数)?[为是]?\s*\d"
)
#: What was spent: 公务接待费实际支出8万元, 2018年公务接待费支出8万元 in the budget of 2019.
_SPENT = re.compile(r"实际(?:支出|执行|完成|发生)|(?:公务接待|用车运行维护|用车购置|出国[（(]境[）)])费支出$")
_CLASS_HEADING = re.compile(r"(?P<a>[^（）、.]+)（类）")

Codes = Mapping[str, set[str]]  # names by functional code


def figures_of(
    document_id: str, placed: Sequence[Placed], packed: Packed, identity: Identity, rows: Sequence[Row] = ()
) -> tuple[Figure, ...]:
    """Every figure the running text states of the document's body; glossaries, contents and notes state none."""
    known = frozenset(bare(row.label) for row in rows if len(row.label) >= 3)
    codes = _functional_names(rows)
    told: list[tuple[int, Statement]] = []
    topic: Subject | None = None
    lists: list[_Opened] = []
    line: Subject | None = None  # the subject of the functional class that a paragraph of its own named last
    section: tuple[str, ...] = ()
    for number, item in enumerate(placed):
        if item.section != section:
            section, topic, lists, line = item.section, None, [], None
        if not _states_figures(item):
            continue
        text = item.paragraph.text
        depth = enumerator_depth(strip_enumerator(text)[0])
        while lists and not lists[-1].holds(depth):
            lists.pop()
        if APART.match(text):
            topic, lists = None, []
        opened = lists[-1] if lists else None
        titled = line if _OF_A_LINE.match(text) else None
        line = _line_named(text) or titled
        of_line = line_opening(text, identity.department)
        inherited = opened.subject if opened is not None else topic if _GOES_ON.match(text) else None
        heading = heading_subject(item.section, identity.department, known)
        basis = opened.basis if opened else None
        if titled is not None:
            inherited, heading = None, titled
        paragraph = statements_in(text, identity.department, known, inherited, basis, heading, of_line)
        told += [(number, statement) for statement in paragraph.statements]
        for orphan in paragraph.orphans:
            told = _with_reason(told, number, orphan, placed)
        own = [s for s in paragraph.statements if s.relation is Relation.AMOUNT and s.whole is None]
        if own:
            topic = _whole_told(own)
        amounts = [s for s in paragraph.statements if s.relation is Relation.AMOUNT]
        if _opens_list(text, amounts):
            bases = [s.basis for s in paragraph.statements if s.relation is Relation.CHANGE and s.basis]
            last = amounts[-1] if amounts and inherited is not None else own[0] if own else None
            subject = topic if last is None else _whole_told([last, *amounts])
            subject = None if inherited is None and _are_shares(paragraph.statements, own) else subject
            lists.append(_Opened(subject, depth, bases[-1] if bases else None))
    figures = [
        figure
        for number, statement in told
        for figure in _figures(document_id, placed[number], number, packed, identity, statement, codes)
    ]
    return tuple(replace(figure, id=f"{document_id}-n{i:04d}") for i, figure in enumerate(figures))


def _whole_told(amounts: Sequence[Statement]) -> Subject:
    """What the first of some amounts is of, as the whole of parts that follow.

    年初预算为207万元，支出决算为202万元，其中：…: told at two stages, it leaves its parts at the document's own.
    """
    first = amounts[0]
    stages = {
        s.stage for s in amounts if s.label == first.label and (s.year, s.relative) == (first.year, first.relative)
    }
    return Subject(first.label, first.year, first.relative, first.stage if len(stages) == 1 else None)


def _line_named(text: str) -> Subject | None:
    """The line that a paragraph names and says nothing of: 13、农林水支出（类）水利（款）水土保持（项）。"""
    name = strip_enumerator(text)[1].strip("。：: ")
    return Subject(name) if _CLASSED.fullmatch(name) and _IS_LINE.search(name) else None


def _opens_list(text: str, amounts: Sequence[Statement]) -> bool:
    """Whether a paragraph ends in 其中： or 包括： said of an amount in its last sentence."""
    last = sentence_bounds(text.rstrip("。"))[-1][0] if text.strip("。 ") else 0
    of_amount = any(s.start >= last for s in amounts) or _GOES_ON.match(text[last:]) is not None
    return _LEFT_OPEN.search(text.rstrip("。")) is not None and of_amount


def _are_shares(statements: Sequence[Statement], own: Sequence[Statement]) -> bool:
    """Whether several amounts each have their share of something named before them: none of them is the whole."""
    shared = {s.label for s in statements if s.relation is Relation.SHARE and s.whole is None}
    return len({s.label for s in own} & shared) > 1


@dataclass(frozen=True, slots=True)
class _Opened:
    """A list that a paragraph opens with 其中： or 包括：; it ends where numbering goes back to the opener's depth."""

    subject: Subject | None
    depth: int | None
    basis: str | None

    def holds(self, depth: int | None) -> bool:
        """Whether a paragraph numbered this deep still belongs to the list."""
        return self.depth is None or depth is None or depth > self.depth


def _states_figures(item: Placed) -> bool:
    if item.depth is not None or item.paragraph.is_contents:
        return False
    return not any(_GLOSSARY.search(title) for title in item.section[-2:])


def _with_reason(
    told: list[tuple[int, Statement]], number: int, orphan: OrphanReason, placed: Sequence[Placed]
) -> list[tuple[int, Statement]]:
    """Give a reason said later to the changes of the same section that its words name."""
    wanted = bare(orphan.label)
    if not wanted:
        return _with_next_reason(told, number, orphan, placed)
    core = re.sub(r"收支|收入|支出|预算|部门", "", wanted)
    sides = [side for side in ("收入", "支出") if side in wanted or "收支" in wanted]
    found = list(told)
    for i, (place, statement) in enumerate(told):
        near = placed[place].section == placed[number].section and number - 3 <= place <= number
        label = bare(statement.label)
        named = wanted in label or (sides and core in label and any(side in label for side in sides))
        if near and named and statement.reason is None and statement.relation in (Relation.CHANGE, Relation.RATE):
            found[i] = (place, replace(statement, reason=orphan.reason))
    return found


def _with_next_reason(
    told: list[tuple[int, Statement]], number: int, orphan: OrphanReason, placed: Sequence[Placed]
) -> list[tuple[int, Statement]]:
    """减少的主要原因是… in a paragraph of its own explains the leading change of the paragraph before it."""
    before = [s for n, s in told if n == number - 1 and s.whole is None and placed[n].section == placed[number].section]
    if not before:
        return told
    label = before[0].label
    down = bool(re.search("减少|下降|降低", orphan.said))
    found = []
    for n, statement in told:
        mine = n == number - 1 and statement.label == label and statement.reason is None
        moved = statement.relation in (Relation.CHANGE, Relation.RATE) and (
            not orphan.said or (statement.value < 0) == down
        )
        found.append((n, replace(statement, reason=orphan.reason) if mine and moved else statement))
    return found


def _figures(
    document_id: str,
    item: Placed,
    number: int,
    packed: Packed,
    identity: Identity,
    statement: Statement,
    codes: Codes,
) -> list[Figure]:
    spot = next((s for s in item.paragraph.spots if s.start <= statement.start < s.end), item.paragraph.spots[0])
    whole = statement.whole
    if whole is None and item.section and "绩效" in item.section[-1]:
        whole = strip_enumerator(item.section[-1])[1]  # 其中财政拨款4.5万元 of the goals is not the department's
    year, stage = statement.year, statement.stage
    dated = _dated((*item.section, *_opening(item.paragraph.text)))
    if dated is not None and dated[0] != identity.year:
        stage = stage or dated[1]
    own = dated[0] if dated is not None else identity.year
    if year is None and own is not None:
        year = own + (statement.relative or 0)
    figure = Figure(
        id="",
        document_id=document_id,
        table_id=None,
        row_id=None,
        passage_id=packed.passage_at(number, statement.start),
        origin=Origin.NARRATIVE,
        relation=statement.relation,
        department=identity.department,
        body=_body_of(item.section, identity.department),
        year=year,
        stage=stage or _stage_of(statement.label, identity, year),
        table_kind=NARRATIVE,
        label=statement.label,
        code=statement.code or _code_of(statement.label, item.section, codes),
        role=RowRole.OF_WHICH if whole else RowRole.ITEM,
        column=(whole,) if whole else (),
        text=item.paragraph.text[statement.start : statement.end],
        amount=Amount(statement.value, statement.unit),
        unit=statement.unit,
        page=spot.page,
        box=spot.box,
        basis=statement.basis,
        inferred=("year",) if statement.year is None and "year" in identity.inferred else (),
        reason=statement.reason,
    )
    return [figure, *(replace(figure, label=label) for label in _sides(statement.label))]


def _dated(section: tuple[str, ...]) -> tuple[int, Stage | None] | None:
    """The year and stage of the innermost heading that dates its part: 一、2025年预算执行情况 of a report on 2026."""
    for title in reversed(section):
        plain = strip_enumerator(title)[1]
        years = [span for span in calendar_years(plain) if span.year is not None]
        if len(years) == 1 and years[0].start == 0 and _OF_A_BUDGET.match(plain[years[0].end :]):
            return years[0].year or 0, stage_in(plain)
    return None


def _opening(text: str) -> tuple[str, ...]:
    """The heading that a paragraph begins with and goes on behind: （一）2025年预算执行情况。全县…."""
    first, stop, _ = text.partition("。")
    return (first,) if stop and strip_enumerator(first)[0] and len(first) <= _LONGEST_OPENING else ()


def _stage_of(label: str, identity: Identity, year: int | None) -> Stage:
    """The document's stage, but a final account also quotes its budget: “三公”经费支出预算为10万元，支出决算为8万元.

    And a budget quotes what was spent the year before: 上年“三公”经费实际支出8万元.
    """
    stage = identity.stage
    if stage is Stage.BUDGET and _SPENT.search(label) and None not in (year, identity.year) and year != identity.year:
        return Stage.EXECUTION
    budget = re.search(r"(?<!公共)(?<!基金)(?<!经营)预算(?:数|总额)?$", label)
    return Stage.BUDGET if stage is Stage.FINAL_ACCOUNT and budget is not None else stage


def _sides(label: str) -> tuple[str, ...]:
    """收入、支出预算总计 states two amounts that are equal: of the income and of the expenditure."""
    for pattern, forms in _BOTH_SIDES:
        match = pattern.match(label)
        if match is not None:
            return tuple(form.format(*match.groups()) for form in forms)
    return ()


def _body_of(section: tuple[str, ...], department: str | None) -> str | None:
    """The unit a section is about, where its heading is a unit's name other than the publisher's."""
    for title in reversed(section):
        name = strip_enumerator(title)[1]
        if is_body_name(name):
            body = read_body(name).name
            same = department is not None and bare(body) in body_variants(department)
            return None if same else body
    return None


def _functional_names(rows: Sequence[Row]) -> Codes:
    """The comparison forms of the names under which the document's tables print every functional code.

    A table of projects prints the code of a subject beside the name of each of its projects.
    """
    names: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        if row.code and row.code_scheme == FUNCTIONAL:
            names[row.code].add(bare(row.label))
    return names


def _code_of(label: str, section: tuple[str, ...], codes: Codes) -> str | None:
    """The functional code of 某某（类）某某（款）某某（项）, where the document's tables print it just once."""
    match = _CLASSED.search(_LEVEL.sub(r"（\1）", label))
    if match is None:
        return None
    top = match["a"] or next((m["a"] for t in reversed(section) if (m := _CLASS_HEADING.search(t))), None)
    item, group = bare(match["c"]), bare(match["b"])
    found = {
        code
        for code, names in codes.items()
        if len(code) == 7
        and _is_named(item, names)
        and (code[:5] not in codes or _is_named(group, codes[code[:5]]))
        and (top is None or code[:3] not in codes or _is_named(bare(top), codes[code[:3]]))
    }
    return found.pop() if len(found) == 1 else None


def _is_named(name: str, names: set[str]) -> bool:
    """Whether a name is one of those printed, with 支出 at its end or without: 住房保障（类）."""
    return bool({name, name + "支出", name.removesuffix("支出")} & names)
