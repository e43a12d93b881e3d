"""``eval``: question sets scored, stored, and compared with the run before."""

import json as to_text
from pathlib import Path

from eval.cases import CaseError
from eval.report import as_text
from eval.run import run_sets
from eval.stored import as_json, compare, latest, store
from ingest.settings import Settings
from ui.cli_words import CallError, language


def run_eval(sets: list[Path], settings: Settings, out: Path | None, json: bool) -> int:
    """Score the sets; a run with ``out`` is kept there and compared with the latest before it."""
    try:
        run = run_sets(sets, settings)
    except (CaseError, OSError) as error:
        raise CallError("cli.wrong", reason=error) from error
    result = as_json(run)
    before = latest(out) if out is not None else None
    change = compare(before, result) if before is not None else None
    print(to_text.dumps(result, ensure_ascii=False, indent=2) if json else as_text(run, change, language()))
    if out is not None:
        store(run, out)
    return 0
