"""Where a question of words looks: the passages of the documents it may mean, each with the row it belongs to."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from assistant.computing.figures.looking import Desk, holdings_of
from assistant.descriptive.sought import Sought
from assistant.descriptive.stretches import sentences
from assistant.finding.holdings import Holding, department_key
from assistant.finding.scope import Period, Place, periods_of, places_of
from assistant.plan import Ask, Scope
from assistant.understand.door import Door
from assistant.understand.words.body_forms import forms_of, short_places
from assistant.understand.words.text import without
from ingest.records.document import Document, Stage
from ingest.records.passage import Passage, PassageKind
from ingest.wording.glyphs import bare
from ingest.wording.names import read_body

_COMPARED = re.compile(
    r"[比较跟与和同](20\d\d)年?(?:度|的|决算|预算|实际|同期|数)*(?=[还又都也]?[多少高低增减涨降上下变]|相?比)"
)
# 从去年的30万砍到0: where a change began.
_BEGAN = re.compile(
    r"[从由](?:20\d\d年|[去上]年|上一年|前一年)度?的?(?:预算|决算|执行数?)?的?(?:\d[\d.]*[万亿]?元?)?(?:一下子?|直接)?[到砍降减跌落掉缩压增涨升变调归下上]"
)
# A number that is part of a name (12345热线), no year, amount or count.
_NUMBER = re.compile(r"(?<![\d.,])(?!(?:19|20)\d\d(?!\d))\d{3,6}(?![\d.,]|年|[千万亿元个人名家台辆次场件户㎡%％]|平)")
_SHORT = 3  # signs of a name that is part of other names: 培训费
_SCANNED = 3000  # passages that are all looked at; beyond, the search by words narrows them first


@dataclass(frozen=True, slots=True)
class Spot:
    holding: Holding
    passage: Passage
    label: str  # the row a goal belongs to
    title: str = ""  # the table a note stands under, bare


def spots_of(desk: Desk, scope: Scope, seek: Sought) -> list[Spot]:
    """The passages to look at; where the year asked about has none, rows that carry it in their name."""
    return _places(desk, _holdings(desk, scope, seek.door), seek) or _named_after_years(desk, scope, seek)


def sentences_of(desk: Desk, ask: Ask) -> Iterator[tuple[Holding, Passage, int, int, str]]:
    """Every sentence of the documents an ask is about: where it stands, and its bare form."""
    for holding, _ in holdings_of(desk, ask):
        for passage in holding.passages:
            for start, end, said in sentences(passage.text):
                yield holding, passage, start, end, said


def _holdings(desk: Desk, scope: Scope, door: Door) -> list[Holding]:
    """The documents to look into; what a body is and does may stand in its unit's own document as well."""
    if door is Door.SECTION:
        scope = replace(scope, kinds=("department", "unit"))
    found: dict[str, Holding] = {}
    for options in places_of(desk.library, scope, desk.units):
        for place in options:
            for period in periods_of(place, scope):
                for document in (*period.documents, *_settled(place, period, scope, door)):
                    found[document.id] = desk.library.holding(document.id)
    return list(found.values())


def _settled(place: Place, period: Period, scope: Scope, door: Door) -> list[Document]:
    """The final account of the year asked, or the latest one: what was done stands there, not in the budget."""
    if scope.stages or door is Door.WHY:
        return []
    settled = [d for d in place.documents if d.stage is not Stage.BUDGET and d.year is not None]
    if period.by_default:
        latest = max((d.year for d in settled if d.year is not None), default=None)
        return [d for d in settled if d.year == latest]
    return [d for d in settled if d.year == period.year]


def _places(desk: Desk, holdings: list[Holding], seek: Sought) -> list[Spot]:
    contents = any(section.id == "empty" for section in seek.sections)
    found = [
        Spot(holding, passage, _label(holding, passage), _title(holding, passage))
        for holding in holdings
        for passage in holding.passages
        if contents or passage.kind is not PassageKind.CONTENTS
    ]
    if len(found) > _SCANNED and desk.passages is not None:
        near = {passage.id for passage in desk.passages(seek.words, sorted(h.document.id for h in holdings))}
        found = [place for place in found if place.passage.id in near]
    return found


def _named_after_years(desk: Desk, scope: Scope, seek: Sought) -> list[Spot]:
    """Rows whose name carries the year asked about: 2024年运维项目 stands in the budget of a later year."""
    years = [str(year) for year in scope.years]
    places = _places(desk, _holdings(desk, replace(scope, years=()), seek.door), seek) if years else []
    return [place for place in places if place.label and all(year in place.label for year in years)]


