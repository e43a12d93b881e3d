"""Question sets are read strictly: a slip in a set must not turn into a score."""

import json
from decimal import Decimal
from pathlib import Path

import pytest

from eval.cases import CaseError, load_cases


def write(path: Path, *lines: object) -> Path:
    path.write_text("\n".join(json.dumps(line, ensure_ascii=False) for line in lines), "utf-8")
    return path


def test_a_number_with_unit_page_and_turns_before(tmp_path: Path) -> None:
    expect = {"kind": "number", "value": "3505.90", "unit": "万元", "document": "a.pdf", "page": 7}
    line = {"id": "1", "question": "那合计呢？", "after": ["项目有哪些？"], "category": "sum", "expect": expect}
    (case,) = load_cases(write(tmp_path / "set.jsonl", line))
    assert case.after == ("项目有哪些？",)
    assert case.expect.figures[0].value == Decimal("3505.90")
    assert case.expect.pages == (7,)


def test_items_values_and_alternatives(tmp_path: Path) -> None:
    items = [{"label": "甲项目", "value": "5", "unit": "万元"}, {"label": "乙项目"}]
    expect = {"kind": "list", "items": items, "ordered": True, "or": [{"kind": "clarification"}]}
    (case,) = load_cases(write(tmp_path / "set.jsonl", {"id": 1, "question": "?", "expect": expect}))
    assert [item.label for item in case.expect.items] == ["甲项目", "乙项目"]
    assert case.expect.items[1].figure is None
    assert case.expect.alternatives[0].kind == "clarification"
    assert case.category == "other"


@pytest.mark.parametrize(
    "expect",
    [
        {"kind": "number"},
        {"kind": "number", "value": 3505.9},
        {"kind": "number", "value": "many"},
        {"kind": "list", "items": []},
        {"kind": "text"},
        {"kind": "guess"},
        {"kind": "refusal", "pages": 3},
        {"kind": "list", "items": [{"unit": "万元"}]},
        None,
    ],
)
def test_what_is_not_a_case_is_named_with_its_line(tmp_path: Path, expect: object) -> None:
    good = {"id": "a", "question": "?", "expect": {"kind": "refusal"}}
    path = write(tmp_path / "set.jsonl", good, {"id": "b", "question": "?", "expect": expect})
    with pytest.raises(CaseError, match=r"set\.jsonl line 2"):
        load_cases(path)


def test_an_id_stands_once(tmp_path: Path) -> None:
    line = {"id": "a", "question": "?", "expect": {"kind": "refusal"}}
    with pytest.raises(CaseError, match="twice"):
        load_cases(write(tmp_path / "set.jsonl", line, line))
