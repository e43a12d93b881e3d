"""What the sample documents say, for machines: identity, every table cell, projects, statements on change."""

import json
from collections.abc import Mapping, Sequence
from decimal import Decimal
from pathlib import Path

import pypdfium2

from samples import model_culture, model_small
from samples.document_budget_text import BEFORE, SLIPS
from samples.document_targets import FIRST, SECOND
from samples.emergency_reasons import REASONS
from samples.facts_emergency import facts
from samples.model_emergency import BOOKS, DEPARTMENT, granted, projects
from samples.money import rate
from samples.recorded import Printed, records

# department, year, stage, kind and the unit most tables print; the keys say by which word a file is told apart.
IDENTITIES = {
    "绩效目标表": (DEPARTMENT, 2026, "预算", "项目支出绩效目标表", "万元"),
    "应急管理局2026年部门预算": (DEPARTMENT, 2026, "预算", "部门预算", "万元"),
    "应急管理局2025年部门预算": (DEPARTMENT, 2025, "预算", "部门预算", "万元"),
    "部门决算": (DEPARTMENT, 2025, "决算", "部门决算", "万元"),
    "文化广电旅游局": (model_culture.DEPARTMENT, 2026, "预算", "部门预算", "元"),
    "科学技术局": (model_small.SCIENCE, 2026, "预算", "部门预算报表", "万元"),
    "司法局": (model_small.JUSTICE, 2026, "预算", "情况说明", "万元"),
    "水务局": (model_small.WATER, 2026, "预算", "部门预算报表", "万元"),
}


def written(directory: Path, printed: Mapping[str, Sequence[Printed]]) -> str:
    """The truth as JSON text; amounts are the printed texts, or decimal strings in 万元."""
    whole = {
        "documents": [_document(directory / name, tables) for name, tables in printed.items()],
        "projects": _projects(),
        "statements": _statements(),
    }
    return _compact(whole) + "\n"


def _compact(whole: dict[str, list[dict[str, object]]]) -> str:
    """One line a row of a table or a project, so that a change shows where it is."""
    parts = []
    for key, entries in whole.items():
        lines = []
        for entry in entries:
            tables = entry.pop("tables", None)
            line = json.dumps(entry, ensure_ascii=False)
            if isinstance(tables, list):
                line = line[:-1] + ', "tables": [\n' + ",\n".join(_table_text(table) for table in tables) + "\n]}"
            lines.append(line)
        parts.append(f'"{key}": [\n' + ",\n".join(lines) + "\n]")
    return "{\n" + ",\n".join(parts) + "\n}"


def _table_text(table: dict[str, object]) -> str:
    rows = table.pop("rows")
    assert isinstance(rows, list)
    body = ",\n".join("  " + json.dumps(row, ensure_ascii=False) for row in rows)
    return " " + json.dumps(table, ensure_ascii=False)[:-1] + ', "rows": [\n' + body + "\n ]}"


def _document(path: Path, tables: Sequence[Printed]) -> dict[str, object]:
    department, year, stage, kind, unit = next(each for word, each in IDENTITIES.items() if word in path.name)
    return {
        "file": path.name,
        "department": department,
        "year": year,
        "stage": stage,
        "kind": kind,
        "unit": unit,
        "pages": _pages(path, tables),
        "tables": [
            {"title": table.title, "number": table.number, "unit": table.unit, "rows": records(table)}
            for table in tables
            if any(records(table)) or "本表" in table.title or table.number
        ],
    }


def _pages(path: Path, tables: Sequence[Printed]) -> int:
    if path.suffix == ".pdf":
        document = pypdfium2.PdfDocument(path)
        count = len(document)
        document.close()
        return count
    return len(tables) if path.suffix == ".xlsx" else 1


def _projects() -> list[dict[str, object]]:
    """Every project of 澜川市应急管理局 with its amounts of three books, 万元."""
    return [
        {
            "unit": project.unit,
            "name": project.name,
            "budget_2026": _text(project.amounts["amount"]),
            "granted_2026": _text(granted(project, "amount")) if project.amounts["amount"] else None,
            "budget_2025": _text(project.amounts["last"]),
            "final_2025": _text(project.amounts["final"]),
            "transfer": project.transfer,
            "secret": project.secret,
            "goal": project.goal,
            "indicators": [
                {
                    "level1": FIRST[each.code[0]],
                    "level2": SECOND[each.code],
                    "name": each.name,
                    "year": each.year,
                    "whole": each.whole,
                }
                for each in project.indicators
            ],
        }
        for project in projects()
    ]


def _text(amount: Decimal | None) -> str | None:
    return None if amount is None else f"{amount:.2f}"


def _statements() -> list[dict[str, object]]:
    """What the narratives of the two budgets say of change: printed rate beside the right one, reason."""
    found: list[dict[str, object]] = []
    for key in ("amount", "last"):
        now, before = facts(key), facts(BEFORE[key])
        for name in ("total", "public", "abroad", "cars", "buy", "run", "host", "operating", "commission"):
            value, last = getattr(now, name), getattr(before, name)
            true_rate = str(rate(value, last)) if last else None
            slip = SLIPS[key] if name == "commission" else None
            found.append(
                {
                    "department": DEPARTMENT,
                    "year": BOOKS[key][0],
                    "measure": name,
                    "value": _text(value),
                    "change": _text(value - last),
                    "rate": true_rate,
                    "printed_rate": slip or true_rate,
                    "reason": REASONS[key][name],
                }
            )
    return found
