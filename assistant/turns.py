"""How a turn is worked out: as it stands, then in each other way that may tell more than the ways before it.

Of the one row that the turn before found (哪场培训最贵; 这个班多少人去); each half by what answers its kind; clause by
clause where the clauses ask on of one row (测评多少钱，考到几分算过).
"""

import re
from collections.abc import Callable

from assistant.body_by_body import of_each_body
from assistant.computing.figures.whose_document import asks_of_document
from assistant.descriptive.halves import in_halves, move_with_reason
from assistant.each_in_its_year import dated_apart, each_in_its_year
from assistant.every_ask import every_ask
from assistant.finding.evidence import Told
from assistant.turning.by_clauses import clause_by_clause, counts_apart
from assistant.turning.of_the_found import of_the_found, of_the_ranked
from assistant.turning.row_found import tells_nothing
from assistant.turning.turn import Turn
from assistant.turning.whose_project import whose_project
from assistant.turning.why_since import why_since
from assistant.understand.asks.set_narrowed import set_narrowed
from assistant.understand.words.text import words_of
from assistant.years_of_names import of_other_years


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


# What leans on what was said: 那苏州呢, 其中…, 还有….
_LEANS = re.compile(
    r"(?:^|[，,。；;])(?:那|这|其|还有|再|另外|换|占)|它|其中|上述|前面|刚才|同样|同名|另一|其余|剩下|也|(?:呢|又?如何)[？?]?$"
)
_OWN_MATTER = re.compile(r"花|支出|开支|收入|进账")


def _as_its_own(turn: Turn, told: Told) -> Told | None:
    """A turn that names another body and what it asks of it, or, where nothing else is told, a name of its own.

    People go on to another matter without saying so: neither the year nor the line of the turn before is meant then.
    """
    said = words_of(turn.words).text
    if turn.before is None or _LEANS.search(said) or set_narrowed(said, turn.before.plan, None):
        return None
    own = turn.alone(turn.words)
    if tells_nothing(own):
        return None
    asks = own.plan.asks
    named = own.plan.bodies or any(t.kind == "name" and t.names[0][1] >= 1 for a in asks for t in a.terms if t.names)
    if tells_nothing(told):
        return own if named else None
    matter = own.plan.pieces or any(a.entity for a in asks) or _OWN_MATTER.search(said)
    another = own.plan.bodies and not set(own.plan.bodies) & set(turn.before.plan.bodies)
    return own if another and matter else None


def _in_halves(turn: Turn, told: Told) -> Told | None:
    found = in_halves(turn.desk(told.plan), told, turn.leaning)
    return None if found is None else Told(told.plan, found)


def _body_by_body(turn: Turn, told: Told) -> Told | None:
    found = None if dated_apart(told.plan) else of_each_body(turn.desk(told.plan), told, turn.alone)
    return None if found is None else Told(told.plan, found)


def _each_in_its_year(turn: Turn, told: Told) -> Told | None:
    found = each_in_its_year(turn.desk(told.plan), told, turn.alone)
    return None if found is None else Told(told.plan, found)


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


def _move_with_reason(turn: Turn, told: Told) -> Told | None:
    found = move_with_reason(turn.desk(told.plan), told)
    return None if found is None else Told(told.plan, [found])


_WAYS: tuple[Callable[[Turn, Told], Told | None], ...] = (
    *(
        _as_its_own,
        of_the_found,
        of_the_ranked,
        whose_project,
        why_since,
        _in_halves,
        counts_apart,
        clause_by_clause,
        _each_in_its_year,
        _body_by_body,
        _refused_alone,
        _every_ask,
        _move_with_reason,
    ),
)
