"""Looking up one figure: scope by scope, with a refusal or a question back where it is not one figure."""

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.computing.figures.carried_beside import with_carried
from assistant.computing.figures.looking import Desk, Sight, least_cost, look, pick_key, sights_of
from assistant.computing.figures.split_lines import split_line
from assistant.finding.choose import Choice, same_value
from assistant.finding.evidence import Found, Outcome, converted, source_of
from assistant.finding.holdings import is_unit_document
from assistant.finding.scope import Period, Place, years_held
from assistant.finding.wanted import Candidate
from assistant.lexicon import HALVES
from assistant.plan import SET_OPERATIONS, Ask
from assistant.saying.refusals import alike_words, departments_held, lines_alike, stage_alone, stages_held, year_words
from assistant.saying.wordings import figure_label, money, narrow_words, place_words, spoken_table
from assistant.understand.words.concept_terms import concept_term
from ingest.messages import say
from ingest.records.document import Stage
from ingest.records.figure import Relation


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
    made.narrow = narrow_words(candidate.narrow)
    if candidate.nil:
        note = _unwrapped(candidate.table.table.note or "") if candidate.table else ""
        key = "answer.nil_table" if note else "answer.nil_table_blank"
        made.note = say(key, desk.language, table=spoken_table(candidate), note=note)
    if candidate.table is not None and candidate.table.table.id in candidate.holding.contradicted:
        made.note = say("answer.contradicted_table", desk.language, table=spoken_table(candidate))
    return made


def _unwrapped(note: str) -> str:
    """A note below a table without the brackets around it: it is quoted in brackets."""
    inner = _IN_BRACKETS.fullmatch(note.strip())
    return inner[1] if inner is not None else note.strip()


def looked_up(desk: Desk, ask: Ask) -> Outcome:
    """The answer to a plain look-up."""
    sights = sights_of(desk, ask)
    return _total_of_a_unit(desk, ask, sights) or outcome_of(desk, ask, sights)


def _total_of_a_unit(desk: Desk, ask: Ask, sights: list[Sight]) -> Outcome | None:
    """The whole budget of a unit whose spending is printed only in part, as what is spent on projects.

    A budget is balanced: the unit's line in the table of income is its total; where there is none, it is refused.
    """
    own = ask.scope.own_level
    bests = [s.choice.best for s in sights if s.choice.best is not None and (s.place.unit or own)]
    if len(ask.terms) != 1 or ask.terms[0].concept != "expenditure_total" or not bests:
        return None
    if not all(b.narrow & HALVES and b.figure.stage is Stage.BUDGET for b in bests):
        return None
    whole = replace(ask, terms=(concept_term("budget_total"),))
    found = sights_of(desk, whole)
    if all(s.choice.best is not None and not s.choice.best.narrow & HALVES for s in found):
        return outcome_of(desk, whole, found)
    return missing(desk, ask, sights)


def outcome_of(desk: Desk, ask: Ask, sights: list[Sight]) -> Outcome:
    """Figures for every place and year, or what to ask back, or why there is none."""
    for sight in sights:
        if _only_a_part(desk, ask, sight) or _settled_only(desk, ask, sight):
            sight.choice = Choice(None, [], [])
        sight.choice = with_carried(ask, sight.choice)
    clear = [s for s in sights if s.choice.best is not None]
    if not ask.scope.departments:
        return _everywhere(desk, ask, sights)
    departments = {s.place.key for s in sights}
    mentions = len(ask.scope.departments)
    if len(departments) > mentions and len(clear) > 1 and len({s.place.key for s in clear}) > mentions:
        return clarify(desk, ask, [s.choice.best for s in clear if s.choice.best is not None], "department")
    for sight in sights:
        if sight.choice.options:
            if len(sights) == 1 and (split := split_line(desk, ask, sight)) is not None:
                return split
            return clarify(desk, ask, sight.choice.options, "line")
    worked = {id(s): _worked_out(desk, ask, s) for s in sights if s.choice.best is None}
    if not clear and not any(worked.values()):
        blank = next((s for s in sights if s.choice.blank is not None), None)
        if blank is not None and blank.choice.blank is not None:
            return blank_of(desk, ask, blank)
        return missing(desk, ask, sights)
    out = Outcome("figures")
    for sight in sights:
        if sight.choice.best is None:
            worked_out = worked[id(sight)]
            if worked_out is not None:
                out.found.extend(worked_out.found)
                out.method.extend(worked_out.method)
                continue
            if sight.choice.blank is not None:
                empty = blank_of(desk, ask, sight)
                out.lead, out.found = empty.message, [*out.found, *empty.found]
            elif ask.scope.recent and clear:
                out.lead = missing(desk, ask, [sight]).message  # 近三年: the years that are held, and which is not
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


