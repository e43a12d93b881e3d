"""No line answers for bodies of one kind because its name holds their word: 事业单位人员经费 is no pension of them."""

import re

from assistant.finding.evidence import Outcome
from assistant.finding.labels import line_of
from ingest.messages import say
from ingest.wording.glyphs import bare

_MONEY = r"(?:人员|公用|基本|项目|总)?(?:经费|支出|开支|费用)|工资"
_SAID = re.compile(rf"(?<![公参])(?P<kind>事业|行政)单位的?(?={_MONEY})")  # 参公事业单位 is a kind of its own


def of_kind_kept(language: str, words: str, outcome: Outcome) -> Outcome:
    """The outcome, or a refusal where a kind of bodies' money is asked for and a line of another name answered."""
    said = _SAID.search(bare(words))
    if said is None or outcome.kind not in ("figures", "clarification") or not outcome.found:
        return outcome
    own = re.compile(rf"(?<!机关)(?<!行政){said['kind']}(?:单位)?(?:$|的|{_MONEY})")
    lines = [bare(line_of(f.figure) if f.figure is not None else f.label) for f in outcome.found]
    if all(own.search(line) for line in lines):
        return outcome
    return Outcome("refusal", message=say("answer.condition_left", language, condition=said["kind"] + "单位"))
