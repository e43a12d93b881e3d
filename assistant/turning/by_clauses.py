"""A question told clause by clause: what clauses ask of one row (测评多少钱，考到几分算过), or count of a body."""

import re
from collections.abc import Sequence

from assistant.finding.evidence import Answered, Outcome, Told
from assistant.finding.heard import speaks_of_buying
from assistant.plan import Plan
from assistant.turning.row_found import asked_of_row, is_of, row_of
from assistant.turning.turn import Turn
from assistant.understand.door import asks_figures
from assistant.understand.words.text import clauses_of, words_of
from ingest.wording.glyphs import bare
from ingest.wording.units import money_unit

_COUNTED = re.compile(
    r"(?P<thing>[\u4e00-\u9fff]{2,6}?)(?:大概|大约|差不多|一共|总共|共|有)*(?:多少|几)(?P<unit>[个家件人份次户名场台套])"
)

_NUMBER_OF = re.compile(r"(?<![那这好])(?:几|多少)(?P<unit>[班期次场轮个家件人份户名台套门节课])")
OF_MONEY = re.compile(r"钱|[万亿]元?(?![人名次个件])|金额")
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


def clause_by_clause(turn: Turn, told: Told) -> Told | None:
    """What the clauses ask of one row, each alone; None where one does not."""
    found = _by_clauses(*told, turn.alone)
    return None if found is None else Told(told.plan, found)


def counts_apart(turn: Turn, told: Told) -> Told | None:
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
    row = row_of(found)
    if row is None or not first.asks:
        return None
    told = list(found)
    rest = clauses[asking[0] + 1 :]
    of_money = all(OF_MONEY.search(clause) or not asks_figures(bare(clause)) for clause in rest)
    of_the_row = any(map(_THERE.search, rest)) or (of_money and _SO_MANY.search(clauses[asking[0]]) is not None)
    if any(map(_CHOOSES.search, rest)) or (speaks_of_buying(clauses[asking[0]]) and not of_the_row):
        return None  # 今年换几台车，去年几台: of what was bought, which the row alone does not say
    for clause in rest:
        _, own = answered(asked_of_row(clause, row, first.asks[-1].scope) + "？")
        if not is_of(own, row) or _leaves_a_number(clause, own):
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
