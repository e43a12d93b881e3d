"""The score of a self-evaluation that one clause asks for beside its indicators: 自评总分多少？哪些指标扣了分."""

import re
from dataclasses import replace

from assistant.computing.evaluations.evaluated import self_evaluated
from assistant.computing.figures.looking import Desk
from assistant.finding.evidence import Outcome
from assistant.plan import Plan
from assistant.understand.words.text import clauses_of

_SCORE = re.compile(r"总分|总得分|得了?(?:多少|几)分|(?:自评|评价)(?:得分|分数?|结果)[^，。]{0,4}(?:多少|几)")


def with_score(desk: Desk, plan: Plan, told: Outcome) -> list[Outcome]:
    """What was told of indicators, with the project's score before it where a clause of its own asks for that."""
    clauses = clauses_of(plan.question)
    scores = [c for c in clauses if _SCORE.search(c) and "指标" not in c]
    if told.kind != "list" or len(clauses) < 2 or len(scores) != 1:
        return [told]
    score = self_evaluated(desk, replace(plan, question=scores[0]), None)
    return [score, told] if score is not None and score.kind == "figures" else [told]