def _label(holding: Holding, passage: Passage) -> str:
    row = holding.rows.get(passage.row_id or "")
    return f"{row.row.label} {row.row.body or ''}".strip() if row is not None else ""


def _title(holding: Holding, passage: Passage) -> str:
    if passage.kind is not PassageKind.TABLE_NOTE:
        return ""
    return next((bare(table.table.title) for table in holding.tables if table.table.id == passage.table_id), "")


def departments_said(desk: Desk, scope: Scope) -> list[str]:
    """The words that name departments; a unit inside a department is left to the words, its texts stand in rows."""
    held = {department_key(document) for document in desk.library.documents}
    return [said for said, keys in zip(scope.said, scope.departments, strict=False) if held & set(keys)]


def homes_said(desk: Desk, scope: Scope) -> list[str]:
    """The places in the names of the departments that a question is of, in all their forms: 清新 of 清新区残联."""
    keys = {key for keys in scope.departments for key in keys}
    held = {d.department for d in desk.library.documents if d.department and department_key(d) in keys}
    return sorted({form for department in held for form in _forms(department)})


def units_said(desk: Desk, scope: Scope) -> list[str]:
    """The names of the units inside a department that a question says, in comparison form."""
    departments = departments_said(desk, scope)
    pairs = zip(scope.said, scope.departments, strict=False)
    return [bare(said) for said, keys in pairs if said not in departments and keys]


def of_bodies_said(desk: Desk, scope: Scope, places: list[Spot], question: str) -> list[Spot]:
    """The places without the rows of other bodies, where a question names units inside a department or its own office.

    A project of one name is carried out by several units, each with goals of its own. Of a row that it names and only
    other bodies have, nothing tells but what names both the row and the body.
    """
    departments = departments_said(desk, scope)
    said = {
        bare(said): keys
        for said, keys in zip(scope.said, scope.departments, strict=False)
        if scope.own_level or said not in departments
    }
    if not said or len(said) < len(scope.departments):
        return places
    units = {key for keys in said.values() for key in keys}
    own = [place for place in places if (body := _body(place)) is None or body in units]
    rows = {_row(place) for place in own} - {""}
    rest = without(bare(question), rows)  # 工作经费 is not named where it ends a row of their own, 专项工作经费
    named = [row for row in {_row(place) for place in places} - rows if len(row) > _SHORT and row in rest]
    if not named:
        return own
    texts = [(place, bare("".join(place.passage.section) + place.passage.text)) for place in own]
    return [p for p, text in texts if any(r in text for r in named) and any(b in text for b in (*said, *units))]


def _row(place: Spot) -> str:
    row = place.holding.rows.get(place.passage.row_id or "")
    return row.key if row is not None else ""


def _body(place: Spot) -> str | None:
    """The body of the row that a passage belongs to, in comparison form."""
    row = place.holding.rows.get(place.passage.row_id or "")
    return bare(read_body(row.row.body).name) if row is not None and row.row.body else None


def without_compared(scope: Scope, question: str) -> Scope:
    """A scope without the years that a change is only held against: 收入总计为什么比2023年多, 从去年的30万砍到0."""
    compared = set(_COMPARED.findall(bare(question)))
    if (began := _BEGAN.search(bare(question))) is not None:
        compared |= {began[0][1:5]}
        scope = replace(scope, relative_years=())
    return replace(scope, years=tuple(year for year in scope.years if str(year) not in compared))


def of_another(desk: Desk, question: str, scope: Scope) -> Callable[[Spot], bool]:
    """What tells whether a text is of another place or thing than a question names that names no body: 广州12345项目.

    A place counts only where a document held is of it; a number only where it is part of a name.
    """
    if scope.departments:
        return lambda spot: False
    asked = bare(question)
    numbers = _NUMBER.findall(asked)
    said = {d.department for d in desk.library.documents if any(form in asked for form in _forms(d.department or ""))}

    def other(spot: Spot) -> bool:
        told = bare(f"{spot.passage.text}{''.join(spot.passage.section)}{spot.label}") if numbers else ""
        if any(number not in told for number in numbers):
            return True
        return bool(said) and spot.holding.document.department not in said

    return other


@cache
def _forms(department: str) -> frozenset[str]:
    """The ways to say each place in a department's name."""
    places = forms_of(read_body(department).name)[0]
    return frozenset(bare(form) for place in places for form in (place, *short_places(place)) if len(form) > 1)
