"""Operations over sets of rows: counting, adding, ranking, listing. Exact, with every input row cited."""

from decimal import Decimal

from assistant.computing.arithmetic.aggregate import aggregated, ranked, sliced
from assistant.computing.arithmetic.exact import base_of
from assistant.computing.arithmetic.of_told import rate_of
from assistant.computing.figures.looking import Desk, sights_of
from assistant.computing.figures.lookup import looked_up, missing
from assistant.computing.rows.detail_tables import by_events, detail_rows
from assistant.computing.rows.members import Member, Population, found_meets, narrowed, not_so_many
from assistant.computing.rows.named_rows import bears_part, is_name_condition
from assistant.computing.rows.population import population
from assistant.computing.rows.printed_totals import names_units, of_each_unit, told_count
from assistant.computing.rows.same_named import same_named
from assistant.computing.rows.subjects import is_of_subjects
from assistant.computing.sets.across import by_concept, one_kind_of_body, over_departments, unlike
from assistant.computing.sets.by_mean import chosen_by_mean
from assistant.computing.sets.moves import moved_set
from assistant.computing.sets.over_members import over_members
from assistant.computing.sets.picked import amounts_first, between_earlier, without_dropped
from assistant.computing.sets.years_together import too_few_years, whole_term
from assistant.finding.evidence import Found, Outcome, source_of
from assistant.finding.scope import places_of, years_held
from assistant.plan import EVERY, RANKS, SET_OPERATIONS, Ask, Operation, replace
from assistant.saying.refusals import year_words
from assistant.saying.wordings import condition_words
from assistant.understand.everyday.where_spent import SPENT_ON
from assistant.understand.words.sets_said import told_to_list
from ingest.messages import say
from ingest.records.document import Stage
from ingest.wording.glyphs import bare


def over_set(desk: Desk, ask: Ask) -> Outcome:
    """The outcome of a set operation; words beside what is named, which no row was held against, leave none."""
    if ask.hints:
        return Outcome("refusal", message=say("answer.not_understood", desk.language, words="、".join(ask.hints)))
    if any(f.on == "mean" for f in ask.filters):
        return chosen_by_mean(desk, ask, over_set)
    if (told := _of_changes_or_details(desk, ask) or _over_bodies(desk, ask)) is not None:
        return told
    ask = _of_named_units(desk, ask)
    bodies = len(places_of(desk.library, ask.scope, desk.units))  # 甲局下属乙中心 is one
    if bodies == len(ask.scope.departments) > 1 and ask.operation in (Operation.COUNT, Operation.LIST):
        return _body_by_body(desk, ask)
    if (counted := of_each_unit(desk, ask)) is not None:
        return counted
    if ask.entity is None and ask.operation in (*_RANKING, Operation.LIST, Operation.SUM) and names_units(desk, ask):
        ask = replace(ask, entity="unit")
    if (told := _count_told(desk, ask) or _of_one_name(desk, ask)) is not None:
        return told
    if ask.by_columns and ask.entity is None and ask.level is None:
        return _not_found(desk, ask)  # of what, is not said
    if (gone := _year_not_held(desk, ask)) is not None:
        return gone
    sets = population(desk, ask)
    if is_of_subjects(ask) and any(f.unit == "%" for f in ask.filters) and not any(s.members for s in sets):
        return _left_over(desk, ask)  # amounts meet no condition in percent, which tells nothing
    if _of_documents(ask, sets):
        return over_departments(desk, ask)
    return _over_populations(desk, ask, sets) if sets else _by_row_words(desk, ask) or _none(desk, ask)


def _of_documents(ask: Ask, sets: list[Population]) -> bool:
    """Whether 单位 means the bodies of the documents, which list but themselves: 三公经费最高的单位."""
    if ask.entity != "unit" or ask.operation not in RANKS or ask.scope.departments or not ask.terms:
        return False
    return all(len(s.members) <= 1 for s in sets) and len(sets) != 1


