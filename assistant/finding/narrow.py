"""What it costs that a figure is narrower than what was asked: of one fund, of basic expenditure only."""

import re
from collections.abc import Iterable

from assistant.finding.holdings import Holding
from assistant.lexicon import concepts, concepts_in, implied, is_fund
from assistant.plan import Term
from ingest.records.figure import Figure
from ingest.wording.glyphs import bare

_STOPS = re.compile(r"[。；;，,！？]")
_NARROWING = {"fiscal": 0.5, "general_public": 0.6, "carried_in": 3.0, "carried_out": 3.0, "other_funds": 3.0}
_NARROW_DEFAULT = 2.0


def narrow_cost(narrow: Iterable[str]) -> float:
    """What narrowings that nobody asked for cost."""
    return sum(_NARROWING.get(c, _NARROW_DEFAULT) for c in narrow)


def outermost(narrow: frozenset[str]) -> frozenset[str]:
    """Narrowings without those that another brings along: personnel within basic expenditure counts once."""
    brought = {m for c in narrow for m in implied(frozenset({c})) if m != c}
    return narrow - brought


WITHIN_TOPIC = 3.0  # what a part of a subject costs that was not asked for
_OF_WHOLES = ("fund", "side", "expenditure")  # concepts that are divided, not subjects of their own


def off_topic(title: frozenset[str], asked: frozenset[str], terms: tuple[Term, ...]) -> float:
    """Dearer in a table about a subject of its own (采购, 机关运行经费) that was not asked for."""
    everything = concepts()
    wanted = asked | {everything[c].part_of for c in asked if everything[c].part_of}
    topics = {c for c in title if everything[c].group == "topic"}
    # 一般公共预算“三公”经费支出表 is not of all 一般公共预算支出: a fund that its title names does not say its subject.
    told = (t.concept for t in terms if t.concept and everything[t.concept].group not in _OF_WHOLES)
    return 0.0 if not topics or topics & wanted or any(c in title for c in told) else WITHIN_TOPIC


def funds_said_before(holding: Holding, figure: Figure) -> frozenset[str]:
    """The funds that a clause says before the one line it tells of: 一般公共预算拨款安排的|培训费支出43万元."""
    passage, label = holding.passage_of(figure), bare(figure.label)
    clauses = [] if passage is None or not label else [bare(c) for c in _STOPS.split(passage.text)]
    told = [clause[: clause.index(label)] for clause in clauses if label in clause]
    return frozenset(c for c in concepts_in(told[0]) if is_fund(c)) if len(told) == 1 else frozenset()


def topics_over(levels: Iterable[str], asked: frozenset[str], terms: tuple[Term, ...]) -> frozenset[str]:
    """The subjects a stated amount is told as a part of, though nobody asked for them.

    培训费 among what the 机关运行经费 are for is not all that is spent on training.
    """
    within = (c for above in levels for c in concepts_in(bare(above)))
    return frozenset(c for c in within if off_topic(frozenset({c}), asked, terms))
