"""The assistant with a language model beside it: the same figures and sources, other words where they hold.

What a model adds: a question back where words were not understood, and prose over the evidence. A model that is down,
slow, silent, wrong or hostile changes nothing but that.
"""

import logging
from collections.abc import Iterator
from dataclasses import replace

from assistant.answer import Answer, AnswerKind
from assistant.ask import Assistant
from assistant.model.language_model import Model, ModelFault
from assistant.model.prompts import READ_SYSTEM, WRITE_SYSTEM
from assistant.model.propose import reading_prompt, rewritten
from assistant.model.prose import fault_of, writing_prompt
from assistant.question import Question
from ingest.messages import say

log = logging.getLogger(__name__)


class ModelledAssistant:
    """An assistant whose wording may come from a model."""

    def __init__(self, assistant: Assistant, model: Model) -> None:
        self._assistant = assistant
        self._model = model

    def ask(self, question: Question) -> Answer:
        """Answer a question; the wording is the model's where it holds, else our own, marked so."""
        *_, answer = self.stream(question)
        assert isinstance(answer, Answer)
        return answer

    def stream(self, question: Question) -> Iterator[str | Answer]:
        """Pieces of the model's draft as the server sends them, then the answer that was held against the evidence."""
        answer = self._assistant.ask(question)
        if answer.kind is AnswerKind.REFUSAL:
            yield self._asked_back(question, answer)
            return
        if answer.kind is AnswerKind.CLARIFICATION or not answer.sources:
            yield answer
            return
        draft = ""
        try:
            for piece in self._model.stream(WRITE_SYSTEM, writing_prompt(question.words, answer)):
                draft += piece
                yield piece
        except ModelFault as fault:
            log.warning("model not used: %s", fault)
            yield self._in_own_words(answer, "unreachable")
            return
        fault_found = fault_of(draft, answer, self._assistant.names())
        if fault_found is not None:
            log.warning("model's wording not used: %s", fault_found)
            yield self._in_own_words(answer, fault_found)
            return
        yield replace(answer, text=draft.strip())

    def warm_up(self) -> None:
        """Read what the store holds before the first question does."""
        self._assistant.warm_up()

    def _in_own_words(self, answer: Answer, reason: str) -> Answer:
        language = _language(answer)
        note = say("model.not_used", language, reason=say(f"model.{reason}", language))
        return replace(answer, method="\n".join(part for part in (answer.method, note) if part))

    def _asked_back(self, question: Question, answer: Answer) -> Answer:
        unknown = _unexplained(answer)
        if not unknown:
            return answer
        known = self._assistant.known_words(question)
        try:
            reply = "".join(self._model.stream(READ_SYSTEM, reading_prompt(question.words, unknown, known)))
        except ModelFault as fault:
            log.warning("model not used: %s", fault)
            return answer
        words = rewritten(question.words, unknown, known, reply)
        if words is None:
            return answer
        again = self._assistant.ask(replace(question, words=words))
        if again.kind is AnswerKind.REFUSAL:
            return answer
        text = say("model.did_you_mean", _language(answer), words="、".join(unknown), question=words)
        return Answer(AnswerKind.CLARIFICATION, text, choices=(words,), plan=answer.plan)


def _unexplained(answer: Answer) -> tuple[str, ...]:
    words = (answer.plan or {}).get("unexplained")
    return tuple(str(word) for word in words) if isinstance(words, list) else ()


def _language(answer: Answer) -> str:
    return "en" if (answer.plan or {}).get("language") == "en" else "zh"
