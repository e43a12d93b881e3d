"""A question that asks for a figure and for words: each half is answered by what answers its kind.

培训费多少，主要学什么; 钱用来做什么，一共多少. A half in words that is not told is said to be missing, never left out.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.computing.figures.looking import Desk
from assistant.descriptive.described import described
from assistant.descriptive.kinds import shows_a_journey
from assistant.descriptive.moves_said import agrees, says_a_move
from assistant.descriptive.places import Spot
from assistant.descriptive.quoting import lead_of, quote_of
from assistant.descriptive.shape import direction_of
from assistant.descriptive.sought import sought
from assistant.descriptive.stretches import sentences
from assistant.descriptive.use_words import AMOUNT
from assistant.descriptive.whole_reason import reason_of_the_budget
from assistant.finding.evidence import Answered, Outcome, Quote, Told
from assistant.plan import TEXT_OPERATIONS, Ask, Operation, Plan, Scope
from assistant.understand.door import Door, asks_basis, asks_figures, door_of
from assistant.understand.words.text import clauses_of
from ingest.messages import say
from ingest.wording.glyphs import bare

# What is asked in words begins behind the amount without a stop: 多少钱用来干什么, 是多少、为什么增加.
_BEHIND = re.compile(
    r"(?<=多少钱|多少元|.多少|.几元)(?:、|和|及|以及|并且?)?"
    r"(?=(?:主要|具体|分别|都)?(?:用来|用于|用在|用途|花在|拿来|[干做办]什么|为什么|为何|为啥|原因|目的))"
)
_AND = re.compile(r"、(?=[^、，,。]*(?:多少|几[万亿元]))")  # 走的是哪个专项、多少钱
_IN_WORDS = re.compile(r"什么|啥|哪|谁|怎|咋|凭|如何|何[时人处地为种]|为何")
# Where a clause that names its matter begins to ask about it.
_ASKS = re.compile(
    r"(?:主要|具体|都|是|要|会|准备|打算)*(?:用[来于在到]|花在|拿来|图个?(?:什么|啥)|为[什何啥]|干[什啥]|[做办]什么|什么|啥|哪|谁|怎|如何)"
)
# How many of what is bought or done: where no figure carries it, a sentence may (拟更新购置2辆公务用车).
_COUNTS = re.compile(
    r"^(?!.*(?:以上|以下|超过|不到)).*(?:几|多少)(?P<unit>[辆台套座处所场期批条]|平方米|公里)(?![万亿元])"
)
_COUNTED = re.compile(
    r"^(?!.*(?:以上|以下|超过|不到)).*(?:几|多少)(?P<unit>[辆台套座处所场期批条件名人份次户个])(?![万亿元])"
)
# Asks for a name, an order or a comparison that the grammar of figures answers itself.
_OF_FIGURES = re.compile(
    r"哪[一几]?(?:个|项|家|年|类|笔|块|些)?[最更]|谁[更最多少高低大小]|(?:哪|谁).{0,6}[多少高低大小]$"
)
# Where those counted before went, which is told by the names of places: 去了什么地方.
_GONE_TO = re.compile(
    r"(?:是|都|又|分别|各|主要|具体)*(?:去|到|赴|跑|前往|出访)过?了?的?(?:是|都是)?(?:些|过)?"
    r"(?:(?:哪[里儿些几个一两二三]*|什么|啥)(?:国家|地方|地区)?|[干做办](?:什么|啥|嘛)(?:事|了|的)*)(?:[呢啊呀])?"
)
OF_WHOM = re.compile(r"[给由归让对为帮请找向跟同从托]了?谁")  # 成果拿来给谁用, 向谁买: no choice among rows
_HOW_FAR = re.compile(r"(?:增加?|减少?|[多少涨降升砍压缩跌]|变化|变动|浮动)[^，,]{0,6}?(?:多少|几)")
_HELD_AGAINST = re.compile(
    r"[比较跟与同](?!上年|去年|上一?年|前一?年|头年|往年|(?:19|20)\d\d|年初|增|重|例)"
)  # 比苏州多多少
_PEOPLE = ("人", "名", "位")
_PLAIN = (Operation.LOOKUP, Operation.CHANGE, Operation.GROWTH, Operation.SUM, *TEXT_OPERATIONS)
_DONE = ("figures", "blank")
_COUNT_HELD = 0.6  # share of a count's words, pairs across words among them
_HELD = 0.4  # share of a clause's own words that its quotation holds


@dataclass(frozen=True, slots=True)
class Halves:
    """A question without the clauses that ask in words, and these clauses."""

    figures: str
    words: tuple[str, ...]


def halves_of(question: str, counts: bool = False) -> Halves | None:
    """The halves of a question; None where it asks for figures alone, for words alone, or names nothing.

    ``counts`` takes what is counted for a half in words.
    """
    clauses = clauses_of(_AND.sub("，", _BEHIND.sub("，", question)))
    asked = [asks_figures(bare(clause)) for clause in clauses]
    counted = [counts and at > 0 and _COUNTS.search(clause) is not None for at, clause in enumerate(clauses)]
    words = [
        of_count or (not figures and _IN_WORDS.search(clause) is not None and not _OF_FIGURES.search(clause))
        for clause, figures, of_count in zip(clauses, asked, counted, strict=True)
    ]
    if not any(words) or not any(a and not w for a, w in zip(asked, words, strict=True)):
        return None
    first = next(at for at, said in enumerate(words) if said)
    kept = [clause for clause, said in zip(clauses, words, strict=True) if not said]
    if first == 0:
        named = _named_by(clauses[0])
        if not named:
            return None
        kept.insert(0, named)
    return Halves("，".join(kept) + "？", tuple(c for c, said in zip(clauses, words, strict=True) if said))


def in_halves(desk: Desk, made: Told, answered: Answered) -> list[Outcome] | None:
    """The outcomes with the half that asks in words told from the text; None where it was told, or is not.

    ``answered`` answers the half that asks for figures.
    """
    plan, told = made
    for told_beside in (_section_and_figure, _with_figure, _but_outside):
        if (other := told_beside(made, answered)) is not None:
            return other
    unknown = len(plan.asks) > 1 and all(o.kind == "refusal" for o in told)
    if unknown and (counted := counted_in_text(desk, plan)) is not None:
        return [counted]
    of_whom = OF_WHOM.search(plan.question) is not None or any(map(asks_basis, clauses_of(plan.question)))
    guessed = [_is_guessed(ask) for ask in plan.asks]
    if any(o.kind in ("quotes", "clarification") or o.quotes or (o.kind == "list" and not any(guessed)) for o in told):
        return None
    if any(
        (a.operation not in _PLAIN and not of_words) or (a.which and not of_whom)
        for a, of_words in zip(plan.asks, guessed, strict=True)
    ):
        return None
    halves = halves_of(plan.question, counts=bool(told) and told[0].kind == "refusal")
    if halves is None:
        return None
    of_figures, figures = answered(halves.figures)
    if not figures or any(o.kind not in _DONE for o in figures):
        return None
    spare = of_whom and _found(figures) < _found(told)  # 向谁买服务 asks for no amount of services
    if told and told[0].kind != "refusal" and not any(guessed) and not spare and _found(told) != _found(figures):
        return None  # what is asked in words made a difference: 哪个专项里出的
    scope = next((a.scope for a in of_figures.asks if a.scope.departments), Scope())
    found = [
        _beside_figures(desk, plan, figures, clause) or _in_words(desk, plan, clause, scope, of_figures)
        for clause in halves.words
    ]
    if any(o.kind == "refusal" for o in found) and (any(guessed) or not told or told[0].kind == "refusal"):
        return None
    return [*figures, *found]


def move_with_reason(desk: Desk, made: Told) -> Outcome | None:
    """The sentence that tells why a line moved, and how far, where no printed figure tells that: 多了多少，为什么."""
    plan, told = made
    clauses = clauses_of(plan.question)
    of_move = [clause for clause in clauses if _HOW_FAR.search(bare(clause))]
    of_reason = [clause for clause in clauses if clause not in of_move and door_of(clause) is Door.WHY]
    one_body = len({keys for ask in plan.asks for keys in ask.scope.departments}) == 1
    refused = bool(told) and told[0].kind == "refusal" and all(o.kind in ("refusal", "quotes") for o in told)
    if len(of_move) != 1 or not of_reason or not (refused and one_body) or _HELD_AGAINST.search(plan.question):
        return None
    out = next((o for o in told if o.kind == "quotes"), None) or described(desk, plan, Door.WHY)
    said = bare("".join(quote.text for quote in out.quotes[:1]))
    way = direction_of(bare(of_move[0]))
    tells = out.kind == "quotes" and AMOUNT.search(said) and says_a_move(said) and (not way or agrees(said, way))
    return out if tells else None


def _section_and_figure(made: Told, answered: Answered) -> list[Outcome] | None:
    """What a body's section tells and a figure of the body (主要职责是什么，编制多少); None where one is not told."""
    plan, told = made
    (first, *rest), said = clauses_of(plan.question) or [""], {a.scope.said for a in plan.asks}
    weak = [o.kind for o in told] == ["quotes"] or all(o.kind == "refusal" for o in told)
    if not rest or door_of(first) is not Door.SECTION or not weak or len(said) != 1:
        return None
    bodies, years = said.pop(), {year for ask in plan.asks for year in ask.scope.years}
    if len(bodies) != 1 or bodies[0] not in first or not all(asks_figures(bare(clause)) for clause in rest):
        return None
    dated = len(years) == 1 and "年" not in rest[0]
    whose = bodies[0] + (f"{years.pop()}年" if dated else "")
    words, figures = answered(f"{first}？").outcomes, answered(f"{whose}{'，'.join(rest)}？").outcomes
    done = figures and all(o.kind in _DONE for o in figures)
    return [*words, *figures] if done and [o.kind for o in words] in (["quotes"], ["list"]) else None


