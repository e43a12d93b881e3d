"""Chinese look-ups over tables of four shapes: ``python -m tests.yardsticks.im_tqa FOLDER OUT.jsonl [--split dev]``.

FOLDER holds data/<split>_tables.json and <split>_questions.json; scored by the folder's own evaluate.py.
"""

import argparse
import json
import tempfile
from pathlib import Path
from typing import Any

from assistant.build import open_assistant
from assistant.question import Question
from assistant.saying.contract import to_contract
from eval.tables_runner import GivenTable, cell_at, load_tables
from ingest.settings import Settings
from tests.yardsticks.scoring import print_scores


def main() -> None:
    """Asks every question over its own table alone."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--split", default="dev")
    chosen = parser.parse_args()
    data = chosen.folder / "data"
    tables = json.loads((data / f"{chosen.split}_tables.json").read_text("utf-8"))
    questions = json.loads((data / f"{chosen.split}_questions.json").read_text("utf-8"))
    with chosen.out.open("w", encoding="utf-8") as out:
        for raw in tables:
            asked = [each for each in questions if each["table_id"] == raw["table_id"]]
            for line in _asked(_table(raw), asked):
                out.write(json.dumps(line, ensure_ascii=False) + "\n")
    print_scores(chosen.folder, chosen.split, str(chosen.out))


def _table(raw: dict[str, Any]) -> GivenTable:
    grid = tuple(tuple(row) for row in raw["cell_ID_matrix"])
    return GivenTable(raw["table_id"], "", grid, dict(enumerate(raw["chinese_cell_value_list"])))


def _asked(table: GivenTable, questions: list[dict[str, Any]]) -> list[dict[str, Any]]:
    with tempfile.TemporaryDirectory(prefix="budget-tables-") as folder:
        settings = Settings(data=Path(folder), embedding="none")
        load_tables([table], settings)
        assistant = open_assistant(settings)
        lines = []
        for each in questions:
            answer = to_contract(assistant.ask(Question(each["chinese_question"])), "", 0.0)
            lines.append({"question_id": each["question_id"], "kind": answer["kind"], "cells": _cells(table, answer)})
    return lines


def _cells(table: GivenTable, answer: dict[str, Any]) -> list[int]:
    """The cells that the answer rests on: of its items, else of its first figure, else of its quotes."""
    if answer["kind"] in ("refusal", "clarification"):
        return []
    parts = answer["items"] or answer["figures"][:1]
    numbers = [index for part in parts for index in part["sources"]] if parts else range(len(answer["sources"]))
    boxes = [answer["sources"][index]["box"] for index in numbers]
    cells = [cell_at(table, box) for box in boxes if box]
    return list(dict.fromkeys(cell for cell in cells if cell is not None))


if __name__ == "__main__":
    main()
