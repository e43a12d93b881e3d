"""Questions over thousands of titled tables: ``python -m tests.yardsticks.retqa FOLDER OUT.jsonl [--split NAME]``.

FOLDER holds tables.jsonl and <split>.jsonl; prints what a question takes, then the scores by the folder's evaluate.py.
"""

import argparse
import json
import tempfile
import time
from pathlib import Path
from typing import Any

from assistant.build import open_assistant
from assistant.question import Question
from assistant.saying.contract import to_contract
from eval.tables_runner import flat_table, load_tables
from ingest.settings import Settings
from tests.yardsticks.scoring import print_scores


def main() -> None:
    """Loads every table into one store (kept with --data) and asks every question."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--split", default="validation")
    parser.add_argument("--data", type=Path, help="keep the loaded tables here, and use them where they are there")
    parser.add_argument("--every", type=int, default=1, help="ask every n-th question only")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="budget-tables-") as folder:
        settings = Settings(data=chosen.data or Path(folder), embedding="none")
        if not (settings.data / "budget.sqlite").exists():
            tables = map(json.loads, (chosen.folder / "tables.jsonl").read_text("utf-8").splitlines())
            load_tables((flat_table(t["table"], t["table"], t["cols"], t["rows"]) for t in tables), settings)
        assistant = open_assistant(settings)
        questions = (chosen.folder / f"{chosen.split}.jsonl").read_text("utf-8").splitlines()[:: chosen.every]
        seconds: list[float] = []
        with chosen.out.open("w", encoding="utf-8") as out:
            for question in map(json.loads, questions):
                begun = time.perf_counter()
                answer = to_contract(assistant.ask(Question(question["question"])), "", 0.0)
                seconds.append(time.perf_counter() - begun)
                out.write(json.dumps(_line(question, answer), ensure_ascii=False) + "\n")
                out.flush()
    seconds.sort()
    print(f"median {1000 * seconds[len(seconds) // 2]:.0f} ms, p95 {1000 * seconds[len(seconds) * 95 // 100]:.0f} ms")
    if chosen.every == 1:
        print_scores(chosen.folder, "score", chosen.split, str(chosen.out))


def _line(question: dict[str, Any], answer: dict[str, Any]) -> dict[str, Any]:
    tables = list(dict.fromkeys(source["document"] for source in answer["sources"]))
    return {"id": question["id"], "kind": answer["kind"], "tables": tables, "values": _values(answer)}


def _values(answer: dict[str, Any]) -> list[list[str]]:
    """The rows of an answer: its names, or its values, or periods with their values."""
    if answer["kind"] == "text":
        return [[source["text"]] for source in answer["sources"]]
    operation = answer["plan"].get("operation")
    parts = answer["items"] or answer["figures"][:1]
    if operation == "names":
        return [[part["label"]] for part in parts]
    told = [_printed(part, answer) if part["value"] is None else part["value"] for part in parts]
    if operation == "series":
        return [[_plain(part["label"]), value] for part, value in zip(parts, told, strict=True)]
    return [[value] for value in told]


def _printed(part: dict[str, Any], answer: dict[str, Any]) -> str:
    """The words of a line that has no number, as its cell prints them."""
    cells = [answer["sources"][at]["text"] for at in part["sources"]]
    return str(cells[0] if cells else part["label"])


def _plain(period: str) -> str:
    return period.removesuffix("年") if period.removesuffix("年").isdigit() else period


if __name__ == "__main__":
    main()