def _with_figure(made: Told, answered: Answered) -> list[Outcome] | None:
    """What is told in words with the figure asked beside it (是什么意思，有多少); None where only one is asked.

    A figure that is not found is said to be missing where the words told print none.
    """
    plan, told = made
    in_words = bool(plan.asks) and all(ask.operation in TEXT_OPERATIONS for ask in plan.asks)
    asked = _figures_asked(plan) if in_words and [o.kind for o in told] == ["quotes"] else None
    if asked is None:
        return None
    figures = answered(asked).outcomes
    said = "".join(quote.text for quote in told[0].quotes)
    if not figures or any(o.kind not in _DONE for o in figures):
        clause = next(c for c in reversed(clauses_of(plan.question)) if asks_figures(bare(c)))
        missing = Outcome("refusal", message=say("describe.half", plan.language, asked=clause))
        return None if re.search(r"\d{2}|\d[人万元个家]", said) else [*told, missing]
    printed = {source.text for outcome in figures for found in outcome.found for source in found.sources}
    return None if any(text in said for text in printed) else [*told, *figures]


def _figures_asked(plan: Plan) -> str | None:
    """The half of a question that asks for figures, of the term whose meaning the other half asks."""
    clauses = [clause for clause in clauses_of(plan.question) if asks_figures(bare(clause))]
    term = next((t.text for a in plan.asks if a.operation is Operation.DEFINE for t in a.terms), None)
    if clauses and term is not None and len(clauses) < len(clauses_of(plan.question)):
        said = "，".join(clauses) + "？"
        return said if term in bare(said) else f"{term}，{said}"
    halves = halves_of(plan.question)
    return None if halves is None else halves.figures