def _year_not_held(desk: Desk, ask: Ask) -> Outcome | None:
    """A refusal where one of several years that are said is not held of the body: 2026-2028年的项目有几个."""
    if len(ask.scope.years) < 2 or len(ask.scope.departments) != 1:
        return None
    places = [place for options in places_of(desk.library, ask.scope, desk.units) for place in options]
    held = sorted({year for place in places for year in years_held(place.documents)})
    gone = sorted(set(ask.scope.years) - set(held))
    if not gone or not held:
        return None
    there, name = year_words(held, desk.language), places[0].name
    return Outcome("refusal", message=say("answer.no_year", desk.language, department=name, year=gone[0], years=there))


def _not_found(desk: Desk, ask: Ask) -> Outcome:
    """A refusal that says what is there instead."""
    return missing(desk, ask, sights_of(desk, replace(ask, operation=Operation.LOOKUP)))


def _of_changes_or_details(desk: Desk, ask: Ask) -> Outcome | None:
    """What rows come to that are chosen by their change, or stand in a table of details."""
    if ask.moved:
        return moved_set(desk, ask)
    if is_of_subjects(ask) and set(ask.scope.stages) == {Stage.BUDGET.value, Stage.FINAL_ACCOUNT.value}:
        return Outcome("refusal", message=say("answer.condition_left", desk.language, condition=Stage.BUDGET.value))
    if by_events(ask) is not None:
        return over_events(desk, ask) or _not_found(desk, ask)  # the parts of 培训费 are no courses
    if (detail := detail_rows(desk, ask)) is not None and detail.members:
        return narrowed(over_members(desk, ask, detail.members, detail))
    return _not_found(desk, ask) if ask.direction and is_of_subjects(ask) else None  # a change left out


def over_events(desk: Desk, ask: Ask) -> Outcome | None:
    """What the events of a line come to that an ask calls by their class: 培训班; None where none are printed."""
    events = by_events(ask)
    courses = same_named(desk, events) if events is not None else None
    return narrowed(over_members(desk, events, courses.members, courses)) if events and courses else None


def _over_bodies(desk: Desk, ask: Ask) -> Outcome | None:
    """One figure of several bodies or years held together; None where rows within bodies are meant."""
    if not ask.scope.departments and (ask.entity == "department" or _by_department(desk, ask)):
        return over_departments(desk, ask)
    if one_kind_of_body(ask) and _several_departments(desk, ask):
        return over_departments(desk, ask)
    of_kind = ask.operation in (Operation.MEAN, Operation.MEDIAN) and bool(ask.terms) and ask.level is None
    of_kind = of_kind and len(ask.scope.departments) == 1 and _several_departments(desk, ask)  # 各审计局三公平均
    several = (len(ask.scope.departments) > 1 or of_kind) and ask.entity in (None, "department", "unit")
    return _over_found(desk, ask) if several or _is_over_years(ask) else None


def _is_over_years(ask: Ask) -> bool:
    """Whether the figures of several years are ranked or added."""
    of_all = ask.operation in (Operation.MAX, Operation.MIN, Operation.SUM, Operation.MEAN)
    return ask.scope.every_year or (of_all and (len(ask.scope.years) > 1 or ask.scope.recent > 1))


def _count_told(desk: Desk, ask: Ask) -> Outcome | None:
    """The number of projects that the document itself tells."""
    return told_count(desk, ask) if ask.operation is Operation.COUNT and ask.entity == "project" else None


def _of_one_name(desk: Desk, ask: Ask) -> Outcome | None:
    """What the rows of one name come to, where nothing but the name says which are meant."""
    return over_same_named(desk, ask) if ask.entity is None and ask.terms and ask.group is None else None


