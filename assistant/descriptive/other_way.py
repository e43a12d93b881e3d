"""Why a line rose that fell: what a question takes for granted held against the change that is printed."""

from assistant.computing.figures.looking import Desk, sights_of
from assistant.descriptive.shape import one_way
from assistant.descriptive.stretches import sentences
from assistant.finding.evidence import Outcome, Quote, source_of_words
from assistant.finding.wanted import Candidate
from assistant.plan import Ask, Operation, Plan, replace
from ingest.messages import say
from ingest.records.figure import Relation
from ingest.wording.glyphs import bare


def contradicted(desk: Desk, plan: Plan) -> Outcome | None:
    """The change a question is wrong about, where it asks why one line moved and nothing else."""
    if plan.unexplained or len(plan.asks) != 1 or plan.asks[0].operation is not Operation.REASON:
        return None
    return moved_the_other_way(desk, plan.asks[0])


def moved_the_other_way(desk: Desk, ask: Ask) -> Outcome | None:
    """The sentence that tells the change of the line asked about, where it went the other way than the question says.

    None where no change is printed, or one the way the question says.
    """
    said = one_way(bare(ask.words))
    if not said or not ask.terms or ask.hints or ask.filters or ask.base_scope:
        return None
    moved = [c for c in _changes(desk, ask) if c.figure.amount is not None and c.figure.amount.value]
    if not moved or any(c.figure.amount is None or c.figure.amount.value * said > 0 for c in moved):
        return None
    told = next((quote for one in moved if (quote := _sentence(one)) is not None), None)
    lead = say("answer.moved_the_other_way", desk.language)
    # The reason that is asked for is not there: a refusal, with what is printed instead.
    return Outcome("quotes", quotes=[told], lead=lead, withheld=True) if told is not None else None


def _changes(desk: Desk, ask: Ask) -> list[Candidate]:
    """The printed changes against the year before of the one line that an ask names."""
    for sight in sights_of(desk, replace(ask, operation=Operation.LOOKUP), Relation.CHANGE):
        choice = sight.choice
        if choice.best is not None:
            return [choice.best, *choice.agreeing]
    return []


def _sentence(moved: Candidate) -> Quote | None:
    """The sentence in which a change is told, as a quotation."""
    passage = moved.holding.passage_of(moved.figure)
    if passage is None:
        return None
    for start, end, _ in sentences(passage.text):
        sentence = bare(passage.text[start:end])
        if bare(moved.figure.text) in sentence and bare(moved.figure.label) in sentence:
            source = source_of_words(passage, moved.holding.document, start, end)
            return Quote(passage.text[start:end].strip(), source, moved.figure.label)
    return None
