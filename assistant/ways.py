"""The ways a question may be answered, in the order they are tried; the first that answers is taken."""

import re
from collections.abc import Callable

from assistant.asked import Asked
from assistant.branches import one_ask
from assistant.computing.arithmetic.against import between_told, between_turns
from assistant.computing.arithmetic.each_one import each_of_told, each_one
from assistant.computing.arithmetic.of_placed import share_of_placed
from assistant.computing.arithmetic.of_told import kept_within, of_told
from assistant.computing.arithmetic.of_two_told import of_two_told
from assistant.computing.arithmetic.quarters import of_quarters
from assistant.computing.arithmetic.several_told import count_within, several_told
from assistant.computing.arithmetic.worked_back import derived
from assistant.computing.clausewise import in_its_measure, with_counts
from assistant.computing.figures.comprised import not_comprised
from assistant.computing.figures.conditions import measure_kept
from assistant.computing.figures.empty_tables import empty_tables
from assistant.computing.figures.in_other_unit import in_other_unit
from assistant.computing.figures.looking import Desk
from assistant.computing.figures.told_within import told_within
from assistant.computing.figures.whose_document import whose_document
from assistant.computing.rows.codes_asked import code_asked, named_by_code
from assistant.computing.rows.detail_tables import by_events
from assistant.computing.sets.bodies_told import each_under_its_year
from assistant.computing.sets.by_amount import described_by_amount
from assistant.computing.sets.by_topic import lines_about, projects_about, projects_aiming_at
from assistant.computing.sets.moves_because import chosen_moves
from assistant.computing.sets.of_places import places_told
from assistant.computing.sets.operations import over_earlier
from assistant.computing.sets.per_head import a_person, a_person_besides
from assistant.computing.sets.taken_together import busiest_unit, summed_told
from assistant.computing.sets.whole_projects import whole_project
from assistant.computing.targets.asked_targets import projects_by_target
from assistant.computing.targets.assessed import assessed
from assistant.computing.targets.chosen_projects import PROJECTS
from assistant.computing.targets.highest import highest_target
from assistant.computing.targets.indicators import asked_in_own_unit, indicator_answer
from assistant.computing.targets.reported import SCORE_WORDS, reported
from assistant.computing.whether import whether_spent
from assistant.computing.whether_over import whether_over
from assistant.descriptive.described import described
from assistant.descriptive.goals_of_body import goals_of_body
from assistant.descriptive.halves import counted_in_text
from assistant.descriptive.made_up import made_up_of
from assistant.descriptive.mentioned import mentioned
from assistant.descriptive.moves_said import as_it_moved
from assistant.descriptive.numbers_explained import numbers_explained
from assistant.descriptive.other_way import contradicted
from assistant.descriptive.roles_named import roles_named
from assistant.descriptive.standards_told import standard_told
from assistant.descriptive.texts import (
    blank_explained,
    reason_in_a_row,
    reason_of_a_figure,
    reason_of_its_own,
    reason_of_the_whole,
    told_of_the_found,
    withheld,
    words_beside,
)
from assistant.descriptive.whole_reason import reason_of_all
from assistant.finding.evidence import Outcome
from assistant.not_understood import not_understood
from assistant.plan import RANKS, Ask, Operation, Plan, replace
from assistant.saying.refusals import departments_held
from assistant.understand.door import Door
from assistant.understand.names.numbers_kept import tells_apart
from assistant.understand.words.alike import contradicts
from assistant.understand.words.parts_said import is_composition
from assistant.units_of_others import unit_of_another
from ingest.wording.glyphs import bare

# Worked out of several figures, and no printed target: 占全部项目的几成, 平均多少.
_COMPUTED = (Operation.SHARE, Operation.RATIO, Operation.DIFFERENCE, Operation.MEAN, Operation.MEDIAN)
_GIVES_REASON = re.compile(r"原因|由于|因为|鉴于|缘故")  # 未发生因内涝造成的伤亡 gives none
_SAYS_WHY = re.compile(r"因|由于|为了|缘故|鉴于|导致|造成|所致|受.{1,20}影响|根据|按照")


Way = Callable[[Asked], list[Outcome] | None]


def of_asks(asked: Asked) -> list[Outcome]:
    """The outcomes of a plan's asks, in order; words nobody explains end in a refusal."""
    asked.desk.derive = derived
    for way in _WAYS:
        if told := way(asked):
            break
    else:
        told = _ask_by_ask(asked)
        if told and all(out.kind == "refusal" for out in told):
            told = lines_about(asked.desk, asked.plan) or told
    told = told_within(asked.desk, asked.plan, told)
    return kept_within(asked.desk, asked.plan, asked.earlier, told)


