"""What a turn, or a clause behind a rank, asks on of the one row that was found: 哪场培训最贵; 这个班多少人去."""

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.finding.evidence import Outcome, Told
from assistant.plan import RANKS, Plan
from assistant.turning.by_clauses import OF_MONEY
from assistant.turning.row_found import POINTS, asked_of_row, chosen_of, is_of, parts_of, row_of, tells_nothing
from assistant.turning.turn import Turn
from assistant.understand.words.text import clauses_of, words_of
from assistant.units_of_others import own_unit_not_held
from ingest.messages import say
from ingest.wording.glyphs import bare
from ingest.wording.names import is_body_name

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
# Another target of the project whose target was told: 满意度呢, 那设备完好率呢.
_RATE_TOO = re.compile(r"^(?:那么?|还有)?(?:它的?|其)?[一-龥]{2,10}[率度]呢[？?]?$")
_ASKS_ON = re.compile(r"^(?:那么?|请问|还有)?[，,]?[一-龥]{0,4}?(?:多少|几|什么|啥|谁|哪|何)")


def of_the_found(turn: Turn, told: Told) -> Told | None:
    """A turn that asks on, of the row that the turn before found."""
    if turn.before is None:
        return None
    before, earlier = turn.before
    unheld = None if tells_nothing(told) else own_unit_not_held(turn.desk(told.plan), told.plan.asks, before.asks)
    if unheld is not None:
        return Told(told.plan, [unheld])
    if (named := _of_it(turn, before, earlier, told)) is not None:
        return named
    if _RATE_TOO.match(words_of(turn.words).text) and (row := _row_of_target(earlier)) is not None:
        return _rate_too(turn, told, before, row)
    asks_on = _OF_A_ROW.fullmatch(words_of(turn.words).text.rstrip("？?")) is not None
    asks_on = asks_on and bool(before.asks) and before.asks[-1].operation in RANKS
    row = row_of(earlier) if asks_on else _row_asked_on(turn.words, before, earlier, told.outcomes)
    if row is None or (asks_on and is_body_name(row)):
        return None
    own = turn.alone(asked_of_row(turn.words, row, before.asks[-1].scope))
    if is_of(own.outcomes, row) or not asks_on or tells_nothing(told):
        return own if is_of(own.outcomes, row) else None
    missed = say("describe.half", told.plan.language, asked=turn.words)  # what is told is of another row
    return Told(told.plan, [Outcome("refusal", message=missed)])


def _row_of_target(earlier: Sequence[Outcome]) -> str | None:
    """The project whose target alone was told."""
    found = [f for o in earlier for f in o.found]
    targets = all(f.figure is None and not f.computed and f.sources and f.sources[0].column for f in found)
    return row_of(earlier) if found and targets else None


def _rate_too(turn: Turn, told: Told, before: Plan, row: str) -> Told | None:
    """Another target of one project; a refusal where only words about another are told."""
    if is_of(told.outcomes, row):
        return None
    own = turn.alone(asked_of_row(f"的{words_of(turn.words).text.rstrip('？?呢')}是多少", row, before.asks[-1].scope))
    if is_of(own.outcomes, row) and all(o.kind == "figures" for o in own.outcomes):
        return own
    if any(o.kind == "figures" for o in told.outcomes) or tells_nothing(told):
        return None
    return Told(told.plan, [Outcome("refusal", message=say("answer.not_told_of", told.plan.language, asked=row))])


def _of_it(turn: Turn, before: Plan, earlier: Sequence[Outcome], told: Told) -> Told | None:
    """What is asked of the body or the project that a rank chose before (它的三公经费); None where it chose none.

    A refusal where nothing is told of it: what stands beside it is another's.
    """
    said = words_of(turn.words).text
    pointed = _OF_IT.match(said)
    picked = chosen_of(earlier[0])[:1] if len(earlier) == 1 and before.asks else []
    label = picked[0].label if picked and (earlier[0].kind == "figures" or len(earlier[0].found) == 1) else ""
    chosen = bool(before.asks) and (before.asks[-1].operation in RANKS or before.asks[-1].inner in RANKS)
    row = row_of([replace(o, found=chosen_of(o)) for o in earlier]) if chosen else None
    row = label if is_body_name(label) else row
    if pointed is None or row is None:
        return None
    if is_body_name(row):
        scope = before.asks[-1].scope
        year = f"{scope.years[0]}年" if len(scope.years) == 1 else ""
        own = turn.alone(f"{row}{year}{said[pointed.end() :]}")
        if any(bare(row) in bare(name) for ask in own.plan.asks for name in ask.scope.said) or is_of(own.outcomes, row):
            return own
    elif is_of(told.outcomes, row):
        return None
    else:
        own = turn.alone(asked_of_row(turn.words, row, before.asks[-1].scope).replace(said, said[pointed.end() :]))
        if is_of(own.outcomes, row):
            return own
    if tells_nothing(told):
        return None
    refused = Outcome("refusal", message=say("answer.not_told_of", told.plan.language, asked=row))
    return Told(told.plan, [refused])


def of_the_ranked(turn: Turn, told: Told) -> Told | None:
    """What clauses ask on of the one row that the first of them chose by its rank: 哪场培训最贵，多少人参加."""
    clauses = clauses_of(words_of(told.plan.question).text)
    asks, row = told.plan.asks, row_of(told.outcomes[:1])
    ranked = bool(asks) and asks[0].operation in RANKS and asks[0].which and len(told.outcomes[0].found) == 1
    rest = [clause.rstrip("？?") for clause in clauses[1:]]
    if not ranked or row is None or is_body_name(row) or not rest or not all(map(_OF_A_ROW.fullmatch, rest)):
        return None
    made = [told.outcomes[0]]
    for clause in rest:
        own = turn.alone(asked_of_row(clause, row, asks[0].scope) + "？").outcomes
        missed = Outcome("refusal", message=say("describe.half", told.plan.language, asked=clause))
        made += own if is_of(own, row) else [missed]  # what stands beside it is another's
    return Told(told.plan, made)


def _row_asked_on(words: str, before: Plan, earlier: Sequence[Outcome], outcomes: Sequence[Outcome]) -> str | None:
    """The row the turn before found, where a turn points at it or, refused, only asks on.

    None where something of that row was told.
    """
    said = words_of(words).text
    row = row_of(earlier)
    refused = all(o.kind == "refusal" for o in outcomes)
    points = POINTS.match(said) is not None and not _names_another(said, row, outcomes)
    if row is None or not before.asks or not (points or (refused and _ASKS_ON.match(said))):
        return None
    return None if not refused and (OF_MONEY.search(said) or is_of(outcomes, row)) else row


def _names_another(said: str, row: str | None, outcomes: Sequence[Outcome]) -> bool:
    """Whether 那 only leads over to another row, which the turn names and which was found: 那应急保障用的有几辆."""
    pointed = POINTS.match(said)
    kind = bare(pointed["kind"] or "").removesuffix("的") if pointed and not pointed["one"] else ""
    rows = {bare(s.row or "") for part in parts_of(outcomes) for s in part.sources}
    return len(kind) > 1 and kind not in bare(row or "") and any(kind in other for other in rows)
