"""The phase, batch or stage that a question names kept: what is told of another one, or of none, is no answer."""

import re

from assistant.answer import SourceRef
from assistant.finding.evidence import Outcome
from assistant.understand.asks.evaluating import asked_parts
from assistant.understand.door import asks_figures
from assistant.understand.words.phases import phases_said
from ingest.messages import say
from ingest.wording.glyphs import bare

_TOLD = ("figures", "list", "quotes")


def phases_kept(language: str, question: str, outcomes: list[Outcome]) -> list[Outcome]:
    """The outcomes, or a refusal where a phase that is asked for is not that of what was found.

    A figure has to be printed with the phase; a sentence may leave it out, but not tell of another.
    """
    asked = phases_said(question)
    told = [o for o in outcomes if o.kind in _TOLD]
    if not asked or not told:
        return outcomes
    printed = phases_said("\n".join(map(_words, told)))
    quoted = all(o.kind == "quotes" for o in told) and not _asks_figures(question)
    strange = {kind for kind, _ in asked} & {kind for kind, _ in printed}
    left = [said for phase, said in asked.items() if phase not in printed]
    if not left or (quoted and not strange):
        return outcomes
    return [Outcome("refusal", message=say("answer.condition_left", language, condition=left[0]))]


_MEAN_OF = re.compile(r"(?P<of>[年月日周])(?:平均|均)(?!衡|[一-龥]{0,2}温)")


def means_kept(language: str, question: str, outcomes: list[Outcome]) -> list[Outcome]:
    """The outcomes, or a refusal where a mean of one span of time is asked and that of another is told: 年均, 月均."""
    asked = {m["of"]: m[0] for m in _MEAN_OF.finditer(question)}
    told = [o for o in outcomes if o.kind in _TOLD]
    printed = {m["of"] for o in told for m in _MEAN_OF.finditer(_words(o))}
    left = [said for of, said in asked.items() if of not in printed]
    if not left or not printed:
        return outcomes
    return [Outcome("refusal", message=say("answer.condition_left", language, condition=left[0]))]


def _asks_figures(question: str) -> bool:
    return asks_figures(bare(question)) or not asked_parts(question).isdisjoint(("score", "rate"))


def _words(outcome: Outcome) -> str:
    """All that is printed with what was found: its rows, columns, tables, titles and texts."""
    sources = [s for f in outcome.found for s in f.sources] + [s for q in outcome.quotes for s in q.sources]
    texts = [outcome.lead, outcome.place, *(f.label for f in outcome.found)]
    texts += [words for quote in outcome.quotes for words in (quote.text, quote.heading)]
    return "\n".join(filter(None, (*texts, *(words for s in sources for words in _printed(s)))))


def _printed(source: SourceRef) -> tuple[str, ...]:
    return tuple(filter(None, (source.row, source.column, source.table, source.title, source.text)))