def _but_outside(made: Told, answered: Answered) -> list[Outcome] | None:
    """The figures asked ahead of what no budget document holds: 有多少人，够不够 is not refused as a whole."""
    plan, told = made
    clauses = clauses_of(plan.question)
    outside = [clause for clause in clauses if door_of(clause) is Door.OUTSIDE]
    rest = [clause for clause in clauses if clause not in outside]
    if not outside or clauses[: len(rest)] != rest or not all(asks_figures(bare(clause)) for clause in rest):
        return None
    if not rest or [o.kind for o in told] != ["refusal"]:
        return None
    figures = answered("，".join(rest) + "？").outcomes
    if not figures or any(o.kind not in _DONE for o in figures):
        return None
    missing = [say("describe.half", plan.language, asked=clause) for clause in outside]
    return [*figures, *(Outcome("refusal", message=words) for words in missing)]


def counted_in_text(desk: Desk, plan: Plan) -> Outcome | None:
    """How many of a thing that no figure counts: the sentence that counts it (刑事案件510件)."""
    counted = _COUNTED.search(plan.question)
    if counted is None or len({ask.scope for ask in plan.asks}) != 1 or not plan.asks[0].scope.departments:
        return None
    out = described(desk, plan, Door.TEXT)
    told = bare("".join(quote.text for quote in out.quotes))
    wanted = [word for word in sought(plan, Door.TEXT, plan.asks[0].scope.said).wanted if not word.slight]
    forms = [form for word in wanted if (form := word.form_in(told)) is not None]
    # 多少名法官: people are printed in any of their units.
    named, unit = "|".join(map(re.escape, forms)), "[人名位]" if counted["unit"] in _PEOPLE else counted["unit"]
    counts = rf"(?:{named})[^\d]{{0,2}}\d+{unit}|\d+余?多?{unit}[^\d，。；]{{0,2}}(?:{named})"
    beside = re.search(counts, told) if forms else None
    return out if beside is not None and len(forms) >= _COUNT_HELD * len(wanted) else None


