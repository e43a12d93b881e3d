"""Descriptive questions: the passages that answer, quoted exactly, with their pages and boxes."""

import re

from assistant.evidence import Outcome, Quote, source_of_words
from assistant.lookup import Desk
from assistant.plan import Ask
from assistant.scope import periods_of, places_of
from ingest.messages import say
from ingest.records.passage import Passage, PassageKind
from ingest.stores.terms import terms_of

_PLENTY = 900
_ASKS_LIST = re.compile(r"哪些|有什么|包括|职责|职能|列出|几个|几项|多少个|机构|任务|分别")
_STOP = frozenset(
    [
        "多少",
        "什么",
        "哪些",
        "是什",
        "么是",
        "的是",
        "有哪",
        "怎么",
        "请问",
        "是多",
        "年的",
        "部门",
        "预算",
        "单位",
        "情况",
        "有什",
        "么的",
    ]
)


def best_passages(desk: Desk, ask: Ask, lead: str = "") -> Outcome:
    """The passages nearest to the clause, narrowed to the department and year; a refusal where none comes near."""
    documents = [
        d
        for options in places_of(desk.library, ask.scope, desk.units)
        for place in options
        for period in periods_of(place, ask.scope)
        for d in period.documents
    ]
    words = _without_scope(ask)
    found = desk.passages(words, [d.id for d in documents]) if desk.passages is not None else []
    wanted = {t for t in terms_of(words) if t not in _STOP}
    for passage in found:
        quote = _quoted(passage, wanted, words)
        if quote is None:
            continue
        start, end, share = quote
        if share < 0.5:
            continue
        holding = desk.library.holding(passage.document_id)
        text = passage.text[start:end].strip()
        sources = source_of_words(passage, holding.document, start, end)
        heading = lead or say("answer.text_lead", desk.language, department=holding.document.department or holding.document.title,
                              section=passage.section[-1] if passage.section else "")  # fmt: skip
        return Outcome("quotes", quotes=[Quote(text, sources)], lead=heading)
    if found:
        passage = found[0]
        holding = desk.library.holding(passage.document_id)
        nearest = passage.text.strip()[:120]
        message = say("answer.nearest", desk.language, asked=ask.words.strip(), text=nearest, page=passage.page)
        return Outcome("refusal", message=message)
    return Outcome("refusal", message=say("answer.no_text", desk.language, asked=ask.words.strip()))


def _without_scope(ask: Ask) -> str:
    words = ask.words
    for said in ask.scope.said:
        words = words.replace(said, "")
    words = re.sub(
        r"20\d\d年?度?|请问|请|介绍一下|说说|讲讲|告诉我|是什么|有哪些|是哪些|什么|多少|[？?。，,的了吗呢]", " ", words
    )
    return re.sub(r"\s+", " ", words).strip()


def _quoted(passage: Passage, wanted: set[str], words: str) -> tuple[int, int, float] | None:
    """The stretch of a passage to quote, and the share of the question's terms it (or its heading) holds."""
    if passage.kind is PassageKind.CONTENTS:
        return None
    if not wanted:
        return None
    heading = set(terms_of("".join(passage.section)))
    own = set(terms_of(passage.text)) | heading
    share = len(wanted & own) / len(wanted)
    if len(passage.text) <= _PLENTY or _ASKS_LIST.search(words):
        return 0, len(passage.text), share
    best: tuple[int, int, int] | None = None
    for match in re.finditer(r"[^。\n]+。?", passage.text):
        hits = len(wanted & set(terms_of(match.group())))
        if best is None or hits > best[0]:
            best = (hits, match.start(), match.end())
    if best is None:
        return 0, len(passage.text), share
    return best[1], best[2], share
