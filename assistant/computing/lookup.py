"""Looking up one figure: scope by scope, with a refusal or a question back where it is not one figure."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from assistant.finding.beside import kept_beside, readings
from assistant.finding.choose import Choice, chosen
from assistant.finding.evidence import Found, Outcome, converted, source_of
from assistant.finding.holdings import is_unit_document
from assistant.finding.library import Library
from assistant.finding.scope import Period, Place, periods_of, places_of, years_held
from assistant.finding.select import Candidate, Wanted, candidates
from assistant.plan import Ask, Term
from assistant.saying.refusals import departments_held, nearest, stages_held, year_words
from assistant.saying.wordings import figure_label, money, narrow_words, place_words, spoken_table
from ingest.messages import say
from ingest.records.document import Document, Stage
from ingest.records.figure import Relation
from ingest.records.passage import Passage


@dataclass(slots=True)
class Desk:
    """What the steps of an answer share: the library, where units are reported, the language, the unit asked for."""

    library: Library
    units: dict[str, frozenset[str]]
    language: str
    unit: str | None = None
    pick: dict[str, str] = field(default_factory=dict)  # ask -> id of the figure chosen after a question back
    derive: "Callable[[Desk, Ask, Sight], Outcome | None] | None" = None  # last year's figure from this year's change
    passages: Callable[[str, list[str]], list[Passage]] | None = None  # nearest passages of documents


@dataclass(slots=True)
class Sight:
    """One place and year looked at, with what was found there."""

    place: Place
    period: Period
    choice: Choice


def documents_with(library: Library, terms: tuple[Term, ...], documents: list[Document]) -> list[Document]:
    """Of many documents those that print something the terms name; all where only concepts are named."""
    names = library.names()
    kept = {d.id for d in documents}
    for term in terms:
        if term.kind in ("name", "like"):
            holders: set[str] = set()
            for key, _ in term.names:
                holders |= names.get(key, frozenset())
            if not holders or (term.kind == "name" and len(term.text) < 4):
                holders |= {i for key, ids in names.items() if term.text in key for i in ids}
            kept &= holders
    return [d for d in documents if d.id in kept]


def sights_of(desk: Desk, ask: Ask, relation: Relation = Relation.AMOUNT, shift: int = 0) -> list[Sight]:
    """Every place and year the ask leads to, with the choice of figure there."""
    sights = []
    for options in places_of(desk.library, ask.scope, desk.units):
        found = []
        for place in options:
            for period in periods_of(place, ask.scope):
                if shift and period.year is not None:
                    scope_year = period.year + shift
                    period = Period(scope_year, [d for d in place.documents if d.year == scope_year], period.documents)
                choice = look(desk, ask, place, period, relation, everywhere=not ask.scope.departments)
                found.append(Sight(place, period, choice))
        sights.extend(_of_mention(found) if len(options) > 1 else found)
    return sights


def _of_mention(found: list[Sight]) -> list[Sight]:
    """Of several bodies a mention may mean, those that have the figure; without any, the first for the refusal."""
    have = [s for s in found if s.choice.best or s.choice.options or s.choice.blank]
    return have or found[:1]


def _cost(sight: Sight) -> float:
    choice = sight.choice
    first = choice.best or (choice.options[0] if choice.options else choice.blank)
    return first.cost if first is not None else 99.0


def look(desk: Desk, ask: Ask, place: Place, period: Period, relation: Relation, everywhere: bool = False) -> Choice:
    """The choice of figure in one place and year."""
    if ask.as_of:
        period = Period(None, [d for d in place.documents if d.year in (ask.as_of, ask.as_of + 1)])
    found: list[Candidate] = []
    for terms, hints in readings(ask.terms, ask.hints):
        found = _explained(desk, replace(ask, terms=terms, hints=hints), place, period, relation, everywhere)
        if found:
            break
    found.sort(key=lambda c: (round(c.cost, 3), is_unit_document(c.holding.document), c.figure.page, c.figure.id))
    picked = desk.pick.get(pick_key(ask))
    if picked:
        one = [c for c in found if c.figure.id == picked]
        if one:
            return Choice(one[0], one, [])
    return chosen(found)


def _explained(
    desk: Desk, ask: Ask, place: Place, period: Period, relation: Relation, everywhere: bool
) -> list[Candidate]:
    """The figures that explain an ask, from the documents of the year first, then from those beside them."""
    for documents in (period.documents, period.others, period.later):
        found: list[Candidate] = []
        documents = list(documents)
        if everywhere:
            documents = documents_with(desk.library, ask.terms, documents)
        for document in documents:
            wanted = Wanted(
                final_terms(ask.terms, document),
                ask.context,
                (period.year,) if period.year is not None else (),
                period.stages or ask.scope.stages,
                frozenset({place.unit}) if place.unit else _own_level(ask, place, document),
                ask.scope.own_level,
                relation,
                str(ask.basis_year) if ask.basis_year else ask.basis,
                bool(ask.measure) or _VEHICLE_COUNT.search(ask.words) is not None,
                ask.level,
            )
            found.extend(candidates(desk.library.holding(document.id), wanted))
        if ask.as_of:
            found = [c for c in found if str(ask.as_of) in (c.figure.basis or "")]
        if ask.hints:
            found = kept_beside(found, ask.hints)
        if found:
            return found
    return []


def final_terms(terms: tuple[Term, ...], document: Document) -> tuple[Term, ...]:
    """In a final account 收入 and 支出 are those of the year; its 总计 also holds what was carried over."""
    if document.stage is not Stage.FINAL_ACCOUNT:
        return terms
    made = []
    for term in terms:
        if term.concept in ("income_total", "expenditure_total") and "总计" not in term.text:
            concept = "income_this_year" if term.concept == "income_total" else "expenditure_this_year"
            term = Term(term.text, "concept", concept)
        made.append(term)
    return tuple(made)


_VEHICLE_COUNT = re.compile(r"(?:几|多少)\s*[辆台](?!套)|(?:多少|几)名|(?:多少|几)家")


def pick_key(ask: Ask) -> str:
    """What a choice made after a question back is remembered under."""
    return f"{ask.operation}:{'+'.join(t.canonical for t in ask.terms)}"


def _own_level(ask: Ask, place: Place, document: Document) -> frozenset[str]:
    if ask.scope.own_level and not is_unit_document(document):
        return frozenset({f"={place.key}"})
    return frozenset()


def found_of(desk: Desk, ask: Ask, candidate: Candidate, agreeing: Sequence[Candidate] = ()) -> Found:
    """A candidate as a value of the answer, in the unit asked for."""
    figure = candidate.figure
    assert figure.amount is not None
    value, unit = converted(figure.amount.value, figure.unit, desk.unit)
    label = figure_label(candidate, ask.terms, desk.language)
    sources = [source_of(figure, candidate.holding)]
    for other in agreeing:
        if other.figure.id != figure.id and other.figure.page not in {s.page for s in sources} and len(sources) < 3:
            sources.append(source_of(other.figure, other.holding))
    made = Found(label, value, unit, sources, False, figure)
    if unit != figure.unit.name:
        made.method = say(
            "answer.converted", desk.language, printed=money(figure.amount.value, figure.unit.name), unit=unit
        )
    made.narrow = narrow_words(candidate.narrow, desk.language)
    if candidate.nil:
        note = candidate.table.table.note if candidate.table else None
        made.note = say("answer.nil_table", desk.language, table=spoken_table(candidate), note=note or "")
    return made


def looked_up(desk: Desk, ask: Ask) -> Outcome:
    """The answer to a plain look-up."""
    sights = sights_of(desk, ask)
    return outcome_of(desk, ask, sights)


def outcome_of(desk: Desk, ask: Ask, sights: list[Sight]) -> Outcome:
    """Figures for every place and year, or what to ask back, or why there is none."""
    clear = [s for s in sights if s.choice.best is not None]
    if not ask.scope.departments:
        return _everywhere(desk, ask, sights)
    departments = {s.place.key for s in sights}
    mentions = len(ask.scope.departments)
    if len(departments) > mentions and len(clear) > 1 and len({s.place.key for s in clear}) > mentions:
        return clarify(desk, ask, [s.choice.best for s in clear if s.choice.best is not None], "department")
    for sight in sights:
        if sight.choice.options:
            return clarify(desk, ask, sight.choice.options, "line", sight)
    if not clear and not any(_derivable(desk, ask, s) for s in sights):
        blank = next((s for s in sights if s.choice.blank is not None), None)
        if blank is not None and blank.choice.blank is not None:
            return blank_of(desk, ask, blank)
        return missing(desk, ask, sights)
    out = Outcome("figures")
    for sight in sights:
        if sight.choice.best is None:
            worked_out = (
                desk.derive(desk, ask, sight) if desk.derive is not None and sight.choice.blank is None else None
            )
            if worked_out is not None:
                out.found.extend(worked_out.found)
                out.method.extend(worked_out.method)
                continue
            if sight.choice.blank is not None:
                out.method.append(blank_of(desk, ask, sight).message)
            else:
                return missing(desk, ask, [sight])
            continue
        found = found_of(desk, ask, sight.choice.best, sight.choice.agreeing)
        if len(sights) > 1:
            found.label = place_words(sight.choice.best, desk.language, found.label)
        if _whole_by_default(ask, sight):
            found.note = found.note or say("answer.of_department", desk.language)
        out.found.append(found)
        out.method.append(method_of(desk, sight))
    first = clear[0].choice.best if clear else None
    out.place = place_words(first, desk.language) if first is not None and len(sights) == 1 else ""
    return out


def _whole_by_default(ask: Ask, sight: Sight) -> bool:
    """Whether a department answers that has a unit document of the year too, where the question says neither."""
    best = sight.choice.best
    if best is None or ask.scope.kinds or ask.scope.own_level or is_unit_document(best.holding.document):
        return False
    return any(is_unit_document(d) and d.year == best.figure.year for d in sight.place.documents)


def _derivable(desk: Desk, ask: Ask, sight: Sight) -> bool:
    return desk.derive is not None and sight.choice.blank is None and desk.derive(desk, ask, sight) is not None


def _everywhere(desk: Desk, ask: Ask, sights: list[Sight]) -> Outcome:
    """A look-up that names no department: one answer where only one department has it, else a question back."""
    have = [s for s in sights if s.choice.best or s.choice.options]
    if not have:
        blank = next((s for s in sights if s.choice.blank is not None), None)
        return blank_of(desk, ask, blank) if blank is not None else missing(desk, ask, sights)
    least = min(_cost(s) for s in have)
    # Every department prints the lines of the budget its own way; a name is of those that print it alike.
    room = 1.0 if all(t.kind == "concept" for t in ask.terms) else 0.5
    near = [s for s in have if _cost(s) <= least + room]
    departments = {s.place.key for s in near}
    if len(departments) > 1:
        options = [s.choice.best or s.choice.options[0] for s in near]
        return clarify(desk, ask, options, "department")
    if near[0].choice.options:
        return clarify(desk, ask, near[0].choice.options, "line", near[0])
    return outcome_of(desk, _with_department(ask, near[0].place), near)


def _with_department(ask: Ask, place: Place) -> Ask:
    return replace(ask, scope=replace(ask.scope, departments=((place.key,),), said=(place.name,)))


def clarify(desk: Desk, ask: Ask, options: list[Candidate], about: str, sight: Sight | None = None) -> Outcome:
    """A question back with the choices, each with its body, line, amount and unit."""
    language = desk.language
    choices, picks = [], []
    labels = [figure_label(o, (), language, full=True) for o in options]
    for number, option in enumerate(options[:12]):
        amount = option.figure.amount
        value, unit = converted(amount.value, option.figure.unit, desk.unit) if amount else (None, "")
        told = labels[number]
        if labels.count(told) > 1:
            told += told_apart(option, options)
        words = place_words(option, language, told)
        choices.append(
            say("answer.choice", language, label=words, amount=money(value, unit) if value is not None else "")
        )
        picks.append((pick_key(ask), option.figure.id, option.holding.document.department or ""))
    asked = "、".join(t.text for t in ask.terms) or ask.words
    message = say(f"answer.which_{about}", language, asked=asked, count=len(options))
    out = Outcome("clarification", message=message, choices=choices, picks=list(picks))
    out.found = [found_of(desk, ask, o) for o in options[:12] if o.figure.amount is not None]
    return out


def told_apart(option: Candidate, options: list[Candidate]) -> str:
    """Short words of a row's own cells (category, unit, page) that its namesakes do not share."""
    if option.row is None:
        return f"（p.{option.figure.page}）"
    own = [t.text for t in option.holding.texts.get(option.row.row.id, []) if len(t.text) <= 16]
    others = {
        t.text for o in options if o is not option and o.row is not None for t in o.holding.texts.get(o.row.row.id, [])
    }
    apart = [text for text in own if text not in others] or own[:2]
    return f"（{'，'.join(apart[:2])}）" if apart else f"（p.{option.figure.page}）"


