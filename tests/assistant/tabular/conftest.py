"""Tables of invented harbours, ferries and factories: no budget, loaded as documents of their own."""

from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.answer import Answer
from assistant.build import open_assistant
from assistant.question import Question
from eval.tables_runner import GivenTable, flat_table, load_tables
from ingest.settings import Settings

Asking = Callable[[str], Answer]
COLUMNS = ("码头名称", "城区", "平均票价(元)", "班次数", "运营公司", "月份")


def given(name: str, *lines: str) -> GivenTable:
    """A table drawn line by line with | between cells; " stretches the cell to its left, ^ the one above."""
    rows = [[cell.strip() for cell in line.split("|")] for line in lines]
    texts: dict[int, str] = {}
    grid: list[list[int]] = []
    for at, row in enumerate(rows):
        numbers: list[int] = []
        for column, cell in enumerate(row):
            if cell == '"':
                numbers.append(numbers[-1])
            elif cell == "^":
                numbers.append(grid[at - 1][column])
            else:
                numbers.append(len(texts))
                texts[len(texts)] = cell
        grid.append(numbers)
    return GivenTable(name, "", tuple(map(tuple, grid)), texts)


def ferries(city: str, month: str, *rows: tuple[str, str, str, str]) -> GivenTable:
    """The ferries of a city in one month."""
    title = f"{city}{month}轮渡运营表"
    return flat_table(title, title, COLUMNS, [(n, city, p, c, o, month) for n, p, c, o in rows])


@pytest.fixture
def asking(tmp_path: Path) -> Callable[..., Asking]:
    """Loads tables and gives what asks questions over them."""

    def load(*tables: GivenTable) -> Asking:
        settings = Settings(data=tmp_path / "data", embedding="none")
        load_tables(tables, settings)
        assistant = open_assistant(settings)
        return lambda words: assistant.ask(Question(words))

    return load


@pytest.fixture
def harbours(asking: Callable[..., Asking]) -> Asking:
    """Ferries of two invented cities, of one over three months."""
    return asking(
        ferries(
            "云川市临河区", "2031年03月",
            ("望江渡", "4.50", "31", "云川轮渡有限公司"), ("石埠渡", "6.00", "12", "沧浪航运有限公司"),
            ("柳岸渡", "3.00", "58", "云川轮渡有限公司"), ("新桥渡", "9.25", "7", "沧浪航运有限公司"),
        ),
        ferries("云川市临河区", "2031年04月", ("望江渡", "4.80", "29", "云川轮渡有限公司"),
                ("石埠渡", "6.50", "14", "沧浪航运有限公司")),
        ferries("云川市临河区", "2031年05月", ("石埠渡", "7.00", "16", "沧浪航运有限公司"),
                ("望江渡", "5.00", "20", "云川轮渡有限公司")),
        ferries("鹭屿市北湾区", "2031年03月", ("灯塔渡", "12.00", "5", "鹭屿船务有限公司"),
                ("珊瑚渡", "8.00", "9", "鹭屿船务有限公司")),
    )  # fmt: skip
