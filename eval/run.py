"""Question sets run through the real assistant over a store: the entry of ``budget-assistant eval``."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from assistant.build import open_assistant
from assistant.question import Question
from assistant.saying.contract import to_contract
from eval.cases import load_cases
from eval.runner import run_cases
from eval.stored import Run, now, telling_settings
from ingest.settings import Settings
from ingest.stores.store import open_store


def run_sets(paths: Sequence[Path], settings: Settings) -> Run:
    """Every set in order; raises CaseError for a wrong set and OSError for an unreadable one, before anything is asked.

    One question is asked before the first is timed, so that the times are those of a warm assistant.
    """
    sets = [(path.stem, load_cases(path)) for path in paths]
    with open_store(settings) as store:
        documents = {document.id: document.file_name for document in store.documents()}
    assistant = open_assistant(settings)

    def ask(words: str, after: tuple[str, ...]) -> Mapping[str, object]:
        return to_contract(assistant.ask(Question(words, after)), words, 0.0)

    first = next((case for _, cases in sets for case in cases), None)
    if first is not None:
        ask(first.question, first.after)
    results = tuple(result for name, cases in sets for result in run_cases(name, cases, ask))
    return Run(now(), telling_settings(settings.told()), documents, results)
