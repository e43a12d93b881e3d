"""A turn that asks the same of other years that are part of a name: 2023-2024年运维项目, 那2022-2023年的呢."""

import re
from collections.abc import Sequence

from assistant.finding.evidence import Answered, Outcome, Told
from assistant.plan import Plan
from assistant.understand.words.text import words_of

_SPAN = r"(?:20)?\d\d年?度?(?:-|—|－|–|~|至|到)(?:20)?\d\d年?度?"
_OTHER_YEARS = re.compile(
    rf"^(?:那么?)?(?:(?:上|下|前|后)一?个?(?:周期|年度|期|轮|次))?的?[（(]?(?:即|就是)?(?P<span>{_SPAN})[)）]?"
    r"(?:那个?(?:周期|年度|期|轮|次))?的?(?:又?是?多少|呢)[？?，,。；;]*(?P<rest>.*)$"
)
_BETWEEN = re.compile(
    r"^(?:这|那)?两(?:期|者|个|轮|次|年|个周期|笔)?(?:之间)?(?:相差|差|差额)(?:了|是)?多少(?:钱|万元?)?[？?]?$"
)


def of_other_years(words: str, before: Told | None, alone: Answered) -> Told | None:
    """What the turn before asked, of the name with the years that this turn says; None where it says none.

    The difference of the two, where it is asked for beside, is told only where both are found.
    """
    said = _OTHER_YEARS.match(words_of(words).text.replace(" ", ""))
    if said is None or before is None:
        return None
    asked = before.plan.question
    spans = re.findall(_SPAN, asked)
    old, new = [_years(span) for span in spans[:1]], _years(said["span"])
    between = _BETWEEN.match(said["rest"]) is not None
    if len(spans) != 1 or old == [new] or (said["rest"] and not between):
        return None
    own = alone(_whose(before.plan) + asked.replace(spans[0], f"{new}年"))
    if not between:
        return own
    names = [_label(outcomes, years) for outcomes, years in ((before.outcomes, old[0]), (own.outcomes, new))]
    if None in names:
        return None
    both = alone(f"{_whose(before.plan, always=True)}{names[0]}和{names[1]}相差多少？")
    return Told(both.plan, [*own.outcomes, *both.outcomes]) if both.outcomes[0].kind == "figures" else None


def _years(span: str) -> str:
    """A span of years written out: 22到23年 as 2022-2023."""
    return "-".join(f"20{year[-2:]}" for year in re.findall(r"(?:20)?\d\d", span))


def _whose(before: Plan, always: bool = False) -> str:
    """The body of the turn before, where its words do not name it."""
    said = next((name for ask in before.asks for name in ask.scope.said), "")
    return said if always or said not in before.question else ""


def _label(outcomes: Sequence[Outcome], years: str) -> str | None:
    """The one name found whose years these are."""
    rows = {s.row for o in outcomes for f in o.found for s in f.sources if s.row}
    named = [row for row in rows if years in row]
    return named[0] if len(rows) == len(named) == 1 else None
