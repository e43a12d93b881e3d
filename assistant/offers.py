"""What a refusal offers: where words were not understood what the rest of them asks, else names that are alike.

No figure is told with it: words left over may change what is asked for, and are never dropped to get an answer.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from assistant.computing.figures.looking import Desk
from assistant.finding.evidence import Outcome
from assistant.lexicon import TOTALS
from assistant.plan import Ask, Operation, Plan, Term
from assistant.saying.refusals import alike_words
from assistant.understand.door import asks_figures
from assistant.understand.words.text import without
from ingest.messages import say
from ingest.wording.glyphs import bare

Answering = Callable[[Desk, Plan], list[Outcome]]
_DENIES = re.compile(r"[不未非没无别除]")  # 不合格率 without 不 is its opposite
_TARGET = re.compile(r"[（(][＝=≤≥<>＜＞≦≧][^（()）]*[)）]$")  # an indicator's value: （≤29.91元/件）
_COUNTED = re.compile(r"[：:]$|共\d+[个家项条]：?$")


def with_reading_offered(desk: Desk, plan: Plan, outcomes: list[Outcome], answered: Answering) -> list[Outcome]:
    """A refusal with a question back, where a part of what was asked asks one thing that is printed."""
    denied = any(_DENIES.search(word) for out in outcomes for word in out.left)
    if len(outcomes) != 1 or len(plan.asks) != 1 or denied or not asks_figures(bare(plan.question)):
        return outcomes
    for rest, aside in _readings(plan, outcomes[0]):
        told = answered(desk, rest)
        if reading := _reading(told[0]) if len(told) == 1 else "":
            refused = outcomes[0].message.removesuffix(alike_words(outcomes[0].choices, desk.language)).rstrip()
            message = say("answer.reading_offered", desk.language, refused=refused, aside="、".join(aside))
            return [replace(outcomes[0], message=message, choices=[reading], instead=rest)]
    return outcomes


def _readings(plan: Plan, refused: Outcome) -> Iterator[tuple[Plan, tuple[str, ...]]]:
    """The plans of what is left, each with what is put aside: words not understood, or all things named but one."""
    ask = plan.asks[0]
    if refused.kind == "refusal" and refused.left and _is_close(ask, refused.left):
        yield _without(plan, refused.left, ask.terms), refused.left
    elif refused.not_printed and ask.operation is Operation.LOOKUP and len(ask.terms) > 1:
        for term in sorted(ask.terms, key=lambda t: (-len(t.text), ask.terms.index(t))):
            aside = tuple(t.text for t in ask.terms if t is not term)
            if _is_close(replace(ask, terms=(term,)), aside):
                yield _without(plan, aside, (term,)), aside


def _without(plan: Plan, aside: tuple[str, ...], terms: tuple[Term, ...]) -> Plan:
    ask = replace(plan.asks[0], hints=(), terms=terms, words=without(plan.asks[0].words, aside))
    account = tuple(replace(t, taken_for="put_aside") if t.text in aside else t for t in plan.account)
    question = without(plan.question, aside)
    return replace(plan, question=question, asks=(ask,), account=account, unexplained=(), gathered=())


def _is_close(ask: Ask, left: tuple[str, ...]) -> bool:
    """Whether what is named outweighs what is left over; a total that is asked for by no other word names nothing."""
    named = [t for t in (*ask.terms, *(t for side in ask.operands for t in side)) if t.concept not in TOTALS]
    return sum(len(t.text) for t in named) >= sum(map(len, left))


def _reading(told: Outcome) -> str:
    """What an outcome tells, without its figures."""
    if told.kind == "figures" and told.found and told.found[0].value is not None:
        return _TARGET.sub("", f"{told.place}{told.found[0].label}")
    return _COUNTED.sub("", told.lead) if told.kind == "list" and told.found else ""
