"""A word on figures that character recognition read with little confidence."""

from dataclasses import replace

from assistant.answer import Answer
from ingest.messages import say

UNSURE = 0.9  # below this one character of a figure in a few pages is wrong


def share_of(confidence: float) -> int:
    """A confidence of 0 to 1 as whole percent, never rounded up."""
    return int(confidence * 100)


def with_doubt(answer: Answer, language: str) -> Answer:
    """The answer, with a note where a figure or an item rests on a cell that was recognised with little confidence."""
    used = {index for figure in answer.figures for index in figure.sources}
    used |= {index for item in answer.items for index in item.sources}
    unsure = [
        confidence
        for index in sorted(used)
        if index < len(answer.sources) and (confidence := answer.sources[index].confidence) is not None
        if confidence < UNSURE
    ]
    if not unsure:
        return answer
    key = "answer.unsure_one" if len(unsure) == 1 else "answer.unsure_some"
    note = say(key, language, count=len(unsure), share=share_of(min(unsure)))
    return replace(answer, text=f"{answer.text}\n{note}")
