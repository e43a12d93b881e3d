"""Whether a thing counts under a term: the entry of a glossary that explains the term and names the thing."""

import re
from collections.abc import Iterator, Sequence

from assistant.descriptive.glossary import definitions
from assistant.descriptive.places import Spot
from assistant.descriptive.quoting import lead_of, quote_of
from assistant.descriptive.ranking import QUOTED
from assistant.descriptive.sayings import sayings_in
from assistant.descriptive.stretches import sentences
from assistant.descriptive.use_words import AMOUNT
from assistant.finding.evidence import Outcome
from assistant.lexicon import whole_concept
from assistant.plan import Plan
from assistant.understand.everyday.uncovered_words import naming_words
from assistant.understand.words.text import without
from ingest.records.passage import Passage, PassageKind
from ingest.wording.glyphs import bare

_ASKED = re.compile(
    r"(?P<term>.+?)[，,。；;？?](?P<thing>[^，,。；;？?]{2,14}?)(?:的?(?:钱|费用|开销|开支|支出|收入))?(?:也|都|又|还)?"
    r"(?:算不算|算(?:在[里内]面?|进去|进来|数)?(?:吗|不|么)|包不包括|包括在[里内]|在不在[里内])"
)
# 机票钱算不算三公经费: the thing stands first.
_THING_FIRST = re.compile(
    r"(?P<thing>[^，,。；;？?]{2,16}?)(?:的?(?:钱|费用|开销|开支|支出|收入))?(?:也|都|又|还)?"
    r"(?:算不算(?:是|作|在)?|属不属于|(?:属于|算是|算作|算在|算进|计入|列入|归入|算)(?=.+(?:吗|么|不)$))"
    r"(?P<term>[^，,。；;？?]{2,14}?)(?:的?范围)?(?:里|中|之内|内)?(?:吗|么|不)?$"
)
# 被装费算在哪一项, 行政复议的钱从哪个科目出: under which line of the budget a thing is.
_WHICH_LINE = re.compile(
    r"(?P<thing>[^，,。；;？?]{2,16}?)(?:的?(?:钱|费用|开销|开支|支出))?(?:都|是|又)*"
    r"(?:(?:归|算|放|列|计|包|属于?|含)(?:在|入|到|进|于|作|为)?|从|由|走)"
    r"哪(?:一?[类种项个块笔]|些)(?:经费|科目|支出|费用|款项|钱)?(?:里|下|中|内|当中|里面)?(?:出|列支|开支|支出|付|来|的)*$"
)
_LISTS = re.compile(r"主要?(?:用于|包括|是)|包括|用于|含")
_WHERE = re.compile(
    r"(?:这个|这一)?(?:科目|名词|词|一项)?(?:[里中]面?|里头|当中)?(?:主要|都|又|具体)*(?:是|有|装|包|含|算|列).*$"
)


def counted_under(plan: Plan, places: Sequence[Spot]) -> Outcome | None:
    """The entry under which a thing is asked to count and which names it; None where no entry names both."""
    question = without(plan.question, plan.bodies).strip("？? ")
    asked = _ASKED.search(question) or _THING_FIRST.search(question)
    if asked is None:
        return None
    quoted = bare("".join(QUOTED.findall(asked["term"])))
    term = quoted or _WHERE.sub("", bare(asked["term"]))
    things = naming_words(asked["thing"])[-1:]  # 坐飞机的机票: what is said ahead of a thing need not be printed
    said = bare(asked["thing"])
    others = {said[at:end]: printed for at, end, printed in sayings_in(said)}
    forms = [(bare(thing), *others.get(bare(thing), ())) for thing in things]
    for passage, start, end in _entries(places, term):
        told = bare(passage.text[start:end])
        if forms and all(any(form in told for form in each) for each in forms):
            spot = next(place for place in places if place.passage is passage)
            return Outcome("quotes", quotes=[quote_of(spot, start, end)], lead=lead_of(plan, spot))
    return None


def line_under(plan: Plan, places: Sequence[Spot]) -> Outcome | None:
    """The sentence of a line that names a thing as part of what it is for; None where none is asked, or none does."""
    asked = _WHICH_LINE.search(without(plan.question, plan.bodies).strip("？? "))
    things = naming_words(asked["thing"]) if asked is not None else ()
    if not things or not plan.bodies:
        return None
    for spot in places:
        if spot.passage.kind is PassageKind.GLOSSARY or spot.label:
            continue
        for start, end, said in sentences(spot.passage.text):
            listed = _LISTS.search(said)
            if (
                listed is not None
                and AMOUNT.search(said)
                and all(bare(thing) in said[listed.end() :] for thing in things)
            ):
                return Outcome("quotes", quotes=[quote_of(spot, start, end)], lead=lead_of(plan, spot))
    return None


def asks_counting(question: str) -> bool:
    """Whether a question without bodies asks if a thing counts under a term of budgets, or under which line it does."""
    question = question.strip("？? ")
    asked = _THING_FIRST.search(question)
    return _WHICH_LINE.search(question) is not None or (
        asked is not None and whole_concept(bare(asked["term"])) is not None
    )


def _entries(places: Sequence[Spot], term: str) -> Iterator[tuple[Passage, int, int]]:
    """The entry that explains a term in each document."""
    own: dict[str, list[Passage]] = {}
    for place in places:
        own.setdefault(place.passage.document_id, []).append(place.passage)
    for passages in own.values():
        yield from definitions(passages, term)
