"""Reports of visitors that a figure is wrong: one line of JSON each, in the data folder."""

import json
import threading
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from assistant.saying.contract import to_contract
from ui.web.session import Turn

NAME = "reports.jsonl"
LONGEST = 1000  # characters of a remark
LARGEST = 5_000_000  # bytes of the file: a public page must not fill the disk
_writing = threading.Lock()


@dataclass(frozen=True, slots=True)
class Report:
    """What a visitor reported: when, on which stored documents, about which question, and in which words."""

    at: str
    version: str
    question: str
    remark: str
    answer: dict[str, Any]


def keep(data: Path, turn: Turn, remark: str, version: str) -> bool:
    """Add a report; False where the file is full. Raises OSError where it cannot be written."""
    answer = to_contract(turn.answer, turn.question, turn.seconds * 1000)
    at = datetime.now(UTC).isoformat(timespec="seconds")
    line = json.dumps(asdict(Report(at, version, turn.question, remark.strip()[:LONGEST], answer)), ensure_ascii=False)
    file = data / NAME
    with _writing:
        if file.exists() and file.stat().st_size > LARGEST:
            return False
        with file.open("a", encoding="utf-8") as opened:
            opened.write(line + "\n")
    return True


def kept(data: Path) -> tuple[Report, ...]:
    """The reports, newest first; a line that is damaged is left out."""
    file = data / NAME
    if not file.exists():
        return ()
    found = []
    for line in file.read_text("utf-8").splitlines():
        try:
            found.append(Report(**json.loads(line)))
        except (ValueError, TypeError):
            continue
    return tuple(reversed(found))