def ranks(plan: Plan) -> bool:
    """Whether one of several is sought by its rank: 哪场培训花费最高 asks for no target; 最多给多少钱 may."""
    return any(
        a.operation in RANKS
        and (a.which or a.number or a.per or re.search(r"[哪谁]", a.words))
        and not (a.on_indicators or a.entity == "indicator")
        for a in plan.asks
    )


def _no_documents(asked: Asked) -> list[Outcome] | None:
    return None if asked.desk.library.documents else asked.refused("answer.no_documents")


def _unknown_body(asked: Asked) -> list[Outcome] | None:
    """A body is named whose documents are not held."""
    for before, ask in zip([None, *asked.plan.asks], asked.plan.asks, strict=False):
        for said, keys in zip(ask.scope.said, ask.scope.departments, strict=False):
            if not keys:
                held = departments_held(asked.desk.library, asked.desk.language)
                return asked.refused("answer.no_department", said=said, departments=held)
        if (other := unit_of_another(asked.desk, ask, before)) is not None:
            held = departments_held(asked.desk.library, asked.desk.language)
            return asked.refused("answer.no_department", said=other, departments=held)
    return None


def _whole_question(told: Callable[[Desk, Plan], Outcome | None]) -> Way:
    """A way that answers the whole question by one outcome."""

    def way(asked: Asked) -> list[Outcome] | None:
        out = told(asked.desk, asked.plan)
        return None if out is None else [out]

    return way


def _in_parts(told: Callable[[Desk, Plan], list[Outcome] | None]) -> Way:
    """A way that answers the whole question by one outcome or several."""
    return lambda asked: told(asked.desk, asked.plan)


def _whose_document(asked: Asked) -> list[Outcome] | None:
    """The document itself is asked about, not what it prints."""
    told = whose_document(asked.desk, asked.plan, asked.earlier)
    return None if told is None else [told]


def _in_other_unit(asked: Asked) -> list[Outcome] | None:
    """What the turn before told, in another unit."""
    return in_other_unit(asked.desk, asked.plan, asked.earlier)


def _of_told(asked: Asked) -> list[Outcome] | None:
    """Of the one figure, or the two, that the turns before told."""
    for way in (share_of_placed, several_told, count_within, of_two_told, of_told, a_person):
        if (told := way(asked.desk, asked.plan, asked.earlier)) is not None:
            return [told]
    return a_person_besides(asked.desk, asked.plan)


def _reported(asked: Asked) -> list[Outcome] | None:
    """The projects that the narrative says report targets, beside text and where no other word is left."""
    if any(ask.entity == "indicator" for ask in asked.plan.asks):
        return None  # 一共设了多少个绩效指标 counts no projects
    beside_text = asked.door not in (Door.WHY, Door.DEFINE, Door.OUTSIDE) and not set(asked.left) - SCORE_WORDS
    return _whole_question(reported)(asked) if beside_text else None


def _about_topic(asked: Asked) -> list[Outcome] | None:
    """Projects that a topic chooses (网络安全相关的项目), where the question asks for figures or for a list."""
    if asked.door is Door.GOAL:  # 哪些项目的目标里有培训 asks which, and not what is aimed at
        return projects_aiming_at(asked.desk, asked.plan)
    return projects_about(asked.desk, asked.plan) if asked.door in (None, Door.TEXT, Door.SECTION) else None


def _whether_spent(asked: Asked) -> list[Outcome] | None:
    return _whole_question(whether_spent)(asked) if asked.door in (None, Door.TEXT) else None


def _described_by_amount(asked: Asked) -> list[Outcome] | None:
    return _whole_question(described_by_amount)(asked) if asked.door is not Door.OUTSIDE else None


def _composed(asked: Asked) -> list[Outcome] | None:
    """What one line of a body is made of, where its parts are printed (由哪几块组成); else the text may tell it."""
    plan = asked.plan
    lines = all(t.concept or t.kind == "code" for a in plan.asks for t in a.terms)
    listed = all(a.operation is Operation.LIST and a.terms and a.scope.departments for a in plan.asks)
    if asked.door is None or asked.left or not (plan.asks and listed and lines and is_composition(plan.question)):
        return None
    told = [one_ask(asked.desk, ask, plan) for ask in plan.asks]
    return told if all(o.kind == "list" and len(o.found) > 1 for o in told) else None


_HAVE_IT = re.compile(r"有(?:多少|几)[个家所]|(?:多少|几)[个家所](?:单位)?(?:里|中)?(?:有|安排|列|涉及|设|编|没)")