def _only_a_part(desk: Desk, ask: Ask, sight: Sight) -> bool:
    """Whether last year's figure is of one fund where this year's, found by the same words, is of all."""
    best, period = sight.choice.best, sight.period
    if best is None or not best.narrow or period.year is None or not period.later or period.documents:
        return False
    now = look(desk, ask, sight.place, Period(period.year + 1, period.later), Relation.AMOUNT).best
    if now is None or best.narrow <= now.narrow:
        return False
    # Where the row prints all of this year's beside last year's, its fund is all there is.
    beside = [f for _, f in best.row.cells if f.year == period.year + 1] if best.row is not None else []
    return not any(same_value(f, now.figure) for f in beside if f.column[-1:] == best.figure.column[-1:])


_BUDGET_SAID = re.compile(r"预算(?!执行)|推算|倒推|反推")
_SETTLED_SAID = re.compile(r"决算|实际|执行|花了|用了")


def _settled_only(desk: Desk, ask: Ask, sight: Sight) -> bool:
    """Whether last year's budget is asked for, only its account is held, and a later budget tells the change."""
    best = sight.choice.best
    spent = best is not None and best.figure.stage is Stage.EXECUTION and best.table is None
    if best is None or not (best.figure.stage is Stage.FINAL_ACCOUNT or spent) or ask.scope.stages:
        return False
    if not _BUDGET_SAID.search(ask.words) or _SETTLED_SAID.search(ask.words):
        return False
    bare_sight = Sight(sight.place, sight.period, Choice(None, [], []))
    return spent or (bool(sight.period.later) and _worked_out(desk, ask, bare_sight) is not None)


def _whole_by_default(ask: Ask, sight: Sight) -> bool:
    """Whether a department answers that has a unit document of the year too, where the question says neither."""
    best = sight.choice.best
    if best is None or ask.scope.kinds or ask.scope.own_level or is_unit_document(best.holding.document):
        return False
    return any(is_unit_document(d) and d.year == best.figure.year for d in sight.place.documents)


def with_unit(desk: Desk, ask: Ask, outcome: Outcome, alone: bool) -> Outcome:
    """A department's figure with the one its own unit document prints, where the question says neither."""
    if not alone or outcome.kind != "figures" or len(outcome.found) != 1 or outcome.found[0].figure is None:
        return outcome
    if "部门" in ask.words or outcome.found[0].note != say("answer.of_department", desk.language):
        return outcome
    figure = outcome.found[0].figure
    own = replace(ask, scope=replace(ask.scope, kinds=("unit",)))
    bests = [s.choice.best for s in sights_of(desk, own) if s.choice.best is not None]
    alike = [b for b in bests if b.figure.year == figure.year and not same_value(b.figure, figure)]
    if len(bests) == len(alike) == 1:
        told = found_of(desk, ask, alike[0])
        told.label = place_words(alike[0], desk.language, told.label)
        outcome.found.append(told)
    return outcome


def _worked_out(desk: Desk, ask: Ask, sight: Sight) -> Outcome | None:
    """What can be worked out where nothing is printed; a blank cell is no such place."""
    return desk.derive(desk, ask, sight) if desk.derive is not None and sight.choice.blank is None else None


