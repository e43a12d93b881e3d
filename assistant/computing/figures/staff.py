"""How many people a body has, as 实有人员, 在职人员 or 正式职工 are printed."""

import re

from assistant.computing.figures.looking import Desk, sights_of
from assistant.computing.figures.lookup import looked_up, missing
from assistant.finding.evidence import Outcome
from assistant.plan import Ask, replace
from assistant.understand.words.concept_terms import name_term
from ingest.records.units import UnitKind
from ingest.wording.glyphs import bare

#: What those who serve now are called in print.
_SERVING = ("实有人员", "在职人员", "正式职工", "在编人员", "在职实有", "实有")
# A label that says those who serve and nothing else; beside it stand posts (实有人员编制) and parts (实有行政人员).
_ALL_OF_THEM = re.compile(
    r"(?:年末|现|实有|实际|现有|在职|在编|在岗|正式|人员|职工|员工|干部|教职工|人数|总数|单位|全系统|本级|共有|的|和)+"
)
_POSTS = re.compile("编制(?!内)|车")
_SAID = re.compile(r"(?:实有|现有|在职|在编|在岗|正式)+(?:人员|职工|员工|干部)?")


def is_serving(ask: Ask) -> bool:
    """Whether nothing but those who serve is named: 实有人员, 在职职工."""
    return not ask.hints and _SAID.fullmatch("".join(t.text for t in ask.terms)) is not None


def people_of(desk: Desk, ask: Ask, alone: bool = False) -> Outcome:
    """How many people a body has; 有多少人 names nothing else.

    What is labelled as all who serve comes before what a label only may mean; ``alone`` takes no posts for people.
    """
    told = [out for name in _SERVING if (out := _counted(desk, ask, name)) is not None]
    sure = [out for out in told if all(_ALL_OF_THEM.fullmatch(label) for label in _labels(out))]
    filled = [out for out in told if not any(map(_POSTS.search, _labels(out)))]
    best = sure + filled if alone else sure + filled + told
    if best:
        return best[0]
    of_people = replace(ask, terms=(name_term("人数"),))
    return missing(desk, of_people, sights_of(desk, of_people))


def _labels(out: Outcome) -> list[str]:
    return [bare(f.figure.label) for f in out.found if f.figure is not None]


def _counted(desk: Desk, ask: Ask, name: str) -> Outcome | None:
    """The count found under a name of those who serve; 在职人员经费 is money."""
    found = looked_up(desk, replace(ask, terms=(name_term(name),)))
    counts = all(f.figure is not None and f.figure.unit.kind is UnitKind.COUNT for f in found.found)
    return found if found.found and counts and found.kind == "figures" else None