def blank_of(desk: Desk, ask: Ask, sight: Sight) -> Outcome:
    """The answer where the cell is there but nothing is printed in it."""
    candidate = sight.choice.blank
    assert candidate is not None
    source = source_of(candidate.figure, candidate.holding)
    message = say(
        "answer.blank",
        desk.language,
        what=place_words(candidate, desk.language, figure_label(candidate, ask.terms, desk.language)),
        table=spoken_table(candidate),
        page=source.page,
    )
    out = Outcome("blank", message=message)
    out.found = [Found(figure_label(candidate, ask.terms, desk.language), None, candidate.figure.unit.name, [source])]
    return out


def method_of(desk: Desk, sight: Sight) -> str:
    """How a figure was chosen, in words."""
    best = sight.choice.best
    assert best is not None
    language = desk.language
    key = "answer.read_from" if best.table is not None else "answer.read_from_text"
    lines = [say(key, language, table=spoken_table(best), page=best.figure.page)]
    if sight.period.by_default and best.figure.year is not None and len(years_held(sight.place.documents)) > 1:
        lines.append(say("answer.latest_year", language, year=best.figure.year))
    if len({c.figure.table_id for c in sight.choice.agreeing}) > 1:
        lines.append(
            say(
                "answer.agree", language, count=len({(c.figure.table_id, c.figure.page) for c in sight.choice.agreeing})
            )
        )
    if best.narrow:
        lines.append(say("answer.narrowed", language, what=narrow_words(best.narrow, language)))
    kinds = {is_unit_document(d) for d in sight.place.documents if d.year == best.figure.year}
    if len(kinds) == 2:
        key = "answer.unit_document" if is_unit_document(best.holding.document) else "answer.department_document"
        lines.append(say(key, language))
    return say("answer.sentence_join", language).join(lines)