def _everywhere(desk: Desk, ask: Ask, sights: list[Sight]) -> Outcome:
    """A look-up that names no department: one answer where only one department has it, else a question back."""
    have = [s for s in sights if s.choice.best or s.choice.options]
    if not have:
        blank = next((s for s in sights if s.choice.blank is not None), None)
        return blank_of(desk, ask, blank) if blank is not None else missing(desk, ask, sights)
    least = min(least_cost(s) for s in have)
    # Every department prints the lines of the budget its own way; a name is of those that print it alike.
    room = 1.0 if all(t.kind == "concept" for t in ask.terms) else 0.5
    near = [s for s in have if least_cost(s) <= least + room]
    departments = {s.place.key for s in near}
    if len(departments) > 1:
        options = [s.choice.best or s.choice.options[0] for s in near]
        return clarify(desk, ask, options, "department")
    if near[0].choice.options:
        return clarify(desk, ask, near[0].choice.options, "line")
    return outcome_of(desk, _with_department(ask, near[0].place), near)


def _with_department(ask: Ask, place: Place) -> Ask:
    return replace(ask, scope=replace(ask.scope, departments=((place.key,),), said=(place.name,)))


def clarify(desk: Desk, ask: Ask, options: list[Candidate], about: str) -> Outcome:
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
    secret = candidate.figure.is_secret
    message = say(
        "answer.kept_secret" if secret else "answer.blank",
        desk.language,
        what=place_words(candidate, desk.language, figure_label(candidate, ask.terms, desk.language)),
        table=spoken_table(candidate),
        page=source.page,
    )
    out = Outcome("refusal" if secret else "blank", message=message)
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
        lines.append(say("answer.narrowed", language, what=narrow_words(best.narrow)))
    kinds = {is_unit_document(d) for d in sight.place.documents if d.year == best.figure.year}
    if len(kinds) == 2:
        key = "answer.unit_document" if is_unit_document(best.holding.document) else "answer.department_document"
        lines.append(say(key, language))
    return say("answer.sentence_join", language).join(lines)


_IN_BRACKETS = re.compile(r"[（(]([^（）()]*)[)）]")
# What a question asks to choose among, where no list of it is printed: 最大的五个项目.
_SETS = {"project": "answer.noun_project", "unit": "answer.noun_unit", "subject": "answer.noun_subject"}


def missing(desk: Desk, ask: Ask, sights: list[Sight]) -> Outcome:
    """A refusal that says what is missing and what is there."""
    language = desk.language
    place = sights[0].place if sights else None
    period = sights[0].period if sights else None
    asked = "、".join(t.text for t in ask.terms) or ask.words
    if place is not None and period is not None and ask.scope.departments:
        years = years_held(place.documents)
        ahead = period.year is not None and period.year > max(years, default=period.year)
        if period.year is not None and not period.documents and (ahead or not period.later):
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
        opening = ask.scope.stages == (Stage.BUDGET.value,)
        if opening and period.documents and all(d.stage is Stage.FINAL_ACCOUNT for d in period.documents):
            message = say(
                "answer.no_opening", language, department=place.name, year=period.year or "", asked=asked,
                there=stages_held(place.documents, language),
            )  # fmt: skip
            return Outcome("refusal", message=message)
        if ask.scope.stages and not any(d.stage.value in ask.scope.stages for d in period.documents):
            return Outcome(
                "refusal",
                message=say(
                    "answer.no_stage",
                    language,
                    department=place.name,
                    year=period.year or "",
                    stage=stage_alone(ask.scope.stages[0], language),
                    there=stages_held(place.documents, language),
                ),
            )
        noun = _SETS.get(ask.entity or ("unit" if ask.group == "body" else "")) if not ask.terms else None
        if noun is not None and ask.operation in SET_OPERATIONS:
            message = say(
                "answer.no_set", language, department=place.name, year=period.year or "", noun=say(noun, language)
            )
            return Outcome("refusal", message=message, not_printed=True)
        alike = lines_alike(desk.library, ask.terms, place, period)
        message = say(
            "answer.no_line", language, department=place.name, year=period.year or "", asked=asked,
            near=alike_words(alike, language),
        )  # fmt: skip
        return Outcome("refusal", message=message, choices=alike, not_printed=True)
    return Outcome(
        "refusal",
        message=say("answer.nowhere", language, asked=asked, departments=departments_held(desk.library, language)),
    )
