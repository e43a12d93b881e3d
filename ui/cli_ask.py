"""``ask``: one question for a person or a program, or a file of questions line by line."""

import json as to_text
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant.answer import Answer, AnswerKind
from assistant.build import open_assistant
from assistant.question import Question
from assistant.saying.contract import to_contract
from ingest.messages import say
from ingest.settings import Settings
from ui.cli_words import CallError, language, speak


@dataclass(frozen=True, slots=True)
class Asked:
    """One line of a batch."""

    id: str
    question: Question


def run_ask(words: str, settings: Settings, json: bool) -> int:
    """Answer one question on standard output."""
    begun = time.perf_counter()
    answer = open_assistant(settings).ask(Question(words))
    elapsed = (time.perf_counter() - begun) * 1000
    if json:
        print(to_text.dumps(to_contract(answer, words, elapsed), ensure_ascii=False))
    else:
        print("\n".join(lines_of(answer)))
    return 0


def run_batch(batch: Path, out: Path, settings: Settings) -> int:
    """Answer every line of ``batch`` in order; 1 where the program failed on one of them."""
    asked = list(read_batch(batch))
    begun = time.perf_counter()
    faults = 0
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        assistant = open_assistant(settings)
        with out.open("w", encoding="utf-8") as stream:
            for one in asked:
                started = time.perf_counter()
                try:
                    answer = assistant.ask(one.question)
                except Exception as error:  # one question must not cost the answers to the others
                    faults += 1
                    answer = _fault(error)
                elapsed = (time.perf_counter() - started) * 1000
                line = to_contract(answer, one.question.words, elapsed, one.id)
                stream.write(to_text.dumps(line, ensure_ascii=False) + "\n")
                stream.flush()
    except OSError as error:
        raise CallError("cli.unwritable", path=out, reason=error.strerror or error) from error
    speak("cli.batch_done", count=len(asked), seconds=f"{time.perf_counter() - begun:.1f}", out=out)
    return 1 if faults else 0


def read_batch(batch: Path) -> Iterator[Asked]:
    """The questions of a batch file; raises CallError with the line that is wrong."""
    try:
        text = batch.read_text("utf-8-sig")
    except FileNotFoundError as error:
        raise CallError("error.not_found", path=batch) from error
    except (OSError, UnicodeDecodeError) as error:
        raise CallError("ingest.unopened", path=batch, reason=str(error)) from error
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            yield _asked(to_text.loads(line))
        except (ValueError, KeyError, TypeError) as error:
            raise CallError("cli.batch_line", file=batch.name, line=number, reason=_reason(error)) from error


def _asked(data: Any) -> Asked:
    if not isinstance(data, dict):
        raise TypeError("not an object")
    question = data["question"]
    after = data.get("after") or []
    if not isinstance(question, str) or not isinstance(after, list) or any(not isinstance(one, str) for one in after):
        raise TypeError('"question" is a text, "after" a list of texts or null')
    identifier = data["id"]
    return Asked(identifier if isinstance(identifier, str) else str(identifier), Question(question, tuple(after)))


def _reason(error: Exception) -> str:
    return f"{error} ?" if isinstance(error, KeyError) else str(error)


def _fault(error: Exception) -> Answer:
    detail = f"{type(error).__name__}: {error}".splitlines()[0][:200]
    return Answer(AnswerKind.REFUSAL, say("cli.answer_fault", language(), detail=detail))


def lines_of(answer: Answer) -> list[str]:
    """An answer as a person reads it at a terminal: its words, choices, method and sources."""
    tongue = language()
    lines = [answer.text]
    if answer.choices:
        lines += ["", say("cli.choices", tongue) + ":", *(f"  - {choice}" for choice in answer.choices)]
    if answer.method:
        lines += ["", f"{say('cli.method', tongue)}: {answer.method}"]
    if answer.sources:
        lines += ["", f"{say('cli.sources', tongue)}:"]
        for number, source in enumerate(answer.sources, 1):
            place = [
                source.document,
                say("cli.page", tongue, page=source.page),
                source.table,
                source.row,
                source.column,
            ]
            lines.append(f"  [{number}] " + " · ".join(part for part in place if part) + f": {source.text}")
    return lines
