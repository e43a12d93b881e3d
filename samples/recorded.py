"""What was printed, table by table: kept while a document is drawn, so that reading can be held against it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass
class Printed:
    """One printed table: caption, the header path of every column, and each row's page and texts by column."""

    title: str
    number: str
    unit: str
    columns: list[tuple[str, ...]]
    rows: list[tuple[int, list[str]]] = field(default_factory=list)


CODE_HEADS = ("类", "款", "项", "科目编码")
SKIPPED = ("行次",)


def records(table: Printed) -> list[dict[str, object]]:
    """The rows that hold amounts: page, label, code, and the text of every amount cell by its column path.

    Where two or three tables stand side by side, each is a row of its own: a run of label columns and the amounts
    after it.
    """
    found = []
    for page, texts in table.rows:
        for labels, amounts in _runs(table.columns):
            cells = {"/".join(table.columns[at]): texts[at] for at in amounts}
            code = "".join(texts[at] for at in labels if _is_code(table.columns[at], texts[at]))
            named = [texts[at] for at in labels if not _is_code(table.columns[at], texts[at])]
            name = re.sub(r"\s", "", next((text for text in reversed(named) if text.strip()), ""))
            inside = re.match(r"\[(\d+)\](.*)", name)
            if inside:
                code, name = inside[1], inside[2]
            if any(cells.values()):
                found.append({"page": page, "row": name, "code": code, "cells": cells})
    return found


def _is_code(column: tuple[str, ...], text: str) -> bool:
    return column[-1] in CODE_HEADS and bool(re.fullmatch(r"\d*", text))


def _runs(columns: Sequence[tuple[str, ...]]) -> list[tuple[list[int], list[int]]]:
    """Label columns and the amount columns that follow them, once for every table side by side."""
    runs: list[tuple[list[int], list[int]]] = []
    for at, path in enumerate(columns):
        leaf = path[-1]
        if leaf in SKIPPED or leaf in ("绩效目标", "绩效指标", "备注"):
            continue
        if is_label(path):
            if not runs or runs[-1][1]:
                runs.append(([], []))
            runs[-1][0].append(at)
        else:
            if not runs:
                runs.append(([], []))
            runs[-1][1].append(at)
    return [run for run in runs if run[1]]


LABEL_HEADS = ("项目", "名称", "科目", "序号", "资金使用", "编码")


def is_label(path: tuple[str, ...]) -> bool:
    """Whether a column names its row, by its heading."""
    leaf = path[-1]
    return leaf in CODE_HEADS or leaf == "项目" or any(word in leaf for word in LABEL_HEADS if word != "项目")


def paths(header: Sequence[Sequence[tuple[str, int, int] | None]], width: int) -> list[tuple[str, ...]]:
    """The header levels of every column, from rows of (text, columns spanned, rows spanned) with None below a span."""
    grid: list[list[str]] = [[""] * width for _ in header]
    for at, row in enumerate(header):
        for column, cell in enumerate(row):
            if cell is not None:
                text, span, rows = cell
                for across in range(column, min(column + span, width)):
                    for down in range(at, at + rows):
                        grid[down][across] = re.sub(r"\s", "", text)
    found = []
    for column in range(width):
        levels: list[str] = []
        for text in (line[column] for line in grid):
            if text and (not levels or levels[-1] != text) and not _ruler(text):
                levels.append(text)
        found.append(tuple(levels))
    return found


def _ruler(text: str) -> bool:
    """A column number or the word before them (栏次), which name no column."""
    return text == "栏次" or text.isdigit()
