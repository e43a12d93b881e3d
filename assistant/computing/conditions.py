"""The promise that no condition of a question is dropped to get an answer."""

from assistant.finding.evidence import Outcome
from assistant.finding.stated import names_threshold
from assistant.plan import Ask
from assistant.saying.wordings import condition_words
from ingest.messages import say


def conditions_kept(language: str, ask: Ask, outcome: Outcome) -> Outcome:
    """The outcome, or a refusal where a condition of the question had no part in it.

    A condition has its part where it narrowed the set, or where the line found is named by it (单价100万元以上设备).
    """
    if not ask.filters or outcome.narrowed or outcome.kind not in ("figures", "list"):
        return outcome
    lines = ["".join((f.label, *(s.row or s.text for s in f.sources))) for f in outcome.found]
    if all(names_threshold(line, condition) for line in lines for condition in ask.filters):
        return outcome
    return Outcome(
        "refusal",
        message=say("answer.condition_left", language, condition=condition_words(ask, language)),
    )
