"""Which unit the one project is of that a rank chose: 第二大的归哪个单位, 最贵的项目是哪个单位的, 它由谁负责."""

import re
from dataclasses import replace

from assistant.finding.evidence import Outcome, Told
from assistant.plan import RANKS
from assistant.turning.turn import Turn
from assistant.understand.asks.set_narrowed import WHOSE
from ingest.wording.glyphs import bare
from ingest.wording.names import is_body_name

_WHOSE = re.compile(rf"(?:{WHOSE})(?:呢|啊|呀)?[？?]?$")


def whose_project(turn: Turn, told: Told) -> Told | None:
    """What was told, with the unit before the name of the project; None where no unit is asked or the name tells it."""
    plan, one = told.plan, told.outcomes[0] if len(told.outcomes) == 1 else None
    ranked = len(plan.asks) == 1 and plan.asks[0].entity == "project" and plan.asks[0].operation in RANKS
    if one is None or not ranked or one.kind != "list" or len(one.found) != 1 or not _WHOSE.search(turn.words):
        return None
    found = one.found[0]
    body = found.figure.body if found.figure is not None else None
    if not body or is_body_name(found.label) or bare(body) in bare(found.label):
        return None
    return Told(plan, [_named(one, f"{body}—{found.label}")])


def _named(one: Outcome, label: str) -> Outcome:
    return replace(one, found=[replace(one.found[0], label=label)])
