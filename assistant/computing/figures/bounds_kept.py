"""The bound that a question asks for kept: a target that is set as a ceiling is no answer to what is due at least."""

import re

from assistant.finding.evidence import Outcome
from ingest.messages import say
from ingest.records.units import UnitKind

_ASKED = re.compile(r"(?P<least>不[少低]于)(?=几|多少)|不超过(?=几|多少)|上限|封顶")
_CEILING_NAMED = ("上限", "封顶")
_FLOOR, _CEILING = re.compile(r"[≥＞>]|不[少低]于|以上|至少"), re.compile(r"[≤＜<]|不[超高多]于?|以[内下]|至多")


def bounds_kept(language: str, question: str, outcomes: list[Outcome]) -> list[Outcome]:
    """The outcomes, each a refusal where it tells the other bound than the only one that is asked for."""
    # One bound said of two targets is told of each as it is set.
    asked = [said for said in _ASKED.finditer(question) if len(outcomes) == 1 or said[0] not in _CEILING_NAMED]
    if len({bool(said["least"]) for said in asked}) != 1:
        return outcomes
    least = bool(asked[0]["least"])
    return [_kept(language, asked[0][0], least, outcome, alone=len(outcomes) == 1) for outcome in outcomes]


def _kept(language: str, said: str, least: bool, outcome: Outcome, alone: bool) -> Outcome:
    if outcome.kind != "figures":
        return outcome
    printed = ["".join(filter(None, (f.label, *(s.text for s in f.sources)))) for f in outcome.found]
    other, own = (_CEILING, _FLOOR) if least else (_FLOOR, _CEILING)
    wrong = bool(printed) and all(other.search(text) and not own.search(text) for text in printed)
    # What a budget grants is no bound: 培训费至少多少.
    granted = (f.figure is not None and f.figure.unit.kind is UnitKind.MONEY for f in outcome.found)
    unbound = least and alone and all(granted)
    if wrong or unbound:
        return Outcome("refusal", message=say("answer.condition_left", language, condition=said))
    return outcome
