"""Two or more bodies that are each said with a date of their own: 甲局（2023年末）和乙局（2024年底）哪家车多，各有几辆.

No one year is meant of all of them: each is asked by itself, with its own date, and they are told in order.
"""

import re
from dataclasses import replace

from assistant.computing.arithmetic.aggregate import ranked
from assistant.computing.figures.looking import Desk
from assistant.computing.rows.members import narrowed
from assistant.computing.sets.across import unlike
from assistant.finding.evidence import Answered, Found, Outcome, Told
from assistant.plan import EVERY, Ask, Operation, Plan
from assistant.understand.words.text import words_of
from ingest.messages import say
from ingest.wording.units import money_unit

_DATE = r"[（(]?的?(?P<date{at}>(?:截至|截止)?20\d\d年?(?:度|[年]?[末底])?的?(?:预算|决算)?)[)）]?的?"
_AND = r"(?:[，,、；;]|和|与|跟|同|及|以及)*"
_MATTER = re.compile(
    r"^[，,]?(?:这?[两三]家(?:单位|局)?)?(?:里|中|比|相比)?[，,]?"
    r"(?:(?:哪一?[家个]|谁家?)(?:的)?(?P<what>[一-龥“”\"]{1,14}?)|(?P<matter>[一-龥“”\"]{2,14}?)(?:哪一?[家个]|谁家?)(?:的)?)"
    r"(?:更|最|要|比较)?(?P<way>[多少高低大小])(?:[一些点]*)?(?P<each>[，,；;？?]?(?:各|分别|都)(?:自)?(?:有|是|为)?(?:几|多少)[一-龥]{0,3})?[？?。]?$"
)
_LEAST = "少低小"
_CARS = re.compile(r"^(?:公务?用?)?车(?:辆|子)?$")


def each_in_its_year(desk: Desk, told: Told, alone: Answered) -> list[Outcome] | None:
    """What bodies tell that are each said with a date, in order; None where not each is, or one tells nothing."""
    plan, bodies = told.plan, told.plan.bodies
    sided = any(ask.base_scope is not None for ask in plan.asks)
    said = _each_dated(plan)
    if said is None or (sided and all(o.kind != "refusal" for o in told.outcomes)):
        return None
    matter = _MATTER.match(said.string[said.end() :])
    if matter is None:
        return None
    what = matter["what"] or matter["matter"]
    what = "车辆数量" if _CARS.match(what) else what
    dated = [(body, said[f"date{at}"]) for at, body in enumerate(bodies)]
    lines = [_line(body, date, what, alone) for body, date in dated]
    held = [line for line in lines if line is not None]
    if len(held) < len(lines):
        return None
    least = matter["way"] in _LEAST
    ask = Ask(Operation.BOTTOM if least else Operation.TOP, plan.asks[0].terms, number=EVERY, words=plan.question)
    kinds = {"money" if money_unit(line.unit) is not None else line.unit for line in held}
    if len(kinds) > 1:
        return [Outcome("refusal", message=say("answer.not_comparable", desk.language))]
    # How many cars there are is a state, which a budget tells as well as an account.
    alike = held if "money" in kinds else [replace(f, figure=None) for f in held]
    if (refused := unlike(desk, ask, alike, over_years=True)) is not None:
        return [refused]
    out = narrowed(ranked(desk, ask, held))
    out.method.insert(0, say("answer.asked_of_each", desk.language, words=f"{what}是多少？"))
    return [out]


def dated_apart(plan: Plan) -> bool:
    """Whether bodies are each said with a date of their own."""
    return _each_dated(plan) is not None


def _each_dated(plan: Plan) -> re.Match[str] | None:
    """The bodies a question begins with, each with a date behind it; None where not each has one, or all the same."""
    bodies = plan.bodies
    text = words_of(plan.question).text.replace(" ", "")
    named = _AND.join(re.escape(body) + _DATE.replace("{at}", str(at)) for at, body in enumerate(bodies))
    said = re.match(named, text) if len(bodies) > 1 else None
    dates = {said[f"date{at}"] for at in range(len(bodies))} if said is not None else set()
    return said if len(dates) > 1 else None


def _line(body: str, date: str, what: str, alone: Answered) -> Found | None:
    """The one printed figure that a body tells of its date; None where it tells none, or several."""
    told = alone(f"{body}{date}{what}是多少？")
    one = told.outcomes[0] if len(told.outcomes) == 1 else None
    if one is None or one.kind != "figures" or len(one.found) != 1 or one.found[0].figure is None:
        return None
    return replace(one.found[0], label=f"{body}（{date}）")