def missing(desk: Desk, ask: Ask, sights: list[Sight]) -> Outcome:
    """A refusal that says what is missing and what is there."""
    language = desk.language
    place = sights[0].place if sights else None
    period = sights[0].period if sights else None
    asked = "、".join(t.text for t in ask.terms) or ask.words
    if place is not None and period is not None and ask.scope.departments:
        years = years_held(place.documents)
        if period.year is not None and not period.documents and not period.later:
            return Outcome(
                "refusal",
                message=say(
                    "answer.no_year",
                    language,
                    department=place.name,
                    year=period.year,
                    years=year_words(years, language),
                ),
            )
        if ask.scope.stages and not any(d.stage.value in ask.scope.stages for d in period.documents):
            return Outcome(
                "refusal",
                message=say(
                    "answer.no_stage",
                    language,
                    department=place.name,
                    year=period.year or "",
                    stage=ask.scope.stages[0],
                    there=stages_held(place.documents, language),
                ),
            )
        near = nearest(desk.library, ask.terms, place, period, language)
        return Outcome(
            "refusal",
            message=say(
                "answer.no_line", language, department=place.name, year=period.year or "", asked=asked, near=near
            ),
            choices=[],
        )
    return Outcome(
        "refusal",
        message=say("answer.nowhere", language, asked=asked, departments=departments_held(desk.library, language)),
    )
