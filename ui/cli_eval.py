"""``eval``: question sets asked and scored, the report printed, the run stored and compared with the one before."""

import json as to_text
from collections.abc import Sequence
from pathlib import Path

from eval.cases import CaseError
from eval.report import as_text
from eval.run import run_sets
from eval.stored import as_json, compare, latest, store
from ingest.messages import say
from ingest.settings import Settings
from ui.cli_words import CallError, language


def run_eval(sets: Sequence[Path], settings: Settings, out: Path | None, json: bool) -> int:
    """Print the scores, store the run in ``out`` (default: eval in the data folder); raises CallError for bad sets."""
    folder = out or settings.data / "eval"
    try:
        run = run_sets(sets, settings)
    except (CaseError, OSError) as fault:
        raise CallError("eval.bad_set", detail=str(fault)) from fault
    whole = as_json(run)
    before = latest(folder)
    file = store(run, folder)
    if json:
        print(to_text.dumps(whole, ensure_ascii=False, default=str))
    else:
        print(as_text(run, compare(before, whole) if before else None, language()))
        print(say("eval.stored", language(), file=file))
    return 0
