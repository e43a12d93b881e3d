"""What a target measures kept: how many are done (整改完成数) is not told by a rate (整改完成率), nor the other way."""

import re

from assistant.finding.evidence import Outcome
from ingest.messages import say
from ingest.wording.glyphs import bare

_RATE, _NUMBER = "率|比例|比率", "数量|个数|件数|次数|数(?![据字额])|量(?!化)"
_NAMED = re.compile(rf"(?P<of>[\u4e00-\u9fff]{{2}})(?P<measure>{_RATE}|{_NUMBER})")


def rates_kept(language: str, question: str, outcomes: list[Outcome]) -> list[Outcome]:
    """The outcomes, each a refusal where all it tells is the other measure of what is asked for."""
    return [_kept(language, bare(question), outcome) for outcome in outcomes]


def _kept(language: str, question: str, outcome: Outcome) -> Outcome:
    targets = [f for f in outcome.found if f.figure is None and len(f.sources) == 1 and f.sources[0].column]
    if outcome.kind != "figures" or not targets or len(targets) < len(outcome.found):
        return outcome
    others = [_other(question, bare(f.sources[0].column or "")) for f in targets]
    said = next(iter(others))
    if not all(others):
        return outcome
    return Outcome("refusal", message=say("answer.condition_left", language, condition=said))


def _other(question: str, name: str) -> str:
    """What the question says of the thing that a name measures otherwise; empty where it asks for that measure."""
    for found in _NAMED.finditer(name):
        rate = re.fullmatch(_RATE, found["measure"]) is not None
        asked = re.search(rf"{found['of']}的?(?:{_NUMBER if rate else _RATE})", question)
        if asked is not None and f"{found['of']}{found['measure']}" not in question:
            return asked[0]
    return ""
