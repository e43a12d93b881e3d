"""What a term means: the entry of the glossary that explains it, and what a body says its own amount of it is."""

import re
from collections.abc import Iterable

from assistant.descriptive.glossary import definitions
from assistant.descriptive.places import Spot
from assistant.descriptive.quoting import lead_of, quote_of
from assistant.descriptive.ranking import QUOTED
from assistant.descriptive.seeming import explains
from assistant.descriptive.sought import Sought
from assistant.descriptive.stretches import sentences
from assistant.descriptive.use_words import AMOUNT, BEING
from assistant.finding.evidence import Outcome, Quote
from assistant.plan import Plan
from ingest.records.passage import Passage, PassageKind
from ingest.wording.glyphs import bare

# 其他收入是什么钱, 从哪来: what the money of this body is, beside what the term means.
_WHAT_MONEY = re.compile(
    r"(?:什么|啥|哪些|哪几?[类种笔块])样?的?(?:钱|收费|收入|款|费用|开支)|(?:从|打|由)?哪[里儿]?来|"
    r"(?:[包]?含|包括|涵盖)的?(?:哪些|什么|啥)|由(?:哪些|什么|啥)"
)


def defined(plan: Plan, seek: Sought, places: list[Spot]) -> Outcome | None:
    """The entry of a glossary that explains the term asked about."""
    spots = {place.passage.id: place for place in places}
    quotes: list[Quote] = []
    first = places[0]
    held = [place.passage for place in places]
    quoted = bare("".join(QUOTED.findall(plan.question)))
    for passage, start, end in (quoted and definitions(held, quoted)) or definitions(held, bare(seek.words)):
        if AMOUNT.search(text := passage.text[start:end]) and not explains(text):
            continue  # （一）机关运行经费。2025年…预算61.35万元: what it comes to, not what it is
        quotes.append(quote_of(spots[passage.id], start, end))
        first = spots[passage.id] if len(quotes) == 1 else first
    of_body = plan.scope.departments or any(ask.scope.departments for ask in plan.asks)
    lines = [form for word in seek.wanted if word.line for form in word.forms]
    own = own_account(held, lines) if of_body and lines and _WHAT_MONEY.search(bare(plan.question)) else None
    if own is not None:  # what it is here, beside what it means
        first = first if quotes else spots[own[0].id]
        quotes.append(quote_of(spots[own[0].id], *own[1:]))
    return Outcome("quotes", quotes=quotes, lead=lead_of(plan, first)) if quotes else None


def own_account(passages: Iterable[Passage], names: Iterable[str]) -> tuple[Passage, int, int] | None:
    """The sentence in which a body says what its own amount of a line is: 其他收入150万元，为水库收取的水费."""
    said = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    tells = re.compile(
        rf"(?:20\d\d年)?(?:[（(]?[一二三四五六七八九十\d]{{1,2}}[)）、.．])?(?:{said})(?:预算)?(?:安排|为|：)?(?:[\d,.]*{BEING.pattern}|"
        r"(?:主要)?(?:[为是系]|来自|来源于)(?!增|减|[零无])[^\d，,。；;]{4})"
    )
    for passage in passages:
        if passage.kind is PassageKind.NARRATIVE and said:
            for start, end, _ in sentences(passage.text):
                if tells.match("".join(passage.text[start:end].split())):
                    return passage, start, end
    return None
