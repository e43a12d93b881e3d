"""What is told within another line only: 社区矫正 of 基层司法业务2,170.39万元，主要用于人民调解、社区矫正.

The amount of the line is no amount of the part: it is said with the refusal, quoted with its place.
"""

import re
from collections.abc import Iterator

from assistant.computing.figures.looking import Desk, holdings_of
from assistant.finding.evidence import Outcome
from assistant.finding.heard import heard_in
from assistant.finding.holdings import is_unit_document
from assistant.plan import Ask, Operation, Plan
from ingest.messages import say
from ingest.records.passage import Passage
from ingest.wording.glyphs import bare

# A line with its amount, and what it says the amount is for; a stop may stand between the two.
_USED_FOR = re.compile(
    r"(?:^|(?<=[。；;\n]))[^。；;\n]{2,90}?\d[\d,.]*\s*(?:[万亿]?元)[。，,；;]?\s*"
    r"(?:主要|全部)?(?:用于|用作|包括|包含)[：:]?(?P<uses>[^。；;]{2,200})[。；;]?"
)
_MONEY = re.compile(r"\d\s*[万亿]?元")  # parts with amounts of their own are told by them
_LONG = 2  # characters of a word that tells one part from the others
_MOST = 3  # lines that tell one part: more of them say nothing of where it stands


def told_within(desk: Desk, plan: Plan, told: list[Outcome]) -> list[Outcome]:
    """The refusal of a line that is not printed, with the lines that are said to hold it; else what was told."""
    ask = plan.asks[0] if len(plan.asks) == len(told) == 1 else None
    if ask is None or told[0].kind != "refusal" or not _asks_one_amount(ask):
        return told
    for parts in _parts(plan, ask):
        lines = list(dict.fromkeys(_lines(desk, ask, parts)))
        if 0 < len(lines) <= _MOST:
            quoted = "；".join(say("answer.told_in_line", desk.language, text=text, page=page) for text, page in lines)
            message = say("answer.told_within", desk.language, asked="、".join(parts), lines=quoted)
            return [Outcome("refusal", message=message, not_printed=True)]
    return told


def _asks_one_amount(ask: Ask) -> bool:
    """Whether one amount of one body is asked for, under no condition."""
    bounded = ask.filters or ask.stated or ask.excluded or ask.dropped or ask.basis or ask.on_indicators or ask.per
    plain = ask.operation is Operation.LOOKUP and len(ask.scope.departments) == 1 and not bounded
    heard = heard_in(ask.words, ask.scope.said)
    return plain and not ask.measure and (heard is None or not heard.units)


def _parts(plan: Plan, ask: Ask) -> list[list[str]]:
    """The words that name what is asked for, as they stand together in the question, else each by itself."""
    said = bare(plan.question)
    named = [t.text for t in ask.terms if t.kind != "code" and t.text in said]
    words = sorted(dict.fromkeys((*named, *plan.unexplained, *ask.hints)), key=said.find)
    if not words or any(word not in said for word in words):
        return []
    joined = [words[0]]
    for word in words[1:]:
        if joined[-1] + word in said:
            joined[-1] += word  # 安置|帮教
        elif word not in joined[-1]:
            joined.append(word)
    return [parts for parts in (joined, words) if all(len(part) >= _LONG for part in parts)]


def _lines(desk: Desk, ask: Ask, parts: list[str]) -> Iterator[tuple[str, int]]:
    """The sentences that tell what a line is for, with all parts among it, each with its page.

    A department's document and that of its own unit print the line twice: the department's comes first, alone.
    """
    holdings = [holding for holding, _ in holdings_of(desk, ask)]
    whole = [holding for holding in holdings if not is_unit_document(holding.document)]
    for holding in whole or holdings:
        for passage in holding.passages:
            for found in _USED_FOR.finditer(passage.text):
                if all(part in bare(found["uses"]) for part in parts) and not _MONEY.search(found["uses"]):
                    yield re.sub(r"\s+", "", found[0]), _page(passage, found.start())


def _page(passage: Passage, at: int) -> int:
    """The page that a place of a passage is printed on."""
    return next((spot.page for spot in passage.spots if spot.start <= at < spot.end), passage.page)