def _over_populations(desk: Desk, ask: Ask, sets: list[Population]) -> Outcome:
    """An operation over the sets of rows that are meant: one of a body, several added up, or a question back."""
    filled = [s for s in sets if s.members]
    if len(filled) > 1 and not ask.scope.departments:
        return _which_department(desk, filled)
    if ask.operation is Operation.SUM and len(sets) == len(ask.scope.departments) > 1:
        return _sum_of_sums(desk, replace(ask, said_count=None), sets)
    members = [m for s in sets for m in s.members]
    if len(members) == 1 and _ranks_described(ask):
        return _not_found(desk, ask)  # one line is no ranking
    if len(members) == 1 and _is_one_line(ask, members[0]):
        return looked_up(desk, replace(ask, operation=Operation.LOOKUP, entity=None))  # 某项目总共多少钱
    out = over_members(desk, ask, members, sets[0])
    first = members[0].candidate if members and SPENT_ON in ask.words else None
    if first is not None and first.row is not None and not first.holding.is_subject(first.row):
        out.method.append(say("answer.projects_for_classes", desk.language))
    return narrowed(out)


def _ranks_described(ask: Ask) -> bool:
    """Whether lines are ranked that are named in other words than their own."""
    return ask.entity is None and ask.operation in _RANKING and any(t.kind == "like" for t in ask.terms)


def _left_over(desk: Desk, ask: Ask) -> Outcome:
    """The refusal that says which conditions of an ask what was found cannot be held against."""
    condition = condition_words(replace(ask, terms=()), desk.language)
    return Outcome("refusal", message=say("answer.condition_left", desk.language, condition=condition))


def _is_one_line(ask: Ask, member: Member) -> bool:
    """Whether a sum is asked of no more than a name, and the one line that bears it is called just so."""
    limits = (ask.filters, ask.excluded, ask.dropped, ask.secret is not None, ask.said_count, ask.group, ask.by_columns)
    named = {t.text for t in ask.terms} == {bare(member.candidate.figure.label)}
    return ask.operation is Operation.SUM and named and not any(limits)


def _of_named_units(desk: Desk, ask: Ask) -> Ask:
    """The ask without the department that only says whose the units named are: 某局甲中心和乙中心各有几个项目."""
    told = ({(p.key, p.unit) for p in places} for places in places_of(desk.library, ask.scope, desk.units))
    places = set().union(*told)
    if not 1 < len(places) < len(ask.scope.departments):
        return ask
    kept = [
        (own.departments[0], own.said[0])
        for own in ask.scope.body_by_body()
        if places & {(p.key, p.unit) for found in places_of(desk.library, own, desk.units) for p in found}
    ]
    return replace(ask, scope=replace(ask.scope, departments=tuple(k for k, _ in kept), said=tuple(s for _, s in kept)))


def _sum_of_sums(desk: Desk, ask: Ask, sets: list[Population]) -> Outcome:
    """What the sets of several bodies come to together; each as its document prints it, where it does."""
    sums = [narrowed(over_members(desk, ask, one.members, one)) for one in sets]
    for one, out in zip(sets, sums, strict=True):
        if out.kind != "figures":
            return out
        if one.place not in out.found[0].label:
            out.found[0].label = one.place + out.found[0].label
    found = [out.found[0] for out in sums]
    whole = aggregated(desk, ask, found, say("answer.these", desk.language, count=len(found)))
    whole.found.extend(found)
    whole.method = [*(line for out in sums for line in out.method), *whole.method]  # with the tails of rounding told
    return narrowed(whole)


def _body_by_body(desk: Desk, ask: Ask) -> Outcome:
    """How many members each of several bodies has, with all of them together unless each is asked for; or which."""
    made = []
    for own in ask.scope.body_by_body():
        (keys,), (said,) = own.departments, own.said
        one = over_set(desk, replace(ask, scope=own, each=False))
        if one.kind not in ("figures", "list"):
            return one
        for line in one.found:
            if one.kind == "list" or keys[0] not in bare(line.label):
                line.label = f"{said}—{line.label}"
        made.append(one)
    found = [line for one in made for line in one.found]
    method = [line for one in made for line in one.method]
    if any(one.kind == "list" for one in made):
        return narrowed(
            Outcome("list", found=found, lead="\n".join(one.lead for one in made if one.lead), method=method)
        )
    if ask.each:
        return narrowed(Outcome("figures", found=found, method=method))
    summed = aggregated(
        desk, replace(ask, operation=Operation.SUM), found, say("answer.these", desk.language, count=len(found))
    )
    summed.found.extend(found)
    return narrowed(summed)