def _is_guessed(ask: Ask) -> bool:
    """Whether a list is only guessed from words that resemble names: 补助发给哪些人."""
    return (
        ask.operation is Operation.LIST
        and not ask.entity
        and bool(ask.terms)
        and all(t.kind == "like" for t in ask.terms)
    )


def _found(outcomes: Sequence[Outcome]) -> set[tuple[str, object]]:
    return {(found.label, found.value) for outcome in outcomes for found in outcome.found}


def _beside_figures(desk: Desk, plan: Plan, figures: Sequence[Outcome], clause: str) -> Outcome | None:
    """Where, and for what, those went that were counted, as the sentence that counts them tells it; else None."""
    told = [found.figure for outcome in figures for found in outcome.found]
    abroad = all(figure is not None and "出国" in figure.label for figure in told)
    if not (told and abroad and _GONE_TO.fullmatch(bare(clause))):
        return None
    for figure in {figure.passage_id: figure for figure in told if figure is not None}.values():
        holding = desk.library.holding(figure.document_id)
        passage = holding.passage_of(figure)
        for start, end, said in sentences(passage.text) if passage is not None else ():
            if passage is not None and "出国" in said and shows_a_journey(passage.text[start:end]):
                spot = Spot(holding, passage, "")
                return Outcome("quotes", quotes=[quote_of(spot, start, end)], lead=lead_of(plan, spot))
    return None


def _in_words(desk: Desk, plan: Plan, clause: str, scope: Scope, of_figures: Plan) -> Outcome:
    """What the text says to one clause of a question; a refusal that names the clause."""
    asks = tuple(replace(ask, scope=scope) for ask in of_figures.asks)
    door = door_of(clause) or Door.TEXT
    if door is Door.DEFINE and "给" in clause:
        door = Door.TEXT  # 拿来给谁用 beside an amount asks for no meaning
    asked = replace(plan, asks=asks)
    if door is Door.WHY and len(asks) == 1:
        whole = reason_of_the_budget(desk, replace(asks[0], words=clause))  # 今年预算多少，怎么涨的
        if whole is not None:
            return whole
    if door is not Door.OUTSIDE:
        out = described(desk, asked, door)
        if out.kind == "quotes" and _holds(out.quotes, replace(asked, question=clause), door):
            return out
    return Outcome("refusal", message=say("describe.half", desk.language, asked=clause))


def _holds(quotes: Sequence[Quote], clause: Plan, door: Door) -> bool:
    """Whether quotations hold what a clause itself names: the whole question is found by the line it is about."""
    counted = _COUNTS.search(clause.question)
    if counted is not None and not re.search(rf"\d\s*{counted['unit']}", "".join(quote.text for quote in quotes)):
        return False
    if door in (Door.WHY, Door.GOAL):
        return True  # a reason and a use are told in other words
    if _GONE_TO.fullmatch(bare(clause.question)):
        return any(shows_a_journey(quote.text) for quote in quotes)
    told = bare("".join(quote.heading + quote.text for quote in quotes))
    wanted = [word for word in sought(clause, door, ()).wanted if not word.slight]
    return sum(word.stands_in(told) for word in wanted) >= _HELD * len(wanted)


def _named_by(clause: str) -> str:
    """What a clause that asks in words names before it asks."""
    begins = _ASKS.search(clause)
    named = clause[: begins.start()] if begins is not None else ""
    return named if len(bare(named)) > 3 else ""
