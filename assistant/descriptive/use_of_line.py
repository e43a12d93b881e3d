"""Where the money of a line goes (培训费花在哪里), told only by what is said of that line itself.

A sentence that names the line among what another's money is spent on, or tells only how it moved, answers nothing.
"""

import re

from assistant.finding.evidence import Outcome
from assistant.lexicon import TOTALS, concepts_in
from assistant.plan import Operation, Plan
from ingest.messages import say
from ingest.wording.glyphs import bare

_WHERE = re.compile(r"(?:花|用|投|支出?)(?:在|到|去|往)了?(?:哪|什么|啥|何处)")
_MOVED = re.compile(r"[增减涨降升]|[多少][花用]|超支")  # what more was spent on is a reason
_TELLS = re.compile(r"用[于途在来]|主要安排|安排用|主要是(?!因|由)|主要为|指|包括|支付|开支")
_SENTENCE = re.compile(r"[；;\n]|(?<=[一-龥\d])。(?=[^\d])")
_NUMBER = re.compile(r"\s*[（(]?(?:[一二三四五六七八九十]{1,3}|\d{1,2})[)）、.．]\s*")  # （三）公务用车 is no 三公


def of_line_kept(plan: Plan, outcomes: list[Outcome]) -> list[Outcome]:
    """The outcomes, or a refusal where what is quoted tells of no use of the one line whose money is asked about."""
    where = _WHERE.search(plan.question)
    terms = {t for a in plan.asks for t in a.terms}
    concept = next(iter(terms)).concept if len(terms) == 1 else None
    quoted = bool(outcomes) and all(o.kind == "quotes" for o in outcomes)
    if where is None or _MOVED.search(plan.question) or not quoted or concept is None or concept in TOTALS:
        return outcomes
    if any(a.operation not in (Operation.PURPOSE, Operation.LOOKUP) for a in plan.asks):
        return outcomes
    if any(
        _tells(quote.text, concept) or concept in concepts_in(bare(quote.heading))
        for o in outcomes
        for quote in o.quotes
    ):
        return outcomes
    return [Outcome("refusal", message=say("describe.half", plan.language, asked=plan.question))]


def _tells(text: str, concept: str) -> bool:
    """Whether a text says of a line what it is used for: the line stands before the words that say it."""
    before = ""
    for numbered in _SENTENCE.split(text):
        sentence = numbered[found.end() :] if (found := _NUMBER.match(numbered)) else numbered
        mark = _TELLS.search(sentence)
        if mark is not None and concept in concepts_in(bare(before + sentence[: mark.start()])):
            return True
        before = (
            sentence if mark is None and not re.search(r"[，：:]|,(?!\d{3})", sentence) else ""
        )  # （二）公务接待费。
    return False