def _several_departments(desk: Desk, ask: Ask) -> bool:
    """Whether a mention means more than one department, not one with its own units."""
    return len(desk.library.departments().keys() & set(ask.scope.departments[0])) > 1


def _by_row_words(desk: Desk, ask: Ask) -> Outcome | None:
    """The lines that bear a word beside their names: what is bought by 分散采购."""
    if ask.entity not in (None, "project") or ask.group or not all(t.kind == "name" for t in ask.terms):
        return None
    said = "、".join(t.text for t in ask.terms)  # 几项, 项目 name no line
    return over_same_named(replace(desk, describing=True), replace(ask, entity=None, words=said))


def over_same_named(desk: Desk, ask: Ask) -> Outcome | None:
    """The outcome over the rows of one table that a name fits alike; None where it fits one or none."""
    rows = same_named(desk, ask)
    return narrowed(over_members(desk, ask, rows.members, rows)) if rows is not None and rows.members else None


def _by_department(desk: Desk, ask: Ask) -> bool:
    """Whether 各部门, 各单位 can only mean the departments held: no one of them is named."""
    held = {d.department for d in desk.library.documents if d.department}
    return ask.group == "body" and ask.entity is None and bool(ask.terms) and len(held) > 1


_RANKING = (*RANKS, Operation.MEAN)


def over_earlier(desk: Desk, ask: Ask, earlier: list[Outcome]) -> Outcome | None:
    """An operation over what the turn before came to: 它们加起来, 其中最大的; None where that was no set."""
    found = [
        f
        for o in earlier
        if o.kind in ("list", "figures")
        for f in o.found
        if f.value is not None and f.figure is not None
    ]
    lists = [o for o in earlier if o.kind == "list"]
    if lists:
        found = [f for f in lists[0].found if f.value is not None and f.figure is not None]
    if len(found) < 2 or _of_another_line(ask):
        return None
    if ask.operation is Operation.SHARE:
        return _part_of_listed(desk, ask, found) if ask.inner in _ONE_OF and not (ask.base or ask.entity) else None
    if ask.picks:
        return between_earlier(desk, ask, found)
    if ask.dropped:
        found = without_dropped(ask, amounts_first(found))
    operation = ask.operation if ask.operation in SET_OPERATIONS else Operation.LIST
    named = [t for t in ask.terms if is_name_condition(t)]
    if ask.filters and not any(found_meets(f, ask) for f in found):
        condition, names = condition_words(ask, desk.language), "、".join(f.label for f in found)
        said = say("answer.none_of_them_meets", desk.language, condition=condition, names=names)
        return narrowed(Outcome("blank", message=said))
    found = [f for f in found if found_meets(f, ask) and all(bears_part(t, bare(f.label)) for t in named)]
    found = [f for f in found if not any(bears_part(t, bare(f.label)) for t in ask.excluded if is_name_condition(t))]
    if operation is Operation.LIST and not (ask.filters or ask.dropped or named or ask.excluded):
        return None
    return narrowed(ranked(desk, replace(ask, operation=operation), found))


_ONE_OF = (Operation.TOP, Operation.BOTTOM)


def _part_of_listed(desk: Desk, ask: Ask, found: list[Found]) -> Outcome:
    """The share of the largest or smallest of what was listed in all of it: 最大的占这5个的几成."""
    whole = ranked(desk, replace(ask, operation=Operation.SUM), found)
    one = sliced(amounts_first(found), ask.inner or Operation.TOP, 1)[0]
    if whole.kind != "figures" or base_of(whole.found[0]) == 0:
        return whole
    told = [rate_of(desk, one, whole.found[0]), one, whole.found[0]]
    return narrowed(Outcome("figures", found=told, method=whole.method))


