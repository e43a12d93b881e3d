"""The page of checks without a browser."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from ingest.records.document import RowRole, Stage
from ingest.records.figure import Figure, Origin, Relation
from ingest.records.finding import Finding, Verdict
from ingest.records.units import WAN_YUAN, Amount
from tests.ui import fakes
from ui.web import opened


def script() -> None:
    from ui.web import checks_page

    checks_page.page()


def figure(index: int) -> Figure:
    return Figure(
        f"f{index}", fakes.DOCUMENT_ID, "t", "r", None, Origin.TABLE, Relation.AMOUNT, "临江市司法局", None, 2026,
        Stage.BUDGET, "project_expenditure", fakes.PROJECTS[index][0], None, RowRole.ITEM, ("预算数",),
        fakes.PROJECTS[index][1], Amount(fakes.value(index), WAN_YUAN), WAN_YUAN, 1, fakes.row_box(index),
    )  # fmt: skip


def finding(name: str, verdict: Verdict) -> Finding:
    return Finding(name, fakes.DOCUMENT_ID, "no.rule", verdict, "1266.19", "1266.20", "万元", ("f0", "f1"))


@pytest.fixture
def page(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> AppTest:
    drawn = fakes.draw(tmp_path / "drawn.pdf")
    held = opened.Holdings((fakes.DOCUMENT,), {})
    found = (finding("a", Verdict.FAILS), finding("b", Verdict.ROUNDING), finding("c", Verdict.HOLDS))
    monkeypatch.setattr(opened, "holdings", lambda: held)
    monkeypatch.setattr(opened, "findings", lambda: found)
    monkeypatch.setattr(opened, "figures", lambda ids: {key: figure(int(key[1:])) for key in ids})
    monkeypatch.setattr(opened, "original", lambda document_id: drawn)
    return AppTest.from_function(script, default_timeout=60)


def read(page: AppTest) -> str:
    assert not page.exception, page.exception
    return "\n".join(str(element.proto.body) for element in page.get("html"))


def test_what_differs_comes_first_and_the_rest_on_demand(page: AppTest) -> None:
    shown = read(page.run())
    assert "<b>1</b>不符" in shown
    assert "<table>" not in shown
    assert [one.label for one in page.expander] == [
        "第 1 页 智慧政务平台运行维护 · no\\.rule：应为 1,266\\.19 万元，实为 1,266\\.20 万元"
    ]
    shown = read(page.toggle(key="only_failing").set_value(False).run())
    assert "尾差" in shown and "第 1 页 智慧政务平台运行维护 › 预算数" in shown


def test_no_checks_is_said(page: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opened, "findings", lambda: ())
    assert "还没有核对结果" in read(page.run())
