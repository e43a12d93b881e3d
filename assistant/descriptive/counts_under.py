"""Whether a thing counts under a term: the entry of a glossary that explains the term and names the thing."""

import re
from collections.abc import Sequence

from assistant.descriptive.glossary import definitions
from assistant.descriptive.places import Spot
from assistant.descriptive.quoting import lead_of, quote_of
from assistant.descriptive.ranking import QUOTED
from assistant.finding.evidence import Outcome
from assistant.plan import Plan
from assistant.understand.everyday.uncovered_words import naming_words
from assistant.understand.words.text import without
from ingest.wording.glyphs import bare

_ASKED = re.compile(
    r"(?P<term>.+?)[，,。；;？?](?P<thing>[^，,。；;？?]{2,14}?)(?:的?(?:钱|费用|开销|开支|支出|收入))?(?:也|都|又|还)?"
    r"(?:算不算|算(?:在[里内]面?|进去|进来|数)?(?:吗|不|么)|包不包括|包括在[里内]|在不在[里内])"
)
_WHERE = re.compile(
    r"(?:这个|这一)?(?:科目|名词|词|一项)?(?:[里中]面?|里头|当中)?(?:主要|都|又|具体)*(?:是|有|装|包|含|算|列).*$"
)


def counted_under(plan: Plan, places: Sequence[Spot]) -> Outcome | None:
    """The entry under which a thing is asked to count and which names it; None where no entry names both."""
    asked = _ASKED.search(without(plan.question, plan.bodies))
    if asked is None:
        return None
    quoted = bare("".join(QUOTED.findall(asked["term"])))
    term = quoted or _WHERE.sub("", bare(asked["term"]))
    things = naming_words(asked["thing"])
    for passage, start, end in definitions([place.passage for place in places], term):
        spot = next(place for place in places if place.passage is passage)
        told = bare(passage.text[start:end])
        if things and all(bare(thing) in told for thing in things):
            return Outcome("quotes", quotes=[quote_of(spot, start, end)], lead=lead_of(plan, spot))
    return None