def _of_another_line(ask: Ask) -> bool:
    """Whether another line of the bodies listed is asked for than the one they were listed by."""
    named = [t for t in ask.terms if t.concept and t.text in bare(ask.words)]
    return bool(named and ask.context) and not {t.concept for t in named} & {t.concept for t in ask.context}


def _none(desk: Desk, ask: Ask) -> Outcome:
    """Nothing in the set: zero where the conditions left none, a refusal where there is no such set."""
    if ask.filters or ask.secret is not None:
        open_sets = population(desk, replace(ask, filters=(), secret=None))
        if open_sets and any(s.members for s in open_sets):
            first = open_sets[0]
            source = source_of(first.members[0].candidate.figure, first.members[0].candidate.holding)
            lead = say(
                "answer.none_meets",
                desk.language,
                condition=condition_words(ask, desk.language),
                place=first.place,
                noun=first.noun,
                table=first.table,
            )
            if ask.operation is Operation.COUNT:
                found = Found(
                    say(
                        "answer.count_of",
                        desk.language,
                        condition=condition_words(ask, desk.language),
                        place=first.place,
                        noun=first.noun,
                    ),
                    Decimal(0),
                    say("answer.piece", desk.language),
                    [source],
                    True,
                )
                return Outcome("figures", found=[found], lead=lead, narrowed=True)
            return Outcome("blank", message=lead, found=[Found(first.noun, None, "", [source])])
    if ask.terms and ask.entity is None:
        line = looked_up(desk, replace(ask, operation=Operation.LOOKUP))
        told_to = ask.operation is Operation.LIST and told_to_list(ask.words)
        if line.kind != "figures" or told_to or ask.operation not in (*_RANKING, Operation.LIST):
            return line  # one figure is no ranking and no list, but 列出公务接待费 only tells to say it
    return missing(desk, ask, sights_of(desk, replace(ask, operation=Operation.LOOKUP)))


def _which_department(desk: Desk, sets: list[Population]) -> Outcome:
    choices = [
        say("answer.choice_set", desk.language, place=s.place, count=len(s.members), noun=s.noun) for s in sets[:12]
    ]
    message = say("answer.which_set", desk.language, count=len(sets), noun=sets[0].noun)
    return Outcome("clarification", message=message, choices=choices)


def _over_found(desk: Desk, ask: Ask) -> Outcome:
    """An operation over the figures of several years or bodies."""
    if (told := whole_term(desk, ask)) is not None:
        return told
    ask = by_concept(ask) if len(ask.scope.departments) > 1 else ask
    outcome = looked_up(desk, replace(ask, operation=Operation.LOOKUP))
    if outcome.kind != "figures":
        return outcome
    if (few := too_few_years(desk, ask, outcome.found)) is not None:
        return few
    found = [f for f in outcome.found if f.value is not None and found_meets(f, ask)]
    if not found and ask.filters:
        return _none(desk, ask)
    if len(found) == len(outcome.found) == 1 and ask.operation is Operation.SUM:
        return outcome  # the total of one body is what is printed of it
    if ask.said_count and ask.number == EVERY and ask.entity == "unit" and len(found) != ask.said_count:
        return not_so_many(desk.language, ask.said_count, found)  # 甲监狱、乙监狱等四所监狱
    over_years = ask.scope.every_year or len(ask.scope.years) > 1 or ask.scope.recent > 1
    different = unlike(desk, ask, found, over_years) if ask.operation in _RANKING else None
    if different is None and ask.operation in RANKS and not over_years:
        _called_by_bodies(found)
    return different or narrowed(ranked(desk, ask, found))


def _called_by_bodies(found: list[Found]) -> None:
    """Call the lines by their bodies, where each is of another: the bodies are what is put in order."""
    bodies = [f.figure.department or "" if f.figure is not None else "" for f in found]
    if all(bodies) and len(set(bodies)) == len(bodies) > 1:
        for line, body in zip(found, bodies, strict=True):
            line.label = f"{body}（{line.narrow}）" if line.narrow else body