def _units_by_line(asked: Asked) -> list[Outcome] | None:
    """The units that have a line, where a section of units would be quoted instead: 六个单位里哪些有甲费."""
    plan = asked.plan
    sets = (Operation.LIST, Operation.COUNT)
    units = [a for a in plan.asks if a.entity == "unit" and a.operation in sets and a.terms and a.scope.departments]
    counted = asked.door is None and any(a.operation is Operation.COUNT for a in units)
    if (asked.door not in (Door.SECTION, Door.TEXT) and not counted) or asked.left or asked.hints or not units:
        return None
    if any(term.text in unit for ask in units for term in ask.terms for unit in asked.desk.units):
        return None  # 有几座监狱 asks for the units of that name, of which a sentence tells
    if not all(_HAVE_IT.search(a.words) for a in units if a.operation is Operation.COUNT):
        return None  # 这笔钱要审几家单位
    if len(units) < len([a for a in plan.asks if a.operation is not Operation.SUM]):
        return None  # 有几家安排了甲费: a sum that is read beside the count is no more than that
    told = [one_ask(asked.desk, ask, plan) for ask in units]
    # A set refused because another number of it was said is no matter that a text makes good.
    kept = all(o.kind in ("list", "figures") or (o.kind == "refusal" and o.narrowed) for o in told)
    return told if kept else None


def _in_words(asked: Asked) -> list[Outcome] | None:
    """A question whose answer is words."""
    desk, plan, door = asked.desk, asked.plan, asked.door
    if door is None:
        return None
    if door is Door.WHY and (sure := reason_of_the_whole(desk, plan) or contradicted(desk, plan)) is not None:
        return [sure]
    told = (withheld(desk, plan) if door is Door.GOAL else None) or described(desk, plan, door)
    if door is Door.WHY and (whole := reason_of_all(desk, plan)) is not None:
        said = "".join(quote.text for quote in told.quotes)
        return [told if len(told.quotes) == 1 and bare(whole.quotes[0].text) in bare(said) else whole]
    if door is Door.WHY and told.kind == "quotes" and not any(_GIVES_REASON.search(q.text) for q in told.quotes):
        figured = reason_of_a_figure(desk, plan)
        if figured is not None or not any(_SAYS_WHY.search(q.text) for q in told.quotes):
            return [figured or told]
    if door is Door.WHY and told.kind == "quotes" and (own := reason_of_its_own(desk, plan, told)) is not None:
        return [own]
    if told.kind != "refusal" or door is not Door.WHY:
        return [told]
    return [reason_of_a_figure(desk, plan) or reason_in_a_row(desk, plan) or numbers_explained(desk, plan) or told]


def _indicator_in_words(asked: Asked) -> list[Outcome] | None:
    """What words outside the grammar describe: figures that carry them all come before an indicator."""
    if not (asked.left or asked.hints or asked.plan.gathered):
        return None
    told = _described_indicator(asked)
    costs = [word.removesuffix("费") for word in asked.left if f"{word.removesuffix('费')}费" in asked.plan.question]
    if told is None or any(cost not in _said_of(told) for cost in costs):
        return None  # 师资费上限: no target of another thing
    if any(contradicts(word, _said_of(told)) for word in asked.left):
        return None  # 在职干部人数 is no 离退休干部人数
    return asked.by_words(counts_only=True) or [told]  # what there is, not a target


def _said_of(told: Outcome) -> str:
    """The words a target is told with: its name, its row, what is printed beside it."""
    return bare("".join(f.label + "".join((s.row or "") + s.text for s in f.sources) for f in told.found))


def _described_indicator(asked: Asked) -> Outcome | None:
    """The indicator that words outside the grammar describe, for questions that ask one thing in its own unit."""
    desk, plan = asked.desk, asked.plan
    if ranks(plan) or any(a.operation in _COMPUTED for a in plan.asks):
        return None
    if "没有" in plan.unexplained and any(a.entity == "project" for a in plan.asks) and PROJECTS.search(plan.question):
        return None  # 没有设数量指标的项目有几个 asks for no target
    ask = plan.asks[0] if plan.asks else Ask(Operation.TARGET, words=plan.question)
    if len(plan.asks) > 1 and any(a.terms != ask.terms for a in plan.asks):
        return None
    named = plan.language == "en" and re.search(r"\b[A-Z][a-z]{2,}", plan.question)  # by a name nobody knows
    if named or (ask.filters and not ask.terms and asked.left):
        return None  # a condition on what nobody understood
    if ask.filters and by_events(ask):
        return None  # 不到3万的培训班 are courses, and no cost of a course a head
    if plan.gathered:  # the pieces may tell the row, the indicator or both
        terms = tuple(t for t in ask.terms if t.text not in plan.gathered)
        ask = replace(ask, terms=terms, hints=(*ask.hints, *plan.gathered))
    if not (asked_in_own_unit(plan.question) or any(a.operation is Operation.TARGET for a in plan.asks)):
        return None
    ask = replace(ask, hints=(*ask.hints, *(w for w in asked.left if w.isdigit())))  # 12346热线: a row of that number
    return indicator_answer(desk, replace(ask, operation=Operation.TARGET, words=plan.question), plan)


