"""The sentence that says that what is secret is not made public, where its rows are asked for and none are printed."""

import re

from assistant.computing.figures.looking import Desk
from assistant.descriptive.quoting import first_told
from assistant.finding.evidence import Outcome
from assistant.plan import Plan
from ingest.messages import say

# 财政部 on what departments publish: secret content is left out, which many forms say below a table.
_NOT_PUBLIC = re.compile(
    r"(?:涉密|保密)[^。；;]{0,30}不(?:予|宜|便|对外)*公开|不(?:予|宜|便|对外)*公开[^。；;]{0,20}涉密"
)


def secret_said(desk: Desk, plan: Plan, outcomes: list[Outcome]) -> list[Outcome]:
    """The outcomes, or in place of secret rows that are not printed the sentence that says why."""
    asked = next((a for a in plan.asks if a.secret and a.scope.departments), None)
    if asked is None or any(o.kind in ("figures", "list") for o in outcomes):
        return outcomes
    told = first_told(desk, asked, _NOT_PUBLIC)
    if told is None:
        return outcomes
    return [Outcome("quotes", quotes=[told[1]], lead=say("answer.secret_text", desk.language), withheld=True)]
