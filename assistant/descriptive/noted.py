"""The bodies of a list that prints a remark beside each (备注：预算不单列) of which a question says the remark."""

import re
from collections.abc import Iterable

from assistant.descriptive.places import Spot
from assistant.descriptive.quoting import lead_of, quote_of
from assistant.finding.evidence import Found, Outcome, Quote, source_of_words
from assistant.plan import Plan, Scope
from assistant.understand.words.text import words_of
from ingest.wording.glyphs import bare

_WHICH = re.compile(r"哪|谁|(?:几|多少)[个家所](?:单位|机构|部门)")
_LINE = re.compile(r"[^\n]+")
_NAME = re.compile(r"(?:单位|机构|部门|预算单位)?名称：(?P<name>[^；;\n]+)")
_FIELD = re.compile(
    r"(?:^|[；;])\s*(?:备注|说明|[^：；;\n]{0,6}情况|[^：；;\n]{0,6}性质|[^：；;\n]{0,6}类别)：(?P<text>[^；;\n]+)"
)
_STOPS = re.compile(r"[，,、。；;？?！!（）()\s]")
_TURNED = "不没未无非"
_LEAST = 3  # signs of a remark that tell it


def noted_bodies(plan: Plan, places: Iterable[Spot], scope: Scope) -> Outcome | None:
    """The bodies whose remark a question says, or their number; None where no remark is said."""
    if not scope.departments or not _WHICH.search(plan.question):
        return None
    said = _plainly(bare(words_of(plan.question).text))
    for place in places:
        noted = [(line, name, texts) for line, name, texts in _noted(place.passage.text) if texts]
        parts = {part for _, _, texts in noted for part in texts if _is_said(part, said)}
        chosen = [(line, name) for line, name, texts in noted if parts and parts <= set(texts)]
        if not chosen:
            continue
        found: list[Found] = []
        quotes: list[Quote] = []
        for line, name in chosen:
            sources = source_of_words(place.passage, place.holding.document, *line.span())
            found.append(Found(name, None, "", sources))
            quotes.append(quote_of(place, *line.span()))
        return Outcome("list", found=found, quotes=quotes, lead=lead_of(plan, place))
    return None


def _noted(text: str) -> Iterable[tuple[re.Match[str], str, tuple[str, ...]]]:
    """The lines of a passage that name a body, with the parts of what is remarked of it."""
    for line in _LINE.finditer(text):
        name = _NAME.search(line[0])
        if name is not None:
            remarks = [found["text"] for found in _FIELD.finditer(line[0])]
            yield (
                line,
                name["name"].strip(),
                tuple(bare(part) for text in remarks for part in _STOPS.split(text) if part),
            )


def _plainly(text: str) -> str:
    """A bare text with words that remarks and questions say one for another said in one way: 并进 as 并入."""
    return re.sub(r"单独(?=列|核)", "单", re.sub(r"(?<=[并列纳编归])进", "入", text))


def _is_said(part: str, said: str) -> bool:
    """Whether a question says a remark, and not its opposite."""
    part = _plainly(part)
    at = said.find(part)
    return len(part) >= _LEAST and at >= 0 and (at == 0 or said[at - 1] not in _TURNED)
