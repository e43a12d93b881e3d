"""The question set on the samples (eval/sets/samples.jsonl): wording by hand, every figure from the model."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from samples.money import rounded

SET = Path(__file__).parents[1] / "eval" / "sets" / "samples.jsonl"
TARGETS = "澜川市应急管理局2026年项目支出绩效目标表.pdf"
BUDGET_2026 = "澜川市应急管理局2026年部门预算.pdf"
BUDGET_2025 = "澜川市应急管理局2025年部门预算.pdf"
FINAL_2025 = "澜川市应急管理局2025年度部门决算.pdf"
CULTURE = "澜川市文化广电旅游局2026年部门预算.pdf"
SCIENCE = "澜川市科学技术局2026年部门预算表.xlsx"
JUSTICE = "澜川市司法局2026年部门预算情况说明.docx"
WATER = "澜川市水务局2026年收支总表（扫描件）.pdf"
FINE = Decimal("0.0001")
Expect = dict[str, object]


@dataclass(frozen=True)
class Case:
    """One question, the turns before it, and what a right answer holds."""

    category: str
    question: str
    expect: Expect
    after: tuple[str, ...] = ()


def text_of(value: Decimal | str | int) -> str:
    """A value as the set writes it; what division left is cut to four decimals."""
    if isinstance(value, Decimal) and value != rounded(value, FINE):
        return str(rounded(value, FINE))
    return str(value)


def one(value: Decimal | str | int, unit: str = "万元", **more: object) -> Expect:
    """A single figure; ``more`` may name the document it stands in."""
    return {"kind": "number", "value": text_of(value), "unit": unit, **more}


def several(*values: tuple[Decimal | str | int, str], **more: object) -> Expect:
    """Several asked figures, in order."""
    return {"kind": "number", "values": [{"value": text_of(value), "unit": unit} for value, unit in values], **more}


def listed(
    items: Sequence[tuple[str, Decimal]] | Sequence[str], ordered: bool = False, unit: str = "万元", **more: object
) -> Expect:
    """A list of names, with amounts where pairs are given."""
    lines: list[dict[str, str]] = []
    for item in items:
        if isinstance(item, str):
            lines.append({"label": item})
        else:
            lines.append({"label": item[0], "value": text_of(item[1]), "unit": unit})
    return {"kind": "list", "items": lines, "ordered": ordered, **more}


def words(*phrases: str, **more: object) -> Expect:
    """A text that holds these phrases."""
    return {"kind": "text", "contains": list(phrases), **more}


def refused(**more: object) -> Expect:
    """A refusal."""
    return {"kind": "refusal", **more}


def asked_back(*choices: str) -> Expect:
    """A question back whose choices hold these words."""
    return {"kind": "clarification", **({"contains": list(choices)} if choices else {})}


def signed(change: Decimal, unit: str = "万元", **more: object) -> Expect:
    """A difference whose sign may be said in words."""
    expect = one(abs(change), unit, **more)
    expect["or"] = [one(-abs(change), unit)]
    return expect


def target(value: str, unit: str, phrase: str, **more: object) -> Expect:
    """An indicator's target: as a figure, or as the printed words."""
    expect = one(value, unit, **more)
    expect["or"] = [words(phrase)]
    return expect


def write(cases: Sequence[Case], path: Path = SET) -> None:
    """Write the set, one case a line, numbered within its category."""
    counts: dict[str, int] = {}
    lines = []
    for case in cases:
        counts[case.category] = counts.get(case.category, 0) + 1
        line = {
            "id": f"samples-{case.category}-{counts[case.category]:02d}",
            "question": case.question,
            "after": list(case.after) or None,
            "category": case.category,
            "expect": case.expect,
        }
        lines.append(json.dumps(line, ensure_ascii=False))
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
