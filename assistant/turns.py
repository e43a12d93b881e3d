"""How a turn is worked out: as it stands, then in each other way that may tell more than the ways before it.

Of the one row that the turn before found (哪场培训最贵; 这个班多少人去); each half by what answers its kind; clause by
clause where the clauses ask on of one row (测评多少钱，考到几分算过).
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from assistant.body_by_body import of_each_body
from assistant.computing.figures.looking import Desk
from assistant.computing.figures.whose_document import asks_of_document
from assistant.descriptive.halves import in_halves
from assistant.each_in_its_year import dated_apart, each_in_its_year
from assistant.every_ask import every_ask
from assistant.finding.evidence import Answered, Found, Outcome, Quote, Told
from assistant.finding.heard import speaks_of_buying
from assistant.plan import RANKS, Plan, Scope
from assistant.understand.asks.set_narrowed import set_narrowed
from assistant.understand.door import asks_figures
from assistant.understand.words.text import clauses_of, words_of
from assistant.units_of_others import own_unit_not_held
from assistant.years_of_names import of_other_years
from ingest.messages import say
from ingest.wording.codes import split_code
from ingest.wording.glyphs import bare
from ingest.wording.names import is_body_name
from ingest.wording.units import money_unit

_COUNTED = re.compile(
    r"(?P<thing>[\u4e00-\u9fff]{2,6}?)(?:大概|大约|差不多|一共|总共|共|有)*(?:多少|几)(?P<unit>[个家件人份次户名场台套])"
)

_NUMBER_OF = re.compile(r"(?<![那这好])(?:几|多少)(?P<unit>[班期次场轮个家件人份户名台套门节课])")

# What points back at the one thing that was found: 这个班, 那场, 它.
_POINTS = re.compile(
    r"^(?:那么?|请问|还有|另外)*[，,]?(?:(?:这|那|该|此)(?![两俩几些二三四五六])(?:一)?(?P<one>个|场|次|期|项|笔|家|所|条|件|批|份|套|栋|座|处)?"
    r"(?P<kind>(?!(?:年初|原|调整后?的?)?(?:预算|决算|执行)数?)[一-龥]{0,5}?)|它|其)的?(?=(?:一共|总共|大概|到底|主要|都|打算|准备|要|会|能|得|有|是|花|用|给|请|在|由|让|去|来|办|开)*"
    r"(?:多少|几|什么|啥|谁|哪|何|怎|为|多大|多久|多长|干|做|比|较|跟))"
)
# What is asked of the row that a rank chose, and names nothing itself: 多少人参加, 人数多少, 什么时候办.
_OF_A_ROW = re.compile(
    r"(?:又|这场|那场)?(?:一?共|总共|预计|计划)*(?:有|要|安排)?(?:几|多少)(?:个|名|位)?人(?:次|员)?(?:要|会)?(?:参[加训会]|[去来听])?"
    r"|(?:参[加训会]的?)?人[数次](?:又?是|有|为)?(?:多少|几)?|(?:定)?(?:在|是)?(?:什么时候|哪天|几月份?|何时)(?:举?办|开)?"
)
# What asks something of the one thing found before: 它的绩效目标是什么, 这个中心的三公经费呢.
_OF_IT = re.compile(
    r"^(?:那么?|请问|还有)?[，,]?(?:它|其(?![中他它余实])|(?:这|那|该)(?:[个家所])?(?:单位|中心|机构|项目|部门|监狱|学校)?)(?:的|(?=(?:一共|总共)?有))"
    r"(?=[一-龥“”\"]{2,12}(?:多少|是?什么|有哪些|呢|几|[？?]?$))"
)
_ASKS_ON = re.compile(r"^(?:那么?|请问|还有)?[，,]?[一-龥]{0,4}?(?:多少|几|什么|啥|谁|哪|何)")
_OF_MONEY = re.compile(r"钱|[万亿]元?(?![人名次个件])|金额")
_THERE = re.compile(r"现有|已有|共有|保有|现在|目前|手[上头里]|名下")
_SO_MANY = re.compile(r"(?<![那这好哪])(?:几|多少)[辆台部套架]")
_CHOOSES = re.compile(r"最(?![近终后])|排名|第[一二三四五六七八九十\d]|哪[一几些]?[个家项笔场类]|谁[更最多少]")
# What a body itself has, with how many of it: no people of a training, no units that are looked into.
_COUNTED_MATTER = r"(?:在职|在编|实有|退休|离休|编制|职工|干部|学生|教师|教学班|床位|机构|科室|处室|股室|站所|中心)"
_COUNTS_OF_A_BODY = re.compile(
    rf"{_COUNTED_MATTER}[人员数]*(?:一共|总共|共)?[有是为]?(?:几|多少)[个名位家人]人?$"
    rf"|(?:几|多少)[个名位家][一-龥]{{0,4}}?{_COUNTED_MATTER}(?:人员)?$"
    r"|(?:几|多少)[辆台部](?:公务用?车|公车|车辆?|小?汽车|轿车)$"
)
_IN_WORDS = re.compile(r"什么|啥|谁|怎|咋|为何|哪里|哪儿")
_ASKS = re.compile(r"多少|几|什么|啥|谁|哪|何|怎|咋")


@dataclass(frozen=True, slots=True)
class Turn:
    """The words of a turn, what the turn before it came to, and what answers words."""

    words: str
    before: Told | None
    leaning: Answered  # as a turn that may lean on those before it
    alone: Answered  # as a question of its own
    desk: Callable[[Plan], Desk]


def worked_out(turn: Turn) -> Told:
    """What a turn comes to, by the last of the ways that tells anything."""
    if (named := of_other_years(turn.words, turn.before, turn.alone)) is not None:
        return named
    told = turn.leaning(turn.words)
    if asks_of_document(told.plan, turn.before is not None):
        return told
    for way in _WAYS:
        told = way(turn, told) or told
    return told


def _of_the_found(turn: Turn, told: Told) -> Told | None:
    """A turn that asks on, of the row that the turn before found."""
    if turn.before is None:
        return None
    before, earlier = turn.before
    unheld = None if _tells_nothing(told) else own_unit_not_held(turn.desk(told.plan), told.plan.asks, before.asks)
    if unheld is not None:
        return Told(told.plan, [unheld])
    if (named := _of_it(turn, before, earlier, told)) is not None:
        return named
    asks_on = _OF_A_ROW.fullmatch(words_of(turn.words).text.rstrip("？?")) is not None
    asks_on = asks_on and bool(before.asks) and before.asks[-1].operation in RANKS
    row = _row_of(earlier) if asks_on else _row_asked_on(turn.words, before, earlier, told.outcomes)
    if row is None or (asks_on and is_body_name(row)):
        return None
    own = turn.alone(_asked_of(turn.words, row, before.asks[-1].scope))
    if _is_of(own.outcomes, row) or not asks_on or _tells_nothing(told):
        return own if _is_of(own.outcomes, row) else None
    missed = say("describe.half", told.plan.language, asked=turn.words)  # what is told is of another row
    return Told(told.plan, [Outcome("refusal", message=missed)])


def _of_it(turn: Turn, before: Plan, earlier: Sequence[Outcome], told: Told) -> Told | None:
    """What is asked of the body or the project that a rank chose before (它的三公经费); None where it chose none.

    A refusal where nothing is told of it: what stands beside it is another's.
    """
    said = words_of(turn.words).text
    pointed = _OF_IT.match(said)
    picked = _chosen_of(earlier[0])[:1] if len(earlier) == 1 and before.asks else []
    label = picked[0].label if picked and (earlier[0].kind == "figures" or len(earlier[0].found) == 1) else ""
    chosen = bool(before.asks) and (before.asks[-1].operation in RANKS or before.asks[-1].inner in RANKS)
    row = _row_of([replace(o, found=_chosen_of(o)) for o in earlier]) if chosen else None
    row = label if is_body_name(label) else row
    if pointed is None or row is None:
        return None
    if is_body_name(row):
        scope = before.asks[-1].scope
        year = f"{scope.years[0]}年" if len(scope.years) == 1 else ""
        own = turn.alone(f"{row}{year}{said[pointed.end() :]}")
        if any(bare(row) in bare(name) for ask in own.plan.asks for name in ask.scope.said) or _is_of(
            own.outcomes, row
        ):
            return own
    elif _is_of(told.outcomes, row):
        return None
    else:
        own = turn.alone(_asked_of(turn.words, row, before.asks[-1].scope).replace(said, said[pointed.end() :]))
        if _is_of(own.outcomes, row):
            return own
    if _tells_nothing(told):
        return None
    refused = Outcome("refusal", message=say("answer.not_told_of", told.plan.language, asked=row))
    return Told(told.plan, [refused])


def _chosen_of(outcome: Outcome) -> list[Found]:
    """What a rank chose: of a share the part, else the first that is told."""
    at = 1 if outcome.found and outcome.found[0].unit == "%" else 0
    return outcome.found[at : at + 1]


# What leans on what was said: 那苏州呢, 其中…, 还有….
_LEANS = re.compile(
    r"(?:^|[，,。；;])(?:那|这|其|还有|再|另外|换|占)|它|其中|上述|前面|刚才|同样|同名|另一|其余|剩下|也|(?:呢|又?如何)[？?]?$"
)
_OWN_MATTER = re.compile(r"花|支出|开支|收入|进账")


def _of_the_ranked(turn: Turn, told: Told) -> Told | None:
    """What clauses ask on of the one row that the first of them chose by its rank: 哪场培训最贵，多少人参加."""
    clauses = clauses_of(words_of(told.plan.question).text)
    asks, row = told.plan.asks, _row_of(told.outcomes[:1])
    ranked = bool(asks) and asks[0].operation in RANKS and asks[0].which and len(told.outcomes[0].found) == 1
    rest = [clause.rstrip("？?") for clause in clauses[1:]]
    if not ranked or row is None or is_body_name(row) or not rest or not all(map(_OF_A_ROW.fullmatch, rest)):
        return None
    made = [told.outcomes[0]]
    for clause in rest:
        own = turn.alone(_asked_of(clause, row, asks[0].scope) + "？").outcomes
        missed = Outcome("refusal", message=say("describe.half", told.plan.language, asked=clause))
        made += own if _is_of(own, row) else [missed]  # what stands beside it is another's
    return Told(told.plan, made)


def _as_its_own(turn: Turn, told: Told) -> Told | None:
    """A turn that names another body and what it asks of it, or, where nothing else is told, a name of its own.

    People go on to another matter without saying so: neither the year nor the line of the turn before is meant then.
    """
    said = words_of(turn.words).text
    if turn.before is None or _LEANS.search(said) or set_narrowed(said, turn.before.plan, None):
        return None
    own = turn.alone(turn.words)
    if _tells_nothing(own):
        return None
    asks = own.plan.asks
    named = own.plan.bodies or any(t.kind == "name" and t.names[0][1] >= 1 for a in asks for t in a.terms if t.names)
    if _tells_nothing(told):
        return own if named else None
    matter = own.plan.pieces or any(a.entity for a in asks) or _OWN_MATTER.search(said)
    another = own.plan.bodies and not set(own.plan.bodies) & set(turn.before.plan.bodies)
    return own if another and matter else None


def _tells_nothing(told: Told) -> bool:
    """Whether all that a turn came to is refusals and questions back."""
    return all(o.kind in ("refusal", "clarification") for o in told.outcomes)


def _in_halves(turn: Turn, told: Told) -> Told | None:
    found = in_halves(turn.desk(told.plan), told, turn.leaning)
    return None if found is None else Told(told.plan, found)


def _clause_by_clause(turn: Turn, told: Told) -> Told | None:
    found = _by_clauses(*told, turn.alone)
    return None if found is None else Told(told.plan, found)


def _body_by_body(turn: Turn, told: Told) -> Told | None:
    found = None if dated_apart(told.plan) else of_each_body(turn.desk(told.plan), told, turn.alone)
    return None if found is None else Told(told.plan, found)


def _each_in_its_year(turn: Turn, told: Told) -> Told | None:
    found = each_in_its_year(turn.desk(told.plan), told, turn.alone)
    return None if found is None else Told(told.plan, found)


def _counts_apart(turn: Turn, told: Told) -> Told | None:
    """What each clause counts of a body itself (在职几人，下设几个机构), each alone; None where one is not told."""
    clauses = clauses_of(words_of(told.plan.question).text)
    scope = next((ask.scope for ask in told.plan.asks if len(ask.scope.said) == 1), None)
    fewer = len(told.outcomes) < len(clauses)
    weak = fewer or all(o.kind in ("refusal", "clarification", "quotes") for o in told.outcomes)
    if scope is None or not weak or len(clauses) < 2 or not all(map(_COUNTS_OF_A_BODY.search, clauses)):
        return None
    whose = scope.said[0] + (f"{scope.years[0]}年" if len(scope.years) == 1 else "")
    found: list[Outcome] = []
    for at, clause in enumerate(clauses):
        own = turn.alone(f"{whose if at else ''}{clause}？").outcomes
        if len(own) != 1 or own[0].kind != "figures" or any(money_unit(f.unit) for f in own[0].found):
            return None
        found += own
    return Told(told.plan, found)


def _every_ask(turn: Turn, told: Told) -> Told | None:
    return every_ask(told, turn.alone)


_POINTS_BACK = re.compile(r"[它那这其该此也又呢另]|剩|余|前者|后者|上述|分别|各|一共|合计|总计|共|涉及")


def _refused_alone(turn: Turn, told: Told) -> Told | None:
    """What a clause of several tells as a question of its own, where among the others it was refused.

    Only one that names what it asks for and whose body alone was said before: nothing else of the others is meant.
    """
    asks, outcomes = told.plan.asks, list(told.outcomes)
    if len(asks) < 2 or len(asks) != len(outcomes) or all(o.kind == "refusal" for o in outcomes):
        return None
    if len({ask.words for ask in asks}) < len(asks) or len({ask.scope.departments for ask in asks}) > 1:
        return None
    made = list(outcomes)
    for at, (ask, outcome) in enumerate(zip(asks, outcomes, strict=True)):
        said = [body for body in ask.scope.said if body not in ask.words]
        named = ask.terms and all(term.text in ask.words for term in ask.terms)
        if not at or outcome.kind != "refusal" or len(said) != 1 or not named or _POINTS_BACK.search(ask.words):
            continue
        dated = re.search(r"20\d\d|今年|去年|本年|上年", ask.words) is not None or not ask.scope.years
        year = "" if dated else f"{ask.scope.years[0]}年"
        own = turn.alone(f"{said[0]}{year}{ask.words}？").outcomes
        if len(own) == 1 and own[0].kind == "figures":
            made[at] = own[0]
    return Told(told.plan, made) if made != outcomes else None


_WAYS: tuple[Callable[[Turn, Told], Told | None], ...] = (
    *(
        _as_its_own,
        _of_the_found,
        _of_the_ranked,
        _in_halves,
        _counts_apart,
        _clause_by_clause,
        _each_in_its_year,
        _body_by_body,
        _refused_alone,
        _every_ask,
    ),
)


def _row_asked_on(words: str, before: Plan, earlier: Sequence[Outcome], outcomes: Sequence[Outcome]) -> str | None:
    """The row the turn before found, where a turn points at it or, refused, only asks on.

    None where something of that row was told.
    """
    said = words_of(words).text
    row = _row_of(earlier)
    refused = all(o.kind == "refusal" for o in outcomes)
    points = _POINTS.match(said) is not None and not _names_another(said, row, outcomes)
    if row is None or not before.asks or not (points or (refused and _ASKS_ON.match(said))):
        return None
    return None if not refused and (_OF_MONEY.search(said) or _is_of(outcomes, row)) else row


def _names_another(said: str, row: str | None, outcomes: Sequence[Outcome]) -> bool:
    """Whether 那 only leads over to another row, which the turn names and which was found: 那应急保障用的有几辆."""
    pointed = _POINTS.match(said)
    kind = bare(pointed["kind"] or "").removesuffix("的") if pointed and not pointed["one"] else ""
    rows = {bare(s.row or "") for part in _parts(outcomes) for s in part.sources}
    return len(kind) > 1 and kind not in bare(row or "") and any(kind in other for other in rows)


def _asked_of(words: str, row: str, scope: Scope) -> str:
    """A turn or clause with the row named that it asks of, and whose it is."""
    said = words_of(words).text
    pointed = _POINTS.match(said)
    year = f"{scope.years[0]}年" if len(scope.years) == 1 else ""
    return f"{scope.said[0] if scope.said else ''}{year}{row}{said[pointed.end() :] if pointed else said}"


def _is_of(outcomes: Sequence[Outcome], row: str) -> bool:
    """Whether everything that was found stands in one row."""
    sources = [s for part in _parts(outcomes) for s in part.sources]
    whole = all(o.kind in ("figures", "quotes") for o in outcomes)
    named = [(said, _name_of(said)) for said in (s.row or "" for s in sources)]
    return whole and bool(named) and all(any(bare(n).startswith(bare(row)) for n in names) for names in named)


def _by_clauses(plan: Plan, outcomes: Sequence[Outcome], answered: Answered) -> list[Outcome] | None:
    """What the clauses of a question find that ask on of one row (测评多少钱，考到几分算过); None where one does not.

    Only where a part of the question was refused or left, or all of it answered by words although it asks for figures.
    """
    clauses = clauses_of(words_of(plan.question).text)
    words = [c for c in clauses[1:] if _IN_WORDS.search(c) and not asks_figures(bare(c))]
    asked = [bare(ask.words) for ask in plan.asks]
    unasked = bool(words) and not any(o.quotes for o in outcomes) and not any(bare(words[-1]) in a for a in asked)
    weak = any(o.kind == "refusal" for o in outcomes) or all(o.kind == "quotes" for o in outcomes) or unasked
    asking = [at for at, clause in enumerate(clauses) if _ASKS.search(clause)]
    if (
        any(_counted_by(outcomes, clause) for clause in clauses)
        or not weak
        or len(asking) < 2
        or not any(asks_figures(bare(clauses[at])) for at in asking)
    ):
        return None
    first, found = answered("，".join(clauses[: asking[0] + 1]) + "？")
    row = _row_of(found)
    if row is None or not first.asks:
        return None
    told = list(found)
    rest = clauses[asking[0] + 1 :]
    of_money = all(_OF_MONEY.search(clause) or not asks_figures(bare(clause)) for clause in rest)
    of_the_row = any(map(_THERE.search, rest)) or (of_money and _SO_MANY.search(clauses[asking[0]]) is not None)
    if any(map(_CHOOSES.search, rest)) or (speaks_of_buying(clauses[asking[0]]) and not of_the_row):
        return None  # 今年换几台车，去年几台: of what was bought, which the row alone does not say
    for clause in rest:
        _, own = answered(_asked_of(clause, row, first.asks[-1].scope) + "？")
        if not _is_of(own, row) or _leaves_a_number(clause, own):
            return None
        told.extend(own)
    return told


def _leaves_a_number(clause: str, own: Sequence[Outcome]) -> bool:
    """Whether a clause asks for a number (办几班) and only words that print none of it are told."""
    asked = None if _IN_WORDS.search(clause) else _NUMBER_OF.search(clause)
    if asked is None or any(o.kind != "quotes" for o in own):
        return False
    printed = bare("".join(quote.text for outcome in own for quote in outcome.quotes))
    return re.search(rf"[\d一二两三四五六七八九十百千万余多]{asked['unit']}", printed) is None


def _counted_by(outcomes: Sequence[Outcome], clause: str) -> bool:
    """Whether a quotation prints the number of what a clause counts: 近1000个重点项目."""
    counted = _COUNTED.search(clause)
    if counted is None:
        return False
    thing, unit = counted["thing"], counted["unit"]
    printed = bare("".join(quote.text for outcome in outcomes for quote in outcome.quotes))
    return re.search(rf"\d+[余多]?{unit}{thing}|{thing}\d+[余多]?{unit}", printed) is not None


def _row_of(outcomes: Sequence[Outcome]) -> str | None:
    """The one row that everything found stands in."""
    if not outcomes or any(o.kind not in ("figures", "list", "quotes") for o in outcomes):
        return None
    parts = _parts(outcomes)
    rows = {_name_of(s.row) if s.row else None for part in parts for s in part.sources}
    return next(iter(rows)) if len(rows) == 1 and len(parts) == len(outcomes) else None


def _name_of(row: str) -> str:
    """What a row is called without its code: of a project's, 11000024Y…-公务用车更新经费."""
    coded = split_code(row)
    return coded.name if coded is not None and coded.scheme == "project" and coded.name else row.split(" ")[0]


def _parts(outcomes: Sequence[Outcome]) -> list[Found | Quote]:
    found: list[Found | Quote] = []
    for outcome in outcomes:
        found += [*outcome.found, *outcome.quotes]
    return found
