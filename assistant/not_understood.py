"""Words outside the grammar: what a question may still come to, and the refusal that says which words they are."""

import re

from assistant.computing.figures.looking import Desk, holdings_of
from assistant.computing.figures.running_parts import part_of_running
from assistant.descriptive.described import described
from assistant.descriptive.halves import counted_in_text
from assistant.descriptive.measured import measured_in_text
from assistant.finding.evidence import Outcome
from assistant.finding.written import writes
from assistant.lexicon import part_words
from assistant.plan import TEXT_OPERATIONS, Ask, Plan, replace
from assistant.understand.door import Door, asks_figures
from assistant.understand.words.text import without
from ingest.messages import say
from ingest.wording.glyphs import bare

_ASKS = re.compile(
    r"什么|啥|哪|谁|怎|咋|何|吗|呢|为|原因|原故|理由|介绍|说|讲|目标|用途|用来|职[责能]|几|列|多[大久长高远]"
)
# 要修什么、修多少
_SAME_DEED = re.compile(r"([\u4e00-\u9fff])(?:了|些|点)?(?:什么|啥|哪些)[、，,和]*(?:都|各|又)?\1了?多少(?=[？?。]|$)")
# 几车, 几个人: what is counted needs a number; 哪几类, 几种方式 ask for names.
_HOW_MANY = re.compile(r"(?<![哪好那这某近])几(?![种类方块样大点经])")
_DIGIT = re.compile(r"\d|[一二两三四五六七八九十百千]")


def not_understood(desk: Desk, plan: Plan) -> Outcome:
    """A descriptive question is answered from the text, a part of a line by its line; any other is refused."""
    if _ASKS.search(plan.question) and all(_is_descriptive(ask) for ask in plan.asks):
        deed = replace(plan, question=_of_the_deed(plan.question))
        out = described(desk, deed, Door.TEXT)
        by_number = deed.question != plan.question or _HOW_MANY.search(plan.question)
        counted = not by_number or any(map(_DIGIT.search, _texts(out)))
        if out.kind != "refusal" and counted:
            return out
    if (told := counted_in_text(desk, plan)) is not None:
        return told
    key = without(bare(plan.question), map(bare, plan.bodies))  # the legal aid centre is no line
    parts = sorted((word for word in part_words() if word in key), key=len)
    if parts:
        if (printed := part_of_running(desk, plan, parts[-1])) is not None:
            return printed
        line = part_words()[parts[-1]]
        return Outcome("refusal", message=say("answer.part_of_line", desk.language, asked=parts[-1], line=line))
    if (told := measured_in_text(desk, plan)) is not None:
        return told
    return Outcome("refusal", message=_left_unsaid(desk, plan), left=plan.unexplained)


def _of_the_deed(question: str) -> str:
    """A question without the clause that asks how much of what is done: the sentence that tells what tells it too."""
    return _SAME_DEED.sub(r"\1什么", question)


def _texts(out: Outcome) -> list[str]:
    return [quote.text for quote in out.quotes]


def _left_unsaid(desk: Desk, plan: Plan) -> str:
    """That the documents of the body asked about never write the words, or else that they were not understood."""
    words = "、".join(plan.unexplained)
    body = plan.bodies[0] if len(plan.bodies) == 1 else ""
    held = [holding for ask in plan.asks[:1] for holding, _ in holdings_of(desk, ask)] if body else []
    if held and all(len(word) > 1 and not any(writes(h, word) for h in held) for word in plan.unexplained):
        return say("answer.not_written", desk.language, body=body, words=words)
    return say("answer.not_understood", desk.language, words=words)


def _is_descriptive(ask: Ask) -> bool:
    return ask.operation in TEXT_OPERATIONS or (
        not asks_figures(_of_the_deed(bare(ask.words)))
        and len(ask.scope.departments) < 2  # 甲局比乙局少 asks for no text
    )
