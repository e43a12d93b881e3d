"""Where to look: which documents a question's departments, years, stages and kinds lead to."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from assistant.finding.holdings import department_key, is_unit_document
from assistant.finding.library import Library
from assistant.plan import Scope
from ingest.records.document import Document, DocumentKind, Stage
from ingest.wording.glyphs import bare

MOST_PLANNED = 3  # years beyond a document's own that its columns may plan


@dataclass(slots=True)
class Place:
    """A body and the documents that speak of it."""

    key: str  # comparison form of the department
    name: str
    documents: list[Document]
    unit: str | None = None  # comparison form of the unit asked for, where it is not the department itself


@dataclass(slots=True)
class Period:
    """The documents of one year that a place is read from."""

    year: int | None
    documents: list[Document]
    later: list[Document] = field(default_factory=list)  # of another year whose columns tell this one: 上年数, 中期规划
    others: list[Document] = field(default_factory=list)  # of the same year, at another stage
    by_default: bool = False
    stages: tuple[str, ...] = ()  # where this year was said with a stage of its own


def places_of(library: Library, scope: Scope, units: dict[str, frozenset[str]]) -> list[list[Place]]:
    """For every mention, the bodies it may mean; one entry with every department where none is mentioned."""
    if not scope.departments:
        targets = [d for d in library.documents if d.kind is DocumentKind.PERFORMANCE_TARGETS]
        return [_all(targets if targets and "targets" in scope.kinds else library.documents)]
    found = []
    for keys in scope.departments:
        options: list[Place] = []
        for key in keys:
            documents = [d for d in library.documents if department_key(d) == key]
            if documents:
                options.append(Place(key, documents[0].department or "", documents))
                continue
            holders = [d for d in library.documents if d.id in units.get(key, frozenset())]
            for department in sorted({d.department or "" for d in holders}):
                own = [d for d in holders if (d.department or "") == department]
                options.append(Place(department_key(own[0]), department, own, key))
        found.append(options)
    return _without_owners(found)


def _without_owners(found: list[list[Place]]) -> list[list[Place]]:
    """Mentions without the departments that only say whose a unit is: 杭州市司法局下属北郊监狱."""
    owners = {o.key for options in found if len(options) == 1 for o in options if o.unit}
    kept = [
        options for options in found if not (len(options) == 1 and not options[0].unit and options[0].key in owners)
    ]
    return kept if len(kept) == len(found) - 1 else found


def _all(documents: Iterable[Document]) -> list[Place]:
    by_department: dict[str, list[Document]] = {}
    for document in documents:
        by_department.setdefault(document.department or document.title, []).append(document)
    return [Place(department_key(own[0]) or bare(name), name, own) for name, own in sorted(by_department.items())]


def latest_year(documents: Sequence[Document], stages: Sequence[str]) -> int | None:
    """The newest year of documents, among those of the stage asked for where there are any."""
    staged = [d for d in documents if d.year is not None and (not stages or d.stage.value in stages)]
    years = [d.year for d in staged or documents if d.year is not None]
    return max(years, default=None)


def periods_of(place: Place, scope: Scope) -> list[Period]:
    """The years asked of a place with the documents to read each from; the latest year where none is asked."""
    documents = _of_kind(place.documents, scope)
    latest = latest_year(documents, scope.stages)
    if scope.pairs:
        return [
            Period(
                y,
                [d for d in documents if d.year == y and d.stage.value == s] or [d for d in documents if d.year == y],
                [d for d in documents if d.year == y + 1],
                stages=(s,),
            )
            for y, s in scope.pairs
        ]
    years = list(scope.years)
    if scope.recent and latest is not None:
        years = [latest - distance for distance in range(scope.recent - 1, -1, -1)]
    newest = latest_year(documents, ())  # 去年 is the year before the newest, whatever the stage asked for
    if scope.relative_years and newest is not None:
        years += [newest + distance for distance in scope.relative_years if newest + distance not in years]
    if scope.every_year:
        years = sorted({d.year for d in documents if d.year is not None})
    if not years and set(scope.kinds) == {"department", "unit"} and latest is not None:
        years = [latest]
    if not years and len(scope.stages) == 2 and latest is not None:
        years = [latest]
    if not years:
        own = _at(documents, latest, scope)
        others = [] if scope.stages else [d for d in documents if d.year == latest and d not in own]
        return [Period(latest, own, [], others, True)]
    made = []
    if len(scope.stages) == 2 and set(scope.kinds) != {"department", "unit"}:
        return [
            Period(y, _at(documents, y, scope), _at(documents, y + 1, Scope()), stages=(s,))
            for y in years
            for s in scope.stages
        ]
    if set(scope.kinds) == {"department", "unit"}:
        whole = [d for d in place.documents if not is_unit_document(d)]
        unit = [d for d in place.documents if is_unit_document(d)]
        return [Period(y, _at(own, y, scope), _at(own, y + 1, Scope())) for y in years for own in (whole, unit)]
    for year in years:
        own = _at(documents, year, scope)
        later = _at(documents, year + 1, Scope())
        if not own and not later:
            later = _at(documents, year + 2, Scope())  # 2018年支出49万元，比上年减少3万元 in the budget of 2019
        if not own and not later and latest is not None and latest < year <= latest + MOST_PLANNED:
            later = _at(documents, latest, Scope())  # a plan over several years, a column each
        others = [] if scope.stages else [d for d in documents if d.year == year and d not in own]
        made.append(Period(year, own, later, others))
    return made


def _at(documents: Sequence[Document], year: int | None, scope: Scope) -> list[Document]:
    own = [d for d in documents if d.year == year]
    if scope.stages:
        staged = [d for d in own if d.stage.value in scope.stages]
        return staged or own
    budgets = [d for d in own if d.stage is Stage.BUDGET]
    return budgets or own


def _of_kind(documents: Sequence[Document], scope: Scope) -> list[Document]:
    """The documents of the kind asked for; of a department and its own unit the department, unless told otherwise."""
    if set(scope.kinds) == {"department", "unit"}:
        return list(documents)
    if "targets" in scope.kinds:
        own = [d for d in documents if d.kind is DocumentKind.PERFORMANCE_TARGETS]
        return own or list(documents)
    units = [d for d in documents if is_unit_document(d)]
    whole = [d for d in documents if not is_unit_document(d)]
    if scope.kinds == ("unit",) or (scope.own_level and units):
        return units or list(documents)
    if scope.kinds == ("department",):
        return whole or list(documents)
    if not units or not whole:
        return list(documents)
    both = {d.year for d in units} & {d.year for d in whole}
    return [d for d in documents if d in whole or d.year not in both]


def years_held(documents: Iterable[Document]) -> list[int]:
    """The years documents are of, oldest first."""
    return sorted({d.year for d in documents if d.year is not None})