def _unexplained(asked: Asked) -> list[Outcome] | None:
    if any(map(tells_apart, asked.plan.unexplained)):
        return asked.refused("answer.not_understood", words="、".join(asked.plan.unexplained))
    return (asked.by_words() or [not_understood(asked.desk, asked.plan)]) if asked.left else None


def _nothing_asked(asked: Asked) -> list[Outcome] | None:
    return None if asked.plan.asks else asked.refused("answer.nothing_asked")


def _between_turns(asked: Asked) -> list[Outcome] | None:
    """What the two turns before found, held against each other."""
    plan = asked.plan
    if not (asked.earlier and asked.before) or plan.pieces or len(plan.asks) != 1:
        return None
    told = between_turns(asked.desk, plan.asks[0], asked.before, asked.earlier)
    return None if told is None else [told]


def _over_earlier(asked: Asked) -> list[Outcome] | None:
    """Of the set that the turn before found."""
    if not (asked.earlier and asked.plan.follow_set):
        return None
    done = [over_earlier(asked.desk, ask, asked.earlier) for ask in asked.plan.asks]
    return [d for d in done if d is not None] if all(d is not None for d in done) else None


def _ask_by_ask(asked: Asked) -> list[Outcome]:
    """Each ask by the grammar; where one is refused or asks back, the figures that carry every word come first."""
    desk, plan = asked.desk, asked.plan
    # 条数最多的是哪个，有几条 is one question.
    ranked = [a for a in plan.asks if a.on_indicators and a.operation in (Operation.MAX, Operation.MIN)]
    outcomes: list[Outcome] = []
    for ask in ranked or plan.asks:
        told = one_ask(desk, as_it_moved(ask, list(zip(ranked or plan.asks, outcomes, strict=False))), plan)
        told = measure_kept(desk.language, ask, in_its_measure(desk, ask, told))
        outcomes.append(blank_explained(desk, ask, told))
    if len(outcomes) == len(plan.asks) and outcomes[-1].kind == "refusal":
        held = between_told(desk, plan.asks[-1], outcomes[-1], [*(asked.earlier or []), *outcomes[:-1]])
        outcomes = [*outcomes[:-1], held or outcomes[-1]]
    if len(outcomes) > 1 and len(outcomes) == len(plan.asks) and any(o.kind == "figures" for o in outcomes):
        outcomes = [words_beside(desk, *pair) for pair in zip(plan.asks, outcomes, strict=True)]
    if len(outcomes) > 1 and len(outcomes) == len(plan.asks):
        outcomes = told_of_the_found(desk, plan.asks, summed_told(desk, plan.asks, outcomes))
    refused = any(outcome.kind == "refusal" for outcome in outcomes)
    if asked.hints and refused:
        return asked.by_words() or [not_understood(desk, replace(plan, unexplained=asked.hints))]
    if len(outcomes) == 1 and outcomes[0].kind in ("refusal", "clarification"):
        counts = refused and plan.asks[0].operation is Operation.COUNT
        counted = counted_in_text(desk, plan) if counts else None
        return asked.by_words(counts_only=not refused) or ([counted] if counted is not None else outcomes)
    if refused:
        return asked.by_words() or outcomes
    if any(outcome.kind == "clarification" for outcome in outcomes):
        return asked.by_words(counts_only=True) or outcomes  # the units tell 会议次数 from 会议人数
    return with_counts(desk, plan, each_under_its_year(desk.language, plan.asks, outcomes))


def _each_of_told(asked: Asked) -> list[Outcome] | None:
    """A head, a batch or a car of what the turn before told."""
    return [told] if asked.earlier and (told := each_of_told(asked.desk, asked.plan, asked.earlier)) else None


_WAYS: tuple[Way, ...] = (
    _no_documents,
    _unknown_body,
    _whose_document,
    _whole_question(mentioned),
    _whole_question(not_comprised),
    _whole_question(code_asked),
    _whole_question(named_by_code),
    _in_other_unit,
    _of_told,
    _whole_question(each_one),
    _each_of_told,
    _whole_question(empty_tables),
    _whole_question(busiest_unit),
    _whole_question(of_quarters),
    _whole_question(whole_project),
    _whole_question(roles_named),
    _whole_question(made_up_of),
    _whole_question(places_told),
    _in_parts(chosen_moves),
    _about_topic,
    _whole_question(highest_target),
    _in_parts(goals_of_body),
    _whole_question(assessed),
    _reported,
    _whole_question(whether_over),
    _whether_spent,
    _described_by_amount,
    _composed,
    _units_by_line,
    _in_words,
    _in_parts(projects_by_target),
    _indicator_in_words,
    _whole_question(standard_told),
    _unexplained,
    _nothing_asked,
    _between_turns,
    _over_earlier,
)
